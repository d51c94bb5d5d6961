"""The checklist of support conditions, a case's page, judging and the names of absence on screen, key by key."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual.pilot import Pilot

import condition_study
from condition_study import MENTORS, MISSING, OF_ANOTHER, THERE
from opening import (
    front,
    line_words,
    listed,
    passage,
    press,
    press_each,
    running,
    said,
    settle,
    type_words,
    words,
)
from rcoder.domain.configuration import ConditionJudgement, Evidence
from rcoder.domain.transcript import Span
from rcoder.domain.words import ConditionState, Followed, Stance
from rcoder.project import Project, open_project
from rcoder.project.coding import CodingFlags, code_passage
from rcoder.project.judging import judge
from rcoder.ui.app import RcoderApp
from rcoder.ui.screens.absence import AbsenceScreen
from rcoder.ui.screens.choosing import ChooserScreen
from rcoder.ui.screens.codebook import CodebookScreen
from rcoder.ui.screens.coding import CodingScreen
from rcoder.ui.screens.condition_case import ConditionCaseScreen
from rcoder.ui.screens.conditions import ConditionsScreen, open_conditions
from rcoder.ui.screens.judging import JudgingScreen
from rcoder.ui.screens.passages import PassagesScreen
from rcoder.ui.widgets.grid import Grid
from rcoder.ui.widgets.lines import Lines
from rcoder.ui.widgets.strips import Strips


@pytest.fixture
def study(new_project: Callable[..., Project], tmp_path: Path) -> str:
    """Sag 01 coded with SC1.1, Sag 02 not, Sag 03 without interview; Anne's."""
    with condition_study.build(new_project, tmp_path) as project:
        condition_study.code_all(project)
        return project.location


@asynccontextmanager
async def conditions(
    study: str, *keys: str, size: tuple[int, int] = (120, 40), coder: str = "Anne"
) -> AsyncIterator[tuple[RcoderApp, Pilot[None]]]:
    async with running(study, size=size, coder=coder) as (app, pilot):
        open_conditions(app)
        await settle(pilot)
        await press_each(pilot, *keys)
        yield app, pilot


def grid(app: RcoderApp) -> list[str]:
    found = app.screen.query_one(Grid)
    return [found.render_line(y).text.rstrip() for y in range(found.size.height)]


def about(app: RcoderApp) -> str:
    return words(app.screen.query_one("#about", Strips))


def stored(study: str) -> tuple[list[ConditionJudgement], list[Evidence]]:
    with open_project(study, coder="Anne") as project:
        return (
            project.sight.records(ConditionJudgement, "SELECT * FROM condition_judgements"),
            project.sight.records(Evidence, "SELECT * FROM evidence WHERE claim = 'state' ORDER BY start"),
        )


async def test_the_door_opens_the_checklist_with_material_in_parentheses(study: str) -> None:
    async with running(study, "O", "s") as (app, _):
        front(app, ConditionsScreen)
        row = next(line for line in grid(app) if "SC1.1" in line)
        assert "(1+ 2− 1if)" in row
        assert "(no interview)" in row
        assert "✓" not in row


async def test_a_judgement_takes_a_few_keys_and_is_told_apart_from_material(study: str) -> None:
    async with conditions(study, "right", "j") as (app, pilot):
        screen = front(app, JudgingScreen)
        await press_each(pilot, "M", "f")
        lines = screen.query_one(Lines)
        there = next(line for line in lines._lines if THERE in "".join(text for text, _ in line.pieces))
        lines.go_to(there.id)
        await press_each(pilot, "s", "ctrl+s")
        front(app, ConditionsScreen)
        row = next(line for line in grid(app) if "SC1.1" in line)
        assert "✓ met →+" in row
        assert "1/1" in row
        assert "You: ✓ met; the mechanism followed; rests on 1 passage" in about(app)
    (judgement,), (evidence,) = stored(study)
    assert (judgement.state, judgement.followed) == (ConditionState.MET, Followed.FOLLOWED)
    assert (evidence.stance, evidence.claim_id) == (Stance.SUPPORTS, judgement.id)


