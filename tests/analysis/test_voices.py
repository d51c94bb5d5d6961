"""Voices of a corrected text known again."""

from __future__ import annotations

from rcoder.analysis.anchoring import Block
from rcoder.analysis.voices import same_voices, shared_words
from rcoder.domain.transcript import Span, Speaker


def speaker(name: str, position: int = 0) -> Speaker:
    return Speaker(name.lower() or "nobody", "t1", name, position=position)


METTE, ASKS = speaker("METTE", 1), speaker("INTERVIEWER")


def test_a_name_is_known_whatever_its_case_and_blanks() -> None:
    found = same_voices([ASKS, METTE], ["Mette ", "interviewer"], {})
    assert found == {0: METTE, 1: ASKS}


def test_a_new_name_is_known_by_the_words_it_shares() -> None:
    shared = {(0, ASKS.id): 90, (1, METTE.id): 400, (1, ASKS.id): 12}
    assert same_voices([ASKS, METTE], ["INT", "Borger 1"], shared) == {0: ASKS, 1: METTE}


def test_a_name_goes_before_words() -> None:
    shared = {(0, ASKS.id): 400, (1, METTE.id): 90}
    assert same_voices([ASKS, METTE], ["METTE", "Ole"], shared) == {0: METTE}


def test_a_voice_that_shares_with_two_alike_is_a_new_one() -> None:
    assert same_voices([ASKS, METTE], ["Ole"], {(0, ASKS.id): 50, (0, METTE.id): 50}) == {}


def test_a_speaker_is_one_voice_the_one_that_shares_most() -> None:
    shared = {(0, METTE.id): 100, (1, METTE.id): 300}
    assert same_voices([METTE], ["Borger 1", "Borger 2"], shared) == {1: METTE}


def test_a_voice_without_a_name_is_known_by_that_alone() -> None:
    nobody = speaker("", 2)
    assert same_voices([ASKS, METTE], [""], {(0, METTE.id): 500}) == {}
    assert same_voices([nobody], ["METTE"], {(0, nobody.id): 500}) == {}
    assert same_voices([METTE, nobody], [""], {}) == {0: nobody}


def test_words_are_shared_where_both_texts_have_them_in_turns() -> None:
    before = [(Span(5, 10), "a"), (Span(15, 30), "b")]
    after = [(Span(7, 20), 0), (Span(22, 40), 1)]
    blocks = [
        Block(0, 12, 2, 14, same=True),
        Block(12, 15, 14, 14, same=False),
        Block(15, 30, 14, 29, same=True),
    ]
    assert shared_words(blocks, before, after) == {(0, "a"): 5, (0, "b"): 6, (1, "b"): 7}
