"""The desk: one thread that the project lives in, with questions and deeds awaited from the screen."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TypeVar

from rcoder.domain.journal import Deed, Entry
from rcoder.project import Project, open_project
from rcoder.project.seen import as_seen

T = TypeVar("T")


class Desk:
    """One project in one thread: everything asked or done queues there, and nothing else touches the project."""

    def __init__(self, project: Project) -> None:
        self._project = project
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="desk")

    @property
    def location(self) -> str:
        """File or address of the project."""
        return self._project.location

    @property
    def coder_id(self) -> str:
        """Id of who is coding."""
        return self._project.coder_id

    @property
    def coder(self) -> str:
        """Name of who is coding."""
        return self._project.coder

    def begin(self, question: Callable[[Project], T]) -> Future[T]:
        """Asks before there is a loop to await in."""
        return self._thread.submit(question, self._project)

    async def ask(self, question: Callable[[Project], T]) -> T:
        """Asks the project in its thread. Raises RcoderError."""
        return await asyncio.get_running_loop().run_in_executor(self._thread, question, self._project)

    def hand_in(self, deed: Deed | Callable[[Project], Deed], why: str = "") -> Future[Entry]:
        """Queues a deed, to be done durably even if nobody waits for it; a function makes the deed from the project."""

        def doing(project: Project) -> Entry:
            return as_seen(project, project.do(deed if isinstance(deed, Deed) else deed(project), why=why))

        return self.begin(doing)

    async def take_back(self, *, again: bool = False) -> Entry | None:
        """Undoes the asker's latest deed, or redoes what was last undone; None where there is none. Raises RcoderError."""

        def taking(project: Project) -> Entry | None:
            entry = project.redo() if again else project.undo()
            return None if entry is None else as_seen(project, entry)

        return await self.ask(taking)

    async def do(self, deed: Deed | Callable[[Project], Deed], why: str = "") -> Entry:
        """Does a deed durably. Raises RcoderError."""
        return await asyncio.wrap_future(self.hand_in(deed, why))

    def close(self) -> None:
        """Waits for what was asked and closes the project."""
        self._thread.submit(self._project.close).result()
        self._thread.shutdown()


def open_desk(location: str, coder: str) -> Desk:
    """Opens a project for a coder. Raises RcoderError."""
    return Desk(open_project(location, coder=coder))
