"""The index of words, on both databases."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rcoder.domain.errors import ReadOnly
from rcoder.domain.finding import Matcher, Way, clauses_of, terms_in
from rcoder.domain.journal import added, changed, removed, turned_round
from rcoder.store import is_address
from rcoder.store.finding import (
    PLACES,
    Scope,
    numbers_from,
    positions_holding,
    times_said,
    turns_by_number,
    turns_holding,
    turns_within,
)


@pytest.fixture
def built(store, world):
    world.build(store)
    return store


def turns(store, query, limit=100):
    rows = turns_holding(store.reader, exact(query), Scope(), limit)
    return [(row["transcript_id"], row["position"]) for row in rows]


@pytest.mark.parametrize(
    ("query", "positions"),
    [
        ("hvordan", [0]),
        ("LYTTEDE", [1]),
        ('"lyttede på"', [1]),
        ('"på lyttede"', []),
        ("lyt*", [1]),
        ("lyt", []),
        ("godt fordi", [1]),
        ("godt hvordan", []),
        ("ærligt", [1]),
        ("arligt", []),
        ("på", [1]),
        ("pa", []),
        ("interviewer", []),
        ("mette", []),
        ("ja", [2]),
    ],
)
def test_turns_are_found_by_their_words_and_not_by_labels(built, query, positions):
    assert turns(built, query) == [("t1", position) for position in positions]


@pytest.mark.parametrize(
    "query",
    ["' OR 1", "NOT x", "a AND", "x:y", "it's", "col: *", "a\\", "NEAR(a b)", 'a"b', "a'b:*", "a & b | c"],
)
def test_no_query_is_taken_for_the_language_of_a_database(built, query):
    assert turns(built, query) == []


def test_a_transcript_that_is_taken_away_is_no_longer_found_and_comes_back_with_undo(built, world):
    gone = world.entry(*removed(*world.speakers, world.transcript))
    built.write(gone)
    assert turns(built, "godt") == []
    built.write(world.entry(*turned_round(gone.changes)))
    assert turns(built, "godt") == [("t1", 1)]


def test_a_corrected_text_is_found_by_its_new_words_alone(built, world):
    before = world.transcript
    world.text = world.text.replace("lyttede", "hørte")
    after = replace(world.transcript, revision=2)
    built.write(world.entry(*changed(before, after)), texts=world.texts)
    assert turns(built, "lyttede") == []
    assert turns(built, "hørte") == [("t1", 1)]


def test_a_transcript_added_and_taken_away_in_one_go_leaves_nothing_behind(built, world):
    other = replace(
        world.transcript,
        id="t2",
        turns=tuple(replace(turn, speaker_id=None) for turn in world.transcript.turns),
    )
    built.write_many([world.entry(*added(other)), world.entry(*removed(other))])
    assert turns(built, "godt") == [("t1", 1)]


def test_only_as_many_turns_are_given_as_were_asked_for(built):
    assert turns(built, "det", limit=1) == [("t1", 0)]
    assert turns(built, "det") == [("t1", 0), ("t1", 1)]


WORDS = st.sampled_from(
    ["ærlig", "ålborg", "Øl", "det", "er", "12", "h1", "3-4", "SU'en", "to-i-én", "x_y", "e.g.", "…"]
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    said=st.lists(st.lists(WORDS, max_size=6), min_size=1, max_size=4),
    asked=st.lists(WORDS, min_size=1, max_size=2),
    phrase=st.booleans(),
)
def test_the_index_and_the_words_agree(store, world, said, asked, phrase):
    text = "\n".join(f"Mette: {' '.join(words)}" for words in said) + "\n"
    query = f'"{" ".join(asked)}"' if phrase else " ".join(asked)
    if not any(letter.isalnum() for letter in query):
        return
    terms = terms_in(clauses_of(query))
    number = next(world.numbers)
    world.text = text
    transcript = replace(
        world.transcript,
        id=f"t{number}",
        case_id=None,
        turns=tuple(replace(turn, speaker_id=None) for turn in world.transcript.turns),
    )
    entry = world.entry(*added(transcript))
    store.write(entry, texts=world.texts)
    holding = [
        (transcript.id, position)
        for position, turn in enumerate(transcript.turns)
        if all(Matcher((term,)).holds(text[turn.start : turn.end]) for term in terms)
    ]
    assert turns(store, query) == holding
    store.write(world.entry(*turned_round(entry.changes)))
    assert turns(store, query) == []


def holding(store, query, **scope):
    rows = turns_holding(store.reader, exact(query), Scope(**scope), 100)
    return [row["position"] for row in rows]


def exact(query):
    return tuple(
        replace(clause, terms=tuple(replace(term, way=Way.EXACT) for term in clause.terms))
        for clause in clauses_of(query)
    )


@pytest.mark.parametrize(
    ("query", "positions"),
    [
        ("det | ja", [0, 1, 2]),
        ("godt | ja hvordan | det", [1]),
        ("det -lyttede", [0]),
        ("det -lyttede -hvordan", []),
        ('gik | "på mig" -ja', [0, 1]),
        ("hv* | ær*", [0, 1]),
    ],
)
def test_one_of_several_words_and_none_of_others(built, query, positions):
    assert holding(built, query) == positions


def test_a_scope_leaves_out_who_and_where_it_says(built):
    assert holding(built, "det | ja", interviewers=False) == [1]
    assert holding(built, "det | ja", roles=('["borger"]',)) == [1]
    assert holding(built, "det | ja", names=("Interviewer",)) == [0, 2]
    assert holding(built, "det | ja", numbers=()) == []
    assert holding(built, "det | ja", numbers=(1,), first=PLACES + 1) == [1, 2]
    assert holding(built, "det | ja", numbers=(2,)) == []


def test_a_turn_comes_with_its_words_and_who_speaks(built, world):
    (row,) = turns_holding(built.reader, exact("ærligt"), Scope(), 5)
    turn = world.transcript.turns[1]
    assert row["words"] == world.text[turn.start : turn.end]
    assert (row["speaker"], bool(row["interviewer"]), row["place"]) == ("Mette", False, PLACES + 1)


def test_turns_are_counted_by_transcript(built):
    assert turns_by_number(built.reader, exact("det"), Scope()) == [{"number": 1, "turns": 2}]
    assert turns_by_number(built.reader, exact("det"), Scope(interviewers=False)) == [
        {"number": 1, "turns": 1}
    ]


def test_the_turns_of_a_transcript_and_those_that_hold_something(built):
    assert numbers_from(built.reader, Scope(), 9) == [1]
    assert numbers_from(built.reader, Scope(numbers=(1,), first=2 * PLACES), 9) == []
    assert [row["position"] for row in turns_within(built.reader, 1, Scope())] == [0, 1, 2]
    assert [row["position"] for row in turns_within(built.reader, 1, Scope(first=PLACES + 1))] == [1, 2]
    assert positions_holding(built.reader, exact("det -hvordan"), 1, Scope()) == {1}


def test_how_often_words_are_said_is_known_or_to_be_counted(built, location):
    times = times_said(built.reader, ["det", "ja"])
    assert times == (None if is_address(location) else 3)
    if times is not None:
        with pytest.raises(ReadOnly):
            built.reader.rows("DELETE FROM codes")
