"""Tables as transcription bureaus deliver them: one column says who, one what, perhaps one when."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from rcoder.exchange.interviews.labels import LONGEST, Shape, is_field, key, names_role, shape, tidy
from rcoder.exchange.interviews.stamps import ALONE, seconds

_WHO = frozenset({
    "taler", "talere", "taleren", "speaker", "speakers", "hvem", "navn", "name", "person", "who", "stemme",
})  # fmt: skip
_SAID = frozenset({
    "tekst", "text", "udsagn", "ytring", "content", "indhold", "transcript", "transskription", "utterance", "words",
})  # fmt: skip
_WHEN = frozenset({
    "tid", "time", "tidskode", "timecode", "timestamp", "timespan", "start", "starttid", "slut", "end",
})  # fmt: skip
_HEADERS = _WHO | _SAID | _WHEN | frozenset({
    "nr", "no", "#", "id", "linje", "line", "kommentar", "kommentarer", "notes", "koder", "codes",
})  # fmt: skip
_NUMBER = re.compile(r"\d{1,5}\.?")
_SHARE = 0.6


@dataclass(frozen=True, slots=True)
class Row:
    """One row as text. With a speaker, `words` and `end` are the edges of what is said, in code points of `text`."""

    text: str
    speaker: str | None = None
    words: int = 0
    end: int = 0
    time: float | None = None
    outside: bool = False
    """Belongs to no turn: a heading row."""


@dataclass(frozen=True, slots=True)
class _Columns:
    who: int
    said: int
    when: int | None


def is_transcript(rows: Sequence[Sequence[str]]) -> bool:
    """Whether one column of the table says who speaks and another what."""
    return _columns(rows) is not None


def laid_out(rows: Sequence[Sequence[str]]) -> list[Row]:
    """The rows as lines: `Speaker: words` where the table is a transcript, cells with tabs between where it is not."""
    columns = _columns(rows)
    if columns is None:
        return [Row("\t".join(row)) for row in rows]
    return [_row(row, columns, index) for index, row in enumerate(rows)]


def _columns(rows: Sequence[Sequence[str]]) -> _Columns | None:
    width = Counter(len(row) for row in rows).most_common(1)[0][0] if rows else 0
    if width < 2:
        return None
    if headed := _by_heading(rows[0]):
        return headed
    table = [row for row in rows if len(row) == width and not is_heading(row)]
    when = next((at for at in range(width) if _is_mostly([row[at] for row in table], ALONE)), None)
    others = [at for at in range(width) if at != when and not _is_mostly([row[at] for row in table], _NUMBER)]
    if len(others) < 2 or not table:
        return None
    said = max(others, key=lambda at: sum(len(row[at]) for row in table))
    who = next((at for at in others if at != said and is_voices([row[at] for row in table])), None)
    return None if who is None else _Columns(who, said, when)


def _by_heading(heading: Sequence[str]) -> _Columns | None:
    """The columns by their headings."""
    if not is_heading(heading):
        return None
    names = [_heading(cell) for cell in heading]
    who, said, when = (
        next((at for at, name in enumerate(names) if name in wanted), None) for wanted in (_WHO, _SAID, _WHEN)
    )
    return None if who is None or said is None else _Columns(who, said, when)


def _heading(cell: str) -> str:
    return cell.casefold().strip(" :.")


def is_heading(row: Sequence[str]) -> bool:
    """Whether the cells head columns: Tid, Taler, Tekst."""
    filled = [_heading(cell) for cell in row if cell.strip()]
    return bool(filled) and all(cell in _HEADERS for cell in filled)


def _is_mostly(cells: Sequence[str], pattern: re.Pattern[str]) -> bool:
    filled = [cell for cell in cells if cell.strip()]
    return (
        bool(filled)
        and sum(pattern.fullmatch(cell.strip()) is not None for cell in filled) >= len(filled) * _SHARE
    )


def is_voices(cells: Sequence[str]) -> bool:
    """Whether the column names speakers: short labels that recur, or roles."""
    names = [_name(cell) for cell in cells if cell.strip()]
    if not names or any(len(name) > LONGEST or "\n" in name for name in names):
        return False
    if any(is_field(name) for name in names):
        return False
    counts = Counter(key(name) for name in names)
    if len(counts) < len(names):
        return True
    return all(names_role(name) or shape(name) in {Shape.CODE, Shape.CAPITALS} for name in names)


def _name(cell: str) -> str:
    return tidy(cell.strip().rstrip(":"))


def _row(row: Sequence[str], columns: _Columns, index: int) -> Row:
    if len(row) <= max(columns.who, columns.said):
        return Row("\t".join(row), outside=True)
    if index == 0 and is_heading(row):
        return Row("\t".join(row), outside=True)
    who, said = _name(row[columns.who]), row[columns.said]
    text, words = _joined(row, columns, named=bool(who))
    if not who or not said.strip():
        return Row(text)
    time = seconds(row[columns.when]) if columns.when is not None and row[columns.when].strip() else None
    return Row(text, who, words, words + len(said), time)


def _joined(row: Sequence[str], columns: _Columns, *, named: bool) -> tuple[str, int]:
    """The cells with words as one text that ends in what is said, and where in it that begins."""
    asides = [cell for at, cell in enumerate(row) if at not in {columns.who, columns.said} and cell.strip()]
    who = row[columns.who].strip().rstrip(":")
    said = row[columns.said]
    if not named:
        return "\t".join([*asides, said] if said.strip() else asides), 0
    before = "\t".join([*asides, f"{who}: "])
    return before + said, len(before)
