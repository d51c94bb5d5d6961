"""The command that prints the log of activity."""

from __future__ import annotations

import argparse

from rcoder.cli.show import as_json, line, opened, table
from rcoder.project.activity import activity_lines


def activity(chosen: argparse.Namespace) -> None:
    """Suggestions and written files, by coder."""
    with opened(chosen) as project:
        found = activity_lines(project)
    if chosen.json:
        as_json([{"coder": each.coder, "what": each.what, "times": each.times} for each in found])
    elif found:
        table([(each.coder, each.what, str(each.times)) for each in found], ("coder", "what", "times"))
    else:
        line("Nothing yet: no suggestion was shown and no file written by anybody in sight.")
