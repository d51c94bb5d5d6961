"""Bringing interviews in: each file on its own, so that one unreadable file does not stop the rest."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import closing
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Self

from rcoder.domain.actions.arranging import new_case
from rcoder.domain.actions.studying import bring_in, case_changes
from rcoder.domain.case import Attribute, Case
from rcoder.domain.errors import RcoderError, Stale
from rcoder.domain.ids import named_id, new_id
from rcoder.domain.journal import Change, Deed, Entry
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
    with closing(read_ahead(asked)) as interviews, Writing(project, holdings) as writing:
        for bringing, how, interview in zip(files, asked, interviews, strict=True):
            if isinstance(interview, Refused):
                yield from writing.finish()
                yield _failed(bringing, interview.why)
                continue
            known = replace(bringing, language=how.language)
            coming = Coming(known, interview, identify(bringing) if identify else new_id())
            try:
                ready = made_ready(holdings, coming)
            except KeyboardInterrupt:
                yield from writing.finish()
                raise
            yield from writing.finish()
            if not holdings.current:
                ready = made_ready(holdings, coming)
            if isinstance(ready, Brought):
                yield ready
            else:
                writing.begin(ready)
        yield from writing.finish()


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


class Coming(NamedTuple):
    """A file that has been read, on its way in."""

    bringing: Bringing
    interview: Interview
    transcript_id: str


class Ready(NamedTuple):
    """A file of which everything is known that is to be written."""

    coming: Coming
    transcript: Transcript
    case: Case | None
    deed: Deed


class Writing:
    """Writes one interview in a thread of its own while the next is made ready; most of the time is SQLite's."""

    def __init__(self, project: Project, holdings: Holdings) -> None:
        self._project, self._holdings = project, holdings
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="import")
        self._under_way: tuple[Ready, Future[Entry]] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        """Waits for what is under way."""
        self._thread.shutdown()

    def begin(self, ready: Ready) -> None:
        """Begins to write an interview; the one before must have been finished."""
        self._under_way = ready, self._written(ready)

    def finish(self) -> Iterator[Brought]:
        """What became of the interview under way, if there is one."""
        if self._under_way is not None:
            (ready, written), self._under_way = self._under_way, None
            yield self._became(ready, written)

    def _became(self, ready: Ready, written: Future[Entry], tries: int = TRIES) -> Brought:
        """What became of it; where others have changed the same case meanwhile, it is made ready and written again."""
        try:
            self._holdings.confirm(written.result())
        except Stale as error:
            self._holdings.doubt()
            again = made_ready(self._holdings, ready.coming)
            if isinstance(again, Brought):
                return again
            if tries == 1:
                return _failed(ready.coming.bringing, str(error))
            return self._became(again, self._written(again), tries - 1)
        except RcoderError as error:
            self._holdings.doubt()
            return _failed(ready.coming.bringing, str(error))
        imported = ready.transcript
        return Brought(str(ready.coming.bringing.file), ImportStatus.IMPORTED, imported.id, imported.notes)

    def _written(self, ready: Ready) -> Future[Entry]:
        self._holdings.expect(ready.transcript, ready.case)
        return self._thread.submit(self._project.do, ready.deed, texts=[ready.coming.interview.text])


def made_ready(holdings: Holdings, coming: Coming) -> Ready | Brought:
    """All that is to be written of a file; what became of it already where nothing is."""
    holdings.look()
    bringing, interview, _ = coming
    same = holdings.of_file.get(interview.source_checksum)
    if same is not None:
        message = f"{interview.source} is in the study already, as {same.title}; nothing was added."
        return Brought(str(bringing.file), ImportStatus.DUPLICATE, same.id, (message,))
    try:
        return _deed(holdings, coming)
    except RcoderError as error:
        return _failed(bringing, str(error))


def _failed(bringing: Bringing, why: str) -> Brought:
    return Brought(str(bringing.file), ImportStatus.FAILED, None, (why,))


def _deed(holdings: Holdings, coming: Coming) -> Ready:
    """The deed that brings an interview in, with its transcript and case. Raises Misuse where an attribute does not fit."""
    known, (bringing, interview, transcript_id) = holdings.attributes, coming
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
    return Ready(coming, transcript, case, bring_in(transcript, speakers, changes))


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
