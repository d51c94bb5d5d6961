"""Commands that show which configurations lead to which, and say how two stand to one another."""

from __future__ import annotations

import argparse
from typing import Any

from rcoder.cli.righting import done
from rcoder.cli.show import as_json, line, opened
from rcoder.domain.actions.sentences import several
from rcoder.domain.chain import Chained, Chains, Neighbour, Tie
from rcoder.domain.words import Kin
from rcoder.project.chains import all_chains, neighbours, relating, unrelating

TOLD = {
    Tie.FOLLOWS_FROM: "follows from",
    Tie.LEADS_TO: "leads to",
    Tie.SHARES: "shares with",
    Tie.NESTED_IN: "nested in",
    Tie.NESTS: "nests",
    Tie.CONTRADICTS: "contradicts",
}


def chains(chosen: argparse.Namespace) -> None:
    """The chains of all, or how one stands to the others."""
    with opened(chosen) as project:
        if chosen.configuration:
            found = neighbours(project, chosen.configuration)
            _one(chosen, found)
        else:
            _all(chosen, all_chains(project, members=chosen.members))


def _one(chosen: argparse.Namespace, found: tuple[Neighbour, ...]) -> None:
    if chosen.json:
        as_json([_neighbour(each) for each in found])
        return
    for each in found:
        by = f"by {each.here} → {each.there}: {each.wording}" if each.here and each.there else ""
        reason = each.kinship.reason if each.kinship else ""
        line(f"{TOLD[each.tie]:<13} {_named(each.other)}")
        for words in (by, reason):
            if words:
                line(f"              {words}")
    if not found:
        line(
            f"{chosen.configuration} shares no element with another configuration, and nobody has related them."
        )


def _neighbour(each: Neighbour) -> dict[str, Any]:
    return {
        "tie": each.tie.value,
        "configuration": each.other.number,
        "id": each.other.id,
        "title": each.other.title,
        "status": each.other.status,
        "element": each.element_id or None,
        "wording": each.wording or None,
        "here": each.here.value if each.here else None,
        "there": each.there.value if each.there else None,
        "reason": each.kinship.reason if each.kinship else None,
    }


def _all(chosen: argparse.Namespace, found: Chains) -> None:
    numbers = {each.id: each.number for each in found.configurations.values()}
    if chosen.json:
        as_json(
            {
                "leads": [
                    {
                        "from": numbers[each.source_id],
                        "to": numbers[each.target_id],
                        "element": each.element_id,
                        "wording": found.wordings.get(each.element_id, ""),
                        "as": each.there.value,
                    }
                    for each in found.leads
                ],
                "kinships": [
                    {
                        "configuration": numbers[each.configuration_id],
                        "kin": each.kin.value,
                        "other": numbers[each.other_id],
                        "reason": each.reason,
                    }
                    for each in found.kinships
                ],
                "loops": [[numbers[each] for each in way] for way in found.loops],
                "longest": [numbers[each] for each in found.longest],
                "configurations": len(found.configurations),
                "chained": len(found.chained),
            }
        )
        return
    for branch in found.branches:
        bars = "".join("│  " if on else "   " for on in branch.above[:-1])
        joint = ("├─ " if branch.above[-1] else "└─ ") if branch.above else ""
        own = found.configurations[branch.configuration_id]
        words = ", ".join(found.wordings.get(each, "") for each in branch.elements)
        by = f"“{words}” → " if words else ""
        name = f"↺ {own.number}" if branch.loop else f"{own.number}, above" if branch.shown else _named(own)
        line(f"{bars}{joint}{by}{name}")
    for each in found.kinships:
        how = TOLD[Tie(each.kin.value)]
        reason = f": {each.reason}" if each.reason else ""
        line(f"{numbers[each.configuration_id]} {how} {numbers[each.other_id]}{reason}")
    for way in found.loops:
        line(f"Loop: {' → '.join(numbers[each] for each in (*way, way[0]))}")
    whole = len(found.configurations)
    line(
        f"{len(found.chained)} of {several(whole, 'configuration')} in a chain; the longest has {len(found.longest)}"
    )


def _named(each: Chained) -> str:
    about = ", ".join(part for part in (each.case, each.status) if part)
    return f"{each.number} {each.title}".rstrip() + f"  ({about})"


def relate(chosen: argparse.Namespace) -> None:
    """Says how one configuration stands to another, or takes it back."""
    kin = Kin(chosen.kin.replace("-", "_"))
    one, other = chosen.configuration, chosen.other
    if chosen.remove:
        done(chosen, lambda project: unrelating(project, one, kin, other))
    else:
        done(chosen, lambda project: relating(project, one, kin, other, chosen.reason))
