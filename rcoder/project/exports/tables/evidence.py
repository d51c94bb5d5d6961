"""Which cases speak for and against each configuration: cases by configurations."""

from __future__ import annotations

from rcoder.domain.matrix import Question
from rcoder.domain.outgoing import Wanted
from rcoder.domain.printed import PrintedTable
from rcoder.domain.words import Bilingual
from rcoder.project.door import Project
from rcoder.project.exports.tables.compared import compared

TITLE = Bilingual("Belægsmatrix", "Evidence matrix")


def table(project: Project, wanted: Wanted) -> PrintedTable:
    """The comparison as a table. Raises NotFound and Misuse where an option means nothing in this study."""
    return compared(project, wanted, Question.EVIDENCE, TITLE)
