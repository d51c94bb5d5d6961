"""A hypothesis while it is split: its parts, what goes to which, and what it will come to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from rcoder.domain.actions.sentences import several
from rcoder.domain.codebook import Code
from rcoder.domain.codebook_rules import check_key
from rcoder.domain.errors import Misuse
from rcoder.domain.words import Category
from rcoder.project.codebook_splitting import Part, Parts, Split, parted, proposal
from rcoder.project.codebook_work import Wanted
from rcoder.ui.bookwork.forms import named, no_label
from rcoder.ui.lists import code_pieces
from rcoder.ui.widgets.lines import Line, Piece

HEADING = "heading:"
"""Begins the id of a heading."""

FEWEST, MOST = 2, 9
"""Parts that a hypothesis is split into."""


@dataclass(slots=True)
class Splitting:
    """What a person has said so far; nothing is done yet."""

    split: Split
    language: str = "da"
    parts: list[Part] = field(default_factory=list)
    assigned: dict[str, Parts] = field(default_factory=dict)
    """By id of a code, box or configuration."""

    @property
    def keys(self) -> Parts:
        """Keys of the parts."""
        return tuple(each.key for each in self.parts)

    @property
    def found(self) -> dict[str, Parts]:
        """Which parts everything goes to, by what is said and by its codes."""
        return proposal(self.keys, self.split.hanging, self.assigned)

    @property
    def left(self) -> tuple[Code, ...]:
        """The codes that have no part yet."""
        return tuple(each for each in self.split.hanging.codes if not self.assigned.get(each.id))

    def name(self, index: int, answer: dict[str, str]) -> None:
        """Names a part, or names it anew; what went to it still does."""
        part = Part(answer["key"].strip(), named(answer))
        if index < len(self.parts):
            old = self.parts[index].key
            self.parts[index] = part
            for name, keys in self.assigned.items():
                self.assigned[name] = tuple(part.key if each == old else each for each in keys)
        else:
            self.parts.append(part)

    def proposed_key(self, index: int) -> str:
        """The key that a part has, or gets where none is given."""
        if index < len(self.parts):
            return self.parts[index].key
        return next((each for each in self.split.keys if each not in self.keys), "")

    def said(self, index: int) -> Wanted | None:
        """The words of a part that is named already."""
        return self.parts[index].wanted if index < len(self.parts) else None

    def wrong(self, index: int, answer: dict[str, str], taken: Sequence[str]) -> str:
        """A sentence on what is wrong with the name of a part; "" where nothing is."""
        others = [part.key for place, part in enumerate(self.parts) if place != index]
        try:
            check_key(answer["key"].strip(), (*taken, *others))
        except Misuse as error:
            return str(error)
        return no_label(answer)

    def give(self, name: str, parts: Parts) -> str:
        """Assigns something; gives a sentence where that cannot be, "" where it is done."""
        code = next((each for each in self.split.hanging.codes if each.id == name), None)
        if code is not None and len(parts) > 1:
            return f"{code.key} stands under one part only. Boxes and configurations can go to all."
        self.assigned[name] = parts
        return ""


def part_row(state: Splitting) -> tuple[Piece, ...]:
    """The parts with the keys that give to them, in one row."""
    found: list[Piece] = []
    for number, part in enumerate(state.parts, start=1):
        label = part.wanted.texts.get(f"label.{state.language}") or part.wanted.texts.get("label.da", "")
        found += [(f" {number} ", "-key"), (part.key, "-strong"), (f" {label} ", "")]
    return (*found, (" 0 ", "-key"), ("all", "-muted"))


def lines(state: Splitting) -> tuple[Line, ...]:
    """Everything that hangs on the hypothesis, each with the parts it goes to; what is only proposed in brackets."""
    hanging, found = state.split.hanging, state.found
    conditions = [each for each in hanging.codes if each.category is Category.CONDITION]
    codes = [each for each in hanging.codes if each.category is Category.CODE]
    groups: tuple[tuple[str, list[tuple[str, tuple[Piece, ...]]]], ...] = (
        ("Support conditions", [(each.id, _code(each, state.language)) for each in conditions]),
        ("Codes", [(each.id, _code(each, state.language)) for each in codes]),
        (
            "Boxes of its mini theory, which go with their codes",
            [
                (each.id, ((f"{each.key} ", "-muted"), (each.label.say(state.language), "")))
                for each in hanging.boxes
            ],
        ),
        (
            "Configurations, which go with the codes of their elements",
            [
                (each.id, ((f"{each.number} ", "-strong"), (each.title, "")))
                for each in hanging.configurations
            ],
        ),
    )
    shown: list[Line] = []
    for heading, group in groups:
        if group:
            shown.append(Line(f"{HEADING}{heading}", ((heading, "-muted"),), inert=True))
            shown += [Line(name, pieces, _went(state, found, name), depth=1) for name, pieces in group]
    return tuple(shown)


def _code(code: Code, language: str) -> tuple[Piece, ...]:
    retired: tuple[Piece, ...] = (("  retired", "-muted"),) if code.retired else ()
    return (*code_pieces(code, language), *retired)


def _went(state: Splitting, found: dict[str, Parts], name: str) -> str:
    parts = found.get(name, ())
    if not parts:
        return "?"
    words = "all" if len(parts) > 1 and parts == state.keys else ", ".join(parts)
    return words if state.assigned.get(name) else f"({words})"


def progress(state: Splitting) -> str:
    """How far one is, and the way on."""
    left = len(state.left)
    if left:
        return f"{left} of {several(len(state.split.hanging.codes), 'code')} to go · digits give · + one part more · w words"
    return "ctrl+s shows what goes where, before anything is done · + one part more · w words"


def summary(state: Splitting) -> str:
    """What the split will come to, one sentence on each line."""
    hanging, found = state.split.hanging, state.found
    rows = []
    for part in state.parts:
        own = [each for each in hanging.codes if part.key in found[each.id]]
        conditions = sum(each.category is Category.CONDITION for each in own)
        counts = (
            (conditions, "support condition"),
            (len(own) - conditions, "code"),
            (sum(part.key in found[each.id] for each in hanging.configurations), "configuration"),
        )
        said = [several(number, word) for number, word in counts if number]
        boxes = sum(part.key in found[each.id] for each in hanging.boxes)
        said += [f"{boxes} {'box' if boxes == 1 else 'boxes'}"] if boxes else []
        label = part.wanted.texts.get("label.da") or part.wanted.texts.get("label.en", "")
        rows.append(f"{part.key} {label}: {', '.join(said) or 'nothing'}")
    rows.append(f"{state.split.hypothesis.key} is retired and says what it was split into.")
    number = len(state.split.itself)
    if number:
        stay, them = ("stays", "it") if number == 1 else ("stay", "them")
        rows.append(
            f"{several(number, 'coding')} on it {stay} there until you move {them}; enter lists {them}."
        )
    if apart := len(parted(hanging, found)):
        them = "it" if apart == 1 else "them"
        rows.append(
            f"{several(apart, 'arrow')} between boxes of different parts: no part's figure draws {them}."
        )
    return "\n".join(rows)
