"""What there is to write from in each cell of the framework matrix, counted a few cases at a time and kept (decision 7)."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from rcoder.domain.framework import Material
from rcoder.domain.words import Stance
from rcoder.project.door import Project
from rcoder.project.kept import changes_since, kept, last_entry
from rcoder.project.matrices.ground import ground
from rcoder.project.sight import Sight

AT_ONCE = 16
"""Cases that are counted in one question: about as long as a key may wait in a large study."""

CellKey = tuple[str, str]
"""Case and column."""
_Tied = dict[CellKey, tuple[int, str]]
_Stances = dict[CellKey, tuple[dict[Stance, int], str]]

_ABOUT_CASE = """x.scope = 'this_case' AND x.revision = t.revision
    AND (x.speaker_id IS NULL OR x.speaker_id NOT IN (SELECT id FROM speakers WHERE interviewer))"""
"""Respondents' words about a case, in the present text: what counts (`analysis.counting`)."""

_CODINGS = f"""
    SELECT x.id, x.code_id, x.transcript_id, x.start, x."end", t.case_id, 1 AS own
    FROM transcripts t CROSS JOIN codings x
    WHERE x.transcript_id = t.id AND t.case_id IN (:cases) AND (x.case_id IS NULL OR x.case_id = t.case_id)
      AND {_ABOUT_CASE} AND {{seen:x}}"""  # noqa: S608 - constants of ours

_TIED = f"""
    SELECT x.id, x.code_id, x.transcript_id, x.start, x."end", x.case_id, 0 AS own
    FROM codings y CROSS JOIN codings x CROSS JOIN transcripts t
    WHERE y.case_id IS NOT NULL AND x.id = y.id AND t.id = x.transcript_id AND (t.case_id IS NULL OR t.case_id <> x.case_id)
      AND {_ABOUT_CASE} AND {{seen:x}}"""  # noqa: S608 - constants of ours
"""Codings in interviews of other cases, or of none; `y` is gone through first, since nearly none are tied to a case."""

_EVIDENCE = f"""
    SELECT x.id, x.claim_id, x.stance, x.transcript_id, x.start, x."end", COALESCE(x.case_id, t.case_id) AS case_id
    FROM evidence x JOIN transcripts t ON t.id = x.transcript_id
    WHERE x.claim IN ('configuration', 'link', 'element', 'code') AND {_ABOUT_CASE} AND {{seen:x}}"""  # noqa: S608 - constants of ours

OF_CASE = """(x.transcript_id IN (SELECT id FROM transcripts WHERE case_id = :case)
    AND (x.case_id IS NULL OR x.case_id = :case))"""
TIED_TO_CASE = """x.id IN (SELECT y.id FROM {table} y
    WHERE y.case_id = :case AND y.transcript_id NOT IN (SELECT id FROM transcripts WHERE case_id = :case))"""
"""Passages about one case in its own interviews, and in others; asked apart, since an index helps the first alone."""


def about_case(table: str) -> tuple[str, str]:
    """The two conditions by which passages x of a table are about one case (`case`)."""
    return OF_CASE, TIED_TO_CASE.replace("{table}", table)


_CLAIMS = """
    SELECT f.id AS claim_id, f.id AS configuration_id FROM configurations f WHERE {seen:f}
    UNION ALL SELECT l.id, l.configuration_id FROM links l JOIN configurations f ON f.id = l.configuration_id WHERE {seen:f}
    UNION ALL SELECT p.element_id, p.configuration_id FROM places p
      JOIN configurations f ON f.id = p.configuration_id WHERE {seen:f}"""

_CODINGS_FROM = frozenset({"codings"})
_STABLE = frozenset({"codes", "codebooks", "coders", "transcripts", "speakers", "study", "cases"})
"""Tables of which any change has everything counted anew."""
_CLAIMS_FROM = frozenset({"links", "places", "configurations", "coders"})
_EVIDENCE_FROM = _STABLE | {"evidence", "links", "places", "configurations"}


class Spot(NamedTuple):
    """Words of a transcript: id of what they were taken from, and their place."""

    id: str
    transcript_id: str
    start: int
    end: int


@dataclass(slots=True)
class _Counted:
    """Codings of cell after cell, and the journal entry up to which they hold."""

    columns: tuple[str, ...]
    seq: int
    cells: dict[str, dict[str, tuple[int, int, str]]] = field(default_factory=dict)
    """By case and column: coded passages in its own interviews, how many of these have one, the latest id."""


