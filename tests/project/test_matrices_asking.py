"""Comparisons asked of a project: narrowed, in parts, kept until something changes, and the passages behind each cell."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from compared import build, evidence, fill
from let_go import write_matrix
from rcoder.domain.actions.studying import release
from rcoder.domain.errors import Misuse, NotFound
from rcoder.domain.journal import Deed, added
from rcoder.domain.matrix import HYPOTHESES, Ask, Blank, Cell, Matrix, Of, Question
from rcoder.domain.words import Claim, Scope, Stance
from rcoder.project import Project, open_project
from rcoder.project.matrices import asking
from rcoder.project.matrices.asking import behind, matrix, slices
from rcoder.project.matrices.groups import parts
from rcoder.project.matrices.offering import offers


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with build(str(tmp_path / "compared.rcoder")) as made:
        fill(made)
        yield made


def shorts(found: Matrix) -> tuple[list[str], list[str]]:
    return [each.title for each in found.rows], [each.title for each in found.columns]


@pytest.mark.parametrize(
    "question", [Question.CODES_ROLES, Question.CODES_CASES, Question.KINDS_HYPOTHESES, Question.PERSPECTIVES, Question.GROUPS]
)  # fmt: skip
def test_the_parts_of_a_question_come_to_the_whole(
    project: Project, question: Question, monkeypatch: pytest.MonkeyPatch
) -> None:
    ask = Ask(question)
    assert slices(project, ask) == (ask,)
    whole = matrix(project, ask)
    monkeypatch.setattr(asking, "MOST", 1)
    found = slices(project, ask)
    assert len(found) > 1
    cells: dict[tuple[str, str], Cell] = {}
    for part in found:
        answer = matrix(project, part)
        assert answer.rows == whole.rows
        cells.update(answer.cells)
    assert cells == whole.cells


def test_an_answer_is_kept_until_a_deed_changes_what_it_rests_on(project: Project) -> None:
    ask = Ask(level="all")
    first = matrix(project, ask)
    assert matrix(project, ask) is first
    new = evidence(900, ("t5", 20, 5, (Claim.ELEMENT, "e2"), "Anne", Stance.NEW, Scope.THIS_CASE, None))
    project.do(Deed("Joined", added(new)))
    changed = matrix(project, ask)
    assert {column for row, column in changed.cells if row == "c4"} >= {"k1", "k2", "k3", "k6"}
    project.undo()
    assert matrix(project, ask) == first


def test_a_consolidated_configuration_stands_for_its_members_unless_they_are_asked_for(
    project: Project,
) -> None:
    assert shorts(matrix(project, Ask()))[1] == ["K3", "K6"]
    assert shorts(matrix(project, Ask(level="all")))[1] == ["K1", "K2", "K3", "K6"]
    assert shorts(matrix(project, Ask(level="consolidated")))[1] == ["K3"]
    assert shorts(matrix(project, Ask(level="all", rows="H2")))[1] == ["K2", "K6"]
    assert shorts(matrix(project, Ask(level="all", rows="SC1")))[1] == ["K6"]
    assert matrix(project, Ask(status="accepted")).empty


def test_with_a_role_a_case_without_such_an_interview_has_none(project: Project) -> None:
    found = matrix(project, Ask(role="virksomhed"))
    blanks = {each.name: each.blank for each in found.rows}
    assert blanks["Sag 2"] is Blank.NOT_YET_CODED
    assert {blanks[f"Sag {number}"] for number in (1, 3, 4, 5)} == {Blank.NO_INTERVIEW}
    with pytest.raises(Misuse, match="No interview is with nobody"):
        matrix(project, Ask(role="nobody"))


def test_each_role_has_its_own_denominator(project: Project) -> None:
    found = matrix(project, Ask(Question.CODES_ROLES))
    of = {each.id: (each.base.interviews, each.base.interviews_not_yet) for each in found.columns}
    assert of["borger"] == (3, 2)
    assert of["mentor"] == (1, 0)
    assert of["virksomhed"] == (0, 1)
    assert of["projektleder"] == (1, 0)


def test_hypotheses_are_rolled_up_where_that_is_asked_for(project: Project) -> None:
    found = matrix(project, Ask(Question.PERSPECTIVES, rows=HYPOTHESES))
    assert shorts(found)[0] == ["H1", "H2"]
    assert shorts(matrix(project, Ask(Question.PERSPECTIVES, rows="H2")))[0] == ["H2", "H2.O1"]
    with pytest.raises(NotFound):
        matrix(project, Ask(Question.PERSPECTIVES, rows="H9"))


def test_the_passages_behind_a_cell_are_those_that_were_counted(project: Project) -> None:
    """Rows without overlap: every passage of a cell of evidence stands behind it, under its stance."""
    for ask in (Ask(level="all"), Ask(Question.CODES_CASES), Ask(Question.CODES_ROLES)):
        found = matrix(project, ask)
        for row in found.rows:
            for column in found.columns:
                passages = behind(project, ask, row, column)
                assert bool(passages) == ((row.id, column.id) in found.cells), (ask, row, column)
                assert all(each.coder != "Bo" for _, own in passages for each in own)


def test_where_they_agree_or_differ_passages_stand_by_who_says_so(project: Project) -> None:
    ask = Ask(Question.PERSPECTIVES)
    found = matrix(project, ask)
    row = next(each for each in found.rows if each.title == "H1.R1")
    headings = [name for name, _ in behind(project, ask, row, found.columns[-1])]
    assert headings
    assert all(": " in name for name in headings)


def test_another_coders_released_layer_counts_and_a_hidden_one_does_not(project: Project) -> None:
    before = matrix(project, Ask(Question.CODES_CASES))
    with open_project(project.location, coder="Bo") as theirs:
        bo = next(each for each in theirs.coders() if each.name == "Bo")
        theirs.do(release(bo))
    after = matrix(project, Ask(Question.CODES_CASES))
    assert after.cells != before.cells
    assert shorts(matrix(project, Ask(level="all")))[1] == ["K1", "K2", "K3", "K4", "K6"]


def test_groups_are_by_outcome_attribute_or_condition_and_the_unknown_stand_apart(project: Project) -> None:
    assert [each.name for each in parts(project, "ordinary_hours")] == [
        "with hours",
        "without hours",
        "outcome group: unknown",
    ]
    assert [sorted(each.cases) for each in parts(project, "municipality is Nordby")] == [
        ["c1", "c2"],
        ["c3", "c5"],
        ["c4"],
    ]
    with pytest.raises(Misuse, match="cannot be split by nothing"):
        parts(project, "nothing")


def test_conditions_are_compared_by_what_is_judged(project: Project) -> None:
    found = matrix(project, Ask(Question.GROUPS, of=Of.CONDITIONS))
    [(key, cell)] = found.cells.items()
    assert key == ("s", "with_hours")
    assert cell.shown == "✓1/3"
    assert [(each.number, each.of) for each in cell.figures] == [(1, 3)]
    assert cell.words == "met: 1 of 3 cases of the group"
    column = next(each for each in found.columns if each.id == "with_hours")
    assert (column.of, column.blank) == ("3 cases", Blank.NOT_JUDGED)
    cases = matrix(project, Ask(Question.CONDITIONS_CASES))
    assert cases.cells["s", "c1"].shown == "✓"
    assert "hun siger det" in cases.cells["s", "c1"].words


def test_what_is_offered_is_there(project: Project) -> None:
    found = offers(project)
    assert found.rows[0] == ("H1", "Roller")
    assert dict(found.roles)["borger"] == "5 interviews"
    for key, _ in found.splits:
        assert parts(project, key)


def test_an_export_is_noted_and_gives_the_same_bytes(project: Project, tmp_path: Path) -> None:
    first, second = tmp_path / "a.xlsx", tmp_path / "b.xlsx"
    write_matrix(project, Ask(), first)
    write_matrix(project, replace(Ask()), second)
    assert first.read_bytes() == second.read_bytes()
