"""Rich text (RTF) as tokens: control words, groups, and letters by the code page in force."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator

WORD, TEXT, HEX, SIGN, OPEN, CLOSE = range(6)
"""Kinds of tokens: a control word, letters as they are, a letter escaped, a control sign, the edges of a group."""

_TOKEN = re.compile(
    rb"\\([a-zA-Z]{1,32})(-?\d{1,10})?[ ]?|([^\\{}\r\n\x00]+)|([{}])|\\'([0-9a-fA-F]{2})|\\([^a-zA-Z])|[\r\n\x00]+|.",
    re.DOTALL,
)
CHARSETS = {
    0: "cp1252", 1: "", 2: "symbol", 77: "mac_roman", 78: "shift_jis", 128: "cp932", 129: "cp949", 134: "cp936",
    136: "cp950", 161: "cp1253", 162: "cp1254", 163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257",
    204: "cp1251", 222: "cp874", 238: "cp1250", 254: "cp437", 255: "cp850",
}  # fmt: skip
"""Code pages by the number of a font's character set; "" is the document's own."""
_PAGES = {708: "iso8859_6", 10000: "mac_roman", 65001: "utf-8", 28591: "cp1252", 0: "cp1252", 1: "cp1252"}


def tokens(content: bytes) -> Iterator[tuple[int, bytes, int | None]]:
    r"""Kind, name or letters, and number of each piece of the file; the bytes behind \bin are passed over."""
    position: int | None = 0
    while position is not None:
        start, position = position, None
        for found in _TOKEN.finditer(content, start):
            word, number, text, brace, escaped, sign = found.groups()
            if text is not None:
                yield TEXT, text, None
            elif word == b"bin" and number and int(number) > 0:
                position = found.end() + int(number)
                break
            elif word is not None:
                yield WORD, word, int(number) if number else None
            elif brace is not None:
                yield (OPEN if brace == b"{" else CLOSE), brace, None
            elif escaped is not None:
                yield HEX, bytes((int(escaped, 16),)), None
            elif sign is not None:
                yield SIGN, sign, None


def code_page(number: int | None) -> str:
    r"""The codec of \ansicpg; Windows-1252 for what is not known."""
    if number in _PAGES:
        return _PAGES[number]
    name = f"cp{number}"
    try:
        codecs.lookup(name)
    except LookupError:
        return "cp1252"
    return name


def decoded(content: bytes, page: str) -> str:
    """The letters of bytes in a code page; what is in none of its places becomes a replacement character."""
    return content.decode(page, "replace")


def decoded_raw(content: bytes, page: str) -> str:
    """The letters of bytes written as they are, which some programs do in UTF-8 whatever the file says."""
    if content.isascii():
        return content.decode("ascii")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return decoded(content, page)
