"""A sample study with made-up names planted wherever a person writes or says something, and the words of any file."""

from __future__ import annotations

import html
import io
import re
import shutil
import sqlite3
import subprocess
import zipfile
from collections.abc import Iterator
from pathlib import Path

FREE = {
    "cases": ("name", "municipality"),
    "speakers": ("name", "person"),
    "transcripts": ("title",),
    "elements": ("wording",),
    "codings": ("memo", "quote"),
    "evidence": ("memo", "quote"),
    "excerpts": ("quote", "edited", "translation", "note"),
    "memos": ("title", "text"),
    "comments": ("text",),
    "summaries": ("text",),
    "turning_points": ("before", "after", "words", "text", "description"),
    "rivals": ("wording", "text", "why"),
    "configurations": ("title", "rule", "reason", "memo"),
    "condition_judgements": ("memo", "reason"),
    "judgements": ("reason", "memo"),
    "theory_versions": ("name", "reason"),
    "exhibits": ("title", "text", "words"),
    "study": ("rendering_reason",),
    "entries": ("why",),
}
"""Columns in which words of people stand, of those that there are."""
CPR = "120578-1234"


def planted_name(table: str, column: str) -> str:
    """A made-up name that stands for one column."""
    return f"Zorb{table.replace('_', '')}{column}"


def plant(project: Path) -> tuple[str, ...]:
    """Puts a made-up name, and in passages a CPR number, into every column of people's words; gives the names."""
    names = []
    with sqlite3.connect(project) as base:
        for table, columns in FREE.items():
            there = {row[1] for row in base.execute(f"PRAGMA table_info({table})")}
            for column in sorted(there & set(columns)):
                name = planted_name(table, column)
                words = f" {name} {CPR}" if column == "quote" else f" {name}"
                base.execute(f"UPDATE {table} SET {column} = {column} || ? WHERE {column} <> ''", (words,))  # noqa: S608 - our own names
                names.append(name)
    base.close()
    return tuple(names)


def words_in(contents: bytes, ending: str) -> str:
    """All that can be read in a file, in whatever order; "" where it is a picture."""
    if ending == ".png":
        return ""
    if ending == ".pdf":
        return _pdf(contents)
    if ending in (".xlsx", ".docx"):
        return "\n".join(_parts(contents))
    text = html.unescape(contents.decode("utf-8", "replace"))
    return re.sub(r"\\u([0-9a-fA-F]{4})", lambda found: chr(int(found[1], 16)), text).replace("\\-", "-")


def _parts(contents: bytes) -> Iterator[str]:
    with zipfile.ZipFile(io.BytesIO(contents)) as archive:
        for name in archive.namelist():
            if name.endswith(".xml"):
                yield html.unescape(re.sub(r"<[^>]+>", "", archive.read(name).decode("utf-8", "replace")))
            elif name.endswith(".svg"):
                yield html.unescape(archive.read(name).decode("utf-8", "replace"))


def _pdf(contents: bytes) -> str:
    program = shutil.which("pdftotext")
    if program is None:
        return ""
    done = subprocess.run([program, "-", "-"], input=contents, capture_output=True, check=True)
    return done.stdout.decode("utf-8", "replace")
