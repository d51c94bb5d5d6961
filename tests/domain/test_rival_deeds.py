"""Rival explanations: set beside a configuration, kept or dropped for a reason, removed with what is on them."""

from __future__ import annotations

from dataclasses import replace
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rcoder.domain.actions.rivals import check, consider, reconsider, withdraw
from rcoder.domain.actions.studying import choose_rendering
from rcoder.domain.errors import Misuse, Unchanged
from rcoder.domain.rival import Rival
from rcoder.domain.study import Study
from rcoder.domain.words import Claim, Fate, Rendering

RIVAL = Rival("r1", "K", "anne", "Han havde allerede job")


@pytest.mark.parametrize("wording", ["", "  ", "\n"])
def test_a_rival_without_words_is_refused(wording: str) -> None:
    with pytest.raises(Misuse, match="needs its words"):
        consider(replace(RIVAL, wording=wording), "K01")


@pytest.mark.parametrize("fate", [Fate.KEPT, Fate.DROPPED])
def test_a_rival_is_kept_or_dropped_for_a_reason_only(fate: Fate) -> None:
    with pytest.raises(Misuse, match="for a reason"):
        reconsider(RIVAL, replace(RIVAL, fate=fate), "K01")
    done = reconsider(RIVAL, replace(RIVAL, fate=fate, reason="fire sager uden"), "K01")
    assert f"({fate.value})" in done.sentence


def test_a_configuration_is_no_rival_of_itself() -> None:
    with pytest.raises(Misuse, match="no rival of itself"):
        check(replace(RIVAL, other_id="K"))


def test_what_changes_nothing_is_no_deed() -> None:
    with pytest.raises(Unchanged):
        reconsider(RIVAL, RIVAL, "K01")


def test_a_rival_that_is_withdrawn_takes_its_passages_along_and_undo_brings_them_back(
    making: ModuleType,
) -> None:
    evidence = making.evidence("e", "r1", claim=Claim.RIVAL)
    done = withdraw(RIVAL, "K01", [evidence])
    assert {(change.table, change.id) for change in done.changes} == {("rivals", "r1"), ("evidence", "e")}
    assert all(change.after is None for change in done.changes)


@given(why=st.text(max_size=20), rendering=st.sampled_from(Rendering))
def test_a_study_chooses_its_rendering_for_a_reason(why: str, rendering: Rendering) -> None:
    study = Study("s", "Studie")
    if not why.strip():
        with pytest.raises(Misuse, match="for a reason"):
            choose_rendering(study, rendering, why)
    else:
        after = choose_rendering(study, rendering, why).changes[0].after
        assert after is not None
        assert (after["rendering"], after["rendering_reason"]) == (rendering.value, why.strip())
