"""Other material than interviews: what there is in sight, what it bears on, and deeds on both."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

from rcoder.domain.actions import exhibiting
from rcoder.domain.configuration import Assembled, Configuration, Element, Link, Place
from rcoder.domain.errors import Misuse, NotFound, Unchanged
from rcoder.domain.exhibit import Bearing, Exhibit
from rcoder.domain.ids import new_id
from rcoder.domain.journal import Deed
from rcoder.domain.part_names import claim_name
from rcoder.domain.rival import Rival
from rcoder.domain.words import Claim, Material, Stance
from rcoder.project.coding import case_id
from rcoder.project.door import Project
from rcoder.project.sight import Sight

P = TypeVar("P", Place, Link)

SHORTEST = 4
"""Letters of an id that are enough to name a piece of material."""


@dataclass(frozen=True, slots=True)
class Shown:
    """What a person says of a piece of material."""

    material: Material = Material.SURVEY
    title: str = ""
    words: str = ""
    value: str = ""
    base: str = ""
    where: str = ""
    case: str = ""
    """Name of the case it is about, "" for none."""


@dataclass(frozen=True, slots=True)
class On:
    """A part of a configuration, or the whole of it, that a piece of material stands on."""

    bearing: Bearing
    configuration_id: str
    number: str
    part: str = ""
    """In words: "K01", "M1 of K01", "the rival “…” of K01"."""


@dataclass(frozen=True, slots=True)
class ExhibitLine:
    """A piece of material and what it bears on."""

    exhibit: Exhibit
    case: str
    coder: str
    on: tuple[On, ...] = ()
    """Where it is joined, as far as in sight."""


def exhibits(project: Project) -> tuple[ExhibitLine, ...]:
    """All material in sight, by title."""
    sight = project.sight
    found = sight.records(Exhibit, "SELECT * FROM exhibits WHERE {seen} ORDER BY title, id")
    if not found:
        return ()
    numbers = _numbers(sight)
    on: dict[str, list[On]] = defaultdict(list)
    bearings = sight.records(Bearing, "SELECT * FROM bearings WHERE {seen} ORDER BY id")
    parts = _parts(sight, bearings, numbers)
    for each in bearings:
        if each.id in numbers:
            on[each.exhibit_id].append(On(each, *numbers[each.id], parts[each.id]))
    cases = {row["id"]: row["name"] for row in sight.rows("SELECT id, name FROM cases")}
    coders = {coder.id: coder.name for coder in project.coders()}
    return tuple(
        ExhibitLine(
            each, cases.get(each.case_id or "", ""), coders.get(each.coder_id, ""), tuple(on.get(each.id, ()))
        )
        for each in found
    )


def _numbers(sight: Sight) -> dict[str, tuple[str, str]]:
    """Id and number of the configuration in sight that each bearing is on, by bearing; the first of a shared element."""
    found: dict[str, tuple[str, str]] = {}
    for row in sight.rows(_STANDING):
        found.setdefault(row["id"], (row["configuration_id"], row["number"]))
    return found


_STANDING = """
    SELECT b.id, f.id AS configuration_id, f.number FROM bearings b JOIN configurations f ON f.id = b.claim_id
      WHERE {seen:b} AND {seen:f}
    UNION SELECT b.id, f.id, f.number FROM bearings b JOIN links l ON l.id = b.claim_id
      JOIN configurations f ON f.id = l.configuration_id WHERE {seen:b} AND {seen:f}
    UNION SELECT b.id, f.id, f.number FROM bearings b JOIN places p ON p.element_id = b.claim_id
      JOIN configurations f ON f.id = p.configuration_id WHERE {seen:b} AND {seen:f}
    UNION SELECT b.id, f.id, f.number FROM bearings b JOIN rivals r ON r.id = b.claim_id
      JOIN configurations f ON f.id = r.configuration_id WHERE {seen:b} AND {seen:f}
    ORDER BY number
