"""Other material: figures with their base, documents, and what they bear on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from rcoder.domain.actions.configuring import begin, drop
from rcoder.domain.actions.studying import case_changes, release
from rcoder.domain.case import Case
from rcoder.domain.configuration import Configuration, Element, Link, Place
from rcoder.domain.errors import BadCodebook, Misuse, NotFound, Unchanged
from rcoder.domain.journal import Deed
from rcoder.domain.words import Kind, Material, Stance
from rcoder.project import Project, open_project
from rcoder.project.arranging import merge_cases, remove_case
from rcoder.project.assembling import assemble
from rcoder.project.bench import gather
from rcoder.project.exhibits import (
    Shown,
    attaching,
    changing,
    dropping,
    exhibit_named,
    exhibits,
    read_rows,
    showing,
    taking_off,
    turning,
)
from rcoder.project.since import since
from rcoder.ui.evidencing.exhibit_forms import exhibit_lines

FIGURE = Shown(Material.SURVEY, "Spm. 14", "Jeg har én at ringe til", "68 %", "112 af 164 borgere", "bølge 2")


@pytest.fixture
def study(new_project: Callable[..., Project]) -> str:
    """Anne's K01: two elements and a link."""
    with new_project(coder="Anne") as anne:
        elements = [Element("r", "én at ringe til"), Element("m", "tryg")]
        places = [Place("pr", "k", "r", Kind.RESOURCE), Place("pm", "k", "m", Kind.REASONING, 1)]
        own = Configuration("k", "K01", anne.coder_id)
        anne.do(begin(own, elements, places, links=[Link("l", "k", "r", "m")]))
        return anne.location


@pytest.fixture
def anne(study: str) -> Project:
    return open_project(study, coder="Anne")


def shown(project: Project, shown: Shown = FIGURE) -> str:
    """Brings material in; its id."""
    return project.do(showing(project, [shown])).changes[0].id


def test_a_figure_without_what_it_is_of_is_refused_in_one_sentence(anne: Project) -> None:
    with anne:
        with pytest.raises(Misuse, match="A figure without what it is of is not evidence"):
            showing(anne, [Shown(Material.SURVEY, "Spm. 14", "", "68 %", "  ")])
        with pytest.raises(Misuse, match="needs a title"):
            showing(anne, [Shown(Material.DOCUMENT, " ", "ord")])
        with pytest.raises(Misuse, match="says nothing yet"):
            showing(anne, [Shown(Material.DOCUMENT, "Årsrapport")])
        with pytest.raises(NotFound, match="no case called"):
            showing(anne, [Shown(Material.DOCUMENT, "Journal", "ord", case="Sag 99")])
        assert exhibits(anne) == ()


def test_material_is_attached_to_the_whole_a_link_and_an_element_and_counted_among_no_passages(
    anne: Project,
) -> None:
    with anne:
        name = shown(anne)
        for part in ("k", "l", "m"):
            (assembled,) = assemble(anne.sight, ["k"])
            anne.do(attaching(anne, name, assembled, part, Stance.SUPPORTS))
        bench = gather(anne, "k")
        assert [each.claim_id for each in bench.assembled.bearings] == ["k", "l", "m"]
        assert set(bench.exhibits) == {name}
        assert bench.assembled.evidence == ()
        with pytest.raises(Unchanged, match="already"):
            attaching(anne, name, bench.assembled, "l", Stance.REFINES)
        with pytest.raises(Misuse, match="no part of K01"):
            attaching(anne, name, bench.assembled, "elsewhere", Stance.REFINES)
        (line,) = exhibits(anne)
        assert {each.number for each in line.on} == {"K01"}
        assert len(line.on) == 3


def test_its_stance_is_turned_and_it_is_taken_off(anne: Project) -> None:
    with anne:
        name = shown(anne)
        (assembled,) = assemble(anne.sight, ["k"])
        bearing = anne.do(attaching(anne, name, assembled, "l", Stance.SUPPORTS)).changes[0].id
        anne.do(turning(anne, bearing, Stance.CONTRADICTS))
        assert assemble(anne.sight, ["k"])[0].bearings[0].stance is Stance.CONTRADICTS
        anne.do(taking_off(anne, bearing))
        assert assemble(anne.sight, ["k"])[0].bearings == ()


def test_it_is_changed_and_removed_with_its_place_on_claims_and_undo_brings_both_back(anne: Project) -> None:
    with anne:
        name = shown(anne)
        anne.do(changing(anne, name, Shown(Material.REGISTER, "Progression", "", "3,4 → 3,9", "41 af 52")))
        assert exhibit_named(anne, "progression").material is Material.REGISTER
        (assembled,) = assemble(anne.sight, ["k"])
        anne.do(attaching(anne, name, assembled, "l", Stance.SUPPORTS))
        entry = anne.do(dropping(anne, name))
        assert "took it off 1 claim" in entry.sentence
        assert exhibits(anne) == ()
        anne.undo()
        assert len(exhibits(anne)[0].on) == 1


