"""Sentences and lemmas. Only importer of spaCy and simplemma, and of them only when asked to annotate."""

from __future__ import annotations

from rcoder.language.annotation import annotate

__all__ = ["annotate"]
