"""Names and places in a text: words with a capital that are known, in all their forms."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from rcoder.analysis.leaving.first_names import FIRST_NAMES
from rcoder.analysis.leaving.patterns import CAPITAL, Hit
from rcoder.analysis.leaving.places import PLACES, PLACES_TOO
from rcoder.analysis.leaving.surnames import SURNAMES, WORDS_TOO
from rcoder.domain.leaving import Known, Sort

CAPITALISED = re.compile(rf"(?<![\w@])[{CAPITAL}]\w*(?:-\w+)*(?:['’]s?(?!\w))?")
_WORD = re.compile(r"[^\W\d_]+")
BEGINS = re.compile(r"(?:^|[.!?:…|\n\t]|[.!?…][\"'”’»)\]])\s*[\"'“”‘’»«(\[–—-]*\s*$")
_SHORTEST = 4
"""Letters of the shortest name that is found without its capital."""
STRETCH = 30
"""Code points before a word in which the sentence's beginning is looked for."""
_INITIAL = re.compile(rf" (?:[{CAPITAL}]\. ?){{0,2}}")
_RANK = {Sort.KNOWN_NAME: 0, Sort.REMOVED: 1, Sort.NAME: 2, Sort.CODER: 3, Sort.PLACE: 4}


class Names:
    """All names and places there are to be found, by word; made once for a file."""

    def __init__(self, known: Known) -> None:
        self._sorts: dict[str, Sort] = {**_shipped()}
        self._sorts |= dict.fromkeys(
            (each.casefold() for each in known.places if " " not in each), Sort.PLACE
        )
        self._sorts |= dict.fromkeys(known.removed, Sort.REMOVED)
        self._sorts |= dict.fromkeys(
            (each.split()[0].casefold() for each in known.coders if each.split()), Sort.CODER
        )
        self._sorts |= dict.fromkeys(known.names, Sort.KNOWN_NAME)
        ours = {each.casefold() for each in known.places if " " not in each} | known.names
        self._small = frozenset(
            each for each in ours if len(each) >= _SHORTEST and each not in WORDS_TOO | PLACES_TOO
        )
        self._small_forms = self._small | {f"{each}s" for each in self._small}
        several = sorted(each for each in PLACES | known.places if " " in each)
        first = "".join(sorted({re.escape(each[0]) for each in several}))
        self._several = re.compile(rf"(?=[{first}])(?<!\w)(?:{'|'.join(map(re.escape, several))})s?(?!\w)")

    def found_in(self, text: str) -> Iterator[Hit]:
        """Names and places in a text; first name and surname that stand together are one."""
        text = text.replace("_", " ")
        yield from (Hit(*found.span(), Sort.PLACE) for found in self._several.finditer(text))
        pending: Hit | None = None
        for found in CAPITALISED.finditer(text):
            if len(found[0]) == 1:
                continue
            sort = self._sort(text, found.start(), found[0], pending)
            if pending is not None and _joined(text, pending, found, sort):
                pending = Hit(pending.start, found.end(), _together(pending.sort, sort))
                continue
            if pending is not None:
                yield pending
            pending = Hit(*found.span(), sort) if sort is not None else None
        if pending is not None:
            yield pending
        yield from self._without_capital(text)

    def _sort(self, text: str, start: int, word: str, before: Hit | None) -> Sort | None:
        """What a word with a capital is; None for any other word."""
        form, sort = self._known(word)
        if sort is None or (form not in WORDS_TOO and (sort is Sort.KNOWN_NAME or form not in PLACES_TOO)):
            return sort
        if before is not None and before.end == start - 1:
            return sort
        if word.isupper() and len(word) > 1:
            return None
        return self._inside(text, start, sort)

    @staticmethod
    def _inside(text: str, start: int, sort: Sort) -> Sort | None:
        """The sort, unless the word begins a sentence."""
        return None if BEGINS.search(text[max(0, start - STRETCH) : start]) else sort

    def _known(self, word: str) -> tuple[str, Sort | None]:
        """The plain form of a word and what it is: without genitive, and of a hyphenated one its first known part."""
        for form in _forms(word):
            if (sort := self._sorts.get(form)) is not None:
                return form, sort
        for part in word.split("-") if "-" in word else ():
            for form in _forms(part) if part[:1].isupper() else ():
                if (sort := self._sorts.get(form)) is not None and form not in WORDS_TOO:
                    return form, Sort.NAME if sort is Sort.CODER else sort
        return word, None

    def _without_capital(self, text: str) -> Iterator[Hit]:
        """Names and places that the study knows and that are no ordinary words, typed in small letters."""
        if not self._small or self._small_forms.isdisjoint(_WORD.findall(text)):
            return
        for found in _WORD.finditer(text):
            if found[0] in self._small_forms:
                yield Hit(*found.span(), self._known(found[0])[1] or Sort.KNOWN_NAME)


def base_form(word: str) -> str:
    """A word as names are looked up: casefolded, and without its genitive where that makes it a shipped name."""
    for form in _forms(word):
        if form in FIRST_NAMES or form in SURNAMES:
            return form
    return word.casefold()


def _forms(word: str) -> tuple[str, ...]:
    """The word as it stands, and without each genitive: Mettes, Mette's, Jens'."""
    own = word.casefold().replace("’", "'").rstrip("0123456789") or word
    if own.endswith("'s"):
        return own[:-2], f"{own[:-2]}s"
    if own.endswith("'"):
        return (own[:-1],)
    return (own, own[:-1]) if own.endswith("s") and len(own) > 2 else (own,)


def _together(first: Sort, sort: Sort | None) -> Sort:
    """What two words of one name are: a coder's first name with another surname is not the coder's."""
    both = (Sort.NAME if each in (Sort.CODER, None) else each for each in (first, sort))
    return min((each for each in both if each is not None), key=_RANK.__getitem__)


def _joined(text: str, before: Hit, found: re.Match[str], sort: Sort | None) -> bool:
    """Whether a word goes with the name before it: a surname, known or not, or a further first name."""
    between = text[before.end : found.start()]
    if before.sort is Sort.PLACE or sort is Sort.PLACE or not _INITIAL.fullmatch(between):
        return False
    ends = text[before.end - 1] in "'’s" and sort is None
    return not ends and (sort is not None or not found[0].isupper())


@cache
def _shipped() -> Mapping[str, Sort]:
    places = {each.casefold(): Sort.PLACE for each in PLACES if " " not in each}
    return {**places, **dict.fromkeys(FIRST_NAMES | SURNAMES, Sort.NAME)}
