"""Backups through the project's door: which one is meant, what a command asks for before it changes much."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from rcoder.domain.actions.studying import release
from rcoder.domain.backup import BEFORE_RESTORE, BY_HAND
from rcoder.domain.errors import Misuse, NotAProject, NotFound, RcoderError
from rcoder.project import Project, backups, open_project
from rcoder.project.access import notice
from rcoder.store.backup_folder import folder_of

ADDRESS = "postgresql://nobody@localhost/nothing"


@pytest.fixture
def study(new_project: Callable[..., Project]) -> str:
    with new_project() as project:
        return project.location


def work(study: str, *, shown: bool = True) -> int:
    """A deed; gives the journal's end."""
    with open_project(study, coder="Tester") as project:
        (own,) = project.coders()
        project.do(release(own, released=shown))
        return project.latest()


def test_a_backup_by_hand_is_made_each_time_and_listed_newest_first(study: str) -> None:
    first = backups.back_up(study)
    work(study)
    second = backups.back_up(study)
    assert [each.name for each in backups.backups(study)] == [second.name, first.name]
    assert {each.why for each in backups.backups(study)} == {BY_HAND}
    assert second.title == "Prøve"


def test_before_much_is_changed_there_is_a_backup_of_what_there_was(study: str) -> None:
    made = backups.before(study, "import")
    assert made is not None
    assert made.why == "before-import"
    assert backups.before(study, "correction") is None
    end = work(study)
    later = backups.before(study, "correction")
    assert later is not None
    assert (later.why, later.seq) == ("before-correction", end)


def test_a_project_that_is_open_is_backed_up_without_losing_its_locks(study: str) -> None:
    """What this program has open in SQLite must not be opened another way: closing that drops every lock on it."""
    with open_project(study, coder="Tester") as project:
        project.warm()
        assert backups.before(study, "import") is not None
        (own,) = project.coders()
        project.do(release(own))
        with pytest.raises(RcoderError, match="open here"):
            backups.restore(study)
    assert [each.seq for each in backups.backups(study)] == [1]


def test_without_a_name_the_newest_is_restored_and_what_a_restore_kept_is_not_meant(study: str) -> None:
    backups.back_up(study)
    end = work(study)
    first = backups.restore(study)
    assert first.source.seq == 1
    assert first.kept is not None
    assert backups.restore(study).source.name == first.source.name
    assert backups.restore(study, first.kept.name).source.name == first.kept.name
    with open_project(study) as project:
        assert project.latest() == end


def test_the_last_restore_is_undone_and_done_again(study: str) -> None:
    made = backups.back_up(study)
    end = work(study)
    backups.back_up(study)
    backups.restore(study, made.name)
    for expected in (end, 1, end):
        backups.restore(study, last=True)
        with open_project(study) as project:
            assert project.latest() == expected
    assert [each.why for each in backups.backups(study)].count(BEFORE_RESTORE) == 4


def test_a_backup_is_meant_by_a_part_of_its_name_or_by_its_file(study: str, tmp_path: Path) -> None:
    by_hand = backups.back_up(study)
    elsewhere = backups.back_up(study, str(tmp_path / "usb.rcoder"))
    end = work(study)
    backups.before(study, "import")
    work(study, shown=False)
    assert backups.restore(study, "before-import").source.seq == end
    assert backups.restore(study, by_hand.name).source.seq == 1
    assert backups.restore(study, "before-import").source.seq == end
    assert backups.restore(study, elsewhere.file).source.seq == 1


def test_a_name_that_is_none_or_that_two_have_is_said(study: str) -> None:
    with pytest.raises(NotFound, match="no backup beside it"):
        backups.restore(study)
    with pytest.raises(NotFound, match="has not been restored"):
        backups.restore(study, last=True)
    backups.back_up(study)
    backups.back_up(study)
    with pytest.raises(NotFound, match="There is no backup nothing"):
        backups.restore(study, "nothing")
    with pytest.raises(NotFound, match="2 backups have by-hand in their names"):
        backups.restore(study, "by-hand")
    with pytest.raises(Misuse):
        backups.restore(study, "by-hand", last=True)


def test_a_backup_of_another_study_among_the_others_is_not_taken_without_a_name(
    study: str, new_project: Callable[..., Project]
) -> None:
    with new_project("other.rcoder") as project:
        other = project.location
    strange = backups.back_up(other)
    folder_of(Path(study)).mkdir()
    Path(strange.file).rename(folder_of(Path(study)) / strange.name)
    (found,) = backups.backups(study)
    assert found.state == "of another study"
    with pytest.raises(NotFound, match="no backup beside it"):
        backups.restore(study)
    with pytest.raises(RcoderError, match="backup of another study"):
        backups.restore(study, strange.name)
    assert backups.restore(study, strange.name, anyway="they were swapped").done


def test_a_missing_project_is_restored_from_the_folder_that_is_left(study: str) -> None:
    backups.back_up(study)
    Path(study).unlink()
    assert backups.restore(study).kept is None
    with open_project(study) as project:
        assert project.study().title == "Prøve"


def test_what_is_no_project_is_not_backed_up(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("hej", encoding="utf-8")
    for place in (tmp_path / "notes.txt", tmp_path / "gone.rcoder"):
        with pytest.raises(NotAProject):
            backups.back_up(str(place))
        with pytest.raises(NotAProject):
            backups.before(str(place), "import")
    assert [each.name for each in tmp_path.glob("*-backups")] == []


def test_a_study_on_a_server_is_backed_up_by_the_server() -> None:
    assert backups.before(ADDRESS, "import") is None
    assert backups.back_up_changes(ADDRESS, "automatic") is None
    with pytest.raises(Misuse, match="--to FILE"):
        backups.back_up(ADDRESS)
    with pytest.raises(Misuse):
        backups.backups(ADDRESS)
    with pytest.raises(Misuse, match="Say which backup"):
        backups.restore(ADDRESS)


def test_a_project_that_may_only_be_read_says_so_and_makes_no_backup_by_itself(
    study: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    reason = "its folder may not be written to"
    for place in ("rcoder.store.doors", "rcoder.store.place", "rcoder.store.backup"):
        monkeypatch.setattr(f"{place}.why_read_only", lambda _: reason)
    assert backups.before(study, "import") is None
    with open_project(study, coder="Tester") as project:
        assert notice(project) == f"{study} is open for reading only, since {reason}: nothing can be changed."
        assert project.overview().read_only
    monkeypatch.undo()
    with open_project(study, coder="Tester") as project:
        assert notice(project) == ""
        assert not project.overview().read_only
