"""A coding: a coder says that a passage bears on a code."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from rcoder.domain.transcript import Span
from rcoder.domain.words import Directness, Kind, Polarity, Prompting, Scope


@dataclass(frozen=True, slots=True)
class Coder:
    """A person who codes. Their layer is hidden from the others until released (rule 9)."""

    table: ClassVar[str] = "coders"

    id: str
    name: str
    released: bool = False


@dataclass(frozen=True, slots=True)
class Coding:
    """A passage joined to a code, a support condition or a hypothesis, with the coder's flags."""

    table: ClassVar[str] = "codings"

    id: str
    transcript_id: str
    start: int
    """Code points, inclusive."""
    end: int
    """Code points, exclusive."""
    code_id: str
    coder_id: str
    kind: Kind | None = None
    """Defaults from the code; may be overruled. None for conditions and hypotheses without a usual kind."""
    actor: str = ""
    """Whose reasoning it is."""
    polarity: Polarity = Polarity.PRESENT
    counterfactual: bool = False
    """"Had I not had her …": the thing was there, and the passage says what its absence would have meant."""
    scope: Scope = Scope.THIS_CASE
    case_id: str | None = None
    """Another case than the interview's, where the passage is about that one."""
    directness: Directness = Directness.SAID
    prompting: Prompting = Prompting.VOLUNTEERED
    memo: str = ""
    codebook_version: str = ""
    """The version of the codebook it was coded under."""
    revision: int = 1
    """The revision of the transcript that `start` and `end` count in."""

    @property
    def span(self) -> Span:
        """Where the passage stands."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Finish:
    """A coder's word that they have read and coded a transcript to the end; what denominators count (decision 7)."""

    table: ClassVar[str] = "finishes"

    id: str
    transcript_id: str
    coder_id: str
