"""Tables by command: each to a file of each kind, narrowed by its options, and refusals in a sentence."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from docx import Document
from openpyxl import load_workbook

from compared import build, fill
from rcoder.cli import main
from rcoder.project.exports.declared import EXPORTS
from rcoder.project.exports.tables.options import TABLE_ENDINGS

TABLES = tuple(each.key for each in EXPORTS if each.maker == "tables.making:make")


@pytest.fixture
def study(tmp_path: Path) -> str:
    with build(str(tmp_path / "compared.rcoder")) as project:
        fill(project)
        return project.location


def run(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str, str]:
    code = main([*words, "--coder", "Anne"])
    shown = capsys.readouterr()
    return code or 0, shown.out, shown.err


def export(capsys: pytest.CaptureFixture[str], study: str, what: str, file: Path, *options: str) -> str:
    code, out, err = run(capsys, "export", what, study, "--to", str(file), *options)
    assert code == 0, err
    return out


@pytest.mark.parametrize("what", TABLES)
def test_every_table_can_be_written_to_every_file(
    study: str, what: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for ending in TABLE_ENDINGS:
        file = tmp_path / f"{what}{ending}"
        assert str(file) in export(capsys, study, what, file)
        first = file.read_bytes()
        assert len(first) > 300
        export(capsys, study, what, file)
        assert file.read_bytes() == first


def test_the_language_is_the_studys_or_the_one_asked_for(
    study: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    danish, english = tmp_path / "da.md", tmp_path / "en.md"
    export(capsys, study, "cmo", danish)
    export(capsys, study, "cmo", english, "--language", "en")
    assert danish.read_text().startswith("# CMO-tabel")
    assert english.read_text().startswith("# CMO table")


def test_options_narrow_a_table(study: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "cmo.csv"
    export(capsys, study, "cmo", file, "--hypothesis", "h2", "--level", "all", "--status", "all")
    rows = list(csv.reader(io.StringIO(file.read_text("utf-8-sig"), newline=""), delimiter=";"))
    assert [row[0] for row in rows if row and row[0].startswith("K")] == ["K2", "K6"]
    export(capsys, study, "frequencies", file, "--by", "none", "--least", "1")
    assert file.read_text("utf-8-sig").splitlines()[0].count(";") == 5


def test_a_workbook_and_a_document_open_again(
    study: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    book, document = tmp_path / "f.xlsx", tmp_path / "f.docx"
    export(capsys, study, "frequencies", book)
    export(capsys, study, "quotations", document)
    assert load_workbook(book).worksheets[0].cell(2, 2).data_type == "n"
    assert Document(str(document)).tables[0].rows[0].cells[1].text == "Stilling"


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("cmo", "--to", "x.pdf"), "rcoder does not write “CMO table” to x.pdf."),
        (("cmo", "--to", "x.md", "--hypothesis", "H9"), "The study has no code H9."),
        (("frequencies", "--to", "x.md", "--least", "mange"), "mange is no number of passages."),
        (("codes-roles", "--to", "x.md", "--role", "nix"), "No interview is with nix."),
        (("frequencies", "--to", "x.md", "--role", "nix"), "No interview is with nix."),
        (("quotations", "--to", "x.md", "--role", "nix"), "No interview is with nix."),
        (("conditions", "--to", "x.md", "--case", "Sag 9"), "There is no case"),
    ],
)
def test_what_has_no_meaning_is_refused_and_nothing_is_written(
    study: str, words: tuple[str, ...], sentence: str, capsys: pytest.CaptureFixture[str]
) -> None:
    what, to, name, *more = words
    file = Path(study).with_name(name)
    code, _, err = run(capsys, "export", what, study, to, str(file), *more)
    assert code != 0
    assert err.startswith(sentence)
    assert not file.exists()


def test_a_comparison_can_be_written_to_latex_too(
    study: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "e.tex"
    code, out, _ = run(capsys, "matrix", study, "evidence", "--to", str(file), "--json")
    assert code == 0
    assert json.loads(out)["file"] == str(file)
    assert r"\begin{longtable}" in file.read_text()
