"""Suggestions for a passage: which hypotheses, which codes, and which parts of it are of what kind."""

from __future__ import annotations

import math
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence

from rcoder.analysis.steps import run_through
from rcoder.analysis.suggesting.counted import KINDS, Counted, kind_counts
from rcoder.analysis.suggesting.features import Told, told_by
from rcoder.analysis.suggesting.kind_cues import told_by_links, told_by_place, told_by_words
from rcoder.analysis.suggesting.reasons import code_reasons, root_reasons
from rcoder.analysis.suggesting.splitting import clauses
from rcoder.analysis.suggesting.weighing import ROOTS, SOFTNESS, SPREAD, Weighed, Weights, soft, together
from rcoder.analysis.suggesting.words import Lemma
from rcoder.domain.codebook import Code
from rcoder.domain.suggestion import Hint, Part, Precedent, Suggestions
from rcoder.domain.words import Category, Kind

MOST = 8
"""Codes that are given at most."""
SHARPNESS_OF_CODES = 0.6
SHARPNESS_OF_KINDS = 0.5
LEARNT = 12.0
"""What a passage that was coded before and is the same tells for its code."""
LEARNT_OF_ROOTS = 4.0
"""The same for its hypothesis."""
ROOT_WITH_CODE = 1.0
"""What a hypothesis tells about its codes."""
FAINT = 0.001
PASSAGE_WITH_PART = 0.8
"""What the whole passage tells about the code of one part, the part itself telling 1."""


