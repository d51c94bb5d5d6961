"""The evidence matrix: cases by configurations, what speaks for and against."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from rcoder.analysis.matrices.cells import GAPS, STANCES, Counted, evidence_cell
from rcoder.analysis.matrices.warnings import oversampled, unfinished
from rcoder.domain.codebook import hypothesis_of
from rcoder.domain.errors import Misuse
from rcoder.domain.matrix import HYPOTHESES, QUESTIONS, Ask, Blank, Cell, Line, Matrix
from rcoder.domain.review import DRAWN
from rcoder.domain.words import Level, Status
from rcoder.project.door import Project
from rcoder.project.kept import kept
from rcoder.project.matrices.counting import ABOUT, Spread, Voices, counted
from rcoder.project.matrices.ground import codes, ground
from rcoder.project.matrices.selecting import only_role, values
from rcoder.project.sight import Sight

GENERAL = "in general"
"""Id of the row of what is said as general experience."""
EVERY = "all"
NOTHING = "No configuration fits. In an interview, g opens the configurations; + there makes one."

BEARING = """
    bearing(claim_id, column_id) AS (
      SELECT configuration_id, column_id FROM lent
      UNION SELECT l.id, u.column_id FROM lent u JOIN links l ON l.configuration_id = u.configuration_id
      UNION SELECT p.element_id, u.column_id FROM lent u JOIN places p ON p.configuration_id = u.configuration_id),
