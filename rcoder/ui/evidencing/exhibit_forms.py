"""What is asked of a piece of other material, and what a chooser offers of them."""

from __future__ import annotations

from collections.abc import Iterable

from rcoder.domain.actions.exhibiting import wrong_with
from rcoder.domain.signs import MATERIAL_SIGNS
from rcoder.domain.terms import say
from rcoder.domain.words import Material
from rcoder.project.exhibits import ExhibitLine, Shown
from rcoder.ui.configuring.choices import Choice
from rcoder.ui.evidencing.on_bench import exhibit_words
from rcoder.ui.screens.question import Field
from rcoder.ui.widgets.lines import Line

LANGUAGE = "en"
WORDS = "A figure needs what it is of: “68 %” alone says nothing, “68 %” of “164 borgere” does."


def fields(shown: Shown) -> tuple[Field, ...]:
    """The fields of a form, filled with what is known."""
    return (
        Field("title", "What it is: Borgersurvey, bølge 2, spm. 14", shown.title),
        Field("words", "What it says, in words or verbatim", shown.words),
        Field("value", "The figure as it stands there (may be left empty): 68 %", shown.value),
        Field("base", "What the figure is of: 112 af 164 borgere", shown.base),
        Field("where", "Where it is found: a report with its page, a file with its row", shown.where),
        Field("case", "The case it is about, where it is about one", shown.case),
    )


def check(answers: dict[str, str]) -> str:
    """What is wrong with a form that was filled in, in a sentence; "" for nothing."""
    return wrong_with(answers["title"], answers["words"], answers["value"], answers["base"])


def filled(material: Material, answers: dict[str, str]) -> Shown:
    """What a person said of a piece of material."""
    return Shown(material, **answers)


def shown_of(line: ExhibitLine) -> Shown:
    """The same of one that is there."""
    own = line.exhibit
    return Shown(own.material, own.title, own.words, own.value, own.base, own.where, line.case)


def materials() -> tuple[Choice, ...]:
    """The sorts of material."""
    return tuple(
        Choice(each.value, ((f"{MATERIAL_SIGNS[each]} ", "-key"), (say(each, LANGUAGE), "")))
        for each in Material
    )


def choices(found: Iterable[ExhibitLine]) -> tuple[Choice, ...]:
    """The material there is."""
    return tuple(
        Choice(
            each.exhibit.id,
            ((f"{MATERIAL_SIGNS[each.exhibit.material]} ", "-key"), (exhibit_words(each.exhibit), "")),
            each.case,
            (each.exhibit.title,),
        )
        for each in found
    )


def exhibit_lines(found: Iterable[ExhibitLine]) -> Iterable[Line]:
    """The material there is, each with what it bears on beneath."""
    for each in found:
        sign = MATERIAL_SIGNS[each.exhibit.material]
        yield Line(each.exhibit.id, ((f" {sign} ", "-key"), (exhibit_words(each.exhibit), "")), each.case)
        on = ", ".join(f"{say(one.bearing.stance, LANGUAGE)} {one.part}" for one in each.on)
        about = " · ".join((say(each.exhibit.material, LANGUAGE), on or "on no claim yet", each.coder))
        yield Line(f"{each.exhibit.id}#", ((f"   {about}", "-muted"),), goes_on=True, inert=True)
