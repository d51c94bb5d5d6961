"""Commands on the board of cases, attributes and groups."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def study(run: Run, project: Path, tmp_path: Path, interview_file: Path) -> Path:
    """Three cases, one with two roles, one without a mentor; a project manager; two attributes and a group."""
    place = str(project)
    assert (
        run(
            "attribute",
            "add",
            place,
            "ledighed_aar",
            "--type",
            "tal",
            "--label",
            "Års ledighed",
            "--unit",
            "år",
        )[0]
        == 0
    )
    assert run("attribute", "add", place, "skift", "--type", "yes/no")[0] == 0
    rows = ["file,case,roles,municipality,outcome_group,ledighed_aar,skift"]
    text = interview_file.read_text(encoding="utf-8")
    for number, row in enumerate(
        [
            "Sag 01,mentor,Nordby,with_hours,6,nej",
            "Sag 02,borger;mentor,Åby,without_hours,2,",
            "Sag 03,borger,Åby,,,ja",
            ",projektleder,Nordby,,,",
        ]
    ):
        (tmp_path / f"i{number}.txt").write_text(f"{text}\nMETTE: Nummer {number}.\n", encoding="utf-8")
        rows.append(f"i{number}.txt,{row}")
    (tmp_path / "m.csv").write_text("\n".join(rows) + "\n", encoding="utf-8")
    assert run("import", place, "--manifest", tmp_path / "m.csv")[0] == 0
    return project


def test_the_board_names_gaps_and_counts_with_denominators(run: Run, study: Path) -> None:
    status, out, _ = run("cases", study)
    assert status == 0
    lines = out.splitlines()
    assert lines[0].split()[:5] == ["case", "group", "municipality", "borger", "mentor"]
    third = next(each for each in lines if each.startswith("Sag 03"))
    assert "no interview" in third
    assert "unknown" in third
    assert "2 of 3 cases have a mentor interview" in out
    assert "Års ledighed: 6 år · skift: no" in out
    assert any(each.startswith("i3") and "projektleder" in each for each in lines)


def test_the_board_as_json_has_every_count(run: Run, study: Path) -> None:
    run("group", "add", study, "Lang", "--where", "ledighed_aar >= 5")
    found = json.loads(run("cases", study, "--json")[1])
    assert [(each["role"], each["cases"], each["of"]) for each in found["roles"]] == [
        ("borger", 3, 3),
        ("mentor", 2, 3),
    ]
    third = found["cases"][2]
    assert third["no_interview"] == ["mentor"]
    assert third["attributes"] == {"ledighed_aar": None, "skift": "yes"}
    assert third["groups"] == {"Lang": "unknown"}
    assert third["outcome_group"] is None
    assert found["cases"][0]["interviews"][0]["turns"] == 2
    assert [each["roles"] for each in found["without_case"]] == [["projektleder"]]


def test_the_board_of_a_group_counts_only_its_cases(run: Run, study: Path) -> None:
    run("group", "add", study, "Lang", "--where", "ledighed_aar >= 5")
    status, out, _ = run("cases", study, "--group", "lang")
    assert status == 0
    assert out.startswith("Lang: 1 of 3 cases, 1 unknown")
    assert "1 of 1 case has a mentor interview" in out
    assert "? Sag 03: not known (Års ledighed: unknown)" in out
    assert "1 of 3 cases" in run("cases", study, "--group", "with_hours")[1]
    status, _, err = run("cases", study, "--group", "ingen")
    assert (status, err.strip()) == (
        1,
        "The study has no group ingen. It has Lang, with hours, without hours.",
    )


def test_the_board_of_an_empty_project_says_what_to_do(run: Run, tmp_path: Path, codebook_file: Path) -> None:
    place = tmp_path / "tom.rcoder"
    run("new", place, "--codebook", codebook_file)
    assert "rcoder import" in run("cases", place)[1]


def test_a_value_that_does_not_fit_stops_the_import_with_its_place(
    run: Run, study: Path, tmp_path: Path
) -> None:
    manifest = tmp_path / "n.csv"
    manifest.write_text("file,case,ledighed_aar\ni0.txt,Sag 09,mange\n", encoding="utf-8")
    status, _, err = run("import", study, "--manifest", manifest)
    assert status == 1
    assert err.startswith(f'{manifest}:2:15: In the column "ledighed_aar": “mange” does not fit ledighed_aar')
    assert "Sag 09" not in run("cases", study)[1]


def test_attributes_are_listed_with_what_is_known(run: Run, study: Path) -> None:
    found = json.loads(run("attribute", "list", study, "--json")[1])
    assert [(each["key"], each["type"], each["known"], each["of"]) for each in found] == [
        ("ledighed_aar", "number", 2, 3),
        ("skift", "yes_no", 2, 3),
    ]
    assert "2 of 3 cases" in run("attribute", "list", study)[1]


def test_an_attribute_changes_and_its_values_with_it(run: Run, study: Path) -> None:
    status, _, err = run("attribute", "set", study, "ledighed_aar", "--type", "yes_no")
    assert status == 2
    assert "Sag 01 “6”; Sag 02 “2”" in err
    assert (
        run(
            "attribute",
            "set",
            study,
            "skift",
            "--type",
            "choice",
            "--choice",
            "ja=Ja|Yes",
            "--choice",
            "nej=Nej",
        )[0]
        == 0
    )
    found = json.loads(run("cases", study, "--json")[1])["cases"]
    assert [each["attributes"]["skift"] for each in found] == ["nej", None, "ja"]
    assert run("attribute", "set", study, "Års ledighed", "--key", "aar", "--label-en", "Years")[0] == 0
    assert run("attribute", "set", study, "aar", "--type", "yes_no", "--drop-misfits")[0] == 0
    assert json.loads(run("attribute", "list", study, "--json")[1])[0]["known"] == 0


def test_an_attribute_is_removed_unless_a_group_is_made_of_it(run: Run, study: Path) -> None:
    run("group", "add", study, "Lang", "--english", "Long", "--where", "ledighed_aar >= 5")
    status, _, err = run("attribute", "remove", study, "ledighed_aar")
    assert (status, err.strip()) == (2, "ledighed_aar makes the group Lang. Remove the group first.")
    assert run("group", "remove", study, "long")[0] == 0
    assert run("attribute", "remove", study, "ledighed_aar")[1].strip() == (
        "Removed the attribute ledighed_aar (number) and its 2 values"
    )


def test_groups_are_listed_with_where_each_case_stands(run: Run, study: Path) -> None:
    status, out, _ = run(
        "group",
        "add",
        study,
        "Lang",
        "--where",
        "ledighed_aar >= 2,5",
        "--where",
        "outcome group = med timer",
    )
    assert status == 0
    assert "Made the group Lang: Års ledighed at least 2,5 år and outcome group is with hours" in out
    assert "1 of 3 cases, 1 unknown" in out
    (found,) = json.loads(run("group", "list", study, "--json")[1])
    assert [each["stands"] for each in found["cases"]] == ["in", "out", "unknown"]
    assert found["criteria"][1] == {"attribute": "outcome_group", "relation": "is", "value": "with_hours"}
    assert "unknown  Sag 03" in run("group", "list", study)[1]


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        (("attribute",), 2),
        (("group",), 2),
        (("attribute", "add", "P"), 2),
        (("attribute", "add", "P", "x", "--codebook", "jobfirst"), 2),
        (("attribute", "add", "P", "x", "--type", "heltal"), 2),
        (("attribute", "add", "P", "x", "--about", "kode"), 2),
        (("attribute", "add", "P", "kommune"), 2),
        (("attribute", "set", "P", "ingen", "--type", "number"), 1),
        (("attribute", "remove", "P", "ingen"), 1),
        (("group", "add", "P", "Navn"), 2),
        (("group", "add", "P", "Navn", "--where", "noget"), 2),
        (("group", "add", "P", "Navn", "--where", "skift >= ja"), 2),
        (("group", "remove", "P", "ingen"), 1),
        (("cases", "P", "--sort", "alder"), 2),
        (("cases", "P", "--whose", "alle"), 2),
    ],
)
def test_what_has_no_meaning_is_one_sentence(
    run: Run, study: Path, arguments: tuple[str, ...], status: int
) -> None:
    found, out, err = run(*(str(study) if each == "P" else each for each in arguments))
    assert found == status
    assert out == ""
    assert len(err.strip().splitlines()) == 1


def test_undo_takes_an_attribute_back_with_its_values(run: Run, study: Path) -> None:
    run("attribute", "remove", study, "skift")
    run("undo", study)
    assert json.loads(run("attribute", "list", study, "--json")[1])[1]["known"] == 2
