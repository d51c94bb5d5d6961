"""A passage as lines: what it is for, its words, and what is known of it at the right."""

from __future__ import annotations

from collections.abc import Iterator

from rich.cells import cell_len

from rcoder.domain.configuration import Evidence
from rcoder.domain.passage import Passage
from rcoder.domain.signs import STANCE_SIGNS
from rcoder.domain.terms import say
from rcoder.domain.words import Directness, Prompting, Scope, Stance
from rcoder.project.bench import Bench
from rcoder.ui.configuring.bench import LANGUAGE
from rcoder.ui.configuring.one_row import QUOTE_LINES, row_of
from rcoder.ui.widgets.lines import Line, Piece


def evidence_rows(bench: Bench, evidence: Evidence, width: int, depth: int) -> Iterator[Line]:
    """A piece of evidence, with its stance."""
    passage = bench.answer.evidence.get(evidence.id)
    if passage is not None:
        yield from passage_rows(
            f"evidence:{evidence.id}", passage, say(evidence.stance, LANGUAGE), width, depth=depth
        )


def passage_rows(row: str, passage: Passage, stance: str, width: int, *, depth: int) -> Iterator[Line]:
    """A passage: whose, where, how it was said, at most two lines of it."""
    about_it = [passage.case, ", ".join(passage.roles) or passage.speaker]
    if passage.earlier:
        about_it.append("in an earlier text, not counted")
    if passage.interviewer:
        about_it.append("interviewer, not counted")
    if passage.scope is not Scope.THIS_CASE:
        about_it.append(say(passage.scope, LANGUAGE))
    if passage.directness is Directness.INFERRED:
        about_it.append("inferred")
    if passage.prompting is Prompting.PROMPTED:
        about_it.append("prompted")
    right = " · ".join(each for each in about_it if each)
    tone = "-strong" if stance == say(Stance.CONTRADICTS, LANGUAGE) else "-muted"
    sign = f"{STANCE_SIGNS[passage.stance]} " if passage.stance is not None else ""
    head: list[Piece] = [("  ", ""), (f"{sign}{stance} ", tone)] if stance else [("  ", "")]
    fits = cell_len(right) < (width if width >= 70 else width * 2) // 2
    yield from row_of(
        row,
        head,
        f"“{passage.text}”",
        width,
        right=right if fits else "",
        depth=depth,
        hang=4,
        limit=QUOTE_LINES,
    )
    if right and not fits:
        yield from row_of(
            f"{row}#w", [("    ", "")], right, width, tone="-muted", goes_on=True, depth=depth, hang=4
        )
    if passage.memo:
        yield from row_of(
            f"{row}#m",
            [("    ", "")],
            f"memo: {passage.memo}",
            width,
            tone="-muted",
            goes_on=True,
            depth=depth,
        )
