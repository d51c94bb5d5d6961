"""Configurations made one, and split again: what is asked and refused before it is done."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from rcoder.analysis.meetings import joined, parted, proposed, settled
from rcoder.domain.actions.consolidating import (
    Consolidation,
    Meeting,
    consolidate,
    dissolve,
    in_order,
    refuse_members,
    take_member_out,
)
from rcoder.domain.actions.joining import take_in
from rcoder.domain.codebook import Code
from rcoder.domain.configuration import Assembled, Configuration, Link
from rcoder.domain.consolidation import borne_out, standing_in, stands_for
from rcoder.domain.errors import Misuse, Stale
from rcoder.domain.ids import new_id
from rcoder.domain.journal import Deed
from rcoder.domain.passage import Passage
from rcoder.domain.rival import Standin
from rcoder.domain.words import Level
from rcoder.project.assembling import assemble
from rcoder.project.belongings import belongings
from rcoder.project.configurations import (
    coding_passages,
    element_homes,
    evidence_passages,
    found_by,
    next_number,
)
from rcoder.project.door import Project
from rcoder.project.resembling import alike_words
from rcoder.project.sight import Sight

__all__ = [
    "Brought",
    "Drawing",
    "bring",
    "consolidated",
    "drawing_of",
    "joined",
    "members_of",
    "parted",
    "splitting",
]


@dataclass(frozen=True, slots=True)
class Brought:
    """Configurations that are to be made one, and how their elements meet."""

    members: tuple[Assembled, ...]
    """By number."""
    meetings: tuple[Meeting, ...]
    codes: Mapping[str, Code] = field(default_factory=dict)
    cases: Mapping[str, str] = field(default_factory=dict)
    """Names by id."""
    title: str = ""
    language: str = "da"
    into: str = ""
    """Id of the one that takes the others in, since it is a consolidated one; "" where a new one is made."""


def bring(project: Project, names: Sequence[str]) -> Brought:
    """Configurations by id or number with a proposal of what meets; a consolidated one among them takes the others in.

    Raises NotFound, and Misuse or Stale where they cannot be made one.
    """
    sight = project.sight
    ids = [found_by(sight, each) for each in names]
    members = in_order(assemble(sight, ids))
    if len(set(ids)) < len(ids):
        raise Misuse("One configuration is named twice.", "Name each once.")
    _refuse(project, members)
    codes = project.codes()
    meetings = proposed(members, codes, alike_words(sight, _wordings(members)))
    titles = {each.configuration.title for each in members if each.configuration.title}
    cases = {row["id"]: row["name"] for row in sight.rows("SELECT id, name FROM cases")}
    title = titles.pop() if len(titles) == 1 else ""
    into = _taking_in(sight, members)
    if into is not None:
        known = {each.member_id: each.element_id for each in _standins(sight, into)}
        meetings = settled(meetings, members, codes, known)
        meetings, title = tuple(_in_its_words(into, each) for each in meetings), into.configuration.title
    own = into.configuration.id if into is not None else ""
    return Brought(members, meetings, codes, cases, title, project.study().language, own)


def _taking_in(sight: Sight, members: Sequence[Assembled]) -> Assembled | None:
    """The one that is made of others and so takes the rest in; None where none is, or several are."""
    sql = "SELECT DISTINCT consolidated_in AS id FROM configurations WHERE consolidated_in IN (:ids)"
    made = {row["id"] for row in sight.rows(sql, ids=[each.configuration.id for each in members])}
    found = [each for each in members if each.configuration.id in made]
    return found[0] if len(found) == 1 else None


def _standins(sight: Sight, whole: Assembled) -> list[Standin]:
    """What its elements stand for."""
    sql = "SELECT * FROM standins WHERE element_id IN (:ids) ORDER BY id"
    return sight.records(Standin, sql, ids=sorted(whole.elements))


def _in_its_words(whole: Assembled, meeting: Meeting) -> Meeting:
    """The meeting as one in an element of the consolidated configuration, where there is one in it."""
    own = next((whole.elements[name] for name in meeting.members if name in whole.elements), None)
    return meeting if own is None else replace(meeting, element=replace(meeting.element, wording=own.wording))


def _wordings(members: Sequence[Assembled]) -> set[str]:
    return {element.wording for each in members for element in each.elements.values()}


def consolidated(
    project: Project, members: Sequence[Assembled], meetings: Sequence[Meeting], title: str = ""
) -> tuple[str, Deed]:
    """The deed that makes one configuration of members as they stand: id of the consolidated one, and the deed.

    Where exactly one of them is made of others already, it takes the rest in.

    Raises Stale where one of them was changed meanwhile, Misuse where it has no meaning.
    """
    now = in_order(assemble(project.sight, [each.configuration.id for each in members]))
    if [_judged(each) for each in now] != [_judged(each) for each in in_order(members)]:
        raise Stale(
            "One of the configurations has been changed meanwhile, so nothing was done.",
            "It is shown as it stands: look, and repeat it if it is still wanted.",
        )
    _refuse(project, now)
    into = _taking_in(project.sight, now)
    if into is not None:
        return into.configuration.id, take_in(
            into, [each for each in now if each is not into], meetings, _standins(project.sight, into)
        )
    own = [each.configuration for each in now]
    cases, cores = {each.case_id for each in own}, {each.core_id for each in own}
    becauses = dict.fromkeys(each.because.strip().rstrip(".") for each in own)
    made = Configuration(
        id=new_id(),
        number=next_number(project.sight),
        coder_id=project.coder_id,
        title=" ".join(title.split()),
        hypotheses=tuple(dict.fromkeys(name for each in own for name in each.hypotheses)),
        level=Level.CONSOLIDATED,
        case_id=cases.pop() if len(cases) == 1 else None,
        core_id=cores.pop() if len(cores) == 1 else None,
        because="; ".join(each for each in becauses if each),
        conditions=tuple(dict.fromkeys(name for each in own for name in each.conditions)),
    )
    return made.id, consolidate(made, now, meetings)


def _judged(each: Assembled) -> object:
    return each.configuration, each.places, each.elements, each.links


def _refuse(project: Project, members: Sequence[Assembled]) -> None:
    refuse_members(members)
    others = [
        each.configuration.number for each in members if each.configuration.coder_id != project.coder_id
    ]
    if others and _hides(project):
        raise Stale(
            f"{', '.join(others)} {'is' if len(others) == 1 else 'are'} another coder's, and everybody would see that you"
            " put it in a configuration of yours while your layer is hidden.",
            "Consolidate your own, or release your layer first.",
        )


def _hides(project: Project) -> bool:
    row = project.sight.one("SELECT released FROM coders WHERE id = :id", id=project.coder_id)
    return row is None or not row["released"]


# -- taken apart -------------------------------------------------------------------------------------------------


def splitting(project: Project, name: str, member: str = "") -> Deed:
    """The deed that splits a consolidated configuration, or takes one member out of it; both by id or number.

    Raises NotFound, Misuse where it is not made of others or not of that one, Stale as `bring`.
    """
    own = found_by(project.sight, name)
    (whole,) = assemble(project.sight, [own])
    said = belongings(project.sight, whole)
    if hidden := _hidden_members(project.sight, own):
        raise Stale(
            f"{hidden} of the members of {whole.configuration.number} {'is' if hidden == 1 else 'are'} in a layer"
            " that is not released, so it was left as it is.",
            "Ask for that layer to be released first.",
        )
    members = assemble(project.sight, [each.id for each in said.members])
    found = Consolidation(
        whole,
        tuple(members),
        tuple(each for each in said.standins if each.element_id in whole.elements),
        element_homes(project.sight, own),
        said,
    )
    if not member:
        return dissolve(found)
    return take_member_out(found, found_by(project.sight, member))


def _hidden_members(sight: Sight, configuration_id: str) -> int:
    """How many members are in layers out of sight, which were in sight when they were consolidated."""
    sql = "SELECT COUNT(*) AS number FROM configurations WHERE consolidated_in = :id AND NOT {seen}"
    row = sight.one(sql, id=configuration_id)
    return int(row["number"]) if row else 0


# -- what it is made of ------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Drawing:
    """A consolidated configuration with what its members in sight contribute."""

    whole: Assembled | None = None
    members: tuple[Assembled, ...] = ()
    elements: Mapping[str, tuple[tuple[Assembled, str], ...]] = field(default_factory=dict)
    """What each of its elements stands for: member and id of its element."""
    links: Mapping[str, tuple[tuple[Assembled, Link], ...]] = field(default_factory=dict)
    """What each of its links stands for."""
    evidence: Mapping[str, Passage] = field(default_factory=dict)
    """The passages for and against the members' links and elements, by id of the evidence."""
    codings: Mapping[str, Passage] = field(default_factory=dict)
    """The passages that the members' elements rest on, by id of the coding."""
    hidden: int = 0
    """Further members, in layers out of sight."""

    def lent(self, claim_id: str) -> tuple[tuple[str, Passage], ...]:
        """The members' passages for and against what one of its links or elements stands for, with the member's number."""
        own = [(member, link.id) for member, link in self.links.get(claim_id, ())]
        own += self.elements.get(claim_id, ())
        return tuple(
            (member.configuration.number, self.evidence[each.id])
            for member, name in own
            for each in member.evidence_on(name)
            if each.id in self.evidence
        )

    @property
    def every_lent(self) -> tuple[Passage, ...]:
        """The members' passages for and against what its links and elements stand for, each once."""
        found = {
            passage.id: passage for each in (*self.links, *self.elements) for _, passage in self.lent(each)
        }
        return tuple(found.values())

    def resting(self, element_id: str) -> tuple[tuple[str, Passage], ...]:
        """The passages that the members' elements rest on which one of its elements stands for."""
        return tuple(
            (member.configuration.number, self.codings[each.coding_id])
            for member, name in self.elements.get(element_id, ())
            for each in member.groundings
            if each.element_id == name and each.coding_id in self.codings
        )


