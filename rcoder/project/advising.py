"""Suggestions while one codes: asked at the desk in steps so small that no key waits for them."""

from __future__ import annotations

import json
from collections.abc import Generator, Iterable, Mapping
from time import perf_counter
from typing import TYPE_CHECKING, Generic, TypeVar

from rcoder.analysis.suggesting.counted import texts_of
from rcoder.analysis.suggesting.suggester import Suggester
from rcoder.analysis.suggesting.words import told_in
from rcoder.domain.suggestion import Suggestions
from rcoder.domain.transcript import Span
from rcoder.project.door import Project
from rcoder.project.suggesting import precedents_in_steps
from rcoder.store.nearest import Counted

if TYPE_CHECKING:
    from rcoder.domain.codebook import Code
    from rcoder.project.sight import Sight

T = TypeVar("T")

SLICE = 0.001
"""Seconds that Python works for suggestions at a time: while it does, keys wait (performance.md 2.3)."""
FORMS = 500
"""Words whose lemmas are asked for at a time."""
TEXTS = 40
"""Texts of codes whose words are gathered in one step."""


class Steps(Generic[T]):
    """Work in steps; `go_on` does as many as fit into a slice."""

    def __init__(self, steps: Generator[None, None, T]) -> None:
        self._steps = steps
        self.done = False
        self._answer: T | None = None

    def go_on(self, _: Project) -> bool:
        """Works for one slice; whether it has come to its end. Called at the desk."""
        until = perf_counter() + SLICE
        while not self.done and perf_counter() < until:
            try:
                next(self._steps)
            except StopIteration as end:
                self._answer, self.done = end.value, True
        return self.done

    @property
    def answer(self) -> T:
        """What the work came to. Raises RuntimeError before its end."""
        if not self.done:
            raise RuntimeError("the work is not done")
        return self._answer  # type: ignore[return-value] # it is what the generator returned


class Adviser:
    """What is known of the study's codes in one language; `learn` first."""

    def __init__(self, codes: Iterable[Code], language: str) -> None:
        self.codes = tuple(codes)
        self.language = language
        self._known: dict[str, str] = {}
        """Lemmas of words by the texts of the study; "" for a word that nobody says, which stands for itself."""
        self._suggester = Suggester(self.codes, language, self._lemma)
        self._learning: Steps[None] | None = None
        self._counted = Counted()

    def _lemma(self, word: str) -> str:
        return self._known.get(word) or word

    def advise(
        self, project: Project, text: str, place: tuple[str, Span], most: int
    ) -> Generator[None, None, Suggestions]:
        """What is suggested for the words at a place of a transcript, once `learn` is done; what is coded there teaches nothing."""
        yield from self._learn_forms(project.sight, {word for _, word in told_in(text)})
        known = yield from precedents_in_steps(project, text, but=place, counted=self._counted)
        return (yield from self._suggester.steps(text, known, most=most, parts=False))

    def learn(self, project: Project) -> bool:
        """Learns the codes for one slice; whether it knows them all. Called at the desk, again and again."""
        if self._learning is None:
            self._learning = Steps(self._learn(project.sight))
        return self._learning.go_on(project)

    def _learn(self, sight: Sight) -> Generator[None, None, None]:
        words: set[str] = set()
        for code in self.codes:
            for number, (_, said) in enumerate(texts_of(code, self.language), 1):
                words.update(word for _, word in told_in(said))
                if number % TEXTS == 0:
                    yield
            yield
        yield from self._learn_forms(sight, words)
        yield from self._suggester.grow()

    def _learn_forms(self, sight: Sight, words: Iterable[str]) -> Generator[None, None, None]:
        missing = sorted({word for word in words if word not in self._known})
        for first in range(0, len(missing), FORMS):
            some = missing[first : first + FORMS]
            self._known.update(dict.fromkeys(some, ""))
            for row in sight.rows(
                "SELECT form, MIN(lemma) AS lemma FROM forms WHERE form IN (:some) GROUP BY form", some=some
            ):
                self._known[row["form"]] = row["lemma"]
            yield


def log_hints(project: Project, what: str, about: Mapping[str, object]) -> None:
    """Notes in the log of activity what became of hints; not where nothing can be written.

    `what` is "hints shown", "hint accepted", "hint changed" (another code was given than any shown) or "hint dismissed".
    """
    if not project.store.read_only:
        project.store.log(project.coder_id, what, json.dumps(about, ensure_ascii=False, sort_keys=True))
