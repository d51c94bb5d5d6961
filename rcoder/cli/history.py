"""The command that tells how something came about."""

from __future__ import annotations

import argparse
from typing import Any

from rcoder.cli.shapes import place_shape
from rcoder.cli.show import as_json, line, opened
from rcoder.domain.history import HistoryLine, Told
from rcoder.domain.times import to_the_minute
from rcoder.project.history import history as course_of


def history(chosen: argparse.Namespace) -> None:
    """A course, the oldest first; what was taken back in brackets."""
    with opened(chosen) as project:
        found = course_of(project, chosen.of, chosen.theory)
    if chosen.json:
        as_json({"of": found.of, "entries": [_shape(each) for each in found.lines]})
        return
    line(found.of)
    for each in found.lines:
        _say(each)
    if not found.lines:
        line("  The journal says nothing of it.")


def _say(each: HistoryLine) -> None:
    opens, closes = ("[", f"] taken back {to_the_minute(each.taken_back)}") if each.taken_back else ("", "")
    head = each.within or each.told[0].words
    line(f"{to_the_minute(each.at)}  {each.coder}  {opens}{head}{closes}")
    for told in each.told[0 if each.within else 1 :]:
        line(f"      {opens}{told.words}{']' if opens else ''}")
    if each.why:
        line(f"      because {each.why}")


def _shape(each: HistoryLine) -> dict[str, Any]:
    return {
        "seq": each.seq,
        "entry": each.entry_id,
        "at": each.at,
        "coder": each.coder,
        "within": each.within or None,
        "told": [_told(told) for told in each.told],
        "why": each.why,
        "taken_back": each.taken_back or None,
        "hidden": each.hidden,
    }


def _told(told: Told) -> dict[str, Any]:
    return {"words": told.words, "passage": place_shape(told.passage) if told.passage else None}
