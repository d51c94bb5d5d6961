"""The framework matrix as a file: CSV and XLSX, Markdown and Word; what is written, and in brackets what there is to write from."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from typing import Any

from rcoder.domain.case import Case
from rcoder.domain.codebook import Code
from rcoder.domain.errors import Misuse
from rcoder.domain.framework import FrameCell, Framework, material_words
from rcoder.domain.groups import OUTCOME_GROUP, said_value
from rcoder.exchange.passages.report import clean

LONGEST = 32_767
"""Characters of a cell in Excel."""
MOST_COLUMNS = 61
"""Columns of hypotheses that a table of Word can have beside the two of the case."""
NOTE = "In square brackets: not written yet, and what there is to write from. Passages are counted, never strength."
_SAFE = {
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "in_memory": True,
}
_WRITTEN = datetime(2000, 1, 1, tzinfo=UTC)


def headings(found: Framework) -> tuple[str, ...]:
    """The row over the table."""
    return ("Outcome group", "Case", *(column_name(each, found.language) for each in found.columns))


def column_name(code: Code, language: str) -> str:
    """A column by key and label."""
    return f"{code.key} {code.label.say(language)}".strip()


def rows(found: Framework) -> Iterator[tuple[str, ...]]:
    """A row for each case."""
    for case in found.cases:
        cells = (cell_words(found.cell(case.id, each.id)) for each in found.columns)
        yield (group_words(case), case.name, *cells)


def group_words(case: Case) -> str:
    """The outcome group of a case in words."""
    return said_value(OUTCOME_GROUP, case.outcome_group) if case.outcome_group else "unknown"


def cell_words(cell: FrameCell) -> str:
    """The summaries of a cell, each with its coder where there are several or it is another's; else what there is, in brackets."""
    if not cell.written:
        return f"[{material_words(cell.material)}]"
    named = len(cell.written) > 1 or not cell.written[0].own
    found = []
    for each in cell.written:
        who = f"{each.coder}: " if named else ""
        signs = f" [{each.signs}]" if each.signs else ""
        found.append(f"{who}{each.summary.text}{signs}")
    return "\n".join(found)


def filled_words(found: Framework) -> str:
    """How much is written: "7 of 12 cells written"."""
    return f"{found.filled()} of {found.size} cells have a summary."


def as_csv(found: Framework) -> bytes:
    """Semicolons and a byte-order mark, as Danish spreadsheets expect; nothing in it is run."""
    from rcoder.exchange.neutral import guarded

    written = io.StringIO()
    writer = csv.writer(written, delimiter=";", lineterminator="\r\n")
    for row in (headings(found), *rows(found)):
        writer.writerow([guarded(each) for each in row])
    writer.writerow([])
    for words in (found.study, found.title, filled_words(found), NOTE):
        writer.writerow([guarded(words)])
    return f"\ufeff{written.getvalue()}".encode()


def as_xlsx(found: Framework) -> bytes:
    """A workbook whose cells wrap, with names that stay."""
    from xlsxwriter import Workbook

    written = io.BytesIO()
    book = Workbook(written, dict(_SAFE))
    book.set_properties({"created": _WRITTEN.replace(tzinfo=None)})
    sheet: Any = book.add_worksheet("Framework")
    bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
    wraps = book.add_format({"text_wrap": True, "valign": "top"})
    sheet.set_column(0, 1, 18)
    sheet.set_column(2, 1 + max(1, len(found.columns)), 40)
    for place, row in enumerate((headings(found), *rows(found))):
        for column, words in enumerate(row):
            sheet.write_string(place, column, clean(words)[:LONGEST], wraps if place else bold)
    sheet.freeze_panes(1, 2)
    about: Any = book.add_worksheet("About")
    about.set_column(0, 0, 100)
    for place, words in enumerate((found.study, found.title, filled_words(found), NOTE)):
        about.write_string(place, 0, clean(words)[:LONGEST])
    book.close()
    return written.getvalue()


def as_markdown(found: Framework) -> bytes:
    """A table."""
    from rcoder.exchange.markdown import escaped, table

    lines = [f"# {escaped(found.title)} by case", "", escaped(found.study), ""]
    body = [[escaped(cell) for cell in row] for row in rows(found)]
    lines += [*table([escaped(each) for each in headings(found)], body), "", escaped(filled_words(found)), ""]
    return ("\n".join([*lines, escaped(NOTE)]).rstrip("\n") + "\n").encode()


def as_docx(found: Framework) -> bytes:
    """A Word document across the page. Raises Misuse for more columns than Word has."""
    if len(found.columns) > MOST_COLUMNS:
        raise Misuse(
            f"A table of {len(found.columns)} columns is too wide for Word.",
            "Write it as .xlsx, or name one hypothesis.",
        )
    from docx import Document
    from docx.enum.section import WD_ORIENT

    from rcoder.exchange.passages.word import undated

    document = Document()
    own = document.core_properties
    own.author, own.title, own.comments, own.last_modified_by = "", clean(found.title), "", ""
    own.created = own.modified = _WRITTEN
    page = document.sections[0]
    page.orientation = WD_ORIENT.LANDSCAPE
    page.page_width, page.page_height = page.page_height, page.page_width
    document.add_heading(f"{clean(found.title)} by case", level=1)
    document.add_paragraph(clean(found.study))
    _table(document, [tuple(clean(each) for each in row) for row in (headings(found), *rows(found))])
    document.add_paragraph(filled_words(found))
    document.add_paragraph(NOTE)
    written = io.BytesIO()
    document.save(written)
    return undated(written)


def _table(document: Any, cells: list[tuple[str, ...]]) -> None:
    from docx.oxml import OxmlElement
    from docx.shared import Pt

    table = document.add_table(rows=len(cells), cols=len(cells[0]), style="Table Grid")
    for place, (row, words) in enumerate(zip(table.rows, cells, strict=True)):
        for cell, own in zip(row.cells, words, strict=True):
            run = cell.paragraphs[0].add_run(own)
            run.font.size, run.bold = Pt(8), place == 0
        if place == 0:
            row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))  # noqa: SLF001 - python-docx has no public name for it


_WRITERS: dict[str, Callable[[Framework], bytes]] = {
    ".csv": as_csv,
    ".xlsx": as_xlsx,
    ".md": as_markdown,
    ".docx": as_docx,
}
ENDINGS = tuple(_WRITERS)


def write_framework(found: Framework, ending: str) -> bytes:
    """The bytes of a file of that ending; the same matrix gives the same bytes. Raises Misuse for another ending."""
    writer = _WRITERS.get(ending.casefold())
    if writer is None:
        raise Misuse(
            f"A framework matrix cannot be written as {ending or 'that'}.",
            f"Give a name that ends in {', '.join(ENDINGS)}.",
        )
    return writer(found)
