"""What a reader of a comparison may go wrong about."""

from __future__ import annotations

from collections.abc import Iterable

from rcoder.domain.actions.sentences import several
from rcoder.domain.case import Case
from rcoder.domain.matrix import Line

SUCCESS, FAILURE = "with_hours", "without_hours"
FEW = 3
"""Cases coded to the end below which a group is small."""


def oversampled(cases: Iterable[Case]) -> tuple[str, ...]:
    """A warning where most cases of a known outcome are successes: more of them say more, which is no strength."""
    groups = [case.outcome_group for case in cases]
    successes, failures = groups.count(SUCCESS), groups.count(FAILURE)
    if successes <= failures:
        return ()
    unknown = len(groups) - successes - failures
    rest = f", {unknown} unknown" if unknown else ""
    found = (
        f"{successes} of {several(successes + failures, 'case')} with a known outcome are with hours{rest}"
    )
    return (
        f"Successes are over-sampled: {found}. Compare within the groups; that more say it makes nothing stronger.",
    )


def small(lines: Iterable[Line]) -> tuple[str, ...]:
    """A warning of the groups that too few cases are coded to the end of."""
    few = [each for each in lines if each.base.cases < FEW]
    if not few:
        return ()
    names = ", ".join(f"{each.name} ({each.base.cases})" for each in few)
    return (f"Few cases are coded to the end in: {names}. A difference there may be one person's.",)


def unfinished(interviews: int, not_yet: int) -> tuple[str, ...]:
    """A warning where most of the material is not coded to the end."""
    if not_yet <= interviews:
        return ()
    return (
        f"{not_yet} of {several(interviews + not_yet, 'interview')} are not coded to the end: what is not mentioned may be so yet.",
    )
