"""The questions of the coding desk on a PostgreSQL server: the same answers as of a file, in plain values."""

from __future__ import annotations

import dataclasses
import json
import re
from pathlib import Path
from runpy import run_path
from typing import Any

from rcoder.exchange.codebooks import read_codebook
from rcoder.project import Project, create_project
from rcoder.project.importing import Bringing, import_files

SAME_ORDER = ("find", "count", "near", "precedents", "advice", "memos", "excerpts", "rechecks", "merging", "theory", "code lines", "workbook", "reading", "lines")  # fmt: skip


def told(answer: Any) -> str:
    """An answer as text, without ids, times and places."""
    return re.sub(r"[0-9a-f]{8}-[0-9a-f-]{27}|\d{4}-\d\d-\d\dT[\d:]+Z", "#", repr(answer))


def test_a_server_answers_as_a_file_does(
    fresh_database: str, tmp_path: Path, codebook_file: Path, interview_file: Path
) -> None:
    asked: Any = run_path(str(Path(__file__).parents[1] / "project" / "test_adversary_blind.py"))

    def made(where: str, folder: str) -> dict[str, Any]:
        with create_project(where, "Prøve", read_codebook(codebook_file), coder="Anne") as project:
            list(import_files(project, [Bringing(interview_file, case="Sag 01", roles=("borger",))]))
            asked["everything"](project)
            return {**dict(asked["answers"](project, tmp_path / folder)), "json": plain(project)}

    server, file = made(fresh_database, "a"), made(str(tmp_path / "x.rcoder"), "b")
    assert server["json"] == file["json"]
    for name in SAME_ORDER:
        assert told(server[name]) == told(file[name]), name
    for name, answer in file.items():
        if isinstance(answer, tuple) and answer and isinstance(answer[0], type):
            assert server[name] == answer, name


def plain(project: Project) -> str:
    """The study at a glance as JSON, without its place."""
    return json.dumps(dataclasses.asdict(project.overview()) | {"location": ""})
