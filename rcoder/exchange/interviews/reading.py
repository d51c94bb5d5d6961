"""One file to one interview: which reader a file needs is decided by its name and by what it begins with."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

from rcoder.domain.errors import Unreadable
from rcoder.exchange.interviews.captions import read_captions
from rcoder.exchange.interviews.clean import Cleaner
from rcoder.exchange.interviews.decode import check_encoding, decode
from rcoder.exchange.interviews.files import check_length, looks_like, read_bytes, shown
from rcoder.exchange.interviews.interviewer import interviewers
from rcoder.exchange.interviews.labels import key
from rcoder.exchange.interviews.plain import read_plain
from rcoder.exchange.interviews.records import Interview, ReadSpeaker, ReadTurn, Speech
from rcoder.exchange.interviews.whisper import read_json
from rcoder.exchange.interviews.word import read_word

FORMATS = {
    ".txt": "txt", ".text": "txt", ".md": "md", ".markdown": "md", ".docx": "docx", ".vtt": "vtt", ".srt": "srt",
    ".json": "json",
}  # fmt: skip
"""Formats by the end of the file's name."""

_WAY_OUT = "Save it as .docx or .txt and import that."
_KNOWN = "Files that can be read end in .txt, .md, .docx, .vtt, .srt or .json."
_REFUSED = {
    ".doc": "an old Word file", ".odt": "an OpenDocument file", ".rtf": "a rich text (RTF) file", ".pdf": "a PDF file",
    ".pages": "a Pages document", ".html": "a web page", ".htm": "a web page", ".xlsx": "an Excel workbook",
    ".csv": "a table", ".tsv": "a table",
}  # fmt: skip
_SOUND = frozenset({
    ".mp3", ".m4a", ".wav", ".mp4", ".ogg", ".wma", ".aac", ".flac", ".mov", ".avi", ".webm", ".amr",
})  # fmt: skip
_SRT = re.compile(r"\s*\d{1,6}[ \t]*\n[ \t]*\d{1,3}:\d{2}:\d{2}[,.]\d{1,4}[ \t]*-->")
_ROOM = {"vtt": 4, "srt": 4, "json": 8}
"""How many times longer than its words a file of the format may be."""
_HTML = re.compile(r"\s*(?:<!doctype html|<html)", re.IGNORECASE)


def read_interview(
    path: Path, *, encoding: str | None = None, interviewer: str | None = None, language: str = "da"
) -> Interview:
    """Read one file; raises Unreadable naming the file, the place and the way out, Misuse for an unknown encoding."""
    if encoding is not None:
        check_encoding(encoding)
    file = shown(path)
    content = read_bytes(path)
    cleaner = Cleaner(file)
    known = FORMATS.get(path.suffix.lower())
    if _is_word(content, path.suffix.lower(), file):
        read, made = "docx", read_word(content, file, cleaner)
        notes: tuple[str, ...] = ()
    else:
        if known is None:
            raise _refusal(file, path.suffix.lower())
        text, notes = decode(content, file, encoding, language)
        check_length(text, file, max(_ROOM.values()))
        read = _sniffed(known, text)
        text = text if read == "json" else cleaner.clean(text)
        made = _read_text(read, text, file, cleaner)
    check_length(made.text, file)
    if not made.text or made.text.isspace():
        raise Unreadable(f"{file} is empty.", "Check that it is the right file.")
    if read != known:
        notes = (*notes, f"It was read as .{read}, which is what it holds.")
    return _interview(
        made,
        read,
        (*notes, *cleaner.notes(line_ends=read in {"txt", "md"}), *made.notes),
        interviewer=interviewer,
        file=file,
        content=content,
    )


def _is_word(content: bytes, suffix: str, file: str) -> bool:
    """Whether the bytes are a Word file; raises Unreadable for other bytes that are no text."""
    kind = looks_like(content)
    if kind == "zip":
        return True
    if kind == "ole":
        what = (
            "an old Word file, or protected by a password"
            if suffix in {".doc", ".docx"}
            else "an Office file of old"
        )
        raise Unreadable(f"{file} is {what}.", _WAY_OUT)
    if suffix in {".docx", ".doc"} and kind == "text" and content:
        raise Unreadable(
            f"{file} is no Word file, whatever its name says.", "If it is plain text, name it .txt."
        )
    if suffix == ".docx" and not content:
        raise Unreadable(f"{file} is empty.", "Check that it is the right file.")
    if kind not in {"text", ""}:
        raise Unreadable(f"{file} is {kind}.", _outlet(kind))
    if kind == "":
        raise Unreadable(f"{file} is no text.", _WAY_OUT)
    return False


def _outlet(kind: str) -> str:
    return "Transcribe it first." if "recording" in kind else _WAY_OUT


def _refusal(file: str, suffix: str) -> Unreadable:
    if suffix in _REFUSED:
        return Unreadable(f"{file} is {_REFUSED[suffix]}, which cannot be read.", _WAY_OUT)
    if suffix in _SOUND:
        return Unreadable(f"{file} is a recording.", "Transcribe it first, for example with Whisper.")
    return Unreadable(
        f'{file} is of a kind that is not known ("{suffix or "no ending"}").', f"{_KNOWN} {_WAY_OUT}"
    )


def _sniffed(known: str, text: str) -> str:
    """The format the text is really in."""
    if text.startswith("WEBVTT") and known in {"txt", "md", "srt", "json"}:
        return "vtt"
    if known == "txt" and _SRT.match(text):
        return "srt"
    if known == "txt" and text.lstrip()[:1] == "{" and '"segments"' in text and text.rstrip()[-1:] == "}":
        return "json"
    return known


def _read_text(read: str, text: str, file: str, cleaner: Cleaner) -> Speech:
    if not text or text.isspace():
        raise Unreadable(f"{file} is empty.", "Check that it is the right file.")
    check_length(text, file, _ROOM.get(read, 1))
    if _HTML.match(text):
        raise Unreadable(f"{file} is a web page.", _WAY_OUT)
    if read in {"vtt", "srt"}:
        return read_captions(text, file, cleaner)
    if read == "json":
        return read_json(text, file, cleaner)
    return read_plain(text)


def _interview(
    made: Speech, read: str, notes: tuple[str, ...], *, interviewer: str | None, file: str, content: bytes
) -> Interview:
    order: dict[str, int] = {}
    names: list[str] = []
    for turn in made.turns:
        if turn.speaker is not None and key(turn.speaker) not in order:
            order[key(turn.speaker)] = len(names)
            names.append(turn.speaker)
    asking = interviewers(names, interviewer, made.heading)
    if interviewer is not None and not asking:
        notes = (*notes, f'Nobody in it is called "{interviewer}", so no interviewer is marked.')
    turns = tuple(
        ReadTurn(turn.start, turn.end, None if turn.speaker is None else order[key(turn.speaker)], turn.time)
        for turn in made.turns
    )
    speakers = tuple(ReadSpeaker(name, index in asking) for index, name in enumerate(names))
    return Interview(made.text, turns, speakers, read, notes, file, hashlib.sha256(content).hexdigest())
