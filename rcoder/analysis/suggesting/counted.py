"""A codebook as counts of features, for its hypotheses, codes and kinds: all that is learned of it."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from rcoder.analysis.suggesting.features import Told, told_by
from rcoder.analysis.suggesting.words import Lemma, Shapes, told_in
from rcoder.domain.codebook import Code, hypothesis_of
from rcoder.domain.words import Kind

KINDS = tuple(Kind)
WEIGHTS = {
    "cue": 1.0, "alias": 0.5, "label": 0.5, "title": 0.5, "definition": 0.6, "example": 0.5, "use": 0.2,
}  # fmt: skip
"""How much each text of a code tells; found by trying on passages written for it."""
AT_ONCE = 8
"""Texts that are counted in one step."""
SPOKEN = frozenset({"cue", "alias", "example", "label"})
"""Texts that a passage may be like, to be shown as a reason."""
TOKEN, TOKENS = "t", "2"
"""Begin the features of kinds alone: a word as it is said, and two in a row."""


@dataclass(frozen=True, slots=True)
class Said:
    """One text of a code."""

    field: str
    text: str
    features: frozenset[str]


@dataclass(slots=True)
class Counts:
    """What was counted for one set of classes (codes, or hypotheses, or kinds)."""

    by_feature: dict[str, dict[int, float]] = field(default_factory=dict)
    totals: list[dict[str, float]] = field(default_factory=list)
    """Of each class, by what the feature begins with."""
    whole: dict[str, float] = field(default_factory=dict)
    """Of all classes together."""
    sums: list[float] = field(default_factory=list)
    """Of each class, whatever the feature begins with."""
    every: float = 0.0

    def classes(self, count: int) -> None:
        """Makes room for so many classes."""
        while len(self.sums) < count:
            self.totals.append({})
            self.sums.append(0.0)

    def add(self, index: int, counts: dict[str, float], weight: float) -> None:
        """Counts the features of one text of a class."""
        own = self.totals[index]
        for feature, count in counts.items():
            much = weight * math.log1p(count)
            known = self.by_feature.setdefault(feature, {})
            known[index] = known.get(index, 0.0) + much
            family = feature[0]
            own[family] = own.get(family, 0.0) + much
            self.whole[family] = self.whole.get(family, 0.0) + much
            self.sums[index] += much
            self.every += much


class Counted:
    """A codebook counted; `grow` does the work in small steps, so that nobody waits for it."""

    def __init__(self, codes: Iterable[Code], language: str, lemma: Lemma) -> None:
        known = tuple(codes)
        by_id = {code.id: code for code in known}
        self.codes: tuple[Code, ...] = tuple(code for code in known if not code.retired)
        homes = [hypothesis_of(code, by_id) for code in self.codes]
        self.roots: tuple[Code, ...] = tuple({home.id: home for home in homes if home is not None}.values())
        places = {root.id: place for place, root in enumerate(self.roots)}
        self.home: tuple[int, ...] = tuple(places[home.id] if home is not None else -1 for home in homes)
        """Place of each code's hypothesis among the roots; -1 for none."""
        self.language = language
        self.shapes = Shapes(language, lemma)
        self.said: list[list[Said]] = [[] for _ in self.codes]
        self.of_codes, self.of_roots, self.of_kinds = Counts(), Counts(), Counts()
        for counts, classes in (
            (self.of_codes, self.codes),
            (self.of_roots, self.roots),
            (self.of_kinds, KINDS),
        ):
            counts.classes(len(classes))
        self.texts = 0
        self.rarity: dict[str, int] = {}
        """In how many texts each feature is."""
        self._rareness: dict[str, float] = {}

    def grow(self) -> Iterator[None]:
        """Counts, a code at a time; to be run to its end."""
        for code in self.codes:
            self.shapes.learn(
                self.shapes.lemma(word)
                for _, text in texts_of(code, self.language)
                for _, word in told_in(text)
            )
            yield
        for place, code in enumerate(self.codes):
            for number, (name, text) in enumerate(texts_of(code, self.language), 1):
                self._count(place, code, name, text)
                if number % AT_ONCE == 0:
                    yield
            yield

    def _count(self, place: int, code: Code, name: str, text: str) -> None:
        told, weight = told_by(text, self.shapes), WEIGHTS[name]
        self.texts += 1
        for feature in told.counts:
            self.rarity[feature] = self.rarity.get(feature, 0) + 1
        self.of_codes.add(place, told.counts, weight)
        if self.home[place] >= 0:
            self.of_roots.add(self.home[place], told.counts, weight)
        if code.kind is not None:
            own = kind_counts(told)
            for feature in own:
                if feature not in told.counts:
                    self.rarity[feature] = self.rarity.get(feature, 0) + 1
            self.of_kinds.add(KINDS.index(code.kind), own, weight)
        if name in SPOKEN:
            self.said[place].append(Said(name, text, frozenset(told.counts)))

    def rareness(self, feature: str) -> float:
        """From 0 for what is in every text to 1 for what is in none. To be asked when all is counted."""
        found = self._rareness.get(feature)
        if found is None:
            share = math.log((self.texts + 1) / (self.rarity.get(feature, 0) + 0.5)) / math.log(
                self.texts + 2
            )
            found = max(0.0, share)
            if feature in self.rarity:
                self._rareness[feature] = found
        return found


def kind_counts(told: Told) -> dict[str, float]:
    """The features that kinds are told by: those of the text but its pairs of stems, and its words as they are said."""
    found = {feature: count for feature, count in told.counts.items() if feature[0] != "b"}
    before = ""
    for _, word in told.words:
        for feature in (TOKEN + word, f"{TOKENS}{before} {word}" if before else ""):
            if feature:
                found[feature] = found.get(feature, 0.0) + 1
        before = word
    return found


def texts_of(code: Code, language: str) -> Sequence[tuple[str, str]]:
    """Every text of a code in a language, with the name of its field."""
    found = [("cue", each) for each in code.cues] + [("alias", each) for each in code.aliases]
    for name in ("label", "title", "definition", "example", "use"):
        text = getattr(code, name).say(language)
        if text:
            found.append((name, text))
    return found
