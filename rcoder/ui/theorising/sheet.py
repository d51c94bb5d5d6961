"""A drawing in characters on screen: scrolled both ways, one box or arrow of it bright, clicked on with the mouse."""

from __future__ import annotations

from collections.abc import Callable
from itertools import groupby

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from rcoder.domain.drawn import Area, Drawn, Ink
from rcoder.ui.marks import shown
from rcoder.ui.widgets.kept import Painted

INKS: dict[str, str] = {
    Ink.PLAIN: "",
    Ink.HEADING: "-heading",
    Ink.MUTED: "-muted",
    Ink.CONTEXT: "-context",
    Ink.RESOURCE: "-resource",
    Ink.REASONING: "-reasoning",
    Ink.OUTCOME: "-outcome",
    Ink.CORE: "-no-kind",
    Ink.ACCEPTED: "-strong",
    Ink.DRAFT: "",
    Ink.INITIAL: "-muted",
}
"""The program's ink of each; that of hindering arrows is the look's own red (decision 23)."""
MARGIN = 2
"""Cells that stay in sight round what is bright."""
_BRIGHT = str.maketrans("┌─┐│└┘╭╌╮╎╰╯", "┏━┓┃┗┛┏╍┓╏┗┛")
"""The edge of a box that is bright: told by its line too, where there are no colours."""


