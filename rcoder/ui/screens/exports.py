"""What leaves the project: the exports there are, and how one is to be written."""

from __future__ import annotations

import textwrap
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.screen import Screen
from textual.types import CSSPathType

from rcoder.project.exports import find
from rcoder.project.exports.offering import Known, known
from rcoder.ui.commands import Where, bindings, footer
from rcoder.ui.comparing.choices import CONDITION, EVERYTHING
from rcoder.ui.exporting import settings
from rcoder.ui.exporting.settings import FILE, FORMAT, LANGUAGE, WRITE, Asked
from rcoder.ui.screens.choosing import choose
from rcoder.ui.screens.question import Field, QuestionScreen
from rcoder.ui.widgets.lines import Lines
from rcoder.ui.widgets.strips import Keys, Status, Strips, TopLine

if TYPE_CHECKING:
    from rcoder.ui.app import RcoderApp


ABOUT = 2
"""Rows in which is said what a line is for."""


class _Listing(Screen[None]):
    """A list under a top line, with esc to go back."""

    app: RcoderApp
    CSS_PATH: ClassVar[CSSPathType | None] = "../exports.tcss"
    AUTO_FOCUS = "#list"
    heading = ""

    def on_mount(self) -> None:
        """Shows the list, and listens for what is said."""
        self.rows = self.query_one(Lines)
        self.app.said.subscribe(self, self._on_said)
        self.show()

    def show(self) -> None:
        """Shows what there is."""
        title = self.app.study.overview.title if self.app.study else ""
        self.query_one(TopLine).show((((f" {title}", "-strong"), (f"  {self.heading}", "-muted")),), ())

    def say_about(self, words: str) -> None:
        """Says whole, above the list, what the line under the cursor is for."""
        rows = textwrap.wrap(f"{words[:1].upper()}{words[1:]}.", max(20, self.size.width - 2))
        self.query_one("#about", Strips).show(tuple(((f" {each}", "-muted"),) for each in rows[:ABOUT]))

    def _on_said(self, sentence: str) -> None:
        self.query_one(Status).show((((f" {sentence}", "-muted"),),))

    def on_resize(self, _: events.Resize) -> None:
        """Fits the words to the room."""
        self.call_after_refresh(self.show)

    def go_back(self) -> None:
        """Goes back."""
        if self.is_current:
            self.app.pop_screen()


class ExportsScreen(_Listing):
    """Lists the exports; Enter goes on to one."""

    PLACES: ClassVar[tuple[Where, ...]] = (Where.EXPORTS, Where.LIST, Where.EVERYWHERE)
    heading = "To a file: figures, tables, documents, charts"

    def compose(self) -> ComposeResult:
        """The exports."""
        yield TopLine(id="top")
        yield Strips(id="about")
        yield Lines(id="list")
        yield Status()
        yield Keys(footer(Where.EXPORTS, Where.LIST, Where.EVERYWHERE))

    def show(self) -> None:
        """Lists them."""
        super().show()
        self.rows.show(settings.export_lines())
        self._about()

    @on(Lines.Reached)
    def _about(self) -> None:
        if self.rows.current is not None:
            self.say_about(find(self.rows.current.id).words)

    @on(Lines.Chosen)
    def _on_chosen(self, event: Lines.Chosen) -> None:
        open_export(self.app, event.line.id, {})


