"""Several configurations made one, and taken apart again: nothing is lost, nothing is left behind."""

from __future__ import annotations

import itertools
from dataclasses import replace
from types import ModuleType
from typing import Any

import pytest
from hypothesis import event, given, settings
from hypothesis import strategies as st

from rcoder.analysis.meetings import joined, parted, proposed, settled
from rcoder.domain.actions.consolidating import Consolidation, Meeting, consolidate, dissolve, take_member_out
from rcoder.domain.actions.joining import take_in
from rcoder.domain.configuration import Assembled, Configuration, Element, Link, Place
from rcoder.domain.consolidation import borne_out, stands_for
from rcoder.domain.errors import Misuse
from rcoder.domain.journal import Deed, Entry, added, replay, turned_round
from rcoder.domain.records import from_row, to_row
from rcoder.domain.rival import Standin
from rcoder.domain.words import Effect, Kind, Level

WORDS = ("tryg", "rolig", "tør sige til", "får besked")
CODES = ("a", "b", None)
WHOLE = Configuration("K20", "K20", "anne", "Samlet", level=Level.CONSOLIDATED)


def alike(one: str, other: str) -> float:
    return 1.0 if one == other else 0.0


@st.composite
def member(draw: Any, number: str) -> Assembled:
    """A configuration of some elements (some of them shared with the others), tied in order, with conditions."""
    elements: dict[str, Element] = {}
    places = []
    for position, kind in enumerate(draw(st.lists(st.sampled_from(list(Kind)), min_size=1, max_size=5))):
        shared = draw(st.booleans())
        name = f"{kind.value}-{draw(st.integers(0, 1))}" if shared else f"{number}-{position}"
        if name in elements:
            continue
        code = "a" if shared else draw(st.sampled_from(CODES))
        elements[name] = Element(name, name if shared else draw(st.sampled_from(WORDS)), code)
        places.append(Place(f"{number}p{position}", number, name, kind, position))
    links = []
    for one, other in itertools.pairwise(places):
        if draw(st.booleans()):
            links.append(
                Link(f"{number}l{len(links)}", number, one.element_id, other.element_id, position=len(links))
            )
    contexts = [each.element_id for each in places if each.kind is Kind.CONTEXT]
    if contexts and links:
        onto = draw(st.sampled_from(links))
        if onto.source_id != contexts[0]:
            links.append(Link(f"{number}c", number, contexts[0], onto.id, Effect.CONDITIONS, len(links)))
    return Assembled(Configuration(number, number, "anne"), tuple(places), elements, tuple(links))


@st.composite
def groups(draw: Any) -> list[Assembled]:
    return [draw(member(f"K0{number}")) for number in range(1, draw(st.integers(2, 4)) + 1)]


def tables(*deeds: Deed) -> dict[str, dict[str, Any]]:
    found = replay(
        Entry(str(number), "anne", "", each.sentence, each.changes) for number, each in enumerate(deeds)
    )
    return {name: rows for name, rows in found.items() if rows}


def stored(members: list[Assembled]) -> Deed:
    elements = {each.id: each for one in members for each in one.elements.values()}
    rows = [part for one in members for part in (one.configuration, *one.places, *one.links)]
    return Deed("made", added(*elements.values(), *rows))


def put_together(made: Deed, members: list[Assembled]) -> Consolidation:
    """What a deed of consolidating made."""
    after = {(each.table, each.id): each.after for each in made.changes if each.after is not None}

    def of(record: type[Any]) -> list[Any]:
        return [from_row(record, row) for (table, _), row in after.items() if table == record.table]

    configuration = from_row(Configuration, after["configurations", "K20"])
    elements = {each.id: each for each in of(Element)}
    whole = Assembled(configuration, tuple(of(Place)), elements, tuple(of(Link)))
    now = [
        replace(each, configuration=from_row(Configuration, after["configurations", each.configuration.id]))
        for each in members
    ]
    return Consolidation(whole, tuple(now), tuple(of(Standin)))


def shape(found: Consolidation) -> Any:
    """What was made, without ids and the order of rows."""
    words = {each.element_id: [] for each in found.standins}
    for each in found.standins:
        words[each.element_id].append(each.member_id)
    names = {name: tuple(sorted(own)) for name, own in words.items()}
    links = {each.id: each for each in found.whole.links}

    def end(name: str) -> Any:
        return tied(links[name]) if name in links else names[name]

    def tied(link: Link) -> Any:
        return names[link.source_id], link.effect, end(link.target_id)

    return (
        sorted(
            (names[each.element_id], each.kind, found.whole.elements[each.element_id].wording)
            for each in found.whole.places
        ),
        sorted(map(repr, map(tied, found.whole.links))),
    )


@given(groups())
def test_consolidating_and_splitting_again_gives_exactly_the_tables_before(members: list[Assembled]) -> None:
    made = consolidate(WHOLE, members, proposed(members, {}, alike))
    found = put_together(made, members)
    before = stored(members)
    assert tables(before, made, dissolve(found)) == tables(before)
    assert tables(before, made, Deed("undone", turned_round(made.changes))) == tables(before)


