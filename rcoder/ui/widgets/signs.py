"""Signs beside the words of a transcript: a reading mark, a quotation, a memo, each where its words begin."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

MEMO, QUOTATION, MARK = "✎", "”", "✱"
ORDER = (MEMO, QUOTATION, MARK)
"""The signs from left to right; each has a cell of its own."""


class Sign(NamedTuple):
    """A sign and where its words begin, in code points."""

    start: int
    sign: str


@dataclass(frozen=True, slots=True)
class Signs:
    """The signs of a transcript, by where their words begin."""

    signs: tuple[Sign, ...] = ()

    def beside(self, start: int, end: int) -> str:
        """The cells beside a row of code points [start, end): a sign or a blank for each kind; "" for none."""
        first = bisect_left(self.signs, (start, ""))
        there = set()
        for each in self.signs[first:]:
            if each.start >= end:
                break
            there.add(each.sign)
        return "".join(sign if sign in there else " " for sign in ORDER) if there else ""

    def changed(self, other: Signs) -> Iterable[int]:
        """Where the two differ."""
        return {each.start for each in set(self.signs) ^ set(other.signs)}


def signs(found: Iterable[Sign]) -> Signs:
    """Signs in order, each once."""
    return Signs(tuple(sorted(set(found))))
