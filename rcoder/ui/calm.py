"""What the program looks like and what it has said: the theme, the colours of the terminal, the sentences of the session."""

from __future__ import annotations

import os
from collections import deque
from typing import NamedTuple

from textual.content import Content
from textual.notifications import SeverityLevel
from textual.signal import Signal

from rcoder.domain.errors import RcoderError
from rcoder.project.settings import remember_look, remembered_look
from rcoder.ui.backing import Backing
from rcoder.ui.line_filter import Colourless, MarksFilter
from rcoder.ui.themes import DARK_LOOK, LOOKS, OTHER_LIGHT, Colours, Look, kind_variables, seen_in, theme_of
from rcoder.ui.widgets.kept import Painted

LOOK_FOR_SERVER = 2.0
"""Seconds."""
KEPT = 200
"""How many sentences of the session are kept."""


def colours_shown(system: str | None) -> Colours:
    """How many colours a terminal shows, from what Rich calls it."""
    return {"truecolor": Colours.ALL, "256": Colours.MANY}.get(system or "", Colours.FEW)


class Said(NamedTuple):
    """A sentence of the status line."""

    sentence: str
    told: bool
    """Whether it is what a person should know, rather than what they did."""


class Calm(Backing):
    """An app with a theme of one's own that says everything in its status line."""

    _colours = Colours.ALL

    def __init__(self) -> None:
        super().__init__()
        self.said: Signal[str] = Signal(self, "said")
        """A sentence for the status line."""
        self.told: Signal[str] = Signal(self, "told")
        """What was refused, or what a person should know, for the status line."""
        self.sentences: deque[Said] = deque(maxlen=KEPT)
        """What was said in this session, oldest first."""
        if self.no_color:
            self._colours = Colours.NONE
        self._server = os.environ.get("RCODER_SERVED_BY", "")
        """Number of the process that shows the program in a browser, or ""."""
        name = remembered_look()
        self.set_reactive(Calm.theme, name if name in LOOKS else DARK_LOOK.name)
        self._dress()

    # -- themes --------------------------------------------------------------------------------------------------

    @property
    def scheme(self) -> Look:
        """The colours of everything on screen."""
        return seen_in(self.theme, self._colours)

    def show_in(self, colours: Colours) -> None:
        """Shows what is shown in a terminal of so many colours; to be called before the program runs."""
        if self._colours is not Colours.NONE:
            self._colours = colours
            self._dress()

    def _dress(self) -> None:
        """Makes the themes and line filters anew."""
        for name in LOOKS:
            self.register_theme(theme_of(seen_in(name, self._colours)))
        self._filters = [MarksFilter()]
        if self._colours is Colours.NONE:
            self._filters.append(Colourless(self.scheme))
        self.stylesheet.set_variables(self.get_css_variables())

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """The kinds' colours for this theme."""
        return kind_variables(self.scheme)

    def _paint_anew(self) -> None:
        """Paints every line anew: Textual does so only where the style sheet says something else than before."""
        for screen in self.screen_stack:
            for each in screen.query("*"):
                if isinstance(each, Painted):  # a query by type would miss those that name another base first
                    each.refresh()

    def change_look(self, name: str) -> None:
        """Shows everything in another theme and remembers it."""
        self.theme = name
        remember_look(name)

    def action_change_light(self) -> None:
        """Changes between dark and light."""
        self.change_look(OTHER_LIGHT[self.theme])

    def action_themes(self) -> None:
        """Lists the themes, each tried on as one comes to it."""
        from rcoder.ui.screens.calm_windows import ThemesScreen

        self.push_screen(ThemesScreen())

    # -- what is said --------------------------------------------------------------------------------------------

    def on_mount(self) -> None:
        """Keeps what is said from here on."""
        self.said.subscribe(self, lambda sentence: self.sentences.append(Said(sentence, told=False)))
        self.told.subscribe(self, lambda sentence: self.sentences.append(Said(sentence, told=True)))
        self.theme_changed_signal.subscribe(self, lambda _: self._paint_anew())
        if self._server:
            self.set_interval(LOOK_FOR_SERVER, self._look_for_server)

    def _look_for_server(self) -> None:
        """Ends where the server is gone that showed the program in a browser: nobody could come back to it."""
        if str(os.getppid()) != self._server:
            self.exit()

    def tell(self, error: RcoderError | str) -> None:
        """Says what went wrong, or what a person should know, in the status line."""
        self.told.publish(str(error))

    def notify(
        self,
        message: str,
        *,
        title: str = "",
        severity: SeverityLevel = "information",  # noqa: ARG002 - Textual's signature
        timeout: float | None = None,  # noqa: ARG002
        markup: bool = True,
    ) -> None:
        """Says in the status line what Textual would say over the text."""
        words = Content.from_markup(message).plain if markup else message
        self.tell(f"{title} {words}".strip())

    def action_what_was_said(self) -> None:
        """Lists what the status line has said in this session."""
        from rcoder.ui.screens.calm_windows import SaidScreen

        self.push_screen(SaidScreen(tuple(self.sentences)))
