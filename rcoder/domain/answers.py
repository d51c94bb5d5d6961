"""What the project answers when a screen or a command asks: plain values, as far as the asking coder may see."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rcoder.domain.codebook import Code
    from rcoder.domain.coding import Coding
    from rcoder.domain.configuration import Assembled
    from rcoder.domain.passage import Passage
    from rcoder.domain.transcript import Span, Speaker, Transcript
    from rcoder.domain.words import Kind


@dataclass(frozen=True, slots=True)
class TranscriptLine:
    """One interview in a list."""

    id: str
    title: str
    case_id: str | None
    case: str
    """Name of its case, "" for none."""
    roles: tuple[str, ...]
    """Roles of everyone but the interviewer."""
    turns: int
    characters: int
    language: str
    date: str
    source: str
    codings: int
    """Codings in it by coders whose layers the asker may see, the asker's own included."""
    own_codings: int
    finished: bool
    """Whether the asker has coded it to the end."""
    finished_by: tuple[str, ...]
    """Names of the coders in sight who have."""
    revision: int = 1
    """Which text it has: 1 until it is corrected."""


@dataclass(frozen=True, slots=True)
class CodingLine:
    """A coding with the words it stands on and its code's names."""

    coding: Coding
    passage: Passage
    code: str
    """Key of the code."""
    label: str
    """Danish label of the code."""
    category: str
    configurations: tuple[str, ...] = ()
    """Numbers of the configurations whose elements rest on it."""


@dataclass(frozen=True, slots=True)
class Reading:
    """All that is needed to read and code one transcript."""

    transcript: Transcript
    case: str
    text: str
    speakers: Mapping[str, Speaker]
    """By id."""
    sentences: tuple[Span, ...]
    codings: tuple[Coding, ...]
    """Those that stand in this text, by start, then end; others' only where released."""
    coders: Mapping[str, str]
    """Names by id."""
    provisional: bool = False
    """Whether the sentences are those of a first glance, until the real ones are stored."""


@dataclass(frozen=True, slots=True)
class CodeLine:
    """A code in the tree, with how many codings in sight carry it."""

    code: Code
    depth: int
    codings: int


@dataclass(frozen=True, slots=True)
class ConfigurationLine:
    """A configuration in a list."""

    id: str
    number: str
    title: str
    hypotheses: tuple[str, ...]
    """Keys."""
    status: str
    """In English words, "accepted, changed since" among them."""
    kinds: tuple[Kind, ...]
    """Kinds that something stands for."""
    case: str
    coder: str
    open_comments: int = 0
    """Open conversations on it that the asker sees."""


@dataclass(frozen=True, slots=True)
class ConfigurationAnswer:
    """A configuration with everything in it, and the passages behind its elements and claims."""

    assembled: Assembled
    line: ConfigurationLine
    codings: Mapping[str, Passage]
    """Passages of the codings its elements rest on, by coding id."""
    evidence: Mapping[str, Passage]
    """Passages of its evidence, by evidence id."""


@dataclass(frozen=True, slots=True)
class Overview:
    """The study at a glance."""

    title: str
    language: str
    coder: str
    """Name of the asker."""
    codebook: str
    """Title and version of the main codebook, "" for none."""
    transcripts: int
    finished: int
    """Transcripts the asker has coded to the end."""
    cases: int
    coders: int
    codings: int
    """In sight of the asker."""
    configurations: int
    location: str
    read_only: bool = False
    """Whether nothing can be changed where it lies."""
    beside: tuple[str, ...] = ()
    """Titles and versions of the other codebooks."""


@dataclass(frozen=True, slots=True)
class JournalLine:
    """An entry of the journal as the asker may see it; another coder's hidden work shows only that it happened."""

    seq: int
    id: str
    at: str
    coder: str
    sentence: str
    why: str
    undoes: str | None
    hidden: bool = False
