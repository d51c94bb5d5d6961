"""The program on screen: one app, one desk, and the screens it goes between."""

from __future__ import annotations

import asyncio
import gc
from collections import deque
from collections.abc import Awaitable, Callable
from concurrent.futures import Future
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, TypeVar

from textual.screen import Screen
from textual.signal import Signal

from rcoder.domain.errors import RcoderError
from rcoder.domain.journal import Change, Deed, Entry, turned_round
from rcoder.domain.transcript import Span
from rcoder.project import Project
from rcoder.project.settings import remember_coder, remember_place, remember_project, remembered_coder
from rcoder.ui.background import Background
from rcoder.ui.calm import Calm
from rcoder.ui.commands import Where, bindings
from rcoder.ui.desk import Desk, open_desk
from rcoder.ui.study import Study, read_first
from rcoder.ui.watch import LOOK_EVERY, Watch

if TYPE_CHECKING:
    from textual.command import Provider

    from rcoder.ui.offer import Offer

T = TypeVar("T")

WARM_AFTER = 0.3
"""Seconds after the first screen until what the first deed needs is loaded: importing it slows the keys meanwhile."""


def _provider() -> type[Provider]:
    from rcoder.ui.palette import Commands

    return Commands


@dataclass(frozen=True, slots=True)
class _Begun:
    """A deed that is on screen and on its way to the desk."""

    deed: Deed | Callable[[Project], Deed]
    why: str
    at_once: Deed | None
    then: Callable[[Entry], None] | None
    otherwise: Callable[[RcoderError], None] | None = None


