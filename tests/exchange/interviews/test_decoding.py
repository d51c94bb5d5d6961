"""Encodings, line ends, control characters: what is stored, and what is said about it."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rcoder.domain.errors import Misuse, Unreadable
from rcoder.exchange.interviews import Interview
from rcoder.exchange.interviews.clean import Cleaner
from rcoder.exchange.interviews.decode import decode

Read = Callable[..., Interview]
DANISH = "I: Hvad gør man på Ærø?\nB: Æblegrød – og så får jeg det dårligt, når året går. Århus, Ølstykke.\n"


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252", "utf-32"]
)
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_danish_reads_the_same_in_every_usual_encoding(read: Read, encoding: str, end: str) -> None:
    assert read(DANISH.replace("\n", end).encode(encoding)).text == DANISH


@pytest.mark.parametrize("encoding", ["mac_roman", "cp850", "cp865", "cp437"])
def test_other_encodings_are_refused_until_they_are_named(read: Read, encoding: str) -> None:
    text = DANISH.replace("–", "-") if encoding != "mac_roman" else DANISH
    content = text.encode(encoding, "replace")
    with pytest.raises(Unreadable, match="--encoding"):
        read(content)
    assert read(content, encoding=encoding).text == content.decode(encoding)


def test_latin1_is_read_as_windows_1252_and_said(read: Read) -> None:
    interview = read("B: Smørrebrød på åen".encode("latin-1"))
    assert interview.text == "B: Smørrebrød på åen"
    assert any("Windows-1252" in note for note in interview.notes)


@pytest.mark.parametrize(
    "words",
    [
        "2½ år",
        "LEGO® var der",
        "5 × 3",
        "‘rock’",
        "Café Ñandú",
        "Šárka og Žižek sagde det på søndag i går aftes",
    ],
)
def test_signs_that_danish_writers_use_are_read(read: Read, words: str) -> None:
    assert read(f"B: på {words} gør jeg.".encode("cp1252")).text == f"B: på {words} gør jeg."


def test_files_pasted_together_are_read_line_by_line_and_the_lines_named(read: Read) -> None:
    interview = read("I: på øen\n".encode() + "B: på åen\n".encode("cp1252") + "I: når\n".encode())
    assert interview.text == "I: på øen\nB: på åen\nI: når\n"
    assert any("line 2" in note for note in interview.notes)


def test_text_encoded_twice_is_kept_with_a_warning(read: Read) -> None:
    text = "B: gÃ¸r pÃ¥ Ã¦blet, det gÃ¸r jeg.\n"
    interview = read(text)
    assert interview.text == text
    assert any("twice" in note for note in interview.notes)


def test_letters_in_parts_are_composed_and_said(read: Read) -> None:
    interview = read(unicodedata.normalize("NFD", "B: på åen i Århus\n"))
    assert interview.text == "B: på åen i Århus\n"
    assert any("NFC" in note for note in interview.notes)


def test_no_break_spaces_stay_where_they_are(read: Read) -> None:
    assert read("B: hr.\u00a0Hansen\n").text == "B: hr.\u00a0Hansen\n"


def test_unusual_line_ends_become_newlines_and_are_named(read: Read) -> None:
    interview = read("B: et\u2028to\u2029tre\x85fire\x0bfem\x0cseks\n")
    assert interview.text == "B: et\nto\ntre\nfire\nfem\nseks\n"
    assert any("U+2028" in note and "form feed" in note for note in interview.notes)


def test_control_characters_go_and_are_counted_by_kind(read: Read) -> None:
    interview = read("B: r\x1b[31md\x00t\x07 \x7f\x9b2J slut\n")
    assert interview.text == "B: r[31mdt 2J slut\n"
    (note,) = [each for each in interview.notes if "control" in each]
    assert all(kind in note for kind in ("5 control", "1 ESC", "1 NUL", "1 BEL", "1 DEL", "1 U+009B"))


def test_marks_of_direction_and_zero_width_stay_and_are_reported(read: Read) -> None:
    text = "B: a\u202eb\u200bc\ufeffd\n"
    interview = read(text)
    assert interview.text == text
    assert len([note for note in interview.notes if "invisible" in note]) == 2


def test_a_file_that_needed_nothing_has_no_notes(read: Read) -> None:
    assert read(DANISH).notes == ()


@pytest.mark.parametrize(
    "content", [b"", b"\xef\xbb\xbf", b" \n\t\r\n", b"\xff\xfe", b"\x00\x00", "\u00a0\n".encode()]
)
@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.vtt", "a.srt", "a.json"])
def test_nothing_to_read_is_called_empty(read: Read, content: bytes, name: str) -> None:
    with pytest.raises(Unreadable, match=f"^{name}.*empty"):
        read(content, name)


@pytest.mark.parametrize("encoding", ["klingon", "hex", "rot13", "zip", "", "idna", "utf-8\x00", "undefined"])
def test_an_unknown_encoding_is_one_sentence(read: Read, encoding: str) -> None:
    with pytest.raises(Misuse, match="encoding"):
        read(DANISH, encoding=encoding)


def test_a_named_encoding_that_does_not_fit_names_the_line(read: Read) -> None:
    with pytest.raises(Unreadable, match=r"interview\.txt is not utf-8: line 2"):
        read("hej\npå\n".encode("cp1252"), encoding="utf-8")


def test_a_broken_byte_order_mark_is_refused(read: Read) -> None:
    with pytest.raises(Unreadable, match="line 1"):
        read(b"\xef\xbb\xbfp\xe5 \xf8en")


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused_in_a_sentence(content: bytes) -> None:
    try:
        text, _ = decode(content, "a.txt")
    except Unreadable:
        return
    cleaner = Cleaner("a.txt")
    assert cleaner.clean(cleaner.clean(text)) == cleaner.clean(text)


@given(st.text(max_size=200))
def test_cleaning_loses_no_letter(text: str) -> None:
    clean = Cleaner("a.txt").clean(text)
    assert unicodedata.is_normalized("NFC", clean)
    assert [letter for letter in unicodedata.normalize("NFC", text) if letter.isalnum()] == [
        letter for letter in clean if letter.isalnum()
    ]
    assert not any(unicodedata.category(letter) == "Cc" for letter in clean if letter not in "\n\t")
