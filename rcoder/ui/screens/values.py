"""What is known of one case or interview, attribute by attribute."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.types import CSSPathType

from rcoder.domain.case import Attribute
from rcoder.domain.errors import RcoderError
from rcoder.domain.words import Subject
from rcoder.project import Project
from rcoder.project.attributes import said_of, values_of
from rcoder.ui.commands import Where, bindings
from rcoder.ui.screens.asking import ask_value
from rcoder.ui.widgets.lines import Lines
from rcoder.ui.widgets.strips import Status, Strips
from rcoder.ui.widgets.values import ValueLines
from rcoder.ui.widgets.window import Window

if TYPE_CHECKING:
    from rcoder.ui.app import RcoderApp

Known = tuple[str, tuple[Attribute, ...], dict[str, str], str]
"""Name of the case or interview, its attributes, its values, and the language of the content."""


class ValuesScreen(Window[None]):
    """Says what is known; each value is kept as soon as it is said."""

    app: RcoderApp
    CSS_PATH: ClassVar[CSSPathType | None] = ["../windows.tcss", "../boards.tcss"]
    PLACES: ClassVar[tuple[Where, ...]] = (Where.VALUES,)
    BINDINGS = [each for each in bindings(Where.VALUES) if each.action == "done"]  # type: ignore[union-attr] # noqa: RUF012 - they are bindings all, as Textual wants them

    def __init__(self, about: Subject, about_id: str, known: Known) -> None:
        super().__init__()
        self.about = about
        self.about_id = about_id
        self.known = known

    def compose(self) -> ComposeResult:
        """The attributes, and what the one under the cursor means."""
        with Vertical(classes="window"):
            yield Strips((((f"What is known of {self.known[0]}", "-strong"),),), classes="pane-title")
            yield ValueLines(
                id="values",
                empty=f"No attributes of {self.about.value}s are defined. On the board, t defines some.",
            )
            yield Strips(id="meaning", rule=True)
            yield Status()
            yield Strips(
                ((("↑ ↓ go · y n ? yes, no, unknown · ← → change · enter write · esc done", "-muted"),),),
                classes="pane-title",
            )

    def on_mount(self) -> None:
        """Shows what is known."""
        self.lines = self.query_one(ValueLines)
        self.app.said.subscribe(self, self._on_said)
        self._show()

    def _show(self) -> None:
        _, attributes, values, language = self.known
        self.lines.open(attributes, values, language)
        self._show_meaning()

    @on(Lines.Reached)
    def _show_meaning(self) -> None:
        attribute, language = self.lines.attribute, self.known[3]
        words = attribute.definition.say(language) if attribute is not None else ""
        self.query_one("#meaning", Strips).show(in_rows(words, self.query_one("#meaning").size.width))

    def on_resize(self) -> None:
        """Wraps what it means anew."""
        self.call_after_refresh(self._show_meaning)

    def _on_said(self, sentence: str) -> None:
        self.query_one(Status).show((((f"{sentence}", "-muted"),),))

    @on(ValueLines.Asked)
    def _on_asked(self, event: ValueLines.Asked) -> None:
        """Asks for the value."""
        attribute, lines = event.attribute, self.lines
        ask_value(self.app, attribute, event.value, lambda value: lines.say(attribute, value), self.known[3])

    @on(ValueLines.Said)
    def _on_value(self, event: ValueLines.Said) -> None:
        """Keeps what was said, whatever else was said of it meanwhile; refused, what is known is read again."""
        about, about_id, key, value = self.about, self.about_id, event.attribute.key, event.value

        def refused(error: RcoderError) -> None:
            self.app.tell(error)
            self._read_again()

        self.app.act(lambda project: said_of(project, about, about_id, key, value), otherwise=refused)

    def _read_again(self) -> None:
        def found(known: Known) -> None:
            self.known = known
            if self.is_attached:
                self._show()

        self.app.at_desk(lambda project: read_values(project, self.about, self.about_id), found)

    def action_done(self) -> None:
        """Goes back."""
        self.dismiss(None)


def in_rows(words: str, width: int) -> list[tuple[tuple[str, str], ...]]:
    """Words wrapped into two rows."""
    import textwrap

    return [
        ((each, "-muted"),)
        for each in textwrap.wrap(words, max(20, width - 1), max_lines=2, placeholder=" …")
    ]


def read_values(project: Project, about: Subject, about_id: str) -> Known:
    """What is known of a case or interview. Raises NotFound."""
    return (*values_of(project, about, about_id), project.study().language)


def open_values(app: RcoderApp, about: Subject, about_id: str) -> None:
    """Reads what is known of a case or interview, and opens it."""

    def opened(known: Known) -> None:
        app.push_screen(ValuesScreen(about, about_id, known))

    app.at_desk(lambda project: read_values(project, about, about_id), opened, keys_wait=True)
