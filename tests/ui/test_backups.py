"""Backups in the program: by hand, by themselves, restored from the list; projects that may only be read."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from opening import front, press, running, said, settle, words
from rcoder.domain.backup import AUTOMATIC, BEFORE_RESTORE, BY_HAND, CLOSING, Backup
from rcoder.project import open_project
from rcoder.project.backups import back_up, backups
from rcoder.store.backup_folder import folder_of
from rcoder.ui.app import RcoderApp
from rcoder.ui.backing import back_up_at_the_end
from rcoder.ui.screens.backups import BackupsScreen, backup_line, local
from rcoder.ui.screens.coding import CodingScreen
from rcoder.ui.screens.memos import MemosScreen
from rcoder.ui.screens.picker import PickerScreen
from rcoder.ui.screens.welcome import WelcomeScreen
from rcoder.ui.watch import Watch
from rcoder.ui.widgets.strips import Strips, TopLine


def reasons(study: str) -> list[str]:
    return [each.why for each in backups(study)]


def spoil(backup: Backup, old: bytes, new: bytes) -> None:
    """Overwrites bytes of a backup, as a failing disk would."""
    file = Path(backup.file)
    file.chmod(0o600)
    content = file.read_bytes()
    assert old in content
    file.write_bytes(content.replace(old, new))


async def finish(pilot: Pilot[None]) -> None:
    """Marks the interview as coded to the end, a deed that is easy to see."""
    await press(pilot, "f")


def finished(study: str) -> int:
    with open_project(study, coder="Anne") as project:
        return project.overview().finished


async def test_back_up_now_makes_a_backup_and_says_its_name(study: str) -> None:
    async with running(study) as (app, pilot):
        await press(pilot, "f7")
        assert "Backed up and verified: lille_" in said(app)
    assert reasons(study) == [BY_HAND]


async def test_a_backup_is_restored_after_one_question_and_gone_back_from(study: str) -> None:
    back_up(study)
    async with running(study) as (app, pilot):
        await finish(pilot)
        await press(pilot, "f8")
        assert isinstance(app.screen, BackupsScreen)
        await press(pilot, "enter")
        assert "Go back to" in words(app.screen.query_one("#how", Strips))
        assert finished(study) == 1
        await press(pilot, "enter")
        assert isinstance(app.screen, CodingScreen)
        assert "Restored." in said(app)
        assert finished(study) == 0
        assert app.screen.study.overview.finished == 0
        await press(pilot, "f8")
        await press(pilot, "enter", "enter")
        assert isinstance(app.screen, CodingScreen)
        assert finished(study) == 1
    assert reasons(study).count(BEFORE_RESTORE) == 2


async def test_another_line_or_esc_drops_the_question(study: str) -> None:
    back_up(study)
    back_up(study)
    async with running(study) as (app, pilot):
        await press(pilot, "f8", "enter")
        assert "Go back to" in words(app.screen.query_one("#how", Strips))
        await press(pilot, "down")
        assert "enter restores" in words(app.screen.query_one("#how", Strips))
        await press(pilot, "enter", "escape")
        assert isinstance(app.screen, BackupsScreen)
        assert "Go back to" not in words(app.screen.query_one("#how", Strips))
        await press(pilot, "escape")
        assert isinstance(app.screen, CodingScreen)
    assert BEFORE_RESTORE not in reasons(study)


async def test_a_backup_that_cannot_be_read_is_not_restored_from_the_list(study: str) -> None:
    spoil(back_up(study), b"SQLite format 3", b"nothing of that")
    async with running(study) as (app, pilot):
        await press(pilot, "f8", "enter", "enter")
        assert isinstance(app.screen, BackupsScreen)
        assert "This one is unreadable." in words(app.screen.query_one("#how", Strips))


async def test_a_restore_that_is_refused_is_told_and_the_project_opens_again(study: str) -> None:
    made = back_up(study)
    async with running(study) as (app, pilot):
        await finish(pilot)
        spoil(made, b"ringede hver uge", b"ringede hver dag")
        await press(pilot, "f8", "enter", "enter")
        assert isinstance(app.screen, CodingScreen)
        assert "Nothing was restored." in said(app)
    assert finished(study) == 1


async def test_a_backup_is_made_where_something_was_written_since_the_last(study: str) -> None:
    async with running(study) as (app, pilot):
        for _ in range(2):
            app.see_to_backup()
            await settle(pilot)
        (first,) = backups(study)
        assert first.why == AUTOMATIC
        await finish(pilot)
        app.see_to_backup()
        await settle(pilot)
        later = backups(study)[0]
        assert later.seq > first.seq
        assert later.why == AUTOMATIC


async def test_it_is_seen_to_every_ten_minutes(study: str, monkeypatch: pytest.MonkeyPatch) -> None:
    begun: list[tuple[float, object]] = []
    usual = RcoderApp.set_interval

    def noted(self: RcoderApp, interval: float, callback: Any = None, **more: Any) -> Any:
        begun.append((interval, callback))
        return usual(self, interval, callback, **more)

    monkeypatch.setattr(RcoderApp, "set_interval", noted)
    async with running(study) as (app, _):
        assert (600.0, app.see_to_backup) in begun


async def test_an_automatic_backup_that_fails_is_said_in_the_status_line(study: str) -> None:
    folder_of(Path(study)).write_text("in the way", encoding="utf-8")
    async with running(study) as (app, pilot):
        app.see_to_backup()
        await settle(pilot)
        assert "No automatic backup could be made." in said(app)


async def test_leaving_for_the_welcome_backs_up_what_was_written(study: str) -> None:
    async with running(study) as (app, pilot):
        await finish(pilot)
        app.go_to_welcome()
        await settle(pilot)
        assert isinstance(app.screen, WelcomeScreen)
    assert reasons(study) == [CLOSING]


async def test_ending_the_program_backs_up_what_was_written(study: str) -> None:
    async with running(study) as (app, pilot):
        await finish(pilot)
    back_up_at_the_end(app)
    back_up_at_the_end(app)
    assert reasons(study) == [CLOSING]
    assert app.refused == []


async def test_a_backup_that_fails_at_the_end_is_told(study: str) -> None:
    folder_of(Path(study)).write_text("in the way", encoding="utf-8")
    async with running(study) as (app, pilot):
        await finish(pilot)
    back_up_at_the_end(app)
    assert "No automatic backup could be made." in app.refused[0]


async def test_a_project_that_may_only_be_read_says_so_and_refuses_each_deed(
    study: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("rcoder.store.doors.why_read_only", lambda _: "its folder may not be written to")
    async with running(study) as (app, pilot):
        app._warm()
        await settle(pilot)
        assert "is open for reading only, since its folder may not be written to" in said(app)
        assert "read only" in "".join(text for text, _ in app.screen.query_one(TopLine)._right)
        await press(pilot, "down", "c", *"H1.M1", "enter")
        assert "nothing can be changed" in said(app)
        await finish(pilot)
        assert "nothing can be changed" in said(app)
    assert finished(study) == 0


@pytest.mark.parametrize("key", ["1", "p", "x", "f"])
async def test_a_digit_or_flag_in_a_project_to_read_says_so_before_anything_changes(
    study: str, monkeypatch: pytest.MonkeyPatch, key: str
) -> None:
    async with running(study) as (_app, pilot):
        await press(pilot, "down", "c", *"H1.M1", "enter")
    monkeypatch.setattr("rcoder.store.doors.why_read_only", lambda _: "its folder may not be written to")
    async with running(study) as (app, pilot):
        screen = front(app, CodingScreen)
        assert screen.study.reading is not None
        screen.study.recent = tuple(screen.study.codes)
        screen.pane.go_to(screen.study.reading.codings[0].start)
        there = screen.study.reading.codings
        await press(pilot, key)
        assert "nothing can be changed" in said(app)
        assert screen.study.reading.codings == there


async def test_words_typed_for_a_window_that_is_refused_are_no_commands(
    study: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("rcoder.ui.keys_in_turn.BURST", 60.0)
    monkeypatch.setattr("rcoder.store.doors.why_read_only", lambda _: "its folder may not be written to")
    async with running(study) as (app, pilot):
        for key in ("w", "m", "T"):
            await press(pilot, "down", key, *"fMk", "enter", *"C")
            assert isinstance(app.screen, CodingScreen)
            assert "nothing can be changed" in said(app)
        await press(pilot, "down", "M")
        assert isinstance(app.screen, MemosScreen)


async def test_codes_are_looked_up_in_a_project_to_read_but_none_is_made(
    study: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("rcoder.store.doors.why_read_only", lambda _: "its folder may not be written to")
    async with running(study, "c") as (app, pilot):
        picker = front(app, PickerScreen)
        await press(pilot, *"xyzzy", "ctrl+n")
        assert app.screen is picker
        assert picker.lines.current is None


async def test_a_project_that_somebody_else_has_set_back_is_read_anew(study: str) -> None:
    """Where its journal ends earlier than before, without WAL, where a restore does not wait for others."""
    async with running(study) as (app, _):
        assert app.desk is not None
        watch = Watch(await app.desk.ask(lambda project: project.latest()))
        await watch.look(app.desk)
        assert not watch.outdated
        watch = Watch(watch._seq + 1)
        await watch.look(app.desk)
        assert watch.outdated


def test_a_line_says_when_why_and_how_large(study: str) -> None:
    made = back_up(study)
    line = backup_line(made)
    shown = "".join(text for text, _ in line.pieces)
    assert local(made.at) in shown
    assert "by hand" in shown
    assert f"{made.seq:,} entries" in shown
    assert line.right == "verified"