async def test_nothing_is_kept_before_it_is_said_to_be(study: str) -> None:
    async with conditions(study, "right", "j", "N", "escape") as (app, pilot):
        assert "Not kept yet" in said(front(app, JudgingScreen))
        await press(pilot, "escape")
        front(app, ConditionsScreen)
        await press_each(pilot, "j", "ctrl+s")
        assert "Say the state first" in said(front(app, JudgingScreen))
    assert stored(study) == ([], [])


async def test_why_is_written_and_arrows_turn_the_state(study: str) -> None:
    async with conditions(study, "right", "j", "right", "w") as (app, pilot):
        await type_words(pilot, "fordi")
        await press_each(pilot, "ctrl+s", "right", "down", "right", "ctrl+s")
        front(app, ConditionsScreen)
    (judgement,), _ = stored(study)
    assert (judgement.state, judgement.reason, judgement.followed) == (
        ConditionState.NOT_MET,
        "fordi",
        Followed.FOLLOWED,
    )


async def test_a_tick_asks_for_a_stance_and_takes_it_off_again(study: str) -> None:
    async with conditions(study, "right", "j", "U") as (app, pilot):
        lines = front(app, JudgingScreen).query_one(Lines)
        lines.go_to(next(each.id for each in lines._lines if THERE in line_words(each)))
        await press_each(pilot, "space", "r")
        assert any("refines" in line for line in listed(lines))
        await press(pilot, "space")
        assert not any("refines" in line for line in listed(lines))


async def test_a_passage_is_read_in_its_interview_and_what_was_said_is_still_there_after(study: str) -> None:
    async with conditions(study, "right", "j", "U") as (app, pilot):
        lines = front(app, JudgingScreen).query_one(Lines)
        lines.go_to(next(each.id for each in lines._lines if THERE in line_words(each)))
        await press_each(pilot, "s", "enter")
        screen = front(app, CodingScreen)
        assert passage(screen) == THERE
        await press_each(pilot, "escape", "escape")
        draft = front(app, JudgingScreen).draft
        assert (draft.state, list(draft.stances.values())) == (ConditionState.UNCLEAR, [Stance.SUPPORTS])


async def test_another_coded_passage_of_the_case_is_brought_in_by_a_few_letters(study: str) -> None:
    with open_project(study, coder="Anne") as project:
        place = project.transcript("m1.txt")
        start = project.text(place).index(OF_ANOTHER)
        code_passage(project, place.id, Span(start, start + len(OF_ANOTHER)), "H1.M1", CodingFlags())
    async with conditions(study, "right", "j", "M", "e") as (app, pilot):
        front(app, ChooserScreen)
        await type_words(pilot, "anden")
        await press_each(pilot, "enter", "c", "ctrl+s")
        front(app, ConditionsScreen)
    _, (evidence,) = stored(study)
    assert evidence.stance is Stance.CONTRADICTS


async def test_an_interviewers_words_are_not_ticked(study: str) -> None:
    async with conditions(study, "right", "j") as (app, pilot):
        lines = front(app, JudgingScreen).query_one(Lines)
        question = next(
            line for line in lines._lines if "fast kontaktperson?" in "".join(text for text, _ in line.pieces)
        )
        lines.go_to(question.id)
        await press(pilot, "s")
        assert "nothing to rest on" in said(app)
        assert not any("supports" in line for line in listed(lines))


async def test_enter_opens_the_passages_behind_a_cell_and_on_a_name_of_every_case(study: str) -> None:
    async with conditions(study, "right", "enter") as (app, pilot):
        screen = front(app, PassagesScreen)
        shown = " ".join(listed(screen.found))
        assert MISSING in shown
        assert MENTORS in shown
        await press_each(pilot, "escape", "left", "enter")
        assert "in every case" in screen.heading or "in every case" in front(app, PassagesScreen).heading


async def test_the_page_of_a_case_judges_what_one_role_tells_and_offers_that_roles_disagree(
    study: str,
) -> None:
    async with conditions(study, "right", "o") as (app, pilot):
        front(app, ConditionCaseScreen)
        await press_each(pilot, "right", "j", "M", "ctrl+s", "right", "j", "N", "ctrl+s")
        await press_each(pilot, "left", "left")
        assert "“roles disagree” may be what to say" in about(app)
        row = next(line for line in grid(app) if "SC1.1" in line)
        assert "✓ met" in row
        assert "✗ not met" in row
        assert "(1+ 2− 1if)" in row
    assert {(each.role, each.state) for each in stored(study)[0]} == {
        ("borger", ConditionState.MET),
        ("mentor", ConditionState.NOT_MET),
    }


