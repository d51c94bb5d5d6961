"""The exports there are: what each is called, the files it can be written to, and where it is made.

Reading this imports none of what makes them; command line, window and docs are made from it.
"""

from __future__ import annotations

from dataclasses import dataclass

from rcoder.domain.errors import Misuse
from rcoder.domain.outgoing import Option

FIGURE_ENDINGS = (".svg", ".html")


@dataclass(frozen=True, slots=True)
class Export:
    """One kind of export."""

    key: str
    """Its name on the command line."""
    name: str
    words: str
    """What it holds, in one line."""
    endings: tuple[str, ...]
    """Endings of the files it can be written to; the first is offered."""
    maker: str
    """"module:function" under rcoder.project.exports: (Project, Wanted) -> Outgoing."""
    options: tuple[Option, ...] = ()

    @property
    def said_endings(self) -> str:
        """The endings in a sentence: ".svg or .html"."""
        *first, last = self.endings
        return f"{', '.join(first)} or {last}" if first else last


HYPOTHESIS = Option("hypothesis", "only the mini theory of this hypothesis, such as H3", metavar="H")

EXPORTS: tuple[Export, ...] = (
    Export(
        "theory",
        "Change theory",
        "draw the change theory, whole or of one hypothesis",
        FIGURE_ENDINGS,
        "theory:make",
        (HYPOTHESIS,),
    ),
)
"""All of them, in the order in which they are offered."""


def find(key: str) -> Export:
    """The export with that key. Raises Misuse."""
    for each in EXPORTS:
        if each.key == key:
            return each
    known = ", ".join(each.key for each in EXPORTS)
    raise Misuse(f"There is no export called {key}.", f"There is {known}.")
