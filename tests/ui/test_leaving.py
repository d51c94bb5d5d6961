"""Leaving the study for the welcome: at once by a key or from the palette, but not with words in a window."""

from __future__ import annotations

from collections.abc import Callable

from textual.command import CommandList

from opening import front, press, running, said, until
from rcoder.project import Project
from rcoder.ui.screens.find_words import FindScreen
from rcoder.ui.screens.welcome import WelcomeScreen


async def test_a_key_leaves_from_any_screen_with_everything_done_kept(
    study: str, reopened: Callable[[], Project]
) -> None:
    async with running(study, "f", "slash") as (app, pilot):
        assert isinstance(app.screen, FindScreen)
        await press(pilot, "f12")
        front(app, WelcomeScreen)
        await press(pilot, "f12")
        assert "No study is open." in said(app)
    with reopened() as project:
        assert project.overview().finished == 1


async def test_the_palette_has_it_for_the_mouse(study: str) -> None:
    async with running(study) as (app, pilot):
        await press(pilot, "ctrl+p", *"leavethestudy")

        def found() -> list[str]:
            return [str(each.prompt) for shown in app.screen.query(CommandList) for each in shown.options]

        await until(pilot, lambda: "Leave the study" in "".join(found()[:1]))
        await press(pilot, "enter")
        await until(pilot, lambda: isinstance(app.screen, WelcomeScreen))


async def test_words_in_a_window_stay(study: str) -> None:
    async with running(study, "m") as (app, pilot):
        window = app.screen
        await press(pilot, *"ord", "f12")
        assert app.screen is window
        app.action_leave_study()
        assert app.screen is window
        assert app.desk is not None
