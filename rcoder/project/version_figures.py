"""The difference between two versions of the theory written to files."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from rcoder.domain.errors import Misuse

if TYPE_CHECKING:
    from rcoder.project.door import Project

SUFFIXES = (".svg", ".html", ".md")
"""The files a difference can be written to."""


def write_difference(
    project: Project, file: Path, versions: tuple[str, str], *, key: str = "overall", language: str = ""
) -> Path:
    """Writes the difference between two versions into an .svg, .html or .md file, replaced whole or not at all.

    An HTML file of the overall theory holds the mini theories that differ too. Raises Misuse for another suffix, NotFound
    for a version or theory that there is not, RcoderError where the file cannot be written.
    """
    from rcoder.domain.difference_words import document
    from rcoder.project.figures import write_whole
    from rcoder.project.versions import difference, differences

    suffix = file.suffix.lower()
    if suffix not in SUFFIXES:
        raise Misuse(
            f"{file.name} is no file rcoder can write a difference to.",
            "Give a name that ends in .svg, .html or .md.",
        )
    said = language or project.study().language
    if suffix == ".md":
        text = document(difference(project, *versions, key=key), said)
    elif suffix == ".svg":
        from rcoder.figure.difference import draw_difference_svg

        text = draw_difference_svg(difference(project, *versions, key=key), language=said)
    else:
        from rcoder.figure.difference_page import draw_difference_html

        found = (
            differences(project, *versions)
            if key == "overall"
            else (difference(project, *versions, key=key),)
        )
        text = draw_difference_html(found, language=said)
    write_whole(file, text)
    project.log("exported theory difference", f"{key} {versions[0]} {versions[1]} to {file.name}")
    return file


def theory_names(project: Project) -> tuple[str, ...]:
    """Keys of the theories that can be compared: the overall one, then the mini theories."""
    from rcoder.analysis.mini_theories import theory_keys

    contents = project.codebook()
    keys = theory_keys(contents) if contents is not None else ()
    return ("overall", *(each for each in keys if each != "overall"))
