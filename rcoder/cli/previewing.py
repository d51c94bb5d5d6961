"""Looking at files before they are brought in, and bringing in what was decided of each."""

from __future__ import annotations

import argparse
import json
import sys
from contextlib import closing
from dataclasses import asdict
from pathlib import Path
from typing import Any

from rcoder.cli.importing import bring_in_files, files_named
from rcoder.cli.show import as_json, line, opened, progress
from rcoder.domain.actions.sentences import several
from rcoder.domain.errors import Misuse
from rcoder.project.attributes import attributes
from rcoder.project.importing import Bringing
from rcoder.project.previewing import Preview, previews


def preview(chosen: argparse.Namespace) -> int:
    """Each file as it would come in; status 1 where one cannot be read."""
    found: list[Preview] = []
    with opened(chosen) as project:
        files = files_named(chosen, attributes(project.sight))
        progress(0, len(files), "")
        with closing(previews(project, files)) as shown:
            for each in shown:
                found.append(each)
                progress(len(found), len(files), each.bringing.file.name)
    if chosen.json:
        as_json([shape(each) for each in found])
    else:
        for each in found:
            _say(each)
    return int(any(each.refused for each in found))


def shape(each: Preview) -> dict[str, Any]:
    """A preview as --json prints it."""
    known = each.bringing
    return {
        "file": str(known.file),
        "refused": each.refused or None,
        "there": each.there or None,
        "alike": each.alike or None,
        "format": each.format or None,
        "characters": each.characters,
        "words": each.words,
        "speakers": [asdict(voice) for voice in each.voices],
        "beginning": [{"speaker": name, "text": words} for name, words in each.beginning],
        "notes": list(each.notes),
        "known": {
            "title": known.title,
            "case": known.case,
            "roles": list(known.roles),
            "municipality": known.municipality,
            "outcome_group": known.outcome_group,
            "date": known.date,
            "wave": known.wave,
            "language": known.language,
            "interviewer": known.interviewer,
            "encoding": known.encoding,
            "attributes": dict(known.attributes),
            "own": dict(known.own),
            "roles_of": {label: list(roles) for label, roles in known.roles_of.items()},
            "person": known.person,
            "person_of": dict(known.person_of),
            "interviewers": list(known.interviewers),
        },
    }


def _say(each: Preview) -> None:
    line(each.bringing.file.name)
    if each.refused:
        line(f"    {each.refused}")
        return
    line(f"    {each.format}, {several(each.words, 'word')}")
    for voice in each.voices:
        role = " (interviewer)" if voice.interviewer else ""
        line(
            f"    {voice.name or 'nobody named'}{role}: {several(voice.turns, 'turn')}, {several(voice.words, 'word')}"
        )
    for note in each.notes:
        line(f"    {note}")
    if each.there:
        line(f"    It is in the study already, as {each.there}.")
    for name, words in each.beginning[:2]:
        line(f"    | {name}: {words[:200]}".replace("\n", " "))


def take_in(chosen: argparse.Namespace) -> int:
    """Brings in the files of a plan read from standard input: a list of what `preview --json` calls known, each with its file."""
    try:
        plan = _plan(json.load(sys.stdin))
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        reason = f"{error} is missing" if isinstance(error, KeyError) else str(error).splitlines()[0]
        raise Misuse(f"The plan cannot be read: {reason}.", "See import-plan in docs/json.md.") from error
    return bring_in_files(chosen, plan)


def _plan(given: Any) -> list[Bringing]:
    if not isinstance(given, list):
        raise TypeError("it is no list")
    return [_bringing(each) for each in given]


def _bringing(each: dict[str, Any]) -> Bringing:
    words = {
        "title",
        "case",
        "municipality",
        "outcome_group",
        "date",
        "wave",
        "language",
        "interviewer",
        "encoding",
        "person",
    }
    unknown = (
        each.keys() - words - {"file", "roles", "attributes", "own", "roles_of", "person_of", "interviewers"}
    )
    if unknown:
        raise ValueError(f"{', '.join(sorted(unknown))} is nothing that is known of a file")
    return Bringing(
        file=Path(each["file"]),
        **{name: str(each[name]) for name in words & each.keys()},
        roles=tuple(each.get("roles", ())),
        attributes=dict(each.get("attributes", {})),
        own=dict(each.get("own", {})),
        roles_of={label: tuple(roles) for label, roles in each.get("roles_of", {}).items()},
        person_of=dict(each.get("person_of", {})),
        interviewers=tuple(each.get("interviewers", ())),
    )
