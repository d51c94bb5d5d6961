"""A program that works on a project and says the number of each entry once it is written.

acknowledge.py PROJECT [--entries N] [--synchronous NORMAL]

Codings are added, changed and taken back, so that the journal, the rows and what is derived all move. The project's
first bytes are made elsewhere and copied in one synced write, because `powercut.py` follows one name only.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import sys
import tempfile
from dataclasses import replace
from itertools import count, islice
from pathlib import Path

from rcoder.domain.codebook import Code, Codebook
from rcoder.domain.coding import Coder, Coding
from rcoder.domain.journal import Entry, added, changed, turned_round
from rcoder.domain.transcript import Speaker, Transcript, Turn
from rcoder.domain.words import Bilingual
from rcoder.store import create_store, open_store

TEXT = "Mette: Det gik godt, fordi hun lyttede på mig. " * 60
CHECKSUM = hashlib.sha256(TEXT.encode()).hexdigest()


def entry(name, sentence, changes, undoes=None):
    return Entry(name, "anna", "2026-01-01T12:00:00Z", sentence, changes, undoes=undoes)


def foundation():
    turns = tuple(Turn(start + 7, start + 46, "s1", None) for start in range(0, len(TEXT), 47))
    return entry(
        "grund",
        "lagde grunden",
        added(
            Coder("anna", "Anna"),
            Codebook("b1", "b", "1", Bilingual("Kodebog", "Codebook")),
            Code("h1", "b1", "H1"),
            Transcript("t1", "Mette", "da", CHECKSUM, len(TEXT), "m.txt", "00", "txt", turns=turns),
            Speaker("s1", "t1", "Mette"),
        ),
    )


def make(path: Path) -> None:
    with tempfile.TemporaryDirectory() as folder:
        fresh = Path(folder) / "fresh.rcoder"
        with create_store(fresh) as store:
            store.write(foundation(), {CHECKSUM: TEXT})
        content = fresh.read_bytes()
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL)
    os.pwrite(descriptor, content, 0)
    os.fsync(descriptor)
    os.close(descriptor)


def entries():
    """Add a coding, change it, take the change back: without end."""
    for number in count():
        coding = Coding(f"k{number}", "t1", number % 2000, number % 2000 + 30, "h1", "anna")
        yield entry(f"a{number}", "kodede", added(coding))
        change = entry(f"b{number}", "rettede", changed(coding, replace(coding, memo="set igen")))
        yield change
        yield entry(f"c{number}", "fortrød", turned_round(change.changes), undoes=change.id)


def work(store, say, limit=None) -> None:
    for each in islice(entries(), limit):
        say(store.write(each).seq)


def main() -> None:
    asked = argparse.ArgumentParser()
    asked.add_argument("project", type=Path)
    asked.add_argument("--entries", type=int)
    asked.add_argument("--synchronous", default="")
    given = asked.parse_args()
    make(given.project)
    with open_store(given.project) as store:
        store.warm()
        if given.synchronous:
            store._writer._raw.execute(f"PRAGMA synchronous={given.synchronous}")
            store._writer._raw.execute("PRAGMA wal_autocheckpoint=50")
        work(store, lambda seq: os.write(sys.stdout.fileno(), b"%d\n" % seq), given.entries)


if __name__ == "__main__":
    main()
