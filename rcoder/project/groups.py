"""The groups of cases of a study: which there are, how many cases each has, and the deeds on them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rcoder.analysis.groups import sort_cases
from rcoder.domain.actions import grouping
from rcoder.domain.case import Attribute, Case, Criterion, Group
from rcoder.domain.errors import NotFound
from rcoder.domain.groups import GroupCount
from rcoder.domain.ids import new_id
from rcoder.domain.journal import Deed
from rcoder.domain.words import Bilingual, Subject
from rcoder.project.attributes import attributes
from rcoder.project.door import Project
from rcoder.project.questions import cases
from rcoder.project.sight import Sight

__all__ = ["addition", "change", "counted", "group", "group_counts", "groups", "removal", "sort_cases"]


def groups(sight: Sight) -> tuple[Group, ...]:
    """The study's groups, in order."""
    return tuple(sight.records(Group, "SELECT * FROM case_groups ORDER BY position, id"))


def counted(
    sight: Sight, every: Iterable[Case], known: Sequence[Attribute], language: str = "da"
) -> tuple[GroupCount, ...]:
    """Every group with where these cases stand by it."""
    found = tuple(every)
    return tuple(sort_cases(found, each, known, language) for each in groups(sight))


def group_counts(project: Project) -> tuple[GroupCount, ...]:
    """Every group with where every case stands by it."""
    known = attributes(project.sight, Subject.CASE)
    return counted(project.sight, cases(project.sight), known, project.study().language)


def group(project: Project, name: str) -> Group:
    """A group by name or id. Raises NotFound, naming those there are."""
    known, wanted = groups(project.sight), name.strip().casefold()
    for each in known:
        if wanted and wanted in (each.id, each.name.da.casefold(), each.name.en.casefold()):
            return each
    names = ", ".join(each.name.say() for each in known)
    raise NotFound(f"The study has no group {name}.", f"It has {names}." if names else "It has none yet.")


def addition(project: Project, name: Bilingual, criteria: Sequence[Criterion]) -> Deed:
    """The deed that makes a group, at the end of their order. Raises Misuse."""
    known = groups(project.sight)
    position = max((each.position for each in known), default=-1) + 1
    new = Group(new_id(), name, tuple(criteria), position)
    return grouping.make_group(new, attributes(project.sight, Subject.CASE), known)


def change(project: Project, before: Group, after: Group) -> Deed:
    """The deed that changes a group. Raises Misuse."""
    return grouping.change_group(
        before, after, attributes(project.sight, Subject.CASE), groups(project.sight)
    )


def removal(project: Project, name: str) -> Deed:
    """The deed that removes a group by name or id. Raises NotFound."""
    return grouping.remove_group(group(project, name))
