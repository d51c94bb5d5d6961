"""Codings over a text, found by bisection: put together anew at every change, as that takes a fraction of a painting."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
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
    """Spans of a text by their start, found by bisection from both ends."""

    spans: tuple[tuple[int, int], ...]
    starts: tuple[int, ...]
    reach: tuple[int, ...]
    """How far the spans up to each one reach."""

    def at(self, position: int) -> tuple[int, ...]:
        """Indexes of the spans that hold a code point."""
        return self.between(position, position + 1)

    def between(self, start: int, end: int) -> tuple[int, ...]:
        """Indexes of the spans that share a code point with [start, end), in order."""
        spans = self.spans
        around = range(bisect_right(self.reach, start), bisect_left(self.starts, end))
        return tuple(index for index in around if spans[index][1] > max(start, spans[index][0]))

    def edges_between(self, start: int, end: int) -> set[int]:
        """Places strictly inside (start, end) where something begins or ends."""
        edges = (edge for index in self.between(start, end) for edge in self.spans[index])
        return {edge for edge in edges if start < edge < end}


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
    """Orders codings and stacks their bars."""
    ordered = tuple(sorted(codings, key=lambda each: (each.start, each.end, each.id)))
    bars = tuple(_bars(ordered))
    return Layers(
        ordered,
        _stretches([(each.start, each.end) for each in ordered]),
        bars,
        _stretches([(bar.start, bar.end) for bar in bars]),
    )


def _stretches(spans: Sequence[tuple[int, int]]) -> Stretches:
    """Spans that are in order already."""
    reach = accumulate((end for _, end in spans), max)
    return Stretches(tuple(spans), tuple(start for start, _ in spans), tuple(reach))


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
        lane = 0
        for taken in lane_ends:
            if taken <= start:
                break
            lane += 1
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
