"""Files on their way in, as lines of a list, and one of them in full."""

from __future__ import annotations

import textwrap
from collections.abc import Collection, Iterable

from rcoder.domain.actions.sentences import several
from rcoder.ui.incoming.plan import Incoming, State, interviewers
from rcoder.ui.marks import shown
from rcoder.ui.widgets.lines import Line, Piece

MARKS = {
    State.READING: "…",
    State.READY: "○",
    State.LEFT_OUT: "–",
    State.THERE: "=",
    State.REFUSED: "!",
    State.COMING: "…",
    State.IMPORTED: "✓",
    State.FAILED: "!",
}
"""The mark before a file's name; the state stands in words beside it, too."""

FIELDS = (
    ("title", "Title", "t"),
    ("case", "Case", "c"),
    ("roles", "Role", "r"),
    ("date", "Date", "d"),
    ("wave", "Wave", "w"),
    ("language", "Language", "l"),
    ("encoding", "Encoding", "e"),
)
"""Key in the plan, its word, and the letter that changes it."""


def file_lines(incomings: Iterable[Incoming], marked: Collection[str]) -> list[Line]:
    """A line for each file."""
    return [_file_line(each, marked=each.file in marked) for each in incomings]


def _file_line(incoming: Incoming, *, marked: bool) -> Line:
    mark = MARKS[incoming.state]
    ink = "-muted" if incoming.state in (State.LEFT_OUT, State.THERE) else ""
    pieces: list[Piece] = [("▸ " if marked else "  ", "-key"), (f"{mark} ", "-key"), (incoming.name, ink)]
    about = " · ".join(each for each in (incoming.said("case"), incoming.said("roles")) if each)
    if about:
        pieces.append((f"  {about}", "-muted"))
    right = several(incoming.words, "word") if incoming.state is State.READY else str(incoming.state)
    return Line(incoming.file, tuple(pieces), right)


def full(incoming: Incoming, width: int) -> list[Line]:
    """One file in full: what is wrong, what is known, who speaks, what was done to the text, and how it begins."""
    lines: list[Line] = []
    if incoming.why:
        lines += _paragraph("why", incoming.why, width, "-strong")
    if incoming.state in (State.READING, State.REFUSED):
        return [*lines, *_known(incoming)] if incoming.state is State.REFUSED else lines
    lines += _known(incoming)
    if incoming.alike:
        lines += _paragraph("alike", f"It has the same words as {incoming.alike}.", width, "-strong")
    lines.append(_heading("speakers", "Speakers"))
    asks = interviewers(incoming)
    for number, voice in enumerate(incoming.voices):
        who = "  asks the questions" if voice.name in asks else ""
        amount = f"{several(voice.turns, 'turn')}, {several(voice.words, 'word')}"
        pieces: tuple[Piece, ...] = ((f"  {voice.name or 'nobody named'}", ""), (who, "-muted"))
        lines.append(Line(f"speaker:{number}", pieces, amount, inert=True))
    if incoming.notes:
        lines.append(_heading("notes", "Done to the text"))
        for number, note in enumerate(incoming.notes):
            lines += _paragraph(f"note:{number}", note, width)
    lines.append(_heading("beginning", f"How it begins ({several(incoming.words, 'word')} in all)"))
    for number, (name, words) in enumerate(incoming.beginning):
        if name:
            lines.append(Line(f"turn:{number}", ((f"  {name}", "-muted"),), inert=True))
        lines += _paragraph(f"words:{number}", words, width, indent="    ")
    return lines


def _known(incoming: Incoming) -> list[Line]:
    found = []
    for key, word, letter in FIELDS:
        value = incoming.said(key) or "–"
        pieces: tuple[Piece, ...] = ((f"  {letter} ", "-key"), (f"{word}: ", "-muted"), (value, ""))
        found.append(Line(f"known:{key}", pieces))
    return found


def _heading(name: str, words: str) -> Line:
    return Line(f"heading:{name}", ((words, "-strong"),), inert=True)


def _paragraph(name: str, words: str, width: int, ink: str = "", *, indent: str = "  ") -> list[Line]:
    """Words wrapped to a width, none of them steering."""
    rows = [
        row
        for part in words.splitlines() or [""]
        for row in textwrap.wrap(shown(part), max(20, width - len(indent) - 2)) or [""]
    ]
    return [
        Line(f"{name}:{number}", ((f"{indent}{row}", ink),), goes_on=number > 0)
        for number, row in enumerate(rows)
    ]
