"""What the sentences of deeds are put together from."""

from __future__ import annotations

from collections.abc import Iterable

from rcoder.domain.errors import Unchanged
from rcoder.domain.journal import Change, Deed


def deed(sentence: str, changes: tuple[Change, ...]) -> Deed:
    """A deed that changes something. Raises Unchanged where it changes nothing."""
    if not changes:
        raise Unchanged("It is so already.", "Nothing was changed.")
    return Deed(sentence, changes)


def several(number: int, thing: str, things: str = "") -> str:
    """A number with its noun: 1 coding, 3 codings."""
    return f"{number} {thing}" if number == 1 else f"{number} {things or f'{thing}s'}"


def listed(words: Iterable[str]) -> str:
    """Words as a person lists them: one, two and three."""
    every = list(words)
    return " and ".join([", ".join(every[:-1]), every[-1]]) if len(every) > 1 else "".join(every)


def counted(*counts: tuple[int, str, str]) -> str:
    """What there is any of, listed: 2 codings and 1 memo."""
    return listed(several(number, one, many) for number, one, many in counts if number)


def ranges(numbers: Iterable[int]) -> str:
    """Whole numbers in order, those that follow one another as a range: 4, 8–12."""
    found: list[tuple[int, int]] = []
    for number in sorted(set(numbers)):
        if found and found[-1][1] == number - 1:
            found[-1] = (found[-1][0], number)
        else:
            found.append((number, number))
    return ", ".join(str(first) if first == last else f"{first}–{last}" for first, last in found)
