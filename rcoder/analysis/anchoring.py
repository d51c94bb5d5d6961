"""Where a passage stands in a corrected text: pure, from the stretches that two texts have in common."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from rcoder.domain.transcript import Span
from rcoder.domain.words import Verdict

WORD = re.compile(r"\w+|\?")
"""What must be the same for a passage to say the same: words, and whether it asks."""

LETTER = re.compile(r"\w")
SHORT = 40
"""Code points of a replacement that the end of a passage goes along with, as with a name."""

UNIQUE = 12
"""Code points that words must have at least to be known again in another place."""


class Block(NamedTuple):
    """A stretch of the text before, and what stands there after; `same` where it is the same words."""

    start: int
    end: int
    at: int
    """Where it begins in the text after, code points."""
    till: int
    same: bool


@dataclass(frozen=True, slots=True)
class Anchor:
    """What became of a passage."""

    verdict: Verdict | None
    """None where all its words are where they were among the others."""
    span: Span | None
    """Where it stands in the text after; None for a lost one."""


class Anchoring:
    """Finds passages of one text in the text that corrects it.

    `blocks` tile both texts in order. Turns are the spans that are spoken: labels between them are no words of anybody.
    """

    def __init__(
        self,
        before: str,
        after: str,
        blocks: Sequence[Block],
        turns: tuple[Sequence[Span], Sequence[Span]] = ((), ()),
    ) -> None:
        self.before, self.after = before, after
        self.blocks = tuple(blocks)
        self._starts = [block.start for block in self.blocks]
        self._spoken = (_Spoken(before, turns[0]), _Spoken(after, turns[1]))
        self._in_turns = any(turns)

    def anchor(self, span: Span) -> Anchor:
        """What became of a passage that lies inside the text before and holds at least one code point."""
        found, whole = self._in_place(span)
        if found is not None and self._says_the_same(span, found):
            return Anchor(None, found)
        if not whole and (moved := self._elsewhere(span)) is not None:
            return Anchor(Verdict.MOVED, moved)
        return Anchor(Verdict.LOST if found is None else Verdict.CHANGED, found)

    def near(self, position: int) -> int:
        """The place in the text after that is nearest to a position in the text before."""
        if not self.blocks:
            return 0
        block = self.blocks[self._index(position)]
        along = max(0, position - block.start)
        return block.at + along if block.same else min(block.at + along, block.till)

    def share(self) -> float:
        """How much of the shorter text's words are words of the other, from 0 to 1; 1 for two texts without words."""
        same = sum(_words(self.before[each.start : each.end]) for each in self.blocks if each.same)
        least = min(_words(self.before), _words(self.after))
        return same / least if least else float(self.before.split() == self.after.split())

    def _index(self, position: int) -> int:
        return max(0, bisect_right(self._starts, position) - 1)

    # -- in place ------------------------------------------------------------------------------------------------

    def _in_place(self, span: Span) -> tuple[Span | None, bool]:
        """The passage among the words it stood among, None where none of its letters is left; whether both ends are."""
        first, last = self._block_of(span.start), self._block_of(span.end - 1)
        within = self.blocks[first : last + 1]
        if not any(self._left(span, block) for block in within):
            return None, False
        start, from_start = _start_in(within[0], span)
        end, to_end = _end_in(within[-1], span)
        if not from_start:
            start = self._trimmed_start(start, end)
        if not to_end:
            end = self._trimmed_end(start, end)
        found = self._to_whole_words(span, start, end) if start < end else None
        return found, from_start and to_end

    def _block_of(self, position: int) -> int:
        """The block that holds a code point of the text before; insertions hold none."""
        index = self._index(position)
        while self.blocks[index].end <= position:
            index -= 1
        return index

    def _left(self, span: Span, block: Block) -> bool:
        start, end = max(span.start, block.start), min(span.end, block.end)
        return block.same and start < end and LETTER.search(self.before, start, end) is not None

    def _trimmed_start(self, start: int, end: int) -> int:
        while start < end and self.after[start].isspace():
            start += 1
        return start

    def _trimmed_end(self, start: int, end: int) -> int:
        while start < end and self.after[end - 1].isspace():
            end -= 1
        return end

    def _to_whole_words(self, span: Span, start: int, end: int) -> Span:
        """Takes along letters that were added to its first or last word, where it stood on whole words."""
        if not _splits(self.before, span.start):
            while _splits(self.after, start):
                start -= 1
        if not _splits(self.before, span.end):
            while _splits(self.after, end):
                end += 1
        return Span(start, end)

    # -- what it says --------------------------------------------------------------------------------------------

    def _says_the_same(self, span: Span, found: Span) -> bool:
        """Whether all its words are the same, or all that anybody says of them."""
        if same_words(span.of(self.before), found.of(self.after)):
            return True
        return self._in_turns and self._spoken[0].words(span) == self._spoken[1].words(found)

    # -- elsewhere -----------------------------------------------------------------------------------------------

    def _elsewhere(self, span: Span) -> Span | None:
        """The only place where its words stand now; where there are several, the only place of the line it stood in."""
        words = span.of(self.before)
        start = self._only(words)
        if start is not None:
            return Span(start, start + len(words))
        line_start = self.before.rfind("\n", 0, span.start) + 1
        line_end = self.before.find("\n", span.end)
        line = self.before[line_start : line_end if line_end >= 0 else len(self.before)]
        start = self._only(line) if len(line) > len(words) else None
        if start is None:
            return None
        start += span.start - line_start
        return Span(start, start + len(words))

    def _only(self, words: str) -> int | None:
        """Where words stand that each of the two texts has once; None for too few of them."""
        if len(words.strip()) < UNIQUE:
            return None
        start = self.after.find(words)
        if start < 0 or self.after.find(words, start + 1) >= 0:
            return None
        once = self.before.find(words)
        return start if self.before.find(words, once + 1) < 0 else None


