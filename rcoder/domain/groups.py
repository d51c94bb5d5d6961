"""Conditions on attributes, from which groups of cases are made, and where the cases stand by them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from rcoder.domain.attributes import attribute_called, attribute_name, canonical_value, plain_key, say_value
from rcoder.domain.case import Attribute, Case, Choice, Criterion, Group
from rcoder.domain.errors import Misuse
from rcoder.domain.terms import say
from rcoder.domain.words import AttributeType, Bilingual, Relation, Subject

MUNICIPALITY = Attribute("", "municipality", label=Bilingual("kommune", "municipality"))
OUTCOME_GROUP = Attribute(
    "",
    "outcome_group",
    label=Bilingual("udfaldsgruppe", "outcome group"),
    choices=(
        Choice("with_hours", Bilingual("med timer", "with hours")),
        Choice("without_hours", Bilingual("uden timer", "without hours")),
    ),
)
"""Its choices are the usual ones; another word that a study uses is kept as it is."""
UNKNOWN_GROUP = "outcome group unknown"

USUAL = "outcome_group:"
"""Begins the id of a group that is not stored: the cases of one outcome group."""

FACTS = (MUNICIPALITY, OUTCOME_GROUP)
"""What every case has besides its study's attributes."""

ORDERED = frozenset((AttributeType.NUMBER, AttributeType.DATE))
"""Types whose values can be at least or at most something."""


class Belonging(StrEnum):
    """Where a case stands by a group; where what decides is unknown it is neither in nor out."""

    IN = "in"
    OUT = "out"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Sorted:
    """Where one case stands by a group, and why."""

    case_id: str
    case: str
    """Its name."""
    belonging: Belonging
    reason: str


@dataclass(frozen=True, slots=True)
class GroupCount:
    """A group with where every case stands."""

    group: Group
    cases: tuple[Sorted, ...]

    def of(self, belonging: Belonging) -> tuple[Sorted, ...]:
        """The cases that stand so."""
        return tuple(each for each in self.cases if each.belonging is belonging)

    @property
    def words(self) -> str:
        """The count with its denominator: "3 of 5 cases, 1 unknown"."""
        inside, unknown = len(self.of(Belonging.IN)), len(self.of(Belonging.UNKNOWN))
        cases = "case" if len(self.cases) == 1 else "cases"
        return f"{inside} of {len(self.cases)} {cases}" + (f", {unknown} unknown" if unknown else "")


def criteria_attributes(attributes: Iterable[Attribute]) -> tuple[Attribute, ...]:
    """What a criterion may be about: municipality, outcome group and the attributes of cases."""
    return (*FACTS, *(each for each in attributes if each.about is Subject.CASE))


def value_of(case: Case, key: str) -> str:
    """The stored value of a case's attribute, municipality or outcome group; "" for unknown."""
    if key == MUNICIPALITY.key:
        return case.municipality
    if key == OUTCOME_GROUP.key:
        return case.outcome_group
    return case.attributes.get(key, "")


def relations_of(attribute: Attribute) -> tuple[Relation, ...]:
    """How values of the attribute can be compared."""
    return tuple(Relation) if attribute.type in ORDERED else (Relation.IS, Relation.IS_NOT)


def checked(criterion: Criterion, attributes: Iterable[Attribute]) -> Criterion:
    """The criterion with the attribute's key and the value in its stored form.

    Raises Misuse where there is no such attribute of cases, or relation or value do not fit it.
    """
    known = criteria_attributes(attributes)
    attribute = attribute_called(known, criterion.attribute)
    if attribute is None:
        names = ", ".join(each.key for each in known)
        raise Misuse(f"Cases have no attribute {criterion.attribute}.", f"They have {names}.")
    if criterion.relation not in relations_of(attribute):
        words = say(criterion.relation)
        raise Misuse(f"{attribute.key} has no order, so nothing is {words}.", "Ask whether it is, or is not.")
    value = canonical_value(attribute, criterion.value)
    if not value:
        raise Misuse(f"A condition on {attribute.key} needs a value to compare with.")
    return replace(criterion, attribute=attribute.key, value=value)


def say_criterion(criterion: Criterion, attributes: Iterable[Attribute], language: str = "da") -> str:
    """A criterion in words: "års ledighed at least 5 år"; labels and units in the content's language."""
    attribute = attribute_called(criteria_attributes(attributes), criterion.attribute)
    relation = say(criterion.relation)
    if attribute is None:
        return f"{criterion.attribute} {relation} {criterion.value}"
    return f"{said_name(attribute, language)} {relation} {said_value(attribute, criterion.value, language)}"


def said_name(attribute: Attribute, language: str = "da") -> str:
    """What an attribute is called: its label in the content's language, the facts of every case as the program says them."""
    return attribute_name(attribute, "en" if attribute in FACTS else language)


def said_value(attribute: Attribute, value: str, language: str = "da") -> str:
    """A stored value in words, of the facts of every case as the program says them."""
    return say_value(attribute, value, "en" if attribute in FACTS else language)


def outcome_words(group: str, unknown: str = UNKNOWN_GROUP) -> str:
    """An outcome group in words; `unknown` where a case has none."""
    return said_value(OUTCOME_GROUP, group) if group else unknown


_SIGNS = {
    ">=": Relation.AT_LEAST, "≥": Relation.AT_LEAST, "<=": Relation.AT_MOST, "≤": Relation.AT_MOST,
    "!=": Relation.IS_NOT, "≠": Relation.IS_NOT, "=": Relation.IS,
    "at least": Relation.AT_LEAST, "mindst": Relation.AT_LEAST, "at most": Relation.AT_MOST,
    "højst": Relation.AT_MOST, "is not": Relation.IS_NOT, "er ikke": Relation.IS_NOT,
    "is": Relation.IS, "er": Relation.IS,
}  # fmt: skip
_SIGN = re.compile(r"([^<>=!≤≥≠]+?)\s*(>=|≥|<=|≤|!=|≠|=)\s*(.+)", re.DOTALL)
_WORD = re.compile(r"(.+?)\s+(at least|mindst|at most|højst|is not|er ikke|is|er)\s+(.+)", re.DOTALL)


def read_criterion(text: str) -> Criterion:
    """A criterion as a person writes it: "ledighed_aar >= 5", "municipality is not Nordby". Raises Misuse."""
    words = " ".join(text.split())
    found = _SIGN.fullmatch(words) or _WORD.fullmatch(words)
    if found is None:
        raise Misuse(
            f"“{words}” is no condition.", 'Write it as "ledighed_aar >= 5" or "outcome_group is with_hours".'
        )
    return Criterion(plain_key(found[1]), _SIGNS[found[2]], found[3])
