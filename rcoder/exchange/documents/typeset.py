"""A document as PDF: typeset from one template, tagged for screen readers, its words never read as markup."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from importlib.resources import files
from typing import Any

from rcoder.domain.errors import RcoderError
from rcoder.domain.printed import Block, Document, Drawing, Paragraph, PrintedTable, Title
from rcoder.exchange.documents.layout import (
    CONTENTS,
    PAGE_OF,
    begins_page,
    fitted,
    groups,
    is_across,
    leads_on,
    named,
    parts,
)
from rcoder.exchange.office import clean
from rcoder.exchange.printing.layout import shares
from rcoder.fonts import font_folder, letters

_STANDARDS: tuple[list[str], ...] = (["a-2a", "ua-1"], ["a-2b"], [])
"""What the file keeps to, the best first: letters with several accents and vowelled Arabic cannot be tagged."""
_BLANK = frozenset("\n\t")
_WRITTEN = datetime(2000, 1, 1, tzinfo=UTC)
"""What a file says of when it was made."""
LONG, ROWS = 900, 8
"""Letters and rows of a table above which it may go on over the next page."""
TALL = 500
"""Letters of a cell above which its row may go on over the next page."""


def as_pdf(document: Document) -> bytes:
    """The file's bytes (PDF/A-2a and PDF/UA-1 where its letters allow it), the same for the same document.

    Characters that our font has no letter for stand as marks. Raises RcoderError where it cannot be typeset.
    """
    import typst

    compiled: Callable[..., bytes] = typst.compile  # its types fit no call of it
    written, reason = json.dumps(_plain(document), ensure_ascii=False), ""
    for standards in _STANDARDS:
        try:
            return compiled(
                files(__name__.rpartition(".")[0]).joinpath("document.typ").read_bytes(),
                font_paths=[font_folder()],
                ignore_system_fonts=True,
                sys_inputs={"document": written},
                format="pdf",
                pdf_standards=standards,
                timestamp=_WRITTEN,
            )
        except typst.TypstError as error:
            reason = reason or str(error).splitlines()[0]
    raise RcoderError(f"The document cannot be typeset: {reason}.", "Write it as .docx or .md.")


def _lettered(text: str) -> str:
    """The text with a mark for each character that our font has no letter for: it would be missing from the page."""
    known = letters()
    return "".join(
        char if char in _BLANK or ord(char) in known else f"‹U+{ord(char):04X}›" for char in clean(text)
    )


def _plain(document: Document) -> dict[str, Any]:
    """The document as the template reads it."""
    made = parts(document)
    return {
        "title": _lettered(document.title),
        "subtitle": _lettered(document.subtitle),
        "language": document.language,
        "source": _lettered(document.source),
        "page_of": PAGE_OF.say(document.language),
        "contents": len(made.headings) > 1,
        "depth": made.depth,
        "contents_title": CONTENTS.say(document.language),
        "front": _blocks(made.front),
        "sheets": [{"across": sheet.across, "blocks": _blocks(sheet.blocks)} for sheet in made.sheets],
    }


def _blocks(blocks: Sequence[Block]) -> list[dict[str, Any]]:
    return [
        {**_block(each), "begins_page": begins_page(blocks, place), "sticky": leads_on(blocks, place)}
        for place, each in enumerate(blocks)
    ]


def _block(block: Block) -> dict[str, Any]:
    if isinstance(block, Title):
        return {"kind": "title", "text": _lettered(block.text), "level": block.level}
    if isinstance(block, Paragraph):
        return {
            "kind": "paragraph",
            "style": block.style.value,
            "text": _lettered(block.text),
            "after": _lettered(block.after),
        }
    if isinstance(block, Drawing):
        return _drawing(block)
    return _table(block)


def _drawing(block: Drawing) -> dict[str, Any]:
    size = fitted(block.svg, across=block.across)
    return {
        "kind": "drawing",
        "svg": clean(block.svg),
        "caption": _lettered(block.caption),
        "described": _lettered(block.described),
        "width": round(size.width, 2),
        "height": round(size.height, 2),
    }


def _table(block: PrintedTable) -> dict[str, Any]:
    return {
        "kind": "table",
        "title": _lettered(block.title),
        "across": is_across(block),
        "long": sum(len(cell.text) for row in block.rows for cell in row.cells) > LONG
        or len(block.rows) > ROWS,
        "whole_rows": all(len(cell.text) <= TALL for row in block.rows for cell in row.cells),
        "headings": [_lettered(each) for each in named(block)],
        "widths": [round(each, 4) for each in shares(block)],
        "figures": [each.figures for each in block.headings],
        "groups": [
            {"under": _lettered(under), "rows": [[_lettered(cell) for cell in row] for row in rows]}
            for under, rows in groups(block)
        ],
        "before": [_lettered(each) for each in block.before],
        "notes": [_lettered(each) for each in block.notes],
    }
