"""Attributes of a study: brought by its codebook, filled at import, refused where they do not fit."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from rcoder.domain.case import Attribute, Choice
from rcoder.domain.codebook import CodebookContents
from rcoder.domain.errors import BadCodebook, Misuse, NotFound
from rcoder.domain.words import AttributeType, Bilingual, Subject
from rcoder.project import Project, create_project
from rcoder.project.attributes import (
    attribute,
    attribute_lines,
    definition,
    from_codebook,
    said_of,
    values_of,
)
from rcoder.project.importing import Bringing, ImportStatus, import_files
from rcoder.project.manifest import bringings

YEARS = Attribute(
    "a1", "ledighed_aar", type=AttributeType.NUMBER, label=Bilingual("Års ledighed"), origin="small"
)
PHASE = Attribute(
    "a2", "fase", Subject.INTERVIEW, AttributeType.CHOICE, choices=(Choice("tidlig"), Choice("sen")), origin="small"
)  # fmt: skip


@pytest.fixture
def project(tmp_path: Path, contents: CodebookContents) -> Project:
    known = replace(contents, attributes=(YEARS, replace(PHASE, position=1)))
    return create_project(str(tmp_path / "study.rcoder"), "Prøve", known, coder="Tester")


def test_a_study_has_the_attributes_of_its_codebook(project: Project) -> None:
    with project:
        assert [each.attribute.key for each in attribute_lines(project)] == ["ledighed_aar", "fase"]
        contents = project.codebook()
        assert contents is not None
        assert [each.key for each in contents.attributes] == ["ledighed_aar", "fase"]


def test_an_import_stores_values_where_they_belong_and_in_their_form(
    project: Project, interview_file: Path
) -> None:
    with project:
        given = {"Års ledighed": "2,50", "FASE": "Tidlig", "andet": " frit "}
        list(
            import_files(
                project, [Bringing(interview_file, case="Sag 1", roles=("borger",), attributes=given)]
            )
        )
        assert project.cases()[0].attributes == {"ledighed_aar": "2.5", "andet": " frit "}
        assert project.transcript("interview").attributes == {"fase": "tidlig"}


def test_an_import_without_a_case_keeps_all_values_with_the_interview(
    project: Project, interview_file: Path
) -> None:
    with project:
        given = {"ledighed_aar": "3", "fase": "sen"}
        list(import_files(project, [Bringing(interview_file, municipality="Nordby", attributes=given)]))
        assert project.transcript("interview").attributes == {
            "municipality": "Nordby", "ledighed_aar": "3", "fase": "sen",
        }  # fmt: skip


def test_a_file_with_a_value_that_does_not_fit_is_not_imported(
    project: Project, interview_file: Path
) -> None:
    with project:
        (result,) = import_files(project, [Bringing(interview_file, attributes={"ledighed_aar": "mange"})])
        assert result.status is ImportStatus.FAILED
        assert "ledighed_aar" in result.messages[0]
        assert project.transcript_lines() == ()


def test_a_manifest_is_read_by_the_attributes_of_the_study(project: Project, tmp_path: Path) -> None:
    manifest = tmp_path / "m.csv"
    manifest.write_text("file,ledighed_aar\na.txt,mange\n", encoding="utf-8")
    with project:
        known = tuple(each.attribute for each in attribute_lines(project))
    with pytest.raises(BadCodebook):
        bringings(manifest, known)
    assert bringings(manifest)["a.txt"].attributes == {"ledighed_aar": "mange"}


def test_what_is_known_is_counted_of_all_cases(project: Project, interview_file: Path) -> None:
    with project:
        list(import_files(project, [Bringing(interview_file, case="Sag 1")]))
        case = project.cases()[0]
        assert (attribute_lines(project)[0].known, attribute_lines(project)[0].of) == (0, 1)
        project.do(said_of(project, Subject.CASE, case.id, "Års ledighed", "6"))
        assert attribute_lines(project)[0].known == 1
        name, known, values = values_of(project, Subject.CASE, case.id)
        assert (name, [each.key for each in known], values) == (
            "Sag 1",
            ["ledighed_aar"],
            {"ledighed_aar": "6"},
        )
        with pytest.raises(NotFound):
            values_of(project, Subject.CASE, "gone")


@pytest.mark.parametrize("key", ["fil", "kommune", "file", "Ledighed aar"])
def test_a_key_that_is_taken_is_refused(project: Project, key: str) -> None:
    with project, pytest.raises(Misuse):
        definition(project, Attribute("", key))


def test_an_attribute_that_is_not_there_is_named_with_those_that_are(project: Project) -> None:
    with project, pytest.raises(NotFound, match="ledighed_aar, fase"):
        attribute(project, "alder")


def test_attributes_of_a_codebook_are_brought_in_later(
    new_project: Callable[..., Project], tmp_path: Path, interview_file: Path, codebook_file: Path
) -> None:
    text = codebook_file.read_text(encoding="utf-8")
    more = tmp_path / "more.yaml"
    more.write_text(
        text + "attributes:\n  - {key: alder, type: number, label: {da: Alder, en: Age}}\n", encoding="utf-8"
    )
    with new_project() as project:
        given = Bringing(interview_file, case="Sag 1", attributes={"Alder": "40,0"})
        list(import_files(project, [given]))
        project.do(from_codebook(project, str(more)))
        assert project.cases()[0].attributes == {"alder": "40"}
        with pytest.raises(Misuse):
            from_codebook(project, str(more))
