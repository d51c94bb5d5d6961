from __future__ import annotations

from dataclasses import replace

import pytest

from rcoder.domain.errors import ReadOnly
from rcoder.domain.finding import clauses_of
from rcoder.domain.transcript import Annotation, Span
from rcoder.store import packed
from rcoder.store.finding import Scope, turns_holding


@pytest.fixture
def annotation(world):
    return Annotation(world.checksum, "spaCy 1", (Span(0, 29), Span(30, 77)), ((0, 11, "interviewer"),))


def test_sentences_are_kept_in_no_entry_and_replaced(store, world, annotation):
    world.build(store)
    seq = store.latest()
    assert store.sentences(world.checksum) is None
    store.annotate([packed(annotation)])
    assert store.sentences(world.checksum) == annotation.sentences
    assert store.annotation(world.checksum) == annotation
    later = replace(annotation, pipeline="spaCy 2", sentences=(Span(0, 77),))
    store.annotate([packed(later)])
    assert store.annotation(world.checksum) == later
    assert store.latest() == seq


def test_sentences_of_a_text_that_is_not_there_are_passed_over(store, world, annotation):
    world.build(store)
    store.annotate([packed(replace(annotation, checksum="00")), packed(annotation)])
    assert store.sentences("00") is None
    assert store.sentences(world.checksum) == annotation.sentences


def test_no_sentences_are_kept_where_nothing_may_be_written(store, world, annotation):
    world.build(store)
    store.read_only = "it is so"
    with pytest.raises(ReadOnly):
        store.annotate([packed(annotation)])


def test_an_interview_taken_away_and_brought_back_is_found_and_has_its_sentences(store, world, annotation):
    entry = world.build(store)
    store.annotate([packed(annotation)])
    back = store.write(world.undo(entry))
    assert turns_holding(store.reader, clauses_of('"godt"'), Scope(), 9) == []
    store.write(world.undo(back))
    (found,) = turns_holding(store.reader, clauses_of('"godt"'), Scope(), 9)
    assert (found["transcript_id"], found["position"]) == ("t1", 1)
    assert store.sentences(world.checksum) == annotation.sentences
    assert [row["position"] for row in store.reader.rows("SELECT position FROM turns ORDER BY position")] == [
        0,
        1,
        2,
    ]
