"""The change theory as a figure, whole, narrowed or beside another, in every format."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from rcoder.domain.errors import Misuse
from rcoder.domain.outgoing import Outgoing, Wanted
from rcoder.project.exports.theory_remarks import remarks
from rcoder.project.exports.theory_said import said_in
from rcoder.project.exports.theory_size import refuse_endless
from rcoder.project.exports.theory_views import View, view

if TYPE_CHECKING:
    from rcoder.project.door import Project

OfDrawing = Callable[[str, Wanted], bytes]
OfTheory = Callable[[View, Wanted], bytes]


def make(project: Project, wanted: Wanted) -> Outgoing:
    """The figure's file; an HTML file of the overall theory holds the mini theories too.

    Raises NotFound for a theory, version or group there is not, and Misuse where what is asked for has no meaning or is
    more than a figure can hold.
    """
    found = view(project, wanted)
    if wanted.ending not in _AS_TEXT:
        refuse_endless(project, found, wanted)
    svg = svg_of(found, wanted) if wanted.ending in _OF_DRAWING else ""
    contents = drawn(svg, wanted) if svg else _OF_THEORY[wanted.ending](found, wanted)
    told = remarks(project, found, wanted, svg, svg_of) if wanted.remarked else ()
    return Outgoing(contents, said_in(found, wanted), told)


def drawn(svg: str, wanted: Wanted) -> bytes:
    """A drawing as the file that is asked for."""
    return _OF_DRAWING[wanted.ending](svg, wanted)


def svg_of(found: View, wanted: Wanted) -> str:
    """The figure as an SVG document."""
    language, source = wanted.language, found.source.line(wanted.language)
    if found.pair:
        from rcoder.figure.pair import draw_pair_svg

        return draw_pair_svg(found.pair, language=language, source=source)
    if found.differences:
        from rcoder.figure.difference import draw_difference_svg

        return draw_difference_svg(found.differences[0], language=language, source=source)
    from rcoder.figure import draw_svg

    return draw_svg(found.theory, language=language, source=source)


def _svg(svg: str, _: Wanted) -> bytes:
    return svg.encode()


def _pdf(svg: str, wanted: Wanted) -> bytes:
    from rcoder.figure.pdf import draw_pdf

    return draw_pdf(svg, paper=wanted.option("paper", "a4"), language=wanted.language)


def _png(svg: str, wanted: Wanted) -> bytes:
    from rcoder.figure.png import draw_png

    return draw_png(svg, paper=wanted.option("paper", "a4"))


def _html(found: View, wanted: Wanted) -> bytes:
    from rcoder.figure import draw_html

    if found.differences:
        from rcoder.figure.difference_page import draw_difference_html

        return draw_difference_html(
            found.differences, language=wanted.language, source=found.source.line(wanted.language)
        ).encode()
    return draw_html(
        found.theory,
        language=wanted.language,
        others=found.others,
        source=found.source.line(wanted.language),
        groups=found.groups,
    ).encode()


def _mermaid(found: View, wanted: Wanted) -> bytes:
    from rcoder.figure.mermaid import draw_mermaid

    _refuse_pair(found, wanted)
    source = found.source.line(wanted.language)
    return draw_mermaid(found.theory, language=wanted.language, source=source).encode()


def _dot(found: View, wanted: Wanted) -> bytes:
    from rcoder.figure.dot import draw_dot

    _refuse_pair(found, wanted)
    return draw_dot(
        found.theory, language=wanted.language, source=found.source.line(wanted.language)
    ).encode()


def _refuse_pair(found: View, wanted: Wanted) -> None:
    if found.pair:
        raise Misuse(
            f"Two theories side by side cannot be written to a {wanted.ending} file, which holds one.",
            "Give a name that ends in .svg, .pdf, .png or .html, or draw each --group alone.",
        )


_OF_DRAWING: Mapping[str, OfDrawing] = {".svg": _svg, ".pdf": _pdf, ".png": _png}
"""Formats that are made of the drawing, whatever it shows."""
_OF_THEORY: Mapping[str, OfTheory] = {".html": _html, ".mmd": _mermaid, ".dot": _dot}
"""Formats that are written from the theory itself (`View.theory`, `View.source`)."""
_AS_TEXT = (".mmd", ".dot")
"""Formats that another program places."""
