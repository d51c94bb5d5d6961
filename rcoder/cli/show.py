"""How commands print: JSON with stable shapes, and lines that no text from people can break."""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Sequence
from contextlib import ExitStack
from typing import TYPE_CHECKING, Any

from rcoder.domain.visible import visible

if TYPE_CHECKING:
    from rcoder.project import Project

_BAR_WIDTH = 79
"""Columns that a progress bar may take."""
_STEERING = re.compile("[\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff]")


def as_json(answer: Any) -> None:
    """Prints JSON in UTF-8; characters that steer a terminal are escaped."""
    text = json.dumps(answer, ensure_ascii=False, indent=1)
    print(_STEERING.sub(lambda found: f"\\u{ord(found[0]):04x}", text))


def line(text: str = "") -> None:
    """Prints one line, control characters made visible."""
    print(visible(text))


def table(rows: Sequence[Sequence[str]], headings: Sequence[str]) -> None:
    """Prints rows in columns as wide as their longest cell, the last one free."""
    if not rows:
        return
    cells = [[visible(str(cell)) for cell in row] for row in (headings, *rows)]
    widths = [max(len(row[column]) for row in cells) for column in range(len(headings) - 1)]
    for row in cells:
        padded = [cell.ljust(width) for cell, width in zip(row, widths, strict=False)]
        print("  ".join([*padded, row[-1]]).rstrip())


def opened(chosen: argparse.Namespace) -> Project:
    """The project a command names, its texts verified, opened for the coder it names."""
    from rcoder.project import open_project
    from rcoder.project.access import notice

    with ExitStack() as stack:
        project = stack.enter_context(open_project(chosen.project, coder=chosen.coder))
        project.verify()
        stack.pop_all()
    if sentence := notice(project):
        print(visible(sentence), file=sys.stderr)
    return project


def progress(done: int, whole: int, what: str) -> None:
    """A progress bar on stderr, where that is a terminal; redrawn in place."""
    if not sys.stderr.isatty():
        return
    width = 24
    filled = width * done // max(whole, 1)
    bar = "█" * filled + "·" * (width - filled)
    print(
        f"\r{bar} {done} of {whole}  {visible(what)[:40]:<40}",
        end="" if done < whole else "\n",
        file=sys.stderr,
        flush=True,
    )


def clear_progress() -> None:
    """Wipes the progress bar, so that a line can be printed in its place."""
    if sys.stderr.isatty():
        print(f"\r{'':{_BAR_WIDTH}}\r", end="", file=sys.stderr, flush=True)
