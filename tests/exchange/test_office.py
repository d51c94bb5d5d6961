"""What a cell of a spreadsheet holds."""

from __future__ import annotations

from rcoder.exchange.office import LONGEST, held


def test_words_that_a_cell_holds_stay_as_they_are() -> None:
    assert held("æ" * LONGEST) == "æ" * LONGEST


def test_words_that_are_too_many_for_a_cell_are_cut_and_say_so() -> None:
    cut = held("æ" * (LONGEST + 1))
    assert len(cut) == LONGEST
    assert cut.endswith("Word, Markdown and CSV have the whole]")
