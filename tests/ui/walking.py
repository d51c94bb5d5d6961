"""A person at the program: one who has only keys, and one who has only a mouse; both act on what they see painted."""

from __future__ import annotations

import csv
import re
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import TypeVar

from rich.cells import cell_len
from textual import events
from textual.geometry import Offset
from textual.keys import _character_to_key, key_to_character
from textual.pilot import Pilot
from textual.widgets import Input, TextArea

from opening import line_words, painted, passage, settle
from rcoder.domain.words import Directness, Kind, Stance
from rcoder.project import Project
from rcoder.project.excerpts import marks, quotes
from rcoder.project.memos import memo_lines
from rcoder.project.rechecks import to_look_at
from rcoder.ui.app import RcoderApp
from rcoder.ui.screens.coding import CodingScreen
from rcoder.ui.widgets.lines import Lines

FAR = 90
"""So many lines at most does somebody go down a list."""
LEFT, RIGHT = 1, 3
"""The buttons, as terminals number them."""


class Walker:
    """What anybody sees."""

    def __init__(self, pilot: Pilot[None], app: RcoderApp) -> None:
        self.pilot = pilot
        self.app = app

    async def settle(self) -> None:
        """Waits until what was asked for is done and painted."""
        while self.app._kept_keys or self.app._key_since is not None:
            await self.pilot.pause()
        await settle(self.pilot)

    async def _type(self, keys: Iterable[str]) -> None:
        """Presses keys faster than anybody can: all of them before the first is looked at."""
        for key in keys:
            self.app.post_message(events.Key(key, key_to_character(key)))
        await self.settle()

    @property
    def rows(self) -> list[str]:
        """The rows of the screen, or of the window over it, as they are painted."""
        return painted(self.app)

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
        return passage(self.coding)

    @property
    def under_cursor(self) -> str:
        """The line under the cursor of the list that has the keys, with those that its words run on to."""
        focused = self.app.screen.focused
        assert isinstance(focused, Lines), f"{focused} is no list"
        found, own = "", focused.current
        for line in focused._seen:
            if line is own or (found and line.goes_on):
                found += " " + line_words(line).strip()
            elif found:
                break
        return " ".join(found.split())

    async def write(self, words: str) -> None:
        """Types words into the field that has the cursor, and into nothing else."""
        focused = self.app.screen.focused
        assert isinstance(focused, Input | TextArea), f"{focused} is no field"
        await self._type(_character_to_key(letter) for letter in words)


class Keyboard(Walker):
    """Has only keys."""

    async def press(self, *keys: str) -> None:
        """Presses keys."""
        await self._type(each if len(each) > 1 else _character_to_key(each) for each in keys)

    async def go_to(self, words: str) -> None:
        """Goes down the list from its first line until the line under the cursor has these words."""
        await self.press("home")
        for _ in range(FAR):
            if words in self.under_cursor:
                return
            await self.press("down")
        raise AssertionError(f"no line has {words!r}:\n" + "\n".join(self.rows))


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
        self, words: str, *, times: int = 1, button: int = 1, into: int = 1, down: int = 0, last: bool = False
    ) -> None:
        """Clicks on words, or so many cells after their beginning and rows below them."""
        x, y = self.where(words, last)
        for chain in range(1, times + 1):
            self._send(events.MouseDown, x + into, y + down, button)
            self._send(events.MouseUp, x + into, y + down, button)
            self._send(events.Click, x + into, y + down, button, chain=chain)
        await self.settle()

    def _send(self, sort: type[events.MouseEvent], x: int, y: int, button: int, **more: int) -> None:
        """Hands what the mouse did at a cell of the screen to what is painted there."""
        widget, _ = self.app.screen.get_widget_at(x, y)
        held = {"shift": False, "meta": False, "ctrl": False}
        place = {"x": x, "y": y, "delta_x": 0, "delta_y": 0, "screen_x": x, "screen_y": y}
        self.app.mouse_position = Offset(x, y)
        self.app.screen._forward_event(sort(widget=widget, button=button, **place, **held, **more))

    async def drag(self, first: str, last: str) -> None:
        """Holds the button from the first letter of words to the last letter of others."""
        (x, y), (to, below) = self.where(first), self.where(last)
        to += cell_len(last) - 1
        self._send(events.MouseDown, x, y, LEFT)
        await self.settle()
        self._send(events.MouseMove, to, below, LEFT)
        self._send(events.MouseUp, to, below, LEFT)
        await self.settle()

    async def menu(self, words: str, deed: str) -> None:
        """Asks with the right button what can be done with words, and does it."""
        await self.click(words, button=RIGHT)
        await self.click(deed)

    async def command(self, words: str) -> None:
        """Opens the list of all commands from the footer and clicks on one."""
        await self.click("^p all")
        await self.write(words)
        wanted = re.compile(rf"  {re.escape(words)}  (?=\S)")
        while not (found := [match for row in self.rows if (match := wanted.search(row))]):
            await self.pilot.pause()
        await self.click(found[0][0], into=3, last=True)


