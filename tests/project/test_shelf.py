"""Several codebooks in one study: found, counted and drawn together, added and taken out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from rcoder.analysis.boxes import OVERALL
from rcoder.domain.actions.arranging import change_case
from rcoder.domain.actions.coding import uncode
from rcoder.domain.actions.configuring import begin
from rcoder.domain.actions.memoing import write_memo
from rcoder.domain.actions.studying import release
from rcoder.domain.codebook import CodebookContents
from rcoder.domain.configuration import Configuration, Element, Place
from rcoder.domain.errors import Misuse, NotFound, Stale, Unchanged
from rcoder.domain.ids import new_id
from rcoder.domain.memo import Memo
from rcoder.domain.transcript import Span
from rcoder.domain.words import Kind, Subject
from rcoder.exchange.codebooks import read_codebook
from rcoder.project import Project, create_project, open_project
from rcoder.project.attributes import attributes
from rcoder.project.bench import gather
from rcoder.project.codebooks import books, contents, everything
from rcoder.project.coding import CodingFlags, code_passage
from rcoder.project.importing import Bringing, import_files
from rcoder.project.shelf import addition, book_named, removal, shelf, shipped, together

OTHER = """\
rcoder: codebook 1
id: other
version: "2.3"
title: {da: "Den anden", en: "The other"}
codes:
  - id: X.M1
    kind: reasoning
    label: {da: "Håb", en: "Hope"}
    cues: ["jeg håber"]
  - id: X.M2
    parent: X.M1
    kind: reasoning
    label: {da: "Stort håb", en: "Great hope"}
attributes:
  - key: alder
    type: number
    label: {da: "Alder", en: "Age"}
  - key: noget
    type: text
    label: {da: "Noget", en: "Something"}
"""

THIRD = OTHER.replace("id: other", "id: third").replace("X.M", "Y.M").replace("Den anden", "Aftenbogen")


@pytest.fixture
def read(tmp_path: Path) -> Callable[[str], CodebookContents]:
    def reading(text: str) -> CodebookContents:
        path = tmp_path / "read.yaml"
        path.write_text(text, encoding="utf-8")
        return read_codebook(path)

    return reading


@pytest.fixture
def other(read: Callable[[str], CodebookContents]) -> CodebookContents:
    return read(OTHER)


@pytest.fixture
def project(new_project: Callable[..., Project], interview_file: Path) -> Project:
    made = new_project()
    list(import_files(made, [Bringing(interview_file, case="Sag 01", roles=("borger",))]))
    return made


def code(project: Project, key: str, words: str = "vidste jeg", coder: str = "") -> str:
    """Codes some words of the interview and gives the coding's id."""
    transcript = project.transcript("interview.txt")
    start = project.text(transcript).index(words)
    return code_passage(project, transcript.id, Span(start, start + len(words)), key, CodingFlags())[0].id


# -- beside one another ----------------------------------------------------------------------------------------------


def test_an_added_codebook_s_codes_come_after_the_main_one_s(
    project: Project, other: CodebookContents
) -> None:
    before = [line.code.key for line in project.code_lines()]
    entry = project.do(addition(project, other))
    assert entry.sentence == "Added the codebook The other 2.3, with 2 codes"
    assert [line.code.key for line in project.code_lines()] == [*before, "X.M1", "X.M2"]
    assert [line.depth for line in project.code_lines()][-2:] == [0, 1]
    assert [each.key for each in project.codes().values()][-2:] == ["X.M1", "X.M2"]
    assert project.code("x.m2").label.da == "Stort håb"


def test_the_others_are_in_danish_order_and_the_main_one_stays(
    project: Project, read: Callable[[str], CodebookContents]
) -> None:
    project.do(addition(project, read(OTHER)))
    project.do(addition(project, read(THIRD)))
    assert [each.key for each in books(project.sight)] == ["small", "third", "other"]
    assert [(line.codebook.key, line.main) for line in shelf(project)] == [
        ("small", True),
        ("third", False),
        ("other", False),
    ]
    main = project.codebook()
    assert main is not None
    assert {each.codebook_id for each in main.codes} == {main.codebook.id}
    assert project.overview().codebook == "Lille kodebog 1.0"
    assert project.overview().beside == ("Aftenbogen 2.3", "Den anden 2.3")


