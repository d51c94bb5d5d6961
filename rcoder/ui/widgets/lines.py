"""A list of lines: interviews, configurations, codes; painted line by line, folded as a tree."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from rcoder.ui.commands import Where, bindings
from rcoder.ui.marks import shown
from rcoder.ui.widgets.kept import Painted

Piece = tuple[str, str]
"""Words, and the name of their ink ("" for plain)."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a list."""

    id: str
    pieces: tuple[Piece, ...]
    right: str = ""
    """Words at the right edge."""
    depth: int = 0
    folds: bool = False
    """Whether lines of more depth after it hide with it."""
    inert: bool = False
    """A heading that the cursor passes over."""
    goes_on: bool = False
    """Runs on from the line before it, and is seen with it; inert too."""


class Lines(ScrollView, Painted, can_focus=True):
    """A list that is moved through by arrow keys; only the lines that change are painted again."""

    DEFAULT_CSS = """
    Lines { overflow-x: hidden; overflow-y: auto; scrollbar-size-vertical: 1; }
    """
    BINDINGS = bindings(Where.LIST)

    class Chosen(Message):
        """A line was chosen with Enter or the mouse."""

        def __init__(self, lines: Lines, line: Line) -> None:
            super().__init__()
            self.lines = lines
            self.line = line

        @property
        def control(self) -> Lines:
            """The list."""
            return self.lines

    class Reached(Message):
        """The cursor came to a line."""

        def __init__(self, lines: Lines, line: Line) -> None:
            super().__init__()
            self.lines = lines
            self.line = line

        def can_replace(self, message: Message) -> bool:
            """A burst of moves is one."""
            return isinstance(message, Lines.Reached)

        @property
        def control(self) -> Lines:
            """The list."""
            return self.lines

    def __init__(self, *, id: str, empty: str = "") -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self.empty = empty
        self._told = False
        """Whether anything was shown: until then nobody knows that there is nothing, and only “looking …” is said."""
        self.awake = False
        """Whether the cursor shows as if the list had the keys."""
        self._lines: tuple[Line, ...] = ()
        self._folded: set[str] = set()
        self._seen: list[Line] = []
        self._cursor = 0

    # -- what is in it -------------------------------------------------------------------------------------------

    @property
    def current(self) -> Line | None:
        """The line under the cursor."""
        return self._seen[self._cursor] if 0 <= self._cursor < len(self._seen) else None

    def show(self, lines: Iterable[Line], *, folded: Iterable[str] | None = None) -> None:
        """Shows these lines, with the cursor on the same one as before where it is still there."""
        if folded is not None:
            self._folded = set(folded)
        self._told = True
        self._lines = tuple(lines)
        self._lay_out(self.current.id if self.current else "")

    def replace(self, line: Line) -> None:
        """Shows a line of the same id anew, painting that line only."""
        self._lines = tuple(line if each.id == line.id else each for each in self._lines)
        for index, each in enumerate(self._seen):
            if each.id == line.id:
                self._seen[index] = line
                self.refresh_line(index)

    def go_to(self, line_id: str) -> None:
        """Puts the cursor on a line, unfolding what hides it."""
        depths: list[Line] = []
        for line in self._lines:
            if line.goes_on:
                continue
            del depths[line.depth :]
            depths.append(line)
            if line.id == line_id:
                self._folded -= {each.id for each in depths[:-1]}
        self._lay_out(line_id)

    def _lay_out(self, wanted: str) -> None:
        seen: list[Line] = []
        hidden_below: int | None = None
        for line in self._lines:
            if hidden_below is not None and line.depth > hidden_below:
                continue
            if not line.goes_on:
                hidden_below = line.depth if line.id in self._folded else None
            seen.append(line)
        self._seen = seen
        there = next((index for index, line in enumerate(seen) if line.id == wanted), None)
        self._cursor = there if there is not None else min(self._cursor, max(0, len(seen) - 1))
        if self.current is not None and self.current.inert:
            self._cursor = next((i for i, line in enumerate(seen) if not line.inert), 0)
        self.virtual_size = Size(1, len(seen))
        self._into_view()
        self.refresh()

    # -- painting ------------------------------------------------------------------------------------------------

    def _style(self, name: str) -> Style:
        return self.known[name]

    def render_line(self, y: int) -> Strip:
        """One painted line."""
        width = self.scrollable_content_region.width
        index = y + self.scroll_offset.y
        base = self.base
        if not self._seen and index < 6:
            return self._empty_line(index, width, base)
        if index >= len(self._seen):
            return Strip.blank(width, base)
        line, dim = self._seen[index], self._style("-muted")
        if index in self._stretch(self._cursor):
            awake = self.has_focus or self.awake
            base += self._style("-cursor" if awake else "-resting")
            if awake:
                return self._painted(line, width, base, Style(), self.known.lit)
        return self._painted(line, width, base, dim, self._style)

    def _painted(self, line: Line, width: int, base: Style, dim: Style, ink: Callable[[str], Style]) -> Strip:
        fold = ("▸ " if line.id in self._folded else "▾ ") if line.folds else ""
        head = "  " * line.depth + fold
        segments = [Segment(head, base + dim)]
        right = f" {shown(line.right)} " if line.right else " "
        room = max(0, width - cell_len(right) - cell_len(head))
        for words, name in line.pieces:
            clean = shown(words)
            if cell_len(clean) > room:
                clean = set_cell_size(clean, max(0, room - 1)) + "…" if room else ""
            room -= cell_len(clean)
            segments.append(Segment(clean, base + (dim if name == "-muted" else ink(name))))
        segments += [Segment(" " * room, base), Segment(right, base + dim)]
        return Strip(Segment.adjust_line_length(segments, width, base), width)

    def _empty_line(self, index: int, width: int, base: Style) -> Strip:
        import textwrap

        said = self._told or self.empty.endswith("…")
        rows = textwrap.wrap(self.empty, max(10, width - 2)) if said else []
        words = f" {rows[index]}" if index < len(rows) else ""
        return Strip([Segment(set_cell_size(words, width), base + self._style("-muted"))], width)

    # -- moving --------------------------------------------------------------------------------------------------

    def _stretch(self, index: int) -> range:
        """Indexes of a line and of those that run on from it."""
        last = index
        while last + 1 < len(self._seen) and self._seen[last + 1].goes_on:
            last += 1
        return range(index, last + 1)

    def _refresh_stretch(self, index: int) -> None:
        for each in self._stretch(index):
            self.refresh_line(each)

    def _into_view(self) -> None:
        height = self.scrollable_content_region.height
        top, last = self.scroll_offset.y, self._stretch(self._cursor)[-1]
        if height and not top <= self._cursor <= last < top + height:
            y = self._cursor if self._cursor < top else min(self._cursor, last - height + 1)
            self.scroll_to(y=y, animate=False, immediate=True)

    def move(self, to: int, *, skip: int = 1) -> None:
        """Puts the cursor on the line at an index, passing over headings in the direction of `skip`."""
        to = min(max(to, 0), len(self._seen) - 1)
        while 0 <= to < len(self._seen) and self._seen[to].inert:
            to += skip
        if not 0 <= to < len(self._seen) or to == self._cursor:
            return
        old, self._cursor = self._cursor, to
        self._refresh_stretch(old)
        self._refresh_stretch(to)
        self._into_view()
        self.post_message(self.Reached(self, self._seen[to]))

    def action_line_down(self) -> None:
        """Goes a line on."""
        self.move(self._cursor + 1)

    def action_line_up(self) -> None:
        """Goes a line back."""
        self.move(self._cursor - 1, skip=-1)

    def action_list_page_down(self) -> None:
        """Goes a page on."""
        self.move(self._cursor + max(1, self.size.height - 1), skip=-1)

    def action_list_page_up(self) -> None:
        """Goes a page back."""
        self.move(self._cursor - max(1, self.size.height - 1))

    def action_list_first(self) -> None:
        """Goes to the first line."""
        self.move(0)

    def action_list_last(self) -> None:
        """Goes to the last line."""
        self.move(len(self._seen) - 1, skip=-1)

    def action_fold(self) -> None:
        """Folds the branch, or goes to the line it hangs on."""
        line = self.current
        if line is None:
            return
        if line.folds and line.id not in self._folded:
            self._folded.add(line.id)
            self._lay_out(line.id)
            return
        above = [
            i
            for i, each in enumerate(self._seen[: self._cursor])
            if each.depth < line.depth and not each.inert
        ]
        if above:
            self.move(above[-1])

    def action_unfold(self) -> None:
        """Unfolds the branch."""
        if (line := self.current) is not None and line.id in self._folded:
            self._folded.discard(line.id)
            self._lay_out(line.id)

    def toggle(self) -> None:
        """Folds the branch under the cursor, or unfolds it."""
        if (line := self.current) is not None and line.folds:
            self._folded ^= {line.id}
            self._lay_out(line.id)

    def action_choose(self) -> None:
        """Chooses the line under the cursor."""
        if (line := self.current) is not None and not line.inert:
            self.post_message(self.Chosen(self, line))

    def on_click(self, event: events.Click) -> None:
        """Goes to the clicked line; a second click on it chooses it."""
        index = event.y + self.scroll_offset.y
        if not 0 <= index < len(self._seen) or self._seen[index].inert:
            return
        if index == self._cursor or event.chain > 1:
            self.action_choose()
        else:
            self.move(index)

    def on_focus(self) -> None:
        """The cursor line looks awake."""
        self._refresh_stretch(self._cursor)

    def on_blur(self) -> None:
        """The cursor line looks at rest."""
        self._refresh_stretch(self._cursor)

    def on_resize(self) -> None:
        """The cursor stays in sight."""
        self._into_view()


def branch_ids(lines: Sequence[Line]) -> tuple[str, ...]:
    """Ids of the lines that fold."""
    return tuple(line.id for line in lines if line.folds)
