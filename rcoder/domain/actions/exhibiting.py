"""Deeds on other material: a survey row, a register figure or a document, and what it bears on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rcoder.domain.actions.sentences import deed, several
from rcoder.domain.errors import Misuse
from rcoder.domain.exhibit import Bearing, Exhibit
from rcoder.domain.journal import Deed, added, changed, removed
from rcoder.domain.terms import say

NO_BASE = "A figure without what it is of is not evidence."
BASE_HINT = "Write its base, such as 112 of 164 borgere."


def wrong_with(title: str, words: str, value: str, base: str) -> str:
    """What keeps material from standing as evidence, in a sentence; "" where nothing does."""
    if not title.strip():
        return "It needs a title that says what it is."
    if value.strip() and not base.strip():
        return f"{NO_BASE} {BASE_HINT}"
    if not words.strip() and not value.strip():
        return "It says nothing yet: write what it says, or a figure with its base."
    return ""


def show(exhibits: Sequence[Exhibit]) -> Deed:
    """Brings in material. Raises Misuse where a figure has no base, or something has no title or says nothing."""
    for each in exhibits:
        _refuse(each)
    if not exhibits:
        raise Misuse("There is nothing to bring in.")
    first = exhibits[0]
    what = (
        f"{say(first.material)} “{first.title}”"
        if len(exhibits) == 1
        else several(len(exhibits), "piece", "pieces") + " of material"
    )
    return Deed(f"Brought in {what}", added(*exhibits))


def change(before: Exhibit, after: Exhibit) -> Deed:
    """Changes material. Raises Misuse as `show` does, Unchanged where it is so already."""
    _refuse(after)
    return deed(f"Changed {say(before.material)} “{before.title}”", changed(before, after))


def drop(exhibit: Exhibit, bearings: Iterable[Bearing]) -> Deed:
    """Removes material, and takes it off every claim it stands on."""
    own = tuple(bearings)
    along = f" and took it off {several(len(own), 'claim')}" if own else ""
    sentence = f"Removed {say(exhibit.material)} “{exhibit.title}”{along}"
    return Deed(sentence, removed(*own) + removed(exhibit))


def bear(bearing: Bearing, exhibit: Exhibit, claim: str) -> Deed:
    """Joins material to a claim; `claim` says in words what it bears on."""
    return Deed(f"Attached “{exhibit.title}” to {claim}: {bearing.stance.value}", added(bearing))


def turn(before: Bearing, after: Bearing, exhibit: Exhibit, claim: str) -> Deed:
    """Changes the stance or memo of material on a claim. Raises Unchanged where it is so already."""
    return deed(f"Changed “{exhibit.title}” on {claim} to {after.stance.value}", changed(before, after))


def take_off(bearing: Bearing, exhibit: Exhibit, claim: str) -> Deed:
    """Takes material off a claim."""
    return Deed(f"Took “{exhibit.title}” off {claim}", removed(bearing))


def _refuse(exhibit: Exhibit) -> None:
    wrong = wrong_with(exhibit.title, exhibit.words, exhibit.value, exhibit.base)
    if wrong:
        named = f"“{exhibit.title}”: " if exhibit.title else ""
        raise Misuse(f"{named}{wrong}")
