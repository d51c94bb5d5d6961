"""Two texts compared: word by word, and letter by letter where words differ."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, groupby

from rcoder.analysis.anchoring import Block
from rcoder.language.alignment import Run, Text, align, aligned, core, merged, opcodes

BRIEF = 6
"""Tokens of a changed stretch that is looked into letter by letter whatever takes its place."""
LONGEST = 200
"""Tokens of the longest that is."""

_FINE = re.compile(r"\w+|\s+|.", re.DOTALL)
_WORD = re.compile(r"\w+")


def compare(before: str, after: str) -> tuple[Block, ...]:
    """The stretches that two texts have in common and those that differ, in order; together they are both texts.

    What is in common by coincidence, as single words in stretches that are wholly different, counts as different.
    """
    old, new, runs = align(before, after)
    return tuple(_joined(_blocks(runs, before, after, old, new)))


def compare_words(before: str, after: str) -> tuple[Block, ...]:
    """The same for two short texts to be read beside one another: whole words, and nothing is a coincidence."""
    tokens, others = _FINE.findall(before), _FINE.findall(after)
    known: dict[str, int] = {}
    ids, theirs = ([known.setdefault(each, len(known)) for each in some] for some in (tokens, others))
    places, there = (list(accumulate(map(len, some), initial=0)) for some in (tokens, others))
    return tuple(
        Block(places[run.a], places[run.b], there[run.c], there[run.d], run.same)
        for run in merged(aligned(ids, theirs))
    )


def _blocks(runs: Iterable[Run], before: str, after: str, old: Text, new: Text) -> Iterator[Block]:
    for same, group in groupby(runs, key=lambda run: run.same):
        alike = list(group)
        a, b, c, d = alike[0].a, alike[-1].b, alike[0].c, alike[-1].d
        block = Block(old.places[a], old.places[b], new.places[c], new.places[d], same)
        words, others = before[block.start : block.end], after[block.at : block.till]
        if same and words == others:
            yield block
        elif same:
            yield from _by_words(block, old.tokens[a:b], new.tokens[c:d])
        elif len(alike) == 1 and _is_balanced(b - a, d - c):
            yield from _within(block, words, others)
        else:
            yield block


def _is_balanced(gone: int, come: int) -> bool:
    """Whether some words take the place of others; what is taken out or put in whole has nothing in common with its place."""
    least, most = sorted((gone, come))
    return least > 0 and most <= min(2 * least + BRIEF, LONGEST)


def _by_words(block: Block, old: Sequence[str], new: Sequence[str]) -> Iterator[Block]:
    """The same words with other blanks before them, or in another case."""
    start, at, done = block.start, block.at, 0
    for place in [each for each, pair in enumerate(zip(old, new, strict=True)) if pair[0] != pair[1]]:
        length = sum(map(len, old[done:place]))
        yield Block(start, start + length, at, at + length, True)
        start, at, done = start + length, at + length, place + 1
        word, other = core(old[place]), core(new[place])
        lead, theirs = len(old[place]) - len(word), len(new[place]) - len(other)
        yield Block(start, start + lead, at, at + theirs, lead == theirs)
        start, at = start + lead, at + theirs
        yield from _by_letters(Block(start, start + len(word), at, at + len(other), False), word, other)
        start, at = start + len(word), at + len(other)
    yield Block(start, block.end, at, block.till, True)


def _within(block: Block, old: str, new: str) -> Iterator[Block]:
    """A changed stretch word by word, blanks apart from words, and letter by letter where words differ."""
    if old[0] == new[0] == " ":
        yield Block(block.start, block.start + 1, block.at, block.at + 1, True)
        block, old, new = Block(block.start + 1, block.end, block.at + 1, block.till, False), old[1:], new[1:]
    if old.isalnum() and new.isalnum():
        yield from _by_letters(block, old, new)
        return
    for each in compare_words(old, new):
        start, end, at, till, same = each
        part = Block(block.start + start, block.start + end, block.at + at, block.at + till, same)
        if same or start == end or at == till:
            yield part
        else:
            yield from _by_letters(part, old[start:end], new[at:till])


def _by_letters(block: Block, old: str, new: str) -> Iterator[Block]:
    """A changed stretch letter by letter; letters are in common where they make half of a word, or are all blanks."""
    if old == new:
        yield block._replace(same=True)
        return
    equal = [(start, at, end - start) for same, start, end, at, _ in opcodes(old, new) if same]
    if equal and not (old.isspace() and new.isspace()):
        equal = _of_one_word(equal, old, new)
    place, at = 0, 0
    for start, there, length in equal:
        if start > place or there > at:
            yield Block(block.start + place, block.start + start, block.at + at, block.at + there, False)
        place, at = start + length, there + length
        yield Block(block.start + start, block.start + place, block.at + there, block.at + at, True)
    if block.start + place < block.end or block.at + at < block.till:
        yield Block(block.start + place, block.end, block.at + at, block.till, False)


def _of_one_word(equal: list[tuple[int, int, int]], old: str, new: str) -> list[tuple[int, int, int]]:
    """Of the letters in common those of two words that have at least half of their letters in common."""
    if old.isalnum() and new.isalnum():
        shared = sum(length for _, _, length in equal)
        return equal if 2 * shared >= max(len(old), len(new)) else []
    words, others = _owners(old), _owners(new)
    letters = [
        (start + step, there + step, words.get(start + step), others.get(there + step))
        for start, there, length in equal
        for step in range(length)
    ]
    pairs = Counter((word, other) for _, _, word, other in letters)
    return [
        (start, there, 1)
        for start, there, word, other in letters
        if word and other and 2 * pairs[word, other] >= max(word[1] - word[0], other[1] - other[0])
    ]


def _owners(text: str) -> dict[int, tuple[int, int]]:
    """Start and end of the word that each letter belongs to."""
    return {
        place: found.span() for found in _WORD.finditer(text) for place in range(found.start(), found.end())
    }


def _joined(blocks: Iterable[Block]) -> Iterator[Block]:
    """Neighbours of one kind as one."""
    last: Block | None = None
    for block in blocks:
        if block.start == block.end and block.at == block.till:
            continue
        if last is not None and last.same == block.same:
            last = Block(last.start, block.end, last.at, block.till, block.same)
            continue
        if last is not None:
            yield last
        last = block
    if last is not None:
        yield last
