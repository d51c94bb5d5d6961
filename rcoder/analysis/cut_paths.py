"""What leads to results of a horizon."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet

from rcoder.domain.theory import Arrow, ChangeTheory
from rcoder.domain.words import Column

_RESULTS = (Column.SHORT, Column.MEDIUM, Column.LONG)


def leading(
    arrows: Sequence[Arrow], columns: Mapping[str, Column], wanted: Iterable[AbstractSet[Column]]
) -> tuple[Arrow, ...]:
    """The arrows that are, for each of `wanted`, on a way to a box of one of its columns through what is left.

    A way to results of one column does not run through results of a later one. `columns` has the column of each box.
    """
    found, every = tuple(arrows), list(wanted)
    while True:
        left = found
        for goals in every:
            left = _toward(left, columns, goals)
        if left == found:
            return found
        found = left


def ways(theory: ChangeTheory) -> tuple[tuple[Column, frozenset[str]], ...]:
    """For each horizon that the theory has boxes of: the ids of the arrows on a way to one."""
    columns = {box.id: box.column for box in theory.boxes}
    return tuple(
        (goal, frozenset(arrow.id for arrow in leading(theory.arrows, columns, [{goal}])))
        for goal in _RESULTS
        if goal in columns.values()
    )


def _toward(
    arrows: Sequence[Arrow], columns: Mapping[str, Column], goals: AbstractSet[Column]
) -> tuple[Arrow, ...]:
    kept = {arrow.id for goal in goals for arrow in _toward_one(arrows, columns, goal)}
    return tuple(arrow for arrow in arrows if arrow.id in kept)


def _toward_one(arrows: Sequence[Arrow], columns: Mapping[str, Column], goal: Column) -> list[Arrow]:
    beyond = set(_RESULTS[_RESULTS.index(goal) + 1 :])
    into: dict[str, list[Arrow]] = {}
    for arrow in arrows:
        if columns[arrow.source] not in beyond:
            into.setdefault(arrow.target, []).append(arrow)
    waiting = [box for box, column in columns.items() if column is goal]
    reached, found = set(waiting), []
    while waiting:
        for arrow in into.get(waiting.pop(), ()):
            found.append(arrow)
            if arrow.source not in reached:
                reached.add(arrow.source)
                waiting.append(arrow.source)
    return found
