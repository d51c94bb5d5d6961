"""A change theory as a picture: SVG and one self-contained HTML file."""

from __future__ import annotations

from rcoder.figure.page import draw_html
from rcoder.figure.svg import draw_svg

__all__ = ["draw_html", "draw_svg"]
