"""Which box an element is drawn in (decisions 3 to 5)."""

from __future__ import annotations

from types import ModuleType

import pytest

from rcoder.analysis.boxes import OVERALL, BoxFinder
from rcoder.domain.codebook import CodebookContents
from rcoder.domain.configuration import Element
from rcoder.domain.words import Bilingual, Column


@pytest.fixture
def contents(making: ModuleType) -> CodebookContents:
    codes = [
        making.code("H1.M1", label=Bilingual("Tryghed", "Safety"), aliases=("føler sig tryg",)),
        making.code("H1.M2"),
        making.code("H1.M3"),
        making.code("H1.X"),
    ]
    nodes = [
        making.node("M1", codes=("H1.M1",), label=Bilingual("Tryghed og tillid", "Safety and trust")),
        making.node("S1", column=Column.SHORT, codes=()),
        making.node("H1.n1", "H1", codes=("H1.M1",), rolls_up_to="M1"),
        making.node(
            "H1.n2", "H1", codes=("H1.M2",), rolls_up_to="M1", label=Bilingual("Bliver set", "Is seen")
        ),
        making.node("H1.n3", "H1", codes=("H1.M3",), rolls_up_to="S1"),
        making.node("H2.n1", "H2", rolls_up_to="S1"),
    ]
    return making.codebook(codes, nodes)


def finder(contents: CodebookContents, key: str = OVERALL) -> BoxFinder:
    theory = contents.theory(key)
    assert theory is not None
    codes = {code.id: code for code in contents.codes}
    return BoxFinder(theory, contents.theories, contents.nodes, codes)


def box(contents: CodebookContents, element: Element, key: str = OVERALL) -> str | None:
    found = finder(contents, key).box(element)
    return found.key if found else None


@pytest.mark.parametrize(
    ("code", "node"),
    [("H1.M1", "M1"), ("H1.M2", None), ("H1.X", None), ("gone", None), (None, None)],
    ids=["its own", "only in a mini theory", "no node", "no such code", "no code"],
)
def test_a_box_is_proposed_from_the_code(
    contents: CodebookContents, code: str | None, node: str | None
) -> None:
    found = finder(contents).proposed(code)
    assert (found.key if found else None) == node


@pytest.mark.parametrize(
    "wording", ["Tryghed", " tryghed ", "SAFETY", "føler sig tryg", "Tryghed og tillid", "Safety and trust"]
)
def test_an_element_worded_as_its_code_or_its_box_meets_others_there(
    contents: CodebookContents, wording: str
) -> None:
    assert box(contents, Element("e", wording, code_id="H1.M1")) == "M1"


def test_another_wording_stays_by_itself_until_a_person_confirms_the_box(contents: CodebookContents) -> None:
    proposed = Element("e", "hun turde ringe", code_id="H1.M1")
    assert box(contents, proposed) is None
    assert finder(contents).proposed(proposed.code_id) is not None
    assert box(contents, Element("e", "hun turde ringe", code_id="H1.M1", node_id="M1")) == "M1"


def test_a_person_may_choose_another_box_than_the_code_proposes(contents: CodebookContents) -> None:
    assert box(contents, Element("e", "Tryghed", code_id="H1.M1", node_id="S1")) == "S1"


def test_an_element_that_fits_none_has_a_box_of_its_own_whatever_its_code(contents: CodebookContents) -> None:
    assert box(contents, Element("e", "Tryghed", code_id="H1.M1", new=True)) is None
    assert box(contents, Element("e", "Tryghed", node_id="M1", new=True)) is None


def test_a_box_that_is_gone_leaves_the_element_by_itself(contents: CodebookContents) -> None:
    assert box(contents, Element("e", "Tryghed", node_id="gone")) is None


def test_an_element_without_a_code_has_a_box_of_its_own(contents: CodebookContents) -> None:
    assert box(contents, Element("e", "Tryghed og tillid")) is None


def test_a_chosen_node_of_a_mini_theory_rolls_up(contents: CodebookContents) -> None:
    element = Element("e", "noget", node_id="H1.n3")
    assert box(contents, element) == "S1"
    assert box(contents, element, "H1") == "H1.n3"


def test_in_a_mini_theory_the_node_of_the_code_is_finer(contents: CodebookContents) -> None:
    assert box(contents, Element("e", "Tryghed", code_id="H1.M1"), "H1") == "H1.n1"
    assert box(contents, Element("e", "noget", code_id="H1.M2", node_id="M1"), "H1") == "H1.n2"


def test_in_a_mini_theory_the_only_node_of_that_box_is_taken(contents: CodebookContents) -> None:
    assert box(contents, Element("e", "noget", node_id="S1"), "H1") == "H1.n3"
    assert box(contents, Element("e", "noget", node_id="H1.n3"), "H2") == "H2.n1"


def test_in_a_mini_theory_several_or_no_finer_nodes_leave_the_overall_one(contents: CodebookContents) -> None:
    assert box(contents, Element("e", "noget", node_id="M1"), "H1") == "M1"
    assert box(contents, Element("e", "noget", node_id="M1"), "H2") == "M1"


def test_an_element_worded_as_a_finer_node_of_its_code_meets_it(contents: CodebookContents) -> None:
    element = Element("e", "bliver set", code_id="H1.M2")
    assert box(contents, element, "H1") == "H1.n2"
    assert box(contents, element) is None
    assert box(contents, Element("e", "noget andet", code_id="H1.M2"), "H1") is None


def test_without_an_overall_theory_the_theory_itself_is_the_whole(making: ModuleType) -> None:
    contents = making.codebook(nodes=[making.node("H1.n1", "H1")])
    (mini,) = (each for each in contents.theories if each.key == "H1")
    alone = BoxFinder(mini, [mini], contents.nodes, {})
    found = alone.box(Element("e", "noget", node_id="H1.n1"))
    assert found is not None
    assert found.key == "H1.n1"
