"""A theory built with the keyboard alone: from linked passages to a configuration, a chain, one made of several, and back."""

from __future__ import annotations

from collections.abc import Callable

import pytest

import walking
from rcoder.domain.configuration import Configuration, Judgement
from rcoder.domain.words import Fate, Level, Stance
from rcoder.project import Project
from rcoder.project.exhibits import exhibits
from rcoder.project.rivals import rivals_of

HELD = "at hun har én at gå til"


@pytest.mark.parametrize("size", [(80, 24), (120, 40)], ids=["80x24", "120x40"])
async def test_a_theory_by_keys_alone(
    study: str, reopened: Callable[[], Project], size: tuple[int, int]
) -> None:
    async with walking.walk(walking.Keyboard, study, size) as walker:
        await walker.press("i", "down", "down", "enter")
        await _link(walker)
        await _word(walker)
        await _argue(walker)
        await _ask_and_submit(walker)
        await _go_along_the_chain(walker)
        await _make_one(walker)
        await walker.press("ctrl+q")
    with reopened() as project:
        _it_is_argued(project)
        _it_is_made_of_its_members(project)


async def _link(walker: walking.Keyboard) -> None:
    """Two narratives of one interview, the first of four parts; `g` opens the configuration that was made last."""
    await walker.press("down", "c", *"man", "enter", "down", "c", *"kon", "enter")
    await walker.press("down", "c", *"try", "enter", "c", *"god", "enter", "l", "enter")
    walker.sees("Linked K01 C on R → M → O")
    await walker.press("down", "down", "c", *"kon", "enter", "down", "c", *"try", "enter", "l", "enter")
    walker.sees("Linked K02 R → M")
    await walker.press("g")
    walker.sees("K02 no title yet", "der tilbydes Aftalt kontaktperson, så Tryghed")
    await walker.press("escape", "home", "up", "up", "up", "g")


async def _word(walker: walking.Keyboard) -> None:
    """A title, an element in its own words and a because; a word of the frame that is typed too is read once."""
    await walker.press("w")
    await walker.write("Én at ringe til")
    await walker.press("enter", "B")
    await walker.write(f"fordi {HELD}")
    await walker.press("ctrl+s")
    await walker.go_to("R1 Aftalt")
    await walker.press("w", "end", "ctrl+u")
    await walker.write("én fast person")
    await walker.press("enter", "home")
    walker.sees("K01 Én at ringe til", "én fast person", HELD)
    assert "fordi fordi" not in " ".join("".join(walker.rows).split())


async def _argue(walker: walking.Keyboard) -> None:
    """A passage against a link, a figure beside it, a rival that was looked into, and a judgement of strength."""
    await walker.go_to("R1 → M1")
    await walker.press("e")
    await walker.write("ringede")
    await walker.press("enter", "c")
    walker.sees("R1 → M1 of K01: contradicts")
    await walker.go_to("R1 → M1")
    await walker.press("E")
    walker.sees("Nothing to choose yet")
    await walker.write("Borgersurvey")
    await walker.press("enter", "enter", "tab", "tab")
    await walker.write("68 %")
    await walker.press("tab")
    await walker.write("112 af 164")
    await walker.press("ctrl+s")
    walker.sees("“Borgersurvey”", "on R1 → M1 of K01")
    await walker.press("s")
    walker.sees("Borgersurvey")
    await walker.press("R")
    await walker.write("Hun havde selv fundet det")
    await walker.press("ctrl+s")
    await walker.go_to("Hun havde selv fundet det")
    await walker.press("R", "down", "down", "enter")
    await walker.write("Hun siger det modsatte")
    await walker.press("ctrl+s", "j")
    await walker.write("svag")
    await walker.press("tab")
    await walker.write("kun en sag")
    await walker.press("ctrl+s")
    await walker.go_to("svag: kun en sag")


async def _ask_and_submit(walker: walking.Keyboard) -> None:
    """A prompt answered and one set aside with a reason; then somebody is asked to look."""
    await walker.go_to("One case of 2 only")
    await walker.press("i")
    await walker.write("kun to sager i alt")
    await walker.press("enter")
    walker.sees("not applicable")
    await walker.go_to("One role of 2 only")
    await walker.press("y", "r", "down", "enter")
    walker.sees("Submitted: K01")


async def _go_along_the_chain(walker: walking.Keyboard) -> None:
    """On from the outcome to a new configuration, back the way one came, and on again by the same key."""
    await walker.go_to("O1 Godt samarbejde")
    await walker.press("greater_than_sign", "enter")
    walker.sees("Went on from K01", "K03 no title yet")
    await walker.press("less_than_sign")
    walker.sees("K01 Én at ringe til")
    await walker.press("greater_than_sign")
    walker.sees("K03 no title yet")
    await walker.press("less_than_sign")


async def _make_one(walker: walking.Keyboard) -> None:
    """K01 and K02 made one, what each contributes, split again, and the splitting taken back."""
    await walker.press("W")
    walker.sees("alike", "K01 and K02 share")
    await walker.press("k")
    walker.sees("Making one of K01 and K02", "2 of 2 members")
    await walker.press("ctrl+s")
    walker.sees("Consolidated K01 and K02 in K04")
    await walker.go_to("M1 Tryghed")
    walker.sees("0 passages, 2 of members")
    await walker.go_to("K02")
    await walker.press("Z")
    walker.sees("K04")
    await walker.press("enter")
    await walker.press("u")
    walker.sees("Undid: ")


def _it_is_argued(project: Project) -> None:
    assembled = project.configuration("K01").assembled
    assert assembled.configuration.because == f"fordi {HELD}"
    assert Stance.CONTRADICTS in {each.stance for each in assembled.evidence}
    assert [each.fate for each in rivals_of(project, assembled.configuration.id)] == [Fate.DROPPED]
    assert [(each.exhibit.title, each.exhibit.base) for each in exhibits(project)] == [
        ("Borgersurvey", "112 af 164")
    ]
    judgements = project.sight.records(Judgement, "SELECT * FROM judgements WHERE {seen}")
    assert [(each.words, each.reason) for each in judgements] == [("svag", "kun en sag")]


def _it_is_made_of_its_members(project: Project) -> None:
    whole = project.configuration("K04").assembled.configuration
    assert whole.level is Level.CONSOLIDATED
    found = project.sight.records(Configuration, "SELECT * FROM configurations WHERE {seen} ORDER BY number")
    assert [each.number for each in found if each.consolidated_in == whole.id] == ["K01", "K02"]
