"""What can be chosen for the change theory: which one, which version, what it is narrowed to, and where to go in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TypeVar

from rcoder.domain.cut import Cut
from rcoder.domain.roles import role_name
from rcoder.domain.signs import STANCE_SIGNS
from rcoder.domain.terms import say
from rcoder.domain.theory import ArrowState
from rcoder.domain.theory_difference import NOW
from rcoder.domain.words import Horizon, Stance
from rcoder.project.cutting import Choices
from rcoder.project.theory_drawn import Behind, TheoryShown
from rcoder.ui.configuring.choices import Choice

T = TypeVar("T")
LANGUAGE = "en"
"""The language of the program (decision 20)."""
EVERYTHING = "everything"
ON = "✓ "
"""Before what the theory is narrowed to already; choosing it takes it off."""
LEAST = (2, 3, 5)
STATES: dict[ArrowState, str] = {
    ArrowState.ACCEPTED: "accepted",
    ArrowState.DRAFT: "draft",
    ArrowState.INITIAL: "no evidence yet",
}


@dataclass(frozen=True, slots=True)
class Narrowing:
    """One thing that the theory can be narrowed to, and the cut with it put on or taken off."""

    choice: Choice
    cut: Cut


def theories(found: Choices, language: str) -> list[Choice]:
    """The overall theory and the mini theories."""
    return [
        Choice(each.value, ((f"{each.value} ", "-key"), (each.name.say(language), "")))
        for each in found.theories
    ]


def versions(found: tuple[tuple[str, str], ...]) -> list[Choice]:
    """The theory as it stands, then those that were saved, then the initial one."""
    return [
        Choice(key, ((name[:1].upper() + name[1:], "-strong" if key == NOW else ""),)) for key, name in found
    ]


def narrowings(found: Choices, cut: Cut, language: str) -> dict[str, Narrowing]:
    """Everything the theory can be narrowed to, by the id of its choice; what it is narrowed to already is marked."""
    every = (
        {} if cut.empty else {EVERYTHING: Narrowing(_choice(EVERYTHING, "everything", "no filter"), Cut())}
    )
    return every | {each.choice.id: each for each in _narrowings(found, cut, language)}


def _narrowings(found: Choices, cut: Cut, language: str) -> Iterator[Narrowing]:
    yield _one(
        "evidence", "only what rests on evidence", "", cut.evidence, replace(cut, evidence=not cut.evidence)
    )
    for state in found.states:
        states = _turned(cut.states, state)
        yield _one(
            f"state:{state}", STATES[state], "status", state in cut.states, replace(cut, states=states)
        )
    for each in found.hypotheses:
        keys = _turned(cut.hypotheses, each.value)
        words = f"{each.value} {each.name.say(language)}"
        yield _one(
            f"hypothesis:{each.value}",
            words,
            "hypothesis",
            each.value in cut.hypotheses,
            replace(cut, hypotheses=keys),
        )
    for horizon in found.horizons:
        yield _of_horizon(horizon, cut)
    for role in found.roles:
        yield _of_role(role, cut)
    for group in found.groups:
        for outside in (False, True):
            yield _of_group(group.value, group.name.say(language), cut, outside=outside)
    for stance in found.stances:
        yield _of_stance(stance, cut)
    for number in LEAST:
        own = 0 if cut.least_passages == number else number
        yield _one(
            f"passages:{number}",
            f"at least {number} passages",
            "evidence",
            not own,
            replace(cut, least_passages=own),
        )
    for number in LEAST[:2]:
        own = 0 if cut.least_cases == number else number
        yield _one(
            f"cases:{number}",
            f"at least {number} cases coded to the end",
            "evidence",
            not own,
            replace(cut, least_cases=own),
        )


def _of_horizon(horizon: Horizon, cut: Cut) -> Narrowing:
    wanted = replace(cut, horizons=_turned(cut.horizons, horizon))
    return _one(
        f"horizon:{horizon}", f"what leads to the {say(horizon)}", "horizon", horizon in cut.horizons, wanted
    )


def _of_role(role: str, cut: Cut) -> Narrowing:
    """Found by its Danish name too, as interviews and boards have it."""
    wanted = replace(cut, roles=_turned(cut.roles, role))
    found = _one(f"role:{role}", role_name(role, LANGUAGE), "said by", role in cut.roles, wanted)
    names = (*found.choice.names, role, role_name(role, "da"))
    return replace(found, choice=replace(found.choice, names=names))


def _of_group(value: str, name: str, cut: Cut, *, outside: bool) -> Narrowing:
    there = cut.group == value and cut.outside is outside
    wanted = replace(cut, group="" if there else value, outside=outside and not there)
    words = f"cases outside “{name}”" if outside else f"cases in “{name}”"
    return _one(f"group:{outside}:{value}", words, "group", there, wanted)


def _of_stance(stance: Stance, cut: Cut) -> Narrowing:
    wanted = replace(cut, stances=_turned(cut.stances, stance))
    words = f"{STANCE_SIGNS[stance]} arrows with a passage that {say(stance)}"
    return _one(f"stance:{stance}", words, "stance", stance in cut.stances, wanted)


def _turned(held: tuple[T, ...], one: T) -> tuple[T, ...]:
    """With it where it was not, without it where it was."""
    return tuple(each for each in held if each != one) if one in held else (*held, one)


def _one(own: str, words: str, what: str, there: bool, cut: Cut) -> Narrowing:
    return Narrowing(_choice(own, f"{ON if there else ''}{words}", what), cut)


def _choice(own: str, words: str, right: str) -> Choice:
    return Choice(own, ((words, "-strong" if words.startswith(ON) else ""),), right, (right,))


def places(shown: TheoryShown) -> list[Choice]:
    """Every box, then every arrow by its ends."""
    theory = shown.theory
    boxes = [Choice(box.id, ((shown.names[box.id], "-strong"),), say(box.column)) for box in theory.boxes]
    arrows = [
        Choice(
            arrow.id,
            ((f"{shown.names.get(arrow.source, '?')} → {shown.names.get(arrow.target, '?')}", ""),),
            say(arrow.effect),
        )
        for arrow in theory.arrows
    ]
    return [*boxes, *arrows]


def configurations(found: tuple[Behind, ...]) -> list[Choice]:
    """The configurations behind an arrow or a box."""
    return [Choice(each.id, ((f"{each.number} ", "-strong"), (each.title, ""))) for each in found]
