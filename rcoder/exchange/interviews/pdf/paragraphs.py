"""Lines to paragraphs: a PDF file knows none, so they are told by gaps, indents, labels and lines that end early."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from rcoder.exchange.interviews.clean import Cleaner
from rcoder.exchange.interviews.document import Document
from rcoder.exchange.interviews.pdf.columns import LEFT, Flow, in_order
from rcoder.exchange.interviews.pdf.hyphens import Hyphens
from rcoder.exchange.interviews.pdf.lines import Line
from rcoder.exchange.interviews.pdf.speakers import beside_speakers
from rcoder.exchange.interviews.turns import Layout, labelled_lines

_WIDER = 1.2
"""How much wider than from line to line the step to a new paragraph is."""
_OTHER_SIZE = 0.12
_INDENT = 0.6
"""Ems that the first line of a paragraph stands in."""
_SPARE = 0.5
"""Ems that must be left for a word to be sure to have fitted."""
_BLANK = 0.25
_BULLET = re.compile(r"[•◦▪‣●○■□·➢✓]\s")
_STAMP = re.compile(r"[\[(<]\s*(?:\d{1,3}:)?\d{1,3}:\d{2}(?:[.,]\d{1,3})?\s*[\])>]")
_ENDED = re.compile(r"[.?!…:][\"'”»)\]]*$")
_COUNTED = 0.97
_MUCH = 6.0
"""Ems left at the end of a line that is not broken because it is full."""
_FEWEST = 4
_SPACED = 0.8
_USUAL_WIDTH = 0.6
_FULL = 8
"""Lines that go on, by which an edge far within the page is known for one."""


@dataclass(frozen=True, slots=True)
class _Habits:
    """How the file sets its lines."""

    edges: dict[int, float]
    """The right edge of each column: where nearly all of its lines have ended, or the margin where few come near that."""
    pitches: dict[float, float]
    """The usual step from line to line, by size of letters."""
    spaced: bool
    """Paragraphs stand apart, so that a line that ends early does not end one."""


def paragraphs(
    pages: Sequence[Sequence[Line]], document: Document, cleaner: Cleaner, width: float = 0.0
) -> tuple[str, ...]:
    """Put the paragraphs of pages of that width into the document; what was done, in sentences."""
    flows, columns = _read(pages)
    labelled = _labelled(flows)
    habits = _habits(flows, width)
    made: list[list[Flow]] = []
    for index, flow in enumerate(flows):
        if not made or flow.starts or flow.label or index in labelled or _begins(made[-1], flow, habits):
            made.append([flow])
        else:
            made[-1].append(flow)
    hyphens = Hyphens([flow.text for flow in flows])
    for paragraph in made:
        text = cleaner.clean(hyphens.joined([flow.text for flow in paragraph]))
        document.paragraph(text, "" if paragraph[0].label else text[: paragraph[0].line.lead])
    return _notes(len(flows), len(made), hyphens, columns)


def _read(pages: Sequence[Sequence[Line]]) -> tuple[list[Flow], str]:
    """The lines in the order of reading, and what is to be said of columns."""
    if beside := beside_speakers([lines for lines in pages if lines]):
        return [
            flow for page in beside for flow in page
        ], "A column of speakers was put before the words beside it."
    ordered = [in_order(lines) for lines in pages if lines]
    two = sum(columns for _, columns in ordered)
    note = f"{two} page(s) in two columns were read column by column." if two else ""
    return [flow for page, _ in ordered for flow in page], note


def _labelled(flows: Sequence[Flow]) -> frozenset[int]:
    """Indexes of the lines that open with a label; the rest of a name broken at the end of a line is none."""
    names = labelled_lines(*_as_text(flows))
    beginnings: dict[str, set[str]] = defaultdict(set)
    for name in set(names.values()):
        words = name.split(" ")
        for at in range(1, len(words)):
            beginnings[" ".join(words[at:])].add(" ".join(words[:at]))
    return frozenset(
        index
        for index, name in names.items()
        if not index or not flows[index - 1].text.endswith(tuple(beginnings.get(name, ())))
    )


def _as_text(flows: Sequence[Flow]) -> tuple[str, Layout]:
    leads = {number: flow.line.lead for number, flow in enumerate(flows) if flow.line.lead and not flow.label}
    leads = {number: lead for number, lead in leads.items() if lead < len(flows[number].line.text)}
    return "\n".join(flow.text for flow in flows), Layout(leads=leads)


def _habits(flows: Sequence[Flow], width: float) -> _Habits:
    edges, pitches = _edges(flows, width), _pitches(flows)
    early = [
        _is_apart(one, other, pitches)
        for one, other in pairwise(flows)
        if _beside(one, other) and _room(one.line, other.line, edges[one.column]) > _MUCH * one.line.size
    ]
    return _Habits(edges, pitches, len(early) >= _FEWEST and sum(early) >= len(early) * _SPACED)


def _edges(flows: Sequence[Flow], width: float) -> dict[int, float]:
    lines: dict[int, list[Line]] = defaultdict(list)
    for flow in flows:
        lines[flow.column].append(flow.line)
    edges = {column: _edge(each) for column, each in lines.items()}
    if len(edges) == 1 and LEFT in edges and not _wraps(lines[LEFT], edges[LEFT], width):
        edges[LEFT] = max(edges[LEFT], width - min(line.x0 for line in lines[LEFT]))
    return edges


def _wraps(lines: Sequence[Line], edge: float, width: float) -> bool:
    """Whether lines go on in the next where they come to the edge: many do, or it is not far from the page's."""
    margin = min(line.x0 for line in lines)
    full = sum(
        _room(one, other, edge) <= 0 and not _ENDED.search(one.text)
        for one, other in pairwise(lines)
        if one.page == other.page
    )
    wide = edge - margin > (width - 2 * margin) * _USUAL_WIDTH
    return full >= (1 if wide else _FULL)


