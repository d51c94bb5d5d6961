"""Commands that make and open projects."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from rcoder.cli.show import as_json, line, progress
from rcoder.domain.actions.sentences import several
from rcoder.domain.errors import Misuse

UNPLACED = ("dumb", "unknown")
"""What terminals are called that only write line after line."""


def served() -> bool:
    """Whether a browser is the terminal (`rcoder serve`)."""
    return os.environ.get("TEXTUAL_DRIVER", "").endswith("WebDriver")


def welcome(chosen: argparse.Namespace) -> None:
    """Opens the program on its welcome."""
    _need_terminal("rcoder")
    from rcoder.ui.start import run

    run(None, coder=chosen.coder or None)


def open_(chosen: argparse.Namespace) -> None:
    """Opens the program on a project."""
    from rcoder.ui.start import run

    if not _terminal():
        from rcoder.project import open_project

        open_project(chosen.project, coder=chosen.coder).close()
    _need_terminal("rcoder open")

    run(chosen.project, coder=chosen.coder or None)


def new(chosen: argparse.Namespace) -> None:
    """Makes a new project."""
    from rcoder.project import create_project
    from rcoder.project.shelf import together
    from rcoder.project.starting import codebook_named

    names = chosen.codebook or ["jobfirst"]
    if "none" in names and len(names) > 1:
        raise Misuse("--codebook none stands alone.", "Leave it out, or the others.")
    books = together([codebook_named(each) for each in names if each != "none"])
    title = chosen.title or Path(chosen.project).stem
    with create_project(
        chosen.project,
        title,
        books[0] if books else None,
        coder=chosen.coder,
        language=chosen.language,
        beside=books[1:],
    ) as project:
        codes = sum(len(each.codes) for each in books)
        if chosen.json:
            as_json({"project": project.location, "title": title, "codes": codes})
            return
    line(
        f"Made {project.location}: {title}, with {several(codes, 'code')}. Next: rcoder import PROJECT FILE…"
    )


def demo(chosen: argparse.Namespace) -> None:
    """Builds the sample study, writes its change theory, and opens the program where there is a terminal."""
    from rcoder.project.sample import build_sample

    opens = not chosen.no_open and not chosen.json and _terminal()
    built = build_sample(Path(chosen.directory), report=progress)
    if chosen.json:
        as_json(
            {
                "project": str(built.project),
                "built": built.built,
                "figures": [str(each) for each in built.figures],
            }
        )
        return
    line(f"{'Built' if built.built else 'Kept'} the sample study: {built.project}")
    for figure in built.figures:
        line(f"Drew its change theory: {figure}")
    if opens:
        from rcoder.ui.start import run

        run(str(built.project), coder=chosen.coder or None)
    else:
        line(f"Open it with: rcoder open {built.project}")


def _terminal() -> bool:
    return served() or (sys.stdin.isatty() and sys.stdout.isatty())


def _need_terminal(command: str) -> None:
    if not served() and os.environ.get("TERM", "") in UNPLACED:
        raise Misuse(
            f"{command} places words all over the screen, which this terminal cannot (TERM={os.environ['TERM']}).",
            "Use another terminal, or rcoder serve, which opens in a browser.",
        )
    if not _terminal():
        raise Misuse(
            f"{command} opens the program and needs a terminal.",
            "See rcoder --help for commands that do not.",
        )
