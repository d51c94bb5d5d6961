"""A chart asked for, kept until something it rests on changes, and the passages behind a bar."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rcoder.domain.chart import Chart, Charted
from rcoder.project.kept import kept
from rcoder.project.matrices.asking import TABLES as COUNTED_FROM

if TYPE_CHECKING:
    from rcoder.domain.passage import Passage
    from rcoder.project.door import Project

TABLES = COUNTED_FROM | {"finishes", "theory_versions"}
"""Tables that charts rest on."""


def chart(project: Project, of: Charted, *, split: str = "", language: str = "", content: str = "") -> Chart:
    """A chart as far as the asker may see; `split` is by what cases are grouped. Raises Misuse where they cannot be.

    Its words are in `language`, hypotheses and roles in `content`; both the study's where nothing is said.
    """
    said = language or project.study().language
    named = content or said

    def asked() -> Chart:
        if of is Charted.PROGRESS:
            from rcoder.project.charts.progress import progress_chart

            return progress_chart(project, said)
        from rcoder.project.charts.evidence import evidence_chart

        return evidence_chart(project, of, split, said, named)

    return kept(project.sight, f"chart {of} {split} {said} {named}", TABLES, asked)


def behind_bar(
    project: Project, of: Charted, hypothesis: str, bar: str, *, split: str = ""
) -> tuple[tuple[str, tuple[Passage, ...]], ...]:
    """The passages behind a bar of evidence, by stance; () for progress."""
    if of is Charted.PROGRESS:
        return ()
    from rcoder.project.charts.evidence import passages_of

    return passages_of(project, of, split, hypothesis, bar)
