"""A consolidated configuration rests on what its members rest on."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from rcoder.analysis.prompts.lending import with_members
from rcoder.analysis.prompts.of_evidence import of_one
from rcoder.analysis.prompts.outline import Outline, Part, Setting, Tie, Voice
from rcoder.domain.words import Kind


def voice(claim: str, case: str, stance: str = "") -> Voice:
    return Voice(
        claim,
        stance,
        (case, 0, 9),
        case,
        case,
        case,
        ("borger",),
        this_case=True,
        inferred=False,
        prompted=False,
    )


def member(name: str, case: str, stance: str = "") -> Outline:
    parts = (Part(f"{name}r", Kind.RESOURCE, "en aftale"), Part(f"{name}m", Kind.REASONING, "tør ringe"))
    ties = (Tie(f"{name}l", f"{name}r", f"{name}m"), Tie(f"{name}c", f"{name}r", f"{name}l", "conditions"))
    claims = (name, *(f"{name}{each}" for each in "rmlc"))
    voices = tuple(voice(each, case, stance) for each in claims)
    return Outline(name, name, parts=parts, ties=ties, voices=voices, member=True)


WHOLE = Outline(
    "K", "K09", parts=(Part("R", Kind.RESOURCE, "en aftale"), Part("M", Kind.REASONING, "tør ringe")),
    ties=(Tie("L", "R", "M"), Tie("C", "R", "L", "conditions")),
)  # fmt: skip
STANDS = {f"{name}{kind}": frozenset({kind.upper()}) for name in "ab" for kind in "rm"}
MEMBERS = {"K": (member("a", "sag-1"), member("b", "sag-2", "contradicts"))}


def test_each_passage_of_a_member_is_on_what_stands_for_what_it_is_on() -> None:
    found = with_members(WHOLE, MEMBERS, STANDS)
    assert sorted((each.claim_id, each.case_id) for each in found.voices) == sorted(
        (claim, case) for claim in ("R", "M", "L", "C", "K") for case in ("sag-1", "sag-2")
    )


def test_a_consolidated_configuration_is_not_asked_for_what_its_members_have() -> None:
    setting = Setting(cases={each: (each, "") for each in ("sag-1", "sag-2", "sag-3")})
    bare = {each.key for each in of_one(WHOLE, setting)}
    lent = {each.key for each in of_one(with_members(WHOLE, MEMBERS, STANDS), setting)}
    assert bare - lent == {"no_passage", "link_without_passage"}
    assert not lent & {"one_case", "counter_evidence"}


def test_what_nothing_stands_for_is_on_the_whole() -> None:
    found = with_members(WHOLE, MEMBERS, {})
    assert {each.claim_id for each in found.voices} == {"K"}


def test_a_link_with_another_effect_is_not_the_same_link() -> None:
    hinders = Outline("K", "K09", parts=WHOLE.parts, ties=(Tie("L", "R", "M", "hinders"),))
    assert "L" not in {each.claim_id for each in with_members(hinders, MEMBERS, STANDS).voices}


def test_members_of_members_are_lent_through_and_a_ring_ends() -> None:
    members = {"top": (WHOLE,), **MEMBERS}
    top = Outline("top", "K10", parts=(Part("T", Kind.REASONING, "tør ringe"),))
    found = with_members(top, members, {**STANDS, "M": frozenset({"T"})})
    assert {each.case_id for each in found.voices if each.claim_id == "T"} == {"sag-1", "sag-2"}
    ring = {"K": (member("a", "sag-1"), WHOLE)}
    assert with_members(WHOLE, ring, STANDS).voices


@given(
    st.dictionaries(
        st.sampled_from(["ar", "am", "br", "bm"]),
        st.frozensets(st.sampled_from(["R", "M", "gone"]), max_size=2),
    )
)
def test_no_passage_of_a_member_is_lost_and_none_is_on_what_is_not_here(
    stands: dict[str, frozenset[str]],
) -> None:
    found = with_members(WHOLE, MEMBERS, stands)
    assert {each.place for each in found.voices} == {
        each.place for own in MEMBERS["K"] for each in own.voices
    }
    assert {each.claim_id for each in found.voices} <= {"K", "R", "M", "L", "C"}
