"""Deeds that make one configuration of several and take it apart again; the members keep everything (decision 12)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from rcoder.domain.actions.configuring import drop
from rcoder.domain.actions.sentences import listed, several
from rcoder.domain.belongings import Belongings
from rcoder.domain.configuration import Assembled, Configuration, Element, Link, Place
from rcoder.domain.consolidation import Stands, borne_out, stands_for
from rcoder.domain.errors import Misuse
from rcoder.domain.ids import new_id
from rcoder.domain.journal import Change, Deed, added, changed, removed
from rcoder.domain.rival import Standin
from rcoder.domain.words import Effect, Kind


@dataclass(frozen=True, slots=True)
class Meeting:
    """Elements of members that meet in one element of the consolidated configuration."""

    element: Element
    """What the consolidated configuration gets."""
    members: tuple[str, ...]
    """Ids of the elements it stands for."""


def consolidate(
    configuration: Configuration, members: Sequence[Assembled], meetings: Sequence[Meeting]
) -> Deed:
    """Makes a consolidated configuration of members; every element of theirs is in one meeting.

    Its links are those of the members between what they meet in. Raises Misuse where that has no meaning.
    """
    own = in_order(members)
    refuse_members(own)
    stands = stands_of(own, meetings)
    places = _places(configuration, own, meetings, stands)
    links = links_between(configuration, own, stands)
    standins = [Standin(new_id(), each.element.id, name) for each in meetings for name in each.members]
    numbers = listed(each.configuration.number for each in own)
    return Deed(
        f"Consolidated {numbers} in {configuration.number} {configuration.title}".rstrip(),
        added(configuration, *(each.element for each in meetings), *places, *links, *standins)
        + tuple(
            change
            for each in own
            for change in changed(
                each.configuration, replace(each.configuration, consolidated_in=configuration.id)
            )
        ),
    )


def in_order(members: Iterable[Assembled]) -> tuple[Assembled, ...]:
    """Members by number, whatever order they were named in."""
    return tuple(sorted(members, key=lambda each: (each.configuration.number, each.configuration.id)))


def refuse_members(members: Sequence[Assembled]) -> None:
    """Raises Misuse where configurations cannot be made one."""
    own = [each.configuration for each in members]
    if len({each.id for each in own}) < max(2, len(own)):
        raise Misuse("Two configurations at least are consolidated in one.", "Name another one.")
    taken = [each.number for each in own if each.consolidated_in is not None]
    if taken:
        verb = "is" if len(taken) == 1 else "are"
        raise Misuse(
            f"{listed(taken)} {verb} consolidated in another configuration already.", "Split that one first."
        )


def stands_of(members: Sequence[Assembled], meetings: Sequence[Meeting]) -> dict[str, Element]:
    """The consolidated element of each member element. Raises Misuse unless each has exactly one."""
    wanted = {element_id for each in members for element_id in each.elements}
    named = [name for each in meetings for name in each.members]
    if len(named) != len(set(named)) or set(named) != wanted or any(not each.members for each in meetings):
        raise Misuse("Every element of the members meets the others in one place, or stays apart.")
    known = {element_id: element for each in members for element_id, element in each.elements.items()}
    outcomes = {place.element_id for each in members for place in each.places if place.kind is Kind.OUTCOME}
    for each in meetings:
        if not each.element.wording.strip():
            raise Misuse("An element needs words.")
        if len({known[name].sign for name in each.members if name in outcomes}) > 1:
            raise Misuse(
                f"“{each.element.wording}” would stand for a positive and a negative outcome.",
                "Keep the two apart: what makes the difference is worth a comparison.",
            )
    return {name: each.element for each in meetings for name in each.members}


def _places(
    configuration: Configuration,
    members: Sequence[Assembled],
    meetings: Sequence[Meeting],
    stands: dict[str, Element],
) -> list[Place]:
    """A place for each kind that something met in an element stands as, in reading order."""
    wanted: dict[tuple[str, Kind], None] = {}
    for kind in Kind:
        for each in members:
            for place in each.places:
                if place.kind is kind:
                    wanted.setdefault((stands[place.element_id].id, kind))
    order = {each.element.id: number for number, each in enumerate(meetings)}
    kinds = list(Kind)
    ordered = sorted(wanted, key=lambda each: (kinds.index(each[1]), order[each[0]]))
    return [
        Place(new_id(), configuration.id, element_id, kind, position)
        for position, (element_id, kind) in enumerate(ordered)
    ]


def links_between(
    configuration: Configuration,
    members: Sequence[Assembled],
    stands: Mapping[str, Element],
    there: Iterable[Link] = (),
) -> list[Link]:
    """The members' links between what their ends meet in, each once, those that are `there` already left out.

    Raises Misuse where members say opposite things.
    """
    known = {(each.source_id, each.target_id): each for each in there}
    made = dict(known)
    for member in members:
        own: dict[str, Link] = {}
        sound = [each for each in member.links if each.source_id in member.elements]
        waiting = sorted(sound, key=lambda each: (each.effect is Effect.CONDITIONS, each.position))
        while waiting:
            ready = [each for each in waiting if each.target_id in member.elements or each.target_id in own]
            for link in ready:
                target = own[link.target_id].id if link.target_id in own else stands[link.target_id].id
                ends = stands[link.source_id].id, target
                _refuse_link(member, link, ends, made.get(ends), stands)
                own[link.id] = made.setdefault(
                    ends, Link(new_id(), configuration.id, *ends, link.effect, len(made))
                )
            if not ready:
                break
            waiting = [each for each in waiting if each.id not in own]
    return [each for ends, each in made.items() if ends not in known]


def _refuse_link(
    member: Assembled, link: Link, ends: tuple[str, str], there: Link | None, stands: Mapping[str, Element]
) -> None:
    number, words = member.configuration.number, stands[link.source_id].wording
    if ends[0] == ends[1]:
        raise Misuse(
            f"{number} ties two elements that would both be “{words}”.", "Keep one of the two apart."
        )
    if there is not None and there.effect is not link.effect:
        raise Misuse(
            f"{number} says that “{words}” {link.effect.value} what another member says it {there.effect.value}.",
            "Keep what it goes to apart, or compare the two: a pair like this is worth more than ten confirmations.",
        )


# -- taken apart -------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Consolidation:
    """A consolidated configuration with its members and what stands for what."""

    whole: Assembled
    members: tuple[Assembled, ...]
    standins: tuple[Standin, ...]
    elsewhere: frozenset[str] = frozenset()
    """Ids of its elements that stand in other configurations too."""
    belongings: Belongings = Belongings()
    """What has been said of it, and its members' rows (`project.belongings.belongings`)."""


