"""The documentation names every command, and the help answers for each."""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from rcoder.cli import main
from rcoder.cli.parser import build_parser
from rcoder.project.exports import EXPORTS

ROOT = Path(__file__).parents[2]


def commands(
    parser: argparse.ArgumentParser, name: str = ""
) -> Iterator[tuple[str, argparse.ArgumentParser]]:
    """Every command by its words, those with commands of their own left out."""
    groups = [each for each in parser._actions if isinstance(each, argparse._SubParsersAction)]
    if not groups and name:
        yield name, parser
    for group in groups:
        for word, inner in group.choices.items():
            yield from commands(inner, f"{name} {word}".strip())


COMMANDS = dict(commands(build_parser()))


@pytest.mark.parametrize(
    "name", [name for name, parser in COMMANDS.items() if "--json" in parser.format_help()]
)
def test_the_shape_of_every_answer_is_described(name: str) -> None:
    rows = [
        line
        for line in (ROOT / "docs" / "json.md").read_text(encoding="utf-8").splitlines()
        if line.startswith("|")
    ]
    assert any(f"`{name}`" in row.split("|")[1] for row in rows)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help_that_says_what_it_does(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main([*name.split(), "--help"])
    assert left.value.code == 0
    shown = capsys.readouterr().out
    assert len(shown.splitlines()) > 5
    assert COMMANDS[name].description


def test_every_document_the_readme_names_is_there() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    for name in re.findall(r"\]\((docs/[^)]+)\)", text):
        assert (ROOT / name).is_file(), name


def test_the_exports_page_lists_every_export_with_its_endings_in_order() -> None:
    rows = re.findall(
        r"^\| `([\w-]+)` \|.+\| (`.+) \|$",
        (ROOT / "docs" / "exports.md").read_text(encoding="utf-8"),
        re.MULTILINE,
    )
    listed = [(name, tuple(re.findall(r"`(\.\w+)`", endings))) for name, endings in rows]
    assert listed == [(each.key, each.endings) for each in EXPORTS]


@pytest.mark.parametrize("page", sorted((ROOT / "docs").glob("*.md")), ids=lambda page: page.name)
def test_every_page_is_reached_from_the_readme_and_links_to_what_is_there(page: Path) -> None:
    assert f"(docs/{page.name})" in (ROOT / "README.md").read_text(encoding="utf-8")
    for name in re.findall(r"\]\(([^)#:]+)\)", page.read_text(encoding="utf-8")):
        assert (page.parent / name).exists(), name
