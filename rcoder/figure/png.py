"""A drawing as a PNG at print resolution."""

from __future__ import annotations

import struct
import zlib

from rcoder.figure.palette import PAPER
from rcoder.figure.paper import fitted, without_fonts
from rcoder.fonts import FAMILY, font_files

DOTS = 300
"""To an inch."""
_HEADER = 33
"""Bytes of a PNG's signature and its IHDR, after which other chunks may stand."""


def draw_png(svg: str, *, paper: str = "a4") -> bytes:
    """A drawing of ours as it comes out on `paper` ("a4" or "a3"), without the margins, 300 dots to the inch."""
    import resvg_py

    width = round(fitted(svg, paper).drawn_width / 25.4 * DOTS)
    made = bytes(
        resvg_py.svg_to_bytes(
            svg_string=without_fonts(svg),
            width=width,
            background=PAPER,
            font_files=font_files(),
            font_family=FAMILY,
            sans_serif_family=FAMILY,
            skip_system_fonts=True,
        )
    )
    return made[:_HEADER] + _resolution() + made[_HEADER:]


def _resolution() -> bytes:
    """The pHYs chunk: dots to the metre."""
    dots = round(DOTS / 0.0254)
    inside = b"pHYs" + struct.pack(">IIB", dots, dots, 1)
    return struct.pack(">I", len(inside) - 4) + inside + struct.pack(">I", zlib.crc32(inside))
