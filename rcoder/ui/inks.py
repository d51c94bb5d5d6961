"""Styles of words by name, made from the theme's variables: the same everywhere, and quicker than a rule each."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from rich.style import Style

from rcoder.ui.themes import DARK, LIGHT, kind_variables

KINDS = ("context", "resource", "reasoning", "outcome", "no-kind")


class Inks:
    """Styles laid on nothing, by name, such as "-context", "-under-context", "-muted" and "-selected"."""

    def __init__(self, partial: Mapping[str, Style]) -> None:
        self._partial = partial

    def __getitem__(self, name: str) -> Style:
        return self._partial[name]


@cache
def inks(*, dark: bool) -> Inks:
    """The styles of the dark or the light theme."""
    colours = kind_variables(dark=dark)
    theme = DARK if dark else LIGHT
    grounds = {"sentence", "selected"}
    found = {f"-{kind}": Style(color=colours[kind]) for kind in KINDS}
    found |= {
        f"-{name}-{kind}": Style(bgcolor=colours[f"{name}-{kind}"])
        for kind in KINDS
        for name in ("under", "lit")
    }
    found |= {f"-{name}": Style(bgcolor=colours[name]) for name in grounds}
    found |= {
        "": Style(),
        "-paper": Style(color=theme.foreground, bgcolor=theme.background),
        "-panel": Style(color=theme.foreground, bgcolor=theme.panel),
        "-muted": Style(color=colours["muted"]),
        "-rule": Style(color=theme.boost),
        "-strong": Style(bold=True),
        "-key": Style(color=theme.primary, bold=True),
        "-heading": Style(bold=True),
        "-interviewer": Style(color=colours["muted"]),
        "-interviewer-heading": Style(color=colours["muted"], bold=True),
        "-word": Style(underline=True),
        "-gone": Style(color=colours["muted"], strike=True),
        "-come": Style(bold=True, underline=True),
        "-cursor": Style(bgcolor=colours["selected"]),
        "-resting": Style(bgcolor=colours["sentence"]),
    }
    return Inks(found)
