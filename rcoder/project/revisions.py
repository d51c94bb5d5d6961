"""The earlier texts of a transcript, and which passages stand in them."""

from __future__ import annotations

import re
from dataclasses import replace

from rcoder.domain.actions.correcting import as_it_stood
from rcoder.domain.answers import Reading
from rcoder.domain.errors import NotFound
from rcoder.domain.transcript import Revision, Speaker, Transcript
from rcoder.project import questions
from rcoder.project.door import Project

LONGEST = 40
"""Letters of the longest line before a turn that is taken for its label."""

_STAMP = re.compile(r"\W?\b\d+(?:[:.,]\d+)+\b\W?")


def revisions(project: Project, transcript_id: str) -> tuple[Revision, ...]:
    """The earlier texts of a transcript, the first one first."""
    sql = "SELECT * FROM revisions WHERE transcript_id = :id ORDER BY number"
    return tuple(project.sight.records(Revision, sql, id=transcript_id))


def in_revision(project: Project, transcript: Transcript, number: int) -> Transcript:
    """A transcript as it stood in a revision, its present one among them. Raises NotFound."""
    if number == transcript.revision:
        return transcript
    known = {each.number: each for each in revisions(project, transcript.id)}
    if number not in known:
        there = ", ".join(str(each) for each in (*known, transcript.revision))
        raise NotFound(f"{transcript.title} has no revision {number}.", f"It has {there}.")
    return as_it_stood(transcript, known[number])


def reading_of(project: Project, transcript_id: str, number: int) -> Reading:
    """A transcript as it stood in a revision, with the passages that stand there. Raises NotFound and Damaged."""
    found = questions.transcript(project.sight, transcript_id)
    if found is None:
        raise NotFound("That transcript is no longer in the study.")
    stood = in_revision(project, found, number)
    text, sentences = project.text(stood), project.store.sentences(stood.checksum)
    reading = questions.reading(project.sight, stood, text, sentences)
    return replace(reading, transcript=stood, speakers=_as_labelled(reading))


def _as_labelled(reading: Reading) -> dict[str, Speaker]:
    """The speakers by the names that the text gives them, where they have been named anew since."""
    speakers = dict(reading.speakers)
    known: set[str] = set()
    end = 0
    for turn in reading.transcript.turns:
        gap, end = reading.text[end : turn.start], turn.end
        speaker = speakers.get(turn.speaker_id or "")
        if speaker is None or speaker.id in known:
            continue
        known.add(speaker.id)
        label = _STAMP.sub("", gap.rstrip().rsplit("\n", 1)[-1]).strip(" :–-*_#\t")
        if label and len(label) <= LONGEST and speaker.name.casefold() not in label.casefold():
            speakers[speaker.id] = replace(speaker, name=label)
    return speakers
