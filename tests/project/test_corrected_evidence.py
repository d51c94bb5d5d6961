"""Evidence in a corrected text: what stands, what lapses, what is listed and not counted."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from rcoder.domain.actions.coding import attach
from rcoder.domain.actions.configuring import begin
from rcoder.domain.actions.reviewing import give_status
from rcoder.domain.actions.studying import release
from rcoder.domain.configuration import Configuration, Element, Evidence, Link, Place
from rcoder.domain.ids import new_id
from rcoder.domain.transcript import Span
from rcoder.domain.words import Claim, Kind, Stance, Status
from rcoder.project import Project, open_project
from rcoder.project.importing import Bringing, import_files
from rcoder.project.reimporting import Wanted, reimport

SAID = "for så vidste jeg, hvem jeg skulle ringe til"


@pytest.fixture
def text(interview_file: Path) -> str:
    return interview_file.read_text(encoding="utf-8")


@pytest.fixture
def study(new_project: Callable[..., Project], interview_file: Path) -> str:
    with new_project(coder="Anne") as project:
        list(import_files(project, [Bringing(interview_file, case="Sag 01", roles=("borger",))]))
        return project.location


def place_of(project: Project, words: str) -> Span:
    text = project.text(project.transcript("Sag 01 · borger"))
    return Span(text.index(words), text.index(words) + len(words))


def correct(study: str, words: str) -> None:
    file = Path(study).parent / "rettet.txt"
    file.write_text(words, encoding="utf-8")
    with open_project(study, coder="Anne") as project:
        reimport(project, "Sag 01 · borger", Wanted(file))


def claim(study: str, words: str, status: Status = Status.ACCEPTED) -> None:
    """An accepted configuration of Anne's, with Bo's evidence on its link."""
    with open_project(study, coder="Anne") as project:
        own = Configuration(new_id(), "K01", project.coder_id)
        elements = [Element(new_id(), "kontaktperson"), Element(new_id(), "tryg")]
        places = [
            Place(new_id(), own.id, element.id, kind, position)
            for position, (element, kind) in enumerate(
                zip(elements, (Kind.RESOURCE, Kind.REASONING), strict=True)
            )
        ]
        link = Link(new_id(), own.id, elements[0].id, elements[1].id)
        project.do(begin(own, elements, places, [], [link]))
    with open_project(study, coder="Bo") as project:
        span, transcript = place_of(project, words), project.transcript("Sag 01 · borger")
        evidence = Evidence(
            new_id(),
            Claim.LINK,
            link.id,
            transcript.id,
            span.start,
            span.end,
            Stance.SUPPORTS,
            project.coder_id,
        )
        project.do(attach(evidence, "a link", transcript))
    with open_project(study, coder="Anne") as project:
        whole = project.configuration("K01").assembled
        project.do(give_status(whole, status, project.coder_id))


def status(study: str) -> str:
    with open_project(study, coder="Anne") as project:
        return project.configuration("K01").line.status


def test_a_review_stands_where_all_words_of_its_evidence_do(study: str, text: str) -> None:
    """The evidence is of a hidden layer, and only further on now."""
    claim(study, SAID)
    assert status(study) == "accepted"
    correct(study, "METTE: Goddag.\n\n" + text)
    assert status(study) == "accepted"
    with open_project(study, coder="Anne") as project:
        project.undo()
    assert status(study) == "accepted"


@pytest.mark.parametrize("instead", ["for så turde jeg, hvem jeg kunne ringe til", ""])
def test_a_review_lapses_where_words_of_its_evidence_are_changed_or_gone(
    study: str, text: str, instead: str
) -> None:
    claim(study, SAID)
    correct(study, text.replace(SAID, instead))
    assert status(study) == "accepted, changed since"
    with open_project(study, coder="Anne") as project:
        project.undo()
    assert status(study) == "accepted"


def test_evidence_that_is_lost_is_listed_and_not_counted(study: str, text: str) -> None:
    claim(study, SAID)
    with open_project(study, coder="Bo") as project:
        project.do(release(next(each for each in project.coders() if each.name == "Bo")))
    correct(study, text.replace(SAID, ""))
    with open_project(study, coder="Anne") as project:
        listed = [each for arrow in project.theory().arrows for each in arrow.witnesses]
        listed += [each for box in project.theory().boxes for arrow in box.inner for each in arrow.witnesses]
        assert [(each.counts, each.why_listed, each.text, each.revision) for each in listed] == [
            ("listed", "earlier text", SAID, 1)
        ]
        transcript = project.transcript("Sag 01 · borger")
        assert project.evidence_in(transcript.id) == ()
