"""A YAML text with the place of every value and comment in it, and edits that leave all else as it is."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

_BREAK = re.compile("\r\n|\r|\n")
_COMMENT = re.compile("#[^\r\n]*")
_BLANKS = " \t"


@dataclass(frozen=True, slots=True)
class Mark:
    """A value of the text: a scalar, a list or a block of keys; places are code points of the whole text."""

    start: int
    end: int
    """After its last character; after its last value, where it has no closing bracket."""
    column: int
    style: str = ""
    """Of a scalar: "" for plain, else its quotation mark, "|" or ">"."""
    flow: bool = False
    """Whether a list or block of keys is written with brackets."""
    entries: tuple[Mark, ...] = ()
    """Of a list."""
    pairs: dict[str, tuple[Mark, Mark]] = field(default_factory=dict)
    """Of a block of keys: key and value by the key's text."""
    scalar: bool = False


class Marked:
    """A YAML text, its values' places, and the edits to be made to it. The text must be sound YAML of the plain part."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._lines = [0, *(found.end() for found in _BREAK.finditer(text))]
        breaks = [found[0] for found in _BREAK.finditer(text)]
        self.line_end = max(set(breaks), key=breaks.count) if breaks else "\n"
        """How most lines end."""
        self._edits: list[tuple[int, int, str]] = []
        self._scalars: list[tuple[int, int]] = []
        self.root = self._mark(_composed(text))
        self.comments = tuple(self._find_comments())
        """Places of the comments, from "#" to the end of the line."""

    # -- reading -------------------------------------------------------------------------------------------------

    def _at(self, mark: Any) -> int:
        return (
            min(self._lines[mark.line] + mark.column, len(self.text))
            if mark.line < len(self._lines)
            else len(self.text)
        )

    def _mark(self, node: Any) -> Mark:
        """The places of a node; they know their depth from the text, which is bounded when it is read."""
        start, end = self._at(node.start_mark), self._at(node.end_mark)
        column, flow = node.start_mark.column, bool(getattr(node, "flow_style", False))
        if isinstance(node.value, str):
            style = node.style or ""
            end = self._without_blank_lines(start, end) if style in ("|", ">") else end
            self._scalars.append((start, end))
            return Mark(start, end, column, style, scalar=True)
        if node.id == "sequence":
            entries = tuple(self._mark(each) for each in node.value)
            return Mark(
                start, end if flow or not entries else entries[-1].end, column, flow=flow, entries=entries
            )
        pairs = {key.value: (self._mark(key), self._mark(value)) for key, value in node.value}
        last = end if flow or not pairs else list(pairs.values())[-1][1].end
        return Mark(start, last, column, flow=flow, pairs=pairs)

    def _without_blank_lines(self, start: int, end: int) -> int:
        return start + len(self.text[start:end].rstrip())

    def _find_comments(self) -> Iterator[tuple[int, int]]:
        before = 0
        for start, end in [*sorted(self._scalars), (len(self.text), len(self.text))]:
            for found in _COMMENT.finditer(self.text, before, start):
                yield found.span()
            before = max(before, end)

    def line_start(self, place: int) -> int:
        """The beginning of the line of a place."""
        return self._lines[bisect_right(self._lines, place) - 1]

    def next_line(self, place: int) -> int:
        """The beginning of the line after that of a place; the end of the text after the last."""
        index = bisect_right(self._lines, place)
        return self._lines[index] if index < len(self._lines) else len(self.text)

    def comments_in(self, start: int, end: int) -> list[tuple[int, int]]:
        """The comments that begin within a stretch."""
        return [each for each in self.comments if start <= each[0] < end]

    def indent(self, place: int) -> str:
        """The blanks that the line of a place begins with."""
        line = self.text[self.line_start(place) : self.next_line(place)]
        return line[: len(line) - len(line.lstrip(_BLANKS))]

    def after_lines(self, place: int, column: int) -> int:
        """The line after that of a place and after the comments below it that are further in than a column."""
        there = self.next_line(place)
        while (
            self.text[there : there + 1] and self._is_comment_line(there) and len(self.indent(there)) > column
        ):
            there = self.next_line(there)
        return there

    def _is_comment_line(self, line: int) -> bool:
        first = line + len(self.indent(line))
        return any(start == first for start, _ in self.comments_in(first, first + 1))

    # -- editing -------------------------------------------------------------------------------------------------

    def put(self, start: int, end: int, text: str) -> None:
        """Puts a text in the place of a stretch."""
        self._edits.append((start, end, text))

    def put_lines(self, place: int, lines: Sequence[str]) -> None:
        """Puts whole lines before the line that begins at a place, or after the last one."""
        whole = self.line_end.join(lines) + self.line_end
        unended = place == len(self.text) and self.text[-1:] not in ("\n", "\r", "")
        self.put(place, place, self.line_end + whole.removesuffix(self.line_end) if unended else whole)

    def take_lines(self, start: int, end: int) -> None:
        """Takes out the lines from that of `start` to that of `end`; their comments stay, each on a line of its own."""
        first, last = self.line_start(start), self.next_line(max(start, end - 1))
        kept = [
            f"{self.indent(comment)}{self.text[comment:stop]}{self.line_end}"
            for comment, stop in self.comments_in(first, last)
        ]
        self.put(first, last, "".join(kept))

    def edited(self) -> str:
        """The text with all edits made; those at one place in the order they were given."""
        found, before = [], 0
        for start, end, text in sorted(self._edits, key=lambda each: each[:2]):
            found += [self.text[before:start], text]
            before = max(before, end)
        return "".join((*found, self.text[before:]))


def _composed(text: str) -> Any:
    import yaml

    return yaml.compose(text, Loader=getattr(yaml, "CBaseLoader", yaml.BaseLoader))
