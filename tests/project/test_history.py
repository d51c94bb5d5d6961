"""How did this come about? Told from the journal, and of hidden layers nothing but that there was something."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from rcoder.domain.actions.coding import detach
from rcoder.domain.actions.configuring import drop, edit, take_out
from rcoder.domain.actions.studying import release
from rcoder.domain.errors import NotFound
from rcoder.domain.history import HIDDEN, History
from rcoder.domain.words import Status
from rcoder.project import Project, open_project
from rcoder.project.bench import gather
from rcoder.project.codebook_merging import merge
from rcoder.project.comments import commenting_on
from rcoder.project.history import history, history_of_arrow, history_of_code, history_of_configuration
from rcoder.project.reviewing import give
from review_study import attached, build, rewording


@pytest.fixture
def study(new_project: Callable[..., Project], interview_file: Path) -> str:
    return build(new_project, interview_file)


@pytest.fixture
def anne(study: str) -> Iterator[Project]:
    with open_project(study, coder="Anne") as project:
        yield project


@pytest.fixture
def jonas(study: str) -> Iterator[Project]:
    with open_project(study, coder="Jonas") as project:
        yield project


def told(course: History) -> list[str]:
    return [each.words for line in course.lines for each in line.told]


def test_a_configuration_is_told_from_its_beginning(anne: Project) -> None:
    course = history_of_configuration(anne, "K01")
    assert course.of == "K01 Fast kontakt"
    assert [line.coder for line in course.lines] == ["Anne", "Anne"]
    assert told(course)[:3] == [
        "Began K01 “Fast kontakt”",
        "Added resource “én fast person”",
        "Added reasoning “hun tør sige det”",
    ]
    assert told(course)[-2] == "Linked “én fast person → hun tør sige det”: promotes"
    assert told(course)[-1].startswith("Attached Sag 01 borger turn 2 “")
    assert told(course)[-1].endswith("to “én fast person → hun tør sige det”: supports")


def test_every_line_that_names_a_passage_opens_it(anne: Project) -> None:
    lines = [each for line in history_of_configuration(anne, "K01").lines for each in line.told]
    named = [each for each in lines if "turn 2" in each.words]
    assert len(named) == 2
    assert all(each.passage is not None and each.passage.transcript_id for each in named)


def test_a_passage_that_was_taken_off_is_told_and_opened_still(anne: Project) -> None:
    evidence = attached(anne)
    anne.do(detach(evidence, "K01", anne.transcript("interview.txt")), why="den hører til K02")
    line = history_of_configuration(anne, "K01").lines[-1]
    assert line.told[0].words.startswith("Took Sag 01 · borger borger turn 2 “")
    assert line.told[0].words.endswith("off K01 (it was: contradicts)")
    assert line.told[0].passage is not None
    assert line.told[0].passage.span == evidence.span
    assert line.why == "den hører til K02"


def test_words_are_those_of_the_time(anne: Project) -> None:
    rewording(anne, "hun ringer")
    rewording(anne, "hun ringer selv")
    course = told(history_of_configuration(anne, "K01"))
    assert "Added reasoning “hun tør sige det”" in course
    assert course[-2:] == [
        "Reworded “hun tør sige det” as “hun ringer”",
        "Reworded “hun ringer” as “hun ringer selv”",
    ]


def test_what_was_taken_back_is_told_as_taken_back_and_done_again_as_done(anne: Project) -> None:
    rewording(anne, "hun ringer")
    anne.undo()
    (line,) = [each for each in history_of_configuration(anne, "K01").lines if each.taken_back]
    assert line.told[0].words == "Reworded “hun tør sige det” as “hun ringer”"
    anne.redo()
    assert not [each for each in history_of_configuration(anne, "K01").lines if each.taken_back]


def test_reasons_and_statuses_are_told(anne: Project, jonas: Project) -> None:
    give(anne, "K01", Status.SUBMITTED, "klar")
    give(jonas, "K01", Status.RETURNED, "Hvad siger mentoren?")
    submitted, returned = history_of_configuration(anne, "K01").lines[-2:]
    assert ([each.words for each in submitted.told], submitted.why) == (["Submitted"], "klar")
    assert [each.words for each in returned.told] == ["Returned", "Commented: “Hvad siger mentoren?”"]
    assert (returned.coder, returned.why) == ("Jonas", "")


def test_an_element_that_was_taken_out_is_followed_no_further(anne: Project) -> None:
    bench = gather(anne, "K01")
    anne.do(take_out(bench.assembled, bench.assembled.places[1], elsewhere=False))
    assert told(history_of_configuration(anne, "K01"))[-2:] == [
        "Removed the link “én fast person → hun tør sige det”",
        "Took out reasoning “hun tør sige det”",
    ]


def test_a_passage_of_a_hidden_layer_is_not_told_at_all(anne: Project, jonas: Project) -> None:
    evidence = attached(jonas, "HEMMELIGT")
    jonas.do(commenting_on(jonas, "K01", "HEMMELIGT", "evidence", evidence.id))
    before = len(history_of_configuration(anne, "K01").lines)
    assert "HEMMELIGT" not in repr(history_of_configuration(anne, "K01"))
    assert "HEMMELIGT" in repr(history_of_configuration(jonas, "K01"))
    jonas.do(detach(evidence, "K01", jonas.transcript("interview.txt")))
    course = history_of_configuration(anne, "K01")
    assert (len(course.lines), "HEMMELIGT" in repr(course)) == (before, False)
    jonas.do(release(next(each for each in jonas.coders() if each.name == "Jonas")))
    assert "HEMMELIGT" in repr(history_of_configuration(anne, "K01"))


def test_a_status_from_a_layer_that_is_not_released_is_told_without_its_reason(
    anne: Project, jonas: Project
) -> None:
    give(anne, "K01", Status.SUBMITTED)
    give(jonas, "K01", Status.REJECTED, "HEMMELIGT")
    line = history_of_configuration(anne, "K01").lines[-1]
    assert (line.coder, line.told[0].words, line.why) == ("Jonas", "Rejected", "")


def test_what_a_hidden_layer_did_to_what_everybody_sees_is_said_without_words(
    anne: Project, jonas: Project
) -> None:
    own = gather(jonas, "K01").assembled
    jonas.do(edit(own, memo="HEMMELIGT"), why="HEMMELIGT")
    line = history_of_configuration(anne, "K01").lines[-1]
    assert (line.hidden, [each.words for each in line.told], line.why, line.within) == (
        True,
        [HIDDEN],
        "",
        "",
    )


def test_a_hidden_configuration_has_no_history_for_others(
    new_project: Callable[..., Project], interview_file: Path
) -> None:
    location = build(new_project, interview_file)
    with open_project(location, coder="Jonas") as jonas:
        from review_study import make

        make(jonas, "HEMMELIGT")
    with open_project(location, coder="Anne") as anne, pytest.raises(NotFound):
        history(anne, "K02")


def test_a_code_is_told_with_what_a_merge_brought_it(anne: Project) -> None:
    anne.do(merge(anne, "H1.R1", "H1.M1"), why="det samme")
    course = history_of_code(anne, "H1.M1")
    assert told(course)[0] == "Made the code H1.M1 Tryghed"
    line = course.lines[-1]
    assert "Took over 1 passage" in [each.words for each in line.told]
    assert (line.why, line.within.startswith("Merged")) == ("det samme", True)
    assert history_of_configuration(anne, "K01").lines[-1].within == line.within


def test_an_arrow_is_told_by_the_links_and_passages_behind_it(anne: Project) -> None:
    arrow = next(each for each in anne.theory().arrows if each.configurations)
    course = history_of_arrow(anne, arrow.id)
    assert told(course)[0] == "K01: Linked “én fast person → hun tør sige det”: promotes"
    assert told(course)[1].startswith("K01: Attached Sag 01 borger turn 2")
    assert len(course.lines) == 2
    assert history(anne, arrow.id) == course


def test_what_is_not_there_is_said_with_what_there_may_be(anne: Project) -> None:
    with pytest.raises(NotFound, match="Nothing is called K99"):
        history(anne, "K99")


def test_a_configuration_that_came_back_has_its_whole_course(anne: Project) -> None:
    bench = gather(anne, "K01")
    anne.do(drop(bench.assembled, bench.homes, bench.belongings))
    with pytest.raises(NotFound):
        history_of_configuration(anne, "K01")
    anne.undo()
    course = history_of_configuration(anne, "K01")
    assert "Began K01 “Fast kontakt”" in told(course)
    assert course.lines[-1].taken_back
    assert "Removed K01" in [each.words for each in course.lines[-1].told]