def dissolve(found: Consolidation) -> Deed:
    """Takes a consolidated configuration apart: its members stand for themselves again, and it is gone."""
    _refuse_nested(found)
    if not found.members:
        raise Misuse(
            f"{found.whole.configuration.number} is not made of others.", "X removes a configuration."
        )
    gone = drop(
        found.whole,
        found.elsewhere,
        replace(
            found.belongings,
            members=tuple(each.configuration for each in in_order(found.members)),
            standins=(),
        ),
    )
    numbers = listed(each.configuration.number for each in in_order(found.members))
    verb = "stands for itself" if len(found.members) == 1 else "stand for themselves"
    along = len(found.whole.evidence)
    words = f"; {several(along, 'passage')} on it went along" if along else ""
    sentence = f"Split {found.whole.configuration.number}: {numbers} {verb} again{words}"
    return Deed(sentence, removed(*found.standins) + gone.changes)


def take_member_out(found: Consolidation, member_id: str) -> Deed:
    """Lets one member stand for itself again, and takes along what the consolidated configuration had from it alone.

    What somebody has put on it since (passages, a place in another configuration) stays. Raises Misuse where it is no
    member, or where one member at most would be left.
    """
    _refuse_nested(found)
    leaving = next((each for each in found.members if each.configuration.id == member_id), None)
    number = found.whole.configuration.number
    if leaving is None:
        raise Misuse(f"That is no member of {number}.", "See what it is made of.")
    others = [each for each in found.members if each is not leaving]
    if len(others) < 2:
        raise Misuse(
            f"{number} would stand for {listed(each.configuration.number for each in others) or 'nothing'} alone.",
            "Split all of it instead.",
        )
    held = {element_id for each in others for element_id in each.elements}
    loose = [
        each for each in found.standins if each.member_id in leaving.elements and each.member_id not in held
    ]
    own = leaving.configuration
    changes = _without(found, leaving, others, loose) + removed(*loose)
    return Deed(
        f"Took {own.number} out of {number}",
        _sorted_out(changes) + changed(own, replace(own, consolidated_in=None)),
    )


