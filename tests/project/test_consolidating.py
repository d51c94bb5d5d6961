"""Configurations made one and split again, in a project: what is stored, seen, refused and drawn."""

from __future__ import annotations

import itertools
from collections.abc import Callable

import pytest

from rcoder.domain.actions.configuring import begin, drop, edit
from rcoder.domain.actions.studying import release
from rcoder.domain.configuration import Configuration, Element, Link, Place
from rcoder.domain.errors import Misuse, Stale
from rcoder.domain.resemblance import Resemblance
from rcoder.domain.words import Kind, Level
from rcoder.project import Project, open_project
from rcoder.project.belongings import belongings
from rcoder.project.bench import gather
from rcoder.project.consolidating import bring, consolidated, drawing_of, splitting
from rcoder.project.resembling import dismiss, resembling
from rcoder.project.suggesting import run_through
from rcoder.ui.configuring.rows import lines

Make = Callable[..., Project]
TABLES = ("configurations", "elements", "places", "links", "groundings", "evidence", "standins")


def make(project: Project, number: str, words: dict[str, str], **fields: object) -> str:
    """A configuration of H1's codes, worded so: {"H1.R1": …}, tied in that order."""
    codes = {code.key: code for code in project.codes().values()}
    own = Configuration(
        f"id-{number.lower()}", number, project.coder_id, hypotheses=(codes["H1"].id,), **fields
    )  # type: ignore[arg-type] # the record's own
    elements = [Element(f"{number}{key}", wording, codes[key].id) for key, wording in words.items()]
    places = [
        Place(f"p{each.id}", own.id, each.id, codes[key].kind or Kind.CONTEXT, position)
        for position, (key, each) in enumerate(zip(words, elements, strict=True))
    ]
    links = [
        Link(f"l{one.id}", own.id, one.id, other.id, position=position)
        for position, (one, other) in enumerate(itertools.pairwise(elements))
    ]
    project.do(begin(own, elements, places, (), links))
    return own.id


def three(project: Project) -> None:
    make(
        project,
        "K01",
        {"H1.R1": "Én at ringe til", "H1.M1": "Tryg", "H1.O1": "Taler sammen"},
        because="hun kender ham",
    )
    make(project, "K02", {"H1.R1": "Fast kontakt", "H1.M1": "Rolig"}, because="hun kender ham.")
    make(project, "K03", {"H1.R1": "Samme person", "H1.M1": "Føler ro", "H1.O1": "Siger det"})


def stand(project: Project) -> dict[str, list[dict[str, object]]]:
    return {
        each: [dict(row) for row in project.sight.rows(f"SELECT * FROM {each} ORDER BY id")]  # noqa: S608 - names of ours
        for each in TABLES
    }


def consolidate(project: Project, *names: str, title: str = "Samlet") -> str:
    brought = bring(project, names)
    made, deed = consolidated(project, brought.members, brought.meetings, title)
    project.do(deed)
    return made


def test_a_consolidated_configuration_unites_its_members_and_keeps_them(new_project: Make) -> None:
    with new_project() as project:
        three(project)
        consolidate(project, "K03", "k01", "id-k02")
        found = project.configuration("K04").assembled
        own = found.configuration
        assert (own.title, own.level, own.because, own.status) == (
            "Samlet",
            Level.CONSOLIDATED,
            "hun kender ham",
            "draft",
        )
        assert [element.wording for element in found.elements.values()] == [
            "Én at ringe til",
            "Tryg",
            "Taler sammen",
        ]
        assert len(found.links) == 2
        assert [each.number for each in project.members(own.id)] == ["K01", "K02", "K03"]
        drawing = drawing_of(project, found)
        assert [len(drawing.elements[each]) for each in found.elements] == [3, 3, 2]
        assert [len(drawing.links[each.id]) for each in found.links] == [3, 2]


def test_splitting_gives_back_exactly_what_there_was(new_project: Make) -> None:
    with new_project() as project:
        three(project)
        before = stand(project)
        consolidate(project, "K01", "K02", "K03")
        together = stand(project)
        assert (
            project.do(splitting(project, "K04")).sentence
            == "Split K04: K01, K02 and K03 stand for themselves again"
        )
        assert stand(project) == before
        project.undo()
        assert stand(project) == together
        project.redo()
        assert stand(project) == before


def test_removing_a_consolidated_configuration_takes_what_stands_in_it_along(new_project: Make) -> None:
    with new_project() as project:
        three(project)
        before = stand(project)
        consolidate(project, "K01", "K02")
        found = project.configuration("K04").assembled
        project.do(
            drop(found, project.element_homes(found.configuration.id), belongings(project.sight, found))
        )
        assert stand(project) == before


def test_a_member_that_is_removed_leaves_the_consolidated_one_standing(new_project: Make) -> None:
    with new_project() as project:
        three(project)
        consolidate(project, "K01", "K02", "K03")
        found = project.configuration("K02").assembled
        project.do(
            drop(found, project.element_homes(found.configuration.id), belongings(project.sight, found))
        )
        assert [
            len(each)
            for each in drawing_of(project, project.configuration("K04").assembled).elements.values()
        ] == [2, 2, 2]
        project.undo()
        assert [
            each.number for each in project.members(project.configuration("K04").assembled.configuration.id)
        ] == ["K01", "K02", "K03"]


