"""The CMO table: one configuration a row, read from context to outcome, with what speaks for and against it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from rcoder.domain.configuration import Element, Judgement
from rcoder.domain.counted import CONFIGURATION, cases_line
from rcoder.domain.numbering import numbered, numbers_table, tally_numbers
from rcoder.domain.outgoing import Wanted
from rcoder.domain.printed import Heading, Printed, PrintedRow, PrintedTable
from rcoder.domain.rendering import MISSING, PartLine, parts, sentence
from rcoder.domain.rendering_words import PARTS, frame
from rcoder.domain.terms import say
from rcoder.domain.theory import Tally
from rcoder.domain.words import Bilingual, Kind, Rendering, Stance
from rcoder.project.door import Project
from rcoder.project.exports.tables.making import whole
from rcoder.project.exports.tables.quoting import best, quoted, whose
from rcoder.project.exports.tables.told import Told, told
from rcoder.project.exports.tables.words import COUNTED_ONCE, NOT_STRENGTH, tally_words
from rcoder.project.progress import progress

TITLE = Bilingual("CMO-tabel", "CMO table")
STANCES = (Stance.SUPPORTS, Stance.CONTRADICTS, Stance.REFINES)
_HEADINGS = (
    (Bilingual("Nr.", "No."), 0.65),
    (Bilingual("Titel", "Title"), 1.2),
    (Bilingual("Hyp.", "Hyp."), 0.7),
    (Bilingual("Kontekst", "Context"), 1.7),
    (Bilingual("Ressource", "Resource"), 1.7),
    (Bilingual("Ræsonnement (aktør)", "Reasoning (actor)"), 1.7),
    (Bilingual("Udfald (fortegn, sigt)", "Outcome (sign, horizon)"), 1.7),
    (Bilingual("Læst som sætning", "Read as a sentence"), 3.2),
    (Bilingual("Status", "Status"), 1.1),
    (Bilingual("Styrke, vurderet", "Strength, judged"), 2.1),
)
_QUOTE = Bilingual("Citat", "Quote")
_NOTES = (
    Bilingual(
        "For og imod: passager om konfigurationen, dens forbindelser og dens elementer; en konfiguration på tværs af sager har sine "
        "medlemmers passager.",
        "For and against: passages on the configuration, its links and its elements; a consolidated configuration has the passages "
        "of its members.",
    ),
    COUNTED_ONCE,
    NOT_STRENGTH,
    Bilingual(
        "Styrke er en navngiven persons vurdering med begrundelse, ikke et tal. Godkendt er et trin i gennemsynet, ikke styrke.",
        "Strength is a named person's judgement with a reason, not a number. Accepted is a step of review, not strength.",
    ),
)
_BEST = Bilingual(
    "Citatet er valgt af programmet: en støttende passage, der tæller en sag, helst en, som nogen har gjort klar til tryk.",
    "The quote is chosen by the program: a supporting passage that counts a case, one that somebody made ready for print first.",
)


def table(project: Project, wanted: Wanted) -> PrintedTable:
    """One row a configuration; narrowed by hypothesis, level and status; `quotes` yes adds a quote of each."""
    language = wanted.language
    found = [(each, _three(each)) for each in told(project, wanted)]
    quotes = wanted.option("quotes") == "yes"
    names = {each.id: each.name for each in project.coders()}
    rendering = project.study().rendering
    rows = [
        PrintedRow(
            (
                *_words(each, rendering, language),
                Printed(_strength(each.judgements, names)),
                *(Printed(tally_words(one, len(each.progress.coded), language)) for one in three),
                *((_quote(each, language),) if quotes else ()),
            )
        )
        for each, three in found
    ]
    notes = (
        cases_line(progress(project.sight).denominator, language),
        *(each.say(language) for each in _NOTES),
    )
    more = (_BEST.say(language),) if quotes else ()
    return whole(
        project,
        wanted,
        ("cmo", TITLE),
        tuple(_headings(language, quotes=quotes)),
        rows,
        notes=(*notes, *more),
        numbers=_numbers(found, language),
    )


def _headings(language: str, *, quotes: bool) -> Iterator[Heading]:
    yield from (Heading(name.say(language), width) for name, width in _HEADINGS)
    yield from (Heading(say(stance, language).capitalize(), 1.2) for stance in STANCES)
    if quotes:
        yield Heading(_QUOTE.say(language), 2.4, quote=True)


def _words(each: Told, rendering: Rendering, language: str) -> Iterator[Printed]:
    own, case = each.assembled.configuration, each.assembled.configuration.case_id or ""
    yield Printed(own.number)
    yield Printed(own.title, case_id=case)
    yield Printed(each.hypotheses)
    found = parts(each.assembled, language)
    for (_, kinds), part in zip(PARTS[Rendering.RESOURCE_REASONING], found, strict=True):
        lines = (_line(line, each.assembled.elements, kinds, language) for line in part.lines)
        yield Printed("\n".join(lines) or MISSING, case_id=case)
    yield Printed(sentence(each.assembled, language, rendering), case_id=case)
    yield Printed(each.standing.say(language))


def _line(line: PartLine, elements: Mapping[str, Element], kinds: tuple[Kind, ...], language: str) -> str:
    """A wording with its marks; an outcome with its sign and horizon."""
    if line.place is None or Kind.OUTCOME not in kinds:
        return line.text
    own = elements[line.place.element_id]
    sign = "−" if own.sign == "-" else "+"
    negative = frame(Rendering.RESOURCE_REASONING, language).negative
    others = (each for each in line.marks if each != negative)
    marks = [sign, *((say(own.horizon, language),) if own.horizon else ()), *others]
    return f"{line.words} ({', '.join(marks)})"


def _three(each: Told) -> tuple[Tally, ...]:
    tallies = each.tallies()
    return tuple(tallies[stance] for stance in STANCES)


def _strength(judged: tuple[Judgement, ...], names: dict[str, str]) -> str:
    """Each judgement with who gave it and why."""
    return "\n".join(f"{each.words} ({names.get(each.coder_id, '')}): {each.reason}" for each in judged)


def _quote(each: Told, language: str) -> Printed:
    found = best(each.joined())
    if found is None:
        return Printed("")
    words = quoted(found, language)
    return Printed(
        f"{words}\n{whose(found, language)}", case_id=found.case_id or "", role=", ".join(found.roles)
    )


def _numbers(found: Sequence[tuple[Told, tuple[Tally, ...]]], language: str) -> PrintedTable:
    """Every number of the table with what it is of."""
    rows = [
        numbered(each.name, say(stance, language), line)
        for each, three in found
        for stance, tally in zip(STANCES, three, strict=True)
        for line in tally_numbers(tally, len(each.progress.coded), language)
    ]
    return numbers_table("cmo-numbers", CONFIGURATION[0].say(language).capitalize(), rows, language)
