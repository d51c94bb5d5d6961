"""Quotations, marks and memos in a project on PostgreSQL: every question and deed about them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from let_go import write_memos
from rcoder.domain.codebook import CodebookContents
from rcoder.domain.transcript import Span
from rcoder.domain.words import Decision, Subject
from rcoder.project import Project, arranging, create_project
from rcoder.project.coding import CodingFlags, code_passage
from rcoder.project.doubts import decide, doubt_lines
from rcoder.project.excerpts import Form, Place, excerpts_in, keep_quote, marking, marks, quotes
from rcoder.project.importing import Bringing, import_files
from rcoder.project.memos import (
    Draft,
    linkable,
    memo_lines,
    memos_in,
    notes,
    removing,
    subjects,
    writing,
    writing_on_passage,
)
from rcoder.project.quotations import quotations
from rcoder.project.reimporting import Wanted, reimport
from rcoder.project.things import linkable_codings
from rcoder.project.waiting import waiting

MARKED = Span(100, 120)


@pytest.fixture
def project(fresh_database: str, contents: CodebookContents, interview_file: Path) -> Iterator[Project]:
    """One coding with a note, a quotation, a mark with a memo that points at the coding, and a memo on a code."""
    with create_project(fresh_database, "Prøve", contents, coder="Anne") as made:
        list(import_files(made, [Bringing(interview_file, title="Mette", case="Sag 01")]))
        coding, _ = code_passage(made, "Mette", Span(70, 95), "H1.M1", CodingFlags(memo="en note"))
        place = Place(coding.transcript_id, MARKED, 1)
        keep_quote(made, "Mette", Span(70, 90), Form("[ja]", "yes"))
        made.do(marking(made, place))
        made.do(writing_on_passage(made, place, Draft(title="på ord", links=(coding.id,))))
        made.do(writing(made, Subject.CODE, made.code("H1.M1").id, Draft(title="på kode")))
        yield made


def test_every_question_is_answered(project: Project, tmp_path: Path) -> None:
    own = project.transcript("Mette").id
    assert [len(each) for each in (quotes(project), marks(project), excerpts_in(project, own))] == [1, 1, 2]
    assert [each.memo.title for each in memo_lines(project)] == ["på kode", "på ord"]
    assert memo_lines(project)[1].links == ("H1.M1 in Mette",)
    assert [
        len(each) for each in (notes(project), memos_in(project, own), linkable_codings(project, own))
    ] == [1] * 3
    assert [len(each) for each in (linkable(project), quotations(project.sight))] == [4, 1]
    assert [each.words for each in subjects(project)][:3] == ["the project", "Sag 01", "Mette"]
    assert write_memos(project, tmp_path / "memoer.md", memo_lines(project)).is_file()


def test_a_corrected_text_casts_doubt_that_is_decided_on(project: Project, tmp_path: Path) -> None:
    text = project.text(project.transcript("Mette"))
    file = tmp_path / "rettet.txt"
    file.write_text(text.replace(text[95:125], ""), encoding="utf-8")
    reimport(project, "Mette", Wanted(file), backed_up=False)
    assert waiting(project) == 1
    (line,) = doubt_lines(project)
    assert line.about == "reading mark"
    project.do(decide(project, line.doubt.id, Decision.REMOVED))
    assert [each.memo.title for each in memo_lines(project)] == ["på kode"]
    project.undo()
    assert len(marks(project)) == 1


def test_an_interview_and_memos_are_removed_and_brought_back(project: Project) -> None:
    before = memo_lines(project)
    project.do(arranging.removal(project, [project.transcript("Mette").id]))
    assert len(memo_lines(project)) == 1
    project.undo()
    assert memo_lines(project) == before
    for each in before:
        project.do(removing(project, each.memo.id))
    assert memo_lines(project) == ()
