"""A table as a Word document: headings that are repeated on each page, widths by what stands in the columns."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any
from xml.sax.saxutils import escape

from rcoder.domain.errors import Misuse
from rcoder.domain.printed import Heading, Printed, PrintedRow, PrintedTable
from rcoder.exchange.office import clean, document
from rcoder.exchange.printing.layout import NOTHING, across, every, shares, with_groups

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph

MOST_COLUMNS = 63
"""Columns that a table of Word can have."""
MOST_CELLS = 60_000
"""Cells above which Word itself takes minutes."""
_MANY, _SMALL, _USUAL = 9, 14, 16
"""Columns above which letters are smaller; letters' sizes in half points."""
_SPLIT = 700
"""Characters above which a row may be broken over two pages."""
_SPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_TWIPS = 635
"""English Metric Units in a twip."""


def as_docx(table: PrintedTable) -> bytes:
    """The file's bytes. Raises Misuse for a table that Word cannot hold."""
    for each in every(table):
        _refuse_large(each)
    side = across(table)

    def fill(made: Document) -> None:
        _page(made, side=side)
        _language(made, table.language)
        add_printed(made, table)

    return document(table.title, fill, across=side)


def _page(made: Document, *, side: bool) -> None:
    """A4 with narrow margins, in letters without serifs."""
    from docx.shared import Cm

    page, long, short = made.sections[0], Cm(29.7), Cm(21)
    page.page_width, page.page_height = (long, short) if side else (short, long)
    page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = Cm(1.6)
    made.styles["Normal"].font.name = "Calibri"


