"""Memos through the project: what they are on and point at, chosen, ordered, changed, and written to a file."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from let_go import write_memos
from rcoder.domain.actions.coding import uncode
from rcoder.domain.actions.studying import release
from rcoder.domain.errors import Misuse, NotFound
from rcoder.domain.transcript import Span
from rcoder.domain.words import MemoKind, Subject
from rcoder.project import Project, open_project
from rcoder.project.coding import CodingFlags, code_passage
from rcoder.project.excerpts import Place
from rcoder.project.importing import Bringing, import_files
from rcoder.project.memos import (
    Draft,
    MemoLine,
    Wanted,
    changing,
    chosen,
    link_named,
    linkable,
    memo_lines,
    memos_in,
    notes,
    ordered,
    removing,
    writing,
    writing_on_passage,
)
from rcoder.project.things import linkable_codings


@pytest.fixture
def project(new_project: Callable[..., Project], interview_file: Path) -> Iterator[Project]:
    with new_project(coder="Anne") as made:
        list(import_files(made, [Bringing(interview_file, title="Mette", case="Sag 01")]))
        code_passage(made, "Mette", Span(70, 95), "H1.M1", CodingFlags(memo="en note"))
        yield made


def write(project: Project, about: Subject, about_id: str, text: str = "ord", **draft: object) -> str:
    entry = project.do(writing(project, about, about_id, Draft(text=text, **draft)))  # type: ignore[arg-type]
    return entry.changes[-1].id


def line(project: Project, memo_id: str) -> MemoLine:
    return next(each for each in memo_lines(project) if each.memo.id == memo_id)


def test_memos_point_at_memos_codings_and_passages_and_are_pointed_back_at(project: Project) -> None:
    found = project.transcript("Mette")
    coding = project.coding_lines()[0].coding
    first = write(project, Subject.CODE, project.code("H1.M1").id, title="Tryghed først")
    project.do(writing_on_passage(project, Place(found.id, Span(0, 11), 1), Draft(text="på ord")))
    excerpt = next(each.memo.about_id for each in memo_lines(project) if each.memo.about is Subject.PASSAGE)
    second = write(project, Subject.PROJECT, "", title="Samlet", links=(first, coding.id, excerpt, "væk"))
    assert line(project, second).links == ("Tryghed først", "H1.M1 in Mette", "“INTERVIEWER” in Mette")
    assert [each.words for each in line(project, first).linked_from] == ["Samlet"]
    at = line(project, second).points_at[1]
    assert (at.what, at.transcript_id, at.span) == (Subject.CODING, found.id, coding.span)


def test_a_hidden_memo_is_no_backlink_and_what_is_hidden_has_no_name(project: Project) -> None:
    first = write(project, Subject.PROJECT, "", title="Åben")
    project.do(release(project.coders()[0]))
    with open_project(project.location, coder="Bo") as bo:
        write(bo, Subject.PROJECT, "", title="Skjult", links=(first,))
    with open_project(project.location, coder="Cy") as cy:
        assert line(cy, first).linked_from == ()
        assert [each.words for each in linkable(cy)] == ["Åben"]


def test_notes_on_codings_are_listed_among_memos(project: Project) -> None:
    (note,) = notes(project)
    assert (note.memo.text, note.about, note.note) == ("en note", "H1.M1 in Mette", True)
    write(project, Subject.PROJECT, "")
    assert [each.note for each in ordered((*notes(project), *memo_lines(project)))] == [False, True]


def test_memos_are_chosen_by_kind_subject_writer_and_words(project: Project) -> None:
    code = project.code("H1.M1").id
    write(project, Subject.CODE, code, "Ærlig talt", kind=MemoKind.METHOD, title="Om kontakt")
    write(project, Subject.PROJECT, "", "andet")
    every = (*memo_lines(project), *notes(project))
    for wanted, texts in (
        (Wanted(kind=MemoKind.METHOD), ["Ærlig talt"]),
        (Wanted(about=Subject.PROJECT), ["andet"]),
        (Wanted(about_id=code), ["Ærlig talt"]),
        (Wanted(words="ærlig KONTAKT"), ["Ærlig talt"]),
        (Wanted(words="h1.m1"), ["Ærlig talt", "en note"]),
        (Wanted(coder="anne", notes=False), ["andet", "Ærlig talt"]),
        (Wanted(coder="bo"), []),
    ):
        assert sorted(each.memo.text for each in chosen(every, wanted)) == sorted(texts), wanted


def test_memos_are_changed_and_removed_by_whoever_wrote_them(project: Project) -> None:
    memo = write(project, Subject.PROJECT, "", title="Før")
    entry = project.do(changing(project, memo, Draft(MemoKind.METHOD, "Efter", "ny", (memo,))))
    assert entry.sentence == "Changed the analytic memo Før on the project"
    assert line(project, memo).memo.links == (memo,)
    with pytest.raises(Misuse, match="neither a title"):
        changing(project, memo, Draft())
    project.do(release(project.coders()[0]))
    with open_project(project.location, coder="Bo") as bo, pytest.raises(Misuse, match="Anne's"):
        changing(bo, memo, Draft(text="mit"))
    project.do(removing(project, memo))
    with pytest.raises(NotFound):
        removing(project, memo)


def test_a_memo_on_something_that_is_gone_is_refused_and_one_that_was_there_stays(project: Project) -> None:
    coding = project.coding_lines()[0].coding
    memo = write(project, Subject.CODING, coding.id)
    project.do(uncode([coding], project.codes(), project.transcript("Mette"), ()))
    assert (line(project, memo).thing, line(project, memo).about) == (None, "")
    with pytest.raises(NotFound, match="no longer there"):
        writing(project, Subject.CODING, coding.id, Draft(text="x"))


def test_the_memos_of_an_interview_are_those_on_its_codings_and_passages(project: Project) -> None:
    found = project.transcript("Mette")
    write(project, Subject.CODING, project.coding_lines()[0].coding.id, "på kodning")
    write(project, Subject.INTERVIEW, found.id, "om interviewet")
    project.do(writing_on_passage(project, Place(found.id, Span(0, 5), 1), Draft(text="på ord")))
    assert sorted(each.memo.text for each in memos_in(project, found.id)) == ["på kodning", "på ord"]


def test_what_a_memo_points_at_is_named_by_title_number_or_id(project: Project) -> None:
    memo = write(project, Subject.PROJECT, "", title="Ét")
    coding = project.coding_lines()[0].coding.id
    assert [link_named(project, each) for each in ("ét", memo[:30], coding)] == [memo, memo, coding]
    with pytest.raises(NotFound, match="Nothing"):
        link_named(project, "to")
    write(project, Subject.PROJECT, "", title="Ét")
    with pytest.raises(NotFound, match="More than one"):
        link_named(project, "ét")
    assert [each.id for each in linkable_codings(project, project.transcript("Mette").id)] == [coding]


def test_memos_are_written_to_one_file_in_their_order(project: Project, tmp_path: Path) -> None:
    found = project.transcript("Mette")
    first = write(project, Subject.PROJECT, "", "# Overskrift\n\nord", title="Først")
    project.do(
        writing_on_passage(project, Place(found.id, Span(0, 11), 1), Draft(title="På ord", links=(first,)))
    )
    file = write_memos(project, tmp_path / "memoer.md", (*memo_lines(project), *notes(project)))
    text = file.read_text(encoding="utf-8")
    assert text.index("## The project") < text.index("#### Overskrift") < text.index("På ord")
    assert "> “INTERVIEWER”" in text
    assert f"See: [Først](#{first})" in text
    assert "*note on a coding · Anne*" in text
    with pytest.raises(Misuse, match="Markdown"):
        write_memos(project, tmp_path / "memoer.txt", ())