def same_words(before: str, after: str) -> bool:
    """Whether two passages have the same words and questions, case set aside."""
    return _said(before) == _said(after)


def _said(text: str) -> list[str]:
    return WORD.findall(text.casefold())


class _Spoken:
    """The words of a text that somebody says."""

    def __init__(self, text: str, turns: Sequence[Span]) -> None:
        self._text = text
        self._turns = tuple(turns)
        self._starts = [turn.start for turn in self._turns]

    def words(self, span: Span) -> list[str]:
        """The words within a span, case set aside; labels between turns are left out."""
        pieces = list(self._within(span)) if self._turns else []
        return [
            word.casefold()
            for piece in pieces or [span]
            for word in WORD.findall(self._text, piece.start, piece.end)
        ]

    def _within(self, span: Span) -> Iterable[Span]:
        index = max(0, bisect_right(self._starts, span.start) - 1)
        while index < len(self._turns) and self._turns[index].start < span.end:
            turn = self._turns[index]
            start, end = max(span.start, turn.start), min(span.end, turn.end)
            if start < end:
                yield Span(start, end)
            index += 1


def _start_in(block: Block, span: Span) -> tuple[int, bool]:
    """Where a passage that begins in a block begins after it, and whether its first code point is there."""
    if block.same:
        return block.at + span.start - block.start, True
    if span.start == block.start and _is_replaced(block):
        return block.at, False
    return block.till, False


def _end_in(block: Block, span: Span) -> tuple[int, bool]:
    """Where a passage that ends in a block ends after it, and whether its last code point is there."""
    if block.same:
        return block.at + span.end - block.start, True
    if span.end == block.end and _is_replaced(block):
        return block.till, False
    return block.at, False


def _is_replaced(block: Block) -> bool:
    """Whether something short stands in the place of something short: another word, or a name made unknown."""
    return block.at < block.till and max(block.end - block.start, block.till - block.at) <= SHORT


def _splits(text: str, place: int) -> bool:
    """Whether a place in a text is inside a word."""
    return 0 < place < len(text) and _is_letter(text[place - 1]) and _is_letter(text[place])


def _is_letter(character: str) -> bool:
    return character.isalnum() or character == "_"


def _words(text: str) -> int:
    return sum(1 for _ in WORD.finditer(text))
