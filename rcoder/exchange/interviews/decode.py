"""Bytes to text as decision 17 settles it; every guess is reported, and a doubtful one is refused."""

from __future__ import annotations

import codecs
import re

from rcoder.domain.errors import Misuse, Unreadable

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SAMPLE = 64 * 1024
_LINES_NAMED = 12
_WAY_OUT = "Say which encoding it is with --encoding, for example --encoding mac_roman, cp850 or cp1252."
_HEAD = 4096
_CHARSET = re.compile(
    rb"""<(?:meta|\?xml)[^>]{0,300}?(?:charset|encoding)\s*=\s*["']?([\w.:-]{2,40})""", re.IGNORECASE
)
_LATIN = frozenset({"iso-8859-1", "iso8859-1", "latin1", "latin-1", "us-ascii", "ascii", "windows-1252"})
"""Names under which browsers read Windows-1252, or nearly."""
_LETTER = r"[^\W\d_]"
_NEVER = re.compile(
    rf"(?<={_LETTER})[¾¿¯¬¤£¢¥‡‰§¶](?={_LETTER})|(?<={_LETTER})[¾¿¯]|[¾¿¯®†](?={_LETTER})|[a-zæøåäöéü]Œ|Œ(?=[a-zæøåäöéü])"
)
"""Signs that stand inside words only where Windows-1252 is the wrong guess (¾ ¿ Œ are Macintosh æ ø å)."""
_SELDOM = re.compile(rf"(?<={_LETTER})[†‡›‹„“”‘•–™˜](?={_LETTER})|(?<=[a-zæøåäöéü])[ŠŽŸ]|[ƒ†›]")
_SELDOM_SHARE = 0.2
_TWICE = re.compile("Ã[\x80-\xbf‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|Â[\xa0-\xbf]|â€")


def decode(
    content: bytes, file: str, encoding: str | None = None, language: str = "da"
) -> tuple[str, tuple[str, ...]]:
    """The text and what is worth saying about its encoding.

    Raises Misuse for an encoding Python does not know and Unreadable where the bytes do not fit.
    """
    if encoding is not None:
        return _decode_as(content, file, encoding), (f"Read as {encoding}, as asked.",)
    for bom, name in _BOMS:
        if content.startswith(bom):
            text = _decode_wide(content[len(bom) :], file, name)
            return text, _twice(text) if name == "utf-8" else (f"Read as {name.upper()} (byte-order mark).",)
    if wide := _wide_without_bom(content):
        return _decode_wide(content, file, wide), (f"Read as {wide.upper()} without a byte-order mark.",)
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError:
        return _by_line(content, file, language)
    return text, _twice(text)


def decode_page(
    content: bytes, file: str, encoding: str | None = None, language: str = "da"
) -> tuple[str, tuple[str, ...]]:
    """The same for a web page, which may say which encoding it is in; where that does not fit it is not believed."""
    said = _CHARSET.search(content[:_HEAD])
    if encoding is not None or said is None or content.startswith(tuple(bom for bom, _ in _BOMS)):
        return decode(content, file, encoding, language)
    name = said[1].decode("ascii").lower()
    name = "cp1252" if name in _LATIN else name
    if name.startswith(("utf", "unicode")):
        return decode(content, file, None, language)
    try:
        check_encoding(name)
        return content.decode(name), (f"Read as {said[1].decode('ascii')}, as the page says.",)
    except (Misuse, UnicodeError):
        return decode(content, file, None, language)


def check_encoding(encoding: str) -> None:
    """Raise Misuse unless `encoding` names an encoding of text."""
    try:
        known = codecs.lookup(encoding)
    except (LookupError, ValueError):
        known = None
    if (
        known is None
        or not getattr(known, "_is_text_encoding", True)
        or known.name in {"idna", "punycode", "undefined"}
    ):
        raise Misuse(
            f'"{encoding}" is no encoding of text that is known here.', "Try utf-8, cp1252 or mac_roman."
        )


