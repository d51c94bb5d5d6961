"""Prompts and answers in a project on PostgreSQL: every question about them, with the same answers as in a file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from rcoder.domain.actions.configuring import begin
from rcoder.domain.codebook import CodebookContents
from rcoder.domain.configuration import Configuration, Element, Evidence, Grounding, Link, Place
from rcoder.domain.exhibit import Bearing, Exhibit
from rcoder.domain.journal import Deed, added
from rcoder.domain.rival import Rival
from rcoder.domain.transcript import Span
from rcoder.domain.words import Answered, Claim, Kind, Material, Stance
from rcoder.project import Project, create_project
from rcoder.project.coding import CodingFlags, code_passage
from rcoder.project.importing import Bringing, import_files
from rcoder.project.prompt_passages import cited_by
from rcoder.project.prompts import answer, prompts_of, search_for, survey, take_back

AT = ("counter_evidence", "k", "")


def filled(made: Project, interview_file: Path) -> Project:
    """One configuration with everything that the questions look at."""
    list(import_files(made, [Bringing(interview_file, title="Mette", case="Sag 01", roles=("borger",))]))
    transcript = made.transcript("Mette").id
    coding, _ = code_passage(made, transcript, Span(70, 95), "H1.R1", CodingFlags())
    condition = made.code("SC1.1").id
    own = Configuration("k", "K01", made.coder_id, conditions=(condition,))
    elements = (Element("r", "en aftale", coding.code_id), Element("m", "samtaler hver uge"))
    places = (Place("pr", "k", "r", Kind.RESOURCE), Place("pm", "k", "m", Kind.REASONING, 1))
    made.do(begin(own, elements, places, (Grounding("g", "r", coding.id),), (Link("l", "k", "r", "m"),)))
    for number, claim in enumerate(((Claim.LINK, "l"), (Claim.ELEMENT, "m"), (Claim.CODE, condition))):
        made.do(
            Deed(
                "evidence",
                added(Evidence(f"e{number}", *claim, transcript, 96, 120, Stance.SUPPORTS, made.coder_id)),
            )
        )
    exhibit = Exhibit("x", made.coder_id, Material.SURVEY, "Spørgsmål 1")
    made.do(
        Deed(
            "material",
            added(
                exhibit,
                Bearing("b", "x", Claim.LINK, "l", Stance.REFINES, made.coder_id),
                Rival("v", "k", made.coder_id, "chefen"),
            ),
        )
    )
    return made


@pytest.fixture
def project(fresh_database: str, contents: CodebookContents, interview_file: Path) -> Iterator[Project]:
    with create_project(fresh_database, "Prøve", contents, coder="Anne") as made:
        yield filled(made, interview_file)


def test_a_server_asks_what_a_file_asks(
    project: Project, contents: CodebookContents, interview_file: Path, tmp_path: Path
) -> None:
    with create_project(str(tmp_path / "file.rcoder"), "Prøve", contents, coder="Anne") as file:
        filled(file, interview_file)
        there, here = survey(project), survey(file)
        assert [each.prompt.say() for each in there.asked] == [each.prompt.say() for each in here.asked]
        assert there.bases == here.bases
        assert [each.prompt.say() for each in prompts_of(project, "k")] == [
            each.prompt.say() for each in prompts_of(file, "k")
        ]
        assert search_for(project, "k") == search_for(file, "k")


def test_answers_are_given_found_and_taken_back(project: Project) -> None:
    project.do(answer(project, AT, Answered.DONE, "søgt"))
    assert not next(each.open for each in prompts_of(project, "k") if each.prompt.at == AT)
    assert not next(each.open for each in survey(project).asked if each.prompt.at == AT)
    project.do(take_back(project, AT))
    assert next(each.open for each in prompts_of(project, "k") if each.prompt.at == AT)


def test_the_passages_behind_a_case_are_found(project: Project) -> None:
    assert [len(found) for _, found in cited_by(project, project.cases()[0].id, of_case=True)] == [2]
