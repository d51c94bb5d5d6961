"""Two texts aligned token by token: which runs of words they have in common, and which differ."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import accumulate
from typing import Any, NamedTuple, TypeAlias

MOST = 20_000_000_000
"""Pairs of tokens that are compared at once, about a second; between longer stretches nothing is in common."""
PATCH = 20_000_000
"""Pairs of tokens of the longest gap that is aligned in a second way; more would take a lot of memory."""
FIRM = 4
"""Words in common, beyond those that differ among them, that are no coincidence."""
SAME, DIFFERENT = 4, -3
"""What a word in common and one that differs weigh: a little less, so that words at the edge of a text count too."""
DROP = 16
"""How much may be lost within a stretch: some five words that differ in a row part what is in common before and after."""
USUAL = 3
"""How often one thing must stand for another to be usual, as a new name of a speaker is."""
BRIEF = 6
"""Tokens of a thing that may be usual; words at the edge of a text that go with what stands beside them."""
JOINED = 1000
"""How well a stretch is placed that joins another: fewer stretches differ."""

_TOKEN = re.compile(r" ?\w+|\s+|.", re.DOTALL)


class Run(NamedTuple):
    """Tokens [a, b) of the text before, and [c, d) of the text after."""

    same: bool
    a: int
    b: int
    c: int
    d: int


Pair: TypeAlias = tuple[tuple[int, ...], tuple[int, ...]]
"""What stands for what, in numbers of tokens."""


class Text(NamedTuple):
    """A text in tokens: words with the blank before them, stretches of other blanks, single marks."""

    tokens: list[str]
    ids: list[int]
    places: list[int]
    """Where each token begins, and the length of the text."""
    words: list[int]
    """How many words stand before each token, and in all."""
    ends: list[int]
    """Where a sentence or a line ends: after these tokens."""


def align(before: str, after: str) -> tuple[Text, Text, list[Run]]:
    """Two texts in tokens, and the runs that they have in common or not, in order; together they are both texts.

    Words are in common whatever their case and the blank before them; what is in common by coincidence, as single words in
    stretches that are wholly different, is not.
    """
    known: dict[str, int] = {}
    old, new = (_split(_TOKEN.findall(text), known) for text in (before, after))
    return old, new, _firm(_slid(merged(_by_sentences(old, new)), old, new), old, new)


def _split(tokens: list[str], known: dict[str, int]) -> Text:
    """A text of these tokens; words are numbered alike whatever blank is before them and whatever their case."""
    kinds = dict.fromkeys(tokens)
    numbers = {token: known.setdefault(core(token).casefold(), len(known)) for token in kinds}
    spoken = {token: int(token[-1].isalpha()) for token in kinds}
    ending = {token for token in kinds if token in ".?!" or "\n" in token}  # noqa: S105 - no password
    return Text(
        tokens,
        list(map(numbers.__getitem__, tokens)),
        list(accumulate(map(len, tokens), initial=0)),
        list(accumulate(map(spoken.__getitem__, tokens), initial=0)),
        [place for place, token in enumerate(tokens, start=1) if token in ending],
    )


def core(token: str) -> str:
    """A word without the blank before it; other tokens as they are."""
    return token[1:] if token[0] == " " and token[-1] != " " else token


def opcodes(old: Sequence[int] | str, new: Sequence[int] | str) -> Iterator[tuple[bool, int, int, int, int]]:
    """The stretches of two sequences with the fewest edits: whether they are the same, and where they stand."""
    from rapidfuzz.distance import Levenshtein

    found: Any = Levenshtein.opcodes(old, new).as_list()  # its stubs mix words and numbers
    for tag, start, end, at, till in found:
        yield tag == "equal", start, end, at, till


def aligned(old: Sequence[int], new: Sequence[int], a: int = 0, c: int = 0) -> list[Run]:
    """The runs of two sequences with the fewest edits, counted from `a` and `c`."""
    return [Run(same, a + i, a + j, c + k, c + m) for same, i, j, k, m in opcodes(old, new)]


def _longest_common(old: Sequence[int], new: Sequence[int], a: int, c: int) -> list[Run]:
    """The runs of two sequences with as much in common as can be: nothing takes the place of anything."""
    from rapidfuzz.distance import Indel

    return [
        Run(each.tag == "equal", a + each.src_start, a + each.src_end, c + each.dest_start, c + each.dest_end)
        for each in Indel.opcodes(old, new)
    ]


# -- sentences ---------------------------------------------------------------------------------------------------


def _by_sentences(old: Text, new: Text) -> Iterator[Run]:
    """The runs of two texts: sentences that both have once are in common, between them as few tokens as can be differ."""
    a = c = 0
    for i, j, length in (*_landmarks(old, new), (len(old.ids), len(new.ids), 0)):
        yield from _between(old, new, Run(False, a, i, c, j))
        if length:
            yield Run(True, i, i + length, j, j + length)
        a, c = i + length, j + length


def _between(old: Text, new: Text, gap: Run) -> list[Run]:
    """The runs of a gap between two sentences in common.

    Where most of it differs, something may have been taken out beside something put in; then nothing is taken for the
    place of anything, if more is in common so.
    """
    gone, come = gap.b - gap.a, gap.d - gap.c
    if gone * come > MOST:
        return [gap]
    ids, others = old.ids[gap.a : gap.b], new.ids[gap.c : gap.d]
    found = aligned(ids, others, gap.a, gap.c)
    if gone * come > PATCH or 2 * sum(run.b - run.a for run in found if run.same) >= min(gone, come):
        return found
    other = merged(_longest_common(ids, others, gap.a, gap.c))
    return max(merged(found), other, key=lambda runs: _worth(runs, old, new))


def _worth(runs: Sequence[Run], old: Text, new: Text) -> int:
    """How much is in common that is no coincidence."""
    found = stretches([_score(run, old, new, frozenset()) for run in runs])
    return sum(score for _, _, score in found if score >= SAME * FIRM)


def _landmarks(old: Text, new: Text) -> list[tuple[int, int, int]]:
    """Sentences that each text has once, in the same order in both: where they begin, and how long they are, in tokens."""
    known, others = _once(old), _once(new)
    both = sorted(
        (place, others[sentence], len(sentence)) for sentence, place in known.items() if sentence in others
    )
    return _rising(both)


def _once(text: Text) -> dict[tuple[int, ...], int]:
    """Where each sentence of a text begins that is long enough to be known again and stands there once."""
    found: dict[tuple[int, ...], int] = {}
    start = 0
    for end in (*text.ends, len(text.ids)):
        if text.words[end] - text.words[start] >= FIRM:
            sentence = tuple(text.ids[start:end])
            found[sentence] = -1 if sentence in found else start
        start = end
    return {sentence: place for sentence, place in found.items() if place >= 0}


def _rising(places: Sequence[tuple[int, int, int]]) -> list[tuple[int, int, int]]:
    """As many of these as rise in both texts, in order."""
    lowest: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for index, (_, there, _) in enumerate(places):
        rank = bisect_left(lowest, there)
        before.append(ends[rank - 1] if rank else -1)
        if rank == len(lowest):
            lowest.append(there)
            ends.append(index)
        else:
            lowest[rank], ends[rank] = there, index
    found = []
    index = ends[-1] if ends else -1
    while index >= 0:
        found.append(places[index])
        index = before[index]
    return found[::-1]


def merged(runs: Iterable[Run]) -> list[Run]:
    """Neighbours of one kind as one."""
    found: list[Run] = []
    for run in runs:
        if found and found[-1].same == run.same:
            last = found[-1]
            found[-1] = Run(run.same, last.a, run.b, last.c, run.d)
        else:
            found.append(run)
    return found


# -- what could as well have been a little further on ------------------------------------------------------------


def _slid(runs: list[Run], old: Text, new: Text) -> list[Run]:
    """Whole lines and sentences taken out or put in, where the comparison found a stretch that says the same."""
    for index in range(1, len(runs) - 1):
        run = runs[index]
        if run.same or (run.a < run.b and run.c < run.d):
            continue
        before, after = runs[index - 1], runs[index + 1]
        text, start, end = (old, run.a, run.b) if run.a < run.b else (new, run.c, run.d)
        step = _step(text, start, end, _room(runs, index, -1), _room(runs, index, 1))
        runs[index - 1] = before._replace(b=before.b + step, d=before.d + step)
        runs[index] = run._replace(a=run.a + step, b=run.b + step, c=run.c + step, d=run.d + step)
        runs[index + 1] = after._replace(a=after.a + step, c=after.c + step)
    return merged(run for run in runs if run.a < run.b or run.c < run.d)


def _room(runs: list[Run], index: int, direction: int) -> tuple[int, bool]:
    """How many tokens are in common beside a run, and whether something else differs beyond them."""
    beside = runs[index + direction]
    return beside.b - beside.a, 0 < index + direction < len(runs) - 1


def _step(text: Text, start: int, end: int, left: tuple[int, bool], right: tuple[int, bool]) -> int:
    """By how many tokens a stretch taken out or put in is best moved, back or on, through what is in common beside it.

    Best of all it joins what differs beyond that; else it begins where a paragraph, a line, a sentence or a word does.
    """
    ids = text.ids
    best, most = 0, _fit(text.tokens, start)
    for direction, (room, joins) in ((1, right), (-1, left)):
        step, edge = 0, 0 if direction > 0 else -1
        while abs(step) < room and ids[start + step + edge] == ids[end + step + edge]:
            step += direction
            fit = JOINED if joins and abs(step) == room else _fit(text.tokens, start + step)
            if fit > most and (abs(step) < room or joins):
                best, most = step, fit
    return best


def _fit(tokens: list[str], start: int) -> int:
    """How well something begins at a token: a paragraph, a line, a sentence, a word, none of them."""
    before = tokens[start - 1] if start else "\n\n"
    if "\n" in before:
        return 3 + before.count("\n")
    if start < len(tokens) and tokens[start][0] == " ":
        return 2 if before in ".?!…" else 1
    return 0


# -- what is no coincidence --------------------------------------------------------------------------------------


def _firm(runs: list[Run], old: Text, new: Text) -> list[Run]:
    """The runs, with what is in common by coincidence as different."""
    usual = _usual(runs, old, new)
    scores = [_score(run, old, new, usual) for run in runs]
    enough = SAME * min(FIRM, (min(old.words[-1], new.words[-1]) + 1) // 2)
    kept = [(first, last) for first, last, score in stretches(scores) if score >= enough]
    if not enough or not kept:
        return [run._replace(same=run.same and not enough) for run in runs]
    if _is_edge(old, runs[0].a, runs[kept[0][0]].a) and _is_edge(new, runs[0].c, runs[kept[0][0]].c):
        kept.insert(0, (0, kept[0][0]))
    if _is_edge(old, runs[kept[-1][1]].b, len(old.ids)) and _is_edge(new, runs[kept[-1][1]].d, len(new.ids)):
        kept.append((kept[-1][1], len(runs) - 1))
    firm = {index for first, last in kept for index in range(first, last + 1)}
    return [run if index in firm else run._replace(same=False) for index, run in enumerate(runs)]


def _is_edge(text: Text, start: int, end: int) -> bool:
    """Whether so little stands at the beginning or end of a text that it can be nothing else."""
    return text.words[end] - text.words[start] <= BRIEF


def _score(run: Run, old: Text, new: Text, usual: Collection[Pair]) -> int:
    gone, come = old.words[run.b] - old.words[run.a], new.words[run.d] - new.words[run.c]
    if run.same:
        return SAME * gone
    if not gone or not come or _pair(run, old, new) in usual:
        return 0
    return DIFFERENT * max(gone, come)


def _pair(run: Run, old: Text, new: Text) -> Pair | None:
    if max(run.b - run.a, run.d - run.c) > BRIEF:
        return None
    return tuple(old.ids[run.a : run.b]), tuple(new.ids[run.c : run.d])


def _usual(runs: list[Run], old: Text, new: Text) -> set[Pair]:
    """Replacements made again and again, and hardly ever another for the same."""
    counts = Counter(
        pair for run in runs if not run.same and (pair := _pair(run, old, new)) is not None and all(pair)
    )
    totals: Counter[tuple[int, ...]] = Counter()
    for (gone, _), count in counts.items():
        totals[gone] += count
    return {pair for pair, count in counts.items() if count >= USUAL and count * 5 >= totals[pair[0]] * 4}


def stretches(scores: Sequence[int]) -> Iterator[tuple[int, int, int]]:
    """First and last index and sum of stretches that are worth most, each ending before much is lost again."""
    index = 0
    while index < len(scores):
        if scores[index] <= 0:
            index += 1
            continue
        total, best, last = 0, 0, index
        for place in range(index, len(scores)):
            total += scores[place]
            if total > best:
                best, last = total, place
            elif total < 0 or best - total > DROP:
                break
        yield index, last, best
        index = last + 1
