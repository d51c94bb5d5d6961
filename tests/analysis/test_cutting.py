"""Narrowing a change theory: nothing is added, numbers are counted anew, and cuts hold together in any order."""

from __future__ import annotations

from dataclasses import fields, replace
from itertools import chain

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cut_theories import GROUND, cuts, theories
from rcoder.analysis.cut_beside import beside
from rcoder.analysis.cutting import cut
from rcoder.domain.cut import Cut
from rcoder.domain.theory import Arrow, ArrowState, Box, ChangeTheory, Denominator, Tally, Witness
from rcoder.domain.words import Bilingual, Column, Effect, Horizon, Stance

quick = settings(max_examples=150, deadline=None)


@given(theories())
def test_an_empty_cut_is_the_same_theory(theory: ChangeTheory) -> None:
    assert cut(theory, Cut(), GROUND) is theory


@quick
@given(theories(), cuts())
def test_a_cut_never_adds_anything(theory: ChangeTheory, wanted: Cut) -> None:
    found = cut(theory, wanted, GROUND)
    before = {each.id: each for each in (*theory.arrows, *theory.boxes)}
    assert [each.id for each in found.arrows] == [
        each.id for each in theory.arrows if each in _of(found, theory)
    ]
    for each in (*found.arrows, *found.boxes):
        assert set(each.witnesses) <= set(before[each.id].witnesses)
    for arrow in found.arrows:
        old = next(each for each in theory.arrows if each.id == arrow.id)
        for stance in ("supports", "contradicts", "refines"):
            assert _sum(getattr(arrow, stance)) <= _sum(getattr(old, stance))
    assert set(found.memberships) <= set(theory.memberships)
    assert {each.configuration for each in found.whole} <= {each.configuration for each in theory.whole}


def _of(found: ChangeTheory, theory: ChangeTheory) -> list[Arrow]:
    ids = {each.id for each in found.arrows}
    return [each for each in theory.arrows if each.id in ids]


def _sum(tally: Tally) -> int:
    return tally.cases + tally.cases_not_yet_coded + tally.cases_without_interview


@quick
@given(theories(), cuts())
def test_every_arrow_that_is_left_has_its_two_boxes(theory: ChangeTheory, wanted: Cut) -> None:
    found = cut(theory, wanted, GROUND)
    boxes = {each.id for each in found.boxes}
    assert all({each.source, each.target} <= boxes for each in found.arrows)
    assert all({each.core, each.box} <= boxes for each in found.memberships)


@quick
@given(theories(), cuts(), cuts())
def test_one_cut_and_then_another_is_the_other_and_then_the_one(
    theory: ChangeTheory, one: Cut, other: Cut
) -> None:
    there = cut(cut(theory, one, GROUND), other, GROUND)
    back = cut(cut(theory, other, GROUND), one, GROUND)
    assert _shown(there) == _shown(back)


BUNDLES = [("hypotheses",), ("horizons",), ("roles",), ("group",), ("states",)]
BUNDLES += [("stances", "least_passages", "least_cases", "evidence")]
"""Fields of a cut that mean the same whatever the others are; how much evidence of which stance is one question."""


@quick
@given(theories(), st.permutations(BUNDLES), st.integers(0, len(BUNDLES)), st.data())
def test_one_cut_and_then_another_is_both_at_once(
    theory: ChangeTheory, order: list[tuple[str, ...]], at: int, data: st.DataObject
) -> None:
    one, other = (data.draw(cuts(tuple(chain(*part)))) for part in (order[:at], order[at:]))
    both = Cut(**{each.name: getattr(one, each.name) or getattr(other, each.name) for each in fields(Cut)})
    apart = cut(cut(theory, one, GROUND), other, GROUND)
    assert _shown(apart) == _shown(cut(theory, both, GROUND))


def _shown(theory: ChangeTheory) -> ChangeTheory:
    """All but what it says of how it came about."""
    return replace(theory, cut=Bilingual(), narrowed=())


@quick
@given(theories(), cuts(("roles", "group", "hypotheses", "horizons")))
def test_numbers_are_what_can_be_counted_among_the_passages_by_hand(
    theory: ChangeTheory, wanted: Cut
) -> None:
    found = cut(theory, wanted, GROUND)
    coded = GROUND.counted([wanted]).coded
    assert found.denominator.coded == len(coded)
    for arrow in found.arrows:
        for stance, tally in (
            ("supports", arrow.supports),
            ("contradicts", arrow.contradicts),
            ("refines", arrow.refines),
        ):
            own = [each for each in arrow.witnesses if each.stance == stance]
            assert tally.passages == len([each for each in own if each.counts != "listed"])
            assert tally.listed == len([each for each in own if each.counts == "listed"])
            assert tally.cases == len(
                {each.case_id for each in own if each.counts == "case" and each.case_id in coded}
            )


@quick
@given(theories(), cuts(("roles",)))
def test_only_people_of_the_roles_are_heard(theory: ChangeTheory, wanted: Cut) -> None:
    found = cut(theory, wanted, GROUND)
    if wanted.roles:
        groups = {"mentor": "fagperson", "sagsbehandler": "fagperson"}
        for arrow in found.arrows:
            assert arrow.witnesses
            for each in arrow.witnesses:
                assert {*each.roles, *(groups.get(role, role) for role in each.roles)} & {*wanted.roles}


# -- in particular ---------------------------------------------------------------------------------------------------


def _box(name: str, column: Column = Column.MECHANISM, **more: object) -> Box:
    return Box(name, name, column, Bilingual(name, name), **{"hypotheses": (), **more})  # type: ignore[arg-type]


def _arrow(ends: str, **more: object) -> Arrow:
    source, target = ends.split()
    given_by = {"effect": Effect.PROMOTES, "state": ArrowState.DRAFT, **more}
    return Arrow(ends, source, target, **given_by)  # type: ignore[arg-type]


