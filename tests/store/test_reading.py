from __future__ import annotations

import hashlib
import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rcoder.domain.codebook import Code
from rcoder.domain.coding import Coding
from rcoder.domain.errors import Damaged, RcoderError
from rcoder.domain.journal import added, changed
from rcoder.domain.transcript import Annotation, Span
from rcoder.store.columns import canonical, packed_lemmas, unpacked_lemmas
from rcoder.store.reading import expanded


def test_the_same_question_has_the_same_answer_on_both(store, world):
    world.build(store)
    store.write(world.entry(*added(world.coding("k1"), world.coding("k2", 50, 60, memo="100 %"))))
    sql = """
        SELECT c.id, c."end", t.title, COUNT(*) AS codings FROM codings AS c
        JOIN transcripts AS t ON t.id = c.transcript_id
        WHERE c.start >= :start AND c.id IN (:ids) AND c.memo LIKE '%\\%' ESCAPE '\\'
        GROUP BY c.id, c."end", t.title
    """
    rows = store.reader.rows(sql, start=10, ids={"k1", "k2"})
    assert rows == [{"id": "k2", "end": 60, "title": "Mette, første samtale", "codings": 1}]


def test_an_empty_list_matches_nothing(store, world):
    world.build(store)
    assert store.reader.rows("SELECT id FROM codes WHERE id IN (:ids)", ids=[]) == []
    assert store.reader.one("SELECT id FROM codes WHERE id = :id", id="nej") is None


def test_text_is_ordered_by_code_point_on_both(store, world):
    world.build(store)
    codes = [Code(name, "b1", name) for name in ("ål", "Zebra", "abe", "ø", "Æble")]
    store.write(world.entry(*added(*codes)))
    rows = store.reader.rows("SELECT key FROM codes WHERE parent_id IS NULL AND id <> 'h1' ORDER BY key")
    assert [row["key"] for row in rows] == sorted(code.key for code in codes)


def test_json_columns_come_as_text_and_records_decode_them(store, world):
    world.build(store)
    row = store.reader.one("SELECT attributes FROM transcripts")
    assert row == {"attributes": '{"bemærkning":"på æøå"}'}
    changes = store.reader.one("SELECT changes FROM entries")["changes"]
    assert isinstance(changes, str)
    codes = store.reader.records(Code, "SELECT * FROM codes WHERE id = 'h1'")
    assert codes[0].cues == ("tryg", "stole på")


def test_booleans_are_asked_alike(store, world):
    world.build(store)
    assert store.reader.rows("SELECT id FROM speakers WHERE interviewer") == [{"id": "s1"}]


@given(
    st.dictionaries(
        st.sampled_from("abcd"), st.one_of(st.integers(), st.lists(st.integers(), max_size=4)), min_size=1
    )
)
def test_every_name_in_expanded_sql_has_its_value(params):
    sql, given_ = expanded(" ".join(f"x = :{name} y:{name} IN (:{name})" for name in params), params)
    assert set(re.findall(r"(?<!\w):(\w+)", sql)) == set(given_)


def test_one_form_of_json_whatever_the_order():
    assert canonical({"å": 1, "a": [1, 2]}) == canonical({"a": [1, 2], "å": 1}) == '{"a":[1,2],"å":1}'


@given(st.lists(st.tuples(st.integers(0), st.integers(0), st.text(st.characters(codec="utf-8")))))
def test_lemmas_survive_packing(lemmas):
    assert unpacked_lemmas(packed_lemmas(tuple(lemmas))) == tuple(lemmas)


def test_sentences_and_lemmas_come_back_and_are_replaced(store, world):
    first = Annotation(world.checksum, "spaCy 1", (Span(0, 29), Span(30, 77)), ((0, 11, "interviewer"),))
    store.write(world.entry(*world.foundation), world.texts, [first])
    assert store.annotation(world.checksum) == first
    second = replace(first, pipeline="spaCy 2", lemmas=())
    store.write(world.entry(), annotations=[second])
    assert store.annotation(world.checksum) == second
    assert store.annotation("00") is None


def test_a_text_comes_back_by_its_checksum(store, world):
    world.build(store)
    assert store.text(world.checksum) == world.text
    assert store.verify() == []


@pytest.mark.parametrize(
    "spoiled", ["UPDATE texts SET text = REPLACE(text, 'godt', 'gott')", "UPDATE texts SET text = ''"]
)
def test_a_damaged_text_is_found_and_named(store, opened, world, spoiled):
    world.build(store)
    other = "Bo: Ja.\n"
    checksum = hashlib.sha256(other.encode()).hexdigest()
    sound = replace(world.transcript, id="t2", title="Bo", checksum=checksum, characters=len(other), turns=())
    with store._transaction() as connection:
        connection.exec_driver_sql(spoiled)
    store.write(world.entry(*added(sound)), {checksum: other})
    with opened() as again:
        assert again.verify() == ["Mette, første samtale"]
        with pytest.raises(Damaged, match="Mette, første samtale"):
            again.text(world.checksum)
        with pytest.raises(Damaged, match="Mette, første samtale"):
            again.write(world.entry(*added(world.coding())))
        assert again.text(checksum) == other
        assert again.latest() == 2


def test_a_missing_text_is_found_and_named(store, opened, world):
    world.build(store)
    with opened() as again:
        assert again.reader.records(Coding, "SELECT * FROM codings") == []
        moved = replace(world.transcript, checksum="00")
        with pytest.raises(Damaged, match="00"):
            again.write(world.entry(*changed(world.transcript, moved), *added(world.coding())))


def test_the_reader_refuses_to_write(store, world):
    world.build(store)
    with pytest.raises(RcoderError, match="may not be written"):
        store.reader.rows("DELETE FROM entries")
    assert store.latest() == 1
