"""What the project's questions and deeds take in a study of 1,000 transcripts and 100,000 codings, beside raw sqlite3.

python benchmarks/questions.py [PROJECT]     builds the study where PROJECT is not there, prints JSON in milliseconds
"""

from __future__ import annotations

import json
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from rcoder.domain.transcript import Span
from rcoder.project import Project, open_project
from rcoder.project.board import whole
from rcoder.project.coding import CodingFlags, code_passage

sys.path.insert(0, str(Path(__file__).parent))

import study

ROUNDS = 9


def median(work: Callable[[], object]) -> float:
    """Median of some runs, milliseconds."""
    taken = []
    for _ in range(ROUNDS):
        begin = time.perf_counter()
        work()
        taken.append((time.perf_counter() - begin) * 1000)
    return round(sorted(taken)[ROUNDS // 2], 2)


def _asked(project: Project, question: Callable[[Project], object]) -> list[tuple[str, dict[str, Any]]]:
    """The SQL that a question asks, with its parameters."""
    asked: list[tuple[str, dict[str, Any]]] = []
    reader = project.sight.reader

    class Listening:
        def rows(self, sql: str, **params: Any) -> Any:
            asked.append((sql, params))
            return reader.rows(sql, **params)

    project.sight.reader = Listening()
    question(project)
    project.sight.reader = reader
    return asked


def main(place: Path) -> None:
    """Prints the figures as JSON."""
    if not place.exists():
        study.make(place, 1000, 100_000, words=2000)
    figures: dict[str, float] = {"open": median(lambda: open_project(str(place), coder=study.CODER).close())}
    with open_project(str(place), coder=study.CODER) as project:
        lines = project.transcript_lines()
        asked: dict[str, Callable[[], object]] = {
            "overview": project.overview,
            "transcript_lines": project.transcript_lines,
            "reading": lambda: project.reading(lines[7].id),
            "code_lines": project.code_lines,
            "recent_codes": project.recent_codes,
            "coding_lines of a code": lambda: project.coding_lines(code="H1.M1"),
            "verify every text": project.verify,
            "board": lambda: whole(project),
        }
        figures |= {name: median(work) for name, work in asked.items()}
        project.warm()
        span = Span(100, 150)
        flags = CodingFlags()
        figures["code a passage"] = median(lambda: code_passage(project, lines[7].id, span, "H1.M1", flags))
        figures["undo"] = median(project.undo)
        board_sql = _asked(project, whole)
    raw = sqlite3.connect(place)
    figures["raw: the board's SQL"] = median(
        lambda: [raw.execute(sql, params).fetchall() for sql, params in board_sql]
    )
    figures["raw: count codings by code"] = median(
        lambda: raw.execute("SELECT code_id, COUNT(*) FROM codings GROUP BY code_id").fetchall()
    )
    figures["raw: text and codings of a transcript"] = median(
        lambda: (
            raw.execute("SELECT text FROM texts LIMIT 1 OFFSET 7").fetchall(),
            raw.execute("SELECT * FROM codings WHERE transcript_id = ?", (lines[7].id,)).fetchall(),
        )
    )
    print(json.dumps(figures, indent=1))


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(tempfile.mkdtemp()) / "large.rcoder")
