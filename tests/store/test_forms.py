from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from rcoder.domain.excerpt import Excerpt
from rcoder.domain.journal import added
from rcoder.domain.transcript import Annotation, Span
from rcoder.store import packed
from rcoder.store.migrating import migrate_file

LEMMAS = ((0, 11, "interviewer"), (13, 20, "hvordan"), (21, 24, "gå"), (36, 39, "det"), (40, 43, "gå"))


def annotation(world):
    return Annotation(world.checksum, "spaCy 1", (Span(0, 29),), LEMMAS)


def forms(store):
    return {(row["lemma"], row["form"]) for row in store.reader.rows("SELECT lemma, form FROM forms")}


def test_the_forms_of_words_are_kept_with_the_lemmas_once_each(store, world):
    world.build(store)
    assert forms(store) == set()
    store.annotate([packed(annotation(world))])
    store.annotate([packed(annotation(world))])
    expected = {(lemma, world.text[start:end].lower()) for start, end, lemma in LEMMAS}
    assert forms(store) == expected
    assert ("interviewer", "interviewer") in expected


def test_a_later_annotation_adds_the_forms_it_has(store, world):
    world.build(store)
    store.annotate([packed(annotation(world))])
    store.annotate([packed(replace(annotation(world), lemmas=((46, 49, "Gå"),)))])
    assert ("gå", world.text[46:49].lower()) in forms(store)
    assert ("hvordan", "hvordan") in forms(store)


def test_a_project_of_an_older_schema_gets_the_forms_of_its_texts(tmp_path):
    path = tmp_path / "old.rcoder"
    dump = Path(__file__).parent / "schemas" / "0002.sql"
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(dump.read_text(encoding="utf-8"))
    migrate_file(path)
    with closing(sqlite3.connect(path)) as connection:
        found = connection.execute("SELECT lemma, form FROM forms").fetchall()
    assert found == [("det", "det")]


def test_an_excerpt_has_its_words_turn_and_speaker_from_the_text(store, world):
    world.build(store)
    start = world.text.index("hun lyttede")
    store.write(world.entry(*added(Excerpt("x1", "anna", "t1", start, start + 11, edited="[hun] lyttede"))))
    (row,) = store.reader.rows("SELECT quote, turn, speaker_id FROM excerpts")
    assert dict(row) == {"quote": "hun lyttede", "turn": 1, "speaker_id": "s2"}
