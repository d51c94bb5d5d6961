"""What holds for a codebook that is worked on in a study: versions, keys, texts, and what may stand where."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from typing import Any

from rcoder.domain.codebook import Code, hypothesis_of
from rcoder.domain.errors import Misuse
from rcoder.domain.terms import letter
from rcoder.domain.words import Bilingual, Category, Kind

ACTORS = ("borger", "fagperson", "virksomhed", "ledelse", "system", "alle")
"""Who can be an actor, as codebook files know them."""

KEY = re.compile(r"[^\W_][\w.-]*")
"""A key: a letter or digit, then letters, digits, full stops, hyphens and underscores."""

SPLIT_INTO = Bilingual("delt i", "split into")
"""What the note of a hypothesis that was split begins with, in English, before the keys of its parts."""

LONGEST_KEY = 64
"""Code points of the longest key."""

TEXTS = ("label", "title", "definition", "use", "avoid", "example")
"""The texts of a code in two languages."""

_BREAKS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_UNSEEN = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufffe\uffff")


def next_version(version: str) -> str:
    """The version with one more change made here: "1.1" becomes "1.1+1", and "1.1+3" becomes "1.1+4"."""
    base, plus, number = version.rpartition("+")
    if plus and base and number.isascii() and number.isdecimal():
        return f"{base}+{int(number) + 1}"
    return f"{version}+1"


# -- keys ------------------------------------------------------------------------------------------------------------


def check_key(key: str, taken: Iterable[str]) -> None:
    """Raises Misuse where a key is none, or is taken, whatever its letter case."""
    if not KEY.fullmatch(key) or len(key) > LONGEST_KEY:
        raise Misuse(
            f"“{key[:LONGEST_KEY]}” is no key.",
            f"It takes letters, digits, full stops, hyphens and underscores, {LONGEST_KEY} at most, a letter or "
            "digit first.",
        )
    if key.casefold() in {each.casefold() for each in taken}:
        raise Misuse(f"The codebook has {key} already.", "Give another key.")


def hypothesis_key(book_id: str, codes: Iterable[Code]) -> str:
    """The key proposed for a new hypothesis of a codebook: H7 after H6, or after H6a; `codes` are all of the study."""
    known = tuple(codes)
    found = [
        (match[1], int(match[2]))
        for each in known
        if each.codebook_id == book_id
        and each.category is Category.HYPOTHESIS
        and (match := re.match(r"(\D*)(\d+)", each.key))
    ]
    prefix = found[-1][0] if found else "H"
    return _free(prefix, max((number for own, number in found if own == prefix), default=0) + 1, known)


def code_key(under: Code | None, kind: Kind | None, sign: str, codes: Iterable[Code]) -> str:
    """The key proposed for a code: H1.R4 after H1.R3; barriers are H1.B1, as in the shipped codebooks."""
    known = tuple(codes)
    home = hypothesis_of(under, {each.id: each for each in known}) if under is not None else None
    barrier = sign == "-" and kind is not Kind.OUTCOME
    stem = f"{home.key}." if home is not None else ""
    prefix = stem + ("B" if barrier else letter(kind) if kind is not None else "N")
    return _free(prefix, _last(prefix, known) + 1, known)


def condition_key(hypothesis: Code, codes: Iterable[Code]) -> str:
    """The key proposed for a support condition: SC1.4 after SC1.3, SC7.1 for the first of H7."""
    known = tuple(codes)
    own = [
        match[1]
        for each in known
        if each.category is Category.CONDITION
        and each.parent_id == hypothesis.id
        and (match := re.fullmatch(r"(.*?)\d+", each.key))
    ]
    digit = re.search(r"\d", hypothesis.key)
    prefix = own[-1] if own else f"SC{hypothesis.key[digit.start() :] if digit else hypothesis.key}."
    return _free(prefix, _last(prefix, known) + 1, known)


def part_keys(hypothesis: Code, count: int, taken: Iterable[str]) -> tuple[str, ...]:
    """The keys proposed for the parts of a hypothesis: H1a and H1b of H1, H1a1 and H1a2 of H1a."""
    known = {each.casefold() for each in taken}
    letters = "123456789" if hypothesis.key[-1:].isalpha() else "abcdefghijklmnopqrstuvwxyz"
    free = [each for each in letters if f"{hypothesis.key}{each}".casefold() not in known]
    return tuple(f"{hypothesis.key}{each}" for each in free[:count])


def _last(prefix: str, codes: Iterable[Code]) -> int:
    """The highest number after a prefix."""
    pattern = re.compile(rf"{re.escape(prefix)}(\d+)", re.IGNORECASE)
    return max((int(match[1]) for each in codes if (match := pattern.fullmatch(each.key))), default=0)


def _free(prefix: str, number: int, codes: Iterable[Code]) -> str:
    taken = {each.key.casefold() for each in codes}
    while f"{prefix}{number}".casefold() in taken:
        number += 1
    return f"{prefix}{number}"


# -- texts -----------------------------------------------------------------------------------------------------------


def plain_text(text: str, what: str) -> str:
    """A text as a codebook file can hold it. Raises Misuse for control characters and marks that turn its direction."""
    found = unicodedata.normalize("NFC", _BREAKS.sub("\n", text)).strip()
    unseen = next((char for char in found if not _seen(char)), None)
    if unseen is not None:
        raise Misuse(
            f"The {what} holds a character that cannot be seen (U+{ord(unseen):04X}).", "Take it out."
        )
    return found


def _seen(char: str) -> bool:
    return char in "\n\t" or (char not in _UNSEEN and unicodedata.category(char) not in {"Cc", "Cs"})


def plain_words(words: Iterable[str], what: str) -> tuple[str, ...]:
    """Aliases or cues: each once, on one line, empty ones left out. Raises Misuse as `plain_text` does."""
    cleaned = (" ".join(plain_text(each, what).split()) for each in words)
    return tuple(dict.fromkeys(each for each in cleaned if each))


def sound(code: Code) -> Code:
    """The code with its texts as a codebook file can hold them, and without what its category does not have.

    A label or title in one language stands for both. Raises Misuse for a code without label, a code without kind, an
    unknown actor, or a character that cannot be seen.
    """
    said: dict[str, Any] = {name: _bilingual(getattr(code, name), name) for name in TEXTS}
    said["label"], said["title"] = _both(said["label"]), _both(said["title"])
    if not said["label"].da:
        raise Misuse(f"{code.key} needs a label.", "Write it in Danish, in English, or in both.")
    outcome = code.category is Category.CODE and code.kind is Kind.OUTCOME
    hypothesis, plain = code.category is Category.HYPOTHESIS, code.category is Category.CODE
    if plain and code.kind is None:
        raise Misuse(f"{code.key} needs a kind.", "Context, resource, reasoning or outcome.")
    if code.sign not in ("+", "-"):
        raise Misuse(f"“{code.sign}” is no sign.", "Write + or -.")
    unknown = [each for each in code.actors if each not in ACTORS]
    if unknown:
        raise Misuse(f"“{unknown[0]}” is no actor of a codebook.", f"It is one of {', '.join(ACTORS)}.")
    return replace(
        code,
        **{**said, "title": said["title"] if hypothesis else Bilingual()},
        aliases=plain_words(code.aliases, "alias"),
        cues=plain_words(code.cues, "cue"),
        kind=None if hypothesis else code.kind,
        sign=code.sign if plain else "+",
        horizon=code.horizon if outcome else None,
        actors=() if hypothesis else tuple(dict.fromkeys(code.actors)),
        section=plain_text(code.section, "section"),
        note=plain_text(code.note, "note"),
    )


def _bilingual(said: Bilingual, what: str) -> Bilingual:
    return Bilingual(plain_text(said.da, what), plain_text(said.en, what))


def _both(said: Bilingual) -> Bilingual:
    return Bilingual(said.da or said.en, said.en or said.da)


# -- the tree --------------------------------------------------------------------------------------------------------


def below(code: Code, codes: Iterable[Code]) -> tuple[Code, ...]:
    """Every code that stands under a code, directly or further down, in the order of `codes`."""
    known = tuple(codes)
    found = {code.id}
    while more := {each.id for each in known if each.parent_id in found and each.id not in found}:
        found |= more
    return tuple(each for each in known if each.id in found and each.id != code.id)


def above(code: Code, by_id: Mapping[str, Code]) -> tuple[Code, ...]:
    """The codes that a code stands under, nearest first."""
    found: dict[str, Code] = {}
    current = by_id.get(code.parent_id or "")
    while current is not None and current.id not in found and current.id != code.id:
        found[current.id] = current
        current = by_id.get(current.parent_id or "")
    return tuple(found.values())


def check_place(code: Code, under: Code | None, codes: Collection[Code]) -> None:
    """Raises Misuse where a code may not stand there: under itself, a support condition, another codebook, a retired one."""
    own = [each for each in codes if each.codebook_id == code.codebook_id]
    if code.category is Category.HYPOTHESIS:
        if under is not None:
            raise Misuse(f"{code.key} is a hypothesis and stands under nothing.")
        return
    if under is None:
        if code.category is Category.CONDITION or any(each.category is Category.HYPOTHESIS for each in own):
            raise Misuse(f"{code.key} has to stand under something.", "Name a hypothesis or a code.")
        return
    if under.codebook_id != code.codebook_id:
        raise Misuse(f"{under.key} is of another codebook than {code.key}.")
    if code.category is Category.CONDITION and under.category is not Category.HYPOTHESIS:
        raise Misuse(f"The support condition {code.key} stands under a hypothesis, and {under.key} is none.")
    if under.category is Category.CONDITION:
        raise Misuse(
            f"{under.key} is a support condition.", "A code stands under a hypothesis or another code."
        )
    if under.id == code.id or under.id in {each.id for each in below(code, own)}:
        raise Misuse(f"{code.key} cannot stand under {under.key}, which is itself or stands under it.")
    if under.retired and not code.retired:
        raise Misuse(
            f"{under.key} is retired.", f"Bring it back first, or choose another place for {code.key}."
        )
