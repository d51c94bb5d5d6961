"""The words in a figure of the change theory that people wrote or said, with their places."""

from __future__ import annotations

from collections.abc import Iterator

from rcoder.domain.difference_words import document
from rcoder.domain.outgoing import Said, Wanted
from rcoder.domain.theory import Arrow, Box, ChangeTheory, Witness
from rcoder.domain.theory_difference import Difference
from rcoder.project.exports.theory_views import View


def said_in(found: View, wanted: Wanted) -> tuple[Said, ...]:
    """All of them: titles and boxes, and in a page the passages behind boxes and arrows too."""
    theories = (found.theory, *found.others, *found.pair[1:])
    words = dict.fromkeys(
        each for theory in theories for each in _of_theory(theory, wanted, whole=wanted.ending == ".html")
    )
    for each in found.differences if wanted.ending == ".html" else ():
        words |= dict.fromkeys(_of_difference(each, wanted.language))
    if wanted.ending == ".html":
        words |= dict.fromkeys(Said("groups of cases to filter by", name) for name, _ in found.groups)
    line = found.source.line(wanted.language)
    return (*words, Said("foot of the figure", line)) if line else tuple(words)


def _of_difference(difference: Difference, language: str) -> Iterator[Said]:
    """What became of everything, with its reasons, line by line."""
    for number, text in enumerate(document(difference, language).splitlines(), start=1):
        if text.strip():
            yield Said(f"difference of {difference.key}, line {number}", text)


def _of_theory(theory: ChangeTheory, wanted: Wanted, *, whole: bool) -> Iterator[Said]:
    language = wanted.language
    head = " · ".join(
        (theory.study, theory.title.say(language), theory.note.say(language), theory.cut.say(language))
    )
    yield Said(f"head of the figure {theory.key}", head)
    for box in theory.boxes:
        yield Said(f"box {box.key or box.label.say(language)}", box.label.say(language))
        if whole:
            yield from _of_box(box, language)
    for arrow in theory.arrows if whole else ():
        yield from _of_arrow(arrow, _ends(theory, arrow), language)
    for each in theory.whole if whole else ():
        yield Said(f"evidence on {each.configuration}", each.title)
        yield from _of_witnesses(each.witnesses, f"evidence on {each.configuration}")


def _ends(theory: ChangeTheory, arrow: Arrow) -> str:
    names = {box.id: box.key or box.label.say() for box in theory.boxes}
    return f"arrow {names[arrow.source]} → {names[arrow.target]}"


def _of_box(box: Box, language: str) -> Iterator[Said]:
    place = f"box {box.key or box.label.say(language)}"
    for number, wording in enumerate(box.elements, start=1):
        yield Said(f"{place}, element {number}", wording)
    yield from _of_witnesses(box.witnesses, place)
    for arrow in box.inner:
        yield from _of_arrow(arrow, f"{place}, link within it", language)


def _of_arrow(arrow: Arrow, place: str, language: str) -> Iterator[Said]:
    if arrow.section:
        yield Said(f"{place}, source", arrow.section)
    if arrow.note.say(language):
        yield Said(f"{place}, note", arrow.note.say(language))
    yield from _of_witnesses(arrow.witnesses, place)


def _of_witnesses(found: tuple[Witness, ...], place: str) -> Iterator[Said]:
    for number, each in enumerate(found, start=1):
        own, role = f"{place}, passage {number}", next(iter(each.roles), "")
        case = each.case_id or ""
        yield Said(own, each.text, case, role)
        beside = " · ".join((each.case, each.transcript, each.speaker, *each.roles, ", ".join(each.coders)))
        yield Said(f"{own}, whose words", beside, case, role)
        for memo in each.memos:
            yield Said(f"{own}, memo", memo, case, role)
        for quotation in each.quotations:
            printed = " · ".join(
                part for part in (quotation.text, quotation.edited, quotation.translation) if part
            )
            if printed:
                yield Said(f"{own}, as printed", printed, case, role)
