"""What a review usually does next, and what the rest needs."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rcoder.domain.errors import Misuse
from rcoder.domain.review import BINDING, Standing
from rcoder.domain.reviewing import Reviewer, Step, check, steps
from rcoder.domain.words import Status

SUPERVISOR = Reviewer(maker=False, alone=False)
MAKER = Reviewer(maker=True, alone=False)
ALONE = Reviewer(maker=True, alone=True)


def usual(standing: Standing, reviewer: Reviewer) -> list[Status]:
    return [each.status for each in steps(standing, reviewer) if not each.unusual]


def standings() -> st.SearchStrategy[Standing]:
    return st.builds(
        lambda status, changed: Standing(status, changed and status in BINDING),
        st.sampled_from(Status),
        st.booleans(),
    )


def test_a_draft_is_submitted_by_its_maker() -> None:
    assert usual(Standing(Status.DRAFT), MAKER) == [Status.SUBMITTED]


def test_who_works_alone_settles() -> None:
    assert usual(Standing(Status.DRAFT), ALONE) == [Status.SUBMITTED, Status.SETTLED]
    assert Status.SETTLED not in usual(Standing(Status.DRAFT), MAKER)


def test_whoever_looks_accepts_returns_or_rejects_what_is_submitted() -> None:
    assert usual(Standing(Status.SUBMITTED), SUPERVISOR) == [
        Status.ACCEPTED,
        Status.RETURNED,
        Status.REJECTED,
    ]


def test_what_was_returned_is_submitted_again_by_its_maker() -> None:
    assert usual(Standing(Status.RETURNED), MAKER) == [Status.SUBMITTED]
    assert usual(Standing(Status.RETURNED), SUPERVISOR) == []


def test_what_changed_since_it_was_accepted_can_be_accepted_again() -> None:
    lapsed = Standing(Status.ACCEPTED, changed_since=True)
    assert usual(lapsed, SUPERVISOR)[0] is Status.ACCEPTED
    assert Status.ACCEPTED not in [each.status for each in steps(Standing(Status.ACCEPTED), SUPERVISOR)]
    settled = Standing(Status.SETTLED, changed_since=True)
    assert usual(settled, ALONE)[0] is Status.SETTLED


@given(standings(), st.booleans(), st.booleans())
def test_no_status_is_barred_and_each_is_offered_once(standing: Standing, maker: bool, alone: bool) -> None:
    offered = [each.status for each in steps(standing, Reviewer(maker, alone))]
    assert len(offered) == len(set(offered))
    assert set(Status) - set(offered) == (set() if standing.changed_since else {standing.status})


@given(standings(), st.booleans(), st.booleans())
def test_the_usual_comes_before_the_unusual(standing: Standing, maker: bool, alone: bool) -> None:
    unusual = [bool(each.unusual) for each in steps(standing, Reviewer(maker, alone))]
    assert unusual == sorted(unusual)


@given(standings(), st.booleans(), st.booleans())
def test_every_step_can_be_taken_with_a_reason(standing: Standing, maker: bool, alone: bool) -> None:
    for step in steps(standing, Reviewer(maker, alone)):
        check(step, "fordi vejlederen sagde det")


def test_an_unusual_step_needs_a_reason_and_says_why_it_is_unusual() -> None:
    step = next(each for each in steps(Standing(Status.DRAFT), SUPERVISOR) if each.status is Status.ACCEPTED)
    with pytest.raises(Misuse, match="It is draft, and does not usually become accepted from there"):
        check(step, "  ")


def test_returning_needs_a_reason_or_a_comment() -> None:
    step = Step(Status.RETURNED)
    with pytest.raises(Misuse, match="needs to know what is wanted"):
        check(step, "")
    check(step, "", commented=True)
    check(step, "Se på kilderne.")
