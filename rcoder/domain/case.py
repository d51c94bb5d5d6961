"""A case: one citizen's course, with the interviews of everyone round it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class Case:
    """One citizen's course through the programme."""

    table: ClassVar[str] = "cases"

    id: str
    name: str
    municipality: str = ""
    outcome_group: str = ""
    """with_hours, without_hours, or "" where it is unknown; any other word a study uses is kept as it is."""
    attributes: Mapping[str, str] = field(default_factory=dict)
    """Free attributes. A key that is missing is unknown, which is not the same as no."""
