"""The sample study shows each thing that configurations are built, tested, consolidated and reviewed with."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import pytest

from rcoder.domain.comment import Comment
from rcoder.domain.configuration import ConditionJudgement, Evidence, Judgement
from rcoder.domain.exhibit import Bearing, Exhibit
from rcoder.domain.profile import Summary, TurningPoint
from rcoder.domain.prompt_answer import PromptAnswer
from rcoder.domain.rival import Kinship, Rival, Standin
from rcoder.domain.words import (
    Absence,
    Answered,
    Claim,
    ConditionState,
    Directness,
    Effect,
    Fate,
    Followed,
    Kin,
    Kind,
    Level,
    Material,
    Stance,
    Status,
)
from rcoder.project import Project, open_project
from rcoder.project.sample import Sample, build_sample


def quiet(done: int, whole: int, what: str) -> None:
    """No progress is shown."""


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Sample:
    return build_sample(tmp_path_factory.mktemp("sample"), report=quiet)


@pytest.fixture
def project(sample: Sample) -> Iterator[Project]:
    with open_project(str(sample.project), coder="Anne Holm") as project:
        yield project


def every(project: Project, record: type) -> list:
    """Every record of a kind that is seen."""
    return project.sight.records(record, f"SELECT * FROM {record.table} WHERE {{seen}}")  # noqa: S608 - of ours


def test_it_is_sound_from_end_to_end(sample: Sample) -> None:
    from rcoder.project.verifying import verify

    assert verify(str(sample.project), lambda *_: None).sound


def test_a_supervisor_codes_nothing_and_has_given_statuses_and_comments(project: Project) -> None:
    coders = {each.name: each.id for each in project.coders()}
    kirsten = coders["Kirsten Bak"]
    assert kirsten not in {line.coding.coder_id for line in project.coding_lines()}
    configurations = [each.configuration for each in project.configurations()]
    assert {Status.ACCEPTED, Status.RETURNED, Status.REJECTED, Status.SUPERSEDED} <= {
        each.status for each in configurations if each.status_by == kirsten
    }
    assert [each for each in every(project, Comment) if each.coder_id == kirsten]


def test_each_status_is_there_and_one_acceptance_has_lapsed(project: Project) -> None:
    lines = {each.number: each for each in project.configuration_lines()}
    assert {each.status for each in lines.values()} == {
        "draft", "submitted", "returned", "accepted", "accepted, changed since", "superseded", "rejected",
    }  # fmt: skip
    from rcoder.project.reviewing import queue

    assert [each.number for each in queue(project) if "changed since" in each.status] == ["K03"]
    configurations = {each.configuration.number: each.configuration for each in project.configurations()}
    assert configurations["K20"].superseded_by == configurations["K16"].id


def test_configurations_are_of_each_level_with_said_and_inferred_elements_and_several_actors(
    project: Project,
) -> None:
    whole = project.configurations()
    assert 22 <= len(whole) <= 26
    assert {each.configuration.level for each in whole} == set(Level)
    elements = {element.id: element for each in whole for element in each.elements.values()}
    assert {each.directness for each in elements.values()} == set(Directness)
    assert {each.sign for each in elements.values()} == {"+", "-"}
    several = [
        each
        for each in whole
        if len({each.elements[p.element_id].actor for p in each.places if p.kind is Kind.REASONING}) > 1
    ]
    assert len(several) >= 4
    assert sum(bool(each.configuration.conditions) for each in whole) >= 12


def test_reasonings_follow_each_other_and_contexts_condition_links(project: Project) -> None:
    whole = project.configurations()
    sequences = 0
    for each in whole:
        reasonings = {place.element_id for place in each.places if place.kind is Kind.REASONING}
        sequences += any({link.source_id, link.target_id} <= reasonings for link in each.links)
    assert sequences >= 5
    assert sum(any(link.effect is Effect.CONDITIONS for link in each.links) for each in whole) >= 12


def test_rivals_are_kept_and_dropped_with_reasons_one_is_another_configuration(project: Project) -> None:
    rivals = every(project, Rival)
    fates = Counter(each.fate for each in rivals)
    assert set(fates) == set(Fate)
    assert min(fates.values()) >= 4
    assert any(each.other_id for each in rivals)
    resting = {each.claim_id for each in every(project, Evidence) if each.claim is Claim.RIVAL}
    assert len(resting & {each.id for each in rivals}) >= 15


def test_strength_is_judged_in_words_by_named_people_who_differ(project: Project) -> None:
    judged = every(project, Judgement)
    assert len(judged) >= 6
    by_configuration = Counter(each.configuration_id for each in judged)
    assert max(by_configuration.values()) == 2
    assert len({each.coder_id for each in judged}) == 3


def test_passages_stand_on_elements_and_some_bring_something_new(project: Project) -> None:
    evidence = every(project, Evidence)
    assert sum(each.claim is Claim.ELEMENT for each in evidence) >= 6
    assert sum(each.stance is Stance.NEW and each.claim is not Claim.TRAY for each in evidence) >= 2
    assert {each.stance for each in evidence} == set(Stance)
    assert 4 <= sum(each.claim is Claim.TRAY for each in evidence) <= 6


def test_other_material_of_each_sort_bears_on_configurations_and_their_parts(project: Project) -> None:
    exhibits, bearings = every(project, Exhibit), every(project, Bearing)
    assert {each.material for each in exhibits} == set(Material)
    assert all(each.base for each in exhibits if each.value)
    assert {each.claim for each in bearings} == {Claim.CONFIGURATION, Claim.ELEMENT, Claim.LINK}
    assert {each.stance for each in bearings} >= {Stance.SUPPORTS, Stance.CONTRADICTS, Stance.REFINES}


def test_there_is_a_chain_a_loop_a_nesting_and_a_contradiction(project: Project) -> None:
    from rcoder.project.chains import all_chains

    assert {each.kin for each in every(project, Kinship)} == set(Kin)
    found = all_chains(project)
    assert found.loops
    whole = {each.configuration.number: each for each in project.configurations()}
    assert {place.element_id for place in whole["K09"].places} & {
        place.element_id for place in whole["K08"].places
    }


def test_three_are_consolidated_and_groups_and_a_pair_are_left_to_be_proposed(project: Project) -> None:
    from rcoder.analysis.steps import run_through
    from rcoder.project.resembling import resembling

    members = [each for each in project.configurations() if each.configuration.consolidated_in]
    assert sorted(each.configuration.number for each in members) == ["K08", "K17", "K19"]
    stood = {each.member_id for each in project.sight.records(Standin, "SELECT * FROM standins")}
    assert {element for each in members for element in each.elements} <= stood
    found = run_through(resembling(project))
    assert sum(not each.against for each in found) >= 2
    assert any(each.against for each in found)


def test_prompts_are_answered_in_both_ways_one_before_a_change_and_many_wait(project: Project) -> None:
    from rcoder.project.prompts import survey

    answers = every(project, PromptAnswer)
    assert {each.answered for each in answers} == set(Answered)
    assert all(each.why and each.at for each in answers)
    asked = survey(project).asked
    answered = [each for each in asked if each.answer is not None]
    assert len(answered) >= 8
    assert any(each.outdated for each in answered)
    assert sum(each.open for each in asked) > 80
    keys = {each.prompt.kind.key for each in asked}
    assert {"activity_as_reasoning", "outcome_is_reasoning", "because_repeats", "counter_evidence"} <= keys


def test_support_conditions_are_judged_per_case_and_role_and_two_coders_differ_once(project: Project) -> None:
    judged = every(project, ConditionJudgement)
    assert {each.state for each in judged} == set(ConditionState)
    assert {each.followed for each in judged} == {*Followed, None}
    assert sum(bool(each.role) for each in judged) >= 6
    said: dict[tuple[str, str, str], set[ConditionState]] = {}
    for each in judged:
        said.setdefault((each.condition_id, each.case_id, each.role), set()).add(each.state)
    assert sum(len(states) > 1 for states in said.values()) == 1
    resting = {each.claim_id for each in every(project, Evidence) if each.claim is Claim.STATE}
    assert len(resting) >= 20


def test_every_name_of_absence_is_somewhere(project: Project) -> None:
    from rcoder.project.absence import absence_of

    accounts = [
        each for code in ("SC1.1", "SC4.1", "H5.R1") for each in absence_of(project, code).accounts.values()
    ]
    found = {name for each in accounts for name in each.absences}
    assert found == set(Absence)


def test_cases_have_summaries_and_turning_points_tied_to_passages(project: Project) -> None:
    summaries, points = every(project, Summary), every(project, TurningPoint)
    assert len({(each.case_id, each.code_id) for each in summaries}) >= 12
    assert len({each.case_id for each in summaries}) == 5
    assert len({each.case_id for each in points}) >= 3
    assert {each.sign for each in points} >= {"+", "-"}
    resting = {each.claim_id for each in every(project, Evidence)}
    assert {each.id for each in (*summaries, *points)} <= resting


def test_comments_are_answered_resolved_and_about_the_whole_an_element_and_a_passage(
    project: Project,
) -> None:
    comments = every(project, Comment)
    assert {each.about for each in comments} == {"configuration", "element", "evidence"}
    assert sum(bool(each.reply_to) for each in comments) >= 3
    assert sum(bool(each.resolved_by) for each in comments) >= 1
    ids = {each.id for each in every(project, Evidence)}
    assert all(each.about_id in ids for each in comments if each.about == "evidence")


def test_two_versions_of_the_theory_differ_in_arrows_kept_changed_new_and_dropped(project: Project) -> None:
    from rcoder.domain.theory_difference import About
    from rcoder.project.versions import difference, version_lines

    lines = version_lines(project)
    assert [each.key for each in lines] == ["0", "1", "2", "now"]
    assert all(each.reason for each in lines[1:3])
    found = difference(project, "1", "2")
    assert all(many for many in found.count(About.ARROW).values())
