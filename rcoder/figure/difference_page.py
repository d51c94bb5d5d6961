"""The difference between two versions as one HTML file: the figure, each arrow's passages on both sides and the reason."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from rcoder.domain.difference_words import (
    AFTER,
    BEFORE,
    MARKS,
    NO_REASON,
    NOT_THERE,
    NOTHING,
    ONLY_HERE,
    SORTS,
    WHY,
    Telling,
    name,
    only_here,
    reason_words,
    side_facts,
    tally,
    title,
    turn_words,
)
from rcoder.domain.terms import say
from rcoder.domain.theory import Arrow, ChangeTheory, Witness
from rcoder.domain.theory_difference import About, Compared, Difference, Side, Sort
from rcoder.domain.words import Bilingual
from rcoder.figure.difference import arrow_of, draw_legend, together
from rcoder.figure.page import Figure, whole_page
from rcoder.figure.page_words import UI
from rcoder.figure.spoken import passage_words, tally_cell
from rcoder.figure.svg import picture
from rcoder.figure.text import label, markup, visible
from rcoder.figure.titles import box_names, slug
from rcoder.figure.told import ArrowTold, BoxTold, Group, Lines, PassageTold, ViewTold

DIFFERENT = {
    **UI,
    "evidence": Bilingual("Kun det, der blev anderledes", "Only what became other"),
    "state": Bilingual("Hvad der blev af den", "What became of it"),
    "cells": Bilingual("Tallene er den senere versions.", "Numbers are those of the later version."),
    "stance": Bilingual("Belæg i en af versionerne", "Evidence in either version"),
}
"""The words of the page that are others than the figure's own."""
PASSAGES = Bilingual("passager", "passages")
CHANGES = Bilingual("Hvad der blev anderledes", "What became other")


def draw_difference_html(differences: Sequence[Difference], *, language: str = "da", source: str = "") -> str:
    """The differences (the overall theory first, then mini theories) as figures of one self-contained page in `language`."""
    figures = []
    for place, difference in enumerate(differences):
        theory, prefix = together(difference, language), f"v{place}-"
        view = _view(difference, theory, prefix, language)
        drawing = picture(theory, language, prefix, draw_legend, source=source)
        figures.append(Figure(theory, drawing, view, _lists(difference, language, prefix)))
    study = figures[0].theory.study if figures else ""
    heading = label(" · ".join(each for each in (study, title(differences[0], language)) if each))
    return whole_page(heading, figures, language=language, source=source, ui=DIFFERENT)


# -- what the panel says ---------------------------------------------------------------------------------------------


def _view(difference: Difference, theory: ChangeTheory, prefix: str, language: str) -> ViewTold:
    names = box_names(theory, language)
    arrows: dict[str, ArrowTold] = {}
    for compared in difference.of(About.ARROW):
        arrow = arrow_of(compared, difference)
        if arrow is None or arrow.source == arrow.target:
            continue
        known = arrows.get(arrow.id)
        if known is None:
            arrows[arrow.id] = _arrow(compared, arrow, difference, names, language)
            continue
        arrows[arrow.id] = replace(
            known,
            told=known.told + _told(compared, language),
            groups=known.groups + _groups(compared, language),
        )
    return ViewTold(
        prefix=prefix,
        key=visible(difference.key),
        title=label(title(difference, language)),
        note=visible(theory.note.say(language)),
        arrows=tuple(arrows.values()),
        boxes=tuple(_boxes(difference, language)),
    )


def _arrow(
    compared: Compared, arrow: Arrow, difference: Difference, names: dict[str, str], language: str
) -> ArrowTold:
    tallies = (arrow.supports, arrow.contradicts, arrow.refines)
    coded = difference.after.denominator.coded
    cells = [tally_cell(each, coded, language) if compared.after else "" for each in tallies]
    return ArrowTold(
        element=f"arrow-{slug(arrow.id)}",
        source=names.get(arrow.source, label(arrow.source)),
        target=names.get(arrow.target, label(arrow.target)),
        ends=(arrow.source, arrow.target),
        effect=say(arrow.effect, language),
        state=f"{MARKS[compared.sort]} {SORTS[compared.sort].say(language)}",
        state_key=compared.sort.value,
        configurations=label(", ".join(arrow.configurations)),
        hypotheses=tuple(label(each) for each in arrow.hypotheses),
        cells=(cells[0], cells[1], cells[2]),
        counted=sum(each.passages for each in tallies),
        plain=compared.sort is Sort.KEPT,
        told=_told(compared, language),
        groups=_groups(compared, language),
    )


