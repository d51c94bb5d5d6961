"""What a backup is called, and what its name says."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as some

from rcoder.domain.backup import (
    AUTOMATIC,
    BEFORE_RESTORE,
    BY_HAND,
    CLOSING,
    BackupName,
    before,
    is_thinned,
    parsed,
)

AT = datetime(2026, 11, 22, 14, 5, 33, tzinfo=UTC)
STEMS = some.text(
    some.characters(exclude_categories=["Cs", "Cc"], exclude_characters="/"), min_size=1, max_size=40
)


def test_a_name_says_what_when_and_why() -> None:
    assert BackupName("studie på æøå", AT, BY_HAND).file == "studie på æøå_2026-11-22T140533Z_by-hand.rcoder"
    assert BackupName("x", AT, BEFORE_RESTORE, 2, damaged=True).file == (
        "x_2026-11-22T140533Z_before-restore_2.damaged.rcoder"
    )


@given(
    STEMS,
    some.integers(0, 10**9).map(lambda seconds: AT + timedelta(seconds=seconds)),
    some.sampled_from([BY_HAND, AUTOMATIC, CLOSING, BEFORE_RESTORE, "before-import", "before-schema-3"]),
    some.integers(1, 50),
    some.booleans(),
)
def test_a_name_is_read_back_as_it_was_made(
    stem: str, at: datetime, why: str, number: int, damaged: bool
) -> None:
    name = BackupName(stem, at, why, number, damaged)
    assert parsed(name.file) == name


def test_a_name_in_another_zone_is_written_in_utc() -> None:
    from datetime import timezone

    at = datetime(2026, 11, 22, 16, 5, 33, tzinfo=timezone(timedelta(hours=2)))
    assert "2026-11-22T140533Z" in BackupName("x", at, BY_HAND).file


def test_a_long_name_fits_a_file_system_and_cuts_no_letter_in_half() -> None:
    file = BackupName("å" * 300, AT, BY_HAND).file
    assert len(file.encode()) < 200
    assert file.startswith("å" * 60 + "_")


def test_other_files_are_no_backups() -> None:
    for file in (
        "x.rcoder",
        "x_2026-11-22_by-hand.rcoder",
        "x_2026-13-45T999999Z_by-hand.rcoder",
        "notes.txt",
        "",
    ):
        assert parsed(file) is None


def test_reasons_before_something_are_words_with_hyphens() -> None:
    assert before("import") == "before-import"
    assert before("Correct a transcript!") == "before-correct-a-transcript"


def test_backups_by_hand_and_of_an_older_schema_are_never_thinned() -> None:
    assert not is_thinned(BY_HAND)
    assert not is_thinned(before("schema 3"))
    assert all(map(is_thinned, (AUTOMATIC, CLOSING, BEFORE_RESTORE, before("import"))))
