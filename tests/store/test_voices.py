"""Voices put right in the store: who said a passage is worked out anew, in earlier texts too, on both databases."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from rcoder.domain.actions import arranging, speaking
from rcoder.domain.actions.arranging import Belongings
from rcoder.domain.actions.speaking import Voices
from rcoder.domain.coding import Coding, Finish
from rcoder.domain.configuration import Evidence
from rcoder.domain.journal import Deed, added, changed, replay
from rcoder.domain.memo import Memo
from rcoder.domain.tables import RECORDS
from rcoder.domain.transcript import Revision, Speaker, Transcript
from rcoder.domain.words import Claim, Stance, Subject
from rcoder.store import Store

Dump = Callable[[Store], dict[str, list[dict[str, Any]]]]


def known(store: Store) -> Voices:
    (transcript,) = store.reader.records(Transcript, "SELECT * FROM transcripts")
    speakers = store.reader.records(Speaker, "SELECT * FROM speakers ORDER BY position")
    return Voices(
        transcript, tuple(speakers), tuple(store.reader.records(Revision, "SELECT * FROM revisions"))
    )


def voice(found: Voices, name: str) -> Speaker:
    return next(each for each in found.speakers if each.name == name)


def said_by(store: Store) -> dict[str, str | None]:
    return {row["id"]: row["speaker_id"] for row in store.reader.rows("SELECT id, speaker_id FROM codings")}


@pytest.fixture
def built(store: Store, world: Any) -> Store:
    """Three turns; a coding of Mette's in the present text and in an earlier one."""
    world.build(store)
    coding = world.coding("now")
    store.write(world.entry(*added(coding)))
    before = world.transcript
    earlier = Revision("r1", "t1", 1, before.checksum, before.characters, "a", "0", "txt", turns=before.turns)
    corrected = replace(before, revision=2)
    moved = replace(coding, revision=2)
    store.write(
        world.entry(
            *added(earlier),
            *changed(before, corrected),
            *changed(coding, moved),
            *added(world.coding("then")),
        )
    )
    return store


def do(store: Store, world: Any, deed: Deed) -> Any:
    return store.write(world.entry(*deed.changes, sentence=deed.sentence))


def test_a_split_changes_who_said_a_passage_of_the_present_text_only(
    built: Store, world: Any, dump: Dump
) -> None:
    found = known(built)
    before = dump(built)
    extra = speaking.split(found, voice(found, "Interviewer"), {2}, Speaker("s3", "t1", "Niels", ("mentor",)))
    do(built, world, extra)
    turns = built.reader.rows("SELECT speaker_id, interviewer FROM turns ORDER BY position")
    assert [(row["speaker_id"], bool(row["interviewer"])) for row in turns] == [
        ("s1", True), ("s2", False), ("s3", False),
    ]  # fmt: skip
    found = known(built)
    do(built, world, speaking.merge(found, voice(found, "Niels"), voice(found, "Interviewer")))
    assert dump(built) == before


def test_a_merge_changes_who_said_a_passage_in_earlier_texts_too(
    built: Store, world: Any, dump: Dump
) -> None:
    found, before = known(built), dump(built)
    entry = do(built, world, speaking.merge(found, voice(found, "Mette"), voice(found, "Interviewer")))
    assert said_by(built) == {"now": "s1", "then": "s1"}
    built.write(world.undo(entry))
    assert said_by(built) == {"now": "s2", "then": "s2"}
    assert dump(built) == before


def test_a_voice_that_speaks_in_an_earlier_text_alone_is_merged_there(
    built: Store, world: Any, dump: Dump
) -> None:
    found = known(built)
    to = voice(found, "Interviewer")
    turns = tuple(replace(turn, speaker_id="s1") for turn in found.transcript.turns)
    built.write(world.entry(*changed(found.transcript, replace(found.transcript, turns=turns))))
    assert said_by(built) == {"now": "s1", "then": "s2"}
    before, found = dump(built), known(built)
    entry = do(built, world, speaking.merge(found, voice(found, "Mette"), to))
    assert said_by(built) == {"now": "s1", "then": "s1"}
    built.write(world.undo(entry))
    assert dump(built) == before


def test_the_interviewer_is_marked_on_every_turn(built: Store, world: Any, dump: Dump) -> None:
    before = dump(built)
    entry = do(built, world, speaking.appoint(known(built), {"s2"}))
    marks = [
        bool(row["interviewer"])
        for row in built.reader.rows("SELECT interviewer FROM turns ORDER BY position")
    ]
    assert marks == [False, True, False]
    built.write(world.undo(entry))
    assert dump(built) == before


def test_a_removed_interview_comes_back_whole(built: Store, world: Any, dump: Dump) -> None:
    evidence = Evidence("v", Claim.CODE, "h1", "t1", 37, 48, Stance.SUPPORTS, "anna", revision=1)
    memo = Memo("m", "anna", Subject.INTERVIEW, "t1", text="husk")
    built.write(world.entry(*added(evidence, Finish("f", "t1", "anna"), memo)))
    before, found = dump(built), known(built)
    own = Belongings(
        found.speakers,
        found.revisions,
        tuple(built.reader.records(Coding, "SELECT * FROM codings")),
        evidence=(evidence,),
        finishes=(Finish("f", "t1", "anna"),),
        memos=(memo,),
    )
    entry = do(built, world, arranging.remove_transcripts([(found.transcript, own)]))
    left = dump(built)
    assert all(
        not left[table]
        for table in (
            "transcripts",
            "speakers",
            "revisions",
            "codings",
            "evidence",
            "finishes",
            "memos",
            "turns",
        )
    )
    built.write(world.undo(entry))
    assert dump(built) == before
    tables = replay(built.entries())
    assert {name for name, rows in tables.items() if rows} == {name for name in RECORDS if before[name]}
