"""Which reader a file gets, and what is refused, always in a sentence that names the file."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest

from rcoder.domain.errors import Unreadable
from rcoder.exchange.interviews import Interview, read_interview

Read = Callable[..., Interview]


def test_the_file_is_known_by_its_name_and_checksum(read: Read) -> None:
    interview = read("B1: Hej.\n", "Interview 3 - Åse.txt")
    assert interview.source == "Interview 3 - Åse.txt"
    assert interview.source_checksum == hashlib.sha256(b"B1: Hej.\n").hexdigest()


@pytest.mark.parametrize(
    ("content", "name", "expected"),
    [
        ("WEBVTT\n\n00:01.000 --> 00:02.000\nHej.\n", "a.txt", "vtt"),
        ("1\n00:00:01,000 --> 00:00:02,000\nHej.\n", "a.txt", "srt"),
        ('{"segments": [{"start": 0, "end": 1, "text": "Hej."}]}', "a.txt", "json"),
        ("WEBVTT\n\n00:01.000 --> 00:02.000\nHej.\n", "a.srt", "vtt"),
        ("B1: Hej.", "A.TXT", "txt"),
        ("B1: Hej.", "a.markdown", "md"),
        ("{\\rtf1 B1: Hej.}", "a.txt", "rtf"),
        ("<html><p>B1: Hej.", "a.txt", "html"),
    ],
)
def test_content_decides_where_the_name_is_wrong(read: Read, content: str, name: str, expected: str) -> None:
    interview = read(content, name)
    assert interview.format == expected
    assert any(f"read as .{expected}" in note for note in interview.notes) == (expected not in {"txt", "md"})


@pytest.mark.parametrize(
    "name",
    [
        "a.doc",
        "a.odt",
        "a.rtf",
        "a.pdf",
        "a.pages",
        "a.xyz",
        "a",
        "a.csv",
        "a.tsv",
        "a.mp3",
        "a.xlsx",
        "a.ods",
    ],
)
def test_other_files_are_refused_with_the_way_out(read: Read, name: str) -> None:
    with pytest.raises(Unreadable, match=rf"^{name}") as refused:
        read("tekst", name)
    assert refused.value.hint


@pytest.mark.parametrize(
    "content",
    [
        b"\xff\xd8\xff\xe0" + bytes(range(256)),
        b"\x89PNG\r\n\x1a\n" + bytes(500),
        b"PK\x03\x04" + bytes(500),
        b"%PDF-1.7 hej",
        bytes(range(256)) * 40,
        bytes(5000),
        b"\x00\x00\x00\x20ftypM4A " + bytes(200),
        b"<!DOCTYPE html><html></html>",
    ],
)
def test_other_content_called_text_is_refused(read: Read, content: bytes) -> None:
    with pytest.raises(Unreadable, match=r"^a\.txt"):
        read(content, "a.txt")


def test_files_that_are_not_there_and_folders_are_refused(tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match=r"^nej\.txt is not there"):
        read_interview(tmp_path / "nej.txt")
    with pytest.raises(Unreadable, match="folder"):
        read_interview(tmp_path)


def test_a_name_with_control_characters_is_safe_to_print(read: Read) -> None:
    interview = read("B1: Hej.", "a\x1b[2Jb.txt")
    assert interview.source == "a?[2Jb.txt"


@pytest.mark.parametrize(
    ("piece", "times", "name"),
    [
        (b"ja\n", 1_000_000, "lines.txt"),
        (b"ord ", 2_500_000, "line.txt"),
        (b"00:00:01\n", 200_000, "times.md"),
        (b"1\n00:00:01,000 --> 00:00:02,000\nja\n\n", 300_000, "cues.srt"),
        (b"[", 10_000_000, "nested.json"),
        (b"\x01\x02\x0e", 12_000_000, "garbage.txt"),
    ],
)
def test_what_is_too_long_for_an_interview_is_refused_at_once(
    read: Read, piece: bytes, times: int, name: str
) -> None:
    with pytest.raises(Unreadable, match=rf"^{name}"):
        read(piece * times, name)


@pytest.mark.parametrize(
    "piece", ["*", ":", "[00:00:01] ", "((", "<v ", "&#", "A" * 90 + ": ", "1", "\u00a0", "**A:** "]
)
@pytest.mark.parametrize("name", ["a.txt", "a.vtt"])
def test_long_lines_of_signs_take_no_quadratic_time(read: Read, piece: str, name: str) -> None:
    start = "WEBVTT\n\n00:00.000 --> 00:01.000\nx" if name == "a.vtt" else "x"
    interview = read(start + piece * (1_000_000 // len(piece)), name)
    assert len(interview.turns) <= 1


def test_more_words_than_any_interview_has_are_refused(read: Callable[..., Interview]) -> None:
    with pytest.raises(Unreadable, match="600,001 words"):
        read("ja " * 600_001, "a.txt")


def test_a_folder_is_named_as_one(tmp_path: Path) -> None:
    (tmp_path / "x.txt").mkdir()
    with pytest.raises(Unreadable, match=r"x\.txt is a folder"):
        read_interview(tmp_path / "x.txt")
