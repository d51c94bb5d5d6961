"""Other explanations of the same outcome that were considered, and how configurations stand to one another."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from rcoder.domain.words import Fate, Kin


@dataclass(frozen=True, slots=True)
class Rival:
    """An explanation beside the configuration's own, and why it was kept or dropped; passages are joined to it as evidence."""

    table: ClassVar[str] = "rivals"

    id: str
    configuration_id: str
    coder_id: str
    wording: str
    fate: Fate = Fate.OPEN
    reason: str = ""
    other_id: str | None = None
    """The configuration that says it, where there is one."""
    position: int = 0


@dataclass(frozen=True, slots=True)
class Kinship:
    """A configuration stands to another in a way a person says, with a reason."""

    table: ClassVar[str] = "kinships"

    id: str
    configuration_id: str
    kin: Kin
    other_id: str
    coder_id: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Standin:
    """An element of a consolidated configuration stands for an element of one of its members.

    A link of the consolidated configuration stands for those links of members whose ends it stands for, with the same effect.
    """

    table: ClassVar[str] = "standins"

    id: str
    element_id: str
    """An element of the consolidated configuration."""
    member_id: str
    """Id of the element of a member."""
