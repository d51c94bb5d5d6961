"""Tables as text (.tsv, .csv): Whisper's start, end and words, or one column that says who and one what."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from rcoder.domain.errors import Unreadable
from rcoder.exchange.interviews.cues import Cue, one_line, speech, with_labels
from rcoder.exchange.interviews.document import Document
from rcoder.exchange.interviews.records import Speech
from rcoder.exchange.interviews.stamps import ALONE, seconds
from rcoder.exchange.interviews.table import is_transcript

MOST_COLUMNS = 50
LONGEST_CELL = 100_000
_DELIMITERS = "\t;,|"
_EXPECTED = (
    "Expected are columns such as speaker and text, or start, end and text; else save it as .docx or .txt."
)
_START = frozenset({"start", "begin", "from", "fra", "begynd", "tid", "time", "starttid"})
_END = frozenset({"end", "stop", "to", "til", "slut", "sluttid"})
_TEXT = frozenset({"text", "tekst", "words", "ord", "udsagn", "ytring", "utterance", "transcript", "content"})
_SPEAKER = frozenset({"speaker", "taler", "navn", "name", "hvem", "who", "person", "speaker_name"})
_NUMBER = re.compile(r"-?\d{1,10}(?:[.,]\d{1,9})?")
_WHOLE = re.compile(r"\d{1,10}")


@dataclass(frozen=True, slots=True)
class _Columns:
    text: int
    start: int
    end: int | None
    speaker: int | None
    headed: bool = True


def read_columns(text: str, file: str, *, tabs: bool) -> Speech:
    """Words and voices of a cleaned table; `tabs` where the name says that tabs part the columns."""
    rows, note = _rows(text, file, tabs=tabs)
    if columns := _timed(rows):
        return _cues(rows, columns, note)
    width = Counter(len(row) for _, row in rows).most_common(1)[0][0] if rows else 0
    if width < 2 or not is_transcript([row for _, row in rows]):
        raise Unreadable(f"{file} has no column that says who speaks beside one with the words.", _EXPECTED)
    document = Document()
    document.table([[one_line(cell) if at == 0 else cell for at, cell in enumerate(row)] for _, row in rows])
    return document.speech(file, note)


def _rows(text: str, file: str, *, tabs: bool) -> tuple[list[tuple[int, list[str]]], tuple[str, ...]]:
    """The rows that hold anything, with the number of the line each ends on, and what is to be said of the reading."""
    delimiter = "\t" if tabs and "\t" in text else _delimiter(text)
    if _is_whisper(text, delimiter):
        return _parsed(text, file, delimiter, quoted=False), ()
    try:
        return _parsed(text, file, delimiter, quoted=True), ()
    except Unreadable:
        if delimiter != "\t":
            raise
    return _parsed(text, file, delimiter, quoted=False), ("Quotes in it were read as letters.",)


def _is_whisper(text: str, delimiter: str) -> bool:
    """Whether it is what Whisper writes, which sets no quotes round what it writes."""
    return delimiter == "\t" and text.split("\n", 1)[0].strip().lower() == "start\tend\ttext"


def _delimiter(text: str) -> str:
    """The sign that parts the columns: the one that the first lines hold most evenly."""
    lines = [line for line in text.split("\n", 60)[:60] if line.strip()]
    return max(_DELIMITERS, key=lambda sign: (sum(sign in line for line in lines), -_DELIMITERS.index(sign)))


def _parsed(text: str, file: str, delimiter: str, *, quoted: bool) -> list[tuple[int, list[str]]]:
    lines = io.StringIO(text, newline="")
    reader = (
        csv.reader(lines, delimiter=delimiter, strict=True)
        if quoted
        else csv.reader(lines, delimiter=delimiter, quoting=csv.QUOTE_NONE, strict=True)
    )
    rows: list[tuple[int, list[str]]] = []
    try:
        for row in reader:
            if len(row) > MOST_COLUMNS or any(len(cell) > LONGEST_CELL for cell in row):
                raise Unreadable(
                    f"{file}, line {reader.line_num}: this is no table of an interview.", _EXPECTED
                )
            if any(cell.strip() for cell in row):
                rows.append((reader.line_num, [cell.strip() for cell in row]))
    except csv.Error as error:
        at = len(rows) + 1
        raise Unreadable(
            f"{file}, row {at}: a quotation mark is not closed, or more follows it.",
            "Save the table anew as CSV, or as .docx.",
        ) from error
    return rows


def _timed(rows: Sequence[tuple[int, list[str]]]) -> _Columns | None:
    """The columns of a table of cues, by their headings or by clock times beside words."""
    if not rows:
        return None
    heading = [cell.casefold().strip(" :.()") for cell in rows[0][1]]
    text, start, end = _at(heading, _TEXT), _at(heading, _START), _at(heading, _END)
    if text is None and len(rows[0][1]) == 2 and all(_is_clock(row) for _, row in rows):
        return _Columns(1, 0, None, None, headed=False)
    if text is None or start is None or not all(_is_time(_cell(row, start)) for _, row in rows[1:]):
        return None
    if end is None and any(ALONE.fullmatch(_cell(row, start)) for _, row in rows[1:]):
        return None
    return _Columns(text, start, end, _at(heading, _SPEAKER))


def _is_clock(row: Sequence[str]) -> bool:
    return len(row) == 2 and ALONE.fullmatch(row[0]) is not None


def _at(heading: Sequence[str], names: frozenset[str]) -> int | None:
    return next((at for at, cell in enumerate(heading) if cell in names), None)


def _is_time(cell: str) -> bool:
    return not cell or _NUMBER.fullmatch(cell) is not None or ALONE.fullmatch(cell) is not None


def _cues(rows: Sequence[tuple[int, list[str]]], columns: _Columns, note: tuple[str, ...]) -> Speech:
    body = [row for _, row in rows][columns.headed :]
    thousandths = _in_milliseconds(body, columns)
    cues = []
    for row in body:
        start, end = (_seconds(_cell(row, at), thousandths) for at in (columns.start, columns.end))
        cues.append(Cue(_cell(row, columns.text), _cell(row, columns.speaker) or None, start, end))
    if columns.speaker is None:
        return speech(with_labels(cues), note)
    return speech([replace(cue, text=one_line(cue.text)) for cue in cues], note)


def _in_milliseconds(body: Sequence[Sequence[str]], columns: _Columns) -> bool:
    """Whether times are whole numbers too large for seconds: somebody says five letters a second or more."""
    times = [cell for row in body if (cell := _cell(row, columns.start))]
    if not times or not all(_WHOLE.fullmatch(cell) for cell in times):
        return False
    letters = sum(len(_cell(row, columns.text)) for row in body)
    return max(map(int, times)) > max(letters, 200) * 2


def _cell(row: Sequence[str], at: int | None) -> str:
    return row[at] if at is not None and at < len(row) else ""


def _seconds(cell: str, thousandths: bool) -> float | None:
    if _NUMBER.fullmatch(cell):
        number = float(cell.replace(",", "."))
        return number / 1000 if thousandths else number
    return seconds(cell) if cell else None
