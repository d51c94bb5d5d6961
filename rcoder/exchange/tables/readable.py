"""A comparison as Markdown."""

from __future__ import annotations

from collections.abc import Iterator

from rcoder.domain.matrix import Matrix
from rcoder.exchange.markdown import escaped, table
from rcoder.exchange.tables.layout import closing, headings, opening, rows


def as_markdown(matrix: Matrix) -> bytes:
    """The file's bytes."""
    return ("\n".join(_lines(matrix)).rstrip("\n") + "\n").encode()


def _lines(matrix: Matrix) -> Iterator[str]:
    yield f"# {escaped(matrix.title)}"
    yield ""
    for words in (matrix.study, *opening(matrix)):
        yield from (escaped(words), "")
    first, *more = [[escaped(cell) for cell in row] for row in headings(matrix)]
    body = [[escaped(cell) for cell in row] for row in rows(matrix)]
    yield from table(first, [*more, *body])
    for words in closing(matrix):
        yield from (escaped(words), "")