class RcoderApp(Calm):
    """rcoder, on a project or on its welcome."""

    TITLE = "rcoder"
    DEFAULT_MODE = "home"
    CSS_PATH = Path(__file__).with_name("app.tcss")
    BINDINGS = bindings(Where.EVERYWHERE)
    COMMANDS: ClassVar[set[type[Provider] | Callable[[], type[Provider]]]] = {_provider}
    ENABLE_COMMAND_PALETTE = True

    def __init__(
        self,
        location: str | None = None,
        coder: str | None = None,
        desk: Desk | None = None,
        study: Study | None = None,
    ) -> None:
        """Opens the project at `location` where `desk` and `study` do not hold it already. Raises RcoderError."""
        super().__init__()
        self.coder = coder or remembered_coder()
        self.wanted = location
        self.desk = desk
        self.study = study
        self.changed: Signal[tuple[Change, ...]] = Signal(self, "changed")
        """Rows look different: published as soon as a deed is begun, and again turned round where it is refused."""
        self.written: Signal[Entry] = Signal(self, "written")
        """An entry is in the journal."""
        self.outdated: Signal[None] = Signal(self, "outdated")
        """Somebody else has changed the project: what is on screen is to be read anew."""
        self.background = Background(self)
        self.add_mode(self.DEFAULT_MODE, self._home)
        self._homes = 0
        self._waiting: deque[_Begun] = deque()
        self._under_way = 0
        self.refused: list[str] = []
        """What could no longer be said on screen when the program ended."""
        if location is not None and self.coder and self.desk is None:
            self.desk = open_desk(location, self.coder)
            self.study = self.desk.begin(read_first).result()
        self._watch = Watch(self.study.seq if self.study is not None else 0)

    # -- screens -------------------------------------------------------------------------------------------------

    def _home(self) -> Screen[None]:
        """The coding screen where a project is open, else the welcome."""
        if self.study is not None:
            from rcoder.ui.screens.coding import CodingScreen

            return self._styled(CodingScreen(self.study))
        from rcoder.ui.screens.welcome import WelcomeScreen

        return WelcomeScreen()

    def _styled(self, screen: Screen[None]) -> Screen[None]:
        """The screen, marked as in step with the style sheet, which Textual would otherwise parse anew for it."""
        screen._css_update_count = self._css_update_count  # noqa: SLF001 - Textual has no public name for it
        return screen

    async def _go_home(self) -> None:
        """Begins a new stack of screens and drops the old one."""
        old = self.current_mode
        self._homes += 1
        self.add_mode(f"home{self._homes}", self._home)
        await self.switch_mode(f"home{self._homes}")
        await self.remove_mode(old)

    def on_mount(self) -> None:
        """Gets ready for the first deed once the first screen is painted."""
        self.call_after_refresh(self._painted)
        self.set_interval(LOOK_EVERY, self.look)
        if self.desk is not None:
            self.set_timer(WARM_AFTER, self._warm)
        elif self.wanted is not None:
            self.open_project(self.wanted)

    def _painted(self) -> None:
        """What was made to start stays; the collector begins its rounds after it (it is off while the program starts)."""
        gc.freeze()
        gc.enable()

    def _warm(self) -> None:
        if self.desk is not None:
            remember_project(self.desk.location, self.study.overview.title if self.study else "")
            self.background.begin()

    def open_project(self, location: str) -> None:
        """Opens a project and its coding screen, asking for the coder's name first where nobody has given one."""
        self.run_worker(self._open(location), group="open", exclusive=True)

    async def _open(self, location: str) -> None:
        if not self.coder and not await self.ask_name():
            return
        found = await self._or_notice(asyncio.to_thread(open_desk, location, self.coder))
        if found is None:
            return
        study = await self._or_notice(found.ask(read_first))
        if study is None:
            found.close()
            return
        self.close_project()
        self.back_up_closed()
        self.desk, self.study, self._watch = found, study, Watch(study.seq)
        await self._go_home()
        self._warm()

    async def ask_name(self) -> bool:
        """Asks once who is coding and remembers it; whether there is a name then."""
        from rcoder.ui.screens.question import Field, QuestionScreen

        answer = await self.push_screen_wait(
            QuestionScreen(
                "Who is coding?",
                "Your name stands beside your codings. It is kept on this machine and in the studies you code.",
                (Field("name", "Name", self.coder),),
            )
        )
        name = (answer or {}).get("name", "").strip()
        if name:
            self.coder = name
            remember_coder(name)
        return bool(self.coder)

    def close_project(self) -> None:
        """Closes the open project, if there is one; what was begun is done first, and what is refused then is kept to be told."""
        if self.desk is not None:
            self.remember_place()
            self.closed_project = self.desk.location
            left = [self.desk.hand_in(each.deed, each.why) for each in self._waiting]
            self._waiting.clear()
            self.desk.close()
            self.refused += [str(error) for each in left if (error := each.exception()) is not None]
        self.desk = self.study = None

    def remember_place(self) -> None:
        """Remembers for the next time which interview is read, and where."""
        if self.desk is not None and self.study is not None and (place := self.study.place) is not None:
            remember_place(self.desk.location, *place, self.study.places)

    def on_unmount(self) -> None:
        """Everything done is on disk; the desk waits for what it was asked last."""
        self.close_project()

    # -- the desk ------------------------------------------------------------------------------------------------

    def act(
        self,
        deed: Deed | Callable[[Project], Deed],
        *,
        why: str = "",
        meanwhile: Deed | None = None,
        then: Callable[[Entry], None] | None = None,
        otherwise: Callable[[RcoderError], None] | None = None,
    ) -> None:
        """Does a deed: the screen changes at once, the project in its own thread; refused, the screen changes back.

        `meanwhile` is what to show at once where the deed itself is made at the desk; `otherwise` takes the place of the
        notice of why it was refused.
        """
        shown_at_once = meanwhile if meanwhile is not None else (deed if isinstance(deed, Deed) else None)
        if shown_at_once is not None:
            self.changed.publish(shown_at_once.changes)
            self.said.publish(shown_at_once.sentence)
        self._waiting.append(_Begun(deed, why, shown_at_once, then, otherwise))
        self._under_way += 1
        if shown_at_once is not None:
            self.call_after_refresh(self._begin_waiting)
        else:
            self._begin_waiting()

    def _begin_waiting(self) -> None:
        """Hands what was begun to the desk, once it is painted: two threads at once would slow the painting."""
        while self._waiting and self.desk is not None:
            begun = self._waiting.popleft()
            self.run_worker(self._follow(begun, self.desk.hand_in(begun.deed, begun.why)), group="desk")

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

    # -- commands ------------------------------------------------------------------------------------------------

    def action_show_help(self) -> None:
        """Shows every key of this screen."""
        from rcoder.ui.screens.help import HelpScreen

        self.push_screen(HelpScreen(getattr(self.screen, "PLACES", (Where.EVERYWHERE,))))

    async def action_quit(self) -> None:
        """Closes rcoder, unless a window holds words that would be lost; it asks about them."""
        held = [hold() for each in reversed(self.screen_stack) if (hold := getattr(each, "hold_quit", None))]
        if not any(held):
            self.exit()

    async def action_back(self) -> None:
        """Goes back a screen, where this one has nothing of its own to drop."""
        go_back = getattr(self.screen, "go_back", None)
        if go_back is not None:
            go_back()
        elif len(self.screen_stack) > 1:
            self.pop_screen()

    def go_to_welcome(self) -> None:
        """Closes the project and opens the welcome."""
        self.close_project()
        self.back_up_closed()
        self.run_worker(self._go_home(), group="open", exclusive=True)

    def open_configurations(self, offer: Offer | None = None, configuration_id: str = "") -> None:
        """Opens the configurations, on one of them; a passage offered is first given its place in one."""
        if offer is not None:
            from rcoder.ui.screens.offering import place_offer

            place_offer(self, offer)
            return
        from rcoder.ui.screens.configurations import ConfigurationsScreen

        self.push_screen(ConfigurationsScreen(configuration_id))

    def open_passage(self, transcript_id: str, span: Span, *, earlier: int = 0) -> None:
        """Opens a transcript at a passage, over what is on screen; esc goes back to that.

        `earlier` is the revision of a passage that stands in an earlier text only, which is opened to be read.
        """
        if earlier:
            from rcoder.ui.screens.earlier import open_earlier

            open_earlier(self, transcript_id, earlier, span)
            return
        from rcoder.ui.screens.coding import CodingScreen

        def opened(study: Study) -> None:
            if self.study is not None:
                study.take_over(self.study)
            self.push_screen(CodingScreen(study, span))

        self.at_desk(lambda project: read_first(project, transcript_id), opened, keys_wait=True)
