"""What is asked before passages are written to a file."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from rcoder.ui.configuring.choices import Choice
from rcoder.ui.screens.question import Field

FORMATS = (
    Choice(".docx", (("Word", ""),), "headings, quotations and where they stand"),
    Choice(".md", (("Markdown", ""),), "the same as plain text"),
    Choice(".xlsx", (("Excel", ""),), "a row for each passage, with filters, and the counts"),
    Choice(".csv", (("CSV", ""),), "a row for each passage, for any spreadsheet"),
)
LONGEST = 40


class Form(NamedTuple):
    """A form to fill in."""

    words: str
    fields: tuple[Field, ...]


def file_for(query: str, ending: str) -> Path:
    """A name for the file, in the folder rcoder was started in."""
    plain = re.sub(r"[^\w.-]+", "-", query).strip("-.")[:LONGEST].strip("-.")
    return Path.cwd() / f"passages-{plain or 'found'}{ending}"


def asked_for(file: Path) -> Form:
    """The file, and what of people is to stand in it."""
    return Form(
        "The words as they were said always stand in it, an edited form and a translation beside them.",
        (
            Field("file", "File", str(file)),
            Field("coders", "Name the coders (yes or no)", "no"),
            Field("memos", "With the memos of the codings (yes or no)", "no"),
        ),
    )


def wrong_with(ending: str) -> Callable[[dict[str, str]], str]:
    """What is wrong with the answers; a file that is there is replaced only where it is named twice."""
    warned: set[str] = set()

    def check(answer: dict[str, str]) -> str:
        name = answer["file"].strip()
        file = Path(name).expanduser()
        if not name:
            return "Give the file a name."
        if file.suffix.casefold() != ending:
            return f"The name is to end in {ending}."
        if file.is_dir():
            return "That is a folder."
        if file.exists() and name not in warned:
            warned.add(name)
            return "There is such a file. enter again replaces it; or give another name."
        return ""

    return check
