"""What a file is: by what it begins with, then by its name; what is none of ours is refused with the way out."""

from __future__ import annotations

import re

from rcoder.domain.errors import Unreadable
from rcoder.exchange.interviews.archive import kind_of
from rcoder.exchange.interviews.files import looks_like

FORMATS = {
    ".txt": "txt", ".text": "txt", ".md": "md", ".markdown": "md", ".docx": "docx", ".odt": "odt", ".rtf": "rtf",
    ".pdf": "pdf", ".html": "html", ".htm": "html", ".xhtml": "html", ".vtt": "vtt", ".srt": "srt", ".json": "json",
    ".tsv": "tsv", ".tab": "tsv", ".csv": "csv",
}  # fmt: skip
"""Formats by the end of the file's name."""
ENDINGS = ".txt, .md, .docx, .odt, .rtf, .pdf, .html, .vtt, .srt, .json, .tsv or .csv"
"""The endings of files that can be read, as they are told to a person."""

_WAY_OUT = "Save it as .docx or .txt and import that."
_REFUSED = {
    ".doc": "an old Word file", ".pages": "a Pages document", ".xlsx": "an Excel workbook", ".xls": "an Excel workbook",
    ".ods": "a spreadsheet", ".mht": "a web archive", ".mhtml": "a web archive", ".epub": "an e-book",
    ".wpd": "a WordPerfect file", ".eml": "a letter",
}  # fmt: skip
_SOUND = frozenset({
    ".mp3", ".m4a", ".wav", ".mp4", ".ogg", ".wma", ".aac", ".flac", ".mov", ".avi", ".webm", ".amr",
})  # fmt: skip
_DOCUMENTS = {
    ".docx": "Word file", ".doc": "Word file", ".odt": "OpenDocument file", ".rtf": "RTF file", ".pdf": "PDF file",
}  # fmt: skip
"""Endings of files that are no plain text."""
_SRT = re.compile(r"\s*\d{1,6}[ \t]*\n[ \t]*\d{1,3}:\d{2}:\d{2}[,.]\d{1,4}[ \t]*-->")
_HTML = re.compile(
    r"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,500}?-->\s*)?(?:<!doctype html|<html[\s>])",
    re.IGNORECASE | re.DOTALL,
)
_HTML_BYTES = re.compile(_HTML.pattern.encode(), re.IGNORECASE | re.DOTALL)


def binary_format(content: bytes, suffix: str, file: str) -> str | None:
    """docx, odt, rtf or pdf by the file's bytes, html for a .doc that is a page, None for text; raises Unreadable for other bytes."""
    kind = looks_like(content)
    if kind == "zip":
        return kind_of(content, file, suffix).format
    if kind in {"pdf", "rtf"}:
        return kind
    if kind == "ole":
        raise _old(suffix, file)
    if not content and suffix in _DOCUMENTS:
        raise Unreadable(f"{file} is empty.", "Check that it is the right file.")
    if kind not in {"text", ""}:
        raise Unreadable(f"{file} is {kind}.", "Transcribe it first." if "recording" in kind else _WAY_OUT)
    if kind == "":
        raise Unreadable(f"{file} is no text.", _WAY_OUT)
    opening = content[:8192].lstrip(b"\xef\xbb\xbf\xff\xfe").replace(b"\x00", b"")
    if suffix == ".doc" and _HTML_BYTES.match(opening):
        return "html"
    if suffix in _DOCUMENTS:
        raise Unreadable(
            f"{file} is no {_DOCUMENTS[suffix]}, whatever its name says.",
            "If it is plain text, name it .txt.",
        )
    return None


def _old(suffix: str, file: str) -> Unreadable:
    if suffix in {".doc", ".docx"}:
        return Unreadable(
            f"{file} is an old Word file, or protected by a password.",
            "Open it in Word or LibreOffice, save it as .docx without a password and import that.",
        )
    return Unreadable(f"{file} is an Office file of old.", _WAY_OUT)


def refusal(suffix: str, file: str) -> Unreadable:
    """Why a text with an ending that is not known is not read."""
    if suffix in _REFUSED:
        return Unreadable(f"{file} is {_REFUSED[suffix]}, which cannot be read.", _WAY_OUT)
    if suffix in _SOUND:
        return Unreadable(f"{file} is a recording.", "Transcribe it first, for example with Whisper.")
    return Unreadable(
        f'{file} is of a kind that is not known ("{suffix or "no ending"}").',
        f"Files that can be read end in {ENDINGS}. {_WAY_OUT}",
    )


def text_format(known: str, text: str) -> str:
    """The format a text is really in."""
    if text.startswith("WEBVTT") and known in {"txt", "md", "srt", "json", "html"}:
        return "vtt"
    if known == "txt" and _SRT.match(text):
        return "srt"
    if known == "txt" and text.lstrip()[:1] == "{" and '"segments"' in text and text.rstrip()[-1:] == "}":
        return "json"
    if known in {"txt", "md"} and _HTML.match(text):
        return "html"
    return known
