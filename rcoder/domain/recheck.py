"""A recheck: a coding to be looked at again, since its code is no longer what it was."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class Recheck:
    """A coding whose code was merged into another or divided, until its coder has looked at it again."""

    table: ClassVar[str] = "rechecks"

    id: str
    coding_id: str
    """No reference: a coding that is removed leaves its recheck, which is then not shown, and undo brings both back."""
    coder_id: str
    """Whose coding it is."""
    code_id: str
    """Id of the code it had."""
    why: str
    """What was done to that code, in a sentence."""
    settled: bool = False
