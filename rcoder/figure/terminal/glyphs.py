"""The characters that boxes and arrows are drawn with: the state of an arrow is told by its line, never by colour."""

from __future__ import annotations

from typing import NamedTuple

from rcoder.domain.drawn import Ink
from rcoder.domain.theory import Arrow, ArrowState
from rcoder.domain.words import Effect


class Stroke(NamedTuple):
    """How a line looks: its two ways, its four corners (right-down, left-down, right-up, left-up)."""

    across: str
    down: str
    corners: str
    heavy: bool = False


STROKES: dict[ArrowState, Stroke] = {
    ArrowState.ACCEPTED: Stroke("━", "┃", "┏┓┗┛", heavy=True),
    ArrowState.DRAFT: Stroke("╌", "╎", "┌┐└┘"),
    ArrowState.INITIAL: Stroke("·", "·", "┌┐└┘"),
    ArrowState.ELSEWHERE: Stroke("┈", "┊", "┌┐└┘"),
}
MEMBER = Stroke("─", "│", "┌┐└┘")
"""Of what only belongs to a core element: thin, without a head."""

INKS: dict[ArrowState, Ink] = {
    ArrowState.ACCEPTED: Ink.ACCEPTED,
    ArrowState.DRAFT: Ink.DRAFT,
    ArrowState.INITIAL: Ink.INITIAL,
    ArrowState.ELSEWHERE: Ink.INITIAL,
}

_HEADS: dict[Effect, dict[int, str]] = {
    Effect.PROMOTES: {1: "▶", -1: "◀"},
    Effect.HINDERS: {1: "−⊣", -1: "⊢−"},
    Effect.CONDITIONS: {1: "◇", -1: "◇"},
}
BACK = "◂"
"""Stands along an arrow that runs back."""
BACK_EVERY = 5
"""Cells from one such point to the next."""

BOX, NEW_BOX, CENTRE = "┌─┐│└┘", "╭╌╮╎╰╯", "╔═╗║╚╝"
"""Edges of a box: corner, top, corner, side, corner, corner. New ones are dashed, the one in the middle is double."""


def head(effect: Effect, way: int) -> str:
    """The head of an arrow that comes in rightward (1) or leftward (-1)."""
    return _HEADS[effect][way]


def crossing(across: Stroke, down: Stroke) -> str:
    """Where two lines cross."""
    return {(True, True): "╋", (True, False): "┿", (False, True): "╂", (False, False): "┼"}[
        across.heavy, down.heavy
    ]


def stroke_of(arrow: Arrow | None) -> Stroke:
    """The line of an arrow; of a membership where there is none."""
    return MEMBER if arrow is None else STROKES[arrow.state]


def ink_of(arrow: Arrow | None) -> Ink:
    """The ink of an arrow's line: a hindering one that rests on something has its own."""
    if arrow is None:
        return Ink.MUTED
    if arrow.effect is Effect.HINDERS and arrow.state.counts:
        return Ink.HINDERS
    return INKS[arrow.state]
