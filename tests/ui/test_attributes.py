"""The screens of attributes, of what is known of a case, and of groups."""

from __future__ import annotations

from collections.abc import Callable

from textual.screen import Screen

from opening import press_each, running, steps, type_words, words
from rcoder.domain.case import Case
from rcoder.project import open_project
from rcoder.project.attributes import attribute_lines
from rcoder.project.groups import group_counts
from rcoder.ui.app import RcoderApp
from rcoder.ui.commands import Where, commands
from rcoder.ui.screens.attributes import AttributesScreen
from rcoder.ui.screens.board import BoardScreen
from rcoder.ui.screens.choosing import ChooserScreen
from rcoder.ui.screens.groups import GroupScreen, GroupsScreen
from rcoder.ui.screens.question import QuestionScreen
from rcoder.ui.screens.values import ValuesScreen
from rcoder.ui.widgets.grid import Grid
from rcoder.ui.widgets.lines import Lines
from rcoder.ui.widgets.strips import Status, Strips
from rcoder.ui.widgets.values import ValueLines


def lines(screen: Screen[object]) -> list[str]:
    return [
        "".join(words for words, _ in line.pieces) + (f"  {line.right}" if line.right else "")
        for line in screen.query_one(Lines)._lines
    ]


def case_called(study: str, name: str) -> Case:
    with open_project(study, coder="Anne") as project:
        return next(each for each in project.cases() if each.name == name)


def test_every_action_of_these_screens_is_there() -> None:
    homes: dict[Where, tuple[type, ...]] = {
        Where.BOARD: (BoardScreen,),
        Where.GRID: (Grid,),
        Where.VALUES: (ValueLines, ValuesScreen),
        Where.ATTRIBUTES: (AttributesScreen,),
        Where.GROUPS: (GroupsScreen,),
        Where.MAKING_GROUP: (GroupScreen,),
    }
    for place, home in homes.items():
        for each in commands(place):
            assert any(hasattr(one, f"action_{each.id}") for one in home), (place, each.id)


# -- what is known of a case -----------------------------------------------------------------------------------------


async def test_yes_no_and_unknown_are_three_keys_and_three_things(cases_study: str) -> None:
    async with running(cases_study, "C", "v") as (app, pilot):
        assert isinstance(app.screen, ValuesScreen)
        await press_each(pilot, "down", "y")
        assert case_called(cases_study, "Sag 01").attributes["skift"] == "yes"
        await press_each(pilot, "n")
        assert case_called(cases_study, "Sag 01").attributes["skift"] == "no"
        await press_each(pilot, "question_mark")
        assert "skift" not in case_called(cases_study, "Sag 01").attributes
        assert "unknown" in lines(app.screen)[1]
        await press_each(pilot, "right", "right", "left")
        assert case_called(cases_study, "Sag 01").attributes["skift"] == "yes"


async def test_a_number_and_a_date_are_written_and_checked(cases_study: str) -> None:
    async with running(cases_study, "C", "v") as (app, pilot):
        await press_each(pilot, "enter")
        assert isinstance(app.screen, QuestionScreen)
        await press_each(pilot, "end", "ctrl+u")
        await type_words(pilot, "mange")
        await press_each(pilot, "enter")
        assert isinstance(app.screen, QuestionScreen)
        assert "does not fit" in str(app.screen.query_one("#how").render())
        await press_each(pilot, "end", "ctrl+u")
        await type_words(pilot, "7,50")
        await press_each(pilot, "enter")
        assert case_called(cases_study, "Sag 01").attributes["ledighed_aar"] == "7.5"
        await press_each(pilot, "end", "enter")
        await type_words(pilot, "5.3.2024")
        await press_each(pilot, "enter")
        assert case_called(cases_study, "Sag 01").attributes["start"] == "2024-03-05"
        assert "7,5 år" in lines(app.screen)[0]


async def test_a_choice_is_chosen_or_gone_through(cases_study: str) -> None:
    async with running(cases_study, "C", "v", "down", "down") as (app, pilot):
        await press_each(pilot, "enter")
        assert isinstance(app.screen, ChooserScreen)
        await press_each(pilot, *"lang", "enter")
        assert case_called(cases_study, "Sag 01").attributes["historik"] == "lang"
        await press_each(pilot, "right")
        assert "historik" not in case_called(cases_study, "Sag 01").attributes


