"""A chart in the terminal: bars of signs, their numbers, and what they are of."""

from __future__ import annotations

import textwrap
from typing import NamedTuple

from rcoder.domain.chart import Bar, Chart, Charted
from rcoder.ui.widgets.lines import Line, Piece

FILLS: dict[Charted, tuple[str, ...]] = {
    Charted.PROGRESS: ("█", "▒", "·"),
    Charted.ROLES: ("█", "░", "▒", "▞"),
    Charted.GROUPS: ("█", "░", "▒", "▞"),
}
"""What each part is drawn with; told apart without colour."""
NAMES = 26
"""The most cells that names take."""
LEAST = 12
"""Cells of the longest bar where there is little room."""
EMPTY: dict[Charted, str] = {
    Charted.PROGRESS: "Nobody codes yet. In an interview, c codes the passage under the cursor.",
    Charted.ROLES: "Nothing to chart yet: it needs hypotheses and passages on configurations. O c opens the configurations.",
    Charted.GROUPS: "Nothing to chart yet: it needs cases in groups and passages on configurations. O c opens the configurations.",
}


class _Room(NamedTuple):
    """Cells for the names, the longest bar and its numbers."""

    names: int
    bars: int
    numbers: int


def lines(chart: Chart, width: int) -> list[Line]:
    """The chart line by line, in that many cells."""
    room = _room(chart, width)
    found: list[Line] = []
    under = ""
    for bar in chart.bars:
        if bar.under != under:
            under = bar.under
            found.append(Line(f"under {bar.under_id}", ((f" {under}", "-strong"),), inert=True))
        found.append(Line(place(bar), _bar(chart, bar, room)))
    return found


def _room(chart: Chart, width: int) -> _Room:
    names = min(NAMES, max((len(each.name) for each in chart.bars), default=0) + 4)
    numbers = max((len(_numbers(chart, each)) for each in chart.bars), default=0) + 2
    shares = max((len(each.of) for each in chart.bars), default=0) + 4
    return _Room(names, max(LEAST, width - names - numbers - shares), numbers)


def place(bar: Bar) -> str:
    """The id of a bar's line."""
    return f"{bar.under_id}/{bar.id}"


def _bar(chart: Chart, bar: Bar, room: _Room) -> tuple[Piece, ...]:
    name = _fitted(f"  {bar.name}", room.names)
    if bar.blank:
        return ((name, ""), (bar.blank, "-muted"))
    cells = _cells(bar.counts, chart.longest, room.bars)
    drawn = "".join(sign * many for sign, many in zip(FILLS[chart.of], cells, strict=False))
    return (
        (name, ""),
        (f"{drawn:<{room.bars}}", "-key"),
        (f"  {_numbers(chart, bar):<{room.numbers}}", "-strong"),
        (bar.of, "-muted"),
    )


def _numbers(chart: Chart, bar: Bar) -> str:
    return " ".join(f"{_sign(chart, place)}{count}" for place, count in enumerate(bar.counts))


def _sign(chart: Chart, part: int) -> str:
    return FILLS[chart.of][part] if chart.of is Charted.PROGRESS else chart.parts[part].sign


def _cells(counts: tuple[int, ...], longest: int, room: int) -> tuple[int, ...]:
    """Cells of each part, no more together than there is room for; one that counts anything has at least one."""
    cells = [max(1, round(count * room / longest)) if count else 0 for count in counts]
    while sum(cells) > room and max(cells) > 1:
        cells[cells.index(max(cells))] -= 1
    return tuple(cells)


def about_rows(bar: Bar | None, width: int) -> tuple[tuple[Piece, ...], ...]:
    """A bar in words, whole."""
    said = textwrap.wrap(bar.words, max(20, width - 2)) if bar is not None else ()
    return tuple(((f" {each}", ""),) for each in said)


def _fitted(text: str, width: int) -> str:
    return f"{text:<{width}}" if len(text) < width else f"{text[: width - 2]}… "


def key_row(chart: Chart) -> tuple[Piece, ...]:
    """What the parts are, and what is counted."""
    pieces: list[Piece] = [(" ", "")]
    for place in range(len(chart.parts)):
        pieces += [(FILLS[chart.of][place] * 2, "-key"), (f" {_named(chart, place)}   ", "")]
    return (*pieces, (f"length: {chart.unit}", "-muted"))


def _named(chart: Chart, place: int) -> str:
    part = chart.parts[place]
    return part.name if chart.of is Charted.PROGRESS else f"{part.sign} {part.name}"
