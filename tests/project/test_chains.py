"""Chains in a project: what leads where, what somebody says of two, and going on from an outcome."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from rcoder.domain.actions.configuring import begin
from rcoder.domain.actions.studying import release
from rcoder.domain.chain import TURNED, Tie
from rcoder.domain.configuration import Configuration, Element, Link, Place
from rcoder.domain.errors import Misuse, NotFound, Unchanged
from rcoder.domain.words import Kin, Kind
from rcoder.project import Project, open_project
from rcoder.project.chains import all_chains, going_on, neighbours, relating, unrelating
from rcoder.project.consolidating import bring, consolidated

Make = Callable[..., Project]


def make(project: Project, number: str, places: dict[str, Kind], *, new: str = "", links: str = "") -> str:
    """A configuration of elements by name, those in `new` made with it; links as "ab"."""
    own = Configuration(f"id-{number.lower()}", number, project.coder_id)
    elements = [Element(each, f"ord om {each}") for each in new]
    found = [
        Place(f"{number}{name}", own.id, name, kind, position)
        for position, (name, kind) in enumerate(places.items())
    ]
    tied = [Link(f"{number}-{pair}", own.id, pair[0], pair[1]) for pair in links.split()]
    project.do(begin(own, elements, found, (), tied))
    return own.id


def loop(project: Project) -> None:
    """K01 → K02 → K03 → K01, and K01 → K04 by a reasoning at its end."""
    make(project, "K01", {"c": Kind.CONTEXT, "a": Kind.OUTCOME, "m": Kind.REASONING}, new="cam", links="cm")
    make(project, "K02", {"a": Kind.CONTEXT, "b": Kind.OUTCOME}, new="b")
    make(project, "K03", {"b": Kind.RESOURCE, "c": Kind.OUTCOME})
    make(project, "K04", {"m": Kind.RESOURCE, "d": Kind.OUTCOME}, new="d")


def told(project: Project, number: str) -> list[tuple[Tie, str, str]]:
    return [(each.tie, each.other.number, each.wording) for each in neighbours(project, number)]


def test_chains_are_followed_in_both_directions(new_project: Make) -> None:
    with new_project() as project:
        loop(project)
        assert told(project, "k01") == [
            (Tie.FOLLOWS_FROM, "K03", "ord om c"), (Tie.LEADS_TO, "K02", "ord om a"), (Tie.LEADS_TO, "K04", "ord om m"),
        ]  # fmt: skip
        for number in ("K01", "K02", "K03", "K04"):
            for tie, other, words in told(project, number):
                assert (TURNED[tie], number, words) in told(project, other)
        found = all_chains(project)
        assert [[found.configurations[each].number for each in way] for way in found.loops] == [
            ["K01", "K02", "K03"]
        ]
        assert len(found.longest) == 4
        assert found.chained == {f"id-k0{number}" for number in range(1, 5)}


def test_a_reasoning_that_goes_on_to_an_outcome_leads_nowhere_else(new_project: Make) -> None:
    with new_project() as project:
        make(project, "K01", {"m": Kind.REASONING, "o": Kind.OUTCOME}, new="mo", links="mo")
        make(project, "K02", {"m": Kind.CONTEXT})
        assert told(project, "K01") == [(Tie.SHARES, "K02", "ord om m")]


def test_what_is_said_of_two_is_seen_from_both_and_taken_back(new_project: Make) -> None:
    with new_project() as project:
        loop(project)
        project.do(relating(project, "K04", Kin.NESTED_IN, "K02", "en del af det"))
        project.do(relating(project, "K03", Kin.CONTRADICTS, "K04"))
        assert (Tie.NESTS, "K04", "") in told(project, "K02")
        assert (Tie.NESTED_IN, "K02", "") in told(project, "K04")
        assert [each for each in told(project, "K04") if each[0] is Tie.CONTRADICTS] == [
            (Tie.CONTRADICTS, "K03", "")
        ]
        with pytest.raises(Unchanged):
            relating(project, "K04", Kin.CONTRADICTS, "K03")
        project.do(relating(project, "K04", Kin.CONTRADICTS, "K03", "det modsatte"))
        assert [each.kinship.reason for each in neighbours(project, "K03") if each.kinship] == [
            "det modsatte"
        ]
        project.do(unrelating(project, "K04", Kin.CONTRADICTS, "K03"))
        with pytest.raises(NotFound):
            unrelating(project, "K04", Kin.CONTRADICTS, "K03")
        with pytest.raises(Misuse, match="itself"):
            relating(project, "K04", Kin.NESTED_IN, "K04")


def test_an_outcome_goes_on_into_a_new_configuration_in_one_deed(new_project: Make) -> None:
    with new_project() as project:
        loop(project)
        made, deed = going_on(project, "K04", "d", Kind.RESOURCE)
        project.do(deed)
        assert deed.sentence == "Went on from K04: K05 starts from “ord om d” as resource"
        assert project.configuration(made).line.number == "K05"
        assert (Tie.LEADS_TO, "K05", "ord om d") in told(project, "K04")
        with pytest.raises(Misuse):
            going_on(project, "K04", "d", Kind.OUTCOME)
        with pytest.raises(NotFound):
            going_on(project, "K04", "a", Kind.CONTEXT)


def test_a_consolidated_configuration_leads_where_its_members_lead(new_project: Make) -> None:
    with new_project() as project:
        make(project, "K01", {"r": Kind.RESOURCE, "a": Kind.OUTCOME}, new="ra", links="ra")
        make(project, "K02", {"s": Kind.RESOURCE, "b": Kind.OUTCOME}, new="sb", links="sb")
        make(project, "K03", {"a": Kind.CONTEXT})
        brought = bring(project, ["K01", "K02"])
        project.do(consolidated(project, brought.members, brought.meetings)[1])
        assert told(project, "K04") == [(Tie.LEADS_TO, "K03", "ord om a")]
        assert (Tie.FOLLOWS_FROM, "K01", "ord om a") in told(project, "K03")
        found = all_chains(project)
        assert {each.number for each in found.configurations.values()} == {"K03", "K04"}
        assert [(each.source_id, each.target_id) for each in found.leads if each.source_id != "id-k01"] == [
            (project.configuration("K04").line.id, "id-k03")
        ]
        assert len(all_chains(project, members=True).configurations) == 4


def test_hidden_layers_are_in_no_chain(new_project: Make) -> None:
    with new_project(coder="Anne") as project:
        loop(project)
        anne = next(each for each in project.coders() if each.name == "Anne")
        project.do(release(anne))
        location = project.location
    with open_project(location, coder="Jonas") as project:
        make(project, "K09", {"d": Kind.CONTEXT})
        project.do(relating(project, "K09", Kin.CONTRADICTS, "K01", "hemmeligt"))
        assert (Tie.FOLLOWS_FROM, "K04", "ord om d") in told(project, "K09")
    with open_project(location, coder="Anne") as project:
        assert not [each for each in neighbours(project, "K04") if each.other.number == "K09"]
        assert not [each for each in neighbours(project, "K01") if each.kinship]
        assert "id-k09" not in all_chains(project).chained
        assert all_chains(project).kinships == ()
