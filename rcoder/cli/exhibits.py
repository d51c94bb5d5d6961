"""Commands on other material than interviews."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, Any

from rcoder.cli.show import as_json, line, opened
from rcoder.cli.terms import term
from rcoder.domain.actions.sentences import several
from rcoder.domain.errors import Misuse
from rcoder.domain.terms import say
from rcoder.domain.words import Material, Stance
from rcoder.project.assembling import assemble
from rcoder.project.claim_named import claim_named
from rcoder.project.exhibits import Shown, attaching, dropping, exhibit_named, exhibits, read_rows, showing

if TYPE_CHECKING:
    from rcoder.domain.journal import Entry
    from rcoder.project.exhibits import ExhibitLine


def which(_: argparse.Namespace) -> None:
    """`rcoder exhibit` alone."""
    raise Misuse("rcoder exhibit does nothing by itself.", "Try: rcoder exhibit list PROJECT")


def list_(chosen: argparse.Namespace) -> None:
    """All material."""
    with opened(chosen) as project:
        found = exhibits(project)
    if chosen.json:
        as_json([shape(each) for each in found])
        return
    for each in found:
        _say(each)
    line(several(len(found), "piece") + " of material" if found else "No other material yet.")


def _say(each: ExhibitLine) -> None:
    own = each.exhibit
    line(f"{own.id[:13]}  {say(own.material)} “{own.title}”  [{each.coder}]")
    figure = f"{own.value} ({own.base})" if own.value else ""
    for part in (figure, own.words, own.where, each.case):
        if part:
            line(f"    {part}")
    on = ", ".join(f"{say(one.bearing.stance)} {one.part}" for one in each.on)
    line(f"    {on or 'on no claim yet'}")


def add(chosen: argparse.Namespace) -> None:
    """Brings material in."""
    material = term(Material, chosen.material, "--material")
    own = Shown(material, chosen.title, chosen.words, chosen.value, chosen.base, chosen.where, chosen.case)
    if chosen.csv and (chosen.title or chosen.words or chosen.value):
        raise Misuse(
            "--csv brings in the rows of a table and stands alone.", "Leave the title and the figure out."
        )
    shown = read_rows(chosen.csv, material) if chosen.csv else (own,)
    with opened(chosen) as project:
        entry = project.do(showing(project, shown))
    _done(chosen, entry)


def attach(chosen: argparse.Namespace) -> None:
    """Joins material to a claim."""
    if not chosen.to:
        raise Misuse("--to says what it is joined to.", "--to K07, K07/R1 or K07/R1-M1.")
    stance = term(Stance, chosen.stance, "--stance")
    with opened(chosen) as project:
        configuration_id, _, claim_id = claim_named(project, chosen.to)
        exhibit = exhibit_named(project, chosen.exhibit)
        (assembled,) = assemble(project.sight, [configuration_id])
        entry = project.do(attaching(project, exhibit.id, assembled, claim_id, stance))
    _done(chosen, entry)


def remove(chosen: argparse.Namespace) -> None:
    """Removes material."""
    with opened(chosen) as project:
        entry = project.do(dropping(project, exhibit_named(project, chosen.exhibit).id))
    _done(chosen, entry)


def _done(chosen: argparse.Namespace, entry: Entry) -> None:
    if chosen.json:
        as_json({"entry": entry.id, "done": entry.sentence, "ids": [each.id for each in entry.changes]})
    else:
        line(entry.sentence)


def shape(each: ExhibitLine) -> dict[str, Any]:
    """A piece of material as docs/json.md describes it."""
    own = each.exhibit
    return {
        "id": own.id,
        "material": own.material.value,
        "title": own.title,
        "words": own.words,
        "value": own.value,
        "base": own.base,
        "where": own.where,
        "case": each.case or None,
        "coder": each.coder,
        "on": [
            {
                "configuration": one.number,
                "claim": one.bearing.claim.value,
                "claim_id": one.bearing.claim_id,
                "stance": one.bearing.stance.value,
            }
            for one in each.on
        ],
    }