def _refuse_nested(found: Consolidation) -> None:
    own = found.whole.configuration
    if own.consolidated_in is not None:
        raise Misuse(
            f"{own.number} is consolidated in another configuration itself.", "Split that one first."
        )


def _without(
    found: Consolidation, leaving: Assembled, others: Sequence[Assembled], loose: Sequence[Standin]
) -> tuple[Change, ...]:
    """Removes the links and elements that stood for nothing but what the leaving member had."""
    gone_standins = {each.id for each in loose}
    before = stands_for(found.standins)
    after = stands_for(each for each in found.standins if each.id not in gone_standins)
    whole = found.whole
    evident = _said_of(found)
    left = {each for other in others for each in borne_out(whole, other, after)}
    idle = [
        each
        for each in whole.links
        if each.id in borne_out(whole, leaving, before) and each.id not in left and each.id not in evident
    ]
    kept = _kept_links(whole.links, idle)
    idle = [each for each in idle if each.id not in kept]
    tied = {end for each in whole.links if each not in idle for end in (each.source_id, each.target_id)}
    bereft = set(_values(before)) - set(_values(after)) - tied - evident
    conditioning = {
        each.source_id for each in whole.links if each.effect is Effect.CONDITIONS and each not in idle
    }
    had = _standing_as([leaving], before)
    still = _standing_as(others, after)
    places = [
        each
        for each in whole.places
        if each.element_id in bereft
        or (
            (each.element_id, each.kind) in had - still
            and any(element_id == each.element_id for element_id, _ in still)
            and not (each.kind is Kind.CONTEXT and each.element_id in conditioning)
        )
    ]
    elements = [whole.elements[each] for each in sorted(bereft - found.elsewhere) if each in whole.elements]
    return removed(*idle, *places, *elements)


def _standing_as(members: Iterable[Assembled], stands: Stands) -> set[tuple[str, Kind]]:
    """The kinds that members give to each element that stands for theirs."""
    return {
        (name, place.kind)
        for member in members
        for place in member.places
        for name in stands.get(place.element_id, frozenset())
    }


def _said_of(found: Consolidation) -> set[str]:
    """Ids of the links and elements that somebody has said something of since they were brought together."""
    whole, said = found.whole, found.belongings
    return {
        *(each.claim_id for each in whole.evidence),
        *(each.claim_id for each in whole.bearings),
        *(each.element_id for each in whole.groundings),
        *(each.about_id for each in said.comments),
        *(each.about_id for each in said.answers),
    }


def _sorted_out(changes: tuple[Change, ...]) -> tuple[Change, ...]:
    order = {"links": 0, "places": 1, "standins": 2, "elements": 3}
    return tuple(sorted(changes, key=lambda each: order.get(each.table, 4)))


def _kept_links(links: Sequence[Link], idle: Sequence[Link]) -> set[str]:
    """Ids of idle links that stay after all, since a link that stays conditions them."""
    stays = {each.target_id for each in links if each not in idle}
    kept: set[str] = set()
    while further := [each for each in idle if each.id in stays and each.id not in kept]:
        kept.update(each.id for each in further)
        stays.update(each.target_id for each in further)
    return kept


def _values(found: dict[str, frozenset[str]]) -> set[str]:
    return {each for own in found.values() for each in own}
