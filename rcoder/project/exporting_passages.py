"""Retrieved passages written to a file."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from rcoder.domain.retrieval import GROUPINGS, Grouping
from rcoder.project.door import Project
from rcoder.project.exports.leaving import Leaving, of_file
from rcoder.project.retrieval_groups import gathered
from rcoder.project.retrieving import Retrieval, retrieve

if TYPE_CHECKING:
    from rcoder.exchange.passages import Report


@dataclass(frozen=True, slots=True)
class Written:
    """A file of passages that was written."""

    file: Path
    results: int


def ready_passages(
    project: Project,
    query: str,
    file: Path,
    *,
    by: Grouping | None = Grouping.INTERVIEW,
    coders: bool = False,
    memos: bool = False,
) -> Leaving[Written]:
    """What a query finds as .csv, .xlsx, .md or .docx. Raises Misuse for another ending or a query without meaning."""
    from rcoder.exchange.passages import write_report

    found = retrieve(project, query)
    title = project.overview().title
    contents = write_report(report(found, title, by, coders=coders, memos=memos), file.suffix)
    about, written = f"{query} to {file.name}", Written(file, len(found.results))
    return Leaving(file, of_file(contents, file.suffix), "exported passages", about, written)


def report(
    found: Retrieval, study: str, by: Grouping | None, *, coders: bool = False, memos: bool = False
) -> Report:
    """What is to be written of a retrieval; grouped by coder, it names the coders."""
    from rcoder.exchange.passages import Report, Section

    groups = gathered(found, by) if by is not None else ()
    sections = [
        Section(each.name, tuple(tuple(found[one] for one in result) for result in each.results), each.count)
        for each in groups
    ]
    if by is None:
        whole = tuple(tuple(found[one] for one in result) for result in found.results)
        sections = [Section("", whole, found.count)]
    return Report(
        query=found.query.text,
        study=study,
        by=GROUPINGS[by].say("en") if by else "",
        sections=tuple(sections),
        count=found.count,
        coders=coders or by is Grouping.CODER,
        memos=memos,
    )
