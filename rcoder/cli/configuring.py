"""Commands on one configuration."""

from __future__ import annotations

import argparse
from dataclasses import asdict
from typing import Any

from rcoder.cli.show import as_json, line, opened
from rcoder.cli.terms import term
from rcoder.domain.configuration import Judgement
from rcoder.domain.errors import Misuse
from rcoder.domain.ids import new_id
from rcoder.domain.journal import Deed, Entry
from rcoder.domain.rendering import Part, parts, sentence
from rcoder.domain.terms import say
from rcoder.domain.words import Fate, Rendering
from rcoder.project import Project
from rcoder.project.bench import Bench, gather, strength_of
from rcoder.project.rivals import (
    RivalLine,
    considered,
    reconsidered,
    rival_lines,
    rival_numbered,
    withdrawn,
)


def configuration(chosen: argparse.Namespace) -> None:
    """One configuration: the sentence, its parts, its rivals and its judgements."""
    with opened(chosen) as project:
        bench = gather(project, chosen.configuration)
        rivals = rival_lines(project, chosen.configuration)
    rendering = (
        term(Rendering, chosen.rendering, "--rendering") if chosen.rendering else bench.study.rendering
    )
    language = chosen.language or bench.language
    reads = sentence(bench.assembled, language, rendering)
    found = parts(bench.assembled, language, rendering)
    if chosen.json:
        as_json(_shape(bench, rendering, reads, found, rivals))
        return
    own = bench.answer.line
    line(f"{own.number}  {own.title}  {own.status}".rstrip())
    line(reads)
    for part in found:
        line(f"  {part.letter} {part.label}")
        for each in part.lines:
            line(f"      {each.text}")
        if not part.lines:
            line("      …")
    _say_rivals(rivals)
    _say_strength(bench)


def rendering(chosen: argparse.Namespace) -> None:
    """How the study writes its configurations out; another way where one is named."""
    from rcoder.domain.actions.studying import choose_rendering

    with opened(chosen) as project:
        if chosen.rendering:
            wanted = term(Rendering, chosen.rendering, "The rendering")
            project.do(choose_rendering(project.study(), wanted, chosen.why))
        elif chosen.why:
            raise Misuse("--why belongs to a rendering.", "Name one: resource-reasoning, cmo or icamo.")
        study = project.study()
    if chosen.json:
        as_json({"rendering": study.rendering.value, "why": study.rendering_reason or None})
        return
    why = f", because {study.rendering_reason}" if study.rendering_reason else "; nobody has said why yet"
    line(f"The study writes configurations out as {say(study.rendering)}{why}")


def strength(chosen: argparse.Namespace) -> None:
    """What a configuration can be judged by; with --judge the asker's judgement."""
    from rcoder.domain.actions.configuring import judge_strength

    with opened(chosen) as project:
        bench = gather(project, chosen.configuration)
        if chosen.judge or chosen.why:
            own = bench.assembled.configuration
            before = next((each for each in bench.judgements if each.coder_id == project.coder_id), None)
            made = Judgement(
                before.id if before else new_id(),
                own.id,
                project.coder_id,
                chosen.judge.strip(),
                chosen.why.strip(),
            )
            project.do(judge_strength(made, own.number, before))
            bench = gather(project, chosen.configuration)
    if chosen.json:
        as_json({"configuration": bench.answer.line.number, **_strength_shape(bench)})
    else:
        _say_strength(bench)


def rivals(chosen: argparse.Namespace) -> None:
    """The rivals of a configuration, and the deeds on them."""
    with opened(chosen) as project:
        entry = _rival_done(project, chosen)
        found = rival_lines(project, chosen.configuration)
    if chosen.json:
        as_json(
            {"sentence": entry.sentence if entry else None, "rivals": [_rival_shape(each) for each in found]}
        )
        return
    if entry is not None:
        line(entry.sentence)
    _say_rivals(found)
    if not found:
        line(
            f"No rival of {chosen.configuration} considered yet. --add says what else could explain its outcome."
        )


def _rival_done(project: Project, chosen: argparse.Namespace) -> Entry | None:
    from rcoder.project.configurations import found_by

    other = {"other_id": found_by(project.sight, chosen.says)} if chosen.says else {}
    if chosen.add:
        own = found_by(project.sight, chosen.configuration)
        return project.do(considered(project, own, wording=chosen.add, **other))
    fates = {Fate.KEPT: chosen.keep, Fate.DROPPED: chosen.drop, Fate.OPEN: chosen.open}
    for fate, number in fates.items():
        if number:
            return project.do(_decided(project, chosen, number, {"fate": fate, **other}))
    if chosen.remove:
        return project.do(withdrawn(project, rival_numbered(project, chosen.configuration, chosen.remove)))
    if chosen.why or other:
        raise Misuse("--why and --says belong to --add, --keep, --drop or --open.")
    return None


def _decided(project: Project, chosen: argparse.Namespace, number: int, fields: dict[str, Any]) -> Deed:
    before = rival_numbered(project, chosen.configuration, number)
    reason = chosen.why.strip() or (before.reason if fields["fate"] in (before.fate, Fate.OPEN) else "")
    return reconsidered(project, before, reason=reason, **fields)


# -- said --------------------------------------------------------------------------------------------------------


def _say_rivals(found: tuple[RivalLine, ...]) -> None:
    for number, each in enumerate(found, start=1):
        see = f" (see {each.other})" if each.other else ""
        why = f", because {each.rival.reason}" if each.rival.reason else ""
        line(f"  rival {number}, {say(each.rival.fate)}: {each.rival.wording}{see}{why}  [{each.coder}]")
        for passage in each.passages:
            line(f"      {say(passage.stance)} “{passage.text}” {passage.transcript}")


def _say_strength(bench: Bench) -> None:
    from rcoder.ui.configuring.strength_words import numbers

    for each in bench.judgements:
        line(f"  judged {each.words}: {each.reason}  [{bench.coders.get(each.coder_id, '')}]")
    for _, label, words in numbers(bench):
        line(f"  {label:<12} {words}")


# -- as JSON -----------------------------------------------------------------------------------------------------


def _shape(
    bench: Bench, rendering: Rendering, reads: str, found: tuple[Part, ...], rivals: tuple[RivalLine, ...]
) -> dict[str, Any]:
    from rcoder.cli.shapes import configuration_shape

    return {
        **configuration_shape(bench.answer),
        "conditions": [
            bench.codes[each].key for each in bench.assembled.configuration.conditions if each in bench.codes
        ],
        "rendering": rendering.value,
        "sentence": reads,
        "parts": [
            {
                "letter": part.letter,
                "label": part.label,
                "lines": [{"words": each.words, "marks": list(each.marks)} for each in part.lines],
            }
            for part in found
        ],
        "rivals": [_rival_shape(each) for each in rivals],
        **_strength_shape(bench),
    }


def _rival_shape(each: RivalLine) -> dict[str, Any]:
    return {
        "id": each.rival.id,
        "wording": each.rival.wording,
        "fate": each.rival.fate.value,
        "reason": each.rival.reason or None,
        "configuration": each.other or None,
        "coder": each.coder,
        "passages": [passage.id for passage in each.passages],
    }


def _strength_shape(bench: Bench) -> dict[str, Any]:
    found = strength_of(bench)
    return {
        "judgements": [
            {"coder": bench.coders.get(each.coder_id, ""), "words": each.words, "reason": each.reason}
            for each in bench.judgements
        ],
        "strength": asdict(found),
    }
