"""What leaves a project on a server is byte for byte what leaves one in a file."""

from __future__ import annotations

from pathlib import Path

from compared import build, fill
from every_export import every, made
from rcoder.domain.codebook import Node, Theory, TheoryLink
from rcoder.domain.journal import Deed, added
from rcoder.domain.words import Bilingual, Column, Effect
from rcoder.project import Project

READ = frozenset({".md", ".svg", ".csv", ".html", ".dot"})


def filled(place: str) -> Project:
    """The same study wherever it lies, with a figure."""
    project = build(place)
    fill(project)
    words = Bilingual("Samlet", "Overall")
    theory = Theory("o", "b", "overall", title=words)
    nodes = [
        Node(f"o{key}", "o", key, column, words, codes=(code,))
        for key, column, code in (("K1", Column.CORE, "H1.R1"), ("M1", Column.MECHANISM, "H1.M1"))
    ]
    link = TheoryLink("ol", "o", "oK1", "oM1", Effect.PROMOTES, section="§1")
    project.do(Deed("Drew", added(theory, *nodes, link)))
    return project


def test_the_same_study_on_a_server_gives_the_same_files(fresh_database: str, tmp_path: Path) -> None:
    with filled(fresh_database) as there, filled(str(tmp_path / "here.rcoder")) as here:
        both = [{one.name: made(project, one) for one in every(endings=READ)} for project in (here, there)]
    assert [name for name in both[0] if both[0][name] != both[1][name]] == []
    written = [name for name, each in both[0].items() if not isinstance(each, str)]
    assert len(written) > len(both[0]) - 12
