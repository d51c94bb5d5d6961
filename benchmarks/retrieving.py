"""What retrieving takes in a study of 1,000 transcripts and 100,000 codings, turn about with raw sqlite3.

python benchmarks/retrieving.py [PROJECT]     builds the study where PROJECT is not there, prints JSON in milliseconds

`raw` is the SQL of the same columns and rows, fetched as tuples; `quotes` fetches id, place and quote alone.
"""

from __future__ import annotations

import json
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from rcoder.domain.retrieval import Grouping
from rcoder.project import open_project
from rcoder.project.retrieval_groups import gathered
from rcoder.project.retrieving import first_of_code, retrieve

sys.path.insert(0, str(Path(__file__).parent))

import study

ROUNDS = 15
COLUMNS = """id, transcript_id, start, "end", quote, turn, speaker_id, coder_id, scope, case_id, directness, prompting, memo,
    revision, code_id, kind, actor, polarity, counterfactual"""


def turn_about(works: dict[str, Callable[[], object]]) -> dict[str, float]:
    """Medians of some rounds, in each of which everything is done once, milliseconds."""
    taken: dict[str, list[float]] = {name: [] for name in works}
    for _ in range(ROUNDS):
        for name, work in works.items():
            begin = time.perf_counter()
            work()
            taken[name].append((time.perf_counter() - begin) * 1000)
    return {name: round(sorted(each)[ROUNDS // 2], 3) for name, each in taken.items()}


def main(place: Path) -> None:
    """Prints the figures as JSON."""
    if not place.exists():
        study.make(place, 1000, 100_000, words=2000)
    raw = sqlite3.connect(place)
    top = "SELECT code_id, COUNT(*) FROM codings GROUP BY code_id ORDER BY 2 DESC LIMIT 1"
    code, number = raw.execute(top).fetchone()
    (key,) = raw.execute("SELECT key FROM codes WHERE id = ?", (code,)).fetchone()
    every = f"SELECT {COLUMNS} FROM codings WHERE code_id = ?"  # noqa: S608 - columns of ours
    few = 'SELECT id, transcript_id, start, "end", quote FROM codings WHERE code_id = ?'
    with open_project(str(place), coder=study.CODER) as project:
        retrieve(project, key)
        works: dict[str, Callable[[], object]] = {
            "first 50, raw": lambda: raw.execute(f"{every} LIMIT 50", (code,)).fetchall(),
            "first 50": lambda: first_of_code(project, code).rows,
            "all, quotes": lambda: raw.execute(few, (code,)).fetchall(),
            "all, raw": lambda: raw.execute(every, (code,)).fetchall(),
            "all": lambda: retrieve(project, key).rows,
            "all, in order and counted": lambda: retrieve(project, key).count,
            "all, grouped and counted by interview": lambda: gathered(
                retrieve(project, key), Grouping.INTERVIEW
            ),
        }
        figures: dict[str, float] = {"passages": number, **turn_about(works)}
        for query in (f"{key}* and H2*", "H1* near:2 H2.M1", "H1* not near:1 kind:outcome", "role:borger"):
            begin = time.perf_counter()
            found = len(retrieve(project, query).results)
            figures[f"{query}: {found:,} results"] = round((time.perf_counter() - begin) * 1000, 1)
    print(json.dumps(figures, indent=1))


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(tempfile.mkdtemp()) / "large.rcoder")
