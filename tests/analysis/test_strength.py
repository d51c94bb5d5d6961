"""The numbers a judgement of strength is made by: separate, each with what it is of."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rcoder.analysis.counting import CaseProgress
from rcoder.analysis.strength import strength
from rcoder.domain.exhibit import Bearing
from rcoder.domain.passage import Passage
from rcoder.domain.strength import Coverage, OutOf, Strength
from rcoder.domain.words import Claim, Directness, Prompting, Scope, Stance

PROGRESS = CaseProgress(frozenset({"A", "B"}), frozenset({"C"}))
COVERAGE = Coverage(
    5, {"borger": 3, "fagperson": 2}, {"with_hours": frozenset({"A", "C"}), "without_hours": frozenset({"B"})}
)


def said(name: str, case: str | None = "A", start: int = 0, **fields: object) -> Passage:
    known: dict[str, object] = {
        "transcript_id": f"t{case}", "transcript": f"t{case}", "start": start, "end": start + 5, "text": "ord o",
        "case_id": case, "case": case or "", "speaker_id": "s", "speaker": "S", "roles": ("borger",), "interviewer": False,
        "coder_id": "anne", "coder": "Anne", "scope": Scope.THIS_CASE, "stance": Stance.SUPPORTS,
    }  # fmt: skip
    return Passage(name, **known | fields)  # type: ignore[arg-type]  # fields of a passage


def of(*found: Passage, bearings: tuple[Bearing, ...] = (), progress: CaseProgress = PROGRESS) -> Strength:
    return strength(found, bearings, COVERAGE, progress)


def test_support_and_contradiction_are_always_said_also_where_there_is_none() -> None:
    assert [(each.stance, each.tally.passages) for each in of().stances] == [
        (Stance.SUPPORTS, 0),
        (Stance.CONTRADICTS, 0),
    ]


def test_overlapping_passages_of_two_coders_are_one_passage() -> None:
    found = of(said("a"), said("b", start=2, coder_id="bo", coder="Bo"))
    assert found.stances[0].tally.passages == 1
    assert found.stances[0].interviews == OutOf(1, 5)


def test_roles_and_outcome_groups_stand_beside_all_there_are() -> None:
    found = of(said("a"), said("b", "B", roles=("mentor",)), said("c", "C", stance=Stance.CONTRADICTS))
    assert found.roles == {"borger": OutOf(1, 3), "fagperson": OutOf(1, 2)}
    assert found.contrast == {"with_hours": OutOf(1, 1), "without_hours": OutOf(1, 1)}


def test_a_case_not_yet_coded_to_the_end_stands_apart_in_its_outcome_group_too() -> None:
    found = of(said("a"), said("b", "C"))
    assert found.stances[0].tally.cases_not_yet_coded == 1
    assert found.contrast == {"with_hours": OutOf(1, 1, apart=1), "without_hours": OutOf(0, 1)}


@pytest.mark.parametrize("fields", [{"scope": Scope.NORMATIVE}, {"interviewer": True}, {"earlier": True}])
def test_what_is_listed_is_counted_nowhere(fields: dict[str, object]) -> None:
    found = of(said("a", **fields))
    assert found.stances[0].tally.passages == 0
    assert found.stances[0].interviews.number == 0
    assert found.roles["borger"].number == found.contrast["with_hours"].number == 0


def test_general_experience_is_no_case_of_an_outcome_group() -> None:
    assert of(said("a", scope=Scope.GENERAL)).contrast["with_hours"].number == 0


def test_other_material_is_counted_apart_from_passages() -> None:
    bearing = Bearing("b", "x", Claim.CONFIGURATION, "K", Stance.REFINES, "anne")
    found = of(bearings=(bearing,))
    assert [(each.stance, each.tally.passages, each.material) for each in found.stances][-1] == (
        Stance.REFINES,
        0,
        1,
    )


def test_how_it_was_told_is_of_what_is_attached_in_support() -> None:
    found = of(
        said("a", directness=Directness.INFERRED),
        said("b", start=50, prompting=Prompting.PROMPTED),
        said("c", start=90, stance=Stance.CONTRADICTS, memo="han var syg"),
    )
    assert (found.supporting, found.said, found.volunteered) == (2, 1, 1)
    assert found.answered == OutOf(1, 1)


@given(
    st.lists(
        st.builds(
            said,
            st.uuids().map(str),
            st.sampled_from(("A", "B", "C")),
            st.integers(0, 40),
            stance=st.sampled_from(Stance),
            scope=st.sampled_from(Scope),
        ),
        max_size=8,
    )
)
def test_no_number_is_greater_than_what_it_is_of(found: list[Passage]) -> None:
    counted = of(*found)
    shares = [*counted.roles.values(), *counted.contrast.values(), counted.answered]
    shares += [each.interviews for each in counted.stances]
    assert all(0 <= each.number <= each.of for each in shares)
    assert sum(counted.scopes.values()) == counted.supporting
