"""Commands that read a project."""

from __future__ import annotations

import argparse
import sys
from dataclasses import asdict
from typing import TYPE_CHECKING

from rcoder.cli.shapes import form_words, place_shape, quotation_shapes
from rcoder.cli.show import as_json, line, opened, table
from rcoder.domain.actions.sentences import several
from rcoder.domain.answers import CodingLine
from rcoder.domain.terms import LETTERS, letter
from rcoder.domain.times import to_the_minute
from rcoder.domain.visible import visible

if TYPE_CHECKING:
    from rcoder.project import Project


def info(chosen: argparse.Namespace) -> None:
    """What the project holds."""
    with opened(chosen) as project:
        found = project.overview()
    if chosen.json:
        as_json({**asdict(found), "coder": chosen.coder or found.coder or project.coder})
        return
    line(found.title)
    line(f"  {found.location}")
    line(f"  codebook: {', '.join((found.codebook, *found.beside)) or 'none'}")
    read = f"{found.finished} of {found.transcripts} coded to the end by {project.coder}"
    line(f"  {several(found.transcripts, 'transcript')} in {several(found.cases, 'case')}; {read}")
    work = f"{several(found.codings, 'coding')} and {several(found.configurations, 'configuration')}"
    line(f"  {work} in your sight, {several(found.coders, 'coder')}")


def transcripts(chosen: argparse.Namespace) -> None:
    """The interviews."""
    with opened(chosen) as project:
        lines = project.transcript_lines()
    if chosen.json:
        as_json(
            [
                {
                    "id": each.id,
                    "title": each.title,
                    "case": each.case or None,
                    "roles": list(each.roles),
                    "turns": each.turns,
                    "characters": each.characters,
                    "language": each.language,
                    "date": each.date or None,
                    "source": each.source,
                    "codings": each.codings,
                    "finished_by": list(each.finished_by),
                    "revision": each.revision,
                }
                for each in lines
            ]
        )
        return
    if not lines:
        line("No interviews yet. Bring some in with: rcoder import PROJECT FILE…")
    table(
        [
            (each.case or "–", each.title, ", ".join(each.roles), str(each.turns), str(each.codings), each.id)
            for each in lines
        ],
        ("case", "title", "roles", "turns", "codings", "id"),
    )


def text(chosen: argparse.Namespace) -> None:
    """An interview."""
    with opened(chosen) as project:
        transcript = project.transcript(chosen.transcript)
        if chosen.revision:
            from rcoder.project.revisions import in_revision

            transcript = in_revision(project, transcript, chosen.revision)
        words = project.text(transcript)
        speakers = project.speakers(transcript.id)
    if chosen.json:
        turns = [
            {
                "start": turn.start,
                "end": turn.end,
                "speaker": speakers[turn.speaker_id].name if turn.speaker_id in speakers else "",
                "interviewer": turn.speaker_id in speakers and speakers[turn.speaker_id].interviewer,
                "time": turn.time,
            }
            for turn in transcript.turns
        ]
        as_json(
            {
                "id": transcript.id,
                "title": transcript.title,
                "revision": transcript.revision,
                "text": words,
                "turns": turns,
                "notes": list(transcript.notes),
            }
        )
        return
    print(visible(words, keep="\n\t"))


