"""A comparison as a page: a table that a screen reader can go through, each cell with its words."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from rcoder.domain.matrix import Line, Matrix
from rcoder.domain.visible import visible
from rcoder.exchange.tables.layout import closing, has_groups, named, opening

_STYLE = """
body { font: 15px/1.4 system-ui, sans-serif; margin: 2rem; color: #1b1b1b; background: #fff; }
table { border-collapse: collapse; } th, td { border: 1px solid #bbb; padding: .25rem .5rem; }
th { text-align: left; font-weight: 600; } thead th { position: sticky; top: 0; background: #f2f2f2; vertical-align: bottom; }
tbody th { position: sticky; left: 0; background: #fff; } td { text-align: center; white-space: nowrap; }
th small { display: block; font-weight: 400; } .group th { background: #f2f2f2; } .warning { border-left: .3rem solid #a60; padding-left: .6rem; }
""".strip()


def as_html(matrix: Matrix) -> bytes:
    """The file's bytes."""
    return ("\n".join(_lines(matrix)) + "\n").encode()


def _said(words: str) -> str:
    return escape(visible(words))


def _lines(matrix: Matrix) -> Iterator[str]:
    title = _said(f"{matrix.title} · {matrix.study}")
    yield f'<!doctype html>\n<html lang="en">\n<head><meta charset="utf-8"><title>{title}</title>'
    yield f"<style>{_STYLE}</style></head>\n<body>\n<h1>{_said(matrix.title)}</h1>\n<p>{_said(matrix.study)}</p>"
    asks, *warnings = opening(matrix)
    yield f"<p>{_said(asks)}</p>"
    yield from (f'<p class="warning">{_said(words)}</p>' for words in warnings)
    yield f"<table>\n<thead><tr><th>{_said(matrix.row_title)}</th>"
    yield from (_head(each) for each in matrix.columns)
    yield "</tr></thead>\n<tbody>"
    yield from _body(matrix)
    yield "</tbody>\n</table>"
    yield from (f"<p>{_said(words)}</p>" for words in closing(matrix))
    yield "</body>\n</html>"


def _head(column: Line) -> str:
    under = "".join(f"<small>{_said(words)}</small>" for words in (column.heading, column.of) if words)
    return f'<th scope="col">{_said(column.name)}{under}</th>'


def _body(matrix: Matrix) -> Iterator[str]:
    grouped, heading = has_groups(matrix), None
    for row in matrix.rows:
        if grouped and row.heading != heading:
            heading = row.heading
            yield f'<tr class="group"><th colspan="{len(matrix.columns) + 1}">{_said(heading)}</th></tr>'
        cells = "".join(_cell(matrix, row, column) for column in matrix.columns)
        yield f'<tr><th scope="row">{_said(named(row))}</th>{cells}</tr>'


def _cell(matrix: Matrix, row: Line, column: Line) -> str:
    cell = matrix.cell(row, column)
    words = cell.words or matrix.blank(row, column).value
    label = _said(words)
    return f'<td title="{label}" aria-label="{label}">{_said(cell.shown)}</td>'
