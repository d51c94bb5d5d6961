"""What summaries and turning points rest on: their passages, what became of these, and passages taken from elsewhere."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import replace

from rcoder.domain.actions.profiling import Joined
from rcoder.domain.coding import Coding
from rcoder.domain.configuration import Evidence
from rcoder.domain.errors import Misuse, NotFound
from rcoder.domain.exhibit import Bearing
from rcoder.domain.framework import Resting
from rcoder.domain.ids import new_id
from rcoder.domain.passage import Passage
from rcoder.domain.transcript import Span, Transcript
from rcoder.domain.words import Claim, Scope, Stance
from rcoder.project.door import Project
from rcoder.project.sight import PASSAGE, PASSAGE_FROM, Sight, passages

Place = tuple[str, int, int, int]
"""Transcript, revision, start and end: the same words are one passage, whoever coded them."""

_STANDING = """
    SELECT x.claim_id, x.transcript_id, x.revision, x.start, x."end",
      CASE WHEN x.revision <> t.revision THEN 1 ELSE 0 END AS earlier,
      CASE WHEN EXISTS (SELECT 1 FROM doubts d WHERE d.passage_id = x.id AND d.decision IS NULL) THEN 1 ELSE 0 END AS doubted,
      CASE WHEN EXISTS (SELECT 1 FROM codings c WHERE c.transcript_id = x.transcript_id AND c.revision = x.revision
          AND c.start < x."end" AND x.start < c."end" AND {seen:c})
        OR EXISTS (SELECT 1 FROM evidence e WHERE e.transcript_id = x.transcript_id AND e.revision = x.revision
          AND e.start < x."end" AND x.start < e."end" AND e.claim NOT IN ('summary', 'turning_point', 'tray') AND {seen:e})
        THEN 0 ELSE 1 END AS uncoded
    FROM evidence x JOIN transcripts t ON t.id = x.transcript_id
    WHERE x.claim = :claim AND {seen:x}"""


def resting(sight: Sight, claim: Claim, ids: Collection[str] | None = None) -> dict[str, Resting]:
    """What each summary or turning point rests on, in sight, by its id; of these, or of all. The same words count once."""
    if ids is None:
        rows = sight.rows(_STANDING, claim=claim.value)
    else:
        rows = sight.rows(f"{_STANDING} AND x.claim_id IN (:ids)", claim=claim.value, ids=sorted(ids))
    found: dict[str, dict[Place, tuple[int, int, int]]] = defaultdict(dict)
    for row in rows:
        place = row["transcript_id"], row["revision"], row["start"], row["end"]
        found[row["claim_id"]][place] = row["earlier"], row["doubted"], row["uncoded"]
    return {
        name: Resting(len(own), *(sum(each[part] for each in own.values()) for part in range(3)))
        for name, own in found.items()
    }


def passages_of(sight: Sight, claim: Claim, claim_id: str) -> tuple[Passage, ...]:
    """The passages in sight that a summary or turning point rests on, by interview and place."""
    rows = sight.rows(
        f"""SELECT {PASSAGE} FROM evidence x {PASSAGE_FROM}
            WHERE x.claim = :claim AND x.claim_id = :id AND {{seen:x}} ORDER BY t.title, x.start, x."end", x.id""",  # noqa: S608 - constants of ours
        claim=claim.value,
        id=claim_id,
    )
    return tuple(passages(rows))


def joined(sight: Sight, claim: Claim, claim_id: str, *, seen: bool = False) -> Joined:
    """What is joined to a summary or turning point, whoever joined it; with `seen` only what is in sight.

    A removal names what is in sight, and is refused where anything else is joined.
    """
    hidden = " AND {seen}" if seen else ""
    sql = f"SELECT * FROM {{table}} WHERE claim = :claim AND claim_id = :id{hidden} ORDER BY id"  # noqa: S608 - a condition of ours
    asked = {"claim": claim.value, "id": claim_id}
    return Joined(
        tuple(sight.records(Evidence, sql.replace("{table}", "evidence"), **asked)),
        tuple(sight.records(Bearing, sql.replace("{table}", "bearings"), **asked)),
    )


def wanted(
    project: Project, names: Iterable[str] | None, before: Joined | None = None
) -> tuple[Evidence, ...] | None:
    """The evidence that something is to rest on, of the asker's own and what others joined; None where it stays.

    `names` are ids of codings or evidence in sight, or turns as "Sag 01: Mette:12". What it rests on already stays the
    same row. Raises NotFound, and Misuse for words that are no evidence.
    """
    if names is None:
        return None
    there = before.passages if before is not None else ()
    others = [each for each in there if each.coder_id != project.coder_id]
    held = {place_of(each): each for each in there if each.coder_id == project.coder_id}
    found: dict[Place, Evidence] = {}
    for name in names:
        source = _source(project, name)
        found[place_of(source)] = held.get(place_of(source)) or _checked(project, source)
    return (*found.values(), *others)


def _source(project: Project, name: str) -> Coding | Evidence:
    for record in (Coding, Evidence):
        found = project.sight.records(
            record,
            f"SELECT * FROM {record.table} WHERE id = :id AND {{seen}}",  # noqa: S608 - two of our tables
            id=name,
        )
        if found:
            return found[0]  # type: ignore[return-value] # records of either kind
    at = re.fullmatch(r"(.+):\s*(\d+)", name.strip())
    if at is None:
        raise NotFound(
            f"There is no passage {name} in your sight.",
            'Give the id of a coding, or an interview and a turn: "Sag 01: Mette:12".',
        )
    transcript, number = project.transcript(at[1]), int(at[2])
    if not 1 <= number <= len(transcript.turns):
        raise NotFound(f"{transcript.title} has no turn {number}.", f"It has {len(transcript.turns)}.")
    span = transcript.turns[number - 1].span
    return _evidence(project, transcript, span, transcript.revision)


def span_evidence(project: Project, transcript_id: str, span: Span, revision: int) -> Evidence:
    """Words of an interview as evidence of the asker's; `revision` is that of the text the span counts in.

    Raises Misuse outside the text, in an earlier text, and for an interviewer's words.
    """
    transcript = project.transcript(transcript_id)
    if not 0 <= span.start < span.end <= transcript.characters:
        raise Misuse(f"{transcript.title} has no words there.")
    return _checked(project, _evidence(project, transcript, span, revision))


def _evidence(project: Project, transcript: Transcript, span: Span, revision: int) -> Evidence:
    scope = Scope.THIS_CASE if transcript.case_id else Scope.GENERAL
    return Evidence(
        new_id(), Claim.SUMMARY, "", transcript.id, span.start, span.end, Stance.SUPPORTS, project.coder_id,
        scope, revision=revision,
    )  # fmt: skip


def _checked(project: Project, source: Coding | Evidence) -> Evidence:
    """New evidence on the words of a coding or of other evidence. Raises Misuse for what cannot be rested on."""
    transcript = project.transcript(source.transcript_id)
    if source.revision != transcript.revision:
        raise Misuse(
            f"Those words stand in an earlier text of {transcript.title} only, so nothing new is rested on them."
        )
    interviewers = {each.id for each in project.speakers(transcript.id).values() if each.interviewer}
    touched = [turn for turn in transcript.turns if turn.start < source.end and source.start < turn.end]
    if touched and all(turn.speaker_id in interviewers for turn in touched):
        raise Misuse("An interviewer's words are no evidence; the answer to them is.")
    fresh = _evidence(project, transcript, Span(source.start, source.end), source.revision)
    return replace(
        fresh,
        scope=source.scope,
        case_id=source.case_id,
        directness=source.directness,
        prompting=source.prompting,
    )


def place_of(passage: Passage | Coding | Evidence) -> Place:
    """The place of words, by which the same words are known."""
    return passage.transcript_id, passage.revision, passage.start, passage.end
