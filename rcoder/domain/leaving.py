"""What a check before anything leaves has found, and how it is said."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, NamedTuple

from rcoder.domain.actions.sentences import several

SHOWN = 200
"""How many places of one finding are kept; all are counted."""

ROUND = 60
"""Code points that are shown on each side of what was found."""

FEW = 3
"""A combination that applies to fewer cases than this is a small cell."""


class Sort(StrEnum):
    """What was found, the most serious first."""

    CPR = "cpr"
    ACCOUNT = "account"
    PHONE = "phone"
    EMAIL = "email"
    ADDRESS = "address"
    BIRTH = "birth"
    PLATE = "plate"
    CVR = "cvr"
    WEB = "web"
    KNOWN_NAME = "known_name"
    REMOVED = "removed"
    NAME = "name"
    PLACE = "place"
    SMALL_CELL = "small_cell"
    CODER = "coder"


WORDS: Mapping[Sort, tuple[str, str]] = {
    Sort.CPR: ("CPR number", "CPR numbers"),
    Sort.ACCOUNT: ("bank account", "bank accounts"),
    Sort.PHONE: ("phone number", "phone numbers"),
    Sort.EMAIL: ("e-mail address", "e-mail addresses"),
    Sort.ADDRESS: ("address", "addresses"),
    Sort.BIRTH: ("date of birth", "dates of birth"),
    Sort.PLATE: ("car's number plate", "cars' number plates"),
    Sort.CVR: ("CVR number", "CVR numbers"),
    Sort.WEB: ("web address or handle", "web addresses or handles"),
    Sort.KNOWN_NAME: ("name that the study knows", "names that the study knows"),
    Sort.REMOVED: ("word that a correction took out", "words that a correction took out"),
    Sort.NAME: ("other name", "other names"),
    Sort.PLACE: ("place", "places"),
    Sort.SMALL_CELL: ("small cell", "small cells"),
    Sort.CODER: ("coder's name", "coders' names"),
}
"""What each sort is called, one and several."""


class Sighting(NamedTuple):
    """One place in the file where something was found, with the words round it."""

    place: str
    before: str
    words: str
    after: str


@dataclass(frozen=True, slots=True)
class Found:
    """One thing that was found, wherever in the file it stands."""

    sort: Sort
    words: str
    """As it stands in the file the first time; of a small cell the combination."""
    count: int
    sightings: tuple[Sighting, ...]
    """The first `SHOWN` of them, in the order of the file."""
    note: str = ""
    """Of a small cell how many it applies to, of how many."""

    @property
    def line(self) -> str:
        """It in one line: "Mette, 12 times; table, row 4"."""
        times = "" if self.count == 1 else f", {self.count} times"
        note = f": {self.note}" if self.note else ""
        place = f"; {self.sightings[0].place}" if self.sightings and self.sightings[0].place else ""
        return f"{self.words}{note}{times}{place}"


@dataclass(frozen=True, slots=True)
class Findings:
    """All that was found in one file, the most serious first."""

    found: tuple[Found, ...] = ()
    coders: tuple[Found, ...] = ()
    """Names of coders, who are staff: said, and not asked about."""
    characters: int = 0
    """How many characters of people's words were looked through."""

    @property
    def counts(self) -> Mapping[Sort, int]:
        """How many different things of each sort there are, coders' names among them."""
        return Counter(each.sort for each in (*self.found, *self.coders))

    @property
    def summary(self) -> str:
        """What there is, in counts alone: "1 CPR number, 3 names of the study"; "nothing" for nothing."""
        counts = self.counts
        parts = [several(counts[each], *WORDS[each]) for each in Sort if each in counts]
        return ", ".join(parts) or "nothing"

    @property
    def groups(self) -> tuple[tuple[str, tuple[Found, ...]], ...]:
        """What was found by what it is: heading and findings."""
        counts = self.counts
        return tuple(
            (
                several(counts[sort], *WORDS[sort]),
                tuple(each for each in (*self.found, *self.coders) if each.sort is sort),
            )
            for sort in Sort
            if sort in counts
        )


def shapes_of(findings: Findings) -> list[dict[str, Any]]:
    """Findings as JSON, as the command line prints them."""
    return [
        {
            "sort": found.sort.value,
            "words": found.words,
            "count": found.count,
            "note": found.note or None,
            "places": [each._asdict() for each in found.sightings],
        }
        for found in (*findings.found, *findings.coders)
    ]


def findings_in(shapes: Iterable[Mapping[str, Any]]) -> Findings:
    """Findings as `shapes_of` gave them, for a program that had a command look a file through."""
    every = tuple(
        Found(
            Sort(each["sort"]),
            each["words"],
            each["count"],
            tuple(Sighting(**place) for place in each["places"]),
            each["note"] or "",
        )
        for each in shapes
    )
    return Findings(
        tuple(each for each in every if each.sort is not Sort.CODER),
        tuple(each for each in every if each.sort is Sort.CODER),
    )


class Facet(NamedTuple):
    """Something known of a case by which it may be told: an attribute and its value."""

    name: str
    """What the attribute is called: "municipality", "År uden ordinært arbejde"."""
    value: str
    """In words, as a file would say it."""
    words: tuple[str, ...] = ()
    """Other ways a file may say the value."""
    named: bool = False
    """Whether the value alone says nothing, as "yes" and "6" do: then the file must name the attribute too."""
    names: tuple[str, ...] = ()
    """Ways a file may name the attribute."""


@dataclass(frozen=True, slots=True)
class KnownCase:
    """A case as the check knows it."""

    id: str
    name: str
    municipality: str = ""
    roles: frozenset[str] = frozenset()
    """Of those who were interviewed about it."""
    facets: tuple[Facet, ...] = ()
    """Attributes other than the municipality."""


@dataclass(frozen=True, slots=True)
class Known:
    """What a study knows of the people in it."""

    names: frozenset[str] = frozenset()
    """Words of names of speakers, persons, cases and titles, casefolded."""
    removed: frozenset[str] = frozenset()
    """Words with a capital that a corrected text no longer has, casefolded."""
    coders: frozenset[str] = frozenset()
    """Whole names of coders, as they are written."""
    places: frozenset[str] = frozenset()
    """Municipalities of the study's cases, as they are written."""
    cases: tuple[KnownCase, ...] = ()
    roles: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Ways a file may say each role, by the role."""
