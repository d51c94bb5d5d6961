"""Deeds on how configurations stand to one another where no shared element says it."""

from __future__ import annotations

from dataclasses import replace

from rcoder.domain.actions.sentences import deed
from rcoder.domain.configuration import Configuration
from rcoder.domain.errors import Misuse
from rcoder.domain.journal import Deed, added, changed, removed
from rcoder.domain.rival import Kinship
from rcoder.domain.words import Kin

SAID = {Kin.NESTED_IN: "is nested in", Kin.CONTRADICTS: "contradicts"}
"""A kinship as a verb."""


def relate(kinship: Kinship, one: Configuration, other: Configuration) -> Deed:
    """Says that a configuration is nested in another or contradicts it. Raises Misuse for one configuration twice."""
    if one.id == other.id:
        raise Misuse(
            f"{one.number} is neither nested in itself nor does it contradict itself.", "Choose another."
        )
    return Deed(f"Said that {one.number} {SAID[kinship.kin]} {other.number}", added(kinship))


def reason(before: Kinship, why: str, one: str, other: str) -> Deed:
    """Gives a kinship another reason; `one` and `other` are numbers. Raises Unchanged where it is the same."""
    after = replace(before, reason=why.strip())
    return deed(f"Said why {one} {SAID[before.kin]} {other}", changed(before, after))


def unrelate(kinship: Kinship, one: str, other: str) -> Deed:
    """Takes a kinship back; `one` and `other` are numbers."""
    return Deed(f"No longer said that {one} {SAID[kinship.kin]} {other}", removed(kinship))
