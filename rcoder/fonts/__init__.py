"""The font of every figure and document: DejaVu Sans, shipped so that they look the same everywhere (its licence beside it)."""

from __future__ import annotations

import struct
from base64 import b64encode
from functools import cache
from importlib.resources import files

FAMILY = "DejaVu Sans"
FILES = ("DejaVuSans.ttf", "DejaVuSans-Bold.ttf", "DejaVuSans-Oblique.ttf")


def font_files() -> list[str]:
    """Paths of the whole fonts: regular, bold and oblique."""
    return [str(files(__name__).joinpath(each)) for each in FILES]


def font_folder() -> str:
    """The folder they lie in."""
    return str(files(__name__))


@cache
def font_faces() -> str:
    """CSS that gives a page or drawing the letters of Western European languages and our signs, from within itself."""
    faces = []
    for name, weight in (("DejaVuSans", 400), ("DejaVuSans-Bold", 700)):
        letters = b64encode(files(__name__).joinpath(f"{name}.subset.woff2").read_bytes()).decode()
        faces.append(
            f'@font-face{{font-family:"{FAMILY}";font-weight:{weight};'
            f'src:url(data:font/woff2;base64,{letters}) format("woff2")}}'
        )
    return "".join(faces)


_FULL = 12
"""The format of a font's table of characters that has those beyond U+FFFF too (OpenType, "cmap")."""


@cache
def letters() -> frozenset[int]:
    """Code points that both upright fonts have a letter for; others would be missing from a PDF."""
    regular, bold = (_letters_of(files(__name__).joinpath(each).read_bytes()) for each in FILES[:2])
    return regular & bold


def _letters_of(font: bytes) -> frozenset[int]:
    """What a font's table of characters names, but for those that it gives to the sign for no letter."""
    (tables,) = struct.unpack_from(">H", font, 4)
    entries = (struct.unpack_from(">4sIII", font, 12 + 16 * place) for place in range(tables))
    start = next(offset for name, _, offset, _ in entries if name == b"cmap")
    (number,) = struct.unpack_from(">H", font, start + 2)
    found: set[int] = set()
    for place in range(number):
        at = start + struct.unpack_from(">HHI", font, start + 4 + 8 * place)[2]
        if struct.unpack_from(">H", font, at)[0] == _FULL:
            for group in range(struct.unpack_from(">I", font, at + 12)[0]):
                first, last, glyph = struct.unpack_from(">III", font, at + 16 + 12 * group)
                found.update(code for code in range(first, last + 1) if glyph + code - first)
    return frozenset(found)
