"""The font of every figure and document: DejaVu Sans, shipped so that they look the same everywhere (its licence beside it)."""

from __future__ import annotations

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
