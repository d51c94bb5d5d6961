"""Removing something that another coder's work rests on, in sight or not."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from rcoder.domain.actions.coding import attach, uncode
from rcoder.domain.actions.configuring import begin, drop, ground, untie
from rcoder.domain.actions.reviewing import give_status
from rcoder.domain.actions.studying import release
from rcoder.domain.coding import Coder
from rcoder.domain.configuration import Configuration, Element, Evidence, Grounding, Link, Place
from rcoder.domain.errors import Stale
from rcoder.domain.ids import new_id
from rcoder.domain.transcript import Span
from rcoder.domain.words import Claim, Kind, Stance, Status
from rcoder.project import Project, open_project
from rcoder.project.coding import CodingFlags, code_passage
from rcoder.project.importing import Bringing, import_files


@pytest.fixture
def study(new_project: Callable[..., Project], interview_file: Path) -> str:
    """Anne's configuration of two elements and a link, in a project that Bo works in too; neither is released."""
    with new_project(coder="Anne") as project:
        list(import_files(project, [Bringing(interview_file, case="Sag 01", roles=("borger",))]))
        own = Configuration(new_id(), "K01", project.coder_id)
        elements = [Element(new_id(), "kontaktperson"), Element(new_id(), "tryg")]
        places = [
            Place(new_id(), own.id, elements[0].id, Kind.RESOURCE, 0),
            Place(new_id(), own.id, elements[1].id, Kind.REASONING, 1),
            Place(new_id(), own.id, elements[1].id, Kind.OUTCOME, 2),
        ]
        coding, _ = code_passage(project, "interview.txt", Span(70, 90), "H1.M1", CodingFlags())
        groundings = [Grounding(new_id(), elements[1].id, coding.id)]
        project.do(
            begin(own, elements, places, groundings, [Link(new_id(), own.id, elements[0].id, elements[1].id)])
        )
        return project.location


def bo_attaches_to_the_link(study: str) -> None:
    with open_project(study, coder="Anne") as project:
        link = project.configuration("K01").assembled.links[0]
    with open_project(study, coder="Bo") as project:
        transcript = project.transcript("interview.txt")
        evidence = Evidence(
            new_id(), Claim.LINK, link.id, transcript.id, 70, 90, Stance.CONTRADICTS, project.coder_id
        )
        project.do(attach(evidence, "a link", transcript))


def test_an_element_in_two_places_is_removed_once_and_comes_back(study: str) -> None:
    with open_project(study, coder="Anne") as project:
        before = project.configuration("K01")
        project.do(drop(before.assembled, project.element_homes(before.line.id)))
        assert project.configuration_lines() == ()
        project.undo()
        assert project.configuration("K01") == before


def test_what_a_hidden_passage_rests_on_is_not_removed(study: str) -> None:
    bo_attaches_to_the_link(study)
    with open_project(study, coder="Anne") as project:
        answer = project.configuration("K01")
        assert answer.assembled.evidence == ()
        for deed in (drop(answer.assembled, frozenset()), untie(answer.assembled, answer.assembled.links[0])):
            with pytest.raises(Stale, match="Another coder"):
                project.do(deed)
        with pytest.raises(Stale, match="Another coder"):
            project.undo()
        assert project.configuration("K01") == answer


def test_a_hidden_grounding_goes_along_and_comes_back(study: str) -> None:
    with open_project(study, coder="Anne") as project:
        answer = project.configuration("K01")
        element = answer.assembled.of_kind(Kind.RESOURCE)[0]
    with open_project(study, coder="Bo") as project:
        coding, _ = code_passage(project, "interview.txt", Span(80, 95), "H1.R1", CodingFlags())
        project.do(ground(element, [Grounding(new_id(), element.id, coding.id)]))
    with open_project(study, coder="Anne") as project:
        assert len(project.configuration("K01").assembled.groundings) == 1
        project.do(drop(project.configuration("K01").assembled, frozenset()))
        project.undo()
    with open_project(study, coder="Bo") as project:
        assert len(project.groundings_of([coding.id])) == 1


def test_removing_a_coding_takes_the_groundings_on_it_and_undo_brings_them_back(study: str) -> None:
    with open_project(study, coder="Anne") as project:
        (line,) = project.coding_lines()
        assert line.configurations == ("K01",)
        project.do(uncode([line.coding], project.codes(), project.transcript("interview.txt"), ()))
        assert project.configuration("K01").assembled.groundings == ()
        project.undo()
        assert project.coding_lines() == (line,)


def test_a_hidden_passage_makes_acceptance_lapse_for_everyone_alike(study: str) -> None:
    with open_project(study, coder="Anne") as project:
        project.do(give_status(project.configuration("K01").assembled, Status.ACCEPTED, project.coder_id))
        assert project.configuration("K01").line.status == "accepted"
    bo_attaches_to_the_link(study)
    with open_project(study, coder="Anne") as project:
        assert project.configuration("K01").line.status == "accepted, changed since"


def test_acceptance_lapses_when_a_coding_under_an_element_goes(study: str) -> None:
    with open_project(study, coder="Anne") as project:
        project.do(give_status(project.configuration("K01").assembled, Status.ACCEPTED, project.coder_id))
        (line,) = project.coding_lines()
        project.do(uncode([line.coding], project.codes(), project.transcript("interview.txt"), ()))
        assert project.configuration("K01").line.status == "accepted, changed since"
        project.undo()
        assert project.configuration("K01").line.status == "accepted"


def test_undo_of_a_coding_under_hidden_work_does_not_tell_what_kind_it_is(study: str) -> None:
    with open_project(study, coder="Anne") as project:
        project.do(release(Coder(project.coder_id, "Anne")))
        coding, _ = code_passage(project, "interview.txt", Span(80, 95), "H1.R1", CodingFlags())
    with open_project(study, coder="Bo") as project:
        own, element = Configuration(new_id(), "K02", project.coder_id), Element(new_id(), "ro")
        place = Place(new_id(), own.id, element.id, Kind.RESOURCE, 0)
        project.do(begin(own, [element], [place], [Grounding(new_id(), element.id, coding.id)], []))
    with open_project(study, coder="Anne") as project, pytest.raises(Stale) as refused:
        project.undo()
    assert str(refused.value).startswith("Another coder's work rests on this, so it was left as it is.")
