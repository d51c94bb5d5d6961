"""What a comparison can be narrowed to and split by, offered to choose from."""

from __future__ import annotations

from dataclasses import dataclass

from rcoder.domain.groups import criteria_attributes, said_name
from rcoder.domain.roles import in_role_order
from rcoder.domain.words import Category, Subject, role_group
from rcoder.project.attributes import attributes
from rcoder.project.door import Project
from rcoder.project.groups import groups
from rcoder.project.matrices.ground import codes, ground


@dataclass(frozen=True, slots=True)
class Offers:
    """Choices, each as what is asked for and what it is called."""

    rows: tuple[tuple[str, str], ...]
    """Keys of codes with their labels, hypotheses first."""
    splits: tuple[tuple[str, str], ...]
    roles: tuple[tuple[str, str], ...]
    """Role groups, then roles, with how many interviews there are of each."""


def offers(project: Project) -> Offers:
    """What there is in this study."""
    found, known = ground(project), codes(project.sight)
    every = [known.by_id[each] for each in known.depths if not known.by_id[each].retired]
    every.sort(key=lambda code: code.category is not Category.HYPOTHESIS)
    kinds = (*criteria_attributes(attributes(project.sight, Subject.CASE)),)
    splits = [(each.key, said_name(each, found.language)) for each in kinds]
    splits += [(each.id, each.name.say(found.language)) for each in groups(project.sight)]
    return Offers(
        tuple((code.key, code.label.say(found.language)) for code in every),
        tuple(splits),
        roles_known(project),
    )


def roles_known(project: Project) -> tuple[tuple[str, str], ...]:
    """Roles and role groups of the interviews, each with how many interviews there are."""
    found: dict[str, int] = {}
    for each in ground(project).interviews:
        for role in {name for own in each.roles if own for name in (own, role_group(own).casefold())}:
            found[role] = found.get(role, 0) + 1
    return tuple(
        (role, f"{found[role]} interviews" if found[role] > 1 else "1 interview")
        for role in in_role_order(found)
    )
