"""One entry of the codebook in rows: every text in both languages, what it stands for, where it comes from."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from rcoder.domain.codebook import Code
from rcoder.domain.terms import letter, say
from rcoder.domain.words import Bilingual, Category, Kind
from rcoder.project.codebook_use import Workbook
from rcoder.ui.bookwork.tree import use_sentences
from rcoder.ui.themes import tint
from rcoder.ui.widgets.lines import Line, Piece

MARGIN = 13
"""Cells of the names at the left."""

NAMES = {
    "label": "Label",
    "title": "In short",
    "definition": "Definition",
    "use": "Use when",
    "avoid": "Not when",
    "example": "Example",
    "aliases": "Aliases",
    "cues": "Cues",
    "note": "Note",
}
"""What the texts are called."""

LISTS = ("aliases", "cues")
USED = "used"
"""Id of the row that says what an entry is used for."""


def texts_of(code: Code) -> tuple[str, ...]:
    """The texts that a code of its category has, in the order they are shown."""
    return tuple(name for name in NAMES if name != "title" or code.category is Category.HYPOTHESIS)


def entry_rows(book: Workbook, code: Code, width: int) -> tuple[Line, ...]:
    """The entry, wrapped to a width; each text is one stretch of rows with the name of the text as its id."""
    room = max(20, width - MARGIN - 3)
    found = [_heading(code, book.language), _facts(code)]
    found += _stretch(USED, "Used", [("; ".join(use_sentences(book, code)), "")], room)
    for name in texts_of(code):
        found += _stretch(name, NAMES[name], _said(code, name), room)
    found += _stretch("boxes", "Boxes", [(each, "") for each in book.boxes.get(code.id, ())], room)
    source = " · ".join(each for each in (say(code.basis), code.section) if each)
    return (*found, *_stretch("basis", "Basis", [(source, "")], room))


def _heading(code: Code, language: str) -> Line:
    return Line(
        "heading",
        ((f" {code.key} ", "-muted"), (code.label.say(language), "-strong")),
        "retired" if code.retired else "",
        inert=True,
    )


def _facts(code: Code) -> Line:
    """Category, kind, sign, horizon and actors in one row."""
    kind: tuple[Piece, ...] = (
        ((f"{letter(code.kind)} ", tint(code.kind)), (say(code.kind), "")) if code.kind is not None else ()
    )
    what = "code" if code.category is Category.CODE else say(code.category)
    parts = [
        "" if code.sign == "+" else ("bad outcome (−)" if code.kind is Kind.OUTCOME else "barrier (−)"),
        say(code.horizon) if code.horizon is not None else "",
        ", ".join(code.actors),
    ]
    after = "".join(f" · {each}" for each in parts if each)
    return Line("facts", ((f" {what} ", "-muted"), *kind, (after, "-muted")), inert=True)


def _said(code: Code, name: str) -> list[tuple[str, str]]:
    """The texts of a field, Danish first, each with its ink."""
    value = getattr(code, name)
    if isinstance(value, Bilingual):
        same = value.da == value.en
        return [(value.da, ""), ("" if same else value.en, "-muted")]
    if name in LISTS:
        return [(" · ".join(value), "")]
    return [(value, "")]


def _stretch(name: str, called: str, said: list[tuple[str, str]], room: int) -> Iterator[Line]:
    """The rows of one text: its name at the left of the first, the texts under one another."""
    rows = [(row, ink) for text, ink in said for row in _wrapped(text, room)] or [("–", "-muted")]
    for number, (row, ink) in enumerate(rows):
        head = (f" {called if number == 0 else '':<{MARGIN - 1}}", "-muted")
        yield Line(
            name if number == 0 else f"{name}:{number}",
            (head, (row, ink)),
            inert=number > 0,
            goes_on=number > 0,
        )


def _wrapped(text: str, room: int) -> list[str]:
    return [row for line in text.split("\n") for row in textwrap.wrap(line, room)]
