"""The exports there are: what each is called, the files it can be written to, and where it is made.

Reading this imports none of what makes them; command line, window and docs are made from it.
"""

from __future__ import annotations

from dataclasses import dataclass

from rcoder.domain.errors import Misuse
from rcoder.domain.outgoing import Option
from rcoder.project.exports.report_options import NAMES, REPORT_OPTIONS
from rcoder.project.exports.tables.options import (
    BY,
    CASE,
    CHANGES,
    LEAST,
    LEVEL,
    QUOTES,
    ROLE,
    STATUS,
    TABLE_ENDINGS,
    UNDER,
    USES,
)
from rcoder.project.exports.theory_options import PAPER, THEORY_OPTIONS

FIGURE_ENDINGS = (".svg", ".pdf", ".png", ".html", ".mmd", ".dot")


@dataclass(frozen=True, slots=True)
class Export:
    """One kind of export."""

    key: str
    """Its name on the command line."""
    name: str
    words: str
    """What it holds, in one line."""
    endings: tuple[str, ...]
    """Endings of the files it can be written to; the first is offered."""
    maker: str
    """"module:function" under rcoder.project.exports: (Project, Wanted) -> Outgoing."""
    options: tuple[Option, ...] = ()

    @property
    def said_endings(self) -> str:
        """The endings in a sentence: ".svg or .html"."""
        *first, last = self.endings
        return f"{', '.join(first)} or {last}" if first else last


HYPOTHESIS = Option("hypothesis", "only the mini theory of this hypothesis, such as H3", metavar="H")

EXPORTS: tuple[Export, ...] = (
    Export(
        "theory",
        "Change theory",
        "draw the change theory, whole or of one hypothesis, narrowed or beside another",
        FIGURE_ENDINGS,
        "theory:make",
        (HYPOTHESIS, *THEORY_OPTIONS),
    ),
    Export(
        "chart",
        "Chart",
        "draw a chart: progress by coder, or evidence by role or by group",
        (".svg", ".pdf", ".png"),
        "charts:make",
        (
            Option("of", "what it is of (default: progress)", ("progress", "roles", "groups")),
            Option("split", "by what cases are grouped (default: by outcome)", metavar="GROUP"),
            PAPER,
        ),
    ),
    Export(
        "cmo",
        "CMO table",
        "a configuration a row: context, resource, reasoning, outcome, the sentence, status, strength, for and against",
        TABLE_ENDINGS,
        "tables.making:make",
        (
            UNDER,
            LEVEL,
            STATUS,
            QUOTES,
        ),
    ),
    Export(
        "evidence",
        "Evidence matrix",
        "cases by configurations: which speak for and against each",
        TABLE_ENDINGS,
        "tables.making:make",
        (
            UNDER,
            ROLE,
            LEVEL,
            STATUS,
        ),
    ),
    Export(
        "conditions",
        "Condition checklist",
        "support conditions by case, or by role in one case: what was judged, by whom, and the material",
        TABLE_ENDINGS,
        "tables.making:make",
        (
            UNDER,
            CASE,
        ),
    ),
    Export(
        "codes-roles",
        "Codes by role",
        "who speaks of what: passages, and interviews of those with that role",
        TABLE_ENDINGS,
        "tables.making:make",
        (
            UNDER,
            ROLE,
            LEAST,
        ),
    ),
    Export(
        "frequencies",
        "Frequencies",
        "how much is coded with each code: passages, interviews and cases of those coded to the end, by role",
        TABLE_ENDINGS,
        "tables.making:make",
        (
            UNDER,
            ROLE,
            BY,
            LEAST,
        ),
    ),
    Export(
        "co-occurrence",
        "Co-occurrence",
        "which codes are linked to which in configurations, never by passages that overlap",
        TABLE_ENDINGS,
        "tables.making:make",
        (
            UNDER,
            ROLE,
            LEVEL,
            STATUS,
        ),
    ),
    Export(
        "perspectives",
        "Perspectives",
        "whether citizen, professional, company and management say the same",
        TABLE_ENDINGS,
        "tables.making:make",
        (UNDER,),
    ),
    Export(
        "quotations",
        "Quotations",
        "every passage behind each configuration, verbatim, with stance, case, role, interview and turn",
        TABLE_ENDINGS,
        "tables.making:make",
        (
            UNDER,
            ROLE,
            LEVEL,
            STATUS,
        ),
    ),
    Export(
        "evolution",
        "Theory evolution",
        "the versions of the theory, what came, changed and went between them, and why",
        TABLE_ENDINGS,
        "tables.making:make",
        (
            UNDER,
            CHANGES,
        ),
    ),
    Export(
        "codebook",
        "Codebook",
        "codes with definitions, what they are not for and examples, and the codebook's versions",
        TABLE_ENDINGS,
        "tables.making:make",
        (
            UNDER,
            USES,
        ),
    ),
    Export(
        "report",
        "Report",
        "write the report: figures, CMO table, and per hypothesis the best passages for and against",
        (".docx", ".pdf", ".md"),
        "report:make",
        REPORT_OPTIONS,
    ),
    Export(
        "appendix",
        "Methods appendix",
        "fill RAMESES II items 4, 10, 11, 13, 14, 15 and 17 from the project, each number traceable",
        (".docx", ".pdf", ".md"),
        "appendix:make",
        (NAMES,),
    ),
)
"""All of them, in the order in which they are offered."""


def find(key: str) -> Export:
    """The export with that key. Raises Misuse."""
    for each in EXPORTS:
        if each.key == key:
            return each
    known = ", ".join(each.key for each in EXPORTS)
    raise Misuse(f"There is no export called {key}.", f"There is {known}.")
