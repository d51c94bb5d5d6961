"""A case on one page, and its turning points."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from condition_study import THERE
from profile_study import MINE, build, written
from rcoder.domain.coding import Coding
from rcoder.domain.configuration import Evidence
from rcoder.domain.errors import Misuse, NotFound, Stale, Unchanged
from rcoder.domain.profile import TurningPoint
from rcoder.domain.words import Claim, ConditionState, Level, Material, MemoKind, Stance, Subject
from rcoder.project import Project, open_project
from rcoder.project.arranging import case_named, change_case, merge_cases, remove_case
from rcoder.project.exhibits import Shown, showing
from rcoder.project.judging import judge
from rcoder.project.memos import add_memo
from rcoder.project.profiles import profile
from rcoder.project.resting import passages_of
from rcoder.project.summing_up import summing_up
from rcoder.project.turning_points import changing, dropping, moving, point_named, setting


@pytest.fixture
def studied(
    new_project: Callable[..., Project], tmp_path: Path
) -> Iterator[tuple[Project, dict[str, Coding]]]:
    project, said = build(new_project, tmp_path)
    with project:
        yield project, said


@pytest.fixture
def project(studied: tuple[Project, dict[str, Coding]]) -> Project:
    return studied[0]


def words(project: Project, case: str = "Sag 01") -> list[str]:
    return [each.point.wording for each in profile(project, case).turning]


def under(project: Project) -> list[Evidence]:
    return project.sight.records(Evidence, "SELECT * FROM evidence WHERE claim = 'turning_point' ORDER BY id")


# -- the page --------------------------------------------------------------------------------------------------------


def test_unknown_is_told_apart_from_no_and_missing_roles_are_named(project: Project) -> None:
    project.do(change_case(project, "Sag 01", municipality="Nordby", attributes={"hund": "no"}))
    found = profile(project, "Sag 01")
    known = {each.key: each.value for each in found.known}
    assert (known["municipality"], known["hund"]) == ("Nordby", "no")
    assert [each.roles for each in found.interviews] == [("borger",), ("mentor",)]
    assert (found.finished, found.missing) == (2, ())
    two = profile(project, "Sag 02")
    assert (two.missing, two.finished, two.unknown) == (("mentor",), 0, 1)
    assert profile(project, "Sag 03").missing == ("borger", "mentor")


def test_everything_about_a_case_stands_on_its_page(studied: tuple[Project, dict[str, Coding]]) -> None:
    project, said = studied
    case = case_named(project, "Sag 01").id
    project.do(summing_up(project, "Sag 01", "H1", MINE, [said["there"].id]))
    project.do(judge(project, "SC1.1", "Sag 01", ConditionState.MET, reason="Karen"))
    add_memo(project, Subject.CASE, case, kind=MemoKind.ANALYTIC, title="Om Karen", text="Hun var der.")
    shown = Shown(Material.DOCUMENT, "Handleplan", "Karen er kontaktperson", case="Sag 01")
    project.do(showing(project, [shown]))
    found = profile(project, "sag 01")
    assert [each.summary.text for each in found.cells[project.code("H1").id].written] == [MINE]
    assert [(code.key, each.judgement.state) for code, each in found.conditions] == [
        ("SC1.1", ConditionState.MET)
    ]
    assert (found.judged, found.condition_count, found.written) == (1, 1, 1)
    assert [memo.title for memo, _ in found.memos] == ["Om Karen"]
    assert [exhibit.title for exhibit, _ in found.exhibits] == ["Handleplan"]
    assert profile(project, "Sag 02").memos == ()


def test_configurations_of_the_case_are_written_out_and_others_counted(
    studied: tuple[Project, dict[str, Coding]],
) -> None:
    from rcoder.domain.actions.coding import attach
    from rcoder.domain.actions.configuring import begin
    from rcoder.domain.configuration import Configuration, Element, Place
    from rcoder.domain.ids import new_id
    from rcoder.domain.words import Kind

    project, said = studied
    case = case_named(project, "Sag 01").id
    place = project.transcript("b1.txt")
    for title, own in (("Karen", case), ("Alle sager", None)):
        level = Level.CASE if own else Level.CONSOLIDATED
        made = Configuration(
            new_id(), project.next_number(), project.coder_id, title, case_id=own, level=level
        )
        element = Element(new_id(), "én at ringe til")
        project.do(begin(made, [element], [Place(new_id(), made.id, element.id, Kind.RESOURCE)], [], []))
        evidence = Evidence(
            new_id(), Claim.ELEMENT, element.id, place.id, said["there"].start, said["there"].end,
            Stance.SUPPORTS, project.coder_id,
        )  # fmt: skip
        project.do(attach(evidence, title, place))
    found = profile(project, "Sag 01")
    assert [each.title for each in found.configurations] == ["Karen"]
    assert "én at ringe til" in found.configurations[0].sentence
    assert found.configurations[0].stances == {Stance.SUPPORTS: 1}
    assert [(each.title, each.stances) for each in found.others] == [("Alle sager", {Stance.SUPPORTS: 1})]
    assert profile(project, "Sag 02").others == ()


def test_there_is_no_page_of_a_case_that_is_not_there(project: Project) -> None:
    with pytest.raises(NotFound):
        profile(project, "Sag 99")


# -- turning points --------------------------------------------------------------------------------------------------


def test_a_turning_point_is_set_with_its_passages_moved_changed_and_removed(
    studied: tuple[Project, dict[str, Coding]],
) -> None:
    project, said = studied
    project.do(
        setting(
            project, "Sag 01", "Karen  kommer til", when="uge 6", sign="better", passages=[said["there"].id]
        )
    )
    entry = project.do(setting(project, "Sag 01", "Karen rejser", sign="−"))
    assert entry.sentence == "Set a turning point in Sag 01: Karen rejser"
    first, second = (each.point for each in profile(project, "Sag 01").turning)
    assert (first.wording, first.sign, second.sign) == ("Karen kommer til", "+", "-")
    project.do(moving(project, second.id, -1))
    assert words(project) == ["Karen rejser", "Karen kommer til"]
    project.do(changing(project, first.id, wording="Karen begynder", passages=[]))
    assert (words(project)[1], under(project)) == ("Karen begynder", [])
    project.undo()
    assert [each.text for each in passages_of(project.sight, Claim.TURNING_POINT, first.id)] == [THERE]
    project.do(dropping(project, first.id))
    assert (words(project), under(project)) == (["Karen rejser"], [])
    project.undo()
    assert len(under(project)) == 1


def test_a_passage_told_elsewhere_is_about_the_case_that_turned(project: Project) -> None:
    project.do(setting(project, "Sag 02", "Mentoren i en anden sag ved det", passages=["m1.txt:2"]))
    (evidence,) = under(project)
    assert evidence.case_id == case_named(project, "Sag 02").id


def test_a_turning_point_is_named_by_its_number_or_words(project: Project) -> None:
    project.do(setting(project, "Sag 01", "Karen kommer til"))
    project.do(setting(project, "Sag 01", "Karen rejser"))
    assert point_named(project, "Sag 01", "2").wording == "Karen rejser"
    assert point_named(project, "Sag 01", "karen kommer TIL").position == 0
    for wrong in ("3", "Kar", ""):
        with pytest.raises(NotFound):
            point_named(project, "Sag 01", wrong)


def test_what_has_no_meaning_is_refused(project: Project) -> None:
    for wording, sign in (("  ", ""), ("Karen", "opad")):
        with pytest.raises(Misuse):
            setting(project, "Sag 01", wording, sign=sign)
    project.do(setting(project, "Sag 01", "Karen", sign="+"))
    (own,) = (each.point for each in profile(project, "Sag 01").turning)
    with pytest.raises(Unchanged):
        changing(project, own.id, wording="Karen", sign="+")


def test_another_coders_turning_points_are_read_and_not_changed(
    new_project: Callable[..., Project], tmp_path: Path
) -> None:
    location = written(new_project, tmp_path)
    with open_project(location, coder="Anne") as project:
        found = profile(project, "Sag 01").turning
        assert [(each.coder, each.own) for each in found] == [
            ("Anne", True),
            ("Anne", True),
            ("Jonas", False),
        ]
        for deed in (
            dropping,
            lambda own, name: changing(own, name, when="i går"),
            lambda own, name: moving(own, name, 1),
        ):
            with pytest.raises(Misuse, match="Jonas"):
                deed(project, found[-1].point.id)
    with open_project(location, coder="Jonas") as project:
        assert words(project) == ["Jonas' vendepunkt"]


def test_merged_cases_put_one_course_after_the_other_and_removed_ones_take_theirs_along(
    studied: tuple[Project, dict[str, Coding]],
) -> None:
    project, said = studied
    project.do(setting(project, "Sag 01", "Først"))
    project.do(setting(project, "Sag 03", "Siden", passages=[said["there"].id]))
    project.do(merge_cases(project, "Sag 03", "Sag 01"))
    assert words(project) == ["Først", "Siden"]
    assert [each.case_id for each in under(project)] == [case_named(project, "Sag 01").id]
    project.undo()
    entry = project.do(remove_case(project, "Sag 03"))
    assert entry.sentence == "Removed the case Sag 03 with 1 turning point"
    assert under(project) == []


def test_a_turning_point_changed_by_somebody_else_meanwhile_is_stale(project: Project) -> None:
    project.do(setting(project, "Sag 01", "Karen"))
    (own,) = (each.point for each in profile(project, "Sag 01").turning)
    deed = changing(project, own.id, when="uge 6")
    project.do(changing(project, own.id, when="uge 7"))
    with pytest.raises(Stale):
        project.do(deed)
    rows = project.sight.records(TurningPoint, "SELECT * FROM turning_points")
    assert rows == [replace(own, when="uge 7")]
