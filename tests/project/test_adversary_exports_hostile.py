"""Whatever people write, every file that leaves opens, holds it as words and runs nothing."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from collections.abc import Callable, Mapping
from html.parser import HTMLParser
from pathlib import Path
from runpy import run_path
from xml.etree import ElementTree as ET

import pytest

from every_export import every, made
from hostile_theory import add_figure, add_theory
from rcoder.project import open_project
from rcoder.project.versions import save

MAKING = run_path(str(Path(__file__).parents[1] / "ui" / "test_hostile.py"))
NASTY = MAKING["NASTY"]
WORDS = {
    "signs": "<script>alert(1)</script>\"'><img src=x onerror=alert(1)></text></svg>]]> =cmd|' /C calc'!A0 \\input{/etc/passwd}\\write18{ls} $x$ %c & "
    '#import "x" #panic() ${7*7} `ls` %%{init: {"theme":"x"}}%% click A "javascript:alert(1)" \\N \\" ; a -> b [label=<b>] ┃ | ``` #quot;',
    "formula": "=1+1",
    "letters": "👩‍🦽 é\u0301 🇩🇰 中 مُرحبا שלום ﷺ \u202eturned\u2066 \ufffe z\u0323\u0307",
    "long": "x" * 6_000,
}


def make_study(place: Path, words: str) -> str:
    """A study in which everything that is written is `words`."""
    location: str = MAKING["make_hostile"](place)
    with open_project(location, coder=f"Anne {NASTY}") as project:
        add_theory(project, words)
        add_figure(project, words)
        save(project, f"Figur {words}", words)
    return location


class Tags(HTMLParser):
    """What a page is made of, and where it leads."""

    def __init__(self) -> None:
        super().__init__()
        self.strange: list[object] = []
        self.scripts = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.scripts += tag == "script"
        if tag in {"img", "iframe", "object", "embed", "base", "form"}:
            self.strange.append(tag)
        self.strange += [
            (name, value)
            for name, value in attrs
            if name.startswith("on")
            or (name in {"href", "src"} and not str(value).startswith(("#", "data:")))
        ]


def workbook(contents: bytes) -> None:
    import openpyxl

    book = openpyxl.load_workbook(io.BytesIO(contents))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert not [each.value for each in cells if each.data_type == "f" or each.hyperlink]


def word(contents: bytes) -> None:
    import docx

    assert docx.Document(io.BytesIO(contents)).paragraphs
    with zipfile.ZipFile(io.BytesIO(contents)) as archive:
        for name in archive.namelist():
            if name.endswith(".rels"):
                part = ET.fromstring(archive.read(name))  # noqa: S314 - our own file
                assert not [each for each in part.iter() if each.get("TargetMode") == "External"]


def pages(contents: bytes) -> None:
    assert contents.startswith(b"%PDF")
    assert not re.search(rb"/(?:JavaScript|Launch|OpenAction|EmbeddedFile)\b", contents)


def drawing(contents: bytes) -> None:
    tags = {each.tag.rpartition("}")[2] for each in ET.fromstring(contents).iter()}  # noqa: S314 - our own file
    assert not tags & {"script", "foreignObject", "image", "img", "animate", "set"}


def page(contents: bytes) -> None:
    found = Tags()
    found.feed(contents.decode())
    assert found.strange == []
    assert found.scripts <= 2


def graph(contents: bytes) -> None:
    pygraphviz = pytest.importorskip("pygraphviz")
    drawn = pygraphviz.AGraph(string=contents.decode())
    assert drawn.number_of_nodes() > 0


def cells(contents: bytes) -> None:
    csv.field_size_limit(10**8)
    rows = csv.reader(io.StringIO(contents.decode("utf-8-sig"), newline=""), delimiter=";")
    assert not [cell for row in rows for cell in row if re.match(r"\s*[=+@＝]|\s*-(?![\d,.]*$)", cell)]


def latex(contents: bytes) -> None:
    text = contents.decode()
    assert not re.search(r"\\(?:input|write18|include|def|csname)\{", text.split("\n", 1)[1])
    depth = 0
    for found in re.finditer(r"\\.|[{}]", text):
        depth += {"{": 1, "}": -1}.get(found[0], 0)
        assert depth >= 0
    assert depth == 0


def mermaid(contents: bytes) -> None:
    text = contents.decode()
    assert len(re.findall("%%{", text)) <= 1
    assert not re.search(r"(?m)^\s*(?:click|end\s*-->)", text)


OPENED: Mapping[str, Callable[[bytes], None]] = {
    ".xlsx": workbook, ".docx": word, ".pdf": pages, ".svg": drawing, ".html": page, ".dot": graph, ".csv": cells, ".tex": latex, ".mmd": mermaid,
}  # fmt: skip
QUICK = frozenset({".xlsx", ".csv", ".md", ".tex", ".dot", ".mmd", ".html"})
"""Endings of files that are made quickly of long words."""
PLAIN = frozenset({".csv", ".md", ".svg", ".html", ".tex", ".dot", ".mmd"})


@pytest.mark.parametrize("kind", WORDS)
def test_every_file_opens_and_runs_nothing(tmp_path: Path, kind: str) -> None:
    refused = []
    with open_project(make_study(tmp_path / "h.rcoder", WORDS[kind]), coder=f"Anne {NASTY}") as project:
        for one in every(endings=QUICK if kind == "long" else frozenset()):
            found = made(project, one)
            if isinstance(found, str):
                refused.append(one)
                continue
            OPENED.get(one.ending, bytes)(found.contents)
            if one.ending in PLAIN:
                text = found.contents.decode()
                assert not re.search(
                    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u202a-\u202e\u2066-\u2069\ufffe]", text
                ), one.name
    assert not [one for one in refused if not one.options]
