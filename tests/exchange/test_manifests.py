from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rcoder.domain.errors import BadCodebook
from rcoder.exchange.findings import Findings
from rcoder.exchange.manifest_rows import csv_rows
from rcoder.exchange.manifests import ManifestLine, read_manifest
from rcoder.exchange.shipped import sample_folder

Write = Callable[[str, str], Path]


def found(path: Path) -> list[str]:
    """The findings of a manifest, each as line:column: sentence; none where it is read."""
    try:
        read_manifest(path)
    except BadCodebook as error:
        return [f"{each.line}:{each.column}: {each.sentence}" for each in error.findings]
    return []


def test_a_line_says_all_there_is_to_say(written: Write) -> None:
    path = written(
        "manifest.csv",
        "File, Title ,case,roles,municipality,outcome_group,date,wave,language,interviewer,encoding,Alder,Køn\n"
        'a.txt,"Mette, borger",Sag 01,mentor; borger;mentor,Tranlev,with_hours,2024-01-16,1,da,INT,cp1252,52,\n',
    )
    assert read_manifest(path) == (
        ManifestLine(
            file="a.txt", line=2, title="Mette, borger", case="Sag 01", roles=("mentor", "borger"), municipality="Tranlev",
            outcome_group="with_hours", date="2024-01-16", wave="1", language="da", interviewer="INT", encoding="cp1252",
            attributes={"Alder": "52"},
        ),
    )  # fmt: skip


def test_danish_headings_mean_the_same(written: Write) -> None:
    path = written(
        "m.csv",
        "Fil;Titel;Sag;Roller;Kommune;Udfaldsgruppe;Dato;Bølge;Sprog\na.txt;t;s;r;k;u;24.12.2025;2;dansk\n",
    )
    (line,) = read_manifest(path)
    assert (line.file, line.title, line.case, line.roles, line.municipality) == (
        "a.txt",
        "t",
        "s",
        ("r",),
        "k",
    )
    assert (line.outcome_group, line.date, line.wave, line.language) == ("u", "2025-12-24", "2", "da")
    assert line.attributes == {}


@pytest.mark.parametrize(
    ("said", "date"),
    [
        ("2025-12-24", "2025-12-24"),
        ("24.12.2025", "2025-12-24"),
        ("24-12-2025", "2025-12-24"),
        ("1.3.2025", "2025-03-01"),
        ("", ""),
    ],
)
def test_dates_become_iso_dates(written: Write, said: str, date: str) -> None:
    assert read_manifest(written("m.csv", f"file,date\na.txt,{said}\n"))[0].date == date


@pytest.mark.parametrize("said", ["31.2.2025", "12/24/2025", "24.12.25", "juni", "2025-13-01", "0.0.0000"])
def test_a_date_that_is_none_is_found_in_its_row(written: Write, said: str) -> None:
    (finding,) = found(written("m.csv", f"file,date\na.txt,1.1.2025\nb.txt,{said}\n"))
    assert finding.startswith("3:7: ")
    assert said in finding


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_the_delimiter_is_found(written: Write, delimiter: str) -> None:
    rows = [
        ["fil", "sag", "note"],
        ["a.txt", "Sag 1", '"x, y; z\tå"'],
        ["b.txt", "", '"to\nlinjer ""her"""'],
        ["c.txt", "Sag 2", ""],
    ]
    lines = read_manifest(written("m.csv", "\n".join(delimiter.join(row) for row in rows)))
    assert [(each.file, each.line, each.case) for each in lines] == [
        ("a.txt", 2, "Sag 1"),
        ("b.txt", 3, ""),
        ("c.txt", 5, "Sag 2"),
    ]
    assert [dict(each.attributes) for each in lines] == [
        {"note": "x, y; z\tå"},
        {"note": 'to\nlinjer "her"'},
        {},
    ]


def test_commas_in_a_free_heading_do_not_mislead(written: Write) -> None:
    (line,) = read_manifest(written("m.csv", "file;sag;alder, køn, by, tid\na.txt;s;x\n"))
    assert (line.case, line.attributes) == ("s", {"alder, køn, by, tid": "x"})


def test_the_line_that_excel_writes_first_is_understood(written: Write) -> None:
    (line,) = read_manifest(written("m.csv", "sep=;\r\nfil;sag\r\na.txt;s\r\n"))
    assert (line.line, line.case) == (3, "s")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_danish_letters_survive_every_encoding(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "m.csv"
    path.write_bytes("fil;kommune;bølge\r\nå.txt;Ærø;1\r\n".encode(encoding))
    (line,) = read_manifest(path)
    assert (line.file, line.municipality, line.wave) == ("å.txt", "Ærø", "1")


def test_empty_lines_and_empty_cells_at_the_end_are_nothing(written: Write) -> None:
    assert len(read_manifest(written("m.csv", "file,case,\n\na.txt,s,\n,,\nb.txt,s,,,\n"))) == 2


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("case\nx\n", '1:1: There is no column "file" (or "fil"); the columns are "case".'),
        ("", "1:1: The manifest is empty."),
        ("file,case,sag\na,b,c\n", '1:11: The column "case" stands twice.'),
        ("file,x,x\na,b,c\n", '1:8: The column "x" stands twice.'),
        ("file,case\na\n", "2:1: Cells in this row: 1; in the heading: 2."),
        ("file,case\na,b,c\n", "2:1: Cells in this row: 3; in the heading: 2."),
        ("file,case,\na,b,c\n", '2:5: "c" stands in a column without a heading.'),
        ('file,case\na,"b\nc,d\n', "2:3: A quotation mark opens here and never closes."),
        ('file,case\na,"b" x\n', "2:3: Text follows the closing quotation mark"),
        ("file,case\na,b\0\n", "2:3: The cell holds a control character (U+0000)"),
        ("file,case\na,b\nc,\x1b[31m\n", "3:3: The cell holds a control character (U+001B)"),
        ("file,case\n,b\n", "2:1: The line names no file."),
        ("file\na.txt\nb.txt\na.txt\n", '4:1: The file "a.txt" stands twice; it is in line 2 already.'),
        ("file,language\na,tysk\n", '2:3: "tysk" is no language: it is da or en.'),
        ("file,encoding\na,utf-9\n", '2:3: There is no encoding "utf-9"'),
        ("file,encoding\na,hex\n", '2:3: There is no encoding "hex"'),
    ],
)
def test_a_fault_is_found_in_its_row(written: Write, text: str, expected: str) -> None:
    findings = found(written("m.csv", text))
    assert any(each.startswith(expected) for each in findings), findings


