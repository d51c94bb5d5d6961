"""How a difference is said on screen: the frame in the language of the program, the content in that of the study."""

from __future__ import annotations

from rcoder.domain import difference_words
from rcoder.domain.terms import WORDS
from rcoder.domain.theory_difference import About, Compared, Side, Turn, What
from rcoder.domain.words import Bilingual, Effect

LANGUAGE = "en"
"""The language of the program (decision 20)."""

NONE = Bilingual("intet", "none")
BEFORE = Bilingual("(før: ", "(before: ")
INSIDE = Bilingual("inden i samme boks", "within the same box")

CONTENT = frozenset(
    {
        What.ENDS, What.LABEL, What.TITLE, What.DEFINITION, What.WORDING, What.CODE, What.CORE, What.BOX, What.PARENT,
        What.ALIASES, What.ELEMENTS, What.LINKS, What.ACTOR,
    }
)  # fmt: skip
"""Respects whose words are of the study: labels, definitions, sentences."""


def name(compared: Compared, language: str) -> str:
    """What it is called: the labels as the study has them, what an arrow does in words of the program."""
    own = difference_words.name(compared, language)
    for words in (*(WORDS[Effect][each] for each in Effect), INSIDE):
        own = own.replace(f" → {words.say(language)}", f" → {words.say(LANGUAGE)}")
    return own.replace(f" {BEFORE.say(language)}", f" {BEFORE.say(LANGUAGE)}")


def turned(turn: Turn, language: str) -> tuple[str, str]:
    """What it was and what it became."""
    return tuple(  # type: ignore[return-value]  # of two
        each.say(language if turn.what in CONTENT and each != NONE else LANGUAGE)
        for each in (turn.before, turn.after)
    )


def facts(about: About, side: Side | None, language: str) -> tuple[str, ...]:
    """What there is to say of a side; a configuration's sentence and a code's definition as the study has them."""
    if side is None:
        return difference_words.side_facts(None, LANGUAGE)
    sentence = 1 if about is About.CONFIGURATION and len(side.facts) > 2 else None
    return tuple(
        each.say(language if about is About.CODE or place == sentence else LANGUAGE)
        for place, each in enumerate(side.facts)
    )
