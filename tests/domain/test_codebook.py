"""The tree of codes."""

from __future__ import annotations

from types import ModuleType

from hypothesis import given
from hypothesis import strategies as st

from rcoder.domain.codebook import Code, hypothesis_of, in_tree_order
from rcoder.domain.words import Category

parents = st.lists(st.none() | st.integers(0, 9), min_size=1, max_size=10)


def tree(found: list[int | None]) -> list[Code]:
    """Codes whose parents are named by number; circles and parents that are not there among them."""
    return [
        Code(
            str(number),
            "book",
            f"C{number}",
            parent_id=None if parent is None else str(parent),
            position=number,
        )
        for number, parent in enumerate(found)
    ]


@given(parents)
def test_every_code_stands_in_the_tree_once_whatever_circles_there_are(found: list[int | None]) -> None:
    codes = tree(found)
    assert sorted(code.id for _, code in in_tree_order(codes)) == sorted(code.id for code in codes)


@given(parents)
def test_a_code_stands_one_deeper_than_its_parent_which_comes_before_it(found: list[int | None]) -> None:
    above: dict[str, int] = {}
    for depth, code in in_tree_order(tree(found)):
        if depth:
            assert above[str(code.parent_id)] == depth - 1
        above[code.id] = depth


@given(
    parents.filter(lambda found: all(parent is None or parent < child for child, parent in enumerate(found)))
)
def test_sisters_stand_in_file_order(found: list[int | None]) -> None:
    order = [code for _, code in in_tree_order(tree(found))]
    for parent in {code.parent_id for code in order}:
        own = [code.position for code in order if code.parent_id == parent]
        assert own == sorted(own)


def test_the_order_is_that_of_the_file_not_of_the_list(making: ModuleType) -> None:
    codes = [
        making.code("b", position=2),
        making.code("a", position=0),
        making.code("a1", parent_id="a", position=1),
    ]
    assert [(depth, code.key) for depth, code in in_tree_order(codes)] == [(0, "a"), (1, "a1"), (0, "b")]


def test_a_code_belongs_to_the_hypothesis_above_it(making: ModuleType) -> None:
    hypothesis = making.code("H1", category=Category.HYPOTHESIS)
    condition = making.code("SC1", category=Category.CONDITION, parent_id="H1")
    deep = making.code("SC1.a", parent_id="SC1")
    by_id = {each.id: each for each in (hypothesis, condition, deep)}
    assert hypothesis_of(deep, by_id) is hypothesis
    assert hypothesis_of(hypothesis, by_id) is hypothesis


@given(parents)
def test_a_circle_of_parents_has_no_hypothesis_and_no_end_is_waited_for(found: list[int | None]) -> None:
    codes = {code.id: code for code in tree(found)}
    assert all(hypothesis_of(code, codes) is None for code in codes.values())


def test_a_codebook_tells_its_hypotheses_and_conditions_apart(making: ModuleType) -> None:
    contents = making.codebook([making.code("SC1", category=Category.CONDITION), making.code("H1.M1")])
    assert [code.key for code in contents.hypotheses] == ["H1", "H2"]
    assert [code.key for code in contents.conditions] == ["SC1"]
    assert contents.theory("H2").hypothesis == "H2"
    assert contents.theory("H9") is None
