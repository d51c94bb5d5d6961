"""Rich text (.rtf, and many a .doc): paragraphs and tables, deleted and hidden words known while groups are walked.

Rules are those of Microsoft's Rich Text Format Specification 1.9.1.
"""

from __future__ import annotations

from collections.abc import Callable

from rcoder.domain.errors import Unreadable
from rcoder.exchange.interviews.clean import Cleaner
from rcoder.exchange.interviews.document import counted
from rcoder.exchange.interviews.records import Speech
from rcoder.exchange.interviews.rich_text_page import Sheet
from rcoder.exchange.interviews.rich_text_state import Font, State
from rcoder.exchange.interviews.rich_text_tokens import (
    CHARSETS,
    HEX,
    OPEN,
    SIGN,
    TEXT,
    WORD,
    code_page,
    decoded,
    decoded_raw,
    tokens,
)
from rcoder.exchange.interviews.word_runs import UNKNOWN_SYMBOL, symbol

DEEPEST = 1_000
"""Groups in groups, beyond which a file is no document."""
MOST_TOKENS = 2_000_000
_DEEPEST_TABLE = 6

_WAY_OUT = "Open it in Word and save it as .docx."
_SKIPPED = frozenset([
    b"colortbl", b"stylesheet", b"info", b"pict", b"object", b"atnid", b"atnauthor", b"atndate", b"atnref", b"atntime",
    b"atrfstart", b"atrfend", b"fldinst", b"listtext", b"pntext", b"pn", b"pnseclvl", b"nonesttables", b"shprslt",
    b"do", b"sp", b"xe", b"tc", b"rxe", b"bkmkstart", b"bkmkend", b"themedata", b"colorschememapping",
    b"latentstyles", b"datastore", b"generator", b"listtable", b"listoverridetable", b"revtbl", b"rsidtbl",
    b"filetbl", b"template", b"private", b"background", b"comment", b"ftnsep", b"ftnsepc", b"ftncn", b"aftnsep",
    b"aftnsepc", b"aftncn", b"formfield", b"ffname", b"ffdeftext", b"xmlnstbl", b"nextfile", b"mmathPr", b"pgptbl",
    b"defchp", b"defpap", b"fonttbl", b"footnote", b"annotation",
    b"header", b"headerl", b"headerr", b"headerf", b"footer", b"footerl", b"footerr", b"footerf",
])  # fmt: skip
"""Groups that hold no words of the text."""
_PASSED = frozenset([b"shpinst", b"nesttableprops", b"ud", b"upr", b"fldrslt", b"shptxt", b"result"])
r"""Groups behind \* that hold words all the same, or more such groups."""
_EDGES = frozenset(
    [b"header", b"headerl", b"headerr", b"headerf", b"footer", b"footerl", b"footerr", b"footerf"]
)
_LETTERS = {
    b"tab": "\t", b"line": "\n", b"page": "\n", b"column": "\n", b"lbr": "\n", b"emdash": "—", b"endash": "–",
    b"emspace": "\u2003", b"enspace": "\u2002", b"qmspace": "\u2005", b"bullet": "•", b"lquote": "‘", b"rquote": "’",
    b"ldblquote": "“", b"rdblquote": "”", b"zwj": "\u200d", b"zwnj": "\u200c",
}  # fmt: skip
_SIGNS = {b"~": "\xa0", b"_": "-", b"\t": "\t", b"{": "{", b"}": "}", b"\\": "\\"}
_REPORTS = {
    "inserted": "{} tracked insertion(s) were kept.",
    "deleted": "{} tracked deletion(s) were left out.",
    "hidden": "{} stretch(es) of hidden text were left out.",
    "footnote": "{} footnote(s) were left out.",
    "annotation": "{} comment(s) were left out.",
    "symbol": "{} symbol(s) of special fonts are shown as ▯.",
}


def read_rich_text(content: bytes, file: str, cleaner: Cleaner) -> Speech:
    """Text and turns of an RTF file."""
    reader = _Reader(file, cleaner)
    for number, (kind, value, argument) in enumerate(tokens(content)):
        if number > MOST_TOKENS:
            raise Unreadable(f"{file} holds more than any interview.", _WAY_OUT)
        reader.take(kind, value, argument)
        if reader.closed:
            break
    return reader.speech()


