"""Colours: the looks one can choose, and the kinds' colours as theme variables; those of the dark and light look are the figure's."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum
from functools import cache, partial
from typing import Any

from textual.color import Color
from textual.theme import Theme

from rcoder.domain.words import Kind

Kinds = tuple[str, str, str, str, str]
"""Colours of context, resource, reasoning, outcome, and of what has no kind."""
KINDS = ("context", "resource", "reasoning", "outcome", "no-kind")

UNDER, LIT = 0.16, 0.34
"""How much of a kind's colour lies behind coded words, and behind those of the current sentence."""


class Colours(Enum):
    """How many colours a terminal shows."""

    NONE = 0
    """NO_COLOR: told by letters, bold, underlined and reversed words."""
    FEW = 16
    MANY = 256
    ALL = 16_777_216


@dataclass(frozen=True, slots=True)
class Look:
    """The colours of everything on screen."""

    name: str
    title: str
    words: str
    """What it is for, in a sentence."""
    dark: bool
    text: str
    paper: str
    panel: str
    """Ground of the top line and the footer."""
    rule: str
    """Lines within a pane."""
    line: str
    """Borders between panes."""
    muted: str
    key: str
    secondary: str
    sentence: str
    """Ground of the current sentence, of a field, and of the line of a list that has not the keys."""
    selected: str
    """Ground of the selection, and of the line of a list that has the keys."""
    bar: str
    """Scrollbars."""
    warning: str
    error: str
    success: str
    kinds: Kinds
    under: Kinds | None = None
    """Grounds of coded words, where they are not mixed from the kinds."""
    plain: bool = False
    """Whether grounds are not told apart, so that words are bold, underlined and reversed instead."""

    def grounds(self, share: float) -> Kinds:
        """What lies behind the words of each kind: `share` of its colour on the paper."""
        if self.under is not None:
            return self.under
        paper = Color.parse(self.paper)
        first, second, third, fourth, fifth = (
            paper.blend(Color.parse(each), share).hex for each in self.kinds
        )
        return (first, second, third, fourth, fifth)


DARK_LOOK = Look(
    "rcoder-dark", "Dark", "light words on dark", dark=True,
    text="#d8dee6", paper="#14181d", panel="#1d232a", rule="#232a33", line="#1d232a", muted="#8b95a3",
    key="#5b9bd5", secondary="#8fa3b8", sentence="#262e38", selected="#2f5f96", bar="#36414f",
    warning="#e0b050", error="#e07a6e", success="#6fcf97",
    kinds=("#e0b050", "#6fb0f0", "#c79bf2", "#6fcf97", "#a9b1bd"),
)  # fmt: skip
LIGHT_LOOK = Look(
    "rcoder-light", "Light", "dark words on light", dark=False,
    text="#1d242c", paper="#fbfbf9", panel="#efeeea", rule="#e9edf2", line="#efeeea", muted="#5d6772",
    key="#2c5b8e", secondary="#5c6672", sentence="#e3e8ee", selected="#a9cbee", bar="#c9d2dc",
    warning="#82600c", error="#b3261e", success="#256b43",
    kinds=("#82600c", "#2c5b8e", "#6a3d92", "#256b43", "#5c6672"),
)  # fmt: skip
STRONG_DARK = Look(
    "rcoder-strong-dark", "Dark, high contrast", "white on black, with lines between the panes", dark=True,
    text="#ffffff", paper="#000000", panel="#1a1a1a", rule="#8a8a8a", line="#8a8a8a", muted="#d0d0d0",
    key="#7cc4ff", secondary="#d0d0d0", sentence="#303030", selected="#0b4fa8", bar="#9a9a9a",
    warning="#ffd24a", error="#ff9a8f", success="#7cf29a",
    kinds=("#ffd24a", "#6cc7ff", "#e0b0ff", "#7cf29a", "#e0e0e0"),
)  # fmt: skip
STRONG_LIGHT = Look(
    "rcoder-strong-light", "Light, high contrast", "black on white, with lines between the panes", dark=False,
    text="#000000", paper="#ffffff", panel="#e6e6e6", rule="#6a6a6a", line="#6a6a6a", muted="#3a3a3a",
    key="#003a80", secondary="#3a3a3a", sentence="#dcdcdc", selected="#8cc4ff", bar="#6a6a6a",
    warning="#5a3d00", error="#8a0d06", success="#004d1f",
    kinds=("#5a3d00", "#003a80", "#4b1273", "#004d1f", "#303030"),
)  # fmt: skip
COLOUR_BLIND = replace(
    DARK_LOOK,
    name="rcoder-colour-blind", title="Dark, for colour blindness",
    words="kinds in colours told apart without red, green or blue",
    muted="#9aa4b2", warning="#f7f7a0", error="#fe6100", success="#b0a0ff",
    kinds=("#f7f7a0", "#b0a0ff", "#ff8fc0", "#fe6100", "#a9b1bd"),
)  # fmt: skip
LOOKS = {each.name: each for each in (DARK_LOOK, LIGHT_LOOK, STRONG_DARK, STRONG_LIGHT, COLOUR_BLIND)}
"""The looks one can choose, in the order of the list."""
OTHER_LIGHT = {
    DARK_LOOK.name: LIGHT_LOOK.name,
    LIGHT_LOOK.name: DARK_LOOK.name,
    STRONG_DARK.name: STRONG_LIGHT.name,
    STRONG_LIGHT.name: STRONG_DARK.name,
    COLOUR_BLIND.name: LIGHT_LOOK.name,
}
"""What each becomes by the key for light or dark."""

