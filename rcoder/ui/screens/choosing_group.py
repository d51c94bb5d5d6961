"""Choosing the group of cases that a table keeps to."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from rcoder.domain.groups import GroupCount
from rcoder.ui.configuring.choices import Choice
from rcoder.ui.screens.choosing import choose

if TYPE_CHECKING:
    from rcoder.ui.app import RcoderApp

EVERY = "every"
"""The choice of every case."""


def choose_group(
    app: RcoderApp,
    groups: Iterable[GroupCount],
    cases: int,
    language: str,
    then: Callable[[str], None],
    *,
    at: str = "",
    further: Sequence[Choice] = (),
) -> None:
    """Asks for a group; goes on with its id, "" for every case, or the id of one of the `further` choices."""
    choices = [Choice(EVERY, (("every case", ""),), f"{cases}")]
    choices += [
        Choice(
            each.group.id,
            ((each.group.name.say(language), ""),),
            each.words,
            (each.group.name.en, each.group.name.da),
        )
        for each in groups
    ]
    choose(
        app,
        "Only the cases of",
        [*choices, *further],
        lambda answer: then("" if answer == EVERY else answer),
        at=at or EVERY,
    )
