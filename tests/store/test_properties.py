from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rcoder.domain.case import Case
from rcoder.domain.coding import Coding
from rcoder.domain.configuration import Configuration, Element, Place
from rcoder.domain.errors import RcoderError, Stale
from rcoder.domain.journal import Change, added, changed, removed, replay
from rcoder.domain.records import from_row, to_row
from rcoder.domain.tables import RECORDS
from rcoder.domain.transcript import Speaker, Transcript
from rcoder.domain.words import Kind, Polarity, Scope

words = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=12)
deeds = st.lists(
    st.tuples(
        st.sampled_from(
            [
                "case",
                "coding",
                "element",
                "change",
                "change",
                "remove",
                "turns",
                "speaker",
                "undo",
                "undo",
                "redo",
                "stale",
            ]
        ),
        st.integers(0, 2**16),
        words,
    ),
    min_size=1,
    max_size=14,
)
calm = settings(
    max_examples=25, deadline=None, derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)  # fmt: skip


class Play:
    """Plays deeds on a store, keeping what is there in memory beside it."""

    def __init__(self, store, world):
        self.store = store
        self.world = world
        self.present = {}
        self.count = 0
        self.write(world.entry(*world.foundation), world.texts)

    def write(self, entry, texts=None):
        written = self.store.write(entry, texts)
        for change in entry.changes:
            if change.after is None:
                del self.present[change.table, change.id]
            else:
                self.present[change.table, change.id] = change.after
        return written

    def pick(self, number, *tables):
        keys = sorted(key for key in self.present if key[0] in tables)
        table, id_ = keys[number % len(keys)]
        return from_row(RECORDS[table], self.present[table, id_])

    def deed(self, kind, number, text):
        self.count += 1
        name = f"n{self.count}"
        length = len(self.world.text)
        match kind:
            case "case":
                made = added(Case(name, text, attributes={text: "ja"}))
            case "coding":
                start = number % (length - 1)
                end = min(length, start + 1 + number % 20)
                made = added(Coding(name, "t1", start, end, "h1", "anna", memo=text))
            case "element":
                made = added(
                    Configuration(f"f{name}", text, "anna", hypotheses=("h1", text)),
                    Element(name, text, "h1", new=bool(number % 2)),
                    Place(f"p{name}", f"f{name}", name, Kind.CONTEXT, number % 5),
                )
            case "change":
                made = self.change(number, text)
            case "remove":
                made = removed(self.pick(number, "cases", "codings", "elements", "codes", "transcripts"))
            case "turns":
                transcript = self.pick(0, "transcripts")
                made = changed(
                    transcript, replace(transcript, turns=transcript.turns[number % 4 :], notes=(text,))
                )
            case _:
                speaker = self.pick(number, "speakers")
                made = changed(speaker, replace(speaker, name=text, interviewer=not speaker.interviewer))
        return made

    def change(self, number, text):
        record = self.pick(number, "cases", "codings", "elements", "configurations")
        match record:
            case Case():
                return changed(
                    record, replace(record, name=text, attributes={**record.attributes, "x": text})
                )
            case Coding():
                return changed(
                    record,
                    replace(
                        record, memo=text, polarity=Polarity.WEAK, scope=Scope.GENERAL, end=record.start + 1
                    ),
                )
            case Element():
                return changed(record, replace(record, wording=text, new=not record.new))
            case _:
                return changed(record, replace(record, because=text, hypotheses=(*record.hypotheses, text)))


def tables_of(store):
    return {
        table: {
            each.id: to_row(each)
            for each in store.reader.records(record, f"SELECT * FROM {table}")  # noqa: S608  # our own names
        }
        for table, record in RECORDS.items()
    }


@calm
@given(moves=deeds)
def test_undo_after_do_is_the_identity_on_all_tables(emptied, world, dump, moves):
    with emptied() as store:
        play = Play(store, world)
        for kind, number, text in moves:
            if kind in ("undo", "redo", "stale"):
                continue
            before = dump(store)
            try:
                entry = play.write(world.entry(*play.deed(kind, number, text)))
            except Stale:
                assert dump(store) == before
                continue
            after = dump(store)
            undo = play.write(world.undo(entry))
            assert dump(store) == before
            play.write(world.undo(undo))
            assert dump(store) == after


@calm
@given(moves=deeds)
def test_replaying_the_journal_gives_the_tables(emptied, world, moves):
    with emptied() as store:
        play = Play(store, world)
        for kind, number, text in moves:
            if kind in ("undo", "redo"):
                found = store.undo_candidate("anna") if kind == "undo" else store.redo_candidate("anna")
                if found is None or found.seq == 1:
                    continue
                entry = world.undo(found)
            elif kind == "stale":
                continue
            else:
                entry = world.entry(*play.deed(kind, number, text))
            try:
                play.write(entry)
            except Stale:
                assert entry.changes[0].after is None or kind == "undo"
        replayed = replay(store.entries())
        assert {table: replayed.get(table, {}) for table in RECORDS} == tables_of(store)


@calm
@given(moves=deeds, number=st.integers(0, 2**16))
def test_a_stale_write_is_refused_and_loses_nothing(emptied, world, dump, moves, number):
    with emptied() as store:
        play = Play(store, world)
        for kind, pick, text in moves:
            if kind in ("case", "coding", "element", "change", "turns", "speaker"):
                play.write(world.entry(*play.deed(kind, pick, text)))
        before, last = dump(store), store.latest()
        keys = sorted(play.present)
        table, id_ = keys[number % len(keys)]
        row = play.present[table, id_]
        column = sorted(row)[number % len(row)]
        thought = {**row, column: "something else" if isinstance(row[column], str | None) else None}
        fine = added(Case("fine", "fin"))
        for after in (None, row):
            with pytest.raises(RcoderError):
                store.write(world.entry(*fine, Change(table, id_, thought, after)))
        assert dump(store) == before
        assert store.latest() == last
        assert [entry.seq for entry in store.entries()] == list(range(1, last + 1))


@calm
@given(times=st.lists(st.floats(0, 1e6, allow_nan=False), min_size=1, max_size=5))
def test_times_of_any_precision_survive_the_journal(emptied, world, times):
    with emptied() as store:
        world.build(store)
        turns = tuple(
            replace(turn, time=time) for turn, time in zip(world.transcript.turns, times, strict=False)
        )
        store.write(world.entry(*changed(world.transcript, replace(world.transcript, turns=turns))))
        store.write(world.undo(store.undo_candidate("anna")))
        store.write(world.undo(store.redo_candidate("anna")))
        assert store.reader.records(Transcript, "SELECT * FROM transcripts")[0].turns == turns
        assert len(store.reader.records(Speaker, "SELECT * FROM speakers")) == 2
