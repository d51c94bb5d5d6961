from __future__ import annotations

from dataclasses import replace

import pytest

from rcoder.domain.case import Case
from rcoder.domain.errors import NotFound, Stale
from rcoder.domain.journal import added, changed


def take_back(store, world, coder="anna"):
    return store.write(world.undo(store.undo_candidate(coder), coder))


def redo(store, world, coder="anna"):
    return store.write(world.undo(store.redo_candidate(coder), coder))


def names(store):
    return [row["name"] for row in store.reader.rows("SELECT name FROM cases ORDER BY name")]


@pytest.fixture
def cases(store, world):
    """Three deeds of Anna's: cases a, b and c."""
    return [store.write(world.entry(*added(Case(name, name)))) for name in "abc"]


def test_nothing_can_be_undone_in_an_empty_journal(store):
    assert store.undo_candidate("anna") is None
    assert store.redo_candidate("anna") is None


def test_undo_goes_back_one_deed_at_a_time(store, world, cases):
    for left in (["a", "b"], ["a"], []):
        take_back(store, world)
        assert names(store) == left
    assert store.undo_candidate("anna") is None


def test_redo_brings_back_in_the_order_of_undoing(store, world, cases):
    for _ in cases:
        take_back(store, world)
    for there in (["a"], ["a", "b"], ["a", "b", "c"]):
        redo(store, world)
        assert names(store) == there
    assert store.redo_candidate("anna") is None


def test_a_redone_deed_can_be_undone_and_redone_again(store, world, cases):
    for _ in range(3):
        take_back(store, world)
        assert names(store) == ["a", "b"]
        redo(store, world)
        assert names(store) == ["a", "b", "c"]
    assert store.undo_candidate("anna") == cases[2]


def test_a_new_deed_ends_redoing(store, world, cases):
    take_back(store, world)
    store.write(world.entry(*added(Case("d", "d"))))
    assert store.redo_candidate("anna") is None
    take_back(store, world)
    take_back(store, world)
    assert names(store) == ["a"]
    redo(store, world)
    assert names(store) == ["a", "b"]


def test_each_coder_undoes_their_own_deeds(store, world, cases):
    theirs = store.write(world.entry(*added(Case("d", "d")), coder="bo"))
    assert store.undo_candidate("bo") == theirs
    take_back(store, world)
    assert names(store) == ["a", "b", "d"]
    assert store.redo_candidate("bo") is None
    assert store.undo_candidate("bo") == theirs


def test_a_deed_whose_row_another_has_changed_cannot_be_undone(store, world, cases):
    store.write(world.entry(*changed(Case("c", "c"), Case("c", "C")), coder="bo"))
    with pytest.raises(Stale):
        take_back(store, world)
    assert names(store) == ["C", "a", "b"]


def test_undo_survives_a_restart(store, opened, world, cases):
    take_back(store, world)
    store.close()
    with opened() as again:
        assert again.redo_candidate("anna").undoes == cases[2].id
        take_back(again, world)
        redo(again, world)
        assert names(again) == ["a", "b"]


def test_undo_puts_derived_rows_back(store, world, dump):
    world.build(store)
    store.write(world.entry(*added(world.coding())))
    before = dump(store)
    fewer = replace(world.transcript, turns=world.transcript.turns[:1], title="Andet")
    store.write(world.entry(*changed(world.transcript, fewer)))
    assert dump(store) != before
    take_back(store, world)
    assert dump(store) == before


def test_undo_of_an_import_and_its_redo_keep_the_text(store, world, dump):
    world.build(store)
    before = dump(store)
    take_back(store, world)
    assert not any(dump(store).values())
    redo(store, world)
    assert dump(store) == before
    assert store.text(world.checksum) == world.text


def test_the_deed_under_hundreds_of_undone_ones_is_found(store, world):
    first = store.write(world.entry(*added(Case("a", "a"))))
    for number in range(120):
        deed = store.write(world.entry(*added(Case(f"x{number}", "x"))))
        store.write(world.undo(deed))
    assert store.undo_candidate("anna") == first


def test_an_entry_that_is_not_there_is_named(store):
    with pytest.raises(NotFound, match="no entry e99"):
        store.entry("e99")
