"""The queue of a review as lines: by whose turn it is, each with what changed and what is open."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from itertools import groupby

from rcoder.domain.actions.sentences import several
from rcoder.project.reviewing import TURNS, QueueLine, Turn
from rcoder.ui.widgets.lines import Line

EMPTY = "No configurations in your sight yet. c in O begins the first; others' come when their layers are released."
NONE_SO = "None so. f shows the others."


class Which(StrEnum):
    """Which configurations the queue shows."""

    ALL = "all"
    WAITING = "waiting for you"
    DONE = "superseded or rejected"


DONE = ("superseded", "rejected")
_WAITING = frozenset({Turn.RETURNED, Turn.SUBMITTED, Turn.LAPSED, Turn.COMMENTED, Turn.CHANGED})


def chosen(queue: Sequence[QueueLine], which: Which) -> tuple[QueueLine, ...]:
    """Those that are shown."""
    if which is Which.WAITING:
        return tuple(each for each in queue if each.turn in _WAITING)
    if which is Which.DONE:
        return tuple(each for each in queue if each.status in DONE)
    return tuple(queue)


def waiting(queue: Sequence[QueueLine]) -> int:
    """How many wait for the asker."""
    return sum(each.turn in _WAITING for each in queue)


def queue_lines(queue: Sequence[QueueLine], prompts: Mapping[str, int] | None) -> Iterator[Line]:
    """Headings, and below each the configurations; `prompts` are the open ones by configuration, None while not known."""
    for turn, found in groupby(queue, key=lambda each: each.turn):
        own = list(found)
        words = f"{TURNS[turn]}: {len(own)} of {len(queue)}"
        yield Line(f"heading:{turn.value}", ((f" {words}", "-heading"),), inert=True)
        for each in own:
            yield Line(
                each.id,
                (
                    (f"  {each.number} ", "-strong"),
                    (each.title or "no title yet", "" if each.title else "-muted"),
                ),
                right=f"{each.status} · {each.coder}",
            )
            if beside := " · ".join(_beside(each, prompts)):
                yield Line(f"{each.id}#", ((f"      {beside}", "-muted"),), inert=True, goes_on=True)


def _beside(line: QueueLine, prompts: Mapping[str, int] | None) -> Iterator[str]:
    if line.since:
        yield f"since: {line.since}"
    if line.new_comments:
        yield several(line.new_comments, "new comment")
    if line.open_comments:
        yield several(line.open_comments, "open conversation")
    if prompts is not None and line.id in prompts:
        yield several(prompts[line.id], "open prompt")
