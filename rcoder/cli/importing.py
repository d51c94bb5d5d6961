"""Bringing interviews in, and finding their sentences."""

from __future__ import annotations

import argparse
import os.path
import sys
from collections.abc import Sequence
from contextlib import closing
from dataclasses import asdict, replace
from pathlib import Path
from typing import TYPE_CHECKING

from rcoder.cli import STOPPED
from rcoder.cli.show import as_json, clear_progress, line, opened, progress
from rcoder.cli.telling import Told, let_others_first, wanted_lines
from rcoder.domain.actions.sentences import several
from rcoder.domain.case import Attribute
from rcoder.domain.errors import Misuse
from rcoder.domain.visible import visible
from rcoder.project.attributes import attributes
from rcoder.project.backups import before
from rcoder.project.importing import Bringing, Brought, ImportStatus, expand, import_files
from rcoder.project.sentences import find_sentences, without_sentences

if TYPE_CHECKING:
    from rcoder.project import Project


def import_(chosen: argparse.Namespace) -> int:
    """Brings in interviews and finds the sentences of all that have none; status 1 where a file could not be read."""
    _keep_files_apart(chosen.role)
    if not chosen.files and not chosen.manifest:
        raise Misuse("Name the files to import.", "Or give --manifest FILE, which names them.")
    return bring_in_files(chosen)


def bring_in_files(chosen: argparse.Namespace, plan: Sequence[Bringing] | None = None) -> int:
    """Brings in the files of a plan, or those that the command names; status 1 where one could not be read."""
    let_others_first(chosen)
    results: list[Brought] = []
    with opened(chosen) as project:
        files = files_named(chosen, attributes(project.sight)) if plan is None else plan
        if len(files) > 1 and project.transcript_lines():
            before(chosen.project, "import")
        try:
            _bring_in(project, files, results, chosen)
        except KeyboardInterrupt:
            _answer(results, chosen)
            return _stopped(
                f"{len(results)} of {several(len(files), 'file')} were gone through and stay as they are; the same command goes on with the rest."
            )
        _answer(results, chosen)
        if not chosen.later:
            try:
                _find(project, chosen)
            except KeyboardInterrupt:
                return _stopped(_left(without_sentences(project)))
    return int(any(each.status is ImportStatus.FAILED for each in results))


def _bring_in(
    project: Project, files: Sequence[Bringing], results: list[Brought], chosen: argparse.Namespace
) -> None:
    told = Told("Importing", chosen)
    told.at(0, len(files))
    progress(0, len(files), files[0].file.name if files else "")
    with closing(import_files(project, files)) as brought:
        for result in brought:
            results.append(result)
            clear_progress()
            if not chosen.json:
                _say(result)
            told.at(len(results), len(files))
            progress(len(results), len(files), Path(result.file).name)


def _answer(results: Sequence[Brought], chosen: argparse.Namespace) -> None:
    """What became of the files, as JSON where that is asked for."""
    if chosen.manifest and any(each.status is ImportStatus.DUPLICATE for each in results):
        way = f"rcoder put-right {chosen.project} --manifest {chosen.manifest}"
        print(
            visible(f"What the manifest says of files that are there already is taken over by: {way}"),
            file=sys.stderr,
        )
    if chosen.json:
        as_json([{**asdict(each), "messages": list(each.messages)} for each in results])


def annotate(chosen: argparse.Namespace) -> int:
    """Finds the sentences and lemmas of every transcript that has none."""
    let_others_first(chosen)
    with opened(chosen) as project:
        try:
            whole, failed = _find(project, chosen)
        except KeyboardInterrupt:
            return _stopped(_left(without_sentences(project)))
    if chosen.json:
        as_json({"transcripts": whole, "failed": failed})
    elif not whole:
        line("Every interview has its sentences.")
    else:
        line(f"Found the sentences of {several(whole - len(failed), 'interview')}.")
        for title in failed:
            line(f"    {title}: could not be gone through; turns stand in for sentences.")
    return int(bool(failed))


def _find(project: Project, chosen: argparse.Namespace) -> tuple[int, list[str]]:
    """Finds sentences; gives how many transcripts had none, and the titles of those that still have none."""
    told, whole, failed = Told("Sentences", chosen), 0, []
    with closing(find_sentences(project, wanted=wanted_lines(chosen))) as found:
        for each in found:
            whole = each.whole
            if each.failed:
                failed.append(each.failed)
            told.at(each.done, whole)
            progress(each.done, whole, "sentences")
    return whole, failed


def _stopped(words: str) -> int:
    below = "\n" if sys.stderr.isatty() else ""
    print(visible(f"{below}Stopped. {words}", keep="\n"), file=sys.stderr)
    return STOPPED


def _left(count: int) -> str:
    """What is still to be done, in a sentence."""
    return f"{several(count, 'interview')} can be read and coded, and will have their sentences by rcoder annotate or in the program."


def _say(result: Brought) -> None:
    name = Path(result.file).name
    if result.status is ImportStatus.IMPORTED:
        line(f"{name}: imported")
        for message in result.messages:
            line(f"    {message}")
    else:
        line(f"{name}: {result.status.value}. {' '.join(result.messages)}")


def files_named(chosen: argparse.Namespace, known: Sequence[Attribute]) -> list[Bringing]:
    """What is to be brought in: the files named, with what the manifest and the options say of each."""
    paths = [Path(each) for each in chosen.files]
    if not chosen.manifest:
        return [_with_options(Bringing(each), chosen) for each in expand(paths)]
    from rcoder.project.manifest import bringings

    listed = bringings(Path(chosen.manifest), known)
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
    return replace(
        bringing,
        file=file or bringing.file,
        case=chosen.case or bringing.case,
        roles=tuple(chosen.role) or bringing.roles,
        roles_of={} if chosen.role else bringing.roles_of,
        municipality=chosen.municipality or bringing.municipality,
        outcome_group=chosen.outcome_group or bringing.outcome_group,
        date=_date(chosen.date) or bringing.date,
        wave=chosen.wave or bringing.wave,
        language=chosen.language or bringing.language,
        interviewer=chosen.interviewer or bringing.interviewer,
        encoding=chosen.encoding or bringing.encoding,
    )


def _date(text: str) -> str:
    from datetime import date

    if not text:
        return ""
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError as error:
        raise Misuse(f"{text} is no date.", "Write it as YYYY-MM-DD.") from error
