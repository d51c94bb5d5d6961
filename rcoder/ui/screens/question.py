"""A question with one or a few fields to write in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static, TextArea

from rcoder.ui.commands import Where, urgent_bindings
from rcoder.ui.marks import shown


@dataclass(frozen=True, slots=True)
class Field:
    """One thing asked for."""

    id: str
    words: str
    value: str = ""
    tall: bool = False
    """Whether it may have several lines."""


class QuestionScreen(ModalScreen[dict[str, str]]):
    """Asks for a few words; gives them by field, or None where the person left."""

    CSS_PATH = "../windows.tcss"
    PLACES: ClassVar[tuple[Where, ...]] = (Where.FORM,)
    BINDINGS = urgent_bindings(Where.FORM)

    def __init__(self, title: str, words: str, fields: Sequence[Field]) -> None:
        super().__init__()
        self.heading = title
        self.words = words
        self.fields = tuple(fields)

    def compose(self) -> ComposeResult:
        """The question, its fields, and how to go on."""
        with Vertical(classes="window question"):
            yield Static(Content(shown(self.heading)), classes="pane-title -front")
            if self.words:
                yield Static(Content(self.words + "\n"))
            for field in self.fields:
                if field.words:
                    yield Static(Content(field.words), classes="-muted")
                if field.tall:
                    yield TextArea(field.value, id=field.id, soft_wrap=True)
                else:
                    yield Input(field.value, id=field.id)
            keys = (
                "ctrl+s done · esc leave"
                if any(each.tall for each in self.fields)
                else "enter done · esc leave"
            )
            yield Static(Content(keys), classes="-muted")

    @on(Input.Submitted)
    def _on_submitted(self, event: Input.Submitted) -> None:
        """Goes to the next field; done after the last."""
        order = [each.id for each in self.fields]
        index = order.index(event.input.id or "")
        if index + 1 < len(order):
            self.query_one(f"#{order[index + 1]}").focus()
        else:
            self.action_accept()

    def action_accept(self) -> None:
        """Takes what is written."""
        found: dict[str, str] = {}
        for field in self.fields:
            widget = self.query_one(f"#{field.id}")
            found[field.id] = widget.text if isinstance(widget, TextArea) else getattr(widget, "value", "")
        self.dismiss(found)

    def action_cancel(self) -> None:
        """Leaves and changes nothing."""
        self.dismiss(None)
