"""Charts as files."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from rcoder.domain.chart import Chart, Charted
from rcoder.domain.errors import Misuse
from rcoder.domain.outgoing import Outgoing, Said, Wanted
from rcoder.project.charts import chart
from rcoder.project.exports.colophon import colophon
from rcoder.project.exports.theory import drawn

if TYPE_CHECKING:
    from rcoder.project.door import Project


def make(project: Project, wanted: Wanted) -> Outgoing:
    """The chart asked for. Raises Misuse where cases cannot be grouped as asked, or where nothing is grouped."""
    from rcoder.figure.charts import draw_chart

    of = Charted(wanted.option("of", Charted.PROGRESS))
    if wanted.option("split") and of is not Charted.GROUPS:
        raise Misuse("Only evidence by group is split by groups.", "Leave out --split, or give --of groups.")
    found = chart(project, of, split=wanted.option("split"), language=wanted.language)
    found = replace(found, source=colophon(project).line(wanted.language))
    return Outgoing(drawn(draw_chart(found), wanted), tuple(_said(found)))


def _said(found: Chart) -> list[Said]:
    """Names of coders, groups and hypotheses."""
    return [Said(f"bar {each.name}", f"{each.under} {each.name}".strip()) for each in found.bars]
