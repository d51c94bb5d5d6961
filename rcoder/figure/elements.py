"""SVG elements as text, every attribute and word escaped."""

from __future__ import annotations

from rcoder.figure.palette import TEXT
from rcoder.figure.text import advance, drawable, markup, number, slopes


def element(name: str, *inside: str, **attributes: str | float | None) -> str:
    """An element; `inside` is markup already, attribute values are not. `class_` is class, `stroke_width` stroke-width."""
    said = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{markup(value) if isinstance(value, str) else number(value)}"'
        for key, value in attributes.items()
        if value is not None
    )
    return f"<{name}{said}>{''.join(inside)}</{name}>" if inside else f"<{name}{said}/>"


def words(
    text: str,
    at: tuple[float, float],
    size: float,
    *,
    anchor: str | None = None,
    fill: str = TEXT,
    bold: bool = False,
    italic: bool = False,
) -> str:
    """A line of text; `textLength` keeps its width in every font."""
    text = drawable(text)
    return element(
        "text",
        markup(text),
        x=at[0],
        y=at[1],
        font_size=size,
        text_anchor=anchor,
        fill=fill,
        font_weight="bold" if bold else None,
        font_style="italic" if italic and slopes(text) else None,
        textLength=advance(text, size, bold=bold) if len(text) > 1 else None,
        lengthAdjust="spacingAndGlyphs" if len(text) > 1 else None,
    )


def rect(x: float, y: float, width: float, height: float, **attributes: str | float | None) -> str:
    """A rectangle."""
    return element("rect", x=x, y=y, width=width, height=height, **attributes)
