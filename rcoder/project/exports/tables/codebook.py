"""The codebook as a table: what each code means, when it is used and when not; and its versions with their reasons."""

from __future__ import annotations

import json
from collections.abc import Iterator

from rcoder.domain.codebook import Code, in_tree_order
from rcoder.domain.counted import CASE, PASSAGE, cases_line, of, several
from rcoder.domain.outgoing import Wanted
from rcoder.domain.printed import Heading, Printed, PrintedRow, PrintedTable
from rcoder.domain.terms import say
from rcoder.domain.words import Bilingual, Category
from rcoder.project.codebook_use import Usage, Use, usage
from rcoder.project.codebooks import books, contents
from rcoder.project.door import Project
from rcoder.project.exports.tables.making import whole
from rcoder.project.exports.tables.words import NOT_STRENGTH

TITLE = Bilingual("Kodebog", "Codebook")
_HEADINGS = (
    (Bilingual("Nøgle", "Key"), 0.7),
    (Bilingual("Art", "Sort"), 0.9),
    (Bilingual("Navn, dansk", "Label, Danish"), 1.2),
    (Bilingual("Navn, engelsk", "Label, English"), 1.2),
    (Bilingual("Definition", "Definition"), 2.8),
    (Bilingual("Bruges til", "Used for"), 2.2),
    (Bilingual("Ikke til", "Not for"), 2.4),
    (Bilingual("Eksempel", "Example"), 1.9),
)
_USES = Bilingual("Brugt", "Used")
_VERSIONS = Bilingual("Kodebogens versioner", "The codebook's versions")
_OF_VERSIONS = (
    (Bilingual("Version", "Version"), 0.8),
    (Bilingual("Fra", "From"), 0.9),
    (Bilingual("Hvem", "Who"), 1.0),
    (Bilingual("Hvad der blev gjort", "What was done"), 3.0),
    (Bilingual("Hvorfor", "Why"), 3.0),
)
_SORTS: dict[Category, Bilingual] = {
    Category.HYPOTHESIS: Bilingual("hypotese", "hypothesis"),
    Category.CONDITION: Bilingual("understøttende forhold", "support condition"),
    Category.CODE: Bilingual("kode", "code"),
}
_RETIRED = Bilingual("taget ud af brug", "retired")
_HINDERS = Bilingual("barriere (−)", "barrier (−)")
_USED_NOTE = Bilingual(
    "Brugt: passager kodet med koden og det, der står under den, og sager kodet til ende, som de handler om.",
    "Used: passages coded with the code and what stands under it, and the cases coded to the end that they are about.",
)
_UNSEEN = Bilingual("en koder, hvis arbejde ikke er frigivet", "a coder whose work is not released")
_AS_DONE = Bilingual(
    "Hvad der blev gjort, står med programmets egne engelske ord fra loggen.",
    "What was done stands in the words of the program's own journal.",
)
_NO_REASON = Bilingual("ingen begrundelse skrevet", "no reason written down")


def table(project: Project, wanted: Wanted) -> PrintedTable:
    """A row for each code of every codebook; narrowed by hypothesis; `uses` yes adds what each is used for."""
    language = wanted.language
    used = usage(project) if wanted.option("uses") == "yes" else None
    headings = [Heading(name.say(language), width) for name, width in _HEADINGS]
    notes: tuple[str, ...] = ()
    if used is not None:
        headings.append(Heading(_USES.say(language), 1.1))
        notes = (
            _USED_NOTE.say(language),
            cases_line(used.denominator, language),
            NOT_STRENGTH.say(language),
        )
    return whole(
        project,
        wanted,
        ("codebook", TITLE),
        headings,
        list(_rows(project, wanted, used)),
        before=_books(project, language),
        notes=notes,
        further=(_versions(project, language),),
    )


