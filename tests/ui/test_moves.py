"""Moving and widening through sentences, turns, words and characters."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from rcoder.domain.transcript import Span
from rcoder.ui.widgets.moves import Cursor, Ground, Unit, ground, moved, widened

TEXT = "A: Et to. Tre fire fem. B: Seks."
SENTENCES = (Span(3, 9), Span(10, 23), Span(27, 32))
TURNS = (Span(3, 23), Span(27, 32))
HERE = ground(TEXT, SENTENCES, TURNS)


def passage(cursor: Cursor, place: Ground = HERE) -> str:
    return (cursor.selection or place.sentence(cursor.position)).of(TEXT)


def walk(cursor: Cursor, *steps: tuple[Unit, int]) -> Cursor:
    for unit, direction in steps:
        cursor = widened(HERE, cursor, unit, direction)
    return cursor


def test_down_goes_a_sentence_on_and_stays_on_the_last() -> None:
    cursor = Cursor(3)
    seen = []
    for _ in range(4):
        seen.append(passage(cursor))
        cursor = moved(HERE, cursor, Unit.SENTENCE, 1)
    assert seen == ["Et to.", "Tre fire fem.", "Seks.", "Seks."]


def test_up_by_turn_goes_to_the_start_of_this_one_first() -> None:
    assert moved(HERE, Cursor(10), Unit.TURN, -1).position == 3
    assert moved(HERE, Cursor(27), Unit.TURN, -1).position == 3


def test_a_word_on_crosses_labels() -> None:
    assert TEXT[moved(HERE, Cursor(19), Unit.WORD, 1).position :].startswith("Seks")


def test_widening_by_words_starts_with_the_word_under_the_cursor() -> None:
    assert passage(walk(Cursor(10), (Unit.WORD, 1))) == "Tre"
    assert passage(walk(Cursor(10), (Unit.WORD, 1), (Unit.WORD, 1))) == "Tre fire"
    assert passage(walk(Cursor(14), (Unit.WORD, -1), (Unit.WORD, -1))) == "Tre fire"


def test_widening_by_sentences_takes_the_next_to_the_current_one() -> None:
    assert passage(walk(Cursor(3), (Unit.SENTENCE, 1))) == "Et to. Tre fire fem."
    assert passage(walk(Cursor(10), (Unit.SENTENCE, -1))) == "Et to. Tre fire fem."


def test_the_moving_end_narrows_again_by_any_unit() -> None:
    wide = walk(Cursor(3), (Unit.SENTENCE, 1))
    assert passage(walk(wide, (Unit.WORD, -1))) == "Et to. Tre fire"
    assert passage(walk(wide, (Unit.SENTENCE, -1))) == "Et to."


def test_narrowed_to_nothing_the_selection_is_gone_and_the_cursor_where_it_began() -> None:
    cursor = walk(Cursor(14), (Unit.WORD, 1), (Unit.WORD, -1))
    assert cursor.selection is None
    assert HERE.word(cursor.position).of(TEXT) == "fire"


def test_by_character_the_end_passes_the_other_one() -> None:
    cursor = Cursor(14, 14, 15, by_character=True)
    assert passage(walk(cursor, (Unit.CHARACTER, -1), (Unit.CHARACTER, -1))) == " "


UNITS = st.tuples(st.sampled_from(list(Unit)), st.sampled_from([1, -1]), st.booleans())


@given(st.lists(UNITS, max_size=30), st.integers(0, len(TEXT) - 1))
def test_no_walk_leaves_the_text(steps: list[tuple[Unit, int, bool]], start: int) -> None:
    cursor = Cursor(start)
    for unit, direction, widen in steps:
        cursor = (widened if widen else moved)(HERE, cursor, unit, direction)
        assert 0 <= cursor.position < len(TEXT)
        if cursor.selection:
            assert 0 <= cursor.selection.start < cursor.selection.end <= len(TEXT)
