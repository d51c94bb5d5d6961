"""Questions about support conditions and absence give the same answers on both databases."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from condition_study import THERE, build, code_all, finished
from rcoder.domain.absence import Saying
from rcoder.domain.board import Whose
from rcoder.domain.codebook import CodebookContents
from rcoder.domain.words import Absence, ConditionState, Followed, Stance
from rcoder.project import Project, create_project
from rcoder.project.absence import absence_of, account
from rcoder.project.arranging import case_named, merge_cases
from rcoder.project.conditions import case_sheet, checklist, passages_behind
from rcoder.project.judging import judge, judging, withdraw


@pytest.fixture(params=["sqlite", "postgres"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where a project can be made."""
    if request.param == "sqlite":
        return str(tmp_path / "conditions.rcoder")
    return str(request.getfixturevalue("fresh_database"))


@pytest.fixture
def project(place: str, tmp_path: Path, contents: CodebookContents) -> Iterator[Project]:
    def made(coder: str) -> Project:
        return create_project(place, "Prøve", contents, coder=coder)

    with build(made, tmp_path) as found:
        yield found


def test_the_checklist_counts_alike(project: Project) -> None:
    there = code_all(project)["there"]
    finished(project, "b1")
    project.do(
        judge(
            project,
            "SC1.1",
            "Sag 01",
            ConditionState.MET,
            followed=Followed.FOLLOWED,
            passages={there.id: Stance.SUPPORTS},
        )
    )
    condition, case = project.code("SC1.1").id, case_named(project, "Sag 01").id
    cell = checklist(project).cell(condition, case)
    assert cell.heard.counts == {
        Saying.PRESENT: 1,
        Saying.COUNTERFACTUAL: 1,
        Saying.ABSENT: 2,
        Saying.LISTED: 1,
        Saying.ASKED: 1,
    }
    assert (cell.heard.interviews, cell.heard.unfinished) == (2, 1)
    assert cell.state(Whose.MINE) is ConditionState.MET
    assert [(each.passages, each.since) for each in cell.judged] == [(1, False)]
    sheet = case_sheet(project, "Sag 01")
    assert sheet.cell(condition, "mentor").heard.counts == {Saying.ABSENT: 1}
    assert [each.text for _, group in passages_behind(project, condition, case)[:1] for each in group] == [
        THERE
    ]
    assert judging(project, "SC1.1", "Sag 01").own is not None


def test_absence_is_named_alike(project: Project) -> None:
    code_all(project)
    finished(project, "b2")
    found = absence_of(project, "SC1.1")
    one, two = case_named(project, "Sag 01").id, case_named(project, "Sag 02").id
    assert found.account(one, "borger").absences == (Absence.SAID_ABSENT, Absence.COUNTERFACTUAL)
    assert found.account(two, "borger").absences == (Absence.NOT_ASKED,)
    assert found.account(two, "mentor").absences == (Absence.NO_INTERVIEW,)
    assert account(project, "SC1.1", one).heard.counts == found.account(one).heard.counts


def test_judgements_are_merged_taken_back_and_undone_alike(project: Project) -> None:
    there = code_all(project)["there"]
    rests = {there.id: Stance.SUPPORTS}
    project.do(judge(project, "SC1.1", "Sag 01", ConditionState.MET, passages=rests))
    project.do(judge(project, "SC1.1", "Sag 02", ConditionState.NOT_MET, passages=rests))
    project.do(merge_cases(project, "Sag 02", "Sag 01"))
    condition, case = project.code("SC1.1").id, case_named(project, "Sag 01").id
    (kept,) = checklist(project).cell(condition, case).judged
    assert (kept.judgement.state, kept.passages) == (ConditionState.MET, 2)
    project.undo()
    project.do(withdraw(project, "SC1.1", "Sag 01"))
    assert checklist(project).cell(condition, case).judged == ()