def _books(project: Project, language: str) -> tuple[str, ...]:
    """Each codebook with its version and source."""
    return tuple(
        each
        for book in books(project.sight)
        for each in (
            f"{book.title.say(language)}, version {book.version}.",
            book.description.say(language),
            book.source,
        )
        if each
    )


def _rows(project: Project, wanted: Wanted, used: Usage | None) -> Iterator[PrintedRow]:
    only, every = _under(project, wanted.option("hypothesis")), books(project.sight)
    for book in every:
        name = book.title.say(wanted.language) if len(every) > 1 else ""
        for depth, code in in_tree_order(contents(project.sight, book).codes):
            if only and code.id not in only:
                continue
            more = (_used(used, code, wanted.language),) if used is not None else ()
            yield PrintedRow((*_cells(code, wanted.language), *more), name, depth)


def _under(project: Project, key: str) -> frozenset[str]:
    """Ids of a code and what stands under it; none for ""."""
    from rcoder.project.matrices.ground import codes

    if not key:
        return frozenset()
    known = codes(project.sight)
    return frozenset(known.below[known.called(key).id])


def _cells(code: Code, language: str) -> Iterator[Printed]:
    sorts = (
        say(code.kind, language) or _SORTS[code.category].say(language),
        _HINDERS.say(language) if code.sign == "-" else "",
        _RETIRED.say(language) if code.retired else "",
    )
    yield Printed(code.key)
    yield Printed(", ".join(each for each in sorts if each))
    yield from (Printed(code.label.da), Printed(code.label.en))
    title = code.title.say(language)
    definition = code.definition.say(language)
    yield Printed("\n".join(each for each in (title, definition) if each))
    yield from (Printed(each.say(language)) for each in (code.use, code.avoid, code.example))


def _used(used: Usage, code: Code, language: str) -> Printed:
    own = used.uses.get(code.id, Use())
    passages = several(own.passages, PASSAGE, language)
    if not own.passages:
        return Printed(passages)
    further = own.not_yet_coded + own.no_interview
    more = f" +{further}" if further else ""
    return Printed(f"{passages}; {of(own.cases, used.denominator.coded, CASE, language)}{more}")


# -- versions --------------------------------------------------------------------------------------------------------


def _versions(project: Project, language: str) -> PrintedTable:
    """Each version of each codebook: since when, who made it and why; of hidden layers that it was made alone."""
    headings = tuple(Heading(name.say(language), width) for name, width in _OF_VERSIONS)
    rows = tuple(PrintedRow(tuple(Printed(each) for each in line)) for line in _entries(project, language))
    notes = (_AS_DONE.say(language),)
    return PrintedTable("codebook-versions", _VERSIONS.say(language), headings, rows, language, notes=notes)


def _entries(project: Project, language: str) -> Iterator[tuple[str, ...]]:
    names = {each.id: each.name for each in project.coders()}
    seen = {"", project.coder_id, *(each.id for each in project.coders() if each.released)}
    rows = project.sight.rows(
        """SELECT coder_id, at, sentence, why, CAST(changes AS TEXT) AS changes FROM entries
           WHERE CAST(changes AS TEXT) LIKE '%"codebooks"%' ORDER BY seq"""
    )
    for row in rows:
        for version in _new_versions(json.loads(row["changes"])):
            if row["coder_id"] in seen:
                why = row["why"] or (_NO_REASON.say(language) if row["coder_id"] else "")
                yield version, row["at"][:10], names.get(row["coder_id"], "rcoder"), row["sentence"], why
            else:
                yield version, "", _UNSEEN.say(language), "", ""


def _new_versions(changes: list[dict[str, dict[str, str] | None]]) -> Iterator[str]:
    """Key and version of codebooks that a deed gave a new version."""
    for each in changes:
        before, after = each.get("before") or {}, each.get("after") or {}
        if str(each["table"]) == "codebooks" and after and after["version"] != before.get("version"):
            yield f"{after['key']} {after['version']}"
