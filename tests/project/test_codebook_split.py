"""A split with layers that are not released, and what a code is used for, counted as the figure counts."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rcoder.analysis.counting import witnesses
from rcoder.domain.actions.coding import finish
from rcoder.domain.actions.configuring import begin
from rcoder.domain.actions.studying import release
from rcoder.domain.coding import Finish
from rcoder.domain.configuration import Configuration, Element, Place
from rcoder.domain.errors import Stale
from rcoder.domain.ids import new_id
from rcoder.domain.transcript import Span
from rcoder.domain.words import Kind, Scope
from rcoder.project import Project, open_project
from rcoder.project.codebook_splitting import Part, look, split
from rcoder.project.codebook_use import Use, workbook
from rcoder.project.codebook_work import Wanted
from rcoder.project.coding import CodingFlags, code_passage
from rcoder.project.importing import Bringing, import_files
from rcoder.project.seen import as_seen

PARTS = [Part("H1a", Wanted({"label.da": "Aftaler"})), Part("H1b", Wanted({"label.da": "Få"}))]


@pytest.fixture
def study(new_project: Callable[..., Project], interview_file: Path) -> str:
    """A study in which Bo has a configuration of H1 with the code H1.M1; his layer is hidden."""
    with new_project(coder="Bo") as project:
        list(import_files(project, [Bringing(interview_file, case="Sag 01", roles=("borger",))]))
        own = Configuration(new_id(), "K01", project.coder_id, "Bos", (project.code("H1").id,))
        element = Element(new_id(), "tryg", project.code("H1.M1").id)
        project.do(begin(own, [element], [Place(new_id(), own.id, element.id, Kind.REASONING)]))
        code_passage(project, "interview.txt", Span(70, 90), "H1", CodingFlags())
        return project.location


def test_a_hidden_configuration_goes_where_its_codes_go_and_nobody_is_told(study: str) -> None:
    with open_project(study, coder="Anne") as project:
        seen = look(project, "H1")
        assert (seen.hanging.configurations, seen.itself) == ((), ())
        deed = split(project, "H1", PARTS, {"H1.M1": ("H1b",)}, "H1a")
        entry = as_seen(project, project.do(deed))
        assert "K01" not in repr(entry.changes)
        assert entry.sentence == "Split H1 Klare roller into H1a Aftaler and H1b Få"
    with open_project(study, coder="Bo") as project:
        answer = project.configuration("K01")
        assert answer.line.hypotheses == ("H1b",)
        assert [each.code for each in project.coding_lines()] == ["H1"]
    with open_project(study, coder="Anne") as project:
        project.undo()
    with open_project(study, coder="Bo") as project:
        assert project.configuration("K01").line.hypotheses == ("H1",)


def test_a_part_that_a_hidden_configuration_belongs_to_is_not_taken_back(study: str) -> None:
    with open_project(study, coder="Anne") as project:
        project.do(split(project, "H1", PARTS, {}, "H1a"))
        with open_project(study, coder="Bo") as bo:
            bo.do(begin(Configuration(new_id(), "K02", bo.coder_id, "Bos", (bo.code("H1b").id,))))
        with pytest.raises(Stale, match="Another coder's work rests on this"):
            project.undo()
        assert project.code("H1").retired


def test_one_s_own_configuration_goes_where_it_is_said_to(study: str) -> None:
    with open_project(study, coder="Bo") as project:
        seen = look(project, "H1")
        assert [each.number for each in seen.hanging.configurations] == ["K01"]
        assert [each.code for each in seen.itself] == ["H1"]
        project.do(split(project, "H1", PARTS, {"H1.M1": ("H1b",), "k01": ("*",)}, "H1a"))
        assert project.configuration("K01").line.hypotheses == ("H1a", "H1b")


spans = st.tuples(st.integers(55, 240), st.integers(1, 40))
passages = st.lists(
    st.tuples(spans, st.sampled_from(["H1", "H1.R1", "H1.M1", "SC1.1"]), st.sampled_from(Scope)), max_size=8
)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(passages)
def test_what_a_code_is_used_for_is_counted_as_the_figure_counts(
    study: str, found: list[tuple[tuple[int, int], str, Scope]]
) -> None:
    with open_project(study, coder="Anne") as project:
        for (start, length), code, scope in found:
            end = min(start + length, project.transcript("interview.txt").characters)
            code_passage(project, "interview.txt", Span(start, end), code, CodingFlags(scope=scope))
        uses = workbook(project).uses
        for code in project.codes().values():
            stretches = witnesses(("", line.passage) for line in project.coding_lines(code=code.key))
            use = uses.get(code.id, Use())
            assert use.passages == sum(each.counts != "listed" for each in stretches)
            assert use.listed == sum(each.counts == "listed" for each in stretches)
            assert use.not_yet_coded == any(each.counts == "case" for each in stretches)
            assert use.cases == 0
        while project.undo() is not None:
            pass


def test_a_case_that_is_coded_to_the_end_is_counted_of_those_that_are(study: str) -> None:
    with open_project(study, coder="Bo") as project:
        transcript = project.transcript("interview.txt")
        code_passage(project, transcript.id, Span(70, 90), "H1.R1", CodingFlags())
        assert workbook(project).uses[project.code("H1.R1").id] == Use(1, 0, 1)
        project.do(finish(Finish(new_id(), transcript.id, project.coder_id), transcript))
        found = workbook(project)
        assert found.uses[project.code("H1.R1").id] == Use(1, 1)
        assert found.uses[project.code("H1").id] == Use(1, 1)
        assert found.denominator.coded == 1
    with open_project(study, coder="Anne") as project:
        assert workbook(project).uses == {}
    with open_project(study, coder="Bo") as project:
        project.do(release(next(each for each in project.coders() if each.id == project.coder_id)))
    with open_project(study, coder="Anne") as project:
        assert workbook(project).uses[project.code("H1.R1").id] == Use(1, 1)


def test_a_code_stands_for_boxes_of_the_overall_theory_first(study: str) -> None:
    with open_project(study, coder="Anne") as project:
        boxes = workbook(project).boxes[project.code("H1.R1").id]
        assert boxes == ("K1 Klar rollefordeling", "H1.n1 Få fagpersoner")