"""
"""Which of the configurations shown each claim bears on."""


def chosen(project: Project, ask: Ask) -> tuple[Line, ...]:
    """The configurations that a comparison is of, by number. Raises NotFound and Misuse."""
    for value, terms in ((ask.status, Status), (ask.level, Level)):
        if value not in ("", EVERY, *terms):
            known = ", ".join((EVERY, *terms))
            raise Misuse(f"Configurations have no {terms.__name__.lower()} {value}.", f"There are: {known}.")
    every = _configurations(project.sight)
    wanted = _about(project, ask)
    into = {row["id"]: row["consolidated_in"] for row in every}
    keys = {each: code.key for each, code in codes(project.sight).by_id.items()}
    found = []
    for row in every:
        hypotheses = json.loads(row["hypotheses"])
        if (wanted is None or wanted & {*hypotheses, *json.loads(row["conditions"])}) and _fits(
            row, ask, into
        ):
            found.append(_line(row, hypotheses, keys))
    return tuple(found)


def _configurations(sight: Sight) -> list[Mapping[str, Any]]:
    def asked() -> list[Mapping[str, Any]]:
        rows = sight.rows(
            "SELECT id, number, title, hypotheses, conditions, level, status, consolidated_in FROM configurations WHERE {seen}"
        )
        return sorted(rows, key=lambda row: (len(row["number"]), row["number"], row["id"]))

    return kept(sight, "matrix configurations", ("configurations", "coders"), asked)


def _about(project: Project, ask: Ask) -> set[str] | None:
    """Ids of the hypotheses and conditions that configurations are to bear on; None for any."""
    if not ask.rows or ask.rows == HYPOTHESES:
        return None
    known = codes(project.sight)
    code = known.called(ask.rows)
    above = hypothesis_of(code, dict(known.by_id))
    return {*known.below[code.id], *((above.id,) if above is not None and above.id == code.id else ())}


def _fits(row: Mapping[str, Any], ask: Ask, into: Mapping[str, str | None]) -> bool:
    """Whether a configuration is of the level and status asked for."""
    if not ask.status and row["status"] not in DRAWN:
        return False
    if ask.status not in ("", EVERY) and row["status"] != ask.status:
        return False
    if not ask.level:
        return row["consolidated_in"] not in into
    return ask.level == EVERY or row["level"] == ask.level


def _line(row: Mapping[str, Any], on: list[str], keys: Mapping[str, str]) -> Line:
    name = f"{row['number']} {row['title']}".strip()
    return Line(row["id"], name, row["number"], heading=" ".join(keys[each] for each in on if each in keys))


def spread(project: Project, ask: Ask, columns: tuple[Line, ...] | None = None) -> Spread:
    """The evidence on configurations, their links and their elements, by case and configuration."""
    columns = chosen(project, ask) if columns is None else columns
    role = only_role(project.sight, ground(project), ask.role)
    own = values(
        "lent", ("configuration_id", "column_id"), _lent(project.sight, {each.id for each in columns})
    )
    return Spread(
        "evidence",
        ABOUT,
        "b.column_id",
        "x.stance",
        before=own.text + BEARING,
        source="bearing b CROSS JOIN evidence x",
        where=f"AND x.claim_id = b.claim_id AND x.claim IN ('configuration', 'link', 'element') {role.text}",
        near="AND a.stance = b.stance",
        params=own.params | role.params,
    )


def _lent(sight: Sight, shown: set[str]) -> list[tuple[str, str]]:
    """Each configuration in sight with those shown that have its evidence: itself, and those it is consolidated in."""
    into = {row["id"]: row["consolidated_in"] for row in _configurations(sight)}
    found = []
    for each in into:
        above, seen = each, set()
        while above in into and above not in seen:
            if above in shown:
                found.append((each, above))
            seen.add(above)
            above = into[above]
    return found


def evidence(project: Project, ask: Ask) -> Matrix:
    """Cases by configurations; members' evidence counts in the one they are consolidated in."""
    found, columns = ground(project), chosen(project, ask)
    rows = found.case_lines(ask.role)
    got = counted(project.sight, spread(project, ask, columns), respondents=True)
    cells = _cells(got, {each.id for each in rows})
    if any(row == GENERAL for row, _ in cells):
        rows = (*rows, Line(GENERAL, "general experience", heading="not about one case", blank=Blank.NOTHING))
    base = found.base(found.with_role(ask.role) if ask.role else None)
    said_words = QUESTIONS[ask.question]
    return Matrix(
        ask,
        said_words.name,
        found.study,
        said_words.row,
        rows,
        columns,
        cells,
        (*STANCES, *GAPS),
        (
            "Blank: coded to the end and not mentioned.",
            "A consolidated configuration has the evidence of its members.",
            "Overlapping passages of one stance count once; normative and anticipated talk is listed and not counted.",
        ),
        (*oversampled(found.cases.values()), *unfinished(base.interviews, base.interviews_not_yet)),
        "" if columns else NOTHING,
    )


def _cells(got: Voices, known: set[str]) -> dict[tuple[str, str], Cell]:
    """The cells of these cases, and those of general experience."""
    cells: dict[tuple[str, str], Cell] = {}
    general: dict[str, dict[str, Counted]] = {}
    for (row, column), own in got.cells.items():
        if row not in known:
            _gather(general.setdefault(column, {}), own)
        elif (cell := evidence_cell(own, of_case=True)).shown:
            cells[row, column] = cell
    voices = _by_column(got.general)
    for column, sort in voices:
        general.setdefault(column, {}).setdefault(sort, Counted())
    for column, own in general.items():
        said = {
            sort: each._replace(respondents=len(voices.get((column, sort), ()))) for sort, each in own.items()
        }
        if (cell := evidence_cell(said, of_case=False)).shown:
            cells[GENERAL, column] = cell
    return cells


def _gather(into: dict[str, Counted], own: Mapping[str, Counted]) -> None:
    """What is listed of talk without a case."""
    for sort, each in own.items():
        before = into.get(sort, Counted())
        into[sort] = before._replace(listed=before.listed + each.listed)


def _by_column(general: Mapping[tuple[str, str, str], set[str]]) -> dict[tuple[str, str], set[str]]:
    found: dict[tuple[str, str], set[str]] = {}
    for (_, column, sort), voices in general.items():
        found.setdefault((column, sort), set()).update(voices)
    return found