"""


def _parts(
    sight: Sight, bearings: Iterable[Bearing], numbers: Mapping[str, tuple[str, str]]
) -> dict[str, str]:
    """What each bearing is on in words, by its id, of the configurations that it is on by these."""
    on = {each.id: each for each in bearings if each.id in numbers}
    wanted = sorted({numbers[each][0] for each in on})
    if not wanted:
        return {}
    places = _by_configuration(sight, Place, wanted)
    links = _by_configuration(sight, Link, wanted)
    rivals = sight.records(
        Rival, "SELECT * FROM rivals WHERE configuration_id IN (:ids) AND {seen}", ids=wanted
    )
    found = {}
    for each in on.values():
        own, number = numbers[each.id]
        placed = tuple(places.get(own, ()))
        bare = {place.element_id: Element(place.element_id, "") for place in placed}
        outline = Assembled(Configuration(own, number, ""), placed, bare, tuple(links.get(own, ())))
        found[each.id] = claim_name(outline, each.claim_id, rivals)
    return found


def _by_configuration(sight: Sight, record: type[P], ids: Sequence[str]) -> dict[str, list[P]]:
    found: dict[str, list[P]] = defaultdict(list)
    sql = f"SELECT * FROM {record.table} WHERE configuration_id IN (:ids) ORDER BY position, id"  # noqa: S608 - two of our tables
    for each in sight.records(record, sql, ids=ids):
        found[each.configuration_id].append(each)
    return found


def _on(sight: Sight, bearing: Bearing) -> str:
    """What a bearing is on, in words."""
    return _parts(sight, [bearing], _numbers(sight)).get(bearing.id, "a claim")


def shown_by(sight: Sight, bearings: Iterable[Bearing]) -> dict[str, Exhibit]:
    """The material in sight of these bearings, by its id."""
    wanted = sorted({each.exhibit_id for each in bearings})
    if not wanted:
        return {}
    sql = "SELECT * FROM exhibits WHERE id IN (:ids) AND {seen}"
    return {each.id: each for each in sight.records(Exhibit, sql, ids=wanted)}


def exhibit_named(project: Project, name: str) -> Exhibit:
    """Material by its title, its id or the beginning of that. Raises NotFound."""
    wanted = name.strip().casefold()
    known = project.sight.records(Exhibit, "SELECT * FROM exhibits WHERE {seen} ORDER BY title, id")
    found = [each for each in known if wanted in (each.id, each.title.casefold())]
    if not found and len(wanted) >= SHORTEST:
        found = [each for each in known if each.id.startswith(wanted)]
    if len(found) != 1:
        what = "More than one piece of material is called" if found else "There is no material called"
        raise NotFound(f"{what} {name}.", "See `rcoder exhibit list`.")
    return found[0]


# -- deeds -------------------------------------------------------------------------------------------------------


def showing(project: Project, shown: Sequence[Shown]) -> Deed:
    """Brings material in. Raises Misuse where a figure has no base, and NotFound for a case that is not there."""
    return exhibiting.show([_exhibit(project, each) for each in shown])


def changing(project: Project, exhibit_id: str, shown: Shown) -> Deed:
    """Changes material of the asker's own. Raises NotFound, Misuse and Unchanged."""
    before = _own(project, exhibit_id)
    return exhibiting.change(
        before, replace(_exhibit(project, shown), id=before.id, coder_id=before.coder_id)
    )


def dropping(project: Project, exhibit_id: str) -> Deed:
    """Removes material of the asker's own with its place on every claim in sight. Raises NotFound and Misuse."""
    exhibit = _own(project, exhibit_id)
    sql = "SELECT * FROM bearings WHERE exhibit_id = :id AND {seen} ORDER BY id"
    return exhibiting.drop(exhibit, project.sight.records(Bearing, sql, id=exhibit.id))


