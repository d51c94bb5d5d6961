"""Linked coding without a screen: what codings come to, what a key does to it, and the deed."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rcoder.domain.codebook import Code
from rcoder.domain.coding import Coding
from rcoder.domain.configuration import Assembled, Configuration, Element, Evidence, Grounding, Link, Place
from rcoder.domain.errors import Misuse
from rcoder.domain.journal import Deed
from rcoder.domain.records import from_row
from rcoder.domain.transcript import Span, Transcript
from rcoder.domain.words import (
    Bilingual,
    Category,
    Claim,
    Directness,
    Effect,
    Kind,
    Level,
    Polarity,
    Prompting,
    Scope,
    Stance,
)
from rcoder.ui.linking import parts
from rcoder.ui.linking.deeds import Hand, bearing, joined, made, weighed
from rcoder.ui.linking.parts import Draft, Stand, brought, drafted, ties
from rcoder.ui.offer import Offer

TRANSCRIPT = Transcript("t1", "Sag 01", "da", "x", 400, "a.txt", "x", "txt", case_id="sag-1")
KINDS = {"C": Kind.CONTEXT, "R": Kind.RESOURCE, "M": Kind.REASONING, "O": Kind.OUTCOME}


def _code(key: str) -> Code:
    kind = KINDS[key[0]]
    sign = "-" if key.endswith("-") else "+"
    return Code(key, "book", key, Category.CODE, "H1", kind=kind, sign=sign, label=Bilingual(f"navn {key}"))


HYPOTHESES = {key: Code(key, "book", key, Category.HYPOTHESIS, label=Bilingual(key)) for key in ("H1", "H2")}
CODES = HYPOTHESES | {
    key: _code(key) for key in ("C1", "C2", "C-", "R1", "R2", "R-", "M1", "M2", "M-", "O1", "O2", "O3", "O-")
} | {"SC2": Code("SC2", "book", "SC2", Category.CONDITION, "H2", label=Bilingual("SC2"))}  # fmt: skip


def coded(key: str, start: int, **flags: Any) -> Coding:
    """A coding of ten characters with a code."""
    return Coding(f"{key}@{start}", "t1", start, start + 10, key, "anne", CODES[key].kind, **flags)


def offered(*codings: Coding) -> Offer:
    """The codings of a passage."""
    return Offer(TRANSCRIPT, Span(0, 10), "ord", codings)


def _hand(*codings: Coding, stance: Stance = Stance.SUPPORTS) -> Hand:
    return Hand(offered(*codings), "anne", stance, CODES)


def _draft(*keys: str) -> Draft:
    return drafted([coded(key, place * 20) for place, key in enumerate(keys)], CODES, "da")


def _told(draft: Draft) -> list[str]:
    """Its links by keys of codes: C1 on R1 → M1."""
    names = {each.id: each.key for each in draft.parts}
    arrow = {Effect.PROMOTES: "→", Effect.HINDERS: "⊣"}
    return [
        f"{names[each.source]} on {names[each.through]} {names[each.target]}"
        if each.effect is Effect.CONDITIONS
        else f"{names[each.source]} {arrow[each.effect]} {names[each.target]}"
        for each in ties(draft)
    ]


def _records(deed: Deed, record: type[Any]) -> list[Any]:
    return [
        from_row(record, each.after) for each in deed.changes if each.table == record.table and each.after
    ]


# -- what is tied ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("keys", "links"),
    [
        ("C1 R1 M1 O1", ["C1 on R1 M1", "R1 → M1", "M1 → O1"]),
        ("O1 M1 R1 C1", ["C1 on R1 M1", "R1 → M1", "M1 → O1"]),
        ("C1 M1", ["C1 → M1"]),
        ("M1 O1", ["M1 → O1"]),
        ("R1 O1", ["R1 → O1"]),
        ("C1 M1 O1", ["C1 on M1 O1", "M1 → O1"]),
        ("M1", []),
        ("", []),
    ],
)
def test_dyads_and_triads_are_tied_as_they_stand(keys: str, links: list[str]) -> None:
    assert _told(_draft(*keys.split())) == links


@pytest.mark.parametrize(
    ("keys", "links"),
    [
        ("R- M1", ["R- ⊣ M1"]),
        ("R1 M-", ["R1 ⊣ M-"]),
        ("M- O1", ["M- ⊣ O1"]),
        ("M- O-", ["M- → O-"]),
        ("C- M1", ["C- ⊣ M1"]),
        ("C- R1 M1", ["C- on R1 M1", "R1 → M1"]),
    ],
)
def test_a_barrier_hinders_what_is_none_and_a_context_still_conditions(keys: str, links: list[str]) -> None:
    assert _told(_draft(*keys.split())) == links


def test_two_resources_and_three_outcomes_are_not_six_arrows() -> None:
    draft = _draft("R1", "R2", "M1", "O1", "O2", "O3")
    assert _told(draft) == ["R1 → M1", "M1 → O1"]
    assert [each.key for each in draft.parts if each.stand is Stand.BESIDE] == ["R2", "O2", "O3"]


@given(st.lists(st.sampled_from([key for key in CODES if CODES[key].category is Category.CODE]), max_size=8))
def test_with_everything_tied_there_are_never_more_links_than_parts(keys: list[str]) -> None:
    draft = _draft(*keys)
    draft = replace(draft, parts=tuple(replace(each, stand=Stand.TIED) for each in draft.parts))
    found = ties(draft)
    assert len(found) <= max(0, len(draft.parts))
    assert all(each.source != each.target for each in found)


def test_reasonings_tied_follow_one_another() -> None:
    draft = parts.tied_or_beside(replace(_draft("R1", "M1", "M2", "O1"), at=""))
    assert _told(draft) == ["M1 → O1"]
    draft = _draft("R1", "M1", "M2", "O1")
    second = next(each.id for each in draft.parts if each.key == "M2")
    draft = parts.tied_or_beside(replace(draft, at=second))
    assert _told(draft) == ["R1 → M1", "M1 → M2", "M2 → O1"]
    assert _told(parts.reordered(draft, -1)) == ["R1 → M2", "M2 → M1", "M1 → O1"]


def _at(draft: Draft, key: str) -> Draft:
    return replace(draft, at=next(each.id for each in draft.parts if each.key == key))


def test_another_of_the_kind_takes_its_place() -> None:
    draft = parts.exchanged(_at(_draft("R1", "M1", "O1", "O2", "O3"), "O1"), 1)
    assert _told(draft)[-1] == "M1 → O2"
    assert draft.current.key == "O2"
    assert _told(parts.exchanged(draft, 1))[-1] == "M1 → O3"
    with pytest.raises(Misuse, match="No other resource"):
        parts.exchanged(_at(draft, "R1"), 1)


def test_a_part_left_out_gives_its_place_to_the_next_of_its_kind_and_comes_back() -> None:
    draft = parts.left_out(_at(_draft("R1", "M1", "M2"), "M1"))
    assert _told(draft) == ["R1 → M2"]
    assert [each.key for each in draft.used] == ["R1", "M2"]
    assert next(each for each in parts.left_out(draft).parts if each.key == "M1").stand is Stand.BESIDE


def test_turning_changes_the_effect_and_a_condition_has_none() -> None:
    draft = _draft("C1", "R1", "M1", "O1")
    assert _told(parts.turned(_at(draft, "R1")))[1] == "R1 ⊣ M1"
    assert _told(parts.turned(_at(draft, "O1")))[2] == "M1 ⊣ O1"
    assert _told(parts.turned(parts.turned(_at(draft, "M1")))) == _told(draft)
    with pytest.raises(Misuse, match="condition"):
        parts.turned(_at(draft, "C1"))
    with pytest.raises(Misuse, match="Nothing is tied"):
        parts.turned(_draft("M1"))


# -- a new configuration -----------------------------------------------------------------------------------------


def test_the_deed_has_the_coded_words_as_evidence_on_each_link() -> None:
    codings = [coded("C1", 0), coded("R1", 50), coded("M1", 80), coded("O1", 120)]
    deed = made(drafted(codings, CODES, "da"), _hand(*codings), "K07")
    own = _records(deed, Configuration)[0]
    assert (own.number, own.hypotheses, own.level, own.case_id) == ("K07", ("H1",), Level.CASE, "sag-1")
    links = {each.id: each for each in _records(deed, Link)}
    names = {each.id: each.code_id for each in _records(deed, Element)}
    spans = {
        (names[links[each.claim_id].source_id], each.start, each.end) for each in _records(deed, Evidence)
    }
    assert spans == {("C1", 0, 90), ("R1", 50, 90), ("M1", 80, 130)}
    assert {each.stance for each in _records(deed, Evidence)} == {Stance.SUPPORTS}
    assert [each.effect for each in sorted(links.values(), key=lambda each: each.position)] == [
        Effect.CONDITIONS, Effect.PROMOTES, Effect.PROMOTES
    ]  # fmt: skip
    assert deed.sentence == "Linked K07 C on R → M → O in Sag 01 0–130, supports"


def test_scope_directness_and_prompting_are_those_of_the_codings() -> None:
    codings = [
        coded("R1", 0, scope=Scope.GENERAL, case_id="sag-2"),
        coded("M1", 20, scope=Scope.NORMATIVE, case_id="sag-2", directness=Directness.INFERRED),
        coded("O1", 40, prompting=Prompting.PROMPTED, case_id="sag-2"),
    ]
    deed = made(drafted(codings, CODES, "da"), _hand(*codings), "K1")
    first, second = _records(deed, Evidence)
    assert (first.scope, first.directness, first.prompting, first.case_id) == (
        Scope.NORMATIVE, Directness.INFERRED, Prompting.VOLUNTEERED, "sag-2"
    )  # fmt: skip
    assert (second.directness, second.prompting) == (Directness.INFERRED, Prompting.PROMPTED)
    assert _records(deed, Configuration)[0].case_id == "sag-2"


def test_parts_about_different_cases_are_no_configuration() -> None:
    codings = [coded("R1", 0), coded("M1", 20, case_id="sag-2")]
    with pytest.raises(Misuse, match="different cases"):
        made(drafted(codings, CODES, "da"), _hand(*codings), "K1")


def test_a_condition_coded_with_them_gives_the_hypothesis() -> None:
    codings = [coded("R1", 0), coded("M1", 20), coded("SC2", 0)]
    deed = made(drafted(codings, CODES, "da"), _hand(*codings), "K1")
    assert _records(deed, Configuration)[0].hypotheses == ("H2",)


def test_what_is_said_to_be_absent_is_the_thing_itself_where_the_passage_contradicts() -> None:
    codings = [coded("R1", 0), coded("M1", 20, polarity=Polarity.ABSENT)]
    draft = drafted(codings, CODES, "da")
    supporting = made(draft, _hand(*codings), "K1")
    assert [each.wording for each in _records(supporting, Element)] == ["navn R1", "navn M1 (fraværende)"]
    against = made(draft, _hand(*codings, stance=Stance.CONTRADICTS), "K1")
    assert [each.wording for each in _records(against, Element)] == ["navn R1", "navn M1"]
    assert [
        each.after["coding_id"] for each in against.changes if each.table == "groundings" and each.after
    ] == ["R1@0"]
    assert _records(against, Evidence)[0].stance is Stance.CONTRADICTS


def test_one_part_alone_is_begun_but_nothing_speaks_against_it() -> None:
    codings = [coded("M1", 0)]
    draft = drafted(codings, CODES, "da")
    assert not _records(made(draft, _hand(*codings), "K1"), Evidence)
    with pytest.raises(Misuse, match="One part alone"):
        made(draft, _hand(*codings, stance=Stance.CONTRADICTS), "K1")


# -- one that is there -------------------------------------------------------------------------------------------


def k07(*keys: str, effect: Effect = Effect.PROMOTES) -> Assembled:
    """K07 with these codes, each tied to the next but contexts."""
    own = Configuration("k7", "K07", "jonas", hypotheses=("H1",))
    elements = {f"e{key}": Element(f"e{key}", f"navn {key}", key) for key in keys}
    places = tuple(Place(f"p{key}", "k7", f"e{key}", KINDS[key[0]], index) for index, key in enumerate(keys))
    chain = [key for key in keys if key[0] != "C"]
    links = [Link(f"{a}{b}", "k7", f"e{a}", f"e{b}", effect, n) for n, (a, b) in enumerate(pairwise(chain))]
    conditions = [
        Link(f"{key}on", "k7", f"e{key}", links[0].id, Effect.CONDITIONS, 9) for key in keys if key[0] == "C"
    ]
    return Assembled(own, places, elements, (*links, *conditions))


def test_what_is_new_is_tied_to_what_stands_there() -> None:
    codings = [coded("M1", 0), coded("O1", 20)]
    draft = brought(drafted(codings, CODES, "da"), k07("C1", "R1", "M1"))
    deed = joined(draft, k07("C1", "R1", "M1"), _hand(*codings))
    assert [each.code_id for each in _records(deed, Element)] == ["O1"]
    assert [(each.source_id, each.effect) for each in _records(deed, Link)] == [("eM1", Effect.PROMOTES)]
    assert [(each.start, each.end) for each in _records(deed, Evidence)] == [(0, 30)]
    assert deed.sentence.startswith("Linked into K07 ")


def test_a_lone_outcome_goes_to_the_lone_reasoning_there() -> None:
    codings = [coded("O1", 20)]
    deed = joined(brought(drafted(codings, CODES, "da"), k07("R1", "M1")), k07("R1", "M1"), _hand(*codings))
    assert [each.source_id for each in _records(deed, Link)] == ["eM1"]
    assert [each.claim_id for each in _records(deed, Evidence)] == [each.id for each in _records(deed, Link)]


def test_links_that_are_there_get_the_passage_where_both_ends_are_coded() -> None:
    codings = [coded("R1", 0), coded("M1", 20)]
    there = k07("R1", "M1", "O1")
    deed = joined(brought(drafted(codings, CODES, "da"), there), there, _hand(*codings))
    assert not _records(deed, Link)
    assert [each.claim_id for each in _records(deed, Evidence)] == ["R1M1"]


@pytest.mark.parametrize(
    ("codings", "claims"),
    [
        ([coded("R1", 0), coded("M1", 20)], ("R1M1",)),
        ([coded("R1", 0), coded("M1", 20, polarity=Polarity.ABSENT), coded("O1", 40, polarity=Polarity.ABSENT)], ("R1M1",)),
        ([coded("R1", 0), coded("M1", 20), coded("O1", 40)], ("R1M1", "M1O1")),
        ([coded("O1", 0)], ("M1O1",)),
        ([coded("R2", 0)], ("R1M1",)),
        ([], ("R1M1",)),
    ],
)  # fmt: skip
def test_the_link_a_passage_bears_on_is_proposed(codings: list[Coding], claims: tuple[str, ...]) -> None:
    assert bearing(drafted(codings, CODES, "da"), k07("C1", "R1", "M1", "O1")) == claims


def test_a_configuration_without_links_is_borne_on_as_a_whole() -> None:
    there = k07("M1")
    deed = weighed(there, bearing(drafted([], CODES, "da"), there), _hand(stance=Stance.REFINES))
    assert [(each.claim, each.claim_id) for each in _records(deed, Evidence)] == [(Claim.CONFIGURATION, "k7")]


def test_the_words_in_hand_are_weighed_with_the_flags_of_the_codings_on_them() -> None:
    codings = [coded("M1", 5, scope=Scope.GENERAL), coded("R1", 100, scope=Scope.NORMATIVE)]
    deed = weighed(k07("R1", "M1"), ["R1M1"], _hand(*codings, stance=Stance.CONTRADICTS))
    found = _records(deed, Evidence)[0]
    assert (found.start, found.end, found.scope, found.stance) == (0, 10, Scope.GENERAL, Stance.CONTRADICTS)
    again = replace(k07("R1", "M1"), evidence=(found,))
    with pytest.raises(Misuse, match="already"):
        weighed(again, ["R1M1"], _hand(*codings))
    with pytest.raises(Misuse, match="no longer there"):
        weighed(again, ["gone"], _hand(*codings))


def test_what_speaks_against_it_is_not_brought_in() -> None:
    codings = [coded("R1", 0), coded("M1", 20, polarity=Polarity.ABSENT)]
    draft = brought(drafted(codings, CODES, "da"), k07("R1", "M1"))
    assert [each.polarity for each in draft.parts if each.stand is Stand.OUT] == [Polarity.ABSENT]
    assert not _records(joined(draft, k07("R1", "M1"), _hand(*codings)), Element)


@given(
    st.lists(
        st.tuples(
            st.sampled_from([key for key in CODES if CODES[key].category is Category.CODE]),
            st.integers(0, 380),
            st.sampled_from(list(Polarity)),
        ),
        max_size=8,
    ),
    st.sampled_from(list(Stance)),
)
def test_whatever_is_coded_the_deed_stands_on_its_own(
    told: list[tuple[str, int, Polarity]], stance: Stance
) -> None:
    codings = [
        replace(coded(key, start, polarity=polarity), id=str(index))
        for index, (key, start, polarity) in enumerate(told)
    ]
    draft = drafted(codings, CODES, "da")
    try:
        deed = made(draft, _hand(*codings, stance=stance), "K1")
    except Misuse:
        assert not codings or not ties(parts.spoken_against(draft, stance))
        return
    elements = {each.id for each in _records(deed, Element)}
    links = {each.id for each in _records(deed, Link)}
    assert {each.element_id for each in _records(deed, Place)} == elements
    assert all(
        each.source_id in elements and each.target_id in elements | links for each in _records(deed, Link)
    )
    assert sorted(each.claim_id for each in _records(deed, Evidence)) == sorted(links)
    assert {each.coding_id for each in _records(deed, Grounding)} <= {each.id for each in codings}
