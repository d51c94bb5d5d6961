"""The indicators of strength of one configuration, counted as the figure counts (decision 7); frequency is not strength."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rcoder.analysis.counting import CaseProgress, tally, witnesses
from rcoder.domain.exhibit import Bearing
from rcoder.domain.passage import Passage
from rcoder.domain.strength import Coverage, OutOf, StanceCount, Strength
from rcoder.domain.theory import Witness
from rcoder.domain.words import Directness, Prompting, Scope, Stance, role_group

ALWAYS = (Stance.SUPPORTS, Stance.CONTRADICTS)


def strength(
    attached: Iterable[Passage], bearings: Iterable[Bearing], coverage: Coverage, progress: CaseProgress
) -> Strength:
    """What is joined to the configuration, its links and its elements, in separate numbers with their denominators."""
    known, material = tuple(attached), tuple(bearings)
    found = witnesses(("", each) for each in known)
    counts = tuple(_of_stance(each, found, material, coverage, progress) for each in Stance)
    counted = [each for each in found if each.stance is Stance.SUPPORTS and each.counts != "listed"]
    supporting = [each for each in known if each.stance is Stance.SUPPORTS]
    against = [each for each in found if each.stance is Stance.CONTRADICTS]
    cases = {each.case_id for each in counted if each.counts == "case"}
    return Strength(
        stances=tuple(
            each
            for each in counts
            if each.stance in ALWAYS or each.tally.passages or each.tally.listed or each.material
        ),
        coded_cases=progress.denominator.coded,
        roles={
            role: OutOf(_interviews(each for each in counted if role in map(role_group, each.roles)), of)
            for role, of in coverage.by_role.items()
        },
        contrast={name: _of_group(cases, own, progress) for name, own in coverage.groups.items()},
        scopes={scope.value: sum(each.scope is scope for each in supporting) for scope in Scope},
        supporting=len(supporting),
        said=sum(each.directness is Directness.SAID for each in supporting),
        volunteered=sum(each.prompting is Prompting.VOLUNTEERED for each in supporting),
        answered=OutOf(sum(bool(each.memos) for each in against), len(against)),
    )


def _of_stance(
    stance: Stance,
    found: Sequence[Witness],
    material: Sequence[Bearing],
    coverage: Coverage,
    progress: CaseProgress,
) -> StanceCount:
    own = [each for each in found if each.stance is stance and each.counts != "listed"]
    return StanceCount(
        stance,
        tally(found, stance, progress),
        OutOf(_interviews(own), coverage.interviews),
        sum(each.stance is stance for each in material),
    )


def _of_group(cases: set[str | None], own: frozenset[str], progress: CaseProgress) -> OutOf:
    """Cases of a group of those that are coded to the end; others with passages apart, as the figure counts."""
    return OutOf(
        len(cases & own & progress.coded), len(own & progress.coded), len((cases & own) - progress.coded)
    )


def _interviews(found: Iterable[Witness]) -> int:
    return len({each.transcript_id for each in found})
