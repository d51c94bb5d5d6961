"""A drawing as a PDF page: vector, its text selectable, its fonts within (PDF/A-2a and PDF/UA-1 where its letters allow it)."""

from __future__ import annotations

import json
from collections.abc import Callable

from rcoder.domain.errors import RcoderError
from rcoder.figure.paper import EDGE, description_of, fitted, title_of, without_fonts
from rcoder.figure.text import drawable
from rcoder.fonts import font_folder

_STANDARDS: tuple[list[str], ...] = (["a-2a", "ua-1"], ["a-2b"], [])
"""What the file keeps to, the best first: letters with several accents and vowelled Arabic cannot be tagged."""
_EPOCH = 946684800
"""1 January 2000: the same drawing gives the same bytes; the day it is of stands in it."""
_PAGE = """
#let told = json(bytes(sys.inputs.told))
#set document(title: told.title)
#set page(width: told.width * 1mm, height: told.height * 1mm, margin: told.edge * 1mm)
#set text(lang: told.language, font: "DejaVu Sans")
#align(center, image(
  bytes(sys.inputs.drawing), format: "svg", alt: told.alt,
  width: told.drawn_width * 1mm, height: told.drawn_height * 1mm,
))
"""


def draw_pdf(svg: str, *, paper: str = "a4", language: str = "da") -> bytes:
    """A drawing of ours on one page of `paper` ("a4" or "a3"), turned the better way; the same drawing gives the same bytes.

    Raises RcoderError where it cannot be typeset.
    """
    sheet = fitted(svg, paper)
    told = {
        "title": drawable(title_of(svg)),
        "alt": drawable(description_of(svg) or title_of(svg)),
        "language": language,
        "width": sheet.width,
        "height": sheet.height,
        "edge": EDGE,
        # A hair smaller than the room, so that rounding never asks for a second page.
        "drawn_width": sheet.drawn_width - 0.01,
        "drawn_height": sheet.drawn_height - 0.01,
    }
    return _typeset({"told": json.dumps(told), "drawing": without_fonts(svg)})


def _typeset(inputs: dict[str, str]) -> bytes:
    import typst

    compiled: Callable[..., bytes] = typst.compile  # its types fit no call of it
    reason = ""
    for standards in _STANDARDS:
        try:
            return compiled(
                _PAGE.encode(),
                font_paths=[font_folder()],
                ignore_system_fonts=True,
                format="pdf",
                sys_inputs=inputs,
                pdf_standards=standards,
                timestamp=_EPOCH,
            )
        except typst.TypstError as error:
            reason = reason or str(error).splitlines()[0]
    raise RcoderError(f"The drawing cannot be made a PDF: {reason}.", "Write it as .svg or .png.")
