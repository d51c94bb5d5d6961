"""The checklist of support conditions, and judging: what persons judged stands apart from what passages come to."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from condition_study import MENTORS, THERE, build, code_all, released, say
from rcoder.analysis.conditions import WARNING, split_sentences, standing_sentence, standings
from rcoder.domain.absence import Saying
from rcoder.domain.actions.coding import attach
from rcoder.domain.board import Whose
from rcoder.domain.conditions import Cell, Judged
from rcoder.domain.configuration import ConditionJudgement, Evidence
from rcoder.domain.errors import Misuse, NotFound, RcoderError, Stale, Unchanged
from rcoder.domain.ids import new_id
from rcoder.domain.journal import Deed, added
from rcoder.domain.transcript import Span
from rcoder.domain.words import Absence, Claim, ConditionState, Followed, Polarity, Stance
from rcoder.project import Project, open_project
from rcoder.project.arranging import case_named, merge_cases, remove_case
from rcoder.project.codebook_merging import merge
from rcoder.project.coding import CodingFlags, code_passage
from rcoder.project.conditions import case_sheet, checklist, passages_behind
from rcoder.project.judging import judge, judging, other_passages, withdraw

MET, NOT_MET = ConditionState.MET, ConditionState.NOT_MET


@pytest.fixture
def project(new_project: Callable[..., Project], tmp_path: Path) -> Iterator[Project]:
    with build(new_project, tmp_path) as found:
        yield found


def cell(project: Project, case: str = "Sag 01") -> Cell:
    return checklist(project).cell(project.code("SC1.1").id, case_named(project, case).id)


def judgements(project: Project) -> list[ConditionJudgement]:
    return project.sight.records(ConditionJudgement, "SELECT * FROM condition_judgements ORDER BY id")


def under(project: Project) -> list[Evidence]:
    return project.sight.records(Evidence, "SELECT * FROM evidence WHERE claim = 'state' ORDER BY id")


# -- the checklist -----------------------------------------------------------------------------------------------------


def test_there_is_a_cell_for_every_condition_and_case_before_anybody_judged(project: Project) -> None:
    found = checklist(project)
    assert [each.key for each in found.conditions] == ["SC1.1"]
    assert [each.name for each in found.cases] == ["Sag 01", "Sag 02", "Sag 03"]
    assert found.hypotheses[found.conditions[0].id].key == "H1"
    assert [each.judged for each in found.row(found.conditions[0].id)] == [(), (), ()]
    assert found.whose is Whose.MINE


def test_what_the_passages_come_to_is_material_and_no_judgement(project: Project) -> None:
    code_all(project)
    found = cell(project)
    assert found.heard.of(Saying.PRESENT) == 1
    assert found.heard.of(Saying.ABSENT) == 2
    assert found.heard.of(Saying.LISTED, Saying.WAITING) == 2
    assert (found.own, found.state(Whose.MINE)) == (None, None)
    assert cell(project, "Sag 03").absences == (Absence.NO_INTERVIEW,)


def test_a_judgement_is_of_a_case_or_of_one_role_and_says_whether_the_mechanism_followed(
    project: Project,
) -> None:
    project.do(judge(project, "SC1.1", "Sag 01", MET, followed=Followed.NOT_FOLLOWED, reason="ingen ro"))
    project.do(judge(project, "SC1.1", "Sag 01", NOT_MET, role="mentor"))
    found = cell(project)
    assert found.own is not None
    assert (found.own.judgement.state, found.own.judgement.followed) == (MET, Followed.NOT_FOLLOWED)
    assert [each.judgement.role for each in found.told] == ["mentor"]
    sheet = case_sheet(project, "Sag 01")
    condition = project.code("SC1.1").id
    assert sheet.roles == ("borger", "mentor")
    assert [sheet.cell(condition, role).state(Whose.MINE) for role in ("", "borger", "mentor")] == [
        MET,
        None,
        NOT_MET,
    ]


def test_roles_that_are_judged_apart_offer_roles_disagree_and_set_nothing(project: Project) -> None:
    project.do(judge(project, "SC1.1", "Sag 01", MET, role="borger"))
    project.do(judge(project, "SC1.1", "Sag 01", NOT_MET, role="mentor"))
    assert judging(project, "SC1.1", "Sag 01").roles_differ
    assert cell(project).judged == ()


def test_a_judgement_made_before_further_passages_came_says_so_until_it_is_made_again(
    project: Project,
) -> None:
    say(project, "b1", THERE)
    project.do(judge(project, "SC1.1", "Sag 01", MET))
    assert not only(cell(project)).since
    say(project, "m1", MENTORS, CodingFlags(polarity=Polarity.ABSENT))
    assert only(cell(project)).since
    assert [each.since for each in judging(project, "SC1.1", "Sag 01").offered] == [False, True]
    project.do(judge(project, "SC1.1", "Sag 01", ConditionState.UNCLEAR))
    assert not only(cell(project)).since


def only(found: Cell) -> Judged:
    (each,) = found.judged
    return each


# -- judging -----------------------------------------------------------------------------------------------------------


def test_a_judgement_rests_on_passages_with_a_stance_and_opens_them(project: Project) -> None:
    there, mentor = say(project, "b1", THERE), say(project, "m1", MENTORS)
    project.do(
        judge(
            project, "SC1.1", "Sag 01", MET, passages={there.id: Stance.SUPPORTS, mentor.id: Stance.REFINES}
        )
    )
    assert only(cell(project)).passages == 2
    heading, passages = passages_behind(project, project.code("SC1.1").id, case_named(project, "Sag 01").id)[
        0
    ]
    assert heading == "You judged “met”: rests on 2 passages"
    assert {(each.text, each.stance) for each in passages} == {
        (THERE, Stance.SUPPORTS),
        (MENTORS, Stance.REFINES),
    }
    assert {each.stance for each in judging(project, "SC1.1", "Sag 01").offered} == {
        Stance.SUPPORTS,
        Stance.REFINES,
    }


def test_judging_anew_keeps_the_passages_that_are_wanted_still(project: Project) -> None:
    there, mentor = say(project, "b1", THERE), say(project, "m1", MENTORS)
    both = {there.id: Stance.SUPPORTS, mentor.id: Stance.SUPPORTS}
    project.do(judge(project, "SC1.1", "Sag 01", MET, passages=both))
    before = {(each.transcript_id, each.start): each.id for each in under(project)}
    project.do(judge(project, "SC1.1", "Sag 01", NOT_MET, passages={mentor.id: Stance.CONTRADICTS}))
    (kept,) = under(project)
    assert kept.id == before[mentor.transcript_id, mentor.start]
    assert (kept.claim_id, kept.stance) == (judgements(project)[0].id, Stance.CONTRADICTS)
    project.undo()
    assert len(under(project)) == 2
    assert {each.claim_id for each in under(project)} == {judgements(project)[0].id}


def test_judging_the_same_again_changes_nothing(project: Project) -> None:
    project.do(judge(project, "SC1.1", "Sag 01", MET, reason="a"))
    with pytest.raises(Unchanged):
        judge(project, "SC1.1", "Sag 01", MET, reason=" a ")


def test_an_interviewers_words_are_nothing_to_rest_on(project: Project) -> None:
    asked = code_all(project)["asked"]
    assert not next(
        each for each in judging(project, "SC1.1", "Sag 01").offered if each.passage.id == asked.id
    ).usable
    with pytest.raises(Misuse, match="interviewer"):
        judge(project, "SC1.1", "Sag 01", MET, passages={asked.id: Stance.SUPPORTS})


@pytest.mark.parametrize(
    ("condition", "case", "role"), [("H1", "Sag 01", ""), ("SC1.1", "Sag 09", ""), ("SC1.1", "Sag 01", "fe")]
)
def test_what_is_not_there_is_not_judged(project: Project, condition: str, case: str, role: str) -> None:
    with pytest.raises((Misuse, NotFound)):
        judge(project, condition, case, MET, role=role)


def test_other_coded_passages_of_the_case_are_offered_too(project: Project) -> None:
    there = say(project, "b1", THERE)
    place = project.transcript("m1.txt")
    start = project.text(place).index(MENTORS)
    other, _ = code_passage(project, place.id, Span(start, start + 10), "H1.M1", CodingFlags())
    besides = [each.passage for each in judging(project, "SC1.1", "Sag 01").offered]
    assert [each.coding.id for each in other_passages(project, "Sag 01", besides)] == [other.id]
    project.do(judge(project, "SC1.1", "Sag 01", MET, passages={other.id: Stance.SUPPORTS}))
    offered = judging(project, "SC1.1", "Sag 01").offered
    assert [(each.passage.id == there.id, each.stance) for each in offered] == [
        (True, None),
        (False, Stance.SUPPORTS),
    ]


def test_taking_a_judgement_back_leaves_the_codings_and_undo_brings_all_of_it_back(project: Project) -> None:
    there = say(project, "b1", THERE)
    project.do(judge(project, "SC1.1", "Sag 01", MET, passages={there.id: Stance.SUPPORTS}))
    project.do(withdraw(project, "SC1.1", "Sag 01"))
    assert (judgements(project), under(project)) == ([], [])
    assert [line.coding.id for line in project.coding_lines()] == [there.id]
    project.undo()
    assert len(judgements(project)) == len(under(project)) == 1
    with pytest.raises(NotFound):
        withdraw(project, "SC1.1", "Sag 02")


# -- several coders ----------------------------------------------------------------------------------------------------


def test_everybody_judges_for_themselves_and_sees_others_only_when_released(project: Project) -> None:
    there = say(project, "b1", THERE)
    project.do(
        judge(project, "SC1.1", "Sag 01", MET, reason="hemmelig", passages={there.id: Stance.SUPPORTS})
    )
    with open_project(project.location, coder="Jonas") as other:
        assert cell(other).judged == ()
        assert "hemmelig" not in repr(
            (checklist(other), case_sheet(other, "Sag 01"), judging(other, "SC1.1", "Sag 01"))
        )
        assert passages_behind(other, other.code("SC1.1").id) == ()
        other.do(judge(other, "SC1.1", "Sag 01", NOT_MET))
        assert "Judged" not in repr([each for each in other.journal() if each.coder == "Anne"])
    released(project)
    with open_project(project.location, coder="Jonas") as other:
        found = cell(other)
        assert [(each.coder, each.own) for each in found.judged] == [("Jonas", True), ("Anne", False)]
        assert found.state(Whose.MINE) is NOT_MET
        assert found.differs(Whose.SEEN)
        assert found.state(Whose.SEEN) is None
        assert [each.coder for each in judging(other, "SC1.1", "Sag 01").others] == ["Anne"]


# -- numbers -----------------------------------------------------------------------------------------------------------


def test_every_number_says_what_it_is_of_and_is_split_by_outcome_group(project: Project) -> None:
    project.do(judge(project, "SC1.1", "Sag 01", MET))
    found = checklist(project)
    sentences = split_sentences(standings(found, found.conditions[0].id, Whose.MINE))
    assert sentences == (
        "met in 1 of 1 case judged; 1 not judged; 1 without interview",
        "with hours (1 case): met in 1 of 1 case judged",
        "without hours (1 case): judged in no case; 1 not judged",
        "outcome group unknown (1 case): judged in no case; 1 without interview",
        WARNING,
    )


def test_a_judgement_that_nothing_can_be_said_is_no_part_of_what_met_is_of(project: Project) -> None:
    project.do(judge(project, "SC1.1", "Sag 01", ConditionState.NOT_MENTIONED))
    project.do(judge(project, "SC1.1", "Sag 02", NOT_MET))
    project.do(judge(project, "SC1.1", "Sag 03", ConditionState.NO_INTERVIEW))
    found = checklist(project)
    whole = standings(found, found.conditions[0].id, Whose.MINE)[0]
    assert standing_sentence(whole) == (
        "met in 0 of 1 case judged (1 not met); 1 judged “not mentioned”; 1 judged “no interview”"
    )
    assert whole.cases == 3


# -- what removing and merging does ------------------------------------------------------------------------------------


def test_removing_a_case_takes_its_judgements_and_their_passages_along(project: Project) -> None:
    mentor = say(project, "m1", MENTORS)
    project.do(judge(project, "SC1.1", "Sag 03", MET, passages={mentor.id: Stance.SUPPORTS}))
    project.do(judge(project, "SC1.1", "Sag 01", MET, passages={mentor.id: Stance.SUPPORTS}))
    project.do(remove_case(project, "Sag 03"))
    assert [each.case_id for each in judgements(project)] == [case_named(project, "Sag 01").id]
    assert len(under(project)) == 1
    project.undo()
    assert (len(judgements(project)), len(under(project))) == (2, 2)
    project.do(remove_case(project, "Sag 01", with_interviews=True))
    assert [each.case_id for each in judgements(project)] == [case_named(project, "Sag 03").id]
    assert under(project) == []
    project.undo()
    assert len(under(project)) == 2


def test_merging_cases_joins_two_judgements_of_one_coder_and_keeps_reasons_and_passages(
    project: Project,
) -> None:
    there, mentor = say(project, "b1", THERE), say(project, "m1", MENTORS)
    project.do(judge(project, "SC1.1", "Sag 01", MET, reason="Mette", passages={there.id: Stance.SUPPORTS}))
    project.do(
        judge(project, "SC1.1", "Sag 02", NOT_MET, reason="Per", passages={mentor.id: Stance.CONTRADICTS})
    )
    project.do(judge(project, "SC1.1", "Sag 02", NOT_MET, role="mentor"))
    project.do(merge_cases(project, "Sag 02", "Sag 01"))
    kept = {each.role: each for each in judgements(project)}
    assert (kept[""].state, kept[""].reason) == (MET, "Mette\nSag 02: not met – Per")
    assert {each.claim_id for each in under(project)} == {kept[""].id}
    assert len(kept) == len(under(project)) == 2
    project.undo()
    assert (len(judgements(project)), len({each.claim_id for each in under(project)})) == (3, 2)


def test_merging_conditions_takes_judgements_and_passages_along(project: Project) -> None:
    two = second_condition(project)
    there = say(project, "b1", THERE)
    project.do(judge(project, two, "Sag 01", NOT_MET, reason="to", passages={there.id: Stance.SUPPORTS}))
    project.do(judge(project, "SC1.1", "Sag 01", MET, reason="et"))
    project.do(merge(project, two, "SC1.1"))
    (kept,) = judgements(project)
    assert (kept.state, kept.reason) == (MET, f"et\n{two}: not met – to")
    assert [each.claim_id for each in under(project)] == [kept.id]
    assert [each.key for each in checklist(project).conditions] == ["SC1.1"]
    project.undo()
    assert len(judgements(project)) == 2


def second_condition(project: Project) -> str:
    one = project.code("SC1.1")
    project.do(Deed("Added SC1.2", added(replace(one, id=new_id(), key="SC1.2", position=one.position + 1))))
    return "SC1.2"


def test_a_judgement_on_which_hidden_work_rests_is_not_taken_back(project: Project) -> None:
    there = say(project, "b1", THERE)
    project.do(judge(project, "SC1.1", "Sag 01", MET))
    released(project)
    with open_project(project.location, coder="Jonas") as other:
        claim = judgements(other)[0].id
        evidence = Evidence(
            new_id(),
            Claim.STATE,
            claim,
            there.transcript_id,
            there.start,
            there.end,
            Stance.CONTRADICTS,
            other.coder_id,
        )
        other.do(attach(evidence, "SC1.1", other.transcript("b1.txt")))
    with pytest.raises(Stale):
        project.do(withdraw(project, "SC1.1", "Sag 01"))
    project.do(judge(project, "SC1.1", "Sag 01", NOT_MET))
    assert {each.claim_id for each in under(project)} == {judgements(project)[0].id}


def test_errors_are_sentences(project: Project) -> None:
    with pytest.raises(RcoderError, match="only support conditions are judged"):
        judge(project, "H1", "Sag 01", MET)
