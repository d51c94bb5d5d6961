"""The tray: passages that fit nothing yet, with a note, their age and the hypotheses coded near them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from rcoder.domain.actions import traying
from rcoder.domain.codebook import hypothesis_of
from rcoder.domain.configuration import Evidence
from rcoder.domain.errors import Misuse, NotFound, Stale, Unchanged
from rcoder.domain.ids import made_at, new_id
from rcoder.domain.journal import Deed
from rcoder.domain.passage import Passage
from rcoder.domain.transcript import Span
from rcoder.domain.words import Claim, Scope, Stance
from rcoder.project.door import Project
from rcoder.project.evidence import claim_words, evidence_of, refuse_others
from rcoder.project.sight import PASSAGE, PASSAGE_FROM, Sight, passages

SHORTEST = 4
"""Letters of an id that are enough to name a passage."""


@dataclass(frozen=True, slots=True)
class TrayLine:
    """A passage in the tray."""

    passage: Passage
    hypotheses: tuple[str, ...]
    """Keys of the hypotheses that codings in sight on the same words belong to."""
    at: str
    """When it was put there: UTC, ISO 8601; "" where that is not known."""


def tray_count(sight: Sight) -> int:
    """How many passages are in the tray, in sight."""
    row = sight.one(
        "SELECT COUNT(*) AS n FROM evidence WHERE claim_id = '' AND claim = :tray AND {seen}",
        tray=Claim.TRAY.value,
    )
    return int(row["n"]) if row else 0


def tray(project: Project) -> tuple[TrayLine, ...]:
    """The passages in the tray in sight, the latest first."""
    rows = project.sight.rows(
        f"""SELECT {PASSAGE}, x.stance FROM evidence x {PASSAGE_FROM}
            WHERE x.claim_id = '' AND x.claim = :tray AND {{seen:x}} ORDER BY x.id DESC""",  # noqa: S608 - constants of ours
        tray=Claim.TRAY.value,
    )
    found = passages(rows)
    near = _hypotheses(project, [each.id for each in found])
    return tuple(TrayLine(each, near.get(each.id, ()), made_at(each.id)) for each in found)


def in_tray(project: Project, name: str) -> TrayLine:
    """A passage of the tray by its id or the beginning of it. Raises NotFound."""
    wanted = name.strip().casefold()
    known = tray(project)
    found = [each for each in known if each.passage.id == wanted]
    if not found and len(wanted) >= SHORTEST:
        found = [each for each in known if each.passage.id.startswith(wanted)]
    if len(found) != 1:
        what = (
            "More than one passage of the tray begins with"
            if found
            else "There is no passage in the tray called"
        )
        raise NotFound(f"{what} {name}.", "See `rcoder tray`.")
    return found[0]


def _hypotheses(project: Project, ids: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """Keys of the hypotheses of codings in sight that share words with these pieces of evidence, by evidence."""
    if not ids:
        return {}
    rows = project.sight.rows(
        """SELECT DISTINCT x.id, c.code_id FROM evidence x JOIN codings c ON c.transcript_id = x.transcript_id
             AND c.revision = x.revision AND c.start < x."end" AND x.start < c."end"
           WHERE x.claim_id = '' AND x.claim = :tray AND {seen:x} AND {seen:c}""",
        tray=Claim.TRAY.value,
    )
    codes = project.codes()
    found: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        hypothesis = hypothesis_of(codes[row["code_id"]], codes)
        if hypothesis is not None:
            found[row["id"]].add(hypothesis.key)
    return {each: tuple(sorted(keys)) for each, keys in found.items()}


# -- deeds -------------------------------------------------------------------------------------------------------


def putting(project: Project, transcript_id: str, span: Span, revision: int = 0, note: str = "") -> Deed:
    """Puts words of an interview in the tray, with a note. `revision` is that of the text the span counts in, 0 for any.

    Raises Stale where the text was corrected since, Unchanged where the asker's tray holds them, Misuse outside the text.
    """
    transcript = project.transcript(transcript_id)
    if revision and transcript.revision != revision:
        raise Stale(f"{transcript.title} has been corrected meanwhile; nothing was put in the tray.")
    evidence = Evidence(
        id=new_id(),
        claim=Claim.TRAY,
        claim_id="",
        transcript_id=transcript.id,
        start=span.start,
        end=span.end,
        stance=Stance.NEW,
        coder_id=project.coder_id,
        scope=Scope.THIS_CASE if transcript.case_id else Scope.GENERAL,
        memo=note.strip(),
        revision=transcript.revision,
    )
    there = project.sight.one(_THERE, **_place(evidence), tray=Claim.TRAY.value, mine=project.coder_id)
    if there is not None:
        raise Unchanged("These words are in your tray already.", "O t opens it.")
    return traying.put(evidence, transcript)


_THERE = """SELECT id FROM evidence WHERE claim = :tray AND coder_id = :mine AND transcript_id = :transcript
    AND revision = :revision AND start = :start AND "end" = :end"""


def _place(evidence: Evidence) -> dict[str, str | int]:
    return {
        "transcript": evidence.transcript_id,
        "revision": evidence.revision,
        "start": evidence.start,
        "end": evidence.end,
    }


def putting_back(project: Project, evidence_id: str) -> Deed:
    """Takes a passage of the asker's own off what it is joined to, and puts it in the tray. Raises NotFound, Misuse, Unchanged."""
    evidence = _own(project, evidence_id)
    return traying.put_back(
        evidence, claim_words(project, evidence), project.transcript(evidence.transcript_id)
    )


def noting(project: Project, evidence_id: str, memo: str) -> Deed:
    """Writes the note of a passage in the tray. Raises NotFound, Misuse for another's, Unchanged."""
    evidence = _in_tray(project, evidence_id)
    return traying.note(evidence, memo, project.transcript(evidence.transcript_id))


def taking_out(project: Project, evidence_id: str) -> Deed:
    """Takes a passage out of the tray for good. Raises NotFound, and Misuse for another's."""
    evidence = _in_tray(project, evidence_id)
    return traying.take_out(evidence, project.transcript(evidence.transcript_id))


@dataclass(frozen=True, slots=True)
class Home:
    """Where a passage of the tray is to go: what it is joined to, and how it bears on that."""

    claim: Claim
    claim_id: str
    stance: Stance
    scope: Scope | None = None
    """None leaves it as it is."""


def attaching(project: Project, evidence_id: str, home: Home) -> Deed:
    """Joins a passage of the tray to a claim, by which it leaves the tray.

    Raises NotFound, and Misuse for another's. That the claim is there is looked at when the deed is done.
    """
    before = _in_tray(project, evidence_id)
    after = replace(
        before,
        claim=home.claim,
        claim_id=home.claim_id,
        stance=home.stance,
        scope=home.scope or before.scope,
    )
    words = claim_words(project, after)
    return traying.attach(before, after, words, project.transcript(before.transcript_id))


def _in_tray(project: Project, evidence_id: str) -> Evidence:
    evidence = _own(project, evidence_id)
    if evidence.claim is not Claim.TRAY:
        raise Misuse("That passage has left the tray already.")
    return evidence


def _own(project: Project, evidence_id: str) -> Evidence:
    evidence = evidence_of(project, evidence_id)
    if evidence is None:
        raise NotFound("That passage is no longer there.")
    refuse_others(project, evidence.coder_id)
    return evidence
