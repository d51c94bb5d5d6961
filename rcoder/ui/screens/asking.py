"""Asking for the value of an attribute: a number, a date, words, or one of its choices."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from rcoder.domain.attributes import attribute_name, canonical_value, expected, say_value
from rcoder.domain.case import Attribute
from rcoder.domain.errors import Misuse
from rcoder.ui.configuring.choices import Choice
from rcoder.ui.screens.choosing import ChooserScreen
from rcoder.ui.screens.question import Field, QuestionScreen
from rcoder.ui.widgets.values import turns

if TYPE_CHECKING:
    from rcoder.ui.app import RcoderApp

UNKNOWN = "?"
"""The choice of leaving it unknown."""


def ask_value(
    app: RcoderApp,
    attribute: Attribute,
    value: str,
    then: Callable[[str], None],
    language: str = "da",
    *,
    may_be_unknown: bool = True,
) -> None:
    """Asks for a value of an attribute and goes on with it in its stored form, "" for unknown; none that does not fit."""
    title = attribute_name(attribute, language)
    if values := turns(attribute):
        choices = [
            Choice(
                each or UNKNOWN,
                ((say_value(attribute, each, language), ""),),
                names=(each, say_value(attribute, each, "en")),
            )
            for each in values
            if each or may_be_unknown
        ]
        screen = ChooserScreen(title, choices, at=value or UNKNOWN)
        app.push_screen(screen, lambda found: then("" if found == UNKNOWN else found) if found else None)
        return
    asked = f"It is {expected(attribute)}" + ("; empty for unknown." if may_be_unknown else ".")
    form = QuestionScreen(
        title,
        attribute.definition.say(language),
        (Field("value", asked, say_value(attribute, value, language) if value else ""),),
        check=lambda answer: misfit(attribute, answer["value"], may_be_unknown=may_be_unknown),
    )

    def answered(found: dict[str, str] | None) -> None:
        if found is not None:
            then(canonical_value(attribute, found["value"]))

    app.push_screen(form, answered)


def misfit(attribute: Attribute, text: str, *, may_be_unknown: bool = True) -> str:
    """Why a value does not fit, in a sentence; "" where it does."""
    try:
        stored = canonical_value(attribute, text)
    except Misuse as error:
        return str(error)
    return "" if stored or may_be_unknown else f"Write a value: it is {expected(attribute)}."
