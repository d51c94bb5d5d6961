"""Which passages of many are quoted in a report: spread first, so that no case or role speaks for the others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable

from rcoder.domain.theory import Witness
from rcoder.domain.words import role_group

SHORTEST, LONGEST = 8, 80
"""Words of a passage that reads well on its own."""

NEVER = frozenset({"interviewer", "earlier text"})
"""Why a listed passage is not quoted: nobody's evidence, and words that the text no longer has."""


def best(found: Iterable[Witness], count: int, kept: Collection[str] = frozenset()) -> tuple[Witness, ...]:
    """At most `count` of them, in the order in which they were chosen.

    Each next one is of the case heard least so far, then of the role group heard least; then those that count come
    before those that are listed, those somebody kept as a quotation (an id in `kept`) before others, and those of a
    readable length before shorter and longer ones; then by transcript and place. Interviewers' words are left out.
    """
    waiting = [each for each in found if each.why_listed not in NEVER]
    cases: Counter[str] = Counter()
    groups: Counter[str] = Counter()
    chosen: list[Witness] = []
    while waiting and len(chosen) < count:
        first = min(waiting, key=lambda each: (cases[_case(each)], _heard(each, groups), *_rank(each, kept)))
        waiting.remove(first)
        chosen.append(first)
        cases[_case(first)] += 1
        groups.update(_groups(first))
    return tuple(chosen)


def is_readable(witness: Witness) -> bool:
    """Whether a passage is long enough to be understood and short enough to be read."""
    return SHORTEST <= len(witness.text.split()) <= LONGEST


def _rank(witness: Witness, kept: Collection[str]) -> tuple[bool, bool, bool, str, int, int, str]:
    return (
        witness.counts == "listed",
        not any(each in kept for each in witness.ids),
        not is_readable(witness),
        witness.transcript,
        witness.start,
        witness.end,
        witness.transcript_id,
    )


def _case(witness: Witness) -> str:
    """The case it is about; one who speaks of none stands for themselves."""
    return witness.case_id or witness.person or witness.speaker_id or witness.transcript_id


def _groups(witness: Witness) -> set[str]:
    return {role_group(each) for each in witness.roles} or {""}


def _heard(witness: Witness, groups: Counter[str]) -> int:
    return min(groups[each] for each in _groups(witness))
