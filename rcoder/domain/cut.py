"""A cut of the change theory: what is to be shown of it, as people ask for it and as the figure says it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple, TypeVar

from rcoder.domain.errors import Misuse
from rcoder.domain.roles import role_name
from rcoder.domain.terms import WORDS, say
from rcoder.domain.theory import ArrowState
from rcoder.domain.words import Bilingual, Horizon, Stance

T = TypeVar("T", bound=StrEnum)

STATES: dict[ArrowState, Bilingual] = {
    ArrowState.ACCEPTED: Bilingual("godkendt", "accepted"),
    ArrowState.DRAFT: Bilingual("kladde", "draft"),
    ArrowState.INITIAL: Bilingual("ikke belagt", "no evidence yet"),
}
"""The states that arrows may be asked for by."""

STANCES = (Stance.SUPPORTS, Stance.CONTRADICTS, Stance.REFINES)
"""The stances that arrows count."""


@dataclass(frozen=True, slots=True)
class Cut:
    """What is to be shown. Every field that is given must hold; of several values in one field, any."""

    hypotheses: tuple[str, ...] = ()
    """Keys; arrows and boxes that belong to one of them."""
    horizons: tuple[Horizon, ...] = ()
    """Arrows on a way to a result of that horizon, and not beyond it."""
    roles: tuple[str, ...] = ()
    """Roles or role groups: only what these people say, counted anew."""
    group: str = ""
    """A group of cases, or a condition on an attribute: only what is said of its cases, counted anew."""
    outside: bool = False
    """The cases that are not in the group instead; where that is unknown a case is on neither side."""
    stances: tuple[Stance, ...] = ()
    """Arrows with evidence of that stance; what else they count stays."""
    least_passages: int = 0
    """At least so many passages on the arrow, for, against and refining together, or of `stances`."""
    least_cases: int = 0
    """The same of cases coded to the end."""
    states: tuple[ArrowState, ...] = ()
    evidence: bool = False
    """Only arrows with evidence that counts."""

    @property
    def empty(self) -> bool:
        """Whether it shows everything."""
        return self == Cut(outside=self.outside)

    @property
    def recounts(self) -> bool:
        """Whether passages are left out, so that numbers and N are other ones."""
        return bool(self.roles or self.group)

    @property
    def weighed(self) -> tuple[Stance, ...]:
        """The stances whose evidence it asks for."""
        return self.stances or STANCES


class CaseGroup(NamedTuple):
    """Cases by whether they are in a group."""

    name: Bilingual
    inside: frozenset[str] = frozenset()
    outside: frozenset[str] = frozenset()
    unknown: frozenset[str] = frozenset()


# -- read from words -------------------------------------------------------------------------------------------------

OPTIONS = ("only", "horizon", "role", "group", "stance", "least", "status", "evidence")
"""The options of a cut, as `read_cut` takes them."""

_SPLIT = re.compile(r"\s*(?:,|;|\+|\bog\b|\band\b)\s*")
_OUTSIDE = re.compile(r"(?:outside|uden\s?for)\s+(?=\S)", re.IGNORECASE)
_LEAST = re.compile(r"(\d{1,9})\s*(passage|passager|passages|sag|sager|case|cases)?", re.IGNORECASE)


def read_cut(options: Mapping[str, str]) -> Cut:
    """A cut from the words of options: several values of one are joined by commas. Raises Misuse.

    A group with "outside" or "uden for" before its name is the cases that are not in it.
    Whether there are such hypotheses, roles and groups is for the project to say.
    """
    passages, cases = _least(options.get("least", ""))
    group, outside = _side(options.get("group", ""))
    return Cut(
        hypotheses=tuple(each.upper() for each in _several(options.get("only", ""))),
        horizons=_terms(Horizon, options.get("horizon", ""), _HORIZONS, "horizon"),
        roles=tuple(each.casefold() for each in _several(options.get("role", ""))),
        group=group,
        outside=outside,
        stances=_terms(Stance, options.get("stance", ""), _STANCES, "stance"),
        least_passages=passages,
        least_cases=cases,
        states=_terms(ArrowState, options.get("status", ""), _STATES, "status"),
        evidence=_evidence(options.get("evidence", "")),
    )


def cut_options(cut: Cut) -> dict[str, str]:
    """The options that `read_cut` reads as this cut, without those that are not given."""
    least = ((cut.least_passages, "passages"), (cut.least_cases, "cases"))
    options = {
        "only": ",".join(cut.hypotheses),
        "horizon": ",".join(cut.horizons),
        "role": ",".join(cut.roles),
        "group": f"{'outside ' if cut.outside and cut.group else ''}{cut.group}",
        "stance": ",".join(cut.stances),
        "least": ",".join(f"{number} {what}" for number, what in least if number),
        "status": ",".join(cut.states),
        "evidence": "only" if cut.evidence else "",
    }
    return {key: value for key, value in options.items() if value}


def _side(text: str) -> tuple[str, bool]:
    """A group or condition, and whether the cases outside it are meant."""
    words = " ".join(text.split())
    found = _OUTSIDE.match(words)
    return (words[found.end() :], True) if found else (words, False)


def _several(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(each for each in _SPLIT.split(" ".join(text.split())) if each))


def _names(words: Mapping[T, Bilingual]) -> dict[str, T]:
    """What each term may be called, case set aside."""
    return {
        name.casefold(): term
        for term, said in words.items()
        for name in (term.value, said.da, said.en, said.da.split()[0], said.en.split()[0])
    }


_HORIZONS = _names({each: WORDS[Horizon][each] for each in Horizon})
_STANCES = _names({each: WORDS[Stance][each] for each in STANCES})
_STATES = _names(STATES) | {"ingen belæg": ArrowState.INITIAL, "no evidence": ArrowState.INITIAL}


def _terms(_: type[T], text: str, known: Mapping[str, T], what: str) -> tuple[T, ...]:
    found: dict[T, None] = {}
    for each in _several(text):
        if each.casefold() not in known:
            names = ", ".join(dict.fromkeys(term.value for term in known.values()))
            raise Misuse(f"There is no {what} called {each}.", f"There is {names}.")
        found[known[each.casefold()]] = None
    return tuple(found)


def _least(text: str) -> tuple[int, int]:
    """Passages and cases that an arrow must have."""
    passages = cases = 0
    for each in _several(text):
        found = _LEAST.fullmatch(each)
        if found is None or int(found[1]) < 1:
            raise Misuse(f"“{each}” is no least of evidence.", 'Write it as "2", "2 passages" or "3 cases".')
        if (found[2] or "").casefold().startswith(("sag", "case")):
            cases = max(cases, int(found[1]))
        else:
            passages = max(passages, int(found[1]))
    return passages, cases


def _evidence(text: str) -> bool:
    wanted = text.strip().casefold()
    if wanted not in ("", "only", "kun", "all", "alle"):
        raise Misuse(f"Evidence is asked for as only or all, not {text}.", "Write --evidence only.")
    return wanted in ("only", "kun")


# -- said in words ---------------------------------------------------------------------------------------------------


def cut_words(cut: Cut, language: str = "da", group: Bilingual | None = None) -> str:
    """What a figure is narrowed to, in one line: "kun H3 og H5; mindst 2 passager"; "" for the whole.

    `group` is the name of the group as the study has it.
    """
    said = [each.say(language) for each in _parts(cut, group or Bilingual(cut.group, cut.group))]
    return "; ".join(said)


def _parts(cut: Cut, group: Bilingual) -> list[Bilingual]:
    found = []
    if cut.hypotheses:
        found.append(Bilingual(*(f"{only} {_listed(cut.hypotheses, la)}" for la, only in _ONLY)))
    if cut.horizons:
        found.append(_horizons(cut.horizons))
    if cut.roles:
        found.append(_roles(cut.roles))
    if cut.group:
        found.append(_group(group, outside=cut.outside))
    if cut.stances:
        names = [_listed([say(each, la) for each in cut.stances], la, _OR) for la in _LANGUAGES]
        found.append(
            Bilingual(
                f"kun pile med passager, der {names[0]}",
                f"only arrows with passages that {_bare(cut.stances)}",
            )
        )
    if cut.least_passages:
        found.append(_at_least(cut.least_passages, _PASSAGES))
    if cut.least_cases:
        found.append(_at_least(cut.least_cases, _CASES))
    if cut.states:
        names = [_listed([STATES[each].say(la) for each in cut.states], la, _OR) for la in _LANGUAGES]
        found.append(Bilingual(f"kun pile med tilstanden {names[0]}", f"only arrows that are {names[1]}"))
    if cut.evidence:
        found.append(Bilingual("kun pile med belæg, der tæller", "only arrows with evidence that counts"))
    return found


_LANGUAGES = ("da", "en")
_ONLY = (("da", "kun"), ("en", "only"))
_AND = Bilingual("og", "and")
_OR = Bilingual("eller", "or")
_PASSAGES = (Bilingual("passage", "passage"), Bilingual("passager", "passages"))
_CASES = (
    Bilingual("sag, der er kodet til ende", "case coded to the end"),
    Bilingual("sager, der er kodet til ende", "cases coded to the end"),
)


def _listed(names: list[str] | tuple[str, ...], language: str, last: Bilingual = _AND) -> str:
    """Names in a sentence: "H3, H4 og H5"."""
    *first, end = names
    return f"{', '.join(first)} {last.say(language)} {end}" if first else end


def _horizons(horizons: tuple[Horizon, ...]) -> Bilingual:
    da, en = (_listed([WORDS[Horizon][each].say(la) for each in horizons], la) for la in _LANGUAGES)
    return Bilingual(f"kun det, der fører til resultater på {da}", f"only what leads to results of {en}")


def _roles(roles: tuple[str, ...]) -> Bilingual:
    da, en = (_listed([role_name(each, la) for each in roles], la) for la in _LANGUAGES)
    return Bilingual(f"kun hvad {da} siger", f"only what is said by {en}")


def _group(name: Bilingual, *, outside: bool) -> Bilingual:
    where = ("uden for gruppen", "outside the group") if outside else ("i gruppen", "in the group")
    return Bilingual(f"kun sager {where[0]} “{name.say('da')}”", f"only cases {where[1]} “{name.say('en')}”")


def _bare(stances: tuple[Stance, ...]) -> str:
    """English: "support or contradict"."""
    return _listed([say(each, "en").removesuffix("s") for each in stances], "en", _OR)


def _at_least(number: int, names: tuple[Bilingual, Bilingual]) -> Bilingual:
    name = names[0] if number == 1 else names[1]
    return Bilingual(f"mindst {number} {name.da}", f"at least {number} {name.en}")
