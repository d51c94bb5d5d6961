"""A folder as it is chosen from: folders first, then what may be an interview."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from rcoder.domain.words import danish_order

UP = ".."
ENOUGH = 2000
"""Entries of a folder that are shown."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A folder or file to choose."""

    name: str
    folder: bool
    size: int = 0
    """Bytes."""


def entries(folder: Path, typed: str, endings: frozenset[str]) -> tuple[Entry, ...]:
    """What lies in a folder and holds the letters typed, in Danish order; hidden files and other endings left out.

    Raises OSError where the folder cannot be read.
    """
    wanted = typed.casefold()
    found: list[Entry] = []
    for each in folder.iterdir():
        if each.name.startswith(".") or wanted not in each.name.casefold():
            continue
        if each.is_dir():
            found.append(Entry(each.name, folder=True))
        elif each.is_file() and each.suffix.casefold().lstrip(".") in endings:
            found.append(Entry(each.name, folder=False, size=each.stat().st_size))
    found.sort(key=lambda entry: (not entry.folder, danish_order(entry.name)))
    above = (Entry(UP, folder=True),) if not typed and folder.parent != folder else ()
    return (*above, *found[:ENOUGH])


def split_typed(typed: str, folder: Path) -> tuple[Path, str]:
    """The folder that typed words lead to, and the letters left to look for in it: "~/int/sag" → (~/int, "sag")."""
    if "/" not in typed and not typed.startswith("~"):
        return folder, typed
    head, _, tail = typed.rpartition("/")
    place = Path(head or "/").expanduser()
    return (place if place.is_absolute() else folder / place), tail


def matching(typed: str, folder: Path) -> list[Path]:
    """Files that typed words mean by themselves: a path, or a pattern such as *.docx; none where they mean nothing."""
    place, tail = split_typed(typed, folder)
    if not tail:
        return []
    if (place / tail).exists():
        return [place / tail]
    if any(mark in tail for mark in "*?["):
        return sorted(each for each in place.glob(tail) if each.is_file())
    return []


def size_words(size: int) -> str:
    """A size in words: 12 kB, 3 MB; 0 kB is said of empty files only."""
    if size < 1_000_000:
        return f"{max(min(size, 1), round(size / 1000))} kB"
    return f"{size / 1_000_000:.0f} MB"
