"""A table as a LaTeX fragment to be read into a document: `longtable` and `booktabs`, no command in it but ours.

Every character that LaTeX gives a meaning is written as a command that prints it; characters that pdflatex does not know
with `inputenc` and `T1` are written as signs of mathematics or, where there is none, by number: [U+4E2D].
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from rcoder.domain.printed import Heading, Printed, PrintedRow, PrintedTable
from rcoder.domain.visible import visible
from rcoder.exchange.office import clean
from rcoder.exchange.printing.layout import NOTHING, across, every, shares, with_groups

_MEANT = {
    "\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "$": r"\$", "&": r"\&", "#": r"\#", "^": r"\textasciicircum{}",
    "_": r"\_", "~": r"\textasciitilde{}", "%": r"\%", "<": r"\textless{}", ">": r"\textgreater{}", "|": r"\textbar{}",
    '"': r"\textquotedbl{}", "`": r"\textasciigrave{}", "[": "{[}", "]": "{]}", "*": "{*}", "\n": r"\newline{}", "\t": " ",
}  # fmt: skip
_SIGNS = {
    "●": r"\textbullet{}", "○": r"\textopenbullet{}", "◐": r"\textbullet{}\textopenbullet{}", "◌": r"$\odot$", "△": r"$\triangle$",
    "✚": r"\textbf{+}", "▫": r"$\diamond$", "▨": r"$\otimes$", "✓": r"$\surd$", "✗": r"$\times$", "≠": r"$\neq$", "⇄": r"$\rightleftharpoons$",
    "→": r"$\rightarrow$", "←": r"$\leftarrow$", "−": "$-$", "×": r"$\times$", "≥": r"$\geq$", "≤": r"$\leq$", "↺": r"$\hookleftarrow$",
    "·": r"\textperiodcentered{}", "–": "--", "—": "---", "…": r"\dots{}", "“": r"\textquotedblleft{}", "”": r"\textquotedblright{}",
    "„": r"\quotedblbase{}", "»": r"\guillemotright{}", "«": r"\guillemotleft{}", "‘": r"\textquoteleft{}", "’": r"\textquoteright{}",
    "‚": r"\quotesinglbase{}", "€": r"\texteuro{}", "§": r"\textsection{}", "\xa0": "~", "\u202f": "~", "\u2009": r"\,", "±": r"$\pm$", "²": "$^2$", "³": "$^3$", "½": r"\textonehalf{}", "°": r"\textdegree{}",
    "␉": " ", "␊": r"\newline{}", "␣": "", "\ufffd": "?",
}  # fmt: skip
_LIGATURES = re.compile(r"([-,'!?])(?=[-,'`])")
"""Signs that T1 fonts draw as another sign where two of them meet."""
_LETTERS = re.compile(r"[A-Za-zÀ-ÖØ-öø-ſ0-9 ]")
_MANY = 9
"""Columns above which letters are smaller."""
_PLAIN = frozenset("!'()+,-./:;=?@")

_HEAD = r"""% Made by rcoder: \input this file where the table is to stand. In the preamble:
%   \usepackage[utf8]{inputenc} \usepackage[T1]{fontenc} \usepackage{textcomp}
%   \usepackage{array,booktabs,longtable}"""
_SIDE = r"%   \usepackage{pdflscape}"


def as_latex(table: PrintedTable) -> bytes:
    """The file's bytes."""
    return ("\n".join(_lines(table)) + "\n").encode()


def escaped(text: str) -> str:
    """Words that LaTeX prints as they are, on one line; a line end among them is a command that ends a line."""
    words = unicodedata.normalize("NFC", visible(clean(text), keep="\n\t"))
    return "".join(_printed(char) for char in _LIGATURES.sub(r"\1" + "\0", words))


def _printed(char: str) -> str:
    if char == "\0":
        return "{}"
    if char in _MEANT:
        return _MEANT[char]
    if char in _SIGNS:
        return _SIGNS[char]
    return char if _LETTERS.fullmatch(char) or char in _PLAIN else f"{{[}}U+{ord(char):04X}{{]}}"


def _lines(table: PrintedTable) -> Iterator[str]:
    side = across(table)
    yield from (_HEAD, *((_SIDE,) if side else ()))
    yield r"\begin{landscape}" if side else r"\begingroup"
    size = r"\scriptsize" if any(len(each.headings) > _MANY for each in every(table)) else r"\footnotesize"
    yield rf"\setlength{{\tabcolsep}}{{3pt}}\setlength{{\parindent}}{{0pt}}{size}"
    for each in every(table):
        yield from _paragraphs(each.before)
        yield from _table(each) if each.rows else _paragraphs((each.title, NOTHING.say(each.language)))
        yield from _paragraphs(each.notes)
    yield from _paragraphs((table.source,) if table.source else ())
    yield r"\end{landscape}" if side else r"\endgroup"


def _paragraphs(lines: tuple[str, ...]) -> Iterator[str]:
    yield from (rf"{escaped(words)}\par" for words in lines)


def _table(table: PrintedTable) -> Iterator[str]:
    columns = "".join(
        _column(heading, share) for heading, share in zip(table.headings, shares(table), strict=True)
    )
    head = " & ".join(_heading(each) for each in table.headings) + r"\tabularnewline"
    yield rf"\begin{{longtable}}{{@{{}}{columns}@{{}}}}"
    yield rf"\caption{{{escaped(table.title)}}}\label{{tab:rcoder-{table.key}}}\tabularnewline"
    yield rf"\toprule {head} \midrule \endfirsthead"
    yield rf"\toprule {head} \midrule \endhead"
    yield r"\bottomrule \endfoot"
    for row in with_groups(table):
        yield _group(row, len(table.headings)) if isinstance(row, str) else _row(table, row)
    yield r"\end{longtable}"


def _column(heading: Heading, share: float) -> str:
    side = r"\raggedleft" if heading.figures else r"\raggedright"
    # Without the empty space, TeX would not hyphenate the first word of a cell.
    return rf">{{{side}\arraybackslash\hspace{{0pt}}}}p{{\dimexpr {share:.4f}\linewidth-2\tabcolsep\relax}}"


def _heading(heading: Heading) -> str:
    of = rf"\newline{{}}{escaped(heading.of)}" if heading.of else ""
    return rf"\textbf{{{escaped(heading.name)}}}{of}"


def _group(words: str, columns: int) -> str:
    return rf"\addlinespace \multicolumn{{{columns}}}{{@{{}}p{{\linewidth}}@{{}}}}{{\textbf{{{escaped(words)}}}}}\tabularnewline"


def _row(table: PrintedTable, row: PrintedRow) -> str:
    first, *rest = (_cell(heading, cell) for heading, cell in zip(table.headings, row.cells, strict=True))
    return " & ".join((r"\quad{}" * row.depth + first, *rest)) + r"\tabularnewline"


def _cell(heading: Heading, cell: Printed) -> str:
    words = escaped(cell.text)
    return rf"\emph{{{words}}}" if heading.quote and words else words
