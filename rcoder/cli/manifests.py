"""Commands that put a study right from a manifest, and write one of it."""

from __future__ import annotations

import argparse
import sys
from dataclasses import asdict
from pathlib import Path

from rcoder.cli.leaving import let_out
from rcoder.cli.show import as_json, line, opened
from rcoder.domain.actions.sentences import several
from rcoder.domain.visible import visible


def put_right(chosen: argparse.Namespace) -> int:
    """Changes whatever of a manifest differs from the study; status 1 where it names a file that is not there."""
    from rcoder.project.arranging import do
    from rcoder.project.putting_right import plan

    file = Path(chosen.manifest)
    with opened(chosen) as project:
        found = plan(project, file)
        if not chosen.json:
            for each in found.differences:
                line(f"{each.about}: {each.what}: {each.before} → {each.after}")
        entry = do(project, found.deed) if found.deed is not None and not chosen.dry_run else None
    if chosen.json:
        as_json(
            {
                "entry": entry.id if entry else None,
                "sentence": entry.sentence if entry else None,
                "differences": [asdict(each) for each in found.differences],
                "unknown": list(found.unknown),
            }
        )
        return int(bool(found.unknown))
    for name in found.unknown:
        print(visible(f"{name}: no interview of the study came from it."), file=sys.stderr)
    if entry is not None:
        line(entry.sentence)
    elif found.deed is None:
        line("Nothing in the study differs from it.")
    else:
        count = len(found.differences)
        line(f"{several(count, 'thing')} would be changed; nothing was.")
    return int(bool(found.unknown))


def manifest(chosen: argparse.Namespace) -> None:
    """Writes what is known of every interview."""
    from rcoder.project.present import ready_present

    with opened(chosen) as project:
        written, seen = let_out(chosen, project, ready_present(project, Path(chosen.to)))
    if chosen.json:
        as_json(
            {
                "file": str(written.file),
                "interviews": written.interviews,
                "left_out": list(written.left_out),
                "findings": seen,
            }
        )
        return
    line(f"Wrote {written.file}: {several(written.interviews, 'interview')}")
    if written.left_out:
        line(f"Left out, as no column can be called so: {', '.join(written.left_out)}")
