"""The flags of a coding: what each can be, in turn, and what it is called."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rcoder.domain.terms import letter, say
from rcoder.domain.words import Directness, Kind, Polarity, Prompting, Scope

if TYPE_CHECKING:
    from rcoder.domain.codebook import Code
    from rcoder.domain.coding import Coding
    from rcoder.ui.study import Study

NAMES = {
    "kind": "kind",
    "actor": "actor",
    "polarity": "polarity",
    "counterfactual": "counterfactual",
    "scope": "scope",
    "case_id": "about",
    "directness": "",
    "prompting": "",
}
"""The coding's fields in a person's words, before a value; "" where the value says it all."""

OWN_CASE = "the interview's"
"""How the case is called that an interview is of."""


def values(study: Study, coding: Coding, field: str) -> tuple[object, ...]:
    """What a flag can be, in turn."""
    code = study.codes[coding.code_id]
    if field == "kind":
        return tuple(Kind) if code.kind else (None, *Kind)
    here = study.reading.transcript.case_id if study.reading else None
    known: dict[str, tuple[object, ...]] = {
        "actor": ("", *actors(study, code)),
        "polarity": tuple(Polarity),
        "counterfactual": (False, True),
        "scope": tuple(Scope),
        "case_id": (None, *(each for each in study.cases if each != here)),
        "directness": tuple(Directness),
        "prompting": tuple(Prompting),
    }
    return known[field]


def beside(study: Study, coding: Coding, field: str, step: int = 1) -> object:
    """The value after (1) or before (-1) the coding's own; where that is none of them, the first or the last."""
    known, own = values(study, coding, field), getattr(coding, field)
    index = known.index(own) + step if own in known else min(step, 0)
    return known[index % len(known)]


def value_words(study: Study, field: str, value: object) -> str:
    """A value in words."""
    if field == "case_id":
        case = study.cases.get(str(value or ""))
        return case.name if case else OWN_CASE
    if isinstance(value, Kind):
        return f"{letter(value)} {say(value)}"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, (Polarity, Scope, Directness, Prompting)):
        return say(value)
    return str(value or ("nobody named" if field == "actor" else "none"))


def actors(study: Study, code: Code) -> tuple[str, ...]:
    """The code's actors, then the roles of the study and the other actors of its codebooks, each once."""
    found = dict.fromkeys(code.actors)
    for line in study.interviews.values():
        found.update(dict.fromkeys(line.roles))
    for each in study.codes.values():
        found.update(dict.fromkeys(each.actors))
    return tuple(found)
