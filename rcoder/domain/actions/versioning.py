"""Deeds on versions of the theory: save one, rename it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from rcoder.domain.errors import Misuse, Unchanged
from rcoder.domain.journal import Deed, added, changed
from rcoder.domain.theory_difference import INITIAL, NOW
from rcoder.domain.versions import TheoryVersion

SAVED = "Saved theory version "
"""What the sentence begins with, by which the entry is found again."""


def save_version(version: TheoryVersion, names: Collection[str]) -> Deed:
    """Keeps what stands as a named version; `names` are those taken. Raises Misuse without a name of its own or a reason."""
    sound = _sound(version, names)
    return Deed(f"{SAVED}{sound.number} “{sound.name}”", added(sound))


def reword_version(before: TheoryVersion, name: str, reason: str, names: Collection[str]) -> Deed:
    """Gives a version another name or reason; what it holds stays. Raises Misuse as `save_version`, and Unchanged."""
    after = _sound(replace(before, name=name, reason=reason), names)
    if after == before:
        raise Unchanged(f"Version {before.number} is called that already.")
    return Deed(f"Renamed theory version {before.number} “{after.name}”", changed(before, after))


def _sound(version: TheoryVersion, names: Collection[str]) -> TheoryVersion:
    name, reason = " ".join(version.name.split()), version.reason.strip()
    if not name:
        raise Misuse(
            "A version of the theory needs a name.", "Say what it is: “after the first round of interviews”."
        )
    if name.isdecimal() or name.casefold() in (INITIAL, NOW, "nu"):
        raise Misuse(f"“{name}” already means another version.", "Give it a name in words.")
    if name.casefold() in {each.casefold() for each in names}:
        raise Misuse(f"There is a version called “{name}” already.", "Give this one another name.")
    if not reason:
        raise Misuse(
            "A version of the theory needs a reason.", "Say why it is kept now: what was learnt or decided."
        )
    return replace(version, name=name, reason=reason)
