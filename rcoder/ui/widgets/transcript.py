"""The reading pane: a transcript in rows, with codings in the margin and behind the words, and a cursor."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from rich.segment import Segment
from rich.style import Style
from textual.geometry import Region, Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

from rcoder.domain.answers import Reading
from rcoder.domain.coding import Coding
from rcoder.domain.transcript import Span
from rcoder.ui.commands import Where, bindings
from rcoder.ui.inks import Inks
from rcoder.ui.marks import shown_lines
from rcoder.ui.widgets import moves, painting
from rcoder.ui.widgets.kept import Painted
from rcoder.ui.widgets.layers import Layers, layered
from rcoder.ui.widgets.moves import Cursor, Ground, Unit, ground_of
from rcoder.ui.widgets.pointing import Pointing
from rcoder.ui.widgets.rows import Row, Rows, lay_out, position_at
from rcoder.ui.widgets.signs import Signs

WIDEST = 92
"""Cells of the longest row; longer ones are hard to read."""


class TranscriptPane(ScrollView, Painted, Pointing, can_focus=True):
    """A transcript to be read and coded. It holds no project: codings come in, moves and selections go out."""

    DEFAULT_CSS = """
    TranscriptPane { overflow-x: hidden; overflow-y: scroll; scrollbar-size-vertical: 1; }
    """
    BINDINGS = bindings(Where.TRANSCRIPT)

    def __init__(self, *, id: str, moved: Callable[[], None]) -> None:  # noqa: A002 - Textual's name
        """`moved` is called when the current passage is another one; not a message, so that both are painted at once."""
        super().__init__(id=id)
        self._moved = moved
        self.empty = ""
        """What to say where there is no transcript."""
        self.reading: Reading | None = None
        self.ground: Ground = moves.ground("", (), ())
        self.cursor = Cursor(0)
        self.coded: Layers = layered(())
        self.signs = Signs()
        self.marked: tuple[Span, ...] = ()
        """Words that suggestions rest on, by place."""
        self._text = ""
        self._rows: Rows = Rows((), (), 0)
        self._headings: tuple[painting.Heading, ...] = ()

    # -- what is in it -------------------------------------------------------------------------------------------

    def open(self, reading: Reading, position: int | None = None) -> None:
        """Shows a transcript, with the cursor at a position or on its first sentence."""
        self.reading = reading
        self.ground = ground_of(reading)
        self._text = shown_lines(reading.text)
        self._headings = painting.headings(reading)
        self.coded = layered(reading.codings)
        start = self.ground.sentences[0].start if self.ground.sentences else 0
        self.cursor = Cursor(start if position is None else min(position, max(0, len(reading.text) - 1)))
        self._lay_out()
        self.scroll_to(y=0, animate=False, immediate=True)
        self._into_view()
        self.refresh()

    def close(self) -> None:
        """Shows no transcript."""
        self.reading, self.ground, self.cursor = None, moves.ground("", (), ()), Cursor(0)
        self._text, self._rows, self._headings, self.coded = "", Rows((), (), 0), (), layered(())
        self.set_reactive(ScrollView.virtual_size, Size(0, 0))
        self._scroll_update(self.virtual_size)
        self.refresh()

    def take_over(self, reading: Reading) -> None:
        """Goes by the sentences of the same text read again; the cursor, the selection and the rows stay."""
        if self._laid_out is self.reading:
            self._laid_out = reading
        self.reading = reading
        self.ground = ground_of(reading)
        self.refresh()

    def show_codings(self, codings: Iterable[Coding], changed: Iterable[Span]) -> None:
        """Shows these codings; only the rows of those that changed are painted, and of others moved to another lane."""
        before = set(self.coded.bars)
        self.coded = layered(codings)
        spans = [*changed, *(bar.span for bar in before ^ set(self.coded.bars))]
        for span in spans:
            self._refresh_rows(self._rows.between(span.start, span.end))

    def show_signs(self, signs: Signs) -> None:
        """Shows these signs in the margin; only the rows of those that changed are painted."""
        before, self.signs = self.signs, signs
        for start in before.changed(signs):
            self._refresh_rows(self._rows.between(start, start + 1))

    def show_marked(self, marked: tuple[Span, ...]) -> None:
        """Underlines these words; only the rows of those that changed are painted."""
        before, self.marked = set(self.marked), marked
        for span in before ^ set(marked):
            self._refresh_rows(self._rows.between(span.start, span.end))

    @property
    def passage(self) -> Span:
        """What a code would be given to: the selection, else the sentence under the cursor."""
        return self.cursor.selection or self.ground.sentence(self.cursor.position)

    @property
    def progress(self) -> float:
        """How far down the cursor is, from 0 to 1."""
        return self._rows.at(self.cursor.position) / max(1, len(self._rows.rows) - 1)

    def screen_row(self, position: int) -> int:
        """Row of the screen, from its top, in which a place in the text stands; it may lie beyond what is seen."""
        return self._rows.at(position) - self.scroll_offset.y + self.content_region.y

    # -- painting ------------------------------------------------------------------------------------------------

    @property
    def _margin(self) -> int:
        """Cells left of the words: lanes of bars, then line numbers."""
        return painting.LANES + painting.NUMBERS

    def _lay_out(self) -> None:
        if self.reading is None or not self.size.width:
            return
        width = min(WIDEST, max(10, self.scrollable_content_region.width - self._margin - 1))
        names = [heading.name for heading in self._headings]
        if self._rows.width != width or not self._rows.rows or self._laid_out is not self.reading:
            self._rows = lay_out(self._text, self.reading.transcript.turns, names, width)
            self._laid_out = self.reading
        self.set_reactive(
            ScrollView.virtual_size, Size(self.scrollable_content_region.width, len(self._rows.rows))
        )
        self._scroll_update(self.virtual_size)

    _laid_out: Reading | None = None

    def on_resize(self) -> None:
        """Wraps anew, with the same words at the top."""
        if not self._rows.rows or self._rows.width == 0:
            self._lay_out()
            self._into_view()
            return
        top = self._rows.rows[min(self.scroll_offset.y, len(self._rows.rows) - 1)].start
        self._lay_out()
        self.scroll_to(y=self._rows.at(top), animate=False, immediate=True)
        self._into_view()
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """One painted row."""
        width = self.scrollable_content_region.width
        index = y + self.scroll_offset.y
        base = self.base
        if self.reading is None:
            return painting.sentence(self.empty, y, width, base, self.known)
        if index >= len(self._rows.rows):
            return Strip.blank(width, base)
        row, known = self._rows.rows[index], self.known
        segments = painting.margin(
            row, self._before(index, y), self.coded, base, known, signs=self.signs.beside(row.start, row.end)
        )
        segments += self._words(row, base, known)
        return Strip(Segment.adjust_line_length(segments, width, base), width)

    def _before(self, index: int, y: int) -> int:
        """Where the row above ends; -1 for the top row, whose bars all show their letter."""
        return self._rows.rows[index - 1].end if index and y else -1

    def _words(self, row: Row, base: Style, known: Inks) -> list[Segment]:
        if row.heading:
            return painting.heading(self._headings[row.turn], base, known)
        spans = painting.Spans(
            self.ground.sentence(self.cursor.position),
            self.cursor.selection,
            self.ground.word(self.cursor.position),
            tuple(each for each in self.marked if each.start < row.end and row.start < each.end),
        )
        interviewer = row.turn < 0 or self._headings[row.turn].interviewer
        if interviewer:
            base += known["-interviewer"]
        return painting.words(self._text, row, self.coded, spans, base=base, inks=known)

    def _refresh_rows(self, rows: range) -> None:
        top, height = self.scroll_offset.y, self.scrollable_content_region.height
        first, last = max(rows.start, top), min(rows.stop, top + height)
        if first < last:
            self.refresh(Region(0, first - top, self.size.width, last - first))

    def _into_view(self) -> None:
        """Scrolls where the cursor has come to an edge, by so much that it can go on for a while without scrolling."""
        height = self.scrollable_content_region.height
        if not height or not self._rows.rows:
            return
        row = self._rows.at(self.cursor.position)
        top, edge = self.scroll_offset.y, 2 if height > 8 else 0
        if row < top + edge and top > 0:
            self._scroll(max(0, row - height * 2 // 3))
        elif row >= top + height - edge:
            self._scroll(row - height // 3)

    def _scroll(self, top: int) -> None:
        self.scroll_to(y=top, animate=False, immediate=True, force=True)

    # -- moving --------------------------------------------------------------------------------------------------

    def place(self, cursor: Cursor) -> None:
        """Puts the cursor, painting only the rows that look different."""
        if cursor == self.cursor or not self._rows.rows:
            return
        before, self.cursor = self.cursor, cursor
        for each in painting.differing(self.ground, before, cursor):
            self._refresh_rows(self._rows.between(each.start, each.end))
        self._into_view()
        self._moved()

    def go_to(self, position: int) -> None:
        """Puts the cursor at a position without a selection."""
        self.place(Cursor(position))

    def select(self, span: Span) -> None:
        """Selects a passage, with its end as the moving one."""
        self.place(moves.selected(self.ground, span.start, span.end))

    def sees(self, span: Span) -> bool:
        """Whether some row of a passage is on screen."""
        rows, top = self._rows.between(span.start, span.end), self.scroll_offset.y
        return rows.start < top + self.scrollable_content_region.height and rows.stop > top

    def drop_selection(self) -> bool:
        """Drops the selection; whether there was one."""
        if self.cursor.anchor is None and not self.cursor.by_character:
            return False
        first = min(self.cursor.anchor or 0, self.cursor.head) if self.cursor.anchor is not None else None
        self.place(Cursor(self.cursor.position if first is None else first))
        return True

    def place_at(self, x: int, y: int) -> int | None:
        """The place in the text that is painted at a cell of the pane; None beyond its rows."""
        index = y + self.scroll_offset.y
        if not 0 <= index < len(self._rows.rows):
            return None
        return position_at(self._text, self._rows.rows[index], max(0, x - self._margin))

    def _move(self, unit: Unit, direction: int) -> None:
        if self.cursor.by_character:
            self._widen(Unit.CHARACTER if unit is Unit.WORD else unit, direction)
        else:
            self.place(moves.moved(self.ground, self.cursor, unit, direction))

    def _widen(self, unit: Unit, direction: int) -> None:
        self.place(moves.widened(self.ground, self.cursor, unit, direction))

    def action_sentence_down(self) -> None:
        """Goes a sentence on."""
        self._move(Unit.SENTENCE, 1)

    def action_sentence_up(self) -> None:
        """Goes a sentence back."""
        self._move(Unit.SENTENCE, -1)

    def action_turn_down(self) -> None:
        """Goes a turn on."""
        self._move(Unit.TURN, 1)

    def action_turn_up(self) -> None:
        """Goes a turn back."""
        self._move(Unit.TURN, -1)

    def action_word_right(self) -> None:
        """Goes a word on."""
        self._move(Unit.WORD, 1)

    def action_word_left(self) -> None:
        """Goes a word back."""
        self._move(Unit.WORD, -1)

    def action_widen_down(self) -> None:
        """Widens by a sentence."""
        self._widen(Unit.SENTENCE, 1)

    def action_widen_up(self) -> None:
        """Narrows by a sentence, or widens upwards."""
        self._widen(Unit.SENTENCE, -1)

    def action_widen_turn_down(self) -> None:
        """Widens by a turn."""
        self._widen(Unit.TURN, 1)

    def action_widen_turn_up(self) -> None:
        """Narrows by a turn, or widens upwards."""
        self._widen(Unit.TURN, -1)

    def action_widen_right(self) -> None:
        """Widens by a word."""
        self._widen(Unit.WORD, 1)

    def action_widen_left(self) -> None:
        """Narrows by a word, or widens to the left."""
        self._widen(Unit.WORD, -1)

    def action_by_character(self) -> None:
        """Begins or ends selecting by character."""
        cursor = self.cursor
        if cursor.by_character:
            self.place(replace(cursor, by_character=False))
        elif cursor.anchor is None:
            self.place(moves.selected(self.ground, cursor.position, cursor.position + 1, by_character=True))
        else:
            self.place(replace(cursor, by_character=True))

    def action_rest_of_turn(self) -> None:
        """Selects from the start of the passage to the end of its turn."""
        self.place(moves.to_the_end_of_the_turn(self.ground, self.cursor))

    def action_swap_ends(self) -> None:
        """Lets the other end of the selection move."""
        cursor = self.cursor
        if cursor.anchor is not None:
            self.place(
                moves.selected(self.ground, cursor.head, cursor.anchor, by_character=cursor.by_character)
            )

    def action_sentence_start(self) -> None:
        """Goes to the first word of the sentence."""
        self.place(Cursor(self.ground.sentence(self.cursor.position).start))

    def action_sentence_end(self) -> None:
        """Goes to the last word of the sentence."""
        end = self.ground.sentence(self.cursor.position).end
        self.place(Cursor(self.ground.word(max(0, end - 1)).start))

    def action_widen_home(self) -> None:
        """Selects back to the start of the sentence."""
        anchor = (
            self.cursor.anchor
            if self.cursor.anchor is not None
            else self.ground.word(self.cursor.position).end
        )
        self.place(moves.selected(self.ground, anchor, self.ground.sentence(self.cursor.position).start))

    def action_widen_end(self) -> None:
        """Selects to the end of the sentence."""
        anchor = (
            self.cursor.anchor
            if self.cursor.anchor is not None
            else self.ground.word(self.cursor.position).start
        )
        self.place(moves.selected(self.ground, anchor, self.ground.sentence(self.cursor.position).end))

    def action_page_down(self) -> None:
        """Goes a page on."""
        self._page(1)

    def action_page_up(self) -> None:
        """Goes a page back."""
        self._page(-1)

    def _page(self, direction: int) -> None:
        if not self._rows.rows or not self.ground.sentences:
            return
        height = max(1, self.scrollable_content_region.height - 2)
        here = self._rows.at(self.cursor.position)
        target = min(max(here + direction * height, 0), len(self._rows.rows) - 1)
        self._scroll(max(0, self.scroll_offset.y + direction * height))
        self.go_to(self.ground.sentence(self._rows.rows[target].start).start)

    def action_first(self) -> None:
        """Goes to the first sentence."""
        self.go_to(self.ground.sentence(0).start)

    def action_last(self) -> None:
        """Goes to the last sentence."""
        self.go_to(self.ground.sentence(len(self._text)).start)
