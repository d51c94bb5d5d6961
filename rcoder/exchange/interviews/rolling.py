"""Captions that roll: each cue shows the line before once more above its own, as YouTube writes them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

_FEWEST = 2
_SHARE = 0.2


def unrolled(cues: Sequence[Sequence[str]]) -> tuple[list[list[str]], int]:
    """The lines of each cue without those the cue before showed already, and how many those are.

    Cues are left as they are unless many repeat a line above a new one: people do say the same thing twice.
    """
    repeated = [_repeated(before, lines) for before, lines in pairwise(cues)]
    rolling = sum(0 < count < len(lines) for count, lines in zip(repeated, cues[1:], strict=True))
    if rolling < max(_FEWEST, len(repeated) * _SHARE):
        return [list(lines) for lines in cues], 0
    kept = [list(lines)[count:] for lines, count in zip(cues, [0, *repeated], strict=True)]
    return kept, sum(repeated)


def _repeated(before: Sequence[str], lines: Sequence[str]) -> int:
    """How many lines at the top are the last ones of the cue before."""
    shown = [line.split() for line in before]
    words = [line.split() for line in lines]
    for count in range(min(len(shown), len(words)), 0, -1):
        if shown[-count:] == words[:count]:
            return count
    return 0
