"""One file to one interview: which reader a file needs is decided by what it begins with and by its name."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

from rcoder.domain.errors import Unreadable
from rcoder.exchange.interviews.captions import read_captions
from rcoder.exchange.interviews.clean import Cleaner
from rcoder.exchange.interviews.columns import read_columns
from rcoder.exchange.interviews.decode import check_encoding, decode, decode_page
from rcoder.exchange.interviews.files import check_length, read_bytes, shown
from rcoder.exchange.interviews.interviewer import interviewers
from rcoder.exchange.interviews.kinds import FORMATS, binary_format, refusal, text_format
from rcoder.exchange.interviews.labels import key
from rcoder.exchange.interviews.opendocument import read_opendocument
from rcoder.exchange.interviews.pdf import read_pdf
from rcoder.exchange.interviews.plain import read_plain
from rcoder.exchange.interviews.records import Interview, ReadSpeaker, ReadTurn, Speech
from rcoder.exchange.interviews.rich_text import read_rich_text
from rcoder.exchange.interviews.web_page import read_page
from rcoder.exchange.interviews.whisper import read_json
from rcoder.exchange.interviews.word import read_word

_ROOM = {"vtt": 4, "srt": 4, "json": 8, "html": 12, "tsv": 2, "csv": 2}
"""How many times longer than its words a file of the format may be."""
_DOCUMENTS: dict[str, Callable[[bytes, str, Cleaner], Speech]] = {
    "docx": read_word, "odt": read_opendocument, "rtf": read_rich_text, "pdf": read_pdf,
}  # fmt: skip


def read_interview(
    path: Path, *, encoding: str | None = None, interviewer: str | None = None, language: str = "da"
) -> Interview:
    """Read one file; raises Unreadable naming the file, the place and the way out, Misuse for an unknown encoding."""
    if encoding is not None:
        check_encoding(encoding)
    file, suffix = shown(path), path.suffix.lower()
    content = read_bytes(path)
    cleaner = Cleaner(file)
    known = FORMATS.get(suffix)
    read = binary_format(content, suffix, file)
    notes: tuple[str, ...] = ()
    if read in _DOCUMENTS:
        made = _DOCUMENTS[read](content, file, cleaner)
    elif read is None and known is None:
        raise refusal(suffix, file)
    else:
        believed = read or known or ""
        text, notes = (decode_page if believed == "html" else decode)(content, file, encoding, language)
        read = text_format(believed, text)
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


def _read_text(read: str, text: str, file: str, cleaner: Cleaner) -> Speech:
    check_length(text, file, _ROOM.get(read, 1))
    text = text if read == "json" else cleaner.clean(text)
    if not text or text.isspace():
        raise Unreadable(f"{file} is empty.", "Check that it is the right file.")
    if read in {"vtt", "srt"}:
        return read_captions(text, file, cleaner)
    if read == "json":
        return read_json(text, file, cleaner)
    if read == "html":
        return read_page(text, file, cleaner)
    if read in {"tsv", "csv"}:
        return read_columns(text, file, tabs=read == "tsv")
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
