"""Many files: each on its own, in order, read by other processes; and their sentences, which come later."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from rcoder.domain.errors import ReadOnly
from rcoder.domain.finding import Search
from rcoder.project import Project, open_project, reading_ahead
from rcoder.project.crew import LOST
from rcoder.project.finding import find
from rcoder.project.importing import Bringing, Brought, ImportStatus, import_files
from rcoder.project.sentences import Found, find_sentences, without_sentences

MANY = reading_ahead.FEW + 4
TALK = "INTERVIEWER: Hvordan gik nummer {n}?\n\nMETTE: Det var d. {n}. maj, osv. Så gik vi hjem. Det var fint.\n\nINTERVIEWER: Nå.\n\nMETTE: Ja.\n"


def files(folder: Path, count: int) -> list[Bringing]:
    found = []
    for number in range(count):
        file = folder / f"samtale-{number:02}.txt"
        file.write_text(TALK.format(n=number + 1), encoding="utf-8")
        found.append(Bringing(file, case=f"Sag {number // 3}", roles=("borger",)))
    return found


@pytest.fixture
def project(new_project: Callable[..., Project]) -> Iterator[Project]:
    with new_project() as project:
        yield project


def words_of(project: Project, brought: Brought) -> tuple[str, ...]:
    assert brought.transcript is not None
    reading = project.reading(brought.transcript)
    return tuple(span.of(reading.text) for span in reading.sentences)


def test_many_files_come_in_in_their_order_and_bad_ones_stop_nobody(project: Project, tmp_path: Path) -> None:
    given = files(tmp_path, MANY)
    given[2].file.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(200))
    given[5].file.unlink()
    given[7].file.write_text("", encoding="utf-8")
    given[8].file.write_bytes(given[1].file.read_bytes())
    found = list(import_files(project, given))
    assert [each.file for each in found] == [str(each.file) for each in given]
    bad = {place: each.status for place, each in enumerate(found) if each.status != ImportStatus.IMPORTED}
    failed, duplicate = ImportStatus.FAILED, ImportStatus.DUPLICATE
    assert bad == {2: failed, 5: failed, 7: failed, 8: duplicate}
    assert [given[place].file.name in found[place].messages[0] for place in (2, 5, 7)] == [True] * 3
    lines = {line.id for line in project.transcript_lines()}
    assert lines == {each.transcript for each in found if each.status is ImportStatus.IMPORTED}
    assert [case.name for case in project.cases()] == ["Sag 0", "Sag 1", "Sag 2", "Sag 3"]


def test_each_interview_is_an_entry_of_its_own_that_can_be_taken_back(
    project: Project, tmp_path: Path
) -> None:
    before = project.latest()
    found = list(import_files(project, files(tmp_path, MANY)))
    sentences = [line.sentence for line in project.journal(after=before)]
    assert len(sentences) == MANY
    assert all(f"samtale-{place:02}.txt" in sentence for place, sentence in enumerate(sentences))
    project.undo()
    assert len(project.transcript_lines()) == MANY - 1
    assert found[-1].transcript not in {line.id for line in project.transcript_lines()}


def test_few_and_many_files_become_the_same(
    new_project: Callable[..., Project], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    given = files(tmp_path, MANY)
    told = []
    for name, few in (("many.rcoder", 0), ("few.rcoder", MANY)):
        monkeypatch.setattr(reading_ahead, "FEW", few)
        with new_project(name) as project:
            ids = {str(each.file): f"t{place}" for place, each in enumerate(given)}
            found = list(import_files(project, given, identify=lambda each, ids=ids: ids[str(each.file)]))
            told.append((found, [project.transcript(f"t{place}") for place in range(MANY)]))
    assert told[0] == told[1]


def test_a_file_that_ends_its_reader_is_said(
    project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Losing:
        def __init__(self, _: object, files: list[reading_ahead.Asked], **__: object) -> None:
            self.answers = [
                (each, LOST if place else reading_ahead.read_flat(each)) for place, each in enumerate(files)
            ]

        def __enter__(self) -> list[tuple[reading_ahead.Asked, object]]:
            return self.answers

        def __exit__(self, *_: object) -> None:
            """Nobody was hired."""

    monkeypatch.setattr(reading_ahead, "Crew", Losing)
    found = list(import_files(project, files(tmp_path, MANY)))
    assert [each.status for each in found] == [ImportStatus.IMPORTED, *[ImportStatus.FAILED] * (MANY - 1)]
    assert "samtale-01.txt ended the program that read it" in found[1].messages[0]


def test_a_case_that_somebody_else_makes_meanwhile_is_joined(
    project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mine, theirs = files(tmp_path, 2)
    do = project.do

    def late(*given: object, **more: object) -> object:
        monkeypatch.setattr(project, "do", do)
        with open_project(project.location, coder="Anden") as other:
            assert [each.status for each in import_files(other, [theirs])] == [ImportStatus.IMPORTED]
        return do(*given, **more)

    monkeypatch.setattr(project, "do", late)
    (found,) = import_files(project, [mine])
    assert found.status is ImportStatus.IMPORTED
    (case,) = project.cases()
    assert {line.case_id for line in project.transcript_lines()} == {case.id}


def test_titles_are_never_the_same(project: Project, tmp_path: Path) -> None:
    given = [Bringing(each.file, title="Samtale") for each in files(tmp_path, 3)]
    list(import_files(project, given))
    titles = [line.title for line in project.transcript_lines()]
    assert titles == ["Samtale", "Samtale (2)", "Samtale (3)"]


# -- sentences -----------------------------------------------------------------------------------------------------


def test_an_interview_can_be_read_and_found_before_its_sentences_are(
    project: Project, tmp_path: Path
) -> None:
    (found,) = import_files(project, files(tmp_path, 1))
    assert found.transcript is not None
    assert project.reading(found.transcript).provisional
    assert words_of(project, found)[:3] == ("Hvordan gik nummer 1?", "Det var d.", "1. maj, osv.")
    assert len(find(project, Search("hjem")).hits) == 1


def test_sentences_found_later_take_the_place_of_those_of_a_first_glance(
    project: Project, tmp_path: Path
) -> None:
    (found,) = import_files(project, files(tmp_path, 1))
    assert found.transcript is not None
    before, seq = project.reading(found.transcript), project.latest()
    assert list(find_sentences(project)) == [Found(1, 1)]
    after = project.reading(found.transcript)
    assert not after.provisional
    assert words_of(project, found)[1:4] == ("Det var d. 1. maj, osv.", "Så gik vi hjem.", "Det var fint.")
    assert (after.text, after.codings, after.transcript) == (before.text, before.codings, before.transcript)
    assert project.latest() == seq
    annotation = project.annotation(after.transcript)
    assert annotation is not None
    assert annotation.lemmas


@pytest.mark.parametrize("processes", [1, 2])
def test_every_process_finds_the_same_sentences(project: Project, tmp_path: Path, processes: int) -> None:
    found = list(import_files(project, files(tmp_path, 4)))
    told = list(find_sentences(project, processes=processes))
    assert told == [Found(done, 4) for done in range(1, 5)]
    assert without_sentences(project) == 0
    assert [words_of(project, each)[1] for each in found] == [
        f"Det var d. {n}. maj, osv." for n in range(1, 5)
    ]
    assert list(find_sentences(project)) == []


def test_what_was_found_stays_where_it_is_stopped_and_the_rest_comes_later(
    project: Project, tmp_path: Path
) -> None:
    found = list(import_files(project, files(tmp_path, 5)))
    finding = find_sentences(project, processes=1)
    assert [next(finding), next(finding)] == [Found(1, 5), Found(2, 5)]
    finding.close()
    provisional = [project.reading(str(each.transcript)).provisional for each in found]
    assert provisional == [False, False, True, True, True]
    assert list(find_sentences(project, processes=1))[-1] == Found(3, 3)
    assert without_sentences(project) == 0


def test_interviews_that_are_wanted_come_first_the_newest_of_them_before_the_others(
    project: Project, tmp_path: Path
) -> None:
    found = [str(each.transcript) for each in import_files(project, files(tmp_path, 6))]
    wanted = [[], [found[3], found[5]], [], [], [], []]
    order = []
    for _ in find_sentences(project, processes=1, wanted=lambda: wanted.pop(0)):
        done = [each for each in found if not project.reading(each).provisional]
        order += [found.index(each) for each in done if found.index(each) not in order]
    assert order == [0, 5, 3, 1, 2, 4]


def test_the_same_words_in_two_interviews_are_gone_through_once(project: Project, tmp_path: Path) -> None:
    first, second = files(tmp_path, 2)
    second.file.write_bytes(first.file.read_bytes().replace(b"\n", b"\r\n"))
    list(import_files(project, [first, second]))
    assert without_sentences(project) == 2
    assert list(find_sentences(project)) == [Found(1, 2), Found(2, 2)]
    assert without_sentences(project) == 0


def test_sentences_of_an_interview_taken_away_meanwhile_are_passed_over(
    project: Project, tmp_path: Path
) -> None:
    list(import_files(project, files(tmp_path, 3)))
    finding = find_sentences(project, processes=1)
    next(finding)
    project.undo()
    assert list(finding)[-1] == Found(3, 3)
    assert without_sentences(project) == 0


def test_an_interview_whose_process_ends_is_named_and_keeps_those_of_a_first_glance(
    project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = list(import_files(project, files(tmp_path, 2)))
    real = find_sentences.__globals__["work_out"]
    monkeypatch.setitem(
        find_sentences.__globals__,
        "work_out",
        lambda task: LOST if "00" in task.title or "nummer 1?" in task.text else real(task),
    )
    told = list(find_sentences(project, processes=1))
    assert [each.failed != "" for each in told] == [True, False]
    assert project.reading(str(found[0].transcript)).provisional


def test_nothing_is_found_where_nothing_may_be_written(
    project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    list(import_files(project, files(tmp_path, 1)))
    monkeypatch.setattr(project.store, "read_only", "it is so")
    with pytest.raises(ReadOnly):
        list(find_sentences(project))
