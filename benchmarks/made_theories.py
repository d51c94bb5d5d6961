"""Made-up theories of any size, shaped like those of realist evaluations: the same for the same size."""

from __future__ import annotations

import random

from rcoder.domain.theory import Arrow, ArrowState, Box, ChangeTheory, Denominator, Tally
from rcoder.domain.words import Bilingual, Column, Effect, Kind

MAIN = (Column.CORE, Column.MECHANISM, Column.SHORT, Column.MEDIUM, Column.LONG)
SHARES = {
    Column.CONTEXT: 0.12,
    Column.CORE: 0.2,
    Column.MECHANISM: 0.27,
    Column.SHORT: 0.14,
    Column.MEDIUM: 0.12,
    Column.LONG: 0.08,
    Column.NEGATIVE: 0.07,
}
"""How many of the boxes stand in each column, about as in JobFirst's theory."""
LINKS, WITHIN, BACK, FAR = 1.4, 0.13, 0.12, 0.25
"""Arrows for each box; shares of them within a column, running back, and of the others skipping a column."""
RESOURCES = 0.35
WORDS = [
    "tryghed",
    "kontakt",
    "mentor",
    "virksomhed",
    "praktik",
    "timer",
    "samtale",
    "mod",
    "fælles",
    "retning",
    "støtte",
    "og",
]


def made_theory(size: int, seed: int = 6) -> ChangeTheory:
    """A theory of about `size` boxes."""
    dice = random.Random(seed)  # noqa: S311 - made-up graphs, no secrets
    boxes = [
        _box(f"b{column}{number}", column, dice)
        for column, share in SHARES.items()
        for number in range(max(1, round(size * share)))
    ]
    return ChangeTheory(
        "made",
        Bilingual(f"{size} bokse", f"{size} boxes"),
        Bilingual(),
        tuple(boxes),
        _arrows(boxes, round(LINKS * size), dice),
        Denominator(4, 1, 0),
    )


def _box(name: str, column: Column, dice: random.Random) -> Box:
    half = None
    if column is Column.MECHANISM:
        half = Kind.RESOURCE if dice.random() < RESOURCES else Kind.REASONING
    words = " ".join(dice.choice(WORDS) for _ in range(dice.randint(2, 7)))
    return Box(name, name, column, Bilingual(words), (f"H{dice.randint(1, 6)}",), half=half)


def _arrows(boxes: list[Box], many: int, dice: random.Random) -> tuple[Arrow, ...]:
    main = [box for box in boxes if box.column in MAIN]
    ends: dict[tuple[str, str, Effect], None] = {}
    for box in boxes:
        if box.column is Column.CONTEXT:
            ends[box.id, dice.choice(main).id, Effect.CONDITIONS] = None
        if box.column is Column.NEGATIVE:
            ends[box.id, dice.choice(main).id, Effect.HINDERS] = None
    while len(ends) < many:
        source = dice.choice(main)
        able = [box for box in _targets(source, main, dice) if box.id != source.id]
        if able:
            effect = Effect.PROMOTES if dice.random() < 0.9 else Effect.HINDERS
            ends[source.id, dice.choice(able).id, effect] = None
    return tuple(_arrow(*each, dice) for each in ends)


def _targets(source: Box, main: list[Box], dice: random.Random) -> list[Box]:
    here = MAIN.index(source.column)
    drawn = dice.random()
    if drawn < WITHIN:
        return [box for box in main if box.column is source.column]
    if drawn < WITHIN + BACK:
        return [box for box in main if MAIN.index(box.column) < here]
    far = dice.random() < FAR
    return [
        box for box in main if (MAIN.index(box.column) > here if far else MAIN.index(box.column) == here + 1)
    ]


def _arrow(source: str, target: str, effect: Effect, dice: random.Random) -> Arrow:
    state = ArrowState.INITIAL if dice.random() < 0.6 else ArrowState.DRAFT
    name = f"{source}>{target}{effect}"
    return Arrow(name, source, target, effect, state, ("H1",), supports=Tally(2, 1))