async def test_y_on_a_number_says_what_it_is_and_changes_nothing(cases_study: str) -> None:
    async with running(cases_study, "C", "v", "y") as (app, _):
        assert "a number" in words(app.screen.query_one(Status))
        assert case_called(cases_study, "Sag 01").attributes["ledighed_aar"] == "6"


async def test_what_is_said_shows_on_the_board_and_is_undone_there(cases_study: str) -> None:
    async with running(cases_study, "C", "down", "down", "v", "down", "n", "escape") as (app, pilot):
        assert isinstance(app.screen, BoardScreen)
        assert "Skift af sagsbehandler: no" in words(app.screen.query_one("#about", Strips))
        await press_each(pilot, "u")
        assert "unknown: Skift af sagsbehandler" in words(app.screen.query_one("#about", Strips))


async def test_an_interview_has_attributes_of_its_own(cases_study: str) -> None:
    async with running(cases_study, "C", "ctrl+end", "v", "enter") as (app, pilot):
        assert isinstance(app.screen, QuestionScreen)
        await type_words(pilot, "rådhuset")
        await press_each(pilot, "enter")
        with open_project(cases_study, coder="Anne") as project:
            titles = {line.title: line.id for line in project.transcript_lines()}
            assert project.transcript(titles["Åse"]).attributes["sted"] == "rådhuset"


# -- attributes of the study -----------------------------------------------------------------------------------------


async def test_the_attributes_are_listed_with_what_is_known(cases_study: str) -> None:
    async with running(cases_study, "C", "t") as (app, _):
        found = lines(app.screen)
        assert found[0] == "Of each case"
        assert " ".join(found[1].split()) == "Års ledighed number år ledighed_aar known of 3 of 5"
        assert found[5] == "Of each interview"
        about = words(app.screen.query_one("#about", Strips))
        assert "Hvor længe borgeren har været ledig." in about
        assert "makes the group Lang ledighed" in about


async def test_an_attribute_is_added_by_a_form_that_says_what_is_wrong(cases_study: str) -> None:
    async with running(cases_study, "C", "t", "plus") as (app, pilot):
        await type_words(pilot, "kommune")
        await press_each(pilot, "ctrl+s")
        assert isinstance(app.screen, QuestionScreen)
        assert "every manifest has" in str(app.screen.query_one("#how").render())
        await press_each(pilot, "end", "ctrl+u")
        await type_words(pilot, "alder")
        await press_each(pilot, "enter", "enter", "end", "ctrl+u")
        await type_words(pilot, "tal")
        await press_each(pilot, "ctrl+s")
        assert isinstance(app.screen, AttributesScreen)
        assert app.screen.line is not None
        assert app.screen.line.attribute.key == "alder"
        assert app.screen.line.attribute.type.value == "number"


async def test_a_change_of_type_names_what_does_not_fit_and_asks(cases_study: str) -> None:
    async with running(cases_study, "C", "t", "down", "w", "enter") as (app, pilot):
        await press_each(pilot, "end", "ctrl+u")
        await type_words(pilot, "tal")
        await press_each(pilot, "ctrl+s")
        assert isinstance(app.screen, ChooserScreen)
        assert "Sag 02 “yes”" in app.screen.words
        await press_each(pilot, "enter")
        assert case_called(cases_study, "Sag 02").attributes["skift"] == "yes"
        await press_each(pilot, "w", "enter", "end", "ctrl+u")
        await type_words(pilot, "tal")
        await press_each(pilot, "ctrl+s", "down", "enter")
        assert "skift" not in case_called(cases_study, "Sag 02").attributes
        await press_each(pilot, "u")
        assert case_called(cases_study, "Sag 02").attributes["skift"] == "yes"


