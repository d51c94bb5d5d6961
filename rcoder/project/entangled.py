"""Removing something that others' work, perhaps out of sight, rests on, or a text that it stands in."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import replace

from rcoder.domain.errors import Stale
from rcoder.domain.journal import Deed, removed
from rcoder.project.sight import Sight

_TABLES = frozenset(
    {"configurations", "links", "elements", "codings", "codes", "transcripts", "cases", "excerpts"}
)

CHUNK = 5000
"""Ids in one question; databases take some tens of thousands of parameters."""

_RESTING: tuple[tuple[str, str], ...] = (
    ("configurations,links,codes", "SELECT id FROM evidence WHERE claim_id IN (:gone)"),
    ("configurations", "SELECT id FROM judgements WHERE configuration_id IN (:gone)"),
    ("transcripts", "SELECT id FROM codings WHERE transcript_id IN (:gone)"),
    ("transcripts", "SELECT id FROM evidence WHERE transcript_id IN (:gone)"),
    ("transcripts", "SELECT id FROM excerpts WHERE transcript_id IN (:gone)"),
    ("excerpts", "SELECT id FROM memos WHERE about = 'passage' AND about_id IN (:gone)"),
    ("transcripts", "SELECT id FROM finishes WHERE transcript_id IN (:gone)"),
    ("transcripts", "SELECT id FROM doubts WHERE transcript_id IN (:gone)"),
    ("transcripts", "SELECT id FROM memos WHERE about = 'interview' AND about_id IN (:gone)"),
    ("cases", "SELECT id FROM codings WHERE case_id IN (:gone)"),
    ("cases", "SELECT id FROM evidence WHERE case_id IN (:gone)"),
    ("cases", "SELECT id FROM configurations WHERE case_id IN (:gone)"),
    ("cases", "SELECT id FROM condition_judgements WHERE case_id IN (:gone)"),
    ("cases", "SELECT id FROM memos WHERE about = 'case' AND about_id IN (:gone)"),
    ("elements", "SELECT id FROM places WHERE element_id IN (:gone)"),
    ("elements", "SELECT id FROM links WHERE source_id IN (:gone) OR target_id IN (:gone)"),
    ("codes", "SELECT id FROM codes WHERE parent_id IN (:gone)"),
    ("codes", "SELECT id FROM codings WHERE code_id IN (:gone)"),
    ("codes", "SELECT id FROM elements WHERE code_id IN (:gone)"),
    ("codes", "SELECT id FROM condition_judgements WHERE condition_id IN (:gone)"),
    ("codes", "SELECT id FROM memos WHERE about = 'code' AND about_id IN (:gone)"),
    ("codes", "SELECT id FROM rechecks WHERE code_id IN (:gone)"),
)
"""What rests on rows of which tables; a deed that removes those names all of it, or is refused."""

_NAMING = ("SELECT id, codes AS ids FROM nodes", "SELECT id, hypotheses AS ids FROM configurations")
"""What holds lists of ids of codes."""

_ON_CODINGS = "SELECT id FROM memos WHERE about = 'coding' AND about_id IN (:gone)"
"""Memos that a transcript's codings take along; asked only where a transcript goes."""


def unentangled(sight: Sight, deed: Deed) -> Deed:
    """The deed, with the groundings that what it removes would leave hanging, in sight or not.

    Raises Stale where work of a hidden layer rests on it: nobody removes what they cannot see.
    """
    gone = _gone(deed, *_TABLES)
    if not gone:
        return deed
    refuse_hidden(sight, deed)
    from rcoder.domain.configuration import Grounding

    named = {change.id for change in deed.changes}
    sql = "SELECT * FROM groundings WHERE element_id IN (:gone) OR coding_id IN (:gone) ORDER BY id"
    found = {each.id: each for ids in _in_chunks(gone) for each in sight.records(Grounding, sql, gone=ids)}
    hanging = [each for name, each in sorted(found.items()) if name not in named]
    return replace(deed, changes=(*removed(*hanging), *deed.changes)) if hanging else deed


def refuse_grounding(sight: Sight, deed: Deed) -> None:
    """Raises Stale where a grounding that the deed does not name joins a coding or an element that it removes."""
    named = {change.id for change in deed.changes}
    sql = "SELECT id FROM groundings WHERE element_id IN (:gone) OR coding_id IN (:gone)"
    for ids in _in_chunks(_gone(deed, "codings", "elements")):
        if any(row["id"] not in named for row in sight.rows(sql, gone=ids)):
            raise _refusal()


def refuse_hidden(sight: Sight, deed: Deed) -> None:
    """Raises Stale where something that the deed does not name rests on what it removes."""
    resting = [(sql, _gone(deed, *names.split(","))) for names, sql in _RESTING]
    if _gone(deed, "transcripts"):
        resting.append((_ON_CODINGS, _gone(deed, "codings")))
    named = {change.id for change in deed.changes}
    for sql, gone in resting:
        for ids in _in_chunks(gone):
            if any(row["id"] not in named for row in sight.rows(sql, gone=ids)):
                raise _refusal()
    codes = frozenset(_gone(deed, "codes"))
    for sql in _NAMING if codes else ():
        if any(
            codes.intersection(json.loads(row["ids"])) for row in sight.rows(sql) if row["id"] not in named
        ):
            raise _refusal()


def refuse_stranding(sight: Sight, deed: Deed) -> None:
    """Raises Stale where the deed corrects a transcript's text and does not name a passage that stands in the present one."""
    for change in deed.changes:
        before, after = change.before, change.after
        if change.table != "transcripts" or before is None or after is None:
            continue
        if after["revision"] > before["revision"]:
            standing = sight.rows(_STANDING, id=change.id, revision=before["revision"])
            if not _named_or_doubted(deed).issuperset(row["id"] for row in standing):
                raise Stale(
                    f"{before['title']} has been coded since; bring the corrected text in again: rcoder reimport"
                )


_STANDING = """
    SELECT id FROM codings WHERE transcript_id = :id AND revision = :revision
    UNION ALL SELECT id FROM evidence WHERE transcript_id = :id AND revision = :revision
    UNION ALL SELECT id FROM excerpts WHERE transcript_id = :id AND revision = :revision
"""


def _named_or_doubted(deed: Deed) -> set[str]:
    """Ids of the rows that the deed changes, and of the passages that it casts doubt on: lost ones stay as they are."""
    doubts = (change.after for change in deed.changes if change.table == "doubts")
    doubted = {row["passage_id"] for row in doubts if row is not None}
    return doubted.union(change.id for change in deed.changes)


def _refusal() -> Stale:
    return Stale(
        "Another coder's work rests on this, so it was left as it is.",
        "Ask them to release their layer, or to take their work off it first.",
    )


def _in_chunks(ids: Sequence[str]) -> Iterator[Sequence[str]]:
    for first in range(0, len(ids), CHUNK):
        yield ids[first : first + CHUNK]


def _gone(deed: Deed, *tables: str) -> list[str]:
    """Ids of the rows of these tables that the deed removes."""
    return [change.id for change in deed.changes if change.after is None and change.table in tables]
