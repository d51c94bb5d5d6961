"""What a study file says of testing and review, told into a project, and its course in order."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from tested_study import TESTED

from rcoder.domain.comment import Comment
from rcoder.domain.configuration import ConditionJudgement, Evidence, Judgement
from rcoder.domain.errors import BadCodebook
from rcoder.domain.exhibit import Bearing, Exhibit
from rcoder.domain.profile import Summary, TurningPoint
from rcoder.domain.prompt_answer import PromptAnswer
from rcoder.domain.rival import Kinship, Rival, Standin
from rcoder.domain.versions import TheoryVersion
from rcoder.domain.words import Claim, Followed, Stance, Status
from rcoder.exchange.studies import read_study
from rcoder.project import Project, open_project
from rcoder.project.consolidating import splitting
from rcoder.project.importing import Bringing, import_files
from rcoder.project.retelling import retell
from rcoder.project.reviewing import queue
from rcoder.project.verifying import verify
from rcoder.project.versions import difference, stand

WORDS = {"tryg": "rart", "jeg": "jeg", "var": "turde"}
"""Words of the interview in place of those of the shared file."""


@pytest.fixture
def written(tmp_path: Path, new_project: Callable[..., Project], interview_file: Path) -> Path:
    with new_project(coder="Anne Holm") as project:
        list(
            import_files(project, [Bringing(interview_file, title="Mette", case="Sag 01", roles=("borger",))])
        )
    text = TESTED.replace("lille", "small").replace("a.txt", "interview.txt")
    for word, said in WORDS.items():
        text = text.replace(f'quote: "{word}"', f'quote: "{said}"')
    file = tmp_path / "study.yaml"
    file.write_text(text, encoding="utf-8")
    return file


@pytest.fixture
def project(written: Path) -> Iterator[Project]:
    with open_project(str(written.with_name("study.rcoder")), coder="Anne Holm") as project:
        retell(project, read_study(written), written)
        yield project


def one(project: Project, record: type, where: str = "1 = 1") -> object:
    """The only record of its kind."""
    (found,) = project.sight.records(record, f"SELECT * FROM {record.table} WHERE {where}")  # noqa: S608 - of ours
    return found


def test_a_rival_keeps_its_fate_its_reason_who_says_it_and_its_passages(project: Project) -> None:
    rival = one(project, Rival)
    assert isinstance(rival, Rival)
    numbers = {each.id: each.number for each in project.configuration_lines()}
    assert (rival.wording, rival.reason, numbers[rival.other_id or ""]) == ("held", "det kan passe", "K02")
    passage = one(project, Evidence, "claim = 'rival'")
    assert isinstance(passage, Evidence)
    assert (passage.claim_id, passage.stance) == (rival.id, Stance.CONTRADICTS)


def test_a_judgement_of_strength_is_its_coders(project: Project) -> None:
    judgement = one(project, Judgement)
    assert isinstance(judgement, Judgement)
    coders = {each.id: each.name for each in project.coders()}
    assert (coders[judgement.coder_id], judgement.words) == ("Kirsten Bak", "ret godt belagt")


def test_material_bears_on_what_stands_then_and_on_what_is_begun_later(project: Project) -> None:
    assert isinstance(exhibit := one(project, Exhibit), Exhibit)
    bearings = project.sight.records(Bearing, "SELECT * FROM bearings ORDER BY claim")
    assert {each.exhibit_id for each in bearings} == {exhibit.id}
    assert [(each.claim, each.stance) for each in bearings] == [
        (Claim.CONFIGURATION, Stance.SUPPORTS),
        (Claim.ELEMENT, Stance.REFINES),
    ]
    sentences = [each.sentence for each in project.journal()]
    began = next(n for n, each in enumerate(sentences) if each.startswith("Began K03"))
    later = next(n for n, each in enumerate(sentences) if each.endswith("to an element of K03: refines"))
    assert began < later


def test_judgements_of_conditions_rest_on_their_passages(project: Project) -> None:
    judged = project.sight.records(ConditionJudgement, "SELECT * FROM condition_judgements ORDER BY role")
    assert [(each.role, each.followed) for each in judged] == [("", Followed.FOLLOWED), ("borger", None)]
    passage = one(project, Evidence, "claim = 'state'")
    assert isinstance(passage, Evidence)
    assert passage.claim_id == judged[0].id


def test_summaries_and_turning_points_have_their_passages_and_days(project: Project) -> None:
    summary, point = one(project, Summary), one(project, TurningPoint)
    assert isinstance(summary, Summary)
    assert isinstance(point, TurningPoint)
    assert (summary.at, summary.text, point.sign, point.when) == (
        "2024-06-03T12:00:00Z",
        "kort",
        "+",
        "uge 3",
    )
    for claim, claim_id in (("summary", summary.id), ("turning_point", point.id)):
        passage = one(project, Evidence, f"claim = '{claim}'")
        assert isinstance(passage, Evidence)
        assert passage.claim_id == claim_id


def test_what_fits_nothing_waits_in_the_tray(project: Project) -> None:
    passage = one(project, Evidence, "claim = 'tray'")
    assert isinstance(passage, Evidence)
    assert (passage.claim_id, passage.stance, passage.memo) == ("", Stance.NEW, "hvor hører det til?")


def test_a_conversation_is_about_its_passage_and_resolved_at_its_first_comment(project: Project) -> None:
    said = {each.text: each for each in project.sight.records(Comment, "SELECT * FROM comments")}
    first, reply, later = said["er det nok?"], said["ja"], said["godt"]
    passage = one(project, Evidence, f"id = '{first.about_id}'")
    assert isinstance(passage, Evidence)
    assert (first.about, passage.stance) == ("evidence", Stance.REFINES)
    assert (reply.reply_to, reply.about_id) == (first.id, first.about_id)
    assert (bool(first.resolved_by), first.resolved_at, reply.resolved_by) == (
        True,
        "2024-06-04T12:00:00Z",
        "",
    )
    assert (later.about, later.about_id) == ("configuration", "")


def test_an_answer_was_given_before_what_came_later(project: Project) -> None:
    from rcoder.project.prompts import survey

    answers = project.sight.records(PromptAnswer, "SELECT * FROM prompt_answers ORDER BY prompt")
    assert [each.prompt for each in answers] == ["counter_evidence", "no_passage", "orphan_code"]
    assert answers[2].about_id == project.code("H1.M1").id
    outdated = {
        each.prompt.kind.key for each in survey(project).asked if each.answer is not None and each.outdated
    }
    assert outdated == {"no_passage"}


def test_the_steps_of_the_course_are_done_in_order_each_with_its_reason(project: Project) -> None:
    whys = [(each.sentence.split()[0], each.why) for each in project.journal() if each.why]
    wanted = [
        "alt er læst",
        "fundet senere",
        "skarpere",
        "ikke båret",
        "de ligner hinanden",
        "det manglede",
        "dækket",
        "efter gennemgang",
    ]
    assert [why for _, why in whys if why in wanted] == wanted
    lines = {each.number: each for each in project.configuration_lines()}
    assert lines["K02"].status == Status.SUPERSEDED.value
    answer = project.configuration("K01")
    assert [each.wording for each in answer.assembled.elements.values() if "spørge" in each.wording]
    assert len(answer.assembled.links) == 1


def test_a_configuration_that_changed_after_it_was_accepted_has_lapsed(project: Project) -> None:
    status = {each.number: each.status for each in queue(project)}
    assert status["K01"] == "accepted, changed since"


def test_a_consolidated_configuration_stands_for_its_members_and_splits_again(project: Project) -> None:
    standins = project.sight.records(Standin, "SELECT * FROM standins")
    assert len(standins) == 4
    members = {each.number: each for each in project.configuration_lines()}
    project.do(splitting(project, "K03"))
    assert not project.sight.records(Standin, "SELECT * FROM standins")
    assert {each.number for each in project.configuration_lines()} == set(members) - {"K03"}


def test_each_version_holds_what_stood_then(project: Project) -> None:
    saved = project.sight.records(TheoryVersion, "SELECT * FROM theory_versions ORDER BY number")
    assert [(each.number, each.name, each.at) for each in saved] == [
        (1, "første runde", "2024-06-06T12:00:00Z"),
        (2, "anden runde", "2024-06-14T12:00:00Z"),
    ]
    assert stand(project, "1").sources.contents is not None
    found = difference(project, "1", "2")
    assert found.differing


def test_a_kinship_to_what_is_begun_later_is_said_then(project: Project) -> None:
    kinship = one(project, Kinship)
    assert isinstance(kinship, Kinship)
    numbers = {each.id: each.number for each in project.configuration_lines()}
    assert (numbers[kinship.configuration_id], numbers[kinship.other_id]) == ("K02", "K03")


def test_the_study_is_sound_and_the_same_wherever_it_is_loaded(
    project: Project, written: Path, tmp_path: Path, new_project: Callable[..., Project], interview_file: Path
) -> None:
    assert verify(project.location, lambda *_: None).sound
    with new_project("again.rcoder", coder="Anne Holm") as other:
        list(import_files(other, [Bringing(interview_file, title="Mette", case="Sag 01", roles=("borger",))]))
        retell(other, read_study(written), written)
        for record in (Rival, Judgement, Exhibit, Bearing, Kinship, Comment, Standin, TheoryVersion):
            sql = f"SELECT id FROM {record.table} ORDER BY id"  # noqa: S608 - of ours
            assert other.sight.rows(sql) == project.sight.rows(sql), record.table


FAULTS = [
    ("condition: SC1.1, case: Sag 01, role: borger", "condition: SC1.1, case: Sag 01, role: mentor", "Nobody who is interviewed is a mentor"),
    ("condition: SC1.1, case: Sag 01, coder", "condition: SC9.9, case: Sag 01, coder", "no support condition"),
    ("{case: Sag 01, code: H1,", "{case: Sag 09, code: H1,", "There is no case Sag 09"),
    ("{case: Sag 01, code: H1,", "{case: Sag 01, code: H9,", "There is no code"),
    ("about: H1.M1", "about: H1.M9", "There is no code"),
    ("conditions: [SC1.1]", "conditions: [H1.M1]", "There is no support condition"),
    ('quote: "turde", memo', 'quote: "turde ikke", memo', "There is no"),
]  # fmt: skip


@pytest.mark.parametrize(("before", "after", "says"), FAULTS)
def test_what_the_project_does_not_have_is_named_and_nothing_is_written(
    written: Path, before: str, after: str, says: str
) -> None:
    text = written.read_text(encoding="utf-8")
    assert text.count(before) == 1
    written.write_text(text.replace(before, after), encoding="utf-8")
    with open_project(str(written.with_name("study.rcoder")), coder="Anne Holm") as project:
        entries = project.latest()
        with pytest.raises(BadCodebook) as raised:
            retell(project, read_study(written), written)
        assert project.latest() == entries
    (found,) = raised.value.findings
    assert says in found.sentence
