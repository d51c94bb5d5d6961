"""The groups of cases that a figure can be narrowed to: those of the study, those of the outcome, and conditions."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from rcoder.analysis.groups import sort_cases, usual_groups
from rcoder.domain.case import Attribute, Criterion, Group
from rcoder.domain.cut import CaseGroup
from rcoder.domain.errors import Misuse
from rcoder.domain.groups import OUTCOME_GROUP, Belonging, checked, read_criterion, say_criterion
from rcoder.domain.words import Bilingual, Relation, Subject
from rcoder.project.attributes import attributes
from rcoder.project.groups import groups
from rcoder.project.questions import cases

if TYPE_CHECKING:
    from rcoder.project.door import Project


def group_names(project: Project) -> tuple[Bilingual, ...]:
    """What the groups are called: the study's own, then those of the outcome."""
    return tuple(each.name for each in _known(project))


def group_named(project: Project, words: str) -> CaseGroup:
    """The cases by a group's name, or by a condition such as "ledighed_aar >= 5". Raises Misuse."""
    wanted = words.strip().casefold()
    for each in _known(project):
        names = {each.id, each.name.da, each.name.en, *(one.value for one in each.criteria if _usual(each))}
        if wanted in {name.casefold() for name in names if name}:
            return _sorted(project, each)
    return _sorted(project, _by_condition(project, words))


def outcome_group(project: Project) -> str:
    """What the group of those with the outcome is called. Raises Misuse where no case has an outcome group."""
    known = {each.criteria[0].value: each for each in _outcomes(project)}
    if not known:
        raise Misuse(
            "No case has an outcome group.", "Name a group with --group, or give cases one: rcoder case."
        )
    first = OUTCOME_GROUP.choices[0].value
    return known.get(first, next(iter(known.values()))).id


def _known(project: Project) -> tuple[Group, ...]:
    return (*groups(project.sight), *_outcomes(project))


def _usual(group: Group) -> bool:
    """Whether it is a group of the outcome, which its value names too."""
    return len(group.criteria) == 1 and group.criteria[0].attribute == OUTCOME_GROUP.key


def _outcomes(project: Project) -> Iterable[Group]:
    """The groups of the outcome, named in both languages."""
    labels = {each.value: each.label for each in OUTCOME_GROUP.choices}
    return tuple(
        Group(
            each.id,
            labels.get(value, Bilingual(value, value)),
            (Criterion(OUTCOME_GROUP.key, Relation.IS, value),),
        )
        for each in usual_groups(cases(project.sight))
        for value in (each.criteria[0].value,)
    )


def _by_condition(project: Project, words: str) -> Group:
    known = attributes(project.sight, Subject.CASE)
    try:
        criterion = checked(read_criterion(words), known)
    except Misuse as error:
        names = ", ".join(each.say() for each in group_names(project))
        raise Misuse(
            f"The study has no group {words}.",
            f"It has {names}." if names else 'Write a condition such as "outcome_group is with_hours".',
        ) from error
    return Group(words, _said(criterion, known), (criterion,))


def _said(criterion: Criterion, known: Iterable[Attribute]) -> Bilingual:
    own = tuple(known)
    return Bilingual(*(say_criterion(criterion, own, language) for language in ("da", "en")))


def _sorted(project: Project, group: Group) -> CaseGroup:
    known = attributes(project.sight, Subject.CASE)
    found = sort_cases(cases(project.sight), group, known)
    sides = (
        frozenset(each.case_id for each in found.of(side))
        for side in (Belonging.IN, Belonging.OUT, Belonging.UNKNOWN)
    )
    return CaseGroup(group.name, *sides)
