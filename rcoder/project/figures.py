"""Change theories written to files."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from rcoder.domain.errors import Misuse, RcoderError
from rcoder.project.door import Project

SUFFIXES = (".svg", ".html")
"""The files a change theory can be written to."""


def write_theory(project: Project, file: Path, *, key: str = "overall", language: str = "") -> Path:
    """Draws a theory of the project into an .svg or .html file, replaced whole or not at all.

    An HTML file of the overall theory holds the mini theories too. Raises Misuse for another suffix, NotFound for
    a theory the codebook does not have, RcoderError where the file cannot be written.
    """
    if file.suffix.lower() not in SUFFIXES:
        raise Misuse(f"{file.name} is no figure rcoder can write.", "Give a name that ends in .svg or .html.")
    said = language or project.study().language
    key = _theory_key(project, key)
    if file.suffix.lower() == ".svg":
        from rcoder.figure import draw_svg

        drawn = draw_svg(project.theory(key), language=said)
    else:
        from rcoder.analysis.mini_theories import theory_keys
        from rcoder.figure import draw_html

        contents = project.codebook()
        others = (
            [each for each in theory_keys(contents) if each != key] if contents and key == "overall" else []
        )
        drawn = draw_html(
            project.theory(key), language=said, others=[project.theory(each) for each in others]
        )
    write_whole(file, drawn)
    project.log("exported theory", f"{key} to {file.name}")
    return file


def write_whole(file: Path, text: str) -> None:
    """Writes a text in UTF-8 as `write_bytes_whole` does. Raises RcoderError."""
    write_bytes_whole(file, text.encode(), "Choose another place with --to.")


def write_bytes_whole(file: Path, contents: bytes, way_out: str = "Choose another place.") -> None:
    """Writes a file beside and puts it in place, so that a reader finds the old one or the new one, never half.

    Who may read and write it stays as it was. Raises RcoderError, with the way out.
    """
    beside = file.with_name(f".{file.name}.{os.getpid()}.part")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        there = file.exists()
        beside.touch(mode=0o600 if there else 0o666)
        beside.write_bytes(contents)
        if there:
            shutil.copymode(file, beside)
        beside.replace(file)
    except OSError as error:
        beside.unlink(missing_ok=True)
        reason = error.strerror or "it cannot be written"
        raise RcoderError(f"{file}: {reason}.", way_out) from error


def _theory_key(project: Project, key: str) -> str:
    """The theory's key as the codebook spells it."""
    contents = project.codebook()
    theories, hypotheses = (contents.theories, contents.hypotheses) if contents else ((), ())
    known = [*(each.key for each in theories), *(each.key for each in hypotheses)]
    return next((each for each in known if each.casefold() == key.casefold()), key)
