"""What retrieved passages come to (decision 7), and of which interviews and cases."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from rcoder.analysis.counting import CaseProgress, case_progress
from rcoder.domain.retrieval import Base, Count, Result

OF_A_CASE, OF_A_RESPONDENT, LISTED = 0, 1, 2
"""What a passage counts, the most first."""


class Fact(NamedTuple):
    """What counting needs of a passage."""

    transcript: str
    revision: int
    start: int
    end: int
    case: str
    """Id of the case it is about, "" for none."""
    rank: int
    voice: str
    """Who says it: the same for one person's voices in several interviews."""


@dataclass(frozen=True, slots=True)
class Ground:
    """The interviews and cases that results are counted of."""

    interviews: frozenset[str] = frozenset()
    """Those coded to the end."""
    interviews_not_yet: frozenset[str] = frozenset()
    cases: CaseProgress = CaseProgress()

    def within(self, interviews: frozenset[str], case_of: Mapping[str, str | None]) -> Ground:
        """Only these interviews, and the cases that have one of them; how far a case is goes by all of its interviews."""
        near = frozenset(case_of[each] or "" for each in interviews)
        return Ground(
            self.interviews & interviews,
            self.interviews_not_yet & interviews,
            CaseProgress(self.cases.coded & near, self.cases.not_yet_coded & near, frozenset()),
        )

    @property
    def base(self) -> Base:
        """The numbers."""
        return Base(
            len(self.interviews),
            len(self.interviews_not_yet),
            len(self.cases.coded),
            len(self.cases.not_yet_coded),
            len(self.cases.no_interview),
        )


def ground(cases: Iterable[str], case_of: Mapping[str, str | None], finished: Iterable[str]) -> Ground:
    """What is counted of: `case_of` maps each interview to its case, `finished` has those coded to the end."""
    done = frozenset(finished)
    every = frozenset(case_of)
    return Ground(done & every, every - done, case_progress(cases, case_of, done))


def count(results: Iterable[Result], fact: Callable[[int], Fact], of: Ground) -> Count:
    """What results come to. A result counts as little as its passages do, and stands where its first passage stands."""
    number, found = 0, []
    by_text: dict[tuple[str, str, int], list[tuple[int, int, int, str]]] = {}
    for result in results:
        number += 1
        facts = [fact(each) for each in result]
        own, rank = facts[0], max(each.rank for each in facts)
        key = (own.transcript, own.case, own.revision)
        by_text.setdefault(key, []).append((own.start, own.end, rank, own.voice))
    for (transcript, case, _), places in by_text.items():
        found += [(transcript, case, rank, voice) for rank, voice in _stretches(places)]
    counted = [each for each in found if each[2] != LISTED]
    interviews = {transcript for transcript, *_ in counted}
    cases = {case for _, case, rank, _ in counted if rank == OF_A_CASE and case}
    progress = of.cases
    return Count(
        passages=len(counted),
        interviews=len(interviews & of.interviews),
        interviews_not_yet=len(interviews - of.interviews),
        cases=len(cases & progress.coded),
        cases_not_yet=len(cases - progress.coded - progress.no_interview),
        no_interview=len(cases & progress.no_interview),
        respondents=len({voice for _, _, rank, voice in counted if rank == OF_A_RESPONDENT}),
        listed=len(found) - len(counted),
        results=number,
        base=of.base,
    )


def _stretches(places: list[tuple[int, int, int, str]]) -> list[tuple[int, str]]:
    """Places in one text that overlap, through each other too, as one: what it counts, and who says so."""
    found: list[tuple[int, str]] = []
    reach = -1
    for start, end, rank, voice in sorted(places, key=lambda each: each[:2]):
        if start >= reach:
            found.append((rank, voice))
        elif rank < found[-1][0]:
            found[-1] = (rank, voice)
        reach = max(reach, end)
    return found
