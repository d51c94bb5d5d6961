"""Deeds on excerpts: keep words as a quotation, edit and translate it, mark a place in reading, and take both back."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from rcoder.domain.actions.coding import check_span
from rcoder.domain.actions.sentences import deed
from rcoder.domain.journal import Change, Deed, added, changed, removed

if TYPE_CHECKING:
    from rcoder.domain.excerpt import Excerpt
    from rcoder.domain.transcript import Transcript


def is_quotation(excerpt: Excerpt) -> bool:
    """Whether an excerpt is kept as a quotation for a paper."""
    return bool(excerpt.edited.strip() or excerpt.translation.strip())


def kept_as(excerpt: Excerpt) -> str:
    """What an excerpt is kept as, in words."""
    if is_quotation(excerpt):
        return "quotation"
    return "reading mark" if excerpt.mark else "passage with a memo"


def quote(before: Excerpt | None, after: Excerpt, transcript: Transcript) -> Deed:
    """Keeps words as a quotation, or changes one; `before` is the excerpt that stands there already.

    Raises Misuse for an empty passage or one outside the text, Unchanged where nothing is changed.
    """
    check_span(after.span, transcript)
    verb = "Changed" if before is not None and is_quotation(before) else "Kept"
    return deed(f"{verb} the quotation {place(after, transcript)}", kept(before, after))


def unquote(excerpt: Excerpt, transcript: Transcript, *, needed: bool = False) -> Deed:
    """Drops a quotation; the excerpt stays where it is a mark, or `needed` by a memo on it."""
    after = replace(excerpt, edited="", translation="")
    sentence = f"Dropped the quotation {place(excerpt, transcript)}"
    return deed(sentence, left(excerpt, after, needed=needed))


def mark(before: Excerpt | None, after: Excerpt, transcript: Transcript) -> Deed:
    """Leaves a reading mark on words. Raises Misuse for an empty passage or one outside the text."""
    check_span(after.span, transcript)
    return deed(f"Marked {place(after, transcript)}", kept(before, replace(after, mark=True)))


def unmark(excerpts: Iterable[tuple[Excerpt, bool]], transcript: Transcript) -> Deed:
    """Takes reading marks off; each with whether a memo on it needs the excerpt."""
    changes: tuple[Change, ...] = ()
    off = tuple(excerpts)
    for excerpt, needed in off:
        changes += left(excerpt, replace(excerpt, mark=False), needed=needed)
    where = place(off[0][0], transcript) if len(off) == 1 else f"{len(off)} marks in {transcript.title}"
    return deed(f"Took the mark off {where}" if len(off) == 1 else f"Took off {where}", changes)


def kept(before: Excerpt | None, after: Excerpt) -> tuple[Change, ...]:
    """The changes that keep an excerpt: a new one, or another form of the one that stands there."""
    return added(after) if before is None else changed(before, after)


def left(before: Excerpt, after: Excerpt, *, needed: bool) -> tuple[Change, ...]:
    """The changes by which an excerpt loses a purpose; one without any goes."""
    return changed(before, after) if needed or after.mark or is_quotation(after) else removed(before)


def place(excerpt: Excerpt, transcript: Transcript) -> str:
    """Where an excerpt stands, in words: "Sag 01: Mette 120–180"."""
    return f"{transcript.title} {excerpt.start}–{excerpt.end}"
