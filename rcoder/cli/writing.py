"""Commands that change a project."""

from __future__ import annotations

import argparse
import os.path
import sys
from dataclasses import asdict
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from rcoder.cli.show import as_json, clear_progress, line, opened, progress
from rcoder.domain.errors import Misuse, NotFound
from rcoder.domain.transcript import Span
from rcoder.domain.visible import visible
from rcoder.domain.words import Directness, Kind, Polarity, Prompting, Scope
from rcoder.project.importing import Bringing, Brought, ImportStatus, expand, import_files

E = TypeVar("E", bound=StrEnum)


def import_(chosen: argparse.Namespace) -> int:
    """Brings in interviews; status 1 where one could not be."""
    files = _files(chosen)
    results: list[Brought] = []
    with opened(chosen) as project:
        progress(0, len(files), files[0].file.name if files else "")
        for result in import_files(project, files):
            results.append(result)
            clear_progress()
            if not chosen.json:
                _say(result)
            progress(len(results), len(files), Path(result.file).name)
    if chosen.json:
        as_json([{**asdict(each), "messages": list(each.messages)} for each in results])
    return int(any(each.status is ImportStatus.FAILED for each in results))


def _say(result: Brought) -> None:
    name = Path(result.file).name
    if result.status is ImportStatus.IMPORTED:
        line(f"{name}: imported")
        for message in result.messages:
            line(f"    {message}")
    else:
        line(f"{name}: {result.status.value}. {' '.join(result.messages)}")


def _files(chosen: argparse.Namespace) -> list[Bringing]:
    """What is to be brought in: the files named, with what the manifest and the options say of each."""
    paths = [Path(each) for each in chosen.files]
    _keep_files_apart(chosen.role)
    if not chosen.manifest:
        if not paths:
            raise Misuse("Name the files to import.", "Or give --manifest FILE, which names them.")
        return [_with_options(Bringing(each), chosen) for each in expand(paths)]
    from rcoder.project.manifest import bringings

    listed = bringings(Path(chosen.manifest))
    if not listed:
        raise Misuse(f"{chosen.manifest} names no interviews.", "Add a row for each file.")
    if not paths:
        return [_with_options(each, chosen) for each in listed.values()]
    named = [each for each in expand(paths) if each in paths or each.name in listed]
    left = [each.name for each in expand(paths) if each not in named]
    if left:
        print(visible(f"Left out, as the manifest does not name them: {', '.join(left)}."), file=sys.stderr)
    return [_with_options(listed.get(each.name, Bringing(each)), chosen, each) for each in named]


def _keep_files_apart(roles: list[str]) -> None:
    """Raises Misuse where --role, which takes every word after it, has taken a file."""
    for each in roles:
        if os.path.isfile(each):  # noqa: PTH113 - a word too long to be a path is none, where Path raises
            raise Misuse(
                f"{each} is a file, but stands among the roles after --role.",
                "Name the files before --role.",
            )


def _with_options(bringing: Bringing, chosen: argparse.Namespace, file: Path | None = None) -> Bringing:
    """Options stand for every file and come before the manifest."""
    return Bringing(
        file=file or bringing.file,
        title=bringing.title,
        case=chosen.case or bringing.case,
        roles=tuple(chosen.role) or bringing.roles,
        municipality=chosen.municipality or bringing.municipality,
        outcome_group=chosen.outcome_group or bringing.outcome_group,
        date=_date(chosen.date) or bringing.date,
        wave=chosen.wave or bringing.wave,
        language=chosen.language or bringing.language,
        interviewer=chosen.interviewer or bringing.interviewer,
        encoding=chosen.encoding or bringing.encoding,
        attributes=bringing.attributes,
    )


def _date(text: str) -> str:
    from datetime import date

    if not text:
        return ""
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError as error:
        raise Misuse(f"{text} is no date.", "Write it as YYYY-MM-DD.") from error


def code(chosen: argparse.Namespace) -> None:
    """Codes a passage."""
    from rcoder.project.coding import CodingFlags, code_passage

    flags = CodingFlags(
        kind=_term(Kind, chosen.kind, "--kind") if chosen.kind else None,
        actor=chosen.actor,
        polarity=_term(Polarity, chosen.polarity, "--polarity"),
        counterfactual=chosen.counterfactual,
        scope=_term(Scope, chosen.scope, "--scope"),
        case=chosen.case,
        directness=_term(Directness, chosen.directness, "--directness"),
        prompting=_term(Prompting, chosen.prompting, "--prompting"),
        memo=chosen.memo,
    )
    with opened(chosen) as project:
        coding, entry = code_passage(
            project, chosen.transcript, Span(chosen.start, chosen.end), chosen.code, flags
        )
    if chosen.json:
        as_json({"id": coding.id, "entry": entry.id, "sentence": entry.sentence})
    else:
        line(entry.sentence)


def release(chosen: argparse.Namespace) -> None:
    """Shows the asker's layer to the others, or hides it again."""
    from rcoder.domain.actions.studying import release as released

    with opened(chosen) as project:
        own = next((each for each in project.coders() if each.id == project.coder_id), None)
        if own is None:
            raise NotFound(
                f"{project.coder} has done nothing in {chosen.project} yet.",
                "Say who you are with --coder NAME.",
            )
        entry = project.do(released(own, released=not chosen.hide))
    if chosen.json:
        as_json({"entry": entry.id, "sentence": entry.sentence})
    else:
        line(entry.sentence)


def undo(chosen: argparse.Namespace) -> None:
    """Takes back the asker's latest deed."""
    _back(chosen, "undo")


def redo(chosen: argparse.Namespace) -> None:
    """Does again what was undone."""
    _back(chosen, "redo")


def _back(chosen: argparse.Namespace, way: str) -> None:
    with opened(chosen) as project:
        entry = project.undo() if way == "undo" else project.redo()
        name = project.coder
    if entry is None:
        raise NotFound(f"{name} has nothing to {way} in {chosen.project}.")
    if chosen.json:
        as_json({"entry": entry.id, "sentence": entry.sentence, "undoes": entry.undoes})
    else:
        line(entry.sentence)


def _term(terms: type[E], word: str, option: str) -> E:
    try:
        return terms(word.strip().casefold().replace(" ", "_").replace("-", "_"))
    except ValueError as error:
        known = ", ".join(each.value for each in terms)
        raise Misuse(f"{option} {word} is not known.", f"It is one of {known}.") from error
