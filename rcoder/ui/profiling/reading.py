"""The framework matrix read: one case through all hypotheses, or one hypothesis through all cases, in full."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from rcoder.domain.framework import FrameCell, Framework, material_words
from rcoder.domain.profile_words import code_words, written_words
from rcoder.ui.profiling.matrix import group_words
from rcoder.ui.widgets.lines import Line

NOTHING = "Nothing to read here yet. esc goes back."
INDENT = "   "


def case_lines(found: Framework, case_id: str, width: int) -> Iterator[Line]:
    """One case, hypothesis by hypothesis."""
    for code in found.columns:
        title = code_words(code, found.language)
        yield from _section(found.cell(case_id, code.id), title, code.title.say(found.language), width)


def code_lines(found: Framework, code_id: str, width: int) -> Iterator[Line]:
    """One hypothesis, case by case, under the outcome groups."""
    before: str | None = None
    for case in found.cases:
        if case.outcome_group != before:
            before = case.outcome_group
            inside = [each for each in found.cases if each.outcome_group == before]
            written = sum(bool(found.cell(each.id, code_id).written) for each in inside)
            words = f"  {written} of {len(inside)} cases summed up"
            yield Line(f"group:{before}", ((f" {group_words(case)}", "-key"), (words, "-muted")), inert=True)
        yield from _section(found.cell(case.id, code_id), case.name, "", width)


def cell_of(line_id: str) -> tuple[str, str]:
    """Ids of the case and the hypothesis of a line; "" where it is of none."""
    case_id, _, rest = line_id.partition("|")
    return (case_id, rest.split("|")[0]) if rest else ("", "")


def _section(cell: FrameCell, title: str, theory: str, width: int) -> Iterator[Line]:
    own = f"{cell.case_id}|{cell.code_id}"
    yield Line(own, ((f" {title}", "-strong"),))
    for row in _wrapped(theory, width):
        yield Line(f"{own}|theory", ((row, "-muted"),), goes_on=True, inert=True)
    for each in cell.written:
        for paragraph in each.summary.text.splitlines():
            for row in _wrapped(paragraph, width):
                yield Line(f"{own}|{each.summary.id}", ((row, ""),), goes_on=True, inert=True)
        ink = "-key" if each.signs else "-muted"
        for row in _wrapped(f"({written_words(each)})", width):
            yield Line(f"{own}|{each.summary.id}", ((row, ink),), goes_on=True, inert=True)
    if not cell.written:
        for row in _wrapped(f"[not written; {material_words(cell.material)}]", width):
            yield Line(f"{own}|material", ((row, "-muted"),), goes_on=True, inert=True)
    yield Line(f"{own}|blank", ((" ", ""),), inert=True)


def _wrapped(words: str, width: int) -> list[str]:
    return [f"{INDENT}{row}" for row in textwrap.wrap(words, max(20, width - len(INDENT) - 2))]
