from __future__ import annotations

from dataclasses import replace

import pytest

from rcoder.domain.case import Case
from rcoder.domain.coding import Coder, Coding
from rcoder.domain.configuration import Configuration, Element, Evidence, Place
from rcoder.domain.errors import RcoderError, Stale
from rcoder.domain.journal import Change, added, changed, removed, replay
from rcoder.domain.records import to_row
from rcoder.domain.tables import RECORDS
from rcoder.domain.transcript import Speaker, Transcript
from rcoder.domain.words import Claim, Kind, Polarity, Stance


def test_every_record_comes_back_as_it_was_written(store, world):
    world.build(store)
    evidence = Evidence("v1", Claim.CONFIGURATION, "f1", "t1", 37, 48, Stance.SUPPORTS, "anna")
    records = [
        world.coding(
            kind=Kind.REASONING, polarity=Polarity.ABSENT, counterfactual=True, memo="tænk 🙂 'citat'"
        ),
        Configuration("f1", "K01", "anna", hypotheses=("h1",)),
        Element("l1", "bliver lyttet til", "h1"),
        Place("p1", "f1", "l1", Kind.RESOURCE),
        evidence,
    ]
    store.write(world.entry(*added(*records)))
    for record in (*records, world.transcript, *world.speakers, Coder("bo", "Bo")):
        sql = f"SELECT * FROM {record.table} WHERE id = :id"  # noqa: S608  # our own names
        assert store.reader.records(type(record), sql, id=record.id) == [record]


def test_entries_are_numbered_in_the_order_they_were_written(store, world):
    world.build(store)
    second = store.write(world.entry(*added(world.coding())))
    assert second.seq == 2
    assert store.latest() == 2
    assert [entry.seq for entry in store.entries()] == [1, 2]
    assert store.entries(after=1) == [second]
    assert store.entries(coder_id="bo") == []
    assert len(store.entries(limit=1)) == 1
    assert store.entry(second.id) == second


def test_a_quote_its_turn_and_its_speaker_are_filled_beside_a_coding(store, world):
    world.build(store)
    store.write(world.entry(*added(world.coding())))
    row = store.reader.one("SELECT quote, turn, speaker_id FROM codings")
    assert row == {"quote": world.text[37:48], "turn": 1, "speaker_id": "s2"}


def test_words_before_the_first_turn_have_no_speaker(store, world):
    world.build(store)
    store.write(world.entry(*added(world.coding(start=0, end=5))))
    assert store.reader.one("SELECT turn, speaker_id FROM codings") == {"turn": None, "speaker_id": None}


def test_a_span_over_several_turns_belongs_to_the_one_it_has_most_of(store, world):
    world.build(store)
    first, second = world.transcript.turns[:2]
    store.write(
        world.entry(
            *added(
                world.coding("k1", first.start, second.start + 3),
                world.coding("k2", first.end - 3, second.end),
                world.coding("k3", first.end, second.start),
            )
        )
    )
    rows = store.reader.rows("SELECT turn, speaker_id FROM codings ORDER BY id")
    assert [(row["turn"], row["speaker_id"]) for row in rows] == [(0, "s1"), (1, "s2"), (None, None)]


def test_a_quote_beyond_the_basic_plane_is_cut_by_code_points(store, world):
    world.text = "🙂🙂 hej på dig"
    world.build(store)
    store.write(world.entry(*added(world.coding(start=3, end=9))))
    assert store.reader.one("SELECT quote FROM codings") == {"quote": "hej på"}


def test_evidence_has_its_quote_too(store, world):
    world.build(store)
    evidence = Evidence("v1", Claim.CODE, "h1", "t1", 0, 11, Stance.REFINES, "bo")
    store.write(world.entry(*added(evidence)))
    assert store.reader.one("SELECT quote FROM evidence") == {"quote": "Interviewer"}


def test_turns_follow_their_transcript(store, world):
    world.build(store)
    rows = store.reader.rows("SELECT * FROM turns ORDER BY position")
    assert [bool(row["interviewer"]) for row in rows] == [True, False, True]
    assert [row["time"] for row in rows] == [0.0, 1.0, 2.0]
    store.write(world.entry(*added(world.coding())))
    shorter = replace(world.transcript, turns=world.transcript.turns[:1])
    store.write(world.entry(*changed(world.transcript, shorter)))
    assert len(store.reader.rows("SELECT * FROM turns")) == 1
    assert store.reader.one("SELECT turn, speaker_id FROM codings") == {"turn": None, "speaker_id": None}


