"""Commands that put interviews and cases right."""

from __future__ import annotations

import argparse

from rcoder.cli.righting import done, values
from rcoder.cli.show import as_json, line, opened, table
from rcoder.domain.errors import Misuse
from rcoder.project import arranging


def which_transcript(_: argparse.Namespace) -> int:
    """A command group without a command."""
    raise Misuse(
        "rcoder transcript needs a command: set, remove, speakers, rename-speaker, merge-speakers, split-speaker, "
        "interviewer, roles or person.",
        "See rcoder transcript --help.",
    )


def which_case(_: argparse.Namespace) -> int:
    """A command group without a command."""
    raise Misuse(
        "rcoder case needs a command: list, set, rename, merge or remove.", "See rcoder case --help."
    )


def set_transcript(chosen: argparse.Namespace) -> None:
    """Changes what is known of an interview."""
    wanted = arranging.Wanted(
        title=chosen.title,
        case="" if chosen.no_case else chosen.case,
        date=chosen.date,
        wave=chosen.wave,
        language=chosen.language,
        attributes=values(chosen.attribute),
    )
    if wanted == arranging.Wanted():
        raise Misuse("Say what is to be changed.", "See rcoder transcript set --help.")
    done(
        chosen,
        lambda project: arranging.change(project, [project.transcript(chosen.transcript).id], wanted),
    )


def remove_transcript(chosen: argparse.Namespace) -> None:
    """Removes interviews with all that stands on them."""
    done(
        chosen,
        lambda project: arranging.removal(
            project, list(dict.fromkeys(project.transcript(each).id for each in chosen.transcripts))
        ),
    )


def cases(chosen: argparse.Namespace) -> None:
    """The cases."""
    with opened(chosen) as project:
        found, interviews = project.cases(), project.transcript_lines()
    counts = {each.id: sum(one.case_id == each.id for one in interviews) for each in found}
    if chosen.json:
        as_json(
            [
                {
                    "id": each.id,
                    "name": each.name,
                    "municipality": each.municipality or None,
                    "outcome_group": each.outcome_group or None,
                    "attributes": dict(each.attributes),
                    "interviews": counts[each.id],
                }
                for each in found
            ]
        )
        return
    if not found:
        line("No cases yet. Put an interview in one: rcoder transcript set PROJECT TRANSCRIPT --case NAME")
    table(
        [
            (
                each.name,
                each.municipality or "–",
                each.outcome_group or "–",
                str(counts[each.id]),
                ", ".join(f"{key}={value}" for key, value in each.attributes.items()),
            )
            for each in found
        ],
        ("case", "municipality", "outcome group", "interviews", "attributes"),
    )


def set_case(chosen: argparse.Namespace) -> None:
    """Changes what is known of a case."""
    attributes = values(chosen.attribute)
    if chosen.municipality is None and chosen.outcome_group is None and not attributes:
        raise Misuse("Say what is to be changed.", "See rcoder case set --help.")
    done(
        chosen,
        lambda project: arranging.change_case(
            project,
            chosen.case,
            municipality=chosen.municipality,
            outcome_group=chosen.outcome_group,
            attributes=attributes,
        ),
    )


def rename_case(chosen: argparse.Namespace) -> None:
    """Gives a case another name."""
    done(chosen, lambda project: arranging.change_case(project, chosen.case, new_name=chosen.name))


def merge_cases(chosen: argparse.Namespace) -> None:
    """Makes two cases one."""
    done(chosen, lambda project: arranging.merge_cases(project, chosen.case, chosen.into))


def remove_case(chosen: argparse.Namespace) -> None:
    """Removes a case."""
    done(
        chosen,
        lambda project: arranging.remove_case(project, chosen.case, with_interviews=chosen.with_interviews),
    )