async def test_a_judgement_is_taken_back_and_undo_brings_it_back(study: str) -> None:
    with open_project(study, coder="Anne") as project:
        project.do(judge(project, "SC1.1", "Sag 01", ConditionState.MET))
    async with conditions(study, "right", "x") as (app, pilot):
        assert not any("✓ met" in line for line in grid(app))
        await press(pilot, "u")
        assert any("✓ met" in line for line in grid(app))


async def test_anothers_judgement_is_shown_on_one_key_once_released(study: str) -> None:
    with open_project(study, coder="Anne") as project:
        project.do(judge(project, "SC1.1", "Sag 01", ConditionState.MET))
    async with conditions(study, coder="Jonas") as (app, _):
        assert not any("✓" in line for line in grid(app))
    with open_project(study, coder="Anne") as project:
        condition_study.released(project)
    with open_project(study, coder="Jonas") as project:
        project.do(judge(project, "SC1.1", "Sag 01", ConditionState.NOT_MET))
    async with conditions(study, "right", coder="Jonas") as (app, pilot):
        assert any("✗ not met" in line for line in grid(app))
        assert "1 judgement of another coder in sight" in about(app)
        await press(pilot, "w")
        assert any("✗N ✓M" in line for line in grid(app))


async def test_a_name_says_what_a_condition_comes_to_with_groups_and_the_warning(study: str) -> None:
    with open_project(study, coder="Anne") as project:
        project.do(judge(project, "SC1.1", "Sag 01", ConditionState.MET))
    async with conditions(study) as (app, _):
        shown = about(app)
        assert "met in 1 of 1 case judged; 1 not judged; 1 without interview" in shown
        assert "with hours (1 case): met in 1 of 1 case judged" in shown
        assert "over-sampled" in shown


async def test_names_of_absence_are_opened_from_the_codebook_and_from_the_list_of_codes(study: str) -> None:
    async with running(study, "B", "down", "V") as (app, pilot):
        assert isinstance(app.screen_stack[-2], CodebookScreen)
        front(app, AbsenceScreen)
        await press_each(pilot, "escape", "escape")
        screen = front(app, CodingScreen)
        codes = screen.query_one("#codes", Lines)
        codes.focus()
        await settle(pilot)
        line = next(each for each in codes._lines if "SC1.1" in "".join(text for text, _ in each.pieces))
        codes.go_to(line.id)
        await press(pilot, "V")
        front(app, AbsenceScreen)
        row = next(each for each in grid(app) if "Sag 01" in each)
        assert "1+ 2− 1if" in row
        await press_each(pilot, "right", "enter")
        assert MISSING in " ".join(listed(front(app, PassagesScreen).found))


async def test_a_study_without_conditions_says_the_key_that_makes_one(study: str) -> None:
    from rcoder.domain.coding import Coding
    from rcoder.domain.journal import Deed, removed

    with open_project(study, coder="Anne") as project:
        codings = project.sight.records(Coding, "SELECT * FROM codings")
        project.do(Deed("gone", removed(*codings)))
        project.do(Deed("gone", removed(project.code("SC1.1"))))
    async with conditions(study) as (app, _):
        assert "+ adds one under a hypothesis" in " ".join(grid(app))


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_thirty_five_cases_are_gone_through_by_arrows(study: str, size: tuple[int, int]) -> None:
    from rcoder.domain.actions.arranging import new_case
    from rcoder.domain.journal import Deed, added

    with open_project(study, coder="Anne") as project:
        known = project.cases()
        project.do(Deed("more", added(*(new_case(f"Sag {number:02}", known) for number in range(4, 36)))))
    async with conditions(study, "end", size=size) as (app, pilot):
        screen = front(app, ConditionsScreen)
        assert screen.grid.here[1] == next(each.id for each in screen.view.checklist.cases[::-1])  # type: ignore[union-attr] # shown
        await press(pilot, "home")
        assert screen.grid.at_name
