"""What a query can be filtered by, as choices."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rcoder.domain.retrieval import Term
from rcoder.domain.retrieval_query import quoted
from rcoder.project.retrieval_context import Offers
from rcoder.ui.configuring.choices import Choice

OFF = "off:"
"""Begins the choice to take a filter off, before its number."""
ORDER = (
    "role", "case", "group", "outcome", "stance", "kind", "coder", "polarity", "scope", "directness", "prompting", "is",
    "on", "interview",
)  # fmt: skip


def filters(known: Offers, on_now: Sequence[Term]) -> tuple[Choice, ...]:
    """The filters that can be taken off, then those that can be put on."""
    return (*_off(on_now), *_on(known))


def _off(on_now: Sequence[Term]) -> Iterator[Choice]:
    for number, each in enumerate(on_now):
        words = f"{each.name}:{quoted(each.value)}"
        yield Choice(
            f"{OFF}{number}", (("without ", "-muted"), (words, "-strong")), "takes it off", ("without",)
        )


def _on(known: Offers) -> Iterator[Choice]:
    values = known.values or {}
    for name in ORDER:
        for value in values.get(name, ()):
            yield Choice(f"{name}:{value}", ((f"{name}: ", "-muted"), (value, "")), names=(value, name))
