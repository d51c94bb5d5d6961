"""Small studies made by hand: one text, a codebook, configurations as compact tuples, and their rows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from rcoder.domain.codebook import Code, Codebook, CodebookContents, Node, Theory, TheoryLink
from rcoder.domain.coding import Coder, Coding
from rcoder.domain.configuration import Assembled, Configuration, Element, Evidence, Grounding, Link, Place
from rcoder.domain.journal import Deed, Entry, added, replay
from rcoder.domain.passage import Passage
from rcoder.domain.records import Row, from_row
from rcoder.domain.study import Study
from rcoder.domain.tables import RECORDS
from rcoder.domain.transcript import Transcript
from rcoder.domain.words import Bilingual, Category, Claim, Column, Effect, Kind, Scope, Stance

TEXT = "".join(chr(ord("a") + place % 26) if place % 7 else " " for place in range(1000))
"""What everyone says in every transcript, so that the words of a span are known."""

Tables = dict[str, dict[str, Row]]


def entry(deed: Deed, number: int = 0) -> Entry:
    """A deed that was done."""
    return Entry(f"entry-{number}", "anne", "2026-01-01T00:00:00Z", deed.sentence, deed.changes)


def rows_of(*records: Any) -> Tables:
    """Tables that hold these records."""
    return tables_after(Deed("Made", added(*records)))


def tables_after(*deeds: Deed) -> Tables:
    """The tables that deeds make from nothing; those without rows left out."""
    tables = replay(entry(deed, number) for number, deed in enumerate(deeds))
    return {name: rows for name, rows in tables.items() if rows}


def stored(tables: Tables, record: type[Any]) -> list[Any]:
    """The records of one table, by id."""
    found = tables.get(record.table, {})
    return [from_row(record, found[each]) for each in sorted(found)]


def everything(tables: Tables) -> list[Any]:
    """Every record of the tables."""
    return [each for record in RECORDS.values() for each in stored(tables, record)]


def assemble(tables: Tables, configuration_id: str) -> Assembled:
    """A configuration with what belongs to it, from the tables."""
    configuration = from_row(Configuration, tables["configurations"][configuration_id])
    places = sorted(
        (each for each in stored(tables, Place) if each.configuration_id == configuration_id),
        key=lambda each: (each.position, each.id),
    )
    links = [each for each in stored(tables, Link) if each.configuration_id == configuration_id]
    elements = {each.element_id: from_row(Element, tables["elements"][each.element_id]) for each in places}
    claims = {configuration_id, *(each.id for each in links)}
    return Assembled(
        configuration,
        tuple(places),
        elements,
        tuple(links),
        tuple(each for each in stored(tables, Grounding) if each.element_id in elements),
        tuple(each for each in stored(tables, Evidence) if each.claim_id in claims),
    )


def transcript(name: str = "t1", **fields: Any) -> Transcript:
    """A transcript of the one text."""
    known: dict[str, Any] = {
        "title": name,
        "language": "da",
        "checksum": "c",
        "characters": len(TEXT),
        "source": f"{name}.txt",
        "source_checksum": "s",
        "format": "txt",
    }
    return Transcript(name, **known | fields)


def coding(name: str = "x1", start: int = 10, end: int = 20, **fields: Any) -> Coding:
    """A coding of the one text."""
    known: dict[str, Any] = {"transcript_id": "t1", "code_id": "code", "coder_id": "anne"}
    return Coding(name, start=start, end=end, **known | fields)


def evidence(name: str, claim_id: str, start: int = 10, end: int = 20, **fields: Any) -> Evidence:
    """A piece of evidence; on a link unless the claim's id begins with K."""
    known: dict[str, Any] = {
        "claim": Claim.CONFIGURATION if claim_id.startswith("K") else Claim.LINK,
        "transcript_id": "t1",
        "stance": Stance.SUPPORTS,
        "coder_id": "anne",
    }
    return Evidence(name, claim_id=claim_id, start=start, end=end, **known | fields)


