"""A document as PDF: typeset from one template, tagged for screen readers, its words never read as markup."""

from __future__ import annotations

import json
from collections.abc import Sequence
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
    named,
    parts,
)
from rcoder.exchange.office import clean
from rcoder.fonts import font_folder

_WRITTEN = datetime(2000, 1, 1, tzinfo=UTC)
"""What a file says of when it was made."""
LONG, ROWS = 900, 8
"""Letters and rows of a table above which it may go on over the next page."""


def as_pdf(document: Document) -> bytes:
    """The file's bytes (PDF/A-2a and PDF/UA-1), the same for the same document. Raises RcoderError where it cannot be typeset."""
    import typst

    compiled: Any = typst.compile  # its types fit no call of it
    try:
        made: bytes = compiled(
            files(__name__.rpartition(".")[0]).joinpath("document.typ").read_bytes(),
            font_paths=[font_folder()],
            ignore_system_fonts=True,
            sys_inputs={"document": json.dumps(_plain(document), ensure_ascii=False)},
            format="pdf",
            pdf_standards=["a-2a", "ua-1"],
            timestamp=_WRITTEN,
        )
    except typst.TypstError as error:
        reason = str(error).splitlines()[0]
        raise RcoderError(
            f"The document cannot be typeset: {reason}.", "Write it as .docx or .md."
        ) from error
    return made


def _plain(document: Document) -> dict[str, Any]:
    """The document as the template reads it."""
    made = parts(document)
    return {
        "title": clean(document.title),
        "subtitle": clean(document.subtitle),
        "language": document.language,
        "source": clean(document.source),
        "page_of": PAGE_OF.say(document.language),
        "contents": len(made.headings) > 1,
        "depth": made.depth,
        "contents_title": CONTENTS.say(document.language),
        "front": _blocks(made.front),
        "sheets": [{"across": sheet.across, "blocks": _blocks(sheet.blocks)} for sheet in made.sheets],
    }


def _blocks(blocks: Sequence[Block]) -> list[dict[str, Any]]:
    return [{**_block(each), "begins_page": begins_page(blocks, place)} for place, each in enumerate(blocks)]


def _block(block: Block) -> dict[str, Any]:
    if isinstance(block, Title):
        return {"kind": "title", "text": clean(block.text), "level": block.level}
    if isinstance(block, Paragraph):
        return {
            "kind": "paragraph",
            "style": block.style.value,
            "text": clean(block.text),
            "after": clean(block.after),
        }
    if isinstance(block, Drawing):
        return _drawing(block)
    return _table(block)


def _drawing(block: Drawing) -> dict[str, Any]:
    size = fitted(block.svg, across=block.across)
    return {
        "kind": "drawing",
        "svg": clean(block.svg),
        "caption": clean(block.caption),
        "described": clean(block.described),
        "width": round(size.width, 2),
        "height": round(size.height, 2),
    }


def _table(block: PrintedTable) -> dict[str, Any]:
    return {
        "kind": "table",
        "title": clean(block.title),
        "across": is_across(block),
        "long": sum(len(cell.text) for row in block.rows for cell in row.cells) > LONG
        or len(block.rows) > ROWS,
        "headings": [clean(each) for each in named(block)],
        "widths": [each.width for each in block.headings],
        "figures": [each.figures for each in block.headings],
        "groups": [
            {"under": clean(under), "rows": [[clean(cell) for cell in row] for row in rows]}
            for under, rows in groups(block)
        ],
        "before": [clean(each) for each in block.before],
        "notes": [clean(each) for each in block.notes],
    }
