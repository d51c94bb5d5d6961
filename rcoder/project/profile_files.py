"""The framework matrix and the page of a case written to files."""

from __future__ import annotations

from pathlib import Path

from rcoder.domain.case_profile import CaseProfile
from rcoder.domain.errors import Misuse
from rcoder.domain.framework import Framework
from rcoder.project.door import Project
from rcoder.project.figures import write_bytes_whole
from rcoder.project.profiles import profile


def endings() -> tuple[str, ...]:
    """Endings of the files that a framework matrix can be written to."""
    from rcoder.exchange.framework import ENDINGS

    return ENDINGS


def export_framework(project: Project, found: Framework, file: Path) -> None:
    """Writes a framework matrix as .csv, .xlsx, .md or .docx, the file replaced whole or not at all.

    Raises Misuse for another ending, RcoderError where the file cannot be written.
    """
    from rcoder.exchange.framework import write_framework

    write_bytes_whole(file, write_framework(found, file.suffix))
    project.log("exported framework matrix", f"{found.title} to {file.name}")


def export_profile(project: Project, case: str, file: Path) -> CaseProfile:
    """Writes the page of a case as Markdown, and gives it. Raises NotFound, and Misuse for another ending than .md."""
    from rcoder.exchange.case_profile import as_markdown

    if file.suffix.casefold() != ".md":
        raise Misuse(
            f"A case profile cannot be written as {file.suffix or 'that'}.", "Give a name that ends in .md."
        )
    found = profile(project, case)
    write_bytes_whole(file, as_markdown(found, project.study().title))
    project.log("exported case profile", f"{found.case.name} to {file.name}")
    return found
