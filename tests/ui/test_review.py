"""Review on one machine: the queue, a reading page, comments, and how something came about."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from datetime import UTC, datetime, tzinfo
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from opening import SIZES, front, listed, painted, press, press_each, running, said, settle, steps, type_words
from rcoder.domain.actions.coding import detach
from rcoder.domain.words import Status
from rcoder.project import Project, open_project
from rcoder.project.comments import answering, commenting_on, conversations, resolving
from rcoder.project.reviewing import give, note_visit
from rcoder.ui.app import RcoderApp
from rcoder.ui.screens.coding import CodingScreen
from rcoder.ui.screens.comments import CommentsScreen
from rcoder.ui.screens.configurations import ConfigurationsScreen
from rcoder.ui.screens.history import HistoryScreen
from rcoder.ui.screens.question import QuestionScreen
from rcoder.ui.screens.review import ReviewScreen
from rcoder.ui.screens.review_reading import ReadingScreen
from rcoder.ui.widgets.lines import Lines
from review_study import attached, build, rewording


class Noon(datetime):
    """A clock that stands still, so that pictures are the same."""

    @classmethod
    def now(cls, tz: tzinfo | None = None) -> datetime:
        return datetime(2026, 3, 12, 12, 0, tzinfo=tz or UTC)


@pytest.fixture
def study(new_project: Callable[..., Project], interview_file: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """Anne's K01, submitted; Jonas has accepted it, Anne reworded it and took a passage off again."""
    monkeypatch.setattr("rcoder.domain.times.datetime", Noon)
    location = build(new_project, interview_file)
    with open_project(location, coder="Anne") as anne, open_project(location, coder="Jonas") as jonas:
        give(anne, "K01", Status.SUBMITTED, "klar til at blive læst")
        own = jonas.configuration("K01").assembled
        jonas.do(commenting_on(jonas, "K01", "Er det en reaktion?", "element", own.places[1].element_id))
        anne.do(answering(anne, conversations(anne.sight)[0].id, "Ja: hun tør."))
        jonas.do(commenting_on(jonas, "K01", "Fin titel."))
        jonas.do(resolving(jonas, conversations(jonas.sight)[1].id))
        give(jonas, "K01", Status.ACCEPTED)
        note_visit(jonas, own.configuration.id)
        rewording(anne, "hun ringer")
        anne.undo()
        rewording(anne, "hun tør sige det, når det går skidt")
        evidence = attached(anne, "måske ikke")
        anne.do(detach(evidence, "K01", anne.transcript("interview.txt")), why="den siger noget andet")
    return location


def status(study: str) -> str:
    with open_project(study, coder="Anne") as project:
        return project.configuration("K01").line.status


def lines(app: RcoderApp, name: str) -> list[str]:
    return listed(app.screen.query_one(f"#{name}", Lines))


async def test_the_queue_says_what_changed_since_it_was_accepted(study: str) -> None:
    async with running(study, "O", "r", coder="Jonas") as (app, _):
        front(app, ReviewScreen)
        found = lines(app, "queue")
        assert found[0] == " Accepted or settled, changed since: 1 of 1"
        assert found[1] == "  K01 Fast kontakt"
        assert "since: 1 element changed · 1 open conversation" in found[2]
        assert "open prompt" in found[2]


async def test_a_reviewer_reads_accepts_again_and_codes_nothing(study: str) -> None:
    async with running(study, "O", "r", "enter", coder="Jonas") as (app, pilot):
        front(app, ReadingScreen)
        found = lines(app, "reading")
        assert found[0] == "Changed since it was accepted"
        assert "Reworded “hun tør sige det” as “hun tør sige det, når det går skidt”" in found[1]
        await press(pilot, "a")
        assert said(app) == "Accepted: K01"
        assert lines(app, "reading")[0] == "Changed since you looked"
        assert not any("R says" in each for each in lines(app, "reading"))
        await press(pilot, "escape")
        front(app, ReviewScreen)
        assert lines(app, "queue")[0] == " Nothing new: 1 of 1"
    assert status(study) == "accepted"


