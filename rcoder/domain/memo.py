"""A memo: what somebody thought, when, about what."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from rcoder.domain.words import MemoKind, Subject


@dataclass(frozen=True, slots=True)
class Memo:
    """A note of a coder's own on one thing of the study; it belongs to their layer."""

    table: ClassVar[str] = "memos"

    id: str
    coder_id: str
    about: Subject
    about_id: str
    """Id of what it is about; "" for the project."""
    kind: MemoKind = MemoKind.ANALYTIC
    title: str = ""
    text: str = ""
    """Markdown."""
    links: tuple[str, ...] = ()
    """Ids of memos, codings, excerpts and configurations it points at."""
    at: str = ""
    """When it was written: UTC, ISO 8601 with seconds and "Z"."""
