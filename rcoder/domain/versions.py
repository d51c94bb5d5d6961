"""Named versions of codebook, configurations and theory."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class TheoryVersion:
    """The theory as it stood when somebody gave it a name, with the reason. The initial theory of the codebook is version 0."""

    table: ClassVar[str] = "theory_versions"

    id: str
    number: int
    """1, 2, 3, …; 0 is the codebook's initial theory and has no row."""
    name: str
    reason: str
    coder_id: str
    at: str
    """When it was saved: UTC, ISO 8601 with seconds and "Z"."""
    checksum: str
    """Of what stood then, kept as a text (JSON): the codebooks, the configurations and the passages behind them."""
    codebook: str = ""
    """Key and version of the main codebook then: "jobfirst 1.2"."""
