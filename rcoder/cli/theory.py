"""Versions of the theory: kept, listed, and the difference between two in words, as JSON or as a figure."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from rcoder.cli.leaving import let_out
from rcoder.cli.show import as_json, line, opened, table
from rcoder.domain.difference_words import (
    ABOUTS,
    MARKS,
    NOTHING,
    SORTS,
    WHY,
    Telling,
    cases,
    name,
    only_here,
    tally,
    title,
    turn_words,
    witness_words,
)
from rcoder.domain.errors import Misuse
from rcoder.domain.theory import Witness
from rcoder.domain.theory_difference import About, Compared, Difference, Side, Sort
from rcoder.domain.times import to_the_minute


def which(_: argparse.Namespace) -> int:
    """A command group without a command."""
    raise Misuse(
        "rcoder theory needs to know what: show, save, list, rename or diff.", "See rcoder theory --help."
    )


def save(chosen: argparse.Namespace) -> None:
    """Keeps the theory as it stands."""
    from rcoder.project.versions import save as save_version
    from rcoder.project.versions import version_lines

    with opened(chosen) as project:
        entry = save_version(project, chosen.name, chosen.why)
        kept = version_lines(project)[-2]
    if chosen.json:
        as_json({"version": int(kept.key), "name": kept.name, "why": kept.reason, "holds": kept.held.en})
    else:
        line(f"{entry.sentence}: {kept.held.en}.")


def list_(chosen: argparse.Namespace) -> None:
    """Every version with name, reason, who, when and what it holds."""
    from rcoder.project.versions import version_lines

    with opened(chosen) as project:
        found = version_lines(project)
    if chosen.json:
        as_json(
            [
                {
                    "version": each.key,
                    "name": each.name,
                    "why": each.reason,
                    "coder": each.coder,
                    "at": each.at or None,
                    "codebook": each.codebook,
                    "holds": each.held.en,
                }
                for each in found
            ]
        )
        return
    rows = [
        (each.key, each.name or each.words.en, each.coder, to_the_minute(each.at), each.reason, each.held.en)
        for each in found
    ]
    table(rows, ("version", "name", "coder", "saved", "why", "holds"))


def rename(chosen: argparse.Namespace) -> None:
    """Gives a version another name or reason."""
    from rcoder.project.versions import rewording, saved

    with opened(chosen) as project:
        version = saved(project, chosen.version)
        deed = rewording(project, chosen.version, chosen.name or version.name, chosen.why or version.reason)
        entry = project.do(deed)
    if chosen.json:
        as_json({"version": version.number, "name": chosen.name or version.name})
    else:
        line(entry.sentence)


def diff(chosen: argparse.Namespace) -> None:
    """What became of the theory between two versions."""
    from rcoder.project.version_figures import ready_difference
    from rcoder.project.versions import difference

    key, versions = chosen.hypothesis or "overall", (chosen.before, chosen.after)
    with opened(chosen) as project:
        language = chosen.language or project.study().language
        if chosen.to:
            ready = ready_difference(project, Path(chosen.to), versions, key=key, language=language)
            let_out(chosen, project, ready)
        found = difference(project, *versions, key=key) if chosen.json or not chosen.to else None
    if found is None:
        line(f"Wrote {chosen.to}")
    elif chosen.json:
        as_json(shape(found, language))
    else:
        _print(found, language, kept=chosen.kept)


def _print(found: Difference, language: str, *, kept: bool) -> None:
    line(title(found, language))
    line(f"  {cases(found.before.denominator, language)}")
    line(f"→ {cases(found.after.denominator, language)}")
    for about in About:
        line(tally(found, about, language))
    if not found.differing:
        line(NOTHING.say(language))
    telling = Telling(language)
    for each in found.compared:
        if kept or each.sort is not Sort.KEPT:
            line()
            _print_one(each, telling)


def _print_one(compared: Compared, telling: Telling) -> None:
    language = telling.language
    about = ABOUTS[compared.about][0].say(language)
    line(f"{MARKS[compared.sort]} {SORTS[compared.sort].say(language)} {about}: {name(compared, language)}")
    for turn in compared.turns:
        line(f"    {turn_words(turn, language)}")
    for mark, side, only in (("−", compared.before, compared.lost), ("+", compared.after, compared.gained)):
        for witness in side.witnesses if side is not None else ():
            if only_here(witness, only):
                line(f"    {mark} {witness_words(witness, language)}")
    for reason in telling.reasons(compared):
        line(f"    {WHY.say(language)}: {reason}")


def shape(found: Difference, language: str) -> dict[str, Any]:
    """The difference as JSON."""
    return {
        "theory": found.key,
        "before": found.before_name.say(language),
        "after": found.after_name.say(language),
        "cases": {"before": _cases(found.before), "after": _cases(found.after)},
        "counts": {about.value: {sort.value: n for sort, n in found.count(about).items()} for about in About},
        "compared": [_compared(each, language) for each in found.compared],
    }


def _cases(theory: Any) -> dict[str, int]:
    found = theory.denominator
    return {"coded": found.coded, "not_yet_coded": found.not_yet_coded, "no_interview": found.no_interview}


def _compared(each: Compared, language: str) -> dict[str, Any]:
    return {
        "id": each.id,
        "about": each.about.value,
        "sort": each.sort.value,
        "name": each.side.name.say(language),
        "changes": [
            {"what": turn.what.value, "before": turn.before.say(language), "after": turn.after.say(language)}
            for turn in each.turns
        ],
        "before": _side(each.before, each.lost, language),
        "after": _side(each.after, each.gained, language),
        "reasons": [
            {"words": reason.words, "coder": reason.coder, "at": reason.at, "deed": reason.deed}
            for reason in each.reasons
        ],
        "asks_why": each.asks_why,
    }


def _side(side: Side | None, only: frozenset[str], language: str) -> dict[str, Any] | None:
    if side is None:
        return None
    return {
        "name": side.name.say(language),
        "facts": [each.say(language) for each in side.facts],
        "passages": [_witness(each, only) for each in side.witnesses],
    }


def _witness(witness: Witness, only: frozenset[str]) -> dict[str, Any]:
    return {
        "ids": list(witness.ids),
        "transcript": witness.transcript,
        "start": witness.start,
        "end": witness.end,
        "revision": witness.revision,
        "text": witness.text,
        "case": witness.case or None,
        "roles": list(witness.roles),
        "stance": witness.stance.value if witness.stance else None,
        "counts": witness.counts,
        "only_here": only_here(witness, only),
    }
