"""Commands about codebooks."""

from __future__ import annotations

import argparse
from pathlib import Path

from rcoder.cli.show import as_json, line, opened
from rcoder.domain.errors import Misuse, NotFound
from rcoder.domain.words import letter


def which(_: argparse.Namespace) -> int:
    """A command group without a command."""
    raise Misuse("rcoder codebook needs a command: check or show.", "See rcoder codebook --help.")


def check(chosen: argparse.Namespace) -> int:
    """Every mistake in a codebook file, each with its place; status 1 where there is one."""
    from rcoder.exchange.codebooks import check_codebook

    file = Path(chosen.file)
    findings = check_codebook(file)
    if chosen.json:
        as_json(
            [
                {"file": str(file), "line": each.line, "column": each.column, "sentence": each.sentence}
                for each in findings
            ]
        )
    else:
        for each in findings:
            line(f"{file}:{each.line}:{each.column}: {each.sentence}")
        if not findings:
            line(f"{file}: nothing to mend")
    return int(bool(findings))


def show(chosen: argparse.Namespace) -> None:
    """The codebook of a project."""
    with opened(chosen) as project:
        contents, lines = project.codebook(), project.code_lines()
    if contents is None:
        raise NotFound(
            f"{chosen.project} has no codebook.",
            "Make a project with one: rcoder new PROJECT --codebook FILE.",
        )
    if chosen.yaml:
        from rcoder.exchange.codebooks import write_codebook

        print(write_codebook(contents), end="")
        return
    keys = {each.code.id: each.code.key for each in lines}
    if chosen.json:
        as_json(
            {
                "id": contents.codebook.key,
                "version": contents.codebook.version,
                "title": {"da": contents.codebook.title.da, "en": contents.codebook.title.en},
                "codes": [
                    {
                        "id": each.code.key,
                        "category": each.code.category.value,
                        "parent": keys.get(each.code.parent_id or ""),
                        "kind": each.code.kind.value if each.code.kind else None,
                        "sign": each.code.sign,
                        "label": {"da": each.code.label.da, "en": each.code.label.en},
                        "definition": {"da": each.code.definition.da, "en": each.code.definition.en},
                        "cues": list(each.code.cues),
                        "codings": each.codings,
                    }
                    for each in lines
                ],
            }
        )
        return
    line(f"{contents.codebook.title.say()} {contents.codebook.version}")
    for each in lines:
        mark = letter(each.code.kind) if each.code.kind else " "
        sign = "−" if each.code.sign == "-" else " "
        count = f"  {each.codings}" if each.codings else ""
        line(f"{'  ' * each.depth}{mark}{sign} {each.code.key}  {each.code.label.say()}{count}")
