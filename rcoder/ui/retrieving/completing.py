"""Going on with a query as it is typed: codes, terms and their values that fit the letters at the cursor."""

from __future__ import annotations

import re
from dataclasses import dataclass

from rcoder.domain.retrieval_query import NAMES, quoted
from rcoder.project.retrieval_context import Offers
from rcoder.ui.matching import plain

SHOWN = 8
_TYPED = re.compile(r'(?:([A-Za-zæøåÆØÅ-]+):("[^"]*|[^\s()"]*)|([^\s()":]+))$')
JOINTS = {
    "and": "words in common",
    "or": "either",
    "not": "without",
    "near:2": "within two turns",
    "same-turn": "in one turn",
    "overlapping": "two passages with words in common",
}
"""What stands between codes and terms, and what it means."""


@dataclass(frozen=True, slots=True)
class Offered:
    """Something to go on with."""

    words: str
    """What takes the place of what is typed."""
    means: str
    """What it means, in words."""
    begin: int
    """Where what is typed begins, in characters."""


def offered(text: str, cursor: int, known: Offers) -> tuple[Offered, ...]:
    """What fits the letters before the cursor, the best first; nothing where no word is being typed."""
    typed = _TYPED.search(text[:cursor])
    if typed is None:
        return ()
    name, value, word = typed.groups()
    if name is not None:
        if name.casefold() == "code":
            keys, labels = _codes(value, known, typed.start(), "code:")
            return (*keys, *labels)[:SHOWN]
        return _values(name.casefold(), value.strip('"'), known, typed.start())
    joints = tuple(
        Offered(f"{each} ", means, typed.start())
        for each, means in JOINTS.items()
        if _begins(each, word) and each != word
    )
    terms = tuple(
        Offered(f"{each}:", means, typed.start()) for each, means in NAMES.items() if _begins(each, word)
    )
    keys, labels = _codes(word, known, typed.start(), "")
    return (*keys, *joints, *terms, *labels)[:SHOWN]


def taken(text: str, cursor: int, chosen: Offered) -> tuple[str, int]:
    """The query with an offer taken, and the cursor behind it."""
    before = text[: chosen.begin] + chosen.words
    return before + text[cursor:].lstrip() if text[cursor:].strip() else before, len(before)


def _begins(name: str, typed: str) -> bool:
    return plain(name).startswith(plain(typed))


def _codes(
    typed: str, known: Offers, begin: int, before: str
) -> tuple[tuple[Offered, ...], tuple[Offered, ...]]:
    """Codes by the beginning of their key, and others by letters of their label."""
    wanted = plain(typed).replace(".", "")
    if not wanted or typed.endswith(("*", "/")):
        return (), ()
    keys = [each for each in known.codes if plain(each[0]).replace(".", "").startswith(wanted)]
    labels = [
        each for each in known.codes if each not in keys and len(wanted) > 2 and wanted in plain(each[1])
    ]
    if len(keys) == 1 and keys[0][0] == typed:
        keys = []
    by_key, by_label = (
        tuple(Offered(f"{before}{quoted(key)} ", label, begin) for key, label in found)
        for found in (keys, labels)
    )
    return by_key, by_label


def _values(name: str, typed: str, known: Offers, begin: int) -> tuple[Offered, ...]:
    values = (known.values or {}).get(name, ())
    wanted = plain(typed)
    found = [each for each in values if plain(each).startswith(wanted)]
    found += [each for each in values if each not in found and wanted in plain(each)]
    if found == [typed]:
        return ()
    return tuple(Offered(f"{name}:{quoted(each)} ", "", begin) for each in found[:SHOWN])
