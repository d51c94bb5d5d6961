"""What people have judged of a support condition in a case, as one cell beside the passages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from rcoder.analysis.matrices.cells import Counted, polarity_cell
from rcoder.domain.matrix import Blank, Cell
from rcoder.domain.terms import say
from rcoder.domain.words import ConditionState, Followed

SIGNS: dict[ConditionState, str] = {
    ConditionState.MET: "✓",
    ConditionState.NOT_MET: "✗",
    ConditionState.UNCLEAR: "?",
    ConditionState.ROLES_DISAGREE: "≠",
    ConditionState.NOT_MENTIONED: "–",
    ConditionState.NOT_CODED: "·",
    ConditionState.NO_INTERVIEW: "▨",
}
DIFFER = "⇄"
LEGEND = (
    ("✓", "met"),
    ("✗", "not met"),
    ("?", "unclear"),
    ("≠", "roles disagree"),
    ("–", "judged not mentioned"),
    (DIFFER, "coders differ"),
    ("(2)", "2 passages, not judged"),
    ("·", "not yet coded"),
    ("▨", "no interview"),
)


class Judged(NamedTuple):
    """One judgement."""

    coder: str
    state: ConditionState
    role: str = ""
    """The role whose account it is of; "" for the case as a whole."""
    reason: str = ""
    followed: Followed | None = None


def state_cell(judged: Sequence[Judged], said: Mapping[str, Counted]) -> Cell | None:
    """Judgements of the case as a whole give the sign, or where there are none how much there is to judge by."""
    spoken = polarity_cell(said) if said else Blank.NOTHING
    figures = spoken.figures if isinstance(spoken, Cell) else ()
    whole = {each.state for each in judged if not each.role}
    note = "; ".join(_words(each) for each in judged)
    if whole:
        return Cell(DIFFER if len(whole) > 1 else SIGNS[next(iter(whole))], figures, note)
    passages = sum(each.about_case for each in said.values())
    if passages:
        return Cell(f"({passages})", figures, "; ".join(each for each in ("not judged", note) if each))
    if isinstance(spoken, Cell):
        return spoken
    return Cell("", note=note) if note else None


def _words(each: Judged) -> str:
    whose = f" by what {each.role} says" if each.role else ""
    followed = f", {say(each.followed)}" if each.followed else ""
    reason = f": {each.reason}" if each.reason else ""
    return f"{each.coder} judges {say(each.state)}{whose}{followed}{reason}"
