"""Sentences and lemmas of transcripts that have none yet: worked out beside everything else, and begun anew at any time.

They are derived from text and turns, so they are no deed and in no journal, and whoever finds them missing may fill them
in: an import, the program, or `rcoder annotate`.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rcoder.domain.errors import Damaged
from rcoder.domain.transcript import Span, Transcript

if TYPE_CHECKING:
    from rcoder.domain.transcript import Annotation
    from rcoder.project.crew import Lost
    from rcoder.project.door import Project
    from rcoder.store import Packed

FEW = 1_000_000
"""Code points that one process has done before others have loaded the language tools."""
MOST = 4
"""Processes that work at a time."""

_MISSING = (
    """FROM transcripts t LEFT JOIN annotations a ON a.checksum = t.checksum WHERE a.checksum IS NULL"""
)


@dataclass(frozen=True, slots=True)
class Found:
    """How far it is."""

    done: int
    """Transcripts whose sentences were found, or could not be, since it began."""
    whole: int
    """Those that had none then."""
    failed: str = ""
    """Title of the transcript that was just given up, "" for none."""


@dataclass(frozen=True, slots=True)
class _Task:
    """A text to be gone through."""

    title: str
    text: str
    turns: tuple[tuple[int, int], ...]
    language: str


def without_sentences(project: Project) -> int:
    """How many transcripts have no sentences yet."""
    row = project.sight.one(f"SELECT COUNT(*) AS n {_MISSING}")
    return int(row["n"]) if row else 0


def sentences_of(project: Project, transcript: Transcript) -> tuple[Span, ...] | None:
    """The sentences of a transcript's text, None as long as they are not worked out."""
    return project.store.sentences(transcript.checksum)


def find_sentences(
    project: Project, *, wanted: Callable[[], Iterable[str]] = tuple, processes: int | None = None
) -> Generator[Found]:
    """Finds and stores the sentences and lemmas of every transcript that has none, telling how far it is after each.

    `wanted` gives ids of transcripts that somebody has opened since it was last asked: the newest of them come next.
    What is stored stays, wherever this is stopped. Raises ReadOnly where nothing can be written.
    """
    rows = project.sight.rows(f"SELECT t.id, t.characters {_MISSING} ORDER BY t.id DESC")
    left = [row["id"] for row in rows]
    count = len(left)
    if not count:
        return
    tasks = _tasks(project, left, wanted)
    alone = sum(row["characters"] for row in rows) <= FEW if processes is None else processes < 2
    if alone:
        yield from _kept(project, ((task, work_out(task)) for task in tasks), count)
        return
    from rcoder.project.crew import Crew

    most = min(MOST, processes or os.cpu_count() or 1, count)
    with Crew(work_out, tasks, most=most, ahead=most + 1, eager=True) as crew:
        yield from _kept(project, crew, count)


def _kept(project: Project, answers: Iterable[tuple[_Task, Packed | Lost]], count: int) -> Generator[Found]:
    from rcoder.project.crew import Lost

    done = 0
    for done, (task, answer) in enumerate(answers, start=1):
        if isinstance(answer, Lost):
            yield Found(done, count, failed=task.title)
        else:
            project.store.annotate([answer])
            yield Found(done, count)
    if done < count:
        yield Found(count, count)


def _tasks(project: Project, left: list[str], wanted: Callable[[], Iterable[str]]) -> Iterator[_Task]:
    """What is to be done, the last of `left` first unless another is wanted; each text is read when its turn comes."""
    done: set[str] = set()
    while left:
        for each in wanted():
            if each in left:
                left.remove(each)
                left.append(each)
        sql = "SELECT * FROM transcripts WHERE id = :id"
        for transcript in project.sight.records(Transcript, sql, id=left.pop()):
            if transcript.checksum not in done:
                done.add(transcript.checksum)
                with suppress(Damaged):  # opening the project says so
                    yield _task(project, transcript)


def _task(project: Project, transcript: Transcript) -> _Task:
    turns = tuple((turn.start, turn.end) for turn in transcript.turns)
    return _Task(transcript.title, project.text(transcript), turns, transcript.language)


def work_out(task: _Task) -> Packed:
    """The sentences and lemmas of a text, ready to be stored."""
    from rcoder.language import annotate
    from rcoder.store import packed

    found: Annotation = annotate(task.text, [Span(*each) for each in task.turns], task.language)
    return packed(found)
