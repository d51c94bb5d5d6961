"""WebVTT and SubRip, read by an own parser: webvtt-py keeps only the first voice of a cue and stops at malformed ones."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from rcoder.domain.errors import Unreadable
from rcoder.exchange.interviews.clean import Cleaner
from rcoder.exchange.interviews.cues import Cue, one_line, reunited, speech, with_groups, with_labels
from rcoder.exchange.interviews.records import Speech
from rcoder.exchange.interviews.rolling import unrolled
from rcoder.exchange.interviews.stamps import seconds

_CLOCK = r"(?:\d{1,5}:)?\d{1,3}:\d{1,3}(?:[.,]\d{1,6})?"
_TIMING = re.compile(
    rf"[ \t]*(?P<start>{_CLOCK})[ \t]*(?P<arrow>-->|->|—>|–>|--&gt;|-- >)[ \t]*(?P<end>{_CLOCK})?(?P<rest>[^\n]*)"
)
_IDENTIFIER = re.compile(r"[ \t]*(?:\d{1,9}|[0-9a-fA-F]{8}-[0-9a-fA-F-]{27}(?:/[\w-]+)?)[ \t]*")
_GROUP = re.compile(r"[ \t]*([0-9a-fA-F-]{36}/\d{1,9})-\d{1,9}[ \t]*")
_TAG = re.compile(
    r"<(?:(?P<close>/)?(?P<name>v|c|i|b|u|s|ruby|rt|lang|font|span|strong|em|br)(?P<classes>\.[^\s<>]*)?(?P<rest>[ \t/][^<>]*)?"
    r"|[\d:.,]+)>|\{\\[^{}\n]{1,80}\}",
    re.IGNORECASE,
)
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});")


@dataclass(slots=True)
class _Block:
    """A cue as it stands in the file: its lines still hold tags."""

    start: float | None
    end: float | None
    group: str | None = None
    """Number of the utterance, where the cue's identifier tells (Teams)."""
    lines: list[str] = field(default_factory=list)


@dataclass(slots=True)
class _Faults:
    """What was read although it is not as the format wants it."""

    arrows: int = 0
    strays: int = 0
    open_ends: int = 0
    rolled: int = 0
    moved: int = 0
    lost: list[str] = field(default_factory=list)


def read_captions(text: str, file: str, cleaner: Cleaner) -> Speech:
    """Words and voices of a cleaned WebVTT or SubRip text; raises Unreadable where it holds no cue."""
    faults = _Faults()
    blocks = list(_blocks(text, faults))
    if not blocks:
        raise Unreadable(f"{file} holds no cue with a time.", "Check that it is a WebVTT or SubRip file.")
    _unroll(blocks, faults)
    cues: list[Cue] = []
    groups: list[str | None] = []
    voiced = False
    for block in blocks:
        for speaker, words in _voices("\n".join(block.lines)):
            voiced = voiced or speaker is not None
            name = cleaner.line(_plain(_plain(speaker))) if speaker else None
            said = cleaner.clean(_plain(words))
            if said and not said.isspace():
                cues.append(Cue(said, name or None, block.start, block.end))
                groups.append(block.group)
    if not voiced:
        return speech(with_labels(cues), _sentences(faults))
    cues, groups, faults.moved = reunited([replace(cue, text=one_line(cue.text)) for cue in cues], groups)
    return speech(with_groups(cues, groups), _sentences(faults))


def _unroll(blocks: list[_Block], faults: _Faults) -> None:
    """Takes lines that captions show twice out of the later cue."""
    filled = [[line for line in block.lines if _TAG.sub("", line).strip()] for block in blocks]
    kept, faults.rolled = unrolled([[_TAG.sub("", line) for line in lines] for lines in filled])
    if not faults.rolled:
        return
    for block, lines, left in zip(blocks, filled, kept, strict=True):
        block.lines = lines[len(lines) - len(left) :]


