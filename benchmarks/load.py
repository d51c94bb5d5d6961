"""Bringing in many interviews, beside a raw pipeline in the same run; then their sentences; then looking for words.

    python benchmarks/load.py [--count N] [--words N] [--rounds N] [--folder FOLDER]

The raw pipeline is design/performance.md §2.8: read the file, insert its text, its turns (one regular expression, as it
knows how these files are made) and their words into FTS5 without content. It runs as one transaction for everything,
which is the least there can be, and as one durable transaction for each interview, which is what rcoder promises.
rcoder reads in other processes and writes as `rcoder import --later` does. Turn about, medians; prints JSON.
"""

from __future__ import annotations

import argparse
import json
import re
import resource
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path
from statistics import median
from typing import Any

from rcoder.domain.finding import clauses_of, terms_in
from rcoder.project import create_project, open_project
from rcoder.project.importing import Bringing, ImportStatus, import_files
from rcoder.project.sentences import find_sentences
from rcoder.store.finding import Scope, turns_holding

sys.path.insert(0, str(Path(__file__).parent))

import speech

LABEL = re.compile(r"^(INTERVIEWER|BORGER): (.+)$", re.MULTILINE)
PLACES = 1 << 16
TABLES = """
PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;
CREATE TABLE texts(id INTEGER PRIMARY KEY, text TEXT);
CREATE TABLE turns(transcript INTEGER, position INTEGER, start INTEGER, "end" INTEGER,
    PRIMARY KEY(transcript, position)) WITHOUT ROWID;
CREATE VIRTUAL TABLE spoken USING fts5(words, content='', tokenize="unicode61 remove_diacritics 0");
"""
KINDS = {
    "a frequent word": "det",
    "a rare word": "mentoren",
    "words in a row": '"det var"',
    "two words": "mentor praktik",
    "two letters*": "sk*",
    "one letter*": "s*",
}
"""The kinds of question of goal 8."""
FIRST = 50


def raw(place: Path, files: Sequence[Path], *, each: bool) -> None:
    """The pipeline without a program round it."""
    with closing(sqlite3.connect(place, isolation_level=None)) as connection:
        connection.executescript(TABLES)
        if not each:
            connection.execute("BEGIN IMMEDIATE")
        for number, file in enumerate(files):
            if each:
                connection.execute("BEGIN IMMEDIATE")
            text = file.read_text(encoding="utf-8")
            connection.execute("INSERT INTO texts VALUES (?, ?)", (number, text))
            turns = [
                (number, position, *found.span(2)) for position, found in enumerate(LABEL.finditer(text))
            ]
            connection.executemany("INSERT INTO turns VALUES (?, ?, ?, ?)", turns)
            words = [(number * PLACES + position, text[start:end]) for _, position, start, end in turns]
            connection.executemany("INSERT INTO spoken(rowid, words) VALUES (?, ?)", words)
            if each:
                connection.execute("COMMIT")
        if not each:
            connection.execute("COMMIT")


def rcoder(place: Path, files: Sequence[Path]) -> None:
    """The first part of an import: everything read, written and to be found."""
    with open_project(str(place), coder="Meter") as project:
        for became in import_files(project, [Bringing(each) for each in files]):
            if became.status is not ImportStatus.IMPORTED:
                raise RuntimeError(f"{became.file}: {became.messages}")


def seconds(work: Callable[[], object]) -> float:
    """How long it takes."""
    begin = time.perf_counter()
    work()
    return time.perf_counter() - begin


def brought_in(folder: Path, files: Sequence[Path], rounds: int) -> dict[str, Any]:
    """Seconds of each pipeline and their ratios; leaves the last project in the folder."""
    taken: dict[str, list[float]] = {"raw, one transaction": [], "raw, one for each": [], "rcoder": []}
    for number in range(rounds):
        for name, each in (("raw, one transaction", False), ("raw, one for each", True)):
            place = folder / f"raw-{number}-{each}.db"
            taken[name].append(seconds(lambda place=place, each=each: raw(place, files, each=each)))
            _remove(place)
        place = folder / "load.rcoder"
        _remove(place)
        create_project(str(place), "Load", coder="Meter").close()
        taken["rcoder"].append(seconds(lambda place=place: rcoder(place, files)))
    medians = {name: median(each) for name, each in taken.items()}
    return {
        "seconds": {name: round(each, 2) for name, each in medians.items()},
        "least": {name: round(min(each), 2) for name, each in taken.items()},
        "ratio to raw, one transaction": round(medians["rcoder"] / medians["raw, one transaction"], 2),
        "ratio to raw, one for each": round(medians["rcoder"] / medians["raw, one for each"], 2),
        "writer, MB": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024),
        "largest reader, MB": round(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024),
    }


def _remove(place: Path) -> None:
    for each in place.parent.glob(f"{place.name}*"):
        each.unlink()


def sentences(place: Path, words: int) -> dict[str, Any]:
    """The second part: sentences and lemmas of everything."""
    with open_project(str(place), coder="Meter") as project:
        taken = seconds(lambda: list(find_sentences(project)))
    return {"seconds": round(taken, 2), "words a second": round(words / taken)}


def looked_for(place: Path) -> dict[str, Any]:
    """The first turns that hold words, by the store and by SQLite alone, milliseconds."""
    found = {}
    with open_project(str(place)) as project, closing(sqlite3.connect(place)) as connection:
        for kind, query in KINDS.items():
            wanted = clauses_of(query)
            terms = terms_in(wanted)
            match = " AND ".join(f'"{" ".join(term.words)}"{"*" if term.prefix else ""}' for term in terms)
            bare = "SELECT rowid FROM spoken WHERE spoken MATCH ? ORDER BY rowid LIMIT ?"
            named = f"SELECT (SELECT transcript_id FROM spoken_in WHERE number = rowid / {PLACES}), rowid % {PLACES}{bare[12:]}"  # noqa: S608 - numbers of ours
            ours, numbers, same = (
                _least(work)
                for work in (
                    lambda wanted=wanted: turns_holding(project.store.reader, wanted, Scope(), FIRST),
                    lambda match=match, bare=bare: connection.execute(bare, (match, FIRST)).fetchall(),
                    lambda match=match, named=named: connection.execute(named, (match, FIRST)).fetchall(),
                )
            )
            found[f"{kind}: {query}"] = {
                "ms": round(ours, 3),
                "raw row numbers": round(numbers, 3),
                "raw transcript and turn": round(same, 3),
                "ratio": round(ours / same, 2),
            }
    return found


def _least(work: Callable[[], object]) -> float:
    return min(seconds(work) for _ in range(15)) * 1000


def main() -> None:
    """Measures and prints JSON."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--count", type=int, default=1000)
    parser.add_argument("--words", type=int, default=10_000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument(
        "--folder", type=Path, default=None, help="where interviews and the last project are kept"
    )
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = chosen.folder or Path(temporary)
        files = speech.write(chosen.count, chosen.words, folder / f"{chosen.words}-words")
        words = sum(len(each.read_text(encoding="utf-8").split()) for each in files)
        figures: dict[str, Any] = {"interviews": len(files), "words": words}
        figures["bringing in"] = brought_in(folder, files, chosen.rounds)
        figures["sentences and lemmas"] = sentences(folder / "load.rcoder", words)
        figures["looking for words"] = looked_for(folder / "load.rcoder")
    print(json.dumps(figures, indent=1, ensure_ascii=False))


if __name__ == "__main__":
    main()
