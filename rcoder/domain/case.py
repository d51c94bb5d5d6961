"""A case: one citizen's course, with the interviews of everyone round it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import ClassVar

from rcoder.domain.words import AttributeType, Bilingual, Relation, Subject


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


@dataclass(frozen=True, slots=True)
class Choice:
    """One of the values a choice attribute may have."""

    value: str
    label: Bilingual = Bilingual()


@dataclass(frozen=True, slots=True)
class Attribute:
    """What a study wants to know of each case or interview, and which values that may have.

    Values are kept as text beside the case or transcript: "yes" and "no", a number with a point, an ISO date, the
    value of a choice. A missing value is unknown, which is not the same as no.
    """

    table: ClassVar[str] = "attributes"

    id: str
    key: str
    """The column of manifests: ledighed_aar."""
    about: Subject = Subject.CASE
    """CASE or INTERVIEW."""
    type: AttributeType = AttributeType.TEXT
    label: Bilingual = Bilingual()
    definition: Bilingual = Bilingual()
    unit: Bilingual = Bilingual()
    choices: tuple[Choice, ...] = ()
    position: int = 0
    origin: str = ""
    """Key of the codebook it came with; "" for a study's own."""


@dataclass(frozen=True, slots=True)
class Criterion:
    """A condition on one attribute: ledighed_aar at least 5."""

    attribute: str
    """Key of an attribute, or "municipality" or "outcome_group"."""
    relation: Relation
    value: str


@dataclass(frozen=True, slots=True)
class Group:
    """Cases that fulfil every criterion; where a value is unknown a case is neither in nor out."""

    table: ClassVar[str] = "case_groups"

    id: str
    name: Bilingual
    criteria: tuple[Criterion, ...] = ()
    position: int = 0
