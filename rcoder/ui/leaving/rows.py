"""Lines of the window that asks before a file leaves."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from rcoder.domain.actions.sentences import several
from rcoder.domain.leaving import ROUND, Findings, Found, Sighting, Sort
from rcoder.ui.widgets.lines import Line

NARROWEST = 20


def found_lines(findings: Findings) -> tuple[Line, ...]:
    """What was found by what it is, coders' names last."""
    return tuple(_lines(findings))


def _lines(findings: Findings) -> Iterator[Line]:
    for number, (heading, every) in enumerate(findings.groups):
        staff = "; they are staff" if every[0].sort is Sort.CODER else ""
        yield Line(f"group {number}", ((f"{heading}{staff}", "-strong"),), folds=True)
        for place, each in enumerate(every):
            times = f"{each.count} times" if each.count > 1 else ""
            yield Line(f"{number}|{place}", ((each.words, ""),), times, depth=1)


def first(findings: Findings) -> str:
    """The line where the cursor begins."""
    return "0|0" if findings.groups else ""


def found_of(findings: Findings, line: str) -> Found | None:
    """The finding of a line; None for a heading."""
    number, bar, place = line.partition("|")
    return findings.groups[int(number)][1][int(place)] if bar else None


def asked(findings: Findings) -> str:
    """What the window is about, in a few words."""
    return f"{several(len(findings.found), 'thing')} to look at"


def place_lines(found: Found, width: int) -> tuple[Line, ...]:
    """Where it stands, each place with the words round it, wrapped."""
    return tuple(_places(found, max(NARROWEST, width - 3)))


def _places(found: Found, width: int) -> Iterator[Line]:
    if found.note:
        for number, row in enumerate(textwrap.wrap(f"{found.words}: {found.note}", width)):
            yield Line(f"note {number}", ((row, "-strong"),), goes_on=number > 0)
    for number, each in enumerate(found.sightings):
        yield Line(f"place {number}", ((each.place or "in the file", "-muted"),))
        for at, pieces in enumerate(_wrapped(each, width)):
            yield Line(f"words {number} {at}", pieces, depth=1, inert=True, goes_on=True)
    more = found.count - len(found.sightings)
    if more > 0:
        yield Line("more", ((f"and {more} more places", "-muted"),), inert=True)


def _cut(words: str) -> str:
    """Words without the part of one that they begin with, where they were cut out of more."""
    return f"…{words.partition(' ')[2]}" if len(words) >= ROUND and " " in words else words


def _wrapped(sighting: Sighting, width: int) -> Iterator[tuple[tuple[str, str], ...]]:
    """The words with those round them in rows, what was found strong."""
    before = " ".join(_cut(sighting.before).split())
    words = " ".join(sighting.words.split())
    glue = " " if sighting.before[-1:].isspace() else ""
    whole = f"{before}{glue}{words}{_cut(sighting.after[::-1])[::-1]}"
    start, end, at = len(before) + len(glue), len(before) + len(glue) + len(words), 0
    flat = " ".join(whole.split())
    for row in textwrap.wrap(flat, width - 2, break_on_hyphens=False) or [""]:
        place = flat.index(row, at)
        low, high = max(place, start), min(place + len(row), end)
        at = place + len(row)
        if low < high:
            yield (
                (flat[place:low], "-muted"),
                (flat[low:high], "-strong"),
                (flat[high : place + len(row)], "-muted"),
            )
        else:
            yield ((row, "-muted"),)
