"""A supervisor who codes nothing, with the keyboard alone: reads, comments, returns, accepts, and comes back later."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

import walking
from rcoder.domain.words import Status
from rcoder.project import Project, open_project
from rcoder.project.comments import conversations
from rcoder.project.reviewing import give
from review_study import build, make, rewording

ASKED = {"Hvad siger mentoren?", "Er det en reaktion?", "Er det typisk?", "Hvor ses det?"}


@pytest.fixture
def study(new_project: Callable[..., Project], interview_file: Path) -> str:
    """K01 and K02, both submitted by Anne."""
    location = build(new_project, interview_file)
    with open_project(location, coder="Anne") as anne:
        make(anne, "Et andet navn")
        for number in ("K01", "K02"):
            give(anne, number, Status.SUBMITTED, "klar til at blive læst")
    return location


@pytest.mark.parametrize("size", [(80, 24), (120, 40)], ids=["80x24", "120x40"])
async def test_a_review_by_keys_alone(study: str, size: tuple[int, int]) -> None:
    async with walking.walk(walking.Keyboard, study, size, coder="Vejleder") as walker:
        await _read(walker)
        await _comment(walker)
        await _decide(walker)
        await walker.press("ctrl+q")
    _everything_is_there(study)
    with open_project(study, coder="Anne") as anne:
        rewording(anne, "hun tør sige det, når det går skidt")
    async with walking.walk(walking.Keyboard, study, size, coder="Vejleder") as walker:
        await _come_back(walker)
    with open_project(study, coder="Vejleder") as project:
        assert project.configuration("K01").line.status == "accepted"


async def _read(walker: walking.Keyboard) -> None:
    """The queue, the first of it, and a passage in its interview and back to the line."""
    await walker.press("O", "r")
    walker.sees("2 of 2 configurations wait for you", "Submitted: 2 of 2", "K01 Fast kontakt")
    await walker.go_to("K01 Fast kontakt")
    await walker.press("enter")
    walker.sees("submitted · 1 of 2", "så hun tør sige det")
    await walker.go_to("R1 én fast person")
    await walker.press("right", "down")
    quoted = walker.under_cursor
    for there, back in (("enter", "escape"), ("g", "g")):
        await walker.press(there)
        assert walker.passage in quoted
        walker.sees("g goes back to the line you came from.")
        await walker.press(*(["escape"] if back == "escape" else []), back)
        assert walker.under_cursor == quoted
        assert not any("g goes back" in row for row in walker.rows)


async def _comment(walker: walking.Keyboard) -> None:
    """On a passage, an element and the whole; each is marked at its line."""
    await _say(walker, "Er det typisk?")
    await walker.go_to("M1 hun tør sige det")
    await _say(walker, "Er det en reaktion?")
    await walker.press("home")
    await _say(walker, "Hvad siger mentoren?")
    await walker.press("C")
    walker.sees(
        "3 open of 3", "on the whole", "Hvad siger mentoren?", "Er det en reaktion?", "Er det typisk?"
    )
    await walker.press("escape")
    walker.sees("C 1 open comment")


async def _say(walker: walking.Keyboard, words: str) -> None:
    await walker.press("C")
    await walker.write(words)
    await walker.press("ctrl+s")
    walker.sees("Commented on")


async def _decide(walker: walking.Keyboard) -> None:
    """The first accepted; the next returned, which needs a reason; nothing waits any more."""
    await walker.press("a")
    walker.sees("Accepted: K01", "accepted · 1 of 2")
    await walker.press("n", "R", "enter")
    walker.sees("needs to know what is wanted")
    await walker.write("Hvor ses det?")
    await walker.press("enter")
    walker.sees("returned · 2 of 2", "Returned: K02", "C 1 open comment")
    await walker.press("n")
    walker.sees("That was the last one in the queue")
    await walker.press("escape")
    walker.sees("0 of 2 configurations wait for you", "Nothing new: 2 of 2")
    await walker.press("escape")
    assert walker.coding


async def _come_back(walker: walking.Keyboard) -> None:
    """Only what changed is shown first; accepting it again answers it."""
    await walker.press("O", "r")
    walker.sees("1 of 2 configurations wait for you", "Accepted or settled, changed since: 1 of 2")
    await walker.press("f")
    walker.sees("K01 Fast kontakt")
    assert not any("K02" in row for row in walker.rows)
    await walker.go_to("K01 Fast kontakt")
    await walker.press("enter")
    walker.sees(
        "accepted, changed since", "Changed since it was accepted", "Reworded “hun tør sige det” as “hun tør"
    )
    await walker.press("a")
    walker.sees("Accepted: K01")
    await walker.press("escape")
    walker.sees("0 of 2 configurations wait for you")


def _everything_is_there(study: str) -> None:
    with open_project(study, coder="Anne") as anne:
        assert [anne.configuration(each).line.status for each in ("K01", "K02")] == ["accepted", "returned"]
        assert {each.first.comment.text for each in conversations(anne.sight)} == ASKED
        assert not any(line.coding.coder_id != anne.coder_id for line in anne.coding_lines())
