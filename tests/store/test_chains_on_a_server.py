"""Chains, likeness and consolidating in a project on PostgreSQL: every question and deed about them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from rcoder.domain.actions.configuring import begin
from rcoder.domain.chain import Tie
from rcoder.domain.codebook import CodebookContents
from rcoder.domain.configuration import Configuration, Element, Link, Place
from rcoder.domain.words import Kin, Kind
from rcoder.project import Project, create_project
from rcoder.project.bench import gather
from rcoder.project.chains import all_chains, going_on, neighbours, passages_of, relating
from rcoder.project.consolidating import bring, consolidated, splitting
from rcoder.project.resembling import dismiss, resembling
from rcoder.project.suggesting import run_through

KINDS = (Kind.RESOURCE, Kind.REASONING)


@pytest.fixture
def project(fresh_database: str, contents: CodebookContents) -> Iterator[Project]:
    """K01 and K02 of the same codes."""
    with create_project(fresh_database, "Prøve", contents, coder="Anne") as made:
        codes = [made.code(key).id for key in ("H1.R1", "H1.M1")]
        for number in ("K01", "K02"):
            own = Configuration(number.lower(), number, made.coder_id)
            elements = [
                Element(f"{number}{kind}", f"ord {number}", code)
                for kind, code in zip(KINDS, codes, strict=True)
            ]
            places = [
                Place(f"p{each.id}", own.id, each.id, kind)
                for each, kind in zip(elements, KINDS, strict=True)
            ]
            made.do(
                begin(own, elements, places, (), [Link(f"l{number}", own.id, elements[0].id, elements[1].id)])
            )
        yield made


def test_every_question_is_answered_and_every_deed_done(project: Project) -> None:
    made, deed = going_on(project, "K01", "K01reasoning", Kind.CONTEXT)
    project.do(deed)
    project.do(relating(project, "K02", Kin.CONTRADICTS, "K01", "det modsatte"))
    assert [each.tie for each in neighbours(project, "K01")] == [Tie.LEADS_TO, Tie.CONTRADICTS]
    assert len(all_chains(project).longest) == 2
    assert passages_of(project, ["K01reasoning"]) == (("ord K01", ()),)
    (one,) = run_through(resembling(project))
    dismiss(project, one)
    assert run_through(resembling(project)) == ()
    brought = bring(project, ["K01", "K02"])
    project.do(consolidated(project, brought.members, brought.meetings, "Samlet")[1])
    found = gather(project, "K04")
    assert [each.configuration.number for each in found.drawing.members] == ["K01", "K02"]
    assert [(each.tie, each.other.id) for each in found.ties] == [(Tie.LEADS_TO, made)]
    assert project.theory() is not None
    project.do(splitting(project, "K04"))
    assert [each.number for each in project.configuration_lines()] == ["K01", "K02", "K03"]
