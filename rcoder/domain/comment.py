"""What people say to one another about a configuration."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from rcoder.domain.words import Claim


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment on a configuration or a part of it; whoever sees the configuration sees the comment.

    It speaks to others, so it does not wait for its writer's layer to be released; one on a passage is seen by those who
    see the passage.
    """

    table: ClassVar[str] = "comments"

    id: str
    configuration_id: str
    coder_id: str
    text: str
    about: str = Claim.CONFIGURATION.value
    """"configuration", "element", "link", "evidence" (a passage joined to it) or "grounding" (one an element rests on)."""
    about_id: str = ""
    """Id of that part; "" for the whole."""
    reply_to: str | None = None
    """The comment that began the conversation."""
    at: str = ""
    """When it was written: UTC, ISO 8601 with seconds and "Z"."""
    resolved_by: str = ""
    """Id of the coder who resolved the conversation; "" while it is open. Kept by its first comment."""
    resolved_at: str = ""
