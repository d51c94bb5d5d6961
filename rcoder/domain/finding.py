"""What is looked for in interviews, and what is found."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from enum import StrEnum

from rcoder.domain.errors import Misuse
from rcoder.domain.transcript import Span

_TERM = re.compile(r'(?P<bar>\|)|(?P<minus>(?<!\S)-)?(?:"(?P<phrase>[^"]*)"(?P<star>\*?)|(?P<word>[^\s|]+))')
WORD = re.compile(r"[^\W_]+")
"""A word as the index holds it: letters of any alphabet, and digits."""

FEW = 12
"""Words up to which one expression is quicker than looking each said word up."""


class Way(StrEnum):
    """How a single word without quotes is taken; phrases and beginn* are always taken as they stand."""

    FORMS = "forms"
    """With its other forms: tillid finds tilliden."""
    EXACT = "exact"
    RELATED = "related"
    """With its forms, compounds and derivations: tillid finds tillidsfuld and mistillid."""
    FUZZY = "fuzzy"
    """With words that are written almost like it."""


class Unit(StrEnum):
    """What a hit is coded as."""

    SENTENCE = "sentence"
    HIT = "hit"
    TURN = "turn"


@dataclass(frozen=True, slots=True)
class Term:
    """Words that follow each other, in lower case; with `prefix` the last one may go on."""

    words: tuple[str, ...]
    prefix: bool = False
    way: Way | None = Way.EXACT
    """How it is taken; None leaves it to the search."""


@dataclass(frozen=True, slots=True)
class Clause:
    """Terms of which a turn must hold one, or with `absent` none."""

    terms: tuple[Term, ...]
    absent: bool = False


Query = tuple[Clause, ...]
"""What a turn must hold all of."""


@dataclass(frozen=True, slots=True)
class Filters:
    """Where is looked; "" for everywhere. Names as a person gives them."""

    role: str = ""
    """A role or role group."""
    case: str = ""
    group: str = ""
    """A group of cases by name, or an outcome group."""
    transcript: str = ""
    speaker: str = ""
    without_interviewer: bool = False


@dataclass(frozen=True, slots=True)
class Search:
    """What a person looks for, and where."""

    query: str
    way: Way = Way.FORMS
    filters: Filters = field(default_factory=Filters)
    thorough: bool = False
    """Whether the lemma of a word that nobody says is looked up, which takes half a second the first time."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A place where the words were said."""

    transcript_id: str
    transcript: str
    case: str
    turn: int
    """Position of the turn, from 0."""
    speaker: str
    roles: tuple[str, ...]
    interviewer: bool
    span: Span
    before: str
    """The words of the turn before it."""
    words: str
    after: str
    turn_span: Span = Span(0, 0)
    revision: int = 1
    """The revision of the transcript that the spans count in."""


@dataclass(frozen=True, slots=True)
class Found:
    """Some hits in the order of the interviews' import, and where to go on."""

    hits: tuple[Hit, ...]
    next: int | None = None
    """What to give for the hits that follow, None for no more."""


@dataclass(frozen=True, slots=True)
class Counted:
    """How often something is said, with what it is out of."""

    hits: int
    turns: int
    interviews: int
    of_interviews: int
    """Interviews that were looked through."""
    cases: int
    of_cases: int
    """Cases of these interviews."""
    whole: bool = True
    """Whether every hit has been counted; otherwise there are more than `hits`."""

    @property
    def words(self) -> str:
        """The count with its denominators: "312 hits in 41 of 190 interviews, 12 of 35 cases"."""
        more, hits = ("", self.hits) if self.whole else ("at least ", max(self.hits, self.turns))
        said = f"{more}{hits} {'hit' if hits == 1 else 'hits'} in {self.interviews} of {self.of_interviews} "
        said += "interview" if self.of_interviews == 1 else "interviews"
        return (
            f"{said}, {self.cases} of {self.of_cases} {'case' if self.of_cases == 1 else 'cases'}"
            if self.of_cases
            else said
        )


def clauses_of(query: str) -> Query:
    """What a turn must hold by a person's query.

    Words, "words in a row", beginn*, word~ with what is related, -word that must not be there, this | or that.
    Raises Misuse where there is no word in it, or none that must be there.
    """
    found: list[Clause] = []
    joined = False
    for match in _TERM.finditer(query):
        if match["bar"]:
            joined = bool(found)
            continue
        term = _term(match)
        if term is None:
            continue
        absent = match["minus"] is not None
        if joined and not absent and not found[-1].absent:
            found[-1] = replace(found[-1], terms=(*found[-1].terms, term))
        else:
            found.append(Clause((term,), absent))
        joined = False
    if all(each.absent for each in found):
        raise Misuse(
            "There is no word to look for.", 'Give words, "words in a row", or the beginning of one*.'
        )
    return tuple(found)


def _term(match: re.Match[str]) -> Term | None:
    phrase, word = match["phrase"], match["word"] or ""
    words = tuple(WORD.findall((word if phrase is None else phrase).lower()))
    if not words:
        return None
    prefix = bool(match["star"]) or (phrase is None and word.endswith("*"))
    if prefix or phrase is not None or len(words) > 1:
        return Term(words, prefix)
    return Term(words, way=Way.RELATED if word.endswith("~") else None)


def terms_in(query: Query) -> tuple[Term, ...]:
    """The terms that are to be there."""
    return tuple(term for clause in query if not clause.absent for term in clause.terms)


class Matcher:
    """Finds where terms stand in a text: hits in order, the longest where several begin, none within another."""

    def __init__(self, terms: tuple[Term, ...]) -> None:
        single = [each.words[0] for each in terms if len(each.words) == 1 and not each.prefix]
        self._single = frozenset(single) if len(single) == len(terms) and len(single) > FEW else None
        longest = sorted(terms, key=lambda term: (-sum(map(len, term.words)), term.prefix))
        said = "|".join(_expression(term) for term in longest)
        self._expression = None if self._single else re.compile(rf"(?<![^\W_])(?:{said})", re.IGNORECASE)

    def places(self, text: str) -> list[Span]:
        """Every place, in code points."""
        if self._single is not None:
            known = self._single
            return [Span(*each.span()) for each in WORD.finditer(text) if each.group().lower() in known]
        assert self._expression is not None  # noqa: S101 - one of the two is there
        return [Span(*each.span()) for each in self._expression.finditer(text)]

    def holds(self, text: str) -> bool:
        """Whether there is any."""
        return (
            bool(self._expression.search(text)) if self._expression is not None else bool(self.places(text))
        )


def _expression(term: Term) -> str:
    words = r"[\W_]+".join(re.escape(word) for word in term.words)
    return words + (r"[^\W_]*" if term.prefix else r"(?![^\W_])")
