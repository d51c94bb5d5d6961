"""Backups in the program: made by hand, listed, and restored after one confirmation."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical

from rcoder.domain.backup import Backup
from rcoder.domain.errors import RcoderError
from rcoder.project.backups import backups
from rcoder.ui.commands import Where, bindings
from rcoder.ui.screens.beginning import child
from rcoder.ui.widgets.how import How
from rcoder.ui.widgets.lines import Line, Lines
from rcoder.ui.widgets.strips import Pieces, Strips
from rcoder.ui.widgets.window import Window

if TYPE_CHECKING:
    from rcoder.ui.app import RcoderApp

HOW = "↑ ↓ go · enter restores · esc back"
RESTORING = "Restoring. The project opens again when it is done."


async def back_up_now(app: RcoderApp) -> None:
    """Makes a backup in a child process and says what it is called."""
    if app.desk is None:
        return
    app.said.publish("Backing up.")
    status, output, error = await child(app, "backup", "--json", "--", app.desk.location)
    if status == 0:
        app.said.publish(f"Backed up and verified: {json.loads(output)['name']}")
    else:
        app.tell(RcoderError("No backup was made.", error))


async def open_backups(app: RcoderApp) -> None:
    """Shows the backups of the open project."""
    if app.desk is None:
        return
    try:
        found = await asyncio.to_thread(backups, app.desk.location)
    except RcoderError as error:
        app.tell(error)
        return
    app.push_screen(BackupsScreen(found))


class BackupsScreen(Window[None]):
    """When and why each backup was made, how large it is, and what it is worth; Enter restores one."""

    app: RcoderApp
    CSS_PATH = "../windows.tcss"
    PLACES: ClassVar[tuple[Where, ...]] = (Where.HELP,)
    BINDINGS = bindings(Where.HELP)

    def __init__(self, found: Sequence[Backup]) -> None:
        super().__init__()
        self.known = {each.file: each for each in found}
        self.asked = ""
        """The backup that is asked about, "" for none."""
        self.restoring = False

    def compose(self) -> ComposeResult:
        """A heading, the backups, and how to go on."""
        with Vertical(classes="window"):
            yield Strips(((("Backups of this project", "-strong"),),), classes="pane-title -front")
            yield Lines(id="backups", empty="None yet. esc, then f7 makes one.")
            yield How(rows_of(HOW), id="how")

    def on_mount(self) -> None:
        """Lists them, newest first."""
        self.query_one(Lines).show(backup_line(each) for each in self.known.values())

    @on(Lines.Reached)
    def _on_reached(self) -> None:
        """Another line is another question."""
        if self.asked and not self.restoring:
            self._ask("")

    @on(Lines.Chosen)
    def _on_chosen(self, event: Lines.Chosen) -> None:
        if self.restoring:
            return
        backup = self.known[event.line.id]
        if not backup.counts:
            self._say(refusal(backup))
        elif self.asked != backup.file:
            self._ask(backup.file)
        else:
            self.restoring = True
            self._say(RESTORING)
            self.app.run_worker(restore(self.app, backup), group="restore", exclusive=True)

    def _ask(self, file: str) -> None:
        self.asked = file
        self._say(question(self.known[file]) if file else HOW)

    def _say(self, words: str) -> None:
        self.query_one("#how", Strips).show(rows_of(words))

    def hold_quit(self) -> bool:
        """Whether the program must not end yet: a restore is under way."""
        return self.restoring

    def action_close(self) -> None:
        """Drops the question, or closes the list."""
        if self.restoring:
            return
        if self.asked:
            self._ask("")
        else:
            self.dismiss(None)


async def restore(app: RcoderApp, backup: Backup) -> None:
    """Closes the project, restores it in a child process, and opens it again with a word on how to go back."""
    if app.desk is None:
        return
    location = app.desk.location
    app.close_project()
    status, output, error = await child(
        app, "--coder", app.coder, "restore", "--json", "--", location, backup.file
    )
    await app.reopen(location)
    app.tell(outcome(json.loads(output)) if status == 0 else RcoderError("Nothing was restored.", error))


def outcome(done: dict[str, object]) -> str:
    """What a restore did, by its JSON, and the way back."""
    if not done["done"]:
        return "The project is as in that backup already; nothing was changed."
    return "Restored. What was there before is the newest of the Backups: restore that to go back."


def question(backup: Backup) -> str:
    """What Enter would do."""
    return (
        f"Go back to {local(backup.at)}? The project as it is now is kept among the backups, so you can return to it. "
        "enter restores · esc leaves"
    )


def refusal(backup: Backup) -> str:
    """Why a backup is not restored from the list."""
    return (
        f"This one is {backup.state.value}. On the command line: rcoder restore PROJECT NAME --anyway REASON"
    )


def backup_line(backup: Backup) -> Line:
    """When, why and how large, with its entries where it can be restored; what it is worth at the right."""
    return Line(
        backup.file,
        (
            (f" {local(backup.at)}  ", "-strong"),
            (f"{backup.why.replace('-', ' '):<16}", ""),
            (f"{backup.size / 1_000_000:>9,.1f} MB", "-muted"),
            (f" {backup.seq:>9,} entries" if backup.counts else "", "-muted"),
        ),
        backup.state.value,
    )


def local(at: str) -> str:
    """A time to read, by this machine's clock."""
    return datetime.fromisoformat(at).astimezone().strftime("%Y-%m-%d %H:%M")


def rows_of(words: str) -> tuple[Pieces, ...]:
    """A sentence on two rows of the window."""
    import textwrap

    rows = textwrap.wrap(words, 76)[:2]
    return tuple(((row, "-muted"),) for row in [*rows, *[""] * (2 - len(rows))])
