"""What is known of a case or interview: a line for each attribute, changed by a key, unknown being a value of its own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding
from textual.message import Message

from rcoder.domain.attributes import attribute_name, expected, say_value
from rcoder.domain.case import Attribute
from rcoder.domain.terms import say
from rcoder.domain.words import AttributeType
from rcoder.ui.commands import Where, bindings
from rcoder.ui.widgets.lines import Line, Lines

if TYPE_CHECKING:
    from rcoder.ui.app import RcoderApp
    from rcoder.ui.commands import Bindings

LABEL = 34
"""Cells for a label."""


def _own_keys() -> Bindings:
    """The keys of values, and those of lists that they leave free."""
    own = [each for each in bindings(Where.VALUES) if isinstance(each, Binding) and each.action != "done"]
    taken = {key for each in own for key in each.key.split(",")}
    moves = [each for each in bindings(Where.LIST) if isinstance(each, Binding) and each.key not in taken]
    return [*own, *moves]


class ValueLines(Lines, inherit_bindings=False):
    """The attributes with their values; says what is to be known by `Said`, and changes nothing itself.

    `Asked` wants a number, date, words or choice: whoever holds it asks (`screens/asking.py`) and answers by `say`.
    """

    app: RcoderApp
    BINDINGS: ClassVar[Bindings] = _own_keys()

    class Said(Message):
        """A person says what an attribute is, in its stored form; "" leaves it unknown."""

        def __init__(self, lines: ValueLines, attribute: Attribute, value: str) -> None:
            super().__init__()
            self.lines = lines
            self.attribute = attribute
            self.value = value

        @property
        def control(self) -> ValueLines:
            """The lines."""
            return self.lines

    class Asked(Message):
        """A person wants to write or choose the value of an attribute."""

        def __init__(self, lines: ValueLines, attribute: Attribute, value: str) -> None:
            super().__init__()
            self.lines = lines
            self.attribute = attribute
            self.value = value

        @property
        def control(self) -> ValueLines:
            """The lines."""
            return self.lines

    def __init__(self, *, id: str, empty: str = "") -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id, empty=empty)
        self.attributes: dict[str, Attribute] = {}
        self.values: dict[str, str] = {}
        self.language = "da"

    def open(self, attributes: Sequence[Attribute], values: Mapping[str, str], language: str = "da") -> None:
        """Shows what is known; labels are in `language`."""
        self.attributes = {each.key: each for each in attributes}
        self.values, self.language = dict(values), language
        self.show([value_line(each, self.values.get(each.key, ""), language) for each in attributes])

    @property
    def attribute(self) -> Attribute | None:
        """The attribute under the cursor."""
        return self.attributes.get(self.current.id) if self.current is not None else None

    def say(self, attribute: Attribute, value: str) -> None:
        """Shows a value in its stored form, and says it where it is another than before."""
        if value == self.values.get(attribute.key, ""):
            return
        self.values[attribute.key] = value
        self.replace(value_line(attribute, value, self.language))
        self.post_message(self.Said(self, attribute, value))

    def _say_word(self, value: str) -> None:
        if (attribute := self.attribute) is None:
            return
        if attribute.type is AttributeType.YES_NO:
            self.say(attribute, value)
        else:
            words = f"{attribute_name(attribute, self.language)} is {expected(attribute)}. Enter changes it."
            self.app.said.publish(words)

    def action_say_yes(self) -> None:
        """Yes."""
        self._say_word("yes")

    def action_say_no(self) -> None:
        """No."""
        self._say_word("no")

    def action_say_unknown(self) -> None:
        """Unknown."""
        if (attribute := self.attribute) is not None:
            self.say(attribute, "")

    def action_turn_on(self) -> None:
        """The next value."""
        self._turn(1)

    def action_turn_back(self) -> None:
        """The value before."""
        self._turn(-1)

    def _turn(self, step: int) -> None:
        if (attribute := self.attribute) is None:
            return
        values = turns(attribute)
        if not values:
            self.action_change()
            return
        own = self.values.get(attribute.key, "")
        index = values.index(own) + step if own in values else min(step, 0)
        self.say(attribute, values[index % len(values)])

    def action_change(self) -> None:
        """Asks for the value."""
        if (attribute := self.attribute) is not None:
            own = self.values.get(attribute.key, "")
            self.post_message(self.Asked(self, attribute, own))

    @on(Lines.Chosen)
    def _on_chosen(self, event: Lines.Chosen) -> None:
        """A click on the line under the cursor asks for its value."""
        event.stop()
        self.action_change()


def turns(attribute: Attribute) -> tuple[str, ...]:
    """The values that are gone through by arrows, unknown first; none for numbers, dates and text."""
    if attribute.type is AttributeType.YES_NO:
        return ("", "yes", "no")
    return ("", *(each.value for each in attribute.choices)) if attribute.choices else ()


def value_line(attribute: Attribute, value: str, language: str) -> Line:
    """An attribute and what is known."""
    label = attribute_name(attribute, language)
    short = label if len(label) < LABEL else f"{label[: LABEL - 2]}…"
    said = say_value(attribute, value, language)
    return Line(
        attribute.key,
        ((f"{short:<{LABEL}}", ""), (said, "-strong" if value else "-muted")),
        keys_of(attribute),
    )


def keys_of(attribute: Attribute) -> str:
    """The keys that change it."""
    if attribute.type is AttributeType.YES_NO:
        return "y n ?"
    return "← → ?" if turns(attribute) else f"enter ?  {say(attribute.type)}"
