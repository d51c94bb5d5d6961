"""Which configurations resemble one another, worked out in steps so small that no key waits, and what was dismissed."""

from __future__ import annotations

import re
from collections.abc import Callable, Generator, Iterable, Mapping

from rcoder.analysis.resemblance import resemblances
from rcoder.analysis.steps import run_through
from rcoder.domain.configuration import Configuration
from rcoder.domain.resemblance import Likened, Part, Resemblance
from rcoder.domain.review import DRAWN
from rcoder.domain.words import Effect, Kind, Level
from rcoder.project.door import Project
from rcoder.project.kept import held, keep, last_entry
from rcoder.project.sight import Sight

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
DISMISSED = "resemblance dismissed"
OFFERED = "resemblance offered again"
FORMS = 500
"""Words whose base forms are asked for at a time."""


def resembling(
    project: Project, *, dismissed: bool = False
) -> Generator[None, None, tuple[Resemblance, ...]]:
    """The resemblances of the configurations in sight that are drawn and not consolidated, weightiest first.

    In steps for `project.advising.Steps`. Those the asker dismissed are left out unless asked for.
    """
    every = yield from _every(project)
    gone = frozenset() if dismissed else dismissals(project)
    return tuple(each for each in every if each.key not in gone)


def _every(project: Project) -> Generator[None, None, tuple[Resemblance, ...]]:
    """All resemblances; kept until what they rest on changes, or more base forms of words are known."""
    sight = project.sight
    forms = sight.one("SELECT COUNT(*) AS n FROM forms")
    name = f"resemblances {forms['n'] if forms else 0}"
    known: tuple[Resemblance, ...] | None = held(sight, name, _RESTING)
    if known is not None:
        return known
    since = last_entry(sight)
    found = _likened(sight)
    yield
    wordings = sorted({part.wording for each in found for part in each.parts})
    words = yield from _base_forms(sight, wordings)
    codes = project.codes()
    yield
    every = tuple((yield from resemblances(found, codes, words, _likeness(words))))
    keep(sight, name, since, every)
    return every


_RESTING = frozenset(
    {"configurations", "places", "elements", "links", "codes", "codebooks", "coders", "study"}
)


def _likened(sight: Sight) -> list[Likened]:
    """Every configuration in sight that may be made one with others."""
    rows = sight.rows(
        """SELECT id, number, status, level FROM configurations WHERE consolidated_in IS NULL AND {seen}
           ORDER BY number, id"""
    )
    own = {row["id"]: row for row in rows if row["status"] in DRAWN and row["level"] != Level.MIDDLE_RANGE}
    parts: dict[str, list[Part]] = {name: [] for name in own}
    for row in sight.rows(
        """SELECT p.configuration_id, p.kind, e.id, e.wording, e.code_id, e.sign FROM places p
           JOIN elements e ON e.id = p.element_id ORDER BY p.position, p.id"""
    ):
        if row["configuration_id"] in parts:
            parts[row["configuration_id"]].append(
                Part(Kind(row["kind"]), row["id"], row["wording"], row["code_id"], row["sign"])
            )
    links: dict[str, dict[tuple[str, str], Effect]] = {name: {} for name in own}
    for row in sight.rows(
        "SELECT configuration_id, source_id, target_id, effect FROM links ORDER BY position, id"
    ):
        if row["configuration_id"] in links:
            links[row["configuration_id"]][row["source_id"], row["target_id"]] = Effect(row["effect"])
    return [
        Likened(name, row["number"], tuple(parts[name]), links[name])
        for name, row in own.items()
        if parts[name]
    ]


def words_of(text: str) -> list[str]:
    """The words of a wording, in lower case."""
    return [found.casefold() for found in _WORD.findall(text)]


def _base_forms(sight: Sight, wordings: Iterable[str]) -> Generator[None, None, dict[str, frozenset[str]]]:
    """The words of each wording in the base form that the interviews' annotation gave them, else as they stand."""
    by_wording = {each: words_of(each) for each in wordings}
    yield
    known: dict[str, str] = {}
    every = sorted({word for own in by_wording.values() for word in own})
    for first in range(0, len(every), FORMS):
        sql = "SELECT form, MIN(lemma) AS lemma FROM forms WHERE form IN (:some) GROUP BY form"
        known.update(
            {row["form"]: row["lemma"] for row in sight.rows(sql, some=every[first : first + FORMS])}
        )
        yield
    return {each: frozenset(known.get(word, word) for word in own) for each, own in by_wording.items()}


def _likeness(words: Mapping[str, frozenset[str]]) -> Callable[[str, str], float]:
    """How alike two wordings are: the mean of what their words and what all of one has in common with the other."""
    from rapidfuzz.fuzz import token_set_ratio, token_sort_ratio

    joined = {wording: " ".join(sorted(own)) for wording, own in words.items()}

    def alike(one: str, other: str) -> float:
        if not joined.get(one) or not joined.get(other):
            return 1.0 if one.casefold() == other.casefold() else 0.0
        found = joined[one], joined[other]
        return float(token_set_ratio(*found) + token_sort_ratio(*found)) / 200

    return alike


def alike_words(sight: Sight, wordings: Iterable[str]) -> Callable[[str, str], float]:
    """How alike two of these wordings are, from 0 to 1, by the base forms of their words."""
    return _likeness(run_through(_base_forms(sight, sorted(set(wordings)))))


# -- dismissals --------------------------------------------------------------------------------------------------


def dismissals(project: Project) -> frozenset[str]:
    """Keys of the resemblances that the asker dismissed and did not ask for again."""
    rows = project.sight.rows(
        "SELECT what, about FROM activity WHERE coder_id = :own AND what IN (:dismissed, :offered) ORDER BY seq",
        own=project.coder_id,
        dismissed=DISMISSED,
        offered=OFFERED,
    )
    last = {row["about"]: row["what"] for row in rows}
    return frozenset(about for about, what in last.items() if what == DISMISSED)


def dismiss(project: Project, resemblance: Resemblance, *, again: bool = False) -> None:
    """Notes that a resemblance is not to be offered again, or (`again`) that it is. Raises ReadOnly."""
    project.store.log(project.coder_id, OFFERED if again else DISMISSED, resemblance.key)


def numbers_of(sight: Sight, resemblances_: Iterable[Resemblance]) -> dict[str, Configuration]:
    """The configurations of resemblances by id, in sight."""
    ids = sorted({name for each in resemblances_ for name in (*each.members, *each.against)})
    found = sight.records(
        Configuration, "SELECT * FROM configurations WHERE id IN (:ids) AND {seen}", ids=ids
    )
    return {each.id: each for each in found}
