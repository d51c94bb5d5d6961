"""The board of cases put in order: rows by case, columns by role, totals with their denominators."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from rcoder.domain.attributes import attribute_name, say_value
from rcoder.domain.board import Board, Held, Order, RoleTotal, Row, Whole
from rcoder.domain.case import Attribute, Case
from rcoder.domain.groups import Belonging, GroupCount, Sorted
from rcoder.domain.roles import ROLES, in_role_order
from rcoder.domain.words import danish_order


def arrange(whole: Whole, *, group: GroupCount | None = None, order: Order = Order.NAME) -> Board:
    """The board of every case, or of the cases of one group; totals count only the cases that are in it."""
    roles = in_role_order(
        role for held in whole.interviews if held.case_id is not None for role in _roles_of(held)
    )
    rows = _ordered(_rows(whole, roles, group), order)
    shown = [row for row in rows if row.sorted is None or row.sorted.belonging is Belonging.IN]
    apart = [held for held in whole.interviews if held.case_id is None]
    return Board(
        roles=roles,
        rows=tuple(shown),
        unsure=tuple(row for row in rows if row.unsure),
        apart=() if group else tuple(sorted(apart, key=_in_reading_order)),
        totals={role: _total(role, shown) for role in roles},
        whole=whole,
        order=order,
        group=group,
    )


def _roles_of(held: Held) -> tuple[str, ...]:
    """The columns an interview stands in: its roles, the known ones without capitals, or the one for want of a role."""
    return tuple(role.casefold() if role.casefold() in ROLES else role for role in held.roles) or ("",)


def _rows(whole: Whole, roles: Sequence[str], group: GroupCount | None) -> list[Row]:
    by_case: dict[str, dict[str, list[Held]]] = {case.id: {} for case in whole.cases}
    for held in sorted(whole.interviews, key=_in_reading_order):
        for role in _roles_of(held) if held.case_id in by_case else ():
            by_case[held.case_id or ""].setdefault(role, []).append(held)
    standing = {each.case_id: each for each in group.cases} if group else {}
    return [
        Row(
            case,
            {role: tuple(by_case[case.id][role]) for role in roles if role in by_case[case.id]},
            standing.get(case.id) or (Sorted(case.id, case.name, Belonging.OUT, "") if group else None),
        )
        for case in whole.cases
    ]


def _in_reading_order(held: Held) -> tuple[str, str, str, str]:
    return held.wave, held.date, danish_order(held.title), held.id


def _ordered(rows: Iterable[Row], order: Order) -> list[Row]:
    """Rows by what they go by, then by name; an unknown value comes after the known ones."""

    def place(row: Row) -> tuple[bool, str, int, str, str]:
        value, left = "", 0
        if order is Order.OUTCOME_GROUP:
            value = row.case.outcome_group
        elif order is Order.MUNICIPALITY:
            value = row.case.municipality
        elif order is Order.LEFT:
            left = -sum(held.own_uncoded for held in row.interviews)
        unknown = order in (Order.OUTCOME_GROUP, Order.MUNICIPALITY) and not value
        return unknown, danish_order(value), left, danish_order(row.case.name), row.case.id

    return sorted(rows, key=place)


def _total(role: str, rows: Sequence[Row]) -> RoleTotal:
    held = {each.id: each for row in rows for each in row.cells.get(role, ())}
    return RoleTotal(
        role=role,
        cases=sum(role in row.cells for row in rows),
        of=len(rows),
        interviews=len(held),
        finished=sum(each.finished for each in held.values()),
        finished_by_any=sum(bool(each.finished_by) for each in held.values()),
    )


def role_sentence(total: RoleTotal, name: str) -> str:
    """What a role comes to: "3 of 5 cases have a mentor interview; 1 of 4 interviews coded to the end by you"."""
    cases = "case has" if total.of == 1 else "cases have"
    article = "an" if name[:1].casefold() in "aeiouæøå" else "a"
    interview = f"{article} {name} interview" if total.role else f"an interview with {name}"
    held = "interview" if total.interviews == 1 else "interviews"
    by_any = (
        f" ({total.finished_by_any} by anybody in sight)" if total.finished_by_any != total.finished else ""
    )
    done = f"{total.finished} of {total.interviews} {held} coded to the end by you{by_any}"
    return f"{total.cases} of {total.of} {cases} {interview}" + (f"; {done}" if total.interviews else "")


def row_sentence(row: Row, roles: Sequence[str], names: Mapping[str, str]) -> str:
    """What a case has and lacks: "3 of 5 roles interviewed; no interview: mentor, borger"."""
    known = [role for role in roles if role]
    gaps = [names[role] for role in known if role not in row.cells]
    had = f"{len(known) - len(gaps)} of {len(known)} roles interviewed"
    return f"{had}; no interview: {', '.join(gaps)}" if gaps else had


def known_of(case: Case, attributes: Iterable[Attribute], language: str = "da") -> str:
    """What is known of a case in words, what is not known left out: "6 years · caseworker changed: no"."""
    found = [
        f"{attribute_name(each, language)}: {say_value(each, case.attributes[each.key], language)}"
        for each in attributes
        if case.attributes.get(each.key)
    ]
    return " · ".join(found)


def held_sentences(held: Held) -> tuple[str, ...]:
    """How far an interview is: who has coded it to the end, codings, uncoded turns, doubtful passages."""
    by = f"coded to the end by {', '.join(held.finished_by)}" if held.finished_by else "not coded to the end"
    others = f" ({held.codings} in sight)" if held.codings != held.own_codings else ""
    seen = f" ({held.uncoded} by nobody in sight)" if held.uncoded != held.own_uncoded else ""
    doubtful = "doubtful passage" if held.doubts == 1 else "doubtful passages"
    return (
        by,
        *((f"{held.doubts} {doubtful}",) if held.doubts else ()),
        f"{held.own_codings} {'coding' if held.own_codings == 1 else 'codings'} of yours{others}",
        f"{held.own_uncoded} of {held.turns} turns of respondents uncoded by you{seen}",
    )
