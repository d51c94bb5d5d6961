"""backup, backups, restore and verify as a person or a script uses them."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from rcoder.cli.backups import size

Run = Callable[..., tuple[int, str, str]]


def answer(run: Run, *arguments: object) -> Any:
    status, out, err = run(*arguments, "--json")
    assert status == 0, err
    return json.loads(out)


def done(run: Run, *arguments: object) -> str:
    status, out, err = run(*arguments)
    assert status == 0, err
    return out


def codings(run: Run, project: Path) -> int:
    return len(answer(run, "codings", project))


def code(run: Run, project: Path) -> None:
    done(run, "code", project, "interview.txt", 80, 100, "H1.M1")


def test_a_backup_says_where_it_is_and_how_large(run: Run, project: Path) -> None:
    out = done(run, "backup", project)
    made = next(project.with_name("study.rcoder-backups").iterdir())
    assert out == f"Backed up and verified: {made} ({size(made.stat().st_size)}, 2 journal entries)\n"


def test_a_backup_goes_where_it_is_told_to(run: Run, project: Path, tmp_path: Path) -> None:
    found = answer(run, "backup", project, "--to", tmp_path / "usb.rcoder")
    assert found["file"] == str(tmp_path / "usb.rcoder")
    assert answer(run, "backups", project) == []
    status, _, err = run("backup", project, "--to", tmp_path / "usb.rcoder")
    assert status == 1
    assert "exists already and is left as it is" in err
    assert answer(run, "info", tmp_path / "usb.rcoder")["title"] == "Prøve"


def test_a_backup_that_the_program_makes_is_made_only_where_something_was_written(
    run: Run, project: Path
) -> None:
    assert answer(run, "backup", "--because", "automatic", project)["why"] == "automatic"
    assert answer(run, "backup", "--because", "automatic", project) is None
    assert "Nothing was written" in done(run, "backup", "--because", "automatic", project)


def test_the_backups_are_listed_with_when_why_size_and_what_they_are_worth(run: Run, project: Path) -> None:
    assert done(run, "backups", project).startswith("No backups yet. Make one with: rcoder backup ")
    done(run, "backup", project)
    heading, row = done(run, "backups", project).splitlines()
    assert heading.split("  ")[0] == "when (UTC)"
    assert "by hand" in row
    assert "verified" in row
    (found,) = answer(run, "backups", project)
    assert found["name"] in row
    assert set(found) == {
        "name", "file", "at", "why", "size", "state", "study", "study_id", "entries", "schema",
    }  # fmt: skip
    assert (found["study"], found["entries"], found["state"]) == ("Prøve", 2, "verified")


def test_a_restore_is_one_command_and_says_how_to_undo_it(run: Run, project: Path) -> None:
    done(run, "backup", project)
    code(run, project)
    first, second = done(run, "restore", project).splitlines()
    assert "is as it was on" in first
    assert "2 journal entries" in first
    assert second.endswith(f"To go back to it: rcoder restore {project} --last")
    assert codings(run, project) == 0
    done(run, "restore", project, "--last")
    assert codings(run, project) == 1


def test_a_restore_says_in_json_what_was_restored_and_what_kept(run: Run, project: Path) -> None:
    made = answer(run, "backup", project)
    code(run, project)
    found = answer(run, "restore", project, made["name"])
    assert found["done"]
    assert found["restored"]["name"] == made["name"]
    assert found["kept"]["why"] == "before-restore"
    again = answer(run, "restore", project, made["name"])
    assert not again["done"]
    assert again["kept"] is None


def test_a_project_that_is_that_already_is_left_alone(run: Run, project: Path) -> None:
    done(run, "backup", project)
    assert "nothing was changed" in done(run, "restore", project)


def test_a_damaged_project_is_restored_by_one_command(run: Run, project: Path) -> None:
    done(run, "backup", project)
    project.write_bytes(b"\0" * 5000)
    status, _, err = run("info", project)
    assert status == 1
    assert f"is not an rcoder project. There are backups of one: rcoder restore {project}" in err
    first, second = done(run, "restore", project).splitlines()
    assert "is as it was on" in first
    assert second.startswith("What was there before is damaged; it is kept as ")
    assert answer(run, "info", project)["title"] == "Prøve"


def test_words_that_changed_are_said_with_the_way_out(run: Run, project: Path) -> None:
    done(run, "backup", project)
    project.write_bytes(project.read_bytes().replace(b"turde", b"turd?"))
    status, _, err = run("info", project)
    assert status == 1
    assert "rcoder restore" in err
    done(run, "restore", project)
    assert run("info", project)[0] == 0


def test_a_sound_project_is_verified_with_counts(run: Run, project: Path) -> None:
    done(run, "backup", project)
    lines = done(run, "verify", project).splitlines()
    assert lines[0] == str(project)
    assert len(lines) == 8
    assert all(each.startswith("  sound ") for each in lines[1:])
    found = answer(run, "verify", project)
    assert found["sound"]
    assert {each["what"] for each in found["checks"]} == {
        "pages", "references", "texts", "passages", "turns", "journal", "backups",
    }  # fmt: skip
    assert all(set(each) == {"what", "count", "said", "faults"} for each in found["checks"])


def test_what_is_not_sound_is_named_and_the_status_is_1(run: Run, project: Path) -> None:
    project.write_bytes(project.read_bytes().replace(b"turde", b"turd?"))
    status, out, _ = run("verify", project)
    assert status == 1
    assert "  not sound  texts: The stored words of " in out
    status, out, _ = run("verify", project, "--json")
    assert status == 1
    assert not json.loads(out)["sound"]


def test_importing_several_files_into_a_study_with_interviews_makes_a_backup_first(
    run: Run, project: Path, tmp_path: Path
) -> None:
    files = []
    for number in range(2):
        file = tmp_path / f"more{number}.txt"
        file.write_text(f"INTERVIEWER: Hej?\n\nBO: Ja, nummer {number}.\n", encoding="utf-8")
        files.append(file)
    done(run, "import", project, files[0])
    assert answer(run, "backups", project) == []
    done(run, "import", project, *files)
    assert [each["why"] for each in answer(run, "backups", project)] == ["before-import"]


def test_a_reason_is_kept_in_the_log_of_activity(run: Run, project: Path) -> None:
    made = answer(run, "backup", project)
    code(run, project)
    done(run, "restore", project, made["name"], "--anyway", "tried it out", "--coder", "Anne")
    from rcoder.project import coder_id, open_project

    with open_project(str(project)) as opened:
        (row,) = opened.store.reader.rows("SELECT * FROM activity")
    assert (row["what"], row["coder_id"]) == ("restored", coder_id("Anne"))
    assert row["about"].endswith("; tried it out")


def test_sizes_are_read_at_a_glance() -> None:
    assert [size(each) for each in (0, 999, 12_345, 202_788_864, 3_000_000_000)] == [
        "0 bytes", "999 bytes", "12.3 kB", "202.8 MB", "3.0 GB",
    ]  # fmt: skip
