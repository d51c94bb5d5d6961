"""What is written of retrieved passages, whatever the file: sections with their counts, and the words of each cell.

Names of coders, and their memos, stand in it only where they are asked for; names of speakers and of files never do.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rcoder.domain.retrieval import Count, Retrieved, counted_in_words
from rcoder.domain.terms import say, say_listed
from rcoder.domain.words import Directness, Polarity, Prompting, Scope
from rcoder.exchange.office import clean


@dataclass(frozen=True, slots=True)
class Section:
    """A group of results under a heading."""

    name: str
    """"" where there is but one."""
    results: tuple[tuple[Retrieved, ...], ...]
    count: Count


@dataclass(frozen=True, slots=True)
class Report:
    """What a query found, to be written."""

    query: str
    study: str
    by: str
    """What the sections are put together by, in words; "" for nothing."""
    sections: tuple[Section, ...]
    count: Count
    coders: bool = False
    """Whether the coders' names are asked for."""
    memos: bool = False
    """Whether the memos are asked for."""


def headings(report: Report) -> tuple[str, ...]:
    """The columns of a table, in order."""
    names = (
        "group", "result", "passage", "edited", "translation", "translated_to", "code", "label", "kind", "stance", "case",
        "outcome_group", "role", "interview", "turn", "polarity", "counterfactual", "scope", "actor", "directness",
        "prompting", "configurations", "counts", "why_listed",
    )  # fmt: skip
    return (*names, *(("coder",) if report.coders else ()), *(("memo",) if report.memos else ()))


def rows(report: Report) -> Iterator[tuple[str | int, ...]]:
    """A row for each passage; those of one result have the same number and stand after each other."""
    number = 0
    for section in report.sections:
        for result in section.results:
            number += 1
            for each in result:
                yield _row(report, section.name, number, each)


def _row(report: Report, group: str, number: int, each: Retrieved) -> tuple[str | int, ...]:
    passage = each.passage
    cells = (
        group, number, passage.text, each.edited, each.translation, each.translated_to, each.code, each.label,
        say(each.kind), say(passage.stance), passage.case, each.outcome_group, role_of(each), passage.transcript,
        each.turn + 1 if each.turn is not None else "", say(each.polarity), "yes" if each.counterfactual else "",
        say(passage.scope), each.actor, say(passage.directness), say(passage.prompting), ", ".join(each.configurations),
        each.counts, each.why_listed,
    )  # fmt: skip
    more = (*((passage.coder,) if report.coders else ()), *((passage.memo,) if report.memos else ()))
    return tuple(clean(cell) if isinstance(cell, str) else cell for cell in (*cells, *more))


COUNTS = (
    "group", "passages", "interviews", "of_interviews_coded_to_the_end", "further_interviews", "cases",
    "of_cases_coded_to_the_end", "further_cases", "cases_without_interview", "respondents_in_general", "listed",
)  # fmt: skip
"""Columns of the table of counts."""


def counts(report: Report) -> Iterator[tuple[str | int, ...]]:
    """A row of counts for each section, and one for the whole."""
    every = [(each.name, each.count) for each in report.sections if each.name]
    for name, count in (*every, ("all", report.count)):
        yield (
            clean(name), count.passages, count.interviews, count.base.interviews, count.interviews_not_yet, count.cases,
            count.base.cases, count.cases_not_yet, count.no_interview, count.respondents, count.listed,
        )  # fmt: skip


def role_of(each: Retrieved) -> str:
    """Whose words they are, by role."""
    return "interviewer" if each.passage.interviewer else ", ".join(each.passage.roles)


def source(report: Report, each: Retrieved) -> str:
    """Where the words stand: case, role, interview, turn; the coder where asked for."""
    passage = each.passage
    turn = f"turn {each.turn + 1}" if each.turn is not None else ""
    coder = f"coded by {passage.coder}" if report.coders else ""
    parts = (passage.case, role_of(each), passage.transcript, turn, coder)
    return clean(", ".join(part for part in parts if part))


def about(each: Retrieved) -> str:
    """What a passage was coded with, or is evidence on, with the flags that are not what one would expect."""
    passage = each.passage
    code = f"{each.code} {each.label}".strip()
    flags = (
        say(each.kind),
        say(each.polarity) if each.polarity is not Polarity.PRESENT else "",
        "counterfactual" if each.counterfactual else "",
        say(passage.scope) if passage.scope is not Scope.THIS_CASE else "",
        say(passage.directness) if passage.directness is not Directness.SAID else "",
        say(passage.prompting) if passage.prompting is not Prompting.VOLUNTEERED else "",
        f"listed, not counted: {say_listed(each.why_listed)}" if each.why_listed else "",
    )
    stance = f"{say(passage.stance)} " if passage.stance else ""
    return clean(", ".join(part for part in (f"{stance}{code}".strip(), *flags) if part))


def distinct(report: Report, section: Section) -> Iterator[tuple[Retrieved, ...]]:
    """The results of a section to be read: words that several coders coded alike are there once."""
    seen: set[tuple[object, ...]] = set()
    for result in section.results:
        look = tuple((_stand(each), source(report, each), about(each)) for each in result)
        if look not in seen:
            seen.add(look)
            yield result


def _stand(each: Retrieved) -> tuple[str, int, int, int]:
    passage = each.passage
    return passage.transcript_id, passage.revision, passage.start, passage.end


def opening(report: Report) -> tuple[str, ...]:
    """What a report to be read begins with: what was asked, and what it comes to."""
    return clean(f"Query: {report.query}"), clean(f"{counted_in_words(report.count)}.")
