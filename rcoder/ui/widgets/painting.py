"""How a row of a transcript looks: margin, speaker's line and words, as segments."""

from __future__ import annotations

import textwrap
from dataclasses import dataclass
from itertools import pairwise

from rich.cells import set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from rcoder.domain.answers import Reading
from rcoder.domain.terms import letter
from rcoder.domain.transcript import Span
from rcoder.ui.inks import Inks
from rcoder.ui.marks import shown
from rcoder.ui.themes import tint
from rcoder.ui.widgets.layers import Layers
from rcoder.ui.widgets.moves import Cursor, Ground
from rcoder.ui.widgets.rows import Row, visible

LANES = 5
"""Cells for bars in the margin; with more bars than that, + stands in the last."""
NUMBERS = 5
"""Cells for the number of a turn, and a blank."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A speaker's line."""

    number: int
    """Of the turn, from 1."""
    name: str
    time: str
    """As h:mm:ss, "" where the file has none."""
    interviewer: bool


@dataclass(frozen=True, slots=True)
class Spans:
    """What is current."""

    sentence: Span
    selection: Span | None
    word: Span
    marked: tuple[Span, ...] = ()
    """Words that suggestions rest on."""


def headings(reading: Reading) -> tuple[Heading, ...]:
    """The speaker's line of each turn."""
    found = []
    for number, turn in enumerate(reading.transcript.turns, start=1):
        speaker = reading.speakers.get(turn.speaker_id or "")
        name = shown(speaker.name) if speaker else ""
        found.append(Heading(number, name, _clock(turn.time), speaker.interviewer if speaker else False))
    return tuple(found)


def _clock(seconds: float | None) -> str:
    if seconds is None:
        return ""
    minutes, rest = divmod(int(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def margin(
    row: Row, before: int, layers: Layers, base: Style, inks: Inks, *, signs: str = ""
) -> list[Segment]:
    """The bars beside a row, each in the colour of its kind, with its letter where it begins; `before` is the row above's end.

    The top row has `before` -1: all its bars show their letter, as they may begin further up. A bar whose lane is taken
    on this row by one that ends in it stands in the next free lane. `signs` stand in the room of the turn's number, which
    is on the speaker's line.
    """
    cells: list[Segment | None] = [None] * LANES
    for bar in layers.bars_in(row.start, row.end):
        if row.heading and bar.start >= row.start:
            continue
        free = (place for place in range(bar.lane, LANES) if cells[place] is None)
        lane = next(free, LANES - 1)
        begins = before < 0 or bar.start >= row.start
        sign = letter(bar.kind) if begins else "▌"
        if cells[lane] is not None:
            sign = "+"
        cells[lane] = Segment(sign, base + inks[tint(bar.kind)])
    blank = Segment(" ", base)
    segments = [cell or blank for cell in cells]
    if not row.heading:
        segments.append(Segment(f" {signs:<{NUMBERS - 1}}", base + inks["-key"] if signs else base))
    return segments


def heading(line: Heading, base: Style, inks: Inks) -> list[Segment]:
    """The number, name and time of a turn."""
    name = line.name or "·"
    time = f"  {line.time}" if line.time else ""
    style = base + inks["-interviewer-heading" if line.interviewer else "-heading"]
    muted = base + inks["-muted"]
    return [Segment(f"{line.number:>{NUMBERS - 1}} ", muted), Segment(name, style), Segment(time, muted)]


def words(text: str, row: Row, layers: Layers, spans: Spans, *, base: Style, inks: Inks) -> list[Segment]:
    """The words of a row, cut where a coding, the sentence, the selection or the word under the cursor begins or ends."""
    end = row.start + len(visible(text, row))
    cuts = {row.start, end, *layers.stretches.edges_between(row.start, end)}
    for span in (spans.sentence, spans.selection, spans.word, *spans.marked):
        if span is not None:
            cuts.update(place for place in (span.start, span.end) if row.start < place < end)
    edges = sorted(cuts)
    segments = []
    for start, stop in pairwise(edges):
        look = _look(start, layers, spans, inks)
        if any(each.contains(start) for each in spans.marked):
            look += inks["-hinted"]
        segments.append(Segment(text[start:stop], base + look))
    return segments


def _look(position: int, layers: Layers, spans: Spans, inks: Inks) -> Style:
    """How a stretch looks: coded words under their kind's colour, the sentence and the selection on their grounds."""
    coded = layers.stretches.at(position)
    if spans.selection is not None and spans.selection.contains(position):
        return inks["-selected"]
    current = spans.selection is None and spans.sentence.contains(position)
    if coded:
        style = inks[f"{'-lit' if current else '-under'}{tint(layers.tint(position))}"]
    else:
        style = inks["-sentence"] if current else Style()
    return style + inks["-word"] if current and spans.word.contains(position) else style


def differing(ground: Ground, before: Cursor, after: Cursor) -> list[Span]:
    """Stretches that look different with another cursor."""
    if before.selection and after.selection:
        one, two = before.selection, after.selection
        pairs = ((one.start, two.start), (one.end, two.end))
        return [Span(min(pair), max(pair)) for pair in pairs if pair[0] != pair[1]]
    found = [each.selection or ground.sentence(each.position) for each in (before, after)]
    if ground.sentence(before.position) == ground.sentence(after.position) and not (
        before.selection or after.selection
    ):
        return [ground.word(before.position), ground.word(after.position)]
    if before.selection or after.selection:
        found += [ground.sentence(before.position), ground.sentence(after.position)]
    return found


def sentence(words: str, y: int, width: int, base: Style, inks: Inks) -> Strip:
    """Row `y` of a sentence wrapped in an otherwise empty pane."""
    rows = textwrap.wrap(words, max(10, width - 2))
    row = f" {rows[y]}" if y < len(rows) else ""
    return Strip([Segment(set_cell_size(row, width), base + inks["-muted"])], width)
