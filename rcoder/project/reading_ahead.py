"""Files read one after the other, by other processes where there are many, so that writing does not wait for reading."""

from __future__ import annotations

import os
from collections.abc import Generator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rcoder.domain.errors import RcoderError
from rcoder.project.crew import Crew, Lost

if TYPE_CHECKING:
    from rcoder.exchange.interviews import Interview

FEW = 8
"""Files that this process has read before another one would have begun."""
MOST = 4
"""Processes that read; one writer keeps no more of them busy."""
AHEAD = 16
"""Files that are read and not written yet, at most."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A file to be read, and how; "" means that it is found out."""

    file: Path
    encoding: str
    interviewer: str
    language: str


@dataclass(frozen=True, slots=True)
class Refused:
    """Why a file could not be read, in a sentence."""

    why: str


def read_ahead(files: Sequence[Asked]) -> Generator[Interview | Refused]:
    """What is in each file, in order."""
    if len(files) <= FEW:
        for each in files:
            yield read(each)
        return
    most = min(MOST, os.cpu_count() or 1)
    with Crew(read_flat, files, most=most, ahead=AHEAD, depth=2) as crew:
        for asked, answer in crew:
            if isinstance(answer, Lost):
                name = asked.file.name
                yield Refused(f"{name} ended the program that read it, and was left out. Check the file.")
            else:
                yield answer if isinstance(answer, Refused) else _whole(answer)


def read(asked: Asked) -> Interview | Refused:
    """What is in one file."""
    from rcoder.exchange.interviews import read_interview

    try:
        return read_interview(
            asked.file,
            encoding=asked.encoding or None,
            interviewer=asked.interviewer or None,
            language=asked.language,
        )
    except RcoderError as error:
        return Refused(str(error))


def read_flat(asked: Asked) -> tuple[Any, ...] | Refused:
    """The same in plain tuples, which take a tenth of the time of records to send to another process."""
    found = read(asked)
    if isinstance(found, Refused):
        return found
    return (
        found.text,
        [(turn.start, turn.end, turn.speaker, turn.time) for turn in found.turns],
        [(speaker.name, speaker.interviewer) for speaker in found.speakers],
        (found.format, found.notes, found.source, found.source_checksum),
    )


def _whole(flat: tuple[Any, ...]) -> Interview:
    from rcoder.exchange.interviews.records import Interview, ReadSpeaker, ReadTurn

    text, turns, speakers, rest = flat
    return Interview(
        text, tuple(ReadTurn(*each) for each in turns), tuple(ReadSpeaker(*each) for each in speakers), *rest
    )