def _boxes(difference: Difference, language: str) -> Iterable[BoxTold]:
    seen: set[str] = set()
    for compared in difference.of(About.BOX):
        box = compared.side.box
        if box is None or box.id in seen:
            continue
        seen.add(box.id)
        elements = tuple(label(each) for each in box.elements)
        yield BoxTold(
            id=box.id,
            element=f"box-{slug(box.id)}",
            name=label(name(compared, language)),
            column=say(box.column, language),
            kind=say(box.kind, language),
            new=f"{MARKS[compared.sort]} {SORTS[compared.sort].say(language)}",
            hypotheses=tuple(label(each) for each in box.hypotheses),
            told=((Lines(UI["elements"].say(language), elements),) if elements else ())
            + _told(compared, language),
            groups=_groups(compared, language),
        )


def _told(compared: Compared, language: str) -> tuple[Lines, ...]:
    """What became other and why, each as a heading with lines."""
    parts = []
    if compared.turns:
        parts.append((CHANGES, [turn_words(each, language) for each in compared.turns]))
    if compared.sort is not Sort.KEPT:
        reasons = [reason_words(each, language) for each in compared.reasons] or [NO_REASON.say(language)]
        parts.append((WHY, reasons))
    for heading, side in ((BEFORE, compared.before), (AFTER, compared.after)):
        parts.append((heading, list(side_facts(side, language))))
    return tuple(
        Lines(heading.say(language), tuple(visible(each, keep="\n") for each in lines))
        for heading, lines in parts
    )


def _groups(compared: Compared, language: str) -> tuple[Group, ...]:
    """The passages on both sides."""
    return tuple(
        Group(
            f"{heading.say(language)}: {PASSAGES.say(language)}",
            "" if side is not None else NOT_THERE.say(language),
            tuple(_passage(each, side, only, language) for each in (side.witnesses if side else ())),
        )
        for heading, side, only in (
            (BEFORE, compared.before, compared.lost),
            (AFTER, compared.after, compared.gained),
        )
    )


def _passage(witness: Witness, side: Side | None, only: frozenset[str], language: str) -> PassageTold:
    """A passage with its stance, and whether only this version has it."""
    told = passage_words(witness, language)
    marks = [
        say(witness.stance, language) if not witness.why_listed else "",
        ONLY_HERE.say(language) if side and only_here(witness, only) else "",
    ]
    said = " · ".join(each for each in marks if each)
    return replace(told, by=(told.by[0], said, *told.by[1:])) if said else told


# -- in words, without the panel -------------------------------------------------------------------------------------


def _lists(difference: Difference, language: str, prefix: str = "v0-") -> str:
    """Everything that differs, by what it is about, for those who see no picture; what is kept as numbers."""
    parts = (
        []
        if difference.differing
        else [f'<details class="whole" open><summary>{markup(NOTHING.say(language))}</summary></details>']
    )
    telling = Telling(language)
    for about in About:
        found = difference.of(about, Sort.CHANGED, Sort.NEW, Sort.DROPPED)
        entries = "".join(_entry(each, difference, telling, prefix) for each in found)
        summary = markup(tally(difference, about, language))
        parts.append(f'<details class="whole"><summary>{summary}</summary><ul>{entries}</ul></details>')
    return "".join(parts)


def _entry(compared: Compared, difference: Difference, telling: Telling, prefix: str) -> str:
    language = telling.language
    words = markup(
        label(f"{MARKS[compared.sort]} {SORTS[compared.sort].say(language)}: {name(compared, language)}")
    )
    arrow = arrow_of(compared, difference) if compared.about is About.ARROW else None
    if arrow is not None and arrow.source != arrow.target:
        words = f'<a href="#{prefix}arrow-{slug(arrow.id)}" data-open="arrow-{slug(arrow.id)}">{words}</a>'
    lines = [turn_words(each, language) for each in compared.turns]
    lines += [f"{WHY.say(language)}: {each}" for each in telling.reasons(compared)]
    return f"<li>{words}<ul>{''.join(f'<li>{markup(label(each))}</li>' for each in lines)}</ul></li>"
