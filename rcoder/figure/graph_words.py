"""What Mermaid and DOT say of a theory: the same words as the drawing, in lines."""

from __future__ import annotations

from rcoder.domain.counted import cases_line
from rcoder.domain.difference_words import MARKS, SORTS
from rcoder.domain.terms import letter, say
from rcoder.domain.theory import Arrow, Box, ChangeTheory
from rcoder.domain.theory_difference import Sort
from rcoder.domain.words import Effect
from rcoder.figure.badges import badge_lines
from rcoder.figure.head import cut_words
from rcoder.figure.marked import MarkedBox
from rcoder.figure.measures import BOX_WIDTH, LABEL
from rcoder.figure.plan import name_in
from rcoder.figure.text import label, wrap
from rcoder.figure.wording import NEW, SOURCE

WIDE = 640.0
"""Of a line about the whole figure."""


def about_lines(theory: ChangeTheory, language: str, source: str) -> list[str]:
    """Study, title, cut, note, N and where it comes from."""
    said = (
        theory.study,
        theory.title.say(language),
        cut_words(theory, language),
        theory.note.say(language),
        cases_line(theory.denominator, language),
        f"{SOURCE.say(language)}: {source}" if source else "",
    )
    return [label(each) for each in said if each]


def box_lines(box: Box, theory: ChangeTheory, language: str) -> list[str]:
    """Key or kind and hypotheses, then the label in lines; between two versions what became of it first."""
    kind = f"{letter(box.kind, language)} · " if box.kind else ""
    name = f"{kind}{NEW.say(language)}" if box.new else name_in(box, theory)
    became = (
        f"{MARKS[box.sort]} {SORTS[box.sort].say(language)}"
        if isinstance(box, MarkedBox) and box.sort is not Sort.KEPT
        else ""
    )
    first = " · ".join(each for each in (became, name, ", ".join(box.hypotheses)) if each)
    return [label(first), *wrap(box.label.say(language), BOX_WIDTH, LABEL)]


def arrow_lines(arrow: Arrow, theory: ChangeTheory, language: str) -> list[str]:
    """What it does where it does not promote, and its badge; between two versions the badge says what became of it."""
    effect = "" if arrow.effect is Effect.PROMOTES else say(arrow.effect, language)
    return [each for each in (effect, *badge_lines(arrow, theory)) if each]