@given(groups(), st.randoms())
def test_the_order_of_members_does_not_matter(members: list[Assembled], chance: Any) -> None:
    other = list(members)
    chance.shuffle(other)
    one, two = (
        put_together(consolidate(WHOLE, each, proposed(each, {}, alike)), members)
        for each in (members, other)
    )
    assert shape(one) == shape(two)


@given(groups())
def test_every_link_of_a_member_is_borne_out_by_one_of_the_consolidated(members: list[Assembled]) -> None:
    found = put_together(consolidate(WHOLE, members, proposed(members, {}, alike)), members)
    stands = stands_for(found.standins)
    for each in members:
        borne = borne_out(found.whole, each, stands)
        assert sorted(name for own in borne.values() for name in own) == sorted(
            link.id for link in each.links
        )
    assert {link for each in members for link in borne_out(found.whole, each, stands)} == {
        each.id for each in found.whole.links
    }


@given(groups(), st.data())
def test_a_member_taken_out_leaves_what_the_others_make(members: list[Assembled], data: Any) -> None:
    if len(members) < 3:
        return
    leaving = data.draw(st.sampled_from(members))
    others = [each for each in members if each is not leaving]
    meetings = tuple(
        Meeting(Element(f"e{name}", name), (name,))
        for name in sorted({n for m in members for n in m.elements})
    )
    found = put_together(consolidate(WHOLE, members, meetings), members)
    after = tables(
        stored(members), consolidate_again(found), take_member_out(found, leaving.configuration.id)
    )
    assert after["configurations"][leaving.configuration.id] == to_row(leaving.configuration)
    held = {name for each in others for name in each.elements}
    assert {row["member_id"] for row in after.get("standins", {}).values()} == held
    assert {row["id"] for row in after["elements"].values() if row["id"].startswith("e")} == {
        f"e{name}" for name in held
    }
    own = [row for row in after.get("links", {}).values() if row["configuration_id"] == "K20"]
    alone = consolidate(WHOLE, others, [each for each in meetings if each.members[0] in held])
    assert len(own) == len([each for each in alone.changes if each.table == "links"])


def consolidate_again(found: Consolidation) -> Deed:
    """The deed that made it, from what it made."""
    whole = found.whole
    changes = added(
        whole.configuration, *whole.elements.values(), *whole.places, *whole.links, *found.standins
    )
    from rcoder.domain.journal import changed

    for each in found.members:
        changes += changed(replace(each.configuration, consolidated_in=None), each.configuration)
    return Deed("again", changes)


@settings(max_examples=150, deadline=None)
@given(groups(), st.data())
def test_what_a_further_member_brings_goes_when_it_is_taken_out_again(
    members: list[Assembled], data: Any
) -> None:
    if len(members) < 3:
        return
    *first, last = members
    made = consolidate(WHOLE, first, proposed(first, {}, alike))
    found = put_together(made, first)
    both = [found.whole, last]
    known = {each.member_id: each.element_id for each in found.standins}
    meetings = settled(proposed(both, {}, alike), both, {}, known)
    meetings = tuple(
        replace(each, element=replace(each.element, wording=own[0].wording)) if own else each
        for each in meetings
        for own in ([found.whole.elements[name] for name in each.members if name in found.whole.elements],)
    )
    event("brings something" if len(meetings) > len(found.whole.elements) else "brings nothing of its own")
    try:
        taken = take_in(found.whole, [last], meetings, found.standins)
    except Misuse as refused:
        assert "ties two elements" in str(refused)  # what others let meet, and it shares both  # noqa: PT017
        return
    before = tables(stored(members), made)
    together = tables(stored(members), made, taken)
    now = read(together, members)
    assert sorted(each.configuration.number for each in now.members) == [
        each.configuration.number for each in members
    ]
    for member in now.members:
        borne = borne_out(now.whole, member, stands_for(now.standins))
        assert sorted(name for own in borne.values() for name in own) == sorted(
            link.id for link in member.links
        )
    assert tables(stored(members), made, taken, take_member_out(now, last.configuration.id)) == before


def read(found: dict[str, dict[str, Any]], members: list[Assembled]) -> Consolidation:
    """The consolidated configuration as it is stored."""

    def of(record: type[Any]) -> list[Any]:
        return [from_row(record, row) for row in found.get(record.table, {}).values()]

    places = [each for each in of(Place) if each.configuration_id == "K20"]
    standing = {each.element_id for each in places}
    whole = Assembled(
        from_row(Configuration, found["configurations"]["K20"]),
        tuple(sorted(places, key=lambda each: each.position)),
        {each.id: each for each in of(Element) if each.id in standing},
        tuple(each for each in of(Link) if each.configuration_id == "K20"),
    )
    rows = found["configurations"]
    now = [
        replace(each, configuration=from_row(Configuration, rows[each.configuration.id])) for each in members
    ]
    return Consolidation(whole, tuple(now), tuple(of(Standin)))


# -- what is refused, and what meets ---------------------------------------------------------------------------------


