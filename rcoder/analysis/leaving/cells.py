"""Small cells: combinations of municipality, role and attributes that apply to few cases, and that a file shows together."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from rcoder.domain.actions.sentences import several
from rcoder.domain.leaving import FEW, Facet, Found, Known, KnownCase, Sighting, Sort
from rcoder.domain.outgoing import Broken, Said

_MOST = 400
"""Characters of the words that a small cell is shown with."""


class Shown(NamedTuple):
    """What a file shows of one case."""

    case: KnownCase
    municipality: bool
    roles: tuple[str, ...]
    facets: tuple[Facet, ...]
    said: Said


def small_cells(said: Sequence[Said], known: Known, few: int = FEW) -> tuple[Found, ...]:
    """Combinations that apply to fewer than `few` cases, by what they are; each once for a file."""
    found: dict[str, Found] = {}
    for shown in _shown(said, known):
        if not (facets := _telling(shown)):
            continue
        by_number: dict[int, list[str]] = {}
        for role in shown.roles:
            by_number.setdefault(sum(_fits(each, facets, role) for each in known.cases), []).append(role)
        for number, roles in by_number.items():
            if 0 < number < few:
                one = _as_found(shown, roles, facets, number, len(known.cases))
                found.setdefault(one.words, one)
    return tuple(found[each] for each in sorted(found))


def few_of(broken: Iterable[Broken], few: int = FEW) -> tuple[Found, ...]:
    """Numbers broken down by what people are known by that are under `few`, in the order of the file."""
    return tuple(
        Found(
            Sort.SMALL_CELL,
            each.words,
            1,
            (Sighting(each.place, "", str(each.number), ""),),
            f"{each.number} of {each.of}",
        )
        for each in broken
        if 0 < each.number < few
    )


def _shown(said: Sequence[Said], known: Known) -> Iterator[Shown]:
    """What the file shows of each case that it tells apart, in the order of the study's cases."""
    of_case: dict[str, list[Said]] = {}
    for each, case_id in with_cases(said, known):
        of_case.setdefault(case_id, []).append(each)
    all_words = "\n".join(each.text for each in said).casefold() if of_case else ""
    for case in known.cases:
        own = of_case.get(case.id, ())
        if not own:
            continue
        words = "\n".join(each.text for each in own).casefold()
        yield Shown(
            case,
            bool(case.municipality) and _says(words, (case.municipality,)),
            tuple(sorted(role for role in case.roles if _role_shown(own, words, role, known.roles))),
            tuple(each for each in case.facets if _shows(words, all_words, each)),
            _place_of(own, case),
        )


def with_cases(said: Iterable[Said], known: Known) -> Iterator[tuple[Said, str]]:
    """Words with the case they are about: the one they come with, else each that they name."""
    names = {each.name.casefold(): each.id for each in known.cases if each.name}
    pattern = _either(names)
    for each in said:
        if each.case_id:
            yield each, each.case_id
        elif pattern is not None:
            for name in dict.fromkeys(found.casefold() for found in pattern.findall(each.text.casefold())):
                yield each, names[name]


def _either(words: Iterable[str]) -> re.Pattern[str] | None:
    every = sorted(words, key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, every))})(?!\w)") if every else None


def _telling(shown: Shown) -> tuple[Facet, ...]:
    """What tells the case apart: its municipality and an attribute, or two attributes; () for less."""
    place = (Facet("municipality", shown.case.municipality),) if shown.municipality else ()
    facets = (*place, *shown.facets)
    return facets if len(facets) > 1 else ()


def _fits(case: KnownCase, facets: Iterable[Facet], role: str) -> bool:
    own = {(each.name, each.value) for each in (*case.facets, Facet("municipality", case.municipality))}
    return role in case.roles and all((each.name, each.value) in own for each in facets)


def _role_shown(own: Sequence[Said], words: str, role: str, ways: Mapping[str, tuple[str, ...]]) -> bool:
    return any(each.role == role for each in own) or _says(words, (role, *ways.get(role, ())))


def _shows(words: str, all_words: str, facet: Facet) -> bool:
    """Whether the words say a value; one that says nothing alone must be named in the file."""
    if facet.named and not _says(all_words, (facet.name, *facet.names)):
        return False
    return _says(words, (facet.value, *facet.words))


def _says(words: str, wanted: Iterable[str]) -> bool:
    return any(
        plain in words and re.search(rf"(?<!\w){re.escape(plain)}(?!\w)", words) is not None
        for plain in (each.casefold() for each in wanted if each)
    )


def _place_of(own: Sequence[Said], case: KnownCase) -> Said:
    """The words that say most of what the case is known by."""
    marks = [mark for mark in (case.municipality, *(each.value for each in case.facets)) if mark]
    return max(own, key=lambda each: sum(_says(each.text.casefold(), (mark,)) for mark in marks))


def _as_found(shown: Shown, roles: Sequence[str], facets: Sequence[Facet], number: int, of: int) -> Found:
    said = [each.value if each.name == "municipality" else f"{each.name}: {each.value}" for each in facets]
    words = " + ".join([said[0], "/".join(roles), *said[1:]])
    where = Sighting(shown.said.place, "", shown.said.text[:_MOST], "")
    note = f"applies to {number} of {several(of, 'case')}"
    return Found(Sort.SMALL_CELL, words, 1, (where,), note)
