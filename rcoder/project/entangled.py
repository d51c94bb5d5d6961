"""Removing something that others' work, perhaps out of sight, rests on, or a text that it stands in."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import replace

from rcoder.domain.errors import Stale
from rcoder.domain.journal import Change, Deed, changed, removed
from rcoder.project.sight import Sight

_TABLES = frozenset(
    {
        "configurations", "links", "elements", "codings", "codes", "transcripts", "cases", "excerpts", "rivals",
        "condition_judgements", "summaries", "turning_points", "exhibits", "comments",
    }
)  # fmt: skip

CHUNK = 5000
"""Ids in one question; databases take some tens of thousands of parameters."""

_CLAIMS = "configurations,links,codes,elements,rivals,condition_judgements,summaries,turning_points"
"""Tables of what passages and other material may be joined to."""

_RESTING: tuple[tuple[str, str], ...] = (
    (_CLAIMS, "SELECT id FROM evidence WHERE claim_id IN (:gone)"),
    (_CLAIMS, "SELECT id FROM bearings WHERE claim_id IN (:gone)"),
    ("exhibits", "SELECT id FROM bearings WHERE exhibit_id IN (:gone)"),
    ("configurations", "SELECT id FROM judgements WHERE configuration_id IN (:gone)"),
    ("configurations", "SELECT id FROM rivals WHERE configuration_id IN (:gone) OR other_id IN (:gone)"),
    ("configurations", "SELECT id FROM kinships WHERE configuration_id IN (:gone) OR other_id IN (:gone)"),
    ("configurations", "SELECT id FROM comments WHERE configuration_id IN (:gone)"),
    ("configurations", "SELECT id FROM prompt_answers WHERE configuration_id IN (:gone)"),
    (
        "configurations",
        "SELECT id FROM configurations WHERE superseded_by IN (:gone) OR consolidated_in IN (:gone)",
    ),
    ("elements", "SELECT id FROM standins WHERE element_id IN (:gone) OR member_id IN (:gone)"),
    ("comments", "SELECT id FROM comments WHERE reply_to IN (:gone)"),
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
    ("cases", "SELECT id FROM summaries WHERE case_id IN (:gone)"),
    ("cases", "SELECT id FROM turning_points WHERE case_id IN (:gone)"),
    ("cases", "SELECT id FROM exhibits WHERE case_id IN (:gone)"),
    ("codes", "SELECT id FROM summaries WHERE code_id IN (:gone)"),
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

_NAMING = (
    "SELECT id, codes AS ids FROM nodes",
    "SELECT id, hypotheses AS ids FROM configurations",
    "SELECT id, conditions AS ids FROM configurations",
)
"""What holds lists of ids of codes."""

_ON_CODINGS = "SELECT id FROM memos WHERE about = 'coding' AND about_id IN (:gone)"
"""Memos that a transcript's codings take along; asked only where a transcript goes."""


def unentangled(sight: Sight, deed: Deed) -> Deed:
    """The deed, with the groundings that what it removes would leave hanging, in sight or not.

    Raises Stale where work of a hidden layer rests on it: nobody removes what they cannot see; and as `refuse_hanging` and `refuse_showing`.
    """
    refuse_hanging(sight, deed)
    refuse_showing(sight, deed)
    gone = _gone(deed, *_TABLES)
    if not gone and not _gone(deed, *_COMMENTED):
        return deed
    deed = loosened(sight, deed)
    refuse_hidden(sight, deed)
    from rcoder.domain.configuration import Grounding

    named = {change.id for change in deed.changes}
    sql = "SELECT * FROM groundings WHERE element_id IN (:gone) OR coding_id IN (:gone) ORDER BY id"
    found = {each.id: each for ids in _in_chunks(gone) for each in sight.records(Grounding, sql, gone=ids)}
    hanging = [each for name, each in sorted(found.items()) if name not in named]
    return taking_along(sight, replace(deed, changes=(*removed(*hanging), *deed.changes)))


def loosened(sight: Sight, deed: Deed) -> Deed:
    """The deed with what only points at the configurations that it removes, in sight or not: it takes nothing from anybody.

    Members stand for themselves again, superseded ones lose their successor, and what was said to others goes along.
    """
    gone = set(_gone(deed, "configurations"))
    if not gone:
        return deed
    from rcoder.domain.comment import Comment
    from rcoder.domain.configuration import Configuration

    named = {change.id for change in deed.changes}
    changes: tuple[Change, ...] = ()
    for ids in _in_chunks(sorted(gone)):
        said = sight.records(Comment, _SAID_OF, gone=ids)
        changes += removed(*(each for each in said if each.id not in named))
        for each in sight.records(Configuration, _POINTING_AT, gone=ids):
            if each.id not in named:
                successor = None if each.superseded_by in gone else each.superseded_by
                whole = None if each.consolidated_in in gone else each.consolidated_in
                changes += changed(each, replace(each, superseded_by=successor, consolidated_in=whole))
                named.add(each.id)
    return replace(deed, changes=(*changes, *deed.changes))


_SAID_OF = "SELECT * FROM comments WHERE configuration_id IN (:gone) ORDER BY reply_to IS NULL, id"
_POINTING_AT = (
    "SELECT * FROM configurations WHERE superseded_by IN (:gone) OR consolidated_in IN (:gone) ORDER BY id"
)

_COMMENTED = ("places", "evidence", "groundings", "speakers")
"""Tables of further rows that comments and answers to prompts may be about."""


