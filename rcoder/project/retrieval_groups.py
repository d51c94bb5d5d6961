"""Retrieved passages put together by something they have in common, each group counted of its own interviews and cases."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from rcoder.analysis.retrieval_counts import Ground
from rcoder.domain.codebook import in_tree_order
from rcoder.domain.groups import outcome_words
from rcoder.domain.retrieval import Gathering, Grouping, Result
from rcoder.domain.roles import in_role_order, role_name
from rcoder.domain.terms import say
from rcoder.domain.words import Kind, Stance, danish_order
from rcoder.project.retrieval_rows import Row
from rcoder.project.retrieval_surroundings import NOBODY
from rcoder.project.retrieving import Retrieval

INTERVIEWER = "(interviewer)"
"""Key of the group of interviewers' words."""


def gathered(found: Retrieval, by: Grouping) -> tuple[Gathering, ...]:
    """The results in groups; each result is in the group of its first passage, in several where that one has several roles."""
    keys_of = _KEYS[by]
    results: dict[str, list[Result]] = {}
    for result in found.results:
        for key in keys_of(found, found.rows[result[0]]):
            results.setdefault(key, []).append(result)
    return tuple(
        Gathering(
            key,
            _name(found, by, key),
            tuple(results[key]),
            found.counted(results[key], _ground(found, by, key)),
        )
        for key in _in_order(found, by, results)
    )


def _roles(found: Retrieval, row: Row) -> tuple[str, ...]:
    speaker = found.around.speakers.get(row["speaker_id"], NOBODY)
    if speaker.interviewer:
        return (INTERVIEWER,)
    return tuple(dict.fromkeys(each.casefold() for each in speaker.roles)) or ("",)


def _code(found: Retrieval, row: Row) -> tuple[str, ...]:
    """Id of a code; number of a configuration that evidence is on."""
    if "claim" not in row:
        return (row["code_id"],)
    own = row["claim_id"]
    return (own,) if own in found.around.codes else (found.code_of(row)[0],)


def _outcome(found: Retrieval, row: Row) -> tuple[str, ...]:
    case = found.around.cases.get(found.case_id(row))
    return (case.outcome_group if case else "",)


_KEYS: dict[Grouping, Callable[[Retrieval, Row], tuple[str, ...]]] = {
    Grouping.INTERVIEW: lambda _, row: (row["transcript_id"],),
    Grouping.CASE: lambda found, row: (found.case_id(row),),
    Grouping.CODE: _code,
    Grouping.ROLE: _roles,
    Grouping.OUTCOME: _outcome,
    Grouping.CODER: lambda _, row: (row["coder_id"],),
    Grouping.STANCE: lambda _, row: (row.get("stance") or "",),
    Grouping.KIND: lambda _, row: (row.get("kind") or "",),
}


def _in_order(found: Retrieval, by: Grouping, keys: Iterable[str]) -> list[str]:
    """The keys in the order a person expects; what has none comes last."""
    known, around = list(keys), found.around
    if by is Grouping.ROLE:
        return [*in_role_order(each for each in known if each != INTERVIEWER), *({INTERVIEWER} & {*known})]
    orders: dict[Grouping, Iterable[str]] = {
        Grouping.INTERVIEW: around.interviews,
        Grouping.CASE: around.cases,
        Grouping.CODE: (code.id for _, code in in_tree_order(around.codes.values())),
        Grouping.STANCE: tuple(Stance),
        Grouping.KIND: tuple(Kind),
    }
    place = {key: number for number, key in enumerate(orders.get(by, ()))}
    return sorted(
        known, key=lambda key: (not key, place.get(key, len(place)), danish_order(_name(found, by, key)), key)
    )


def _name(found: Retrieval, by: Grouping, key: str) -> str:
    """What a group is called."""
    around = found.around
    if not key:
        return f"no {_NOTHING.get(by, by.value)}"
    if by is Grouping.CODE:
        code = around.codes.get(key)
        return f"{code.key} {code.label.say(around.language)}" if code else key
    names: dict[Grouping, Callable[[], str]] = {
        Grouping.INTERVIEW: lambda: around.interviews[key].title,
        Grouping.CASE: lambda: around.cases[key].name,
        Grouping.ROLE: lambda: "interviewer" if key == INTERVIEWER else role_name(key, around.language),
        Grouping.OUTCOME: lambda: outcome_words(key),
        Grouping.CODER: lambda: around.coders.get(key, ""),
        Grouping.STANCE: lambda: say(Stance(key)),
        Grouping.KIND: lambda: say(Kind(key)),
    }
    return names[by]()


_NOTHING = {
    Grouping.OUTCOME: "known outcome group",
    Grouping.STANCE: "stance: codings",
    Grouping.CODE: "code in your sight",
}


def _ground(found: Retrieval, by: Grouping, key: str) -> Ground:
    """What a group is counted of: of the interviews of the whole, those that can hold a passage of it."""
    around = found.around
    if by is Grouping.CODER:
        return around.ground(found.scope[0], key)
    if by is Grouping.INTERVIEW:
        within = frozenset((key,))
    elif by is Grouping.ROLE and key != INTERVIEWER:
        within = around.interviews_of_role(key)
    elif by is Grouping.CASE:
        within = around.interviews_of_case(key)
    elif by is Grouping.OUTCOME:
        within = around.interviews_of_outcome(key)
    else:
        return found.ground
    return found.ground.within(within, around.case_of)


def told_apart(found: Retrieval, row: Row, by: Grouping, *, coder: bool) -> str:
    """Whose words a passage is, as far as its group does not say so: case, role or interview, coder."""
    around = found.around
    speaker = around.speakers.get(row["speaker_id"], NOBODY)
    case = around.cases.get(found.case_id(row))
    title = around.interviews[row["transcript_id"]].title
    role = "interviewer" if speaker.interviewer else ", ".join(speaker.roles)
    parts = (
        case.name if case and by not in (Grouping.CASE, Grouping.INTERVIEW) else "",
        role if by is not Grouping.ROLE else "",
        title if not role or (case is None and by is not Grouping.INTERVIEW) else "",
        around.coders.get(row["coder_id"], "") if coder and by is not Grouping.CODER else "",
    )
    return " · ".join(part for part in parts if part)