def material(
    project: Project, roots: Mapping[str, str], columns: Collection[str], cases: Collection[str]
) -> dict[CellKey, Material]:
    """What there is to write from in these cases; `roots` are the codes under each column (`project.absence.below`)."""
    sight = project.sight
    counted = _held(sight, tuple(columns))
    missing = [each for each in cases if each not in counted.cells]
    if missing:
        _count(sight, counted, roots, missing)
    return _told(project, counted, roots, columns, cases)


def material_of_case(
    project: Project, roots: Mapping[str, str], columns: Collection[str], case_id: str
) -> dict[str, Material]:
    """What there is to write from in one case, by column, asked for anew: what is counted of the others stays kept."""
    sight = project.sight
    counted = _Counted(tuple(columns), 0)
    _count(sight, counted, roots, [case_id])
    tied = _tied_of((row for row in _tied_rows(sight) if row["case_id"] == case_id), roots)
    near = (sight.rows(f"{_EVIDENCE} AND {each}", case=case_id) for each in about_case("evidence"))
    evidence = _stances(sight, [row for rows in near for row in rows], roots)
    finished = [each.finished for each in ground(project).interviews if each.case_id == case_id]
    return {column: _cell(counted, case_id, column, finished, tied, evidence) for column in columns}


def known_material(
    project: Project, roots: Mapping[str, str], columns: Collection[str]
) -> dict[CellKey, Material]:
    """The same of the cases that are counted already."""
    counted = _held(project.sight, tuple(columns))
    return _told(project, counted, roots, columns, tuple(counted.cells)) if counted.cells else {}


def _told(
    project: Project,
    counted: _Counted,
    roots: Mapping[str, str],
    columns: Collection[str],
    cases: Collection[str],
) -> dict[CellKey, Material]:
    held: dict[str, list[bool]] = defaultdict(list)
    for each in ground(project).interviews:
        if each.case_id:
            held[each.case_id].append(each.finished)
    tied, evidence = _tied(project.sight, roots, columns), _evidence(project.sight, roots, columns)
    return {
        (case, column): _cell(counted, case, column, held.get(case, []), tied, evidence)
        for case in cases
        for column in columns
    }


def _cell(  # noqa: PLR0913, PLR0917, RUF100 - all that a cell is put together from
    counted: _Counted, case: str, column: str, finished: Collection[bool], tied: _Tied, evidence: _Stances
) -> Material:
    coded, interviews, latest = counted.cells[case].get(column, (0, 0, ""))
    elsewhere, later = tied.get((case, column), (0, ""))
    stances, last = evidence.get((case, column), ({}, ""))
    return Material(
        coded + elsewhere,
        interviews,
        elsewhere,
        stances,
        len(finished),
        len(finished) - sum(finished),
        max(latest, later, last),
    )


# -- codings ---------------------------------------------------------------------------------------------------------


def _held(sight: Sight, columns: tuple[str, ...]) -> _Counted:
    """What is counted already, without the cases that were coded in since."""
    name, latest = "framework codings", last_entry(sight)
    held: _Counted | None = sight.kept.get(name)
    if held is None or held.columns != columns or held.seq > latest:
        held = sight.kept[name] = _Counted(columns, latest)
        return held
    touched: set[str] = set()
    for change in changes_since(sight, held.seq):
        if change["table"] in _STABLE:
            held.cells.clear()
            break
        if change["table"] in _CODINGS_FROM:
            touched |= {row["transcript_id"] for row in (change["before"], change["after"]) if row}
    held.seq = latest
    if touched and held.cells:
        rows = sight.rows("SELECT case_id FROM transcripts WHERE id IN (:ids)", ids=sorted(touched))
        for row in rows:
            held.cells.pop(row["case_id"], None)
    return held


def _count(sight: Sight, counted: _Counted, roots: Mapping[str, str], cases: Collection[str]) -> None:
    spots = _by_cell(sight.rows(_CODINGS, cases=list(cases)), roots)
    for case in cases:
        counted.cells[case] = {}
    for (case, column), own in spots.items():
        interviews = len({each.transcript_id for each in own})
        counted.cells[case][column] = (len(stretches(own)), interviews, _latest(own))


def _tied(sight: Sight, roots: Mapping[str, str], columns: Collection[str]) -> _Tied:
    """Coded passages of each cell in interviews of other cases, and the latest id."""
    name = f"framework tied {' '.join(columns)}"
    return kept(sight, name, _STABLE | _CODINGS_FROM, lambda: _tied_of(_tied_rows(sight), roots))


