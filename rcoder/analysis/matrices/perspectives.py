"""Whether those who speak of a code say the same: citizen, professional, company, management."""

from __future__ import annotations

from collections.abc import Mapping

from rcoder.analysis.matrices.cells import ABSENT, COUNTERFACTUAL, THERE, WEAK, Counted
from rcoder.domain.matrix import Cell, Figure

AGREEMENT = "agreement"
"""Id of the column that says so."""
_SORTS = (
    (THERE, "●", "there"),
    (COUNTERFACTUAL, "↺", "counterfactual"),
    (WEAK, "◌", "weak"),
    (ABSENT, "○", "absent"),
)
LEGEND = tuple((sign, words) for _, sign, words in _SORTS)


def voice_cell(found: Mapping[str, Counted], of: int) -> Cell:
    """In how many interviews of a role group each is said."""
    parts, figures, further = [], [], 0
    for sort, sign, words in _SORTS:
        each = found.get(sort)
        if each is None or not (each.interviews or each.interviews_not_yet):
            continue
        further += each.interviews_not_yet
        more = f"+{each.interviews_not_yet}" if each.interviews_not_yet else ""
        parts.append(f"{sign}{each.interviews}{more}")
        figures.append(Figure(words, each.interviews, "interview", of))
    if further:
        figures.append(Figure("not yet coded to the end", further, "interview"))
    listed = sum(each.listed for each in found.values())
    if listed:
        figures.append(Figure("listed, not counted", listed))
    return Cell(f"{' '.join(parts)} /{of}" if parts else "▫", tuple(figures))


def agreement(voices: Mapping[str, Mapping[str, Counted]]) -> Cell:
    """What the groups say, put side by side; `voices` by the group's name, in order."""
    said = {name: words for name, found in voices.items() if (words := _says(found))}
    if not said:
        return Cell("")
    if len(said) == 1:
        [(name, words)] = said.items()
        return Cell(f"only {name}", note=f"only {name} speaks of it: {words}")
    if len(set(said.values())) == 1:
        words = next(iter(said.values()))
        return Cell(f"agree: {words}", note=f"{', '.join(said)} agree: {words}")
    return Cell("differ", note="; ".join(f"{name}: {words}" for name, words in said.items()))


def _says(found: Mapping[str, Counted]) -> str:
    """What a group says in one word, whether coded to the end or not."""
    there = any(_spoken(found, sort) for sort in (THERE, COUNTERFACTUAL))
    weak, absent = _spoken(found, WEAK), _spoken(found, ABSENT)
    if absent:
        return "both" if there or weak else "absent"
    return "there" if there else "weak" if weak else ""


def _spoken(found: Mapping[str, Counted], sort: str) -> bool:
    return sort in found and bool(found[sort].passages)
