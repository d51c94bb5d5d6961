"""Rows of a transcript: every code point in one row, no row too wide, and back again."""

from __future__ import annotations

import re

from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from rcoder.domain.transcript import Turn
from rcoder.ui.marks import shown_lines
from rcoder.ui.widgets.rows import column_of, lay_out, position_at, visible

LETTERS = st.sampled_from(
    [*"abcæøå .,–…", "\n", "\t", "漢", "🙂", "e\u0301", "❤\ufe0f", "ｗ", "\x1b", "\u200b"]
)
TEXTS = st.lists(LETTERS, max_size=120).map("".join)


@st.composite
def talks(draw: st.DrawFn) -> tuple[str, list[Turn], list[str]]:
    pieces, turns, names, place = [], [], [], 0
    for _ in range(draw(st.integers(0, 4))):
        gap = draw(
            st.sampled_from(
                ["", "\n", "METTE: ", "\nOLE: ", "[pause]\nMETTE: ", "### Leder\n\n", "noget andet\n"]
            )
        )
        words = draw(TEXTS)
        pieces += [gap, words]
        start = place + len(gap)
        turns.append(Turn(start, start + len(words)))
        names.append(draw(st.sampled_from(["METTE", "OLE", "Leder", ""])))
        place = start + len(words)
    pieces.append(draw(st.sampled_from(["", "\n", "slut\n"])))
    return "".join(pieces), turns, names


@settings(max_examples=150, deadline=None)
@given(talks(), st.integers(2, 40))
def test_every_code_point_lies_in_exactly_one_row(
    talk: tuple[str, list[Turn], list[str]], width: int
) -> None:
    text, turns, names = talk
    rows = lay_out(shown_lines(text), turns, names, width).rows
    assert [place for row in rows for place in range(row.start, row.end)] == list(range(len(text)))


@settings(max_examples=150, deadline=None)
@given(talks(), st.integers(2, 40))
def test_no_row_of_words_is_wider_than_asked(talk: tuple[str, list[Turn], list[str]], width: int) -> None:
    text = shown_lines(talk[0])
    for row in lay_out(text, talk[1], talk[2], width).rows:
        if not row.heading:
            assert cell_len(visible(text, row)) <= width


@settings(max_examples=100, deadline=None)
@given(talks(), st.integers(4, 40))
def test_a_position_is_found_in_its_row(talk: tuple[str, list[Turn], list[str]], width: int) -> None:
    text = shown_lines(talk[0])
    rows = lay_out(text, talk[1], talk[2], width)
    for position in range(len(text)):
        row = rows.rows[rows.at(position)]
        assert row.start <= position < row.end


@given(st.text(alphabet="abc æøå", min_size=1, max_size=60), st.integers(2, 20))
def test_a_column_leads_back_to_its_position(text: str, width: int) -> None:
    rows = lay_out(text, [Turn(0, len(text))], ["A"], width)
    for row in rows.rows:
        for position in range(row.start, row.end):
            assert position_at(text, row, column_of(text, row, position)) == position


def test_a_label_is_told_by_the_speakers_line_and_other_words_stay() -> None:
    text = "Optaget 3. maj\nMETTE: Ja.\n"
    rows = lay_out(text, [Turn(22, 25)], ["METTE"], 40).rows
    assert [(text[row.start : row.end], row.heading) for row in rows] == [
        ("Optaget 3. maj\n", False),
        ("METTE: ", True),
        ("Ja.\n", False),
    ]


def test_words_before_a_turn_that_are_no_label_are_not_swallowed() -> None:
    text = "(døren går)\nJa."
    rows = lay_out(text, [Turn(12, 15)], ["METTE"], 40).rows
    assert (text[rows[0].start : rows[0].end], rows[0].heading) == ("(døren går)\n", False)


def test_a_row_breaks_after_a_blank() -> None:
    text = "en to tre fire"
    rows = lay_out(text, [Turn(0, 14)], ["A"], 6).rows
    assert [visible(text, row) for row in rows if not row.heading] == ["en to", "tre", "fire"]


def test_marks_stand_one_for_one_and_lines_stay_lines() -> None:
    text = "a\x1b[2J\u202eb\tc\n\u200bd"
    assert shown_lines(text).startswith("a␛[2J")
    assert not re.search("[\x00-\x09\x0b-\x1f\u202e\u200b]", shown_lines(text))
    assert shown_lines(text).count("\n") == 1
    assert len(shown_lines(text)) == len(text)
