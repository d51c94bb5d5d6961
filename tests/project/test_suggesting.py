"""Suggestions in a study: they learn at once, and from nobody whose work the asker may not know."""

from __future__ import annotations

from collections.abc import Callable, Generator
from pathlib import Path

import pytest

from rcoder.domain.actions.studying import release
from rcoder.domain.coding import Coder
from rcoder.domain.suggestion import Ground, Suggestions
from rcoder.domain.transcript import Span
from rcoder.project import Project, open_project
from rcoder.project.advising import Adviser, Steps, log_hints
from rcoder.project.coding import CodingFlags, code_passage
from rcoder.project.importing import Bringing, import_files
from rcoder.project.suggesting import precedents, suggester_of

LIKE = "Det første halve år skiftede de hele tiden, siger hun."
WORDS = "Da skiftede de hele tiden"


@pytest.fixture
def coded(new_project: Callable[..., Project], interview_file: Path) -> str:
    """A study in which Anne, unreleased, has coded the words about the first half year."""
    with new_project(coder="Anne") as project:
        list(import_files(project, [Bringing(interview_file, case="Sag 01", roles=("borger",))]))
        transcript = project.transcript("interview.txt")
        start = project.text(transcript).index(WORDS)
        code_passage(project, transcript.id, Span(start, start + len(WORDS)), "H1.O1", CodingFlags())
        return project.location


def releasing(location: str, name: str) -> None:
    with open_project(location, coder=name) as project:
        project.do(release(Coder(project.coder_id, project.coder)))


def join(location: str, name: str) -> None:
    """Anything that a coder does makes them one of the study's coders."""
    with open_project(location, coder=name) as project:
        transcript = project.transcript("interview.txt")
        code_passage(project, transcript.id, Span(0, 11), "H1.C1", CodingFlags())


def known_to(location: str, name: str) -> list[str]:
    with open_project(location, coder=name) as project:
        return [each.text for each in precedents(project, LIKE)]


def test_one_learns_from_ones_own_work_at_once(coded: str) -> None:
    assert known_to(coded, "Anne") == [WORDS]


def test_a_coder_learns_nothing_from_a_layer_that_is_hidden(coded: str) -> None:
    join(coded, "Jonas")
    assert known_to(coded, "Jonas") == []
    assert known_to(coded, "Nobody") == []


def test_a_coder_who_is_still_working_apart_learns_nothing_from_a_released_layer(coded: str) -> None:
    releasing(coded, "Anne")
    join(coded, "Jonas")
    with open_project(coded, coder="Jonas") as project:
        assert project.coding_lines(coder="Anne"), "it is in sight"
    assert known_to(coded, "Jonas") == []
    assert known_to(coded, "Nobody") == []


def test_where_both_layers_are_released_each_learns_from_the_other(coded: str) -> None:
    releasing(coded, "Anne")
    join(coded, "Jonas")
    releasing(coded, "Jonas")
    assert known_to(coded, "Jonas") == [WORDS]


def test_a_hidden_layer_is_not_learned_from_though_ones_own_is_released(coded: str) -> None:
    join(coded, "Jonas")
    releasing(coded, "Jonas")
    assert known_to(coded, "Jonas") == []


def test_the_place_itself_teaches_nothing(coded: str) -> None:
    with open_project(coded, coder="Anne") as project:
        transcript = project.transcript("interview.txt")
        start = project.text(transcript).index(WORDS)
        assert precedents(project, LIKE, but=(transcript.id, Span(start + 3, start + 4))) == ()
        assert precedents(project, LIKE, but=("another", Span(start, start + 4))) != ()


def test_a_passage_coded_before_is_a_reason_with_its_interview(coded: str) -> None:
    with open_project(coded, coder="Anne") as project:
        found = suggester_of(project.codes().values(), "da").suggest(LIKE, precedents(project, LIKE))
    hint = next(each for each in found.codes if each.key == "H1.O1")
    (reason,) = [each for each in hint.reasons if each.ground is Ground.PASSAGE]
    assert (reason.text, reason.source) == (WORDS, "Sag 01 · borger")


def advised(project: Project, text: str) -> Suggestions:
    adviser = Adviser(project.codes().values(), "da")
    while not adviser.learn(project):
        pass
    steps = Steps(adviser.advise(project, text, ("t", Span(0, 1)), 5))
    while not steps.go_on(project):
        pass
    return steps.answer


def test_the_program_is_advised_in_slices_by_the_stored_lemmas(coded: str) -> None:
    with open_project(coded, coder="Nobody") as project:
        found = advised(project, "så vidste jeg hvem jeg skulle ringe til")
    assert found.codes[0].key == "H1.M1"
    assert found.hypotheses[0].key == "H1"


def test_an_answer_is_there_at_the_end_only(coded: str) -> None:
    steps: Steps[int] = Steps(iter_none())
    with pytest.raises(RuntimeError):
        _ = steps.answer


def iter_none() -> Generator[None, None, int]:
    yield
    return 1


def test_what_became_of_hints_is_in_the_log(coded: str) -> None:
    with open_project(coded, coder="Anne") as project:
        log_hints(project, "hints shown", {"shown": ["H1.M1"], "start": 3})
        (row,) = project.sight.rows("SELECT what, about, coder_id FROM activity")
        assert row["what"] == "hints shown"
        assert row["about"] == '{"shown": ["H1.M1"], "start": 3}'
        assert row["coder_id"] == project.coder_id
