"""The welcome: three doors — the sample study, a new project, recent ones."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from rcoder.project.settings import recent_projects, remembered_titles
from rcoder.ui.commands import Where, bindings, footer
from rcoder.ui.widgets.lines import Line, Lines
from rcoder.ui.widgets.strips import Keys, Status

if TYPE_CHECKING:
    from rcoder.ui.app import RcoderApp

DOORS = ("open_sample", "begin_new", "open_other")


class WelcomeScreen(Screen[None]):
    """What to open."""

    app: RcoderApp
    PLACES: ClassVar[tuple[Where, ...]] = (Where.WELCOME, Where.LIST, Where.EVERYWHERE)
    BINDINGS = bindings(Where.WELCOME)

    def compose(self) -> ComposeResult:
        """A few words and the doors."""
        with Vertical(id="hall"), Vertical(id="doors"):
            yield Static(Content.styled("rcoder", "bold"))
            yield Static(
                Content(
                    "From interviews to a change theory in which every arrow opens to the words behind it.\n"
                )
            )
            yield Lines(id="choices")
        yield Status()
        yield Keys(footer(Where.WELCOME, Where.EVERYWHERE))

    def on_mount(self) -> None:
        """Lists the doors and the recent projects."""
        self.app.said.subscribe(self, self._on_said)
        lines = [
            Line(
                "open_sample",
                (
                    ("s ", "-key"),
                    ("The sample study", "-strong"),
                    ("  a small Danish study, coded", "-muted"),
                ),
            ),
            Line("begin_new", (("n ", "-key"), ("A new project", "-strong"))),
            Line(
                "open_other",
                (("o ", "-key"), ("Open a project", "-strong"), ("  by file or address", "-muted")),
            ),
        ]
        recent = recent_projects()
        if recent:
            lines.append(Line("recent", (("Recent", "-muted"),), inert=True))
        titles = remembered_titles()
        for place in recent:
            path = Path(place)
            name, folder = (path.stem, f"  {path.parent}") if "://" not in place else (place, "")
            title = f"  {titles[place]}" if titles.get(place) else ""
            lines.append(Line(f"place:{place}", ((f"  {name}", "-strong"), (title, ""), (folder, "-muted"))))
        self.query_one(Lines).show(lines)

    def _on_said(self, sentence: str) -> None:
        self.query_one(Status).show((((f" {sentence}", "-muted"),),))

    @on(Lines.Chosen)
    async def _on_chosen(self, event: Lines.Chosen) -> None:
        if event.line.id in DOORS:
            await self.run_action(event.line.id)
        else:
            self.app.open_project(event.line.id.removeprefix("place:"))

    def go_back(self) -> None:
        """There is nothing behind the welcome."""
        self.app.said.publish("ctrl+q closes rcoder.")

    def action_open_sample(self) -> None:
        """Opens the sample study, building it first where it is not there."""
        from rcoder.ui.screens.beginning import open_sample

        self.app.run_worker(open_sample(self.app), group="begin", exclusive=True)

    def action_begin_new(self) -> None:
        """Begins a study."""
        from rcoder.ui.screens.beginning import begin_new

        self.app.run_worker(begin_new(self.app), group="begin", exclusive=True)

    def action_open_other(self) -> None:
        """Opens a project by its file or address."""
        from rcoder.ui.screens.beginning import open_other

        self.app.run_worker(open_other(self.app), group="begin", exclusive=True)

    def action_change_name(self) -> None:
        """Asks for the coder's name again."""
        self.app.run_worker(self.app.ask_name(), group="begin", exclusive=True)
