"""The words a configuration is written out with: the sentence frames of each rendering, and the labels of its parts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, auto

from rcoder.domain.words import Bilingual, Kind, Rendering


class Manner(Enum):
    """How a step of the sentence comes after what was said before it."""

    FIRST = auto()
    """It begins the response."""
    ONWARD = auto()
    """It comes of what was said before."""
    BESIDE = auto()
    """It stands beside one of the same kind."""
    OTHERWISE = auto()
    """It stands beside one of the same kind that came about the other way."""
    HINDERED = auto()
    """What was said before hinders it."""
    HINDERED_BESIDE = auto()
    """So does this, beside one that it leads to."""
    HINDERING = auto()
    """It hinders what was said right before it."""
    UNTIED = auto()
    """Nothing said before leads to it."""


@dataclass(frozen=True, slots=True)
class Lead:
    """The words before a wording; conditions are said between its two halves."""

    before: str
    after: str = ""

    def around(self, conditions: str) -> str:
        """The words, with conditions between them where there are some, up to the space before the wording."""
        comma = "" if not self.before or self.before.endswith(":") else ","
        between = f"{comma} {conditions}," if conditions else ""
        words = f"{self.before}{between} {self.after}".rstrip() + " "
        return words if self.before else words.lstrip()


@dataclass(frozen=True, slots=True)
class Frame:
    """The words of one rendering in one language."""

    opening: str
    """With {C}, {R} and, in ICAMO, {A}."""
    opening_bare: str
    """The same where every context is said later, at the link that it conditions."""
    leads: Mapping[tuple[Kind, Manner], Lead]
    because: str
    both: str
    """And."""
    when: str
    inferred: str
    negative: str
    also_hindered: str
    feeds_back: str
    there: str
    """Said before an outcome that is a context here: "når der er kommet større selvværd"."""
    coming: str
    """The same where something that was said before brings it about."""


_DA: dict[tuple[Kind, Manner], Lead] = {
    (Kind.CONTEXT, Manner.ONWARD): Lead(", hvilket gør", "at"),
    (Kind.CONTEXT, Manner.HINDERED): Lead(", hvilket modvirker", "at"),
    (Kind.RESOURCE, Manner.ONWARD): Lead(", hvilket", "giver"),
    (Kind.RESOURCE, Manner.HINDERED): Lead(", hvilket", "hæmmer"),
    (Kind.RESOURCE, Manner.UNTIED): Lead(", og der", "tilbydes"),
    (Kind.REASONING, Manner.FIRST): Lead(", så"),
    (Kind.REASONING, Manner.ONWARD): Lead(", og så"),
    (Kind.REASONING, Manner.BESIDE): Lead(", og"),
    (Kind.REASONING, Manner.HINDERED): Lead(", så hæmmes", "dette:"),
    (Kind.REASONING, Manner.HINDERING): Lead(", men det hæmmes", "af dette:"),
    (Kind.OUTCOME, Manner.FIRST): Lead(", så", "kommer"),
    (Kind.OUTCOME, Manner.ONWARD): Lead(", hvilket", "fører til"),
    (Kind.OUTCOME, Manner.OTHERWISE): Lead(", og", "fører til"),
    (Kind.OUTCOME, Manner.HINDERED): Lead(", hvilket", "hæmmer"),
    (Kind.OUTCOME, Manner.HINDERED_BESIDE): Lead(", og", "hæmmer"),
}
_EN: dict[tuple[Kind, Manner], Lead] = {
    (Kind.CONTEXT, Manner.ONWARD): Lead(", so", "that"),
    (Kind.CONTEXT, Manner.HINDERED): Lead(", which works", "against this:"),
    (Kind.RESOURCE, Manner.ONWARD): Lead(", which", "gives"),
    (Kind.RESOURCE, Manner.HINDERED): Lead(", which", "hinders"),
    (Kind.RESOURCE, Manner.UNTIED): Lead(", with the offer", "of"),
    (Kind.REASONING, Manner.FIRST): Lead(", then"),
    (Kind.REASONING, Manner.ONWARD): Lead(", and then"),
    (Kind.REASONING, Manner.BESIDE): Lead(", and"),
    (Kind.REASONING, Manner.HINDERED): Lead(", then", "this is hindered:"),
    (Kind.REASONING, Manner.HINDERING): Lead(", but it is hindered", "by this:"),
    (Kind.OUTCOME, Manner.FIRST): Lead(", then", "comes"),
    (Kind.OUTCOME, Manner.ONWARD): Lead(", leading", "to"),
    (Kind.OUTCOME, Manner.OTHERWISE): Lead(", and leading", "to"),
    (Kind.OUTCOME, Manner.HINDERED): Lead(", hindering"),
    (Kind.OUTCOME, Manner.HINDERED_BESIDE): Lead(", and hindering"),
}
_LEADS = {"da": _DA, "en": _EN}
_COLON = {(Kind.REASONING, Manner.FIRST): Lead(":")}

_OPENINGS: dict[tuple[Rendering, str], tuple[str, str]] = {
    (Rendering.RESOURCE_REASONING, "da"): ("Når {C}, og der tilbydes {R}", "Når der tilbydes {R}"),
    (Rendering.RESOURCE_REASONING, "en"): ("When {C} and {R} is offered", "When {R} is offered"),
    (Rendering.CMO, "da"): (
        "I en kontekst, hvor {C}, er mekanismen, at der tilbydes {R}",
        "Mekanismen er, at der tilbydes {R}",
    ),
    (Rendering.CMO, "en"): (
        "In a context where {C}, the mechanism is that {R} is offered",
        "The mechanism is that {R} is offered",
    ),
    (Rendering.ICAMO, "da"): (
        "Interventionen tilbyder {R}. Når {C}, sker der dette for {A}",
        "Interventionen tilbyder {R}, og så sker der dette for {A}",
    ),
    (Rendering.ICAMO, "en"): (
        "The intervention offers {R}. When {C}, this happens for {A}",
        "The intervention offers {R}, and this happens for {A}",
    ),
}


THAT = frozenset(("at", "that"))
"""Words before a clause that stands for an outcome: "(fører til) at hun ringer"."""
_SUBJECTS = frozenset(
    ("der", "jeg", "du", "hun", "han", "man", "vi", "there", "i", "you", "she", "he", "it", "we", "they")
)
_AFTER_NOUN = frozenset(
    (
        "af", "at", "blandt", "der", "efter", "eller", "for", "fra", "før", "hos", "hvor", "i", "imellem", "imod",
        "inden", "med", "mellem", "mod", "og", "om", "omkring", "over", "på", "samt", "som", "til", "uden", "under",
        "ved",
    )
)  # fmt: skip
_LEAST = 5
"""Letters of the shortest Danish noun with its article that a clause is known by."""


def is_clause(wording: str) -> bool:
    """Whether words are a clause rather than the name of something, as far as their beginning tells.

    "hun ringer" and "borgeren får tillid" are; "større selvværd" and "troen på et job" are not.
    """
    first, _, rest = wording.casefold().partition(" ")
    if first in _SUBJECTS or not rest:
        return first in _SUBJECTS
    definite = len(first) >= _LEAST and first.endswith(("en", "et", "ne"))
    return definite and rest.split(" ", 1)[0] not in _AFTER_NOUN


def frame(rendering: Rendering, language: str) -> Frame:
    """The words of a rendering in "da" or "en"; any other language is written in English."""
    own = "da" if language == "da" else "en"
    opening, bare = _OPENINGS[rendering, own]
    leads = _LEADS[own] | (_COLON if rendering is Rendering.ICAMO else {})
    rest = (
        (
            "fordi", "og", "når", "udledt", "negativt", "også hæmmet", "virker tilbage",
            "der er kommet", "der kommer",
        )
        if own == "da"
        else (
            "because", "and", "when", "inferred", "negative", "also hindered", "feeds back",
            "it has come to", "it comes to",
        )
    )  # fmt: skip
    return Frame(opening, bare, leads, *rest)


PARTS: dict[Rendering, tuple[tuple[str, tuple[Kind, ...]], ...]] = {
    Rendering.RESOURCE_REASONING: (
        ("C", (Kind.CONTEXT,)),
        ("R", (Kind.RESOURCE,)),
        ("R'", (Kind.REASONING,)),
        ("O", (Kind.OUTCOME,)),
    ),
    Rendering.CMO: (
        ("C", (Kind.CONTEXT,)),
        ("M", (Kind.RESOURCE, Kind.REASONING)),
        ("O", (Kind.OUTCOME,)),
    ),
    Rendering.ICAMO: (
        ("I", (Kind.RESOURCE,)),
        ("C", (Kind.CONTEXT,)),
        ("A", ()),
        ("M", (Kind.REASONING,)),
        ("O", (Kind.OUTCOME,)),
    ),
}
"""The parts of each rendering in order, with the kinds that stand in each; actors are no kind."""

PART_LABELS: dict[str, tuple[Bilingual, Bilingual]] = {
    "C": (Bilingual("K", "C"), Bilingual("kontekst", "context")),
    "R": (Bilingual("R", "R"), Bilingual("ressource", "resource")),
    "R'": (Bilingual("M", "M"), Bilingual("ræsonnement", "reasoning")),
    "M": (Bilingual("M", "M"), Bilingual("mekanisme", "mechanism")),
    "I": (Bilingual("I", "I"), Bilingual("intervention", "intervention")),
    "A": (Bilingual("A", "A"), Bilingual("aktør", "actor")),
    "O": (Bilingual("U", "O"), Bilingual("udfald", "outcome")),
}
"""Letter and label of each part."""
