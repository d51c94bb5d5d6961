"""How tables leave: the table asked for, as a file of its ending, with all words in it that may name a person."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from importlib import import_module
from typing import TYPE_CHECKING, cast

from rcoder.domain.errors import Misuse
from rcoder.domain.outgoing import Outgoing, Said, Wanted
from rcoder.domain.printed import Heading, PrintedRow, PrintedTable
from rcoder.domain.words import Bilingual
from rcoder.project.exports.colophon import colophon

if TYPE_CHECKING:
    from collections.abc import Callable

    from rcoder.project.door import Project

_NARROWED: dict[str, Bilingual] = {
    "hypothesis": Bilingual("kun {}", "only {}"),
    "role": Bilingual("kun hvad {} siger", "only what {} says"),
    "level": Bilingual("niveau: {}", "level: {}"),
    "status": Bilingual("status: {}", "status: {}"),
    "least": Bilingual("mindst {} passager", "at least {} passages"),
    "case": Bilingual("sagen {}", "the case {}"),
}
"""What a table is narrowed to, by option."""
_ONLY = Bilingual("Afgrænset til: ", "Narrowed to: ")


def make(project: Project, wanted: Wanted) -> Outgoing:
    """The file's bytes, with its words. Raises NotFound and Misuse where an option means nothing in this study."""
    from rcoder.exchange.printing import write_printed

    table = asked(project, wanted)
    return Outgoing(write_printed(table, wanted.ending), tuple(said_in(table)))


def asked(project: Project, wanted: Wanted) -> PrintedTable:
    """The table with that key: "cmo", "codes-roles"."""
    module = import_module(f"rcoder.project.exports.tables.{wanted.what.replace('-', '_')}")
    return cast("Callable[[Project, Wanted], PrintedTable]", module.table)(project, wanted)


def whole(
    project: Project,
    wanted: Wanted,
    named: tuple[str, Bilingual],
    headings: Sequence[Heading],
    rows: Sequence[PrintedRow],
    *,
    before: Sequence[str] = (),
    notes: Sequence[str] = (),
    further: Sequence[PrintedTable] = (),
    numbers: PrintedTable | None = None,
) -> PrintedTable:
    """A table with what it is narrowed to and where it comes from; `named` is its key and title."""
    key, title = named
    language = wanted.language
    return PrintedTable(
        key,
        title.say(language),
        tuple(headings),
        tuple(rows),
        language,
        tuple(each for each in (narrowed(wanted), *before) if each),
        tuple(each for each in notes if each),
        colophon(project).line(language),
        tuple(further),
        numbers,
    )


def role_asked(project: Project, wanted: Wanted) -> str:
    """The role or role group that a table is narrowed to, "" for none. Raises Misuse where no interview is with it."""
    from rcoder.project.matrices.ground import ground
    from rcoder.project.matrices.offering import roles_known

    role = wanted.option("role")
    if role and not ground(project).with_role(role):
        known = ", ".join(name for name, _ in roles_known(project))
        raise Misuse(f"No interview is with {role}.", f"There is {known or 'none'}.")
    return role


def narrowed(wanted: Wanted) -> str:
    """What a table is narrowed to, in a sentence; "" for nothing."""
    language = wanted.language
    found = [
        words.say(language).format(value)
        for option, words in _NARROWED.items()
        if (value := wanted.option(option))
    ]
    return f"{_ONLY.say(language)}{', '.join(found)}." if found else ""


def said_in(table: PrintedTable) -> Iterator[Said]:
    """Every word in a table that may be somebody's, with where it stands: "row 4, Quote"."""
    yield from _said_in(table, "")
    for each in table.further:
        yield from _said_in(each, f"{each.title}: ")
    if table.source:
        yield Said("source", table.source)


def _said_in(table: PrintedTable, place: str) -> Iterator[Said]:
    yield Said(f"{place}title", table.title)
    yield from (
        Said(f"{place}column {number}", each.name) for number, each in enumerate(table.headings, start=1)
    )
    yield from (
        Said(f"{place}line {number} before the table", each)
        for number, each in enumerate(table.before, start=1)
    )
    yield from (Said(f"{place}note {number}", each) for number, each in enumerate(table.notes, start=1))
    under = ""
    for number, row in enumerate(table.rows, start=1):
        if row.under and row.under != under:
            under = row.under
            yield Said(f"{place}heading over row {number}", under)
        for heading, cell in zip(table.headings, row.cells, strict=True):
            words = cell.text if cell.spoken in ("", cell.text) else f"{cell.text}\n{cell.spoken}"
            if words and cell.number is None:
                yield Said(f"{place}row {number}, {heading.name}", words, cell.case_id, cell.role)
