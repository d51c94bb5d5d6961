"""Each column in which people write has a name of its own: where it stands in a file, the check was shown it and finds it."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from runpy import run_path

import pytest

from every_export import One, every, made
from hostile_theory import add_figure, add_theory
from planted import words_in
from rcoder.analysis.leaving.checking import look_through
from rcoder.domain.leaving import Known, Sort
from rcoder.domain.outgoing import Outgoing
from rcoder.project import Project, open_project
from rcoder.project.versions import save

MARK = "Zqword"
NO_WORDS = frozenset({"Zqcodeskey", "Zqexcerptslanguage"})
"""What is written after a pattern of ours, and stands in this study only because everything does."""
OURS = ("sqlite", "texts", "spoken", "entries", "alembic")
READ = frozenset({".md", ".csv", ".html", ".docx", ".xlsx", ".dot"})


@pytest.fixture(scope="module")
def planted(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, tuple[str, ...]]:
    making = run_path(str(Path(__file__).parents[1] / "ui" / "test_hostile.py"))
    making["make_hostile"].__globals__["NASTY"] = MARK + " og så videre, og så videre, og så videre"
    location: str = making["make_hostile"](tmp_path_factory.mktemp("planted") / "a.rcoder")
    coder = f"Anne {making['make_hostile'].__globals__['NASTY']}"
    with open_project(location, coder=coder) as project:
        add_theory(project, MARK)
        add_figure(project, MARK)
        save(project, f"Figur {MARK}", MARK)
    return location, tuple(_plant(location))


def _plant(location: str) -> Iterator[str]:
    """Puts a name of its own in the place of the mark in each column, and gives them."""
    with sqlite3.connect(location) as base:
        tables = [row[0] for row in base.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        for table in sorted(each for each in tables if not each.startswith(OURS)):
            for column in sorted(row[1] for row in base.execute(f"PRAGMA table_info({table})")):
                if (table, column) == ("coders", "name"):
                    continue
                name = f"Zq{table.replace('_', '')}{column.replace('_', '')}"
                sql = f'UPDATE {table} SET "{column}" = replace("{column}", ?, ?) WHERE "{column}" LIKE ?'  # noqa: S608 - our own names
                if base.execute(sql, (MARK, name, f"%{MARK}%")).rowcount:
                    yield name
    base.close()


@pytest.fixture(scope="module")
def study(planted: tuple[str, tuple[str, ...]]) -> Iterator[Project]:
    with sqlite3.connect(planted[0]) as base:
        (coder,) = base.execute("SELECT name FROM coders").fetchone()
    base.close()
    with open_project(planted[0], coder=coder) as project:
        yield project


@pytest.mark.parametrize("one", list(every(endings=READ)), ids=lambda one: one.name)
def test_whatever_column_words_come_from_the_check_finds_them(
    study: Project, planted: tuple[str, tuple[str, ...]], one: One
) -> None:
    found = made(study, one)
    if not isinstance(found, Outgoing):
        assert one.options
        return
    there = words_in(found.contents, one.ending)
    there += re.sub(r"[\s\u00ad‐-]", "", there)
    names = {each.casefold(): each for each in planted[1] if each in there and each not in NO_WORDS}
    assert len(names) > 1 or one.what in {"chart", "codebook"}
    said = "\n".join(each.text for each in found.said).casefold()
    assert sorted(name for name in names if name not in said) == []
    findings = look_through(found.said, Known(names=frozenset(names)))
    told = {each.words.casefold() for each in findings.found if each.sort is Sort.KNOWN_NAME}
    alone = (name for name in names if re.search(rf"(?<!\w){name}(?!\w)", said))
    assert sorted(name for name in alone if not any(name in each for each in told)) == []
