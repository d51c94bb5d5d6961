"""JSON as Whisper, WhisperX, whisper.cpp and their relatives write it."""

from __future__ import annotations

import json
import math
import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

from rcoder.domain.errors import Unreadable
from rcoder.exchange.interviews.clean import Cleaner
from rcoder.exchange.interviews.cues import Cue, one_line, speech
from rcoder.exchange.interviews.files import MEGABYTE
from rcoder.exchange.interviews.records import Speech
from rcoder.exchange.interviews.stamps import TIME, seconds

LARGEST = 16 * MEGABYTE
"""Bytes of the largest JSON file: values of Python take up to thirty times as much."""

_LISTS = ("segments", "transcription", "chunks", "utterances")
_WANTED = frozenset(
    {
        *_LISTS,
        "text",
        "start",
        "end",
        "speaker",
        "offsets",
        "from",
        "to",
        "timestamp",
        "timestamps",
        "words",
        "result",
    }
)
_CLOCK = re.compile(TIME)
_EXPECTED = "Expected is what Whisper writes: an object with segments that have start, end and text."


def read_json(text: str, file: str, cleaner: Cleaner) -> Speech:
    """Words and voices of a transcription; raises Unreadable naming the segment at fault."""
    if not text.strip(" \t\r\n\x00"):
        raise Unreadable(f"{file} is empty.", "Check that it is the right file.")
    if len(text) > LARGEST:
        raise Unreadable(
            f"{file} is larger than {LARGEST // MEGABYTE} MB, too large for a transcription.", "Split it."
        )
    content = _parsed(text, file)
    if _in_milliseconds(content):
        content["utterances"] = [_in_seconds(each) for each in content["utterances"]]
    cues = [
        cue
        for number, segment in enumerate(_segments(content, file), 1)
        if (cue := _cue(segment, number, file, cleaner))
    ]
    return speech(cues)


def _parsed(text: str, file: str) -> Any:
    try:
        return json.loads(text, object_pairs_hook=_slim)
    except json.JSONDecodeError as error:
        raise Unreadable(
            f"{file}, line {error.lineno}, column {error.colno}: this is no JSON ({error.msg}).", _EXPECTED
        ) from error
    except RecursionError as error:
        raise Unreadable(f"{file} nests too deeply to be a transcription.", _EXPECTED) from error
    except ValueError as error:
        raise Unreadable(f"{file} holds a number that is too long.", _EXPECTED) from error


def _slim(pairs: list[tuple[str, Any]]) -> dict[str, Any] | None:
    """Only what is used, so that a large file stays small in memory."""
    return {name: value for name, value in pairs if name in _WANTED} or None


def _in_milliseconds(content: Any) -> bool:
    """Whether it is utterances with whole numbers for times, which AssemblyAI counts in milliseconds."""
    spoken = content.get("utterances") if isinstance(content, dict) else None
    if not isinstance(spoken, list) or not spoken or "segments" in content:
        return False
    return all(
        isinstance(each, dict) and all(type(each.get(name)) is int for name in ("start", "end"))
        for each in spoken
    )


def _in_seconds(utterance: dict[str, Any]) -> dict[str, Any]:
    return {**utterance, "start": utterance["start"] / 1000, "end": utterance["end"] / 1000}


def _segments(content: Any, file: str) -> list[Any]:
    if isinstance(content, list):
        return content
    if not isinstance(content, dict):
        raise Unreadable(f"{file} is JSON, but no transcription.", _EXPECTED)
    for name in _LISTS:
        if name in content:
            if not isinstance(content[name], list):
                raise Unreadable(f'{file}: "{name}" is no list.', _EXPECTED)
            if content[name]:
                return list(content[name])
    if isinstance(content.get("text"), str):
        return [{"text": content["text"]}]
    raise Unreadable(f"{file} is JSON, but holds no segments.", _EXPECTED)


def _cue(segment: Any, number: int, file: str, cleaner: Cleaner) -> Cue | None:
    if not isinstance(segment, dict):
        raise Unreadable(f"{file}, segment {number} is no object.", _EXPECTED)
    text = segment.get("text")
    if not isinstance(text, str):
        raise Unreadable(f"{file}, segment {number} has no text.", _EXPECTED)
    start, end = _times(segment, number, file)
    words = one_line(cleaner.clean(text))
    return Cue(words, _speaker(segment, number, file, cleaner), start, end) if words else None


def _times(segment: dict[str, Any], number: int, file: str) -> tuple[float | None, float | None]:
    offsets, stamp, clock = (segment.get(name) for name in ("offsets", "timestamp", "timestamps"))
    if isinstance(offsets, dict):
        start, end = (_time(offsets.get(name), number, file) for name in ("from", "to"))
        return (None if start is None else start / 1000), (None if end is None else end / 1000)
    if isinstance(stamp, list) and len(stamp) == 2:
        return _time(stamp[0], number, file), _time(stamp[1], number, file)
    if isinstance(clock, dict):
        return _clock(clock.get("from"), number, file), _clock(clock.get("to"), number, file)
    return _time(segment.get("start"), number, file), _time(segment.get("end"), number, file)


def _clock(value: Any, number: int, file: str) -> float | None:
    """Seconds of a time written 00:01:02,500."""
    if isinstance(value, str) and _CLOCK.fullmatch(value):
        return seconds(value)
    return _time(value, number, file)


def _time(value: Any, number: int, file: str) -> float | None:
    if value is None:
        return None
    if (
        isinstance(value, bool)
        or not isinstance(value, int | float)
        or not math.isfinite(value)
        or not 0 <= value < 1e9
    ):
        raise Unreadable(f"{file}, segment {number}: {str(value)[:20]} is no time in seconds.", _EXPECTED)
    return float(value)


def _speaker(segment: dict[str, Any], number: int, file: str, cleaner: Cleaner) -> str | None:
    """The segment's speaker, else the one most of its words have (WhisperX leaves some segments without)."""
    speaker = segment.get("speaker")
    if speaker is None and isinstance(segment.get("words"), list):
        heard = Counter(_word_speakers(segment["words"]))
        speaker = heard.most_common(1)[0][0] if heard else None
    if speaker is None:
        return None
    if isinstance(speaker, int) and not isinstance(speaker, bool):
        speaker = str(speaker)
    if not isinstance(speaker, str):
        raise Unreadable(f"{file}, segment {number}: its speaker is no name.", _EXPECTED)
    return cleaner.line(speaker) or None


def _word_speakers(words: list[Any]) -> Iterator[str]:
    for word in words:
        if isinstance(word, dict) and isinstance(word.get("speaker"), str):
            yield word["speaker"]
