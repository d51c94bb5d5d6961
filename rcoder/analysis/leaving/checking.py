"""The check itself: all words of a file looked through once, and what was found put together by what it is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from rcoder.analysis.leaving.cells import few_of, small_cells
from rcoder.analysis.leaving.naming import Names
from rcoder.analysis.leaving.patterns import Hit, patterns_in
from rcoder.analysis.leaving.plain import plain
from rcoder.domain.leaving import FEW, ROUND, SHOWN, Findings, Found, Known, Sighting, Sort
from rcoder.domain.outgoing import Broken, Said

_ORDER = {each: place for place, each in enumerate(Sort)}
_NAMES = frozenset((Sort.KNOWN_NAME, Sort.REMOVED, Sort.NAME, Sort.PLACE))


class _Gathered:
    """One thing while it is being gathered."""

    __slots__ = ("count", "sightings", "words")

    def __init__(self, words: str) -> None:
        self.words = words
        self.count = 0
        self.sightings: list[Sighting] = []


def look_through(
    said: Sequence[Said], known: Known, few: int = FEW, *, broken: Sequence[Broken] = ()
) -> Findings:
    """What in the words of a file may point at a person, the most serious first; the same words give the same findings."""
    names, coders = Names(known), _whole(known.coders)
    gathered: dict[tuple[Sort, str], _Gathered] = {}
    for each in said:
        for hit in _of_one(each.text, names, coders):
            _put(gathered, each, hit)
    ordered = sorted(gathered.items(), key=lambda one: (_ORDER[one[0][0]], -one[1].count, one[0][1]))
    every = [Found(sort, one.words, one.count, tuple(one.sightings)) for (sort, _), one in ordered]
    cells = (*small_cells(said, known, few), *few_of(broken, few))
    return Findings(
        (*(each for each in every if each.sort is not Sort.CODER), *cells),
        tuple(each for each in every if each.sort is Sort.CODER),
        sum(len(each.text) for each in said),
    )


def _of_one(text: str, names: Names, coders: re.Pattern[str] | None) -> list[Hit]:
    """What one stretch of words holds, without what lies in something more serious."""
    words, places = plain(text)
    hits = _of_plain(words, names, coders)
    return [Hit(places[each.start], places[each.end - 1] + 1, each.sort) for each in hits] if places else hits


def _of_plain(text: str, names: Names, coders: re.Pattern[str] | None) -> list[Hit]:
    hits = list(patterns_in(text))
    if coders is not None:
        hits += [Hit(*found.span(), Sort.CODER) for found in coders.finditer(text)]
    hits += names.found_in(text)
    if len(hits) < 2:
        return hits
    kept: list[Hit] = []
    for hit in sorted(hits):
        if not kept or kept[-1].end <= hit.start:
            kept.append(hit)
        elif _weight(hit) < _weight(kept[-1]):
            kept[-1] = hit
    return kept


def _weight(hit: Hit) -> tuple[bool, int, int, int]:
    """Numbers first, then whole names of coders, which are names of the study's people too, then names."""
    name = hit.sort in _NAMES
    return name, -1 if hit.sort is Sort.CODER else _ORDER[hit.sort], hit.start, -hit.end


def _put(gathered: dict[tuple[Sort, str], _Gathered], said: Said, hit: Hit) -> None:
    words = said.text[hit.start : hit.end]
    key = _same(plain(words)[0]) if hit.sort in _NAMES else "".join(plain(words)[0].casefold().split())
    one = gathered.setdefault((hit.sort, key), _Gathered(words))
    one.count += 1
    if (len(words), words.isupper()) < (len(one.words), one.words.isupper()):
        one.words = words
    if len(one.sightings) < SHOWN:
        before = said.text[max(0, hit.start - ROUND) : hit.start]
        one.sightings.append(Sighting(said.place, before, words, said.text[hit.end : hit.end + ROUND]))


def _same(words: str) -> str:
    """What a name is gathered by: without letter case and genitive."""
    own = " ".join(words.casefold().replace("’", "'").split())
    return own.removesuffix("'s").removesuffix("'").removesuffix("s") if len(own) > 3 else own


def _whole(names: Iterable[str]) -> re.Pattern[str] | None:
    """Whole names of coders; a name of one word only with a capital."""
    every = sorted(
        {" ".join(each.split()) for each in names if each.strip()}, key=lambda each: (-len(each), each)
    )
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, every))})s?(?!\w)") if every else None
