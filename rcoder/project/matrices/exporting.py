"""A comparison written to a file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from rcoder.analysis.matrices.printing import printed
from rcoder.domain.matrix import USUAL_SPLIT, Ask, Matrix, Question
from rcoder.domain.outgoing import Broken
from rcoder.project.door import Project
from rcoder.project.exports.colophon import colophon
from rcoder.project.exports.leaving import Leaving, of_file
from rcoder.project.matrices.asking import matrix


def ready_matrix(project: Project, ask: Ask, file: Path) -> Leaving[Matrix]:
    """A comparison as .xlsx, .csv, .md, .tex, .docx or .html. Raises Misuse for another ending or a question without meaning."""
    from rcoder.exchange.printing import write_printed

    found = matrix(project, ask)
    contents = write_printed(printed(found, source=colophon(project).line("en")), file.suffix)
    made = replace(of_file(contents, file.suffix), broken=tuple(_broken(found)))
    return Leaving(file, made, "exported comparison", f"{ask.question} to {file.name}", found)


def _broken(found: Matrix) -> Iterator[Broken]:
    """The cases behind each column of groups that are made by attributes; outcome groups are what a study is about."""
    if found.ask.question is not Question.GROUPS or found.ask.split == USUAL_SPLIT:
        return
    bases = [
        (each, each.base.cases + each.base.cases_not_yet + each.base.no_interview) for each in found.columns
    ]
    of = sum(number for _, number in bases)
    for column, number in bases:
        yield Broken(f"column {column.title}", f"{found.ask.split}: {column.name}", number, of)
