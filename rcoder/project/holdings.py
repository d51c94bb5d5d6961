"""What a study holds that each file of an import is compared with: read once, and again where others have written."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from rcoder.project import questions
from rcoder.project.attributes import attributes

if TYPE_CHECKING:
    from rcoder.domain.case import Attribute, Case
    from rcoder.domain.journal import Entry
    from rcoder.domain.transcript import Transcript
    from rcoder.project.door import Project


class Held(NamedTuple):
    """A transcript that is there."""

    id: str
    title: str


_TEXTS = """
    SELECT id, title, checksum, source_checksum FROM transcripts UNION
    SELECT t.id, t.title, r.checksum, r.source_checksum FROM transcripts t JOIN revisions r ON r.transcript_id = t.id
    ORDER BY id
"""
"""Every text of every transcript, the earlier ones of those that were corrected too."""


class Holdings:
    """The study as an import sees it."""

    def __init__(self, project: Project) -> None:
        self._project = project
        self._seq = 0
        self.current = False
        """Whether this is how the study is, as far as is known."""
        self.language = ""
        self.attributes: tuple[Attribute, ...] = ()
        self.cases: dict[str, Case] = {}
        """By name in lower case."""
        self.titles: set[str] = set()
        self.of_file: dict[str, Held] = {}
        """By the checksum of the file."""
        self.of_words: dict[str, Held] = {}
        """By the checksum of the text."""

    def look(self) -> None:
        """Read everything again where it is in doubt; not to be asked while something is being written."""
        if self.current:
            return
        sight, seq = self._project.sight, self._project.latest()
        self.language = questions.study(sight).language
        self.attributes = attributes(sight)
        self.cases = {case.name.casefold(): case for case in questions.cases(sight)}
        self.titles, self.of_file, self.of_words = set(), {}, {}
        for row in sight.rows(_TEXTS):
            self._hold(row["checksum"], row["source_checksum"], Held(row["id"], row["title"]))
        self._seq, self.current = seq, True

    def expect(self, transcript: Transcript, case: Case | None) -> None:
        """Count with what is about to be written."""
        self._hold(transcript.checksum, transcript.source_checksum, Held(transcript.id, transcript.title))
        if case is not None:
            self.cases[case.name.casefold()] = case

    def confirm(self, entry: Entry) -> None:
        """What was expected is written; where somebody else has written before it, all is in doubt."""
        self.current = entry.seq == self._seq + 1
        self._seq = entry.seq

    def doubt(self) -> None:
        """What was expected was not written, or others have written."""
        self.current = False

    def _hold(self, words: str, file: str, held: Held) -> None:
        self.titles.add(held.title)
        self.of_file.setdefault(file, held)
        self.of_words.setdefault(words, held)
