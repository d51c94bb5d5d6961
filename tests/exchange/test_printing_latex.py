"""Tables in LaTeX: read by a strict tokenizer of our own, there is no command but ours, and every group is closed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from rcoder.domain.printed import Heading, Printed, PrintedRow, PrintedTable
from rcoder.exchange.printing.latex import as_latex, escaped

OURS = frozenset({
    "begin", "end", "begingroup", "endgroup", "setlength", "tabcolsep", "parindent", "footnotesize", "scriptsize", "par", "caption",
    "label", "tabularnewline", "toprule", "midrule", "bottomrule", "endfirsthead", "endhead", "endfoot", "raggedright", "raggedleft",
    "arraybackslash", "dimexpr", "linewidth", "relax", "textbf", "emph", "newline", "addlinespace", "multicolumn", "quad", "hspace",
})  # fmt: skip
SIGNS = frozenset({
    "textbackslash", "textasciicircum", "textasciitilde", "textless", "textgreater", "textbar", "textquotedbl", "textasciigrave",
    "textbullet", "textopenbullet", "textbf", "odot", "triangle", "diamond", "otimes", "surd", "times", "neq", "rightleftharpoons",
    "rightarrow", "leftarrow", "geq", "leq", "hookleftarrow", "textperiodcentered", "dots", "textquotedblleft", "textquotedblright",
    "quotedblbase", "guillemotright", "guillemotleft", "textquoteleft", "textquoteright", "quotesinglbase", "texteuro", "textsection",
    "pm", "textonehalf", "textdegree", "newline",
})  # fmt: skip
SYMBOLS = frozenset("{}$&#_%,")
"""Characters that may stand behind a backslash."""

hostile = st.one_of(
    st.sampled_from([
        "\\input{/etc/passwd}", "\\write18{rm -rf /}", "\\end{longtable}", "%", "}", "{", "$", "^^5cinput", "~", "\\\\", "\\\\[1cm]", "[x]",
        "*", "&", "#1", '"a', "`'", "--", "?`", "<<", ",,", "a\nb", "\x00", "●○◐△✚", "中文", "😀", "\u202e", "½ × 2 − 1",
    ]),
    st.text(max_size=20),
)  # fmt: skip


def tokens(text: str) -> Iterator[tuple[str, str]]:
    """The tokens that TeX would read: commands, symbols, characters with a meaning, and plain ones."""
    found = 0
    for each in re.finditer(r"\\([A-Za-z]+)|\\(.)|([{}$&#^_~%])|(.)|\n", text, re.DOTALL):
        assert each.start() == found, "a backslash at the end"
        found = each.end()
        name, symbol, meant, plain = each.groups()
        yield (
            ("command", name)
            if name
            else ("symbol", symbol)
            if symbol
            else ("meant", meant)
            if meant
            else ("plain", plain or "\n")
        )
    assert found == len(text)


def check(text: str, commands: frozenset[str], meant: str) -> None:
    """Raises AssertionError where a command is not ours, a group is not closed, or mathematics is open at the end."""
    depth, mathematics = 0, False
    for sort, what in tokens(text):
        if sort == "command":
            assert what in commands, what
        elif sort == "symbol":
            assert what in SYMBOLS, what
        elif sort == "meant":
            assert what in meant, what
            depth += (what == "{") - (what == "}")
            mathematics ^= what == "$"
            assert depth >= 0
    assert depth == 0
    assert not mathematics


@settings(max_examples=300)
@example("\\input{/etc/passwd}")
@example("\\write18{rm -rf /}")
@given(text=hostile)
def test_words_are_printed_and_are_no_commands(text: str) -> None:
    written = escaped(text)
    check(written, SIGNS, "{}$^~")
    for sort, what in tokens(written):
        if sort == "plain":
            assert what.isascii() or re.fullmatch("[À-ÖØ-öø-ſ]", what), what
    assert "\n" not in written


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("50 % af æøå & co_2", r"50 \% af æøå \& co\_2"),
        ("\\write18", r"\textbackslash{}write18"),
        ("●○", r"\textbullet{}\textopenbullet{}"),
        ("[a]*", "{[}a{]}{*}"),
        ("a--b", "a-{}-b"),
        ("中", "{[}U+4E2D{]}"),
        ("»ja«", r"\guillemotright{}ja\guillemotleft{}"),
    ],
)
def test_what_is_written_for_words(text: str, written: str) -> None:
    assert escaped(text) == written


def made(text: str, columns: int = 3) -> PrintedTable:
    headings = tuple(Heading(f"{text}{number}", 1, text, figures=number == 2) for number in range(columns))
    rows = tuple(PrintedRow(tuple(Printed(text) for _ in headings), text, depth) for depth in (0, 2))
    return PrintedTable("test", text, headings, rows, "da", (text,), (text,), text)


@settings(max_examples=100)
@given(text=hostile)
def test_a_whole_table_has_our_commands_alone_and_closes_what_it_opens(text: str) -> None:
    table = made(text)
    written = as_latex(replace(table, further=(replace(table, key="more"),))).decode()
    body = "\n".join(line for line in written.splitlines() if not line.startswith("%"))
    check(body, OURS | SIGNS, "{}$^~&")
    assert re.findall(r"\\(?:begin|end)\{(\w+)\}", body) == ["longtable"] * 4
    for line in body.splitlines():
        if line.endswith(r"\tabularnewline") and " & " in line and not line.startswith(r"\toprule"):
            assert line.count(" & ") >= 2


@pytest.mark.parametrize(("columns", "environment"), [(3, r"\begingroup"), (8, r"\begin{landscape}")])
def test_a_wide_table_lies_on_its_side(columns: int, environment: str) -> None:
    written = as_latex(made("a", columns)).decode()
    assert environment in written
    assert written.count("pdflscape") == (columns > 6)
    assert r"\label{tab:rcoder-test}" in written
