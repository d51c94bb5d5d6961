"""Sentences at a first glance: every word of every turn is in one, and none crosses a line or a turn."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rcoder.analysis.sentences import provisional
from rcoder.domain.transcript import Span


def parts(text: str) -> list[str]:
    return [span.of(text) for span in provisional(text, [Span(0, len(text))])]


@pytest.mark.parametrize(
    "expected",
    [
        ["Hvad så?", "Det var det.", "Ja!"],
        ['Så sagde hun: "Kom."', "Og jeg kom."],
        ["Jeg ved ikke… men det gik.", "Ja."],
        ["det var fint. så gik vi."],
        ["Vi var der (tror jeg.)", "– Nej."],
    ],
)
def test_a_mark_with_a_capital_after_it_ends_a_sentence(expected: list[str]) -> None:
    assert parts(" ".join(expected)) == expected


def test_a_line_ends_a_sentence() -> None:
    assert parts("og så\n  gik jeg \n\nhjem") == ["og så", "gik jeg", "hjem"]


def test_a_text_of_blanks_has_none() -> None:
    assert parts(" \n\t\u00a0\n") == []


@given(
    st.text(alphabet="aAåÅ1.?!…\"') \n\t\u00a0-–", max_size=120), st.lists(st.integers(0, 120), max_size=6)
)
def test_every_word_of_every_turn_is_in_one_sentence(text: str, edges: list[int]) -> None:
    cuts = sorted(min(edge, len(text)) for edge in edges)
    turns = [Span(start, end) for start, end in zip(cuts[::2], cuts[1::2], strict=False)]
    found = provisional(text, turns)
    covered = [place for span in found for place in range(span.start, span.end)]
    assert len(covered) == len(set(covered))
    wanted = {at for turn in turns for at in range(turn.start, turn.end) if not text[at].isspace()}
    assert wanted <= set(covered)
    for span in found:
        words = span.of(text)
        assert words == words.strip() != ""
        assert "\n" not in words
        assert any(turn.start <= span.start and span.end <= turn.end for turn in turns)


@pytest.mark.parametrize(("piece", "end"), [("a.", "b"), (".)", ""), (".", " A"), (". ", "")])
def test_a_text_made_to_take_long_is_gone_through_once(piece: str, end: str) -> None:
    text = piece * 100_000 + " " * 100_000 + end
    assert "".join(parts(text)).replace(" ", "") == text.replace(" ", "")