def _tied_rows(sight: Sight) -> list[Mapping[str, Any]]:
    return kept(sight, "framework tied rows", _STABLE | _CODINGS_FROM, lambda: list(sight.rows(_TIED)))


def _tied_of(rows: Iterable[Mapping[str, Any]], roots: Mapping[str, str]) -> _Tied:
    return {key: (len(stretches(own)), _latest(own)) for key, own in _by_cell(rows, roots).items()}


def _by_cell(rows: Iterable[Mapping[str, Any]], roots: Mapping[str, str]) -> dict[CellKey, list[Spot]]:
    found: dict[CellKey, list[Spot]] = defaultdict(list)
    for row in rows:
        column = roots.get(row["code_id"])
        if column is not None:
            spot = Spot(row["id"], row["transcript_id"], row["start"], row["end"])
            found[row["case_id"], column].append(spot)
    return found


# -- evidence --------------------------------------------------------------------------------------------------------


def _evidence(sight: Sight, roots: Mapping[str, str], columns: Collection[str]) -> _Stances:
    """Passages by stance of each cell, overlapping ones of one stance once, and the latest id."""
    name = f"framework evidence {' '.join(columns)}"
    return kept(sight, name, _EVIDENCE_FROM, lambda: _stances(sight, sight.rows(_EVIDENCE), roots))


def _stances(sight: Sight, rows: Iterable[Mapping[str, Any]], roots: Mapping[str, str]) -> _Stances:
    under = columns_of(sight, roots)
    spots: dict[tuple[str, str, str], list[Spot]] = defaultdict(list)
    for row in rows:
        spot = Spot(row["id"], row["transcript_id"], row["start"], row["end"])
        for column in under.get(row["claim_id"], ()):
            spots[row["case_id"] or "", column, row["stance"]].append(spot)
    found: _Stances = {}
    for (case, column, stance), own in spots.items():
        counts, latest = found.setdefault((case, column), ({}, ""))
        counts[Stance(stance)] = len(stretches(own))
        found[case, column] = counts, max(latest, _latest(own))
    return found


def claims(sight: Sight) -> dict[str, tuple[str, ...]]:
    """The configurations in sight that a claim belongs to, by its id: itself, those of a link or an element."""

    def asked() -> dict[str, tuple[str, ...]]:
        found: dict[str, tuple[str, ...]] = {}
        for row in sight.rows(_CLAIMS):
            found[row["claim_id"]] = (*found.get(row["claim_id"], ()), row["configuration_id"])
        return found

    return kept(sight, "framework claims", _CLAIMS_FROM, asked)


def columns_of(sight: Sight, roots: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    """The columns that evidence on a claim in sight, or on a code, belongs to, by the id of that."""
    told: dict[str, tuple[str, ...]] = {"[]": ()}
    of_configurations: dict[str, tuple[str, ...]] = {}
    for row in sight.rows("SELECT id, hypotheses FROM configurations WHERE {seen}"):
        words = row["hypotheses"]
        if words not in told:
            told[words] = tuple(dict.fromkeys(roots[each] for each in json.loads(words) if each in roots))
        if told[words]:
            of_configurations[row["id"]] = told[words]
    found: dict[str, tuple[str, ...]] = {code: (column,) for code, column in roots.items()}
    for claim, configurations in claims(sight).items():
        if len(configurations) == 1:
            under = of_configurations.get(configurations[0], ())
        else:
            every = (each for one in configurations for each in of_configurations.get(one, ()))
            under = tuple(dict.fromkeys(every))
        if under:
            found[claim] = under
    return found


# -- counting --------------------------------------------------------------------------------------------------------


def stretches(spots: Iterable[Spot]) -> list[Spot]:
    """The words, those that overlap as one."""
    found: list[Spot] = []
    for each in sorted(spots, key=lambda spot: (spot.transcript_id, spot.start, spot.end)):
        last = found[-1] if found else None
        if last is not None and last.transcript_id == each.transcript_id and each.start < last.end:
            found[-1] = last._replace(end=max(last.end, each.end))
        else:
            found.append(each)
    return found


def _latest(spots: Iterable[Spot]) -> str:
    """The latest of the ids that tell the time (RFC 9562, version 7)."""
    return max((each.id for each in spots if each.id[14:15] == "7"), default="")
