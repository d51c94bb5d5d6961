"""What a judgement of strength is made by: separate numbers, never one score (realist-practice §5)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from rcoder.domain.theory import Tally
from rcoder.domain.words import Stance


@dataclass(frozen=True, slots=True)
class Coverage:
    """What there is to count of: the denominators of the whole study."""

    interviews: int = 0
    by_role: Mapping[str, int] = field(default_factory=dict)
    """Interviews in which a role group speaks."""
    groups: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """Ids of cases by outcome group, where it is known."""


@dataclass(frozen=True, slots=True)
class OutOf:
    """A number of how many."""

    number: int
    of: int
    apart: int = 0
    """Cases that are not yet coded to the end, said beside the number and no part of it."""


@dataclass(frozen=True, slots=True)
class StanceCount:
    """What the passages of one stance come to."""

    stance: Stance
    tally: Tally
    interviews: OutOf
    material: int = 0
    """Other material of that stance, which is no passage."""


@dataclass(frozen=True, slots=True)
class Strength:
    """The indicators of one configuration; none of them is added to another."""

    stances: tuple[StanceCount, ...]
    """Of each stance there is anything of; supports and contradicts always."""
    coded_cases: int
    """The cases coded to the end, which cases are counted of."""
    roles: Mapping[str, OutOf]
    """By role group: interviews with a passage in support, of those the group speaks in."""
    contrast: Mapping[str, OutOf]
    """By outcome group: cases with a passage in support about them, of its cases."""
    scopes: Mapping[str, int]
    """Passages in support by what they are about."""
    supporting: int
    """The passages that the next two are of: all in support, those that are listed and not counted too."""
    said: int
    volunteered: int
    answered: OutOf
    """Passages against it that somebody wrote a memo on, of all against it."""
