"""Whether a label and a definition fit their kind, as far as their words tell: prompts of a codebook by kind."""

from __future__ import annotations

import re
from collections.abc import Mapping

from rcoder.domain.words import Bilingual, Kind
from rcoder.exchange.codebook_words import ACTIVITY, CHANGE, OFFER, RESPONSE, ids_in
from rcoder.exchange.findings import Findings, shown
from rcoder.exchange.yaml_section import Section

Patterns = Mapping[str, re.Pattern[str]]


def note_frame(code: Section, known: frozenset[str], prompts: Findings) -> None:
    """Note what the words of a code or condition say against its kind; `known` are the ids it may name."""
    kind = code.text("kind")
    if kind == Kind.CONTEXT:
        _context(code, known, prompts)
    elif kind == Kind.RESOURCE:
        _verb(code, OFFER, '"… tilbyder …", "… offers …"', prompts)
    elif kind == Kind.REASONING:
        _verb(code, RESPONSE, '"… tænker, føler eller tør …", "… thinks, feels or dares …"', prompts)
        _activity(code, prompts)
    elif kind == Kind.OUTCOME:
        _outcome(code, prompts)


def _texts(said: Bilingual) -> Mapping[str, str]:
    return {language: text for language, text in (("da", said.da), ("en", said.en)) if text}


def _context(code: Section, known: frozenset[str], prompts: Findings) -> None:
    """A link has two ends, so its definition names two codes."""
    others = known - {code.text("id")}
    for language, text in _texts(code.bilingual("definition")).items():
        if not CHANGE[language].search(text) or len(ids_in(text, others)) < 2:
            prompts.add(
                code.at("definition"),
                f"The definition of the context {shown(code.text('id'))} does not say which link it changes: "
                'write "ændrer, om X (H1.R1) fører til Y (H1.M1)" with your own codes.',
            )
            return


def _verb(code: Section, verbs: Patterns, frame: str, prompts: Findings) -> None:
    """A definition that is not there is a prompt of its own."""
    for language, text in _texts(code.bilingual("definition")).items():
        if not verbs[language].search(text):
            kind, key = code.text("kind"), code.text("id")
            prompts.add(
                code.at("definition"), f"The definition of the {kind} {shown(key)} does not read {frame}."
            )
            return


def _activity(code: Section, prompts: Findings) -> None:
    for part in ("label", "definition"):
        for language, text in _texts(code.bilingual(part)).items():
            found = ACTIVITY[language].search(text)
            if found:
                prompts.add(
                    code.at(part),
                    f"The {part} of the reasoning {shown(code.text('id'))} names the activity {shown(found[0])}; "
                    "say what somebody thinks, feels or dares.",
                )


def _outcome(code: Section, prompts: Findings) -> None:
    """Support conditions have neither horizon nor sign."""
    missing = [shown(each) for each in ("horizon", "sign") if each in code.shape.keys and not code.has(each)]
    if missing:
        prompts.add(code, f"The outcome {shown(code.text('id'))} has no {' and no '.join(missing)}.")