class Suggester:
    """Knows one codebook in one language. It is ready when `grow` has run to its end, a few milliseconds a step."""

    def __init__(self, codes: Iterable[Code], language: str, lemma: Lemma) -> None:
        self.language = language
        self.counted = Counted(codes, language, lemma)
        self.weights = Weights(self.counted)
        self.ready = False

    def grow(self) -> Iterator[None]:
        """Learns the codebook, in steps."""
        yield from self.counted.grow()
        yield from self.weights.grow()
        self.ready = True

    def suggest(
        self, text: str, precedents: Sequence[Precedent] = (), *, most: int = MOST, parts: bool = True
    ) -> Suggestions:
        """What the codebook, and passages coded before, say of a text.

        Nothing is suggested for a text that shares no word with the codebook and is like no passage coded before.
        """
        return run_through(self.steps(text, precedents, most=most, parts=parts))

    def steps(
        self, text: str, precedents: Sequence[Precedent] = (), *, most: int = MOST, parts: bool = True
    ) -> Generator[None, None, Suggestions]:
        """The same in steps of a millisecond or two, for a program that has keys to answer meanwhile."""
        told = told_by(text, self.counted.shapes)
        yield
        weighed = self.weights.codes(told.counts)
        yield
        if not self.counted.codes or not (any(weighed.by_code) or precedents):
            return Suggestions()
        roots = self._roots(told, weighed.codes, precedents)
        codes = self._with_roots(self._with_precedents(weighed.codes, precedents), roots)
        yield
        hypotheses = self._root_hints(told, roots, precedents)
        yield
        hints = yield from self._code_hints(told, weighed, codes, precedents, most)
        return Suggestions(hypotheses, hints, self._parts(text, codes) if parts else ())

    # -- hypotheses ------------------------------------------------------------------------------------------------

    def _roots(self, told: Told, codes: Sequence[float], precedents: Sequence[Precedent]) -> list[float]:
        counted = self.counted
        own = self.weights.roots(told.counts)
        by_codes = [
            together([fit for fit, home in zip(codes, counted.home, strict=True) if home == place], SOFTNESS)
            for place in range(len(counted.roots))
        ]
        learnt = [0.0 for _ in counted.roots]
        homes = {code.id: home for code, home in zip(counted.codes, counted.home, strict=True)}
        for each in precedents:
            if homes.get(each.code_id, -1) >= 0:
                learnt[homes[each.code_id]] += LEARNT_OF_ROOTS * each.likeness**2
        return [ROOTS * a + SPREAD * b + c for a, b, c in zip(own, by_codes, learnt, strict=True)]

    def _root_hints(
        self, told: Told, roots: Sequence[float], precedents: Sequence[Precedent]
    ) -> tuple[Hint, ...]:
        shares = soft(list(roots), 1.0)
        order = sorted(range(len(roots)), key=lambda place: -roots[place])
        return tuple(
            Hint(
                self.counted.roots[place].id,
                self.counted.roots[place].key,
                None,
                shares[place],
                root_reasons(self.weights, told, place, precedents),
            )
            for place in order
        )

    # -- codes -----------------------------------------------------------------------------------------------------

    def _with_precedents(self, codes: Sequence[float], precedents: Sequence[Precedent]) -> list[float]:
        places = {code.id: place for place, code in enumerate(self.counted.codes)}
        found = list(codes)
        for each in precedents:
            if each.code_id in places:
                found[places[each.code_id]] += LEARNT * each.likeness**2
        return found

    def _with_roots(self, codes: Sequence[float], roots: Sequence[float]) -> list[float]:
        """Codes of a likely hypothesis are likelier themselves."""
        shares = [*soft(list(roots), 1.0), 1.0 / max(1, len(roots))]
        told = [ROOT_WITH_CODE * math.log(max(share, FAINT)) for share in shares]
        return [fit + told[home] for fit, home in zip(codes, self.counted.home, strict=True)]

    def _code_hints(
        self,
        told: Told,
        weighed: Weighed,
        codes: Sequence[float],
        precedents: Sequence[Precedent],
        most: int,
    ) -> Generator[None, None, tuple[Hint, ...]]:
        order = self._best(codes, lambda code: code.category is not Category.HYPOTHESIS)[:most]
        shares = soft(list(codes), SHARPNESS_OF_CODES)
        found = []
        for place in order:
            code = self.counted.codes[place]
            reasons = code_reasons(self.counted, told, place, weighed.by_code[place], precedents)
            found.append(Hint(code.id, code.key, self._kind_of(code, precedents), shares[place], reasons))
            yield
        return tuple(found)

    def _best(self, codes: Sequence[float], fits: Callable[[Code], bool]) -> list[int]:
        places = [place for place, code in enumerate(self.counted.codes) if fits(code)]
        return sorted(places, key=lambda place: (-codes[place], place))

    @staticmethod
    def _kind_of(code: Code, precedents: Sequence[Precedent]) -> Kind | None:
        """The kind the code was given most lately where it is like this, else its usual one."""
        return next((each.kind for each in precedents if each.code_id == code.id and each.kind), code.kind)

    # -- parts -----------------------------------------------------------------------------------------------------

    def _parts(self, text: str, codes: Sequence[float]) -> tuple[Part, ...]:
        spans = clauses(text, self.language)
        found: list[Part] = []
        for span in spans:
            own = span.of(text)
            told = told_by(own, self.counted.shapes)
            middle = (span.start + span.end) / 2 / max(len(text), 1)
            sums = self.kinds(own, told, text[: span.start], middle if len(spans) > 1 else None)
            shares = soft(sums, SHARPNESS_OF_KINDS)
            best = max(range(len(KINDS)), key=lambda place: shares[place])
            code = self._code_of_part(told, codes, KINDS[best])
            if code is not None:
                found.append(Part(span.start, span.end, KINDS[best], code.id, code.key, shares[best]))
        return tuple(found)

    def kinds(self, text: str, told: Told, before: str, place: float | None) -> list[float]:
        """How well each kind fits a clause, in the order of `Kind`; `place` None where nothing stands beside it."""
        by_words = told_by_words(text, self.language)
        by_links = told_by_links(before, text, self.language)
        by_place = {} if place is None else told_by_place(place)
        by_book = self.weights.kinds(kind_counts(told))
        return [
            book + by_words[kind] + by_links.get(kind, 0.0) + by_place.get(kind, 0.0)
            for kind, book in zip(KINDS, by_book, strict=True)
        ]

    def _code_of_part(self, told: Told, codes: Sequence[float], kind: Kind) -> Code | None:
        own = self.weights.codes(told.counts).codes
        sums = [one + PASSAGE_WITH_PART * whole for one, whole in zip(own, codes, strict=True)]
        best = self._best(sums, lambda code: code.kind is kind) or self._best(sums, lambda _: True)
        return self.counted.codes[best[0]] if best else None
