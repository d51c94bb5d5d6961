"""A codebook of the study written back into the YAML file that a person keeps of it."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from rcoder.domain.errors import Misuse, RcoderError
from rcoder.domain.outgoing import Outgoing
from rcoder.project import codebooks
from rcoder.project.door import Project
from rcoder.project.exports.leaving import Leaving, of_file
from rcoder.project.figures import write_whole

if TYPE_CHECKING:
    from rcoder.domain.codebook import Codebook, CodebookContents

ENDINGS = (".yaml", ".yml")


@dataclass(frozen=True, slots=True)
class WrittenBook:
    """What became of a codebook's file."""

    file: Path
    codebook: str
    """Key of the codebook."""
    version: str
    differs: tuple[str, ...] = ()
    """What was written, in words; empty where the file says the same."""
    backup: Path | None = None
    """Where the file is as it was before."""
    new: bool = False
    """Whether there was no file."""

    @property
    def sentence(self) -> str:
        """What was done, in a sentence."""
        if self.new:
            return f"Wrote the codebook {self.codebook} {self.version} to {self.file}."
        if not self.differs:
            return f"{self.file} says the same as the study; it was left as it is."
        return (
            f"Wrote version {self.version} into {self.file}; as it was before it is in {_name(self.backup)}."
        )


def ready_codebook_file(project: Project, file: Path, *, book: str = "") -> Leaving[WrittenBook]:
    """A codebook of the study for a file: for one that is there only what differs, else all of it.

    The file says which codebook it is; `book`, an id or title, does where there is none yet. Where the file says the same
    there is nothing to write, and `what` is empty. Raises Misuse where the file is of another codebook or of a version that
    did not come before the study's, BadCodebook where it has faults, Unreadable and NotFound.
    """
    from rcoder.exchange.codebook_writing import what_differs, written_back
    from rcoder.exchange.codebooks import read_codebook

    if file.suffix.lower() not in ENDINGS:
        raise Misuse(f"{file.name} is no codebook file.", "Give a name that ends in .yaml.")
    if not file.exists():
        return _new(project, file, book)
    place = file.resolve()
    before = read_codebook(place)
    contents = _of_the_study(project, file, before, book)
    _check_version(file, before.codebook, contents.codebook)
    text = written_back(place, contents)
    differs = what_differs(before, contents)
    own = contents.codebook
    if text.encode() == place.read_bytes():
        return Leaving(file, Outgoing(b""), "", "", WrittenBook(file, own.key, own.version))
    backup = place.with_name(f"{place.name}.bak")

    def write() -> None:
        _copy(place, backup)
        _put(place, text)

    return _leaving(WrittenBook(file, own.key, own.version, differs, backup), text, write)


def proposed_file(project: Project, book_id: str = "") -> str:
    """The file that is proposed for a codebook: beside the project, by the codebook's id; "" for a study without one."""
    books = codebooks.books(project.sight)
    own = next((each for each in books if each.id == book_id), books[0] if books else None)
    if own is None:
        return ""
    place = Path(project.location)
    folder = place.parent if place.is_file() else Path()
    return str(folder / f"{own.key}.yaml")


def _new(project: Project, file: Path, book: str) -> Leaving[WrittenBook]:
    from rcoder.exchange.codebooks import write_codebook
    from rcoder.project.codebook_work import the_book

    contents = codebooks.contents(project.sight, the_book(project, book))
    own = contents.codebook
    text = write_codebook(contents)
    return _leaving(WrittenBook(file, own.key, own.version, new=True), text, lambda: _put(file, text))


def _leaving(written: WrittenBook, text: str, write: Callable[[], None]) -> Leaving[WrittenBook]:
    about = f"{written.codebook} {written.version} to {written.file.name}"
    return Leaving(written.file, of_file(text.encode(), ".yaml"), "wrote codebook", about, written, write)


def _of_the_study(project: Project, file: Path, before: CodebookContents, book: str) -> CodebookContents:
    """The study's codebook that the file is of. Raises Misuse where it is of none, or of another than is wanted."""
    from rcoder.project.codebook_work import the_book

    wanted = the_book(project, book) if book else None
    books = codebooks.books(project.sight)
    own = next((each for each in books if each.key == before.codebook.key), None)
    if own is None or (wanted is not None and wanted.id != own.id):
        known = wanted.key if wanted is not None else ", ".join(each.key for each in books) or "none"
        raise Misuse(
            f"{file} is the codebook {before.codebook.key}, and the study's is {known}.",
            "Write to another file: a new one is written whole.",
        )
    return codebooks.contents(project.sight, own)


def _check_version(file: Path, before: Codebook, now: Codebook) -> None:
    """Raises Misuse where the file is of a version that the study's did not come from."""
    base, made = _version(before.version)
    own, further = _version(now.version)
    if base != own or made > further:
        raise Misuse(
            f"{file} is version {before.version}, and the study's {now.version} did not come from it.",
            "Write to another file, or put the changes of the two together by hand.",
        )


def _version(version: str) -> tuple[str, int]:
    """A version in two: what it came from, and how many deeds of a study it is further."""
    base, plus, number = version.rpartition("+")
    return (base, int(number)) if plus and number.isascii() and number.isdecimal() else (version, 0)


def _put(place: Path, text: str) -> None:
    try:
        write_whole(place, text)
    except RcoderError as error:
        raise RcoderError(error.message, "Write to another file.") from error


def _copy(place: Path, backup: Path) -> None:
    from rcoder.project.figures import write_bytes_whole

    try:
        write_bytes_whole(backup, place.read_bytes())
        shutil.copymode(place, backup)
    except (OSError, RcoderError) as error:
        reason = error.message if isinstance(error, RcoderError) else f"{place}: {error.strerror}."
        raise RcoderError(reason, "Nothing was written; write to another folder.") from error


def _name(backup: Path | None) -> str:
    return backup.name if backup is not None else ""
