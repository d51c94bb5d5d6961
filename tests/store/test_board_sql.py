"""The board's questions give the same answers on both databases."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from rcoder.domain.actions.coding import code_passage, finish
from rcoder.domain.actions.studying import bring_in, release
from rcoder.domain.case import Attribute, Case, Criterion
from rcoder.domain.codebook import Code, Codebook, CodebookContents
from rcoder.domain.coding import Coding, Finish
from rcoder.domain.groups import Belonging
from rcoder.domain.ids import new_id
from rcoder.domain.journal import Deed, added
from rcoder.domain.transcript import Doubt, Speaker, Transcript, Turn
from rcoder.domain.words import AttributeType, Bilingual, Relation, Verdict
from rcoder.project import Project, create_project, open_project
from rcoder.project.attributes import attribute_lines, definition, moved, redefinition, removal
from rcoder.project.board import whole
from rcoder.project.door import checksum
from rcoder.project.groups import addition, group_counts
from rcoder.project.groups import removal as group_removal

TEXT = "A: Et.\nB: To ord.\nB: Tre igen.\n"
BOOK = Codebook("b", "small", "1", Bilingual("Bog", "Book"))
CONTENTS = CodebookContents(BOOK, (Code("h", "b", "H1.M1", label=Bilingual("Tillid", "Trust")),))
YEARS = Attribute("", "aar", type=AttributeType.NUMBER, label=Bilingual("År"), unit=Bilingual("år"))


@pytest.fixture(params=["sqlite", "postgres"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where a project can be made."""
    if request.param == "sqlite":
        return str(tmp_path / "board.rcoder")
    return str(request.getfixturevalue("fresh_database"))


@pytest.fixture
def project(place: str) -> Iterator[Project]:
    with create_project(place, "Prøve", CONTENTS, coder="Anne") as made:
        fill(made)
        yield made


def fill(project: Project) -> None:
    """Two cases, one interview each; Anne has coded the first to the end, and one passage of it is in doubt."""
    for name, outcome, years in (("Sag 1", "with_hours", "6"), ("Sag 2", "", "")):
        case = Case(name, name, "Nordby", outcome, {"aar": years} if years else {})
        transcript = Transcript(
            f"t:{name}".casefold(), f"{name}: Mette", "da", checksum(TEXT), len(TEXT), "a.txt", name, "txt", case.id,
            attributes={"municipality": "Åby"}, turns=(Turn(3, 6, f"A{name}"), Turn(10, 17, f"B{name}"), Turn(21, 30, f"B{name}")),
        )  # fmt: skip
        voices = [
            Speaker(f"A{name}", transcript.id, "A", (), True, 0),
            Speaker(f"B{name}", transcript.id, "B", ("borger", "mentor"), False, 1),
        ]
        project.do(bring_in(transcript, voices, added(case)), texts=[TEXT])
    first = project.transcript("t:sag 1")
    coding = Coding(new_id(), first.id, 11, 13, "h", project.coder_id)
    project.do(code_passage(coding, CONTENTS.codes[0], first))
    project.do(finish(Finish(new_id(), first.id, project.coder_id), first))
    doubt = Doubt(new_id(), first.id, 1, "codings", coding.id, project.coder_id, Verdict.CHANGED, 0, 1)
    project.do(Deed("Doubted", added(doubt)))


def test_the_board_is_the_same_on_both(project: Project, place: str) -> None:
    found = {each.title: each for each in whole(project).interviews}
    first, second = found["Sag 1: Mette"], found["Sag 2: Mette"]
    assert first.roles == ("borger", "mentor")
    assert (first.turns, first.own_uncoded, first.uncoded, first.doubts) == (2, 1, 1, 1)
    assert (first.finished, first.finished_by, first.codings) == (True, ("Anne",), 1)
    assert (second.turns, second.own_uncoded, second.finished_by) == (2, 2, ())
    with open_project(place, coder="Jonas") as blind:
        seen = {each.title: each for each in whole(blind).interviews}["Sag 1: Mette"]
    assert (seen.codings, seen.uncoded, seen.doubts, seen.finished_by) == (0, 2, 0, ())
    project.do(release(project.coders()[0]))
    with open_project(place, coder="Jonas") as other:
        seen = {each.title: each for each in whole(other).interviews}["Sag 1: Mette"]
    assert (seen.codings, seen.own_uncoded, seen.uncoded, seen.doubts) == (1, 2, 1, 1)


def test_attributes_and_groups_are_the_same_on_both(project: Project) -> None:
    project.do(definition(project, YEARS))
    project.do(definition(project, Attribute("", "skift", type=AttributeType.YES_NO)))
    assert [(each.attribute.key, each.known, each.of) for each in attribute_lines(project)] == [
        ("aar", 1, 2),
        ("skift", 0, 2),
    ]
    project.do(addition(project, Bilingual("Lang"), [Criterion("År", Relation.AT_LEAST, "5")]))
    (count,) = group_counts(project)
    assert count.words == "1 of 2 cases, 1 unknown"
    assert [each.case for each in count.of(Belonging.UNKNOWN)] == ["Sag 2"]
    before = attribute_lines(project)[0].attribute
    project.do(redefinition(project, before, Attribute(before.id, "ledig", type=AttributeType.NUMBER)))
    assert {case.name: dict(case.attributes) for case in project.cases()} == {
        "Sag 1": {"ledig": "6"},
        "Sag 2": {},
    }
    assert group_counts(project)[0].words == count.words
    project.do(moved(project, "skift", -1))
    assert [each.attribute.key for each in attribute_lines(project)] == ["skift", "ledig"]
    project.do(group_removal(project, "lang"))
    project.do(removal(project, "ledig"))
    assert all(not case.attributes for case in project.cases())
    project.undo()
    assert project.cases()[0].attributes == {"ledig": "6"}