@pytest.mark.parametrize("name", ["municipality", "outcome_group", "alder"])
def test_one_case_with_two_values_is_found(written: Write, name: str) -> None:
    rows = f"file,case,{name}\na,s,x\nb,t,y\nc,s,\nd,s,y\ne,,z\n"
    assert found(written("m.csv", rows)) == [f'5:5: The case "s" has {name} "y" here and "x" in line 2.']


def test_every_fault_is_found_at_once(written: Write) -> None:
    text = 'fil;dato\na;x\nb;1.1.2025;z\n"c;1.1.2025\nd;y\n'
    assert [each.split(":")[0] for each in found(written("m.csv", text))] == ["2", "3", "4", "5"]


def test_faults_of_ragged_rows_have_row_numbers(shared: Path) -> None:
    assert [each.split(": ", 1)[0] for each in found(shared / "hostile/csv/ragged_nul.csv")] == [
        "1:1",
        "3:1",
        "4:1",
        "5:1",
        "6:1",
    ]


def test_a_danish_spreadsheet_is_never_one_column(shared: Path) -> None:
    assert found(shared / "hostile/csv/semicolon_cp1252.csv") == [
        '1:1: There is no column "file" (or "fil"); the columns are "kode", "forælder", "beskrivelse".'
    ]


@pytest.mark.parametrize("name", ["cycle.csv", "formula_injection_codes.csv"])
def test_a_table_that_is_no_manifest_says_so_once(shared: Path, name: str) -> None:
    (finding,) = found(shared / "hostile/csv" / name)
    assert 'no column "file"' in finding


def test_cells_that_a_spreadsheet_would_run_are_text(written: Write) -> None:
    (line,) = read_manifest(written("m.csv", "file,title,=1+1\n=1+1,@SUM(1),-1+1\n"))
    assert (line.file, line.title, line.attributes) == ("=1+1", "@SUM(1)", {"=1+1": "-1+1"})


YAML = """\
- file: a.txt
  sag: Sag 01
  roles: [borger, mentor]
  dato: 24.12.2025
  samtykke: no
  tom:
- {fil: b.txt, rolle: "mentor, konsulent", case: Sag 01}
"""


@pytest.mark.parametrize("text", [YAML, "rcoder: manifest 1\ninterviews:\n" + YAML])
def test_a_manifest_in_yaml_says_the_same(written: Write, text: str) -> None:
    first, second = read_manifest(written("m.yaml", text))
    assert (first.file, first.case, first.roles, first.date) == (
        "a.txt",
        "Sag 01",
        ("borger", "mentor"),
        "2025-12-24",
    )
    assert first.attributes == {"samtykke": "no"}
    assert (second.file, second.roles) == ("b.txt", ("mentor", "konsulent"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: b", '1:1: "a" is no key of a manifest'),
        ("tekst", "1:1: A manifest is a list of blocks"),
        ("- tekst", "1:3: An interview is a block of keys"),
        ("- case: x", '1:3: An interview needs "file".'),
        ("- {file: a, fil: b}", '1:13: The key "file" stands twice.'),
        ("- {file: a, file: b}", '1:13: The key "file" stands twice; it is in line 1 already.'),
        ("- {file: a, roles: [[b]]}", '1:20: "roles" is one text or a list of texts.'),
        ("- {file: a, alder: [b]}", '1:20: "alder" is one text.'),
        ("- {file: a, date: i går}", '1:19: "i går" is no date'),
        ("- &a {file: a}\n- *a", "1:3: An anchor"),
    ],
)
def test_a_fault_in_yaml_is_found_in_its_place(written: Write, text: str, expected: str) -> None:
    findings = found(written("m.yml", text))
    assert any(each.startswith(expected) for each in findings), findings


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet='fil,;\t"\n\r æ\0=', max_size=40))
def test_any_csv_gives_rows_or_findings_and_never_an_error(text: str) -> None:
    findings = Findings()
    rows = csv_rows(text.encode(), findings)
    assert rows == () or all(row.line >= 2 for row in rows)


@given(
    st.lists(
        st.lists(st.text(alphabet='a,;"\n\t æ', max_size=6).map(str.strip), min_size=2, max_size=2),
        min_size=1,
        max_size=4,
    )
)
def test_what_csv_writes_is_what_is_read(rows: list[list[str]]) -> None:
    import csv
    import io

    written = io.StringIO()
    csv.writer(written, lineterminator="\n").writerows([["file", "note"], *rows])
    findings = Findings()
    read = csv_rows(written.getvalue().encode(), findings)
    assert len(findings) == 0
    assert [[row.known["file"].text, row.free["note"].text] for row in read] == [
        row for row in rows if any(row)
    ]


def test_the_manifest_of_the_sample_names_files_that_are_there() -> None:
    folder = sample_folder()
    lines = read_manifest(folder / "manifest.csv")
    assert len(lines) >= 18
    assert [each.file for each in lines if not (folder / each.file).is_file()] == []
