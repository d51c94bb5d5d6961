"""What can be asked of the whole set of configurations and the study behind it (realist-practice §7, 16 to 23)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median
from typing import NamedTuple

from rcoder.analysis.prompts.of_elements import PASSAGES
from rcoder.analysis.prompts.of_evidence import CASES
from rcoder.analysis.prompts.outline import Voice
from rcoder.domain.prompt_table import PROMPTS
from rcoder.domain.prompting import Prompt, count, same
from rcoder.domain.words import Bilingual

CODINGS = (("kodning", "kodninger"), ("coding", "codings"))
VOICES = (("interviewet", "interviewede"), ("respondent", "respondents"))
OTHERS = (("anden, der er citeret", "andre, der er citeret"), ("other who is cited", "others who are cited"))
INTERVIEWS = (("interview", "interview"), ("interview", "interviews"))
CELLS = (("kombination", "kombinationer"), ("combination", "combinations"))

FEWEST = 6
"""Cited passages below which no share of them is asked about."""
FAR_ABOVE = 3
"""So many times the median of the cases is far above the others."""
DOUBLE_SHARE = 0.1
"""Share of coded interviews that is commonly coded by more than one person (realist-practice §8.6)."""


class CodeUse(NamedTuple):
    """A code, support condition or hypothesis, and what there is on it in sight."""

    id: str
    key: str
    label: Bilingual
    codings: int = 0
    used: bool = False
    """Whether a configuration has it; for a condition, whether anything at all says something of it."""


class InterviewUse(NamedTuple):
    """An interview, and whether anything rests on a passage of it."""

    id: str
    title: str
    codings: int
    cited: bool


class RoleUse(NamedTuple):
    """A role that was interviewed."""

    role: str
    voices: int
    """How many people have it."""
    cited: bool


@dataclass(frozen=True, slots=True)
class Standing:
    """What the checks of the whole set look at, as far as the asker may see."""

    hypotheses: tuple[CodeUse, ...] = ()
    conditions: tuple[CodeUse, ...] = ()
    codes: tuple[CodeUse, ...] = ()
    """Codes that something is coded with."""
    interviews: tuple[InterviewUse, ...] = ()
    roles: tuple[RoleUse, ...] = ()
    cited: tuple[Voice, ...] = ()
    """Every passage that a configuration rests on."""
    cases: tuple[tuple[str, str], ...] = ()
    """Id and name of the cases that have an interview."""
    binding: int = 0
    """Configurations that are accepted or settled."""
    lapsed: tuple[tuple[str, str, Bilingual], ...] = ()
    """Id, number and status of those that have changed since."""
    coded: int = 0
    """Interviews that anybody in sight has coded."""
    double: int = 0
    """Those that more than one has."""
    cells: int = 0
    """Combinations of municipality and role."""
    lone: int = 0
    """Those that are one person."""
    language: str = "da"
    """Of the study, in which its codes are named."""


def of_set(found: Standing) -> tuple[Prompt, ...]:
    """Every prompt on the whole set, in the order of a supervisor's list."""
    return (*_codes(found), *_never_cited(found), *_dominance(found), *_work(found))


def bases(found: Standing) -> dict[str, int]:
    """What the numbers of prompts of each check are out of, by its key."""
    return {
        "hypothesis_untested": len(found.hypotheses),
        "condition_without_evidence": len(found.conditions),
        "orphan_code": len(found.codes),
        "interview_uncited": len(found.interviews),
        "role_uncited": len(found.roles),
        "respondent_dominates": len({each.respondent for each in found.cited}),
        "case_dominates": len(found.cases),
        "accepted_changed": found.binding,
    }


def _prompt(key: str, about_id: str, label: str, **told: Bilingual) -> Prompt:
    return Prompt(PROMPTS[key], about_id=about_id, told={"label": same(label), **told}, label=label)


def _codes(found: Standing) -> Iterator[Prompt]:
    for key, uses in (("hypothesis_untested", found.hypotheses), ("condition_without_evidence", found.conditions), ("orphan_code", found.codes)):  # fmt: skip
        for each in uses:
            if not each.used:
                codings = count(each.codings, *CODINGS)
                yield _prompt(
                    key, each.id, each.key, words=same(each.label.say(found.language)), codings=codings
                )


def _never_cited(found: Standing) -> Iterator[Prompt]:
    for each in found.interviews:
        if not each.cited:
            codings = count(each.codings, *CODINGS)
            yield _prompt("interview_uncited", each.id, each.title, codings=codings)
    for role in found.roles:
        if not role.cited:
            yield _prompt("role_uncited", role.role, role.role, voices=count(role.voices, *VOICES))


def _dominance(found: Standing) -> Iterator[Prompt]:
    """A respondent with more than a third of the cited passages; a case with far more than the others."""
    names = {each.respondent: each.name for each in found.cited}
    spoken = _stretches((each.respondent, each) for each in found.cited)
    total = sum(spoken.values())
    for respondent, number in spoken.most_common():
        if total >= FEWEST and 3 * number > total and len(spoken) > 1:
            told = {"n": same(str(number)), "passages": _cited(total)}
            others = count(len(spoken) - 1, *OTHERS)
            yield _prompt("respondent_dominates", respondent, names[respondent], others=others, **told)
    about = _stretches((each.case_id, each) for each in found.cited if each.this_case and each.case_id)
    middle = median([about[case_id] for case_id, _ in found.cases]) if found.cases else 0
    for case_id, name in found.cases:
        if len(found.cases) > 2 and about[case_id] >= max(FEWEST, FAR_ABOVE * max(middle, 1)):
            told = {"n": same(str(about[case_id])), "passages": _cited(sum(about.values()))}
            told |= {"cases": count(len(found.cases), *CASES), "median": same(f"{middle:g}")}
            yield _prompt("case_dominates", case_id, name, **told)


def _cited(number: int) -> Bilingual:
    words = count(number, *PASSAGES)
    da, en = words.da.split(" ", 1), words.en.split(" ", 1)
    return Bilingual(f"{da[0]} citerede {da[1]}", f"{en[0]} cited {en[1]}")


def _stretches(voices: Iterator[tuple[str, Voice]]) -> Counter[str]:
    """How many different passages each has."""
    places: dict[str, set[tuple[str, int, int]]] = {}
    for whose, voice in voices:
        places.setdefault(whose, set()).add(voice.place)
    return Counter({whose: len(own) for whose, own in places.items()})


def _work(found: Standing) -> Iterator[Prompt]:
    for configuration_id, number, status in found.lapsed:
        yield _prompt("accepted_changed", configuration_id, number, status=status)
    if found.coded and found.double < DOUBLE_SHARE * found.coded:
        told = {"n": same(str(found.double)), "interviews": count(found.coded, *INTERVIEWS)}
        yield _prompt("single_coded", "", "", **told)
    if found.lone:
        yield _prompt("small_cell", "", "", n=same(str(found.lone)), cells=count(found.cells, *CELLS))


def cited_roles(cited: Sequence[Voice]) -> frozenset[str]:
    """The roles of who is cited."""
    return frozenset(role for each in cited for role in each.roles)
