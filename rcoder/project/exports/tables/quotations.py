"""Quotations by configuration and by what they bear on: verbatim, with stance, whose they are and where they stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rcoder.analysis.counting import witnesses
from rcoder.domain.counted import LISTED, cases_line
from rcoder.domain.outgoing import Wanted
from rcoder.domain.passage import Passage
from rcoder.domain.printed import Heading, Printed, PrintedRow, PrintedTable
from rcoder.domain.roles import role_name
from rcoder.domain.terms import say, say_listed
from rcoder.domain.theory import Witness
from rcoder.domain.words import Bilingual, Claim, role_group
from rcoder.project.door import Project
from rcoder.project.exports.tables.making import role_asked, whole
from rcoder.project.exports.tables.quoting import printed_forms, said
from rcoder.project.exports.tables.told import Told, told
from rcoder.project.exports.tables.words import COUNTED_ONCE, NOT_STRENGTH
from rcoder.project.progress import progress

TITLE = Bilingual("Citater for hver konfiguration", "Quotations per configuration")
_HEADINGS = (
    (Bilingual("Nr.", "No."), 0.5),
    (Bilingual("Stilling", "Stance"), 0.8),
    (Bilingual("Citat", "Quote"), 3.6),
    (Bilingual("Redigeret eller oversat", "Edited or translated"), 1.3),
    (Bilingual("Sag", "Case"), 0.7),
    (Bilingual("Rolle", "Role"), 1.0),
    (Bilingual("Interview", "Interview"), 1.2),
    (Bilingual("Replik", "Turn"), 0.6),
    (Bilingual("Tæller", "Counts"), 1.0),
)
_QUOTE = 2
WHOLE = Bilingual("konfigurationen som helhed", "the configuration as a whole")
RESTS = Bilingual("elementet bygger på det", "the element rests on it")
COUNTS: dict[str, Bilingual] = {
    "case": Bilingual("en sag", "a case"),
    "respondent": Bilingual("en respondent", "a respondent"),
    "listed": LISTED,
}
_NOTES = (
    Bilingual(
        "Citater står, som de blev sagt, også hvor de er redigeret eller oversat. En passage, der bærer på flere steder, står ved hvert. "
        "“Elementet bygger på det” har ingen stilling: det er kodede passager, ikke belæg for eller imod.",
        "Quotations stand as they were said, also where they are edited or translated. A passage that bears on several places stands at "
        "each. “The element rests on it” has no stance: those are coded passages, not evidence for or against.",
    ),
    COUNTED_ONCE,
    NOT_STRENGTH,
)


def table(project: Project, wanted: Wanted) -> PrintedTable:
    """A row for each stretch of words on each claim; narrowed by hypothesis, level, status and role."""
    language = wanted.language
    headings = [
        Heading(name.say(language), width, quote=place == _QUOTE)
        for place, (name, width) in enumerate(_HEADINGS)
    ]
    role_asked(project, wanted)
    rows = [row for each in told(project, wanted) for row in _rows(each, wanted)]
    notes = (
        cases_line(progress(project.sight).denominator, language),
        *(each.say(language) for each in _NOTES),
    )
    return whole(project, wanted, ("quotations", TITLE), headings, rows, notes=notes)


def _rows(each: Told, wanted: Wanted) -> Iterator[PrintedRow]:
    """The configuration as a whole, then its links, then its elements with what they rest on."""
    own, language = each.assembled, wanted.language
    known = each.passages()
    on = WHOLE.say(language)
    yield from _on(each, on, _of_role(each.attached(own.configuration.id), wanted), known, language)
    for link in own.links:
        on = each.claim_words(Claim.LINK, link.id, language)
        yield from _on(each, on, _of_role(each.attached(link.id), wanted), known, language)
    for element in own.elements.values():
        on = each.claim_words(Claim.ELEMENT, element.id, language)
        yield from _on(each, on, _of_role(each.attached(element.id), wanted), known, language)
        yield from _on(each, on, _of_role(each.resting(element.id), wanted), known, language)


def _of_role(attached: Iterable[tuple[str, Passage]], wanted: Wanted) -> list[tuple[str, Passage]]:
    """Those that a role or role group says."""
    role = wanted.option("role").casefold()
    if not role:
        return list(attached)
    return [
        (number, each)
        for number, each in attached
        if any(role in (own.casefold(), role_group(own).casefold()) for own in each.roles)
    ]


def _on(
    each: Told, on: str, attached: list[tuple[str, Passage]], known: dict[str, Passage], language: str
) -> Iterator[PrintedRow]:
    for found in witnesses(attached):
        under = (
            f"{each.name}: {on}"
            if on == WHOLE.say(language)
            else f"{each.assembled.configuration.number}: {on}"
        )
        yield PrintedRow(tuple(_cells(found, each, known, language)), under)


def _cells(found: Witness, each: Told, known: dict[str, Passage], language: str) -> Iterator[Printed]:
    case, roles = found.case_id or "", ", ".join(role_name(role, language) for role in found.roles)
    yield Printed(each.assembled.configuration.number)
    yield Printed(say(found.stance, language) or RESTS.say(language))
    yield Printed(said(found.text, language), case_id=case, role=roles)
    yield Printed(printed_forms(found, language), case_id=case, role=roles)
    yield Printed(found.case, case_id=case)
    yield Printed(roles)
    yield Printed(found.transcript, case_id=case, role=roles)
    yield _turn(found, known)
    why = f": {say_listed(found.why_listed, language)}" if found.why_listed else ""
    yield Printed(f"{COUNTS[found.counts].say(language)}{why}" if found.stance else "")


def _turn(found: Witness, known: dict[str, Passage]) -> Printed:
    """The turn it begins in, from 1."""
    turns = [
        each.turn for name in found.ids if (each := known.get(name)) is not None and each.turn is not None
    ]
    return Printed(str(min(turns) + 1), min(turns) + 1) if turns else Printed("")