def passage(name: str = "p1", start: int = 10, end: int = 20, **fields: Any) -> Passage:
    """A passage of the one text, said by the citizen of case A about this case and in support."""
    known: dict[str, Any] = {
        "transcript_id": "t1",
        "transcript": fields.get("transcript_id", "t1"),
        "text": TEXT[start:end],
        "case_id": "A",
        "case": fields.get("case_id", "A") or "",
        "speaker_id": "citizen",
        "speaker": "Borger",
        "roles": ("borger",),
        "interviewer": False,
        "coder_id": "anne",
        "coder": fields.get("coder_id", "anne"),
        "scope": Scope.THIS_CASE,
        "stance": Stance.SUPPORTS,
    }
    return Passage(name, start=start, end=end, **known | fields)


def passage_of(found: Evidence, **fields: Any) -> Passage:
    """The passage of a piece of evidence."""
    own = {
        "transcript_id": found.transcript_id,
        "coder_id": found.coder_id,
        "scope": found.scope,
        "stance": found.stance,
        "case_id": found.case_id or "A",
    }
    return passage(found.id, found.start, found.end, **own | fields)


def assembled(
    number: str = "K01",
    places: Iterable[tuple[str, str]] = (),
    links: Iterable[tuple[str, ...]] = (),
    evidence: Iterable[Evidence] = (),
    groundings: Iterable[tuple[str, str]] = (),
    *,
    elements: Mapping[str, Element] | None = None,
    **fields: Any,
) -> Assembled:
    """A configuration: places as (element, kind), links as (id, source, target[, effect]), groundings as (element, coding).

    Elements are worded as their id unless given.
    """
    own = elements or {}
    placed = tuple(
        Place(f"{number}-{position}", number, element, Kind(kind), position)
        for position, (element, kind) in enumerate(places)
    )
    tied = tuple(
        Link(name, number, source, target, Effect(*effect or ("promotes",)), position)
        for position, (name, source, target, *effect) in enumerate(links)
    )
    return Assembled(
        Configuration(**{"id": number, "number": number, "coder_id": "anne"} | fields),
        placed,
        {
            each.element_id: own.get(each.element_id, Element(each.element_id, each.element_id))
            for each in placed
        },
        tied,
        tuple(Grounding(f"{element}/{coding}", element, coding) for element, coding in groundings),
        tuple(evidence),
    )


def records_of(*found: Assembled) -> list[Any]:
    """Every record of some configurations, shared elements once."""
    records: dict[tuple[str, str], Any] = {}
    for each in found:
        for record in (
            each.configuration, *each.elements.values(), *each.places, *each.links, *each.groundings, *each.evidence
        ):  # fmt: skip
            records[record.table, record.id] = record
    return list(records.values())


def code(key: str, **fields: Any) -> Code:
    """A code with its key as id, labelled "<key> label" unless told otherwise."""
    known: dict[str, Any] = {
        "codebook_id": "book",
        "key": key,
        "label": Bilingual(f"{key} mærkat", f"{key} label"),
    }
    return Code(key, **known | fields)


def node(key: str, theory: str = "overall", column: Column = Column.MECHANISM, **fields: Any) -> Node:
    """A node with its key as id."""
    known: dict[str, Any] = {"key": key, "label": Bilingual(f"{key} boks", f"{key} box")}
    return Node(key, theory, column=column, **known | fields)


def arrow(
    source: str, target: str, effect: str = "promotes", theory: str = "overall", **fields: Any
) -> TheoryLink:
    """An arrow of an initial theory."""
    return TheoryLink(f"{source}>{target}", theory, source, target, Effect(effect), **fields)


def codebook(
    codes: Iterable[Code] = (), nodes: Iterable[Node] = (), links: Iterable[TheoryLink] = ()
) -> CodebookContents:
    """A codebook with two hypotheses, an overall theory and a mini theory of each."""
    hypotheses = tuple(code(key, category=Category.HYPOTHESIS) for key in ("H1", "H2"))
    theories = (
        Theory("overall", "book", "overall"),
        Theory("H1", "book", "H1", hypothesis="H1", position=1),
        Theory("H2", "book", "H2", hypothesis="H2", position=2),
    )
    book = Codebook("book", "book", "1", Bilingual("Bog", "Book"))
    return CodebookContents(book, (*hypotheses, *codes), theories, tuple(nodes), tuple(links))


def study() -> list[Any]:
    """A study with a coder, a code, a transcript and two codings, as records."""
    return [
        Study("study", "Studie"),
        Coder("anne", "Anne"),
        code("code"),
        transcript(),
        coding("x1"),
        coding("x2", 30, 40),
    ]
