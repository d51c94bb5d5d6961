"""What every reader of formatted documents fills: paragraphs as lines, tables in row order, and what is known of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from rcoder.domain.errors import Unreadable
from rcoder.exchange.interviews.files import MOST_LINES, check_length
from rcoder.exchange.interviews.marks import Mark
from rcoder.exchange.interviews.records import Speech
from rcoder.exchange.interviews.table import Row, laid_out
from rcoder.exchange.interviews.turns import Layout, turns_of

DEEPEST = 40
"""Tables in tables and lists in lists, beyond which a file is no document."""
MOST_PARAGRAPHS = 3 * MOST_LINES
"""Paragraphs and cells of tables, of which a line may have three."""
_LONGEST_LEAD = 80


@dataclass(slots=True)
class Document:
    """The lines so far, and what the file says of them besides their words."""

    lines: list[str] = field(default_factory=list)
    labels: dict[int, tuple[int, str, int, float | None]] = field(default_factory=dict)
    """By index into `lines`: where the words begin in it, who says them, where they end, when."""
    closed: set[int] = field(default_factory=set)
    """Lines that belong to no turn."""
    breaks: set[int] = field(default_factory=set)
    """Where a table of turns has ended."""
    leads: dict[int, int] = field(default_factory=dict)
    """Code points in bold that a paragraph opens with, by index into `lines`."""

    def paragraph(self, text: str, lead: str = "") -> None:
        """Append a paragraph; `lead` are the words in bold that it opens with."""
        if lead.strip() and text.startswith(lead):
            self.leads[len(self.lines)] = len(lead)
        self.lines.append(text)

    def table(self, rows: Sequence[Sequence[str]]) -> None:
        """Append a table: `Speaker: words` where it is a transcript, cells with tabs between where it is not."""
        for row in laid_out(rows):
            self._row(row)
        self.breaks.add(len(self.lines))

    def cell(self) -> str:
        """All of it as the text of one cell."""
        return "\n".join(self.lines).strip()

    def speech(self, file: str, notes: tuple[str, ...]) -> Speech:
        """The text and its turns; raises Unreadable where it is longer than any interview."""
        text, layout = self._assembled()
        check_length(text, file)
        turns, heading_end = turns_of(text, layout)
        return Speech(text, turns, notes, text[:heading_end])

    def _row(self, row: Row) -> None:
        at = len(self.lines)
        self.lines.append(row.text)
        if row.speaker is not None:
            self.labels[at] = (row.words, row.speaker, row.end, row.time)
        elif row.outside:
            self.closed.add(at)

    def _assembled(self) -> tuple[str, Layout]:
        fixed: dict[int, Mark] = {}
        leads: dict[int, int] = {}
        outside: list[int] = []
        breaks: list[int] = []
        number = start = 0
        for index, entry in enumerate(self.lines):
            if label := self.labels.get(index):
                words, name, end, time = label
                fixed[number] = Mark(number, start, start + words, start + end, name, "table", time)
            if index in self.leads:
                leads[number] = self.leads[index]
            if index in self.closed:
                outside.extend(range(number, number + entry.count("\n") + 1))
            if index in self.breaks:
                breaks.append(number)
            number += entry.count("\n") + 1
            start += len(entry) + 1
        layout = Layout(fixed, frozenset(outside), frozenset([*outside, *breaks]), leads)
        return "".join(f"{entry}\n" for entry in self.lines), layout


def bold_lead(pieces: Sequence[tuple[str, bool]]) -> str:
    """The words in bold that a paragraph opens with, where others follow: a speaker's name as a rule.

    Each piece is words and whether they are bold.
    """
    found: list[str] = []
    for words, bold in pieces:
        if words.strip() and not bold:
            return "".join(found)
        if "\t" in words or "\n" in words or sum(map(len, found)) > _LONGEST_LEAD:
            return ""
        found.append(words)
    return ""


def check_depth(depth: int, file: str) -> None:
    """Raise Unreadable where tables or lists nest deeper than in any document."""
    if depth > DEEPEST:
        raise Unreadable(f"{file} nests tables too deeply to be read.", "Save it as .txt and import that.")


def check_paragraphs(count: int, file: str) -> None:
    """Raise Unreadable where a file has ended more paragraphs and cells than any interview has, before all are read."""
    if count > MOST_PARAGRAPHS:
        raise Unreadable(
            f"{file} holds more paragraphs than any interview.",
            "Split it, or check that it is the right file.",
        )


def counted(counts: Mapping[str, int], sentences: Mapping[str, str]) -> tuple[str, ...]:
    """The sentence of each kind that was counted, in the order of `sentences`."""
    return tuple(sentence.format(counts[kind]) for kind, sentence in sentences.items() if counts.get(kind))
