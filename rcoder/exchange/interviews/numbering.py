"""Lines that begin with their number, as a transcript is printed for a meeting or a court."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from rcoder.exchange.interviews.marks import Line

_NUMBER = re.compile(r"[ \t\xa0]*(?P<number>\d{1,5})(?:[.:)][ \t\xa0]+|[ \t\xa0]+)(?=\S)")
_FEWEST = 4
_FIRST = 2
"""The largest number that the first line may have: 2018 is a year."""
_SHARE = 0.8


def without_numbers(text: str, lines: list[Line]) -> list[Line]:
    """The lines from behind their numbers where nearly all are numbered one after the other; else the same list."""
    found = [_NUMBER.match(text, line.start, line.end) for line in lines]
    numbers = [int(each["number"]) for each in found if each]
    if len(numbers) < max(_FEWEST, len(lines) * _SHARE) or numbers[0] > _FIRST:
        return lines
    steps = sum(other - one == 1 for one, other in pairwise(numbers))
    if steps < (len(numbers) - 1) * _SHARE:
        return lines
    return [
        replace(line, start=each.end()) if each else line for line, each in zip(lines, found, strict=True)
    ]
