"""Commands that propose configurations that are alike, make one of several, and split it again."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from rcoder.analysis.steps import run_through
from rcoder.cli.righting import done
from rcoder.cli.show import as_json, line, opened
from rcoder.domain.actions.consolidating import Meeting
from rcoder.domain.actions.sentences import several
from rcoder.domain.errors import Misuse
from rcoder.domain.resemblance import Resemblance
from rcoder.domain.resemblance_words import reason_of
from rcoder.project.consolidating import Brought, bring, consolidated, joined, parted, splitting
from rcoder.project.resembling import numbers_of, resembling
from rcoder.ui.configuring.bench import place_names


def alike(chosen: argparse.Namespace) -> None:
    """Configurations that resemble one another, with the reason."""
    with opened(chosen) as project:
        found = run_through(resembling(project, dismissed=chosen.dismissed))
        numbers = {name: each.number for name, each in numbers_of(project.sight, found).items()}
    if chosen.json:
        as_json([_shape(each, numbers) for each in found])
        return
    for each in found:
        line(f"{'compare' if each.against else 'alike'}  {reason_of(each, numbers)}")
    groups = sum(not each.against for each in found)
    line(
        f"{several(groups, 'group')} alike, {len(found) - groups} to compare. Nothing is changed until you consolidate."
    )


def _shape(each: Resemblance, numbers: dict[str, str]) -> dict[str, Any]:
    return {
        "configurations": [numbers[name] for name in each.members],
        "against": [numbers[name] for name in each.against],
        "reason": reason_of(each, numbers),
        "shared": [
            {"kind": one.kind.value, "likeness": one.likeness.value, "words": one.words}
            for one in each.shared
        ],
        "worded": [{"kind": kind.value, "likeness": much} for kind, much in each.worded],
        "tied": each.tied,
    }


def consolidate(chosen: argparse.Namespace) -> None:
    """Makes one configuration of several, or says what would meet."""
    with opened(chosen) as project:
        brought = bring(project, chosen.configurations)
        meetings = _asked_for(chosen, brought)
        if chosen.dry_run:
            _meetings(chosen, brought, meetings)
            return
        made, deed = consolidated(project, brought.members, meetings, chosen.title or brought.title)
        entry = project.do(deed, why=chosen.why)
        number = project.configuration(made).line.number
    if chosen.json:
        as_json({"id": made, "number": number, "entry": entry.id, "sentence": entry.sentence})
    else:
        line(entry.sentence)


def _asked_for(chosen: argparse.Namespace, brought: Brought) -> tuple[Meeting, ...]:
    """The meetings as the options want them."""
    names, meetings = _names(brought), brought.meetings
    for each in chosen.apart:
        meetings = parted(meetings, brought.members, brought.codes, _element(names, each))
    for each in chosen.meet:
        of, _, to = each.partition("=")
        meetings = joined(
            meetings, brought.members, brought.codes, of=_element(names, of), to=_element(names, to)
        )
    for each in chosen.words:
        name, _, words = each.partition("=")
        own = _element(names, name)
        meetings = tuple(
            replace(one, element=replace(one.element, wording=" ".join(words.split())))
            if own in one.members
            else one
            for one in meetings
        )
    return meetings


def _names(brought: Brought) -> dict[str, str]:
    """The elements of the members by short name: K03.M1."""
    found: dict[str, str] = {}
    for member in brought.members:
        short = place_names(member)
        for place in member.places:
            found[f"{member.configuration.number}.{short[place.id]}".upper()] = place.element_id
    return found


def _element(names: dict[str, str], wanted: str) -> str:
    found = names.get(wanted.strip().upper())
    if found is None:
        raise Misuse(f"{wanted.strip() or 'Nothing'} is no element here.", f"They are {', '.join(names)}.")
    return found


def _meetings(chosen: argparse.Namespace, brought: Brought, meetings: Sequence[Meeting]) -> None:
    names: dict[str, list[str]] = {}
    for name, element_id in _names(brought).items():
        names.setdefault(element_id, []).append(name)
    told = [
        (each.element.wording, [name for one in each.members for name in names[one]]) for each in meetings
    ]
    if chosen.json:
        as_json([{"wording": words, "elements": own} for words, own in told])
        return
    for words, own in told:
        line(f"{words}  ← {', '.join(own)}")
    line(f"{several(len(told), 'element')}. Nothing is changed.")


def split(chosen: argparse.Namespace) -> None:
    """Splits a consolidated configuration, or takes one member out."""
    done(chosen, lambda project: splitting(project, chosen.configuration, chosen.member))
