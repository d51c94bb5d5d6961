"""Styles of words by name, made from a look: the same everywhere, and quicker than a rule each."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from rich.style import Style

from rcoder.ui.themes import KINDS, LIT, UNDER, Look


class Inks:
    """Styles laid on nothing, by name, such as "-context", "-under-context", "-muted" and "-selected"."""

    def __init__(self, partial: Mapping[str, Style]) -> None:
        self._partial = partial
        self._lit = {name: style.without_color for name, style in partial.items()}

    def __getitem__(self, name: str) -> Style:
        return self._partial[name]

    def lit(self, name: str) -> Style:
        """The same on the ground of the cursor, where words have one colour: not every other can be read there."""
        return self._lit[name]


@cache
def inks(look: Look) -> Inks:
    """The styles of a look."""
    words = {
        "": Style(),
        "-paper": Style(color=look.text, bgcolor=look.paper),
        "-panel": Style(color=look.text, bgcolor=look.panel),
        "-muted": Style(color=look.muted),
        "-rule": Style(color=look.rule),
        "-strong": Style(bold=True),
        "-key": Style(color=look.key, bold=True),
        "-heading": Style(bold=True),
        "-interviewer": Style(color=look.muted),
        "-interviewer-heading": Style(color=look.muted, bold=True),
        "-gone": Style(color=look.muted, strike=True),
        "-come": Style(bold=True, underline=True),
        **{f"-{kind}": Style(color=colour) for kind, colour in zip(KINDS, look.kinds, strict=True)},
    }
    return Inks(words | (_plain_grounds() if look.plain else _grounds(look)))


def _grounds(look: Look) -> dict[str, Style]:
    """What lies behind words, each with the colour that words have on it."""
    selected = Style(color=look.text, bgcolor=look.selected)
    alike = look.under is not None
    return {
        **{
            f"-under-{kind}": Style(color=look.text, bgcolor=ground)
            for kind, ground in zip(KINDS, look.grounds(UNDER), strict=True)
        },
        **{
            f"-lit-{kind}": Style(color=look.text, bgcolor=ground, bold=alike or None)
            for kind, ground in zip(KINDS, look.grounds(LIT), strict=True)
        },
        "-sentence": Style(bgcolor=look.sentence),
        "-selected": selected,
        "-word": Style(underline=True),
        "-hinted": Style(underline=True),
        "-cursor": selected,
        "-resting": Style(bgcolor=look.sentence),
    }


def _plain_grounds() -> dict[str, Style]:
    """The same without grounds: coded words underlined, the current sentence bold, what the cursor is on reversed."""
    return {
        **{f"-under-{kind}": Style(underline=True) for kind in KINDS},
        **{f"-lit-{kind}": Style(underline=True, bold=True) for kind in KINDS},
        "-sentence": Style(bold=True),
        "-selected": Style(reverse=True),
        "-word": Style(reverse=True),
        "-hinted": Style(italic=True),
        "-cursor": Style(reverse=True),
        "-resting": Style(underline=True),
    }
