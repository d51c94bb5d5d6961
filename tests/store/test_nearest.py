"""Turns that are like a passage, asked of the index on both databases."""

from __future__ import annotations

from pathlib import Path

from rcoder.domain.actions.studying import bring_in
from rcoder.domain.transcript import Speaker, Transcript, Turn
from rcoder.project.door import Project, checksum
from rcoder.store import open_store
from rcoder.store.nearest import Nearest, nearest_turns

SAID = (
    "Jeg ringer til hende hver uge",
    "Det var sært at få en lønseddel",
    "Vi sad i gartneriet og drak kaffe, og så kom lønsedlen",
    "Hver uge er der noget",
)


def bring(location: str | Path) -> None:
    text = "\n".join(SAID)
    turns, at = [], 0
    for words in SAID:
        turns.append(Turn(at, at + len(words), "s1"))
        at += len(words) + 1
    transcript = Transcript(
        "t1", "Sag", "da", checksum(text), len(text), "a.txt", checksum(text), "txt", turns=tuple(turns)
    )
    with open_store(location) as store:
        project = Project(store, store.location, "Anne")
        project.do(bring_in(transcript, [Speaker("s1", "t1", "A")]), texts=[text])


def test_the_turns_that_share_the_rarest_words_come_first(location: str | Path) -> None:
    bring(location)
    with open_store(location) as store:
        found = nearest_turns(store.reader, ["gartneriet", "kaffe", "hver", "findesikke"])
        assert found.turns[0] == ("t1", 2)
        assert set(found.turns) == {("t1", 2), ("t1", 0), ("t1", 3)}
        assert dict(found.rarity) == {"gartneriet": 1, "kaffe": 1, "hver": 2}


def test_words_that_nobody_says_find_nothing(location: str | Path) -> None:
    bring(location)
    with open_store(location) as store:
        assert nearest_turns(store.reader, ["findesikke"]) == Nearest()
        assert nearest_turns(store.reader, []) == Nearest()


def test_words_that_look_like_a_query_are_only_words(location: str | Path) -> None:
    bring(location)
    with open_store(location) as store:
        for word in ('"', "kaffe OR uge", "kaffe*", "'", "a'b", "kaffe & uge", "\\"):
            assert set(nearest_turns(store.reader, [word]).turns) <= {("t1", 2)}, "no operator"
        assert nearest_turns(store.reader, ["kaffe", "and", "or", "not", "near"]).turns == (("t1", 2),)
