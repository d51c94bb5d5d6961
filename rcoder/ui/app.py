"""The program on screen: one app, one desk, and the screens it goes between."""

from __future__ import annotations

import asyncio
import gc
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual.screen import Screen

from rcoder.domain.transcript import Span
from rcoder.project.settings import remember_coder, remember_place, remember_project, remembered_coder
from rcoder.ui.at_desk import AtDesk
from rcoder.ui.background import Background
from rcoder.ui.commands import Where, bindings
from rcoder.ui.desk import Desk, open_desk
from rcoder.ui.study import Study, read_first
from rcoder.ui.watch import LOOK_EVERY, Watch

if TYPE_CHECKING:
    from textual.command import Provider

    from rcoder.ui.offer import Offer


WARM_AFTER = 0.3
"""Seconds after the first screen until what the first deed needs is loaded: importing it slows the keys meanwhile."""


def _provider() -> type[Provider]:
    from rcoder.ui.palette import Commands

    return Commands


class RcoderApp(AtDesk):
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
        super().__init__(desk)
        self.coder = coder or remembered_coder()
        self.wanted = location
        self.study = study
        self.background = Background(self)
        self.add_mode(self.DEFAULT_MODE, self._home)
        self._homes = 0
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

    # -- commands ------------------------------------------------------------------------------------------------

    def action_show_help(self) -> None:
        """Shows every key of this screen."""
        from rcoder.ui.screens.help import HelpScreen

        self.push_screen(HelpScreen(getattr(self.screen, "PLACES", (Where.EVERYWHERE,))))

    async def action_quit(self) -> None:
        """Closes rcoder, unless a window holds words that would be lost; it asks about them."""
        if not self._held_back():
            self.exit()

    def action_leave_study(self) -> None:
        """Goes back to the welcome, unless a window holds words that would be lost."""
        if self.desk is None:
            self.tell("No study is open.")
        elif not self._held_back():
            self.go_to_welcome()

    def _held_back(self) -> bool:
        """Whether a window holds words that would be lost; it asks about them then."""
        held = [hold() for each in reversed(self.screen_stack) if (hold := getattr(each, "hold_quit", None))]
        return any(held)

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

    def action_overviews(self) -> None:
        """Opens the window of overviews, where a study is open."""
        from rcoder.ui.screens.doorway import open_doorway

        if self.desk is not None:
            open_doorway(self)
        else:
            self.tell("No study is open.")

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