class Sheet(ScrollView, Painted):
    """Shows a drawing; keys are the screen's."""

    DEFAULT_CSS = """
    Sheet { overflow: auto auto; scrollbar-size: 1 1; }
    """

    class Clicked(Message):
        """A box or an arrow was clicked on."""

        def __init__(self, place: str, *, again: bool) -> None:
            super().__init__()
            self.place = place
            self.again = again
            """Whether it was bright already, or clicked on twice."""

    def __init__(self, *, id: str, empty: str = "") -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self.can_focus = False
        self.empty = empty
        self.drawn = Drawn()
        self.bright = ""
        """Id of the box or arrow under the cursor."""
        self._lit: dict[int, dict[int, str]] = {}
        """By row the cells of what is bright, each with its sign."""

    def show(self, drawn: Drawn, bright: str, *, near: str = "") -> None:
        """Shows a drawing with one box or arrow bright and in sight; of a long arrow the end at the box `near`."""
        self.bright = bright
        if drawn is not self.drawn:
            self.drawn = drawn
            self.virtual_size = Size(drawn.width, drawn.height)
            self.call_after_refresh(self._into_view, near)  # it scrolls only once its scrollbars are there
        self._lit = self._light(bright)
        self._into_view(near)
        self.refresh()

    def fitted(self, draw: Callable[[int], Drawn]) -> Drawn:
        """What is drawn as wide as there is room, beside the scrollbar where it is too high."""
        size = self.size
        drawn = draw(size.width or 80)
        if size.width and drawn.height > size.height:
            return draw(size.width - self.styles.scrollbar_size_vertical)
        return drawn

    def _light(self, bright: str) -> dict[int, dict[int, str]]:
        found: dict[int, dict[int, str]] = {}
        area = self.drawn.boxes.get(bright)
        if area is not None:
            for y in range(area.y, area.y + area.height):
                row = self.drawn.cells[y]
                found[y] = {x: row[x].translate(_BRIGHT) for x in range(area.x, area.x + area.width)}
        for step in self.drawn.ways.get(bright, ()):
            found.setdefault(step.y, {})[step.x] = step.sign
        return found

    # -- in sight ------------------------------------------------------------------------------------------------

    def _into_view(self, near: str) -> None:
        """Scrolls as little as needed to what is bright."""
        area = self._wanted(near)
        size = self.scrollable_content_region.size
        if area is None or not size.width or not size.height:
            return
        x = _scrolled(self.scroll_offset.x, size.width, area.x, area.width, self.drawn.width)
        y = _scrolled(self.scroll_offset.y, size.height, area.y, area.height, self.drawn.height)
        if (x, y) != (self.scroll_offset.x, self.scroll_offset.y):
            self.scroll_to(x=x, y=y, animate=False, immediate=True)

    def _wanted(self, near: str) -> Area | None:
        """What is to be in sight: a box; an arrow whole where there is room, else as much of it as there is from one end."""
        if (area := self.drawn.boxes.get(self.bright)) is not None:
            return area
        way = self.drawn.ways.get(self.bright, ())
        if not way:
            return None
        size = self.scrollable_content_region.size
        box = self.drawn.boxes.get(near)
        if box is not None and not _beside(box, way[0].x, way[0].y):
            way = way[::-1]
        whole = _hull([(step.x, step.y) for step in way])
        if whole.width <= size.width and whole.height <= size.height:
            return whole
        part = [(way[0].x, way[0].y)]
        for step in way[1:]:
            hull = _hull([*part, (step.x, step.y)])
            if hull.width > size.width - 2 * MARGIN or hull.height > size.height - 2 * MARGIN:
                break
            part.append((step.x, step.y))
        return _hull(part)

    def page(self, across: int, down: int) -> None:
        """Scrolls by screenfuls."""
        size = self.scrollable_content_region.size
        x = self.scroll_offset.x + across * max(1, size.width * 2 // 3)
        y = self.scroll_offset.y + down * max(1, size.height - 2)
        self.scroll_to(x=x, y=y, animate=False, immediate=True)

    # -- painting ------------------------------------------------------------------------------------------------

    def render_line(self, y: int) -> Strip:
        """One painted row."""
        width = self.scrollable_content_region.width
        left, y = self.scroll_offset.x, y + self.scroll_offset.y
        if not self.drawn.height:
            return self._empty_line(y, width)
        if y >= self.drawn.height:
            return Strip.blank(width, self.base)
        cells, inks, lit = self.drawn.cells[y], self.drawn.inks[y], self._lit.get(y, {})
        right = min(left + width, self.drawn.width)
        marked = [(lit.get(x, cells[x]), "*" if x in lit else inks[x]) for x in range(left, right)]
        if marked and not marked[0][0]:
            marked[0] = (" ", marked[0][1])
        segments = [
            Segment(shown("".join(sign for sign, _ in run)), self._style(ink))
            for ink, run in groupby(marked, key=lambda each: each[1])
        ]
        return Strip(Segment.adjust_line_length(segments, width, self.base), width)

    def _style(self, ink: str) -> Style:
        if ink == "*":
            return self.base + self.known["-cursor"] + self.known["-strong"]
        if ink == Ink.HINDERS:
            return self.base + Style(color=self.app.scheme.error)
        return self.base + self.known[INKS[ink]]

    def _empty_line(self, y: int, width: int) -> Strip:
        import textwrap

        rows = textwrap.wrap(self.empty, max(10, width - 2))
        words = f" {rows[y]}" if 0 <= y < len(rows) else ""
        segments = [Segment(words, self.base + self.known["-muted"])]
        return Strip(Segment.adjust_line_length(segments, width, self.base), width)

    def say(self, words: str) -> None:
        """Says instead of a drawing why there is none."""
        self.empty = words
        self.show(Drawn(), "")

    # -- the mouse -----------------------------------------------------------------------------------------------

    def on_click(self, event: events.Click) -> None:
        """Tells what was clicked on."""
        place = self.drawn.at(event.x + self.scroll_offset.x, event.y + self.scroll_offset.y)
        if place:
            event.stop()
            self.post_message(self.Clicked(place, again=place == self.bright or event.chain > 1))


def _beside(box: Area, x: int, y: int) -> bool:
    return Area(box.x - 1, box.y, box.width + 2, box.height).holds(x, y)


def _hull(cells: list[tuple[int, int]]) -> Area:
    """The smallest rectangle that holds cells."""
    left, top = min(x for x, _ in cells), min(y for _, y in cells)
    return Area(left, top, max(x for x, _ in cells) - left + 1, max(y for _, y in cells) - top + 1)


def _scrolled(offset: int, room: int, start: int, length: int, whole: int) -> int:
    """Where to scroll to so that a stretch is in sight with a margin; what is longer than the room begins at its start."""
    first, last = max(0, start - MARGIN), min(whole, start + length + MARGIN)
    if last - first > room:
        first = start if start > MARGIN else 0
        last = min(start + length, first + room)
    if first < offset:
        return first
    return max(offset, last - room)


def places_in(drawn: Drawn) -> Callable[[str, str], int]:
    """How far down an arrow meets a box, or a box stands, in a drawing."""

    def place(box_id: str, arrow_id: str) -> int:
        area, way = drawn.boxes.get(box_id), drawn.ways.get(arrow_id, ())
        if area is None:
            return 0
        ends = [step.y for step in (way[:1] + way[-1:]) if area.x - 2 <= step.x <= area.x + area.width + 1]
        inside = [y for y in ends if area.y <= y < area.y + area.height]
        return inside[0] if inside else area.y

    return place
