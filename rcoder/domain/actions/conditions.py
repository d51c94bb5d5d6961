"""Deeds on judgements of support conditions: judge, take back, rest them on passages, and join two of one coder (decision 11)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import TypeVar

from rcoder.domain.configuration import ConditionJudgement, Evidence
from rcoder.domain.errors import Misuse, Unchanged
from rcoder.domain.exhibit import Bearing
from rcoder.domain.journal import Change, Deed, added, changed, removed
from rcoder.domain.terms import say
from rcoder.domain.words import Claim

On = TypeVar("On", Evidence, Bearing)


@dataclass(frozen=True, slots=True)
class Made:
    """A judgement as it is stored, with what is joined to it."""

    judgement: ConditionJudgement
    passages: tuple[Evidence, ...] = ()
    bearings: tuple[Bearing, ...] = ()
    """Other material than passages."""


def judge_condition(
    judgement: ConditionJudgement,
    condition: str,
    case: str,
    before: Made | None = None,
    wanted: Iterable[Evidence] | None = None,
) -> Deed:
    """Judges a support condition in one case, or as one role tells it; `condition` and `case` are their names.

    `wanted` are the passages it is to rest on, None for those it has. A judgement that says something else than before
    gets the id it comes with, and what is joined to it goes along: so its id tells when it was made. Raises Unchanged
    where nothing is another thing, Misuse where it is about something else than before.
    """
    made = before.judgement if before is not None else None
    if made is not None and _about(made) != _about(judgement):
        raise Misuse("A judgement stays with its condition, case, role and coder.")
    if made is not None and replace(judgement, id=made.id) == made:
        judgement = made
    changes = _passages(judgement.id, before, wanted)
    if made is None:
        changes += added(judgement)
    elif judgement.id == made.id:
        changes += changed(made, judgement)
    else:
        changes += removed(made) + added(judgement)
    if before is not None:
        changes += moved(before.bearings, {before.judgement.id: judgement.id})
    if not changes:
        raise Unchanged("It is judged so already.", "Nothing was changed.")
    where = _where(judgement, condition, case)
    if judgement is made:
        return Deed(f"Changed what the judgement of {where} rests on", changes)
    said = "; ".join(each for each in (say(judgement.state), say(judgement.followed)) if each)
    return Deed(f"Judged {where}: {said}", changes)


def _passages(
    judgement_id: str, before: Made | None, wanted: Iterable[Evidence] | None
) -> tuple[Change, ...]:
    """What becomes of the passages of a judgement: taken off, moved to its new id, joined to it."""
    held = {each.id: each for each in before.passages} if before is not None else {}
    kept = dict(held) if wanted is None else {each.id: each for each in wanted}
    changes = removed(*(each for name, each in held.items() if name not in kept))
    for name, each in kept.items():
        after = replace(each, claim=Claim.STATE, claim_id=judgement_id)
        changes += changed(held[name], after) if name in held else added(after)
    return changes


def withdraw_judgement(made: Made, condition: str, case: str) -> Deed:
    """Takes a judgement back with what is joined to it; codings of the same words stay."""
    where = _where(made.judgement, condition, case)
    changes = removed(*made.passages, *made.bearings) + removed(made.judgement)
    return Deed(f"Took back the judgement of {where}", changes)


def joined_judgements(
    going: Iterable[ConditionJudgement],
    there: Iterable[ConditionJudgement],
    named: str,
    **to: str,
) -> tuple[tuple[Change, ...], dict[str, str]]:
    """Judgements that come to be about another case or condition (`to`: case_id or condition_id), and what becomes of their passages.

    Where a coder has judged that one already, in the same role, the judgement there stands; what the other said is
    written to its reason after `named`. The mapping gives, for each judgement that became one with another, the id of
    that, under which its passages are from then on (`moved`).
    """
    original = {_about(each): each for each in there}
    now = dict(original)
    same: dict[str, str] = {}
    gone: list[ConditionJudgement] = []
    for each in sorted(going, key=lambda one: one.id):
        after = replace(each, **to)  # type: ignore[arg-type] # ids of records, which are words
        kept = now.get(_about(after))
        if kept is None:
            original[_about(after)], now[_about(after)] = each, after
        else:
            now[_about(after)] = replace(kept, reason=_reason(kept, each, named))
            same[each.id] = kept.id
            gone.append(each)
    changes = tuple(change for about, each in original.items() for change in changed(each, now[about]))
    return changes + removed(*gone), same


def moved(joined: Iterable[On], same: Mapping[str, str]) -> tuple[Change, ...]:
    """What is joined to judgements that became one with others is joined to those."""
    return tuple(
        change
        for each in joined
        for change in changed(each, replace(each, claim_id=same.get(each.claim_id, each.claim_id)))
    )


def _about(judgement: ConditionJudgement) -> tuple[str, str, str, str]:
    return judgement.condition_id, judgement.case_id, judgement.role, judgement.coder_id


def _reason(kept: ConditionJudgement, gone: ConditionJudgement, named: str) -> str:
    """The reason of a judgement with what another one said, where that said anything else."""
    if (kept.state, kept.followed, kept.reason) == (gone.state, gone.followed, gone.reason):
        return kept.reason
    said = ", ".join(each for each in (say(gone.state), say(gone.followed)) if each)
    words = f"{named}: {said}" + (f" – {gone.reason.strip()}" if gone.reason.strip() else "")
    return "\n".join(each for each in (kept.reason, words) if each)


def _where(judgement: ConditionJudgement, condition: str, case: str) -> str:
    role = f", as the {judgement.role} tells it" if judgement.role else ""
    return f"{condition} in {case}{role}"
