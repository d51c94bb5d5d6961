"""The one door: opening, doing, undoing across restarts, and finding damage."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from rcoder.domain.actions.coding import flag, respan, uncode
from rcoder.domain.errors import Damaged, NotFound, RcoderError, Stale
from rcoder.domain.transcript import Span
from rcoder.domain.words import Polarity
from rcoder.project import Project, open_project
from rcoder.project.coding import CodingFlags, code_passage
from rcoder.project.importing import Bringing, ImportStatus, import_files


@pytest.fixture
def study(new_project: Callable[..., Project], interview_file: Path) -> str:
    with new_project() as project:
        list(import_files(project, [Bringing(interview_file, case="Sag 01", roles=("borger",))]))
        return project.location


def test_undo_and_redo_survive_a_restart(study: str) -> None:
    with open_project(study) as project:
        code_passage(project, "interview.txt", Span(70, 80), "H1.M1", CodingFlags())
        code_passage(project, "interview.txt", Span(81, 90), "H1.R1", CodingFlags())
    with open_project(study) as project:
        assert project.undo() is not None
        assert [line.code for line in project.coding_lines()] == ["H1.M1"]
    with open_project(study) as project:
        project.undo()
        assert project.coding_lines() == ()
        project.redo()
        project.redo()
        assert project.redo() is None
        assert [line.code for line in project.coding_lines()] == ["H1.M1", "H1.R1"]


def test_undo_takes_back_an_import_and_redo_brings_every_word_back(study: str) -> None:
    with open_project(study) as project:
        before = project.reading(project.transcript("interview.txt").id)
        project.undo()
        assert project.transcript_lines() == ()
        project.redo()
        assert project.reading(before.transcript.id) == before


def test_a_change_to_a_row_that_another_window_changed_is_refused_and_loses_nothing(study: str) -> None:
    with open_project(study) as first, open_project(study) as second:
        coding, _ = code_passage(first, "interview.txt", Span(70, 80), "H1.M1", CodingFlags())
        transcript, code = first.transcript("interview.txt"), first.code("H1.M1")
        second.do(flag(coding, transcript, code, polarity=Polarity.WEAK))
        with pytest.raises(Stale):
            first.do(respan(coding, Span(60, 80), code, transcript))
        (line,) = first.coding_lines()
        assert (line.coding.polarity, line.coding.start) == (Polarity.WEAK, 70)


def test_removing_a_coding_and_undoing_it_brings_the_flags_and_words_back(study: str) -> None:
    with open_project(study) as project:
        coding, _ = code_passage(project, "interview.txt", Span(70, 80), "H1.M1", CodingFlags(memo="vigtig"))
        before = project.coding_lines()
        project.do(
            uncode(
                [coding],
                project.codes(),
                project.transcript("interview.txt"),
                project.groundings_of([coding.id]),
            )
        )
        assert project.coding_lines() == ()
        project.undo()
        assert project.coding_lines() == before


def test_words_that_were_changed_on_the_disk_are_found_at_opening(study: str) -> None:
    connection = sqlite3.connect(study)
    connection.execute("UPDATE texts SET text = replace(text, 'rart', 'sært')")
    connection.commit()
    connection.close()
    with open_project(study) as project, pytest.raises(Damaged, match="Sag 01"):
        project.verify()
    with open_project(study) as project, pytest.raises(Damaged):
        project.reading(project.transcript_lines()[0].id)


def test_the_same_file_twice_is_noticed_and_so_are_the_same_words_in_another(
    study: str, interview_file: Path
) -> None:
    other = interview_file.with_name("copy.txt")
    other.write_bytes(interview_file.read_bytes().replace(b"\n", b"\r\n"))
    with open_project(study) as project:
        found = list(import_files(project, [Bringing(interview_file), Bringing(other)]))
        assert [each.status for each in found] == [ImportStatus.DUPLICATE, ImportStatus.IMPORTED]
        assert "the same words as Sag 01" in " ".join(found[1].messages)
        assert len(project.transcript_lines()) == 2


def test_a_second_interview_of_a_case_joins_it_and_blanks_nothing(study: str, interview_file: Path) -> None:
    other = interview_file.with_name("mentor.txt")
    other.write_text(
        "INTERVIEWER: Ja?\n\nBO: Jamen det gik da.\n\nINTERVIEWER: Nå.\n\nBO: Ja.\n", encoding="utf-8"
    )
    with open_project(study) as project:
        list(
            import_files(project, [Bringing(other, case="sag 01", roles=("mentor",), municipality="Nordby")])
        )
        (case,) = project.cases()
        assert (case.name, case.municipality) == ("Sag 01", "Nordby")
        assert [line.roles for line in project.transcript_lines()] == [("borger",), ("mentor",)]


def test_an_unknown_code_is_said_with_the_nearest_one(study: str) -> None:
    with open_project(study) as project, pytest.raises(NotFound, match=r"Did you mean H1\.M1\?"):
        project.code("H1M1")


def test_a_project_is_never_made_over_a_file(study: str, new_project: Callable[..., Project]) -> None:
    before = Path(study).read_bytes()
    with pytest.raises(RcoderError):
        new_project()
    assert Path(study).read_bytes() == before


def test_nothing_to_undo_is_no_error(new_project: Callable[..., Project]) -> None:
    with new_project() as project:
        assert project.undo() is None
        assert project.redo() is None
