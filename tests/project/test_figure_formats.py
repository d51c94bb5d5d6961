"""The figure in every format it can be written to: from a study with evidence, and from one that is out to do harm."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from hostile_theory import add_figure
from rcoder.domain.codebook import Code, Codebook, CodebookContents
from rcoder.domain.errors import Misuse
from rcoder.domain.outgoing import Outgoing
from rcoder.domain.words import Bilingual, Category, Kind
from rcoder.project import Project, create_project, open_project
from rcoder.project.exports import find
from rcoder.project.exports.leaving import make, wanted
from rcoder.project.sample import build_sample

ENDINGS = find("theory").endings
STARTS = {
    ".svg": b"<?xml",
    ".pdf": b"%PDF-1.7",
    ".png": b"\x89PNG",
    ".html": b"<!DOCTYPE html>",
    ".mmd": b"%% ",
    ".dot": b"// ",
}
HOSTILE = 'x"]] --> <b>\\l & \x1b]0;t\x07 {{y}} `z` #quot; $(id) 🦖 مرحبا'


def quiet(done: int, whole: int, what: str) -> None:
    """No progress is shown."""


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    sample = build_sample(tmp_path_factory.mktemp("sample"), report=quiet)
    return open_project(str(sample.project), coder="Anne Holm")


def made(project: Project, ending: str, language: str = "", **options: str) -> Outgoing:
    asked = wanted(project, "theory", Path(f"f{ending}"), language=language, options=options)
    return make(project, asked)


@pytest.mark.parametrize(("ending", "language"), zip(ENDINGS, ["da", "en"] * 3, strict=True))
def test_a_mini_theory_is_written_in_every_format_the_same_twice(
    project: Project, ending: str, language: str
) -> None:
    first, again = (made(project, ending, language, hypothesis="H2") for _ in range(2))
    assert first.contents.startswith(STARTS[ending])
    assert first == again


@pytest.mark.parametrize(
    ("ending", "variant"),
    [(".pdf", "difference"), (".mmd", "difference"), (".dot", "difference"), (".png", "initial")],
)
def test_versions_go_the_same_ways(project: Project, ending: str, variant: str) -> None:
    assert made(project, ending, hypothesis="H2", variant=variant).contents.startswith(STARTS[ending])


@pytest.mark.parametrize("ending", [".svg", ".mmd", ".dot"])
def test_formats_of_text_say_n_theory_version_and_day(project: Project, ending: str) -> None:
    text = made(project, ending, hypothesis="H2").contents.decode()
    for said in ("sager kodet til ende", "version 2", "kodebog jobfirst", "pr. 20"):
        assert said in text


@pytest.mark.parametrize("ending", [".mmd", ".dot"])
def test_two_theories_side_by_side_are_refused_where_a_file_holds_one(project: Project, ending: str) -> None:
    with pytest.raises(Misuse, match="side by side"):
        made(project, ending, variant="groups", group="Med ordinære timer")


def test_paper_is_a4_unless_a3_is_asked_for(project: Project) -> None:
    small, large = made(project, ".png", hypothesis="H2"), made(project, ".png", hypothesis="H2", paper="a3")
    assert len(large.contents) > len(small.contents)


def test_a_passage_that_is_inferred_is_known_as_such(project: Project) -> None:
    found = [each for arrow in project.theory().arrows for each in arrow.witnesses]
    stored = {
        row["id"]: row["directness"]
        for row in project.sight.rows("SELECT id, directness FROM evidence WHERE {seen}")
    }
    known = [each for each in found if each.ids and all(own in stored for own in each.ids)]
    assert known
    for each in known:
        said = any(stored[own] == "said" for own in each.ids)
        assert each.directness == ("said" if said else "inferred")


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Project]:
    """A study whose every word would rather be something else."""
    both = Bilingual(HOSTILE, HOSTILE)
    codes = tuple(
        Code(key, "b", f"{key}{HOSTILE}", Category.CODE, None, place, kind, label=both)
        for place, (key, kind) in enumerate((("H1.R1", Kind.RESOURCE), ("H1.M1", Kind.REASONING)))
    )
    contents = CodebookContents(Codebook("b", "nasty", "1.0", both), codes)
    where = tmp_path_factory.mktemp("hostile") / "study.rcoder"
    with create_project(str(where), f"Studie {HOSTILE}", contents, coder="Anne") as made:
        add_figure(made, HOSTILE)
        yield made


@pytest.mark.parametrize("ending", ENDINGS)
def test_hostile_words_go_through_every_format_as_words(hostile: Project, ending: str) -> None:
    contents = made(hostile, ending).contents
    assert contents.startswith(STARTS[ending])
    if ending in (".svg", ".html", ".mmd", ".dot"):
        text = contents.decode()
        assert not {"\x1b", "\x07"} & set(text)
        assert "‹U+001B›" in text
    if ending == ".svg":
        assert ET.fromstring(contents).tag.endswith("svg")  # noqa: S314 - our own drawing is parsed
    if ending == ".mmd":
        assert "]] -->" not in "".join(line for line in text.splitlines() if not line.startswith("%% "))
