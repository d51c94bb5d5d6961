"""The groups of cases that the HTML figure can be filtered by."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rcoder.domain.groups import Belonging
from rcoder.domain.words import Bilingual

if TYPE_CHECKING:
    from rcoder.project.door import Project

_OUTSIDE = Bilingual("ikke", "not")


def page_groups(project: Project, language: str) -> tuple[tuple[str, frozenset[str]], ...]:
    """Each group of the study, and who is outside it: name and ids of the cases; cases of which it is unknown are in neither."""
    from rcoder.project.groups import group_counts

    found = []
    for counted in group_counts(project):
        name = counted.group.name.say(language)
        for belonging, words in (
            (Belonging.IN, name),
            (Belonging.OUT, f"{_OUTSIDE.say(language)}: {name}"),
        ):
            cases = frozenset(each.case_id for each in counted.of(belonging))
            if cases:
                found.append((words, cases))
    return tuple(found)
