"""The turns of an interview as lines, those of one voice to be marked, all of them with their words."""

from __future__ import annotations

import textwrap
from collections.abc import Collection, Iterator

from rcoder.domain.actions.speaking import voice_name
from rcoder.domain.transcript import Speaker
from rcoder.project.about import AboutInterview
from rcoder.ui.widgets.lines import Line

OWN, OTHERS = 8, 1
"""Rows that a turn of the voice takes at most, and a turn of another."""
HEAD = 8
"""Cells before the words."""


def turn_rows(
    about: AboutInterview, speaker: Speaker, marked: Collection[int], width: int
) -> tuple[Line, ...]:
    """Every turn; only those of the voice can be gone to."""
    names = {each.id: voice_name(each) for each in about.voices.speakers}
    own = about.voices.turns_of(speaker)
    found: list[Line] = []
    for place, turn in enumerate(about.transcript.turns):
        words = " ".join(turn.span.of(about.text).split())
        if place in own:
            found += _own(place, words, width, marked=place in marked)
        else:
            name = names.get(turn.speaker_id or "", "")
            head = f"   {place + 1:>4} "
            rows = textwrap.wrap(
                f"{name}: {words}", max(20, width - HEAD - 2), max_lines=OTHERS, placeholder=" …"
            )
            found.append(
                Line(f"other:{place}", ((f"{head}{rows[0] if rows else name}", "-muted"),), inert=True)
            )
    return tuple(found)


def _own(place: int, words: str, width: int, *, marked: bool) -> Iterator[Line]:
    ink = "-strong" if marked else ""
    rows = textwrap.wrap(words, max(20, width - HEAD - 2), max_lines=OWN, placeholder=" …") or [""]
    head = f" {'●' if marked else '○'} {place + 1:>4} "
    yield Line(f"turn:{place}", ((head, "-key" if marked else "-muted"), (rows[0], ink)))
    for number, row in enumerate(rows[1:], start=1):
        yield Line(f"turn:{place}:{number}", ((" " * HEAD, ""), (row, ink)), inert=True, goes_on=True)


def place_of(line_id: str) -> int | None:
    """The turn a line is of, from 0; None for a line of another voice's."""
    kind, _, rest = line_id.partition(":")
    return int(rest.partition(":")[0]) if kind == "turn" else None
