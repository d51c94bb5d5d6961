"""The figure as text files: questions that every test of sight asks."""

from __future__ import annotations

from pathlib import Path

from rcoder.project import Project
from rcoder.project.exports.leaving import make, wanted


def drawn_files(project: Project) -> list[str]:
    """The figure in the formats that are text, with the words that the check before leaving reads."""
    found = []
    for ending in (".svg", ".mmd", ".dot"):
        made = make(project, wanted(project, "theory", Path(f"figure{ending}")))
        found += [made.contents.decode(), *(each.text for each in made.said)]
    return found
