"""A PDF file to an interview: the worker reads it, the pages become lines, and the lines paragraphs and turns."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import rcoder
from rcoder.domain.errors import Unreadable
from rcoder.exchange.interviews.clean import Cleaner
from rcoder.exchange.interviews.document import Document
from rcoder.exchange.interviews.pdf.lines import Piece, Sheet, sheet_of
from rcoder.exchange.interviews.pdf.paragraphs import paragraphs
from rcoder.exchange.interviews.pdf.running import without_edges
from rcoder.exchange.interviews.records import Speech

LONGEST_WAIT = 310
"""Seconds after which the worker is ended where the system does not end it earlier."""
MOST_PRINTED = 80_000
"""Lines of all pages, of which several make a line of text."""
_TOO_LONG = "Split it, or check that it is the right file."
_WAY_OUT = "Export it from the program it was made with as .docx or .txt and import that."
_REFUSED = {
    "locked": (
        "is encrypted, so that its text cannot be read.",
        "Save or print it as a PDF without a password, or export it as .docx, and import that.",
    ),
    "pages": ("has more pages than any interview.", _TOO_LONG),
    "page": ("has a page that holds more than any page of an interview.", _WAY_OUT),
    "letters": ("holds more text than any interview.", _TOO_LONG),
    "memory": ("takes more memory than any interview should.", _WAY_OUT),
}
_SCAN = (
    "holds pictures of pages and no text; it is a scan.",
    "Have its text recognised (OCR) and import the result, or the file that it was made from.",
)
_BLIND = 0.2
"""Share of letters that the file does not name, beyond which it is not readable."""


def read_pdf(content: bytes, file: str, cleaner: Cleaner) -> Speech:
    """Text and turns of a PDF file."""
    told = _pages(content, file)
    sheets = [sheet_of(number, page) for number, page in enumerate(told)]
    _check(sheets, told, file)
    if (count := sum(len(sheet.lines) for sheet in sheets)) > MOST_PRINTED:
        raise Unreadable(f"{file} holds {count:,} printed lines, more than any interview.", _TOO_LONG)
    lines, notes = without_edges(sheets)
    document = Document()
    notes = (
        *_of_pages(sheets, told),
        *notes,
        *paragraphs(lines, document, cleaner, max(sheet.width for sheet in sheets)),
    )
    return document.speech(file, notes)


def _pages(content: bytes, file: str) -> list[dict[str, Any]]:
    """What the worker tells of each page; raises Unreadable where it does not come to the end."""
    root = str(Path(rcoder.__file__).parents[1])
    paths = os.pathsep.join(each for each in (root, os.environ.get("PYTHONPATH", "")) if each)
    try:
        done = subprocess.run(
            [sys.executable, "-P", "-m", "rcoder.exchange.interviews.pdf.worker"],
            input=content, capture_output=True, timeout=LONGEST_WAIT, check=False,
            env={**os.environ, "PYTHONPATH": paths, "PYTHONIOENCODING": "utf-8"},
        )  # fmt: skip
    except subprocess.TimeoutExpired as error:
        raise Unreadable(f"{file} takes too long to read.", _WAY_OUT) from error
    told = [json.loads(line) for line in done.stdout.splitlines() if line.endswith(b"}")]
    if told and (why := told[-1].get("refused")):
        message, hint = _REFUSED[why]
        raise Unreadable(f"{file} {message}", hint)
    if not told or not told[-1].get("end"):
        raise _ended(told, done.returncode, file)
    return told[1:-1]


def _ended(told: list[dict[str, Any]], status: int, file: str) -> Unreadable:
    """Why the worker came to no end."""
    if not told:
        if status < 0:
            return Unreadable(f"{file} takes too long to read.", _WAY_OUT)
        return Unreadable(f"{file} is a damaged PDF file.", _WAY_OUT)
    page = len(told)
    if status < 0:
        return Unreadable(f"{file}: page {page} takes too long to read.", _WAY_OUT)
    return Unreadable(f"{file} is a damaged PDF file: page {page} cannot be read.", _WAY_OUT)


def _check(sheets: list[Sheet], told: list[dict[str, Any]], file: str) -> None:
    """Raise Unreadable where there is no text, or none that can be told."""
    pieces = [piece for sheet in sheets for piece in sheet.pieces]
    letters = sum(len(piece.text.replace(" ", "")) for piece in pieces)
    if not letters:
        if any(page["images"] for page in told):
            raise Unreadable(f"{file} {_SCAN[0]}", _SCAN[1])
        raise Unreadable(f"{file} holds no text.", "Check that it is the right file.")
    lost = sum(piece.text.count("\ufffd") for piece in pieces)
    if lost > letters * _BLIND:
        raise Unreadable(
            f"{file} does not say which letters its signs are ({lost:,} of {letters:,}).",
            "Export it as .docx or .txt from the program it was made with, or have its text recognised (OCR).",
        )


def _of_pages(sheets: list[Sheet], told: list[dict[str, Any]]) -> tuple[str, ...]:
    notes = []
    empty = [str(sheet.number + 1) for sheet in sheets if not _has_words(sheet.pieces)]
    if empty:
        named = ", ".join(empty[:12]) + (f" and {len(empty) - 12} more" if len(empty) > 12 else "")
        pages = f"Page {named} holds" if len(empty) == 1 else f"Pages {named} hold"
        notes.append(f"{pages} no text; a picture of text is not read.")
    if ligatures := sum(sheet.ligatures for sheet in sheets):
        notes.append(f"{ligatures} ligature(s), such as ﬁ, were taken apart.")
    if hyphens := sum(sheet.hyphens for sheet in sheets):
        notes.append(f"{hyphens} hyphen(s) of other kinds were made plain ones.")
    if askew := sum(page["askew"] for page in told):
        notes.append(f"{askew} stretch(es) of text that stand at an angle were left out.")
    return tuple(notes)


def _has_words(pieces: list[Piece]) -> bool:
    return any(piece.text.strip() for piece in pieces)