def _edge(lines: Sequence[Line]) -> float:
    """Where nearly all of the lines have ended."""
    return sorted(line.x1 for line in lines)[int((len(lines) - 1) * _COUNTED)]


def _pitches(flows: Sequence[Flow]) -> dict[float, float]:
    steps: dict[float, Counter[float]] = defaultdict(Counter)
    for one, other in pairwise(flows):
        if _beside(one, other) and one.line.size == other.line.size:
            steps[one.line.size][round((one.line.y - other.line.y) * 2) / 2] += 1
    return {size: _usual(counts) for size, counts in steps.items()}


def _usual(counts: Counter[float]) -> float:
    """The commonest step; of two that are about as common, the smaller."""
    most = counts.most_common(1)[0][1]
    return min(step for step, count in counts.items() if count * 2 >= most)


def _beside(one: Flow, other: Flow) -> bool:
    """Whether the second line stands under the first on the same page."""
    return one.line.page == other.line.page and one.column == other.column and one.line.y > other.line.y


def _is_apart(one: Flow, other: Flow, pitches: dict[float, float]) -> bool:
    """Whether more room than between lines stands between the two."""
    pitch = pitches.get(one.line.size) or one.line.size * 1.2
    return one.line.y - other.line.y > pitch * _WIDER + 0.5


def _begins(before: Sequence[Flow], flow: Flow, habits: _Habits) -> bool:
    """Whether a line begins a paragraph behind the lines of another."""
    last = before[-1]
    one, other = last.line, flow.line
    if abs(one.size - other.size) > _OTHER_SIZE * max(one.size, other.size) or _BULLET.match(other.text):
        return True
    beside = _beside(last, flow)
    if beside and _is_apart(last, flow, habits.pitches):
        return True
    if _is_indented(before, flow) or (_STAMP.match(other.text) and _ENDED.search(one.text)):
        return True
    return _breaks(one, other, habits.edges[last.column], spaced=habits.spaced and beside)


def _breaks(one: Line, other: Line, edge: float, *, spaced: bool) -> bool:
    """Whether the first line ends before it had to, so that the break was meant."""
    room = _room(one, other, edge)
    if spaced:
        return room > (edge - one.x0) / 2
    if room > _MUCH * one.size:
        return True
    return room > _SPARE * one.size and (_ENDED.search(one.text) is not None or not other.text[:1].islower())


def _is_indented(before: Sequence[Flow], flow: Flow) -> bool:
    """Whether the line stands in from the lines before, and at none of their tabs."""
    last = before[-1]
    if last.column != flow.column:
        return False
    stands = flow.line.x0
    if len(before) > 1:
        return stands > last.line.x0 + _INDENT * flow.line.size
    stops = last.line.stops
    if any(abs(stands - stop) <= _INDENT * flow.line.size for stop in stops):
        return False
    return stands > stops[0] + _INDENT * flow.line.size and len(stops) == 1 and not _hangs(last.line, stands)


def _hangs(line: Line, stands: float) -> bool:
    """Whether a line may go on farther in: behind a label it opens with."""
    head, colon, _ = line.text.partition(":")
    if not colon or len(head) > 40:
        return False
    room = (line.x1 - line.x0) * (len(head) + 2) / max(1, len(line.text))
    return abs(line.x0 + room - stands) < 3 * line.size


def _room(one: Line, other: Line, edge: float) -> float:
    """What would have been left at the end of the first line if the first word of the second stood on it."""
    return edge - one.x1 - _BLANK * one.size - other.first


def _notes(lines: int, made: int, hyphens: Hyphens, columns: str) -> tuple[str, ...]:
    notes = [f"{lines} lines were joined into {made} paragraphs."] if lines > made else []
    return (*notes, *([columns] if columns else []), *hyphens.notes())
