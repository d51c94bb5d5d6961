"""What whoever asks for a figure of the change theory should know of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rcoder.domain.outgoing import Wanted
from rcoder.project.exports.theory_density import Draw, density
from rcoder.project.exports.theory_views import View

if TYPE_CHECKING:
    from rcoder.project.door import Project

EMPTY = "Nothing in the theory is as it was asked for, so the figure is empty."


def remarks(project: Project, found: View, wanted: Wanted, svg: str, draw: Draw) -> tuple[str, ...]:
    """Each a sentence: that nothing is left; that a drawing is too dense to read on its paper, and what can be read.

    `svg` is the drawing, "" where the file is none; `draw` draws others.
    """
    if not found.theory.boxes:
        return (EMPTY,) if found.theory.narrowed else ()
    return density(project, found, wanted, svg, draw) if svg else ()
