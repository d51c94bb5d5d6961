"""The layout of the change theory beside Graphviz dot's: crossings, seconds, and points of its words on A4.

    python benchmarks/layout.py [PROJECT] [--coder NAME] [--without-dot]

JobFirst's theories as the codebook has them, those of PROJECT (the sample study: `rcoder demo DIR`), and made-up graphs of
20, 100 and 300 boxes. dot has the same columns (rank=same); contexts and counteracting paths stand where it likes best (the
first figure), or in columns of their own. Needs pygraphviz, a development extra.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from time import process_time

from rcoder.analysis.mini_theories import theory_keys
from rcoder.domain.theory import ChangeTheory
from rcoder.exchange.codebooks import read_codebook
from rcoder.exchange.shipped import shipped_codebook
from rcoder.figure.measures import BOX_WIDTH, LABEL
from rcoder.figure.paper import sheet_for
from rcoder.figure.placed import Sheet
from rcoder.figure.sheet import lay_out
from rcoder.project import Project, create_project, open_project

sys.path.insert(0, str(Path(__file__).parent))

from crossed import crossings, layer_crossings
from dot_drawing import dot_drawing
from made_theories import made_theory

SIZES = (20, 100, 300)


def _of(project: Project, name: str) -> Iterator[tuple[str, ChangeTheory]]:
    contents = project.codebook()
    keys = theory_keys(contents) if contents else ()
    for key in ("overall", *(each for each in keys if each != "overall")):
        yield (f"{name}, {key}", project.theory(key))


def theories(place: str, coder: str) -> Iterator[tuple[str, ChangeTheory]]:
    """Every theory that is measured, with its name."""
    with tempfile.TemporaryDirectory() as folder:
        contents = read_codebook(shipped_codebook("jobfirst"))
        with create_project(f"{folder}/initial.rcoder", "JobFirst", contents) as project:
            yield from _of(project, "JobFirst, no evidence yet")
    if place:
        with open_project(place, coder=coder) as project:
            yield from _of(project, "JobFirst, sample study")
    for size in SIZES:
        yield (f"made up, {size}", made_theory(size))


def _ours(sheet: Sheet) -> tuple[int, int]:
    lines = [placed.points for placed in sheet.ties]
    bands = [rect for _, rect in sheet.bands]
    middles = {
        each.rect.x + each.rect.width / 2
        for each in sheet.boxes
        if not any(rect.y <= each.rect.y <= rect.bottom for rect in bands)
    }
    return (crossings(lines), layer_crossings(lines, sorted(middles), BOX_WIDTH / 2))


def _dots(theory: ChangeTheory) -> tuple[str, str]:
    drawn, layered = [], []
    for bands in (False, True):
        lines, columns, reach = dot_drawing(theory, bands=bands)
        drawn.append(str(crossings(lines)))
        layered.append(str(layer_crossings(lines, columns, reach)))
    return (" · ".join(drawn), " · ".join(layered))


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("project", nargs="?", default="")
    parser.add_argument("--coder", default="")
    parser.add_argument("--without-dot", action="store_true")
    asked = parser.parse_args()
    print(
        "| theory | boxes | arrows | crossings | dot's | from column to column | dot's | seconds | points on A4 |"
    )
    print("|---|---|---|---|---|---|---|---|---|")
    for name, theory in theories(asked.project, asked.coder):
        begun = process_time()
        sheet = lay_out(theory)
        took = process_time() - begun
        crossed, layered = _ours(sheet)
        dots = ("", "") if asked.without_dot else _dots(theory)
        counts = f"{len(theory.boxes)} | {len(sheet.ties)} | {crossed} | {dots[0]} | {layered} | {dots[1]}"
        print(
            f"| {name} | {counts} | {took:.2f} | {LABEL * sheet_for(sheet.width, sheet.height).points:.1f} |",
            flush=True,
        )


if __name__ == "__main__":
    main()
