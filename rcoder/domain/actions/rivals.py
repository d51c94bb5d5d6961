"""Deeds on rival explanations: what else could have brought the outcome about, and why it was kept or dropped."""

from __future__ import annotations

from collections.abc import Iterable

from rcoder.domain.actions.sentences import deed
from rcoder.domain.configuration import Evidence
from rcoder.domain.errors import Misuse
from rcoder.domain.exhibit import Bearing
from rcoder.domain.journal import Deed, added, changed, removed
from rcoder.domain.rival import Rival
from rcoder.domain.words import Fate


def consider(rival: Rival, number: str) -> Deed:
    """Sets another explanation beside a configuration's own. Raises Misuse as `check` does."""
    check(rival)
    return Deed(f"Considered a rival of {number}: “{rival.wording}”", added(rival))


def reconsider(before: Rival, after: Rival, number: str) -> Deed:
    """Words a rival anew, or says what became of it and why. Raises Misuse as `check` does, Unchanged where nothing changes."""
    check(after)
    fate = f" ({after.fate.value})" if after.fate is not before.fate else ""
    return deed(f"Changed a rival of {number}{fate}: “{after.wording}”", changed(before, after))


def withdraw(
    rival: Rival, number: str, evidence: Iterable[Evidence] = (), bearings: Iterable[Bearing] = ()
) -> Deed:
    """Removes a rival with the passages and other material joined to it; to drop one as tested is `reconsider`."""
    changes = (*removed(*evidence), *removed(*bearings), *removed(rival))
    return Deed(f"Removed a rival of {number}: “{rival.wording}”", changes)


def check(rival: Rival) -> None:
    """Raises Misuse for a rival without words, one kept or dropped without a reason, and one that is the configuration itself."""
    if not rival.wording.strip():
        raise Misuse("A rival explanation needs its words.", "Say what else could have led to the outcome.")
    if rival.fate is not Fate.OPEN and not rival.reason.strip():
        raise Misuse(f"A rival is {rival.fate.value} for a reason.", "Say why, or leave it open.")
    if rival.other_id == rival.configuration_id:
        raise Misuse("A configuration is no rival of itself.")
