"""Codes merged and divided by command, passages looked at again, and the codebook written back to its file."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def coded(run: Run, project: Path) -> Path:
    """The small study with a second reasoning H1.M2, and two passages on it."""
    run(
        "codebook", "add-code", project, "H1", "--kind", "reasoning", "--label-da", "Ro", "--label-en", "Calm"
    )
    run("code", project, "interview.txt", "70", "90", "H1.M2")
    run("code", project, "interview.txt", "100", "120", "H1.M2")
    return project


def asked(run: Run, *arguments: object) -> Any:
    status, out, err = run(*arguments, "--json")
    assert status == 0, err
    return json.loads(out)


def test_a_code_is_merged_and_its_passages_looked_at_again(run: Run, coded: Path) -> None:
    assert asked(run, "codebook", "merge", coded, "H1.M2", "H1.M1", "--dry-run") == {
        "entry": None,
        "sentence": "Would merge H1.M2 into H1.M1, with 2 codings",
    }
    status, out, _ = run("codebook", "merge", coded, "H1.M2", "H1.M1", "--why", "det samme")
    assert (status, out.strip()) == (0, "Merged H1.M2 Ro into H1.M1 Tryghed")
    found = asked(run, "rechecks", coded, "--transcript", "interview.txt")
    assert [(each["code"], each["was"], each["parts"]) for each in found] == [("H1.M1", "H1.M2", [])] * 2
    shown = run("rechecks", coded)[1]
    assert "H1.M2 Ro was merged into H1.M1 Tryghed" in shown
    assert shown.splitlines()[-1] == "2 passages of yours to look at again"
    assert run("recheck", coded, found[0]["id"][:8], "--stays")[1].startswith("Looked again at")
    run("recheck", coded, found[1]["id"], "--code", "H1.C1", "--why", "om starten")
    assert asked(run, "rechecks", coded) == []
    assert [each["code"] for each in asked(run, "codings", coded)] == ["H1.M1", "H1.C1"]
    assert run("recheck", coded, found[0]["id"], "--stays")[0] == 1
    assert run("--coder", "Bo", "rechecks", coded)[1].strip() == "0 passages of yours to look at again"


def test_a_code_is_divided_with_keys_and_without(run: Run, coded: Path) -> None:
    status, out, _ = run(
        "codebook", "divide", coded, "H1.M2", "--into", "Ro i kroppen / Calm body", "--into", "H1.M9=Mod"
    )
    assert (status, out.strip()) == (0, "Divided H1.M2 Ro into H1.M3 Ro i kroppen and H1.M9 Mod")
    first, _ = asked(run, "rechecks", coded)
    assert first["parts"] == ["H1.M3", "H1.M9"]
    run("recheck", coded, first["id"], "--code", "H1.M9")
    run("undo", coded)
    assert len(asked(run, "rechecks", coded)) == 2
    assert run("codebook", "divide", coded, "H1.M2", "--into", "X=")[0] == 2


def test_a_codebook_is_written_back_into_its_file(run: Run, coded: Path, codebook_file: Path) -> None:
    commented = codebook_file.read_text(encoding="utf-8").replace("codes:\n", "codes:\n  # vores koder\n", 1)
    codebook_file.write_text(commented, encoding="utf-8")
    found = asked(run, "codebook", "write", coded, codebook_file, "--dry-run")
    assert (found["written"], found["backup"]) == (False, None)
    assert codebook_file.read_text(encoding="utf-8") == commented
    status, out, _ = run("codebook", "write", coded, codebook_file)
    assert (status, out.splitlines()[0]) == (
        0,
        f"Wrote version 1.0+1 into {codebook_file}; as it was before it is in small.yaml.bak.",
    )
    assert out.splitlines()[1:] == ["  version 1.0 → 1.0+1", "  added H1.M2"]
    assert codebook_file.with_name("small.yaml.bak").read_text(encoding="utf-8") == commented
    text = codebook_file.read_text(encoding="utf-8")
    assert "  # vores koder\n" in text
    assert text.index("id: H1.O1") < text.index("id: H1.M2") < text.index("theories:")
    again = asked(run, "codebook", "write", coded, codebook_file)
    assert (again["written"], again["differs"]) == (False, [])
    assert run("codebook", "check", codebook_file)[0] == 0


def test_a_new_file_is_written_whole(run: Run, coded: Path, tmp_path: Path) -> None:
    file = tmp_path / "ny.yaml"
    assert asked(run, "codebook", "write", coded, file)["new"] is True
    assert run("codebook", "check", file)[0] == 0
    assert run("codebook", "write", coded, tmp_path / "ny.txt")[0] == 2
    assert (
        "has no codebook bip" in run("codebook", "write", coded, tmp_path / "b.yaml", "--codebook", "bip")[2]
    )


def test_a_file_of_another_codebook_or_version_is_refused(run: Run, coded: Path, codebook_file: Path) -> None:
    text = codebook_file.read_text(encoding="utf-8")
    codebook_file.write_text(text.replace("id: small", "id: other"), encoding="utf-8")
    status, _, err = run("codebook", "write", coded, codebook_file)
    assert (status, "is the codebook other, and the study's is small" in err) == (2, True)
    for version in ("1.1", "1.0+9"):
        codebook_file.write_text(text.replace('version: "1.0"', f'version: "{version}"'), encoding="utf-8")
        assert "did not come from it" in run("codebook", "write", coded, codebook_file)[2]
    codebook_file.write_text(text.replace("kind: context", "kind: contxt"), encoding="utf-8")
    assert "contxt" in run("codebook", "write", coded, codebook_file)[2]
    assert not codebook_file.with_name("small.yaml.bak").exists()
