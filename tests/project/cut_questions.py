"""The figure narrowed and beside the others: questions that every test of sight asks."""

from __future__ import annotations

from typing import Any

from rcoder.domain.cut import Cut
from rcoder.project import Project
from rcoder.project.cutting import choices, cut_apart, cut_of_role, stood_cut, theory_cut


def cuts(project: Project) -> list[Any]:
    """What can be chosen, a few cuts, one role's view, two groups, and a version."""
    group = Cut(group="outcome_group is with_hours")
    return [
        choices(project),
        theory_cut(project, "overall", Cut(hypotheses=("H1",))),
        theory_cut(project, "H1", Cut(roles=("borger",))),
        cut_of_role(project, "overall", Cut(roles=("borger",))),
        cut_apart(project, "overall", group),
        stood_cut(project, "now", "overall", Cut(evidence=True)),
    ]
