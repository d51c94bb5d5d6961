"""How well each hypothesis, code and kind fits a text, as logarithms; counts of the codebook in, sums out.

Hypotheses are weighed by complement naive Bayes with normalised weights (Rennie and others, 2003), codes by a mixture
of their own words, their hypothesis' and everybody's, as language models are in retrieval (Zhai and Lafferty, 2004).
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, field

from rcoder.analysis.suggesting.counted import KINDS, Counted, Counts

ROOT_WEIGHTS = {"l": 1.0, "c": 1.5, "b": 0.3}
ROOT_SMOOTHING = {"l": 0.5, "c": 0.1, "b": 0.3}
CODE_WEIGHTS = {"l": 1.0, "c": 1.0, "b": 0.5}
KIND_WEIGHTS = {"t": 0.4, "l": 0.4, "2": 0.35, "c": 0.35}
OWN, HOME, ALL = 0.4, 0.2, 0.4
"""Shares of the mixture: a code's own words, those of its hypothesis, everybody's."""
FEW = 5.0
"""What is added to a code's own total, so that a code with few words is not too sure."""
MOST = {"l": 3.0, "c": 3.0, "b": 3.0}
"""How often a feature counts at most."""
ROOTS, SPREAD = 0.15, 0.1
"""What a hypothesis' own words tell about it, and what its best codes tell; small, since words are no independent witnesses."""
SOFTNESS = 0.7


@dataclass(slots=True)
class Weighed:
    """Sums for one text."""

    roots: list[float] = field(default_factory=list)
    codes: list[float] = field(default_factory=list)
    by_code: list[dict[str, float]] = field(default_factory=list)
    """What each feature adds to a code of its own."""


class Weights:
    """The codebook's counts made ready for weighing; `grow` first."""

    def __init__(self, counted: Counted) -> None:
        self.counted = counted
        self._norms: list[float] = [1.0 for _ in counted.roots]

    def grow(self) -> Iterator[None]:
        """Works out how heavy the words of each hypothesis are altogether, some at a time."""
        norms = [0.0 for _ in self.counted.roots]
        for number, feature in enumerate(self.counted.of_roots.by_feature):
            for place, weight in enumerate(self._root_weights(feature)):
                norms[place] += abs(weight)
            if number % 100 == 0:
                yield
        mean = sum(norms) / len(norms) if norms else 1.0
        self._norms = [norm / mean if norm else 1.0 for norm in norms]

    def _root_weights(self, feature: str) -> list[float]:
        counts = self.counted.of_roots
        own = counts.by_feature.get(feature)
        if own is None:
            return []
        return complement(
            counts,
            own,
            len(self.counted.roots),
            smoothing=ROOT_SMOOTHING[feature[0]],
            factor=ROOT_WEIGHTS[feature[0]] * self.counted.rareness(feature),
        )

    def roots(self, told: dict[str, float]) -> list[float]:
        """How well each hypothesis fits."""
        sums = [0.0 for _ in self.counted.roots]
        for feature, count in told.items():
            for place, weight in enumerate(self._root_weights(feature)):
                sums[place] += min(count, MOST[feature[0]]) * weight / self._norms[place]
        return sums

    def of_root(self, feature: str, place: int) -> float | None:
        """What a feature tells for one hypothesis; None where the codebook has it nowhere."""
        found = self._root_weights(feature)
        return found[place] if found else None

    def codes(self, told: dict[str, float]) -> Weighed:
        """How well each code fits, and what tells so."""
        counted = self.counted
        by_home = [0.0 for _ in (*counted.roots, None)]
        found = Weighed(codes=[0.0 for _ in counted.codes], by_code=[{} for _ in counted.codes])
        for feature, count in told.items():
            self._weigh(feature, min(count, 2.0), by_home, found)
        found.codes = [own + by_home[home] for own, home in zip(found.codes, counted.home, strict=True)]
        return found

    def _weigh(self, feature: str, count: float, by_home: list[float], found: Weighed) -> None:
        counted, family = self.counted, feature[0]
        own = counted.of_codes.by_feature.get(feature)
        if own is None:
            return
        everybody = sum(own.values()) / counted.of_codes.whole[family]
        weight = CODE_WEIGHTS[family] * count * counted.rareness(feature)
        of_roots = counted.of_roots.by_feature.get(feature, {})
        shares = [
            of_roots.get(place, 0.0) / (counted.of_roots.totals[place].get(family) or 1.0)
            for place in range(len(counted.roots))
        ]
        mixed = [HOME * share + ALL * everybody for share in (*shares, everybody)]
        for place, chance in enumerate(mixed):
            by_home[place] += weight * math.log(chance / everybody)
        for place, amount in own.items():
            chance = OWN * amount / (counted.of_codes.totals[place][family] + FEW)
            told = weight * math.log1p(chance / mixed[counted.home[place]])
            found.codes[place] += told
            found.by_code[place][feature] = told

    def kinds(self, told: dict[str, float]) -> list[float]:
        """How well each kind fits."""
        counts, sums = self.counted.of_kinds, [0.0 for _ in KINDS]
        for feature, count in told.items():
            own = counts.by_feature.get(feature)
            if own is None:
                continue
            factor = KIND_WEIGHTS[feature[0]] * math.sqrt(self.counted.rareness(feature))
            for place, weight in enumerate(complement(counts, own, len(KINDS), smoothing=1.0, factor=factor)):
                sums[place] += min(count, 2.0) * weight
        return sums


def complement(
    counts: Counts, own: dict[int, float], classes: int, *, smoothing: float, factor: float
) -> list[float]:
    """What one feature tells for each class against all others."""
    total, room = sum(own.values()), smoothing * len(counts.by_feature)
    found = []
    for place in range(classes):
        mine, amount = counts.sums[place], own.get(place, 0.0)
        inside = (amount + smoothing) / (mine + room)
        outside = (total - amount + smoothing) / (counts.every - mine + room)
        found.append(factor * math.log(inside / outside))
    return found


def soft(sums: list[float], sharpness: float) -> list[float]:
    """Sums as shares that add up to 1."""
    if not sums:
        return []
    highest = max(sums)
    powers = [math.exp(sharpness * (each - highest)) for each in sums]
    return [each / sum(powers) for each in powers]


def together(sums: list[float], sharpness: float) -> float:
    """The soft maximum of sums."""
    highest = max(sums)
    return highest + math.log(sum(math.exp(sharpness * (each - highest)) for each in sums)) / sharpness
