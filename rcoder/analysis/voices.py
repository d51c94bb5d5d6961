"""Which voices of a corrected text are voices of the text before: by name, then by the words they share."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

from rcoder.analysis.anchoring import Block
from rcoder.domain.transcript import Span, Speaker

V = TypeVar("V")


def shared_words(
    blocks: Iterable[Block], before: Sequence[tuple[Span, str]], after: Sequence[tuple[Span, int]]
) -> Counter[tuple[int, str]]:
    """How many code points each voice of the text after shares with each speaker of the text before.

    Turns are in order, each with the speaker's id before and with the index of the voice after.
    """
    shared: Counter[tuple[int, str]] = Counter()
    old_starts, new_starts = ([span.start for span, _ in turns] for turns in (before, after))
    for block in blocks:
        if not block.same:
            continue
        along = block.at - block.start
        for spoken, speaker_id in _within(before, old_starts, Span(block.start, block.end)):
            there = Span(spoken.start + along, spoken.end + along)
            for common, voice in _within(after, new_starts, there):
                shared[voice, speaker_id] += common.end - common.start
    return shared


def same_voices(
    speakers: Sequence[Speaker], names: Sequence[str], shared: Mapping[tuple[int, str], int]
) -> dict[int, Speaker]:
    """The speaker of the text before that each voice is, by the voice's index; new voices are not among them.

    A name, letter case and blanks set aside, goes before shared words; by words a voice is the speaker of more than
    half of what it shares with anybody. A voice without a name is known by that alone: it may be several.
    """
    found: dict[int, Speaker] = {}
    for index, name in enumerate(names):
        same = [each for each in speakers if folded(each.name) == folded(name) and each not in found.values()]
        if same:
            found[index] = max(same, key=lambda each: (shared.get((index, each.id), 0), -each.position))
    totals: Counter[int] = Counter()
    for (index, _), count in shared.items():
        totals[index] += count
    left = {each.id: each for each in speakers if each.name and each not in found.values()}
    for (index, speaker_id), count in sorted(shared.items(), key=lambda each: (-each[1], each[0])):
        if index not in found and names[index] and speaker_id in left and 2 * count > totals[index]:
            found[index] = left.pop(speaker_id)
    return found


def folded(name: str) -> str:
    """A name without regard to letter case and blanks."""
    return " ".join(name.casefold().split())


def _within(turns: Sequence[tuple[Span, V]], starts: Sequence[int], span: Span) -> Iterator[tuple[Span, V]]:
    """What each voice says of a stretch of text."""
    for index in range(max(0, bisect_right(starts, span.start) - 1), len(turns)):
        spoken, voice = turns[index]
        if spoken.start >= span.end:
            return
        start, end = max(span.start, spoken.start), min(span.end, spoken.end)
        if start < end:
            yield Span(start, end), voice
