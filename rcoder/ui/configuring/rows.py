"""A configuration as lines: its sections one below the other, each a function of the bench and the width."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeAlias

from rcoder.project.bench import Bench
from rcoder.ui.chaining.bench_rows import chain, made_of
from rcoder.ui.configuring.ask_rows import asked
from rcoder.ui.configuring.frame_rows import frame
from rcoder.ui.configuring.head_rows import head
from rcoder.ui.configuring.link_rows import links, whole
from rcoder.ui.configuring.rival_rows import rivals
from rcoder.ui.configuring.strength_rows import judged
from rcoder.ui.reviewing.comment_rows import comments, marked
from rcoder.ui.widgets.lines import Line

Section: TypeAlias = Callable[[Bench, int], Iterator[Line]]
"""Lines for a pane of that many cells; each line's id says what it is about, as `about` takes it apart."""

SECTIONS: tuple[Section, ...] = (
    head,
    frame,
    links,
    whole,
    made_of,
    chain,
    rivals,
    judged,
    asked,
    comments,
)
"""What the workbench shows, in this order. A further section is a line here."""


def lines(bench: Bench, width: int) -> tuple[Line, ...]:
    """The whole configuration for a pane of that many cells; each line's id says what it is about."""
    found = tuple(line for section in SECTIONS for line in section(bench, width))
    return tuple(marked(found, bench)) if bench.conversations else found


def about(line_id: str) -> tuple[str, str]:
    """What a line is about and the id of it: ("place", id), ("link", id), ("because", "")."""
    subject, _, rest = line_id.partition(":")
    return subject, rest.rsplit(":", 1)[-1]


def folded_at_first(found: tuple[Line, ...]) -> set[str]:
    """The lines that begin folded: elements, whose passages are many, and why prompts are asked."""
    return {line.id for line in found if line.folds and about(line.id)[0] in ("place", "ask")}
