"""What is known of one interview, of one case, and of every interview that may be put right together."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from rcoder.domain.actions.arranging import weight
from rcoder.domain.actions.sentences import counted
from rcoder.domain.actions.speaking import Voices
from rcoder.domain.answers import TranscriptLine
from rcoder.domain.case import Attribute, Case
from rcoder.domain.errors import NotFound
from rcoder.domain.transcript import Transcript
from rcoder.domain.words import Subject
from rcoder.project.arranging import belongings, tied
from rcoder.project.attributes import attributes
from rcoder.project.door import Project
from rcoder.project.speaking import VoiceLine, known_roles, persons, voice_lines, voices


@dataclass(frozen=True, slots=True)
class Known:
    """What choosers offer: what the study has already."""

    cases: tuple[Case, ...] = ()
    roles: tuple[str, ...] = ()
    persons: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Titles of the interviews each person speaks in."""
    waves: tuple[str, ...] = ()
    municipalities: tuple[str, ...] = ()
    outcome_groups: tuple[str, ...] = ()
    attributes: tuple[Attribute, ...] = ()
    language: str = "da"
    """Language of the content."""


@dataclass(frozen=True, slots=True)
class AboutInterview:
    """One interview with everyone who speaks in it."""

    voices: Voices
    lines: tuple[VoiceLine, ...]
    text: str
    line: TranscriptLine
    case: Case | None
    weight: str
    """What stands on it besides marks of being coded to the end, as far as the asker may see; "" for nothing."""
    known: Known

    @property
    def transcript(self) -> Transcript:
        """The interview's own row."""
        return self.voices.transcript


@dataclass(frozen=True, slots=True)
class AboutCase:
    """One case with its interviews."""

    case: Case
    interviews: tuple[TranscriptLine, ...]
    about: str
    """What elsewhere is about it, as far as the asker may see; "" for nothing."""
    known: Known


def about_interview(project: Project, transcript_id: str) -> AboutInterview:
    """What is known of an interview. Raises NotFound where it is no longer in the study."""
    line = next((each for each in project.transcript_lines() if each.id == transcript_id), None)
    if line is None:
        raise NotFound("That interview is no longer in the study.")
    found = voices(project, transcript_id)
    case = next((each for each in project.cases() if each.id == found.transcript.case_id), None)
    return AboutInterview(
        found,
        voice_lines(project, found),
        project.text(found.transcript),
        line,
        case,
        weight([replace(belongings(project, transcript_id), finishes=())]),
        of_study(project),
    )


def about_case(project: Project, case_id: str) -> AboutCase:
    """What is known of a case. Raises NotFound where it is no longer in the study."""
    case = next((each for each in project.cases() if each.id == case_id), None)
    if case is None:
        raise NotFound("That case is no longer in the study.")
    own = tuple(each for each in project.transcript_lines() if each.case_id == case_id)
    found, ids = tied(project, case, seen=True), {each.id for each in own}
    elsewhere = [each for each in found.codings if each.transcript_id not in ids]
    claims = [each for each in found.evidence if each.transcript_id not in ids]
    words = counted(
        (len(elsewhere), "coding of another interview", "codings of other interviews"),
        (len(claims), "passage on a claim", "passages on claims"),
        (len(found.configurations), "configuration", "configurations"),
        (len(found.judgements), "judgement", "judgements"),
        (len(found.summaries), "summary", "summaries"),
        (len(found.points), "turning point", "turning points"),
        (len(found.memos), "memo", "memos"),
    )
    return AboutCase(case, own, words, of_study(project))


def of_study(project: Project) -> Known:
    """What the study has already, for choosers."""
    cases = tuple(project.cases())
    waves = project.sight.rows("SELECT DISTINCT wave FROM transcripts WHERE wave <> '' ORDER BY wave")
    return Known(
        cases=cases,
        roles=known_roles(project),
        persons=persons(project),
        waves=tuple(row["wave"] for row in waves),
        municipalities=tuple(dict.fromkeys(each.municipality for each in cases if each.municipality)),
        outcome_groups=tuple(dict.fromkeys(each.outcome_group for each in cases if each.outcome_group)),
        attributes=attributes(project.sight),
        language=project.study().language,
    )


def of_interviews(known: Known) -> tuple[Attribute, ...]:
    """The attributes that are said of interviews."""
    return tuple(each for each in known.attributes if each.about is Subject.INTERVIEW)


def of_cases(known: Known) -> tuple[Attribute, ...]:
    """The attributes that are said of cases."""
    return tuple(each for each in known.attributes if each.about is Subject.CASE)
