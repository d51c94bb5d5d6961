"""How the tests of the program open it, press its keys, and read what stands on its screen."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import TypeVar

from textual.pilot import Pilot
from textual.screen import Screen
from textual.widgets import Input, TextArea

from rcoder.domain.coding import Coding
from rcoder.project import Project
from rcoder.ui.app import RcoderApp
from rcoder.ui.screens.coding import CodingScreen
from rcoder.ui.widgets.lines import Line, Lines
from rcoder.ui.widgets.strips import Status, Strips

S = TypeVar("S", bound=Screen[object])
SIZES = [(80, 24), (120, 40)]
ROUNDS = 50
"""So often is looked whether the program is at rest before a test goes on all the same."""
SPELLED = {" ": "space", "/": "slash"}


# -- opening -----------------------------------------------------------------------------------------------------------


@asynccontextmanager
async def started(
    app: RcoderApp, *keys: str, size: tuple[int, int] = (120, 40)
) -> AsyncIterator[Pilot[None]]:
    """A program at rest, after some keys."""
    async with app.run_test(size=size, notifications=True) as pilot:
        await settle(pilot)
        await press_each(pilot, *keys)
        yield pilot


@asynccontextmanager
async def running(
    study: str, *keys: str, size: tuple[int, int] = (120, 40), coder: str = "Anne"
) -> AsyncIterator[tuple[RcoderApp, Pilot[None]]]:
    """The program on a study, after some keys."""
    app = RcoderApp(study, coder)
    async with started(app, *keys, size=size) as pilot:
        yield app, pilot


@asynccontextmanager
async def coding_screen(
    study: str, *, size: tuple[int, int] = (120, 40), coder: str = "Anne"
) -> AsyncIterator[tuple[Pilot[None], CodingScreen]]:
    """The coding screen of a study."""
    async with running(study, size=size, coder=coder) as (app, pilot):
        yield pilot, front(app, CodingScreen)


def front(app: RcoderApp, kind: type[S]) -> S:
    """The screen or window in front, which has to be of a kind."""
    assert isinstance(app.screen, kind), f"{app.screen} is in front, and no {kind.__name__}"
    return app.screen


# -- keys --------------------------------------------------------------------------------------------------------------


async def settle(pilot: Pilot[None], quiet: int = 3) -> None:
    """Waits until the program was found at rest so many times in a row; an import at work is not waited for."""
    rest = 0
    for _ in range(ROUNDS):
        await pilot.pause()
        short = [each for each in pilot.app.workers if each.group != "import"]
        if short:
            await pilot.app.workers.wait_for_complete(short)
        rest = 0 if short else rest + 1
        if rest == quiet:
            return


async def press(pilot: Pilot[None], *keys: str) -> None:
    """Presses keys one after the other, and waits until the program is at rest."""
    await pilot.press(*keys)
    await settle(pilot)


async def press_each(pilot: Pilot[None], *keys: str) -> None:
    """Presses each key when the program is at rest after the one before."""
    for key in keys:
        await press(pilot, key)


async def type_words(pilot: Pilot[None], words: str) -> None:
    """Presses the keys of words."""
    await press(pilot, *(SPELLED.get(letter, letter) for letter in words))


async def until(pilot: Pilot[None], there: Callable[[], bool]) -> None:
    """Goes on as soon as something is so; a child process is at work meanwhile."""
    for _ in range(600):
        await pilot.pause(0.05)
        if there():
            await pilot.pause()
            return
    raise AssertionError(f"it did not come; {pilot.app.screen} is in front")


def steps(*keys: str, theme: str = "") -> Callable[[Pilot[None]], Awaitable[None]]:
    """What is done before a picture is taken; no cursor blinks in it."""

    async def before(pilot: Pilot[None]) -> None:
        await settle(pilot)
        if theme:
            pilot.app.theme = theme
        await press_each(pilot, *keys)
        for field in pilot.app.screen.query("Input, TextArea"):
            assert isinstance(field, Input | TextArea)
            field.cursor_blink = False
        await settle(pilot)

    return before


# -- what stands there -------------------------------------------------------------------------------------------------


def words(strips: Strips) -> str:
    """The rows of a strip."""
    return "\n".join("".join(text for text, _ in row) for row in strips._rows)


def said(place: RcoderApp | Screen[object]) -> str:
    """What the status line of a screen, or of the one in front, says, wherever its rows end."""
    return " ".join(words(place.screen.query_one(Status)).split())


def line_words(line: Line) -> str:
    """The words of a line, without what stands at its right end."""
    return "".join(text for text, _ in line.pieces)


def listed(lines: Lines) -> list[str]:
    """The lines of a list that are not folded or filtered away."""
    return [line_words(line) for line in lines._seen]


def painted(app: RcoderApp) -> list[str]:
    """The rows of the screen, or of the window over it, as they are painted."""
    return [strip.text for strip in app.screen._compositor.render_strips()]


def passage(screen: CodingScreen) -> str:
    """The words a code would be given to."""
    assert screen.study.reading is not None
    return screen.pane.passage.of(screen.study.reading.text)


# -- what is stored ----------------------------------------------------------------------------------------------------


def own(project: Project, coder: str = "Anne") -> list[Coding]:
    """A coder's codings."""
    with project:
        return [line.coding for line in project.coding_lines(coder=coder)]


def coded(project: Project, coder: str = "Anne") -> list[tuple[str, str]]:
    """Keys and words of a coder's codings."""
    with project:
        return [(line.code, line.passage.text) for line in project.coding_lines(coder=coder)]
