"""Word files: body text as lines, tables in row order, labels and turns found as in plain text."""

from __future__ import annotations

from rcoder.domain.errors import Unreadable
from rcoder.exchange.interviews.archive import WORD, Element, Parts
from rcoder.exchange.interviews.clean import Cleaner
from rcoder.exchange.interviews.document import Document, check_depth, counted
from rcoder.exchange.interviews.records import Speech
from rcoder.exchange.interviews.word_runs import Runs, child, is_on, local

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


def read_word(content: bytes, file: str, cleaner: Cleaner) -> Speech:
    """Text and turns of a Word file."""
    parts = Parts(content, file, WORD)
    name = parts.related()
    body = None if name is None else child(parts.xml(name), "body")
    if body is None:
        raise Unreadable(
            f"{file} is a damaged Word file: it has no body.", "Open it in Word and save it anew."
        )
    reader = _Reader(file, cleaner)
    reader.blocks(body, 0)
    return reader.document.speech(file, _notes(reader.runs, parts))


class _Reader:
    """Walks the body and fills the document."""

    def __init__(self, file: str, cleaner: Cleaner) -> None:
        self.file = file
        self.document = Document()
        self.runs = Runs()
        self._cleaner = cleaner
        self._joined = False
        """The paragraph before lost its mark to a tracked deletion, so that the next goes on in its line."""

    def blocks(self, parent: Element, depth: int) -> None:
        """Append the paragraphs and tables under `parent`."""
        for element in parent:
            name = local(element)
            if name == "p":
                self._paragraph(element, depth)
            elif name == "tbl":
                self._table(element, depth)
            elif name in _CONTAINERS and not is_on(child(element, "sdtPr", "showingPlcHdr")):
                check_depth(depth, self.file)
                self.blocks(element, depth + 1)

    def _paragraph(self, paragraph: Element, depth: int) -> None:
        text = self._cleaner.clean(self.runs.text(paragraph))
        boxes, self.runs.boxes = self.runs.boxes, []
        if self._joined and self.document.lines:
            self.document.lines[-1] += text
        else:
            self.document.paragraph(text, self.runs.bold_lead(paragraph))
        mark = child(paragraph, "pPr", "rPr")
        self._joined = mark is not None and (
            child(mark, "del") is not None or child(mark, "moveFrom") is not None
        )
        for box in boxes:
            check_depth(depth, self.file)
            self.blocks(box, depth + 1)

    def _table(self, table: Element, depth: int) -> None:
        check_depth(depth, self.file)
        rows = [self._row(row, depth) for row in _descend(table, "tr") if child(row, "trPr", "del") is None]
        self.document.table(rows)
        self._joined = False

    def _row(self, row: Element, depth: int) -> list[str]:
        cells = []
        for cell in _descend(row, "tc"):
            outer, self.document, self._joined = self.document, Document(), False
            self.blocks(cell, depth + 1)
            cells.append(self.document.cell())
            self.document, self._joined = outer, False
        return cells


def _descend(parent: Element, name: str) -> list[Element]:
    """Children of that name, also inside content controls and tracked changes."""
    found: list[Element] = []
    for element in parent:
        if local(element) == name:
            found.append(element)
        elif local(element) in _CONTAINERS:
            found.extend(_descend(element, name))
    return found


def _notes(runs: Runs, parts: Parts) -> tuple[str, ...]:
    notes = counted(runs.left_out, _REPORTS)
    if any(name.startswith(("word/header", "word/footer")) for name in parts.names):
        return (*notes, "Headers and footers were left out.")
    return notes
