"""The board of cases as a table, and as JSON."""

from __future__ import annotations

import argparse
from typing import Any

from rcoder.analysis.board import arrange, known_of, role_sentence
from rcoder.cli.show import as_json, line, opened, table
from rcoder.cli.terms import term
from rcoder.domain.actions.sentences import several
from rcoder.domain.board import Board, Held, Mark, Order, RoleTotal, Row, Whose
from rcoder.domain.errors import NotFound
from rcoder.domain.groups import OUTCOME_GROUP, GroupCount, said_value
from rcoder.domain.roles import role_name


def cases(chosen: argparse.Namespace) -> None:
    """Interviews by case and role, gaps and progress."""
    from rcoder.project.board import whole

    order = term(Order, chosen.sort, "--sort")
    whose = term(Whose, chosen.whose, "--whose") if chosen.whose else None
    with opened(chosen) as project:
        found = whole(project)
    count = found.group_called(chosen.group)
    if chosen.group and count is None:
        known = ", ".join(each.group.name.say() for each in (*found.groups, *found.usual))
        raise NotFound(
            f"The study has no group {chosen.group}.", f"It has {known}." if known else "It has none yet."
        )
    board = arrange(found, group=count, order=order)
    if chosen.json:
        as_json(_board(board))
        return
    _print(board, whose or found.whose)


def _print(board: Board, whose: Whose) -> None:
    language = board.whole.language
    names = {role: role_name(role, language) for role in board.roles}
    if not board.whole.cases and not board.apart:
        line("No interviews yet. Bring some in with: rcoder import PROJECT FILE…")
        return
    if board.group is not None:
        line(f"{board.group.group.name.say(language)}: {board.group.words}")
    rows = [_cells(row, board, whose) for row in board.rows]
    table(rows, ("case", "group", "municipality", *names.values(), "attributes"))
    for row in board.unsure:
        line(f"? {row.case.name}: not known ({row.sorted.reason if row.sorted else ''})")
    if board.apart:
        line()
        own = [
            (held.title, held.municipality or "–", _progress(held, whose), _roles(held, language))
            for held in board.apart
        ]
        table(own, ("without a case", "municipality", "", "roles"))
    line()
    for role, total in board.totals.items():
        line(role_sentence(total, names[role]))
    line(_legend(whose, board.interviews))


def _cells(row: Row, board: Board, whose: Whose) -> tuple[str, ...]:
    case, language = row.case, board.whole.language
    group = said_value(OUTCOME_GROUP, case.outcome_group)
    cells = [_cell(row.cells.get(role, ()), role, whose) for role in board.roles]
    return (
        case.name,
        group,
        case.municipality or "unknown",
        *cells,
        known_of(case, board.whole.attributes, language),
    )


def _cell(cell: tuple[Held, ...], role: str, whose: Whose) -> str:
    if not cell:
        return "no interview" if role else ""
    return ", ".join(_progress(held, whose) for held in cell)


def _progress(held: Held, whose: Whose) -> str:
    doubts = f" {held.doubts}?" if held.doubts else ""
    return f"{held.mark(whose)} {held.left(whose)}/{held.turns}{doubts}"


def _roles(held: Held, language: str) -> str:
    return ", ".join(role_name(role, language) for role in held.roles) or role_name("", language)


def _legend(whose: Whose, interviews: tuple[Held, ...]) -> str:
    by = "by you" if whose is Whose.MINE else "by anybody in sight"
    marks = f"{Mark.DONE} coded to the end, {Mark.BEGUN} begun, {Mark.UNTOUCHED} untouched {by}"
    doubts = "; 5?: 5 doubtful passages" if any(held.doubts for held in interviews) else ""
    turns = f"3/34: 3 of 34 turns of respondents uncoded {by}"
    return f"{several(len(interviews), 'interview')}; {marks}; {turns}{doubts}"


def _board(board: Board) -> dict[str, Any]:
    """The board as docs/json.md describes it."""
    return {
        "roles": [_total(board.totals[role]) for role in board.roles],
        "cases": [_row(row, board) for row in board.rows],
        "unsure": [
            {"case": row.case.name, "reason": row.sorted.reason if row.sorted else ""} for row in board.unsure
        ],
        "without_case": [_held(held) for held in board.apart],
        "group": group_shape(board.group) if board.group else None,
        "attributes": [each.key for each in board.whole.attributes],
    }


def _total(total: RoleTotal) -> dict[str, Any]:
    return {
        "role": total.role or None,
        "cases": total.cases,
        "of": total.of,
        "interviews": total.interviews,
        "finished": total.finished,
        "finished_by_any": total.finished_by_any,
    }


def _row(row: Row, board: Board) -> dict[str, Any]:
    case, groups = row.case, board.whole.groups
    return {
        "id": case.id,
        "case": case.name,
        "municipality": case.municipality or None,
        "outcome_group": case.outcome_group or None,
        "attributes": {each.key: case.attributes.get(each.key) or None for each in board.whole.attributes},
        "groups": {
            count.group.name.say(): next(
                each.belonging.value for each in count.cases if each.case_id == case.id
            )
            for count in groups
        },
        "interviews": [_held(held) for held in row.interviews],
        "no_interview": [role for role in board.roles if role and role not in row.cells],
    }


def _held(held: Held) -> dict[str, Any]:
    return {
        "id": held.id,
        "title": held.title,
        "roles": list(held.roles),
        "municipality": held.municipality or None,
        "date": held.date or None,
        "wave": held.wave or None,
        "finished": held.finished,
        "finished_by": list(held.finished_by),
        "own_codings": held.own_codings,
        "codings": held.codings,
        "turns": held.turns,
        "own_uncoded": held.own_uncoded,
        "uncoded": held.uncoded,
        "doubts": held.doubts,
    }


def group_shape(count: GroupCount) -> dict[str, Any]:
    """A group with where every case stands."""
    return {
        "id": count.group.id,
        "name": {"da": count.group.name.da, "en": count.group.name.en},
        "criteria": [
            {"attribute": each.attribute, "relation": each.relation.value, "value": each.value}
            for each in count.group.criteria
        ],
        "count": count.words,
        "cases": [
            {"case": each.case, "stands": each.belonging.value, "reason": each.reason} for each in count.cases
        ],
    }
