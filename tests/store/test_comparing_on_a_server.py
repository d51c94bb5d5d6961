"""Comparisons give the same answers on both databases."""

from __future__ import annotations

from pathlib import Path

import pytest

from compared import build, fill
from rcoder.domain.matrix import Ask, Of, Question
from rcoder.domain.passage import Passage
from rcoder.project import Project
from rcoder.project.matrices.asking import behind, matrix

ASKS = (
    *(Ask(each) for each in Question),
    *(Ask(Question.GROUPS, of=each) for each in Of),
    Ask(Question.EVIDENCE, level="all", status="all", role="borger"),
    Ask(Question.CODES_CASES, rows="H1", role="fagperson"),
)


def told(project: Project) -> list[tuple[object, ...]]:
    """Every cell in words, with the passages behind it."""
    found: list[tuple[object, ...]] = []
    for ask in ASKS:
        answer = matrix(project, ask)
        for row in answer.rows:
            found += [
                (ask, answer.words(row, column), ids(behind(project, ask, row, column)))
                for column in answer.columns
            ]
            found.append((ask, row, ids(behind(project, ask, row, None))))
    return found


def ids(groups: tuple[tuple[str, tuple[Passage, ...]], ...]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    return tuple((name, tuple(each.id for each in own)) for name, own in groups)


@pytest.fixture
def server(request: pytest.FixtureRequest) -> str:
    return str(request.getfixturevalue("fresh_database"))


def test_every_comparison_is_the_same_on_a_file_and_on_a_server(tmp_path: Path, server: str) -> None:
    with build(str(tmp_path / "small.rcoder")) as file, build(server) as other:
        fill(file)
        fill(other)
        there, here = told(other), told(file)
    assert len(here) > 100
    assert any(passages for _, _, passages in here)
    assert there == here
