"""Deeds on prompts, without a project."""

from __future__ import annotations

from dataclasses import replace

import pytest

from rcoder.domain.actions.answering import LONGEST, answer, take_back
from rcoder.domain.errors import Misuse
from rcoder.domain.prompt_answer import PromptAnswer
from rcoder.domain.prompt_table import PROMPTS
from rcoder.domain.words import Answered

KIND = PROMPTS["counter_evidence"]
GIVEN = PromptAnswer("a", KIND.key, "k", "", "anne", Answered.DONE, "", "2026-11-22T10:00:00Z", "digest")


def test_an_answer_is_one_row_and_a_second_of_the_same_person_replaces_it() -> None:
    deed = answer(KIND, GIVEN, "K07")
    assert deed.sentence == "Answered “No counter-evidence searched” of K07: done"
    assert [(each.before, each.id) for each in deed.changes] == [(None, "a")]
    after = replace(GIVEN, answered=Answered.NOT_APPLICABLE, why="én sag")
    again = answer(KIND, after, "K07", GIVEN)
    assert [(each.before is None, each.after is None) for each in again.changes] == [(False, False)]


def test_what_is_about_the_whole_study_names_no_configuration() -> None:
    assert answer(PROMPTS["single_coded"], GIVEN, "").sentence == "Answered “Double coding”: done"


@pytest.mark.parametrize("why", ["", "  \n "])
def test_what_does_not_apply_needs_a_reason(why: str) -> None:
    with pytest.raises(Misuse, match="Say why"):
        answer(KIND, replace(GIVEN, answered=Answered.NOT_APPLICABLE, why=why), "K07")


def test_a_reason_is_no_essay() -> None:
    with pytest.raises(Misuse, match="Write a memo"):
        answer(KIND, replace(GIVEN, why="x" * (LONGEST + 1)), "K07")


def test_taking_back_removes_the_row_that_was_added() -> None:
    deed = take_back(KIND, GIVEN, "K07")
    assert deed.changes == tuple(each.turned() for each in answer(KIND, GIVEN, "K07").changes)
