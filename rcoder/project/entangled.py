"""Removing something that others' work, perhaps out of sight, rests on."""

from __future__ import annotations

from dataclasses import replace

from rcoder.domain.errors import Stale
from rcoder.domain.journal import Deed, removed
from rcoder.project.sight import Sight

_TABLES = frozenset({"configurations", "links", "elements", "codings", "codes"})


def unentangled(sight: Sight, deed: Deed) -> Deed:
    """The deed, with the groundings that what it removes would leave hanging, in sight or not.

    Raises Stale where a passage or a judgement of a hidden layer rests on it: nobody removes what they cannot see.
    """
    gone = _gone(deed)
    if not gone:
        return deed
    refuse_hidden(sight, deed)
    from rcoder.domain.configuration import Grounding

    named = [change.id for change in deed.changes]
    hanging = sight.records(
        Grounding,
        """SELECT * FROM groundings WHERE (element_id IN (:gone) OR coding_id IN (:gone)) AND id NOT IN (:named)
           ORDER BY id""",
        gone=gone,
        named=named,
    )
    return replace(deed, changes=(*removed(*hanging), *deed.changes)) if hanging else deed


def refuse_hidden(sight: Sight, deed: Deed) -> None:
    """Raises Stale where evidence or a judgement that the deed does not name rests on what it removes."""
    gone = _gone(deed)
    if not gone:
        return
    named = [change.id for change in deed.changes]
    for sql in (
        "SELECT id FROM evidence WHERE claim_id IN (:gone) AND id NOT IN (:named)",
        "SELECT id FROM judgements WHERE configuration_id IN (:gone) AND id NOT IN (:named)",
    ):
        if sight.rows(sql, gone=gone, named=named):
            raise Stale(
                "Another coder's work rests on this, so it was left as it is.",
                "Ask them to release their layer, or to take their work off it first.",
            )


def _gone(deed: Deed) -> list[str]:
    return [change.id for change in deed.changes if change.after is None and change.table in _TABLES]