def test_a_study_can_begin_with_several(
    tmp_path: Path, contents: CodebookContents, other: CodebookContents
) -> None:
    first, second = together([contents, other])
    with create_project(str(tmp_path / "begun.rcoder"), "Begyndt", first, beside=(second,)) as begun:
        assert [each.key for each in books(begun.sight)] == ["small", "other"]
        assert begun.study().codebook_id == contents.codebook.id
        assert [each.key for each in attributes(begun.sight)] == ["alder", "noget"]
        assert begun.undo() is None


def test_a_passage_is_coded_found_and_counted_with_either(project: Project, other: CodebookContents) -> None:
    project.do(addition(project, other))
    code(project, "X.M2")
    code(project, "H1.M1")
    versions = {line.code: line.coding.codebook_version for line in project.coding_lines()}
    assert versions == {"X.M2": "2.3", "H1.M1": "1.0"}
    assert [line.code for line in project.coding_lines(code="X.M1")] == ["X.M2"]
    assert {line.code.key: line.codings for line in project.code_lines() if line.codings} == {
        "H1.M1": 1,
        "X.M2": 1,
    }
    assert [line.codings for line in shelf(project)] == [1, 1]


def test_a_configuration_has_codes_of_both_and_the_main_theory_is_drawn(
    project: Project, other: CodebookContents
) -> None:
    project.do(addition(project, other))
    hope, hypothesis = project.code("X.M1"), project.code("H1")
    configuration = Configuration(
        new_id(), project.next_number(), project.coder_id, hypotheses=(hypothesis.id,)
    )
    element = Element(new_id(), "Håb", hope.id)
    place = Place(new_id(), configuration.id, element.id, Kind.REASONING)
    project.do(begin(configuration, [element], [place]))
    bench = gather(project, configuration.id)
    assert bench.codes[hope.id].key == "X.M1"
    assert {node.key for node in bench.nodes.values()} >= {"K1", "M1"}
    theory = project.theory()
    assert [box.label.da for box in theory.boxes if box.new] == ["Håb"]
    assert {box.key for box in theory.boxes} >= {"K1", "M1", "S1", "C1"}


def test_two_theories_called_overall_stay_apart(
    project: Project, read: Callable[[str], CodebookContents]
) -> None:
    theory = """
theories:
  - id: overall
    title: {da: "Den andens", en: "The other's"}
    nodes:
      - {id: Q1, column: mechanism, label: {da: "Håb", en: "Hope"}, codes: [X.M1]}
"""
    project.do(addition(project, read(OTHER + theory)))
    assert {box.key for box in project.theory().boxes} == {"K1", "M1", "S1", "C1"}
    whole = everything(project.sight)
    assert whole is not None
    assert [node.key for node in whole.nodes if node.key == "Q1"] == []
    found = contents_named(project, "other")
    assert [node.key for node in found.nodes] == ["Q1"]
    assert found.theory(OVERALL) is not None


def contents_named(project: Project, key: str) -> CodebookContents:
    return contents(project.sight, next(each for each in books(project.sight) if each.key == key))


def test_a_study_without_a_codebook_takes_the_first_as_its_main_one(
    tmp_path: Path, other: CodebookContents
) -> None:
    with create_project(str(tmp_path / "bare.rcoder"), "Uden") as bare:
        bare.do(addition(bare, other))
        assert bare.study().codebook_id == other.codebook.id
        with pytest.raises(NotFound, match="no theory called overall"):
            bare.theory()
        bare.undo()
        assert bare.study().codebook_id == ""
        assert bare.codebook() is None


# -- what is refused -------------------------------------------------------------------------------------------------


def test_keys_that_are_taken_are_named(project: Project, read: Callable[[str], CodebookContents]) -> None:
    taken = read(OTHER.replace("X.M1", "h1.m1").replace("X.M2", "H1"))
    with pytest.raises(Misuse, match=r"The other 2\.3 and Small codebook 1\.0 both have h1\.m1 and H1\."):
        addition(project, taken)
    assert [each.key for each in books(project.sight)] == ["small"]


