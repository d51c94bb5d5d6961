"""The words and signs of chains."""

from __future__ import annotations

from rcoder.domain.chain import Chained, Neighbour, Tie
from rcoder.domain.terms import say

LANGUAGE = "en"

SIGNS = {
    Tie.FOLLOWS_FROM: "←",
    Tie.LEADS_TO: "→",
    Tie.SHARES: "=",
    Tie.NESTED_IN: "⊂",
    Tie.NESTS: "⊃",
    Tie.CONTRADICTS: "≠",
}
TOLD = {
    Tie.FOLLOWS_FROM: "follows from",
    Tie.LEADS_TO: "leads to",
    Tie.SHARES: "shares with",
    Tie.NESTED_IN: "is nested in",
    Tie.NESTS: "nests",
    Tie.CONTRADICTS: "contradicts",
}


def by_what(tie: Neighbour) -> str:
    """What ties the two: the element in its two places, or the reason somebody gave."""
    if tie.kinship is not None:
        return tie.kinship.reason
    if tie.here is None or tie.there is None:
        return tie.wording
    here, there = say(tie.here, LANGUAGE), say(tie.there, LANGUAGE)
    kinds = {
        Tie.FOLLOWS_FROM: f"its {there} is the {here} here",
        Tie.LEADS_TO: f"the {here} here is its {there}",
    }
    return f"“{tie.wording}”, {kinds.get(tie.tie, f'{here} here, {there} there')}"


def about_words(each: Chained) -> str:
    """Case and status."""
    return " · ".join(part for part in (each.case, each.status) if part)
