"""What was looked for and found last, kept while one goes to a hit and back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby
from typing import NamedTuple

from rcoder.domain.finding import Counted, Found, Hit, Query, Search, Unit, Way, terms_in
from rcoder.project import Project
from rcoder.project.coding_found import OnHit
from rcoder.project.finding import find, words_of

FIRST, PAGE = 50, 200
"""Hits asked for at first, and when more are wanted."""
AROUND = 120
"""Code points on either side of a hit, enough for a wide screen."""
NEAR = 20
"""Hits from the end at which more are asked for."""


class Asked(NamedTuple):
    """The first hits of a search, and the words it came to."""

    search: Search
    found: Found
    words: tuple[str, ...]


@dataclass(slots=True)
class State:
    """The search, its hits as far as they were read, and where one is among them."""

    search: Search = field(default_factory=lambda: Search(""))
    unit: Unit = Unit.SENTENCE
    hits: tuple[Hit, ...] = ()
    next: int | None = None
    """Where the hits go on, None for no more."""
    words: tuple[str, ...] = ()
    """The words that were looked for."""
    counted: Counted | None = None
    at: int = 0
    marked: set[int] = field(default_factory=set)
    """Indexes of the hits that are to be coded together."""
    together: bool = False
    """Whether all hits were marked at once, without those in interviewers' words."""
    own: dict[str, tuple[OnHit, ...]] = field(default_factory=dict)
    """The asker's own codings in the interviews of the hits, by transcript."""

    def take(self, asked: Asked) -> None:
        """Begins with the hits of a search."""
        self.search, self.words = asked.search, asked.words
        self.hits, self.next = asked.found.hits, asked.found.next
        self.counted, self.at, self.own = None, 0, {}
        self.unmark()

    def add(self, found: Found) -> None:
        """Takes the hits that follow."""
        self.hits, self.next = (*self.hits, *found.hits), found.next

    def clear(self) -> None:
        """Nothing is looked for."""
        self.take(Asked(replace(self.search, query=""), Found(()), ()))

    def chosen(self) -> tuple[Hit, ...]:
        """The marked hits in their order, else the one under the cursor."""
        if self.marked:
            return tuple(self.hits[each] for each in sorted(self.marked) if each < len(self.hits))
        return self.hits[self.at : self.at + 1]

    def mark_all(self, hits: tuple[Hit, ...]) -> None:
        """Takes these for all hits there are, and marks those that a respondent says."""
        self.hits, self.next, self.together = hits, None, True
        self.marked = {index for index, hit in enumerate(hits) if not hit.interviewer}

    def unmark(self) -> None:
        """Takes all marks off."""
        self.marked, self.together = set(), False

    @property
    def all_marked(self) -> bool:
        """Whether every hit that a respondent says is marked."""
        answers = {index for index, hit in enumerate(self.hits) if not hit.interviewer}
        return self.next is None and bool(self.marked) and self.marked >= answers

    @property
    def left_out(self) -> int:
        """How many hits in interviewers' words are not marked where all were to be."""
        unmarked = (index not in self.marked and hit.interviewer for index, hit in enumerate(self.hits))
        return sum(unmarked) if self.together else 0

    def toggle(self, index: int) -> None:
        """Marks a hit, or takes the mark off."""
        self.marked ^= {index}

    @property
    def wants_more(self) -> bool:
        """Whether one has come near the end of what was read, and there is more."""
        return self.next is not None and self.at >= len(self.hits) - NEAR


def ask(project: Project, search: Search) -> Asked:
    """The first hits of a search. Raises Misuse and NotFound."""
    return Asked(
        search, find(project, search, limit=FIRST, around=AROUND), spelled(words_of(project, search))
    )


def more(project: Project, search: Search, after: int) -> Found:
    """The hits that follow."""
    return find(project, search, limit=PAGE, after=after, around=AROUND)


def spelled(query: Query) -> tuple[str, ...]:
    """The words of a query as they are looked for."""
    return tuple(" ".join(term.words) + ("*" if term.prefix else "") for term in terms_in(query))


def by_transcript(own: Iterable[OnHit]) -> dict[str, tuple[OnHit, ...]]:
    """Codings by the transcript they stand in."""
    found: dict[str, tuple[OnHit, ...]] = {}
    for transcript_id, each in groupby(own, key=lambda coding: coding.transcript_id):
        found[transcript_id] = tuple(each)
    return found


def codes_on(state: State, hit: Hit) -> tuple[str, ...]:
    """Keys of one's own codes on the words of a hit, each once."""
    here = state.own.get(hit.transcript_id, ())
    return tuple(dict.fromkeys(each.code for each in here if each.span.overlaps(hit.span)))


WAYS = (Way.FORMS, Way.EXACT, Way.RELATED, Way.FUZZY)
WAY_WORDS = {
    Way.FORMS: "word forms",
    Way.EXACT: "exact",
    Way.RELATED: "related words",
    Way.FUZZY: "typing errors forgiven",
}
UNIT_WORDS = {Unit.SENTENCE: "its sentence", Unit.HIT: "the words", Unit.TURN: "the turn"}


def after_way(way: Way) -> Way:
    """The way that comes after another."""
    return WAYS[(WAYS.index(way) + 1) % len(WAYS)]


def after_unit(unit: Unit) -> Unit:
    """The unit that comes after another."""
    units: Sequence[Unit] = tuple(UNIT_WORDS)
    return units[(units.index(unit) + 1) % len(units)]