class _Reader:
    """Walks the groups and fills the sheet."""

    def __init__(self, file: str, cleaner: Cleaner) -> None:
        self.file = file
        self.closed = False
        """The outermost group has ended; what follows is none of the document."""
        self.page = "cp1252"
        self.eastern = False
        """The next font is that of East Asian letters alone."""
        self.state = State()
        self.sheet = Sheet(file, cleaner)
        self.fonts: dict[int | None, Font] = {}
        self._states: list[State] = []
        self._bytes = bytearray()
        """Letters escaped as bytes, until all of a double-byte letter is there."""
        self._high = 0
        """First half of a letter beyond the basic plane."""
        self.passing = 0
        r"""Letters still to be passed over behind \u."""
        self._starred = False
        self._swallowed = ""
        self._left_out: dict[str, int] = {}
        self._edges = False

    def take(self, kind: int, value: bytes, argument: int | None) -> None:
        """One piece of the file."""
        if self._bytes and kind != HEX:
            self._end_bytes()
        if kind == WORD:
            self._word(value, argument)
            return
        if kind == SIGN:
            self._sign(value)
            return
        self._starred = False
        if kind == TEXT:
            self._text(value)
        elif kind == HEX:
            self._escaped(value)
        elif kind == OPEN:
            self._open()
        else:
            self._close()

    def speech(self) -> Speech:
        """The text of all that was read."""
        self._end_bytes()
        notes = counted(self._left_out, _REPORTS)
        if self._edges:
            notes = (*notes, "Headers and footers were left out.")
        if not self.closed:
            notes = (*notes, "The file ends in the middle; what there is of it was read.")
        return self.sheet.document().speech(self.file, notes)

    def _open(self) -> None:
        if len(self._states) >= DEEPEST:
            raise Unreadable(f"{self.file} nests groups too deeply to be read.", _WAY_OUT)
        self._states.append(self.state)
        self.state = self.state.inner()
        self.passing = 0

    def _close(self) -> None:
        self.passing = 0
        if not self._states:
            return
        ended, self.state = self.state, self._states.pop()
        if ended.place == "shptxt":
            self.sheet.close_box()
        self.closed = not self._states

    def _word(self, name: bytes, number: int | None) -> None:
        starred, self._starred = self._starred, False
        if self.passing:
            self.passing -= 1
            if name in _LETTERS:
                return
            self.passing = 0
        state = self.state
        if name in _SKIPPED or (starred and name not in _PASSED):
            self._skip(name)
        elif state.place == "fonttbl":
            self._define(name, number)
        elif state.skip and name != b"ud":
            return
        elif handler := _HANDLERS.get(name):
            handler(self, number)
        elif name in _LETTERS:
            self.say(_LETTERS[name])

    def _skip(self, name: bytes) -> None:
        if not self.state.skip:
            if name in {b"footnote", b"annotation"}:
                self._count(name.decode("ascii"))
            self._edges = self._edges or name in _EDGES
        self.state.skip = True
        self.state.place = "fonttbl" if name == b"fonttbl" else ""

    def _define(self, name: bytes, number: int | None) -> None:
        """A word of the font table."""
        font = self.fonts.get(self.state.font)
        if name == b"f":
            self.state.font = number
            self.fonts[number] = Font()
        elif name == b"fcharset" and font:
            font.page = font.page or CHARSETS.get(number or 0, "")
        elif name == b"cpg" and font:
            font.page = code_page(number)

    def unskip(self) -> None:
        r"""The branch of \upr that is in Unicode."""
        if self.state.place == "branch":
            self.state.skip, self.state.place = self._states[-1].skip, ""

    def _sign(self, sign: bytes) -> None:
        self._starred = sign == b"*"
        if self.passing and not self._starred:
            self.passing -= 1
        elif self.state.skip:
            return
        elif sign in b"\r\n":
            self.sheet.end_paragraph(self.state.level)
        elif sign in _SIGNS:
            self.say(_SIGNS[sign])

    def _text(self, content: bytes) -> None:
        if self.passing:
            passed = min(self.passing, len(content))
            self.passing -= passed
            content = content[passed:]
        if self.state.place == "fonttbl" and (font := self.fonts.get(self.state.font)):
            font.name = (font.name + content.decode("latin-1"))[:80]
        elif content and not self.state.skip:
            self._letters(content, raw=True)

    def _escaped(self, content: bytes) -> None:
        if self.passing:
            self.passing -= 1
        elif not self.state.skip:
            self._bytes += content

    def _end_bytes(self) -> None:
        if self._bytes:
            content, self._bytes = bytes(self._bytes), bytearray()
            self._letters(content, raw=False)

    def _letters(self, content: bytes, *, raw: bool) -> None:
        font = self.fonts.get(self.state.font)
        page = font.page if font else ""
        if font and page == "symbol":
            self._symbols(font, content)
        else:
            self.say(decoded_raw(content, page or self.page) if raw else decoded(content, page or self.page))

    def _symbols(self, font: Font, codes: bytes) -> None:
        signs = "".join(symbol(font.name.rstrip("; "), code) if code > 0x20 else chr(code) for code in codes)
        self._left_out["symbol"] = self._left_out.get("symbol", 0) + signs.count(UNKNOWN_SYMBOL)
        self.say(signs)

    def unicode(self, code: int) -> None:
        """A unit of UTF-16, of which two may make a letter."""
        if 0xD800 <= code < 0xDC00:
            self._high = code
        elif 0xDC00 <= code < 0xE000 and self._high:
            high, self._high = self._high, 0
            self.say(chr(0x10000 + ((high - 0xD800) << 10) + (code - 0xDC00)))
        elif 0xF020 <= code <= 0xF0FF:
            self._symbols(self.fonts.get(self.state.font) or Font(), bytes((code - 0xF000,)))
        elif 0 < code <= 0x10FFFF:
            self.say(chr(code))

    def say(self, text: str) -> None:
        """Words of the paragraph at hand, unless they are deleted or hidden."""
        if self._high:
            self._high, text = 0, f"\ufffd{text}"
        state = self.state
        why = "deleted" if state.deleted else "hidden" if state.hidden else ""
        kind = why or ("inserted" if state.inserted else "")
        if kind and kind != self._swallowed:
            self._count(kind)
        self._swallowed = kind
        if not why:
            self.sheet.say(text, bold=state.bold)

    def _count(self, kind: str) -> None:
        self._left_out[kind] = self._left_out.get(kind, 0) + 1