def taking_along(sight: Sight, deed: Deed) -> Deed:
    """The deed with what becomes of the comments and the answers to prompts that are about what it removes."""
    from rcoder.project.comments import on_what_goes
    from rcoder.project.prompts import on_what_goes as answers_on_what_goes

    along = (*on_what_goes(sight, deed), *answers_on_what_goes(sight, deed))
    return replace(deed, changes=(*along, *deed.changes))


def refuse_taking_back(sight: Sight, deed: Deed, *, again: bool = False) -> None:
    """Raises Stale where an undo or redo would take away what others have built on, or build on what they took away.

    `again` says that it is a redo: an undo puts back what everybody has seen.
    """
    for refuse in (refuse_hidden, refuse_grounding, refuse_stranding, refuse_hanging):
        refuse(sight, deed)
    if again:
        refuse_showing(sight, deed)
    else:
        refuse_showing(sight, replace(deed, changes=tuple(each for each in deed.changes if each.before)))


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


def refuse_hanging(sight: Sight, deed: Deed) -> None:
    """Raises Stale where the deed joins a passage to a claim, or says something of a part, that is not there."""
    there = {change.id: change.after is not None for change in deed.changes}
    wanted: dict[tuple[str, str], set[str]] = {}
    for change in deed.changes:
        if change.after is None or change.table not in _POINTING:
            continue
        column, of, words = _POINTING[change.table]
        table, at = _pointed_at(change.table, change.after[of]), change.after[column]
        if table and (change.before or {}).get(column) != at and not there.get(at, False):
            wanted.setdefault((table, words), set()).add(at)
    for (table, words), claims in wanted.items():
        sql = f"SELECT id FROM {table} WHERE id IN (:claims)"  # noqa: S608 - one of these
        for ids in _in_chunks(sorted(claims)):
            known = {row["id"] for row in sight.rows(sql, claims=ids)}
            if any(each not in known or there.get(each) is False for each in ids):
                raise Stale(f"{words} is no longer there; nothing was written.")


def refuse_showing(sight: Sight, deed: Deed) -> None:
    """Raises Stale where a coder whose layer is hidden would add to another's configuration.

    Elements, places, links and what elements rest on have no coder of their own, so everybody who sees the configuration
    and the coding would see them.
    """
    touched = {change.table for change in deed.changes}
    if not touched & {"places", "links", "elements", "groundings"} or "codebooks" in touched:
        return
    mine = sight.one("SELECT released FROM coders WHERE id = :id", id=sight.coder_id)
    if mine is None or mine["released"]:
        return
    asked = (
        ("SELECT number FROM configurations WHERE id IN (:ids) AND coder_id <> :me", _built_on(deed)),
        (_STANDING_IN, [each.id for each in deed.changes if each.table == "elements" and each.before and each.after]),
        (_STANDING_IN, _rested_on_others(sight, deed)),
    )  # fmt: skip
    for sql, wanted in asked:
        for ids in _in_chunks(wanted):
            for row in sight.rows(sql, ids=ids, me=sight.coder_id):
                raise Stale(
                    f"{row['number']} is another coder's, and what you add to it would be seen by everybody while your layer is hidden.",
                    "Join passages to it for or against, make a configuration of your own, or release your layer first.",
                )


_STANDING_IN = """SELECT f.number FROM places p JOIN configurations f ON f.id = p.configuration_id
    WHERE p.element_id IN (:ids) AND f.coder_id <> :me"""


def _built_on(deed: Deed) -> list[str]:
    """Ids of the configurations to which the deed adds, or in which it changes, places or links."""
    rows = [each.after for each in deed.changes if each.table in ("places", "links") and each.after]
    return sorted({row["configuration_id"] for row in rows})


def _rested_on_others(sight: Sight, deed: Deed) -> list[str]:
    """Ids of the elements that the deed lets rest on codings of others."""
    added = [each.after for each in deed.changes if each.table == "groundings" and each.after]
    codings = sorted({row["coding_id"] for row in added})
    sql = "SELECT id FROM codings WHERE id IN (:ids) AND coder_id <> :me"
    others = {row["id"] for ids in _in_chunks(codings) for row in sight.rows(sql, ids=ids, me=sight.coder_id)}
    return sorted({row["element_id"] for row in added if row["coding_id"] in others})


_CLAIMED = {
    "link": "links",
    "code": "codes",
    "configuration": "configurations",
    "element": "elements",
    "rival": "rivals",
    "state": "condition_judgements",
    "summary": "summaries",
    "turning_point": "turning_points",
}
"""Tables of what a passage can be joined to."""

_PARTS = {"element": "elements", "link": "links", "evidence": "evidence", "grounding": "groundings"}
"""Tables of what a comment can be about, beside the whole."""

_ASKED_OF = {
    "element": "elements",
    "link": "links",
    "rival": "rivals",
    "code": "codes",
    "transcript": "transcripts",
    "case": "cases",
    "configuration": "configurations",
}
"""Tables of what a prompt can be about, beside a kind, a role and a respondent."""

_POINTING = {
    "evidence": ("claim_id", "claim", "What the passage is joined to"),
    "bearings": ("claim_id", "claim", "What the material is joined to"),
    "comments": ("about_id", "about", "What the comment is about"),
    "prompt_answers": ("about_id", "prompt", "What the prompt is about"),
}
"""Which column of a table points somewhere, which other column says where, and what it is called."""


def _pointed_at(table: str, word: str) -> str:
    """The table that a row of `table` points into, by the word its other column has; "" for none."""
    if table == "comments":
        return _PARTS.get(word, "")
    if table == "prompt_answers":
        from rcoder.domain.prompt_table import PROMPTS

        return _ASKED_OF.get(PROMPTS[word].about, "") if word in PROMPTS else ""
    return _CLAIMED.get(word, "")


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
