"""What makes configurations alike, in a sentence."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from rcoder.domain.actions.sentences import listed
from rcoder.domain.resemblance import Likeness, Resemblance, Shared
from rcoder.domain.terms import say
from rcoder.domain.words import Kind

FEW = 6
"""Configurations that a sentence names one by one."""


def reason_of(found: Resemblance, numbers: Mapping[str, str]) -> str:
    """Why configurations are offered together; `numbers` by id."""
    if found.against:
        both = f"{_named(found.members, numbers)} (+) and {_named(found.against, numbers)} (−)"
        return f"{both} {_shared(found.shared)}, and come to opposite outcomes: what makes the difference?"
    parts = [_shared(found.shared)] if found.shared else []
    parts += [
        f"the wording of their {say(kind)}{'' if kind is Kind.REASONING else 's'} is alike ({much:.2f})"
        for kind, much in found.worded
    ]
    tied = ", tied in the same direction" if found.tied else ""
    return f"{_named(found.members, numbers)} {'; '.join(parts)}{tied}"


def _named(ids: Iterable[str], numbers: Mapping[str, str]) -> str:
    names = [numbers.get(each, "?") for each in ids]
    if len(names) > FEW:
        names = [*names[: FEW - 1], f"{len(names) - FEW + 1} more"]
    return listed(names)


def _shared(shared: Iterable[Shared]) -> str:
    """What is shared, by how: "share the resource X and the reasoning Y, and their outcomes meet under Z"."""
    own = list(shared)
    same = [f"the {say(each.kind)} {each.words}" for each in own if each.likeness in _SAME]
    above = [
        f"their {say(each.kind)} meets under {each.words}" for each in own if each.likeness is Likeness.ABOVE
    ]
    worded = [
        f"their {say(each.kind)} is worded like “{each.words}”"
        for each in own
        if each.likeness is Likeness.WORDING
    ]
    first = [f"share {listed(same)}"] if same else ["are alike"]
    return "; ".join([*first, *above, *worded])


_SAME = (Likeness.ELEMENT, Likeness.CODE)
