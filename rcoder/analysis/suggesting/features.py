"""What a text tells: stems, parts of compounds, pairs of stems, and ways of saying, each with where it stands."""

from __future__ import annotations

from dataclasses import dataclass, field

from rcoder.analysis.suggesting.words import Shapes, kin_of_pair, told_in
from rcoder.domain.transcript import Span

STEM, KIN, PAIR = "l", "c", "b"
"""What a feature begins with."""
PART = 0.7
"""What a part of a compound tells, a word of its own being 1."""


@dataclass(slots=True)
class Told:
    """A text as features."""

    counts: dict[str, float] = field(default_factory=dict)
    """How often each is there."""
    places: dict[str, list[Span]] = field(default_factory=dict)
    """The words each comes from, in code points."""
    words: list[tuple[Span, str]] = field(default_factory=list)
    """Every word in lower case."""
    stems: list[str] = field(default_factory=list)
    """Of each word."""

    def add(self, feature: str, place: Span, much: float = 1.0) -> None:
        """Counts a feature that comes from the word at `place`."""
        self.counts[feature] = self.counts.get(feature, 0.0) + much
        self.places.setdefault(feature, []).append(place)


def told_by(text: str, shapes: Shapes) -> Told:
    """The features of a text."""
    told = Told(words=told_in(text))
    before: tuple[str, str, Span] | None = None
    for place, word in told.words:
        stem, parts, names = shapes.of(word)
        told.stems.append(stem)
        told.add(STEM + stem, place)
        for part in parts:
            told.add(STEM + part, place, PART)
        for name in names:
            told.add(KIN + name, place)
        if before is not None:
            whole = Span(before[2].start, place.end)
            told.add(f"{PAIR}{before[0]} {stem}", whole)
            for name in kin_of_pair(before[1], word, shapes.language) - names:
                told.add(KIN + name, place)
        before = stem, word, place
    return told
