"""Rival explanations as lines: what else could have brought the outcome about, and why each was kept or dropped."""

from __future__ import annotations

from collections.abc import Iterator

from rcoder.domain.configuration import Evidence
from rcoder.domain.rival import Rival
from rcoder.domain.terms import say
from rcoder.domain.words import Fate
from rcoder.project.bench import Bench
from rcoder.ui.configuring.bench import LANGUAGE
from rcoder.ui.configuring.one_row import heading, row_of
from rcoder.ui.configuring.passage_rows import evidence_rows
from rcoder.ui.evidencing.on_bench import material_on, material_rows
from rcoder.ui.widgets.lines import Line, Piece

TONES = {Fate.OPEN: "-strong", Fate.KEPT: "-strong", Fate.DROPPED: "-muted"}


def rivals(bench: Bench, width: int) -> Iterator[Line]:
    """Every rival with its fate, the reason, and the passages on it."""
    found = bench.belongings.rivals
    yield heading("rivals", "Rivals" if found else "")
    if not found:
        words = "no rival considered yet: R says what else could explain the outcome"
        yield from row_of("rivals", [("  ", "")], words, width, tone="-muted")
    for each in found:
        yield from _rival(bench, each, width)


def _rival(bench: Bench, rival: Rival, width: int) -> Iterator[Line]:
    evidence = [each for each in bench.belongings.on_rivals if each.claim_id == rival.id]
    material = material_on(bench, rival.id)
    head: list[Piece] = [(f"{say(rival.fate, LANGUAGE):<9}", TONES[rival.fate])]
    if not evidence and not material:
        head.insert(0, ("  ", ""))
    row = f"rival:{rival.id}"
    by = bench.coders.get(rival.coder_id, "")
    yield from row_of(row, head, rival.wording, width, right=by, folds=bool(evidence or material))
    beside = " · ".join(each for each in (_reason(rival), _said_by(bench, rival), _counted(evidence)) if each)
    if beside:
        yield from row_of(f"{row}#r", [(" " * 11, "")], beside, width, tone="-muted", goes_on=True)
    for each in evidence:
        yield from evidence_rows(bench, each, width, 1)
    yield from material_rows(bench, rival.id, width, 1)


def _reason(rival: Rival) -> str:
    return f"because {rival.reason}" if rival.reason else ""


def _said_by(bench: Bench, rival: Rival) -> str:
    number = number_of(bench, rival.other_id)
    return f"see {number}" if number else ""


def _counted(evidence: list[Evidence]) -> str:
    counts: dict[str, int] = {}
    for each in evidence:
        words = say(each.stance, LANGUAGE)
        counts[words] = counts.get(words, 0) + 1
    return " · ".join(f"{words} {count}" for words, count in counts.items())


def number_of(bench: Bench, configuration_id: str | None) -> str:
    """The number of another configuration in sight, "" for none."""
    found = (each.configuration for each in bench.others if each.configuration.id == configuration_id)
    return next((each.number for each in found), "")
