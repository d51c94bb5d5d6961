"""A document put on pages, whatever the file: which blocks share a sheet, which way it lies, and what each is numbered."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from rcoder.domain.printed import Block, Document, Drawing, Paragraph, PrintedTable, Style, Title
from rcoder.domain.words import Bilingual

CONTENTS = Bilingual("Indhold", "Contents")
TABLE = Bilingual("Tabel", "Table")
FIGURE = Bilingual("Figur", "Figure")
PAGE_OF = Bilingual("Side {page} af {pages}", "Page {page} of {pages}")

PORTRAIT = (184.0, 200.0)
"""Width and height in mm that a figure may have on an upright page of A4, under a heading and over its caption.

A wide figure reaches into the margins: what is as wide as the text comes out a tenth smaller.
"""
ACROSS = (271.0, 138.0)
"""The same on a page on its side."""
NATURAL = 25.4 / 96
"""mm of a pixel of a drawing at its own size."""
MOST_COLUMNS = 6
"""Columns, or shares of width, above which a table needs a page on its side."""
MOST_WIDTH = 9.0
MOST_LISTED = 36
"""Headings that contents on one page have room for; of more, only the first level is listed."""
CLOSE = 3
"""Blocks after a heading among which a figure is close."""

_NUMBER = r"([0-9.]+)(?:px)?"
_SIZE = re.compile(rf'<svg[^>]*?\swidth="{_NUMBER}"[^>]*?\sheight="{_NUMBER}"')
_VIEW = re.compile(r'<svg[^>]*?\sviewBox="[-0-9.]+ [-0-9.]+ ([0-9.]+) ([0-9.]+)"')


class Size(NamedTuple):
    """Width and height in mm."""

    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Sheet:
    """Blocks that follow one another on pages that lie one way."""

    across: bool
    blocks: list[Block] = field(default_factory=list)


class Parts(NamedTuple):
    """A document in its parts."""

    front: tuple[Block, ...]
    """What stands on the first page, before the contents."""
    headings: tuple[Title, ...]
    """What the contents list."""
    depth: int
    """The level of the headings down to which the contents go."""
    sheets: tuple[Sheet, ...]


def parts(document: Document) -> Parts:
    """The document in its parts; what comes before its first heading stands on the first page."""
    blocks = document.blocks
    first = next((place for place, each in enumerate(blocks) if isinstance(each, Title)), len(blocks))
    titles = [each for each in blocks if isinstance(each, Title)]
    depth = 2 if sum(each.level <= 2 for each in titles) <= MOST_LISTED else 1
    headings = tuple(each for each in titles if each.level <= depth)
    return Parts(blocks[:first], headings, depth, tuple(sheets(blocks[first:])))


def sheets(blocks: Iterable[Block]) -> Iterator[Sheet]:
    """The blocks by the way their pages lie; headings just before a page on its side go along with it."""
    upright = Sheet(across=False)
    for each in blocks:
        if not is_across(each):
            upright.blocks.append(each)
            continue
        along = _taken_along(upright.blocks)
        if upright.blocks:
            yield upright
        yield Sheet(across=True, blocks=[*along, each])
        upright = Sheet(across=False)
    if upright.blocks:
        yield upright


def begins_page(blocks: Sequence[Block], place: int) -> bool:
    """Whether a heading begins a page: one of the first level with a figure close after it, so that the two stay together."""
    block = blocks[place]
    after = blocks[place + 1 : place + 1 + CLOSE]
    return isinstance(block, Title) and block.level == 1 and any(isinstance(each, Drawing) for each in after)


def leads_on(blocks: Sequence[Block], place: int) -> bool:
    """Whether a block is small print right under a heading, which stays together with what follows."""
    block = blocks[place]
    if not isinstance(block, Paragraph) or block.style is not Style.BESIDE or not place:
        return False
    return isinstance(blocks[place - 1], Title)


def is_across(block: Block) -> bool:
    """Whether a block needs a page on its side."""
    if isinstance(block, Drawing):
        return block.across
    if isinstance(block, PrintedTable):
        widths = sum(each.width for each in block.headings)
        return len(block.headings) > MOST_COLUMNS and widths > MOST_WIDTH
    return False


def _taken_along(blocks: list[Block]) -> list[Block]:
    """Takes the headings off the end, with one short paragraph under them, so that they stand over what follows."""
    end = len(blocks)
    if end and isinstance(blocks[-1], Paragraph) and blocks[-1].style is Style.BODY and end > 1:
        end -= 1
    first = end
    while first and isinstance(blocks[first - 1], Title):
        first -= 1
    if first == end:
        return []
    along = blocks[first:]
    del blocks[first:]
    return along


def size_of(svg: str) -> Size:
    """The size of a drawing in pixels, as it says itself."""
    found = _SIZE.search(svg) or _VIEW.search(svg)
    return Size(float(found[1]), float(found[2])) if found else Size(1.0, 1.0)


def fitted(svg: str, *, across: bool) -> Size:
    """The size in mm that a drawing gets on its page: its own where there is room, else as large as fits."""
    own, room = size_of(svg), ACROSS if across else PORTRAIT
    scale = min(NATURAL, room[0] / own.width, room[1] / own.height)
    return Size(own.width * scale, own.height * scale)


def groups(table: PrintedTable) -> Iterator[tuple[str, list[tuple[str, ...]]]]:
    """The rows of a table under their headings, in order."""
    under: str | None = None
    held: list[tuple[str, ...]] = []
    for row in table.rows:
        if held and row.under != under:
            yield under or "", held
            held = []
        under = row.under
        held.append(tuple(each.text for each in row.cells))
    if held:
        yield under or "", held


def named(table: PrintedTable) -> tuple[str, ...]:
    """The headings of a table, each with what its numbers are of."""
    return tuple(f"{each.name} ({each.of})" if each.of else each.name for each in table.headings)
