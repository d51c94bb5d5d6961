"""What stands above and below a figure: study, title, what it was cut to and its note; and where it all comes from."""

from __future__ import annotations

from rcoder.domain.theory import ChangeTheory
from rcoder.domain.words import Bilingual
from rcoder.figure.elements import element, words
from rcoder.figure.measures import MARGIN
from rcoder.figure.palette import QUIET, SOFT, TEXT
from rcoder.figure.text import advance, wrap
from rcoder.figure.wording import SOURCE

TITLE = 21.0
CUT = 14.0
NOTE = 12.5
FOOT = 11.0
DOT = " · "
"""Between the parts of the line that says where a figure comes from."""


def cut_words(theory: ChangeTheory, language: str) -> str:
    """What the theory was cut to, in words; "" for a whole one."""
    found = getattr(theory, "cut", "")
    return found.say(language) if isinstance(found, Bilingual) else str(found or "")


def draw_head(theory: ChangeTheory, width: float, language: str) -> tuple[str, float]:
    """The title block and its height."""
    at = 16.0
    said = []
    for text, size, fill, bold in (
        (theory.study, NOTE, SOFT, False),
        (theory.title.say(language), TITLE, TEXT, True),
        (cut_words(theory, language), CUT, TEXT, True),
        (theory.note.say(language), NOTE, QUIET, False),
    ):
        for part in wrap(text, width - 2 * MARGIN, size, bold=bold):
            at += size + 5
            said.append(words(part, (MARGIN, at), size, fill=fill, bold=bold, italic=fill == QUIET))
    return element("g", *said, class_="head"), at + 16


def draw_foot(source: str, width: float, language: str) -> tuple[str, float]:
    """The line that says where the figure comes from, and its height; nothing where there is nothing to say."""
    said, at = [], 0.0
    text = f"{SOURCE.say(language)}: {source}" if source else ""
    for part in _by_parts(text, width - 2 * MARGIN):
        at += FOOT + 5
        said.append(words(part, (MARGIN, at), FOOT, fill=SOFT))
    return ("".join(said), at + 14) if said else ("", 0.0)


def _by_parts(text: str, room: float) -> list[str]:
    """The line broken between its parts, so that a day or a name stays together; a part that is too long is broken itself."""
    lines = [""]
    for part in text.split(DOT):
        longer = f"{lines[-1]}{DOT}{part}" if lines[-1] else part
        if advance(longer, FOOT) <= room:
            lines[-1] = longer
        else:
            lines += wrap(part, room, FOOT)
    return [each for each in lines if each]