def attaching(project: Project, exhibit_id: str, assembled: Assembled, claim_id: str, stance: Stance) -> Deed:
    """Joins material to a configuration, one of its links, its elements or its rivals.

    Raises NotFound, Misuse where that is no part of it, and Unchanged where the asker has joined it there already.
    """
    exhibit = _in_sight(project, exhibit_id)
    own = assembled.configuration.id
    rivals = project.sight.records(
        Rival, "SELECT * FROM rivals WHERE configuration_id = :id AND {seen}", id=own
    )
    claim = _claim(assembled, claim_id, rivals)
    there = project.sight.one(_THERE, exhibit=exhibit.id, claim=claim_id, me=project.coder_id)
    if there is not None:
        raise Unchanged(f"“{exhibit.title}” stands there already.", "t turns it.")
    bearing = Bearing(new_id(), exhibit.id, claim, claim_id, stance, project.coder_id)
    return exhibiting.bear(bearing, exhibit, claim_name(assembled, claim_id, rivals))


_THERE = "SELECT id FROM bearings WHERE exhibit_id = :exhibit AND claim_id = :claim AND coder_id = :me"


def turning(project: Project, bearing_id: str, stance: Stance) -> Deed:
    """Gives the asker's own bearing a stance. Raises NotFound, Misuse and Unchanged."""
    before = _bearing(project, bearing_id)
    exhibit = _in_sight(project, before.exhibit_id)
    return exhibiting.turn(before, replace(before, stance=stance), exhibit, _on(project.sight, before))


def taking_off(project: Project, bearing_id: str) -> Deed:
    """Takes the asker's own bearing off its claim. Raises NotFound and Misuse."""
    before = _bearing(project, bearing_id)
    exhibit = _in_sight(project, before.exhibit_id)
    return exhibiting.take_off(before, exhibit, _on(project.sight, before))


def read_rows(path: str, material: Material) -> tuple[Shown, ...]:
    """The rows of a table of figures (CSV) as material. Raises BadCodebook with every fault and its line, and Unreadable."""
    from rcoder.exchange.survey_rows import read_survey

    return tuple(_row(each, material) for each in read_survey(Path(path)))


def _row(row: Mapping[str, str], material: Material) -> Shown:
    return Shown(material, row["title"], row["words"], row["value"], row["base"], row["where"], row["case"])


def _exhibit(project: Project, shown: Shown) -> Exhibit:
    return Exhibit(
        id=new_id(),
        coder_id=project.coder_id,
        material=shown.material,
        title=" ".join(shown.title.split()),
        words=shown.words.strip(),
        value=shown.value.strip(),
        base=shown.base.strip(),
        where=shown.where.strip(),
        case_id=case_id(project, shown.case.strip()),
    )


def _claim(assembled: Assembled, claim_id: str, rivals: Iterable[Rival]) -> Claim:
    if claim_id == assembled.configuration.id:
        return Claim.CONFIGURATION
    if claim_id in assembled.elements:
        return Claim.ELEMENT
    if any(link.id == claim_id for link in assembled.links):
        return Claim.LINK
    if any(each.id == claim_id for each in rivals):
        return Claim.RIVAL
    raise Misuse(f"That is no part of {assembled.configuration.number}; nothing was attached.")


def _in_sight(project: Project, exhibit_id: str) -> Exhibit:
    sql = "SELECT * FROM exhibits WHERE id = :id AND {seen}"
    found = project.sight.records(Exhibit, sql, id=exhibit_id)
    if not found:
        raise NotFound("That material is no longer there.")
    return found[0]


def _own(project: Project, exhibit_id: str) -> Exhibit:
    exhibit = _in_sight(project, exhibit_id)
    if exhibit.coder_id != project.coder_id:
        raise Misuse("Another coder brought that in.", "You change only your own.")
    return exhibit


def _bearing(project: Project, bearing_id: str) -> Bearing:
    sql = "SELECT * FROM bearings WHERE id = :id AND {seen}"
    found = project.sight.records(Bearing, sql, id=bearing_id)
    if not found:
        raise NotFound("That is no longer there.")
    if found[0].coder_id != project.coder_id:
        raise Misuse("Another coder joined that.", "You change only your own.")
    return found[0]
