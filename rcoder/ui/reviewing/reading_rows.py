"""A configuration to be read by whoever reviews it: what changed since, then the whole of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from rcoder.domain.history import HIDDEN, Since
from rcoder.domain.passage import Passage
from rcoder.project.bench import Bench
from rcoder.project.reviewing import Looked
from rcoder.ui.configuring import rows
from rcoder.ui.configuring.one_row import heading, row_of
from rcoder.ui.widgets.lines import Line


def reading_lines(bench: Bench, looked: Looked, width: int) -> Iterator[Line]:
    """What changed, and the configuration as the workbench shows it."""
    if looked.lapsed is not None:
        word = bench.assembled.configuration.status.value
        yield from _since("lapsed", f"Changed since it was {word}", looked.lapsed, width)
    if looked.since is not None and (news := _news(looked)):
        yield from _since("since", "Changed since you looked", news, width)
    yield from without_keys(rows.lines(bench, width))


def _news(looked: Looked) -> Since | None:
    """What changed since the asker looked that is not said above it already; None for nothing."""
    if looked.since is None:
        return None
    above = looked.lapsed.told if looked.lapsed is not None else ()
    left = tuple(each for each in looked.since.told if each not in above)
    return replace(looked.since, told=left) if left else None


def without_keys(lines: Iterable[Line]) -> Iterator[Line]:
    """The lines without what they say of keys: those are the workbench's, and mean something else here."""
    cut = False
    for line in lines:
        if cut and line.goes_on:
            continue
        pieces = tuple((_KEYS.sub(r"\1", words), ink) for words, ink in line.pieces)
        cut = pieces != line.pieces
        yield replace(line, pieces=pieces) if cut else line


_KEYS = re.compile(r"(\byet)[:,] .*")


def changed_passage(looked: Looked, row: str) -> Passage | None:
    """The passage that a line on what changed names."""
    name, _, number = row.partition(":")
    since = {"lapsed": looked.lapsed, "since": _news(looked)}.get(name)
    if since is None or not number.isdigit() or int(number) >= len(since.told):
        return None
    return since.told[int(number)].passage


def _since(name: str, words: str, since: Since, width: int) -> Iterator[Line]:
    yield heading(name, words)
    for number, each in enumerate(since.told):
        yield from row_of(f"{name}:{number}", [("  ", "")], each.words, width, hang=4)
    if since.hidden:
        yield Line(f"{name}:hidden", ((f"  {HIDDEN}", "-muted"),))
    yield heading(f"{name}-end", "")
