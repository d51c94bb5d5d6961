"""Configurations near a passage: nearest first, and never another coder's hidden work."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from rcoder.domain.actions.coding import uncode
from rcoder.domain.actions.configuring import begin
from rcoder.domain.actions.studying import release
from rcoder.domain.configuration import Configuration, Element, Evidence, Grounding, Link, Place
from rcoder.domain.errors import NotFound, Stale
from rcoder.domain.journal import Deed, added
from rcoder.domain.transcript import Span
from rcoder.domain.words import Claim, Kind, Stance, Status
from rcoder.project import Project, coder_id, open_project
from rcoder.project.coding import CodingFlags, code_passage
from rcoder.project.importing import Bringing, import_files
from rcoder.project.linking import DIGITS, assembled, near, present, refuse_changed

KINDS = {"R": Kind.RESOURCE, "M": Kind.REASONING, "O": Kind.OUTCOME, "C": Kind.CONTEXT}


@pytest.fixture
def place(new_project: Callable[..., Project], interview_file: Path) -> str:
    """A project of Anne's with one interview of a case."""
    with new_project(coder="Anne") as project:
        list(import_files(project, [Bringing(interview_file, case="Sag 01", roles=("borger",))]))
        return project.location


def configure(project: Project, number: str, *keys: str, status: Status = Status.DRAFT) -> str:
    """A configuration of one element for each code, each tied to the next."""
    own = Configuration(number, number, project.coder_id, status=status)
    elements = [Element(f"{number}-{key}", key, project.code(key).id) for key in keys]
    places = [
        Place(f"{each.id}-place", number, each.id, KINDS[each.wording[3]], position)
        for position, each in enumerate(elements)
    ]
    links = [
        Link(f"{number}-{n}", number, elements[n].id, elements[n + 1].id) for n in range(len(elements) - 1)
    ]
    project.do(begin(own, elements, places, links=links))
    return number


def ids(project: Project, *keys: str) -> list[str]:
    return [project.code(key).id for key in keys]


def test_what_rests_on_the_passage_comes_first_then_what_shares_its_codes(place: str) -> None:
    with open_project(place, coder="Anne") as project:
        for number, keys in (("K01", ("H1.R1",)), ("K02", ("H1.R1", "H1.M1")), ("K03", ("H1.C1",))):
            configure(project, number, *keys)
        coding, _ = code_passage(project, "interview.txt", Span(70, 95), "H1.R1", CodingFlags())
        project.do(Deed("Grounded", added(Grounding("g", "K01-H1.R1", coding.id))))
        found = near(project, [coding.id], ids(project, "H1.R1", "H1.M1"), [])
        assert [(each.assembled.configuration.number, each.resting, each.shared) for each in found] == [
            ("K01", 1, 1), ("K02", 0, 2)
        ]  # fmt: skip
        whole = {each.configuration.id: each for each in project.configurations()}
        assert [each.assembled for each in found] == [whole["K01"], whole["K02"]]


def test_a_passage_without_codings_is_offered_the_newest(place: str) -> None:
    with open_project(place, coder="Anne") as project:
        for number in range(1, 13):
            configure(project, f"K{number:02}", "H1.R1")
        configure(project, "K13", "H1.R1", status=Status.REJECTED)
        found = near(project, [], [], [])
        assert [each.assembled.configuration.number for each in found] == [
            f"K{number:02}" for number in range(12, 12 - DIGITS, -1)
        ]


def test_hidden_configurations_codings_and_evidence_are_not_told_of(place: str) -> None:
    with open_project(place, coder="Anne") as project:
        configure(project, "K01", "H1.R1", "H1.M1")
    with open_project(place, coder="Jonas") as project:
        assert near(project, [], ids(project, "H1.R1"), ids(project, "H1")) == ()
        with pytest.raises(NotFound):
            present(project, "K01")
        configure(project, "K02", "H1.R1", "H1.M1")
        project.do(release(next(each for each in project.coders() if each.name == "Jonas")))
    with open_project(place, coder="Anne") as project:
        coding, _ = code_passage(project, "interview.txt", Span(70, 95), "H1.R1", CodingFlags())
        evidence = Evidence(
            "e", Claim.LINK, "K02-0", coding.transcript_id, 70, 95, Stance.CONTRADICTS, project.coder_id
        )
        project.do(Deed("Bore on", added(Grounding("g", "K02-H1.R1", coding.id), evidence)))
        own = near(project, [coding.id], ids(project, "H1.R1"), [])
        assert [each.assembled.configuration.number for each in own] == ["K02", "K01"]
        assert own[0].assembled.evidence == (evidence,)
    with open_project(place, coder="Jonas") as project:
        (seen,) = near(project, [coding.id], ids(project, "H1.R1"), ids(project, "H1"))
        assert seen.assembled.evidence == ()
        assert seen.assembled.groundings == ()
        assert present(project, "K02") == seen.assembled
        with pytest.raises(Stale):
            refuse_changed(project, project.transcript("interview.txt"), [coding.id])


def test_a_coding_removed_meanwhile_is_refused(place: str) -> None:
    with open_project(place, coder="Anne") as project:
        coding, _ = code_passage(project, "interview.txt", Span(70, 95), "H1.R1", CodingFlags())
        transcript = project.transcript("interview.txt")
        refuse_changed(project, transcript, [coding.id, coding.id])
        project.do(uncode([coding], project.codes(), transcript, ()))
        with pytest.raises(Stale, match="removed meanwhile"):
            refuse_changed(project, transcript, [coding.id])


def test_nothing_asked_for_is_nothing(place: str) -> None:
    with open_project(place, coder="Anne") as project:
        assert assembled(project.sight, []) == ()
        assert project.coder_id == coder_id("Anne")