def _decode_as(content: bytes, file: str, encoding: str) -> str:
    check_encoding(encoding)
    try:
        return content.decode(encoding).removeprefix("\ufeff")
    except UnicodeError as error:
        line = content.count(b"\n", 0, getattr(error, "start", 0)) + 1
        raise Unreadable(
            f"{file} is not {encoding}: line {line} does not fit.", "Try another --encoding."
        ) from error


def _decode_wide(content: bytes, file: str, encoding: str) -> str:
    if encoding != "utf-8":
        width = 4 if "32" in encoding else 2
        content = content[: len(content) - len(content) % width]
    try:
        return content.decode(encoding).removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise Unreadable(
            f"{file} says it is {encoding.upper()}, but line {line} is not.", _WAY_OUT
        ) from error


def _wide_without_bom(content: bytes) -> str | None:
    sample = content[: min(_SAMPLE, len(content) - len(content) % 2)]
    even, odd = sample[::2], sample[1::2]
    if len(even) < 4:
        return None
    first, second = even.count(0) / len(even), odd.count(0) / len(odd)
    if first > 0.4 and second < 0.05:
        return "utf-16-be"
    return "utf-16-le" if second > 0.4 and first < 0.05 else None


def _by_line(content: bytes, file: str, language: str) -> tuple[str, tuple[str, ...]]:
    pieces: list[str] = []
    windows: list[int] = []
    doubtful = 0
    utf8 = 0
    number = 1
    for line in _lines(content):
        try:
            piece = line.decode("utf-8")
            utf8 += not piece.isascii()
        except UnicodeDecodeError:
            piece = _windows(line, file, number, language)
            doubtful += len(_SELDOM.findall(piece))
            windows.append(number)
        pieces.append(piece)
        number += 1
    text = "".join(pieces)
    foreign = sum(not letter.isascii() for at in windows for letter in pieces[at - 1])
    if doubtful > foreign * _SELDOM_SHARE:
        raise Unreadable(f"{file} is neither UTF-8 nor Windows-1252: its letters make no words.", _WAY_OUT)
    if utf8:
        return text, (
            f"Two encodings in one file: {_numbers(windows)} read as Windows-1252, the rest as UTF-8.",
        )
    return text, ("Read as Windows-1252 (it is not UTF-8).",)


def _lines(content: bytes) -> list[bytes]:
    """Lines with their ends, at LF, CR and CRLF as a person counts them."""
    return content.splitlines(keepends=True)


def _windows(line: bytes, file: str, number: int, language: str) -> str:
    name = {"da": "Danish", "en": "English"}.get(language, "such")
    try:
        piece = line.decode("cp1252")
    except UnicodeDecodeError as error:
        raise Unreadable(
            f"{file}, line {number}: byte {line[error.start]:#04x} is neither UTF-8 nor Windows-1252.",
            _WAY_OUT,
        ) from error
    if found := _NEVER.search(piece):
        raise Unreadable(
            f'{file}, line {number}: "{found[0][-1]}" inside a word is no {name} letter, so this is another encoding.',
            _WAY_OUT,
        )
    return piece


def _numbers(lines: list[int]) -> str:
    if len(lines) == 1:
        return f"line {lines[0]} was"
    named = ", ".join(map(str, lines[:_LINES_NAMED]))
    more = f" and {len(lines) - _LINES_NAMED} more" if len(lines) > _LINES_NAMED else ""
    return f"lines {named}{more} were"


def _twice(text: str) -> tuple[str, ...]:
    if not any(letter in text for letter in "ÃÂâ"):
        return ()
    found = [each[0] for each in zip(_TWICE.finditer(text), range(1000), strict=False)]
    if len(found) < 2 and not (found and len(text) < 400):
        return ()
    line = text.count("\n", 0, found[0].start()) + 1
    return (
        f'This looks encoded twice ("{found[0][0]}" in line {line} should be one letter); it was imported as it is.',
    )
