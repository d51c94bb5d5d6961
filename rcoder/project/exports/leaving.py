"""The door by which exports leave a project."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, cast

from rcoder.domain.errors import Misuse
from rcoder.domain.outgoing import Outgoing, Wanted
from rcoder.project.exports.declared import Export, find
from rcoder.project.figures import write_bytes_whole

if TYPE_CHECKING:
    from collections.abc import Callable

    from rcoder.project.door import Project


def wanted(
    project: Project, what: str, file: Path, *, language: str = "", options: Mapping[str, str] | None = None
) -> Wanted:
    """An export as it is asked for, its format by the file's ending. Raises Misuse for one that is not offered."""
    export = find(what)
    ending = file.suffix.lower()
    if ending not in export.endings:
        raise Misuse(
            f"{file.name} is no file that rcoder can write {export.name.lower()} to.",
            f"Give a name that ends in {export.said_endings}.",
        )
    return Wanted(what, ending, language or project.study().language, dict(options or {}))


def make(project: Project, asked: Wanted) -> Outgoing:
    """The file's bytes, with its words. The same project gives the same bytes. Raises what the maker raises."""
    return _maker(find(asked.what))(project, asked)


def _maker(export: Export) -> Callable[[Project, Wanted], Outgoing]:
    module, function = export.maker.split(":")
    found = getattr(import_module(f"rcoder.project.exports.{module}"), function)
    return cast("Callable[[Project, Wanted], Outgoing]", found)


def leave(project: Project, asked: Wanted, file: Path, made: Outgoing) -> Path:
    """Writes what was made, whole or not at all, and notes it. Raises RcoderError where the file cannot be written."""
    write_bytes_whole(file, made.contents, "Choose another place with --to.")
    project.log(f"exported {asked.what}", file.name)
    return file
