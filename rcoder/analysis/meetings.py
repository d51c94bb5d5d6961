"""Which elements of configurations that are to be made one meet in one element, as a proposal to a person."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from rcoder.domain.actions.consolidating import Meeting, in_order
from rcoder.domain.codebook import Code
from rcoder.domain.configuration import Assembled, Element
from rcoder.domain.ids import new_id
from rcoder.domain.resemblance import opposed, polarity_of
from rcoder.domain.words import Category, Directness, Kind

Alike = Callable[[str, str], float]
LIKE = 0.85
"""How alike wordings of one kind are to meet."""


def proposed(members: Sequence[Assembled], codes: Mapping[str, Code], alike: Alike) -> tuple[Meeting, ...]:
    """A meeting for every element of the members: the same element, the same code and kind, or words alike.

    Two elements of one member never meet, nor outcomes of opposite signs. The order of members does not matter.
    """
    ordered = in_order(members)
    groups: list[list[str]] = []
    for kind in Kind:
        for member in ordered:
            for place in member.places:
                if place.kind is kind and not any(place.element_id in each for each in groups):
                    _place(place.element_id, ordered, groups, alike)
    return tuple(met(each, ordered, codes) for each in groups)


def _place(name: str, members: Sequence[Assembled], groups: list[list[str]], alike: Alike) -> None:
    own = _homes(name, members)
    for group in groups:
        if not any(own & _homes(each, members) for each in group) and all(
            _meet(name, each, members, alike) for each in group
        ):
            group.append(name)
            return
    groups.append([name])


def _homes(name: str, members: Sequence[Assembled]) -> set[str]:
    return {each.configuration.id for each in members if name in each.elements}


def _meet(one: str, other: str, members: Sequence[Assembled], alike: Alike) -> bool:
    """Whether two elements say the same, in the same kind."""
    here, there = element_of(one, members), element_of(other, members)
    kinds = _kinds(one, members)
    if kinds != _kinds(other, members) or polarity_of(here.wording) != polarity_of(there.wording):
        return False
    if Kind.OUTCOME in kinds and here.sign != there.sign:
        return False
    if here.code_id is not None and here.code_id == there.code_id:
        return True
    words = frozenset(here.wording.casefold().split()), frozenset(there.wording.casefold().split())
    return not opposed(*words) and alike(here.wording, there.wording) >= LIKE


def _kinds(name: str, members: Sequence[Assembled]) -> set[Kind]:
    return {kind for each in members for kind in each.kinds_of(name)}


def element_of(name: str, members: Sequence[Assembled]) -> Element:
    """An element of one of the members, by id."""
    return next(each.elements[name] for each in members if name in each.elements)


def met(names: Sequence[str], members: Sequence[Assembled], codes: Mapping[str, Code]) -> Meeting:
    """The meeting of some elements: what they have in common is the consolidated element's, and the first one's words."""
    own = [element_of(each, members) for each in names]
    first = own[0]
    element = Element(
        id=new_id(),
        wording=first.wording,
        code_id=_code(own, codes),
        actor=first.actor if len({each.actor for each in own}) == 1 else "",
        activation=first.activation if len({each.activation for each in own}) == 1 else None,
        sign=first.sign,
        horizon=first.horizon if len({each.horizon for each in own}) == 1 else None,
        node_id=first.node_id if len({each.node_id for each in own}) == 1 else None,
        new=all(each.new for each in own),
        directness=(
            Directness.SAID
            if any(each.directness is Directness.SAID for each in own)
            else Directness.INFERRED
        ),
    )
    return Meeting(element, tuple(names))


def _code(own: Sequence[Element], codes: Mapping[str, Code]) -> str | None:
    """The code they have, or the nearest one above all of theirs; None where one has none."""
    if len({each.code_id for each in own}) == 1:
        return own[0].code_id
    ways = [_upwards(each.code_id, codes) for each in own]
    return next((each for each in ways[0] if all(each in way for way in ways)), None)


def _upwards(code_id: str | None, codes: Mapping[str, Code]) -> list[str]:
    found: list[str] = []
    while code_id is not None and code_id not in found and (code := codes.get(code_id)) is not None:
        if code.category is Category.CODE:
            found.append(code_id)
        code_id = code.parent_id
    return found


def joined(
    meetings: Sequence[Meeting], members: Sequence[Assembled], codes: Mapping[str, Code], *, of: str, to: str
) -> tuple[Meeting, ...]:
    """The meetings with an element of a member moved to the meeting of another; `of` and `to` are ids of member elements.

    The meeting that it joins keeps its words.
    """
    target = next(each for each in meetings if to in each.members)
    found = []
    for each in meetings:
        left = tuple(name for name in each.members if name != of)
        if each is target and of not in each.members:
            found.append(_again(each, (*each.members, of), members, codes))
        elif of in each.members and each is not target:
            if left:
                found.append(_again(each, left, members, codes))
        else:
            found.append(each)
    return tuple(found)


def parted(
    meetings: Sequence[Meeting], members: Sequence[Assembled], codes: Mapping[str, Code], of: str
) -> tuple[Meeting, ...]:
    """The meetings with an element of a member standing apart, after those it met."""
    found = []
    for each in meetings:
        left = tuple(name for name in each.members if name != of)
        if of not in each.members or not left:
            found.append(each)
        else:
            found += [_again(each, left, members, codes), met([of], members, codes)]
    return tuple(found)


def _again(
    before: Meeting, names: Sequence[str], members: Sequence[Assembled], codes: Mapping[str, Code]
) -> Meeting:
    """The meeting of other elements under the same id, with its words where a person wrote them or they still fit."""
    after = met(names, members, codes)
    own = {element_of(each, members).wording for each in before.members}
    kept = before.element.wording not in own or before.element.wording in {
        element_of(each, members).wording for each in names
    }
    wording = before.element.wording if kept else after.element.wording
    return Meeting(replace(after.element, id=before.element.id, wording=wording), tuple(names))


def settled(
    meetings: Sequence[Meeting],
    members: Sequence[Assembled],
    codes: Mapping[str, Code],
    known: Mapping[str, str],
) -> tuple[Meeting, ...]:
    """The meetings with elements that a consolidated one stands for already in the element that does.

    `known` is that element by the member's. What else of the same member was to meet it stands apart.
    """
    found = tuple(meetings)
    for name, whole in known.items():
        own = _homes(name, members)
        if not own:
            continue
        there = next(each for each in found if whole in each.members)
        for each in there.members:
            if each != whole and known.get(each) != whole and own & _homes(each, members):
                found = parted(found, members, codes, each)
        found = joined(found, members, codes, of=name, to=whole)
    return found
