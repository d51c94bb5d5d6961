"""Passages that bear on something: read again by their ids, what they bear on in words, and what is known of one changed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from enum import StrEnum
from typing import Any

from rcoder.domain.actions.coding import flag, reattach
from rcoder.domain.coding import Coding
from rcoder.domain.configuration import Evidence
from rcoder.domain.errors import Misuse, NotFound
from rcoder.domain.journal import Deed
from rcoder.domain.passage import Passage
from rcoder.domain.terms import say
from rcoder.domain.words import Claim
from rcoder.project.door import Project
from rcoder.project.entangled import CHUNK
from rcoder.project.sight import PASSAGE, PASSAGE_FROM, Sight, passages

"""What is changed of a passage by going on to the next value; a coding has no stance."""

_NAMED: dict[Claim, str] = {
    Claim.CONFIGURATION: "SELECT number AS words FROM configurations WHERE id = :id AND {seen}",
    Claim.LINK: """SELECT f.number AS words FROM links l JOIN configurations f ON f.id = l.configuration_id
        WHERE l.id = :id AND {seen:f}""",
    Claim.ELEMENT: """SELECT e.wording AS words FROM elements e WHERE e.id = :id AND EXISTS
        (SELECT 1 FROM places p JOIN configurations f ON f.id = p.configuration_id WHERE p.element_id = e.id AND {seen:f})""",
    Claim.CODE: "SELECT key AS words FROM codes WHERE id = :id",
    Claim.RIVAL: "SELECT wording AS words FROM rivals WHERE id = :id AND {seen}",
}
"""What a claim is called, where it is in sight."""


def again(sight: Sight, ids: Iterable[str]) -> dict[str, Passage]:
    """The passages in sight of these codings and pieces of evidence, by id; what is gone is left out."""
    wanted = list(dict.fromkeys(ids))
    found: dict[str, Passage] = {}
    for first in range(0, len(wanted), CHUNK):
        some = wanted[first : first + CHUNK]
        for table, stance in (("codings", "CAST(NULL AS TEXT)"), ("evidence", "x.stance")):
            rows = sight.rows(
                f"""SELECT {PASSAGE}, {stance} AS stance FROM {table} x {PASSAGE_FROM}
                    WHERE {{seen:x}} AND x.id IN (:ids)""",  # noqa: S608 - constants of ours
                ids=some,
            )
            found.update({each.id: each for each in passages(rows)})
    return found


def turned(project: Project, passage_id: str, name: str) -> Deed:
    """A passage of the asker's own with the next directness, prompting, scope or stance.

    Raises NotFound where it is gone, and Misuse where it is another's.
    """
    if (evidence := evidence_of(project, passage_id)) is not None:
        refuse_others(project, evidence.coder_id)
        value = _next(getattr(evidence, name))
        changes: dict[str, Any] = {name: value}
        claim = f"{claim_words(project, evidence)} to {say(value)}"
        return reattach(evidence, replace(evidence, **changes), claim)
    sql = "SELECT * FROM codings WHERE id = :id AND {seen}"
    coding = next(iter(project.sight.records(Coding, sql, id=passage_id)), None)
    if coding is None:
        raise NotFound("That passage is no longer there.")
    refuse_others(project, coding.coder_id)
    code = project.codes()[coding.code_id]
    return flag(
        coding, project.transcript(coding.transcript_id), code, **{name: _next(getattr(coding, name))}
    )


def evidence_of(project: Project, evidence_id: str) -> Evidence | None:
    """A piece of evidence in sight, None where there is none of that id."""
    sql = "SELECT * FROM evidence WHERE id = :id AND {seen}"
    return next(iter(project.sight.records(Evidence, sql, id=evidence_id)), None)


def claim_words(project: Project, evidence: Evidence) -> str:
    """What a passage is joined to, in a few words: "K07", "a link of K07", "“Tryghed”", "the tray"."""
    if evidence.claim is Claim.TRAY:
        return "the tray"
    sql = _NAMED.get(evidence.claim)
    row = project.sight.one(sql, id=evidence.claim_id) if sql else None
    if row is None:
        return f"a {say(evidence.claim)}"
    if evidence.claim is Claim.LINK:
        return f"a link of {row['words']}"
    return f"“{row['words']}”" if evidence.claim in (Claim.ELEMENT, Claim.RIVAL) else str(row["words"])


def refuse_others(project: Project, coder_id: str) -> None:
    """Raises Misuse where a passage is another coder's."""
    if coder_id == project.coder_id:
        return
    name = next((each.name for each in project.coders() if each.id == coder_id), "another coder")
    raise Misuse(f"That passage is {name}'s.", "You change only your own.")


def _next(present: StrEnum) -> StrEnum:
    known = list(type(present))
    return known[(known.index(present) + 1) % len(known)]
