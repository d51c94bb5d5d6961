"""The tray, other material and what evidence is called, in a project on PostgreSQL."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from rcoder.domain.actions.configuring import begin
from rcoder.domain.codebook import CodebookContents
from rcoder.domain.configuration import Configuration, Element, Evidence, Link, Place
from rcoder.domain.retrieval import Retrieved
from rcoder.domain.transcript import Span
from rcoder.domain.words import Claim, Kind, Material, Stance
from rcoder.project import Project, create_project
from rcoder.project.assembling import assemble
from rcoder.project.claims import claims_in_words
from rcoder.project.coding import CodingFlags, code_passage
from rcoder.project.doubts import doubt_lines
from rcoder.project.evidence import again, evidence_of, turned
from rcoder.project.exhibits import Shown, attaching, dropping, exhibits, showing, turning
from rcoder.project.importing import Bringing, import_files
from rcoder.project.retrieving import retrieve
from rcoder.project.tray import Home, putting, putting_back, tray, tray_count
from rcoder.project.tray import attaching as giving
from rcoder.ui.claims import named_claims
from rcoder.ui.evidencing.tray_deeds import begun


@pytest.fixture
def project(fresh_database: str, contents: CodebookContents, interview_file: Path) -> Iterator[Project]:
    """K01 with R1 → M1, and an interview with a coding."""
    with create_project(fresh_database, "Prøve", contents, coder="Anne") as made:
        list(import_files(made, [Bringing(interview_file, title="Mette", case="Sag 01")]))
        code_passage(made, "Mette", Span(70, 95), "H1.M1", CodingFlags())
        elements = [Element("r", "én at ringe til"), Element("m", "tryg")]
        places = [Place("pr", "k1", "r", Kind.RESOURCE), Place("pm", "k1", "m", Kind.REASONING, 1)]
        own = Configuration("k1", "K01", made.coder_id)
        made.do(begin(own, elements, places, links=[Link("l", "k1", "r", "m")]))
        yield made


def test_a_passage_goes_through_the_tray(project: Project) -> None:
    own = project.do(putting(project, "Mette", Span(70, 90), note="hvorfor")).changes[0].id
    (line,) = tray(project)
    assert (line.passage.id, line.hypotheses, tray_count(project.sight)) == (own, ("H1",), 1)
    project.do(turned(project, own, "prompting"))
    names = {}
    for claim, claim_id in ((Claim.LINK, "l"), (Claim.ELEMENT, "m"), (Claim.CONFIGURATION, "k1")):
        project.do(giving(project, own, Home(claim, claim_id, Stance.REFINES)))
        found = evidence_of(project, own)
        assert isinstance(found, Evidence)
        assert claims_in_words(project, [found]) == {own: "K01"}
        names[claim] = named_claims(project, [found])[own]
        assert [each.passage.id for each in _on(project)] == [own]
        project.do(putting_back(project, own))
    assert names == {
        Claim.LINK: "K01, R1 → M1",
        Claim.ELEMENT: "K01, M1",
        Claim.CONFIGURATION: "K01, whole",
    }
    assert list(again(project.sight, [own])) == [own]
    assert doubt_lines(project) == ()
    project.do(begun(project, own))
    assert tray(project) == ()


def _on(project: Project) -> list[Retrieved]:
    found = retrieve(project, "stance:any and on:K01")
    return [found[place] for (place,) in found.results]


def test_material_stands_on_claims_and_goes(project: Project) -> None:
    own = project.do(
        showing(project, [Shown(Material.SURVEY, "Spm. 14", "", "68 %", "112 af 164", case="Sag 01")])
    )
    name = own.changes[0].id
    for part in ("k1", "l", "m"):
        (assembled,) = assemble(project.sight, ["k1"])
        project.do(attaching(project, name, assembled, part, Stance.SUPPORTS))
    (line,) = exhibits(project)
    assert [each.number for each in line.on] == ["K01"] * 3
    project.do(turning(project, line.on[0].bearing.id, Stance.CONTRADICTS))
    project.do(dropping(project, name))
    assert exhibits(project) == ()
