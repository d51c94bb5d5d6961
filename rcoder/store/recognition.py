"""Whether a file is a project, told from its first 100 bytes; SQLite never sees a file that is not ours."""

from __future__ import annotations

from pathlib import Path

from rcoder.domain.errors import NewerProject, NotAProject, RcoderError
from rcoder.domain.journal import SCHEMA
from rcoder.store.opened import is_open_here

APPLICATION_ID = 0x72436F64
"""The mark in bytes 68 to 71 of the header: "rCod"."""

MAGIC = b"SQLite format 3\0"
HEADER = 100
_HINT = "Open a project made by rcoder, or make one with `rcoder new`."


def recognise(path: Path | str) -> int:
    """The schema number of the project in this file, which stays untouched.

    Raises:
        NotAProject: it is missing, empty, a folder, or no project of rcoder's.
        NewerProject: a newer rcoder made it.
        RcoderError: it may not be read.
    """
    path = Path(path)
    if is_open_here(path):
        return SCHEMA
    header = read_header(path)
    if not header.startswith(MAGIC) or len(header) < HEADER:
        raise NotAProject(f"{path} is not an rcoder project.", _way_out(path))
    if int.from_bytes(header[68:72], "big") != APPLICATION_ID:
        raise NotAProject(f"{path} is a database of another program, not an rcoder project.", _HINT)
    schema = int.from_bytes(header[60:64], "big")
    refuse_newer(schema, str(path))
    if schema < 1:
        raise NotAProject(f"{path} is an rcoder project that was never finished being made.", _way_out(path))
    return schema


def _way_out(path: Path) -> str:
    """What to do where there is no project at a place: restore it where there are backups beside it."""
    try:
        beside = path.with_name(f"{path.name}-backups").is_dir()
    except (OSError, ValueError):
        beside = False
    return f"There are backups of one: rcoder restore {path}" if beside else _HINT


def refuse_newer(schema: int, where: str) -> None:
    """Raise NewerProject if the schema is one this rcoder does not know."""
    if schema > SCHEMA:
        raise NewerProject(
            f"{where} was written by a newer rcoder (schema {schema}; this one knows {SCHEMA}).",
            "Update rcoder to open it; the file is unchanged.",
        )


def read_header(path: Path) -> bytes:
    """The first 100 bytes of a file, or the reason why they cannot be had, as a sentence."""
    try:
        if path.is_dir():
            raise NotAProject(f"{path} is a folder, not an rcoder project.", _HINT)
        if path.exists() and not path.is_file():
            raise NotAProject(f"{path} is not a file.", _HINT)
        with path.open("rb") as file:
            header = file.read(HEADER)
    except FileNotFoundError:
        raise NotAProject(f"{path} does not exist.", _way_out(path)) from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        hint = "Ask for permission to read it, or copy it to a folder of your own."
        raise RcoderError(f"{path} cannot be read: {reason}.", hint) from None
    if not header:
        raise NotAProject(f"{path} is empty, not an rcoder project.", _way_out(path))
    return header
