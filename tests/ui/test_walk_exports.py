"""A thesis writer at the keyboard: from an arrow of the theory to its passages, to files of the figure and of a table."""

from __future__ import annotations

from pathlib import Path

import pytest

import walking
from opening import front, until
from rcoder.ui.screens.exports import ExportScreen
from rcoder.ui.screens.leaving import LeavingScreen
from rcoder.ui.screens.theory import TheoryScreen
from theory_study import argue


def held(file: Path) -> str:
    """What a file holds; "" where there is none."""
    return file.read_text(encoding="utf-8") if file.exists() else ""


def put(file: Path, words: str) -> None:
    """Has a file hold other words."""
    file.write_text(words, encoding="utf-8")


@pytest.mark.parametrize("size", [(80, 24), (120, 40)], ids=["80x24", "120x40"])
async def test_from_an_arrow_to_its_files_by_keys_alone(
    configured: str, size: tuple[int, int], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    async with walking.walk(walking.Keyboard, argue(configured), size, "Tester") as walker:
        await _walk_to_a_passage_and_back(walker)
        await _narrow(walker)
        await _write_the_figure(walker, tmp_path / "theory-H1.svg")
        await _refuse_a_table(walker, tmp_path / "quotations.csv")
        await _write_and_replace_it(walker, tmp_path / "quotations.csv")


async def _walk_to_a_passage_and_back(walker: walking.Keyboard) -> None:
    """An arrow, the passages behind it, the interview, and the arrow again."""
    await walker.press("O", "d")
    await walker.press("right")
    walker.sees("K1 Klar rollefordeling → promotes → M1 Tryghed", "1 passage, 1 of 1 case")
    await walker.press("enter")
    walker.sees("● supports", "○ contradicts")
    await walker.press("enter")
    assert walker.passage
    await walker.press("escape", "escape", "escape")
    walker.sees("K1 Klar rollefordeling → promotes → M1 Tryghed")


async def _narrow(walker: walking.Keyboard) -> None:
    """To a mini theory, and to what rests on evidence."""
    await walker.press("t")
    await walker.write("H1")
    await walker.press("enter")
    await walker.press("f")
    await walker.write("rests on evidence")
    await walker.press("enter")
    walker.sees("Change theory · H1", "Only arrows with evidence that counts")


async def _write_the_figure(walker: walking.Keyboard, file: Path) -> None:
    """As it is on the screen; esc comes back to it."""
    await walker.press("e")
    walker.sees("Hypothesis      H1", "Evidence        only", file.name)
    await walker.press("w")
    await _done(walker)
    walker.sees("Wrote")
    assert "un pile med belæg, der tæller" in held(file)
    await walker.press("escape")
    front(walker.app, TheoryScreen)
    await walker.press("escape")


async def _refuse_a_table(walker: walking.Keyboard, file: Path) -> None:
    """The check shows a name, and nothing is written."""
    await walker.press("O", "o")
    await walker.go_to("Quotations")
    await walker.press("enter", "enter")
    await walker.write("csv")
    await walker.press("enter", "w")
    await _done(walker)
    front(walker.app, LeavingScreen)
    walker.sees("Before quotations.csv is written", "Mette")
    await walker.press("escape")
    walker.sees("quotations.csv was not written")
    assert not held(file)


async def _write_and_replace_it(walker: walking.Keyboard, file: Path) -> None:
    """Written where it is agreed to, and written over only where that is asked for twice."""
    await walker.press("w")
    await _done(walker)
    await walker.press("y")
    await _done(walker)
    first = held(file)
    put(file, "mine")
    await walker.press("w")
    walker.sees("w again replaces quotations.csv, which is there already.")
    assert held(file) == "mine"
    await walker.press("w")
    await _done(walker)
    await walker.press("y")
    await _done(walker)
    assert held(file) == first


async def _done(walker: walking.Keyboard) -> None:
    """Waits until the child that makes a file has made it, or asks."""
    app = walker.app

    def there() -> bool:
        return isinstance(app.screen, LeavingScreen) or not front(app, ExportScreen).writing

    await until(walker.pilot, there)
    await walker.settle()