def _set_font(reader: _Reader, number: int | None) -> None:
    if not reader.eastern:
        reader.state.font = number
    reader.eastern = False


def _set_script(*, eastern: bool) -> Callable[[_Reader, int | None], None]:
    def handler(reader: _Reader, _number: int | None) -> None:
        reader.eastern = eastern

    return handler


def _switch(name: str) -> Callable[[_Reader, int | None], None]:
    """Turns a look of letters on, or with 0 off."""

    def handler(reader: _Reader, number: int | None) -> None:
        setattr(reader.state, name, number != 0)

    return handler


def _encode(page: str) -> Callable[[_Reader, int | None], None]:
    def handler(reader: _Reader, number: int | None) -> None:
        reader.page = page or code_page(number)

    return handler


def _plain(reader: _Reader, _number: int | None) -> None:
    state = reader.state
    state.bold = state.hidden = state.deleted = state.inserted = False


def _set_fallback(reader: _Reader, number: int | None) -> None:
    reader.state.fallback = min(max(number or 0, 0), 10)


def _say_unicode(reader: _Reader, number: int | None) -> None:
    if number is not None:
        reader.unicode(number & 0xFFFF if number < 0 else number)
        reader.passing = reader.state.fallback


def _end_paragraph(reader: _Reader, _number: int | None) -> None:
    reader.sheet.end_paragraph(reader.state.level)


def _end_cell(reader: _Reader, _number: int | None) -> None:
    reader.sheet.end_cell(1)


def _end_inner_cell(reader: _Reader, _number: int | None) -> None:
    reader.sheet.end_cell(max(2, reader.state.level))


def _end_row(reader: _Reader, _number: int | None) -> None:
    reader.sheet.end_row(1)


def _end_inner_row(reader: _Reader, _number: int | None) -> None:
    reader.sheet.end_row(max(2, reader.state.level))


def _leave_table(reader: _Reader, _number: int | None) -> None:
    reader.state.level = 0


def _enter_table(reader: _Reader, _number: int | None) -> None:
    reader.state.level = max(1, reader.state.level)


def _set_level(reader: _Reader, number: int | None) -> None:
    reader.state.level = min(max(number or 0, 0), _DEEPEST_TABLE)


def _open_box(reader: _Reader, _number: int | None) -> None:
    reader.state.place, reader.state.level = "shptxt", 0
    reader.sheet.open_box()


def _two_ways(reader: _Reader, _number: int | None) -> None:
    reader.state.place = "upr"


def _second_way(reader: _Reader, _number: int | None) -> None:
    reader.unskip()


_HANDLERS: dict[bytes, Callable[[_Reader, int | None], None]] = {
    b"f": _set_font, b"loch": _set_script(eastern=False), b"hich": _set_script(eastern=False),
    b"dbch": _set_script(eastern=True), b"b": _switch("bold"), b"v": _switch("hidden"),
    b"deleted": _switch("deleted"), b"revised": _switch("inserted"), b"plain": _plain, b"uc": _set_fallback,
    b"u": _say_unicode, b"par": _end_paragraph, b"sect": _end_paragraph, b"cell": _end_cell,
    b"nestcell": _end_inner_cell, b"row": _end_row, b"nestrow": _end_inner_row, b"pard": _leave_table,
    b"intbl": _enter_table, b"itap": _set_level, b"shptxt": _open_box, b"upr": _two_ways, b"ud": _second_way,
    b"ansicpg": _encode(""), b"mac": _encode("mac_roman"), b"pc": _encode("cp437"), b"pca": _encode("cp850"),
}  # fmt: skip
