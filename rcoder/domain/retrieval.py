"""What is asked of the coded passages of a study, and what is answered: queries, retrieved passages, groups and counts.

docs/retrieving.md says the rules in full. In short: a query has *results*, and a result is one passage or several that
are shown together. A code, or `stance:`, *selects* passages; every other term is a *property* of one passage.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from rcoder.domain.actions.sentences import several
from rcoder.domain.passage import Passage
from rcoder.domain.transcript import Span
from rcoder.domain.words import Bilingual, Kind, Polarity

MOST = 100_000
"""Results that a query may have; one that pairs more than that is told to be narrowed."""


class Relation(StrEnum):
    """How passages of two parts of a query stand to each other; each passage of one to each of the other."""

    SHARING = "and"
    """They have words in common; a passage has with itself."""
    OVERLAPPING = "overlapping"
    """Two different passages with words in common."""
    NEAR = "near"
    """Two different passages of one interview, whose turns (those they begin in) are so many apart at most."""


@dataclass(frozen=True, slots=True)
class Term:
    """A code (no name), or `name:value`."""

    name: str
    value: str
    """As written; a code's ends in * where what stands under it is meant too."""
    at: int = 0
    """Where it stands in the query, in characters from 0."""

    @property
    def selects(self) -> bool:
        """Whether it selects passages, rather than saying something about one."""
        return self.name in ("", "stance")


@dataclass(frozen=True, slots=True)
class Not:
    """Passages without it: not of that property, or sharing no words with what is selected."""

    part: Node


@dataclass(frozen=True, slots=True)
class All:
    """Results of every selection in it that share words, every passage of them with every property in it."""

    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Some:
    """Results of any part."""

    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Related:
    """Results of both sides that stand so to each other; negated, those of the left to which none of the right does."""

    left: Node
    right: Node
    relation: Relation
    turns: int = 0
    negated: bool = False


Node = Term | Not | All | Some | Related


def selects(node: Node) -> bool:
    """Whether a part of a query selects passages; otherwise it says something about one passage."""
    if isinstance(node, Term):
        return node.selects
    if isinstance(node, Not):
        return False
    return isinstance(node, Related) or any(selects(each) for each in node.parts)


def terms(node: Node) -> tuple[Term, ...]:
    """Every term of a query, in order."""
    if isinstance(node, Term):
        return (node,)
    if isinstance(node, Not):
        return terms(node.part)
    parts = (node.left, node.right) if isinstance(node, Related) else node.parts
    return tuple(term for each in parts for term in terms(each))


@dataclass(frozen=True, slots=True)
class Query:
    """A query as it was written, and what it means."""

    text: str
    root: Node


@dataclass(frozen=True, slots=True)
class Retrieved:
    """A passage that was retrieved: whose words, under which code or for which claim, and what has been made of it."""

    passage: Passage
    turn: int | None
    """The turn it begins in, from 0."""
    code: str
    """Key of its code; of evidence the number or key of what it is about, "" where that is not in sight."""
    label: str
    """Label of that, in the study's language."""
    kind: Kind | None
    polarity: Polarity
    counterfactual: bool
    actor: str
    outcome_group: str
    """Of the case it is about."""
    configurations: tuple[str, ...]
    """Numbers of the configurations in sight that rest on it, or that it is evidence on."""
    counts: str
    """"case", "respondent" or "listed"."""
    why_listed: str

    @property
    def span(self) -> Span:
        """Where the words stand."""
        return self.passage.span

    @property
    def edited(self) -> str:
        """The words as they are to be printed, a line for each quotation of them; "" for as they were said."""
        return _lines(each.edited for each in self.passage.quotations)

    @property
    def translation(self) -> str:
        """The translation, a line for each quotation."""
        return _lines(each.translation for each in self.passage.quotations)

    @property
    def translated_to(self) -> str:
        """Languages of the translation."""
        return ", ".join(dict.fromkeys(each.language for each in self.passage.quotations if each.translation))


def _lines(words: Iterable[str]) -> str:
    return "\n".join(dict.fromkeys(each for each in words if each))


Result = tuple[int, ...]
"""Places of passages in what was read of the project; the first is of the query's first part."""


