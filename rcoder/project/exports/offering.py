"""What the options of exports can be in this study, offered to choose from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rcoder.project.cutting import Choices, choices
from rcoder.project.matrices.offering import Offers, offers
from rcoder.project.questions import cases
from rcoder.project.versions import version_lines

if TYPE_CHECKING:
    from rcoder.project.door import Project


@dataclass(frozen=True, slots=True)
class Known:
    """Everything of the study that an export can be narrowed to."""

    offers: Offers
    """Codes, what cases can be split by, and roles."""
    cuts: Choices
    """What a figure of the change theory can be narrowed to."""
    versions: tuple[tuple[str, str], ...]
    """Key and name of each version of the theory, the latest first."""
    cases: tuple[str, ...]
    """Names of the cases."""


def known(project: Project) -> Known:
    """What there is in this study."""
    return Known(
        offers(project),
        choices(project),
        tuple((each.key, each.words.en) for each in reversed(version_lines(project))),
        tuple(each.name for each in cases(project.sight)),
    )
