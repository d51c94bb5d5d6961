"""Commands that change a project."""

from __future__ import annotations

import argparse
from enum import StrEnum
from typing import TypeVar

from rcoder.cli.show import as_json, line, opened
from rcoder.domain.errors import Misuse, NotFound
from rcoder.domain.transcript import Span
from rcoder.domain.words import Directness, Kind, Polarity, Prompting, Scope

E = TypeVar("E", bound=StrEnum)


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
