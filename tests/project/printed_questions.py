"""Questions whose answers are printed: tables, the report and the methods appendix."""

from __future__ import annotations

from typing import Any

from rcoder.domain.outgoing import Wanted
from rcoder.project import Project
from rcoder.project.activity import activity_lines
from rcoder.project.exports.appendix import make as appendix_of
from rcoder.project.exports.declared import EXPORTS
from rcoder.project.exports.report import make as report_of
from rcoder.project.exports.tables.making import asked


def tables(project: Project) -> list[Any]:
    """Every table that is printed, with everything in it and beside it."""
    options = {"level": "all", "status": "all", "quotes": "yes", "uses": "yes"}
    keys = [each.key for each in EXPORTS if each.maker.startswith("tables.")]
    found = [asked(project, Wanted(key, ".md", "en", options)) for key in keys]
    return [*found, asked(project, Wanted("conditions", ".md", "da", {"case": "Sag 01"}))]


def documents(project: Project) -> list[Any]:
    """The report and the methods appendix, with the words told to the check."""
    found: list[Any] = [activity_lines(project)]
    for maker, what in ((report_of, "report"), (appendix_of, "appendix")):
        made = maker(project, Wanted(what, ".md", "en"))
        found += [made.contents.decode(), made.said, made.broken]
    return found
