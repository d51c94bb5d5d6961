"""Quotations and the page of memos from the command line."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

Run = Callable[..., tuple[int, str, str]]


def test_a_quotation_is_kept_listed_and_dropped(run: Run, project: Path) -> None:
    status, out, err = run(
        "quote", project, "interview.txt", 70, 90, "--edited", "Jamen [ja]", "--translation", "Well", "--language", "en"
    )  # fmt: skip
    assert (status, out) == (0, "Kept the quotation Sag 01 · borger 70–90.\n"), err
    status, out, _ = run("quotes", project, "--json")
    (found,) = json.loads(out)
    assert (found["start"], found["end"], found["edited"], found["translation"]) == (
        70,
        90,
        "Jamen [ja]",
        "Well",
    )
    assert len(found["text"]) == 20
    status, out, _ = run("quotes", project)
    assert "    edited: “Jamen [ja]”" in out
    assert out.endswith("1 quotation\n")
    status, out, _ = run("quote", project, "interview.txt", 70, 90, "--json")
    assert json.loads(out)["id"] is None
    assert json.loads(run("quotes", project, "--json")[1]) == []


def test_the_check_is_said_and_the_quotation_is_kept_all_the_same(run: Run, project: Path) -> None:
    status, _, err = run("quote", project, "interview.txt", 70, 90, "--edited", "helt andre ord")
    assert status == 0
    assert "are not in the passage in that order" in err
    assert json.loads(run("quotes", project, "--json")[1])[0]["check"]


def test_memos_and_notes_are_listed_and_written_to_a_file(run: Run, project: Path, tmp_path: Path) -> None:
    run("code", project, "interview.txt", 70, 90, "H1.M1", "--memo", "en note")
    run("memo", "add", project, "Først", "--title", "Ét")
    run("memo", "add", project, "Så", "--title", "To", "--link", "Ét", "--kind", "method")
    found = json.loads(run("memos", project, "--json", "--by-time")[1])
    assert [(each["title"], each["kind"], each["note"]) for each in found] == [
        ("To", "method", False), ("Ét", "analytic", False), ("", None, True),
    ]  # fmt: skip
    assert found[1]["linked_from"] == [found[0]["id"]]
    file = tmp_path / "memoer.md"
    assert run("memos", project, "--markdown", file)[1] == f"Wrote 2 memos and 1 note on codings to {file}\n"
    assert "### " in file.read_text(encoding="utf-8")
    assert run("memos", project, "--about", "kage")[0] == 2
    assert run("memos", project, "--words", "så", "--kind", "method")[1].endswith("1 memo\n")


def test_what_is_not_said_of_a_quotation_stays_as_it_is(run: Run, project: Path) -> None:
    def forms() -> tuple[str | None, str | None, str]:
        (found,) = json.loads(run("quotes", project, "--json")[1])
        return found["edited"], found["translation"], found["language"]

    place = ("quote", project, "interview.txt", 70, 90)
    run(*place, "--edited", "Jamen [ja]", "--translation", "Nun", "--language", "de")
    run(*place, "--edited", "Jamen …")
    assert forms() == ("Jamen …", "Nun", "de")
    run(*place, "--translation", "Also")
    assert forms() == ("Jamen …", "Also", "de")
    run(*place, "--edited", "")
    assert forms() == (None, "Also", "de")


def test_a_memo_on_a_quotation_is_written_with_its_edited_form_and_its_translation(
    run: Run, project: Path, tmp_path: Path
) -> None:
    run("quote", project, "interview.txt", 70, 90, "--edited", "Jamen [ja]", "--translation", "Well [yes]")
    (kept,) = json.loads(run("quotes", project, "--json")[1])
    assert run("memo", "add", project, "Det bærer", "--passage", kept["id"])[0] == 0
    file = tmp_path / "memoer.md"
    run("memos", project, "--markdown", file)
    page = file.read_text(encoding="utf-8").replace("\\", "")
    assert kept["text"].strip() in page
    assert "> edited: “Jamen [ja]”" in page
    assert "> en: “Well [yes]”" in page
