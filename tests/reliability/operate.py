"""A program that does one kind of work on a project again and again, and says a number for each that is done.

operate.py code|undo|import|backup|restore PROJECT [--times N]

What is refused is said on a line of its own ("! sentence") and tried again; a fault that is not said in a sentence
ends the program with its traceback. `prepare` makes what the work needs beforehand, where nothing is injected.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

from acknowledge import CHECKSUM, TEXT, entry, foundation

from rcoder.domain.actions.studying import bring_in
from rcoder.domain.coding import Coding
from rcoder.domain.errors import RcoderError
from rcoder.domain.journal import added, turned_round
from rcoder.domain.study import Study
from rcoder.domain.transcript import Annotation, Span, Speaker, Transcript, Turn
from rcoder.store import Store, create_store, open_store
from rcoder.store.backup import back_up
from rcoder.store.backup_folder import folder_of, listed
from rcoder.store.backup_restore import Asked, restore
from rcoder.store.checking import inside
from rcoder.store.reading import SqliteReader

Step = Callable[[], int]
T = TypeVar("T")
TRIES = 40


def prepare(path: Path) -> None:
    """A project, and two backups of it at different times, its latest state the second."""
    with create_store(path) as store:
        store.write(foundation(), {CHECKSUM: TEXT})
        store.write(entry("studie", "begyndte", added(Study("study", "Studiet"))))
        code(store, 1)
    back_up(path)
    with open_store(path) as store:
        for number in range(2, 40):
            code(store, number)
    back_up(path)


def code(store: Store, number: int) -> int:
    """One coding."""
    coding = Coding(f"k{number}", "t1", number, number + 30, "h1", "anna")
    return store.write(entry(f"a{number}", "kodede", added(coding))).seq


def coding(path: Path) -> Iterator[Step]:
    """A coding each time."""
    store = opened(path)
    number = store.latest() + 100
    while True:
        number += 1
        yield lambda number=number: code(store, number)


def undoing(path: Path) -> Iterator[Step]:
    """Takes back the last coding, and does it again."""
    store = opened(path)
    tried(lambda: code(store, 1000))
    number = 0

    def take_back(number: int) -> int:
        last = store.undo_candidate("anna") if number % 2 else store.redo_candidate("anna")
        return store.write(entry(f"u{number}", "fortrød", turned_round(last.changes), undoes=last.id)).seq

    while True:
        number += 1
        yield lambda number=number: take_back(number)


def importing(path: Path) -> Iterator[Step]:
    """An interview each time, with its text, turns and sentences."""
    store = opened(path)
    number = 0

    def bring(number: int) -> int:
        text = f"{number} {TEXT}"
        checksum = hashlib.sha256(text.encode()).hexdigest()
        name = f"i{number}"
        turns = tuple(Turn(start, start + 40, f"s{name}") for start in range(0, 2000, 47))
        transcript = Transcript(name, name, "da", checksum, len(text), name, checksum, "txt", turns=turns)
        deed = bring_in(transcript, (Speaker(f"s{name}", name, "Mette"),), ())
        sentences = Annotation(checksum, "test", tuple(Span(each.start, each.end) for each in turns))
        return store.write(
            entry(f"b{number}", deed.sentence, deed.changes), {checksum: text}, [sentences]
        ).seq

    while True:
        number += 1
        yield lambda number=number: bring(number)


def backing_up(path: Path) -> Iterator[Step]:
    """A backup each time; says how many there are."""

    def make() -> int:
        back_up(path)
        return len(listed(path))

    while True:
        yield make


def restoring(path: Path) -> Iterator[Step]:
    """Goes to and fro between two backups; says the `seq` of the journal's end after it, which is the backup's."""
    first, second = sorted(listed(path), key=lambda each: each.seq)[:2]

    def put_back(name: str, seq: int) -> int:
        restore(Asked(path, folder_of(path) / name))
        assert head(path) == seq
        return seq

    while True:
        for each in (first, second):
            yield lambda each=each: put_back(each.name, each.seq)


def head(path: Path) -> int:
    """The `seq` of a project's latest entry."""
    reader = SqliteReader(path)
    try:
        return inside(reader).seq
    finally:
        reader.close()


WORK = {
    "code": coding,
    "undo": undoing,
    "import": importing,
    "backup": backing_up,
    "restore": restoring,
}


def say(words: str) -> None:
    os.write(sys.stdout.fileno(), f"{words}\n".encode())


def opened(path: Path) -> Store:
    """The project, opened as soon as it can be."""
    return again(lambda: open_store(path))


def again(work: Callable[[], T]) -> T:
    """What the work gives; where it is refused, that is said and it is tried again."""
    for _ in range(TRIES - 1):
        try:
            return work()
        except RcoderError as error:
            say(f"! {error}")
    return work()


def tried(step: Step) -> None:
    """Does a step and says its number."""
    say(str(again(step)))


def main() -> None:
    asked = argparse.ArgumentParser()
    asked.add_argument("work", choices=WORK)
    asked.add_argument("project", type=Path)
    asked.add_argument("--times", type=int, default=1)
    given = asked.parse_args()
    steps = WORK[given.work](given.project)
    for _ in range(given.times):
        tried(next(steps))


if __name__ == "__main__":
    main()
