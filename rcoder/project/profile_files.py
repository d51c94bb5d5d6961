"""The framework matrix and the page of a case written to files."""

from __future__ import annotations

from pathlib import Path

from rcoder.domain.case_profile import CaseProfile
from rcoder.domain.errors import Misuse
from rcoder.domain.framework import Framework
from rcoder.project.door import Project
from rcoder.project.exports.leaving import Leaving, of_file
from rcoder.project.profiles import profile


def ready_framework(found: Framework, file: Path) -> Leaving[Framework]:
    """A framework matrix as .csv, .xlsx, .md or .docx. Raises Misuse for another ending."""
    from rcoder.exchange.framework import write_framework

    made = of_file(write_framework(found, file.suffix), file.suffix)
    return Leaving(file, made, "exported framework matrix", f"{found.title} to {file.name}", found)


def ready_profile(project: Project, case: str, file: Path) -> Leaving[CaseProfile]:
    """The page of a case as Markdown. Raises NotFound, and Misuse for another ending than .md."""
    from rcoder.exchange.case_profile import as_markdown

    if file.suffix.casefold() != ".md":
        raise Misuse(
            f"A case profile cannot be written as {file.suffix or 'that'}.", "Give a name that ends in .md."
        )
    found = profile(project, case)
    made = of_file(as_markdown(found, project.study().title), file.suffix, case_id=found.case.id)
    return Leaving(file, made, "exported case profile", file.name, found)
