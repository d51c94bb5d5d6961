"""OpenDocument texts (.odt): body text as lines, tables in row order, labels and turns found as in plain text."""

from __future__ import annotations

from rcoder.domain.errors import Unreadable
from rcoder.exchange.interviews.archive import OPEN_DOCUMENT, Element, Parts
from rcoder.exchange.interviews.clean import Cleaner
from rcoder.exchange.interviews.document import Document, check_depth, counted
from rcoder.exchange.interviews.opendocument_words import Styles, Words
from rcoder.exchange.interviews.records import Speech
from rcoder.exchange.interviews.word_runs import child, local

_CONTAINERS = frozenset({
    "section", "list", "list-item", "list-header", "index-body", "table-of-content", "illustration-index",
    "table-index", "object-index", "user-index", "alphabetical-index", "bibliography", "index-title",
    "text-box", "numbered-paragraph", "page-sequence",
})  # fmt: skip
_BOXES = frozenset({"frame", "g", "a", "custom-shape", "rect"})
_ROWS = frozenset({"table-header-rows", "table-rows", "table-row-group"})
_REPORTS = {
    "inserted": "{} tracked insertion(s) were kept.",
    "deleted": "{} tracked deletion(s) were left out.",
    "hidden": "{} stretch(es) of hidden text were left out.",
    "footnote": "{} footnote(s) were left out.",
    "endnote": "{} endnote(s) were left out.",
    "comment": "{} comment(s) were left out.",
}
_OTHERS = {"spreadsheet": "a spreadsheet", "presentation": "a presentation", "drawing": "a drawing"}


def read_opendocument(content: bytes, file: str, cleaner: Cleaner) -> Speech:
    """Text and turns of an OpenDocument text."""
    parts = Parts(content, file, OPEN_DOCUMENT)
    if "META-INF/manifest.xml" in parts.names and b"encryption-data" in parts.read("META-INF/manifest.xml"):
        raise Unreadable(f"{file} is protected by a password.", "Save it without one and import that.")
    root = parts.xml("content.xml")
    body = child(root, "body", "text")
    if body is None:
        raise _no_text(root, file)
    named = parts.xml("styles.xml") if "styles.xml" in parts.names else None
    reader = _Reader(file, cleaner, Styles([root] if named is None else [named, root]))
    reader.blocks(body, 0)
    notes = counted(reader.words.left_out, _REPORTS)
    if named is not None and _has_edges(named):
        notes = (*notes, "Headers and footers were left out.")
    return reader.document.speech(file, notes)


def _no_text(root: Element, file: str) -> Unreadable:
    body = child(root, "body")
    names = [local(each) for each in body] if body is not None else []
    kind = next((_OTHERS[name] for name in names if name in _OTHERS), None)
    if kind is not None:
        return Unreadable(
            f"{file} is {kind} of OpenDocument, which cannot be read.",
            "Copy its words to a text and save that as .odt.",
        )
    return Unreadable(
        f"{file} is a damaged OpenDocument file: content.xml holds no text.", OPEN_DOCUMENT.way_out
    )


def _has_edges(styles: Element) -> bool:
    """Whether any page has words in its header or footer."""
    edges = ("header", "footer", "header-left", "footer-left", "header-first", "footer-first")
    master = child(styles, "master-styles")
    pages = [] if master is None else list(master)
    return any("".join(edge.itertext()).strip() for page in pages for edge in page if local(edge) in edges)


class _Reader:
    """Walks the body and fills the document."""

    def __init__(self, file: str, cleaner: Cleaner, styles: Styles) -> None:
        self.file = file
        self.document = Document()
        self.words = Words(styles)
        self._cleaner = cleaner

    def blocks(self, parent: Element, depth: int) -> None:
        """Append the paragraphs and tables under `parent`."""
        check_depth(depth, self.file)
        for element in parent:
            name = local(element)
            if name in {"p", "h"}:
                self._paragraph(element, depth)
            elif name == "table":
                self._table(element, depth)
            elif name == "tracked-changes":
                self.words.count_changes(element)
            elif name == "section" and self.words.styles.hides_section(element):
                self.words.left_out["hidden"] += 1
            elif name in _CONTAINERS or name in _BOXES:
                self.blocks(element, depth + 1)

    def _paragraph(self, paragraph: Element, depth: int) -> None:
        if self.words.styles.hides_paragraph(paragraph):
            self.words.left_out["hidden"] += 1
            return
        text, lead = self.words.read(paragraph)
        boxes, self.words.boxes = self.words.boxes, []
        self.document.paragraph(self._cleaner.clean(text), lead)
        for box in boxes:
            self.blocks(box, depth + 1)

    def _table(self, table: Element, depth: int) -> None:
        check_depth(depth, self.file)
        self.document.table([self._row(row, depth) for row in _rows(table)])

    def _row(self, row: Element, depth: int) -> list[str]:
        cells = []
        for cell in row:
            if local(cell) != "table-cell":
                continue
            outer, self.document = self.document, Document()
            self.blocks(cell, depth + 1)
            cells.append(self.document.cell())
            self.document = outer
        return cells


def _rows(table: Element) -> list[Element]:
    """Rows of the table, also those in groups."""
    found: list[Element] = []
    for element in table:
        if local(element) == "table-row":
            found.append(element)
        elif local(element) in _ROWS:
            found.extend(_rows(element))
    return found
