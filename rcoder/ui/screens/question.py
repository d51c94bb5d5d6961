"""A question with one or a few fields to write in."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.types import CSSPathType
from textual.widget import Widget
from textual.widgets import Input, Static, TextArea

from rcoder.ui.commands import Where, urgent_bindings
from rcoder.ui.marks import shown
from rcoder.ui.widgets.how import HowText
from rcoder.ui.widgets.window import Window

ROOMY = 3
"""How many fields have a blank line after each."""


@dataclass(frozen=True, slots=True)
class Field:
    """One thing asked for."""

    id: str
    words: str
    value: str = ""
    tall: bool = False
    """Whether it may have several lines."""


class LineInput(Input):
    """One line to write in; Enter goes on to the next at once, before the next key is looked at."""

    async def action_submit(self) -> None:
        """Goes to the next field; done after the last."""
        if isinstance(screen := self.screen, QuestionScreen):
            screen.go_on(self)


class QuestionScreen(Window[dict[str, str]]):
    """Asks for a few words; gives them by field, or None where the person left. What is written is not thrown away unasked."""

    CSS_PATH: ClassVar[CSSPathType | None] = "../windows.tcss"
    PLACES: ClassVar[tuple[Where, ...]] = (Where.FORM,)
    BINDINGS = urgent_bindings(Where.FORM)

    def __init__(
        self,
        title: str,
        words: str,
        fields: Sequence[Field],
        *,
        check: Callable[[dict[str, str]], str] | None = None,
        wrong: str = "",
    ) -> None:
        """`check` gives a sentence on what is wrong with the answers, "" where nothing is; the form stays open with it.

        `wrong` is such a sentence to begin with.
        """
        super().__init__()
        self.heading = title
        self.words = words
        self.fields = tuple(fields)
        self.check = check
        self.wrong = wrong
        if any(each.tall for each in self.fields):
            self.keys = "ctrl+s done · esc leave"
        elif len(self.fields) > 1:
            self.keys = "enter next · ctrl+s done · esc leave"
        else:
            self.keys = "enter done · esc leave"
        self.before: dict[str, str] = {}
        self.left: Widget | None = None
        """The field that was being written in when it was asked whether to keep it."""

    def compose(self) -> ComposeResult:
        """The question, its fields, and how to go on."""
        with Vertical(classes="window question" + (" -dense" if len(self.fields) > ROOMY else "")):
            yield Static(Content(shown(self.heading)), classes="pane-title -front")
            if self.words:
                yield Static(Content(self.words + "\n"))
            for field in self.fields:
                if field.words:
                    yield Static(Content(field.words), classes="-muted")
                if field.tall:
                    yield TextArea(field.value, id=field.id, soft_wrap=True)
                else:
                    yield LineInput(field.value, id=field.id)
            yield HowText(self.keys, id="how", classes="-muted")

    def on_mount(self) -> None:
        """Notes what stands there already; what was refused is not kept anywhere yet."""
        self.before = {} if self.wrong else self.written()
        if self.wrong:
            self._say(self.wrong, front=True)

    def written(self) -> dict[str, str]:
        """What stands in the fields."""
        found: dict[str, str] = {}
        for field in self.fields:
            widget = self.query_one(f"#{field.id}")
            found[field.id] = widget.text if isinstance(widget, TextArea) else getattr(widget, "value", "")
        return found

    def go_on(self, line: Input) -> None:
        """Goes to the field after a line; done after the last."""
        order = [each.id for each in self.fields]
        index = order.index(line.id or "")
        if index + 1 < len(order):
            self.query_one(f"#{order[index + 1]}").focus()
        else:
            self.action_accept()

    def action_accept(self) -> None:
        """Takes what is written, or says what is wrong with it."""
        found = self.written()
        if self.check is not None and (wrong := self.check(found)):
            self._write_on()
            self._say(wrong, front=True)
            return
        self.dismiss(found)

    def action_cancel(self) -> None:
        """Leaves and changes nothing; asks first where something was written."""
        if self.left is None and self.written() != self.before:
            self._ask()
        else:
            self.dismiss(None)

    def hold_quit(self) -> bool:
        """Whether the program must not end yet: something is written, and it is asked what becomes of it."""
        held = self.written() != self.before
        if held:
            self._ask()
        return held

    def _ask(self) -> None:
        if self.left is None:
            self.left = self.focused or self.query_one(f"#{self.fields[0].id}")
            self.set_focus(None)
        self._say("Keep what you wrote?  enter keeps · esc again throws it away", front=True)

    def _write_on(self) -> None:
        """Goes back to the field, where it was asked whether to keep it."""
        left, self.left = self.left, None
        if left is not None:
            self._say(self.keys)
            if isinstance(left, Input):
                left.select_on_focus = False
            if self.focused is None:
                self.set_focus(left)

    def _say(self, words: str, *, front: bool = False) -> None:
        how = self.query_one("#how", Static)
        how.update(Content(shown(words)))
        how.set_class(not front, "-muted")
        how.set_class(front, "-asking")

    def on_key(self, event: events.Key) -> None:
        """Enter keeps what was written; any other key goes on writing, itself included."""
        if (left := self.left) is None:
            return
        event.stop()
        event.prevent_default()
        if event.key == "enter":
            self.action_accept()
        elif event.key != "tab":
            self._write_on()
            left.post_message(events.Key(event.key, event.character))

    def on_paste(self, event: events.Paste) -> None:
        """Pastes into the field that was left."""
        if (left := self.left) is not None:
            event.stop()
            self._write_on()
            left.post_message(events.Paste(event.text))

    def on_descendant_focus(self) -> None:
        """A field that is clicked on is written on in."""
        self._write_on()
