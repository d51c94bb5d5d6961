"""A chart as SVG: bars that are told apart without colour, each with its numbers and what they are of."""

from __future__ import annotations

from dataclasses import dataclass, field

from rcoder.domain.chart import Bar, Chart, Charted
from rcoder.figure.elements import element, rect, words
from rcoder.figure.text import FONTS, advance, label, markup, shorten, wrap
from rcoder.fonts import font_faces

WIDTH = 760.0
"""Pixels; a page of A4 is as wide, which leaves 8 points of the smaller letters."""
MARGIN = 24.0
NAMES = 150.0
"""Room for the names of bars."""
LENGTHS = 330.0
"""Length of the longest bar."""
ROW = 24.0
THICK = 16.0
SMALL, PLAIN, LARGE = 11.0, 12.0, 18.0
INK, SOFT, LINE, PAPER = "#1d242c", "#4d5661", "#8d949e", "#ffffff"
FILLS: dict[Charted, tuple[str, ...]] = {
    Charted.PROGRESS: ("#2f5d8a", "url(#hatch)", PAPER),
    Charted.ROLES: ("#2f5d8a", PAPER, "url(#hatch)", "url(#dots)"),
    Charted.GROUPS: ("#2f5d8a", PAPER, "url(#hatch)", "url(#dots)"),
}
"""Of each part: full, hollow, hatched and dotted, so that they differ in grey too."""
_HATCH = (
    '<pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
    '<rect width="6" height="6" fill="#ffffff"/><rect width="2.4" height="6" fill="#2f5d8a"/></pattern>'
    '<pattern id="dots" width="5" height="5" patternUnits="userSpaceOnUse">'
    '<rect width="5" height="5" fill="#ffffff"/><circle cx="2.5" cy="2.5" r="1.1" fill="#2f5d8a"/></pattern>'
)


@dataclass(slots=True)
class _Page:
    """What is drawn so far, and how far down."""

    at: float = MARGIN
    said: list[str] = field(default_factory=list)

    def write(self, text: str, size: float, *, fill: str = INK, bold: bool = False) -> None:
        for line in wrap(label(text), WIDTH - 2 * MARGIN, size, bold=bold, most=20):
            self.at += size + 4
            self.said.append(words(line, (MARGIN, self.at), size, fill=fill, bold=bold))


def draw_chart(chart: Chart) -> str:
    """The chart as an SVG document; the same chart gives the same bytes."""
    page = _Page()
    page.write(chart.title, LARGE, bold=True)
    page.write(chart.asks, PLAIN, fill=SOFT)
    _key(page, chart)
    under = ""
    for bar in chart.bars:
        if bar.under != under:
            under = bar.under
            page.at += 8
            page.write(under, PLAIN, bold=True)
            page.at += 9
        _bar(page, chart, bar)
    page.at += 6
    for note in (*chart.notes, *([chart.source] if chart.source else [])):
        page.write(note, SMALL, fill=SOFT)
    return _document(chart, page)


def _key(page: _Page, chart: Chart) -> None:
    """What the parts are."""
    page.at += 12
    across = MARGIN
    for part, fill in zip(chart.parts, FILLS[chart.of], strict=False):
        name = label(f"{part.sign} {part.name}" if chart.of is not Charted.PROGRESS else part.name)
        page.said.append(_block(across, page.at, 22, fill))
        page.said.append(words(name, (across + 28, page.at + 12), SMALL))
        across += 28 + advance(name, SMALL) + 22
    page.at += THICK + 6


def _block(x: float, y: float, width: float, fill: str) -> str:
    return rect(x, y, width, THICK, fill=fill, stroke="#2f5d8a", stroke_width=1.2)


def _bar(page: _Page, chart: Chart, bar: Bar) -> None:
    top = page.at
    name = shorten(label(bar.name), NAMES - 10, PLAIN)
    drawn = [element("title", markup(label(bar.words))), words(name, (MARGIN, top + 12.5), PLAIN)]
    left = MARGIN + NAMES
    drawn.append(element("path", d=f"M{left:g} {top - 4:g}V{top + THICK + 4:g}", stroke=LINE))
    if bar.blank:
        drawn.append(words(label(bar.blank), (left + 6, top + 12.5), SMALL, fill=SOFT, italic=True))
    across = left
    for count, fill in zip(bar.counts, FILLS[chart.of], strict=False):
        if not count:
            continue
        width = max(count * LENGTHS / chart.longest, advance(str(count), SMALL) + 5)
        drawn.append(_block(across, top, width, fill))
        drawn.append(_number(count, (across + width / 2, top + 12), fill))
        across += width
    if bar.of:
        drawn.append(words(label(bar.of), (across + 8, top + 12.5), SMALL, fill=SOFT))
    page.said.append(element("g", *drawn, class_="bar", role="img", aria_label=label(bar.words)))
    page.at += ROW


def _number(count: int, at: tuple[float, float], fill: str) -> str:
    """The number on its part; on a hatched one on a clear ground."""
    text = str(count)
    wide = advance(text, SMALL, bold=True) + 4
    ground = rect(at[0] - wide / 2, at[1] - 10, wide, 12, fill=PAPER, rx=2) if fill.startswith("url") else ""
    return ground + words(
        text, at, SMALL, anchor="middle", bold=True, fill=INK if ground or fill == PAPER else PAPER
    )


def _document(chart: Chart, page: _Page) -> str:
    height = round(page.at + MARGIN)
    title = label(f"{chart.title}. {chart.asks}")
    drawing = element(
        "svg",
        element("title", markup(title)),
        f"<style>{font_faces()}</style>",
        f"<defs>{_HATCH}</defs>",
        rect(0, 0, WIDTH, height, fill=PAPER),
        *page.said,
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {WIDTH:g} {height}",
        width=WIDTH,
        height=height,
        font_family=FONTS,
        role="group",
        aria_label=title,
    )
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{drawing}\n'
