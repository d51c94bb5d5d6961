"""What a consolidated configuration rests on through its members: their passages, on what stands for what they are on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from rcoder.analysis.prompts.outline import Outline, Voice

DEEPEST = 5
"""Consolidations within each other."""

Stands = Mapping[str, frozenset[str]]
"""The elements that stand for each element of a member, by id."""


def with_members(
    own: Outline, members: Mapping[str, Sequence[Outline]], stands: Stands, deep: int = DEEPEST
) -> Outline:
    """The outline with the passages of its members; those that nothing here stands for are on the whole of it."""
    lent: list[Voice] = []
    countered, beside = own.countered, own.beside
    for member in members.get(own.id, ()) if deep else ():
        whole = with_members(member, members, stands, deep - 1)
        claims = _claims(own, whole, stands)
        for voice in whole.voices:
            lent += [voice._replace(claim_id=each) for each in sorted(claims.get(voice.claim_id, {own.id}))]
        countered, beside = countered or whole.countered, beside + whole.beside
    if not lent and (countered, beside) == (own.countered, own.beside):
        return own
    return replace(own, voices=(*own.voices, *lent), countered=countered, beside=beside)


def _claims(own: Outline, member: Outline, stands: Stands) -> dict[str, set[str]]:
    """The elements and links here that stand for those of a member."""
    here = {part.element_id for part in own.parts}
    found = {part.element_id: set(stands.get(part.element_id, ())) & here for part in member.parts}
    waiting = list(member.ties)
    while waiting:
        left = []
        for tie in waiting:
            if tie.target_id in found:
                found[tie.id] = {
                    each.id
                    for each in own.ties
                    if each.effect == tie.effect
                    and each.source_id in found.get(tie.source_id, ())
                    and each.target_id in found[tie.target_id]
                }
            else:
                left.append(tie)
        if len(left) == len(waiting):
            break
        waiting = left
    return {claim: standing for claim, standing in found.items() if standing}
