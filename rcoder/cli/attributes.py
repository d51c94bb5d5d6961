"""Commands on attributes."""

from __future__ import annotations

import argparse
from dataclasses import replace
from typing import Any

from rcoder.cli.show import as_json, line, opened, table
from rcoder.cli.terms import term
from rcoder.domain.attributes import read_choice, read_type
from rcoder.domain.case import Attribute
from rcoder.domain.errors import Misuse
from rcoder.domain.journal import Entry
from rcoder.domain.terms import say
from rcoder.domain.words import AttributeType, Bilingual, Subject


def which(_: argparse.Namespace) -> int:
    """A command group without a command."""
    raise Misuse(
        "rcoder attribute needs a command: list, add, set or remove.", "See rcoder attribute --help."
    )


def list_(chosen: argparse.Namespace) -> None:
    """The attributes with how much is known."""
    from rcoder.project.attributes import attribute_lines

    with opened(chosen) as project:
        lines = attribute_lines(project)
        language = project.study().language
    if chosen.json:
        as_json([{**attribute_shape(each.attribute), "known": each.known, "of": each.of, "groups": list(each.groups)} for each in lines])  # fmt: skip
        return
    if not lines:
        line("No attributes yet. Define one with: rcoder attribute add PROJECT KEY --type number")
    table(
        [
            (
                each.attribute.key,
                _type_words(each.attribute),
                f"{each.known} of {each.of} {each.attribute.about.value}s",
                each.attribute.label.say(language),
            )
            for each in lines
        ],
        ("key", "type", "known", "label"),
    )


def _type_words(attribute: Attribute) -> str:
    choices = "/".join(each.value for each in attribute.choices)
    return f"{say(attribute.type)} {choices or attribute.unit.say('en')}".strip()


def add(chosen: argparse.Namespace) -> None:
    """Defines an attribute, or those of a codebook."""
    from rcoder.project.attributes import definition, from_codebook

    if bool(chosen.key) == bool(chosen.codebook):
        raise Misuse("Give the key of the attribute, or --codebook NAME for those of a codebook.")
    with opened(chosen) as project:
        if chosen.codebook:
            deed = from_codebook(project, chosen.codebook)
        else:
            about = term(Subject, chosen.about, "--about")
            wanted = _shaped(Attribute("", chosen.key, about), chosen)
            deed = definition(project, wanted, drop_misfits=chosen.drop_misfits)
        entry = project.do(deed)
    _say(chosen, entry)


def set_(chosen: argparse.Namespace) -> None:
    """Changes an attribute and converts its values."""
    from rcoder.project.attributes import attribute, redefinition

    with opened(chosen) as project:
        before = attribute(project, chosen.key)
        after = _shaped(replace(before, key=chosen.new_key or before.key), chosen)
        entry = project.do(redefinition(project, before, after, drop_misfits=chosen.drop_misfits))
    _say(chosen, entry)


def remove(chosen: argparse.Namespace) -> None:
    """Removes an attribute with its values."""
    from rcoder.project.attributes import removal

    with opened(chosen) as project:
        entry = project.do(removal(project, chosen.key))
    _say(chosen, entry)


def _say(chosen: argparse.Namespace, entry: Entry) -> None:
    if chosen.json:
        as_json({"entry": entry.id, "sentence": entry.sentence})
    else:
        line(entry.sentence)


def _shaped(attribute: Attribute, chosen: argparse.Namespace) -> Attribute:
    """The attribute as the options make it; what they do not name stays, choices only with a choice attribute."""
    kind = read_type(chosen.type) if chosen.type else attribute.type
    choices = (
        attribute.choices if chosen.choice is None else tuple(read_choice(each) for each in chosen.choice)
    )
    numeric = kind is AttributeType.NUMBER or chosen.unit or chosen.unit_en
    return replace(
        attribute,
        type=kind,
        label=_both(attribute.label, chosen.label, chosen.label_en),
        definition=_both(attribute.definition, chosen.definition, chosen.definition_en),
        unit=_both(attribute.unit, chosen.unit, chosen.unit_en) if numeric else Bilingual(),
        choices=choices if kind is AttributeType.CHOICE or chosen.choice else (),
    )


def _both(before: Bilingual, da: str | None, en: str | None) -> Bilingual:
    return Bilingual(before.da if da is None else da, before.en if en is None else en)


def attribute_shape(attribute: Attribute) -> dict[str, Any]:
    """An attribute as docs/json.md describes it."""
    return {
        "id": attribute.id,
        "key": attribute.key,
        "about": attribute.about.value,
        "type": attribute.type.value,
        "label": {"da": attribute.label.da, "en": attribute.label.en},
        "definition": {"da": attribute.definition.da, "en": attribute.definition.en},
        "unit": {"da": attribute.unit.da, "en": attribute.unit.en},
        "choices": [
            {"value": each.value, "label": {"da": each.label.da, "en": each.label.en}}
            for each in attribute.choices
        ],
        "codebook": attribute.origin or None,
    }
