"""The difference between two versions as one HTML file: the figure, each arrow's passages on both sides and the reason."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

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
from rcoder.domain.theory import Witness
from rcoder.domain.theory_difference import About, Compared, Difference, Side, Sort
from rcoder.domain.words import Bilingual
from rcoder.figure.difference import arrow_of, draw_legend, together
from rcoder.figure.page import UI, tabs_of, whole_page
from rcoder.figure.spoken import witness_words
from rcoder.figure.svg import box_names, picture, slug
from rcoder.figure.text import label, markup, visible

DIFFERENT = {
    **UI,
    "evidence": Bilingual("Vis det, der er bevaret", "Show what is kept"),
    "state": Bilingual("Hvad der blev af den", "What became of it"),
    "table": Bilingual("Pilene i ord", "The arrows in words"),
}
"""The words of the page that are others than the figure's own."""
PASSAGES = Bilingual("passager", "passages")
CHANGES = Bilingual("Hvad der blev anderledes", "What became other")


def draw_difference_html(differences: Sequence[Difference], *, language: str = "da") -> str:
    """The differences (the overall theory first, then mini theories) as tabs of one self-contained page in `language`."""
    theories = [together(each, language) for each in differences]
    views, sections = [], []
    for place, (difference, theory) in enumerate(zip(differences, theories, strict=True)):
        prefix = f"v{place}-"
        names = box_names(theory, language)
        views.append(_view(difference, names, prefix, language))
        sections.append(
            f'<section class="view" id="view-{place}" role="tabpanel" aria-labelledby="tab-{place}">'
            f'<div class="scroll" tabindex="0">{picture(theory, language, prefix, draw_legend)}</div>'
            f"{_lists(difference, language)}</section>"
        )
    heading = label(" · ".join(each for each in (theories[0].study, title(differences[0], language)) if each))
    tabs = tabs_of(theories, language)
    return whole_page(heading, tabs, "".join(sections), views, language=language, ui=DIFFERENT)


# -- what the panel says ---------------------------------------------------------------------------------------------


def _view(difference: Difference, names: dict[str, str], prefix: str, language: str) -> dict[str, Any]:
    arrows: dict[str, dict[str, Any]] = {}
    for compared in difference.of(About.ARROW):
        arrow = arrow_of(compared, difference)
        if arrow is None or arrow.source == arrow.target:
            continue
        if arrow.id in arrows:
            arrows[arrow.id]["told"] += _told(compared, language)
            arrows[arrow.id]["groups"] += _groups(compared, language)
            continue
        arrows[arrow.id] = {
            "id": visible(arrow.id),
            "element": f"arrow-{slug(arrow.id)}",
            "source": names.get(arrow.source, label(arrow.source)),
            "target": names.get(arrow.target, label(arrow.target)),
            "ends": [arrow.source, arrow.target],
            "effect": say(arrow.effect, language),
            "state": f"{MARKS[compared.sort]} {SORTS[compared.sort].say(language)}",
            "initialOnly": compared.sort is Sort.KEPT,
            "meaning": "",
            "configurations": label(", ".join(arrow.configurations)),
            "hypotheses": [label(each) for each in arrow.hypotheses],
            "origin": "",
            "note": "",
            "told": _told(compared, language),
            "groups": _groups(compared, language),
        }
    found = sorted(
        {each for arrow in arrows.values() for each in arrow["hypotheses"]},
        key=lambda each: (len(each), each),
    )
    return {
        "prefix": prefix,
        "key": visible(difference.key),
        "title": label(title(difference, language)),
        "hypotheses": found,
        "arrows": list(arrows.values()),
        "boxes": list(_boxes(difference, list(arrows.values()), language)),
        "whole": [],
    }


def _boxes(difference: Difference, arrows: list[dict[str, Any]], language: str) -> Iterable[dict[str, Any]]:
    seen: set[str] = set()
    for compared in difference.of(About.BOX):
        box = compared.side.box
        if box is None or box.id in seen:
            continue
        seen.add(box.id)
        yield {
            "id": visible(box.id),
            "element": f"box-{slug(box.id)}",
            "name": label(name(compared, language)),
            "column": say(box.column, language),
            "kind": say(box.kind, language),
            "new": f"{MARKS[compared.sort]} {SORTS[compared.sort].say(language)}",
            "hypotheses": [label(each) for each in box.hypotheses],
            "member": [],
            "elements": [label(each) for each in box.elements],
            "inner": [],
            "arrows": [each["element"] for each in arrows if box.id in each["ends"]],
            "told": _told(compared, language),
            "groups": _groups(compared, language),
        }


def _told(compared: Compared, language: str) -> list[dict[str, Any]]:
    """What became other and why, each as a heading with lines."""
    parts = []
    if compared.turns:
        parts.append((CHANGES, [turn_words(each, language) for each in compared.turns]))
    if compared.sort is not Sort.KEPT:
        reasons = [reason_words(each, language) for each in compared.reasons] or [NO_REASON.say(language)]
        parts.append((WHY, reasons))
    for heading, side in ((BEFORE, compared.before), (AFTER, compared.after)):
        parts.append((heading, list(side_facts(side, language))))
    return [
        {"heading": heading.say(language), "words": [visible(each, keep="\n") for each in lines]}
        for heading, lines in parts
    ]


def _groups(compared: Compared, language: str) -> list[dict[str, Any]]:
    """The passages on both sides."""
    return [
        {
            "heading": f"{heading.say(language)}: {PASSAGES.say(language)}",
            "words": "" if side is not None else NOT_THERE.say(language),
            "witnesses": [_witness(each, side, only, language) for each in (side.witnesses if side else ())],
        }
        for heading, side, only in (
            (BEFORE, compared.before, compared.lost),
            (AFTER, compared.after, compared.gained),
        )
    ]


def _witness(witness: Witness, side: Side | None, only: frozenset[str], language: str) -> dict[str, Any]:
    said = witness_words(witness, language)
    marks = [
        said["stance"],
        said["why"],
        ONLY_HERE.say(language) if side and only_here(witness, only) else "",
    ]
    return {**said, "why": " · ".join(each for each in marks if each), "stance": ""}


# -- in words, without the panel -------------------------------------------------------------------------------------


def _lists(difference: Difference, language: str) -> str:
    """Everything that differs, by what it is about, for those who see no picture; what is kept as numbers."""
    parts = (
        []
        if difference.differing
        else [f"<details open><summary>{markup(NOTHING.say(language))}</summary></details>"]
    )
    telling = Telling(language)
    for about in About:
        found = difference.of(about, Sort.CHANGED, Sort.NEW, Sort.DROPPED)
        entries = "".join(_entry(each, difference, telling) for each in found)
        summary = markup(tally(difference, about, language))
        parts.append(f'<details class="table"><summary>{summary}</summary><ul>{entries}</ul></details>')
    return "".join(parts)


def _entry(compared: Compared, difference: Difference, telling: Telling) -> str:
    language = telling.language
    words = markup(
        label(f"{MARKS[compared.sort]} {SORTS[compared.sort].say(language)}: {name(compared, language)}")
    )
    arrow = arrow_of(compared, difference) if compared.about is About.ARROW else None
    if arrow is not None and arrow.source != arrow.target:
        words = f'<a href="#arrow=arrow-{slug(arrow.id)}" data-open="arrow-{slug(arrow.id)}">{words}</a>'
    lines = [turn_words(each, language) for each in compared.turns]
    lines += [f"{WHY.say(language)}: {each}" for each in telling.reasons(compared)]
    return f"<li>{words}<ul>{''.join(f'<li>{markup(label(each))}</li>' for each in lines)}</ul></li>"
