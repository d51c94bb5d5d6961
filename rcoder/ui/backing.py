"""Backups that the program makes by itself: every ten minutes while there are changes, and when a project is closed.

A backup that is made while somebody works is made by a child process, which slows no key; one at closing, in a thread.
"""

from __future__ import annotations

import asyncio
import sys
from typing import TYPE_CHECKING, cast

from rcoder.domain.errors import RcoderError
from rcoder.ui.keys_in_turn import KeysInTurn

if TYPE_CHECKING:
    from rcoder.ui.app import RcoderApp

BACK_UP_EVERY = 600.0
"""Seconds."""
FAILED = "No automatic backup could be made."


class Backing(KeysInTurn):
    """An app that sees to the backups of the project it has open."""

    def __init__(self) -> None:
        super().__init__()
        self.closed_project = ""
        """Location of the project that was closed last."""
        self._backed_up: tuple[str, int] | None = None
        """Location, and the journal's last entry, when a backup was last seen to."""
        self._backing_up = False

    def on_mount(self) -> None:
        """Begins to look whether a backup is due."""
        self.set_interval(BACK_UP_EVERY, self.see_to_backup)

    def see_to_backup(self) -> None:
        """Makes a backup where something was written since the last, in a child process; says so where it fails."""
        app = cast("RcoderApp", self)
        if app.desk is not None and not self._backing_up:
            self.run_worker(self._back_up(app), group="backup")

    async def _back_up(self, app: RcoderApp) -> None:
        from rcoder.domain.backup import AUTOMATIC
        from rcoder.project.backups import on_server
        from rcoder.ui.screens.beginning import child

        desk = app.desk
        if desk is None or on_server(desk.location):
            return

        self._backing_up = True
        try:
            now = (desk.location, await desk.ask(lambda project: project.latest()))
            if now == self._backed_up:
                return
            status, _, error = await child(
                app, "backup", "--json", "--because", AUTOMATIC, "--", desk.location
            )
            if status == 0:
                self._backed_up = now
            else:
                app.tell(RcoderError(FAILED, error))
        except RcoderError as error:
            app.tell(RcoderError(FAILED, str(error)))
        finally:
            self._backing_up = False

    async def reopen(self, location: str) -> None:
        """Opens a project again that was closed for a while; the welcome where it cannot be opened."""
        app = cast("RcoderApp", self)
        self.closed_project = ""
        await app._open(location)  # noqa: SLF001 - an app of ours
        if app.desk is None:
            await app._go_home()  # noqa: SLF001

    def back_up_closed(self) -> None:
        """Makes a backup of the project that was closed, where something was written in it."""
        location, self.closed_project = self.closed_project, ""
        if location:
            self.run_worker(self._back_up_closed(cast("RcoderApp", self), location), group="backup")

    async def _back_up_closed(self, app: RcoderApp, location: str) -> None:
        from rcoder.domain.backup import CLOSING
        from rcoder.project.backups import back_up_changes

        try:
            await asyncio.to_thread(back_up_changes, location, CLOSING)
        except RcoderError as error:
            app.tell(RcoderError(FAILED, str(error)))


def back_up_at_the_end(app: RcoderApp) -> None:
    """Makes a backup of the project that the program ended with, where something was written; the terminal is free then."""
    if not app.closed_project:
        return
    from rcoder.domain.backup import CLOSING
    from rcoder.project.backups import back_up_changes

    try:
        back_up_changes(app.closed_project, CLOSING)
    except RcoderError as error:
        app.refused.append(f"{FAILED} {error}")
    except KeyboardInterrupt:
        sys.stderr.write("Stopped the backup; everything done is in the project.\n")
