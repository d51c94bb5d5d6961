"""One row of the workbench: a line, and the lines that its words run on to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from rich.cells import cell_len

from rcoder.ui.marks import shown
from rcoder.ui.widgets.lines import Line, Piece
from rcoder.ui.widgets.rows import wrapped

QUOTE_LINES = 2
"""Lines a passage may take; the rest is read in context."""


def heading(name: str, words: str) -> Line:
    """A heading that the cursor passes over."""
    return Line(f"heading:{name}", ((words, "-muted"),), inert=True)


def row_of(
    row: str,
    head: list[Piece],
    words: str,
    width: int,
    *,
    tone: str = "",
    right: str = "",
    depth: int = 0,
    folds: bool = False,
    goes_on: bool = False,
    hang: int | None = None,
    limit: int = 0,
) -> Iterator[Line]:
    """A line, and below it the lines that its words run on to; `limit` cuts them off with an ellipsis."""
    mark = 2 if folds else 0
    taken = sum(cell_len(text) for text, _ in head)
    indent = (taken + mark) if hang is None else hang
    beside = cell_len(shown(right)) + 3 if right else 2
    text = " ".join(shown(words).split())
    broken = _broken(text, width - 2 * depth - mark - taken - beside, width - 2 * depth - indent - 2)
    if limit and len(broken) > limit:
        broken = [*broken[: limit - 1], f"{broken[limit - 1].rstrip()} …"]
    first = Line(
        row, (*head, (broken[0], tone)), right=right, depth=depth, folds=folds, inert=goes_on, goes_on=goes_on
    )
    yield first
    for index, each in enumerate(broken[1:], start=1):
        yield replace(
            first,
            id=f"{row}#{index}",
            pieces=((" " * indent, ""), (each, tone)),
            right="",
            folds=False,
            inert=True,
            goes_on=True,
        )


def _broken(text: str, first: int, rest: int) -> list[str]:
    """The text in rows: the first that wide, the others that wide, never narrower than ten cells."""
    found = [text[start:end] for start, end in wrapped(text, 0, len(text), max(10, first))][:1]
    if not found:
        return [""]
    done = len(found[0])
    found += [text[start:end] for start, end in wrapped(text, done, len(text), max(10, rest))]
    return [each.rstrip() for each in found]


def short(text: str, width: int) -> str:
    """The text in at most so many cells, an ellipsis at its end."""
    return text if len(text) <= width else f"{text[: max(1, width - 1)].rstrip()}…"
