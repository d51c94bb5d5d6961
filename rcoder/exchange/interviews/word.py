"""Word files: body text as lines, tables in row order, labels and turns found as in plain text."""

from __future__ import annotations

from dataclasses import dataclass, field

from rcoder.domain.errors import Unreadable
from rcoder.exchange.interviews.archive import Element, Parts
from rcoder.exchange.interviews.clean import Cleaner
from rcoder.exchange.interviews.files import check_length
from rcoder.exchange.interviews.marks import Mark
from rcoder.exchange.interviews.records import Speech
from rcoder.exchange.interviews.turns import Layout, turns_of
from rcoder.exchange.interviews.word_runs import Runs, child, is_on, local
from rcoder.exchange.interviews.word_table import Row, laid_out

_DEEPEST = 40
"""Tables in tables and controls in controls, beyond which a file is no document."""
_CONTAINERS = frozenset({
    "body", "sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag", "txbxContent",
})  # fmt: skip
_REPORTS = {
    "inserted": "{} tracked insertion(s) were kept.",
    "deleted": "{} tracked deletion(s) were left out.",
    "hidden": "{} stretch(es) of hidden text were left out.",
    "footnote": "{} footnote(s) were left out.",
    "endnote": "{} endnote(s) were left out.",
    "comment": "{} comment(s) were left out.",
    "symbol": "{} symbol(s) of special fonts are shown as ▯.",
}


@dataclass(slots=True)
class _Page:
    """The lines so far, and what tables say about them."""

    lines: list[str] = field(default_factory=list)
    labels: dict[int, tuple[int, str, int, float | None]] = field(default_factory=dict)
    """By index into `lines`: where the words begin in it, who says them, where they end, when."""
    closed: set[int] = field(default_factory=set)
    breaks: set[int] = field(default_factory=set)
    """Where a table of turns has ended."""
    leads: dict[int, int] = field(default_factory=dict)
    """Code points in bold that a paragraph opens with, by index into `lines`."""
    joined: bool = False
    """The paragraph before lost its mark to a tracked deletion, so that the next goes on in its line."""


def read_word(content: bytes, file: str, cleaner: Cleaner) -> Speech:
    """Text and turns of a Word file."""
    parts = Parts(content, file)
    body = child(parts.main(), "body")
    if body is None:
        raise Unreadable(
            f"{file} is a damaged Word file: it has no body.", "Open it in Word and save it anew."
        )
    reader = _Reader(file, cleaner)
    reader.blocks(body, 0)
    page = reader.page
    text, labels = _assembled(page)
    check_length(text, file)
    turns, heading_end = turns_of(text, labels)
    return Speech(text, turns, _notes(reader.runs, parts), text[:heading_end])


class _Reader:
    """Walks the body and fills the page."""

    def __init__(self, file: str, cleaner: Cleaner) -> None:
        self.file = file
        self.page = _Page()
        self.runs = Runs()
        self._cleaner = cleaner

    def blocks(self, parent: Element, depth: int) -> None:
        """Append the paragraphs and tables under `parent`."""
        for element in parent:
            name = local(element)
            if name == "p":
                self._paragraph(element, depth)
            elif name == "tbl":
                self._table(element, depth)
            elif name in _CONTAINERS and not is_on(child(element, "sdtPr", "showingPlcHdr")):
                self._check(depth)
                self.blocks(element, depth + 1)

    def _paragraph(self, paragraph: Element, depth: int) -> None:
        text = self._cleaner.clean(self.runs.text(paragraph))
        boxes, self.runs.boxes = self.runs.boxes, []
        if self.page.joined and self.page.lines:
            self.page.lines[-1] += text
        else:
            lead = self.runs.bold_lead(paragraph)
            if lead.strip() and text.startswith(lead):
                self.page.leads[len(self.page.lines)] = len(lead)
            self.page.lines.append(text)
        mark = child(paragraph, "pPr", "rPr")
        self.page.joined = mark is not None and (
            child(mark, "del") is not None or child(mark, "moveFrom") is not None
        )
        for box in boxes:
            self._check(depth)
            self.blocks(box, depth + 1)

    def _table(self, table: Element, depth: int) -> None:
        self._check(depth)
        rows = [self._row(row, depth) for row in _descend(table, "tr") if child(row, "trPr", "del") is None]
        for row in laid_out(rows):
            self._put(row)
        self.page.joined = False
        self.page.breaks.add(len(self.page.lines))

    def _put(self, row: Row) -> None:
        at = len(self.page.lines)
        self.page.lines.append(row.text)
        if row.speaker is not None:
            self.page.labels[at] = (row.words, row.speaker, row.end, row.time)
        elif row.outside:
            self.page.closed.add(at)

    def _row(self, row: Element, depth: int) -> list[str]:
        cells = []
        for cell in _descend(row, "tc"):
            outer, self.page = self.page, _Page()
            self.blocks(cell, depth + 1)
            cells.append("\n".join(self.page.lines).strip())
            self.page = outer
        return cells

    def _check(self, depth: int) -> None:
        if depth > _DEEPEST:
            raise Unreadable(
                f"{self.file} nests tables too deeply to be read.", "Save it as .txt and import that."
            )


def _descend(parent: Element, name: str) -> list[Element]:
    """Children of that name, also inside content controls and tracked changes."""
    found: list[Element] = []
    for element in parent:
        if local(element) == name:
            found.append(element)
        elif local(element) in _CONTAINERS:
            found.extend(_descend(element, name))
    return found


def _assembled(page: _Page) -> tuple[str, Layout]:
    """The text, and what the document's making says of its lines."""
    fixed: dict[int, Mark] = {}
    leads: dict[int, int] = {}
    outside: list[int] = []
    breaks: list[int] = []
    number = start = 0
    for index, entry in enumerate(page.lines):
        if label := page.labels.get(index):
            words, name, end, time = label
            fixed[number] = Mark(number, start, start + words, start + end, name, "table", time)
        if index in page.leads:
            leads[number] = page.leads[index]
        if index in page.closed:
            outside.extend(range(number, number + entry.count("\n") + 1))
        if index in page.breaks:
            breaks.append(number)
        number += entry.count("\n") + 1
        start += len(entry) + 1
    layout = Layout(fixed, frozenset(outside), frozenset([*outside, *breaks]), leads)
    return "".join(f"{entry}\n" for entry in page.lines), layout


def _notes(runs: Runs, parts: Parts) -> tuple[str, ...]:
    notes = [
        sentence.format(runs.left_out[kind]) for kind, sentence in _REPORTS.items() if runs.left_out[kind]
    ]
    if any(name.startswith(("word/header", "word/footer")) for name in parts.names):
        notes.append("Headers and footers were left out.")
    return tuple(notes)
