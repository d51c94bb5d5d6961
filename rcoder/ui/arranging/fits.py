"""Which keys fit the line under the cursor."""

from __future__ import annotations

from rcoder.ui.commands import Where, commands
from rcoder.ui.widgets.lines import Piece

FITS: dict[Where, dict[str, tuple[str, ...]]] = {
    Where.ABOUT_INTERVIEW: {
        "speaker": ("rename", "merge", "split", "interviewer", "roles", "person"),
        "case": ("to_case", "about_case", "unknown"),
        "title": ("title", "read", "drop"),
        "date": ("date", "unknown"),
        "wave": ("wave", "unknown"),
        "language": ("language",),
        "attribute": ("attribute", "unknown"),
    },
    Where.ABOUT_CASE: {
        "name": ("rename", "merge", "drop"),
        "municipality": ("municipality", "unknown"),
        "outcome_group": ("outcome_group", "unknown"),
        "attribute": ("values", "attribute", "unknown"),
        "interview": ("about", "several"),
    },
}
"""The commands that do something to each sort of line, the commonest first."""

SHORT = {"drop": "remove", "to_case": "another case", "rename": "rename", "merge": "merge", "split": "split"}
"""Shorter words, where the line under the cursor says the rest."""


def keys_for(where: Where, subject: str) -> tuple[Piece, ...]:
    """The keys that fit a line, in words."""
    known = {each.id: each for each in commands(where)}
    pieces: list[Piece] = [(" ", "")]
    for each in (known[name] for name in FITS[where].get(subject, ())):
        words = SHORT.get(each.id, each.words.en.lower())
        pieces += [(each.shown.split(" ", 1)[0], "-key"), (f" {words}  ", "-muted")]
    return tuple(pieces)
