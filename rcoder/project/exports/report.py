"""The report: the change theory, each hypothesis with what speaks for and against it, and what is not covered."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from rcoder.domain.codebook import Code
from rcoder.domain.errors import Misuse
from rcoder.domain.outgoing import Colophon, Outgoing, Wanted
from rcoder.domain.printed import PrintedRow, PrintedTable, Style
from rcoder.project.conditions import checklist
from rcoder.project.exports import report_words as words
from rcoder.project.exports.colophon import colophon
from rcoder.project.exports.pages import Pages, leaving
from rcoder.project.exports.report_figures import mini, overall
from rcoder.project.exports.report_ground import Ground, Told, gathered
from rcoder.project.exports.report_hypothesis import conditions_of, evidence_of, hypothesis_words
from rcoder.project.exports.report_open import not_covered
from rcoder.project.exports.report_passages import Manner, manner_of

if TYPE_CHECKING:
    from rcoder.project.door import Project

QUOTES, MOST_QUOTES = 3, 20
"""Passages a side where nobody says how many, and at most."""
ACCEPTED = "accepted"


def make(project: Project, wanted: Wanted) -> Outgoing:
    """The report as the file that is asked for. Raises Misuse for options that cannot be."""
    language, source = wanted.language, colophon(project)
    line = source.line(language)
    whole = gathered(project, language)
    ground, manner = _narrowed(whole, wanted), _manner(whole, wanted)
    pages = Pages(language)
    _front(pages, source, wanted)
    _theory(pages, ground, wanted, line)
    found, written = checklist(project), dict[str, str]()
    for each in ground.hypotheses:
        label = each.label.say(language)
        pages.heading(f"{each.key} {label}".strip(), theirs=True)
        hypothesis_words(pages, each, language)
        mini(pages, ground, each.key, label, line)
        if not ground.under(each):
            pages.ours(words.NONE_DRAWN.say(language))
        evidence_of(pages, ground, ground.under(each), manner, written, each.key)
        conditions_of(pages, ground, found, each)
    if ground.of_none() and not wanted.option("hypotheses"):
        pages.heading(words.NO_HYPOTHESIS.say(language))
        evidence_of(pages, ground, ground.of_none(), manner, written)
    not_covered(pages, ground if wanted.option("hypotheses") else whole, manner)
    return leaving(pages.document(words.TITLE.say(language), source.study, line), wanted, pages)


def _front(pages: Pages, source: Colophon, wanted: Wanted) -> None:
    """What stands on the first page, and how to read the rest."""
    language = wanted.language
    said = {
        "study": source.study,
        "theory": source.theory.say(language),
        "basis": source.basis.say(language),
        "codebook": source.codebook,
        "as_of": source.as_of,
        "seen_by": source.seen_by,
        "narrowed": ", ".join(_narrowing(wanted)),
    }
    for key, text in said.items():
        if text:
            pages.theirs(f"{words.TITLE_ROWS[key].say(language)}: {text}", "")
    pages.heading(words.HOW.say(language))
    for number, each in enumerate(words.HOW_READ):
        pages.ours(each.say(language), style=Style.BULLET if number else Style.BODY)


def _narrowing(wanted: Wanted) -> Iterator[str]:
    if wanted.option("hypotheses"):
        yield wanted.option("hypotheses")
    if wanted.option("status") == ACCEPTED:
        yield words.ONLY_ACCEPTED.say(wanted.language)
    if wanted.option("names") == "no":
        yield words.WITHOUT_NAMES.say(wanted.language)


def _theory(pages: Pages, ground: Ground, wanted: Wanted, line: str) -> None:
    """The overall figure and the CMO table."""
    from rcoder.project.exports.tables import cmo

    if ground.has_theory:
        pages.heading(words.OVERALL.say(wanted.language))
        chosen = tuple(each.key for each in ground.hypotheses) if wanted.option("hypotheses") else ()
        overall(pages, ground, chosen, line)
    pages.heading(words.CMO.say(wanted.language))
    made = cmo.table(ground.project, Wanted("cmo", wanted.ending, wanted.language))
    pages.table(_fewer(made, {each.number for each in ground.told if _shown(ground, each)}))


def _shown(ground: Ground, told: Told) -> bool:
    own = told.assembled.configuration.hypotheses
    return not own or any(each.id in own for each in ground.hypotheses)


def _fewer(made: PrintedTable, numbers: set[str]) -> PrintedTable:
    """The table with the rows of these configurations, and without what is told in full under each hypothesis."""
    away = {each.say(made.language) for each in words.READ_AS}
    kept = [place for place, each in enumerate(made.headings) if each.name not in away]
    rows = tuple(
        PrintedRow(tuple(row.cells[place] for place in kept), row.under)
        for row in made.rows
        if row.cells[0].text in numbers
    )
    return replace(made, headings=tuple(made.headings[place] for place in kept), rows=rows)


# -- options ---------------------------------------------------------------------------------------------------------


def _narrowed(ground: Ground, wanted: Wanted) -> Ground:
    """The ground with the hypotheses and configurations that are asked for. Raises Misuse."""
    hypotheses = _chosen(ground, wanted.option("hypotheses")) or ground.hypotheses
    told = ground.told
    if wanted.option("status") == ACCEPTED:
        told = tuple(each for each in told if each.standing.holds)
    return replace(ground, hypotheses=hypotheses, told=told)


def _chosen(ground: Ground, text: str) -> tuple[Code, ...]:
    keys = [each.casefold() for each in re.split(r"[\s,;]+", text) if each]
    known = {each.key.casefold(): each for each in ground.hypotheses}
    strange = next((each for each in keys if each not in known), None)
    if strange is not None:
        there = ", ".join(each.key for each in ground.hypotheses)
        raise Misuse(f"There is no hypothesis {strange.upper()}.", f"There is {there}." if there else "")
    return tuple(each for each in ground.hypotheses if each.key.casefold() in keys)


def _manner(ground: Ground, wanted: Wanted) -> Manner:
    """How passages are printed. Raises Misuse for a number of quotes that cannot be."""
    text = wanted.option("quotes", str(QUOTES))
    if not text.isdecimal() or len(text) > len(str(MOST_QUOTES)) or not int(text) <= MOST_QUOTES:
        raise Misuse(f"{text} is no number of passages a side.", f"Give --quotes 0 to {MOST_QUOTES}.")
    return manner_of(ground, int(text), names=wanted.option("names", "yes") == "yes")
