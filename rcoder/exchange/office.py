"""Files of spreadsheets and word processors: nothing in them is run, and the same contents give the same bytes."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from rcoder.exchange.neutral import guarded

if TYPE_CHECKING:
    from docx.document import Document
    from xlsxwriter import Workbook

LONGEST = 32_767
"""Characters of a cell in Excel."""
_CUT = " … [cut: a cell of Excel holds 32,767 characters; Word, Markdown and CSV have the whole]"
_WRITTEN = datetime(2000, 1, 1, tzinfo=UTC)
"""What a file says of when it was made."""
_SAFE = {
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "in_memory": True,
}
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_TURNING = re.compile(r"[\u202a-\u202e\u2066-\u2069]")
"""Characters by which words are shown in another order than they stand in, those of others after them too."""


def clean(text: str) -> str:
    """The text with a mark for each character that no XML file can hold or that turns words round, line ends as newlines."""
    return _TURNING.sub("⇄", _CONTROLS.sub("�", text.replace("\r\n", "\n").replace("\r", "\n")))


def held(text: str) -> str:
    """The text as far as a cell of Excel holds it, saying so where that is not all."""
    return text if len(text) <= LONGEST else text[: LONGEST - len(_CUT)] + _CUT


def semicolons(rows: Iterable[Sequence[str | int]]) -> bytes:
    """CSV with semicolons and a byte-order mark, as Danish spreadsheets expect; what they would run is guarded."""
    written = io.StringIO()
    writer = csv.writer(written, delimiter=";", lineterminator="\r\n")
    for row in rows:
        writer.writerow([guarded(cell) if isinstance(cell, str) else cell for cell in row])
    return f"\ufeff{written.getvalue()}".encode()


def workbook(fill: Callable[[Workbook], None]) -> bytes:
    """An Excel workbook of the sheets that `fill` adds."""
    from xlsxwriter import Workbook

    written = io.BytesIO()
    book = Workbook(written, dict(_SAFE))
    book.set_properties({"created": _WRITTEN.replace(tzinfo=None)})
    fill(book)
    book.close()
    return written.getvalue()


def about_sheet(book: Workbook, words: Iterable[str]) -> None:
    """What is to be read beside the tables, on a sheet of its own."""
    sheet: Any = book.add_worksheet("About")
    sheet.set_column(0, 0, 100)
    for place, line in enumerate(words):
        sheet.write_string(place, 0, held(clean(line)))


def write_cell(sheet: Any, place: int, column: int, cell: str | int) -> None:
    """Writes a number as a number, and words as words whatever they look like."""
    if isinstance(cell, int):
        sheet.write_number(place, column, cell)
    else:
        sheet.write_string(place, column, held(cell))


def document(title: str, fill: Callable[[Document], None], *, across: bool = False) -> bytes:
    """A Word document that `fill` writes; `across` puts its pages on their side."""
    from docx import Document
    from docx.enum.section import WD_ORIENT

    made = Document()
    own = made.core_properties
    own.author, own.title, own.comments, own.last_modified_by = "", clean(title)[:255], "", ""
    own.created = own.modified = _WRITTEN
    if across:
        page = made.sections[0]
        page.orientation = WD_ORIENT.LANDSCAPE
        page.page_width, page.page_height = page.page_height, page.page_width
    fill(made)
    written = io.BytesIO()
    made.save(written)
    return _undated(written)


def page_table(made: Document, cells: Sequence[Sequence[str]], top: int = 1) -> None:
    """A table in a document, whose first `top` rows are repeated on each page."""
    from docx.oxml import OxmlElement
    from docx.shared import Pt

    table = made.add_table(rows=len(cells), cols=len(cells[0]), style="Table Grid")
    for place, (row, words) in enumerate(zip(table.rows, cells, strict=True)):
        for cell, own in zip(row.cells, words, strict=True):
            run = cell.paragraphs[0].add_run(own)
            run.font.size, run.bold = Pt(8), place < top
        if place < top:
            properties = row._tr.get_or_add_trPr()  # noqa: SLF001 - python-docx has no public name for it
            properties.append(OxmlElement("w:tblHeader"))


def _undated(written: io.BytesIO) -> bytes:
    """The same file without the time of each part."""
    found = io.BytesIO()
    with zipfile.ZipFile(written) as before, zipfile.ZipFile(found, "w", zipfile.ZIP_DEFLATED) as after:
        for name in before.namelist():
            after.writestr(zipfile.ZipInfo(name), before.read(name), zipfile.ZIP_DEFLATED)
    return found.getvalue()