class ExportScreen(_Listing):
    """How one export is to be written; Enter changes a line, w writes the file."""

    PLACES: ClassVar[tuple[Where, ...]] = (Where.EXPORT, Where.LIST, Where.EVERYWHERE)
    BINDINGS = bindings(Where.EXPORT)

    def __init__(self, asked: Asked) -> None:
        super().__init__()
        self.asked = asked
        self.heading = asked.export.name
        self.known: Known | None = None
        self.writing = False
        """Whether a file is being made."""
        self.warned: Path | None = None
        """The file that was said to be there already."""

    def compose(self) -> ComposeResult:
        """What it holds, and the lines."""
        yield TopLine(id="top")
        yield Strips(id="about")
        yield Lines(id="list")
        yield Status()
        yield Keys(footer(Where.EXPORT, Where.LIST, Where.EVERYWHERE))

    def on_mount(self) -> None:
        """Asks what can be chosen."""
        super().on_mount()
        self.app.at_desk(known, self._offered)

    def _offered(self, found: Known) -> None:
        self.known = found

    def show(self) -> None:
        """Shows how it is to be written."""
        super().show()
        self.rows.show(settings.lines(self.asked))
        self._about()

    @on(Lines.Reached)
    def _about(self) -> None:
        export, here = self.asked.export, self.rows.current
        found = [each.words for each in export.options if here is not None and each.key == here.id]
        self.say_about(found[0] if found else export.words)

    def _change(self, line: str, value: str) -> None:
        self.asked = self.asked.with_value(line, "" if value == EVERYTHING else value)
        self.show()

    @on(Lines.Chosen)
    def _on_chosen(self, event: Lines.Chosen) -> None:
        line = event.line.id
        if line == WRITE:
            self.action_write()
        elif line == FILE:
            self._ask_file()
        elif self.known is None:
            self.app.at_desk(known, lambda found: self._ask_line(line, found), keys_wait=True)
        else:
            self._ask_line(line, self.known)

    def _ask_line(self, line: str, found: Known) -> None:
        """Asks what a line is to be: by a list where there is something to choose from, else in words."""
        if offered := settings.offered(self.asked, line, found):
            here = {FORMAT: self.asked.ending, LANGUAGE: self.asked.language}.get(line, self._value(line))
            choose(self.app, _title(line), offered, lambda answer: self._take(line, answer), at=here)
        else:
            self._ask_words(line)

    def _take(self, line: str, answer: str) -> None:
        if answer == CONDITION:
            self._ask_words(line)
        else:
            self._change(line, answer)

    def _value(self, line: str) -> str:
        return self.asked.values.get(line, "") or EVERYTHING

    def _ask_words(self, line: str) -> None:
        option = next(each for each in self.asked.export.options if each.key == line)

        def answered(answer: dict[str, str] | None) -> None:
            if answer is not None:
                self._change(line, answer["value"].strip())

        fields = (Field("value", option.words, self.asked.values.get(line, "")),)
        self.app.push_screen(QuestionScreen(_title(line), "", fields), answered)

    def _ask_file(self) -> None:
        def answered(answer: dict[str, str] | None) -> None:
            if answer is not None:
                self._change(FILE, answer["file"].strip())

        fields = (Field("file", "File", str(self.asked.file)),)
        self.app.push_screen(
            QuestionScreen(
                "To which file?",
                "",
                fields,
                check=lambda found: settings.wrong_with(self.asked, found["file"]),
            ),
            answered,
        )

    # -- writing ---------------------------------------------------------------------------------------------------

    def action_clear(self) -> None:
        """Takes back what is chosen on a line."""
        here = self.rows.current
        if here is not None and here.id in self.asked.values:
            self._change(here.id, "")

    def action_write(self) -> None:
        """Has the file made and written; one that is there is replaced only where it is asked for twice."""
        file = self.asked.file
        if self.writing:
            self.app.tell("It is being written.")
        elif file.exists() and self.warned != file:
            self.warned = file
            self.app.tell(f"w again replaces {file.name}, which is there already.")
        else:
            from rcoder.ui.screens.writing import write

            self.writing = True
            write(self.app, self.asked, self._written)

    def _written(self) -> None:
        self.writing, self.warned = False, None


def _title(line: str) -> str:
    return line.removeprefix(":").replace("-", " ").capitalize()


def open_exports(app: RcoderApp) -> None:
    """Opens the exports."""
    app.push_screen(ExportsScreen())


def open_export(app: RcoderApp, key: str, values: Mapping[str, str]) -> None:
    """Opens one export with these of its options chosen."""
    language = app.study.overview.language if app.study else "da"
    given = {name: value for name, value in values.items() if value}
    app.push_screen(ExportScreen(settings.first(find(key), language, Path.cwd(), given)))
