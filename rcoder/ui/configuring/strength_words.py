"""The numbers that a judgement of strength can be made by, in words, and the passages behind each."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from rcoder.domain.actions.sentences import several
from rcoder.domain.groups import outcome_words
from rcoder.domain.passage import Passage
from rcoder.domain.strength import StanceCount, Strength
from rcoder.domain.terms import say
from rcoder.domain.words import Scope, Stance, role_group
from rcoder.project.bench import Bench, joined, strength_of
from rcoder.ui.configuring.bench import LANGUAGE, beside


def numbers(bench: Bench) -> Iterator[tuple[str, str, str]]:
    """Each indicator: its name, what it is called, and its numbers with what they are of."""
    found = strength_of(bench)
    for each in found.stances:
        yield each.stance.value, say(each.stance, LANGUAGE), stance_words(each, found.coded_cases)
    if found.roles:
        roles = (
            f"{role} {each.number} of {several(each.of, 'interview')}" for role, each in found.roles.items()
        )
        yield "roles", "said by", " · ".join(roles)
    if found.contrast:
        yield "contrast", "contrast", " · ".join(contrast_words(found))
    if found.supporting:
        of = f"of {found.supporting} as attached"
        yield "scopes", "about", f"{' · '.join(_scopes(found))} {of}"
        yield "told", "how told", f"said {found.said} · volunteered {found.volunteered} {of}"
    if found.answered.of:
        yield "answered", "answered", f"{found.answered.number} of {found.answered.of} against it have a memo"


def stance_words(count: StanceCount, coded: int) -> str:
    """Passages, interviews and cases of one stance, and other material apart."""
    parts = [
        several(count.tally.passages, "passage"),
        f"{count.interviews.number} of {several(count.interviews.of, 'interview')}",
        *beside(count.tally, coded, about_cases=True),
    ]
    if count.material:
        parts.append(f"{several(count.material, 'piece')} of other material")
    return " · ".join(parts)


def contrast_words(found: Strength) -> Iterator[str]:
    """Cases of each outcome group, of how many."""
    for name, each in found.contrast.items():
        found_in = f"{each.number} of {several(each.of, 'case')}" if each.of else "no case coded to the end"
        words = f"{outcome_words(name)} {found_in}"
        yield f"{words} ({each.apart} not yet coded to the end)" if each.apart else words


def _scopes(found: Strength) -> Iterator[str]:
    for scope in Scope:
        if number := found.scopes[scope.value]:
            yield f"{say(scope, LANGUAGE)} {number}"


def behind(bench: Bench, name: str) -> tuple[tuple[str, tuple[Passage, ...]], ...]:
    """The passages behind a number, by heading; those of a stance, else those in support in the parts it has."""
    every = joined(bench)
    if name in list(Stance):
        return ((say(Stance(name), LANGUAGE), tuple(each for each in every if each.stance == name)),)
    if name == "answered":
        against = [each for each in every if each.stance is Stance.CONTRADICTS]
        return _parted(against, lambda each: ["with a memo" if each.memo else "without a memo"])
    supporting = [each for each in every if each.stance is Stance.SUPPORTS]
    parts: dict[str, Callable[[Passage], list[str]]] = {
        "roles": lambda each: list(dict.fromkeys(map(role_group, each.roles))) or ["no role"],
        "contrast": lambda each: [_outcome_group(bench, each.case_id)],
        "scopes": lambda each: [say(each.scope, LANGUAGE)],
        "told": lambda each: [f"{say(each.directness, LANGUAGE)}, {say(each.prompting, LANGUAGE)}"],
    }
    return _parted(supporting, parts[name])


def _parted(
    found: list[Passage], parts: Callable[[Passage], list[str]]
) -> tuple[tuple[str, tuple[Passage, ...]], ...]:
    by: dict[str, list[Passage]] = {}
    for each in found:
        for part in parts(each):
            by.setdefault(part, []).append(each)
    return tuple((part, tuple(own)) for part, own in by.items())


def _outcome_group(bench: Bench, case_id: str | None) -> str:
    names = (name for name, own in bench.coverage.groups.items() if case_id in own)
    name = next(names, "")
    return outcome_words(name)
