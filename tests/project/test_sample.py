"""The sample study that ships: whole, readable, and the same everywhere."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from rcoder.domain.configuration import missing_kinds
from rcoder.domain.groups import Belonging
from rcoder.domain.theory import ArrowState
from rcoder.domain.words import Kind, MemoKind, Stance, Subject
from rcoder.project import Project, open_project
from rcoder.project.excerpts import marks, quotes
from rcoder.project.groups import group_counts
from rcoder.project.memos import memo_lines
from rcoder.project.sample import Sample, build_sample


def quiet(done: int, whole: int, what: str) -> None:
    """No progress is shown."""


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Sample:
    return build_sample(tmp_path_factory.mktemp("sample"), report=quiet)


@pytest.fixture
def project(sample: Sample) -> Project:
    return open_project(str(sample.project))


def test_it_has_five_cases_in_three_municipalities_two_project_managers_and_many_formats(
    project: Project,
) -> None:
    lines = project.transcript_lines()
    assert len(lines) >= 18
    assert len({Path(line.source).suffix for line in lines}) >= 6
    cases = project.cases()
    assert len(cases) == 5
    assert len({case.municipality for case in cases}) == 3
    assert {case.outcome_group for case in cases} == {"with_hours", "without_hours"}
    assert [line.roles for line in lines if not line.case] == [("projektleder",), ("projektleder",)]


def test_one_transcript_was_corrected_and_its_doubtful_passages_are_listed(project: Project) -> None:
    corrected = [
        each for line in project.transcript_lines() if (each := project.transcript(line.id)).revision > 1
    ]
    assert [each.source for each in corrected] == ["sag04-borger-rettet.odt"]
    rows = project.sight.rows("SELECT verdict, decision FROM doubts WHERE {seen}")
    assert {row["verdict"] for row in rows} == {"changed", "lost"}
    assert all(row["decision"] is None for row in rows)


def test_it_has_memos_of_every_kind_on_every_subject(project: Project) -> None:
    memos = [line.memo for line in memo_lines(project)]
    assert {memo.kind for memo in memos} == set(MemoKind)
    assert {memo.about for memo in memos} == set(Subject)


def test_it_has_memos_of_several_kinds_on_passages_that_are_all_there(project: Project) -> None:
    lines = [line for line in memo_lines(project) if line.memo.about is Subject.PASSAGE]
    assert len(lines) >= 3
    assert len({line.memo.kind for line in lines}) >= 3
    assert all(line.thing is not None for line in lines)
    assert all(len(line.points_at) == len(line.memo.links) > 0 for line in lines)


def test_it_has_quotations_edited_and_translated_by_both_coders(project: Project) -> None:
    found = quotes(project)
    assert len(found) >= 5
    assert len({each.passage.coder for each in found}) == 2
    assert all(each.excerpt.translation and each.excerpt.language == "en" for each in found)
    assert all(each.edited and not each.check for each in found)


def test_each_coder_has_left_reading_marks(sample: Sample) -> None:
    with open_project(str(sample.project), coder="Anne Holm") as anne:
        hers = len(marks(anne))
    with open_project(str(sample.project), coder="Jonas Krogh") as jonas:
        his = len(marks(jonas))
    assert (hers, his) == (2, 1)


def test_its_groups_have_cases_in_them_and_one_that_is_unknown(project: Project) -> None:
    stands = [each.belonging for group in group_counts(project) for each in group.cases]
    assert set(stands) == set(Belonging)


def test_each_interview_is_seven_hundred_to_sixteen_hundred_words(project: Project) -> None:
    for line in project.transcript_lines():
        transcript = project.transcript(line.id)
        text = project.text(transcript)
        assert 700 <= sum(len(turn.span.of(text).split()) for turn in transcript.turns) <= 1600, line.title


def test_every_interviewer_is_known(project: Project) -> None:
    for line in project.transcript_lines():
        speakers = project.speakers(line.id).values()
        assert sum(speaker.interviewer for speaker in speakers) == 1, line.title
        assert all(speaker.roles for speaker in speakers if not speaker.interviewer)


def test_two_coders_have_coded_at_least_250_passages_and_disagree_in_places(project: Project) -> None:
    codings = project.coding_lines()
    assert len(codings) >= 250
    by_coder = Counter(line.passage.coder for line in codings)
    assert len(by_coder) == 2
    spans = {
        coder: {
            (line.coding.transcript_id, line.coding.span, line.code)
            for line in codings
            if line.passage.coder == coder
        }
        for coder in by_coder
    }
    first, second = spans.values()
    assert first & second
    assert {each[0] for each in second} & {each[0] for each in first}
    assert second - first
    assert {line.coding.kind for line in codings} >= set(Kind)


def test_the_configurations_cover_all_six_hypotheses_some_partial_some_contradicted(project: Project) -> None:
    answers = [project.configuration(line.id) for line in project.configuration_lines()]
    assert len(answers) >= 15
    assert {key for answer in answers for key in answer.line.hypotheses} == {
        "H1",
        "H2",
        "H3",
        "H4",
        "H5",
        "H6",
    }
    assert sum(bool(missing_kinds(answer.assembled)) for answer in answers) >= 2
    assert (
        sum(
            any(each.stance is Stance.CONTRADICTS for each in answer.assembled.evidence) for answer in answers
        )
        >= 3
    )
    assert {answer.line.status for answer in answers} >= {"draft", "accepted"}


def test_its_change_theory_has_solid_dashed_and_unborne_arrows(project: Project) -> None:
    theory = project.theory()
    assert {arrow.state for arrow in theory.arrows} == set(ArrowState) - {ArrowState.ELSEWHERE}
    assert (theory.denominator.coded, theory.denominator.not_yet_coded) == (4, 1)
    assert sum(not box.new for box in theory.boxes) == 50
    assert sum(arrow.initial for arrow in theory.arrows) == 69


def test_building_again_keeps_what_was_done_in_it(sample: Sample) -> None:
    from rcoder.domain.transcript import Span
    from rcoder.project.coding import CodingFlags, code_passage

    with open_project(str(sample.project)) as project:
        before = len(project.coding_lines())
        code_passage(project, "sag01-borger.txt", Span(100, 120), "H1.M1", CodingFlags())
    again = build_sample(sample.project.parent, report=quiet)
    assert not again.built
    with open_project(str(sample.project)) as project:
        assert len(project.coding_lines()) == before + 1
        project.undo()


def test_it_is_the_same_on_every_machine(sample: Sample, tmp_path: Path) -> None:
    other = build_sample(tmp_path / "other", report=quiet)
    for first, second in zip(sample.figures, other.figures, strict=True):
        assert first.read_bytes() == second.read_bytes(), first.name
    with open_project(str(sample.project)) as one, open_project(str(other.project)) as two:
        for project in (one, two):
            assert memo_lines(project)
            assert quotes(project)
        assert memo_lines(one) == memo_lines(two)
        assert quotes(one) == quotes(two)


def test_replaying_its_journal_gives_its_tables(sample: Sample) -> None:
    from rcoder.domain.journal import replay
    from rcoder.domain.records import to_row
    from rcoder.domain.tables import RECORDS
    from rcoder.store import open_store, records_of

    store = open_store(str(sample.project))
    found = {
        table: {row["id"]: to_row(record) for row, record in zip(rows, records_of(kind, rows), strict=True)}
        for table, kind in RECORDS.items()
        if (rows := store.reader.rows(f"SELECT * FROM {table}"))  # noqa: S608 - names of ours
    }
    told = {table: rows for table, rows in replay(store.entries()).items() if rows}
    store.close()
    assert told == found
