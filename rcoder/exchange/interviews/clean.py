"""One way of cleaning text at import: line ends, control characters and NFC, all of it counted and reported."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter

from rcoder.domain.errors import Unreadable

_LINE_END = re.compile("\r\n|[\r\x85\u2028\u2029\x0b\x0c]")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_BIDI = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_INVISIBLE = re.compile("[\u00ad\u180e\u200b-\u200d\u2060-\u2064\ufeff\U000e0000-\U000e007f]")
_UNUSUAL = re.compile("[^\t\n -~\xa0-\xac\xae-\u024f\u2010-\u2027\u20ac]")
"""What cleaning, composing or a note may be about; every other letter is as it should be, whatever stands beside it."""
_HIGH = re.compile("[\u0300-\U0010ffff]{128}")
_MARKS = re.compile(r"[^\w\x00-\x7f]{128,}")
_LONGEST_MARKS = 128
"""Combining marks in a row beyond which composing them takes quadratic time."""

_LINE_END_NAMES = {
    "\r\n": "CRLF", "\r": "CR", "\x85": "NEL (U+0085)", "\u2028": "line separators (U+2028)",
    "\u2029": "paragraph separators (U+2029)", "\x0b": "vertical tabs", "\x0c": "form feeds",
}  # fmt: skip
_CONTROL_NAMES = {
    "\x00": "NUL",
    "\x07": "BEL",
    "\x08": "BS",
    "\x0e": "SO",
    "\x0f": "SI",
    "\x1b": "ESC",
    "\x7f": "DEL",
}


class Cleaner:
    """Cleans the pieces of one file and remembers what it did to them."""

    def __init__(self, file: str) -> None:
        self.file = file
        self._line_ends: Counter[str] = Counter()
        self._controls: Counter[str] = Counter()
        self._kept: Counter[str] = Counter()
        self._composed = False
        self._lost = 0
        self._halves = 0
        """Halves of characters, now replacement characters."""

    def clean(self, text: str) -> str:
        r"""The text in NFC, with \n line ends and no control character but \n and \t."""
        if not _UNUSUAL.search(text):
            return text
        text = self._end_lines(text)
        if not _UNUSUAL.search(text):
            return text
        text = self._drop_controls(text)
        if _SURROGATE.search(text):
            text, count = _SURROGATE.subn("\ufffd", text)
            self._halves += count
        if text.isascii():
            return text
        text = self._compose(text)
        self._look(text)
        return text

    def line(self, text: str) -> str:
        """The text cleaned as one line: every run of blanks a space, none at the edges."""
        return " ".join(self.clean(text).split())

    def notes(self, *, line_ends: bool) -> tuple[str, ...]:
        """What was done, a sentence each; line ends are of no interest where the file's lines are not the text's."""
        notes = []
        if self._line_ends and line_ends:
            notes.append(f"Line ends were made newlines: {_tally(self._line_ends)}.")
        if self._controls:
            total = sum(self._controls.values())
            notes.append(f"{total} control {_plural('character', total)} removed: {_tally(self._controls)}.")
        if self._composed:
            notes.append("Letters written in parts (such as a + ring) were composed (NFC).")
        notes.extend(_kept(what, count) for what, count in self._kept.items())
        if self._halves:
            halves = "half a character was" if self._halves == 1 else f"{self._halves} half characters were"
            notes.append(f"{halves[0].upper()}{halves[1:]} replaced by \ufffd.")
        if lost := self._lost - self._halves:
            letters = "letter was" if lost == 1 else "letters were"
            notes.append(f"{lost} {letters} lost before this import: \ufffd stands in their place.")
        return tuple(notes)

    def _end_lines(self, text: str) -> str:
        if not _LINE_END.search(text):
            return text
        crlf = text.count("\r\n")
        for end, name in _LINE_END_NAMES.items():
            count = text.count(end) - (crlf if end == "\r" else 0)
            if count:
                self._line_ends[name] += count
        text = text.replace("\r\n", "\n")
        return _LINE_END.sub("\n", text)

    def _drop_controls(self, text: str) -> str:
        if not _CONTROL.search(text):
            return text
        codes = (*range(0x20), *range(0x7F, 0xA0))
        for letter in (chr(code) for code in codes if chr(code) not in "\n\t"):
            if count := text.count(letter):
                self._controls[_CONTROL_NAMES.get(letter, f"U+{ord(letter):04X}")] += count
        return _CONTROL.sub("", text)

    def _compose(self, text: str) -> str:
        for run in _MARKS.finditer(text) if _HIGH.search(text) else ():
            if _longest_run(run[0]) > _LONGEST_MARKS:
                line = text.count("\n", 0, run.start()) + 1
                raise Unreadable(
                    f"{self.file}, line {line}: more than {_LONGEST_MARKS} accents stand on one letter.",
                    "Remove them and import again.",
                )
        if unicodedata.is_normalized("NFC", text):
            return text
        self._composed = True
        return unicodedata.normalize("NFC", text)

    def _look(self, text: str) -> None:
        for pattern, what in (
            (_BIDI, "invisible mark of writing direction"),
            (_INVISIBLE, "invisible character, such as a zero-width blank or a soft hyphen,"),
        ):
            if pattern.search(text) and (count := len(pattern.findall(text))):
                self._kept[what] += count
        self._lost += text.count("\ufffd")


def _longest_run(text: str) -> int:
    longest = current = 0
    for letter in text:
        current = current + 1 if unicodedata.combining(letter) else 0
        longest = max(longest, current)
    return longest


def _kept(what: str, count: int) -> str:
    if count == 1:
        return f"1 {what} is kept in the text."
    return f"{count} {what.replace('mark ', 'marks ').replace('character,', 'characters,')} are kept in the text."


def _tally(counts: Counter[str]) -> str:
    return ", ".join(f"{count} {name}" for name, count in counts.items())


def _plural(word: str, count: int) -> str:
    return f"{word} was" if count == 1 else f"{word}s were"
