"""What is in files before they are brought in: their words, voices, and everything that was done to the text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Generator, Sequence
from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rcoder.project.door import Project, checksum
from rcoder.project.holdings import Holdings
from rcoder.project.importing import Bringing
from rcoder.project.reading_ahead import Asked, Refused, read_ahead

if TYPE_CHECKING:
    from rcoder.exchange.interviews import Interview

SHOWN = 4000
"""Code points of the beginning of a text that a preview shows."""


@dataclass(frozen=True, slots=True)
class Voice:
    """A speaker of a file."""

    name: str
    """"" where the file names nobody."""
    interviewer: bool
    turns: int
    words: int


@dataclass(frozen=True, slots=True)
class Preview:
    """One file as it would come in."""

    bringing: Bringing
    refused: str = ""
    """Why it cannot be brought in, in a sentence."""
    there: str = ""
    """Title of the interview that the same file was brought in as already."""
    alike: str = ""
    """Title of an interview with the same words from another file."""
    format: str = ""
    characters: int = 0
    words: int = 0
    voices: tuple[Voice, ...] = ()
    beginning: tuple[tuple[str, str], ...] = ()
    """The first turns, each with the name of who speaks; a text without turns is one of them."""
    notes: tuple[str, ...] = ()


def previews(project: Project, files: Sequence[Bringing]) -> Generator[Preview]:
    """Each file, in order, as it would come in; nothing is written."""
    holdings = Holdings(project)
    holdings.look()
    asked = [
        Asked(each.file, each.encoding, each.interviewer, each.language or holdings.language)
        for each in files
    ]
    with closing(read_ahead(asked)) as interviews:
        for bringing, interview in zip(files, interviews, strict=True):
            if isinstance(interview, Refused):
                yield Preview(bringing, refused=interview.why)
            else:
                yield _preview(bringing, interview, holdings)


def _preview(bringing: Bringing, interview: Interview, holdings: Holdings) -> Preview:
    same = holdings.of_file.get(interview.source_checksum)
    alike = holdings.of_words.get(checksum(interview.text))
    return Preview(
        bringing,
        there=same.title if same is not None else "",
        alike=alike.title if alike is not None and same is None else "",
        format=interview.format,
        characters=len(interview.text),
        words=len(interview.text.split()),
        voices=_voices(interview),
        beginning=_beginning(interview),
        notes=interview.notes,
    )


def _voices(interview: Interview) -> tuple[Voice, ...]:
    turns: Counter[int] = Counter()
    words: Counter[int] = Counter()
    for turn in interview.turns:
        who = -1 if turn.speaker is None else turn.speaker
        turns[who] += 1
        words[who] += len(interview.text[turn.start : turn.end].split())
    named = [
        Voice(speaker.name, speaker.interviewer, turns[place], words[place])
        for place, speaker in enumerate(interview.speakers)
    ]
    return (*named, *((Voice("", False, turns[-1], words[-1]),) if turns[-1] else ()))


def _beginning(interview: Interview) -> tuple[tuple[str, str], ...]:
    if not interview.turns:
        return (("", interview.text[:SHOWN]),)
    found: list[tuple[str, str]] = []
    left = SHOWN
    for turn in interview.turns:
        if left <= 0:
            break
        name = "" if turn.speaker is None else interview.speakers[turn.speaker].name
        found.append((name, interview.text[turn.start : min(turn.end, turn.start + left)]))
        left -= turn.end - turn.start
    return tuple(found)