def _words(role: str, case: str | None = "A", stance: Stance = Stance.SUPPORTS, start: int = 0) -> Witness:
    return Witness(
        "t", "T", start, start + 5, "ord", case, case or "", "s", "S", (role,), stance, "case", "", (), ()
    )  # fmt: skip


def _theory(boxes: list[Box], arrows: list[Arrow]) -> ChangeTheory:
    return ChangeTheory(
        "overall", Bilingual("T"), Bilingual(), tuple(boxes), tuple(arrows), Denominator(2, 1, 1)
    )


CHAIN = _theory(
    [
        _box("K", Column.CORE), _box("M"), _box("S", Column.SHORT), _box("M2"), _box("X", Column.MEDIUM),
        _box("L", Column.LONG), _box("N", Column.NEGATIVE), _box("C", Column.CONTEXT), _box("S9", Column.SHORT),
    ],
    [_arrow(each) for each in ("K M", "M S", "S M2", "M2 X", "X L", "X M", "K N", "C M2", "M2 M2")],
)  # fmt: skip


@pytest.mark.parametrize(
    ("horizon", "left"),
    [
        (Horizon.SHORT, {"K M", "M S"}),
        (Horizon.MEDIUM, {"K M", "M S", "S M2", "M2 X", "C M2", "M2 M2", "X M"}),
        (Horizon.LONG, {"K M", "M S", "S M2", "M2 X", "C M2", "M2 M2", "X M", "X L"}),
    ],
)
def test_a_horizon_keeps_the_ways_to_its_results_and_nothing_beyond(horizon: Horizon, left: set[str]) -> None:
    found = cut(CHAIN, Cut(horizons=(horizon,)))
    assert {each.id for each in found.arrows} == left
    assert "N" not in {each.id for each in found.boxes}


def test_a_result_of_the_horizon_stays_though_nothing_leads_to_it() -> None:
    assert "S9" in {each.id for each in cut(CHAIN, Cut(horizons=(Horizon.SHORT,))).boxes}


def test_a_stance_chooses_arrows_and_hides_nothing_of_the_other_side() -> None:
    both = _arrow("A B", witnesses=(_words("borger"), _words("borger", stance=Stance.CONTRADICTS, start=9)))
    both = replace(both, supports=Tally(passages=1, cases=1), contradicts=Tally(passages=1, cases=1))
    plain = _arrow("B A", witnesses=(_words("borger"),), supports=Tally(passages=1, cases=1))
    found = cut(_theory([_box("A"), _box("B")], [both, plain]), Cut(stances=(Stance.CONTRADICTS,)), GROUND)
    assert found.arrows == (both,)


def test_for_a_role_n_is_the_cases_whose_interviews_with_it_are_coded_to_the_end() -> None:
    theory = _theory([_box("A"), _box("B")], [_arrow("A B", witnesses=(_words("borger", "C"),))])
    found = cut(theory, Cut(roles=("borger",)), GROUND)
    assert found.denominator == Denominator(3, 0, 1)
    assert found.arrows[0].supports == Tally(passages=1, cases=1)
    assert "N er sager efter deres interview med borger" in found.cut.da
    by_group = cut(theory, Cut(roles=("fagperson",)), GROUND)
    assert by_group.denominator == Denominator(1, 1, 2)
    assert by_group.arrows == ()


def test_for_a_group_n_is_its_cases_and_those_nobody_can_place_are_named() -> None:
    arrow = _arrow(
        "A B", witnesses=(_words("borger", "A"), _words("borger", "B", start=9), _words("x", None, start=20))
    )
    theory = _theory([_box("A"), _box("B")], [arrow])
    inside = cut(theory, Cut(group="long"), GROUND)
    assert inside.denominator == Denominator(1, 1, 0)
    assert [each.case_id for each in inside.arrows[0].witnesses] == ["A"]
    assert inside.cut.da.startswith("Kun sager i gruppen “lange”. N er disse sager: 1 kodet til ende")
    assert "1 sag er hverken i gruppen eller uden for den" in inside.cut.da
    outside = cut(theory, Cut(group="long", outside=True), GROUND)
    assert outside.denominator == Denominator(1, 0, 0)
    assert [each.case_id for each in outside.arrows[0].witnesses] == ["B"]
    assert outside.cut.en.startswith("Only cases outside the group “long”.")


def test_least_cases_counts_each_case_once_however_many_stances_it_speaks_with() -> None:
    arrow = _arrow("A B", witnesses=(_words("borger"), _words("borger", stance=Stance.REFINES, start=9)))
    theory = _theory([_box("A"), _box("B")], [arrow])
    assert cut(theory, Cut(least_cases=1), GROUND).arrows
    assert not cut(theory, Cut(least_cases=2), GROUND).arrows


def test_beside_the_others_their_arrows_are_grey_and_without_numbers() -> None:
    mine = _arrow("A B", witnesses=(_words("borger"),), supports=Tally(passages=1, cases=1))
    theirs = _arrow("B C", witnesses=(_words("mentor"),), supports=Tally(passages=1, cases=1))
    nobodys = _arrow("C A")
    theory = _theory([_box("A"), _box("B"), _box("C"), _box("D")], [mine, theirs, nobodys])
    own = cut(theory, Cut(roles=("borger",)), GROUND)
    found = beside(own, theory, ["A B", "B C"])
    assert [(each.id, each.state) for each in found.arrows] == [
        ("A B", ArrowState.DRAFT),
        ("B C", ArrowState.ELSEWHERE),
    ]
    assert found.arrows[1].supports == Tally()
    assert found.arrows[1].witnesses == ()
    assert [each.id for each in found.boxes] == ["A", "B", "C"]
