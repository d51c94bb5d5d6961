"""What a coder with a hidden layer may do to a configuration that others see."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from rcoder.domain.actions.configuring import begin
from rcoder.domain.actions.studying import release
from rcoder.domain.configuration import Configuration, Element, Link, Place
from rcoder.domain.errors import Stale
from rcoder.domain.ids import new_id
from rcoder.domain.journal import Deed, added, changed
from rcoder.domain.words import Kind
from rcoder.project import Project, open_project


@pytest.fixture
def released(new_project: Callable[..., Project]) -> tuple[str, Configuration, Element]:
    """A project in which Anne, released, has a configuration with one element."""
    with new_project(coder="Anne") as project:
        own = Configuration(new_id(), project.next_number(), project.coder_id)
        element = Element(new_id(), "én kontaktperson")
        project.do(begin(own, [element], [Place(new_id(), own.id, element.id, Kind.RESOURCE, 0)], [], []))
        project.do(release(next(each for each in project.coders() if each.name == "Anne")))
        return project.location, own, element


def further(own: Configuration, element: Element) -> Deed:
    other = Element(new_id(), "tryghed")
    place = Place(new_id(), own.id, other.id, Kind.REASONING, 1)
    return Deed("Bandt videre", added(other, place, Link(new_id(), own.id, element.id, other.id)))


def test_a_hidden_coder_adds_nothing_to_a_configuration_that_everybody_sees(
    released: tuple[str, Configuration, Element],
) -> None:
    location, own, element = released
    with open_project(location, coder="Jonas") as project:
        with pytest.raises(Stale, match="K01 is another coder's"):
            project.do(further(own, element))
        assert len(project.configuration("K01").assembled.places) == 1


def test_a_hidden_coder_changes_no_words_of_an_element_that_everybody_sees(
    released: tuple[str, Configuration, Element],
) -> None:
    from dataclasses import replace

    location, _, element = released
    with (
        open_project(location, coder="Jonas") as project,
        pytest.raises(Stale, match="while your layer is hidden"),
    ):
        project.do(Deed("Skrev om", changed(element, replace(element, wording="mine hemmelige ord"))))


def test_a_released_coder_builds_on(released: tuple[str, Configuration, Element]) -> None:
    location, own, element = released
    with open_project(location, coder="Jonas") as project:
        project.do(further_own(project))
        project.do(release(next(each for each in project.coders() if each.name == "Jonas")))
        project.do(further(own, element))
        assert len(project.configuration("K01").assembled.places) == 2


def further_own(project: Project) -> Deed:
    """A configuration of the asker's own, which a hidden coder may always make."""
    own, element = Configuration(new_id(), "K02", project.coder_id), Element(new_id(), "timer")
    return begin(own, [element], [Place(new_id(), own.id, element.id, Kind.OUTCOME, 0)], [], [])
