"""Bringing interviews in: each file on its own, so that one unreadable file does not stop the rest."""

from __future__ import annotations

from collections.abc import Callable, Generator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from rcoder.domain.actions.arranging import new_case
from rcoder.domain.actions.studying import bring_in, case_changes
from rcoder.domain.case import Attribute, Case
from rcoder.domain.errors import RcoderError, Stale
from rcoder.domain.ids import named_id, new_id
from rcoder.domain.journal import Change, Deed
from rcoder.domain.transcript import Speaker, Transcript, Turn
from rcoder.domain.words import Subject
from rcoder.project.attributes import canonical_values
from rcoder.project.door import Project, checksum
from rcoder.project.holdings import Holdings
from rcoder.project.reading_ahead import Asked, Refused, read_ahead

if TYPE_CHECKING:
    from rcoder.exchange.interviews import Interview

TRIES = 3
"""How often a file is brought in anew where others change the same case meanwhile."""

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
    own: Mapping[str, str] = field(default_factory=dict)
    """Attributes of the interview itself, though it has a case."""
    roles_of: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Roles of voices by label, where they differ."""
    person: str = ""
    """Who the one respondent is."""
    person_of: Mapping[str, str] = field(default_factory=dict)
    """Who voices are, by label."""
    interviewers: tuple[str, ...] = ()
    """Labels, where there are several."""


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
) -> Generator[Brought]:
    """Imports each file as one deed, in order, saying what became of it as it goes; many are read by other processes.

    The words can be found and read at once; their sentences and lemmas come later: see `sentences.find_sentences`.
    `identify` gives the transcript's id; a fresh one by default. Errors about a file become its message.
    """
    holdings = Holdings(project)
    holdings.look()
    asked = [
        Asked(each.file, each.encoding, each.interviewer, each.language or holdings.language)
        for each in files
    ]
    with closing(read_ahead(asked)) as interviews:
        for bringing, how, interview in zip(files, asked, interviews, strict=True):
            if isinstance(interview, Refused):
                yield Brought(str(bringing.file), ImportStatus.FAILED, None, (interview.why,))
                continue
            transcript_id = identify(bringing) if identify else new_id()
            bringing = replace(bringing, language=how.language)  # noqa: PLW2901 - the same file, known better
            try:
                yield _import_one(project, holdings, bringing, interview, transcript_id)
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


def _import_one(
    project: Project, holdings: Holdings, bringing: Bringing, interview: Interview, transcript_id: str
) -> Brought:
    """Writes one interview; where somebody else brings in the same case meanwhile, it is done again."""
    for left in reversed(range(TRIES)):
        holdings.look()
        same = holdings.of_file.get(interview.source_checksum)
        if same is not None:
            message = f"{interview.source} is in the study already, as {same.title}; nothing was added."
            return Brought(str(bringing.file), ImportStatus.DUPLICATE, same.id, (message,))
        transcript, case, deed = _deed(holdings, bringing, interview, transcript_id)
        try:
            entry = project.do(deed, texts=[interview.text])
        except Stale:
            if not left:
                raise
            continue
        holdings.take_in(entry, transcript, case)
        break
    return Brought(str(bringing.file), ImportStatus.IMPORTED, transcript_id, transcript.notes)


def _deed(
    holdings: Holdings, bringing: Bringing, interview: Interview, transcript_id: str
) -> tuple[Transcript, Case | None, Deed]:
    """The deed that brings an interview in, with its transcript and case. Raises Misuse where an attribute does not fit."""
    known = holdings.attributes
    bringing = replace(bringing, attributes=canonical_values(known, bringing.attributes))
    changes, case = _case(holdings, bringing, known)
    speakers, turns, messages = _voices(interview, transcript_id, bringing)
    words = checksum(interview.text)
    if (alike := holdings.of_words.get(words)) is not None:
        messages = (
            *messages,
            f"It has the same words as {alike.title}; undo the import if it is the same interview.",
        )
    transcript = Transcript(
        id=transcript_id,
        title=_title(holdings, bringing, Path(interview.source).stem),
        language=bringing.language,
        checksum=words,
        characters=len(interview.text),
        source=interview.source,
        source_checksum=interview.source_checksum,
        format=interview.format,
        case_id=case.id if case else None,
        date=bringing.date,
        wave=bringing.wave,
        attributes=_own_attributes(bringing, known, in_case=case is not None),
        notes=(*interview.notes, *messages),
        turns=turns,
    )
    return transcript, case, bring_in(transcript, speakers, changes)


def _voices(
    interview: Interview, transcript_id: str, bringing: Bringing
) -> tuple[tuple[Speaker, ...], tuple[Turn, ...], tuple[str, ...]]:
    """Speakers with their roles, and the turns that name them.

    Roles go to everyone but the interviewer. Where the file names nobody, one nameless voice holds the roles.
    """
    names = [
        (each.name, each.interviewer or each.name in bringing.interviewers) for each in interview.speakers
    ]
    nameless = any(turn.speaker is None for turn in interview.turns)
    if nameless:
        names.append(("", False))
    alone = sum(not interviewer for _, interviewer in names) == 1
    speakers = tuple(
        Speaker(
            id=named_id(transcript_id, "speaker", str(position)),
            transcript_id=transcript_id,
            name=name,
            roles=() if interviewer else bringing.roles_of.get(name, bringing.roles),
            interviewer=interviewer,
            position=position,
            person=bringing.person_of.get(name, bringing.person if not interviewer and alone else ""),
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


def _case(
    holdings: Holdings, bringing: Bringing, attributes: Sequence[Attribute]
) -> tuple[tuple[Change, ...], Case | None]:
    """The case a file belongs to and the changes that make or complete it; what is known is never blanked."""
    if not bringing.case:
        return (), None
    before = holdings.cases.get(bringing.case.casefold())
    base = before or new_case(bringing.case, holdings.cases.values())
    after = Case(
        base.id,
        base.name,
        bringing.municipality or base.municipality,
        bringing.outcome_group or base.outcome_group,
        {**base.attributes, **_about_case(bringing, attributes)},
    )
    return case_changes(before, after), after


def _about_case(bringing: Bringing, attributes: Sequence[Attribute]) -> dict[str, str]:
    """Values of the case: all but those of attributes of interviews."""
    of_interviews = {each.key for each in attributes if each.about is Subject.INTERVIEW}
    return {key: value for key, value in bringing.attributes.items() if key not in of_interviews}


def _own_attributes(bringing: Bringing, attributes: Sequence[Attribute], *, in_case: bool) -> dict[str, str]:
    """What the interview holds itself: its own attributes, and where it has no case to hold them all others too."""
    about_case = _about_case(bringing, attributes)
    if in_case:
        of_interview = {key: value for key, value in bringing.attributes.items() if key not in about_case}
        return of_interview | dict(bringing.own)
    facts = {"municipality": bringing.municipality, "outcome_group": bringing.outcome_group}
    known = {name: value for name, value in facts.items() if value}
    return known | dict(bringing.attributes) | dict(bringing.own)


def _title(holdings: Holdings, bringing: Bringing, stem: str) -> str:
    """The title given, else case and roles, else the file's name; with a number where it is taken."""
    named = " · ".join(each for each in (bringing.case, ", ".join(bringing.roles)) if each)
    wanted = bringing.title or (named if bringing.case and bringing.roles else stem)
    if wanted not in holdings.titles:
        return wanted
    number = 2
    while f"{wanted} ({number})" in holdings.titles:
        number += 1
    return f"{wanted} ({number})"
