"""The same import on a PostgreSQL server: read by other processes, written by one, found, and sentences after it."""

from __future__ import annotations

from rcoder.domain.finding import Search
from rcoder.project import create_project, open_project, reading_ahead
from rcoder.project.finding import find
from rcoder.project.importing import Bringing, ImportStatus, import_files
from rcoder.project.sentences import Found, find_sentences, without_sentences

TALK = "INTERVIEWER: Hvordan gik nummer {n}?\n\nMETTE: Det var d. 3. maj, osv. Så gik vi hjem.\n\nINTERVIEWER: Nå.\n"


def test_an_import_with_a_bad_file_comes_in_and_has_its_sentences(fresh_database, tmp_path, monkeypatch):
    monkeypatch.setattr(reading_ahead, "FEW", 2)
    files = [Bringing(tmp_path / f"samtale-{number}.txt", case="Sag 1") for number in range(5)]
    for number, each in enumerate(files):
        each.file.write_text(TALK.format(n=number), encoding="utf-8")
    files[2].file.write_bytes(b"%PDF-1.4 broken")
    with create_project(fresh_database, "Prøve", coder="Mette") as project:
        found = list(import_files(project, files))
        assert [each.status is ImportStatus.IMPORTED for each in found] == [True, True, False, True, True]
        assert len(find(project, Search("hjem")).hits) == 4
        assert project.reading(str(found[0].transcript)).provisional
        assert list(find_sentences(project, processes=2)) == [Found(done, 4) for done in range(1, 5)]
    with open_project(fresh_database, coder="Mette") as project:
        assert without_sentences(project) == 0
        for each in found[:2]:
            reading = project.reading(str(each.transcript))
            assert [span.of(reading.text) for span in reading.sentences][1:3] == [
                "Det var d. 3. maj, osv.",
                "Så gik vi hjem.",
            ]
        before = project.latest()
        project.undo()
        assert len(find(project, Search("hjem")).hits) == 3
        assert project.latest() == before + 1
