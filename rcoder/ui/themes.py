"""Colours: two themes, and the kinds' colours as theme variables; the same ones as in the figure."""

from __future__ import annotations

from textual.color import Color
from textual.theme import Theme

from rcoder.domain.words import Kind

KIND_DARK = {"context": "#e0b050", "resource": "#6fb0f0", "reasoning": "#c79bf2", "outcome": "#6fcf97"}
KIND_LIGHT = {"context": "#8a6410", "resource": "#2c5b8e", "reasoning": "#6a3d92", "outcome": "#256b43"}
NO_KIND_DARK, NO_KIND_LIGHT = "#a9b1bd", "#5c6672"


def _bars(ground: str, bar: str, lit: str) -> dict[str, str]:
    """Quiet scrollbars."""
    paths = (
        "scrollbar-background",
        "scrollbar-background-hover",
        "scrollbar-background-active",
        "scrollbar-corner-color",
    )
    return {**dict.fromkeys(paths, ground), "scrollbar": bar, "scrollbar-hover": lit, "scrollbar-active": lit}


DARK = Theme(
    name="rcoder-dark",
    primary="#5b9bd5",
    secondary="#8fa3b8",
    accent="#5b9bd5",
    foreground="#d8dee6",
    background="#14181d",
    surface="#14181d",
    panel="#1d232a",
    boost="#232a33",
    warning="#e0b050",
    error="#e07a6e",
    success="#6fcf97",
    variables=_bars("#14181d", "#36414f", "#5b9bd5"),
    dark=True,
)
LIGHT = Theme(
    name="rcoder-light",
    primary="#2c5b8e",
    secondary="#5c6672",
    accent="#2c5b8e",
    foreground="#1d242c",
    background="#fbfbf9",
    surface="#fbfbf9",
    panel="#efeeea",
    boost="#e9edf2",
    warning="#8a6410",
    error="#b3261e",
    success="#256b43",
    variables=_bars("#fbfbf9", "#c9d2dc", "#2c5b8e"),
    dark=False,
)


UNDER, LIT = 0.16, 0.34
"""How much of a kind's colour lies behind coded words, and behind those of the current sentence."""


def kind_variables(*, dark: bool) -> dict[str, str]:
    """The colour of each kind and what is mixed from it, and the reading pane's grounds, by variable name."""
    kinds = {**(KIND_DARK if dark else KIND_LIGHT), "no-kind": NO_KIND_DARK if dark else NO_KIND_LIGHT}
    paper = Color.parse((DARK if dark else LIGHT).background or "")
    mixed = {
        f"{name}-{kind}": paper.blend(Color.parse(colour), share).hex
        for kind, colour in kinds.items()
        for name, share in (("under", UNDER), ("lit", LIT))
    }
    grounds = ("#262e38", "#2f5f96", "#8b95a3") if dark else ("#e3e8ee", "#a9cbee", "#626c78")
    return {**kinds, **mixed, **dict(zip(("sentence", "selected", "muted"), grounds, strict=True))}


def tint(kind: Kind | None) -> str:
    """Name of the component class that paints a kind."""
    return f"-{kind.value}" if kind is not None else "-no-kind"