async def test_an_unusual_step_asks_for_a_reason_and_stays_until_there_is_one(study: str) -> None:
    async with running(study, "O", "r", "enter", "r", coder="Anne") as (app, pilot):
        await type_words(pilot, "rejected")
        await press(pilot, "enter")
        front(app, QuestionScreen)
        await press(pilot, "escape")
        await press_each(pilot, "a")
        front(app, QuestionScreen)
        await press(pilot, "enter")
        front(app, QuestionScreen)
        await type_words(pilot, "aftalt")
        await press(pilot, "enter")
        front(app, ReadingScreen)
    assert status(study) == "accepted"


async def test_returning_keeps_the_reason_as_a_comment(study: str) -> None:
    async with running(study, "O", "r", "enter", "R", coder="Jonas") as (app, pilot):
        window = " ".join(" ".join(painted(app)).split())
        assert "Return: K01" in window
        assert "Returned: K01" not in window
        assert window.count("journal") == 1
        await type_words(pilot, "Se paa kilden")
        await press(pilot, "enter")
        assert said(app) == "Returned: K01"
    with open_project(study, coder="Anne") as project:
        assert conversations(project.sight)[-1].first.comment.text == "Se paa kilden"
    assert status(study) == "returned"


async def test_a_status_is_not_given_to_what_was_changed_meanwhile(study: str) -> None:
    async with running(study, "O", "r", "enter", coder="Jonas") as (app, pilot):
        with open_project(study, coder="Anne") as anne:
            rewording(anne, "noget andet")
        await press(pilot, "a")
        assert "changed meanwhile" in said(app) or app.screen.is_modal
    assert status(study) == "accepted, changed since"


async def test_a_passage_opens_in_its_interview_and_esc_comes_back_to_the_line(study: str) -> None:
    async with running(study, "O", "r", "enter", coder="Jonas") as (app, pilot):
        pane = app.screen.query_one("#reading", Lines)
        row = next(each.id for each in pane._lines if each.id.startswith("evidence:"))
        pane.go_to(row)
        await press(pilot, "enter")
        front(app, CodingScreen)
        await press_each(pilot, "escape", "escape")
        screen = front(app, ReadingScreen)
        assert screen.row == row
        await press_each(pilot, "end", "g")
        assert "No passage" in said(app)


async def test_after_the_last_one_there_is_no_next(study: str) -> None:
    async with running(study, "O", "r", "enter", "n", coder="Jonas") as (app, _):
        front(app, ReadingScreen)
        assert "last one" in said(app)


async def test_the_filter_finds_what_was_superseded_or_rejected(study: str) -> None:
    async with running(study, "O", "r", "f", "f", coder="Jonas") as (app, pilot):
        assert lines(app, "queue") == []
        await press(pilot, "f")
        with open_project(study, coder="Anne") as anne:
            give(anne, "K01", Status.REJECTED, "holder ikke")
        app.look()
        await settle(pilot)
        await press_each(pilot, "f", "f")
        assert lines(app, "queue")[1] == "  K01 Fast kontakt"


async def test_conversations_are_answered_and_resolved_ones_stay_folded(study: str) -> None:
    async with running(study, "O", "c", "C", coder="Anne") as (app, pilot):
        front(app, CommentsScreen)
        found = lines(app, "said")
        assert [each for each in found if each.startswith("on ")] == [
            "on “hun tør sige det, når det går skidt”",
            "on the whole: Jonas: Fin titel.",
        ]
        assert len(found) == 4
        app.screen.query_one("#said", Lines).move(1)
        await press(pilot, "a")
        await type_words(pilot, "Altsaa")
        await press(pilot, "ctrl+s")
        assert any("Altsaa" in each for each in lines(app, "said"))
        await press(pilot, "v")
        assert said(app) == "Resolved a comment on K01"
        await press(pilot, "v")
        assert said(app) == "Opened a comment on K01 again"
        await press_each(pilot, "up", "x")
    with open_project(study, coder="Anne") as project:
        assert [len(each.every) for each in conversations(project.sight)] == [3, 1]