def test_many_taken_keys_are_not_all_named(project: Project, contents: CodebookContents) -> None:
    book = replace(contents.codebook, id=new_id(), key="copy")
    codes = tuple(replace(each, id=new_id(), parent_id=None, codebook_id=book.id) for each in contents.codes)
    extra = tuple(replace(codes[0], id=new_id(), key=f"H1.O{number}") for number in range(1, 3))
    with pytest.raises(Misuse, match=r"H1, SC1\.1, H1\.C1, H1\.R1, H1\.M1, H1\.O1 and 1 more"):
        addition(project, CodebookContents(book, (*codes, *extra)))


def test_the_same_codebook_again_changes_nothing(project: Project, other: CodebookContents) -> None:
    project.do(addition(project, other))
    with pytest.raises(Unchanged, match="is in the study already"):
        addition(project, other)


def test_a_newer_version_that_says_the_same_changes_nothing(
    project: Project, read: Callable[[str], CodebookContents]
) -> None:
    project.do(addition(project, read(OTHER)))
    with pytest.raises(Unchanged):
        addition(project, read(OTHER.replace('"2.3"', '"2.4"')))


@pytest.mark.parametrize(
    ("old", "new", "named"),
    [
        ("Stort håb", "Meget stort håb", r"X\.M2"),
        ("X.M2", "X.M3", r"X\.M3 and X\.M2"),
        ('cues: ["jeg håber"]', 'cues: ["jeg håber stadig"]', r"X\.M1"),
    ],
)
def test_another_version_is_refused_with_what_differs_and_what_to_do(
    project: Project, read: Callable[[str], CodebookContents], old: str, new: str, named: str
) -> None:
    project.do(addition(project, read(OTHER)))
    newer = read(OTHER.replace('"2.3"', '"2.4"').replace(old, new))
    with pytest.raises(Misuse, match=rf"The other 2\.4 differs from it in {named}\.") as refused:
        addition(project, newer)
    assert not isinstance(refused.value, Unchanged)
    assert "take it out first" in refused.value.hint


def test_another_theory_is_a_difference(project: Project, contents: CodebookContents) -> None:
    link = replace(contents.links[0], section="§9")
    with pytest.raises(Misuse, match="differs from it in the theory overall"):
        addition(project, replace(contents, links=(link, *contents.links[1:])))


def test_one_codebook_is_not_chosen_twice(other: CodebookContents) -> None:
    with pytest.raises(Misuse, match="other is chosen twice"):
        together([other, other])


# -- taking one out --------------------------------------------------------------------------------------------------


def test_one_that_nothing_is_coded_with_is_taken_out_and_brought_back(
    project: Project, other: CodebookContents
) -> None:
    project.do(addition(project, other))
    there = contents_named(project, "other")
    entry = project.do(removal(project, "Den anden"))
    assert entry.sentence == "Took out the codebook The other 2.3"
    assert [each.key for each in books(project.sight)] == ["small"]
    project.undo()
    assert contents_named(project, "other") == there


def test_what_is_made_with_it_is_counted(project: Project, other: CodebookContents) -> None:
    project.do(addition(project, other))
    code(project, "X.M1")
    configuration = Configuration(new_id(), project.next_number(), project.coder_id)
    element = Element(new_id(), "Håb", project.code("X.M1").id)
    place = Place(new_id(), configuration.id, element.id, Kind.REASONING)
    project.do(begin(configuration, [element], [place]))
    memo = Memo(
        new_id(),
        project.coder_id,
        Subject.CODE,
        project.code("X.M2").id,
        text="Husk",
        at="2024-01-01T00:00:00Z",
    )
    project.do(write_memo(memo, "X.M2"))
    with pytest.raises(Misuse, match="it is used by 1 coding, 1 configuration and 1 memo in your sight"):
        removal(project, "other")


def test_a_configuration_of_its_hypothesis_uses_it(project: Project, other: CodebookContents) -> None:
    project.do(addition(project, other))
    hypothesis = project.code("H1").id
    project.do(
        begin(Configuration(new_id(), project.next_number(), project.coder_id, hypotheses=(hypothesis,)))
    )
    with pytest.raises(Misuse, match="used by 1 configuration"):
        removal(project, "small")


