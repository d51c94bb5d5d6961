"""Going through a whole project finds what was changed behind its back, and names it."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from rcoder.domain.actions.coding import code_passage
from rcoder.domain.actions.studying import bring_in
from rcoder.domain.coding import Coding
from rcoder.domain.soundness import Soundness
from rcoder.domain.transcript import Span, Speaker, Transcript, Turn
from rcoder.project import Project, coder_id, open_project
from rcoder.project.backups import back_up
from rcoder.project.coding import CodingFlags
from rcoder.project.coding import code_passage as code_some
from rcoder.project.door import checksum
from rcoder.project.verifying import verify

WORDS = "INTERVIEWER: Hvordan gik det?\nMETTE: Det gik godt, for så turde jeg sige det.\n"


@pytest.fixture
def study(new_project: Callable[..., Project]) -> str:
    """An interview with a coding, backed up."""
    with new_project(coder="Anne") as project:
        voices = [
            Speaker("s1", "t1", "INTERVIEWER", (), True),
            Speaker("s2", "t1", "METTE", ("borger",), position=1),
        ]
        turns = (Turn(13, 29, "s1", 2.0), Turn(37, 77, "s2", 3.5))
        transcript = Transcript(
            "t1", "Sag 1", "da", checksum(WORDS), len(WORDS), "sag1.txt", "00", "txt", turns=turns
        )
        project.do(bring_in(transcript, voices, ()), texts=[WORDS])
        code = project.code("H1.M1")
        coding = Coding("k1", "t1", 51, 76, code.id, project.coder_id, code.kind)
        project.do(code_passage(coding, code, transcript))
        project.undo()
        project.redo()
        location = project.location
    back_up(location)
    return location


def looked(study: str) -> Soundness:
    told: list[tuple[int, int, str]] = []
    found = verify(study, lambda *each: told.append(each), coder_id=coder_id("Anne"))
    assert all(0 <= done <= whole for done, whole, _ in told)
    assert {what for _, _, what in told} >= {"pages", "texts", "journal", "backups"}
    return found


def changed(study: str, sql: str) -> Soundness:
    with closing(sqlite3.connect(study)) as connection, connection:
        assert connection.execute(sql).rowcount > 0
    return looked(study)


def faults(found: Soundness) -> dict[str, tuple[str, ...]]:
    return {each.what: each.faults for each in found.checks if each.faults}


def test_a_sound_project_is_said_to_be_so_with_counts(study: str) -> None:
    found = looked(study)
    assert found.sound
    counts = {each.what: each.count for each in found.checks}
    assert counts == counts | {
        "texts": 1,
        "references": None,
        "passages": None,
        "turns": 2,
        "journal": 5,
        "backups": 1,
    }
    assert list(counts) == ["pages", "references", "texts", "passages", "turns", "journal", "backups"]
    said = " ".join(each.said for each in found.checks)
    assert "1, each with the words that were imported" in said
    assert "ends at 5; replayed, it gives all rows" in said


@pytest.mark.parametrize(
    ("sql", "what", "sentence"),
    [
        ("UPDATE texts SET text = replace(text, 'godt', 'skidt')", "texts", "The stored words of Sag 1 are not"),
        ("UPDATE codings SET quote = 'noget andet'", "passages", "not those of its place: Sag 1, characters 51 to 76"),
        ("UPDATE codings SET quote = ''", "passages", "Sag 1"),
        ("UPDATE turns SET start = 14 WHERE position = 0", "turns", "does not have Sag 1 as it is"),
        ("DELETE FROM turns WHERE position = 1", "turns", "does not have Sag 1 as it is"),
        ("UPDATE codings SET memo = 'i went behind its back'", "journal", "do not have a coding (k1) as the journal has it"),
        ("DELETE FROM codings", "journal", "rows that the journal has and the tables have not"),
        ("INSERT INTO coders VALUES ('x', 'Xenia', 1)", "journal", "The journal knows nothing of a coder (x)"),
        ("UPDATE entries SET changes = replace(changes, 'METTE', 'MAJKA') WHERE seq = 2", "journal", "as the journal has it"),
        ("UPDATE entries SET seq = 9 WHERE seq = 5", "journal", "The journal has 5 entries, the last of which is number 9"),
        ("DELETE FROM entries WHERE seq = 3", "journal", "does not follow from those before it"),
        ("DELETE FROM codes WHERE key = 'H1.M1'", "references", "refers to a code that is not there"),
    ],
)  # fmt: skip
def test_what_was_changed_behind_its_back_is_named(study: str, sql: str, what: str, sentence: str) -> None:
    found = changed(study, sql)
    assert not found.sound
    assert any(sentence in each for each in faults(found)[what]), faults(found)


def test_a_damaged_backup_is_named(study: str) -> None:
    made = back_up(study)
    file = Path(made.file)
    file.chmod(0o600)
    file.write_bytes(file.read_bytes().replace(b"gik godt", b"gik skid"))
    found = faults(looked(study))
    assert list(found) == ["backups"]
    assert made.name in found["backups"][0]
    assert "The stored words of Sag 1" in found["backups"][0]


def test_pages_out_of_order_are_named_and_the_rest_is_looked_at_all_the_same(study: str) -> None:
    with closing(sqlite3.connect(study)) as connection:
        page, size = (
            connection.execute(sql).fetchone()[0]
            for sql in ("SELECT rootpage FROM sqlite_master WHERE name = 'codings'", "PRAGMA page_size")
        )
    content = bytearray(Path(study).read_bytes())
    content[(page - 1) * size : page * size] = bytes(size)
    Path(study).write_bytes(content)
    found = faults(looked(study))
    assert "pages" in found
    assert "texts" not in found


def test_many_faults_are_counted_and_the_first_are_named(study: str) -> None:
    rows = ", ".join(f"('x{number}', 'Nr. {number}', 1)" for number in range(20))
    found = faults(changed(study, f"INSERT INTO coders VALUES {rows}"))  # noqa: S608  # our own
    assert len(found["journal"]) == 6
    assert found["journal"][-1] == "And 15 more."


def test_of_work_that_is_hidden_neither_place_nor_sentence_nor_number_is_told(study: str) -> None:
    with open_project(study, coder="Bo") as project:
        code_some(project, "Sag 1", Span(51, 60), "H1.M1", CodingFlags(memo="hemmeligt"))
    with closing(sqlite3.connect(study)) as connection, connection:
        connection.execute("UPDATE codings SET quote = 'andet', memo = 'ændret' WHERE memo = 'hemmeligt'")
        connection.execute("UPDATE entries SET changes = replace(changes, 'hemmeligt', 'x') WHERE seq = 7")
        connection.execute("DELETE FROM entries WHERE seq = 6")
    told = faults(verify(study, lambda *_: None, coder_id=coder_id("Anne")))
    assert told["passages"] == (
        "The words kept with a passage are not those of its place: in a layer that is not released.",
    )
    words = " ".join((*told["passages"], *told["journal"]))
    assert "row that may be of a layer that is not released" in words
    assert "coding (" not in words
    assert "H1.M1" not in words
    own = faults(verify(study, lambda *_: None, coder_id=coder_id("Bo")))
    assert "Sag 1, characters 51 to 60" in own["passages"][0]