async def test_somebody_elses_comment_is_answered_not_changed(study: str) -> None:
    async with running(study, "O", "c", "C", coder="Anne") as (app, pilot):
        app.screen.query_one("#said", Lines).move(1)
        await press(pilot, "w")
        assert "Jonas's" in said(app)


async def test_the_workbench_shows_what_is_said_where_it_is_said(study: str) -> None:
    async with running(study, "O", "c", coder="Anne") as (app, pilot):
        screen = front(app, ConfigurationsScreen)
        found = listed(screen.rows)
        place = next(
            index for index, each in enumerate(found) if "når det går skidt" in each and "M1" in each
        )
        assert any("C 1 open comment" in each for each in found[place : place + 4])
        assert "Comments: 1 open of 2" in "\n".join(found)
        assert screen.list._lines[1].right == "1 open"
        row = next(each.id for each in screen.rows._lines if each.id.startswith("link:"))
        screen.rows.go_to(row)
        await press(pilot, "C")
        front(app, QuestionScreen)
        await type_words(pilot, "Her")
        await press(pilot, "ctrl+s")
        assert "Commented on “én fast person → hun tør sige det, når det går skidt” in K01" in said(app)
        assert screen.list._lines[1].right == "2 open"


async def test_a_course_is_told_with_what_was_taken_back_struck_and_opens_its_passages(study: str) -> None:
    async with running(study, "O", "c", "J", coder="Anne") as (app, pilot):
        screen = front(app, HistoryScreen)
        struck = [each for each in screen.lines._lines if any(ink == "-gone" for _, ink in each.pieces)]
        assert (
            "Reworded “hun tør sige det” as “hun ringer”"
            in listed(screen.lines)[_row(screen.lines, struck[0].id)]
        )
        assert struck[0].right == "taken back 2026-03-12"
        assert any("because den siger noget andet" in each for each in listed(screen.lines))
        await press_each(pilot, "end", "enter")
        front(app, CodingScreen)
        await press_each(pilot, "escape", "escape")
        assert front(app, HistoryScreen) is screen
        await press(pilot, "o")
        assert "Took Sag 01" in listed(screen.lines)[0]


def _row(pane: Lines, row: str) -> int:
    return next(index for index, each in enumerate(pane._seen) if each.id == row)


async def test_a_code_tells_its_course(study: str) -> None:
    async with running(study, "B", "right", "down", "down", "J", coder="Anne") as (app, _):
        screen = front(app, HistoryScreen)
        assert "Made the" in listed(screen.lines)[1]


async def test_without_configurations_the_queue_says_what_to_do(new_project: Callable[..., Project]) -> None:
    with new_project("tom.rcoder", coder="Anne") as project:
        location = project.location
    async with running(location, "O", "r", coder="Anne") as (app, _):
        assert "c in O begins the first" in app.screen.query_one("#queue", Lines).empty


@pytest.mark.parametrize("size", SIZES, ids=["80x24", "120x40"])
@pytest.mark.parametrize(
    ("keys", "coder"),
    [
        (("O", "r"), "Jonas"),
        (("O", "r", "enter"), "Jonas"),
        (("O", "c", "C"), "Anne"),
        (("O", "c", "J"), "Anne"),
    ],
    ids=["queue", "reading", "comments", "course"],
)
def test_it_looks_so(
    study: str, snap_compare: Any, size: tuple[int, int], keys: tuple[str, ...], coder: str
) -> None:
    async def before(pilot: Pilot[None]) -> None:
        await steps(*keys)(pilot)

    assert snap_compare(RcoderApp(study, coder), terminal_size=size, run_before=before)


async def test_where_nothing_may_be_changed_nothing_is_asked_and_everything_is_read(study: str) -> None:
    async with running(study, "O", "r", "enter", coder="Jonas") as (app, pilot):
        assert app.study is not None
        app.study.overview = dataclasses.replace(app.study.overview, read_only=True)
        for key in ("a", "R", "r"):
            await press(pilot, key)
            assert front(app, ReadingScreen)
            assert "reading only" in said(app)
        await press(pilot, "J")
        front(app, HistoryScreen)
    assert status(study) == "accepted, changed since"
