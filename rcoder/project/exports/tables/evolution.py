"""How the theory came about: its versions from the initial one to now, and what came, changed and went between them, with reasons."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise, zip_longest

from rcoder.analysis.boxes import OVERALL
from rcoder.domain.difference_words import ABOUTS, SORTS, Telling, name, turn_words
from rcoder.domain.errors import NotFound
from rcoder.domain.outgoing import Wanted
from rcoder.domain.printed import Heading, Printed, PrintedRow, PrintedTable
from rcoder.domain.theory_difference import About, Difference, Sort
from rcoder.domain.words import Bilingual
from rcoder.project.door import Project
from rcoder.project.exports.tables.making import whole
from rcoder.project.matrices.ground import codes
from rcoder.project.versions import VersionLine, difference, version_lines

TITLE = Bilingual("Teoriens versioner", "Versions of the theory")
_HEADINGS = (
    (Bilingual("Version", "Version"), 1.2),
    (Bilingual("Gemt", "Saved"), 0.8),
    (Bilingual("Af", "By"), 0.8),
    (Bilingual("Begrundelse", "Reason"), 2.6),
    (Bilingual("Kodebog", "Codebook"), 0.8),
    (Bilingual("Indhold", "Contents"), 2.2),
)
_SORTED = ((Sort.NEW, Bilingual("Nye", "New")), (Sort.CHANGED, Bilingual("Ændrede", "Changed")), (Sort.DROPPED, Bilingual("Udgåede", "Dropped")))  # fmt: skip
_SINCE = Bilingual("siden forrige", "since the one before")
_CHANGES = Bilingual("Hvad der kom, ændrede sig og udgik", "What came, changed and went")
_OF_CHANGES = (
    (Bilingual("Hvad", "What"), 0.9),
    (Bilingual("Navn", "Name"), 2.4),
    (Bilingual("Hvordan", "How"), 2.4),
    (Bilingual("Hvorfor, hvem og hvornår", "Why, who and when"), 3.2),
)
NO_REASON = Bilingual("ingen begrundelse skrevet", "no reason written down")
_NOTES = (
    Bilingual(
        "Version 0 er kodebogens oprindelige teori. Antal er af pile, bokse, konfigurationer, elementer og koder, ikke af passager.",
        "Version 0 is the codebook's initial theory. Numbers are of arrows, boxes, configurations, elements and codes, not of passages.",
    ),
    Bilingual(
        "Begrundelser er, hvad nogen skrev: ved en handling, i et memo eller i en kommentar. Hvor ingen har skrevet noget, siges det.",
        "Reasons are what somebody wrote: with a deed, in a memo or in a comment. Where nobody wrote any, that is said.",
    ),
)


def table(project: Project, wanted: Wanted) -> PrintedTable:
    """A row for each version; the changes between them follow; with `hypothesis` those of its mini theory. Raises NotFound."""
    language, lines = wanted.language, version_lines(project)
    key = _theory_key(project, wanted)
    steps = _steps(project, lines, key)
    headings = [Heading(words.say(language), width) for words, width in _HEADINGS]
    headings += [Heading(words.say(language), 1.1, _SINCE.say(language)) for _, words in _SORTED]
    rows = [
        PrintedRow((*_told(line, language), *_counts(step, language)))
        for line, step in zip_longest(lines, (None, *steps)[: len(lines)])
    ]
    notes = tuple(each.say(language) for each in _NOTES)
    return whole(
        project,
        wanted,
        ("evolution", TITLE),
        headings,
        rows,
        notes=notes,
        further=() if wanted.option("changes") == "no" else (_changes(steps, language),),
    )


def _steps(project: Project, lines: Sequence[VersionLine], key: str) -> list[Difference | None]:
    """What differs between each version and the next; None where neither draws that theory.

    Raises NotFound for a mini theory that none of them draws.
    """
    found = [_step(project, before.key, after.key, key) for before, after in pairwise(lines)]
    if key != OVERALL and found and not any(found):
        return [difference(project, lines[-2].key, lines[-1].key, key=key)]
    return found


def _step(project: Project, before: str, after: str, key: str) -> Difference | None:
    try:
        return difference(project, before, after, key=key)
    except NotFound:
        return None


def _theory_key(project: Project, wanted: Wanted) -> str:
    wanted_key = wanted.option("hypothesis")
    return codes(project.sight).called(wanted_key).key if wanted_key else OVERALL


def _told(line: VersionLine, language: str) -> Iterator[Printed]:
    words = line.words.say(language)
    yield Printed(words[0].upper() + words[1:])
    yield Printed(line.at[:10])
    yield from (Printed(each) for each in (line.coder, line.reason, line.codebook, line.held.say(language)))


def _counts(step: Difference | None, language: str) -> Iterator[Printed]:
    """How many of each are new, changed and dropped since the version before."""
    for sort, _ in _SORTED:
        if step is None:
            yield Printed("–")
            continue
        found = [(about, step.count(about)[sort]) for about in About]
        said = [
            f"{number} {ABOUTS[about][number != 1].say(language).lower()}"
            for about, number in found
            if number
        ]
        yield Printed("\n".join(said) or "0")


def _changes(steps: Sequence[Difference | None], language: str) -> PrintedTable:
    headings = tuple(Heading(words.say(language), width) for words, width in _OF_CHANGES)
    rows = tuple(row for step in steps if step for row in _of_step(step, language))
    return PrintedTable("evolution-changes", _CHANGES.say(language), headings, rows, language)


def _of_step(step: Difference, language: str) -> Iterator[PrintedRow]:
    telling = Telling(language)
    under = f"{step.before_name.say(language)} → {step.after_name.say(language)}"
    for about in About:
        for sort, _ in _SORTED:
            for each in step.of(about, sort):
                what = f"{SORTS[sort].say(language)} {ABOUTS[about][0].say(language)}"
                how = "\n".join(turn_words(turn, language) for turn in each.turns)
                why = "\n".join(telling.reasons(each)) if each.reasons else NO_REASON.say(language)
                yield PrintedRow(
                    (Printed(what), Printed(name(each, language)), Printed(how), Printed(why)), under
                )
