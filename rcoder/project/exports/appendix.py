"""The methods appendix: items of RAMESES II filled from the project, each number with where it is found again."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from rcoder.domain.outgoing import Outgoing, Wanted
from rcoder.domain.printed import Style
from rcoder.domain.roles import role_name
from rcoder.domain.terms import say
from rcoder.domain.words import Basis, danish_order
from rcoder.project.exports import appendix_numbers as numbers
from rcoder.project.exports import appendix_tables as tables
from rcoder.project.exports import appendix_words as words
from rcoder.project.exports.appendix_course import (
    codebook_changes,
    codebook_table,
    course_table,
    versions_table,
)
from rcoder.project.exports.appendix_facts import fact_table, to_write
from rcoder.project.exports.colophon import colophon
from rcoder.project.exports.pages import Pages, leaving
from rcoder.project.exports.report_ground import Ground, gathered
from rcoder.project.exports.report_open import not_covered, roles_missing
from rcoder.project.exports.report_passages import Manner, manner_of

if TYPE_CHECKING:
    from rcoder.project.door import Project


def make(project: Project, wanted: Wanted) -> Outgoing:
    """The appendix as the file that is asked for."""
    ground = gathered(project, wanted.language)
    manner = manner_of(ground, names=wanted.option("names", "yes") == "yes")
    source, pages = colophon(project), Pages(wanted.language)
    pages.ours(*(each.say(wanted.language) for each in words.INTRO))
    _theory(pages, ground)
    _design(pages, ground, manner)
    _data(pages, ground)
    _analysis(pages, ground)
    _participants(pages, ground)
    _findings(pages, ground)
    _limits(pages, ground, manner)
    pages.heading(words.OTHERS.say(wanted.language))
    pages.ours(words.OTHERS_SAID.say(wanted.language))
    for each in words.OTHER_ITEMS:
        to_write(pages, each)
    line = source.line(wanted.language)
    return leaving(pages.document(words.TITLE.say(wanted.language), source.study, line), wanted, pages)


def _item(pages: Pages, number: int) -> str:
    """Begins an item, and gives its title."""
    title = words.ITEMS[number].say(pages.language)
    pages.heading(title)
    return title


def _theory(pages: Pages, ground: Ground) -> None:
    language, title = ground.language, _item(pages, 4)
    contents = ground.project.codebook()
    if contents is not None:
        book = contents.codebook
        said = words.THEORY_SAID.say(language).format(title=book.title.say(language), version=book.version)
        pages.theirs(said, title)
        pages.theirs(book.description.say(language), title)
        if book.source:
            pages.theirs(
                words.SOURCE.say(language).format(source=book.source.rstrip(".")), title, Style.BESIDE
            )
    fact_table(pages, 4, tuple(numbers.of_theory(ground)))
    if ground.hypotheses:
        pages.table(tables.hypotheses(ground))
    _initial(pages, ground)
    to_write(pages, words.WRITE["origin"])


def _initial(pages: Pages, ground: Ground) -> None:
    """The initial theory as version 0, and what its arrows rest on."""
    from rcoder.project.versions import version_lines

    language, lines = ground.language, version_lines(ground.project)
    if lines and lines[0].key == "0" and ground.has_theory:
        pages.ours(words.INITIAL.say(language).format(held=lines[0].held.say(language)))
        arrows = [each for each in ground.project.theory().arrows if each.initial]
        found = Counter(each.basis for each in arrows)
        counts = {each.value: found[each] for each in Basis}
        pages.ours(words.BASES.say(language).format(of=len(arrows), **counts))


def _design(pages: Pages, ground: Ground, manner: Manner) -> None:
    language = ground.language
    _item(pages, 10)
    fact_table(pages, 10, tuple(numbers.of_design(ground)))
    pages.table(tables.cases_and_roles(ground, manner))
    if manner.names:
        pages.broken.extend(tables.cells_of_cases(ground, pages.place(words.BY_CASE_AND_ROLE.say(language))))
    groups = Counter(each.outcome_group for each in ground.cases.values())
    known = groups["with_hours"] + groups["without_hours"]
    if groups["with_hours"] > groups["without_hours"]:
        pages.ours(words.OVER.say(language).format(n=groups["with_hours"], of=known))
    _gaps(pages, ground, manner)
    to_write(pages, words.WRITE["contrast"])
    to_write(pages, words.WRITE["gaps"])


def _gaps(pages: Pages, ground: Ground, manner: Manner) -> None:
    """Each case with the roles nobody was interviewed in."""
    language, names = ground.language, tables.case_names(ground, manner)
    missing: dict[str, list[str]] = {}
    for role, cases in roles_missing(ground).items():
        for each in cases:
            missing.setdefault(each.id, []).append(role_name(role, language))
    pages.heading(words.GAPS.say(language), 2)
    for case in sorted(missing, key=lambda each: danish_order(names[each])):
        said = words.GAP.say(language).format(case=names[case], roles=", ".join(missing[case]))
        pages.theirs(said, words.GAPS.say(language), Style.BULLET)
    if not missing:
        pages.ours(words.NO_GAPS.say(language))


def _data(pages: Pages, ground: Ground) -> None:
    language = ground.language
    _item(pages, 11)
    fact_table(pages, 11, tuple(numbers.of_data(ground)))
    lines = ground.project.transcript_lines()
    dates = sorted(each.date for each in lines if each.date)
    if dates:
        said = words.DATES.say(language)
        pages.ours(said.format(first=dates[0], last=dates[-1], n=len(dates), of=len(lines)))
    else:
        pages.ours(words.NO_DATES.say(language))
    to_write(pages, words.WRITE["guide"])


def _analysis(pages: Pages, ground: Ground) -> None:
    language, title = ground.language, _item(pages, 13)
    study = ground.study
    pages.ours(words.RENDERED.say(language).format(rendering=say(study.rendering, language)))
    if study.rendering_reason:
        pages.theirs(words.BECAUSE.say(language).format(why=study.rendering_reason), title)
    else:
        to_write(pages, words.WRITE["rendering"])
    facts = (*numbers.of_coding(ground), *numbers.of_configurations(ground), *numbers.of_hints(ground))
    fact_table(pages, 13, facts)
    pages.ours(words.HINTS_SAID.say(language))
    if not any(each.key.startswith("hints") for each in facts):
        pages.ours(words.NO_HINTS.say(language))
    pages.heading(words.CODERS.say(language), 2)
    pages.table(tables.coders(ground))
    to_write(pages, words.WRITE["coders"])
    to_write(pages, words.WRITE["disagreement"])
    _course(pages, ground)


def _course(pages: Pages, ground: Ground) -> None:
    """The codebook's versions, what was done when, and the theory's versions."""
    language, lines = ground.language, ground.project.journal()
    pages.heading(words.CODEBOOK_CHANGES.say(language), 2)
    changes, contents = codebook_changes(ground.project, lines), ground.project.codebook()
    if changes:
        pages.table(codebook_table(changes, language))
    elif contents is not None:
        pages.ours(words.NO_CHANGES.say(language).format(version=contents.codebook.version))
    made = course_table(lines, language)
    pages.heading(made.title, 2)
    pages.table(made, theirs=False)
    pages.heading(words.VERSIONS.say(language), 2)
    pages.table(versions_table(ground.project, language))


def _participants(pages: Pages, ground: Ground) -> None:
    _item(pages, 14)
    pages.table(tables.people_by_role(ground))
    fact_table(pages, 14, tuple(numbers.of_people(ground)))
    to_write(pages, words.WRITE["participants"])


def _findings(pages: Pages, ground: Ground) -> None:
    language = ground.language
    _item(pages, 15)
    pages.ours(words.TABLES.say(language))
    pages.table(tables.by_hypothesis(ground))
    to_write(pages, words.WRITE["findings"])


def _limits(pages: Pages, ground: Ground, manner: Manner) -> None:
    _item(pages, 17)
    fact_table(pages, 17, tuple(numbers.of_evidence(ground)))
    pages.heading(words.COUNTER.say(ground.language), 2)
    pages.table(tables.counter_evidence(ground))
    not_covered(pages, ground, manner, level=2)
    to_write(pages, words.WRITE["limits"])
