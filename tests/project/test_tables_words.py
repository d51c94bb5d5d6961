"""Printed tables of the sample study: in Danish and in English, with denominators, sources and every person's word named."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest

from rcoder.domain.journal import Deed, changed
from rcoder.domain.matrix import Ask, Question
from rcoder.domain.outgoing import Wanted
from rcoder.domain.printed import PrintedTable
from rcoder.domain.words import ConditionState
from rcoder.project import Project, open_project
from rcoder.project.exports.colophon import colophon
from rcoder.project.exports.declared import EXPORTS, find
from rcoder.project.exports.leaving import make
from rcoder.project.exports.tables import conditions
from rcoder.project.exports.tables.making import asked, said_in
from rcoder.project.matrices.asking import matrix
from rcoder.project.sample import build_sample

TABLES = (
    "cmo", "evidence", "conditions", "codes-roles", "frequencies", "co-occurrence", "perspectives", "quotations", "evolution",
    "codebook",
)  # fmt: skip
ENGLISH = re.compile(
    r"\b(the|of|are|coded|passages|interviews|cases|supports|contradicts|mentioned|asked|agree|differ|only|listed)\b"
)


def quiet(*_: object) -> None:
    """Says nothing."""


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Project]:
    sample = build_sample(tmp_path_factory.mktemp("tables"), report=quiet)
    with open_project(str(sample.project), coder="Anne Holm") as project:
        yield project


def table(project: Project, what: str, language: str = "da", **options: str) -> PrintedTable:
    return asked(project, Wanted(what, ".md", language, options))


def test_all_ten_tables_are_exports() -> None:
    assert set(TABLES) <= {each.key for each in EXPORTS}
    assert all(find(each).maker == "tables.making:make" for each in TABLES)


@pytest.mark.parametrize("what", TABLES)
def test_every_table_has_rows_a_title_a_source_and_denominators(project: Project, what: str) -> None:
    for language in ("da", "en"):
        found = table(project, what, language, uses="yes")
        assert found.rows
        assert found.language == language
        assert found.source == colophon(project).line(language)
        assert all(
            len(row.cells) == len(each.headings) for each in (found, *found.further) for row in each.rows
        )
        if what != "evolution":
            said = " ".join((*found.before, *found.notes))
            assert {"da": "kodet til ende", "en": "coded to the end"}[language] in said
    assert table(project, what).title != table(project, what, "en").title


@pytest.mark.parametrize("what", TABLES)
def test_what_the_program_says_in_a_danish_table_is_danish(project: Project, what: str) -> None:
    found = table(project, what)
    own = [*(each.name for each in found.headings), *(each.of for each in found.headings), *found.notes]
    own += [cell.spoken for row in found.rows for cell in row.cells]
    if what in ("evidence", "codes-roles", "co-occurrence", "perspectives"):
        own += [*found.before, *(row.under for row in found.rows)]
        own += [cell.text for row in found.rows for cell in row.cells[1:]]
        assert found.numbers is None or [cell.text for row in found.numbers.rows for cell in row.cells[2:]]
    english = [each for each in own if ENGLISH.search(each)]
    assert english == []


@pytest.mark.parametrize("what", TABLES)
def test_every_word_in_a_cell_is_named_for_the_check(project: Project, what: str) -> None:
    found = table(project, what)
    said = list(said_in(found))
    texts = {each for one in said for each in (one.text, *one.text.split("\n"))}
    for each in (found, *found.further):
        for row in each.rows:
            assert not row.under or row.under in texts
            for cell in row.cells:
                assert not cell.text or cell.number is not None or set(cell.text.split("\n")) <= texts
    assert {found.title, found.source, *found.before, *found.notes} <= texts
    assert all(each.place for each in said)


def test_a_quote_is_named_by_row_and_column_with_its_case_and_role(project: Project) -> None:
    found = table(project, "quotations", "en")
    said = {each.place: each for each in said_in(found)}
    row = next(number for number, row in enumerate(found.rows, start=1) if row.cells[4].text == "Sag 02")
    assert said[f"row {row}, Quote"].text == found.rows[row - 1].cells[2].text
    assert said[f"row {row}, Quote"].case_id == next(
        each.id for each in project.cases() if each.name == "Sag 02"
    )
    assert said[f"row {row}, Quote"].role


@pytest.mark.parametrize("what", TABLES)
def test_the_same_study_gives_the_same_bytes(project: Project, what: str) -> None:
    with open_project(project.location, coder="Anne Holm") as again:
        for ending in (".xlsx", ".docx", ".tex"):
            wanted = Wanted(what, ending, "da")
            assert make(project, wanted).contents == make(again, wanted).contents


def test_a_hypothesis_narrows_every_table(project: Project) -> None:
    for what in TABLES:
        whole, narrow = table(project, what), table(project, what, hypothesis="H3")
        rows = sum(len(each.rows) for each in (whole, *whole.further))
        assert 0 < sum(len(each.rows) for each in (narrow, *narrow.further)) < rows or what == "evidence"
        if what == "evidence":
            assert len(narrow.headings) < len(whole.headings)
        assert any("H3" in each for each in narrow.before)


def test_cells_of_the_evidence_matrix_are_those_of_the_screen(project: Project) -> None:
    found, shown = table(project, "evidence"), matrix(project, Ask(Question.EVIDENCE))
    assert [[cell.text for cell in row.cells[1:]] for row in found.rows] == [
        [shown.cell(row, column).shown for column in shown.columns] for row in shown.rows
    ]


def test_a_cmo_row_has_its_parts_and_a_quote_that_supports_it(project: Project) -> None:
    found = table(project, "cmo", quotes="yes")
    row = next(row for row in found.rows if row.cells[0].text == "K01")
    names = [each.name for each in found.headings]
    outcome, reasoning = row.cells[names.index("Udfald (fortegn, sigt)")].text, row.cells[5].text
    assert outcome.endswith("(+, kort sigt)")
    assert reasoning.endswith("(borger)")
    assert row.cells[7].text.startswith("Når ")
    assert "Kirsten Bak" in row.cells[9].text
    assert re.match(r"5 passager; 1 af 4 sager", row.cells[10].text)
    assert row.cells[-1].text.startswith("»")
    assert row.cells[-1].case_id
    english = table(project, "cmo", "en")
    assert any("1 of 4 cases" in cell.text for cell in english.rows[0].cells)


def test_shares_have_a_decimal_comma_in_danish_and_a_point_in_english(project: Project) -> None:
    danish, english = table(project, "frequencies"), table(project, "frequencies", "en")
    assert danish.rows[0].cells[3].text == "77,8"
    assert english.rows[0].cells[3].text == "77.8"
    assert danish.headings[3].name == "pct."
    assert danish.headings[2].of == "af 18 kodet til ende"
    assert "Hyppighed er ikke styrke" in danish.before[0]
    assert len(table(project, "frequencies", by="none").headings) == 6
    assert len(table(project, "frequencies", least="5").rows) < len(danish.rows)


def test_the_checklist_never_merges_what_is_missing(project: Project) -> None:
    found = table(project, "conditions")
    words = {line for row in found.rows for cell in row.cells[1:-1] for line in cell.text.split("\n")}
    assert {"ikke spurgt", "endnu ikke kodet", "spurgt, ikke nævnt", "ikke vurderet"} <= words
    assert any(each.startswith("✓ opfyldt") for each in words)
    assert len(found.rows) == 27
    [judged] = found.further
    assert all(row.cells[5].text for row in judged.rows)
    one = table(project, "conditions", "en", case="Sag 01")
    assert [each.name for each in one.headings][:3] == ["Condition", "The case as a whole", "Citizen"]


def test_versions_are_told_with_reasons_and_what_changed(project: Project) -> None:
    found = table(project, "evolution")
    assert [row.cells[0].text.split(":")[0] for row in found.rows] == [
        "Version 0",
        "Version 1",
        "Version 2",
        "Teorien nu",
    ]
    assert "22 konfigurationer" in found.rows[1].cells[6].text
    assert found.rows[1].cells[2].text == "Anne Holm"
    [changes] = found.further
    assert {row.under for row in changes.rows} >= {
        "version 1: Efter første gennemlæsning → version 2: Efter gennemgangen med Kirsten"
    }
    assert any("memo" in row.cells[3].text for row in changes.rows)
    assert table(project, "evolution", changes="no").further == ()


def test_the_codebook_has_labels_in_both_languages_and_its_versions(project: Project) -> None:
    found = table(project, "codebook", uses="yes")
    row = next(row for row in found.rows if row.cells[0].text == "H1.M1")
    assert [cell.text for cell in row.cells[1:4]] == [
        "ræsonnement",
        "Tryghed, mindre uvished",
        "Security, less uncertainty",
    ]
    assert "passager" in row.cells[-1].text
    assert "af 4 sager" in row.cells[-1].text
    [versions] = found.further
    assert versions.rows[0].cells[0].text == "jobfirst 1.2"


def test_an_english_table_of_a_danish_study_calls_codes_and_roles_in_english(project: Project) -> None:
    found = table(project, "perspectives", "en")
    assert [each.name for each in found.headings[1:-1]] == [
        "citizen",
        "professional",
        "company",
        "management",
    ]
    words = [cell.text for row in found.rows for cell in row.cells]
    assert not any("borger" in each or "fagperson" in each for each in words)
    assert any(each == "only citizen" for each in words)
    assert found.rows[0].under == "H1 Clear roles"


def test_states_have_signs_for_every_state(project: Project) -> None:
    notes = " ".join(table(project, "conditions").notes)
    assert all(sign in notes for sign in "✓✗?≠○·▨")
    assert len(ConditionState) == 7


def test_a_version_made_by_a_hidden_coder_is_there_without_name_words_and_reason(
    new_project: Callable[..., Project],
) -> None:
    with new_project(coder="Anne") as anne:
        contents = anne.codebook()
        assert contents is not None
        renumbered = changed(contents.codebook, replace(contents.codebook, version="1.1"))
        anne.do(Deed("Annes hemmelige ord", renumbered), why="Annes hemmelige grund")
        with open_project(anne.location, coder="Jonas") as jonas:
            [versions] = table(jonas, "codebook").further
        [own] = table(anne, "codebook").further
    assert [row.cells[0].text for row in versions.rows] == ["small 1.0", "small 1.1"]
    assert "hemmelige" not in repr(versions)
    assert "Anne" not in repr(versions)
    assert [cell.text for cell in own.rows[1].cells[2:]] == [
        "Anne",
        "Annes hemmelige ord",
        "Annes hemmelige grund",
    ]


def test_a_checklist_of_many_cases_counts_them_and_its_rows_add_up(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    by_case = table(project, "conditions")
    monkeypatch.setattr(conditions, "MOST", 4)
    found = table(project, "conditions")
    assert len(found.headings) == 11
    assert all(sum(cell.number or 0 for cell in row.cells[1:]) == 5 for row in found.rows)
    assert found.headings[1].name == "✓ opfyldt"
    met = [re.search(r"opfyldt i (\d+) af", row.cells[-1].text) for row in by_case.rows]
    assert [row.cells[1].number for row in found.rows] == [int(each[1]) if each else 0 for each in met]
