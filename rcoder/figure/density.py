"""Whether a figure can be read whole on a page, and which narrower ones can."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from rcoder.domain.cut import Cut, cut_words
from rcoder.domain.theory import ArrowState, ChangeTheory
from rcoder.domain.words import Bilingual, Horizon
from rcoder.figure.readable import print_size, readable_on
from rcoder.figure.sheet import Sheet, about_size

LEAST = 6.5
"""Points below which words on paper are too small to read."""
NAMED = 6
"""So many ways out are named."""
Cutter = Callable[[ChangeTheory, Cut], ChangeTheory]
"""Narrows a theory: `rcoder.analysis.cutting.cut`."""

WHOLE = Bilingual("hele figuren", "the whole figure")
DENSE = Bilingual(
    "Figuren har {boxes} bokse og {arrows} pile og er for tæt til at læses hel på {paper}: teksten bliver {points} punkter, "
    "og under {least} kan den ikke læses.",
    "The figure has {boxes} boxes and {arrows} arrows and is too dense to be read whole on {paper}: its words come to "
    "{points} points, and below {least} they cannot be read.",
)
INSTEAD = Bilingual("Det kan læses: {ways}.", "What can be read: {ways}.")
WAY = Bilingual(
    "{words} på {paper} ({boxes} bokse, {arrows} pile, {points} punkter)",
    "{words} on {paper} ({boxes} boxes, {arrows} arrows, {points} points)",
)
NOTHING = Bilingual(
    "Heller ikke hver miniteori for sig eller kun det, der er belagt, kan læses på A4 eller A3: del figuren efter hypotese og horisont.",
    "Nor can each mini theory alone, or only what has evidence, be read on A4 or A3: divide the figure by hypothesis and horizon.",
)


class Way(NamedTuple):
    """A figure that can be read, of the same theory or of a part of it."""

    words: Bilingual
    """What it shows: "kun pile med belæg, der tæller"."""
    paper: str
    points: float
    boxes: int
    arrows: int
    cut: Cut | None = None
    """The cut that gives it; None for the whole and for a mini theory."""
    theory: str = ""
    """The key of the mini theory that gives it."""


def too_dense(sheet: Sheet, paper: str = "A4") -> bool:
    """Whether the boxes' labels come out below 6.5 points on "A4" or "A3"."""
    return readable_on(sheet, paper) < LEAST


def ways_to_read(
    theory: ChangeTheory, sheet: Sheet, language: str, cut: Cutter, minis: Iterable[ChangeTheory] = ()
) -> tuple[Way, ...]:
    """What of a theory can be read on A4, or else on A3, most inclusive first; each is laid out to see.

    `sheet` is the whole theory's; `minis` are the mini theories with the same evidence.
    """
    found = [_on("A3", WHOLE, theory, readable_on(sheet, "A3"))]
    for words, part, how, key in (*_cuts(theory, cut), *_minis(theory, minis)):
        if not part.arrows or (part.key == theory.key and len(part.arrows) == len(theory.arrows)):
            continue
        size = about_size(part, language)
        for paper in ("A4", "A3"):
            points = print_size(*size, paper)
            if points >= LEAST:
                found.append(_on(paper, words, part, points)._replace(cut=how, theory=key))
                break
    able = [each for each in found if each.points >= LEAST]
    return tuple(sorted(able, key=lambda each: (-each.arrows, -each.boxes)))


def _on(paper: str, words: Bilingual, theory: ChangeTheory, points: float) -> Way:
    return Way(words, paper, points, len(theory.boxes), len(theory.arrows))


Part = tuple[Bilingual, ChangeTheory, Cut | None, str]


def _cuts(theory: ChangeTheory, cut: Cutter) -> Iterator[Part]:
    wanted = [
        Cut(evidence=True),
        Cut(states=(ArrowState.ACCEPTED,)),
        *(Cut(horizons=(each,)) for each in Horizon),
    ]
    for each in wanted:
        words = Bilingual(cut_words(each, "da"), cut_words(each, "en"))
        yield (words, cut(theory, each), each, "")


def _minis(theory: ChangeTheory, minis: Iterable[ChangeTheory]) -> Iterator[Part]:
    for each in minis:
        if each.key != theory.key:
            yield (each.title, each, None, each.key)


def density_words(
    theory: ChangeTheory, sheet: Sheet, ways: Sequence[Way], language: str, paper: str = "A4"
) -> str:
    """That a figure is too dense for a paper and what can be read instead, in sentences; "" for one that can be read."""
    if not too_dense(sheet, paper):
        return ""
    said = DENSE.say(language).format(
        boxes=len(theory.boxes),
        arrows=len(theory.arrows),
        paper=paper,
        points=_number(readable_on(sheet, paper), language),
        least=_number(LEAST, language),
    )
    if not ways:
        return f"{said} {NOTHING.say(language)}"
    named = "; ".join(_way(each, language) for each in ways[:NAMED])
    return f"{said} {INSTEAD.say(language).format(ways=named)}"


def _way(way: Way, language: str) -> str:
    return WAY.say(language).format(
        words=way.words.say(language),
        paper=way.paper,
        boxes=way.boxes,
        arrows=way.arrows,
        points=_number(way.points, language),
    )


def _number(points: float, language: str) -> str:
    said = f"{points:.1f}".removesuffix(".0")
    return said.replace(".", ",") if language == "da" else said
