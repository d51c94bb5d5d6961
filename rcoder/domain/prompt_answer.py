"""What a person answered to a prompt."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from rcoder.domain.words import Answered


@dataclass(frozen=True, slots=True)
class PromptAnswer:
    """A prompt about a configuration, or about the whole set, was dealt with: how, why, by whom and when."""

    table: ClassVar[str] = "prompt_answers"

    id: str
    prompt: str
    """Key of the prompt: "counter_evidence"."""
    configuration_id: str | None
    """None for a prompt about the whole set."""
    about_id: str
    """Id of the element, code, transcript or person it is about; "" where it is about the whole."""
    coder_id: str
    answered: Answered
    why: str = ""
    at: str = ""
    """When: UTC, ISO 8601 with seconds and "Z"."""
    digest: str = ""
    """What the configuration was then (`review.digest`), so that an answer given before a change can be told."""