W = TypeVar("W", bound=Walker)


@asynccontextmanager
async def walk(sort: type[W], study: str, size: tuple[int, int], coder: str = "Anne") -> AsyncIterator[W]:
    """The program on a study."""
    app = RcoderApp(study, coder)
    async with app.run_test(size=size, notifications=True) as pilot:
        walker = sort(pilot, app)
        await walker.settle()
        yield walker


# -- what a session leaves ---------------------------------------------------------------------------------------------

SAID = (
    "Jamen det var jo rart.",
    "For så vidste jeg, hvem jeg skulle ringe til.",
    "Så turde jeg også sige det.",
)
CALLED, HELPED = "Hun ringede hver uge.", "Det gjorde en forskel, synes jeg. [griner]"
WORK, WELL = "Så fik jeg timer på lageret.", "Det gik godt nok."
OWN_CODINGS = {
    ("Sag 02: Ole", "H1.C1", SAID[0]),
    ("Sag 02: Ole", "H1.R1", SAID[1]),
    ("Sag 02: Ole", "H1.M1", SAID[2]),
    ("Sag 02: Ole", "H1.O1", SAID[2]),
    ("Sag 02: Ole", "H1.R1", CALLED),
    ("Sag 02: Ole", "H1.M1", HELPED),
    ("Sag 02: Ole", "H2.O1", WORK),
    ("Sag 02: Ole", "H2.O2", WELL),
    ("Sag 01: Mette", "H1.R1", CALLED),
    ("Leder", "H1.R1", CALLED),
}
"""What the walks code, after `H2.M1` of one passage was merged into `H1.M1`."""


def everything_is_there(project: Project) -> None:
    """Fails unless the study holds what a walk has made, and nothing else of the walker's."""
    with project:
        _codings_are_there(project)
        _claims_are_there(project)
        _words_are_there(project)
        assert project.code("H1.R1").label.da == "Aftalt kontaktperson, fast"
        assert project.code("H2.M1").retired
        assert not to_look_at(project)
        finished = [each.title for each in project.transcript_lines() if project.finish_mark(each.id)]
        assert finished == ["Sag 02: Ole"]


def _codings_are_there(project: Project) -> None:
    titles = {each.id: each.title for each in project.transcript_lines()}
    lines = project.coding_lines(coder="Anne")
    told = [(titles[each.coding.transcript_id], each.code, each.passage.text) for each in lines]
    assert sorted(told) == sorted(OWN_CODINGS), OWN_CODINGS.symmetric_difference(told)
    inferred = {each.passage.text for each in lines if each.coding.directness is Directness.INFERRED}
    assert inferred == {CALLED}


def _claims_are_there(project: Project) -> None:
    (own,) = project.configurations()
    assert {each.kind for each in own.places} == set(Kind)
    assert len(own.links) == 3
    stances = [each.stance for each in own.evidence]
    assert (stances.count(Stance.SUPPORTS), stances.count(Stance.CONTRADICTS)) == (3, 1)


def _words_are_there(project: Project) -> None:
    assert [(each.memo.title, each.memo.text) for each in memo_lines(project)] == [("Løn?", "Hvem?")]
    (quote,), (mark,) = quotes(project), marks(project)
    assert (quote.excerpt.edited, quote.excerpt.translation) == (f"{WELL} [nu]", "Well.")
    assert mark.passage.text == WELL


def written_words(folder: Path) -> set[str]:
    """The words of the passages in the one file of them that there is."""
    (file,) = folder.glob("*.csv")
    with file.open(encoding="utf-8-sig", newline="") as opened:
        return {row["passage"] for row in csv.DictReader(opened, delimiter=";")}
