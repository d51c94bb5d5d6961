"""Deeds of a review: a configuration gets a status, as it stands (decision 12)."""

from __future__ import annotations

from dataclasses import replace

from rcoder.domain.comment import Comment
from rcoder.domain.configuration import Assembled, Configuration
from rcoder.domain.errors import Misuse
from rcoder.domain.journal import Deed, added, changed
from rcoder.domain.review import with_status
from rcoder.domain.reviewing import VERBS
from rcoder.domain.words import Status


def give_status(
    assembled: Assembled,
    status: Status,
    coder_id: str,
    *,
    superseded_by: Configuration | None = None,
    comment: Comment | None = None,
) -> Deed:
    """Gives a status to the configuration as it stands.

    Args:
        assembled: the configuration, whole or with the digest of the whole.
        status: the status it gets.
        coder_id: who gives it.
        superseded_by: what took its place, for a superseded one.
        comment: what is said with it; kept as a comment on the whole.

    Raises Misuse where it would be superseded by itself.
    """
    before = assembled.configuration
    if superseded_by is not None and superseded_by.id == before.id:
        raise Misuse(f"{before.number} cannot take its own place.", "Name another configuration.")
    after = with_status(assembled, status, coder_id).configuration
    other = superseded_by if status is Status.SUPERSEDED else None
    after = replace(after, superseded_by=other.id if other is not None else None)
    by = f" by {other.number}" if other is not None else ""
    said = added(comment) if comment is not None else ()
    return Deed(f"{VERBS[status]}: {before.number}{by}", changed(before, after) + said)
