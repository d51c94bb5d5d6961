"""What judgements of support conditions come to over cases, always with what the number is of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from rcoder.domain.actions.sentences import several
from rcoder.domain.board import Whose
from rcoder.domain.case import Case
from rcoder.domain.conditions import DECIDED, Cell, Checklist, Standing
from rcoder.domain.groups import outcome_words
from rcoder.domain.terms import say
from rcoder.domain.words import ConditionState, danish_order

WARNING = "Cases that went well were over-sampled: compare these cases, not all citizens."
"""Said beside every count that is split by outcome group (jobfirst §3: successes were over-sampled)."""


def standing(cells: Iterable[Cell], whose: Whose, group: str | None = None) -> Standing:
    """What one condition comes to over some cases; each case stands in one place only."""
    found = tuple(cells)
    states = Counter(state for each in found if (state := each.state(whose)) is not None)
    unjudged = [each for each in found if not each.by(whose)]
    without = sum(not each.heard.interviews for each in unjudged)
    return Standing(
        cases=len(found),
        states=dict(states),
        differ=sum(each.differs(whose) for each in found),
        not_judged=len(unjudged) - without,
        no_interview=without,
        group=group,
    )


def standings(checklist: Checklist, condition_id: str, whose: Whose) -> tuple[Standing, ...]:
    """A condition over all cases, then over those of each outcome group; unknown groups come last."""
    row = checklist.row(condition_id)
    group_of = {case.id: case.outcome_group for case in checklist.cases}
    groups = sorted(set(group_of.values()), key=lambda each: (not each, danish_order(each)))
    split = (
        standing((each for each in row if group_of[each.case_id] == group), whose, group) for group in groups
    )
    return (standing(row, whose), *split)


def judged_in_case(checklist: Checklist, case: Case, whose: Whose) -> tuple[int, int]:
    """How many conditions are judged in a case, and of how many."""
    cells = [checklist.cell(each.id, case.id) for each in checklist.conditions]
    return sum(bool(each.by(whose)) for each in cells), len(cells)


def standing_sentence(found: Standing) -> str:
    """A standing in words: "met in 3 of 5 cases judged (1 not met, 1 unclear); 2 not judged; 1 no interview"."""
    met = (
        f"met in {found.met} of {several(found.judged, 'case')} judged"
        if found.judged
        else "judged in no case"
    )
    others = [each for each in DECIDED if each is not ConditionState.MET]
    inside = ", ".join(_counted(found, each) for each in others if found.states.get(each))
    beside = [
        _counted(found, each) for each in ConditionState if each not in DECIDED and found.states.get(each)
    ]
    if found.differ:
        beside.append(f"{found.differ} judged differently by different coders")
    if found.not_judged:
        beside.append(f"{found.not_judged} not judged")
    if found.no_interview:
        beside.append(f"{found.no_interview} without interview")
    return "; ".join([met + (f" ({inside})" if inside else ""), *beside])


def _counted(found: Standing, state: ConditionState) -> str:
    said = f"judged “{say(state)}”" if state not in DECIDED else say(state)
    return f"{found.states[state]} {said}"


def group_sentence(found: Standing) -> str:
    """The same of one outcome group, with its size: "with hours (4 cases): met in 2 of 3 cases judged; 1 not judged"."""
    return f"{outcome_words(found.group or '')} ({several(found.cases, 'case')}): {standing_sentence(found)}"


def split_sentences(found: Sequence[Standing]) -> tuple[str, ...]:
    """The standings of `standings` in words; the warning last, where there is more than one outcome group."""
    whole, *groups = found
    split = tuple(group_sentence(each) for each in groups) if len(groups) > 1 else ()
    return (standing_sentence(whole), *split, *((WARNING,) if split else ()))
