"""Commands about codebooks."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rcoder.cli.righting import done
from rcoder.cli.show import as_json, line, opened, table
from rcoder.domain.actions.sentences import several
from rcoder.domain.answers import CodeLine
from rcoder.domain.codebook import Codebook
from rcoder.domain.errors import Misuse, NotFound
from rcoder.domain.terms import letter
from rcoder.domain.words import Bilingual

if TYPE_CHECKING:
    from rcoder.project.shelf import BookLine


def which(_: argparse.Namespace) -> int:
    """A command group without a command."""
    raise Misuse(
        "rcoder codebook needs a command: check, show, list, add, remove, page, or one that works on it: "
        "add-hypothesis, add-code, edit, move, retire, bring-back, remove-code, merge, divide, split or write.",
        "See rcoder codebook --help.",
    )


def check(chosen: argparse.Namespace) -> int:
    """Every mistake in a codebook file, each with its place, and what is worth a second look; status 1 for a mistake."""
    from rcoder.exchange.codebooks import check_codebook, prompts_for

    file = Path(chosen.file)
    faults = check_codebook(file)
    prompts = prompts_for(file)
    if chosen.json:
        as_json(
            [
                {
                    "file": str(file),
                    "line": each.line,
                    "column": each.column,
                    "kind": kind,
                    "sentence": each.sentence,
                }
                for kind, found in (("mistake", faults), ("prompt", prompts))
                for each in found
            ]
        )
    else:
        for each in faults:
            line(f"{file}:{each.line}:{each.column}: {each.sentence}")
        for each in prompts:
            line(f"{file}:{each.line}:{each.column}: to consider: {each.sentence}")
        if not faults and not prompts:
            line(f"{file}: nothing to mend")
    return int(bool(faults))


def show(chosen: argparse.Namespace) -> None:
    """The codebooks of a project, or one of them."""
    from rcoder.project.shelf import book_named, shelf

    with opened(chosen) as project:
        if chosen.codebook or chosen.yaml:
            wanted = chosen.codebook or next((each.codebook.key for each in shelf(project)), "")
            whole = book_named(project, wanted) if wanted else None
            found = [whole.codebook] if whole else []
        else:
            whole, found = None, [each.codebook for each in shelf(project)]
        lines = [
            each for each in project.code_lines() if each.code.codebook_id in {book.id for book in found}
        ]
    if not found:
        raise NotFound(
            f"{chosen.project} has no codebook.", f"Add one: rcoder codebook add {chosen.project} FILE."
        )
    if chosen.yaml and whole is not None:
        from rcoder.exchange.codebooks import write_codebook

        print(write_codebook(whole), end="")
    elif chosen.json:
        as_json(_shown(found, lines))
    else:
        _print(found, lines)


def _shown(books: list[Codebook], lines: list[CodeLine]) -> dict[str, Any]:
    """The first codebook's row, and the codes of them all."""
    keys = {each.code.id: each.code.key for each in lines}
    names = {each.id: each.key for each in books}
    return {
        **_row(books[0]),
        "codebooks": [_row(each) for each in books],
        "codes": [
            {
                "id": each.code.key,
                "category": each.code.category.value,
                "parent": keys.get(each.code.parent_id or ""),
                "kind": each.code.kind.value if each.code.kind else None,
                "sign": each.code.sign,
                "label": _both(each.code.label),
                "definition": _both(each.code.definition),
                "cues": list(each.code.cues),
                "codings": each.codings,
                "codebook": names[each.code.codebook_id],
                "retired": each.code.retired,
            }
            for each in lines
        ],
    }


def _row(book: Codebook) -> dict[str, Any]:
    return {"id": book.key, "version": book.version, "title": _both(book.title)}


def _both(said: Bilingual) -> dict[str, str]:
    return {"da": said.da, "en": said.en}


def _print(books: list[Codebook], lines: list[CodeLine]) -> None:
    for number, book in enumerate(books):
        if number:
            line()
        line(f"{book.title.say()} {book.version}")
        for each in lines:
            if each.code.codebook_id == book.id:
                mark = letter(each.code.kind) if each.code.kind else " "
                sign = "−" if each.code.sign == "-" else " "
                count = (f"  {each.codings}" if each.codings else "") + (
                    "  retired" if each.code.retired else ""
                )
                line(f"{'  ' * each.depth}{mark}{sign} {each.code.key}  {each.code.label.say()}{count}")


def list_(chosen: argparse.Namespace) -> None:
    """The codebooks of a project, or those that come with rcoder."""
    from rcoder.project.shelf import shelf, shipped

    if not chosen.project:
        found = shipped()
    else:
        with opened(chosen) as project:
            found = shelf(project)
    if chosen.json:
        as_json([_listed(each, of_project=bool(chosen.project)) for each in found])
        return
    if not found:
        line(f"No codebook yet. Add one with: rcoder codebook add {chosen.project} NAME")
    headings = ("id", "version", "holds", "codings" if chosen.project else "title")
    table([_cells(each, of_project=bool(chosen.project)) for each in found], headings)
    if chosen.project and len(found) > 1:
        line(f"The theories that are drawn are those of the main one, {found[0].codebook.title.say()}.")


def _cells(each: BookLine, *, of_project: bool) -> tuple[str, str, str, str]:
    parts = ((each.hypotheses, "hypothesis", "hypotheses"), (each.conditions, "condition", "conditions"))
    holds = [f"{count} {one if count == 1 else many}" for count, one, many in parts if count]
    holds.append(several(each.codes, "code"))
    last = str(each.codings) if of_project else each.codebook.title.say("en")
    return each.codebook.key, each.codebook.version, ", ".join(holds), last


def _listed(each: BookLine, *, of_project: bool) -> dict[str, Any]:
    return {
        **_row(each.codebook),
        "description": _both(each.codebook.description),
        "hypotheses": each.hypotheses,
        "conditions": each.conditions,
        "codes": each.codes,
        "codings": each.codings if of_project else None,
        "main": each.main if of_project else None,
    }


def add(chosen: argparse.Namespace) -> None:
    """Puts a codebook beside those of a project."""
    from rcoder.project.shelf import addition
    from rcoder.project.starting import codebook_named

    contents = codebook_named(chosen.codebook)
    done(chosen, lambda project: addition(project, contents))


def remove(chosen: argparse.Namespace) -> None:
    """Takes a codebook out of a project."""
    from rcoder.project.shelf import removal

    done(chosen, lambda project: removal(project, chosen.codebook))


def page(chosen: argparse.Namespace) -> None:
    """Writes codebooks as Markdown to read."""
    from rcoder.exchange.codebook_page import codebook_pages
    from rcoder.project.figures import write_whole
    from rcoder.project.starting import codebook_named

    file = Path(chosen.to)
    if file.suffix.lower() != ".md":
        raise Misuse(f"{file.name} is no Markdown file.", "Give a name that ends in .md.")
    pages = codebook_pages([codebook_named(each) for each in chosen.files], file.name)
    for name, text in pages.items():
        write_whole(file.parent / name, text)
    if chosen.json:
        as_json({"files": [str(file.parent / name) for name in pages]})
        return
    for name in pages:
        line(f"Wrote {file.parent / name}")
