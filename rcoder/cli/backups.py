"""Commands that keep a study safe: backup, backups, restore, verify."""

from __future__ import annotations

import argparse
import os
import shlex
from dataclasses import asdict
from typing import Any

from rcoder.cli.show import as_json, clear_progress, line, progress, table
from rcoder.domain.backup import Backup, Restored
from rcoder.domain.times import to_the_minute

NICE = 10
"""How far a backup that the program makes by itself gives way to other work."""


def backup(chosen: argparse.Namespace) -> None:
    """Makes a backup; `--because` is how the program makes its own, where something was written."""
    from rcoder.project.backups import back_up, back_up_changes

    if chosen.because:
        if hasattr(os, "nice"):
            os.nice(NICE)
        made = back_up_changes(chosen.project, chosen.because, gentle=True)
    else:
        made = back_up(chosen.project, chosen.to, report=_report)
    if chosen.json:
        as_json(_shape(made) if made else None)
    elif made is None:
        line("Nothing was written since the latest backup.")
    else:
        line(f"Backed up and verified: {made.file} ({size(made.size)}, {_entries(made.seq)})")


def backups(chosen: argparse.Namespace) -> None:
    """The backups, newest first."""
    from rcoder.project.backups import backups as known

    found = known(chosen.project)
    if chosen.json:
        as_json([_shape(each) for each in found])
        return
    if not found:
        line(f"No backups yet. Make one with: rcoder backup {shlex.quote(chosen.project)}")
    table(
        [
            (to_the_minute(each.at), _why(each), size(each.size), str(each.seq), each.state.value, each.name)
            for each in found
        ],
        ("when (UTC)", "why", "size", "entries", "state", "name"),
    )


def restore(chosen: argparse.Namespace) -> None:
    """Puts a project back, and says how to go forward again."""
    from rcoder.project import coder_id
    from rcoder.project.backups import restore as put_back
    from rcoder.project.settings import default_coder

    done = put_back(
        chosen.project,
        chosen.backup,
        last=chosen.last,
        anyway=chosen.anyway,
        coder_id=coder_id(chosen.coder or default_coder()),
        report=_report,
    )
    if chosen.json:
        as_json(
            {
                "project": done.project,
                "restored": _shape(done.source),
                "kept": _shape(done.kept) if done.kept else None,
                "done": done.done,
            }
        )
        return
    for each in said(done, chosen.project):
        line(each)


def said(done: Restored, project: str) -> list[str]:
    """What a restore did, and how to undo it."""
    source, name = done.source, shlex.quote(project)
    if not done.done:
        first = f"{project} is as in {source.name} already, and sound; nothing was changed."
        return [first, f"Other backups: rcoder backups {name}"]
    entries = _entries(source.seq)
    first = f"{project} is as it was on {to_the_minute(source.at)} UTC: {source.name}, {entries}."
    if done.kept is None:
        return [first]
    if not done.kept.counts:
        return [first, f"What was there before is damaged; it is kept as {done.kept.file}"]
    return [
        first,
        f"What was there before is kept as {done.kept.name}. To go back to it: rcoder restore {name} --last",
    ]


def verify(chosen: argparse.Namespace) -> int:
    """Everything that was looked at; status 1 where something is wrong."""
    from rcoder.project import coder_id
    from rcoder.project.settings import default_coder
    from rcoder.project.verifying import verify as go_through

    asker = coder_id(chosen.coder or default_coder())
    found = go_through(chosen.project, _report, coder_id=asker)
    if chosen.json:
        as_json(
            {
                "project": found.project,
                "sound": found.sound,
                "checks": [asdict(each) for each in found.checks],
            }
        )
        return int(not found.sound)
    line(found.project)
    for each in found.checks:
        line(
            f"  {'not sound' if each.faults else 'sound':<9}  {each.what}: {each.said if not each.faults else each.faults[0]}"
        )
        for fault in each.faults[1:]:
            line(f"{'':13}{fault}")
    if not found.sound:
        line(f"Backups to go back to: rcoder backups {shlex.quote(chosen.project)}")
    return int(not found.sound)


def size(octets: int) -> str:
    """A size to read: 202.8 MB."""
    number = float(octets)
    for unit in ("bytes", "kB", "MB"):
        if number < 1000:
            return f"{number:.0f} {unit}" if unit == "bytes" else f"{number:.1f} {unit}"
        number /= 1000
    return f"{number:.1f} GB"


def _report(done: int, whole: int, what: str) -> None:
    """A bar that is wiped at its end, since there are several after each other."""
    if done < whole:
        progress(done, whole, what)
    else:
        clear_progress()


def _entries(number: int) -> str:
    return f"{number:,} journal {'entry' if number == 1 else 'entries'}"


def _why(each: Backup) -> str:
    return each.why.replace("-", " ")


def _shape(each: Backup) -> dict[str, Any]:
    """A backup as docs/json.md describes it."""
    return {
        "name": each.name,
        "file": each.file,
        "at": each.at,
        "why": each.why,
        "size": each.size,
        "state": each.state.value,
        "study": each.title,
        "study_id": each.study_id,
        "entries": each.seq,
        "schema": each.schema,
    }
