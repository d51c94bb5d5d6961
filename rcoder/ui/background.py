"""What goes on beside the program: how far it is, and the sentences of interviews that have none, found by a child process."""

from __future__ import annotations

import asyncio
import re
import sys
from asyncio.subprocess import DEVNULL, PIPE
from contextlib import suppress
from typing import TYPE_CHECKING

from textual.signal import Signal

from rcoder.domain.errors import RcoderError
from rcoder.project import open_project
from rcoder.project.access import notice
from rcoder.project.sentences import without_sentences

if TYPE_CHECKING:
    from rcoder.project import Project
    from rcoder.project.advising import Steps
    from rcoder.ui.app import RcoderApp
    from rcoder.ui.desk import Desk

READY_AFTER = 1.5
"""Seconds after opening at which the screen is at rest and other screens are got ready."""
BETWEEN = 0.015
"""Seconds between two steps of that, which leave the processor to keys."""
_HOW_FAR = re.compile(r"\w+: \d+ of \d+")


class Background:
    """The work beside the program."""

    def __init__(self, app: RcoderApp) -> None:
        self._app = app
        self.progress: Signal[str] = Signal(app, "progress")
        """How far it is ("Importing: 12 of 200"), "" when it is done; for the edge of the status line."""
        self._child: asyncio.subprocess.Process | None = None
        self._begun_for = ""
        """Location of the project whose sentences are being found."""

    def tell(self, line: str) -> bool:
        """Shows a line of a child process where it says how far that is; whether it does."""
        if _HOW_FAR.fullmatch(line) is None:
            return False
        self.progress.publish(line)
        return True

    def begin(self) -> None:
        """Gets the project that was opened ready for the first deed, looks it over, and has missing sentences found."""

        def get_ready(project: Project) -> str:
            project.warm()
            return notice(project)

        app = self._app
        app.at_desk(get_ready, lambda sentence: app.tell(sentence) if sentence else None)
        if app.desk is not None:
            app.run_worker(self._look_over(app.desk.location), group="desk")
        self.look()
        app.set_timer(READY_AFTER, self._ready)

    def _ready(self) -> None:
        """Works out what other screens ask of every configuration, a little at a time."""
        if (desk := self._app.desk) is not None:
            self._app.run_worker(self._readying(desk), group="readying", exclusive=True)

    async def _readying(self, desk: Desk) -> None:
        from rcoder.project.advising import Steps
        from rcoder.project.readying import readied

        await self._go_on(desk, await desk.ask(lambda project: Steps(readied(project))))

    async def _go_on(self, desk: Desk, steps: Steps[None]) -> None:
        """A step of it, and the next one a while later; whoever asks for what failed is told why."""
        app = self._app
        with suppress(RcoderError):
            if app.desk is desk and not await desk.ask(steps.go_on):
                app.set_timer(BETWEEN, lambda: app.run_worker(self._go_on(desk, steps), group="readying"))

    async def _look_over(self, location: str) -> None:
        """Compares every text with its checksum, in a thread and by a connection of its own: the desk stays free."""

        def verify() -> None:
            with open_project(location) as project:
                project.verify()

        try:
            await asyncio.to_thread(verify)
        except RcoderError as error:
            self._app.tell(error)

    def look(self) -> None:
        """Has the sentences found of every interview that has none, where there are any."""

        def missing(project: Project) -> int:
            return 0 if project.store.read_only else without_sentences(project)

        self._app.at_desk(missing, lambda count: self.find() if count else None)

    def find(self, wanted: str = "") -> None:
        """Has all missing sentences found; those of the interview `wanted` (an id) next."""
        app = self._app
        if app.desk is None:
            return
        if self._begun_for != app.desk.location:
            self._begun_for = app.desk.location
            app.run_worker(self._find(app.desk.location, wanted), group="sentences", exclusive=True)
        elif wanted:
            self._want(wanted)

    def _want(self, transcript_id: str) -> None:
        if self._child is not None and self._child.stdin is not None:
            with suppress(OSError, RuntimeError):  # it has just ended
                self._child.stdin.write(f"{transcript_id}\n".encode())

    async def _find(self, location: str, wanted: str) -> None:
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "rcoder", "annotate", "--gently", "--tell", "--listen", "--", location,
            stdin=PIPE, stdout=DEVNULL, stderr=PIPE,
        )  # fmt: skip
        self._child, last = process, ""
        try:
            if wanted:
                self._want(wanted)
            while process.stderr is not None and (line := await process.stderr.readline()):
                words = line.decode("utf-8", "replace").strip()
                if words and not self.tell(words):
                    last = words
            if await process.wait() != 0 and last:
                self._app.tell(RcoderError("The sentences of some interviews could not be found.", last))
        finally:
            if process.returncode is None:
                process.kill()
            self._child, self._begun_for = None, ""
            self.progress.publish("")
