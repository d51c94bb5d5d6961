"""Deeds on memos: write, change, remove."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rcoder.domain.errors import Misuse
from rcoder.domain.journal import Deed, added, changed, removed
from rcoder.domain.terms import say

if TYPE_CHECKING:
    from rcoder.domain.memo import Memo


def write_memo(memo: Memo, about: str) -> Deed:
    """Writes a memo; `about` says in words what it is about. Raises Misuse where it has neither title nor text."""
    _check(memo)
    return Deed(f"Wrote {named(memo)} on {about}", added(memo))


def change_memo(before: Memo, after: Memo, about: str) -> Deed:
    """Changes a memo. Raises Misuse where it would be empty."""
    _check(after)
    return Deed(f"Changed {named(before)} on {about}", changed(before, after))


def remove_memo(memo: Memo, about: str) -> Deed:
    """Removes a memo; memos that point at it keep the pointer, which undo makes good again."""
    return Deed(f"Removed {named(memo)} on {about}", removed(memo))


def named(memo: Memo) -> str:
    """A memo by kind and title: "the analytic memo Prisen for to-i-én"."""
    return f"the {say(memo.kind)} memo {memo.title}".rstrip()


def _check(memo: Memo) -> None:
    if not (memo.title.strip() or memo.text.strip()):
        raise Misuse("A memo with neither a title nor words says nothing.", "Write what you thought.")
