"""The prompts of the whole set as lines: by kind of prompt, with what their numbers are out of."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from rcoder.domain.actions.sentences import several
from rcoder.domain.prompting import Asked, PromptKind, Reach
from rcoder.project.prompts import At, Survey
from rcoder.ui.configuring.asks import answered_words
from rcoder.ui.configuring.bench import LANGUAGE
from rcoder.ui.marks import shown
from rcoder.ui.widgets.lines import Line
from rcoder.ui.widgets.strips import Pieces

FEW = 30
"""Prompts that are shown unfolded to begin with."""
KIND = "kind:"
"""What the id of a heading begins with."""


class Which(StrEnum):
    """Which prompts are shown."""

    OPEN = "open"
    ANSWERED = "answered"
    ALL = "open and answered"


@dataclass(frozen=True, slots=True)
class Sieve:
    """What of the survey is looked at."""

    which: Which = Which.OPEN
    hypothesis: str = ""
    """Id of one; "" for all."""

    def turned(self) -> Which:
        """What the key for it shows next."""
        every = list(Which)
        return every[(every.index(self.which) + 1) % len(every)]

    def keeps(self, asked: Asked, found: Survey) -> bool:
        """Whether a prompt is shown."""
        shown_now = self.which is Which.ALL or asked.open is (self.which is Which.OPEN)
        prompt = asked.prompt
        of = prompt.configuration_id or prompt.about_id
        return shown_now and (not self.hypothesis or self.hypothesis in found.belonging.get(of, ()))


def sifted(found: Survey, sieve: Sieve) -> tuple[Asked, ...]:
    """The prompts that are shown."""
    return tuple(each for each in found.asked if sieve.keeps(each, found))


def line_id(at: At) -> str:
    """Id of the line of a prompt."""
    return "|".join(at)


def lines(kept: Iterable[Asked], found: Survey) -> Iterator[Line]:
    """The prompts under the checks that make them."""
    by_kind: dict[str, list[Asked]] = {}
    for each in kept:
        by_kind.setdefault(each.prompt.key, []).append(each)
    for own in by_kind.values():
        kind = own[0].prompt.kind
        words = ((kind.title.say(LANGUAGE), "-strong"),)
        yield Line(f"{KIND}{kind.key}", words, right=_numbers(kind, own, found), folds=True)
        for each in own:
            yield _line(each)


def _numbers(kind: PromptKind, own: Sequence[Asked], found: Survey) -> str:
    """How many of how many, and how many of them are answered: "12 of 40 configurations · 3 answered"."""
    prompts = len(own)
    if kind.reach is Reach.ONE:
        number = len({each.prompt.configuration_id for each in own})
        times = f" ({prompts} prompts)" if prompts > number else ""
    else:
        number, times = prompts, ""
    base = found.bases.get(kind.key)
    words = f"{number} of {base} {kind.of.say(LANGUAGE)}{times}" if base else several(prompts, "prompt")
    answered = sum(not each.open for each in own)
    return f"{words} · {answered} answered " if answered else f"{words} "


def _line(each: Asked) -> Line:
    prompt = each.prompt
    mark = "? " if each.open else "✓ "
    pieces = (
        (mark, "-muted"),
        (f"{prompt.number} " if prompt.number else "", "-strong"),
        (prompt.say(LANGUAGE), ""),
    )
    return Line(line_id(prompt.at), pieces, right=answered_words(each), depth=1)


def folded_at_first(found: Sequence[Line]) -> frozenset[str]:
    """The checks that begin folded: all of them where there are many prompts."""
    many = sum(not line.folds for line in found) > FEW
    return frozenset(line.id for line in found if line.folds) if many else frozenset()


def about_rows(asked: Asked | None, kind: PromptKind | None, width: int, height: int) -> tuple[Pieces, ...]:
    """What is known of the line under the cursor, in so many rows: what was found, why it is asked, what answers it, the answer."""
    if kind is None:
        return ()
    parts: list[tuple[str, str]] = []
    if asked is not None:
        number = f"{asked.prompt.number}: " if asked.prompt.number else ""
        parts.append((f"{number}{asked.prompt.say(LANGUAGE)}", "-strong"))
        if asked.answer is not None:
            why = f": {asked.answer.why}" if asked.answer.why else ""
            parts.append((f"{answered_words(asked)}{why}", ""))
    parts += [(kind.teaches.say(LANGUAGE), "-muted"), (kind.answers.say(LANGUAGE), "")]
    rows = [
        ((f" {row}", ink),) for words, ink in parts for row in textwrap.wrap(shown(words), max(20, width - 2))
    ]
    return tuple(rows[:height])


def top_words(kept: Sequence[Asked], found: Survey, sieve: Sieve) -> str:
    """What is shown, at the right end of the top line."""
    keys = {id_: key for id_, key, _ in found.hypotheses}
    of = f" of {keys.get(sieve.hypothesis, '')}" if sieve.hypothesis else ""
    waiting = sum(each.open for each in found.asked)
    return f"{sieve.which.value}{of}: {several(len(kept), 'prompt')}; {waiting} of {len(found.asked)} wait "
