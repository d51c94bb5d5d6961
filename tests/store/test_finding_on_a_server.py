"""What is found in a study is the same in a file and on a server."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from rcoder.domain.codebook import CodebookContents
from rcoder.domain.finding import Filters, Search, Unit, Way
from rcoder.project import Project, create_project
from rcoder.project.coding_found import coding_of_hits, every_hit, own_codings
from rcoder.project.finding import count, find, words_of
from rcoder.project.importing import Bringing, import_files
from rcoder.project.looking import choices


@pytest.fixture
def projects(
    tmp_path: Path, fresh_database: str, contents: CodebookContents, interview_file: Path
) -> Iterator[tuple[Project, Project]]:
    """The same study in a file and on a server."""
    places = (str(tmp_path / "fil.rcoder"), fresh_database)
    made = [create_project(place, "Prøve", contents, coder="Anne") for place in places]
    for project in made:
        list(import_files(project, [Bringing(interview_file, case="Sag 01", roles=("borger",))]))
    yield made[0], made[1]
    for project in made:
        project.close()


SEARCHES = (
    *(Search(query, way) for query in ("vide", "ringe | svært", "det -svært", '"den samme"', "d*", "s* | h*", "skiftet", "o_%") for way in Way),
    Search("det", filters=Filters(role="borger")),
    Search("hvordan", filters=Filters(without_interviewer=True)),
    Search("det", filters=Filters(case="Sag 01", speaker="mette", transcript="interview.txt")),
)  # fmt: skip


def test_hits_words_and_counts_are_the_same(projects: tuple[Project, Project]) -> None:
    for search in SEARCHES:
        answers = []
        for project in projects:
            hits = [(hit.span, hit.words, hit.speaker, hit.turn) for hit in find(project, search).hits]
            answers.append((hits, words_of(project, search), count(project, search)))
        assert answers[0] == answers[1], search
    assert choices(projects[0]).speakers == choices(projects[1]).speakers


def test_hits_are_coded_on_a_server_too(projects: tuple[Project, Project]) -> None:
    found = []
    for project in projects:
        hits = every_hit(project, Search("det"))
        project.do(coding_of_hits(project, hits, project.code("H1.M1").id, Unit.SENTENCE, "det"))
        own = own_codings(project, {hit.transcript_id for hit in hits})
        found.append([(each.span, each.code) for each in own])
    assert found[0] == found[1]
    assert found[0]