_FEW_DARK = Look(
    "", "", "", dark=True,
    text="#ffffff", paper="#000000", panel="#000000", rule="#aaaaaa", line="#aaaaaa", muted="#aaaaaa",
    key="#55ffff", secondary="#aaaaaa", sentence="#0000aa", selected="#0000aa", bar="#aaaaaa",
    warning="#ffff55", error="#ff5555", success="#55ff55",
    kinds=("#ffff55", "#55ffff", "#ff55ff", "#55ff55", "#ffffff"), plain=True,
)  # fmt: skip
_FEW_LIGHT = Look(
    "", "", "", dark=False,
    text="#000000", paper="#ffffff", panel="#ffffff", rule="#555555", line="#555555", muted="#555555",
    key="#0000aa", secondary="#555555", sentence="#ffffff", selected="#aaaaaa", bar="#555555",
    warning="#aa5500", error="#aa0000", success="#0000aa",
    kinds=("#aa5500", "#0000aa", "#aa00aa", "#000000", "#555555"), plain=True,
)  # fmt: skip
_UNDER_DARK: Kinds = ("#5f5f00", "#00005f", "#5f005f", "#005f00", "#444444")
_UNDER_LIGHT: Kinds = ("#ffd7af", "#d7d7ff", "#ffd7ff", "#d7ffd7", "#c6c6c6")
"""Grounds of coded words among 256 colours, where mixed ones would all come out grey."""
_MANY = {
    DARK_LOOK.paper: {"text": "#eeeeee", "paper": "#121212", "panel": "#1c1c1c", "line": "#303030", "sentence": "#262626", "selected": "#005faf", "muted": "#a8a8a8", "key": "#5fafff"},
    LIGHT_LOOK.paper: {"muted": "#4e4e4e", "sentence": "#eeeeee"},
    STRONG_LIGHT.paper: {"sentence": "#eeeeee"},
    STRONG_DARK.paper: {"selected": "#005faf"},
}  # fmt: skip
"""Colours among 256, by the paper of the look, where the nearest would not be told apart or read."""


_NAMED = ("text", "paper", "panel", "rule", "line", "muted", "key", "secondary", "sentence", "selected", "bar", "warning", "error", "success")  # fmt: skip
"""The single colours of a look."""


@cache
def seen_in(name: str, colours: Colours) -> Look:
    """A look as a terminal of so many colours shows it; of the 16 and the 256 it names those that such a terminal has."""
    look = LOOKS.get(name, DARK_LOOK)
    if colours is Colours.ALL:
        return look
    if colours is Colours.NONE:
        return replace(DARK_LOOK, name=look.name, title=look.title, words=look.words, plain=True)
    if colours is Colours.FEW:
        few = _FEW_DARK if look.dark else _FEW_LIGHT
        return replace(few, name=look.name, title=look.title, words=look.words)
    first, second, third, fourth, fifth = (nearest(each) for each in look.kinds)
    found: dict[str, Any] = {each: nearest(getattr(look, each)) for each in _NAMED}
    return replace(
        look,
        kinds=(first, second, third, fourth, fifth),
        under=_UNDER_DARK if look.dark else _UNDER_LIGHT,
        **(found | _MANY.get(look.paper, {})),
    )


_STEPS = (0, 95, 135, 175, 215, 255)
_GREYS = range(8, 239, 10)


def nearest(colour: str) -> str:
    """The one of xterm's colours 16 to 255 that is nearest to a colour."""
    rgb = Color.parse(colour).rgb
    red, green, blue = (min(_STEPS, key=partial(_between, part)) for part in rgb)
    grey = min(_GREYS, key=partial(_between, round(sum(rgb) / 3)))
    found = (Color(red, green, blue), Color(grey, grey, grey))
    return min(found, key=lambda each: sum((a - b) ** 2 for a, b in zip(each.rgb, rgb, strict=True))).hex


def _between(one: int, other: int) -> int:
    return abs(one - other)


def contrast(one: Color, two: Color) -> float:
    """How far two colours stand apart, from 1 to 21 (WCAG 2.2, contrast ratio)."""
    light, dark = sorted((_luminance(one), _luminance(two)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: Color) -> float:
    parts = (each / 255 for each in colour.rgb)
    red, green, blue = (
        each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def theme_of(look: Look) -> Theme:
    """A look as Textual's theme."""
    paths = ("scrollbar-background", "scrollbar-background-hover", "scrollbar-background-active")
    bars = {
        **dict.fromkeys((*paths, "scrollbar-corner-color"), look.paper),
        "scrollbar": look.bar,
        "scrollbar-hover": look.key,
        "scrollbar-active": look.key,
    }
    return Theme(
        name=look.name,
        primary=look.key,
        secondary=look.secondary,
        accent=look.key,
        foreground=look.text,
        background=look.paper,
        surface=look.paper,
        panel=look.panel,
        boost=look.rule,
        warning=look.warning,
        error=look.error,
        success=look.success,
        variables=bars,
        dark=look.dark,
    )


DARK = theme_of(DARK_LOOK)
LIGHT = theme_of(LIGHT_LOOK)


def kind_variables(look: Look) -> dict[str, str]:
    """The colour of each kind and what is mixed from it, and the reading pane's grounds, by variable name."""
    return {
        **dict(zip(KINDS, look.kinds, strict=True)),
        **{f"under-{kind}": each for kind, each in zip(KINDS, look.grounds(UNDER), strict=True)},
        **{f"lit-{kind}": each for kind, each in zip(KINDS, look.grounds(LIT), strict=True)},
        "sentence": look.sentence,
        "selected": look.selected,
        "muted": look.muted,
        "line": look.line,
    }


def tint(kind: Kind | None) -> str:
    """Name of the component class that paints a kind."""
    return f"-{kind.value}" if kind is not None else "-no-kind"
