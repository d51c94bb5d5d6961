"""What boxes and arrows are called in one line, and their ids in SVG and HTML."""

from __future__ import annotations

import re

from rcoder.domain.difference_words import SORTS
from rcoder.domain.resting import BASIS_SIGNS, rests_on
from rcoder.domain.terms import say
from rcoder.domain.theory import Arrow, Box, ChangeTheory
from rcoder.figure.marked import MarkedArrow
from rcoder.figure.text import label
from rcoder.figure.wording import NEW, STATES


def slug(text: str) -> str:
    """`text` as an id that is safe in SVG, HTML and a URL fragment."""
    return re.sub(r"[^A-Za-z0-9-]", lambda match: f"_{ord(match[0]):x}", text)


def box_title(box: Box, language: str) -> str:
    """A box in one line: column, key and label."""
    name = NEW.say(language) if box.new else box.key
    return label(f"{say(box.column, language)} · {name}: {box.label.say(language)}")


def state_words(arrow: Arrow, language: str) -> str:
    """How an arrow stands, in words; between two versions what became of it."""
    if isinstance(arrow, MarkedArrow):
        return SORTS[arrow.sort].say(language)
    found = rests_on(arrow)
    basis = f", {say(found, language)}" if found in BASIS_SIGNS else ""
    return STATES[arrow.state][0].say(language) + basis


def arrow_title(arrow: Arrow, names: dict[str, str], language: str) -> str:
    """An arrow in one line: source, effect, target and state."""
    state = state_words(arrow, language)
    return label(f"{names[arrow.source]} → {say(arrow.effect, language)} → {names[arrow.target]} ({state})")


def box_names(theory: ChangeTheory, language: str) -> dict[str, str]:
    """What each box is called in a sentence: its key and its label."""
    return {
        box.id: label(f"{NEW.say(language) if box.new else box.key} {box.label.say(language)}")
        for box in theory.boxes
    }
