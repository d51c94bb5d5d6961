"""Quotations, reading marks and memos on passages, through the project."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from rcoder.domain.actions.studying import release
from rcoder.domain.errors import Misuse, NotFound, Stale, Unchanged
from rcoder.domain.excerpt import Excerpt
from rcoder.domain.tables import RECORDS
from rcoder.domain.transcript import Span
from rcoder.domain.words import Decision, MemoKind, Subject, Verdict
from rcoder.project import Project, arranging, open_project
from rcoder.project.coding import CodingFlags, code_passage
from rcoder.project.doubts import decide, doubt_lines
from rcoder.project.excerpts import Form, Place, excerpts_in, keep_quote, marking, marks, quotes, quoting
from rcoder.project.importing import Bringing, import_files
from rcoder.project.memos import Draft, memo_lines, removing, writing_on_passage
from rcoder.project.quotations import with_quotations
from rcoder.project.reimporting import Wanted, reimport
from rcoder.project.waiting import waiting

SAID = "for så vidste jeg, hvem jeg skulle ringe til"
HARD = "Ja, det første halve år"
EDITED = "så vidste jeg, hvem jeg skulle ringe til [kontaktpersonen]"


@pytest.fixture
def study(new_project: Callable[..., Project], interview_file: Path) -> str:
    with new_project(coder="Anne") as project:
        list(import_files(project, [Bringing(interview_file, title="Mette", case="Sag 01")]))
        return project.location


@pytest.fixture
def anne(study: str) -> Iterator[Project]:
    with open_project(study, coder="Anne") as project:
        yield project


@pytest.fixture
def bo(study: str) -> Iterator[Project]:
    with open_project(study, coder="Bo") as project:
        yield project


def place_of(project: Project, words: str) -> Place:
    found = project.transcript("Mette")
    start = project.text(found).index(words)
    return Place(found.id, Span(start, start + len(words)), found.revision)


def keep(project: Project, words: str = SAID, **form: str) -> str:
    return project.do(quoting(project, place_of(project, words), Form(**form))).sentence


def excerpts(project: Project) -> tuple[Excerpt, ...]:
    return excerpts_in(project, project.transcript("Mette").id)


def tables(project: Project) -> dict[str, list[Any]]:
    return {
        name: [dict(row) for row in project.sight.reader.rows(f"SELECT * FROM {name} ORDER BY id")]  # noqa: S608 - our own names
        for name in RECORDS
    }


def release_me(project: Project) -> None:
    project.do(release(next(each for each in project.coders() if each.id == project.coder_id)))


# -- quotations --------------------------------------------------------------------------------------------------


def test_a_quotation_keeps_the_words_and_two_forms_beside_them(anne: Project) -> None:
    assert keep(anne, edited=EDITED, translation="then I knew whom to call").startswith(
        "Kept the quotation Mette "
    )
    (line,) = quotes(anne)
    assert (line.passage.text, line.edited) == (SAID, EDITED)
    assert (line.excerpt.translation, line.excerpt.language) == ("then I knew whom to call", "en")
    assert (line.check, line.passage.case, line.passage.speaker) == ("", "Sag 01", "METTE")


def test_a_quotation_is_changed_dropped_and_brought_back(anne: Project) -> None:
    keep(anne, edited=EDITED)
    assert keep(anne, edited="vidste jeg", translation="I knew").startswith("Changed")
    with pytest.raises(Unchanged):
        keep(anne, edited="vidste jeg", translation="I knew")
    assert keep(anne).startswith("Dropped")
    assert excerpts(anne) == ()
    anne.undo()
    assert [each.edited for each in quotes(anne)] == ["vidste jeg"]
    anne.undo()
    assert [each.edited for each in quotes(anne)] == [EDITED]


def test_words_as_they_were_said_are_a_quotation_too(anne: Project) -> None:
    keep(anne, edited=f" {SAID.replace(' ', '  ')} ")
    (line,) = quotes(anne)
    assert (line.edited, line.excerpt.edited) == ("", SAID)
    keep(anne, edited=SAID, translation="then I knew")
    assert [each.excerpt.edited for each in quotes(anne)] == [""]


def test_an_empty_form_where_no_quotation_is_has_no_meaning(anne: Project) -> None:
    with pytest.raises(Misuse, match="edited form or a translation"):
        keep(anne)


def test_words_that_are_not_the_passages_are_told_with_the_quotation(anne: Project) -> None:
    keep(anne, edited="så var jeg glad")
    assert quotes(anne)[0].check.startswith("“var”, “glad” are not in the passage")


def test_a_text_corrected_meanwhile_is_not_quoted_at_an_old_place(anne: Project) -> None:
    place = place_of(anne, SAID)
    with pytest.raises(Stale, match="corrected since"):
        quoting(anne, replace(place, revision=2), Form("så"))
    with pytest.raises(NotFound):
        quoting(anne, replace(place, transcript_id="x"), Form("så"))


@pytest.mark.parametrize("span", [Span(5, 5), Span(-1, 4), Span(0, 10**6)])
def test_a_place_outside_the_text_is_no_quotation(anne: Project, span: Span) -> None:
    with pytest.raises(Misuse, match="no passage"):
        keep_quote(anne, "Mette", span, Form("ord"))


def test_each_coder_has_quotations_of_their_own(anne: Project, bo: Project) -> None:
    keep(anne, edited=EDITED)
    keep(bo, edited="vidste jeg")
    assert [each.edited for each in quotes(bo)] == ["vidste jeg"]
    release_me(anne)
    assert sorted(each.edited for each in quotes(bo)) == [EDITED, "vidste jeg"]


def test_exports_find_the_quotations_of_the_same_words_of_some_and_of_more(anne: Project) -> None:
    text = anne.text(anne.transcript("Mette"))
    start = text.index(SAID)
    for span in (Span(start, start + len(SAID)), Span(0, 10)):
        code_passage(anne, "Mette", span, "H1.M1", CodingFlags())
    keep(anne, "vidste jeg", translation="I knew")
    keep(anne, f"rart, {SAID}", edited=f"rart, … {SAID}")
    coded = [each.passage for each in anne.coding_lines()]
    found = {each.text: [one.text for one in each.quotations] for each in with_quotations(anne.sight, coded)}
    assert found[SAID] == [f"rart, {SAID}", "vidste jeg"]
    assert found[text[:10]] == []


# -- marks -------------------------------------------------------------------------------------------------------


def mark(project: Project, words: str) -> str:
    return project.do(marking(project, place_of(project, words))).sentence


def test_a_mark_is_set_and_taken_off_by_any_of_its_words(anne: Project) -> None:
    assert mark(anne, SAID).startswith("Marked Mette ")
    assert [each.passage.text for each in marks(anne)] == [SAID]
    assert mark(anne, "vidste").startswith("Took the mark off Mette ")
    assert (marks(anne), excerpts(anne)) == ((), ())
    anne.undo()
    assert len(marks(anne)) == 1


def test_a_mark_on_a_quotation_is_the_same_excerpt_and_leaves_it(anne: Project) -> None:
    keep(anne, edited=EDITED)
    mark(anne, SAID)
    assert [(each.mark, each.edited) for each in excerpts(anne)] == [(True, EDITED)]
    mark(anne, SAID)
    assert [(each.mark, each.edited) for each in excerpts(anne)] == [(False, EDITED)]


def test_marks_are_ones_own(anne: Project, bo: Project) -> None:
    mark(anne, SAID)
    release_me(anne)
    assert marks(bo) == ()
    assert [each.mark for each in excerpts(bo)] == [False]
    mark(bo, SAID)
    assert len(marks(bo)) == 1


# -- memos on passages -------------------------------------------------------------------------------------------


def remember(project: Project, words: str = SAID, **draft: Any) -> str:
    given = {"title": "Ringe til", "text": "Hvem?", **draft}
    return project.do(writing_on_passage(project, place_of(project, words), Draft(**given))).sentence


def test_a_memo_on_words_that_nobody_coded_makes_an_excerpt_of_them(anne: Project) -> None:
    assert remember(anne, kind=MemoKind.REFLEXIVE).startswith("Wrote the reflexive memo Ringe til on Mette ")
    (line,) = memo_lines(anne)
    assert (line.memo.about, line.memo.about_id) == (Subject.PASSAGE, excerpts(anne)[0].id)
    assert line.about == "“for så vidste jeg, hvem jeg skulle ring…” in Mette"
    anne.undo()
    assert (memo_lines(anne), excerpts(anne)) == ((), ())


def test_a_memo_that_goes_takes_an_excerpt_along_that_serves_nothing_else(anne: Project) -> None:
    before = tables(anne)
    remember(anne)
    remember(anne, title="To")
    one, two = (each.memo.id for each in memo_lines(anne))
    anne.do(removing(anne, one))
    assert len(excerpts(anne)) == 1
    anne.do(removing(anne, two))
    assert tables(anne) == before
    anne.undo()
    mark(anne, SAID)
    anne.do(removing(anne, two))
    assert [each.mark for each in excerpts(anne)] == [True]


def test_a_quotation_dropped_stays_an_excerpt_where_a_memo_is_on_it(anne: Project) -> None:
    keep(anne, edited=EDITED)
    remember(anne)
    keep(anne)
    assert [each.edited for each in excerpts(anne)] == [""]
    assert len(memo_lines(anne)) == 1


def test_an_interview_takes_its_excerpts_and_their_memos_along_and_brings_them_back(anne: Project) -> None:
    keep(anne, edited=EDITED)
    remember(anne)
    mark(anne, HARD)
    before = tables(anne)
    entry = anne.do(arranging.removal(anne, [anne.transcript("Mette").id]))
    assert "2 passages kept and 1 memo" in entry.sentence
    assert tables(anne)["excerpts"] == []
    anne.undo()
    assert tables(anne) == before


def test_an_interview_with_hidden_excerpts_is_not_removed(anne: Project, bo: Project) -> None:
    mark(bo, SAID)
    with pytest.raises(Stale, match="Another coder's work"):
        anne.do(arranging.removal(anne, [anne.transcript("Mette").id]))


def test_a_hidden_memo_on_anothers_excerpt_keeps_it(anne: Project, bo: Project) -> None:
    from rcoder.project.memos import writing

    keep(anne, edited=EDITED)
    release_me(anne)
    (own,) = excerpts(bo)
    bo.do(writing(bo, Subject.PASSAGE, own.id, Draft(text="hemmeligt")))
    keep(anne)
    assert [each.id for each in excerpts(anne)] == [own.id]


# -- corrected transcripts ---------------------------------------------------------------------------------------


@pytest.fixture
def corrected(study: str, interview_file: Path) -> str:
    """Anne has quoted what is changed inside, marked what is lost and written on both; Bo has marked what is changed."""
    with open_project(study, coder="Anne") as project:
        keep(project, edited=EDITED)
        mark(project, HARD)
        remember(project, HARD)
        mark(project, "Jamen det var jo rart")
    with open_project(study, coder="Bo") as project:
        mark(project, SAID)
    text = interview_file.read_text(encoding="utf-8")
    file = interview_file.with_name("rettet.txt")
    file.write_text("Nyt.\n\n" + text.replace("ringe", "skrive").replace(f"{HARD}. ", ""), encoding="utf-8")
    with open_project(study, coder="Anne") as project:
        found = reimport(project, "Mette", Wanted(file))
        assert (found.found, len(found.changed), len(found.lost)) == (1, 1, 1)
    return study


def test_excerpts_follow_a_corrected_text_and_doubt_is_cast_on_them(corrected: str) -> None:
    with open_project(corrected, coder="Anne") as project:
        found = [(each.about, each.doubt.verdict, each.before) for each in doubt_lines(project)]
        assert found == [("quotation", Verdict.CHANGED, SAID), ("reading mark", Verdict.LOST, HARD)]
        assert waiting(project) == 2
        text = project.text(project.transcript("Mette"))
        assert [each.span.of(text) for each in excerpts(project)] == [
            "Jamen det var jo rart", SAID.replace("ringe", "skrive"),
        ]  # fmt: skip
        assert quotes(project)[0].check.startswith("“ringe” is not")
    with open_project(corrected, coder="Bo") as project:
        assert [each.passage.coder for each in doubt_lines(project)] == ["Bo"]


def test_a_lost_excerpt_is_placed_or_removed_with_its_memos(corrected: str) -> None:
    with open_project(corrected, coder="Anne") as project:
        lost = doubt_lines(project)[1]
        before = tables(project)
        project.do(decide(project, lost.doubt.id, Decision.REMOVED))
        assert memo_lines(project) == ()
        project.undo()
        assert tables(project) == before
        there = place_of(project, "Da skiftede de")
        project.do(decide(project, lost.doubt.id, Decision.PLACED, there.span))
        assert [each.passage.text for each in marks(project)] == ["Jamen det var jo rart", "Da skiftede de"]
        assert memo_lines(project)[0].about == "“Da skiftede de” in Mette"


def test_a_memo_on_words_of_an_earlier_text_says_which(corrected: str) -> None:
    with open_project(corrected, coder="Anne") as project:
        (line,) = memo_lines(project)
        assert line.thing is not None
        assert (line.thing.earlier, line.thing.words) == (1, f"“{HARD}” in Mette")
        assert [each.passage.earlier for each in marks(project)] == [False, True]


def test_a_corrected_text_is_refused_where_an_excerpt_was_kept_meanwhile(
    anne: Project, bo: Project, interview_file: Path
) -> None:
    text = interview_file.read_text(encoding="utf-8")
    file = interview_file.with_name("rettet.txt")
    file.write_text(text.replace("ringe", "skrive"), encoding="utf-8")
    reimport(anne, "Mette", Wanted(file))
    anne.undo()
    mark(bo, SAID)
    with pytest.raises(Stale, match="coded since"):
        anne.redo()