def test_turns_follow_who_is_the_interviewer(store, world):
    world.build(store)
    mette = world.speakers[1]
    store.write(world.entry(*changed(mette, replace(mette, interviewer=True))))
    rows = store.reader.rows("SELECT interviewer FROM turns")
    assert [bool(row["interviewer"]) for row in rows] == [True, True, True]


def test_the_turns_of_a_removed_transcript_go_with_it(store, world):
    world.build(store)
    store.write(world.entry(*removed(world.transcript, *world.speakers)))
    assert store.reader.rows("SELECT * FROM turns") == []


@pytest.mark.parametrize(("start", "end"), [(5, 5), (9, 4), (-1, 4), (0, 10_000)])
def test_a_coding_outside_its_text_is_refused(store, world, dump, start, end):
    world.build(store)
    before = dump(store)
    with pytest.raises(RcoderError, match="no passage of Mette, første samtale"):
        store.write(world.entry(*added(Case("c2", "Sag 2"), world.coding(start=start, end=end))))
    assert dump(store) == before
    assert store.latest() == 1


def test_a_change_of_a_row_that_has_changed_is_stale_and_writes_nothing(store, opened, world, dump):
    world.build(store)
    case = Case("c1", "Sag 1", attributes={"å": "1", "a": "2"})
    with opened() as other:
        other.write(world.entry(*changed(case, replace(case, name="Sag 1b")), coder="bo"))
    before = dump(store)
    entry = world.entry(
        *added(Case("c9", "Sag 9")), *changed(case, replace(case, name="Sag 1a")), sentence="omdøbte sagen"
    )
    with pytest.raises(
        Stale, match="omdøbte sagen: the case has been changed or removed since; nothing was written"
    ):
        store.write(entry)
    assert dump(store) == before
    assert store.latest() == 2


def test_every_column_of_a_row_is_compared(store, world):
    world.build(store)
    coding = world.coding()
    store.write(world.entry(*added(coding)))
    for name, value in to_row(coding).items():
        wrong = {**to_row(coding), name: f"{value}x" if isinstance(value, str | None) else not value}
        with pytest.raises(Stale):
            store.write(world.entry(Change("codings", "k1", wrong, None)))
    assert store.latest() == 2


def test_a_removed_row_cannot_be_removed_again(store, world):
    world.build(store)
    store.write(world.entry(*added(world.coding())))
    store.write(world.entry(*removed(world.coding())))
    with pytest.raises(Stale):
        store.write(world.entry(*removed(world.coding())))


def test_a_row_that_is_there_cannot_be_added_again(store, world):
    world.build(store)
    with pytest.raises(Stale, match="a case to be added is there already"):
        store.write(world.entry(*added(Case("c1", "Sag 1"))))
    store.write(world.entry(*added(Case("c2", "Sag 2"))))


def test_an_entry_cannot_be_written_twice(store, world):
    world.build(store)
    entry = store.write(world.entry(*added(Case("c2", "Sag 2"))))
    with pytest.raises(Stale, match="in the journal already"):
        store.write(replace(entry, changes=()))


def test_a_row_that_is_still_used_cannot_be_removed(store, world, dump):
    world.build(store)
    store.write(world.entry(*added(world.coding(code="h2"))))
    before = dump(store)
    code = next(change for change in world.foundation if change.id == "h2")
    with pytest.raises(Stale, match="slettede koden: a code is still used by a coding; nothing was written"):
        store.write(world.entry(code.turned(), sentence="slettede koden"))
    assert dump(store) == before
    store.write(world.entry(*removed(world.coding(code="h2")), code.turned()))


def test_a_reference_to_nothing_is_refused(store, world):
    world.build(store)
    with pytest.raises(Stale, match="a coding refers to a code that is not there"):
        store.write(world.entry(*added(world.coding(code="h99"))))
    with pytest.raises(Stale, match="transcript is not there"):
        store.write(world.entry(*added(replace(world.coding(), transcript_id="t99"))))


def test_rows_may_come_in_any_order_within_an_entry(store, world):
    entry = world.entry(*reversed(world.foundation), *added(world.coding()))
    store.write(entry, world.texts)
    assert store.reader.one("SELECT quote FROM codings") == {"quote": world.text[37:48]}


