"""Corrected transcripts by command."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., tuple[int, str, str]]

SAID = "for så vidste jeg, hvem jeg skulle ringe til"
HARD = "Ja, det første halve år"


def answer(run: Run, *arguments: object) -> Any:
    status, out, err = run(*arguments, "--json")
    assert status == 0, err
    return json.loads(out)


@pytest.fixture
def corrected(run: Run, project: Path, interview_file: Path) -> Path:
    """A file that changes one coded passage inside, loses another and leaves the third as it is."""
    text = interview_file.read_text(encoding="utf-8")
    for words in (SAID, HARD, "Da skiftede de"):
        start = text.index(words)
        assert run("code", project, "interview.txt", start, start + len(words), "H1.M1")[0] == 0
    file = interview_file.with_name("rettet.txt")
    file.write_text(text.replace("ringe", "skrive").replace(f"{HARD}. ", ""), encoding="utf-8")
    return file


def test_a_correction_says_what_became_of_every_passage(run: Run, project: Path, corrected: Path) -> None:
    found = answer(run, "reimport", project, "interview.txt", corrected, "--why", "hørt igen")
    assert (found["status"], found["revision"], found["found"], found["moved"]) == ("corrected", 2, 1, [])
    assert [(each["before"], each["now"]) for each in found["changed"]] == [
        (SAID, SAID.replace("ringe", "skrive"))
    ]
    assert [(each["before"], each["now"], each["revision"]) for each in found["lost"]] == [(HARD, None, 1)]
    journal = answer(run, "journal", project)[-1]
    assert (journal["sentence"], journal["why"], journal["id"]) == (
        found["sentence"].rstrip("."),
        "hørt igen",
        found["entry"],
    )


def test_in_words_it_says_the_same_and_how_to_decide(run: Run, project: Path, corrected: Path) -> None:
    _, out, _ = run("reimport", project, "interview.txt", corrected)
    assert out.splitlines()[0] == (
        "Corrected Sag 01 · borger from rettet.txt, revision 2: 1 passage found again, 1 changed inside, 1 lost."
    )
    assert f"    “{HARD}”" in out
    assert f"  → “{SAID.replace('ringe', 'skrive')}”" in out
    assert "Decide with: rcoder decide" in out
    assert "nothing was changed" in run("reimport", project, "interview.txt", corrected)[1]


def test_the_file_before_still_names_the_interview_and_is_not_brought_in_again(
    run: Run, project: Path, corrected: Path, interview_file: Path
) -> None:
    run("reimport", project, "interview.txt", corrected)
    assert answer(run, "text", project, "interview.txt")["revision"] == 2
    assert [each["status"] for each in json.loads(run("import", project, interview_file, "--json")[1])] == [
        "duplicate"
    ]


def test_trying_it_out_leaves_everything_as_it_is(run: Run, project: Path, corrected: Path) -> None:
    before = answer(run, "codings", project)
    found = answer(run, "reimport", project, "interview.txt", corrected, "--dry-run")
    assert (found["status"], found["entry"], len(found["lost"])) == ("would", None, 1)
    assert "Nothing was changed." in run("reimport", project, "interview.txt", corrected, "--dry-run")[1]
    assert answer(run, "codings", project) == before


def test_the_text_before_is_printed_by_its_revision(run: Run, project: Path, corrected: Path) -> None:
    run("reimport", project, "interview.txt", corrected)
    assert answer(run, "transcripts", project)[0]["revision"] == 2
    now, before = (
        answer(run, "text", project, "rettet.txt"),
        answer(run, "text", project, "rettet.txt", "--revision", "1"),
    )
    assert (now["revision"], HARD in now["text"]) == (2, False)
    assert (before["revision"], HARD in before["text"]) == (1, True)
    assert HARD in run("text", project, "rettet.txt", "--revision", "1")[1]
    status, _, err = run("text", project, "rettet.txt", "--revision", "9")
    assert (status, err) == (1, "Sag 01 · borger has no revision 9. It has 1, 2.\n")


def test_a_lost_passage_is_listed_with_its_revision(run: Run, project: Path, corrected: Path) -> None:
    run("reimport", project, "interview.txt", corrected)
    found = answer(run, "codings", project)
    assert [(each["revision"], each["earlier"]) for each in found] == [(2, False), (1, True), (2, False)]
    out = run("codings", project)[1]
    assert out.count("in revision 1") == 1
    assert answer(run, "info", project)["codings"] == 2


def test_doubts_are_listed_and_decided(run: Run, project: Path, corrected: Path) -> None:
    run("reimport", project, "interview.txt", corrected)
    changed, lost = answer(run, "doubts", project)
    assert (changed["verdict"], changed["before"], changed["mine"], changed["decision"]) == (
        "changed",
        SAID,
        True,
        None,
    )
    assert (lost["verdict"], lost["text"], lost["earlier"], lost["revision"]) == ("lost", HARD, True, 1)
    assert run("decide", project, changed["id"][:8], "keep")[1].startswith(
        "Kept H1.M1 Tryghed in Sag 01 · borger "
    )
    text = answer(run, "text", project, "rettet.txt")["text"]
    start = text.index("Da skiftede")
    found = answer(run, "decide", project, lost["id"], "place", start, start + 11, "--why", "samme sag")
    assert found["sentence"].endswith(f"on {start}–{start + 11}")
    assert answer(run, "doubts", project) == []
    assert run("doubts", project)[1] == "0 passages in doubt\n"
    run("undo", project)
    assert [each["id"] for each in answer(run, "doubts", project)] == [lost["id"]]
    assert run("decide", project, lost["id"], "remove")[0] == 0
    assert len(answer(run, "codings", project)) == 2


def test_a_passage_left_in_an_earlier_text_is_listed_when_asked_for(
    run: Run, project: Path, corrected: Path
) -> None:
    run("reimport", project, "interview.txt", corrected)
    lost = answer(run, "doubts", project, "--transcript", "rettet.txt")[1]
    run("decide", project, lost["id"], "keep")
    assert [each["decision"] for each in answer(run, "doubts", project, "--kept")] == [None, "kept"]
    assert "kept in revision 1" in run("doubts", project, "--kept")[1]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["keep", 3, 9], "keep takes no place"),
        (["place"], "To place a passage, say where."),
        (["place", 5], "To place a passage, say where."),
        (["forget"], "there is no 'forget'"),
    ],
)
def test_a_decision_without_meaning_is_refused(
    run: Run, project: Path, corrected: Path, words: list[object], said: str
) -> None:
    run("reimport", project, "interview.txt", corrected)
    lost = answer(run, "doubts", project)[1]
    status, _, err = run("decide", project, lost["id"], *words)
    assert (status, said in err) == (2, True), err


def test_another_interview_is_refused_in_one_sentence(run: Run, project: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.txt"
    other.write_text(
        "LINE: Vi har haft to i praktik på lageret.\n\nKAJ: Hvad gjorde forskellen?\n", encoding="utf-8"
    )
    status, out, err = run("reimport", project, "interview.txt", other)
    assert (status, out, len(err.splitlines())) == (2, "", 1)
    assert "looks like another interview" in err
    assert answer(run, "reimport", project, "interview.txt", other, "--force")["revision"] == 2