def _language(made: Document, language: str) -> None:
    """The language that words are hyphenated in, and that they are."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    found: Any = made.styles.element
    for each in found.iter(qn("w:lang")):
        each.set(qn("w:val"), {"da": "da-DK", "en": "en-GB"}[language])
    settings: Any = made.settings.element
    for each in settings.iter(qn("w:defaultTabStop")):
        each.addnext(OxmlElement("w:autoHyphenation"))


def add_printed(made: Document, table: PrintedTable, *, level: int = 1) -> None:
    """Adds a table with its title as a heading of that level, what is said before and after it, and its source.

    It is as wide as the text of the document's last section. Raises Misuse for a table that Word cannot hold.
    """
    for place, each in enumerate(every(table)):
        _refuse_large(each)
        made.add_heading(clean(each.title), level=level + (place > 0))
        for words in each.before:
            made.add_paragraph(clean(words))
        if each.rows:
            _add(made, each)
        else:
            made.add_paragraph(NOTHING.say(each.language))
        for words in each.notes:
            small(made.add_paragraph(), words)
    if table.source:
        small(made.add_paragraph(), table.source)


def small(paragraph: Paragraph, words: str) -> None:
    """Small print: notes and sources."""
    from docx.shared import Pt

    run = paragraph.add_run(clean(words))
    run.font.size = Pt(8)
    paragraph.paragraph_format.space_after = Pt(3)


def _refuse_large(table: PrintedTable) -> None:
    columns, rows = len(table.headings), len(table.rows)
    if columns > MOST_COLUMNS or columns * rows > MOST_CELLS:
        raise Misuse(
            f"A table of {rows} rows and {columns} columns is too large for Word.",
            "Narrow it, such as to a hypothesis, or write it as .xlsx.",
        )


def _add(made: Document, table: PrintedTable) -> None:
    from docx.oxml import parse_xml

    page: Any = made.sections[-1]
    room = (page.page_width - page.left_margin - page.right_margin) // _TWIPS
    body: Any = made.element.body
    body.insert(len(body) - 1, parse_xml("".join(_table(table, room))))


def _table(table: PrintedTable, room: int) -> Iterator[str]:
    widths = [round(room * share) for share in shares(table)]
    size = _SMALL if len(widths) > _MANY else _USUAL
    yield f'<w:tbl xmlns:w="{_SPACE}"><w:tblPr><w:tblW w:w="{room}" w:type="dxa"/>{_BORDERS}<w:tblLayout w:type="fixed"/>{_MARGINS}'
    grid = "".join(f'<w:gridCol w:w="{each}"/>' for each in widths)
    yield f'<w:tblLook w:firstRow="1" w:firstColumn="1"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>'
    yield "<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>"
    for heading, width in zip(table.headings, widths, strict=True):
        of = _run(heading.of, size) if heading.of else ""
        between = "<w:r><w:br/></w:r>" if of else ""
        yield _cell(
            width, f"{_run(heading.name, size, 'b')}{between}{of}", figures=heading.figures, line=True
        )
    yield "</w:tr>"
    for row in with_groups(table):
        yield _group(row, room, len(widths), size) if isinstance(row, str) else _row(table, row, widths, size)
    yield "</w:tbl>"


_BORDERS = (
    '<w:tblBorders><w:top w:val="single" w:sz="10" w:color="333333"/><w:bottom w:val="single" w:sz="10" w:color="333333"/>'
    '<w:insideH w:val="single" w:sz="2" w:color="BBBBBB"/></w:tblBorders>'
)
_MARGINS = '<w:tblCellMar><w:left w:w="60" w:type="dxa"/><w:right w:w="60" w:type="dxa"/></w:tblCellMar>'


def _group(words: str, room: int, columns: int, size: int) -> str:
    look = f'<w:tcW w:w="{room}" w:type="dxa"/><w:gridSpan w:val="{columns}"/><w:shd w:val="clear" w:color="auto" w:fill="EEEEEE"/>'
    paragraph = f"<w:p><w:pPr><w:keepNext/>{_TIGHT}</w:pPr>{_run(words, size, 'b')}</w:p>"
    return f"<w:tr><w:trPr><w:cantSplit/></w:trPr><w:tc><w:tcPr>{look}</w:tcPr>{paragraph}</w:tc></w:tr>"


def _row(table: PrintedTable, row: PrintedRow, widths: list[int], size: int) -> str:
    whole = "" if any(len(cell.text) > _SPLIT for cell in row.cells) else "<w:trPr><w:cantSplit/></w:trPr>"
    cells = (
        _of_row(heading, cell, width, size, row.depth if place == 0 else 0)
        for place, (heading, cell, width) in enumerate(zip(table.headings, row.cells, widths, strict=True))
    )
    return f"<w:tr>{whole}{''.join(cells)}</w:tr>"


def _of_row(heading: Heading, cell: Printed, width: int, size: int, depth: int) -> str:
    return _cell(
        width, _run(cell.text, size, "i" if heading.quote else ""), figures=heading.figures, depth=depth
    )


_TIGHT = '<w:spacing w:before="20" w:after="20" w:line="240" w:lineRule="auto"/>'


def _cell(width: int, runs: str, *, figures: bool = False, line: bool = False, depth: int = 0) -> str:
    under = '<w:tcBorders><w:bottom w:val="single" w:sz="6" w:color="333333"/></w:tcBorders>' if line else ""
    deep = f'<w:ind w:left="{160 * depth}"/>' if depth else ""
    side = '<w:jc w:val="right"/>' if figures else '<w:jc w:val="left"/>'
    look = f'<w:tcW w:w="{width}" w:type="dxa"/>{under}'
    return f"<w:tc><w:tcPr>{look}</w:tcPr><w:p><w:pPr>{_TIGHT}{deep}{side}</w:pPr>{runs}</w:p></w:tc>"


def _run(words: str, size: int, look: str = "") -> str:
    mark = f"<w:{look}/>" if look else ""
    said = escape(clean(words)).replace("\n", '</w:t><w:br/><w:t xml:space="preserve">')
    said = said.replace("\t", '</w:t><w:tab/><w:t xml:space="preserve">')
    return f'<w:r><w:rPr>{mark}<w:sz w:val="{size}"/></w:rPr><w:t xml:space="preserve">{said}</w:t></w:r>'
