"""The command of comparisons."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from rcoder.cli.leaving import let_out
from rcoder.cli.show import as_json, line, opened, table
from rcoder.domain.actions.sentences import several
from rcoder.domain.counted import base_words
from rcoder.domain.matrix import QUESTIONS, USUAL_SPLIT, Ask, Cell, Line, Matrix, Of, Question
from rcoder.project.matrices.asking import matrix as answered
from rcoder.project.matrices.exporting import ready_matrix


def matrix(chosen: argparse.Namespace) -> None:
    """A comparison as a table, in words, as JSON or as a file."""
    ask = Ask(
        Question(chosen.what),
        chosen.rows,
        Of(chosen.of),
        chosen.split or USUAL_SPLIT,
        chosen.role,
        chosen.level,
        chosen.status,
    )
    with opened(chosen) as project:
        if chosen.to:
            found, seen = let_out(chosen, project, ready_matrix(project, ask, Path(chosen.to)))
            size = {"rows": len(found.rows), "columns": len(found.columns)}
            if chosen.json:
                as_json({"file": chosen.to, **size, "findings": seen})
            else:
                rows = several(size["rows"], "row")
                line(f"Wrote {rows} and {several(size['columns'], 'column')} to {chosen.to}")
            return
        found = answered(project, ask)
    if chosen.json:
        as_json(_shape(found))
    elif chosen.words:
        _say(found)
    else:
        _print(found)


def _print(found: Matrix) -> None:
    line(f"{found.title}: {QUESTIONS[found.ask.question].asks}")
    for each in found.warnings:
        line(f"! {each}")
    if found.empty:
        line(found.empty)
        return
    heading, rows = None, []
    of = [each.of for each in found.columns]
    if any(of):
        rows.append(("", *of))
    for row in found.rows:
        if row.heading != heading and row.heading:
            heading = row.heading
            rows.append((f"— {heading}", *("" for _ in found.columns)))
        rows.append((row.name, *(found.cell(row, column).shown for column in found.columns)))
    table(rows, (found.row_title, *(each.title for each in found.columns)))
    line("; ".join(f"{sign} {words}" for sign, words in found.legend))
    for each in found.notes:
        line(each)


def _say(found: Matrix) -> None:
    """A sentence for each cell in which there is something, or which waits for something."""
    line(f"{found.title}: {QUESTIONS[found.ask.question].asks}")
    for each in (*found.warnings, *found.notes, found.empty):
        if each:
            line(each)
    for column in found.columns:
        if words := base_words(column.base):
            line(f"{column.name}: {words}")
    for row in found.rows:
        for column in found.columns:
            if found.cell(row, column).shown:
                line(found.words(row, column))


def _shape(found: Matrix) -> dict[str, Any]:
    ask = found.ask
    places = {each.id: number for number, each in enumerate(found.columns)}
    rows = {each.id: number for number, each in enumerate(found.rows)}
    return {
        "question": ask.question.value,
        "asks": QUESTIONS[ask.question].asks,
        "study": found.study,
        "narrowed": {
            "rows": ask.rows or None,
            "split": ask.split if ask.question is Question.GROUPS else None,
            "of": ask.of.value if ask.question is Question.GROUPS else None,
            "role": ask.role or None,
            "level": ask.level or None,
            "status": ask.status or None,
        },
        "rows": [_line(each) for each in found.rows],
        "columns": [_line(each) for each in found.columns],
        "cells": [
            {"row": rows[row], "column": places[column], **_cell(cell)}
            for (row, column), cell in sorted(
                ((key, cell) for key, cell in found.cells.items() if key[0] in rows and key[1] in places),
                key=lambda each: (rows[each[0][0]], places[each[0][1]]),
            )
        ],
        "legend": [{"sign": sign, "words": words} for sign, words in found.legend],
        "notes": list(found.notes),
        "warnings": list(found.warnings),
    }


def _line(each: Line) -> dict[str, Any]:
    base = each.base
    return {
        "id": each.id,
        "name": each.name,
        "short": each.title,
        "heading": each.heading or None,
        "blank": each.blank.value if each.blank else None,
        "of": {
            "interviews": base.interviews,
            "interviews_not_yet": base.interviews_not_yet,
            "cases": base.cases,
            "cases_not_yet": base.cases_not_yet,
            "cases_without_interview": base.no_interview,
        },
    }


def _cell(cell: Cell) -> dict[str, Any]:
    return {
        "shown": cell.shown,
        "words": cell.words,
        "figures": [
            {"figure": each.name or f"{each.unit}s", "number": each.number, "of": each.of, "unit": each.unit}
            for each in cell.figures
        ],
    }
