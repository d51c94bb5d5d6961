"""Deeds on comments: say, answer, put in other words, resolve, open again, remove."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from rcoder.domain.comment import Comment
from rcoder.domain.errors import Misuse, Unchanged
from rcoder.domain.journal import Deed, added, changed, removed

EVIDENCE = "evidence"
GROUNDING = "grounding"
PASSAGES = (EVIDENCE, GROUNDING)
"""The parts that are passages, which only some may see."""


def comment(said: Comment, about: str) -> Deed:
    """Says something about a configuration or a part of it; `about` names it. Raises Misuse where there are no words."""
    if not said.text.strip():
        raise Misuse("A comment needs words.", "Write what you want to say.")
    return Deed(f"Commented on {about}", added(said))


def answer(first: Comment, said: Comment, number: str) -> Deed:
    """Answers in a conversation, which opens it again where it was resolved. Raises Misuse where there are no words."""
    if not said.text.strip():
        raise Misuse("An answer needs words.", "Write what you want to say.")
    opened = changed(first, replace(first, resolved_by="", resolved_at=""))
    return Deed(f"Answered a comment on {number}", (*opened, *added(said)))


def reword(before: Comment, text: str, number: str) -> Deed:
    """Puts a comment in other words. Raises Misuse where there are none, Unchanged where they are the same."""
    if not text.strip():
        raise Misuse("A comment needs words.", "Remove it instead.")
    if text == before.text:
        raise Unchanged("It says so already.", "Nothing was changed.")
    return Deed(f"Changed a comment on {number}", changed(before, replace(before, text=text)))


def resolve(first: Comment, coder_id: str, at: str, number: str) -> Deed:
    """Resolves a conversation; it stays visible. Raises Unchanged where it is resolved."""
    if first.resolved_by:
        raise Unchanged("It is resolved already.", "Nothing was changed.")
    after = replace(first, resolved_by=coder_id, resolved_at=at)
    return Deed(f"Resolved a comment on {number}", changed(first, after))


def reopen(first: Comment, number: str) -> Deed:
    """Opens a resolved conversation again. Raises Unchanged where it is open."""
    if not first.resolved_by:
        raise Unchanged("It is open already.", "Nothing was changed.")
    return Deed(
        f"Opened a comment on {number} again", changed(first, replace(first, resolved_by="", resolved_at=""))
    )


def remove(gone: Comment, replies: Collection[Comment], number: str) -> Deed:
    """Removes a comment of one's own, with one's own answers to it. Raises Misuse where somebody else has answered."""
    if any(each.coder_id != gone.coder_id for each in replies):
        raise Misuse("Somebody has answered this comment, so it stays.", "Resolve it instead.")
    return Deed(f"Removed a comment on {number}", removed(*replies, gone))


def about_the_whole(before: Comment, note: str) -> Comment:
    """The comment as one on the whole configuration, with a note of the part it was about, which is removed."""
    text = before.text if before.reply_to else f"[{note}] {before.text}"
    return replace(before, about="configuration", about_id="", text=text)