def test_a_configuration_that_goes_takes_bearings_along_and_leaves_the_material(anne: Project) -> None:
    with anne:
        name = shown(anne)
        for part in ("k", "m"):
            (assembled,) = assemble(anne.sight, ["k"])
            anne.do(attaching(anne, name, assembled, part, Stance.SUPPORTS))
        bench = gather(anne, "k")
        anne.do(drop(bench.assembled, bench.homes, bench.belongings))
        (line,) = exhibits(anne)
        assert line.on == ()
        anne.undo()
        assert len(exhibits(anne)[0].on) == 2


def test_material_of_a_hidden_layer_is_not_seen(study: str, anne: Project) -> None:
    with anne:
        name = shown(anne)
        (assembled,) = assemble(anne.sight, ["k"])
        anne.do(attaching(anne, name, assembled, "k", Stance.SUPPORTS))
    with open_project(study, coder="Bo") as bo:
        assert exhibits(bo) == ()
        with pytest.raises(NotFound):
            exhibit_named(bo, "Spm. 14")
    with open_project(study, coder="Anne") as own:
        own.do(release(next(each for each in own.coders() if each.name == "Anne")))
    with open_project(study, coder="Bo") as bo:
        (line,) = exhibits(bo)
        with pytest.raises(Misuse, match="only your own"):
            dropping(bo, name)
        with pytest.raises(Misuse, match="only your own"):
            taking_off(bo, line.on[0].bearing.id)


def test_a_table_of_survey_rows_is_read_with_danish_headings_and_semicolons(tmp_path: Path) -> None:
    file = tmp_path / "svar.csv"
    file.write_text(
        "Titel;Værdi;Af;Hvor;Ord;Nr\nSpm. 1;68 %;112 af 164;s. 4;Én at ringe til;1\nSpm. 2;;;;Åbent svar;2\n",
        encoding="cp1252",
    )
    found = read_rows(str(file), Material.SURVEY)
    assert [(each.title, each.value, each.base, each.words) for each in found] == [
        ("Spm. 1", "68 %", "112 af 164", "Én at ringe til"),
        ("Spm. 2", "", "", "Åbent svar"),
    ]


def test_every_fault_of_a_table_is_said_with_its_line(tmp_path: Path) -> None:
    file = tmp_path / "svar.csv"
    file.write_text('title,value,base\nA,68 %,\n"B",3,of 9\n,1,of 2\n', encoding="utf-8")
    with pytest.raises(BadCodebook) as caught:
        read_rows(str(file), Material.SURVEY)
    assert [(each.line, each.sentence.split(":")[0]) for each in caught.value.findings] == [
        (2, "A figure without what it is of is not evidence. Write its base, such as 112 of 164 borgere."),
        (4, "It needs a title that says what it is."),
    ]
    file.write_text("a,b\n1,2\n", encoding="utf-8")
    with pytest.raises(BadCodebook, match="no column"):
        read_rows(str(file), Material.SURVEY)
    file.write_text("", encoding="utf-8")
    with pytest.raises(BadCodebook, match="empty"):
        read_rows(str(file), Material.SURVEY)


def test_material_about_a_case_follows_a_merge_and_stays_without_it_when_the_case_goes(
    new_project: Callable[..., Project],
) -> None:
    with new_project("sager.rcoder", coder="Anne") as project:
        for number in ("1", "2"):
            project.do(Deed("A case", case_changes(None, Case(f"sag-{number}", f"Sag 0{number}"))))
        shown(project, replace(FIGURE, case="Sag 01"))
        project.do(merge_cases(project, "Sag 01", "Sag 02"))
        assert exhibits(project)[0].case == "Sag 02"
        entry = project.do(remove_case(project, "Sag 02"))
        assert "leaving 1 piece of other material about no case" in entry.sentence
        assert exhibits(project)[0].case == ""
        project.undo()
        assert exhibits(project)[0].case == "Sag 02"


def test_what_it_stands_on_is_called_by_its_part(anne: Project) -> None:
    with anne:
        name = shown(anne)
        for part in ("k", "l", "m"):
            anne.do(attaching(anne, name, assemble(anne.sight, ["k"])[0], part, Stance.SUPPORTS))
        (line,) = exhibits(anne)
        assert {each.part for each in line.on} == {"K01", "R1 → M1 of K01", "M1 of K01"}
        on_link = next(each.bearing.id for each in line.on if "→" in each.part)
        assert taking_off(anne, on_link).sentence == "Took “Spm. 14” off R1 → M1 of K01"
        words = "".join(piece for row in exhibit_lines([line]) for piece, _ in row.pieces)
        assert "supports M1 of K01" in words


def test_what_is_joined_to_a_link_is_told_by_the_link_though_it_was_tied_long_before(anne: Project) -> None:
    with anne:
        name = shown(anne)
        anne.do(attaching(anne, name, assemble(anne.sight, ["k"])[0], "l", Stance.SUPPORTS))
        found = since(anne, "k", anne.latest() - 1, judged=True)
        assert "to “én at ringe til → tryg”" in repr(found)
