"""Judging support conditions: one row, its passages, and what becomes of both when two judgements become one."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rcoder.domain.actions.conditions import (
    Made,
    joined_judgements,
    judge_condition,
    moved,
    withdraw_judgement,
)
from rcoder.domain.configuration import ConditionJudgement, Evidence
from rcoder.domain.errors import Misuse, Unchanged
from rcoder.domain.exhibit import Bearing
from rcoder.domain.journal import Deed
from rcoder.domain.words import Claim, ConditionState, Followed, Stance

MET = ConditionJudgement("j1", "SC1", "a", "eva", ConditionState.MET, "hun siger det selv")


def passage(name: str, judgement: str = "j1") -> Evidence:
    return Evidence(name, Claim.STATE, judgement, "t", 0, 9, Stance.SUPPORTS, "eva")


def rows(deed: Deed, verb: str) -> list[str]:
    kinds = {
        "added": lambda each: each.before is None,
        "removed": lambda each: each.after is None,
        "changed": lambda each: each.before is not None and each.after is not None,
    }
    return [f"{each.table}/{each.id}" for each in deed.changes if kinds[verb](each)]


def test_a_condition_is_judged_in_a_case() -> None:
    deed = judge_condition(replace(MET, state=ConditionState.ROLES_DISAGREE), "SC1.1", "Sag A")
    assert rows(deed, "added") == ["condition_judgements/j1"]
    assert deed.sentence == "Judged SC1.1 in Sag A: roles disagree"


def test_the_sentence_says_the_role_and_whether_the_mechanism_followed() -> None:
    judgement = replace(MET, role="mentor", followed=Followed.NOT_FOLLOWED)
    deed = judge_condition(judgement, "SC1.1", "Sag A")
    assert deed.sentence == "Judged SC1.1 in Sag A, as the mentor tells it: met; the mechanism did not follow"


def test_its_passages_come_with_it_whatever_claim_they_name() -> None:
    deed = judge_condition(MET, "SC1.1", "Sag A", wanted=[replace(passage("e1"), claim_id="")])
    row = next(each.after for each in deed.changes if each.table == "evidence")
    assert row is not None
    assert (row["claim"], row["claim_id"]) == ("state", "j1")


def test_a_judgement_that_says_something_else_gets_a_new_id_and_what_is_joined_to_it_goes_along() -> None:
    bearing = Bearing("b1", "x", Claim.STATE, "j1", Stance.SUPPORTS, "eva")
    before = Made(MET, (passage("e1"), passage("e2")), (bearing,))
    after = replace(MET, id="j2", state=ConditionState.NOT_MET)
    deed = judge_condition(after, "SC1.1", "Sag A", before, [passage("e2"), passage("e3")])
    assert rows(deed, "removed") == ["evidence/e1", "condition_judgements/j1"]
    assert rows(deed, "changed") == ["evidence/e2", "bearings/b1"]
    assert rows(deed, "added") == ["evidence/e3", "condition_judgements/j2"]
    assert {each.after["claim_id"] for each in deed.changes if each.after and "claim_id" in each.after} == {
        "j2"
    }


def test_a_judgement_that_says_the_same_keeps_its_id_while_its_passages_change() -> None:
    deed = judge_condition(
        replace(MET, id="j2"), "SC1.1", "Sag A", Made(MET, (passage("e1"),)), [passage("e3")]
    )
    assert rows(deed, "added") == ["evidence/e3"]
    assert rows(deed, "removed") == ["evidence/e1"]
    assert deed.sentence == "Changed what the judgement of SC1.1 in Sag A rests on"


def test_judging_the_same_again_is_said_to_change_nothing() -> None:
    with pytest.raises(Unchanged):
        judge_condition(replace(MET, id="j2"), "SC1.1", "Sag A", Made(MET, (passage("e1"),)))


def test_a_judgement_does_not_become_one_of_another_case() -> None:
    with pytest.raises(Misuse):
        judge_condition(replace(MET, id="j2", case_id="b"), "SC1.1", "Sag B", Made(MET))


def test_taking_a_judgement_back_takes_what_is_joined_to_it_along() -> None:
    deed = withdraw_judgement(Made(MET, (passage("e1"),)), "SC1.1", "Sag A")
    assert rows(deed, "removed") == ["evidence/e1", "condition_judgements/j1"]


def test_two_judgements_of_one_coder_become_one_and_no_reason_is_lost() -> None:
    other = ConditionJudgement("j2", "SC1", "b", "eva", ConditionState.NOT_MET, "mentor siger nej")
    changes, same = joined_judgements([other], [MET], "Sag B", case_id="a")
    assert same == {"j2": "j1"}
    kept = next(each.after for each in changes if each.id == "j1")
    assert kept is not None
    assert (kept["state"], kept["reason"]) == (
        "met",
        "hun siger det selv\nSag B: not met – mentor siger nej",
    )
    assert [each.id for each in changes if each.after is None] == ["j2"]
    (change,) = moved([passage("e1", "j2")], same)
    assert change.after is not None
    assert change.after["claim_id"] == "j1"


def test_what_roles_tell_and_the_whole_case_stay_apart_when_judgements_come_together() -> None:
    mentor = replace(MET, id="j2", case_id="b", role="mentor")
    _, same = joined_judgements([mentor], [MET], "Sag B", case_id="a")
    assert same == {}


judgements = st.lists(
    st.tuples(
        st.sampled_from("ab"),
        st.sampled_from(["", "mentor"]),
        st.sampled_from(["eva", "bo"]),
        st.sampled_from(ConditionState),
    ),
    unique_by=lambda each: each[:3],
)


@given(judgements)
def test_after_a_merge_everybody_has_one_judgement_of_each_and_nobody_loses_one(
    drawn: list[tuple[str, str, str, ConditionState]],
) -> None:
    made = [
        ConditionJudgement(f"j{number}", "SC1", case, coder, state, f"grund {number}", role)
        for number, (case, role, coder, state) in enumerate(drawn)
    ]
    going = [each for each in made if each.case_id == "b"]
    changes, same = joined_judgements(
        going, [each for each in made if each.case_id == "a"], "Sag B", case_id="a"
    )
    after = {each.id: each for each in made}
    for change in changes:
        if change.after is None:
            del after[change.id]
        else:
            after[change.id] = ConditionJudgement(
                **{**change.after, "state": ConditionState(change.after["state"])}
            )
    about = [(each.case_id, each.role, each.coder_id) for each in after.values()]
    assert len(set(about)) == len(about)
    assert {each.case_id for each in after.values()} <= {"a"}
    for each in made:
        assert each.reason in after[same.get(each.id, each.id)].reason
