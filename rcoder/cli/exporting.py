"""Commands that write figures, tables and documents."""

from __future__ import annotations

import argparse
from pathlib import Path

from rcoder.cli.leaving import let_out
from rcoder.cli.show import as_json, line, opened
from rcoder.domain.errors import Misuse
from rcoder.project.exports import EXPORTS, find


def which(_: argparse.Namespace) -> int:
    """A command group without a command."""
    known = ", ".join(each.key for each in EXPORTS)
    raise Misuse(f"rcoder export needs to know what: {known}.", "See rcoder export --help.")


def export(chosen: argparse.Namespace) -> None:
    """Writes one kind of export to a file."""
    from rcoder.project.exports.leaving import ready, wanted

    file, kind = Path(chosen.to), find(chosen.what)
    options = {each.key: getattr(chosen, each.key.replace("-", "_")) for each in kind.options}
    with opened(chosen) as project:
        asked = wanted(project, kind.key, file, language=chosen.language, options=options)
        leaving = ready(project, asked, file)
        written, seen = let_out(chosen, project, leaving)
    if chosen.json:
        as_json({"file": str(written), "remarks": list(leaving.made.remarks), "findings": seen})
        return
    for each in (f"Wrote {written}", *leaving.made.remarks):
        line(each)
