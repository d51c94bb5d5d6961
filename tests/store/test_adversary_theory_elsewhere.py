"""A theory on a server and in a project of an earlier schema: the same answers, deeds that hold, and nothing that hangs."""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from random import Random
from typing import Any

from asking import asked
from hanging import hanging
from playing import EVERYTHING, Player, interviews, with_hidden_work
from rcoder.domain.journal import replay
from rcoder.domain.records import to_row
from rcoder.domain.tables import RECORDS
from rcoder.project import Project, open_project
from rcoder.project.backups import back_up, restore
from rcoder.store import records_of

SCHEMAS = Path(__file__).parent / "schemas"


def told(answer: Any) -> str:
    """An answer as text, whatever order a server keeps ids and names in."""
    plain = re.sub(r"0x[0-9a-f]+|[^\s'\"]*(study)\.rcoder|postgresql://[^\s'\"]*", "", repr(answer))
    return "".join(sorted(re.findall(r"[\w-]+", plain)))


def tables(project: Project) -> dict[str, dict[str, object]]:
    found = {
        name: {
            each.id: to_row(each)
            for each in records_of(record, project.store.reader.rows(f"SELECT * FROM {name}"))  # noqa: S608 - ours
        }
        for name, record in RECORDS.items()
    }
    return {name: rows for name, rows in found.items() if rows}


def test_a_server_answers_as_the_file_it_was_loaded_from(
    fresh_database: str, new_project: Callable[..., Project], tmp_path: Path
) -> None:
    location, _ = with_hidden_work(new_project, tmp_path, Random(11))  # noqa: S311 - no secret
    kept = back_up(location)
    restore(fresh_database, kept.file)
    differing = []
    for who in ("Jonas", "Anne"):
        with open_project(location, coder=who) as file, open_project(fresh_database, coder=who) as server:
            there = dict(asked(server))
            differing += [(who, name) for name, answer in asked(file) if told(answer) != told(there[name])]
    assert differing == []
    with (
        open_project(fresh_database, coder="Jonas") as jonas,
        open_project(fresh_database, coder="Anne") as anne,
    ):
        random = Random(12)  # noqa: S311 - no secret
        players = [Player(jonas, random), Player(anne, random)]
        for _ in range(60):
            random.choice(players).play(EVERYTHING)
        assert hanging(jonas) == []
        assert tables(jonas) == {name: rows for name, rows in replay(jonas.store.entries()).items() if rows}


def as_schema_three(now: str, path: Path) -> None:
    """A study as the schema before would have kept it: its tables, and the journal without the columns that came since."""
    with closing(sqlite3.connect(path)) as old, closing(sqlite3.connect(now)) as new, old:
        old.executescript((SCHEMAS / "0003.sql").read_text(encoding="utf-8"))
        tables_ = [name for (name,) in old.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        columns = {each: [row[1] for row in old.execute(f"PRAGMA table_info({each})")] for each in tables_}
        for each in tables_:
            if each.startswith("spoken") or each == "alembic_version":
                continue
            old.execute(f"DELETE FROM {each}")  # noqa: S608 - a table of ours
            names = ", ".join(f'"{name}"' for name in columns[each])
            marks = ", ".join("?" for _ in columns[each])
            old.executemany(
                f"INSERT INTO {each} VALUES ({marks})",  # noqa: S608 - ours
                new.execute(f"SELECT {names} FROM {each}"),  # noqa: S608 - ours
            )
        for seq, changes in old.execute("SELECT seq, changes FROM entries").fetchall():
            rows = json.loads(changes)
            for change in rows:
                for side in ("before", "after"):
                    if change[side] is not None:
                        change[side] = {
                            name: value
                            for name, value in change[side].items()
                            if name in columns[change["table"]]
                        }
            old.execute("UPDATE entries SET schema = 3, changes = ? WHERE seq = ?", (json.dumps(rows), seq))


def test_a_project_of_the_schema_before_theories_were_tested_is_opened_and_worked_on(
    new_project: Callable[..., Project], tmp_path: Path
) -> None:
    path = tmp_path / "tre.rcoder"
    with new_project(coder="Anna") as made:
        interviews(made, tmp_path)
        for _ in range(3):
            Player(made, Random(1)).play(("coded",))  # noqa: S311 - no secret
    as_schema_three(made.location, path)
    with open_project(str(path), coder="Anna") as anna, open_project(str(path), coder="Bo") as bo:
        assert dict(asked(anna))
        random = Random(7)  # noqa: S311 - no secret
        players = [Player(anna, random), Player(bo, random)]
        done = {random.choice(players).play(("coded", "begun", "released", *EVERYTHING)) for _ in range(80)}
        assert {"begun", "attached"} <= done
        assert dict(asked(anna))
        assert hanging(anna) == []
        assert tables(anna) == {name: rows for name, rows in replay(anna.store.entries()).items() if rows}
