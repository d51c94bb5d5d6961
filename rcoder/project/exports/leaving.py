"""The door by which files leave a project: made ready, looked through, and written when a person has said so."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Generic, TypeVar, cast

from rcoder.domain.errors import Misuse
from rcoder.domain.outgoing import Outgoing, Said, Wanted
from rcoder.project.exports.colophon import colophon
from rcoder.project.exports.declared import Export, find
from rcoder.project.figures import write_bytes_whole

if TYPE_CHECKING:
    from rcoder.domain.leaving import Findings
    from rcoder.project.door import Project

T_co = TypeVar("T_co", covariant=True)
WAY_OUT = "Choose another place with --to."


@dataclass(frozen=True, slots=True)
class Leaving(Generic[T_co]):
    """A file that is ready and waits for a person's word; nothing is written yet."""

    file: Path
    made: Outgoing
    what: str
    """What it is, for the log: "exported matrix"."""
    about: str
    """More of it for the log, without words that a person said."""
    answer: T_co
    """What whoever asked is told of it."""
    write: Callable[[], None] | None = None
    """How it is written where that takes more than putting the bytes in their place."""


def wanted(
    project: Project, what: str, file: Path, *, language: str = "", options: Mapping[str, str] | None = None
) -> Wanted:
    """An export as it is asked for, its format by the file's ending. Raises Misuse for one that is not offered."""
    export = find(what)
    ending = file.suffix.lower()
    if ending not in export.endings:
        raise Misuse(
            f"rcoder does not write “{export.name}” to {file.name}.",
            f"Give a name that ends in {export.said_endings}.",
        )
    return Wanted(what, ending, language or project.study().language, dict(options or {}))


def make(project: Project, asked: Wanted) -> Outgoing:
    """The file's bytes, with its words. The same project gives the same bytes. Raises what the maker raises."""
    made = _maker(find(asked.what))(project, asked)
    source = colophon(project).line(asked.language)
    if any(source in each.text for each in made.said):
        return made
    return replace(made, said=(*made.said, Said("where it comes from", source)))


def _maker(export: Export) -> Callable[[Project, Wanted], Outgoing]:
    module, function = export.maker.split(":")
    found = getattr(import_module(f"rcoder.project.exports.{module}"), function)
    return cast("Callable[[Project, Wanted], Outgoing]", found)


def ready(project: Project, asked: Wanted, file: Path) -> Leaving[Path]:
    """An export made and ready to be looked through. Raises what its maker raises."""
    return Leaving(file, make(project, asked), f"exported {asked.what}", file.name, file)


def of_file(contents: bytes, ending: str, *, case_id: str = "", also: Sequence[Said] = ()) -> Outgoing:
    """A file with all its words read back from it, for files whose maker does not name them; all of one case with `case_id`."""
    from rcoder.exchange.words_of_file import words_of_file

    said = tuple(Said(place, text, case_id) for place, text in words_of_file(contents, ending))
    return Outgoing(contents, (*also, *said))


def let_out(project: Project, leaving: Leaving[T_co], findings: Findings | None) -> T_co:
    """Writes what was made, whole or not at all, and notes it with what the check had found, in counts and never in words.

    `findings` is None where nothing was looked through, as for the sample study. Raises RcoderError where the file cannot
    be written.
    """
    if leaving.write is not None:
        leaving.write()
    else:
        write_bytes_whole(leaving.file, leaving.made.contents, WAY_OUT)
    found = "not looked through" if findings is None else f"found {findings.summary}"
    project.log(leaving.what, f"{leaving.about}; {found}")
    return leaving.answer


def leave(project: Project, asked: Wanted, file: Path, made: Outgoing) -> Path:
    """Writes an export in which every person is made up, unasked. Raises RcoderError where the file cannot be written."""
    return let_out(project, Leaving(file, made, f"exported {asked.what}", file.name, file), None)
