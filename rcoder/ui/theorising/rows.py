"""What stands round the drawing: which theory it is, what it is narrowed to, and what is under the cursor in words."""

from __future__ import annotations

import textwrap

from rcoder.domain.actions.sentences import several
from rcoder.domain.signs import STANCE_SIGNS
from rcoder.domain.theory_difference import INITIAL, NOW
from rcoder.domain.words import Stance
from rcoder.project.theory_drawn import TheoryShown, cases_line
from rcoder.ui.calm import Said
from rcoder.ui.widgets.strips import Pieces

READING = "Drawing the theory …"
NO_PASSAGE = "No passage on this arrow yet: attach one to the link in a configuration."
NO_ELEMENT = "No element of a configuration stands in this box yet."
NO_CONFIGURATION = "No configuration in your sight stands behind it: it is of the initial theory."
ROWS = 5
"""Rows of words under the drawing."""
_READ = (
    "━ accepted: a configuration with this link is accepted or settled, and unchanged since",
    "╌ draft: only other configurations have it",
    "· no evidence yet: only the initial theory has it",
    "─ thin, without a head: the box belongs to that core element; never counted",
    "▶ promotes · −⊣ hinders · ◇ conditions · ◂ runs back",
    "┌─┐ a box of the initial theory · ╭╌╮ a new one · ╔═╗ the one in the middle",
    (
        f"{STANCE_SIGNS[Stance.SUPPORTS]} passages that support, {STANCE_SIGNS[Stance.CONTRADICTS]} that contradict, "
        f"{STANCE_SIGNS[Stance.REFINES]} that refine; under them 3/4: in 3 of 4 cases coded to the end"
    ),
    "Where lines cross, ┼, neither turns.",
    (
        "Not counted: normative and anticipated talk, interviewers' words, evidence on whole configurations. "
        "Frequency is not strength."
    ),
)


def top_line(shown: TheoryShown, study: str) -> tuple[Pieces, Pieces]:
    """The name of the study and of the theory; at the right how much there is."""
    theory = shown.theory
    named = "Change theory" if theory.key in ("", "overall") else f"Change theory · {theory.key}"
    boxes, arrows = several(len(theory.boxes), "box", "boxes"), several(len(theory.arrows), "arrow")
    much = f"{boxes}, {arrows} " if theory.boxes else ""
    return ((f" {study}", "-strong"), (f"  {named}", "-muted")), ((much, "-muted"),)


def about_rows(shown: TheoryShown, width: int, refused: str = "") -> tuple[Pieces, ...]:
    """Of how many cases the counts are, and what the drawing is narrowed to, so that it is never taken for the whole."""
    version = shown.asked.version
    said = "" if version == NOW else ("the initial theory" if version == INITIAL else f"version {version}")
    narrowed = shown.theory.cut.say("en") or said
    rows: list[Pieces] = [((f" {cases_line(shown)}", "-muted"),)] if shown.theory.boxes else []
    if narrowed:
        rows += [
            ((f" {'! ' if not number else '  '}", "-key"), (row, "-strong"))
            for number, row in enumerate(textwrap.wrap(narrowed, max(20, width - 5)))
        ]
    if refused:
        rows += [((f" {row}", ""),) for row in textwrap.wrap(refused, max(20, width - 2))]
    return tuple(rows)


def told_rows(sentences: tuple[str, ...], width: int) -> tuple[Pieces, ...]:
    """What is under the cursor, in `ROWS` rows; what does not fit ends in an ellipsis, and `i` says it whole."""
    if not sentences:
        return ()
    room = max(20, width - 2)
    *_, last = sentences
    claim = textwrap.wrap(sentences[0], room, max_lines=2, placeholder=" …")
    counts = textwrap.wrap(
        " ".join(sentences[1:-1]), room, max_lines=max(1, ROWS - len(claim) - 1), placeholder=" … i: the rest"
    )
    origin = textwrap.wrap(last, room, max_lines=max(1, ROWS - len(claim) - len(counts)), placeholder=" …")
    return (
        *(((f" {row}", "-strong"),) for row in claim),
        *(((f" {row}", ""),) for row in counts),
        *(((f" {row}", "-muted"),) for row in origin),
    )


def legend(sentences: tuple[str, ...]) -> tuple[Said, ...]:
    """What is under the cursor whole, and how the drawing is read."""
    return (*(Said(each, told=True) for each in sentences), *(Said(each, told=False) for each in _READ))
