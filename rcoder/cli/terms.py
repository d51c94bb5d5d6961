"""Words of an enumeration as options give them."""

from __future__ import annotations

from enum import StrEnum
from typing import TypeVar

from rcoder.domain.errors import Misuse

E = TypeVar("E", bound=StrEnum)


def term(terms: type[E], word: str, option: str) -> E:
    """The term that an option gives, blanks and hyphens as underscores. Raises Misuse, naming those there are."""
    try:
        return terms(word.strip().casefold().replace(" ", "_").replace("-", "_").replace("/", "_"))
    except ValueError as error:
        known = ", ".join(each.value for each in terms)
        raise Misuse(f"{option} {word} is not known.", f"It is one of {known}.") from error
