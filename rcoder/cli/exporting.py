"""Commands that write figures."""

from __future__ import annotations

import argparse
from pathlib import Path

from rcoder.cli.show import as_json, line, opened
from rcoder.domain.errors import Misuse
from rcoder.project.figures import write_theory


def which(_: argparse.Namespace) -> int:
    """A command group without a command."""
    raise Misuse("rcoder export needs to know what: theory.", "See rcoder export --help.")


def theory(chosen: argparse.Namespace) -> None:
    """Draws the change theory, whole or of one hypothesis."""
    with opened(chosen) as project:
        written = write_theory(
            project, Path(chosen.to), key=chosen.hypothesis or "overall", language=chosen.language
        )
    if chosen.json:
        as_json({"file": str(written)})
    else:
        line(f"Wrote {written}")