def codings(chosen: argparse.Namespace) -> None:
    """Codings with their words; a --coder after the command keeps to that coder's, and says who asks unless said before."""
    from rcoder.project.quotations import with_quotations

    chosen.coder = chosen.coder or chosen.by
    with opened(chosen) as project:
        transcript = project.transcript(chosen.transcript).id if chosen.transcript else ""
        if chosen.code:
            project.code(chosen.code)
        _say_unknown(project, chosen)
        lines = project.coding_lines(
            code=chosen.code, case=chosen.case, role=chosen.role, coder=chosen.by, transcript=transcript
        )
        cases = {case.id: case.name for case in project.cases()}
        quoted = {
            each.id: each.quotations
            for each in with_quotations(project.sight, (line.passage for line in lines))
            if each.quotations
        }
    if chosen.json:
        as_json(
            [
                {**_coding(each, cases), "quotations": quotation_shapes(quoted.get(each.coding.id, ()))}
                for each in lines
            ]
        )
        return
    for each in lines:
        passage, coding = each.passage, each.coding
        mark = letter(coding.kind)
        place = f"{passage.transcript} {coding.start}–{coding.end} {passage.speaker}".rstrip()
        earlier = f"  in revision {passage.revision}" if passage.earlier else ""
        line(f"{mark} {each.code} {each.label}  [{passage.coder}]  {place}{earlier}")
        line(f"    “{passage.text}”")
        for form in quoted.get(coding.id, ()):
            line(f"    {form_words(form)}")
    gone = sum(each.passage.earlier for each in lines)
    count = several(len(lines) - gone, "coding")
    line(f"{count}, and {gone} that only an earlier text holds" if gone else count)


def _say_unknown(project: Project, chosen: argparse.Namespace) -> None:
    """Says on stderr which case, role or coder that was asked for the study does not have."""
    from rcoder.domain.words import ROLE_GROUPS, role_group

    roles = {role for each in project.transcript_lines() for role in each.roles}
    known = {
        "case": {case.name for case in project.cases()},
        "role": roles | {role_group(role) for role in roles} | ROLE_GROUPS.keys(),
        "coder": {coder.name for coder in project.coders()} | {project.coder},
    }
    for what, wanted in (("case", chosen.case), ("role", chosen.role), ("coder", chosen.by)):
        if wanted and wanted.casefold() not in {each.casefold() for each in known[what]}:
            names = ", ".join(sorted(known[what])) or "none"
            print(visible(f"The study has no {what} {wanted}. It has: {names}."), file=sys.stderr)


def _coding(each: CodingLine, cases: dict[str, str]) -> dict[str, object]:
    coding, passage = each.coding, each.passage
    return {
        "id": coding.id,
        **place_shape(passage),
        "code": each.code,
        "label": each.label,
        "kind": coding.kind.value if coding.kind else None,
        "coder": passage.coder,
        "speaker": passage.speaker,
        "interviewer": passage.interviewer,
        "roles": list(passage.roles),
        "actor": coding.actor or None,
        "polarity": coding.polarity.value,
        "counterfactual": coding.counterfactual,
        "scope": coding.scope.value,
        "case": passage.case or None,
        "other_case": cases.get(coding.case_id or ""),
        "directness": coding.directness.value,
        "prompting": coding.prompting.value,
        "memo": coding.memo,
        "codebook_version": coding.codebook_version,
        "configurations": list(each.configurations),
    }


def configurations(chosen: argparse.Namespace) -> None:
    """The configurations."""
    from rcoder.domain.configuration import missing_kinds
    from rcoder.domain.rendering import sentence

    with opened(chosen) as project:
        study = project.study()
        answers = [project.configuration(each.id) for each in project.configuration_lines()]
    if chosen.json:
        from rcoder.cli.shapes import configuration_shape

        as_json([configuration_shape(each) for each in answers])
        return
    letters = LETTERS["en"]
    for each in answers:
        kinds = " ".join(letters[kind] if kind in each.line.kinds else "·" for kind in letters)
        line(
            f"{each.line.number}  {kinds}  {', '.join(each.line.hypotheses)}  {each.line.status}  {each.line.title}"
        )
        line(f"     {sentence(each.assembled, study.language, study.rendering)}")
        missing = missing_kinds(each.assembled)
        if missing:
            line(f"     partial: no {', '.join(kind.value for kind in missing)} yet")
    if not answers:
        line("No configurations yet. Make one from coded passages in the program: rcoder open PROJECT")


def journal(chosen: argparse.Namespace) -> None:
    """Who did what, when and why."""
    with opened(chosen) as project:
        lines = project.journal()
    if chosen.json:
        as_json([asdict(each) for each in lines])
        return
    for each in lines:
        why = f"  because {each.why}" if each.why else ""
        line(f"{each.seq:>5}  {to_the_minute(each.at)}  {each.coder}  {each.sentence}{why}")
