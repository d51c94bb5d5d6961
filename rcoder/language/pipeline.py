"""The pipeline for a language: a trained model where the user has installed one, else spaCy's rules."""

from __future__ import annotations

import importlib.metadata
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from rcoder.language.tokens import Splitter

if TYPE_CHECKING:
    from spacy.language import Language

RULES = 2
"""Version of the rules in `boundaries`; it goes up when they find other sentences."""
MODELS = {"da": "da_core_news_", "en": "en_core_web_"}
SIZES = ("lg", "md", "sm", "trf")
_UNUSED = ("ner", "lemmatizer", "attribute_ruler", "tagger", "morphologizer", "entity_linker")


@dataclass(frozen=True, slots=True)
class Pipeline:
    """A loaded pipeline and what to call it."""

    nlp: Language
    name: str
    trained: bool
    """It finds sentences itself."""
    splitter: Splitter
    """Its tokenizer."""


@cache
def load(language: str) -> Pipeline:
    """The best pipeline installed for the language."""
    import spacy

    lemmas = f"simplemma {importlib.metadata.version('simplemma')}"
    for name in _installed(language):
        try:
            nlp = spacy.load(name, exclude=list(_UNUSED))
        except (OSError, ValueError, ImportError):
            continue
        if {"parser", "senter"} & set(nlp.pipe_names):
            return Pipeline(
                nlp, f"{name} {nlp.meta['version']}, {lemmas}", trained=True, splitter=Splitter(nlp.tokenizer)
            )
    blank = spacy.blank(language)
    name = f"spacy blank {language} {spacy.about.__version__}, rules {RULES}, {lemmas}"
    return Pipeline(blank, name, trained=False, splitter=Splitter(blank.tokenizer))


def _installed(language: str) -> list[str]:
    """Trained models of the language, best first, found without importing spaCy."""
    found = {entry.name for entry in importlib.metadata.entry_points(group="spacy_models")}
    return [name for size in SIZES if (name := MODELS[language] + size) in found]
