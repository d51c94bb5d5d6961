"""What holds within a group of an RTF file until it ends."""

from __future__ import annotations

from copy import copy
from dataclasses import dataclass


@dataclass(slots=True)
class Font:
    """A font of the table; `page` is "" where the document's code page holds."""

    name: str = ""
    page: str = ""


@dataclass(slots=True)
class State:
    """How the letters of a group look and where they go."""

    skip: bool = False
    """The group holds no words of the text."""
    place: str = ""
    """The destination the group is, where it matters: fonttbl, upr, branch (of upr), shptxt."""
    font: int | None = None
    fallback: int = 1
    r"""Letters behind \u for readers without Unicode."""
    bold: bool = False
    hidden: bool = False
    deleted: bool = False
    inserted: bool = False
    level: int = 0
    """Depth of the table that the paragraph stands in; 0 outside."""

    def inner(self) -> State:
        """The state that a group within this one begins with."""
        state = copy(self)
        if self.place == "upr":
            state.skip, state.place = True, "branch"
        elif self.place and self.place != "fonttbl":
            state.place = ""
        return state
