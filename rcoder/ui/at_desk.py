"""Between the screen and the desk: deeds shown at once and done behind the paint, questions, and what others have written."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable, Generator
from concurrent.futures import Future
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from textual.signal import Signal

from rcoder.domain.errors import RcoderError
from rcoder.domain.journal import Change, Deed, Entry, turned_round
from rcoder.project import Project, open_project
from rcoder.ui.calm import Calm
from rcoder.ui.watch import Watch

if TYPE_CHECKING:
    from rcoder.ui.desk import Desk

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class _Begun:
    """A deed that is on screen and on its way to the desk."""

    deed: Deed | Callable[[Project], Deed]
    why: str
    at_once: Deed | None
    then: Callable[[Entry], None] | None
    otherwise: Callable[[RcoderError], None] | None = None
    keys_wait: bool = False


class AtDesk(Calm):
    """An app that has a desk to ask and to do deeds at, where a project is open."""

    def __init__(self, desk: Desk | None) -> None:
        super().__init__()
        self.desk = desk
        self.changed: Signal[tuple[Change, ...]] = Signal(self, "changed")
        """Rows look different: published as soon as a deed is begun, and again turned round where it is refused."""
        self.written: Signal[Entry] = Signal(self, "written")
        """An entry is in the journal."""
        self.outdated: Signal[None] = Signal(self, "outdated")
        """Somebody else has changed the project: what is on screen is to be read anew."""
        self._waiting: deque[_Begun] = deque()
        self._under_way = 0
        self._watch = Watch(0)

    def act(
        self,
        deed: Deed | Callable[[Project], Deed],
        *,
        why: str = "",
        meanwhile: Deed | None = None,
        then: Callable[[Entry], None] | None = None,
        otherwise: Callable[[RcoderError], None] | None = None,
        keys_wait: bool = False,
    ) -> None:
        """Does a deed: the screen changes at once, the project in its own thread; refused, the screen changes back.

        `meanwhile` is what to show at once where the deed itself is made at the desk; `otherwise` takes the place of the
        notice of why it was refused. Keys typed meanwhile may wait, where either opens a window.
        """
        shown_at_once = meanwhile if meanwhile is not None else (deed if isinstance(deed, Deed) else None)
        if shown_at_once is not None:
            self.changed.publish(shown_at_once.changes)
            self.said.publish(shown_at_once.sentence)
        self._waiting.append(_Begun(deed, why, shown_at_once, then, otherwise, keys_wait))
        self._under_way += 1
        if shown_at_once is not None:
            self.call_after_refresh(self._begin_waiting)
        else:
            self._begin_waiting()

    def _begin_waiting(self) -> None:
        """Hands what was begun to the desk, once it is painted: two threads at once would slow the painting."""
        while self._waiting and self.desk is not None:
            begun = self._waiting.popleft()
            if begun.keys_wait:
                self.hold_keys()
            self.run_worker(self._in_turn(begun, self.desk.hand_in(begun.deed, begun.why)), group="desk")

    async def _in_turn(self, begun: _Begun, done: Future[Entry]) -> None:
        """Follows a deed to its end, and lets on the keys that waited for it."""
        try:
            await self._follow(begun, done)
        finally:
            if begun.keys_wait:
                self.let_keys_on()

    async def _follow(self, begun: _Begun, done: Future[Entry]) -> None:
        try:
            entry = await asyncio.wrap_future(done)
        except RcoderError as error:
            self._under_way -= 1
            if begun.at_once is not None:
                self.changed.publish(turned_round(begun.at_once.changes))
                self.outdated.publish(None)
            (begun.otherwise or self.tell)(error)
            return
        self._under_way -= 1
        if begun.at_once is None:
            self.changed.publish(entry.changes)
            self.said.publish(entry.sentence)
        self.written.publish(entry)
        if begun.then is not None:
            begun.then(entry)

    def at_desk(
        self,
        question: Callable[[Project], T],
        then: Callable[[T], None] | None = None,
        *,
        keys_wait: bool = False,
    ) -> None:
        """Asks the project without keeping the screen waiting, and goes on with the answer; keys typed meanwhile may wait."""

        async def asking() -> None:
            if self.desk is None:
                return
            try:
                answer = await self.desk.ask(question)
            except RcoderError as error:
                self.tell(error)
                return
            if then is not None:
                then(answer)

        async def in_turn() -> None:
            try:
                await asking()
            finally:
                self.let_keys_on()

        if keys_wait:
            self.hold_keys()
        self.run_worker(in_turn() if keys_wait else asking(), group="desk")

    def in_steps(
        self,
        question: Callable[[Project], Generator[None, None, T]],
        then: Callable[[T], None],
        *,
        group: str = "desk",
    ) -> None:
        """Asks what takes long in steps, between which keys and other questions go on; in a group of its own the latest holds."""

        async def asking() -> None:
            from rcoder.project.advising import Steps

            if (desk := self.desk) is None:
                return
            try:
                steps = await desk.ask(lambda project: Steps(question(project)))
                while not await desk.ask(steps.go_on):
                    pass
            except RcoderError as error:
                self.tell(error)
                return
            then(steps.answer)

        self.run_worker(asking(), group=group, exclusive=group != "desk")

    def beside_desk(
        self,
        question: Callable[[Project], T],
        then: Callable[[T], None],
        refused: Callable[[], None] = lambda: None,
    ) -> None:
        """Asks what takes seconds by a connection and in a thread of its own: the desk stays free for everything else.

        `refused` is done where it was asked for what has no meaning, once that is told.
        """

        async def asking() -> None:
            if (desk := self.desk) is None:
                return

            def asked() -> T:
                with open_project(desk.location, coder=desk.coder) as project:
                    return question(project)

            try:
                await desk.ask(lambda _: None)  # what was begun before is done first
                answer = await asyncio.to_thread(asked)
            except RcoderError as error:
                self.tell(error)
                refused()
                return
            then(answer)

        self.run_worker(asking(), group="beside the desk")

    def take_back(self, *, again: bool = False, then: Callable[[Entry | None], None] | None = None) -> None:
        """Undoes the asker's latest deed, or redoes what was last undone; goes on with the entry, None where there is none."""

        async def taking() -> None:
            entry = await self._take_back(again=again)
            if then is not None:
                then(entry)

        self.run_worker(taking(), group="desk")

    async def _take_back(self, *, again: bool) -> Entry | None:
        if self.desk is None:
            return None
        try:
            entry = await self.desk.take_back(again=again)
        except RcoderError as error:
            self.tell(error)
            return None
        if entry is None:
            self.said.publish("Nothing to do again." if again else "Nothing of yours to undo.")
            return None
        self.changed.publish(entry.changes)
        self.written.publish(entry)
        self.said.publish(entry.sentence)
        return entry

    @property
    def busy(self) -> bool:
        """Whether a deed is on screen that is not in the project yet."""
        return self._under_way > 0

    def look(self) -> None:
        """Looks whether others have written, where nothing else is going on, and has what is on screen read anew then."""
        if self.desk is not None and not self.busy and not self._watch.looking:
            self.run_worker(self._look(self.desk, self._watch), group="desk")

    async def _look(self, desk: Desk, watch: Watch) -> None:
        await watch.look(desk)
        if watch is self._watch and watch.outdated and not self.screen.is_modal:
            watch.outdated = False
            self.outdated.publish(None)

    def on_app_focus(self) -> None:
        """Looks at once when one comes back."""
        self.look()

    async def _or_notice(self, asked: Awaitable[T]) -> T | None:
        try:
            return await asked
        except RcoderError as error:
            self.tell(error)
            return None