class Grouping(StrEnum):
    """What results are put together by: always something about their first passage."""

    INTERVIEW = "interview"
    CASE = "case"
    CODE = "code"
    ROLE = "role"
    OUTCOME = "outcome"
    CODER = "coder"
    STANCE = "stance"
    KIND = "kind"


GROUPINGS: dict[Grouping, Bilingual] = {
    Grouping.INTERVIEW: Bilingual("interview", "interview"),
    Grouping.CASE: Bilingual("sag", "case"),
    Grouping.CODE: Bilingual("kode", "code"),
    Grouping.ROLE: Bilingual("rolle", "role"),
    Grouping.OUTCOME: Bilingual("udfaldsgruppe", "outcome group"),
    Grouping.CODER: Bilingual("koder", "coder"),
    Grouping.STANCE: Bilingual("stilling", "stance"),
    Grouping.KIND: Bilingual("slags", "kind"),
}
"""What each grouping is called."""


@dataclass(frozen=True, slots=True)
class Base:
    """The interviews and cases that a count is of."""

    interviews: int = 0
    """N: interviews coded to the end."""
    interviews_not_yet: int = 0
    cases: int = 0
    """C: cases whose interviews are all coded to the end."""
    cases_not_yet: int = 0
    no_interview: int = 0
    """Further cases that have none."""


@dataclass(frozen=True, slots=True)
class Count:
    """What results come to (decision 7): stretches of words, those that overlap as one."""

    passages: int = 0
    """Stretches that count a case or a respondent."""
    interviews: int = 0
    """Of the interviews coded to the end: how many have such a stretch."""
    interviews_not_yet: int = 0
    """Further interviews that do, not coded to the end or outside of what is counted."""
    cases: int = 0
    """Of the cases coded to the end: how many have a stretch about this case."""
    cases_not_yet: int = 0
    no_interview: int = 0
    respondents: int = 0
    """Speakers who say it as general experience."""
    listed: int = 0
    """Stretches that are listed and not counted."""
    results: int = 0
    """What there is to read, overlapping passages apart."""
    base: Base = Base()


@dataclass(frozen=True, slots=True)
class Gathering:
    """Results that have something in common."""

    key: str
    """Id or value of what that is; "" where there is none."""
    name: str
    """What it is called; "" where there is none."""
    results: tuple[Result, ...]
    count: Count


def counted_in_words(count: Count) -> str:
    """A count in words: "7 passages in 3 of 12 interviews and 2 of 5 cases coded to the end; 1 listed, not counted"."""
    base = count.base
    said = (
        f"{several(count.passages, 'passage')} in {count.interviews} of {several(base.interviews, 'interview')}"
        f" and {count.cases} of {several(base.cases, 'case')} coded to the end"
    )
    return "; ".join(each for each in (said, _beside(count)) if each)


def counted_in_short(count: Count, by: Grouping) -> str:
    """The count of a group in short; of what it is counted is said without "coded to the end", which stands above it."""
    base = count.base
    said = [several(count.passages, "passage")]
    if by is Grouping.INTERVIEW:
        said.append("" if base.interviews else "not coded to the end")
    elif by is Grouping.CASE:
        said.append(f"{count.interviews} of {several(base.interviews, 'interview')}")
    else:
        said.append(
            f"{count.interviews} of {several(base.interviews, 'interview')}, {count.cases} of {several(base.cases, 'case')}"
        )
    said.append(f"{count.listed} listed" if count.listed else "")
    return ", ".join(each for each in said if each)


def _beside(count: Count) -> str:
    """What stands beside what is counted of a number."""
    numbers = (
        (count.respondents, "respondent who speaks in general", "respondents who speak in general"),
        (
            count.interviews_not_yet,
            "interview not yet coded to the end",
            "interviews not yet coded to the end",
        ),
        (count.cases_not_yet, "case not yet coded to the end", "cases not yet coded to the end"),
        (count.no_interview, "case without interview", "cases without interview"),
    )
    said = [several(number, one, many) for number, one, many in numbers if number]
    return ", ".join([*said, *([f"{count.listed} listed, not counted"] if count.listed else [])])
