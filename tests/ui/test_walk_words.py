"""Words that two walks through the program stumbled over: cut names, lost notes on passages, what is no evidence."""

from __future__ import annotations

from rich.cells import cell_len

from opening import coded, front, listed, painted, running
from rcoder.domain.passage import Passage
from rcoder.project import open_project
from rcoder.ui.configuring.passage_rows import passage_rows
from rcoder.ui.screens.choosing import ChooserScreen
from rcoder.ui.screens.conditions import ConditionsScreen
from rcoder.ui.screens.doorway import DoorwayScreen
from rcoder.ui.widgets.lines import Lines


async def test_where_there_is_little_room_the_study_gives_way_to_what_the_screen_is(
    conditions_study: str,
) -> None:
    async with running(conditions_study, "O", "s", size=(60, 24)) as (app, _):
        front(app, ConditionsScreen)
        top = painted(app)[0]
        assert "  Support conditions " in top
        assert "judged by you" in top


async def test_every_question_of_the_overviews_stands_there_whole(study: str) -> None:
    for size in ((80, 24), (120, 40)):
        async with running(study, "O", size=size) as (app, _):
            lines = app.screen.query_one(Lines)
            front(app, DoorwayScreen)
            room = lines.scrollable_content_region.width
            assert all(cell_len(each) + 2 <= room for each in listed(lines))


async def test_what_the_interviewer_says_is_not_offered_as_evidence(study: str) -> None:
    keys = ("c", "k", "o", "n", "enter", "down", "c", "t", "r", "y", "enter", "l", "enter")
    async with running(study, *keys, "g", "e") as (app, _):
        chooser = front(app, ChooserScreen)
        offered = listed(chooser.query_one("#choices", Lines))
        assert not any("Hvordan var det" in each for each in offered)
        assert any("Jamen det var jo rart" in each for each in offered)
    assert ("H1.R1", "Hvordan var det at have den samme hele vejen?") in coded(
        open_project(study, coder="Anne")
    )


def test_what_is_known_of_a_passage_stands_below_it_where_it_does_not_fit_beside_it() -> None:
    passage = Passage(
        "p", "t", "Sag 01", 0, 4, "Jo da", "1", "Sag 01", "s", "Interviewer", (), interviewer=True,
        coder_id="a", coder="Anne",
    )  # fmt: skip
    shown = [
        "".join(text for text, _ in each.pieces)
        for each in passage_rows("evidence:p", passage, "supports", 70, depth=1)
    ]
    assert any("interviewer, not counted" in each for each in shown)
