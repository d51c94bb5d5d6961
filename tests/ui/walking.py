"""A person at the program: one who has only keys, and one who has only a mouse; both act on what they see painted."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import TypeVar

from rich.cells import cell_len
from textual.keys import _character_to_key
from textual.pilot import Pilot
from textual.widgets import Input, TextArea

from rcoder.ui.app import RcoderApp
from rcoder.ui.screens.coding import CodingScreen

RIGHT = 3
"""The button that asks."""


class Walker:
    """What anybody sees."""

    def __init__(self, pilot: Pilot[None], app: RcoderApp) -> None:
        self.pilot = pilot
        self.app = app

    async def settle(self) -> None:
        """Waits until what was asked for is done and painted."""
        for _ in range(3):
            await self.pilot.pause()
            await self.app.workers.wait_for_complete()
        await self.pilot.pause()

    @property
    def rows(self) -> list[str]:
        """The rows of the screen, or of the window over it, as they are painted."""
        strips = self.app.screen._compositor.render_strips()
        return ["".join(segment.text for segment in strip) for strip in strips]

    def sees(self, *words: str) -> None:
        """Fails unless all of these words are painted."""
        page = "\n".join(self.rows)
        for each in words:
            assert each in page, f"{each!r} is not on the screen:\n{page}"

    @property
    def coding(self) -> CodingScreen:
        """The coding screen, which has to be in front."""
        assert isinstance(self.app.screen, CodingScreen), f"{self.app.screen} is in front:\n" + "\n".join(
            self.rows
        )
        return self.app.screen

    @property
    def passage(self) -> str:
        """The words a code would be given to."""
        assert self.coding.study.reading is not None
        return self.coding.pane.passage.of(self.coding.study.reading.text)

    async def write(self, words: str) -> None:
        """Types words into the field that has the cursor, and into nothing else."""
        focused = self.app.screen.focused
        assert isinstance(focused, Input | TextArea), f"{focused} is no field"
        await self.pilot.press(*(_character_to_key(letter) for letter in words))
        await self.settle()


class Keyboard(Walker):
    """Has only keys."""

    async def press(self, *keys: str) -> None:
        """Presses keys one after the other, as quickly as one can."""
        await self.pilot.press(*keys)
        await self.settle()


class Mouse(Walker):
    """Has only a mouse, and letters for the fields."""

    def where(self, words: str, last: bool = False) -> tuple[int, int]:
        """The cell of the screen that words begin at: the first from above, or the last."""
        rows = [*enumerate(self.rows)]
        for y, row in reversed(rows) if last else rows:
            if words in row:
                return cell_len(row[: row.index(words)]), y
        raise AssertionError(f"{words!r} is not on the screen:\n" + "\n".join(self.rows))

    async def click(
        self, words: str, *, times: int = 1, button: int = 1, into: int = 1, last: bool = False
    ) -> None:
        """Clicks on words, `into` cells after their beginning."""
        x, y = self.where(words, last)
        await self.pilot.click(None, (x + into, y), times=times, button=button)
        await self.settle()

    async def drag(self, first: str, last: str) -> None:
        """Holds the button from the first letter of words to the last letter of others."""
        (x, y), (to, below) = self.where(first), self.where(last)
        end = (to + cell_len(last) - 1, below)
        await self.pilot.mouse_down(None, (x, y))
        await self.pilot.hover(None, end)
        await self.pilot.mouse_up(None, end)
        await self.settle()

    async def menu(self, words: str, deed: str) -> None:
        """Asks with the right button what can be done with words, and does it."""
        await self.click(words, button=RIGHT)
        await self.click(deed)

    async def command(self, words: str) -> None:
        """Opens the list of all commands from the footer and clicks on one."""
        await self.click("^p all")
        await self.write(words.lower())
        for _ in range(50):
            if any(words in row for row in self.rows[3:]):
                break
            await self.pilot.pause(0.02)
        await self.click(words, last=False)


W = TypeVar("W", bound=Walker)


@asynccontextmanager
async def walk(sort: type[W], study: str, size: tuple[int, int], coder: str = "Anne") -> AsyncIterator[W]:
    """The program on a study."""
    app = RcoderApp(study, coder)
    async with app.run_test(size=size, notifications=True) as pilot:
        walker = sort(pilot, app)
        await walker.settle()
        yield walker
