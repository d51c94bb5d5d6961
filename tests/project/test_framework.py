"""The framework matrix: what is written, what there is to write from, and what becomes of summaries."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from condition_study import QUESTION, finished, say
from profile_study import MINE, MISSING, THEIRS, THERE, build, written
from rcoder.domain.actions.coding import attach, uncode
from rcoder.domain.coding import Coding
from rcoder.domain.configuration import Evidence
from rcoder.domain.errors import Misuse, NotFound, Stale, Unchanged
from rcoder.domain.framework import FrameCell, Gap, Material, material_words
from rcoder.domain.ids import new_id
from rcoder.domain.profile import Summary
from rcoder.domain.transcript import Span
from rcoder.domain.words import Claim, Stance
from rcoder.project import Project, open_project
from rcoder.project.arranging import case_named, merge_cases, remove_case
from rcoder.project.codebook_merging import merge
from rcoder.project.codebook_work import removal, retire
from rcoder.project.coding import CodingFlags
from rcoder.project.framework import (
    behind,
    case_groups,
    columns_under,
    framework,
    material_of,
    offered_columns,
    offers,
)
from rcoder.project.reimporting import Wanted, reimport
from rcoder.project.resting import span_evidence
from rcoder.project.summing_up import removing, summing_up, writing


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


def uncoded(project: Project, coding: Coding) -> None:
    """Removes a coding."""
    project.do(uncode([coding], project.codes(), project.transcript(coding.transcript_id), []))


def cell(project: Project, case: str = "Sag 01", code: str = "H1") -> FrameCell:
    return framework(project, whole=True).cell(case_named(project, case).id, project.code(code).id)


def material(project: Project, case: str, code: str = "H1") -> Material:
    found = cell(project, case, code).material
    assert found is not None
    return found


def stored(project: Project) -> list[Summary]:
    return project.sight.records(Summary, "SELECT * FROM summaries ORDER BY id")


def under(project: Project) -> list[Evidence]:
    return project.sight.records(
        Evidence, "SELECT * FROM evidence WHERE claim = 'summary' ORDER BY start, id"
    )


# -- what there is to write from -------------------------------------------------------------------------------------


def test_passages_under_the_hypothesis_are_counted_apart_from_silences(project: Project) -> None:
    one, two, three = (material(project, f"Sag 0{number}") for number in (1, 2, 3))
    assert (one.coded, one.interviews, one.held, one.unfinished, one.gap) == (4, 2, 2, 0, None)
    assert two.gap is Gap.NOT_YET_CODED
    assert three.gap is Gap.NO_INTERVIEW
    finished(project, "b2")
    assert material(project, "Sag 02").gap is Gap.NOTHING_SAID


def test_every_silence_is_called_otherwise(project: Project) -> None:
    before = [material_words(material(project, f"Sag 0{number}")) for number in (1, 2, 3)]
    finished(project, "b2")
    words = {*before, material_words(material(project, "Sag 02"))}
    assert len(words) == 4
    assert before[0] == "4 coded passages in 2 of 2 interviews"


def test_overlapping_passages_count_once_and_questions_do_not(project: Project) -> None:
    before = material(project, "Sag 01").coded
    say(project, "b1", f"{THERE} Havde jeg ikke")
    assert material(project, "Sag 01").coded == before - 1


def test_a_coding_counts_anew_in_its_own_case_alone_and_a_removed_one_no_more(
    studied: tuple[Project, dict[str, Coding]],
) -> None:
    project, said = studied
    framework(project, whole=True)
    uncoded(project, said["there"])
    assert framework(project).waiting == (case_named(project, "Sag 01").id,)
    assert material(project, "Sag 01").coded == 3


def test_words_in_another_interview_are_counted_and_said_to_stand_elsewhere(project: Project) -> None:
    say(project, "m1", "Mette i den anden sag havde Karen.", CodingFlags(case="Sag 02"))
    found = material(project, "Sag 02")
    assert (found.coded, found.elsewhere, found.interviews) == (1, 1, 0)
    assert "1 of them in other interviews" in material_words(found)


def test_evidence_on_the_hypothesis_counts_by_stance(project: Project) -> None:
    place = project.transcript("b1.txt")
    start = project.text(place).index(THERE)
    for stance in (Stance.SUPPORTS, Stance.SUPPORTS, Stance.CONTRADICTS):
        evidence = Evidence(
            new_id(), Claim.CODE, project.code("H1").id, place.id, start, start + 5, stance, project.coder_id
        )
        project.do(attach(evidence, "H1", place))
    assert material(project, "Sag 01").stances == {Stance.SUPPORTS: 1, Stance.CONTRADICTS: 1}
    offered = offers(project, case_named(project, "Sag 01").id, project.code("H1"))
    assert ("supports H1", "contradicts H1") in [each.stances for each in offered]


def test_the_matrix_is_there_before_it_is_counted(project: Project) -> None:
    found = framework(project)
    assert len(found.waiting) == 3
    told = material_of(project, found.columns, found.waiting[:1])
    assert len(found.counted(told).waiting) == 2
    assert len(framework(project).waiting) == 2


# -- columns and cases -----------------------------------------------------------------------------------------------


def test_columns_are_the_hypotheses_or_what_stands_under_a_code(project: Project) -> None:
    assert [each.key for each in columns_under(project).codes] == ["H1"]
    assert [each.key for each in columns_under(project, "H1").codes] == [
        "SC1.1",
        "H1.C1",
        "H1.R1",
        "H1.M1",
        "H1.O1",
    ]
    assert [each.key for each in columns_under(project, "H1.R1").codes] == ["H1.R1"]
    assert next(words for _, words, _ in offered_columns(project)) == "Hypotheses of small"
    with pytest.raises(NotFound):
        columns_under(project, "H9")


def test_a_retired_hypothesis_stays_where_something_is_written_of_it(project: Project) -> None:
    project.do(summing_up(project, "Sag 01", "H1", MINE))
    project.do(retire(project, "H1"))
    assert [each.key for each in framework(project).columns] == ["H1"]
    project.do(removing(project, "Sag 01", "H1"))
    assert framework(project).columns == ()


def test_groups_of_cases_are_offered_with_their_counts(project: Project) -> None:
    found = framework(project)
    assert {each.group.name.en for each in case_groups(project, found)} >= {"with hours", "without hours"}


# -- writing ---------------------------------------------------------------------------------------------------------


def test_a_summary_is_written_with_its_passages_and_undone(
    studied: tuple[Project, dict[str, Coding]],
) -> None:
    project, said = studied
    entry = project.do(summing_up(project, "sag 01", "h1", MINE, [said["there"].id, said["missing"].id]))
    assert entry.sentence == "Summed up H1 in Sag 01"
    own = cell(project).own
    assert own is not None
    assert (own.summary.text, own.rests.passages, own.signs) == (MINE, 2, "")
    (heading, rests), *rest = behind(project, "Sag 01", "H1")
    assert (heading, [each.text for each in rests]) == ("Your summary rests on 2 passages", [THERE, MISSING])
    assert rest[-1][0] == "Coded"
    project.undo()
    assert (stored(project), under(project)) == ([], [])


def test_what_it_rests_on_stays_the_same_row_where_it_stays(
    studied: tuple[Project, dict[str, Coding]],
) -> None:
    project, said = studied
    project.do(summing_up(project, "Sag 01", "H1", MINE, [said["there"].id]))
    (before,) = under(project)
    project.do(
        summing_up(project, "Sag 01", "H1", f"{MINE} Så stod hun alene.", [before.id, said["mentor"].id])
    )
    assert before in under(project)
    assert len(under(project)) == 2
    project.do(summing_up(project, "Sag 01", "H1", MINE, []))
    assert under(project) == []


def test_a_turn_can_be_named_and_an_interviewers_cannot(project: Project) -> None:
    project.do(summing_up(project, "Sag 01", "H1", MINE, ["b1.txt:2"]))
    (evidence,) = under(project)
    assert evidence.scope.value == "this_case"
    for wrong in ("b1.txt:1", "b1.txt:99", "no such id"):
        with pytest.raises((Misuse, NotFound)):
            summing_up(project, "Sag 01", "H1", MINE, [wrong])


def test_the_same_again_is_no_deed_unless_it_is_said_to_stand(project: Project) -> None:
    project.do(summing_up(project, "Sag 01", "H1", MINE))
    with pytest.raises(Unchanged):
        summing_up(project, "Sag 01", "H1", MINE)
    with pytest.raises(Misuse):
        summing_up(project, "Sag 01", "H1", "  ")


def test_writing_shows_the_passages_of_the_cell_with_those_it_rests_on_ticked(
    studied: tuple[Project, dict[str, Coding]],
) -> None:
    project, said = studied
    project.do(summing_up(project, "Sag 01", "H1", MINE, [said["there"].id]))
    found = writing(project, "Sag 01", "H1")
    (evidence,) = under(project)
    assert found.ticked == {evidence.id}
    assert [each.passage.text for each in found.offered if each.passage.id in found.ticked] == [THERE]
    assert [each.passage.text for each in found.offered if not each.usable] == [QUESTION]


# -- what became of it -----------------------------------------------------------------------------------------------


def test_a_summary_says_when_a_passage_is_not_coded_any_more(
    studied: tuple[Project, dict[str, Coding]],
) -> None:
    project, said = studied
    project.do(summing_up(project, "Sag 01", "H1", MINE, [said["there"].id, said["missing"].id]))
    uncoded(project, said["there"])
    own = cell(project).own
    assert own is not None
    assert own.rests.changed == "1 of 2 not coded any more"
    project.undo()
    assert cell(project).own.rests.changed == ""  # type: ignore[union-attr] # it is still there


def test_a_summary_says_when_the_words_were_corrected(
    studied: tuple[Project, dict[str, Coding]], tmp_path: Path
) -> None:
    project, said = studied
    project.do(summing_up(project, "Sag 01", "H1", MINE, [said["there"].id, said["missing"].id]))
    text = project.text(project.transcript("b1.txt"))
    file = tmp_path / "b1.txt"
    file.write_text(text.replace(THERE, "Karen var der hver måned.").replace(MISSING, ""), encoding="utf-8")
    reimport(project, "b1.txt", Wanted(file))
    own = cell(project).own
    assert own is not None
    assert "in an earlier text only" in own.rests.changed
    assert "changed by a correction" in own.rests.changed


def test_further_passages_are_told_of_until_it_is_looked_at_again(
    studied: tuple[Project, dict[str, Coding]],
) -> None:
    project, _ = studied
    project.do(summing_up(project, "Sag 01", "H1", MINE))
    found = cell(project)
    latest = found.material.latest if found.material else ""
    assert latest
    early = found.written[0]
    old = FrameCell(found.case_id, found.code_id, (early,)).counted(Material(1, 1, latest="0"))
    assert not old.written[0].since
    long_ago = replace(early, summary=replace(early.summary, at="2020-01-01T00:00:00Z"))
    assert replace(found, written=(long_ago,)).counted(Material(1, 1, latest=latest)).written[0].since


# -- two coders ------------------------------------------------------------------------------------------------------


def test_two_coders_write_one_cell_each_and_read_what_is_released(
    new_project: Callable[..., Project], tmp_path: Path
) -> None:
    location = written(new_project, tmp_path)
    with open_project(location, coder="Anne") as project:
        assert [(each.coder, each.summary.text) for each in cell(project).written] == [
            ("Anne", MINE),
            ("Jonas", THEIRS),
        ]
        with pytest.raises(NotFound):
            removing(project, "Sag 02", "H1")
    with open_project(location, coder="Jonas") as project:
        assert [each.summary.text for each in cell(project).written] == [THEIRS]
        assert material(project, "Sag 01").coded == 0


# -- cases and hypotheses merged and removed -------------------------------------------------------------------------


def test_merged_cases_keep_what_was_written_of_both(studied: tuple[Project, dict[str, Coding]]) -> None:
    project, said = studied
    project.do(summing_up(project, "Sag 01", "H1", MINE, [said["there"].id]))
    project.do(summing_up(project, "Sag 02", "H1", THEIRS, ["b2.txt:2"]))
    project.do(merge_cases(project, "Sag 02", "Sag 01"))
    (kept,) = stored(project)
    assert kept.text == f"{MINE}\nSag 02: {THEIRS}"
    assert {each.claim_id for each in under(project)} == {kept.id}
    project.undo()
    assert len(stored(project)) == 2


def test_a_merge_takes_hidden_summaries_along_and_a_removal_is_refused(
    studied: tuple[Project, dict[str, Coding]],
) -> None:
    project, _ = studied
    location = project.location
    with open_project(location, coder="Jonas") as other:
        other.do(summing_up(other, "Sag 03", "H1", THEIRS))
    with pytest.raises(Stale):
        project.do(remove_case(project, "Sag 03"))
    project.do(merge_cases(project, "Sag 03", "Sag 01"))
    with open_project(location, coder="Jonas") as other:
        assert [each.summary.text for each in cell(other).written] == [THEIRS]
    assert cell(project).written == ()


def test_a_removed_case_takes_its_summaries_and_their_passages_along(
    studied: tuple[Project, dict[str, Coding]],
) -> None:
    project, said = studied
    project.do(summing_up(project, "Sag 01", "H1", MINE, [said["there"].id]))
    project.do(summing_up(project, "Sag 03", "H1", THEIRS, [said["there"].id]))
    entry = project.do(remove_case(project, "Sag 03"))
    assert entry.sentence == "Removed the case Sag 03 with 1 summary"
    assert len(under(project)) == 1
    project.do(remove_case(project, "Sag 01", with_interviews=True))
    assert (stored(project), under(project)) == ([], [])
    project.undo()
    assert [each.text for each in stored(project)] == [MINE]


def test_a_merged_hypothesis_takes_its_summaries_along(studied: tuple[Project, dict[str, Coding]]) -> None:
    project, said = studied
    project.do(summing_up(project, "Sag 01", "H1.R1", MINE, [said["there"].id]))
    project.do(summing_up(project, "Sag 01", "H1.M1", THEIRS))
    project.do(merge(project, "H1.R1", "H1.M1"))
    (kept,) = stored(project)
    assert (kept.code_id, kept.text) == (project.code("H1.M1").id, f"{THEIRS}\nH1.R1: {MINE}")
    assert [each.claim_id for each in under(project)] == [kept.id]
    with pytest.raises(Misuse, match="1 summary"):
        removal(project, "H1.M1")


def test_nothing_is_coded_and_nothing_is_counted_in_a_study_without_cases(
    new_project: Callable[..., Project],
) -> None:
    with new_project() as project:
        found = framework(project, whole=True)
        assert (found.cases, found.size, found.filled()) == ((), 0, 0)


def test_the_span_of_a_selection_is_evidence_and_an_interviewers_is_not(project: Project) -> None:
    place = project.transcript("b1.txt")
    start = project.text(place).index(THERE)
    assert span_evidence(project, place.id, Span(start, start + 5), 1).start == start
    asked = project.text(place).index(QUESTION)
    for wrong in (Span(asked, asked + 5), Span(0, 10**6)):
        with pytest.raises(Misuse):
            span_evidence(project, place.id, wrong, 1)
