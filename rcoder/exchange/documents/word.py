"""A document as a Word file: real headings, contents, captions, repeated heads, figures at print resolution with alternative texts."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from rcoder.domain.printed import Block, Drawing, Paragraph, PrintedTable, Style, Title
from rcoder.domain.printed import Document as Printed
from rcoder.exchange.documents import word_parts as parts_of
from rcoder.exchange.documents.layout import (
    CONTENTS,
    FIGURE,
    PAGE_OF,
    TABLE,
    Parts,
    begins_page,
    fitted,
    groups,
    is_across,
    leads_on,
    named,
    parts,
)
from rcoder.exchange.documents.pictures import Picture
from rcoder.exchange.documents.word_styles import BESIDE, QUOTE, SOURCE, set_up
from rcoder.exchange.office import clean, document
from rcoder.exchange.printing.layout import shares

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import Table
    from docx.text.paragraph import Paragraph as Written

UPRIGHT_WIDTH, ACROSS_WIDTH = 166.0, 257.0
"""Of the text on a page of A4, in mm."""


def as_docx(printed: Printed, picture: Picture) -> bytes:
    """The file's bytes, the same for the same document."""

    def fill(made: Document) -> None:
        _Writer(made, printed, picture).write()

    return document(printed.title, fill)


class _Writer:
    """Writes one document, block by block."""

    def __init__(self, made: Document, printed: Printed, picture: Picture) -> None:
        self.made = made
        self.printed = printed
        self.picture = picture
        self.language = printed.language
        self.numbers = {TABLE: 0, FIGURE: 0}
        self.headings = 0
        """Headings written, which the links of the contents count."""

    def write(self) -> None:
        """The whole document."""
        set_up(self.made, self.language)
        self._footer()
        found = parts(self.printed)
        self.made.add_paragraph(clean(self.printed.title), style="Title")
        if self.printed.subtitle:
            self.made.add_paragraph(clean(self.printed.subtitle), style="Subtitle")
        for each in found.front:
            self._block(each, across=False)
        if len(found.headings) > 1:
            self._contents(found)
        self._sheets(found)

    def _sheets(self, found: Parts) -> None:
        from docx.enum.section import WD_SECTION

        lies = False
        for place, sheet in enumerate(found.sheets):
            if sheet.across != lies or sheet.across:
                self._turn(across=sheet.across)
                lies = sheet.across
            elif place == 0 and len(found.headings) > 1:
                self.made.add_section(WD_SECTION.NEW_PAGE)
            for at, each in enumerate(sheet.blocks):
                begins, onward = begins_page(sheet.blocks, at), leads_on(sheet.blocks, at)
                self._block(each, across=sheet.across, begins_page=begins, onward=onward)

    def _turn(self, *, across: bool) -> None:
        """Begins pages that lie the other way."""
        from docx.enum.section import WD_ORIENT, WD_SECTION
        from docx.shared import Mm

        section = self.made.add_section(WD_SECTION.NEW_PAGE)
        section.orientation = WD_ORIENT.LANDSCAPE if across else WD_ORIENT.PORTRAIT
        section.page_width, section.page_height = (Mm(297), Mm(210)) if across else (Mm(210), Mm(297))
        side = Mm(20 if across else 22)
        section.left_margin = section.right_margin = side

    def _footer(self) -> None:
        footer = self.made.sections[0].footer
        source = footer.paragraphs[0]
        source.style = self.made.styles[SOURCE]
        source.add_run(clean(self.printed.source))
        pages = footer.add_paragraph(style=SOURCE)
        before, _, rest = PAGE_OF.say(self.language).partition("{page}")
        between, _, after = rest.partition("{pages}")
        pages.add_run(before)
        parts_of.field(pages, "PAGE", "1")
        pages.add_run(between)
        parts_of.field(pages, "NUMPAGES", "1")
        pages.add_run(after)

    def _contents(self, found: Parts) -> None:
        """The headings as a field of Word's, filled in, so that it reads right before Word works out the pages."""
        self.made.add_paragraph(CONTENTS.say(self.language), style="TOC Heading")
        written = [
            (self.made.add_paragraph(style=f"TOC {each.level}"), each, number)
            for number, each in self._numbered(found)
        ]
        parts_of.half_field(written[0][0], "begin", rf'TOC \o "1-{found.depth}" \h \z \u')
        for paragraph, each, number in written:
            parts_of.link(paragraph, f"_Toc{number:08}", clean(each.text))
        parts_of.half_field(written[-1][0], "end")

    @staticmethod
    def _numbered(found: Parts) -> list[tuple[int, Title]]:
        titles = [each for sheet in found.sheets for each in sheet.blocks if isinstance(each, Title)]
        return [(number, each) for number, each in enumerate(titles, start=1) if each.level <= found.depth]

    # -- blocks ------------------------------------------------------------------------------------------------

    def _block(self, block: Block, *, across: bool, begins_page: bool = False, onward: bool = False) -> None:
        if isinstance(block, Title):
            self.headings += 1
            paragraph = self.made.add_heading(clean(block.text), level=block.level)
            paragraph.paragraph_format.page_break_before = True if begins_page else None
            parts_of.bookmark(paragraph, f"_Toc{self.headings:08}", self.headings)
        elif isinstance(block, Paragraph):
            self._paragraph(block, onward=onward)
        elif isinstance(block, Drawing):
            self._drawing(block)
        else:
            self._table(block, across=across)

    def _paragraph(self, block: Paragraph, *, onward: bool) -> None:
        styles = {Style.BODY: "Normal", Style.QUOTE: QUOTE, Style.BESIDE: BESIDE, Style.BULLET: "List Bullet"}
        paragraph = self.made.add_paragraph(clean(block.text), style=styles[block.style])
        paragraph.paragraph_format.keep_with_next = True if onward else None
        if block.after:
            paragraph.add_run().add_break()
            self._small(paragraph, block.after)

    @staticmethod
    def _small(paragraph: Written, words: str) -> None:
        from docx.shared import Pt, RGBColor

        run = paragraph.add_run(clean(words))
        run.font.size, run.font.color.rgb = Pt(8.5), RGBColor(0x4D, 0x56, 0x61)

    def _drawing(self, block: Drawing) -> None:
        from docx.shared import Mm

        size = fitted(block.svg, across=block.across)
        paragraph = self.made.add_paragraph(style="Normal")
        paragraph.paragraph_format.keep_with_next = True
        into = max(0.0, (size.width - (ACROSS_WIDTH if block.across else UPRIGHT_WIDTH)) / 2)
        paragraph.paragraph_format.left_indent = Mm(-into) if into else None
        shape = paragraph.add_run().add_picture(io.BytesIO(self.picture(block.svg)), width=Mm(size.width))
        parts_of.described(shape, clean(block.described))
        self._caption(FIGURE, block.caption)

    def _caption(self, of: object, words: str) -> None:
        named_by = TABLE if of is TABLE else FIGURE
        self.numbers[named_by] += 1
        paragraph = self.made.add_paragraph(style="Caption")
        label = named_by.say(self.language)
        paragraph.add_run(f"{label} ")
        parts_of.field(paragraph, rf"SEQ {label} \* ARABIC", str(self.numbers[named_by]))
        paragraph.add_run(f". {clean(words)}")
        paragraph.paragraph_format.keep_with_next = named_by is TABLE

    def _table(self, block: PrintedTable, *, across: bool) -> None:
        for words in block.before:
            self.made.add_paragraph(clean(words))
        self._caption(TABLE, block.title)
        found = list(groups(block))
        length = 1 + sum(len(rows) + bool(under) for under, rows in found)
        table = self.made.add_table(rows=length, cols=len(block.headings))
        parts_of.lined(table)
        self._widths(table, block, ACROSS_WIDTH if across else UPRIGHT_WIDTH)
        self._row(table, 0, named(block), block, bold=True)
        parts_of.repeated(table, 0)
        place = 1
        for under, rows in found:
            if under:
                self._under(table, place, under)
                place += 1
            for row in rows:
                self._row(table, place, row, block)
                place += 1
        parts_of.whole_rows(table)
        for words in block.notes:
            self.made.add_paragraph(clean(words), style=BESIDE)
        self.made.add_paragraph(style=BESIDE)

    @staticmethod
    def _widths(table: Table, block: PrintedTable, room: float) -> None:
        from docx.shared import Mm

        table.autofit = False
        for column, share in zip(table.columns, shares(block), strict=True):
            column.width = Mm(share * room)

    def _row(
        self, table: Table, place: int, words: tuple[str, ...], block: PrintedTable, *, bold: bool = False
    ) -> None:
        from docx.enum.text import WD_ALIGN_PARAGRAPH
        from docx.shared import Pt

        size = Pt(7.5 if is_across(block) else 8.5)
        for cell, column, heading, own in zip(
            table.rows[place].cells, table.columns, block.headings, words, strict=True
        ):
            cell.width = column.width
            paragraph = cell.paragraphs[0]
            paragraph.paragraph_format.space_after = Pt(1)
            run = paragraph.add_run(clean(own))
            run.font.size, run.bold = size, bold
            if heading.figures:
                paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT

    def _under(self, table: Table, place: int, words: str) -> None:
        from docx.shared import Pt

        cells = table.rows[place].cells
        cells[0].merge(cells[-1])
        paragraph = cells[0].paragraphs[0]
        paragraph.paragraph_format.keep_with_next = True
        run = paragraph.add_run(clean(words))
        run.bold, run.font.size = True, Pt(8.5)
        parts_of.shaded(table, place)
