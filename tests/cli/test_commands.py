"""The command line as a person or a script uses it."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., tuple[int, str, str]]


def answer(run: Run, *arguments: object) -> Any:
    status, out, err = run(*arguments, "--json")
    assert status == 0, err
    return json.loads(out)


def test_a_new_project_says_what_it_holds(run: Run, project: Path) -> None:
    found = answer(run, "info", project)
    assert (found["title"], found["transcripts"], found["cases"], found["codings"]) == ("Prøve", 1, 1, 0)


def test_an_import_says_what_became_of_each_file(
    run: Run, project: Path, tmp_path: Path, interview_file: Path
) -> None:
    empty = tmp_path / "empty.txt"
    empty.write_bytes(b"")
    other = tmp_path / "other.txt"
    other.write_text(
        "INTERVIEWER: Hej?\n\nBO: Ja, hej med dig.\n\nINTERVIEWER: Ja?\n\nBO: Ja.\n", encoding="utf-8"
    )
    status, out, _ = run("import", project, interview_file, empty, other, "--json")
    found = json.loads(out)
    assert status == 1
    assert [each["status"] for each in found] == ["duplicate", "failed", "imported"]
    assert found[1]["transcript"] is None
    assert "empty.txt" in " ".join(found[1]["messages"])
    assert len(answer(run, "transcripts", project)) == 2


def test_a_transcript_is_found_by_title_file_and_id(run: Run, project: Path) -> None:
    line = answer(run, "transcripts", project)[0]
    for name in (
        line["id"],
        line["title"],
        line["source"],
        line["source"].removesuffix(".txt"),
        line["id"][:13],
    ):
        assert answer(run, "text", project, name)["title"] == line["title"]


def test_turns_are_spans_of_the_words_without_their_labels(run: Run, project: Path) -> None:
    found = answer(run, "text", project, "interview.txt")
    words = [found["text"][each["start"] : each["end"]] for each in found["turns"]]
    assert words[0] == "Hvordan var det at have den samme hele vejen?"
    assert [each["interviewer"] for each in found["turns"]] == [True, False, True, False]
    assert found["turns"][1]["speaker"] == "METTE"


def test_a_passage_is_coded_listed_and_undone(run: Run, project: Path) -> None:
    text = answer(run, "text", project, "interview.txt")["text"]
    start = text.index("vidste jeg")
    status, out, _ = run(
        "code", project, "interview.txt", start, start + 34, "h1.m1", "--polarity", "weak", "--memo", "tjek"
    )
    assert status == 0
    assert "H1.M1 Tryghed" in out
    (coding,) = answer(run, "codings", project, "--code", "H1")
    assert coding["text"] == text[start : start + 34]
    assert (coding["kind"], coding["polarity"], coding["memo"], coding["coder"]) == (
        "reasoning",
        "weak",
        "tjek",
        "Tester",
    )
    assert (coding["case"], coding["roles"], coding["speaker"]) == ("Sag 01", ["borger"], "METTE")
    assert answer(run, "undo", project)["sentence"].startswith("Undid: Coded")
    assert answer(run, "codings", project) == []
    assert run("redo", project)[0] == 0
    assert len(answer(run, "codings", project)) == 1


def test_codings_are_filtered_by_code_case_role_and_coder(run: Run, project: Path) -> None:
    run("code", project, "interview.txt", 55, 80, "H1.M1")
    run("code", project, "interview.txt", 60, 70, "SC1.1")
    assert len(answer(run, "codings", project, "--code", "H1.M1")) == 1
    assert len(answer(run, "codings", project, "--code", "H1")) == 2
    assert len(answer(run, "codings", project, "--role", "borger")) == 2
    assert answer(run, "codings", project, "--role", "mentor") == []
    assert len(answer(run, "codings", project, "--case", "Sag 01")) == 2
    assert answer(run, "codings", project, "--case", "Sag 02") == []
    assert "no case Sag 02. It has: Sag 01." in run("codings", project, "--case", "Sag 02")[2]


def test_another_coders_layer_is_hidden_until_it_is_released(run: Run, project: Path) -> None:
    run("code", project, "interview.txt", 60, 70, "H1.M1", "--coder", "Anne", "--memo", "hemmelig")
    assert answer(run, "codings", project) == []
    assert answer(run, "info", project)["codings"] == 0
    assert answer(run, "transcripts", project)[0]["codings"] == 0
    shown = json.dumps(answer(run, "journal", project))
    assert "H1.M1" not in shown
    assert len(answer(run, "codings", project, "--coder", "Anne")) == 1


def test_a_released_layer_is_seen_and_can_be_hidden_again(run: Run, project: Path) -> None:
    run("code", project, "interview.txt", 60, 70, "H1.M1", "--coder", "Anne")
    assert answer(run, "release", project, "--coder", "Anne")["sentence"] == "Released the layer of Anne"
    assert len(answer(run, "codings", project)) == 1
    run("release", project, "--coder", "Anne", "--hide")
    assert answer(run, "codings", project) == []
    assert run("release", project, "--coder", "Nobody")[0] == 1


def test_who_asks_and_whose_codings_are_wanted_are_two_things(run: Run, project: Path) -> None:
    run("code", project, "interview.txt", 60, 70, "H1.M1", "--coder", "Anne")
    run("code", project, "interview.txt", 80, 90, "H1.M1", "--coder", "Bo")
    run("release", project, "--coder", "Bo")
    status, out, _ = run("--coder", "Anne", "codings", project, "--json")
    assert (status, sorted(each["coder"] for each in json.loads(out))) == (0, ["Anne", "Bo"])
    _, out, _ = run("--coder", "Anne", "codings", project, "--coder", "Bo", "--json")
    assert [each["coder"] for each in json.loads(out)] == ["Bo"]
    assert [each["coder"] for each in answer(run, "codings", project, "--coder", "Anne")] == ["Anne"]


def test_nobody_undoes_another_coders_deed(run: Run, project: Path) -> None:
    run("code", project, "interview.txt", 60, 70, "H1.M1", "--coder", "Anne")
    run("undo", project)
    assert len(answer(run, "codings", project, "--coder", "Anne")) == 1


@pytest.mark.parametrize(
    ("arguments", "status", "words"),
    [
        (("code", "interview.txt", 70, 60, "H1.M1"), 2, "60"),
        (("code", "interview.txt", 0, 99999, "H1.M1"), 2, "99999"),
        (("code", "interview.txt", 0, 5, "H1.M9"), 1, "Did you mean"),
        (("code", "nowhere", 0, 5, "H1.M1"), 1, "nowhere"),
        (("code", "interview.txt", 0, 5, "H1.M1", "--polarity", "loud"), 2, "present, weak, absent"),
        (("code", "interview.txt", 0, 5, "H1.M1", "--case", "Sag 99"), 1, "Sag 01"),
        (("text", "nowhere"), 1, "nowhere"),
        (("import", "no-such-file.txt"), 1, "no-such-file.txt"),
        (("import",), 2, "Name the files"),
        (("export",), 2, "theory"),
    ],
)
def test_errors_are_one_sentence_with_the_way_out(
    run: Run, project: Path, arguments: tuple[object, ...], status: int, words: str
) -> None:
    command, *rest = arguments
    found, out, err = run(command, project, *rest) if command != "export" else run("export")
    assert found == status
    assert words in err + out
    assert "Traceback" not in err


def test_misuse_of_options_is_one_line_on_stderr(run: Run) -> None:
    status, out, err = run("transcripts")
    assert status == 2
    assert out == ""
    assert err.count("\n") == 1


def test_a_file_of_another_program_is_refused_and_left_alone(run: Run, tmp_path: Path) -> None:
    import sqlite3

    other = tmp_path / "photos.db"
    with sqlite3.connect(other) as connection:
        connection.execute("CREATE TABLE photo (id)")
    before = other.read_bytes()
    status, _, err = run("info", other)
    assert status == 1
    assert "photos.db" in err
    assert other.read_bytes() == before
    assert sorted(each.name for each in tmp_path.glob("photos.db*")) == ["photos.db"]


def test_the_change_theory_is_written_as_svg_and_html(run: Run, project: Path, tmp_path: Path) -> None:
    for suffix in ("svg", "html"):
        file = tmp_path / f"theory.{suffix}"
        assert run("export", "theory", project, "--to", file, "--checked")[0] == 0
        assert "Klar" in file.read_text(encoding="utf-8")
    status, _, err = run("export", "theory", project, "--to", tmp_path / "theory.gif", "--checked")
    assert status == 2
    assert ".mmd or .dot" in err
    assert (
        run("export", "theory", project, "--to", tmp_path / "t.svg", "--checked", "--hypothesis", "h1")[0]
        == 0
    )
    status, _, err = run(
        "export", "theory", project, "--to", tmp_path / "t.svg", "--checked", "--hypothesis", "H7"
    )
    assert (status, "H7" in err) == (1, True)


def test_the_same_project_draws_the_same_bytes(run: Run, project: Path, tmp_path: Path) -> None:
    for name in ("a.svg", "b.svg", "a.html", "b.html"):
        run("export", "theory", project, "--to", tmp_path / name, "--checked")
    assert (tmp_path / "a.svg").read_bytes() == (tmp_path / "b.svg").read_bytes()
    assert (tmp_path / "a.html").read_bytes() == (tmp_path / "b.html").read_bytes()


def test_a_manifest_gives_case_role_and_attributes(run: Run, project: Path, tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_text(
        "INTERVIEWER: Nå?\n\nÅSE: Jo tak, det gik.\n\nINTERVIEWER: Ja?\n\nÅSE: Ja.\n", encoding="utf-8"
    )
    (tmp_path / "manifest.csv").write_text(
        "file,title,case,roles,municipality,outcome_group,date,diagnose\n"
        "b.txt,Åse fortæller,Sag 02,mentor;virksomhedskonsulent,Nordby,without_hours,2025-03-04,ja\n",
        encoding="utf-8",
    )
    assert run("import", project, "--manifest", tmp_path / "manifest.csv")[0] == 0
    line = next(each for each in answer(run, "transcripts", project) if each["case"] == "Sag 02")
    assert (line["title"], line["roles"], line["date"]) == (
        "Åse fortæller",
        ["mentor", "virksomhedskonsulent"],
        "2025-03-04",
    )


def test_text_from_people_cannot_steer_the_terminal(run: Run, tmp_path: Path, codebook_file: Path) -> None:
    place = tmp_path / "hostile.rcoder"
    run("new", place, "--codebook", codebook_file, "--title", "a\x1b]0;PWNED\x07b\x9b31m\u202e")
    for arguments in (
        ("info", place),
        ("info", place, "--json"),
        ("journal", place),
        ("journal", place, "--json"),
    ):
        _, out, err = run(*arguments)
        assert not set(out + err) & set("\x1b\x07\x9b\u202e")


def test_the_codebook_of_a_project_reads_back_as_its_file(run: Run, project: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.yaml"
    copy.write_text(run("codebook", "show", project, "--yaml")[1], encoding="utf-8")
    assert run("codebook", "check", copy)[0] == 0
    assert answer(run, "codebook", "show", project)["codes"][0]["id"] == "H1"


def test_a_faulty_codebook_has_every_mistake_said_with_its_place(run: Run, codebook_file: Path) -> None:
    text = (
        codebook_file.read_text(encoding="utf-8")
        .replace("kind: reasoning", "kind: resoning")
        .replace("parent: H1\n", "parent: H9\n", 1)
    )
    codebook_file.write_text(text, encoding="utf-8")
    status, out, _ = run("codebook", "check", codebook_file)
    assert status == 1
    assert out.count(f"{codebook_file}:") >= 2
    status, _, err = run("new", codebook_file.with_name("x.rcoder"), "--codebook", codebook_file)
    assert status == 1
    assert err.count(f"{codebook_file}:") >= 2
    assert not codebook_file.with_name("x.rcoder").exists()


def test_options_may_stand_between_the_project_and_the_files(
    run: Run, tmp_path: Path, codebook_file: Path, interview_file: Path
) -> None:
    place = tmp_path / "study.rcoder"
    run("new", place, "--codebook", codebook_file)
    assert run("import", place, "--case", "Sag 01", interview_file)[0] == 0
    assert answer(run, "transcripts", place)[0]["case"] == "Sag 01"


def test_a_file_whose_name_begins_with_a_hyphen_is_imported_after_two_hyphens(
    run: Run, project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "-x.txt").write_text("I: Hej?\nR: Ja.\nI: Nå?\nR: Jo.\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert run("import", project, "--case", "A", "--", "-x.txt")[0] == 0


def test_unknown_words_and_options_are_still_misuse(run: Run, project: Path, interview_file: Path) -> None:
    assert run("info", project, "noget")[0] == 2
    status, _, err = run("import", project, "--kase", "A", interview_file)
    assert status == 2
    assert "--kase" in err


def test_a_file_among_the_roles_is_pointed_out(run: Run, project: Path, interview_file: Path) -> None:
    status, _, err = run("import", project, "--role", "borger", interview_file)
    assert status == 2
    assert "Name the files before --role" in err


def test_a_folder_without_files_does_not_stop_the_rest(run: Run, project: Path, tmp_path: Path) -> None:
    folder = tmp_path / "tom.txt"
    folder.mkdir()
    other = tmp_path / "other.txt"
    other.write_text("I: Hej?\nR: Ja.\nI: Nå?\nR: Jo.\n", encoding="utf-8")
    status, out, _ = run("import", project, folder, other, "--json")
    assert status == 1
    assert [each["status"] for each in json.loads(out)] == ["failed", "imported"]


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have no such names")
def test_a_file_name_that_is_no_unicode_is_imported_under_a_name_that_can_be_shown(
    run: Run, project: Path, tmp_path: Path
) -> None:
    file = Path(os.fsdecode(os.fsencode(tmp_path) + b"/S\xf8ren\n\x1b.txt"))
    file.write_text("I: Hej?\nR: Ja.\nI: Nå?\nR: Jo.\n", encoding="utf-8")
    status, out, err = run("import", project, file, "--json")
    assert status == 0, out + err
    assert answer(run, "transcripts", project)[-1]["title"] == "S?ren??"


def test_a_manifest_that_names_nothing_is_said(run: Run, project: Path, tmp_path: Path) -> None:
    manifest = tmp_path / "manifest.csv"
    manifest.write_text("file,case\n", encoding="utf-8")
    status, _, err = run("import", project, "--manifest", manifest)
    assert (status, "names no interviews" in err) == (2, True)
