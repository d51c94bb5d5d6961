"""Reports and appendices as files: Word and PDF for print, Markdown and HTML for reading on."""

from __future__ import annotations

from collections.abc import Callable

from rcoder.domain.errors import Misuse
from rcoder.domain.printed import Document
from rcoder.exchange.documents.pictures import Picture

__all__ = ["ENDINGS", "Picture", "write_document"]


def _word(document: Document, picture: Picture) -> bytes:
    from rcoder.exchange.documents.word import as_docx

    return as_docx(document, picture)


def _pdf(document: Document, _: Picture) -> bytes:
    from rcoder.exchange.documents.typeset import as_pdf

    return as_pdf(document)


def _markdown(document: Document, _: Picture) -> bytes:
    from rcoder.exchange.documents.readable import as_markdown

    return as_markdown(document)


_WRITERS: dict[str, Callable[[Document, Picture], bytes]] = {
    ".docx": _word,
    ".pdf": _pdf,
    ".md": _markdown,
}
ENDINGS = tuple(_WRITERS)
"""Endings of the files that a document can be written to."""


def write_document(document: Document, ending: str, picture: Picture) -> bytes:
    """The bytes of a file of that ending; the same document gives the same bytes. Raises Misuse for another ending."""
    writer = _WRITERS.get(ending.casefold())
    if writer is None:
        raise Misuse(
            f"A document cannot be written as {ending or 'that'}.",
            f"Give a name that ends in {', '.join(ENDINGS)}.",
        )
    return writer(document, picture)
