"""The framework matrix as a file: CSV and XLSX, Markdown and Word; what is written, and in brackets what there is to write from."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

from rcoder.domain.case import Case
from rcoder.domain.codebook import Code
from rcoder.domain.errors import Misuse
from rcoder.domain.framework import FrameCell, Framework, material_words
from rcoder.domain.groups import outcome_words
from rcoder.exchange.office import about_sheet, clean, document, held, page_table, semicolons, workbook

if TYPE_CHECKING:
    from docx.document import Document
    from xlsxwriter import Workbook

MOST_COLUMNS = 61
"""Columns of hypotheses that a table of Word can have beside the two of the case."""
NOTE = "In square brackets: not written yet, and what there is to write from. Passages are counted, never strength."


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
    return outcome_words(case.outcome_group, "unknown")


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
    """The table first, then an empty line and what is to be read beside it."""
    table = ([clean(each) for each in row] for row in (headings(found), *rows(found)))
    return semicolons((*table, [], *([clean(words)] for words in _beside(found))))


def as_xlsx(found: Framework) -> bytes:
    """A workbook whose cells wrap, with names that stay."""

    def fill(book: Workbook) -> None:
        sheet: Any = book.add_worksheet("Framework")
        bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
        wraps = book.add_format({"text_wrap": True, "valign": "top"})
        sheet.set_column(0, 1, 18)
        sheet.set_column(2, 1 + max(1, len(found.columns)), 40)
        for place, row in enumerate((headings(found), *rows(found))):
            for column, words in enumerate(row):
                sheet.write_string(place, column, held(clean(words)), wraps if place else bold)
        sheet.freeze_panes(1, 2)
        about_sheet(book, _beside(found))

    return workbook(fill)


def _beside(found: Framework) -> tuple[str, ...]:
    return found.study, found.title, filled_words(found), NOTE


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

    def fill(made: Document) -> None:
        made.add_heading(f"{clean(found.title)} by case", level=1)
        made.add_paragraph(clean(found.study))
        page_table(made, [tuple(clean(each) for each in row) for row in (headings(found), *rows(found))])
        made.add_paragraph(filled_words(found))
        made.add_paragraph(NOTE)

    return document(found.title, fill, across=True)


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
