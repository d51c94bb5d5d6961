"""Files of a theory in which every field is hostile: nothing is a formula, markup, a script or a control character."""

from __future__ import annotations

import csv
import re
import zipfile
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path
from random import Random
from runpy import run_path
from xml.etree import ElementTree as ET

import pytest

from hostile_theory import add_figure, add_theory
from playing import Player
from rcoder.domain.actions.studying import release
from rcoder.domain.matrix import Question
from rcoder.project import open_project
from rcoder.project.versions import save

Run = Callable[..., tuple[int, str, str]]
HOSTILE = run_path(str(Path(__file__).parents[1] / "ui" / "test_hostile.py"))
WORDS = (
    '=HYPERLINK("http://e") <script>alert(1)</script>"><svg onload=x> ]]> ![x](http://e) [y](http://e) | ``` &amp; \x01\x1b[31m\ufffe'
    "\u202e\u2066 👩‍🦽 \u05e9\u05dc\u05d5\u05dd javascript:x"
)  # fmt: skip
FORMULAS = ("=", "+", "-", "@", "\t", "\r")


@pytest.fixture
def study(tmp_path: Path) -> str:
    location = HOSTILE["make_hostile"](tmp_path / "hostile.rcoder")
    with open_project(location, coder=f"Anne {HOSTILE['NASTY']}") as project:
        add_theory(project, WORDS)
        add_figure(project, WORDS)
        project.do(release(project.coders()[0]))
        save(project, f"Figur {WORDS}", WORDS)
        Player(project, Random(1), WORDS).play(("begun",))  # noqa: S311 - no secret
    return location


class Tags(HTMLParser):
    """The elements of a page, and where they lead."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: list[tuple[str, str | None]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes += attrs


def looked_over(file: Path) -> None:
    """Raises AssertionError where something that a person wrote is more than words in a file."""
    ending = file.suffix
    if ending in (".xlsx", ".docx"):
        with zipfile.ZipFile(file) as archive:
            for name in archive.namelist():
                if name.endswith((".xml", ".rels")):
                    part = ET.fromstring(archive.read(name))  # noqa: S314 - our own file
                    assert not [each for each in part.iter() if each.tag.endswith("}f")], name
                    assert "http://e" not in [each.get("Target") for each in part.iter()], name
        return
    text = file.read_text(encoding="utf-8-sig")
    assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]", text)
    if ending == ".csv":
        for row in csv.reader(
            text.splitlines(keepends=True), delimiter=";" if ";" in text.splitlines()[0] else ","
        ):
            assert not [cell for cell in row if cell.startswith(FORMULAS) and cell != "-"], row
    elif ending == ".md":
        assert not re.search(r"(?<!\\)(<script|!\[|\]\(http|<svg)", text)
    elif ending == ".svg":
        tags = {each.tag.rpartition("}")[2] for each in ET.fromstring(text).iter()}  # noqa: S314 - our own file
        assert "script" not in tags
    else:
        page = Tags()
        page.feed(text)
        assert text.count("alert(1)</script>") == 0
        assert not [each for each in page.attributes if each[0].startswith("on") and each[1] == "x"]
        assert not [
            value
            for _, value in page.attributes
            if value
            and ("http://e" in value or value.startswith("javascript:"))
            and not value.startswith("#")
            and len(value) < 40
        ]


def commands() -> list[tuple[str, ...]]:
    questions = [("matrix", each.value) for each in Question]
    return [
        *questions,
        ("matrix", "groups", "--of", "configurations", "--split", "outcome group"),
        ("framework",),
    ]


@pytest.mark.parametrize("ending", [".csv", ".xlsx", ".md", ".html", ".docx"])
def test_tables_of_a_hostile_theory_are_words_alone(
    run: Run, study: str, tmp_path: Path, ending: str
) -> None:
    for number, command in enumerate(commands()):
        if command[0] == "framework" and ending == ".html":
            continue
        file = tmp_path / f"{number}{ending}"
        status, _, said = run(command[0], study, *command[1:], "--to", file, "--checked")
        assert "Traceback" not in said
        assert status == 0, (command, said)
        looked_over(file)


@pytest.mark.parametrize("ending", [".md"])
def test_a_page_of_a_hostile_case_is_words_alone(run: Run, study: str, tmp_path: Path, ending: str) -> None:
    file = tmp_path / f"sag{ending}"
    status, _, said = run("profile", study, "k", "--to", file, "--checked")
    assert status == 0, said
    looked_over(file)


@pytest.mark.parametrize("ending", [".svg", ".html"])
def test_figures_of_a_hostile_theory_are_words_alone(
    run: Run, study: str, tmp_path: Path, ending: str
) -> None:
    for command in (("theory", "diff", study, "2", "now"), ("export", "theory", study)):
        file = tmp_path / f"{command[0]}{ending}"
        status, _, said = run(*command, "--to", file, "--checked")
        assert status == 0, said
        looked_over(file)


def test_no_command_on_a_hostile_theory_steers_the_terminal(run: Run, study: str) -> None:
    one = (["chains"], ["alike"], ["prompts"], ["conditions"], ["review"], ["comments"], ["tray"], ["exhibit", "list"], ["theory", "list"],
           ["framework"], ["history", "K02"], ["strength", "K02"], ["rivals", "K02"], ["configuration", "K02"], ["profile", "k"],
           ["prompts", "K03"], ["theory", "diff", "2", "now"], ["matrix", "evidence"], ["review", "K02"], ["chains", "K02"])  # fmt: skip
    for words in one:
        parts = 2 if words[0] in ("exhibit", "theory") else 1
        status, out, said = run(*words[:parts], study, *words[parts:])
        assert status == 0, (words, said)
        found = re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", out + said)
        assert not found, (words, out[max(0, found.start() - 60) : found.start() + 20])
