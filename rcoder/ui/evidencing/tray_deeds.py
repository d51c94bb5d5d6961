"""A configuration begun from a passage of the tray, and the passage as something that is given a place."""

from __future__ import annotations

from dataclasses import replace

from rcoder.domain.coding import Coding
from rcoder.domain.errors import Misuse, NotFound
from rcoder.domain.journal import Deed, changed
from rcoder.domain.passage import Passage
from rcoder.domain.words import Claim
from rcoder.project import Project
from rcoder.project.evidence import evidence_of, refuse_others
from rcoder.ui.configuring import making
from rcoder.ui.offer import Offer


def offer_of(project: Project, passage: Passage) -> Offer:
    """The passage with the asker's own codings on its words. Raises NotFound."""
    codings = project.sight.records(
        Coding,
        """SELECT * FROM codings WHERE transcript_id = :id AND revision = :revision AND coder_id = :mine
           AND start < :until AND "end" > :from ORDER BY start, "end", id""",
        **{
            "id": passage.transcript_id,
            "revision": passage.revision,
            "mine": project.coder_id,
            "from": passage.start,
            "until": passage.end,
        },
    )
    return Offer(project.transcript(passage.transcript_id), passage.span, passage.text, tuple(codings))


def begun(project: Project, evidence_id: str) -> Deed:
    """Begins a configuration from a passage of the tray: the asker's codings on it become elements, the passage stands on the whole.

    Raises NotFound, and Misuse where it is another's, has left the tray, or is the interviewer's.
    """
    evidence = evidence_of(project, evidence_id)
    if evidence is None:
        raise NotFound("That passage is no longer there.")
    refuse_others(project, evidence.coder_id)
    if evidence.claim is not Claim.TRAY:
        raise Misuse("That passage has left the tray already.")
    transcript = project.transcript(evidence.transcript_id)
    passage = Passage(
        evidence.id, transcript.id, transcript.title, evidence.start, evidence.end, "", None, "", None, "", (),
        interviewer=False, coder_id=evidence.coder_id, coder="", revision=evidence.revision,
    )  # fmt: skip
    heard = making.answered(offer_of(project, passage), project.speakers(transcript.id))
    own, deed = making.begun(
        heard,
        project.codes(),
        project.study().language,
        number=project.next_number(),
        coder_id=project.coder_id,
    )
    stands = changed(evidence, replace(evidence, claim=Claim.CONFIGURATION, claim_id=own.id))
    return Deed(f"{deed.sentence} from a passage of the tray", deed.changes + stands)
