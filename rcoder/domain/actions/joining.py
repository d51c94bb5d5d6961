"""The deed that takes further configurations into a consolidated one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from rcoder.domain.actions.consolidating import Meeting, in_order, links_between, refuse_members, stands_of
from rcoder.domain.actions.sentences import listed
from rcoder.domain.configuration import Assembled, Configuration, Element, Place
from rcoder.domain.errors import Misuse
from rcoder.domain.ids import new_id
from rcoder.domain.journal import Change, Deed, added, changed
from rcoder.domain.rival import Standin
from rcoder.domain.words import Kind


def take_in(
    whole: Assembled, joining: Iterable[Assembled], meetings: Sequence[Meeting], standins: Iterable[Standin]
) -> Deed:
    """Takes further members into a consolidated configuration; every element of it and of theirs is in one meeting.

    Its own elements stay and stand for what meets them, in the words of their meeting; `standins` say what they stand for
    already. Raises Misuse where that has no meaning, as `consolidate` does.
    """
    new = in_order(joining)
    refuse_members([whole, *new])
    stands = _stands(whole, new, meetings)
    known = _known(whole, standins, stands)
    before = whole.configuration
    joined = [each.configuration for each in new]
    own = {name for each in new for name in each.elements}
    elements = {
        stands[name].id: stands[name] for name in sorted(own) if stands[name].id not in whole.elements
    }
    changes: tuple[Change, ...] = ()
    for name, element in whole.elements.items():
        changes += changed(element, stands[name])
    changes += added(
        *elements.values(),
        *_places(whole, new, stands),
        *links_between(before, new, stands, whole.links),
        *(Standin(new_id(), stands[name].id, name) for name in sorted(own - known)),
    )
    changes += changed(before, _widened(before, joined))
    for each in joined:
        changes += changed(each, replace(each, consolidated_in=before.id))
    return Deed(f"Took {listed(each.number for each in joined)} into {before.number}", changes)


def _stands(whole: Assembled, new: Sequence[Assembled], meetings: Sequence[Meeting]) -> dict[str, Element]:
    """What each element stands in: one of the consolidated configuration's own, in the words of its meeting, or a new one."""
    stands_of([whole, *new], meetings)
    found: dict[str, Element] = {}
    for each in meetings:
        mine = [name for name in each.members if name in whole.elements]
        if len(mine) > 1:
            raise Misuse(
                f"Two elements of {whole.configuration.number} would become one.",
                "Keep one of the two apart.",
            )
        element = replace(whole.elements[mine[0]], wording=each.element.wording) if mine else each.element
        found.update(dict.fromkeys(each.members, element))
    return found


def _known(whole: Assembled, standins: Iterable[Standin], stands: dict[str, Element]) -> set[str]:
    """The elements that it stands for already, since a member shares them. Raises Misuse where they meet elsewhere."""
    found: set[str] = set()
    for each in standins:
        if each.element_id in whole.elements and each.member_id in stands:
            found.add(each.member_id)
            if stands[each.member_id].id != each.element_id:
                words = whole.elements[each.element_id].wording
                raise Misuse(
                    f"An element that a member shares stands in “{words}” already.", "Let it meet that one."
                )
    return found


def _places(whole: Assembled, new: Sequence[Assembled], stands: dict[str, Element]) -> list[Place]:
    """Further places, for elements that are new and for kinds that its own did not stand as."""
    taken = {(each.element_id, each.kind) for each in whole.places}
    wanted = dict.fromkeys(
        (stands[place.element_id].id, kind)
        for kind in Kind
        for each in new
        for place in each.places
        if place.kind is kind
    )
    further = [each for each in wanted if each not in taken]
    after = max((each.position for each in whole.places), default=-1) + 1
    return [
        Place(new_id(), whole.configuration.id, element_id, kind, after + number)
        for number, (element_id, kind) in enumerate(further)
    ]


def _widened(before: Configuration, joined: Sequence[Configuration]) -> Configuration:
    """The consolidated configuration with the hypotheses and support conditions of all; of one case only where all are."""
    every = [before, *joined]
    return replace(
        before,
        hypotheses=tuple(dict.fromkeys(name for each in every for name in each.hypotheses)),
        conditions=tuple(dict.fromkeys(name for each in every for name in each.conditions)),
        case_id=before.case_id if len({each.case_id for each in every}) == 1 else None,
    )
