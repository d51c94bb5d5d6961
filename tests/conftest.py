"""What every room's tests share: a home of their own, a small codebook, projects, and the shared material."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from rcoder.domain.codebook import CodebookContents
from rcoder.project import Project, create_project

ROOT = Path(__file__).parents[1]

SMALL = """\
rcoder: codebook 1
id: small
version: "1.0"
title: {da: "Lille kodebog", en: "Small codebook"}
hypotheses:
  - id: H1
    label: {da: "Klare roller", en: "Clear roles"}
    title: {da: "Klare roller giver tillid.", en: "Clear roles make trust."}
    definition: {da: "Få fagpersoner.", en: "Few professionals."}
conditions:
  - id: SC1.1
    hypothesis: H1
    kind: resource
    label: {da: "Én kontaktperson", en: "One contact person"}
    definition: {da: "Én at gå til.", en: "One to go to."}
codes:
  - id: H1.C1
    parent: H1
    kind: context
    label: {da: "Opstart", en: "Start"}
    definition: {da: "Starten ændrer det.", en: "The start changes it."}
  - id: H1.R1
    parent: H1
    kind: resource
    label: {da: "Aftalt kontaktperson", en: "Agreed contact person"}
    definition: {da: "Fagpersonen tilbyder en aftale.", en: "The professional offers an agreement."}
  - id: H1.M1
    parent: H1
    kind: reasoning
    label: {da: "Tryghed", en: "Safety"}
    definition: {da: "Borgeren føler sig tryg.", en: "The citizen feels safe."}
    aliases: ["ro på"]
    cues: ["vidste hvem jeg skulle ringe til"]
  - id: H1.O1
    parent: H1
    kind: outcome
    horizon: short
    label: {da: "Godt samarbejde", en: "Good cooperation"}
    definition: {da: "De arbejder sammen.", en: "They work together."}
theories:
  - id: overall
    title: {da: "Samlet", en: "Overall"}
    basis: reconstructed
    nodes:
      - {id: K1, column: core, label: {da: "Klar rollefordeling", en: "Clear roles"}, hypotheses: [H1], codes: [H1.R1]}
      - {id: M1, column: mechanism, label: {da: "Tryghed", en: "Safety"}, hypotheses: [H1], codes: [H1.M1]}
      - {id: S1, column: short, label: {da: "Samarbejde", en: "Cooperation"}, hypotheses: [H1], codes: [H1.O1]}
      - {id: C1, column: context, label: {da: "Opstart", en: "Start"}, hypotheses: [H1], codes: [H1.C1]}
    links:
      - {from: K1, to: M1, effect: promotes, hypotheses: [H1], basis: stated, section: "§1"}
      - {from: M1, to: S1, effect: promotes, hypotheses: [H1], basis: stated, section: "§1"}
      - {from: C1, to: M1, effect: conditions, hypotheses: [H1], basis: stated, section: "§1"}
  - id: H1
    hypothesis: H1
    title: {da: "H1", en: "H1"}
    basis: reconstructed
    nodes:
      - {id: H1.n1, column: core, label: {da: "Få fagpersoner", en: "Few"}, hypotheses: [H1], codes: [H1.R1], rolls_up_to: K1}
      - {id: H1.n2, column: mechanism, label: {da: "Tryg", en: "Safe"}, hypotheses: [H1], codes: [H1.M1], rolls_up_to: M1}
    links:
      - {from: H1.n1, to: H1.n2, effect: promotes, hypotheses: [H1], basis: stated, section: "§1"}
"""

INTERVIEW = """\
INTERVIEWER: Hvordan var det at have den samme hele vejen?

METTE: Jamen det var jo rart, for så vidste jeg, hvem jeg skulle ringe til. Så turde jeg også godt sige det, når det gik skidt.

INTERVIEWER: Var der noget, der var svært?

METTE: Ja, det første halve år. Da skiftede de hele tiden.
"""


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A state folder and a coder of the test's own, so that nobody's settings are read or written."""
    folder = tmp_path / "state"
    monkeypatch.setenv("RCODER_STATE", str(folder))
    monkeypatch.setenv("RCODER_CODER", "Tester")
    monkeypatch.setenv("TEXTUAL_ANIMATIONS", "none")
    return folder


@pytest.fixture(scope="session")
def shared() -> Path:
    """The shared material beside the checkout; skips where it is not there."""
    folder = Path(os.environ.get("RCODER_SHARED", ROOT.parent / "shared"))
    if not folder.is_dir():
        pytest.skip("the shared material does not stand beside the checkout")
    return folder


@pytest.fixture
def codebook_file(tmp_path: Path) -> Path:
    """A small codebook as a file."""
    file = tmp_path / "small.yaml"
    file.write_text(SMALL, encoding="utf-8")
    return file


@pytest.fixture
def interview_file(tmp_path: Path) -> Path:
    """A short interview as a file."""
    file = tmp_path / "interview.txt"
    file.write_text(INTERVIEW, encoding="utf-8")
    return file


@pytest.fixture
def contents(codebook_file: Path) -> CodebookContents:
    """The small codebook, read."""
    from rcoder.exchange.codebooks import read_codebook

    return read_codebook(codebook_file)


@pytest.fixture
def new_project(tmp_path: Path, contents: CodebookContents) -> Callable[..., Project]:
    """Makes projects with the small codebook."""

    def make(name: str = "study.rcoder", coder: str = "Tester") -> Project:
        return create_project(str(tmp_path / name), "Prøve", contents, coder=coder)

    return make