def test_a_hidden_layer_s_codings_keep_it_without_being_counted(
    project: Project, other: CodebookContents
) -> None:
    project.do(addition(project, other))
    with open_project(project.location, coder="Jonas") as jonas:
        coding = code(jonas, "X.M1")
    with pytest.raises(Stale, match="another coder's work rests on it"):
        removal(project, "other")
    with open_project(project.location, coder="Jonas") as jonas:
        jonas.do(release(next(each for each in jonas.coders() if each.id == jonas.coder_id)))
    with pytest.raises(Misuse, match="1 coding in your sight"):
        removal(project, "other")
    with open_project(project.location, coder="Jonas") as jonas:
        line = next(each for each in jonas.coding_lines() if each.coding.id == coding)
        jonas.do(uncode([line.coding], jonas.codes(), jonas.transcript("interview.txt"), ()))
    project.do(removal(project, "other"))


def test_adding_is_not_taken_back_once_another_has_coded_with_it(
    project: Project, other: CodebookContents
) -> None:
    project.do(addition(project, other))
    with open_project(project.location, coder="Jonas") as jonas:
        code(jonas, "X.M1")
    with pytest.raises(Stale, match="Another coder's work rests on this"):
        project.undo()
    assert [each.key for each in books(project.sight)] == ["small", "other"]


def test_where_the_main_one_goes_the_next_takes_its_place(project: Project, other: CodebookContents) -> None:
    project.do(addition(project, other))
    assert project.do(removal(project, "small")).sentence.endswith("; The other 2.3 is the main one")
    assert project.study().codebook_id == other.codebook.id
    project.undo()
    assert [each.key for each in books(project.sight)] == ["small", "other"]


def test_the_last_one_leaves_a_study_without(project: Project) -> None:
    project.do(removal(project, "small"))
    assert project.codebook() is None
    assert project.code_lines() == ()
    assert project.overview().codebook == ""


def test_one_that_is_not_there_is_answered_with_those_that_are(project: Project) -> None:
    with pytest.raises(NotFound, match=r"no codebook bip\. It has small\."):
        removal(project, "bip")
    assert book_named(project, "LILLE kodebog").codebook.key == "small"


# -- attributes ------------------------------------------------------------------------------------------------------


def test_attributes_come_along_behind_those_there_are_and_none_twice(
    project: Project, read: Callable[[str], CodebookContents]
) -> None:
    project.do(addition(project, read(OTHER)))
    project.do(addition(project, read(THIRD.replace("noget", "andet").replace("Noget", "Andet"))))
    assert [(each.key, each.origin, each.position) for each in attributes(project.sight)] == [
        ("alder", "other", 0),
        ("noget", "other", 1),
        ("andet", "third", 2),
    ]


def test_a_codebook_that_goes_leaves_the_attributes_that_something_is_known_of(
    project: Project, other: CodebookContents
) -> None:
    project.do(addition(project, other))
    case = project.cases()[0]
    project.do(change_case(case, replace(case, attributes={"alder": "42"}), project.cases()))
    project.do(removal(project, "other"))
    assert [each.key for each in attributes(project.sight)] == ["alder"]
    project.do(addition(project, other))
    assert [each.key for each in attributes(project.sight)] == ["alder", "noget"]
    assert project.cases()[0].attributes == {"alder": "42"}


def test_the_shipped_ones_can_all_stand_in_one_study(tmp_path: Path) -> None:
    from rcoder.project.starting import codebook_named

    lines = shipped()
    assert [each.codebook.key for each in lines] == ["bip", "flere-skal-med", "jobfirst"]
    chosen = together([codebook_named(name) for name in ("jobfirst", "bip", "flere-skal-med")])
    with create_project(str(tmp_path / "all.rcoder"), "Alle", chosen[0], beside=chosen[1:]) as project:
        assert len(project.codes()) == sum(each.hypotheses + each.conditions + each.codes for each in lines)
        keys = [each.key for each in attributes(project.sight)]
        assert len(keys) == len(set(keys))
        assert len(project.theory().boxes) == 50
