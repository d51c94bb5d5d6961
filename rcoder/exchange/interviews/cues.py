"""From cues (WebVTT, SubRip, Whisper) to a text of words only, with turns.

Cues of one voice that follow each other are one turn, joined by a space; turns are parted by a newline. Where the file
names nobody, a turn ends at a pause of more than two seconds, or at the end of a sentence once it is a paragraph long.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from rcoder.exchange.interviews.labels import Candidate, accepted, key
from rcoder.exchange.interviews.marks import Line, Mark, bracketed_mark, mark_on
from rcoder.exchange.interviews.records import NamedTurn, Speech

PAUSE = 2.0
"""Seconds of silence that part two turns where nobody is named."""
PARAGRAPH = 300
"""Code points after which a turn without a name ends with its sentence."""
LONGEST_PARAGRAPH = 1500
"""Code points after which it ends with its cue, sentence or not."""

_SENTENCE_END = re.compile(r"[.?!…][\"'”»)\]]*$")
_OPENERS = (":", "-", "–", ",")
_AT_TOP = 3
_UNLABELLED_SHARE = 0.2
_REPEATS_SHARE = 0.2


@dataclass(frozen=True, slots=True)
class Cue:
    """Words shown together. `speaker` is None where the cue names nobody."""

    text: str
    speaker: str | None = None
    start: float | None = None
    end: float | None = None
    opens: bool = False
    """A turn begins here even where the speaker is the one before."""


@dataclass(slots=True)
class _Turn:
    words: list[str]
    speaker: str | None
    time: float | None
    end: float | None
    length: int = 0

    def add(self, cue: Cue) -> None:
        self.words.append(cue.text)
        self.length += len(cue.text) + 1
        ended = cue.end if cue.end is not None else cue.start
        self.end = ended if self.end is None or ended is None else max(self.end, ended)


def one_line(text: str) -> str:
    """The text of a cue on one line: a line break and the blanks round it become a space."""
    return " ".join(part for line in text.split("\n") if (part := line.strip(" \t")))


def speech(cues: Iterable[Cue], notes: tuple[str, ...] = ()) -> Speech:
    """The cues as text and turns."""
    said = [cue for cue in cues if cue.text and not cue.text.isspace()]
    named = any(cue.speaker for cue in said)
    turns = _by_speaker(said) if named else _by_pause(said)
    pieces, spans, position = [], [], 0
    for turn in turns:
        words = " ".join(turn.words)
        pieces.append(words)
        spans.append(NamedTurn(position, position + len(words), turn.speaker, turn.time))
        position += len(words) + 1
    return Speech("\n".join(pieces), tuple(spans), notes)


def with_labels(payloads: Sequence[Cue]) -> list[Cue]:
    """The cues with `Name: words` in their lines told apart; a cue without a name goes on with the last one."""
    lines = [(index, line) for index, cue in enumerate(payloads) for line in cue.text.split("\n")]
    marks: list[Mark | None] = []
    candidates: list[Candidate] = []
    before = "."
    for number, (_, line) in enumerate(lines):
        mark = mark_on(line, Line(number, 0, len(line)))
        mark = (
            mark
            if mark and mark.style in {"colon", "bold"}
            else bracketed_mark(line, Line(number, 0, len(line)))
        )
        marks.append(mark)
        if mark:
            opens = before.endswith(_OPENERS) or _SENTENCE_END.search(before) is not None
            candidates.append(
                Candidate(mark.name, mark.style, opens, number < _AT_TOP, line[mark.words :].strip())
            )
        before = line.rstrip() or before
    names = accepted(candidates, len(payloads)) if candidates else frozenset[str]()
    if not names:
        return [replace(cue, text=one_line(cue.text)) for cue in payloads]
    return _told_apart(payloads, lines, marks, names)


def _told_apart(
    payloads: Sequence[Cue], lines: list[tuple[int, str]], marks: list[Mark | None], names: frozenset[str]
) -> list[Cue]:
    cues: list[Cue] = []
    spelling: dict[str, str] = {}
    speaker: str | None = None
    last = -1
    labels = sum(mark is not None and key(mark.name) in names for mark in marks)
    once_each = labels < len(payloads) * (1 - _UNLABELLED_SHARE)
    for (index, line), mark in zip(lines, marks, strict=True):
        words = line
        labelled = mark is not None and key(mark.name) in names
        if labelled and mark is not None:
            speaker = spelling.setdefault(key(mark.name), mark.name)
            words = line[mark.words :]
        words = words.strip(" \t")
        if index == last and not labelled and cues:
            cues[-1] = replace(cues[-1], text=f"{cues[-1].text} {words}".strip(" \t"))
        else:
            cues.append(replace(payloads[index], text=words, speaker=speaker, opens=labelled and once_each))
        last = index
    return cues


def with_groups(cues: Sequence[Cue], groups: Sequence[str | None]) -> list[Cue]:
    """The cues, each beginning a turn where its group changes, if groups are turns in this file.

    Teams numbers utterances in the identifiers of cues. Where nearly every new number is a new voice the numbers are
    turns; where one voice runs through many numbers they are not.
    """
    changes = [index for index in range(1, len(cues)) if groups[index] != groups[index - 1]]
    repeats = [index for index in changes if cues[index].speaker == cues[index - 1].speaker]
    if None in groups or len(repeats) > len(changes) * _REPEATS_SHARE:
        return list(cues)
    opening = frozenset(repeats)
    return [replace(cue, opens=index in opening) for index, cue in enumerate(cues)]


def reunited(cues: Sequence[Cue], groups: Sequence[str | None]) -> tuple[list[Cue], list[str | None], int]:
    """The cues with those of one utterance together where others stand between them, and how many were moved.

    Teams sorts cues by time, so that what is said at the same time cuts into sentences.
    """
    first: dict[str | None, int] = {}
    voices: dict[str | None, set[str | None]] = {}
    for index, (cue, group) in enumerate(zip(cues, groups, strict=True)):
        first.setdefault(group, index)
        voices.setdefault(group, set()).add(cue.speaker)
    if None in first or any(len(names) > 1 for names in voices.values()):
        return list(cues), list(groups), 0
    order = sorted(range(len(cues)), key=lambda index: first[groups[index]])
    highest, moved = -1, 0
    for index in order:
        moved += index < highest
        highest = max(highest, index)
    return [cues[index] for index in order], [groups[index] for index in order], moved


def _by_speaker(cues: list[Cue]) -> list[_Turn]:
    turns: list[_Turn] = []
    for cue in cues:
        if not turns or turns[-1].speaker != cue.speaker or cue.opens:
            turns.append(_Turn([], cue.speaker, cue.start, cue.end))
        turns[-1].add(cue)
    return turns


def _by_pause(cues: list[Cue]) -> list[_Turn]:
    turns: list[_Turn] = []
    for cue in cues:
        if not turns or _parted(turns[-1], cue):
            turns.append(_Turn([], None, cue.start, cue.end))
        turns[-1].add(cue)
    return turns


def _parted(turn: _Turn, cue: Cue) -> bool:
    if turn.end is not None and cue.start is not None and cue.start - turn.end > PAUSE:
        return True
    if turn.length >= LONGEST_PARAGRAPH:
        return True
    return turn.length >= PARAGRAPH and _SENTENCE_END.search(turn.words[-1][-6:]) is not None
