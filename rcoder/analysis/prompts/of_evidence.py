"""What can be asked of what a configuration rests on, and of the alternatives to it (realist-practice §7, 10 to 13 and 17)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rcoder.analysis.prompts.of_elements import PASSAGES, of_elements, prompt
from rcoder.analysis.prompts.outline import Outline, Setting
from rcoder.domain.groups import OUTCOME_GROUP
from rcoder.domain.prompt_table import ORDER
from rcoder.domain.prompting import Prompt, count, same
from rcoder.domain.words import Kind, Stance

_OUTCOMES = {each.value: each.label for each in OUTCOME_GROUP.choices}
CASES = (("sag", "sager"), ("case", "cases"))


def of_one(own: Outline, setting: Setting) -> tuple[Prompt, ...]:
    """Every prompt on a configuration, in the order of a supervisor's list."""
    found = [*of_elements(own, setting), *_whole(own)]
    if own.parts:
        found += [*_evidence(own, setting)]
    once = {each.at: each for each in reversed(found)}
    return tuple(sorted(once.values(), key=lambda each: (ORDER[each.key], found.index(each))))


def _whole(own: Outline) -> Iterator[Prompt]:
    if not own.hypotheses:
        yield prompt(own, "no_hypothesis")
    if not own.rivals and any(part.kind is Kind.OUTCOME for part in own.parts):
        yield prompt(own, "no_rival")
    for rival in own.rivals:
        if rival.open:
            yield prompt(own, "rival_open", rival.id, words=same(rival.wording))


def _evidence(own: Outline, setting: Setting) -> Iterator[Prompt]:
    """What all of it together comes from, and whether anything speaks against it."""
    number = len({each.place for each in own.voices})
    if not number:
        return
    passages = count(number, *PASSAGES)
    respondents = {each.respondent: each.name for each in own.voices}
    if len(respondents) == 1:
        yield prompt(own, "one_respondent", passages=passages, who=same(next(iter(respondents.values()))))
    roles = sorted({role for each in own.voices for role in each.roles})
    there = len({*setting.roles, *roles})
    if len(roles) == 1 and there > 1:
        yield prompt(own, "one_role", passages=passages, roles=same(str(there)), who=same(roles[0]))
    yield from _cases(own, setting)
    against = any(each.stance == Stance.CONTRADICTS for each in own.voices)
    if not against and not own.countered:
        yield prompt(own, "counter_evidence", passages=passages)


def _cases(own: Outline, setting: Setting) -> Iterator[Prompt]:
    """Cases and outcome groups; a member of a consolidated configuration is about its own case and not asked."""
    about = [each for each in own.voices if each.this_case and each.case_id]
    cases = sorted({each.case_id for each in about})
    if own.member or not cases:
        return
    if len(cases) == 1:
        if len(setting.cases) > 1:
            passages = count(len({each.place for each in about}), *PASSAGES)
            who = same(setting.cases[cases[0]][0]) if cases[0] in setting.cases else same("?")
            yield prompt(own, "one_case", passages=passages, cases=same(str(len(setting.cases))), who=who)
        return
    groups = {setting.cases[each][1] for each in cases if each in setting.cases} - {""}
    if len(groups) == 1 and len(setting.groups) > 1:
        group = next(iter(groups))
        among, who = same(str(len(setting.groups))), _OUTCOMES.get(group, same(group))
        yield prompt(own, "one_outcome_group", cases=count(len(cases), *CASES), groups=among, who=who)


def negative_search(own: Outline, setting: Setting) -> str:
    """The query that would find what speaks against it: the reasoning weak or absent, or the resource without it.

    "" where neither a reasoning nor a resource has a code.
    """
    reasonings, resources = (_keys(own, setting, kind) for kind in (Kind.REASONING, Kind.RESOURCE))
    parts = []
    if reasonings:
        parts.append(f"{_any(reasonings)} (polarity:weak or polarity:absent)")
    if resources and reasonings:
        parts.append(f"{_any(resources)} not near:3 {_any(reasonings)}")
    elif resources:
        parts.append(_any(resources))
    return " or ".join(parts)


def _keys(own: Outline, setting: Setting, kind: Kind) -> list[str]:
    codes = (setting.codes.get(part.code_id) for part in own.parts if part.kind is kind)
    return list(dict.fromkeys(code.key for code in codes if code is not None))


def _any(keys: Sequence[str]) -> str:
    return f"({' or '.join(keys)})" if len(keys) > 1 else keys[0]