async def test_an_attribute_is_moved_and_removed_and_brought_back(cases_study: str) -> None:
    async with running(cases_study, "C", "t", "shift+down") as (app, pilot):
        with open_project(cases_study, coder="Anne") as project:
            assert [each.attribute.key for each in attribute_lines(project)][:2] == ["skift", "ledighed_aar"]
        await press_each(pilot, "x")
        assert "Lang ledighed" in words(app.screen.query_one(Status))
        await press_each(pilot, "up", "x")
        assert not any("Skift" in line for line in lines(app.screen))
        await press_each(pilot, "u")
        assert case_called(cases_study, "Sag 02").attributes["skift"] == "yes"


# -- groups ----------------------------------------------------------------------------------------------------------


async def test_a_group_is_made_of_conditions_with_the_count_as_it_grows(cases_study: str) -> None:
    async with running(cases_study, "C", "G", "plus") as (app, pilot):
        assert isinstance(app.screen, ChooserScreen)
        await press_each(pilot, *"ledig", "enter", *"least", "enter")
        await type_words(pilot, "2,5")
        await press_each(pilot, "enter")
        assert isinstance(app.screen, GroupScreen)
        count = app.screen.query_one("#count", Strips)
        assert words(count).startswith("3 of 5 cases, 2 unknown\nin: Sag 01, Sag 02, Sag 03")
        assert "unknown: Sag 04 (Års ledighed: unknown)" in words(count)
        await press_each(pilot, "plus", *"outcome", "enter", "enter", *"with", "enter")
        assert words(count).startswith("2 of 5 cases, 2 unknown")
        await press_each(pilot, "ctrl+s")
        await type_words(pilot, "Lange med timer")
        await press_each(pilot, "ctrl+s")
        assert isinstance(app.screen, GroupsScreen)
        with open_project(cases_study, coder="Anne") as project:
            found = group_counts(project)[-1]
        assert found.group.name.da == "Lange med timer"
        assert [each.value for each in found.group.criteria] == ["2.5", "with_hours"]


async def test_a_condition_is_changed_and_taken_out(cases_study: str) -> None:
    async with running(cases_study, "C", "G", "enter", "down", "enter") as (app, pilot):
        await press_each(pilot, *"skift", "enter", "enter", *"no", "enter")
        assert isinstance(app.screen, GroupScreen)
        assert lines(app.screen)[1] == "where Skift af sagsbehandler is no"
        await press_each(pilot, "x", "ctrl+s")
        assert isinstance(app.screen, ChooserScreen)
        await press_each(pilot, "escape", "escape")
        assert isinstance(app.screen, GroupsScreen)
        assert "Års ledighed at least 5 år" in lines(app.screen)[0]


async def test_a_group_whose_name_is_taken_comes_back_to_be_named_again(cases_study: str) -> None:
    async with running(
        cases_study, "C", "G", "plus", *"skift", "enter", "enter", *"yes", "enter", "ctrl+s"
    ) as (
        app,
        pilot,
    ):
        await type_words(pilot, "Lang ledighed")
        await press_each(pilot, "ctrl+s")
        assert isinstance(app.screen, GroupScreen)
        assert lines(app.screen)[1] == "where Skift af sagsbehandler is yes"


async def test_a_group_is_removed_and_brought_back(cases_study: str) -> None:
    async with running(cases_study, "C", "G", "x") as (app, pilot):
        assert lines(app.screen) == []
        await press_each(pilot, "u")
        assert lines(app.screen)[0].startswith("Lang ledighed")
        assert "in: Sag 01, Sag 03" in words(app.screen.query_one("#about", Strips))


def test_the_look_of_what_is_known(cases_study: str, snap_compare: Callable[..., bool]) -> None:
    assert snap_compare(
        RcoderApp(cases_study, "Anne"), terminal_size=(80, 24), run_before=steps("C", "v", "down")
    )


def test_the_look_of_making_a_group(cases_study: str, snap_compare: Callable[..., bool]) -> None:
    assert snap_compare(
        RcoderApp(cases_study, "Anne"), terminal_size=(80, 24), run_before=steps("C", "G", "enter")
    )


def test_the_look_of_the_attributes(cases_study: str, snap_compare: Callable[..., bool]) -> None:
    assert snap_compare(
        RcoderApp(cases_study, "Anne"), terminal_size=(80, 24), run_before=steps("C", "t", "down")
    )
