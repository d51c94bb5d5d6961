"""Before a file leaves: what was found in it is shown and asked about, by every command that writes one."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING, Any, TypeVar

from rcoder.cli.show import as_json
from rcoder.domain.errors import Misuse, RcoderError
from rcoder.domain.visible import visible

if TYPE_CHECKING:
    from rcoder.domain.leaving import Findings
    from rcoder.project import Project
    from rcoder.project.exports.leaving import Leaving

T = TypeVar("T")
SHOWN = 12
"""How many findings of one sort are printed before a person is asked; --json has all."""


def let_out(
    chosen: argparse.Namespace, project: Project, leaving: Leaving[T]
) -> tuple[T, list[dict[str, Any]]]:
    """Looks a file through, asks where there is something, writes it, and gives its answer and what was found.

    Raises Misuse where there is nobody to ask and it was not said to be checked, RcoderError where the answer is no.
    """
    from rcoder.domain.leaving import shapes_of
    from rcoder.project.exports.checking import check
    from rcoder.project.exports.leaving import let_out as written

    findings = check(project, leaving.made, few=chosen.few)
    shapes = shapes_of(findings)
    if not chosen.json:
        _say(findings)
    if findings.found and not chosen.checked:
        _ask(chosen, leaving, findings, shapes)
    return written(project, leaving, findings), shapes


def _say(findings: Findings) -> None:
    """What was found by what it is, on stderr; one line where it is nothing."""
    if not findings.characters:
        return
    if not findings.found:
        coders = (
            f" Coders in it: {', '.join(each.words for each in findings.coders)}." if findings.coders else ""
        )
        print(visible(f"The check found nobody's name, number or place in it.{coders}"), file=sys.stderr)
        return
    for heading, found in findings.groups:
        print(visible(heading), file=sys.stderr)
        for each in found[:SHOWN]:
            print(visible(f"  {each.line}"), file=sys.stderr)
        if len(found) > SHOWN:
            print(f"  and {len(found) - SHOWN} more", file=sys.stderr)


def _ask(
    chosen: argparse.Namespace, leaving: Leaving[Any], findings: Findings, shapes: list[dict[str, Any]]
) -> None:
    if sys.stdin.isatty() and sys.stderr.isatty() and not chosen.json:
        print(visible(f"Write {leaving.file}? y/N "), end="", file=sys.stderr, flush=True)
        if sys.stdin.readline().strip().casefold() in ("y", "yes", "j", "ja"):
            return
        raise RcoderError("Nothing was written.")
    if chosen.json:
        as_json({"file": None, "findings": shapes})
    raise Misuse(
        f"{leaving.file.name} was not written: it holds {findings.summary}.",
        "Look at what was found, then write it with --checked.",
    )
