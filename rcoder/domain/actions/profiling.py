"""Deeds on what a person writes of a case: summaries by hypothesis and turning points, with the passages they rest on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from rcoder.domain.configuration import Evidence
from rcoder.domain.errors import Misuse, Unchanged
from rcoder.domain.exhibit import Bearing
from rcoder.domain.journal import Change, Deed, added, changed, removed
from rcoder.domain.profile import Summary, TurningPoint
from rcoder.domain.words import Claim

SIGNS = ("+", "-", "")
"""A turning point is for the better, for the worse, or neither."""


@dataclass(frozen=True, slots=True)
class Joined:
    """What is joined to a summary or a turning point."""

    passages: tuple[Evidence, ...] = ()
    bearings: tuple[Bearing, ...] = ()
    """Other material than passages."""


# -- summaries -------------------------------------------------------------------------------------------------------


def write_summary(
    summary: Summary,
    where: str,
    before: Summary | None = None,
    joined: Joined | None = None,
    wanted: Iterable[Evidence] | None = None,
    *,
    again: bool = False,
) -> Deed:
    """Writes a summary or changes it; `where` says in words what of: "H3 in Sag 01".

    `joined` is what is joined to it, `wanted` the passages it is to rest on, None for those it has. With `again` the
    time of writing is renewed though nothing else is: it was looked at and stands. Raises Misuse for no words, or where
    it is about something else than before; Unchanged where it is so already.
    """
    if not summary.text.strip():
        raise Misuse("A summary needs words.", "Remove it instead, if there is nothing to say.")
    passages = _rested(Claim.SUMMARY, summary.id, joined or Joined(), wanted)
    if before is None:
        return Deed(f"Summed up {where}", added(summary) + passages)
    if _cell(before) != _cell(summary) or before.id != summary.id:
        raise Misuse("A summary stays with its case, hypothesis and coder.")
    if before.text == summary.text and not passages:
        if not again or before.at == summary.at:
            raise Unchanged("It stands there so already.", "Nothing was changed.")
        return Deed(f"Looked at the summary of {where} again: it stands", changed(before, summary))
    return Deed(f"Changed the summary of {where}", changed(before, summary) + passages)


def remove_summary(summary: Summary, joined: Joined, where: str) -> Deed:
    """Removes a summary with what is joined to it; codings of the same words stay."""
    return Deed(
        f"Removed the summary of {where}", removed(*joined.passages, *joined.bearings) + removed(summary)
    )


def joined_summaries(
    going: Iterable[Summary], there: Iterable[Summary], named: str, **to: str
) -> tuple[tuple[Change, ...], dict[str, str]]:
    """Summaries that come to be of another case or hypothesis (`to`: case_id or code_id), and what their passages go under.

    Where a coder has written one there already, the two become one: its words, then after `named` those of the other.
    The mapping gives, for each that became one with another, the id of that.
    """
    original = {_cell(each): each for each in there}
    now = dict(original)
    same: dict[str, str] = {}
    gone: list[Summary] = []
    for each in sorted(going, key=lambda one: one.id):
        after = replace(each, **to)
        kept = now.get(_cell(after))
        if kept is None:
            original[_cell(after)], now[_cell(after)] = each, after
            continue
        if kept.text.strip() != each.text.strip():
            now[_cell(after)] = replace(
                kept, text=f"{kept.text}\n{named}: {each.text}", at=max(kept.at, each.at)
            )
        same[each.id] = kept.id
        gone.append(each)
    changes = tuple(change for cell, each in original.items() for change in changed(each, now[cell]))
    return changes + removed(*gone), same


def _cell(summary: Summary) -> tuple[str, str, str]:
    return summary.case_id, summary.code_id, summary.coder_id


# -- turning points --------------------------------------------------------------------------------------------------


def set_turning_point(point: TurningPoint, case: str, wanted: Iterable[Evidence] = ()) -> Deed:
    """Sets a turning point in a case; raises Misuse for no words, or a sign that is none."""
    _check(point)
    passages = _rested(Claim.TURNING_POINT, point.id, Joined(), wanted)
    return Deed(f"Set a turning point in {case}: {point.wording}", added(point) + passages)


def change_turning_point(
    before: TurningPoint,
    after: TurningPoint,
    case: str,
    joined: Joined,
    wanted: Iterable[Evidence] | None = None,
) -> Deed:
    """Changes the words, time, sign or passages of a turning point. Raises Misuse as setting does, Unchanged where it is so."""
    _check(after)
    changes = changed(before, after) + _rested(Claim.TURNING_POINT, before.id, joined, wanted)
    if not changes:
        raise Unchanged("It stands there so already.", "Nothing was changed.")
    return Deed(f"Changed a turning point in {case}: {after.wording}", changes)


def remove_turning_point(point: TurningPoint, joined: Joined, case: str) -> Deed:
    """Removes a turning point with what is joined to it."""
    changes = removed(*joined.passages, *joined.bearings) + removed(point)
    return Deed(f"Removed a turning point in {case}: {point.wording}", changes)


def move_turning_point(points: Sequence[TurningPoint], point_id: str, step: int, case: str) -> Deed:
    """Moves one of a coder's turning points earlier or later in a case's course. Raises Unchanged at either end."""
    order = sorted(points, key=in_course)
    where = next(place for place, each in enumerate(order) if each.id == point_id)
    to = where + step
    if not 0 <= to < len(order):
        raise Unchanged("It is the first already." if step < 0 else "It is the last already.")
    moved = order[where]
    order.insert(to, order.pop(where))
    changes = tuple(
        change for place, each in enumerate(order) for change in changed(each, replace(each, position=place))
    )
    way = "earlier" if step < 0 else "later"
    return Deed(f"Moved a turning point in {case} {way}: {moved.wording}", changes)


def following_points(
    going: Iterable[TurningPoint], there: Iterable[TurningPoint], case_id: str
) -> tuple[Change, ...]:
    """Turning points that come to be of another case, each coder's after those they have there."""
    last: dict[str, int] = {}
    for each in there:
        last[each.coder_id] = max(last.get(each.coder_id, -1), each.position)
    changes: tuple[Change, ...] = ()
    for each in sorted(going, key=in_course):
        last[each.coder_id] = last.get(each.coder_id, -1) + 1
        changes += changed(each, replace(each, case_id=case_id, position=last[each.coder_id]))
    return changes


def in_course(point: TurningPoint) -> tuple[int, str]:
    """Where a turning point stands among its coder's own."""
    return point.position, point.id


def _check(point: TurningPoint) -> None:
    if not point.wording.strip():
        raise Misuse("A turning point needs words.", "Say what happened.")
    if point.sign not in SIGNS:
        raise Misuse(f"“{point.sign}” is no sign of a turning point.", "It is +, - or none.")


# -- passages --------------------------------------------------------------------------------------------------------


def _rested(
    claim: Claim, claim_id: str, joined: Joined, wanted: Iterable[Evidence] | None
) -> tuple[Change, ...]:
    """What becomes of the passages: taken off, changed, joined."""
    if wanted is None:
        return ()
    held: Mapping[str, Evidence] = {each.id: each for each in joined.passages}
    kept = {each.id: each for each in wanted}
    changes = removed(*(each for name, each in held.items() if name not in kept))
    for name, each in kept.items():
        after = replace(each, claim=claim, claim_id=claim_id)
        changes += changed(held[name], after) if name in held else added(after)
    return changes
