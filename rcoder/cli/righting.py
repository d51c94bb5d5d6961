"""How commands that put something right do their deed and say it."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence

from rcoder.cli.show import as_json, line, opened
from rcoder.domain.errors import Misuse, Unchanged
from rcoder.domain.journal import Deed
from rcoder.project import Project
from rcoder.project.arranging import do


def done(chosen: argparse.Namespace, deed: Callable[[Project], Deed]) -> None:
    """Does what `deed` makes of the project and says its sentence; where nothing would be changed it says that."""
    entry = None
    with opened(chosen) as project:
        try:
            entry = do(project, deed(project), getattr(chosen, "why", ""))
        except Unchanged as same:
            sentence = str(same)
        else:
            sentence = entry.sentence
    if chosen.json:
        as_json({"entry": entry.id if entry else None, "sentence": sentence})
    else:
        line(sentence)


def values(written: Sequence[str]) -> dict[str, str]:
    """Attributes by key, as options give them: key=value. Raises Misuse for one without "=", or a key twice."""
    found: dict[str, str] = {}
    for each in written:
        key, equals, value = each.partition("=")
        if not equals or not key.strip():
            raise Misuse(
                f"--attribute {each} is no attribute.", "Write it as key=value; key= makes it unknown."
            )
        if key.strip() in found:
            raise Misuse(f"--attribute {key.strip()} is given twice.")
        found[key.strip()] = value
    return found
