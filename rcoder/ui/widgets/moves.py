"""Moving through a transcript by sentence, turn, word and character, and widening a selection by the same units."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from rcoder.domain.answers import Reading
from rcoder.domain.transcript import Span

_WORD = re.compile(r"\S+")


class Unit(StrEnum):
    """What a key moves or widens by."""

    CHARACTER = "character"
    WORD = "word"
    SENTENCE = "sentence"
    TURN = "turn"


@dataclass(frozen=True, slots=True)
class Ground:
    """Where a cursor can go: the sentences and turns of a text, each in order and never overlapping."""

    text: str
    sentences: tuple[Span, ...]
    turns: tuple[Span, ...]
    starts: dict[Unit, tuple[int, ...]]
    """Starts of the sentences and of the turns."""

    def units(self, unit: Unit) -> tuple[Span, ...]:
        """The sentences or the turns."""
        return self.turns if unit is Unit.TURN else self.sentences

    def index(self, unit: Unit, position: int) -> int:
        """Index of the sentence or turn at a position, or of the last one before it; 0 before the first."""
        return max(0, bisect_right(self.starts[unit], position) - 1)

    def sentence(self, position: int) -> Span:
        """The sentence at a position; an empty span where the text has none."""
        return self.sentences[self.index(Unit.SENTENCE, position)] if self.sentences else Span(0, 0)

    def turn(self, position: int) -> Span:
        """The turn at a position; an empty span where the text has none."""
        return self.turns[self.index(Unit.TURN, position)] if self.turns else Span(0, 0)

    def words(self, span: Span) -> list[Span]:
        """The words within a span."""
        return [Span(*match.span()) for match in _WORD.finditer(self.text, span.start, span.end)]

    def word(self, position: int) -> Span:
        """The word at a position, or the nearest one before it in its sentence."""
        sentence = self.sentence(position)
        words = self.words(sentence)
        if not words:
            return sentence
        return words[max(0, bisect_right([each.start for each in words], position) - 1)]


@dataclass(frozen=True, slots=True)
class Cursor:
    """A place in the text, and perhaps a selection from `anchor` to the moving end `head`."""

    position: int
    anchor: int | None = None
    head: int = 0
    by_character: bool = False
    """Plain arrows move the head by characters."""

    @property
    def selection(self) -> Span | None:
        """What is selected, if anything."""
        if self.anchor is None or self.anchor == self.head:
            return None
        return Span(min(self.anchor, self.head), max(self.anchor, self.head))


def ground_of(reading: Reading) -> Ground:
    """The ground of a reading: its sentences cut to the turns; a turn without sentences is one."""
    turns = tuple(span for turn in reading.transcript.turns if (span := _trimmed(reading.text, turn.span)))
    if not turns:
        turns = tuple(
            span
            for match in re.finditer(r"[^\n]+", reading.text)
            if (span := _trimmed(reading.text, Span(*match.span())))
        )
    sentences: list[Span] = []
    known = sorted(reading.sentences)
    starts = [each.start for each in known]
    for turn in turns:
        first = max(0, bisect_right(starts, turn.start) - 1)
        within = [_cut(each, turn) for each in known[first : bisect_left(starts, turn.end)]]
        sentences += _tiled(reading.text, turn, within)
    return ground(reading.text, sentences, turns)


def ground(text: str, sentences: Sequence[Span], turns: Sequence[Span]) -> Ground:
    """A ground of spans that are in order already."""
    starts = {
        Unit.SENTENCE: tuple(each.start for each in sentences),
        Unit.TURN: tuple(each.start for each in turns),
    }
    return Ground(text, tuple(sentences), tuple(turns), starts)


def _cut(span: Span, turn: Span) -> Span:
    if turn.start <= span.start and span.end <= turn.end:
        return span
    return Span(max(span.start, turn.start), min(span.end, turn.end))


def _trimmed(text: str, span: Span) -> Span | None:
    """The span without blanks at its ends; None where nothing is left."""
    if span.start < span.end and not text[span.start].isspace() and not text[span.end - 1].isspace():
        return span
    words = span.of(text)
    start = span.start + len(words) - len(words.lstrip())
    end = span.end - (len(words) - len(words.rstrip()))
    return Span(start, end) if start < end else None


def _tiled(text: str, turn: Span, sentences: Sequence[Span]) -> list[Span]:
    """Sentences that leave no word of the turn out: words between two of them are a sentence of their own."""
    found: list[Span] = []
    place = turn.start
    for sentence in [*sentences, Span(turn.end, turn.end)]:
        start = max(place, sentence.start)
        if place < start and not text[place:start].isspace():
            found += [between] if (between := _trimmed(text, Span(place, start))) else []
        if start < sentence.end:
            itself = _trimmed(text, sentence if start == sentence.start else Span(start, sentence.end))
            found += [itself] if itself else []
        place = max(place, sentence.end)
    return found


def moved(ground: Ground, cursor: Cursor, unit: Unit, direction: int) -> Cursor:
    """The cursor one unit on (1) or back (-1), without a selection; it stays where there is no more."""
    if not ground.sentences:
        return cursor
    if unit is Unit.CHARACTER:
        return Cursor(min(max(cursor.position + direction, 0), max(0, len(ground.text) - 1)))
    if unit is Unit.WORD:
        return Cursor(_word_beside(ground, cursor.position, direction).start)
    units = ground.units(unit)
    here = ground.index(unit, cursor.position)
    if direction < 0 and unit is Unit.TURN and ground.sentence(cursor.position).start > units[here].start:
        return Cursor(units[here].start)
    return Cursor(units[min(max(here + direction, 0), len(units) - 1)].start)


def widened(ground: Ground, cursor: Cursor, unit: Unit, direction: int) -> Cursor:
    """The selection with its moving end one unit on or back; narrowed to nothing it is gone.

    Without a selection it starts from what is current: the word for words and characters, else the sentence or turn.
    """
    if not ground.sentences:
        return cursor
    if cursor.anchor is None:
        return _begun(ground, cursor, unit, direction)
    head = _boundary(ground, cursor.head, unit, direction, ends=cursor.head >= cursor.anchor)
    side = cursor.head - cursor.anchor
    if side and unit is not Unit.CHARACTER and (head - cursor.anchor) * side <= 0:
        return Cursor(cursor.anchor if side > 0 else cursor.anchor - 1)
    return selected(ground, cursor.anchor, head, by_character=cursor.by_character)


def selected(ground: Ground, anchor: int, head: int, *, by_character: bool = False) -> Cursor:
    """A cursor at the moving end of a selection."""
    place = head - 1 if head > anchor else head
    return Cursor(min(max(place, 0), max(0, len(ground.text) - 1)), anchor, head, by_character)


def dragged(ground: Ground, first: int, last: int) -> Cursor:
    """The selection from one character to another, both of them in it."""
    if last >= first:
        return selected(ground, first, last + 1)
    return selected(ground, first + 1, last)


def extended(ground: Ground, cursor: Cursor, place: int) -> Cursor:
    """The selection, or else the word under the cursor, made to reach the word at a place: its end where that is not before it."""
    if not ground.sentences:
        return cursor
    here, word = cursor.selection or ground.word(cursor.position), ground.word(place)
    if word.start < here.start:
        return selected(ground, here.end, word.start)
    return selected(ground, here.start, word.end)


def to_the_end_of_the_turn(ground: Ground, cursor: Cursor) -> Cursor:
    """The selection from the start of what is current to the end of the turn it ends in."""
    if not ground.sentences:
        return cursor
    here = cursor.selection or ground.sentence(cursor.position)
    return selected(ground, here.start, max(here.end, ground.turn(here.end - 1).end))


def _begun(ground: Ground, cursor: Cursor, unit: Unit, direction: int) -> Cursor:
    if unit is Unit.CHARACTER:
        anchor = cursor.position if direction > 0 else cursor.position + 1
        return selected(ground, anchor, anchor + direction)
    if unit is Unit.WORD:
        word = ground.word(cursor.position)
        return (
            selected(ground, word.start, word.end)
            if direction > 0
            else selected(ground, word.end, word.start)
        )
    here = ground.sentence(cursor.position) if unit is Unit.SENTENCE else ground.turn(cursor.position)
    anchor, edge = (here.start, here.end) if direction > 0 else (here.end, here.start)
    if unit is Unit.TURN:
        return selected(ground, anchor, edge)
    return selected(ground, anchor, _boundary(ground, edge, unit, direction, ends=direction > 0))


def _boundary(ground: Ground, place: int, unit: Unit, direction: int, *, ends: bool) -> int:
    """The next end (or start) of a unit on that side of a place; the place itself where there is none."""
    if unit is Unit.CHARACTER:
        return min(max(place + direction, 0), len(ground.text))
    spans = ground.units(unit) if unit is not Unit.WORD else _words_round(ground, place)
    edges = [span.end if ends else span.start for span in spans]
    if direction > 0:
        index = bisect_right(edges, place)
        return edges[index] if index < len(edges) else place
    index = bisect_left(edges, place)
    return edges[index - 1] if index else (spans[0].start if spans else place)


def _words_round(ground: Ground, place: int) -> list[Span]:
    """The words of the sentence at a place and of the ones beside it."""
    here = ground.index(Unit.SENTENCE, place)
    near = ground.sentences[max(0, here - 1) : here + 2]
    return [word for sentence in near for word in ground.words(sentence)]


def _word_beside(ground: Ground, position: int, direction: int) -> Span:
    here = ground.word(position)
    words = _words_round(ground, position)
    index = bisect_left([each.start for each in words], here.start) + direction
    return words[min(max(index, 0), len(words) - 1)] if words else here
