"""What is kept of the prompts from one look to the next is what a first look finds."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rcoder.domain.actions.coding import attach
from rcoder.domain.actions.configuring import begin, edit, reword
from rcoder.domain.actions.studying import release
from rcoder.domain.configuration import Configuration, Element, Evidence, Grounding, Link, Place
from rcoder.domain.ids import new_id
from rcoder.domain.journal import Deed, added, changed
from rcoder.domain.rival import Rival, Standin
from rcoder.domain.transcript import Span
from rcoder.domain.words import Answered, Claim, Kind, Stance
from rcoder.project import Project, open_project
from rcoder.project.coding import CodingFlags, code_passage
from rcoder.project.importing import Bringing, import_files
from rcoder.project.prompts import answer, survey

Step = Callable[[Project], object]
OWN = ("k1", "k2")


@pytest.fixture
def project(new_project: Callable[..., Project], interview_file: Path) -> Iterator[Project]:
    """Two configurations of Anne's that share an element, and Bo, whose layer is hidden."""
    with new_project(coder="Anne") as made:
        list(import_files(made, [Bringing(interview_file, case="Sag 01", roles=("borger",))]))
        coding, _ = code_passage(
            made, made.transcript("interview.txt").id, Span(70, 95), "H1.R1", CodingFlags()
        )
        for number, own in enumerate(OWN, start=1):
            parts = (
                Element(f"r{own}", "en aftale", coding.code_id),
                *((Element("shared", "tør ringe"),) if number == 1 else ()),
            )
            places = (
                Place(f"pr{own}", own, f"r{own}", Kind.RESOURCE),
                Place(f"pm{own}", own, "shared", Kind.REASONING, 1),
            )
            groundings = (Grounding(f"g{own}", f"r{own}", coding.id),)
            configuration = Configuration(own, f"K0{number}", made.coder_id)
            made.do(
                begin(configuration, parts, places, groundings, [Link(f"l{own}", own, f"r{own}", "shared")])
            )
        made.do(release(next(each for each in made.coders() if each.id == made.coder_id)))
        yield made


def reworded(project: Project) -> None:
    element = project.configuration("K02").assembled.elements["shared"]
    words = "samtaler" if element.wording == "tør ringe" else "tør ringe"
    project.do(reword(element, replace(element, wording=words)))


def because(project: Project) -> None:
    own = project.configuration("K01").assembled
    project.do(edit(own, because=f"{own.configuration.because} mere"))


def evidence(claim: Claim, claim_id: str, stance: Stance) -> Step:
    def step(project: Project) -> None:
        transcript = project.transcript("interview.txt")
        project.do(
            attach(
                Evidence(new_id(), claim, claim_id, transcript.id, 121, 150, stance, project.coder_id),
                "K01",
                transcript,
            )
        )

    return step


def consolidated(project: Project) -> None:
    before = project.configuration("K01").assembled.configuration
    into = None if before.consolidated_in else "k2"
    standing = added(Standin(new_id(), "rk2", "rk1")) if into else ()
    project.do(Deed("joined", (*changed(before, replace(before, consolidated_in=into)), *standing)))


def bos(project: Project) -> None:
    with open_project(project.location, coder="Bo") as bo:
        evidence(Claim.CONFIGURATION, "k1", Stance.CONTRADICTS)(bo)


def bo_released(project: Project) -> None:
    with open_project(project.location, coder="Bo") as bo:
        mine = next((each for each in bo.coders() if each.id == bo.coder_id and not each.released), None)
        if mine is not None:
            bo.do(release(mine))


STEPS: dict[str, Step] = {
    "an element is worded otherwise": reworded,
    "the because is written": because,
    "a link is contradicted": evidence(Claim.LINK, "lk1", Stance.CONTRADICTS),
    "a shared element is supported": evidence(Claim.ELEMENT, "shared", Stance.SUPPORTS),
    "a rival is written down": lambda project: project.do(Deed("rival", added(Rival(new_id(), "k1", project.coder_id, "chefen")))),
    "a passage is coded": lambda project: code_passage(project, project.transcript("interview.txt").id, Span(96, 120), "H1.O1", CodingFlags()),
    "a prompt is answered": lambda project: project.do(answer(project, ("no_hypothesis", "k1", ""), Answered.DONE)),
    "one is consolidated in the other": consolidated,
    "a hidden coder contradicts": bos,
    "the hidden coder releases": bo_released,
    "undo": lambda project: project.undo(),
    "redo": lambda project: project.redo(),
}  # fmt: skip


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.lists(st.sampled_from(sorted(STEPS)), min_size=1, max_size=5))
def test_what_is_kept_is_what_a_first_look_finds(project: Project, steps: list[str]) -> None:
    survey(project)
    for step in steps:
        STEPS[step](project)
        with open_project(project.location, coder="Anne") as first:
            assert survey(project) == survey(first), step
