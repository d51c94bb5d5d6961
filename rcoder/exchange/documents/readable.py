"""A document as Markdown, its figures described in words."""

from __future__ import annotations

from collections.abc import Iterator

from rcoder.domain.printed import Block, Document, Drawing, Paragraph, PrintedTable, Style, Title
from rcoder.exchange.documents.layout import FIGURE, groups, named
from rcoder.exchange.markdown import escaped, table


def as_markdown(document: Document) -> bytes:
    """The file's bytes."""
    return ("\n".join(_lines(document)).rstrip("\n") + "\n").encode()


def _lines(document: Document) -> Iterator[str]:
    yield from (f"# {escaped(document.title)}", "")
    if document.subtitle:
        yield from (escaped(document.subtitle), "")
    for each in document.blocks:
        yield from _block(each, document.language)
    yield from ("---", "", escaped(document.source))


def _block(block: Block, language: str) -> Iterator[str]:
    if isinstance(block, Title):
        yield from (f"{'#' * (block.level + 1)} {escaped(block.text)}", "")
    elif isinstance(block, Paragraph):
        yield from _paragraph(block)
    elif isinstance(block, Drawing):
        words = f"{FIGURE.say(language)}: {block.caption}"
        yield from (f"**{escaped(words)}**", "", escaped(block.described), "")
    else:
        yield from _table(block)


def _paragraph(block: Paragraph) -> Iterator[str]:
    if block.style is Style.QUOTE:
        yield f"> {escaped(block.text)}"
        if block.after:
            yield from (">", f"> {escaped(block.after)}")
        yield ""
    else:
        yield from (f"- {escaped(block.text)}" if block.style is Style.BULLET else escaped(block.text), "")


def _table(block: PrintedTable) -> Iterator[str]:
    for words in block.before:
        yield from (escaped(words), "")
    yield from (f"**{escaped(block.title)}**", "")
    body: list[list[str]] = []
    for under, rows in groups(block):
        if under:
            body.append([f"**{escaped(under)}**", *[""] * (len(block.headings) - 1)])
        body.extend([escaped(cell) for cell in row] for row in rows)
    yield from table([escaped(each) for each in named(block)], body)
    for words in block.notes:
        yield from (escaped(words), "")