def test_one_member_is_taken_out_and_the_others_stay(new_project: Make) -> None:
    with new_project() as project:
        three(project)
        consolidate(project, "K01", "K02", "K03")
        project.do(splitting(project, "K04", "K02"))
        own = project.configuration("K04").assembled
        assert [each.number for each in project.members(own.configuration.id)] == ["K01", "K03"]
        assert project.configuration("K02").assembled.configuration.consolidated_in is None
        assert len(own.links) == 2
        with pytest.raises(Misuse, match="K01 alone"):
            splitting(project, "K04", "K03")


def test_two_consolidated_ones_are_consolidated_again_and_split_from_the_outside(new_project: Make) -> None:
    with new_project() as project:
        three(project)
        make(project, "K04", {"H1.R1": "Én", "H1.O1": "Siger det"})
        before = stand(project)
        consolidate(project, "K01", "K02")
        consolidate(project, "K03", "K04")
        consolidate(project, "K05", "K06")
        with pytest.raises(Misuse, match="itself"):
            splitting(project, "K05")
        for number in ("K07", "K06", "K05"):
            project.do(splitting(project, number))
        assert stand(project) == before


def test_a_consolidated_one_takes_a_further_member_in(new_project: Make) -> None:
    with new_project() as project:
        three(project)
        made = consolidate(project, "K01", "K02")
        before = stand(project)
        brought = bring(project, ["K03", "K04"])
        assert (brought.into, brought.title) == (made, "Samlet")
        assert [each.element.wording for each in brought.meetings] == [
            "Én at ringe til",
            "Tryg",
            "Taler sammen",
        ]
        own, deed = consolidated(project, brought.members, brought.meetings)
        assert (own, project.do(deed).sentence) == (made, "Took K03 into K04")
        assert [each.number for each in project.members(made)] == ["K01", "K02", "K03"]
        assert len(project.configuration("K04").assembled.links) == 2
        project.do(splitting(project, "K04", "K03"))
        assert stand(project) == before


def test_a_hidden_coder_does_not_consolidate_anothers_work(new_project: Make) -> None:
    with new_project(coder="Anne") as project:
        three(project)
        anne = next(each for each in project.coders() if each.name == "Anne")
        project.do(release(anne))
        location = project.location
    with open_project(location, coder="Jonas") as project:
        make(project, "K09", {"H1.R1": "Én", "H1.M1": "Tryg"})
        with pytest.raises(Stale, match="another coder's"):
            bring(project, ["K01", "K09"])
        jonas = next(each for each in project.coders() if each.name == "Jonas")
        project.do(release(jonas))
        consolidate(project, "K01", "K09")
        assert [
            each.number for each in project.members(project.configuration("K10").assembled.configuration.id)
        ] == ["K01", "K09"]


def test_what_was_changed_meanwhile_is_not_consolidated(new_project: Make) -> None:
    with new_project() as project:
        three(project)
        brought = bring(project, ["K01", "K02"])
        project.do(edit(project.configuration("K01").assembled, because="noget andet"))
        with pytest.raises(Stale, match="changed meanwhile"):
            consolidated(project, brought.members, brought.meetings)


def test_what_resembles_is_offered_until_it_is_dismissed_or_consolidated(new_project: Make) -> None:
    with new_project() as project:
        three(project)

        def offered() -> tuple[Resemblance, ...]:
            return run_through(resembling(project))

        (one,) = offered()
        assert one.members == ("id-k01", "id-k02", "id-k03")
        dismiss(project, one)
        assert offered() == ()
        assert run_through(resembling(project, dismissed=True)) == (one,)
        dismiss(project, one, again=True)
        assert offered() == (one,)
        consolidate(project, "K01", "K02", "K03")
        assert offered() == ()


def test_what_a_member_of_a_hidden_layer_contributes_is_not_seen(new_project: Make) -> None:
    with new_project(coder="Anne") as project:
        make(project, "K01", {"H1.R1": "Én", "H1.M1": "Tryg"})
        project.do(release(next(each for each in project.coders() if each.name == "Anne")))
        location = project.location
    with open_project(location, coder="Jonas") as project:
        make(project, "K02", {"H1.R1": "hemmelig ressource", "H1.M1": "hemmelig ro"})
        assert run_through(resembling(project)) != ()
        jonas = next(each for each in project.coders() if each.name == "Jonas")
        project.do(release(jonas))
    with open_project(location, coder="Anne") as project:
        consolidate(project, "K01", "K02")
    with open_project(location, coder="Jonas") as project:
        jonas = next(each for each in project.coders() if each.name == "Jonas")
        project.do(release(jonas, released=False))
    with open_project(location, coder="Anne") as project:
        found = gather(project, "K03")
        assert [each.configuration.number for each in found.drawing.members] == ["K01"]
        told = "\n".join("".join(text for text, _ in line.pieces) for line in lines(found, 80))
        assert "Made of K01, and 1 one of layers out of your sight" in told
        assert "hemmelig" not in told
        assert run_through(resembling(project)) == ()
        with pytest.raises(Stale, match="layer"):
            splitting(project, "K03")


def test_a_hidden_coders_configurations_are_alike_for_nobody_else(new_project: Make) -> None:
    with new_project(coder="Anne") as project:
        three(project)
        location = project.location
        assert len(run_through(resembling(project))) == 1
    with open_project(location, coder="Jonas") as project:
        assert run_through(resembling(project)) == ()
