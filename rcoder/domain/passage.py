"""A passage: words in a transcript, with all that is needed to read them in context."""

from __future__ import annotations

from dataclasses import dataclass

from rcoder.domain.transcript import Span
from rcoder.domain.words import Directness, Prompting, Scope, Stance


@dataclass(frozen=True, slots=True)
class Quotation:
    """How words of a passage are to be printed in a paper; the words themselves always stand beside it."""

    id: str
    """Id of the excerpt."""
    transcript_id: str
    revision: int
    start: int
    end: int
    text: str
    """The words as they were said."""
    edited: str
    """"" for as they were said."""
    translation: str
    language: str
    """Of the translation, "" where there is none."""
    coder: str


@dataclass(frozen=True, slots=True)
class Passage:
    """Words of one speaker in one transcript, and whose words they are."""

    id: str
    """Id of the coding or evidence it comes from."""
    transcript_id: str
    transcript: str
    """Title of the transcript."""
    start: int
    end: int
    text: str
    case_id: str | None
    """The case it is about: the interview's, or the one it was tied to."""
    case: str
    """Name of that case, "" for none."""
    speaker_id: str | None
    speaker: str
    roles: tuple[str, ...]
    interviewer: bool
    """An interviewer's words stay visible and are never evidence (rule 13)."""
    coder_id: str
    coder: str
    scope: Scope = Scope.THIS_CASE
    stance: Stance | None = None
    """None for a coding: a code alone has no stance."""
    memo: str = ""
    person: str = ""
    """The same value joins one person's voices in several transcripts (decision 15)."""
    directness: Directness = Directness.SAID
    prompting: Prompting = Prompting.VOLUNTEERED
    revision: int = 1
    """The revision of the transcript that its place counts in."""
    earlier: bool = False
    """Whether its words stand in an earlier text only, since the transcript was corrected."""
    quotations: tuple[Quotation, ...] = ()
    """Of these words, of some of them, or of more; given for exports alone."""
    turn: int | None = None
    """The turn it stands in, from 0; None where it is in none."""

    @property
    def no_evidence(self) -> bool:
        """Whether nothing can rest on it: an interviewer's words, and words that a corrected text no longer has."""
        return self.interviewer or self.earlier

    @property
    def span(self) -> Span:
        """Where the words stand."""
        return Span(self.start, self.end)
