"""The attributes of a study: which there are, what is known, and the deeds on them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from rcoder.domain.actions import attributing
from rcoder.domain.attributes import attribute_called, canonical_value
from rcoder.domain.case import Attribute, Case, Group
from rcoder.domain.errors import Misuse, NotFound
from rcoder.domain.ids import new_id
from rcoder.domain.journal import Deed
from rcoder.domain.transcript import Transcript
from rcoder.domain.words import Subject
from rcoder.project.door import Project
from rcoder.project.sight import Sight


@dataclass(frozen=True, slots=True)
class AttributeLine:
    """An attribute with how many of its cases or interviews it is known of."""

    attribute: Attribute
    known: int
    of: int
    """Cases, or interviews, in the study."""
    groups: tuple[str, ...] = ()
    """Names of the groups that are made from it."""


def attributes(sight: Sight, about: Subject | None = None) -> tuple[Attribute, ...]:
    """The study's attributes in order, those of cases first; of cases or interviews only, where that is asked."""
    found = sight.records(Attribute, "SELECT * FROM attributes ORDER BY position, key")
    wanted = (Subject.CASE, Subject.INTERVIEW) if about is None else (about,)
    return tuple(each for subject in wanted for each in found if each.about is subject)


def attribute_lines(project: Project) -> tuple[AttributeLine, ...]:
    """Every attribute with how much is known of it, and the groups made from it."""
    from rcoder.project.groups import groups

    made = groups(project.sight)
    records: dict[Subject, Sequence[Case | Transcript]] = {
        subject: _records(project.sight, subject) for subject in (Subject.CASE, Subject.INTERVIEW)
    }
    return tuple(
        AttributeLine(
            each,
            sum(bool(record.attributes.get(each.key)) for record in records[each.about]),
            len(records[each.about]),
            tuple(
                group.name.say() for group in made if any(one.attribute == each.key for one in group.criteria)
            ),
        )
        for each in attributes(project.sight)
    )


def attribute(project: Project, name: str) -> Attribute:
    """An attribute by key or label. Raises NotFound, naming those there are."""
    known = attributes(project.sight)
    found = attribute_called(known, name)
    if found is None:
        names = ", ".join(each.key for each in known)
        raise NotFound(
            f"The study has no attribute {name}.", f"It has {names}." if names else "It has none yet."
        )
    return found


def definition(project: Project, wanted: Attribute, *, drop_misfits: bool = False) -> Deed:
    """The deed that defines an attribute, with an id and at the end of their order. Raises Misuse."""
    _refuse_column(wanted)
    known = attributes(project.sight)
    position = max((each.position for each in known), default=-1) + 1
    new = replace(wanted, id=wanted.id or new_id(), position=position)
    records = _records(project.sight, new.about)
    return attributing.define(new, known, records, drop_misfits=drop_misfits)


def redefinition(
    project: Project, before: Attribute, after: Attribute, *, drop_misfits: bool = False
) -> Deed:
    """The deed that changes an attribute and converts its values. Raises Misuse naming those that do not fit."""
    _refuse_column(after)
    return attributing.redefine(
        before,
        after,
        attributes(project.sight),
        _records(project.sight, before.about),
        _groups(project.sight),
        drop_misfits=drop_misfits,
    )


def removal(project: Project, name: str) -> Deed:
    """The deed that removes an attribute with its values. Raises NotFound, and Misuse where a group is made from it."""
    found = attribute(project, name)
    return attributing.undefine(found, _records(project.sight, found.about), _groups(project.sight))


def moved(project: Project, name: str, step: int) -> Deed:
    """The deed that moves an attribute among those about the same. Raises NotFound, and Misuse at either end."""
    found = attribute(project, name)
    return attributing.move(attributes(project.sight, found.about), found, step)


def said_of(project: Project, about: Subject, about_id: str, key: str, value: str) -> Deed:
    """The deed that says what is known of a case or interview, by id. Raises NotFound, and Misuse where it does not fit."""
    record = _record(project.sight, about, about_id)
    return attributing.say_of(record, attribute(project, key), value)


def values_of(
    project: Project, about: Subject, about_id: str
) -> tuple[str, tuple[Attribute, ...], dict[str, str]]:
    """Name of a case or interview, the attributes of its sort, and its stored values by key. Raises NotFound."""
    record = _record(project.sight, about, about_id)
    name = record.name if isinstance(record, Case) else record.title
    return name, attributes(project.sight, about), dict(record.attributes)


def from_codebook(project: Project, name: str) -> Deed:
    """The deed that brings in the attributes of a codebook (a file, or a shipped one) that the study has not.

    Raises Misuse where there are none, or values that stand there already do not fit.
    """
    from rcoder.project.starting import codebook_named

    known = attributes(project.sight)
    offered = codebook_named(name).attributes
    new = [each for each in offered if attribute_called(known, each.key) is None]
    if not new:
        has = "no attributes" if not offered else "no attribute that the study has not"
        raise Misuse(f"The codebook {Path(name).stem} has {has}.")
    position = max((each.position for each in known), default=-1) + 1
    placed = [replace(each, position=position + number) for number, each in enumerate(new)]
    records = [*_records(project.sight, Subject.CASE), *_records(project.sight, Subject.INTERVIEW)]
    return attributing.define_all(placed, known, records)


def canonical_values(known: Sequence[Attribute], values: Mapping[str, str]) -> dict[str, str]:
    """Values by key as people write them, under the attributes' keys and in their stored form; others as they are.

    Raises Misuse where one does not fit.
    """
    found: dict[str, str] = {}
    for name, value in values.items():
        meant = attribute_called(known, name)
        if meant is None:
            found[name] = value
        elif stored := canonical_value(meant, value):
            found[meant.key] = stored
    return found


def _records(sight: Sight, about: Subject) -> Sequence[Case | Transcript]:
    if about is Subject.INTERVIEW:
        return sight.records(Transcript, "SELECT * FROM transcripts ORDER BY title, id")
    return sight.records(Case, "SELECT * FROM cases ORDER BY name, id")


def _record(sight: Sight, about: Subject, about_id: str) -> Case | Transcript:
    found: list[Case] | list[Transcript]
    if about is Subject.INTERVIEW:
        found = sight.records(Transcript, "SELECT * FROM transcripts WHERE id = :id", id=about_id)
    else:
        found = sight.records(Case, "SELECT * FROM cases WHERE id = :id", id=about_id)
    if not found:
        raise NotFound(f"That {about.value} is no longer in the study.")
    return found[0]


def _groups(sight: Sight) -> list[Group]:
    return sight.records(Group, "SELECT * FROM case_groups ORDER BY position")


def _refuse_column(wanted: Attribute) -> None:
    """Raises Misuse for a key that a manifest's own column has."""
    from rcoder.exchange.manifest_rows import known_heading

    column = known_heading(wanted.key)
    if column is not None:
        raise Misuse(f"{wanted.key} is a column that every manifest has ({column}).", "Give another key.")
