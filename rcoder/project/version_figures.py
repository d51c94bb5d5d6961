"""The difference between two versions of the theory written to files."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from rcoder.domain.errors import Misuse
from rcoder.project.exports.colophon import colophon
from rcoder.project.exports.leaving import Leaving, of_file

if TYPE_CHECKING:
    from rcoder.project.door import Project

SUFFIXES = (".svg", ".html", ".md")
"""The files a difference can be written to."""


def ready_difference(
    project: Project, file: Path, versions: tuple[str, str], *, key: str = "overall", language: str = ""
) -> Leaving[Path]:
    """The difference between two versions as an .svg, .html or .md file.

    An HTML file of the overall theory holds the mini theories that differ too. Raises Misuse for another suffix, NotFound
    for a version or theory that there is not.
    """
    from rcoder.domain.difference_words import document
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

        source = colophon(project).line(said)
        text = draw_difference_svg(difference(project, *versions, key=key), language=said, source=source)
    else:
        from rcoder.figure.difference_page import draw_difference_html

        found = (
            differences(project, *versions)
            if key == "overall"
            else (difference(project, *versions, key=key),)
        )
        text = draw_difference_html(found, language=said)
    about = f"{key} {versions[0]} {versions[1]} to {file.name}"
    return Leaving(file, of_file(text.encode(), suffix), "exported theory difference", about, file)


def theory_names(project: Project) -> tuple[str, ...]:
    """Keys of the theories that can be compared: the overall one, then the mini theories."""
    from rcoder.analysis.mini_theories import theory_keys

    contents = project.codebook()
    keys = theory_keys(contents) if contents is not None else ()
    return ("overall", *(each for each in keys if each != "overall"))
