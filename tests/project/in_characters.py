"""Everything that is said of the change theory drawn in characters."""

from __future__ import annotations

from typing import Any

from rcoder.project import Project
from rcoder.project.theory_drawn import (
    Asked,
    around,
    arrow_told,
    behind_arrow,
    behind_box,
    configurations_behind,
    lines,
    theory_shown,
    told,
    versions,
    whole,
)


def in_characters(project: Project) -> Any:
    """The drawing whole and round each box, every sentence, and what opens behind each box and arrow."""
    shown = theory_shown(project, Asked())
    numbers = [f"K{number:02}" for number in range(1, 9)]
    return (
        whole(shown).rows,
        [around(shown, box.id, 120).rows for box in shown.theory.boxes],
        lines(shown, "en"),
        [(told(shown, box.id), behind_box(project, box)) for box in shown.theory.boxes],
        [(arrow_told(shown, arrow, "en"), behind_arrow(project, arrow)) for arrow in shown.theory.arrows],
        configurations_behind(project, numbers),
        versions(project),
    )
