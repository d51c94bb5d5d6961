"""What the screens of attributes and groups show and ask: pure functions from what is known to lines and forms."""

from __future__ import annotations

import textwrap
from collections.abc import Mapping, Sequence
from dataclasses import replace

from rcoder.domain.attributes import attribute_name, expected, read_choice, read_type, written_choice
from rcoder.domain.case import Attribute, Criterion, Group
from rcoder.domain.errors import Misuse
from rcoder.domain.groups import Belonging, GroupCount, say_criterion
from rcoder.domain.terms import say
from rcoder.domain.words import AttributeType, Bilingual, Subject
from rcoder.project.attributes import AttributeLine
from rcoder.ui.screens.question import Field
from rcoder.ui.widgets.lines import Line
from rcoder.ui.widgets.strips import Pieces

LABEL = 30
"""Cells for a label."""

ABOUT = {"case": Subject.CASE, "sag": Subject.CASE, "interview": Subject.INTERVIEW}


def attribute_lines(lines: Sequence[AttributeLine], language: str) -> list[Line]:
    """The attributes under what they are about, with how much is known."""
    found: list[Line] = []
    for about in (Subject.CASE, Subject.INTERVIEW):
        own = [each for each in lines if each.attribute.about is about]
        if own:
            found.append(Line(f"about:{about}", ((f"Of each {say(about)}", "-muted"),), inert=True))
        found += [_attribute_line(each, language) for each in own]
    return found


def _attribute_line(line: AttributeLine, language: str) -> Line:
    attribute = line.attribute
    label = attribute_name(attribute, language)
    short = label if len(label) < LABEL else f"{label[: LABEL - 2]}…"
    kind = f"{say(attribute.type)} {attribute.unit.say(language)}".strip()
    return Line(
        attribute.key,
        ((f"{short:<{LABEL}}", "-strong"), (f" {kind:<13}", ""), (f" {attribute.key}", "-muted")),
        f"known of {line.known} of {line.of}",
    )


def attribute_details(line: AttributeLine | None, language: str, width: int) -> list[Pieces]:
    """What an attribute means, its choices, where it comes from and which groups are made from it."""
    if line is None:
        return []
    attribute = line.attribute
    choices = "  ".join(f"{each.value}: {each.label.say(language)}" for each in attribute.choices)
    origin = f"from the codebook {attribute.origin}" if attribute.origin else "the study's own"
    groups = f" · makes the group {', '.join(line.groups)}" if line.groups else ""
    rows = [
        *textwrap.wrap(attribute.definition.say(language), max(20, width - 2), max_lines=2, placeholder=" …"),
        *textwrap.wrap(
            choices or f"A value is {expected(attribute)}; or unknown.",
            max(20, width - 2),
            max_lines=2,
            placeholder=" …",
        ),
        f"{origin}{groups}",
    ]
    names = " / ".join(each for each in (attribute.label.da, attribute.label.en) if each)
    head = ((f" {names or attribute.key}", "-strong"), (f"  {attribute.key}", "-muted"))
    return [head, *(((f" {each}", "-muted"),) for each in rows)]


def attribute_fields(attribute: Attribute, *, new: bool) -> tuple[Field, ...]:
    """The fields of the form of an attribute; what it is about is asked of a new one only."""
    unit = " | ".join(each for each in (attribute.unit.da, attribute.unit.en) if each)
    about = (Field("about", "About: case or interview", attribute.about.value),) if new else ()
    return (
        Field("key", "Key, the column of manifests, such as ledighed_aar", attribute.key),
        *about,
        Field("type", "Type: yes/no, number, date, choice or text", say(attribute.type)),
        Field("label_da", "Label in Danish", attribute.label.da),
        Field("label_en", "Label in English", attribute.label.en),
        Field("definition", "What it means, in Danish", attribute.definition.da),
        Field("unit", "Unit of a number, Danish | English", unit),
        Field(
            "choices", "Choices: value=Danish|English; …", "; ".join(map(written_choice, attribute.choices))
        ),
    )


def attribute_written(answer: Mapping[str, str], before: Attribute) -> Attribute:
    """The attribute that a form makes of the one before. Raises Misuse for a type or a subject that there is not."""
    about = answer.get("about", before.about.value).strip().casefold()
    if about not in ABOUT:
        raise Misuse(f"“{about}” is nothing to have attributes.", "Write case or interview.")
    kind = read_type(answer["type"])
    danish, _, english = answer["unit"].partition("|")
    choices = tuple(read_choice(each) for each in answer["choices"].split(";") if each.strip())
    return replace(
        before,
        key=answer["key"].strip(),
        about=ABOUT[about],
        type=kind,
        label=Bilingual(answer["label_da"].strip(), answer["label_en"].strip()),
        definition=replace(before.definition, da=answer["definition"].strip()),
        unit=Bilingual(danish.strip(), english.strip()) if kind is AttributeType.NUMBER else Bilingual(),
        choices=choices,
    )


def wrong_attribute(answer: Mapping[str, str], before: Attribute) -> str:
    """What is wrong with a form, in a sentence; "" where nothing is."""
    try:
        attribute_written(answer, before)
    except Misuse as error:
        return str(error)
    return ""


def group_lines(counts: Sequence[GroupCount], attributes: Sequence[Attribute], language: str) -> list[Line]:
    """The groups with their counts and conditions."""
    return [
        Line(
            each.group.id,
            (
                (f"{each.group.name.say(language)}  ", "-strong"),
                (criteria_words(each.group, attributes, language), "-muted"),
            ),
            each.words,
        )
        for each in counts
    ]


def criteria_words(group: Group, attributes: Sequence[Attribute], language: str) -> str:
    """What must hold of a case of a group."""
    return " and ".join(say_criterion(each, attributes, language) for each in group.criteria)


def count_rows(count: GroupCount, width: int, height: int = 4) -> list[Pieces]:
    """The count with its denominator, and the cases in, out and unknown by name, with what decides, in so many rows."""
    most = max(1, (height - 1) // max(1, sum(bool(count.of(each)) for each in Belonging)))
    rows: list[Pieces] = [((count.words, "-strong"),)]
    for belonging in Belonging:
        cases = count.of(belonging)
        if cases:
            why = belonging is Belonging.UNKNOWN
            names = ", ".join(f"{each.case} ({each.reason})" if why else each.case for each in cases)
            broken = textwrap.wrap(
                f"{belonging.value}: {names}", max(20, width - 1), max_lines=most, placeholder=" …"
            )
            ink = "-muted" if belonging is Belonging.OUT else ""
            rows += [((words, ink),) for words in broken]
    return rows


def making_lines(
    name: Bilingual, criteria: Sequence[Criterion], attributes: Sequence[Attribute], language: str
) -> list[Line]:
    """The name and the conditions of a group that is being made."""
    named = " / ".join(each for each in (name.da, name.en) if each)
    return [
        Line(
            "name",
            (("Name  ", "-muted"), (named or "asked for at the end", "-strong" if named else "-muted")),
        ),
        *(
            Line(
                f"criterion:{place}",
                (
                    ("and   " if place else "where ", "-muted"),
                    (say_criterion(each, attributes, language), ""),
                ),
            )
            for place, each in enumerate(criteria)
        ),
    ]
