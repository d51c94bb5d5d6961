"""Bytes of a file within limits, and what they look like whatever the name says."""

from __future__ import annotations

import codecs
from pathlib import Path

from rcoder.domain.errors import Unreadable

MEGABYTE = 1024 * 1024
LARGEST = 32 * MEGABYTE
"""Bytes of the largest file that is opened; a Word file may hold pictures."""
LONGEST = 3_000_000
"""Code points of the longest text that is an interview: about sixty hours of speech."""
MOST_LINES = 50_000
"""Lines of such a text."""
MOST_WORDS = 600_000
"""Words of such a text, at ten thousand an hour."""

_MAGIC: tuple[tuple[int, bytes, str], ...] = (
    (0, b"PK\x03\x04", "zip"),
    (0, b"PK\x05\x06", "zip"),
    (0, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "ole"),
    (0, b"\xff\xd8\xff", "a JPEG picture"),
    (0, b"\x89PNG", "a PNG picture"),
    (0, b"GIF8", "a GIF picture"),
    (0, b"SQLite format 3\x00", "a database"),
    (0, b"\x1f\x8b", "a compressed file"),
    (0, b"7z\xbc\xaf\x27\x1c", "a compressed file"),
    (0, b"ID3", "a sound recording"),
    (0, b"OggS", "a sound recording"),
    (0, b"RIFF", "a sound recording"),
    (4, b"ftyp", "a sound or film recording"),
)

_BOMS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_BE)
_ODD_CONTROLS = bytes([*range(1, 7), *range(0x0E, 0x1B), *range(0x1C, 0x20), 0x7F])
_TOO_LONG = "Split it, or check that it is the right file."
_PREAMBLE = 1024
"""Bytes within which a PDF file says that it is one."""
_BLANK = b"\xef\xbb\xbf \t\r\n"
_SAMPLE = 16 * 1024


def shown(path: Path) -> str:
    """The file's name, safe to print and to store."""
    name = path.name.encode("utf-8", "replace").decode("utf-8")
    return "".join(letter if letter.isprintable() else "?" for letter in name)


def read_bytes(path: Path, largest: int = LARGEST) -> bytes:
    """The bytes of the file; raises Unreadable where it is none, cannot be opened or is too large."""
    name = shown(path)
    try:
        if path.is_dir():
            raise Unreadable(f"{name} is a folder, not an interview.", "Name the files in it.")
        if path.exists() and not path.is_file():
            raise Unreadable(f"{name} is no ordinary file.", "Copy its content to a .txt or .docx file.")
        with path.open("rb") as stream:
            content = stream.read(largest + 1)
    except FileNotFoundError as error:
        raise Unreadable(f"{name} is not there.", "Check the name and the folder.") from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "its name is not valid"
        raise Unreadable(
            f"{name} cannot be opened: {reason}.", "Check the file and its permissions."
        ) from error
    if len(content) > largest:
        raise Unreadable(
            f"{name} is larger than {largest // MEGABYTE} MB, too large for an interview.",
            "Split it, or check that it is the right file.",
        )
    return content


def check_length(text: str, file: str, times: int = 1) -> None:
    """Raise Unreadable where the text is longer than any interview; formats with much beside the words allow `times` more."""
    if len(text) > LONGEST * times:
        raise Unreadable(f"{file} holds {len(text):,} characters, more than any interview.", _TOO_LONG)
    if text.count("\n") > MOST_LINES * times:
        raise Unreadable(f"{file} holds {text.count(chr(10)):,} lines, more than any interview.", _TOO_LONG)
    if times == 1 and len(text) > MOST_WORDS and (words := len(text.split())) > MOST_WORDS:
        raise Unreadable(f"{file} holds {words:,} words, more than any interview.", _TOO_LONG)


def looks_like(content: bytes) -> str:
    """What the bytes are: "zip", "ole", "pdf", "rtf", words for another known kind, "text", or "" where they are no text."""
    opening = content[:_PREAMBLE]
    if opening.lstrip(_BLANK).startswith(b"{\\rtf"):
        return "rtf"
    if opening.lstrip(_BLANK).startswith(b"%PDF-") or (
        b"%PDF-1." in opening and b" obj" in content[:_SAMPLE]
    ):
        return "pdf"
    for offset, magic, kind in _MAGIC:
        if content.startswith(magic, offset):
            return kind
    return "" if _is_binary(content) else "text"


def _is_binary(content: bytes) -> bool:
    middle = len(content) // 2
    sample = content[:_SAMPLE] + content[middle : middle + _SAMPLE] + content[-_SAMPLE:]
    if not sample:
        return False
    if content.startswith(_BOMS):
        return False
    even, other = content[:_SAMPLE:2], content[1:_SAMPLE:2]
    if len(other) >= 32 and even.count(0) > len(even) * 0.3 and other.count(0) > len(other) * 0.3:
        return True
    odd = len(sample) - len(sample.translate(None, _ODD_CONTROLS))
    return odd >= 8 and odd > len(sample) * 0.02
