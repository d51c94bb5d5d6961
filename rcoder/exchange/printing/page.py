"""A table as a page: one that a screen reader can go through, that prints well, and in which any text is inert."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from rcoder.domain.page_policy import policy
from rcoder.domain.printed import Heading, Printed, PrintedRow, PrintedTable
from rcoder.domain.visible import visible
from rcoder.exchange.office import clean
from rcoder.exchange.printing.layout import NOTHING, across, every, paired, shares, with_groups

STYLE = """
body { font: 15px/1.45 system-ui, "DejaVu Sans", sans-serif; margin: 2rem auto; padding: 0 1.5rem; max-width: 110rem; color: #1b1b1b; background: #fff; }
h1 { font-size: 1.5rem; } p { max-width: 70ch; }
.wide { overflow-x: auto; } table { width: 100%; border-collapse: collapse; border-top: 2px solid #333; border-bottom: 2px solid #333; }
.aloud { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); } caption { text-align: left; font-weight: 600; padding: .3rem 0; } th, td { padding: .3rem .6rem; text-align: left; vertical-align: top; white-space: pre-line; overflow-wrap: break-word; }
thead th { border-bottom: 1px solid #333; vertical-align: bottom; background: #fff; position: sticky; top: 0; } thead small { display: block; font-weight: 400; color: #444; }
tbody tr { border-bottom: 1px solid #ccc; } tbody th { font-weight: 600; } .figure { text-align: right; font-variant-numeric: tabular-nums; } .quote { font-style: italic; }
.figure + :not(.figure) { padding-left: 1.3em; } .group th { background: #eee; } .w0 { min-width: 2.5rem; } .w1 { min-width: 4.5rem; } .w2 { min-width: 9rem; } .w3 { min-width: 15rem; }
.d1 { padding-left: 1.6rem; } .d2 { padding-left: 2.6rem; } .d3 { padding-left: 3.6rem; } .note { font-size: .87rem; color: #333; margin: .3rem 0; } .source { font-size: .8rem; color: #555; border-top: 1px solid #ccc; padding-top: .4rem; margin-top: 1.5rem; }
.d1, .d2, .d3 { font-weight: 400; } @media print { table { table-layout: fixed; hyphens: auto; } .many { font-size: 7pt; } body { margin: 0; padding: 0; font-size: 8pt; max-width: none; } .wide { overflow: visible; } thead { display: table-header-group; } thead th { position: static; } .whole { break-inside: avoid; } .group { break-after: avoid; } .w0, .w1, .w2, .w3 { min-width: 0; } th, td { padding: 1.5pt 3pt; } .figure + :not(.figure) { padding-left: 1.3em; } p { max-width: 105ch; } .note, .source { font-size: 7pt; max-width: 130ch; } }
""".strip()
_SIDE = "@media print { @page { size: A4 landscape; margin: 12mm; } }"
_UPRIGHT = "@media print { @page { size: A4; margin: 14mm; } }"
_STEPS = (0.7, 1.6, 2.6)
"""Widths above which a column has the next class of least width."""
_DEEPEST = 3
_MANY = 9
"""Columns above which letters are smaller in print."""
_LONG = 400
"""Characters above which a row may be broken over two pages."""


def as_html(table: PrintedTable) -> bytes:
    """The file's bytes."""
    return ("\n".join(_page(table)) + "\n").encode()


def printed_markup(table: PrintedTable, *, aloud: bool = False) -> str:
    """The `<table>` of a table alone, with its title as the caption; `aloud` for screen readers only, where a heading says it."""
    return "\n".join(_table(table, aloud=aloud))


def said(words: str) -> str:
    """Words that a page shows as they are; what would steer it is shown as a mark."""
    return escape(visible(clean(words), keep="\n\t"))


def _page(table: PrintedTable) -> Iterator[str]:
    style = f"{STYLE}\n{_SIDE if across(table) else _UPRIGHT}"
    yield f'<!doctype html>\n<html lang="{table.language}">\n<head><meta charset="utf-8">{policy(style)}'
    yield f'<meta name="viewport" content="width=device-width"><title>{said(table.title)}</title><style>{style}</style></head>'
    yield f"<body>\n<h1>{said(table.title)}</h1>"
    for each in every(table):
        yield from (f"<p>{said(words)}</p>" for words in each.before)
        if each.rows:
            yield f'<div class="wide">\n{printed_markup(each, aloud=each is table)}\n</div>'
        else:
            yield f"<p>{NOTHING.say(each.language)}</p>"
        yield from (f'<p class="note">{said(words)}</p>' for words in each.notes)
    if table.source:
        yield f'<p class="source">{said(table.source)}</p>'
    yield "</body>\n</html>"


def _table(table: PrintedTable, *, aloud: bool) -> Iterator[str]:
    hidden = ' class="aloud"' if aloud else ""
    many = ' class="many"' if len(table.headings) > _MANY else ""
    yield f"<table{many}><caption{hidden}>{said(table.title)}</caption>"
    columns = "".join(f'<col width="{100 * share:.1f}%">' for share in shares(table))
    yield f"<colgroup>{columns}</colgroup>"
    yield f"<thead><tr>{''.join(_head(each) for each in table.headings)}</tr></thead>\n<tbody>"
    for row in with_groups(table):
        if isinstance(row, str):
            yield f'<tr class="group"><th colspan="{len(table.headings)}" scope="colgroup">{said(row)}</th></tr>'
        else:
            yield _row(table, row)
    yield "</tbody></table>"


def _head(heading: Heading) -> str:
    wide = sum(heading.width >= step for step in _STEPS)
    of = f"<small>{said(heading.of)}</small>" if heading.of else ""
    return (
        f'<th scope="col" class="w{wide}{" figure" if heading.figures else ""}">{said(heading.name)}{of}</th>'
    )


def _row(table: PrintedTable, row: PrintedRow) -> str:
    (_, first), *rest = paired(table, row)
    deep = f' class="d{min(row.depth, _DEEPEST)}"' if row.depth else ""
    cells = "".join(_cell(heading, cell) for heading, cell in rest)
    whole = "" if any(len(cell.text) > _LONG for cell in row.cells) else ' class="whole"'
    return f'<tr{whole}><th scope="row"{deep}>{said(first.text)}</th>{cells}</tr>'


def _cell(heading: Heading, cell: Printed) -> str:
    look = "figure" if heading.figures else "quote" if heading.quote else ""
    label = f' title="{said(cell.spoken)}" aria-label="{said(cell.spoken)}"' if cell.spoken else ""
    styled = f' class="{look}"' if look else ""
    return f"<td{styled}{label}>{said(cell.text)}</td>"
