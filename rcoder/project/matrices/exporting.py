"""A comparison written to a file."""

from __future__ import annotations

from pathlib import Path

from rcoder.domain.matrix import Ask, Matrix
from rcoder.project.door import Project
from rcoder.project.figures import write_bytes_whole
from rcoder.project.matrices.asking import matrix


def export_matrix(project: Project, ask: Ask, file: Path) -> Matrix:
    """Writes a comparison as .csv, .xlsx, .md, .html or .docx, the file replaced whole or not at all, and gives it.

    Raises Misuse for another ending or a question without meaning, RcoderError where the file cannot be written.
    """
    from rcoder.exchange.tables import write_matrix

    found = matrix(project, ask)
    write_bytes_whole(file, write_matrix(found, file.suffix))
    project.log("exported comparison", f"{ask.question} to {file.name}")
    return found
