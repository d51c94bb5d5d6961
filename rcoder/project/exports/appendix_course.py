"""How the study went, from the journal: deeds week by week or month by month, changes of the codebook, versions of the theory."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from rcoder.domain.answers import JournalLine
from rcoder.domain.errors import NotFound
from rcoder.domain.printed import Heading, Printed, PrintedRow, PrintedTable
from rcoder.domain.theory_difference import About, Sort
from rcoder.project.exports import appendix_words as words

if TYPE_CHECKING:
    from rcoder.project.door import Project

MOST_WEEKS = 20
"""Weeks above which the course is told by month."""
REVIEWED = frozenset({"Submitted", "Accepted", "Settled", "Returned", "Rejected", "Superseded"})
OF_CODEBOOKS = ("codebooks", "codes", "theories", "nodes", "theory_links")
"""Tables that a change of a codebook touches."""
BEGINNING = "Began the study"


class CodebookChange(NamedTuple):
    """An entry that changed a codebook."""

    line: JournalLine
    version: str
    """The version it came to, "" where it stayed."""


def done(lines: Iterable[JournalLine]) -> tuple[JournalLine, ...]:
    """The entries that stand: neither taken back, nor a taking back, nor of a hidden layer."""
    gone: set[str] = set()
    found = []
    for each in reversed(tuple(lines)):
        if each.id in gone:
            continue
        if each.undoes:
            gone.add(each.undoes)
        elif not each.hidden:
            found.append(each)
    return tuple(reversed(found))


def kind_of(line: JournalLine) -> str:
    """What was done, as `appendix_words.DEEDS` calls it; "" for anything else."""
    if line.sentence.startswith(BEGINNING):
        return ""
    first = line.sentence.split(" ", 1)[0].rstrip(":")
    return "Reviewed" if first in REVIEWED else first if first in words.DEEDS else ""


def course_table(lines: Sequence[JournalLine], language: str) -> PrintedTable:
    """What was done by week, or by month where it took long."""
    standing = [each for each in done(lines) if kind_of(each)]
    weeks = {_week(each.at) for each in standing}
    period = _week if len(weeks) <= MOST_WEEKS else _month
    counts: dict[str, Counter[str]] = {}
    for each in standing:
        counts.setdefault(period(each.at), Counter())[kind_of(each)] += 1
    by = (words.BY_WEEK if period is _week else words.BY_MONTH).say(language)
    headings = (
        Heading(words.PERIOD.say(language), 1.1),
        *(Heading(name.say(language), 0.95, figures=True) for name in words.DEEDS.values()),
    )
    rows = tuple(
        PrintedRow((Printed(name), *(Printed(str(own[key]), float(own[key])) for key in words.DEEDS)))
        for name, own in sorted(counts.items())
    )
    title = words.PROCEDURE.say(language).format(by=by)
    return PrintedTable(
        "course", title, headings, rows, language, notes=(words.PROCEDURE_NOTE.say(language),)
    )


def _week(at: str) -> str:
    year, week, _ = date.fromisoformat(at[:10]).isocalendar()
    return f"{year}-W{week:02}"


def _month(at: str) -> str:
    return at[:7]


# -- the codebook ------------------------------------------------------------------------------------------------


def codebook_changes(project: Project, lines: Iterable[JournalLine]) -> tuple[CodebookChange, ...]:
    """The entries in sight that changed a codebook after the study began, and were not taken back."""
    standing = {each.seq: each for each in done(lines) if not each.sentence.startswith(BEGINNING)}
    marks = " OR ".join(f"CAST(changes AS TEXT) LIKE :table{number}" for number in range(len(OF_CODEBOOKS)))
    rows = project.sight.rows(
        f"SELECT seq, CAST(changes AS TEXT) AS changes FROM entries WHERE {marks} ORDER BY seq",  # noqa: S608 - numbers of ours
        **{f"table{number}": f'%"{name}"%' for number, name in enumerate(OF_CODEBOOKS)},
    )
    found = []
    for row in rows:
        changes = json.loads(row["changes"]) if row["seq"] in standing else []
        if any(each["table"] in OF_CODEBOOKS for each in changes):
            versions = [
                each["after"]["version"] for each in changes if each["table"] == "codebooks" and each["after"]
            ]
            found.append(CodebookChange(standing[row["seq"]], versions[-1] if versions else ""))
    return tuple(found)


def codebook_table(changes: Iterable[CodebookChange], language: str) -> PrintedTable:
    """Those entries, each by its number in the journal."""
    headings = (
        Heading(words.ENTRY.say(language), 0.7),
        Heading(words.DAY.say(language), 0.9),
        Heading(words.WHO.say(language), 0.9),
        Heading(words.VERSION.say(language), 0.7),
        Heading(words.DONE.say(language), 2.4),
        Heading(words.WHY.say(language), 2.2),
    )
    rows = tuple(
        PrintedRow(
            (
                Printed(str(each.line.seq)),
                Printed(each.line.at[:10]),
                Printed(each.line.coder),
                Printed(each.version),
                Printed(each.line.sentence),
                Printed(each.line.why),
            )
        )
        for each in changes
    )
    return PrintedTable("codebook-changes", words.CODEBOOK_CHANGES.say(language), headings, rows, language)


# -- the theory --------------------------------------------------------------------------------------------------


def versions_table(project: Project, language: str) -> PrintedTable:
    """Each version of the theory with who saved it and why, and what became of its arrows."""
    from rcoder.project.versions import version_lines

    lines = version_lines(project)
    before = ["", *(each.key for each in lines)]
    rows = tuple(
        PrintedRow(
            (
                Printed(each.words.say(language)),
                Printed(" ".join(part for part in (each.coder, each.at[:10]) if part)),
                Printed(each.reason),
                Printed(each.held.say(language)),
                Printed(_difference(project, earlier, each.key, language) if earlier else ""),
            )
        )
        for earlier, each in zip(before, lines, strict=False)
    )
    headings = (
        Heading(words.VERSION.say(language), 1.2),
        Heading(words.WHO.say(language), 0.9),
        Heading(words.WHY.say(language), 2.2),
        Heading(words.HOLDS.say(language), 1.6),
        Heading(words.CHANGED.say(language), 1.8),
    )
    return PrintedTable("versions", words.VERSIONS.say(language), headings, rows, language)


def arrows_between(project: Project, before: str, after: str) -> dict[str, int]:
    """How many arrows of the overall theory are new, changed, gone and as before. Raises NotFound where neither draws one."""
    from rcoder.project.versions import difference

    found = difference(project, before, after)
    counts = Counter(each.sort for each in found.compared if each.about is About.ARROW)
    return {each.value: counts[each] for each in Sort}


def _difference(project: Project, before: str, after: str, language: str) -> str:
    """In words; "" where neither draws an overall theory."""
    try:
        counts = arrows_between(project, before, after)
    except NotFound:
        return ""
    return words.DIFFERENCE.say(language).format(**counts, before=before, after=after)