@pytest.fixture
def two(making: ModuleType) -> list[Assembled]:
    """Two configurations of one code for each kind, worded differently, R → M → O."""

    def one(number: str, sign: str = "+") -> Assembled:
        elements = {
            f"{number}{name}": Element(
                f"{number}{name}", f"{name} i {number}", name, sign=sign if name == "o" else "+"
            )
            for name in "rmo"
        }
        places = [(f"{number}r", "resource"), (f"{number}m", "reasoning"), (f"{number}o", "outcome")]
        links = [(f"{number}l1", f"{number}r", f"{number}m"), (f"{number}l2", f"{number}m", f"{number}o")]
        found: Assembled = making.assembled(number, places, links, elements=elements)
        return found

    return [one("K01"), one("K02")]


def test_elements_of_one_code_and_kind_meet(two: list[Assembled]) -> None:
    meetings = proposed(two, {}, alike)
    assert [each.members for each in meetings] == [("K01r", "K02r"), ("K01m", "K02m"), ("K01o", "K02o")]
    made = put_together(consolidate(WHOLE, two, meetings), two)
    assert len(made.whole.links) == 2
    assert [each.configuration.consolidated_in for each in made.members] == ["K20", "K20"]


def test_outcomes_of_opposite_signs_stay_apart(two: list[Assembled]) -> None:
    worse = replace(two[1], elements={**two[1].elements, "K02o": replace(two[1].elements["K02o"], sign="-")})
    meetings = proposed([two[0], worse], {}, alike)
    assert ("K01o",) in [each.members for each in meetings]
    with pytest.raises(Misuse, match="positive and a negative"):
        consolidate(WHOLE, [two[0], worse], [*meetings[:2], Meeting(Element("x", "både"), ("K01o", "K02o"))])


def test_what_is_said_to_be_absent_does_not_meet_the_thing_itself(two: list[Assembled]) -> None:
    gone = replace(two[1].elements["K02m"], wording="m i K02 (absent)")
    other = replace(two[1], elements={**two[1].elements, "K02m": gone})
    assert ("K02m",) in [each.members for each in proposed([two[0], other], {}, alike)]


def test_members_that_say_opposite_things_are_not_made_one(two: list[Assembled]) -> None:
    hinders = replace(two[1].links[0], effect=Effect.HINDERS)
    other = replace(two[1], links=(hinders, two[1].links[1]))
    with pytest.raises(Misuse, match="compare the two"):
        consolidate(WHOLE, [two[0], other], proposed([two[0], other], {}, alike))


def test_elements_that_a_member_ties_do_not_meet(two: list[Assembled]) -> None:
    meetings = joined(proposed(two, {}, alike), two, {}, of="K01m", to="K01r")
    with pytest.raises(Misuse, match="ties two elements"):
        consolidate(WHOLE, two, meetings)


def test_one_alone_twice_the_same_and_one_that_is_consolidated_are_refused(two: list[Assembled]) -> None:
    meetings = proposed(two, {}, alike)
    for members in (two[:1], [two[0], two[0]]):
        with pytest.raises(Misuse, match="Two configurations"):
            consolidate(WHOLE, members, meetings)
    taken = replace(two[0], configuration=replace(two[0].configuration, consolidated_in="K10"))
    with pytest.raises(Misuse, match="consolidated in another"):
        consolidate(WHOLE, [taken, two[1]], meetings)


def test_the_last_two_members_are_split_together(two: list[Assembled]) -> None:
    found = put_together(consolidate(WHOLE, two, proposed(two, {}, alike)), two)
    with pytest.raises(Misuse, match="K02 alone"):
        take_member_out(found, "K01")
    assert dissolve(found).sentence == "Split K20: K01 and K02 stand for themselves again"


def test_an_element_moved_to_another_meeting_keeps_that_ones_words(two: list[Assembled]) -> None:
    meetings = proposed(two, {}, alike)
    apart = parted(meetings, two, {}, "K01m")
    assert [each.members for each in apart] == [("K01r", "K02r"), ("K02m",), ("K01m",), ("K01o", "K02o")]
    assert [each.element.wording for each in apart][1:3] == ["m i K02", "m i K01"]
    again = joined(apart, two, {}, of="K01m", to="K02m")
    assert [each.members for each in again] == [("K01r", "K02r"), ("K02m", "K01m"), ("K01o", "K02o")]


def test_codes_meet_in_the_one_above(two: list[Assembled], making: ModuleType) -> None:
    codes = {
        each.id: each
        for each in (making.code("m"), making.code("m1", parent_id="m"), making.code("m2", parent_id="m"))
    }
    members = [
        replace(
            each, elements={**each.elements, f"{name}m": replace(each.elements[f"{name}m"], code_id=code)}
        )
        for each, name, code in zip(two, ("K01", "K02"), ("m1", "m2"), strict=True)
    ]
    meetings = joined(proposed(members, codes, alike), members, codes, of="K02m", to="K01m")
    assert next(each.element.code_id for each in meetings if "K01m" in each.members) == "m"
