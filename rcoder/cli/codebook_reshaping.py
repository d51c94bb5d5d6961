"""Commands that merge and divide codes, list the passages to look at again, and write a codebook back to its file."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rcoder.cli.leaving import let_out
from rcoder.cli.righting import done
from rcoder.cli.shapes import place_shape
from rcoder.cli.show import as_json, line, opened
from rcoder.domain.actions.sentences import several

if TYPE_CHECKING:
    from rcoder.project.rechecks import RecheckLine

WIDTH = 8
"""Letters of an id that are shown."""


def merge(chosen: argparse.Namespace) -> None:
    """Merges a code into another, or says what would go along."""
    from rcoder.project.codebook_merging import look
    from rcoder.project.codebook_merging import merge as merging

    if not chosen.dry_run:
        done(chosen, lambda project: merging(project, chosen.code, chosen.into))
        return
    with opened(chosen) as project:
        found = look(project, chosen.code, chosen.into)
    sentence = (
        f"Would merge {found.gone.key} into {found.into.key}, with {found.words or 'nothing in your sight'}"
    )
    if chosen.json:
        as_json({"entry": None, "sentence": sentence})
    else:
        line(sentence)


def divide(chosen: argparse.Namespace) -> None:
    """Divides a code."""
    from rcoder.project.codebook_dividing import divide as dividing
    from rcoder.project.codebook_dividing import read_part

    parts = [read_part(each) for each in chosen.into]
    done(chosen, lambda project: dividing(project, chosen.code, parts, retire=chosen.retire))


def write(chosen: argparse.Namespace) -> None:
    """Writes a codebook of the study into a file."""
    from rcoder.project.codebook_file import ready_codebook_file

    with opened(chosen) as project:
        ready = ready_codebook_file(project, Path(chosen.file), book=chosen.codebook)
        found = ready.answer
        if ready.what and not chosen.dry_run:
            let_out(chosen, project, ready)
    if chosen.json:
        as_json(
            {
                "file": str(found.file),
                "codebook": found.codebook,
                "version": found.version,
                "differs": list(found.differs),
                "backup": str(found.backup) if found.backup and not chosen.dry_run else None,
                "new": found.new,
                "written": not chosen.dry_run and (found.new or bool(found.differs)),
            }
        )
        return
    line(
        found.sentence
        if not chosen.dry_run
        else "Would write:"
        if found.differs or found.new
        else found.sentence
    )
    for each in found.differs or (("all of it",) if found.new and chosen.dry_run else ()):
        line(f"  {each}")


# -- passages to look at again ---------------------------------------------------------------------------------------


def rechecks(chosen: argparse.Namespace) -> None:
    """The asker's own passages to look at again."""
    from rcoder.project.rechecks import rechecks as waiting

    with opened(chosen) as project:
        transcript = project.transcript(chosen.transcript).id if chosen.transcript else ""
        found = waiting(project, transcript)
    if chosen.json:
        as_json([_recheck(each) for each in found])
        return
    for each in found:
        passage = each.line.passage
        line(
            f"{each.recheck.id[:WIDTH]}  {each.line.code} {each.line.label}  {passage.transcript} {passage.start}–{passage.end}"
        )
        line(f"    “{passage.text}”")
        line(f"    {each.recheck.why}")
    line(f"{several(len(found), 'passage')} of yours to look at again")


def _recheck(each: RecheckLine) -> dict[str, Any]:
    passage = each.line.passage
    return {
        "id": each.recheck.id,
        "coding": each.line.coding.id,
        **place_shape(passage),
        "code": each.line.code,
        "label": each.line.label,
        "was": each.old.key if each.old is not None else None,
        "why": each.recheck.why,
        "parts": [part.key for part in each.parts],
    }


def recheck(chosen: argparse.Namespace) -> None:
    """Says of a passage that it stays, or gives it another code."""
    from rcoder.project.rechecks import give, stays

    if chosen.stays:
        done(chosen, lambda project: stays(project, chosen.recheck))
    else:
        done(chosen, lambda project: give(project, chosen.recheck, chosen.code))
