"""Codings over a text: swept once into stretches with the same codings, and found by bisection."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from rcoder.domain.coding import Coding
from rcoder.domain.transcript import Span
from rcoder.domain.words import Kind


class Bar(NamedTuple):
    """A code's stretch in the margin: all codings with that code that touch or overlap."""

    code_id: str
    kind: Kind | None
    start: int
    end: int
    lane: int = 0

    @property
    def span(self) -> Span:
        """Where it runs."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Stretches:
    """Which of some spans hold each place of a text: `active[i]` between `edges[i]` and `edges[i + 1]`."""

    edges: tuple[int, ...]
    active: tuple[tuple[int, ...], ...]

    def at(self, position: int) -> tuple[int, ...]:
        """Indexes of the spans that hold a code point."""
        index = bisect_right(self.edges, position) - 1
        return self.active[index] if 0 <= index < len(self.active) else ()

    def between(self, start: int, end: int) -> tuple[int, ...]:
        """Indexes of the spans that share a code point with [start, end), in order."""
        first = max(0, bisect_right(self.edges, start) - 1)
        last = bisect_left(self.edges, end)
        found: dict[int, None] = {}
        for active in self.active[first:last]:
            found.update(dict.fromkeys(active))
        return tuple(sorted(found))

    def edges_between(self, start: int, end: int) -> tuple[int, ...]:
        """Places strictly inside (start, end) where something begins or ends."""
        return self.edges[bisect_right(self.edges, start) : bisect_left(self.edges, end)]


@dataclass(frozen=True, slots=True)
class Layers:
    """The codings of a transcript, ready to be painted and looked up."""

    codings: tuple[Coding, ...]
    """By start, then end."""
    stretches: Stretches
    bars: tuple[Bar, ...]
    bar_stretches: Stretches

    def on(self, span: Span) -> tuple[Coding, ...]:
        """The codings that share a code point with a passage."""
        return tuple(self.codings[index] for index in self.stretches.between(span.start, span.end))

    def tint(self, position: int) -> Kind | None:
        """The kind that colours a code point: that of the shortest coding over it."""
        over = [self.codings[index] for index in self.stretches.at(position)]
        return min(over, key=lambda each: each.end - each.start).kind if over else None

    def bars_in(self, start: int, end: int) -> tuple[Bar, ...]:
        """The bars beside [start, end)."""
        return tuple(self.bars[index] for index in self.bar_stretches.between(start, end))


def layered(codings: Iterable[Coding]) -> Layers:
    """Sweeps codings once."""
    ordered = tuple(sorted(codings, key=lambda each: (each.start, each.end, each.id)))
    bars = tuple(_bars(ordered))
    return Layers(
        ordered,
        _sweep([(each.start, each.end) for each in ordered]),
        bars,
        _sweep([(bar.start, bar.end) for bar in bars]),
    )


def _sweep(spans: Sequence[tuple[int, int]]) -> Stretches:
    """Stretches between all starts and ends; a span with no code points is nowhere."""
    begins: dict[int, list[int]] = {}
    stops: dict[int, list[int]] = {}
    for index, (start, end) in enumerate(spans):
        if start < end:
            begins.setdefault(start, []).append(index)
            stops.setdefault(end, []).append(index)
    edges = sorted(begins.keys() | stops.keys())
    over: dict[int, None] = {}
    active: list[tuple[int, ...]] = []
    for edge in edges:
        for index in stops.get(edge, ()):
            del over[index]
        over.update(dict.fromkeys(begins.get(edge, ())))
        active.append(tuple(over))
    return Stretches(tuple(edges), tuple(active))


def _bars(ordered: Sequence[Coding]) -> list[Bar]:
    """The bars by start, each in the first lane that is free where it begins."""
    stretches: list[list[int]] = []
    latest: dict[tuple[str, Kind | None], int] = {}
    owners: list[tuple[str, Kind | None]] = []
    for coding in ordered:
        owner = (coding.code_id, coding.kind)
        index = latest.get(owner)
        if index is not None and stretches[index][1] >= coding.start:
            stretches[index][1] = max(stretches[index][1], coding.end)
        else:
            latest[owner] = len(stretches)
            owners.append(owner)
            stretches.append([coding.start, coding.end])
    lane_ends: list[int] = []
    bars: list[Bar] = []
    for (code_id, kind), (start, end) in zip(owners, stretches, strict=True):
        lane = next((each for each, taken in enumerate(lane_ends) if taken <= start), len(lane_ends))
        lane_ends[lane : lane + 1] = [end]
        bars.append(Bar(code_id, kind, start, end, lane))
    return bars


def with_changes(
    codings: Iterable[Coding], gone: Iterable[str], come: Mapping[str, Coding]
) -> tuple[Coding, ...]:
    """Codings without those gone and with those come or changed, by start, then end."""
    kept = {each.id: each for each in codings}
    for coding_id in gone:
        kept.pop(coding_id, None)
    kept.update(come)
    return tuple(sorted(kept.values(), key=lambda each: (each.start, each.end, each.id)))