def _blocks(text: str, faults: _Faults) -> Iterator[_Block]:
    block: _Block | None = None
    lines = text.split("\n")
    index = 0
    while index < len(lines):
        line = lines[index]
        timing = _timing(line, faults)
        if timing is not None:
            if block is not None:
                yield block
            block = timing
            if index and (group := _GROUP.fullmatch(lines[index - 1])):
                block.group = group[1]
        elif skipped := _aside(lines, index):
            index += skipped
            continue
        elif line.strip() and not _names_cue(lines, index):
            _take(block, lines, index, faults)
        index += 1
    if block is not None:
        yield block


def _timing(line: str, faults: _Faults) -> _Block | None:
    found = _TIMING.match(line)
    if found is None:
        return None
    faults.arrows += found["arrow"] != "-->"
    faults.open_ends += found["end"] is None
    return _Block(seconds(found["start"]), seconds(found["end"]) if found["end"] else None)


def _aside(lines: list[str], index: int) -> int:
    """How many lines from here on are header, comment, style or region: all up to the next blank line or cue."""
    line = lines[index]
    first = index == 0 and line.startswith("WEBVTT")
    opened = index == 0 or not lines[index - 1].strip()
    if not first and not (
        opened and (line.rstrip() in {"NOTE", "STYLE", "REGION"} or line.startswith(("NOTE ", "NOTE\t")))
    ):
        return 0
    end = index + 1
    while end < len(lines) and lines[end].strip() and _TIMING.match(lines[end]) is None:
        end += 1
    return end - index


def _names_cue(lines: list[str], index: int) -> bool:
    """Whether the line is a cue's identifier: right above its time after a blank line, or nothing but a number or GUID."""
    line = lines[index]
    below = index + 1 < len(lines) and _TIMING.match(lines[index + 1]) is not None
    alone = index == 0 or not lines[index - 1].strip()
    if below and (alone or _IDENTIFIER.fullmatch(line)):
        return True
    empty_below = index + 1 >= len(lines) or not lines[index + 1].strip()
    return alone and empty_below and _IDENTIFIER.fullmatch(line) is not None


def _take(block: _Block | None, lines: list[str], index: int, faults: _Faults) -> None:
    line = lines[index]
    if block is None:
        faults.lost.append(line.strip()[:40])
        return
    if block.lines and not lines[index - 1].strip():
        faults.strays += 1
    block.lines.append(line)


def _voices(payload: str) -> Iterator[tuple[str | None, str]]:
    """Name and words of each voice in a cue, tags gone; None where no voice is open."""
    speaker: str | None = None
    words: list[str] = []
    position = 0
    for tag in _TAG.finditer(payload):
        words.append(payload[position : tag.start()])
        position = tag.end()
        name = (tag["name"] or "").lower()
        if name == "br":
            words.append("\n")
        if name == "v":
            yield speaker, "".join(words)
            speaker, words = None if tag["close"] else (tag["rest"] or "").strip() or None, []
    words.append(payload[position:])
    yield speaker, "".join(words)


def _plain(text: str) -> str:
    return _ENTITY.sub(_letter, text)


def _letter(entity: re.Match[str]) -> str:
    """The letter an entity stands for, control characters included so that their removal is reported."""
    if entity[0][1] != "#":
        return html.unescape(entity[0])
    code = int(entity[0][3:-1], 16) if entity[0][2] in "xX" else int(entity[0][2:-1])
    return chr(code) if 0 < code <= 0x10FFFF else "\ufffd"


def _sentences(faults: _Faults) -> tuple[str, ...]:
    notes = []
    if faults.arrows:
        notes.append(f"{faults.arrows} cue(s) with a wrong arrow were read as if it were right.")
    if faults.open_ends:
        notes.append(f"{faults.open_ends} cue(s) without an end time were kept.")
    if faults.rolled:
        notes.append(f"{faults.rolled} line(s) that captions show a second time were left out.")
    if faults.moved:
        notes.append(f"{faults.moved} cue(s) were put with the utterance that they go on with.")
    if faults.strays:
        notes.append(
            f"{faults.strays} stretch(es) of words after a blank line were kept with the cue before."
        )
    if faults.lost:
        notes.append(f'{len(faults.lost)} line(s) before the first cue were left out: "{faults.lost[0]}".')
    return tuple(notes)
