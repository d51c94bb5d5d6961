"""What an arrow carries: its badge, its head, its sign and the names of its far ends."""

from __future__ import annotations

from rcoder.domain.resting import basis_sign, gathered
from rcoder.domain.signs import STANCE_SIGNS
from rcoder.domain.theory import Arrow, ChangeTheory, Tally
from rcoder.domain.words import Effect, Stance
from rcoder.figure.marked import MarkedArrow
from rcoder.figure.measures import BADGE_LINE, BADGE_PADDING, HEAD, PORT, SIGN, SMALL
from rcoder.figure.text import advance


def _line(mark: str, tally: Tally, coded: int) -> str:
    beside = tally.cases_not_yet_coded + tally.cases_without_interview
    further = f"+{beside}" if beside else ""
    return f"{mark}{tally.passages} · {tally.cases}/{coded}{further}"


def badge_lines(arrow: Arrow | None, theory: ChangeTheory) -> tuple[str, ...]:
    """The lines of an arrow's badge: for, and where there are any, against and refining.

    The first ends with the number of links it gathers, and with the sign of what is inferred or reconstructed; an arrow
    without evidence has that sign alone, or no badge.
    """
    if isinstance(arrow, MarkedArrow):
        return arrow.badge
    if arrow is None:
        return ()
    sign = basis_sign(arrow)
    if not arrow.state.counts:
        return (sign,) if sign else ()
    coded = theory.denominator.coded
    first = _line(STANCE_SIGNS[Stance.SUPPORTS], arrow.supports, coded)
    lines = ["  ".join(each for each in (first, gathered(arrow), sign) if each)]
    lines += (
        [_line(STANCE_SIGNS[Stance.CONTRADICTS], arrow.contradicts, coded)]
        if arrow.contradicts.passages
        else []
    )
    lines += [_line(STANCE_SIGNS[Stance.REFINES], arrow.refines, coded)] if arrow.refines.passages else []
    return tuple(lines)


def badge_size(lines: tuple[str, ...]) -> tuple[float, float]:
    """Width and height of a badge; (0, 0) for none."""
    if not lines:
        return (0.0, 0.0)
    width = max(advance(line, SMALL) for line in lines) + 2 * BADGE_PADDING
    return (width, len(lines) * BADGE_LINE + 3)


def head_depth(arrow: Arrow | None) -> float:
    """How far the head, with the minus sign of a hindering arrow, reaches out from the box."""
    if arrow is None:
        return 0.0
    return HEAD + 3 + (2 * SIGN + 4 if arrow.effect is Effect.HINDERS else 0.0)


def head_room(arrow: Arrow | None) -> float:
    """How much of the box's side the head takes."""
    return PORT + 2 if arrow is not None and arrow.effect is Effect.HINDERS else PORT


def tag_width(tag: str) -> float:
    """The room of the name of an arrow's far end; 0 for none."""
    return advance(tag, SMALL - 1) + 5 if tag else 0.0
