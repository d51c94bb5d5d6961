"""A table as it is printed, whatever the file, and a document made of blocks."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple


class Heading(NamedTuple):
    """A column of a printed table."""

    name: str
    width: float = 1.0
    """Its share of the page's width, beside the other columns'."""
    of: str = ""
    """What the numbers in it are of: "4 cases coded to the end"; "" for words."""
    figures: bool = False
    """Whether it holds numbers, which stand to the right."""
    share: bool = False
    """Whether the numbers behind its cells are shares of 1, said in per cent."""
    quote: bool = False
    """Whether it holds somebody's words, verbatim."""


class Printed(NamedTuple):
    """A cell: what is read, and the number behind it where it is one."""

    text: str
    number: float | None = None
    case_id: str = ""
    """The case that the words are of, for the check before anything leaves."""
    role: str = ""
    spoken: str = ""
    """The cell without signs, for those who do not see the table; "" where the text says it all."""


class PrintedRow(NamedTuple):
    """A row, and the heading it stands under."""

    cells: tuple[Printed, ...]
    under: str = ""
    """Rows that stand under the same heading follow one another; "" for none."""
    depth: int = 0
    """How far in a tree its first cell stands."""


@dataclass(frozen=True, slots=True)
class PrintedTable:
    """A table: headings, rows, what is said before and after it, and where it comes from; the first column names the rows."""

    key: str
    title: str
    headings: tuple[Heading, ...]
    rows: tuple[PrintedRow, ...]
    language: str = "da"
    before: tuple[str, ...] = ()
    """What it shows and is narrowed to, and warnings."""
    notes: tuple[str, ...] = ()
    """Signs, denominators, what is not counted."""
    source: str = ""
    """The line of its colophon."""
    further: tuple[PrintedTable, ...] = ()
    """Tables that are read with it, printed after it."""
    numbers: PrintedTable | None = None
    """Every number in a row of its own with what it is of, for workbooks; None where the table's cells are numbers already."""


class Style(StrEnum):
    """What a paragraph is."""

    BODY = "body"
    QUOTE = "quote"
    """Somebody's words, verbatim."""
    BESIDE = "beside"
    """Small print: sources, denominators, notes."""
    BULLET = "bullet"


class Title(NamedTuple):
    """A heading of a document."""

    text: str
    level: int = 1
    """1 to 3."""


class Paragraph(NamedTuple):
    """A paragraph."""

    text: str
    style: Style = Style.BODY
    after: str = ""
    """For a quote: who says it and where, in small print."""
    case_id: str = ""
    role: str = ""


class Drawing(NamedTuple):
    """A figure in a document."""

    svg: str
    caption: str
    described: str
    """What it shows, for those who cannot see it."""
    across: bool = False
    """Whether it needs a page on its side."""


Block = Title | Paragraph | PrintedTable | Drawing


@dataclass(frozen=True, slots=True)
class Document:
    """A report or appendix, block by block."""

    title: str
    subtitle: str
    language: str
    blocks: tuple[Block, ...]
    source: str
    """The line of its colophon, at the foot of each page."""
