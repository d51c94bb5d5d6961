"""Which arrows lead to results on the short, medium and long term."""

from __future__ import annotations

from rcoder.domain.theory import Arrow, ChangeTheory
from rcoder.domain.words import Column

HORIZONS = (Column.SHORT, Column.MEDIUM, Column.LONG)


def ways(theory: ChangeTheory) -> tuple[tuple[Column, frozenset[str]], ...]:
    """For each horizon that the theory has boxes of: the ids of the arrows on a path to one, not by way of a later horizon."""
    column = {box.id: box.column for box in theory.boxes}
    into: dict[str, list[Arrow]] = {}
    for arrow in theory.arrows:
        into.setdefault(arrow.target, []).append(arrow)
    found = []
    for place, horizon in enumerate(HORIZONS):
        ends = [each for each in column if column[each] is horizon]
        if ends:
            later = {each for each in column if column[each] in HORIZONS[place + 1 :]}
            found.append((horizon, frozenset(_back(ends, into, later))))
    return tuple(found)


def _back(ends: list[str], into: dict[str, list[Arrow]], later: set[str]) -> set[str]:
    """Ids of the arrows met on the way back from `ends`, never through a box of `later`."""
    arrows: set[str] = set()
    known, waiting = set(ends), list(ends)
    while waiting:
        for arrow in into.get(waiting.pop(), ()):
            if arrow.source in later:
                continue
            arrows.add(arrow.id)
            if arrow.source not in known:
                known.add(arrow.source)
                waiting.append(arrow.source)
    return arrows
