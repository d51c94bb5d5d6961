"""A saved version stays what it was: through corrections, merges, removals, undo, a backup and its restoring; damage is found."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from random import Random

import pytest

from playing import EVERYTHING, Player, interviews
from rcoder.domain.errors import RcoderError
from rcoder.project import Project, open_project
from rcoder.project.arranging import merge_cases, removal
from rcoder.project.backups import back_up, restore
from rcoder.project.codebook_merging import merge
from rcoder.project.reimporting import Wanted, reimport
from rcoder.project.sight import Sight
from rcoder.project.verifying import verify
from rcoder.project.version_snapshot import Tables
from rcoder.project.versions import differences, entry_seq, save, saved, stand, version_lines

Make = Callable[..., Project]


@pytest.fixture
def study(new_project: Make, tmp_path: Path) -> str:
    """Anne's released theory, and version 1 of it."""
    with new_project(coder="Anne") as anne:
        interviews(anne, tmp_path)
        player = Player(anne, Random(3))  # noqa: S311 - no secret
        for deed in (
            "coded",
            "released",
            "begun",
            "attached",
            "begun",
            "material",
            "material",
            "rivalled",
            "consolidated",
        ):
            player.play((deed,))
        for _ in range(60):
            player.play([each for each in EVERYTHING if each not in ("undone", "redone", "dropped")])
        save(anne, "Udkast", "før korrektur")
        return anne.location


def held(project: Project) -> object:
    """What version 1 holds, as whoever asks sees it."""
    one = next(each for each in version_lines(project) if each.name == "Udkast")
    found = stand(project, one.id)
    return one.held, found.sources, found.standins, found.rivals, found.judgements, found.exhibits


def reshape(project: Project, folder: Path) -> None:
    """Corrects, merges, removes, plays on, and takes some of it back."""
    file = folder / "rettet.txt"
    file.write_text(
        (folder / "m1.txt").read_text(encoding="utf-8").replace("rart", "dejligt"), encoding="utf-8"
    )
    reimport(project, "m1.txt", Wanted(file), backed_up=False)
    for deed in (
        lambda: merge(project, "H1.R1", "H1.M1"),
        lambda: merge_cases(project, "Sag 01", "Sag 02"),
        lambda: removal(project, [project.transcript("m2.txt").id]),
    ):
        try:
            project.do(deed())
        except RcoderError:
            continue
    player = Player(project, Random(4))  # noqa: S311 - no secret
    for _ in range(40):
        player.play(EVERYTHING)
    for _ in range(5):
        project.undo()


def test_a_version_holds_what_it_held_whatever_becomes_of_the_study(study: str, tmp_path: Path) -> None:
    with open_project(study, coder="Anne") as anne:
        before = held(anne)
        reshape(anne, tmp_path)
        assert held(anne) == before
        assert differences(anne, saved(anne, "Udkast").id, "now")
    back_up(study)
    with open_project(study, coder="Anne") as anne:
        reshape(anne, tmp_path)
    restore(study)
    with open_project(study, coder="Anne") as anne, open_project(study, coder="Bo") as bo:
        assert held(anne) == before
        assert held(bo) == before
    assert not [each.faults for each in verify(study, lambda *_: None).checks if each.faults]


def test_a_damaged_version_is_found_and_named(study: str) -> None:
    with open_project(study, coder="Anne") as anne:
        one = saved(anne, "Udkast")
    with closing(sqlite3.connect(study)) as connection, connection:
        connection.execute(
            "UPDATE texts SET text = replace(text, 'resource', 'ressource') WHERE checksum = ?",
            (one.checksum,),
        )
    faults = [fault for each in verify(study, lambda *_: None).checks for fault in each.faults]
    assert faults == [f"What version {one.number} of the theory held is not what was saved."]
    with open_project(study, coder="Anne") as anne, pytest.raises(RcoderError, match=f"version {one.number}"):
        stand(anne, "Udkast")


def test_two_who_save_at_once_get_two_numbers(new_project: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    """Bo saves between Anne's looking for the next number and her writing it."""
    from rcoder.project import version_snapshot

    plain = version_snapshot.tables_now
    with new_project(coder="Anne") as anne, open_project(anne.location, coder="Bo") as bo:
        waiting = [lambda: save(bo, "Bos", "fordi")]

        def meanwhile(sight: Sight) -> Tables:
            found = plain(sight)
            if waiting:
                waiting.pop()()
            return found

        monkeypatch.setattr(version_snapshot, "tables_now", meanwhile)
        save(anne, "Annes", "fordi")
        rows = anne.sight.rows("SELECT name, number FROM theory_versions ORDER BY number")
        assert [(row["name"], row["number"]) for row in rows] == [("Bos", 1), ("Annes", 2)]


def test_a_number_that_was_undone_and_given_again_is_of_the_later_saving(new_project: Make) -> None:
    anne = new_project(coder="Anne")
    save(anne, "Første", "fordi")
    anne.undo()
    entry = save(anne, "Anden", "fordi")
    assert saved(anne, "1").name == "Anden"
    assert entry_seq(anne, saved(anne, "1")) == anne.latest() == entry.seq
