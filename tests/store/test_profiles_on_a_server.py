"""The framework matrix and the page of a case give the same answers on both databases."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from condition_study import say
from profile_study import MINE, build
from rcoder.domain.codebook import CodebookContents
from rcoder.domain.coding import Coding
from rcoder.project import Project, create_project
from rcoder.project.arranging import case_named, merge_cases, remove_case
from rcoder.project.coding import CodingFlags
from rcoder.project.framework import behind, framework
from rcoder.project.profiles import profile
from rcoder.project.summing_up import removing, summing_up, writing
from rcoder.project.turning_points import moving, setting


@pytest.fixture(params=["sqlite", "postgres"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where a project can be made."""
    if request.param == "sqlite":
        return str(tmp_path / "profiles.rcoder")
    return str(request.getfixturevalue("fresh_database"))


@pytest.fixture
def studied(
    place: str, tmp_path: Path, contents: CodebookContents
) -> Iterator[tuple[Project, dict[str, Coding]]]:
    def made(coder: str) -> Project:
        return create_project(place, "Prøve", contents, coder=coder)

    project, said = build(made, tmp_path)
    with project:
        yield project, said


def test_the_matrix_and_the_page_answer_alike(studied: tuple[Project, dict[str, Coding]]) -> None:
    project, said = studied
    say(project, "m1", "Mette i den anden sag havde Karen.", CodingFlags(case="Sag 02"))
    project.do(summing_up(project, "Sag 01", "H1", MINE, [said["there"].id, "m1.txt:2"]))
    found = framework(project, whole=True)
    code = project.code("H1").id
    one, two = (found.cell(case_named(project, name).id, code) for name in ("Sag 01", "Sag 02"))
    assert one.material is not None
    assert two.material is not None
    assert (one.material.coded, one.material.interviews, one.material.unfinished) == (4, 2, 0)
    assert (two.material.coded, two.material.elsewhere) == (1, 1)
    assert [each.rests.passages for each in one.written] == [2]
    assert [len(passages) for _, passages in behind(project, "Sag 01", "H1")] == [2, 6]
    assert len(writing(project, "Sag 01", "H1").ticked) == 2
    page = profile(project, "Sag 01")
    assert (page.written, page.finished, len(page.interviews)) == (1, 2, 2)


def test_deeds_are_done_undone_and_merged_alike(studied: tuple[Project, dict[str, Coding]]) -> None:
    project, said = studied
    for name in ("Sag 01", "Sag 03"):
        project.do(summing_up(project, name, "H1", f"{name}: {MINE}", [said["there"].id]))
        project.do(setting(project, name, f"Vendepunkt i {name}", passages=[said["there"].id]))
    project.do(merge_cases(project, "Sag 03", "Sag 01"))
    page = profile(project, "Sag 01")
    assert [each.point.wording for each in page.turning] == ["Vendepunkt i Sag 01", "Vendepunkt i Sag 03"]
    project.do(moving(project, page.turning[1].point.id, -1))
    project.do(removing(project, "Sag 01", "H1"))
    assert profile(project, "Sag 01").written == 0
    for _ in range(3):
        project.undo()
    project.do(remove_case(project, "Sag 03"))
    assert [each.name for each in project.cases()] == ["Sag 01", "Sag 02"]
