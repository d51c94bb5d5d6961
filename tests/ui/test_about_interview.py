"""Interviews and cases put right on screen: every key, undo, what others do meanwhile, and the mouse."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from textual.pilot import Pilot
from textual.screen import Screen

from opening import front, press_each, said, settle
from rcoder.domain.actions import speaking
from rcoder.domain.actions.coding import code_passage
from rcoder.domain.case import Attribute
from rcoder.domain.coding import Coding
from rcoder.domain.ids import new_id
from rcoder.domain.journal import Deed, added
from rcoder.domain.words import AttributeType, Subject
from rcoder.project import Project, arranging, open_project
from rcoder.project.arranging import Wanted
from rcoder.project.speaking import speaker_named, voices
from rcoder.ui.commands import Where, commands
from rcoder.ui.screens.about_case import AboutCaseScreen
from rcoder.ui.screens.about_interview import AboutInterviewScreen
from rcoder.ui.screens.coding import CodingScreen
from rcoder.ui.screens.several import SeveralScreen
from rcoder.ui.screens.turns import TurnsScreen
from rcoder.ui.widgets.lines import Lines
from righting import METTE, about, go_to, row, write_over


async def on_speaker(pilot: Pilot[None], screen: AboutInterviewScreen, name: str) -> None:
    assert screen.about is not None
    speaker = speaker_named(screen.about.voices, name)
    await go_to(pilot, screen, f"speaker:{speaker.id}")


def speakers(
    reopened: Callable[[], Project], title: str = METTE
) -> list[tuple[str, tuple[str, ...], bool, str]]:
    with reopened() as project:
        found = project.speakers(project.transcript(title).id).values()
        return [(each.name, each.roles, each.interviewer, each.person) for each in found]


BEFORE = [("INTERVIEWER", (), True, ""), ("METTE", ("borger",), False, "")]


async def test_everything_about_an_interview_is_shown(study: str) -> None:
    async with about(study) as (_, _, screen):
        assert row(screen, "title") == f"title {METTE}"
        assert row(screen, "case") == "case Sag 01 with hours"
        assert row(screen, "date") == "date unknown"
        assert row(screen, "language") == "language Danish"
        assert row(screen, "heading:speakers") == "Speakers 6 turns, 59 words"
        assert [row(screen, each.id) for each in screen.rows._lines if each.id.startswith("speaker:")] == [
            "INTERVIEWER interviewer 3 turns 18 words",
            "METTE borger 3 turns 41 words",
        ]
        assert "Sag 01: Mette.txt · txt · as it came" in row(screen, "source:0")
        assert row(screen, "source:1") == "1 coding in your sight · nobody has coded it to the end"


async def test_a_speaker_is_renamed_and_the_coding_screen_shows_it(
    study: str, reopened: Callable[[], Project]
) -> None:
    async with about(study) as (app, pilot, screen):
        await on_speaker(pilot, screen, "METTE")
        await press_each(pilot, "n")
        await write_over(pilot, "Mette H", "enter")
        assert said(screen) == f"Renamed METTE in {METTE} to Mette H"
        assert row(screen, "speaker:").startswith("INTERVIEWER")
        assert speakers(reopened)[1][0] == "Mette H"
        await press_each(pilot, "u")
        assert speakers(reopened) == BEFORE
        await press_each(pilot, "U", "escape")
        reading = front(app, CodingScreen).study.reading
        assert reading is not None
        assert {each.name for each in reading.speakers.values()} == {"INTERVIEWER", "Mette H"}
        assert {each.name for each in front(app, CodingScreen).pane._headings} == {"INTERVIEWER", "Mette H"}


async def test_turns_are_split_off_and_merged_back(study: str, reopened: Callable[[], Project]) -> None:
    async with about(study) as (app, pilot, screen):
        await on_speaker(pilot, screen, "METTE")
        await press_each(pilot, "s")
        turns = front(app, TurnsScreen)
        await press_each(pilot, "ctrl+s")
        assert "No turn is marked yet" in said(turns)
        await press_each(pilot, "space", "down", "t", "space", "space", "ctrl+s", *"Niels", "enter")
        assert said(screen) == f"Gave turns 2, 4 of METTE in {METTE} to Niels"
        assert speakers(reopened) == [BEFORE[0], ("Niels", (), False, ""), BEFORE[1]]
        await on_speaker(pilot, screen, "Niels")
        await press_each(pilot, "m", *"mette", "enter")
        assert said(screen) == f"Merged Niels into METTE in {METTE}: 2 turns"
        assert speakers(reopened) == BEFORE
        await press_each(pilot, "u", "u")
        assert speakers(reopened) == BEFORE
        with reopened() as project:
            assert project.transcript(METTE) == voices(project, METTE).transcript


async def test_all_turns_of_a_speaker_are_no_split(study: str) -> None:
    async with about(study) as (app, pilot, screen):
        await on_speaker(pilot, screen, "METTE")
        await press_each(pilot, "s", "shift+down", "shift+down", "space", "ctrl+s")
        assert "all the turns of METTE" in said(front(app, TurnsScreen))
        await press_each(pilot, "shift+up", "escape")
        assert app.screen is screen


async def test_turns_are_marked_by_the_mouse(study: str) -> None:
    async with about(study) as (app, pilot, screen):
        await on_speaker(pilot, screen, "METTE")
        await press_each(pilot, "s")
        turns = front(app, TurnsScreen)
        place = next(index for index, line in enumerate(turns.lines._seen) if line.id == "turn:3")
        await pilot.click(turns.lines, offset=(20, place))
        await settle(pilot)
        assert turns.marked == {3}
        await pilot.click(turns.lines, offset=(20, 0))
        await settle(pilot)
        assert turns.marked == {3}


async def test_the_interviewer_is_exchanged_and_exchanged_back(
    study: str, reopened: Callable[[], Project]
) -> None:
    async with about(study) as (_, pilot, screen):
        await on_speaker(pilot, screen, "METTE")
        await press_each(pilot, "i")
        assert speakers(reopened) == [("INTERVIEWER", ("borger",), False, ""), ("METTE", (), True, "")]
        assert said(screen) == f"Said that METTE is the interviewer in {METTE}"
        await on_speaker(pilot, screen, "INTERVIEWER")
        await press_each(pilot, "i")
        assert speakers(reopened) == BEFORE
        await on_speaker(pilot, screen, "METTE")
        await press_each(pilot, "I")
        assert [each[2] for each in speakers(reopened)] == [True, True]


async def test_roles_and_person_are_chosen_or_typed(study: str, reopened: Callable[[], Project]) -> None:
    async with about(study) as (_, pilot, screen):
        await on_speaker(pilot, screen, "METTE")
        await press_each(pilot, "r", *"mentor", "enter")
        assert speakers(reopened)[1][1] == ("borger", "mentor")
        await press_each(pilot, "r", *"borger", "enter")
        assert speakers(reopened)[1][1] == ("mentor",)
        await press_each(pilot, "r", *"nabo", "enter")
        assert speakers(reopened)[1][1] == ("mentor", "nabo")
        await press_each(pilot, "p", *"Mette H", "enter")
        assert speakers(reopened)[1][3] == "Mette H"
        assert "METTE mentor, nabo is Mette H" in [row(screen, each.id)[:29] for each in screen.rows._lines]
        await press_each(pilot, "x")
        assert speakers(reopened)[1][1] == ()


async def test_a_speaker_is_asked_for_where_the_cursor_is_on_none(
    study: str, reopened: Callable[[], Project]
) -> None:
    async with about(study) as (_, pilot, screen):
        await press_each(pilot, "n", *"mette", "enter")
        await write_over(pilot, "M", "enter")
        assert speakers(reopened)[1][0] == "M"
        assert said(screen) == f"Renamed METTE in {METTE} to M"


async def test_title_date_wave_and_case_are_changed_and_made_unknown(
    study: str, reopened: Callable[[], Project]
) -> None:
    async with about(study) as (app, pilot, screen):
        await press_each(pilot, "t")
        await write_over(pilot, "Mette", "enter")
        await press_each(pilot, "d", *"4.3.2025", "enter")
        await press_each(pilot, "w", *"2", "enter")
        await press_each(pilot, "c", *"Sag 09", "enter")
        with reopened() as project:
            found = project.transcript("Mette")
            names = {each.id: each.name for each in project.cases()}
        assert (found.date, found.wave, names[found.case_id or ""]) == ("2025-03-04", "2", "Sag 09")
        assert said(screen) == "Changed Mette: case Sag 01 → Sag 09"
        for line in ("date", "wave", "case"):
            await go_to(pilot, screen, line)
            await press_each(pilot, "x")
        with reopened() as project:
            found = project.transcript("Mette")
        assert (found.date, found.wave, found.case_id) == ("", "", None)
        await press_each(pilot, "escape")
        lines = front(app, CodingScreen).query_one("#interviews", Lines)._lines
        assert any("without a case" in line.pieces[0][0] for line in lines)


async def test_a_date_that_is_none_is_asked_again(study: str) -> None:
    async with about(study) as (app, pilot, screen):
        await press_each(pilot, "d", *"i morgen", "enter")
        assert app.screen is not screen
        await press_each(pilot, "escape", "escape")
        assert app.screen is screen


async def test_what_is_known_is_written_chosen_and_made_unknown(
    study: str, reopened: Callable[[], Project]
) -> None:
    with reopened() as project:
        declared = Attribute("a", "optaget", Subject.INTERVIEW, AttributeType.YES_NO)
        project.do(Deed("Defined", added(declared)))

    def known() -> dict[str, str]:
        with reopened() as project:
            return dict(project.transcript(METTE).attributes)

    async with about(study) as (_, pilot, screen):
        assert row(screen, "attribute:optaget") == "optaget unknown"
        await go_to(pilot, screen, "attribute:optaget")
        await press_each(pilot, "enter", *"yes", "enter")
        await press_each(pilot, "plus", *"sted", "enter", *"hjemme", "enter")
        assert known() == {"optaget": "yes", "sted": "hjemme"}
        await go_to(pilot, screen, "attribute:sted")
        await press_each(pilot, "enter")
        await write_over(pilot, "ude", "enter")
        await go_to(pilot, screen, "attribute:optaget")
        await press_each(pilot, "x")
        assert known() == {"sted": "ude"}


async def test_the_language_is_changed_by_a_child_process(
    study: str, reopened: Callable[[], Project]
) -> None:
    async with about(study) as (_, pilot, screen):
        await press_each(pilot, "l", *"english", "enter")
        assert said(screen) == f"Changed {METTE}: language Danish → English"
        assert row(screen, "language") == "language English"
        await press_each(pilot, "u")
        with reopened() as project:
            assert project.transcript(METTE).language == "da"


async def test_a_removed_interview_is_gone_everywhere_and_comes_back(
    study: str, reopened: Callable[[], Project]
) -> None:
    async with about(study) as (app, pilot, _):
        await press_each(pilot, "X")
        coding = front(app, CodingScreen)
        assert "Removed the interview" in said(coding)
        assert "u brings all of it back" in said(coding)
        assert METTE not in {each.title for each in coding.study.interviews.values()}
        assert coding.study.reading is not None
        assert coding.study.reading.transcript.title != METTE
        await press_each(pilot, "u")
        assert METTE in {each.title for each in coding.study.interviews.values()}
        with reopened() as project:
            assert len(project.coding_lines()) == 1


async def test_the_last_interview_leaves_an_empty_screen(study: str, reopened: Callable[[], Project]) -> None:
    with reopened() as project:
        others = [each.id for each in project.transcript_lines() if each.title != METTE]
        project.do(arranging.removal(project, others))
    async with about(study) as (app, pilot, _):
        await press_each(pilot, "X")
        coding = front(app, CodingScreen)
        assert coding.study.reading is None
        assert coding.pane.reading is None
        await press_each(pilot, "down", "c", "n", "A")
        assert "No interviews yet" in said(front(app, CodingScreen))
        await press_each(pilot, "u")
        assert coding.study.reading is not None


async def test_hidden_work_keeps_an_interview_and_nothing_changes_on_screen(
    study: str, reopened: Callable[[], Project]
) -> None:
    with open_project(study, coder="Mikkel") as project:
        place, code = project.transcript(METTE), project.code("H1.R1")
        project.do(code_passage(Coding(new_id(), place.id, 13, 30, code.id, project.coder_id), code, place))
    async with about(study) as (app, pilot, screen):
        assert row(screen, "source:1").startswith("1 coding in your sight")
        await press_each(pilot, "X")
        assert app.screen is screen
        assert "Another coder's work rests on this" in said(screen)


async def test_what_others_change_shows_and_an_answer_to_what_was_seen_before_is_refused(
    study: str, reopened: Callable[[], Project]
) -> None:
    async with about(study) as (app, pilot, screen):
        await on_speaker(pilot, screen, "METTE")
        await press_each(pilot, "n")
        with reopened() as project:
            found = voices(project, METTE)
            project.do(speaking.rename(found, speaker_named(found, "INTERVIEWER"), "Signe"))
        await write_over(pilot, "Mette H", "enter")
        assert "has been changed meanwhile" in said(screen)
        assert row(screen, "speaker:").startswith("Signe")
        with reopened() as project:
            arranging.do(project, arranging.change(project, [project.transcript(METTE).id], Wanted(wave="3")))
        app.look()
        await settle(pilot)
        assert row(screen, "wave") == "wave 3"


async def test_an_interview_that_others_removed_closes_its_screen(study: str) -> None:
    async with about(study) as (app, pilot, _):
        with open_project(study, coder="Jonas") as project:
            project.do(arranging.removal(project, [project.transcript(METTE).id]))
        app.look()
        await settle(pilot)
        assert "no longer in the study" in said(front(app, CodingScreen))


@pytest.mark.parametrize(
    ("where", "screen"),
    [
        (Where.ABOUT_INTERVIEW, AboutInterviewScreen),
        (Where.ABOUT_CASE, AboutCaseScreen),
        (Where.TURNS, TurnsScreen),
        (Where.SEVERAL, SeveralScreen),
    ],
)
def test_every_action_is_there(where: Where, screen: type[Screen[object]]) -> None:
    missing = [each.id for each in commands(where) if not hasattr(screen, f"action_{each.id}")]
    assert not missing
