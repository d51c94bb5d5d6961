"""Bringing interviews in: each file on its own, so that one unreadable file does not stop the rest."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from rcoder.domain.actions.studying import bring_in, case_changes
from rcoder.domain.case import Case
from rcoder.domain.errors import RcoderError
from rcoder.domain.ids import named_id, new_id
from rcoder.domain.journal import Change
from rcoder.domain.transcript import Speaker, Transcript, Turn
from rcoder.project.door import Project, checksum

if TYPE_CHECKING:
    from rcoder.exchange.interviews import Interview

OUTCOME_GROUPS = ("with_hours", "without_hours")
"""The outcome groups JobFirst compares; another word is kept as it is."""


class ImportStatus(StrEnum):
    """What became of a file."""

    IMPORTED = "imported"
    DUPLICATE = "duplicate"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Bringing:
    """What is known about a file besides its words; "" and None mean unknown."""

    file: Path
    title: str = ""
    case: str = ""
    roles: tuple[str, ...] = ()
    municipality: str = ""
    outcome_group: str = ""
    date: str = ""
    wave: str = ""
    language: str = ""
    interviewer: str = ""
    encoding: str = ""
    attributes: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Brought:
    """What became of one file, with everything done to its text in sentences."""

    file: str
    status: ImportStatus
    transcript: str | None = None
    """Id of the transcript, or of the one that was there already."""
    messages: tuple[str, ...] = ()


def import_files(
    project: Project, files: Sequence[Bringing], *, identify: Callable[[Bringing], str] | None = None
) -> Iterator[Brought]:
    """Imports each file as one deed, saying what became of it as it goes.

    `identify` gives the transcript's id; a fresh one by default. Errors about a file become its message.
    """
    for bringing in files:
        try:
            yield _import_one(project, bringing, identify(bringing) if identify else new_id())
        except RcoderError as error:
            yield Brought(str(bringing.file), ImportStatus.FAILED, None, (str(error),))


def expand(paths: Sequence[Path]) -> list[Path]:
    """The files named, and those in folders named (not hidden, not below), in order of name.

    A folder without files, or that cannot be opened, stands for itself: importing it says what is wrong.
    """
    found: list[Path] = []
    for path in paths:
        found.extend(_inside(path) or [path])
    return found


def _inside(path: Path) -> list[Path]:
    try:
        return sorted(each for each in path.iterdir() if each.is_file() and not each.name.startswith("."))
    except OSError:
        return []


def _import_one(project: Project, bringing: Bringing, transcript_id: str) -> Brought:
    from rcoder.exchange.interviews import read_interview
    from rcoder.language import annotate

    study_language = project.study().language
    language = bringing.language or study_language
    interview = read_interview(
        bringing.file,
        encoding=bringing.encoding or None,
        interviewer=bringing.interviewer or None,
        language=language,
    )
    text_checksum = checksum(interview.text)
    same = project.sources("source_checksum", interview.source_checksum)
    if same:
        message = f"{interview.source} is in the study already, as {same[0].title}; nothing was added."
        return Brought(str(bringing.file), ImportStatus.DUPLICATE, same[0].id, (message,))
    alike = project.sources("checksum", text_checksum)
    changes, case = _case(project, bringing)
    speakers, turns, messages = _voices(interview, transcript_id, bringing)
    if alike:
        messages = (
            *messages,
            f"It has the same words as {alike[0].title}; undo the import if it is the same interview.",
        )
    transcript = Transcript(
        id=transcript_id,
        title=_title(project, bringing, Path(interview.source).stem),
        language=language,
        checksum=text_checksum,
        characters=len(interview.text),
        source=interview.source,
        source_checksum=interview.source_checksum,
        format=interview.format,
        case_id=case.id if case else None,
        date=bringing.date,
        wave=bringing.wave,
        attributes={} if case else _own_attributes(bringing),
        notes=(*interview.notes, *messages),
        turns=turns,
    )
    annotation = annotate(interview.text, [turn.span for turn in turns], language)
    deed = bring_in(transcript, speakers, changes)
    project.do(deed, texts=[interview.text], annotations=[annotation])
    return Brought(str(bringing.file), ImportStatus.IMPORTED, transcript_id, transcript.notes)


def _voices(
    interview: Interview, transcript_id: str, bringing: Bringing
) -> tuple[tuple[Speaker, ...], tuple[Turn, ...], tuple[str, ...]]:
    """Speakers with their roles, and the turns that name them.

    Roles go to everyone but the interviewer. Where the file names nobody, one nameless voice holds the roles.
    """
    names = [(each.name, each.interviewer) for each in interview.speakers]
    nameless = any(turn.speaker is None for turn in interview.turns)
    if nameless:
        names.append(("", False))
    speakers = tuple(
        Speaker(
            id=named_id(transcript_id, "speaker", str(position)),
            transcript_id=transcript_id,
            name=name,
            roles=() if interviewer else bringing.roles,
            interviewer=interviewer,
            position=position,
        )
        for position, (name, interviewer) in enumerate(names)
    )
    turns = tuple(
        Turn(turn.start, turn.end, speakers[-1 if turn.speaker is None else turn.speaker].id, turn.time)
        for turn in interview.turns
    )
    respondents = [each.name for each in speakers if not each.interviewer and each.name]
    if len(respondents) > 1 and bringing.roles:
        given = ", ".join(bringing.roles)
        return speakers, turns, (f"Gave the role {given} to each of {', '.join(respondents)}.",)
    return speakers, turns, ()


def _case(project: Project, bringing: Bringing) -> tuple[tuple[Change, ...], Case | None]:
    """The case a file belongs to and the changes that make or complete it; what is known is never blanked."""
    if not bringing.case:
        return (), None
    known = {case.name.casefold(): case for case in project.cases()}
    before = known.get(bringing.case.casefold())
    base = before or Case(named_id("case", bringing.case.casefold()), bringing.case)
    after = Case(
        base.id,
        base.name,
        bringing.municipality or base.municipality,
        bringing.outcome_group or base.outcome_group,
        {**base.attributes, **bringing.attributes},
    )
    return case_changes(before, after), after


def _own_attributes(bringing: Bringing) -> dict[str, str]:
    """What is known of an interview without a case, which has no case to hold it."""
    known = {"municipality": bringing.municipality, "outcome_group": bringing.outcome_group}
    return {name: value for name, value in known.items() if value} | dict(bringing.attributes)


def _title(project: Project, bringing: Bringing, stem: str) -> str:
    """The title given, else case and roles, else the file's name; with a number where it is taken."""
    named = " · ".join(each for each in (bringing.case, ", ".join(bringing.roles)) if each)
    wanted = bringing.title or (named if bringing.case and bringing.roles else stem)
    taken = {line["title"] for line in project.sight.rows("SELECT title FROM transcripts")}
    if wanted not in taken:
        return wanted
    number = 2
    while f"{wanted} ({number})" in taken:
        number += 1
    return f"{wanted} ({number})"
