"""Passages counted by cell in SQL (decision 7), as far as the asker may see.

Counts are of rows, put right by merging those alone that overlap another: most passages do not, and merging is slow.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from rcoder.analysis.matrices.cells import ASKED, Counted
from rcoder.domain.passage import Passage
from rcoder.project.sight import PASSAGE, PASSAGE_FROM, Sight, passages

Row = Mapping[str, Any]
CellKey = tuple[str, str, str]
"""Row, column and sort."""

RANK = """CASE WHEN x.revision <> t.revision OR s.interviewer THEN 2
    WHEN x.scope IN ('normative', 'anticipated') THEN 2
    WHEN x.scope = 'general' OR COALESCE(x.case_id, t.case_id) IS NULL THEN 1 ELSE 0 END"""
"""What a passage counts, as `analysis.counting.counts_as`: 0 a case, 1 a respondent, 2 nothing."""

LISTED = 2

ABOUT = "COALESCE(x.case_id, t.case_id, '')"
"""The case that a passage is about."""

POLARITY = f"""CASE WHEN s.interviewer THEN '{ASKED}' WHEN x.counterfactual THEN 'counterfactual' ELSE x.polarity END"""

_DONE = """
    done AS (SELECT DISTINCT transcript_id AS id FROM finishes WHERE {seen}),
    coded AS (SELECT t.case_id AS id, CASE WHEN COUNT(*) = COUNT(d.id) THEN 1 ELSE 0 END AS whole
      FROM transcripts t LEFT JOIN done d ON d.id = t.id WHERE t.case_id IS NOT NULL GROUP BY t.case_id)"""


@dataclass(frozen=True)
class Spread:
    """Which passages are counted, and in which cell each falls: parts of SQL over a passage x, its transcript t and speaker s."""

    table: str
    """codings or evidence."""
    row: str
    column: str
    sort: str = "''"
    """What passages of one cell are told apart by."""
    before: str = ""
    """Common table expressions of its own, with a comma after each."""
    source: str = ""
    """Where a query begins, "" at the table; what comes first is gone through first."""
    joins: str = ""
    where: str = ""
    """Conditions, each beginning with AND."""
    near: str = ""
    """The same for what may overlap: conditions on a and b that hold at least where their cells are the same."""
    params: Mapping[str, Any] = field(default_factory=dict)

    @property
    def tables(self) -> str:
        """What the passages are read from."""
        return f"""{self.source or f"{self.table} x"} JOIN transcripts t ON t.id = x.transcript_id
            LEFT JOIN speakers s ON s.id = x.speaker_id {self.joins}"""

    def said(self, more: str = "", where: str = "", joins: str = "") -> str:
        """A query for each passage with its cell."""
        return f"""SELECT {self.row} AS row_id, {self.column} AS column_id, {self.sort} AS sort, x.transcript_id,
            {ABOUT} AS case_id, {RANK} AS rank {more} FROM {self.tables} {joins}
            WHERE {{seen:x}} {self.where} {where}"""  # noqa: S608 - parts of ours

    @property
    def tied(self) -> str:
        """Common table expressions for the ids of the passages that overlap another."""
        return f"""
            pairs AS (SELECT a.id AS one, b.id AS other FROM {self.table} a JOIN {self.table} b
              ON b.transcript_id = a.transcript_id AND b.start >= a.start AND b.start < a."end"
              WHERE b.id <> a.id AND b.revision = a.revision {self.near}),
            tied AS (SELECT one AS id FROM pairs UNION SELECT other FROM pairs)"""  # noqa: S608 - parts of ours


class Voices(NamedTuple):
    """What there is in cells, and who says it as general experience."""

    cells: dict[tuple[str, str], dict[str, Counted]]
    """By row and column, then by sort."""
    general: dict[CellKey, set[str]]
    """Voices that count as respondents."""


def counted(sight: Sight, spread: Spread, *, units: str = "", respondents: bool = False) -> Voices:
    """What each cell comes to; of `units` ("interviews", "cases"), only those named are counted.

    Evidence is counted in one reading: there is little of it beside codings, and much of it overlaps.
    """
    if spread.table == "evidence":
        return _counted_at_once(sight, spread, units)
    rows = _counts(sight, spread, units)
    knots = _merged(_knots(sight, spread))
    general: dict[CellKey, set[str]] = {key: set(each.voices) for key, each in knots.items() if each.voices}
    if respondents and any(row["n1"] for row in rows):
        for row in _speaking_in_general(sight, spread):
            general.setdefault(_key(row), set()).add(row["voice"])
    cells: dict[tuple[str, str], dict[str, Counted]] = defaultdict(dict)
    for row in rows:
        key = _key(row)
        knot = knots.get(key, _NO_KNOT)
        about, general_talk, listed = (
            int(row[f"n{rank}"]) - knot.rows[rank] + knot.stretches[rank] for rank in range(3)
        )
        cells[row["row_id"], row["column_id"]][row["sort"]] = Counted(
            about + general_talk,
            listed,
            row.get("interviews", 0),
            row.get("interviews_not_yet", 0),
            row.get("cases", 0),
            row.get("cases_not_yet", 0),
            row.get("no_interview", 0),
            about,
            len(general.get(key, ())),
            int(row.get("asked", 0)),
        )
    return Voices(dict(cells), general)


_UNITS = {
    "interviews": """, COUNT(DISTINCT CASE WHEN rank < 2 AND done = 1 THEN transcript_id END) AS interviews,
        COUNT(DISTINCT CASE WHEN rank < 2 AND done = 0 THEN transcript_id END) AS interviews_not_yet,
        SUM(CASE WHEN rank = 2 AND done = 1 THEN 1 ELSE 0 END) AS asked""",
    "cases": """, COUNT(DISTINCT CASE WHEN rank = 0 AND whole = 1 THEN case_id END) AS cases,
        COUNT(DISTINCT CASE WHEN rank = 0 AND whole = 0 THEN case_id END) AS cases_not_yet,
        COUNT(DISTINCT CASE WHEN rank = 0 AND whole IS NULL THEN case_id END) AS no_interview""",
}


_JOINED = {
    "interviews": (
        ", CASE WHEN d.id IS NULL THEN 0 ELSE 1 END AS done",
        "LEFT JOIN done d ON d.id = x.transcript_id",
    ),
    "cases": (", c.whole", f"LEFT JOIN coded c ON c.id = {ABOUT}"),
}
"""What is read of how far interviews and cases are coded, and from where."""


def _counts(sight: Sight, spread: Spread, units: str) -> list[Row]:
    wanted = [each for each in _UNITS if each in units]
    more, joins = (" ".join(_JOINED[each][part] for each in wanted) for part in (0, 1))
    said = spread.said(more, joins=joins)
    sql = f"""WITH RECURSIVE {spread.before} {_DONE}, said AS ({said})
        SELECT row_id, column_id, sort, SUM(CASE WHEN rank = 0 THEN 1 ELSE 0 END) AS n0,
          SUM(CASE WHEN rank = 1 THEN 1 ELSE 0 END) AS n1, SUM(CASE WHEN rank = 2 THEN 1 ELSE 0 END) AS n2
          {"".join(_UNITS[each] for each in wanted)}
        FROM said GROUP BY row_id, column_id, sort"""  # noqa: S608 - parts of ours
    return list(sight.rows(sql, **spread.params))


def _counted_at_once(sight: Sight, spread: Spread, units: str) -> Voices:
    """The same by merging every passage."""
    joined = f"LEFT JOIN done d ON d.id = x.transcript_id LEFT JOIN coded c ON c.id = {ABOUT}"
    said = spread.said(
        f', x.revision, x.start, x."end", x.id, {_VOICE} AS voice, d.id AS done, c.whole', joins=joined
    )
    sql = f"""WITH RECURSIVE {spread.before} {_DONE} {said} ORDER BY x.start, x."end", x.id"""
    rows = list(sight.rows(sql, **spread.params))
    sets = _distinct(rows) if units else {}
    cells: dict[tuple[str, str], dict[str, Counted]] = defaultdict(dict)
    knots = _merged(rows)
    for key, knot in knots.items():
        about, general_talk, listed = knot.stretches
        done, not_yet, whole, begun, none = (len(each) for each in sets.get(key, _NONE))
        cells[key[0], key[1]][key[2]] = Counted(
            about + general_talk, listed, done, not_yet, whole, begun, none, about, len(knot.voices)
        )
    return Voices(cells, {key: knot.voices for key, knot in knots.items() if knot.voices})


_NONE: tuple[set[str], ...] = (set(), set(), set(), set(), set())


def _distinct(rows: list[Row]) -> dict[CellKey, tuple[set[str], ...]]:
    """Interviews coded to the end and not, cases coded to the end, not yet, and without interview, of what counts."""
    sets: dict[CellKey, tuple[set[str], ...]] = {}
    for row in rows:
        if row["rank"] < LISTED:
            own = sets.setdefault(_key(row), (set(), set(), set(), set(), set()))
            own[0 if row["done"] else 1].add(row["transcript_id"])
            if row["rank"] == 0:
                own[{1: 2, 0: 3}.get(row["whole"], 4)].add(row["case_id"])
    return sets


def _speaking_in_general(sight: Sight, spread: Spread) -> list[Row]:
    """Voices of passages that overlap no other."""
    said = spread.said(
        f", {_VOICE} AS voice", "AND (x.scope = 'general' OR COALESCE(x.case_id, t.case_id) IS NULL)"
    )
    sql = f"""WITH RECURSIVE {spread.before} {spread.tied}
        SELECT DISTINCT row_id, column_id, sort, voice FROM ({said} AND x.id NOT IN (SELECT id FROM tied)) said
        WHERE rank = 1"""  # noqa: S608 - parts of ours
    return list(sight.rows(sql, **spread.params))


_VOICE = "COALESCE(NULLIF(s.person, ''), x.speaker_id, x.transcript_id)"


def _knots(sight: Sight, spread: Spread) -> list[Row]:
    """The passages that overlap another, in order of place."""
    said = spread.said(
        f', x.revision, x.start, x."end", x.id, {_VOICE} AS voice', "AND x.id IN (SELECT id FROM tied)"
    )
    sql = f"""WITH RECURSIVE {spread.before} {spread.tied} {said} ORDER BY x.start, x."end", x.id"""
    return list(sight.rows(sql, **spread.params))


@dataclass(slots=True)
class _Knot:
    """What the overlapping passages of a cell come to."""

    rows: list[int] = field(default_factory=lambda: [0, 0, 0])
    """How many of each rank."""
    stretches: list[int] = field(default_factory=lambda: [0, 0, 0])
    voices: set[str] = field(default_factory=set)


_NO_KNOT = _Knot()


def _merged(rows: list[Row]) -> dict[CellKey, _Knot]:
    """Overlapping passages of one cell, text and case as one; each stretch counts as the passage in it that counts most."""
    found: dict[CellKey, _Knot] = {}
    texts: dict[tuple[Any, ...], list[Row]] = {}
    for row in rows:
        key = _key(row)
        found.setdefault(key, _Knot()).rows[row["rank"]] += 1
        texts.setdefault((*key, row["transcript_id"], row["case_id"], row["revision"]), []).append(row)
    for place, own in texts.items():
        knot, reach, chief = found[place[0], place[1], place[2]], -1, None
        for row in own:
            if chief is None or row["start"] >= reach:
                _end(knot, chief)
                chief = row
            elif row["rank"] < chief["rank"]:
                chief = row
            reach = max(reach, row["end"])
        _end(knot, chief)
    return found


def _end(knot: _Knot, chief: Row | None) -> None:
    """A stretch is at its end."""
    if chief is not None:
        knot.stretches[chief["rank"]] += 1
        if chief["rank"] == 1:
            knot.voices.add(chief["voice"])


def _key(row: Row) -> CellKey:
    return row["row_id"], row["column_id"], row["sort"]


def cell_passages(
    sight: Sight, spread: Spread, row_id: str | None, column_id: str | None
) -> list[tuple[str, Passage]]:
    """The passages of a cell (of any row, or any column, where that is None) with their sorts, in reading order."""
    at = {"at_row": (spread.row, row_id), "at_column": (spread.column, column_id)}
    within = " ".join(f"AND {where} = :{name}" for name, (where, value) in at.items() if value is not None)
    stance = ", x.stance" if spread.table == "evidence" else ""
    sql = f"""WITH RECURSIVE {spread.before} unused AS (SELECT 1)
        SELECT DISTINCT {PASSAGE}{stance}, {spread.sort} AS sort
        FROM {spread.source or f"{spread.table} x"} {PASSAGE_FROM} {spread.joins}
        WHERE {{seen:x}} {spread.where} {within}
        ORDER BY transcript, x.start, x."end", x.id"""  # noqa: S608 - parts of ours
    params = {name: value for name, (_, value) in at.items() if value is not None}
    rows = sight.rows(sql, **spread.params, **params)
    return [(row["sort"], passage) for row, passage in zip(rows, passages(rows), strict=True)]
