"""Sentences of spoken Danish, written for this test: what share of their ends is found, and of those found is one."""

from __future__ import annotations

import json
from pathlib import Path

from rcoder.language import annotate

FOLDER = Path(__file__).parent / "spoken"


def pieces(half: str) -> list[tuple[str, set[int]]]:
    lines = (FOLDER / f"{half}.jsonl").read_text(encoding="utf-8").splitlines()
    return [(each["text"], set(each["ends"])) for each in map(json.loads, lines)]


def ends_in(text: str) -> set[int]:
    """The ends of its sentences but the last, which is the end of the text for everybody."""
    found = [span.end for span in annotate(text, (), "da").sentences]
    return set(found[:-1])


def counts(half: str) -> tuple[int, int, int]:
    """Ends found, ends found that are none, ends missed."""
    right = wrong = missed = 0
    for text, ends in pieces(half):
        found, known = ends_in(text), ends - {max(ends)}
        right, wrong, missed = (
            right + len(found & known),
            wrong + len(found - known),
            missed + len(known - found),
        )
    return right, wrong, missed


def test_there_are_at_least_150_sentences_and_no_piece_is_in_both_halves() -> None:
    halves = [pieces("seen"), pieces("unseen")]
    assert all(sum(len(ends) for _, ends in half) >= 150 for half in halves)
    assert not {text for text, _ in halves[0]} & {text for text, _ in halves[1]}


def test_every_sentence_of_the_half_that_was_looked_at_is_told() -> None:
    assert counts("seen")[1:] == (0, 0)


def test_nine_in_ten_sentences_of_the_other_half_are_told_too() -> None:
    right, wrong, missed = counts("unseen")
    assert right / (right + wrong) >= 0.9
    assert right / (right + missed) >= 0.9
