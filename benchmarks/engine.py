"""Goals 8, 10 and 12: finding words, passages of a code, and suggestions, beside bare SQL in the same run."""

from __future__ import annotations

import shutil
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import closing
from functools import partial
from pathlib import Path
from random import Random
from statistics import median
from typing import Any

from rcoder.domain.finding import Search
from rcoder.domain.transcript import Span
from rcoder.project import Project, open_project
from rcoder.project.advising import Adviser
from rcoder.project.finding import find
from rcoder.project.retrieving import first_of_code, retrieve
from rcoder.project.suggesting import run_through

sys.path.insert(0, str(Path(__file__).parent))

import study

FIRST = 50
PLACES = 1 << 16
WORDS = {
    "a word": ("mentor", '"mentor"'),
    "a phrase": ('"det var"', '"det var"'),
    "two words": ("mentor praktik", '"mentor" AND "praktik"'),
    "a prefix of two letters": ("sk*", '"sk"*'),
    "og": ("og", '"og"'),
    "a prefix of one letter": ("s*", '"s"*'),
}
"""What is asked of rcoder, and of FTS5."""
RAREST = 12
PASSAGES = 200


def turn_about(*works: Callable[[], object], rounds: int = 9) -> list[float]:
    """Medians in milliseconds of some work, done turn about."""
    taken: list[list[float]] = [[] for _ in works]
    for _ in range(rounds):
        for place, work in enumerate(works):
            begin = time.perf_counter()
            work()
            taken[place].append((time.perf_counter() - begin) * 1000)
    return [median(each) for each in taken]


def finding(project: Project, raw: sqlite3.Connection, texts: Path) -> dict[str, dict[str, float]]:
    """Row 8: the first 50 hits with their context; FTS5 alone gives row numbers; grep reads all texts."""
    found = {}
    for kind, (query, match) in WORDS.items():
        ours, bare = turn_about(
            partial(find, project, Search(query), limit=FIRST),
            partial(_words, raw, match),
        )
        grep = _grep(query, texts)
        found[f"{kind}: {query}"] = {"ms": ours, "fts5": bare, "ratio": ours / bare, "of grep": ours / grep}
    return found


def _words(raw: sqlite3.Connection, match: str) -> list[str]:
    """The first turns that hold something, with their words."""
    rows = raw.execute(
        f"""SELECT substr(x.text, u.start + 1, u."end" - u.start) FROM
        (SELECT rowid AS place FROM spoken WHERE spoken MATCH ? ORDER BY rowid LIMIT {FIRST}) s
        JOIN spoken_in n ON n.number = s.place / {PLACES} JOIN texts x ON x.checksum = n.checksum
        JOIN turns u ON u.transcript_id = n.transcript_id AND u.position = s.place % {PLACES}""",  # noqa: S608 - numbers of ours
        (match,),
    )
    return [row[0] for row in rows]


def _grep(query: str, texts: Path) -> float:
    """Milliseconds of one search of all texts by ripgrep, or by grep where that is not there."""
    words = query.strip('"').rstrip("*")
    tool = [found, "-F", "-c"] if (found := shutil.which("rg")) else ["grep", "-r", "-F", "-c"]
    return turn_about(
        lambda: subprocess.run([*tool, words, str(texts)], stdout=subprocess.DEVNULL, check=False), rounds=3
    )[0]


_OF_CODE = """SELECT x.id, x.transcript_id, x.start, x."end", x.quote, x.turn, x.speaker_id, x.coder_id, x.scope, x.case_id,
    x.directness, x.prompting, x.memo, x.revision, x.code_id, x.kind, x.actor, x.polarity, x.counterfactual
    FROM codings x WHERE x.code_id = ?"""
"""The columns that a passage is shown, filtered and counted by."""


