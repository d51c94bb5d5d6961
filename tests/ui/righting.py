"""Interviews and cases being put right on screen, as their tests open and read them."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from textual.pilot import Pilot

from opening import front, press, press_each, running, settle
from rcoder.ui.app import RcoderApp
from rcoder.ui.screens.about_interview import AboutInterviewScreen
from rcoder.ui.screens.coding import CodingScreen
from rcoder.ui.screens.righting import RightingScreen

METTE = "Sag 01: Mette"


@asynccontextmanager
async def about(
    study: str, title: str = METTE, size: tuple[int, int] = (120, 40)
) -> AsyncIterator[tuple[RcoderApp, Pilot[None], AboutInterviewScreen]]:
    """About an interview, opened from the coding screen."""
    async with running(study, size=size) as (app, pilot):
        coding = front(app, CodingScreen)
        wanted = next(each.id for each in coding.study.interviews.values() if each.title == title)
        coding.open_transcript(wanted)
        await settle(pilot)
        await press(pilot, "A")
        yield app, pilot, front(app, AboutInterviewScreen)


async def write_over(pilot: Pilot[None], words: str, *keys: str) -> None:
    """Writes over what stands in the field, and presses keys."""
    await pilot.press("home", "shift+end", "delete", *words)
    await press_each(pilot, *keys)


async def go_to(pilot: Pilot[None], screen: RightingScreen, line_id: str) -> None:
    """Puts the cursor on the first line whose id begins so."""
    screen.rows.go_to(next(each.id for each in screen.rows._lines if each.id.startswith(line_id)))
    await settle(pilot)


def row(screen: RightingScreen, line_id: str) -> str:
    """The first line whose id begins so."""
    line = next(each for each in screen.rows._lines if each.id.startswith(line_id))
    return " ".join("".join([*(words for words, _ in line.pieces), "  ", line.right]).split())
