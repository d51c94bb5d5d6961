"""The attributes of a codebook file: what a study with it wants to know of each case and interview."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from rcoder.domain.attributes import plain_key
from rcoder.domain.case import Attribute, Choice
from rcoder.domain.words import AttributeType, Bilingual, Subject
from rcoder.exchange.findings import Findings, shown
from rcoder.exchange.identity import attribute_id
from rcoder.exchange.manifest_rows import known_heading
from rcoder.exchange.yaml_section import Section, Shape

ATTRIBUTE = Shape("an attribute", ("key", "type", "label"), ("about", "definition", "unit", "choices"))
CHOICE = Shape("a choice", ("value", "label"))

ABOUT = (Subject.CASE, Subject.INTERVIEW)
"""What an attribute may be about."""


def read_attribute(codebook: str, origin: str, position: int, section: Section) -> Attribute:
    """An attribute of the codebook with the id `codebook`, which calls itself `origin`."""
    key = section.word("key")
    return Attribute(
        id=attribute_id(codebook, key),
        key=key,
        about=section.term("about", Subject, ABOUT) or Subject.CASE,
        type=section.term("type", AttributeType) or AttributeType.TEXT,
        label=section.bilingual("label", both=True),
        definition=section.bilingual("definition"),
        unit=section.bilingual("unit"),
        choices=tuple(
            Choice(each.text("value"), each.bilingual("label", both=True))
            for each in section.sections("choices", CHOICE)
        ),
        position=position,
        origin=origin,
    )


def check_attributes(sections: Iterable[Section], findings: Findings) -> None:
    """Note every key that stands twice or is a manifest's own, and choices and units where the type has none."""
    first: dict[str, Section] = {}
    for section in sections:
        key = section.text("key")
        column = known_heading(key)
        if key and plain_key(key) in first:
            where = f"line {first[plain_key(key)].line}"
            findings.add(section.at("key"), f"The key {shown(key)} stands twice; {where} has it already.")
        elif key and column is not None:
            findings.add(section.at("key"), f"{shown(key)} is a column that every manifest has ({column}).")
        first.setdefault(plain_key(key), section)
        _check_type(section, findings)


def _check_type(section: Section, findings: Findings) -> None:
    kind = section.text("type")
    if section.has("unit") and kind != AttributeType.NUMBER:
        findings.add(section.at("unit"), 'Only an attribute of the type "number" has a unit.')
    if kind == AttributeType.CHOICE and not section.has("choices"):
        findings.add(section, 'An attribute of the type "choice" needs "choices".')
    if section.has("choices") and kind != AttributeType.CHOICE:
        findings.add(section.at("choices"), 'Only an attribute of the type "choice" has choices.')
    seen: dict[str, Section] = {}
    for choice in section.sections("choices", CHOICE):
        value = choice.text("value").casefold()
        if value and value in seen:
            where = f"line {seen[value].line}"
            findings.add(
                choice.at("value"), f"The value {shown(value)} stands twice; {where} has it already."
            )
        seen.setdefault(value, choice)


def attribute_block(
    attribute: Attribute,
) -> Mapping[str, str | Bilingual | Sequence[Mapping[str, str | Bilingual]]]:
    """An attribute as a block of a codebook file."""
    return {
        "key": attribute.key,
        "about": attribute.about,
        "type": attribute.type,
        "label": attribute.label,
        "definition": attribute.definition,
        "unit": attribute.unit,
        "choices": [{"value": each.value, "label": each.label} for each in attribute.choices],
    }
