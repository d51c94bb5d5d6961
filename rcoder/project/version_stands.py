"""A version of the theory made from its rows: what a change theory is derived from, and what is compared."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any, TypeVar

from rcoder.analysis.counting import case_progress
from rcoder.analysis.differences import Stand
from rcoder.analysis.roll_up import Sources
from rcoder.domain.codebook import Code, Codebook, CodebookContents, Node, Theory, TheoryLink
from rcoder.domain.configuration import (
    Assembled,
    Configuration,
    Element,
    Evidence,
    Grounding,
    Judgement,
    Link,
    Place,
)
from rcoder.domain.errors import NotFound
from rcoder.domain.exhibit import Bearing, Exhibit
from rcoder.domain.records import from_row
from rcoder.domain.rival import Rival, Standin
from rcoder.domain.words import Bilingual, Claim
from rcoder.project.sight import passages
from rcoder.project.version_snapshot import Row, Tables

T = TypeVar("T")


class Records:
    """Makes records of rows; a row that was met before, in another version, gives the same record."""

    def __init__(self) -> None:
        self._known: dict[tuple[object, str], tuple[Row, Any]] = {}

    def of(self, make: Callable[[list[Row]], Sequence[T]], rows: list[Row], kind: object) -> list[T]:
        """The records of rows, in order; `make` makes those that are not known, `kind` tells one sort from another."""
        held = [self._held(kind, row) for row in rows]
        made = iter(make([row for row, found in zip(rows, held, strict=True) if found is None]))
        found: list[T] = []
        for row, known in zip(rows, held, strict=True):
            record = next(made) if known is None else known
            self._known[kind, row["id"]] = row, record
            found.append(record)
        return found

    def _held(self, kind: object, row: Row) -> Any:
        known = self._known.get((kind, row["id"]))
        return known[1] if known is not None and known[0] == row else None

    def shared(self, assembled: Assembled) -> Assembled:
        """The configuration as it was met before, where every part of it is the same."""
        key = "assembled", assembled.configuration.id
        known = self._known.get(key)
        if known is not None and _parts_alike(known[1], assembled):
            return known[1]  # type: ignore[no-any-return]  # under that key stands a configuration
        self._known[key] = {}, assembled
        return assembled

    def records(self, record: type[T], rows: list[Row]) -> list[T]:
        """Records of the domain."""
        from rcoder.store import records_of

        return self.of(lambda fresh: records_of(record, fresh), rows, record)


def _parts_alike(one: Assembled, other: Assembled) -> bool:
    """Whether two are made of the very same records."""
    parts = [
        (
            each.places,
            tuple(each.elements.values()),
            each.links,
            each.groundings,
            each.evidence,
            each.bearings,
        )
        for each in (one, other)
    ]
    return (
        one.configuration is other.configuration
        and one.digest == other.digest
        and all(
            len(old) == len(new) and all(a is b for a, b in zip(old, new, strict=True))
            for old, new in zip(*parts, strict=True)
        )
    )


def stand_of(tables: Tables, name: Bilingual, records: Records | None = None) -> Stand:
    """The theory that these rows hold; two that are made with the same `records` share what they have in common.

    Raises NotFound where there is no codebook among the rows.
    """
    records = records or Records()
    by_id = {each.id: each for each in records.of(passages, tables["evidence"], "evidence")}
    claimed = [
        (row["claim_id"], by_id[row["id"]]) for row in tables["evidence"] if row["claim"] == Claim.CODE
    ]
    standins = tuple(records.records(Standin, tables["standins"]))
    sources = Sources(
        study=tables["study"][0]["title"] if tables["study"] else "",
        contents=_contents(tables, records),
        configurations=_assembled(tables, records),
        evidence=by_id,
        codings={each.id: each for each in records.of(passages, tables["codings"], "codings")},
        code_evidence=tuple(claimed),
        progress=case_progress(
            (row["id"] for row in tables["cases"]),
            {row["id"]: row["case_id"] for row in tables["transcripts"]},
            (row["transcript_id"] for row in tables["finishes"]),
        ),
        standins=standins,
    )
    return Stand(
        name,
        sources,
        standins,
        tuple(records.records(Rival, tables["rivals"])),
        tuple(records.records(Judgement, tables["judgements"])),
        {each.id: each for each in records.records(Exhibit, tables["exhibits"])},
        {row["id"]: row["name"] for row in tables["cases"]},
        {row["id"]: row["name"] for row in tables["coders"]},
    )


def _contents(tables: Tables, records: Records) -> CodebookContents:
    """The main codebook with the codes of them all, which the theory is drawn from."""
    main = tables["study"][0]["codebook_id"] if tables["study"] else ""
    books = {each.id: each for each in records.records(Codebook, tables["codebooks"])}
    if main not in books:
        raise NotFound(
            "The study has no codebook, so there is no theory to compare.", "Give it one with --codebook."
        )
    order = {key: place for place, key in enumerate(sorted(books, key=lambda each: (each != main, each)))}
    codes = records.records(Code, tables["codes"])
    theories = [each for each in records.records(Theory, tables["theories"]) if each.codebook_id == main]
    own = {each.id for each in theories}
    return CodebookContents(
        books[main],
        tuple(sorted(codes, key=lambda each: (order.get(each.codebook_id, 0), each.position, each.key))),
        tuple(sorted(theories, key=lambda each: (each.position, each.id))),
        _placed(each for each in records.records(Node, tables["nodes"]) if each.theory_id in own),
        _placed(
            each for each in records.records(TheoryLink, tables["theory_links"]) if each.theory_id in own
        ),
    )


def _placed(records: Iterable[T]) -> tuple[T, ...]:
    return tuple(sorted(records, key=_place))


def _place(record: Any) -> tuple[int, str]:
    return record.position, record.id


def _assembled(tables: Tables, records: Records) -> tuple[Assembled, ...]:
    """The configurations by number, with what belongs to each."""
    places = _grouped(records.records(Place, tables["places"]), "configuration_id")
    links = _grouped(records.records(Link, tables["links"]), "configuration_id")
    elements = {each.id: each for each in records.records(Element, tables["elements"])}
    groundings = _grouped(records.records(Grounding, tables["groundings"]), "element_id")
    evidence = _grouped(records.of(_evidence, tables["evidence"], Evidence), "claim_id")
    bearings = _grouped(records.records(Bearing, tables["bearings"]), "claim_id")
    changed = {row["id"]: bool(row["changed_since"]) for row in tables["standings"]}
    found = []
    for own in records.records(Configuration, tables["configurations"]):
        placed, tied = places.get(own.id, []), links.get(own.id, [])
        here = tuple(dict.fromkeys(place.element_id for place in placed))
        claims = (own.id, *(link.id for link in tied), *here)
        assembled = Assembled(
            own,
            tuple(placed),
            {each: elements[each] for each in here},
            tuple(tied),
            _gathered(groundings, here),
            _gathered(evidence, claims),
            _digest(own, changed),
            _gathered(bearings, claims),
        )
        found.append(records.shared(assembled))
    return tuple(found)


def _digest(own: Configuration, changed: dict[str, bool]) -> str:
    """What makes a configuration stand as it stood then: its digest was taken of the whole, hidden evidence included."""
    return "changed since" if changed.get(own.id, False) else own.status_digest or "not reviewed"


def _evidence(rows: Iterable[Row]) -> list[Evidence]:
    return [from_row(Evidence, {**row, "case_id": row["own_case_id"]}) for row in rows]


def _grouped(records: Sequence[T], column: str) -> dict[str, list[T]]:
    found: dict[str, list[T]] = {}
    for each in records:
        found.setdefault(getattr(each, column), []).append(each)
    return found


def _gathered(by_id: dict[str, list[T]], ids: Iterable[str]) -> tuple[T, ...]:
    return tuple(each for key in ids for each in by_id.get(key, ()))
