"""The journal: changes turned round, and the tables replayed from it."""

from __future__ import annotations

from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rcoder.domain.case import Case
from rcoder.domain.coding import Coder
from rcoder.domain.journal import Change, Deed, added, changed, removed, replay, turned_round
from rcoder.domain.records import to_row

rows = st.none() | st.dictionaries(st.sampled_from("abc"), st.integers(), max_size=2)
changes = st.lists(st.builds(Change, st.sampled_from("xy"), st.sampled_from("12"), rows, rows), max_size=5)


@given(changes)
def test_changes_turned_round_twice_are_the_same(found: list[Change]) -> None:
    assert turned_round(turned_round(found)) == tuple(found)


@given(changes)
def test_changes_are_turned_round_last_first(found: list[Change]) -> None:
    assert [each.after for each in turned_round(found)] == [each.before for each in reversed(found)]


def test_adding_changing_and_removing_say_what_was_there_before_and_after() -> None:
    one, two = Case("a", "Sag A"), Case("a", "Sag B")
    assert [(each.before, each.after) for each in added(one)] == [(None, to_row(one))]
    assert [(each.before, each.after) for each in changed(one, two)] == [(to_row(one), to_row(two))]
    assert [(each.before, each.after) for each in removed(two)] == [(to_row(two), None)]


def test_a_record_that_stays_as_it_is_makes_no_change() -> None:
    assert changed(Case("a", "Sag A"), Case("a", "Sag A")) == ()


@pytest.mark.parametrize("other", [Case("b", "Sag A"), Coder("a", "Anne")])
def test_a_record_does_not_change_into_another_one(other: object) -> None:
    with pytest.raises(ValueError, match="cannot become"):
        changed(Case("a", "Sag A"), other)


def test_the_journal_replayed_gives_the_tables(making: ModuleType) -> None:
    one, two = Case("a", "Sag A"), Case("b", "Sag B")
    after = Case("a", "Sag A", "Nørreby")
    deeds = [Deed("", added(one, two)), Deed("", changed(one, after)), Deed("", removed(two))]
    assert making.tables_after(*deeds) == {"cases": {"a": to_row(after)}}


def test_an_empty_journal_gives_no_tables() -> None:
    assert replay([]) == {}


@pytest.mark.parametrize(
    "deed",
    [
        Deed("adds what is there", added(Case("a", "Sag B"))),
        Deed("removes what is not there", removed(Case("b", "Sag B"))),
        Deed("changes what is otherwise", changed(Case("a", "Sag C"), Case("a", "Sag D"))),
        Deed("removes what is otherwise", removed(Case("a", "Sag C"))),
    ],
    ids=lambda deed: deed.sentence,
)
def test_a_journal_that_cannot_have_happened_is_refused(making: ModuleType, deed: Deed) -> None:
    with pytest.raises(ValueError, match=deed.sentence):
        making.tables_after(Deed("first", added(Case("a", "Sag A"))), deed)
