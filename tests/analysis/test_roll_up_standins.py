"""Members' passages count on the arrows of what stands for them, each once, wherever it is drawn."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desks import Desk, arrows, boxes
from rcoder.analysis.meetings import proposed
from rcoder.analysis.roll_up import derive
from rcoder.domain.actions.consolidating import consolidate
from rcoder.domain.configuration import Assembled, Configuration, Element, Link, Place
from rcoder.domain.journal import Deed
from rcoder.domain.records import from_row
from rcoder.domain.rival import Standin
from rcoder.domain.theory import ChangeTheory
from rcoder.domain.words import Level


def alike(one: str, other: str) -> float:
    return 1.0 if one == other else 0.0


def of(deed: Deed, record: type[Any]) -> list[Any]:
    return [
        from_row(record, each.after)
        for each in deed.changes
        if each.table == record.table and each.after and not each.before
    ]


def joined(desk: Desk, members: list[Assembled], **reworded: str) -> ChangeTheory:
    """The theory with the members made one, whose elements are worded otherwise by the words of the first."""
    whole = Configuration("K20", "K20", "anne", level=Level.CONSOLIDATED)
    meetings = [
        replace(
            each,
            element=replace(each.element, wording=reworded.get(each.element.wording, each.element.wording)),
        )
        for each in proposed(members, {}, alike)
    ]
    deed = consolidate(whole, members, meetings)
    elements = {each.id: each for each in of(deed, Element)}
    made = Assembled(whole, tuple(of(deed, Place)), elements, tuple(of(deed, Link)))
    now = [
        replace(each, configuration=replace(each.configuration, consolidated_in="K20")) for each in members
    ]
    sources = desk.sources(*now, made)
    return derive(replace(sources, standins=tuple(of(deed, Standin))))


def one(desk: Desk, number: str, words: tuple[str, str], place: int) -> Assembled:
    elements = {
        f"{number}{code}": Element(f"{number}{code}", word, code)
        for code, word in zip("ms", words, strict=True)
    }
    found: Assembled = desk.making.assembled(
        number, [(f"{number}m", "reasoning"), (f"{number}s", "outcome")], [(f"{number}l", f"{number}m", f"{number}s")],
        [desk.making.evidence(f"{number}e", f"{number}l", place, place + 10)], elements=elements,
    )  # fmt: skip
    return found


def test_evidence_counts_where_the_members_own_boxes_were_others(desk: Desk) -> None:
    members = [one(desk, "K01", ("tør", "s"), 100), one(desk, "K02", ("tør godt", "taler sammen"), 200)]
    theory = joined(desk, members, tør="m")
    arrow = arrows(theory)["M-S-promotes"]
    assert arrow.configurations == ("K20", "K01", "K02")
    assert [each.start for each in arrow.witnesses] == [100, 200]
    assert boxes(theory)["M"].elements == ("K20: m", "K01: tør", "K02: tør godt")
    assert not [each for each in theory.boxes if each.new]


def test_one_stretch_of_words_in_two_members_counts_once(desk: Desk) -> None:
    members = [one(desk, "K01", ("m", "s"), 100), one(desk, "K02", ("m", "s"), 105)]
    arrow = arrows(joined(desk, members))["M-S-promotes"]
    assert arrow.supports.passages == 1
    assert arrow.witnesses[0].configurations == ("K01", "K02")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
@given(
    st.lists(
        st.tuples(st.sampled_from(["m", "tør"]), st.sampled_from(["s", "taler"]), st.integers(0, 900)),
        min_size=2,
        max_size=4,
    )
)
def test_no_evidence_is_lost_or_counted_twice_through_consolidation(
    desk: Desk, drawn: list[tuple[str, str, int]]
) -> None:
    members = [one(desk, f"K0{number}", (m, s), place) for number, (m, s, place) in enumerate(drawn, 1)]
    theory = joined(desk, members)
    there = sorted((witness.start, witness.end) for arrow in theory.arrows for witness in arrow.witnesses)
    apart = derive(desk.sources(*members))
    stretches = {place for _, _, place in drawn}
    assert {start for start, _ in there} <= stretches
    assert all(any(start <= place < end for start, end in there) for place in stretches)
    assert len(there) == len(set(there))
    assert sum(each.supports.passages for each in theory.arrows) <= sum(
        each.supports.passages for each in apart.arrows
    )