def test_an_entry_may_change_the_same_row_twice(store, world):
    first, second, third = (Case("c2", name) for name in ("a", "b", "c"))
    entry = world.entry(*added(first), *changed(first, second), *changed(second, third))
    store.write(entry)
    assert store.reader.records(Case, "SELECT * FROM cases") == [third]


def test_a_transcript_cannot_come_without_its_text(store, world):
    with pytest.raises(RcoderError):
        store.write(world.entry(*world.foundation))
    assert store.latest() == 0


def test_a_text_with_another_checksum_is_refused(store, world):
    with pytest.raises(RcoderError, match="checksum"):
        store.write(world.entry(*world.foundation), {world.checksum: world.text + "x"})


def test_the_same_text_may_come_twice(store, world):
    world.build(store)
    again = replace(world.transcript, id="t2", turns=())
    store.write(world.entry(*added(again)), world.texts)
    assert store.reader.one("SELECT COUNT(*) AS texts FROM texts") == {"texts": 1}


def test_many_entries_are_written_all_or_none(store, world):
    world.build(store)
    codings = [world.coding(f"k{number}", start=number, end=number + 9) for number in range(30)]
    entries = [world.entry(*added(coding)) for coding in codings]
    with pytest.raises(Stale):
        store.write_many([*entries, world.entry(*removed(Case("c9", "?")))])
    assert store.latest() == 1
    written = store.write_many(entries)
    assert [entry.seq for entry in written] == list(range(2, 32))
    assert (
        sorted(store.reader.records(Coding, "SELECT * FROM codings"), key=lambda each: each.start) == codings
    )
    wrong = "SELECT id FROM codings WHERE quote <> SUBSTR(:text, start + 1, 9)"
    assert store.reader.rows(wrong, text=world.text) == []


def test_a_table_that_is_no_record_cannot_be_written(store, world):
    for table in ("entries", "texts", "turns", "sqlite_master", "x; DROP TABLE codings"):
        with pytest.raises(RcoderError, match="no table"):
            store.write(world.entry(Change(table, "1", None, {"id": "1"})))


def test_half_a_character_pair_and_a_nul_are_refused_in_words(store, world):
    with pytest.raises(RcoderError, match="cannot be stored"):
        store.write(world.entry(*added(Case("c2", "\ud800"))))
    with pytest.raises(RcoderError, match="cannot be stored"):
        store.write(world.entry(*added(Case("c2", "a\0b"))))
    store.write(world.entry(*added(Case("c2", "a\\u0000b"))))
    assert store.reader.one("SELECT name FROM cases") == {"name": "a\\u0000b"}


def test_text_from_people_is_never_sql(store, world):
    name = "'); DROP TABLE codings; -- :id %s %(id)s"
    store.write(world.entry(*added(Case("c2", name, attributes={name: name}))))
    assert store.reader.records(Case, "SELECT * FROM cases WHERE name = :name", name=name)[0].attributes == {
        name: name
    }


def test_the_journal_gives_the_tables(store, world):
    world.build(store)
    store.write(world.entry(*added(world.coding())))
    tables = replay(store.entries())
    for table, record in RECORDS.items():
        stored = store.reader.records(record, f"SELECT * FROM {table}")  # noqa: S608  # our own names
        assert {each.id: to_row(each) for each in stored} == tables.get(table, {})


def test_an_activity_is_logged_apart_from_the_journal(store, world):
    store.log("anna", "read", "t1")
    store.log("anna", "exported", "theory.svg")
    rows = store.reader.rows("SELECT seq, coder_id, what, about FROM activity ORDER BY seq")
    assert [(row["seq"], row["what"], row["about"]) for row in rows] == [
        (1, "read", "t1"),
        (2, "exported", "theory.svg"),
    ]
    assert store.latest() == 0


def test_what_is_written_is_there_when_opened_again(store, opened, world, dump):
    world.build(store)
    before = dump(store)
    store.close()
    with opened() as again:
        assert dump(again) == before
        assert len(again.entries()) == 1


def test_a_reader_sees_what_another_program_has_just_written(store, opened, world):
    with opened() as other:
        assert other.latest() == 0
        world.build(store)
        assert other.latest() == 1
        assert other.reader.records(Speaker, "SELECT * FROM speakers ORDER BY position") == list(
            world.speakers
        )
        assert other.reader.records(Transcript, "SELECT * FROM transcripts") == [world.transcript]
