"""What changes come to, and which entries hold."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from rcoder.analysis.arrow_links import links_behind
from rcoder.analysis.histories import holding, net, summary
from rcoder.analysis.history_names import GONE, Names
from rcoder.analysis.history_words import words_of
from rcoder.domain.journal import Change, Entry, turned_round

ROWS = st.one_of(st.none(), st.fixed_dictionaries({"id": st.just("e"), "wording": st.sampled_from("abc")}))


@st.composite
def courses(draw: st.DrawFn) -> list[Change]:
    """Changes of one or two rows that follow on one another."""
    there: dict[str, Any] = {"e": draw(ROWS), "f": draw(ROWS)}
    found = []
    for _ in range(draw(st.integers(0, 8))):
        name, after = draw(st.sampled_from("ef")), draw(ROWS)
        if after != there[name]:
            found.append(Change("elements", name, there[name], after))
            there[name] = after
    return found


def entry(number: int, undoes: str | None = None) -> Entry:
    return Entry(str(number), "anne", "", "", (), undoes=undoes, seq=number)


@given(courses())
def test_what_changes_come_to_leads_from_the_first_state_to_the_last(course: list[Change]) -> None:
    first: dict[str, Any] = {}
    last: dict[str, Any] = {}
    for change in course:
        first.setdefault(change.id, change.before)
        last[change.id] = change.after
    found = {each.id: each for each in net(course)}
    for name, before in first.items():
        if before == last[name]:
            assert name not in found
        else:
            assert (found[name].before, found[name].after) == (before, last[name])


@given(courses())
def test_a_course_and_its_taking_back_come_to_nothing(course: list[Change]) -> None:
    assert net([*course, *turned_round(course)]) == ()
    assert summary(net([*course, *turned_round(course)])) == ""


@given(st.lists(st.booleans(), max_size=6))
def test_an_entry_holds_where_it_was_taken_back_an_even_number_of_times(backs: list[bool]) -> None:
    entries = [entry(1)]
    for number, _ in enumerate(backs, start=2):
        entries.append(entry(number, undoes=str(number - 1)))
    taker = holding(entries)["1"]
    assert (taker is None) == (len(backs) % 2 == 0)


def test_what_is_not_known_is_said_to_be_gone() -> None:
    change = Change("groundings", "g", None, {"id": "g", "element_id": "e", "coding_id": "c"})
    assert words_of(change, Names()) == [f"Rested {GONE} on a passage"]


def test_a_table_that_nobody_tells_of_has_no_words() -> None:
    assert words_of(Change("speakers", "s", None, {"id": "s"}), Names()) == []


def test_links_that_condition_one_another_in_a_circle_belong_to_no_arrow() -> None:
    from rcoder.analysis.boxes import BoxFinder
    from rcoder.domain.codebook import Theory
    from rcoder.domain.configuration import Assembled, Configuration, Element, Link, Place
    from rcoder.domain.theory import Arrow, ArrowState
    from rcoder.domain.words import Effect, Kind

    elements = {name: Element(name, name) for name in "ab"}
    links = (Link("x", "k", "a", "y", Effect.CONDITIONS), Link("y", "k", "b", "x", Effect.CONDITIONS))
    places = tuple(Place(f"p{name}", "k", name, Kind.CONTEXT) for name in "ab")
    own = Assembled(Configuration("k", "K01", "anne"), places, elements, links)
    arrow = Arrow("x", "new-a", "new-b", Effect.CONDITIONS, ArrowState.DRAFT)
    finder = BoxFinder(Theory("t", "cb", "overall", ""), (), (), {})
    assert list(links_behind(arrow, [own], finder, frozenset())) == []