def passages(project: Project, raw: sqlite3.Connection) -> dict[str, dict[str, float]]:
    """Row 10: the passages of the code given most often: the first 50, and all of them with their words."""
    code_id, key, count = raw.execute(
        """SELECT c.id, c.key, COUNT(*) FROM codings x JOIN codes c ON c.id = x.code_id
        GROUP BY c.id ORDER BY 3 DESC LIMIT 1"""
    ).fetchone()

    def first() -> object:
        found = first_of_code(project, code_id, FIRST)
        return [found.words(each) for each in range(len(found.rows))]

    def whole() -> object:
        found = retrieve(project, key)
        return [found.words(place) for result in found.results for place in result]

    ours, bare, all_ours, all_bare = turn_about(
        first,
        lambda: raw.execute(f"{_OF_CODE} LIMIT {FIRST}", (code_id,)).fetchall(),
        whole,
        lambda: raw.execute(_OF_CODE, (code_id,)).fetchall(),
    )
    return {
        "the first 50": {"ms": ours, "sql": bare, "ratio": ours / bare},
        f"all {count:,}": {"ms": all_ours, "sql": all_bare, "ratio": all_ours / all_bare},
    }


def suggestions(project: Project, raw: sqlite3.Connection) -> dict[str, float]:
    """Row 12: suggestions for passages as the program makes them; bare: the nearest 200 turns by the 12 rarest words, with bm25."""
    adviser = Adviser(project.codes().values(), "da")
    while not adviser.learn(project):
        pass
    chance = Random(5)  # noqa: S311 - made-up places
    known = raw.execute(
        'SELECT quote, transcript_id, start, "end" FROM codings ORDER BY id LIMIT 4000'
    ).fetchall()
    raw.execute("CREATE VIRTUAL TABLE IF NOT EXISTS temp.said USING fts5vocab(main, 'spoken', 'row')")
    taken: list[float] = []
    bare: list[float] = []
    for quote, transcript_id, start, end in chance.sample(known, PASSAGES):
        place, match = (transcript_id, Span(start, end)), _rarest(raw, quote)
        ours, theirs = turn_about(
            lambda quote=quote, place=place: run_through(adviser.advise(project, quote, place, 9)),  # type: ignore[misc]
            partial(_nearest, raw, match),
            rounds=1,
        )
        taken.append(ours)
        bare.append(theirs)
    return {
        "ms": median(taken), "p95": sorted(taken)[round(0.95 * (len(taken) - 1))], "sql": median(bare),
        "ratio": median(taken) / median(bare),
    }  # fmt: skip


def _rarest(raw: sqlite3.Connection, quote: str) -> str:
    words = {each.strip(".,?").lower() for each in quote.split()} - {""}
    known = [
        row[0]
        for row in raw.execute(
            f"SELECT term FROM temp.said WHERE term IN ({', '.join('?' * len(words))}) ORDER BY doc",  # noqa: S608 - marks
            sorted(words),
        )
    ]
    return " OR ".join(f'"{each}"' for each in known[:RAREST])


def _nearest(raw: sqlite3.Connection, match: str) -> object:
    return raw.execute(
        "SELECT rowid FROM spoken WHERE spoken MATCH ? ORDER BY rank LIMIT 200", (match,)
    ).fetchall()


def run(place: Path, texts: Path) -> dict[str, Any]:
    """All three rows."""
    if not texts.exists():
        _write_out(place, texts)
    with open_project(str(place), coder=study.CODER) as project, closing(sqlite3.connect(place)) as raw:
        return {
            "finding": finding(project, raw, texts),
            "passages of a code": passages(project, raw),
            "suggestions": suggestions(project, raw),
        }


def _write_out(place: Path, texts: Path) -> None:
    """Every text as a file, for grep."""
    texts.mkdir(parents=True)
    with closing(sqlite3.connect(place)) as raw:
        for number, (words,) in enumerate(raw.execute("SELECT text FROM texts")):
            (texts / f"{number:04}.txt").write_text(words, encoding="utf-8")
