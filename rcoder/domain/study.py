"""The study a project file holds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from rcoder.domain.words import Rendering


@dataclass(frozen=True, slots=True)
class Study:
    """The one row that says what the project is about."""

    table: ClassVar[str] = "study"

    id: str
    title: str
    codebook_id: str = ""
    """Id of the codebook that codings are made against."""
    language: str = "da"
    """Language of the content: "da" or "en"."""
    rendering: Rendering = Rendering.RESOURCE_REASONING
    """How the study writes its configurations out."""
    rendering_reason: str = ""
    """Why it does so, for the methods section (RAMESES II item 7)."""
