"""A corrected transcript on both databases: written whole, undone whole, and refused where it would take words away."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from rcoder.domain.actions.coding import code_passage as coded
from rcoder.domain.codebook import CodebookContents
from rcoder.domain.coding import Coding
from rcoder.domain.errors import Stale
from rcoder.domain.ids import new_id
from rcoder.domain.journal import replay
from rcoder.domain.records import to_row
from rcoder.domain.study import Study
from rcoder.domain.tables import RECORDS
from rcoder.domain.transcript import Span
from rcoder.domain.words import Decision
from rcoder.project import Project, open_project
from rcoder.project.coding import CodingFlags, code_passage
from rcoder.project.doubts import decide, doubt_lines
from rcoder.project.importing import Bringing, import_files
from rcoder.project.reimporting import Wanted, reimport
from rcoder.project.waiting import waiting
from rcoder.store import Store, open_store

SAID = "for så vidste jeg, hvem jeg skulle ringe til"
HARD = "Ja, det første halve år"

Dump = Callable[[Store], dict[str, list[dict[str, Any]]]]


@pytest.fixture
def study(location: str | Path, contents: CodebookContents, interview_file: Path) -> str:
    """An interview with two passages of Anne's and one of Bo's, who is hidden."""
    with Project(open_store(location), str(location), "Anne") as project:
        project.begin(Study(new_id(), "Prøve", contents.codebook.id), [contents])
        list(
            import_files(project, [Bringing(interview_file, title="Mette", case="Sag 01", roles=("borger",))])
        )
        for words in (SAID, HARD):
            code(project, words)
    with open_project(str(location), coder="Bo") as project:
        code(project, SAID, "H1.R1")
    return str(location)


def code(project: Project, words: str, key: str = "H1.M1") -> Coding:
    text = project.text(project.transcript("Mette"))
    span = Span(text.index(words), text.index(words) + len(words))
    return code_passage(project, "Mette", span, key, CodingFlags())[0]


def correct(study: str, interview_file: Path, *changes: tuple[str, str]) -> None:
    text = interview_file.read_text(encoding="utf-8")
    for old, new in changes:
        text = text.replace(old, new)
    file = interview_file.with_name("rettet.txt")
    file.write_text(text, encoding="utf-8")
    with open_project(study, coder="Anne") as project:
        reimport(project, "Mette", Wanted(file))


CHANGES = (
    ("INTERVIEWER: Hvordan", "METTE: Goddag.\n\nLINE: Hvordan"),
    ("ringe", "skrive"),
    (f"{HARD}. ", ""),
)


def stored(study: str) -> list[tuple[str, int, str]]:
    """Words beside each coding, its revision, and who is said to say it."""
    sql = """SELECT x.quote, x.revision, s.name FROM codings x LEFT JOIN speakers s ON s.id = x.speaker_id
             ORDER BY x.quote, x.id"""
    with open_store(study) as store:
        return [(row["quote"], row["revision"], row["name"]) for row in store.reader.rows(sql)]


NEW = SAID.replace("ringe", "skrive")
AFTER = [(HARD, 1, "METTE"), (NEW, 2, "METTE"), (NEW, 2, "METTE")]


def test_everything_is_written_with_its_words_and_undone_with_them(
    study: str, interview_file: Path, dump: Dump
) -> None:
    with open_store(study) as store:
        before = dump(store)
    correct(study, interview_file, *CHANGES)
    assert stored(study) == AFTER
    with open_store(study) as store:
        after = dump(store)
        assert store.verify() == []
        assert len(after["revisions"]) == 1
        assert len(after["doubts"]) == 3
    with open_project(study, coder="Anne") as project:
        project.undo()
    with open_store(study) as store:
        assert dump(store) == before
    with open_project(study, coder="Anne") as project:
        project.redo()
    with open_store(study) as store:
        assert dump(store) == after
        replayed = replay(store.entries())
        for table, record in RECORDS.items():
            rows = store.reader.records(record, f"SELECT * FROM {table}")  # noqa: S608 - our own names
            assert {each.id: to_row(each) for each in rows} == replayed.get(table, {})


def test_undo_is_refused_where_somebody_has_coded_in_the_corrected_text(
    study: str, interview_file: Path
) -> None:
    correct(study, interview_file, *CHANGES)
    with open_project(study, coder="Bo") as project:
        code(project, "Goddag")
    before = stored(study)
    with open_project(study, coder="Anne") as project:
        with pytest.raises(
            Stale, match="Mette has passages in its revision 2, which this would take away"
        ) as refused:
            project.undo()
        assert "Remove those passages first" in refused.value.hint
    assert stored(study) == before
    with open_project(study, coder="Bo") as project:
        project.undo()
    with open_project(study, coder="Anne") as project:
        assert project.undo() is not None


def test_undo_is_refused_where_somebody_has_decided_since(study: str, interview_file: Path) -> None:
    correct(study, interview_file, *CHANGES)
    with open_project(study, coder="Bo") as project:
        project.do(decide(project, doubt_lines(project)[0].doubt.id, Decision.KEPT))
    with open_project(study, coder="Anne") as project, pytest.raises(Stale):
        project.undo()


def test_a_passage_of_a_program_that_does_not_know_of_the_correction_keeps_its_words(
    study: str, interview_file: Path
) -> None:
    """It is made on the text that this program has on screen."""
    with open_project(study, coder="Bo") as slow:
        transcript, chosen = slow.transcript("Mette"), slow.code("H1.M1")
        start = slow.text(transcript).index("turde")
        correct(study, interview_file, *CHANGES)
        late = Coding(new_id(), transcript.id, start, start + 5, chosen.id, slow.coder_id, revision=1)
        slow.do(coded(late, chosen, transcript))
        assert ("turde", 1, "METTE") in stored(study)
        (line,) = (each for each in doubt_lines(slow) if each.stray)
        assert (line.before, waiting(slow)) == ("turde", 2)


def test_the_questions_are_answered_alike(study: str, interview_file: Path) -> None:
    correct(study, interview_file, *CHANGES)
    with open_project(study, coder="Anne") as project:
        assert (project.overview().codings, waiting(project)) == (1, 2)
        (line,) = project.transcript_lines()
        assert (line.codings, line.own_codings, line.revision) == (1, 1, 2)
        assert {each.code.key: each.codings for each in project.code_lines() if each.codings} == {"H1.M1": 1}
        assert [(each.passage.text, each.passage.earlier) for each in project.coding_lines()] == [
            (NEW, False),
            (HARD, True),
        ]
        assert [each.span.of(project.reading(line.id).text) for each in project.reading(line.id).codings] == [
            NEW
        ]
        found = doubt_lines(project)
        assert [(each.doubt.verdict.value, each.before, each.about) for each in found] == [
            ("changed", SAID, "H1.M1 Tryghed"),
            ("lost", HARD, "H1.M1 Tryghed"),
        ]
        for each, decision in zip(found, (Decision.KEPT, Decision.REMOVED), strict=True):
            project.do(decide(project, each.doubt.id, decision))
        assert (waiting(project), doubt_lines(project, kept=True)) == (0, ())
