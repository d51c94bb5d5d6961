"""A study to be reviewed: Anne, released, has made K01 of a resource and a reasoning; others look at it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from rcoder.domain.actions.coding import attach
from rcoder.domain.actions.configuring import begin, reword
from rcoder.domain.actions.studying import release
from rcoder.domain.configuration import Configuration, Element, Evidence, Grounding, Link, Place
from rcoder.domain.ids import new_id
from rcoder.domain.transcript import Span
from rcoder.domain.words import Claim, Kind, Stance
from rcoder.project import Project
from rcoder.project.coding import CodingFlags, code_passage
from rcoder.project.importing import Bringing, import_files


def build(new_project: Callable[..., Project], interview_file: Path) -> str:
    """The study, and where it lies."""
    with new_project(coder="Anne") as anne:
        list(import_files(anne, [Bringing(interview_file, case="Sag 01", roles=("borger",))]))
        anne.do(release(next(each for each in anne.coders() if each.name == "Anne")))
        make(anne, "Fast kontakt")
        return anne.location


def make(project: Project, title: str) -> Configuration:
    """A configuration of two linked elements, the first on a coded passage, with a passage for the link."""
    transcript = project.transcript("interview.txt")
    coding, _ = code_passage(project, transcript.id, Span(70, 95), "H1.R1", CodingFlags())
    own = Configuration(new_id(), project.next_number(), project.coder_id, title)
    elements = [Element(new_id(), "én fast person"), Element(new_id(), "hun tør sige det")]
    places = [
        Place(new_id(), own.id, element.id, kind, position)
        for position, (element, kind) in enumerate(
            zip(elements, (Kind.RESOURCE, Kind.REASONING), strict=True)
        )
    ]
    link = Link(new_id(), own.id, elements[0].id, elements[1].id)
    project.do(begin(own, elements, places, [Grounding(new_id(), elements[0].id, coding.id)], [link]))
    evidence = Evidence(
        new_id(), Claim.LINK, link.id, transcript.id, 100, 120, Stance.SUPPORTS, project.coder_id
    )
    project.do(attach(evidence, "a link", transcript))
    return own


def rewording(project: Project, to: str) -> None:
    """Gives the reasoning of K01 other words."""
    element = project.configuration("K01").assembled.of_kind(Kind.REASONING)[0]
    project.do(reword(element, replace(element, wording=to)))


def attached(project: Project, memo: str = "") -> Evidence:
    """A passage of the asker's against K01 as a whole."""
    transcript = project.transcript("interview.txt")
    own = project.configuration("K01").assembled.configuration
    found = Evidence(
        new_id(),
        Claim.CONFIGURATION,
        own.id,
        transcript.id,
        70,
        95,
        Stance.CONTRADICTS,
        project.coder_id,
        memo=memo,
    )
    project.do(attach(found, own.number, transcript), why=memo)
    return found
