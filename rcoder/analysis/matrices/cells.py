"""What is counted in a cell, as signs and figures."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from rcoder.domain.matrix import Blank, Cell, Figure
from rcoder.domain.signs import MIXED, STANCE_SIGNS
from rcoder.domain.terms import say
from rcoder.domain.words import Stance


class Counted(NamedTuple):
    """What the passages of one sort in one cell come to (decision 7)."""

    passages: int = 0
    """Stretches of words that count a case or a respondent, overlapping ones as one."""
    listed: int = 0
    """Stretches that are listed and not counted."""
    interviews: int = 0
    """Of the interviews coded to the end: how many have such a stretch."""
    interviews_not_yet: int = 0
    cases: int = 0
    """Of the cases coded to the end: how many have a stretch about this case."""
    cases_not_yet: int = 0
    no_interview: int = 0
    """Further cases that have none, spoken of in others' interviews."""
    about_case: int = 0
    """Of the stretches: those about this case; the others are general experience."""
    respondents: int = 0
    """Voices that say it as general experience."""
    asked: int = 0
    """Of what is listed: interviewers' words in interviews coded to the end."""


THERE, WEAK, ABSENT, COUNTERFACTUAL, ASKED = "present", "weak", "absent", "counterfactual", "asked"
"""What a coding says of its code: its polarity, or that it is a counterfactual or a question (decision 10)."""

NOTHING_COUNTED = Counted()

SIGNS: dict[str, str] = {stance.value: sign for stance, sign in STANCE_SIGNS.items()}

STANCES = (
    (STANCE_SIGNS[Stance.SUPPORTS], say(Stance.SUPPORTS)),
    (STANCE_SIGNS[Stance.CONTRADICTS], say(Stance.CONTRADICTS)),
    (MIXED, "mixed"),
    (STANCE_SIGNS[Stance.REFINES], say(Stance.REFINES)),
    (STANCE_SIGNS[Stance.NEW], say(Stance.NEW)),
    ("▫", "listed only"),
)
"""What the signs of evidence mean; blank is not mentioned."""
GAPS = (("·", "not yet coded"), ("▨", "no interview"))
POLARITIES = (
    ("●", "there"),
    ("◌", "weak"),
    ("○", "absent"),
    (MIXED, "there and absent"),
    ("?", "asked, not mentioned"),
    ("▫", "listed only"),
)
"""What the signs of codings mean; blank is not asked."""


def stance_signs(stances: Mapping[str, object]) -> str:
    """The signs of the stances there are: supports and contradicts together are mixed; refines and new stand after."""
    both = {Stance.SUPPORTS.value, Stance.CONTRADICTS.value}
    if both <= set(stances):
        return MIXED + "".join(SIGNS[each] for each in SIGNS if each in stances and each not in both)
    return "".join(SIGNS[each] for each in SIGNS if each in stances)


def evidence_cell(found: Mapping[str, Counted], *, of_case: bool) -> Cell:
    """Evidence on a configuration in one case, or (not `of_case`) as general experience."""
    numbers = tuple(
        (stance, each.about_case if of_case else each.respondents, each.listed)
        for stance, each in found.items()
    )
    return _evidence_cell(numbers, "passage" if of_case else "respondent")


@lru_cache(maxsize=4096)
def _evidence_cell(found: tuple[tuple[str, int, int], ...], unit: str) -> Cell:
    """By stance, how many count and how many are listed; many cells are alike."""
    numbers = {stance: number for stance, number, _ in found if number}
    listed = sum(each for _, _, each in found)
    figures = [Figure(say(Stance(stance)), numbers[stance], unit) for stance in SIGNS if stance in numbers]
    if listed:
        figures.append(Figure("listed, not counted", listed))
    return Cell(stance_signs(numbers) or ("▫" if listed else ""), tuple(figures))


def polarity_cell(found: Mapping[str, Counted]) -> Cell | Blank:
    """What is said of a code in one case; where nobody says anything of it, whether it was asked, or what it waits for."""
    said = {name: each for name, each in found.items() if each.about_case}
    asked = found.get(ASKED, NOTHING_COUNTED)
    figures = [
        Figure(_POLARITY_WORDS[name], said[name].about_case) for name in _POLARITY_WORDS if name in said
    ]
    listed = sum(each.listed for name, each in found.items() if name != ASKED)
    if listed:
        figures.append(Figure("listed, not counted", listed))
    if said:
        return Cell(polarity_sign(said), tuple(figures))
    if asked.asked:
        return Cell("?", (Figure("asked", asked.listed), *figures), "not mentioned")
    if asked.listed:
        return Cell("·", (Figure("asked", asked.listed), *figures), "not yet coded")
    return Cell("▫", tuple(figures)) if figures else Blank.NOTHING


_POLARITY_WORDS = {
    THERE: "said to be there",
    WEAK: "said to be weak",
    ABSENT: "said to be absent",
    COUNTERFACTUAL: "counterfactual",
}


def polarity_sign(said: Mapping[str, object]) -> str:
    """One sign for what is said of a code; a counterfactual says that it was there."""
    there = THERE in said or COUNTERFACTUAL in said
    if ABSENT in said:
        return MIXED if there or WEAK in said else "○"
    return "●" if there else "◌"


def share_cell(counted: Counted, of: int) -> Cell:
    """Passages, and interviews of those coded to the end, with the share where there are any."""
    part = f" {round(100 * counted.interviews / of)} %" if of else ""
    figures = [Figure("", counted.passages), Figure("in", counted.interviews, "interview", of)]
    if counted.interviews_not_yet:
        figures.append(Figure("not yet coded to the end", counted.interviews_not_yet, "interview"))
    if counted.listed:
        figures.append(Figure("listed, not counted", counted.listed))
    more = f"+{counted.interviews_not_yet}" if counted.interviews_not_yet else ""
    shown = f"{counted.passages} · {counted.interviews}/{of}{more}{part}"
    return Cell(shown if counted.passages else "▫", tuple(figures), f"{part.strip()} of them" if part else "")


def cases_cell(found: Mapping[str, Counted], signs: Mapping[str, tuple[str, str]], of: int) -> Cell:
    """How many cases of a group each sort of passage is about: "5/8 −2"; `signs` says the sign and words of each sort."""
    parts, figures = [], []
    for name, (sign, words) in signs.items():
        each = found.get(name)
        if each is None or not (each.cases or each.cases_not_yet or each.no_interview):
            continue
        further = each.cases_not_yet + each.no_interview
        more = f"+{further}" if further else ""
        parts.append(f"{sign}{each.cases}/{of}{more}")
        figures.append(Figure(words, each.cases, "case", of))
        if each.cases_not_yet:
            figures.append(Figure(f"{words}, not coded to the end", each.cases_not_yet, "case"))
        if each.no_interview:
            figures.append(Figure(f"{words}, without interview", each.no_interview, "case"))
    listed = sum(each.listed for each in found.values())
    if listed:
        figures.append(Figure("listed, not counted", listed))
    return Cell(" ".join(parts) or "▫", tuple(figures))


def respondents_cell(found: Mapping[str, Counted], signs: Mapping[str, tuple[str, str]]) -> Cell | None:
    """How many voices say it as general experience; None where none does."""
    parts, figures = [], []
    for name, (sign, words) in signs.items():
        number = found[name].respondents if name in found else 0
        if number:
            parts.append(f"{sign}{number}")
            figures.append(Figure(words, number, "respondent"))
    return Cell(" ".join(parts), tuple(figures)) if parts else None