def members_of(sight: Sight, configuration_id: str) -> tuple[Assembled, ...]:
    """The members in sight of a consolidated configuration, by number."""
    rows = sight.rows(
        "SELECT id FROM configurations WHERE consolidated_in = :id AND {seen}", id=configuration_id
    )
    return in_order(assemble(sight, [row["id"] for row in rows])) if rows else ()


def drawing_of(project: Project, whole: Assembled) -> Drawing:
    """What a configuration is made of; no members where it is of no others."""
    members = members_of(project.sight, whole.configuration.id)
    hidden = _hidden_members(project.sight, whole.configuration.id)
    if not members:
        return Drawing(whole, hidden=hidden)
    stands = stands_for(_standins(project.sight, whole))
    elements: dict[str, list[tuple[Assembled, str]]] = {}
    links: dict[str, list[tuple[Assembled, Link]]] = {}
    for member in members:
        mine = standing_in(whole, member, stands)
        own = {link.id: link for link in member.links}
        for name, standing in mine.items():
            for each in sorted(standing):
                elements.setdefault(each, []).append((member, name))
        for link_id, names in borne_out(whole, member, mine).items():
            links.setdefault(link_id, []).extend((member, own[name]) for name in names)
    return Drawing(
        whole,
        members,
        {name: tuple(found) for name, found in elements.items()},
        {name: tuple(found) for name, found in links.items()},
        {
            each.id: each
            for each in evidence_passages(
                project.sight, [one.id for member in members for one in member.evidence]
            )
        },
        coding_passages(project.sight, [one.coding_id for member in members for one in member.groundings]),
        hidden,
    )
