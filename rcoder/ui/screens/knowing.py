"""What the screens about one case and about one interview share: lines of what is known of it, each changed by Enter."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import ClassVar

from textual import on

from rcoder.domain.attributes import attribute_called
from rcoder.domain.case import Attribute
from rcoder.domain.words import Subject
from rcoder.project.attributes import said_of
from rcoder.ui.arranging import rows
from rcoder.ui.arranging.deeds import Making
from rcoder.ui.arranging.fits import keys_for
from rcoder.ui.screens.asking import ask_value
from rcoder.ui.screens.righting import RightingScreen
from rcoder.ui.widgets.lines import Lines
from rcoder.ui.widgets.strips import Strips


@dataclass(frozen=True, slots=True)
class Thing:
    """What attributes are said of."""

    id: str
    values: Mapping[str, str]
    attributes: tuple[Attribute, ...]
    """Those that are declared."""
    language: str
    undeclared: Callable[[str, str], Making]
    """The deed that says something of one's own, by its key and value."""


class KnowingScreen(RightingScreen):
    """Shows what is known of one thing."""

    ABOUT: ClassVar[Subject]
    ON_LINE: ClassVar[Mapping[str, str]]
    """What Enter does on a line, by what the line is about."""

    @property
    def thing(self) -> Thing | None:
        """What attributes are said of here; None until it is read."""
        raise NotImplementedError

    @on(Lines.Reached)
    def _show_fits(self) -> None:
        subject = rows.subject(self.line.id)[0] if self.line is not None else ""
        self.query_one("#fits", Strips).show((keys_for(self.HERE, subject),))

    @on(Lines.Chosen)
    def _on_chosen(self) -> None:
        subject, key = rows.subject(self.line.id) if self.line is not None else ("", "")
        if subject == "attribute":
            self._ask_attribute(key)
        elif subject in self.ON_LINE:
            self.call_later(self.run_action, self.ON_LINE[subject])

    def action_attribute(self) -> None:
        """Something of one's own."""
        self.write(
            f"Something else known of the {self.ABOUT}",
            [("key", "What", ""), ("value", "What is known; empty for unknown", "")],
            lambda answer: self.say(answer["key"], answer["value"]),
            check=lambda answer: "" if answer["key"].strip() else "Say what it is that is known.",
        )

    def _ask_attribute(self, key: str) -> None:
        """Asks for the value of what is known."""
        if (thing := self.thing) is None:
            return
        value = thing.values.get(key, "")
        declared = attribute_called(thing.attributes, key)
        if declared is not None:
            ask_value(self.app, declared, value, lambda found: self.say(key, found), thing.language)
        else:
            self.write(
                key, [("value", "Empty for unknown", value)], lambda answer: self.say(key, answer["value"])
            )

    def say(self, key: str, value: str) -> None:
        """Says what is known; "" for unknown."""
        if (thing := self.thing) is None:
            return
        if attribute_called(thing.attributes, key) is not None:
            self.act(lambda project: said_of(project, self.ABOUT, thing.id, key, value))
        else:
            self.act(thing.undeclared(key, value))
