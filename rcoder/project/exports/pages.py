"""A report or appendix while it is written: its blocks, and beside them every word in it that people said or wrote."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import unescape

from rcoder.domain.outgoing import Broken, Outgoing, Said, Wanted
from rcoder.domain.printed import Block, Document, Drawing, Paragraph, PrintedTable, Style, Title

_WORDS = re.compile(r"<(?:text|title|desc|tspan)\b[^>]*>([^<]+)")


class Pages:
    """Blocks in the order in which they are written."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.blocks: list[Block] = []
        self.said: list[Said] = []
        self.broken: list[Broken] = []
        """Numbers of cases by more than one thing they are known by."""
        self._under: dict[int, str] = {}

    def heading(self, text: str, level: int = 1, *, theirs: bool = False) -> None:
        """A heading; `theirs` where it holds people's words."""
        self._under = {each: words for each, words in self._under.items() if each < level} | {level: text}
        self.blocks.append(Title(text, level))
        if theirs:
            self.said.append(Said(self.place(), text))

    def ours(self, *texts: str, style: Style = Style.BODY) -> None:
        """Paragraphs of the program's own words; an empty one is left out."""
        self.blocks.extend(Paragraph(each, style) for each in texts if each)

    def theirs(self, text: str, what: str, style: Style = Style.BODY) -> None:
        """A paragraph that holds words of people; `what` says what it is."""
        if text:
            self.blocks.append(Paragraph(text, style))
            self.said.append(Said(self.place(what), text))

    def quote(self, text: str, after: str, what: str, *, case_id: str = "", role: str = "") -> None:
        """Somebody's words verbatim, with who says them where in small print."""
        self.blocks.append(Paragraph(text, Style.QUOTE, after, case_id, role))
        self.said.append(Said(self.place(what), f"{text} · {after}", case_id, role))

    def table(self, table: PrintedTable, *, theirs: bool = True) -> None:
        """A table; `theirs` where its cells may hold people's words."""
        self.blocks.append(table)
        if theirs:
            self.said.extend(_cells(table, self.place(table.title)))

    def drawing(self, drawing: Drawing) -> None:
        """A figure, with every word in it."""
        self.blocks.append(drawing)
        words = " ".join(unescape(each).strip() for each in _WORDS.findall(drawing.svg))
        self.said.append(Said(self.place(drawing.caption), f"{words} {drawing.described}"))

    def place(self, what: str = "") -> str:
        """Where one is in the document, in a person's words."""
        return " › ".join(each for each in (*self._under.values(), what) if each)

    def document(self, title: str, subtitle: str, source: str) -> Document:
        """What was written, as a document."""
        self.said.insert(0, Said("", f"{title} · {subtitle} · {source}"))
        return Document(title, subtitle, self.language, tuple(self.blocks), source)


def _cells(table: PrintedTable, place: str) -> Iterable[Said]:
    row_word = {"da": "række", "en": "row"}[table.language]
    for number, row in enumerate(table.rows, start=1):
        if row.under:
            yield Said(f"{place}, {row_word} {number}", row.under)
        for heading, cell in zip(table.headings, row.cells, strict=True):
            if cell.text and cell.number is None:
                where = f"{place}, {row_word} {number}, {heading.name}"
                yield Said(where, cell.text, cell.case_id, cell.role)
    for words in (*table.before, *table.notes):
        yield Said(place, words)


def leaving(document: Document, wanted: Wanted, pages: Pages) -> Outgoing:
    """The document in the format that is asked for, with its words."""
    from rcoder.exchange.documents import write_document
    from rcoder.figure.png import draw_png

    contents = write_document(document, wanted.ending, draw_png)
    return Outgoing(contents, tuple(pages.said), broken=tuple(pages.broken))
