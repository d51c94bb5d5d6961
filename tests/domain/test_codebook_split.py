"""Splitting a hypothesis: nothing is lost, nothing stands twice, and it can be undone."""

from __future__ import annotations

from dataclasses import replace
from types import ModuleType
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rcoder.domain.actions.codebook_split import Hanging, parted, proposal, split_hypothesis
from rcoder.domain.codebook import Code, Codebook, Node, TheoryLink
from rcoder.domain.configuration import Configuration
from rcoder.domain.errors import Misuse
from rcoder.domain.journal import Deed, added, turned_round
from rcoder.domain.words import Bilingual, Category, Column, Effect, Kind

BOOK = Codebook("book", "small", "1.1", Bilingual("Lille", "Small"))
H1 = Code(
    "h1", "book", "H1", Category.HYPOTHESIS, label=Bilingual("Klare roller", "Clear roles"), note="kort"
)
H2 = Code("h2", "book", "H2", Category.HYPOTHESIS, label=Bilingual("Timer", "Hours"), position=1)


def part(key: str) -> Code:
    return Code(key, "book", key, Category.HYPOTHESIS, label=Bilingual(f"Del {key}", ""))


def code(key: str, parent: str = "h1", category: Category = Category.CODE) -> Code:
    return Code(key, "book", key, category, parent, kind=Kind.REASONING, label=Bilingual(key, key))


def box(key: str, theory: str = "mini", hypotheses: tuple[str, ...] = ("H1",), **fields: Any) -> Node:
    return Node(key, theory, key, Column.MECHANISM, Bilingual(key, key), hypotheses, **fields)


def arrow(
    source: str, target: str, theory: str = "mini", hypotheses: tuple[str, ...] = ("H1",)
) -> TheoryLink:
    return TheoryLink(f"{source}-{target}", theory, source, target, Effect.PROMOTES, hypotheses)


CODES = (code("SC1.1", category=Category.CONDITION), code("H1.R1"), code("H1.M1"))
NESTED = code("H1.M2", "H1.M1")
BOXES = (
    box("n1", codes=("H1.R1",), rolls_up_to="K1"),
    box("n2", codes=("H1.M1", "H1.M2")),
    box("n3", hypotheses=()),
)
OVERALL = (box("K1", "overall", ("H2", "H1")), box("S1", "overall"))
LINKS = (arrow("n1", "n2"), arrow("n2", "n3"), arrow("K1", "S1", "overall", ("H1", "H2")))
CONFIGURATIONS = (
    Configuration("k1", "K01", "anne", hypotheses=("h2", "h1")),
    Configuration("k2", "K02", "jonas", hypotheses=("h1",)),
)
HANGING = Hanging(
    CODES,
    BOXES,
    OVERALL,
    LINKS,
    CONFIGURATIONS,
    {**{each.id: each.id for each in CODES}, "H1.M2": "H1.M1"},
    {"k1": frozenset({"H1.M2", "other"}), "k2": frozenset()},
)
RECORDS = (BOOK, H1, H2, *CODES, NESTED, *BOXES, *OVERALL, *LINKS, *CONFIGURATIONS)
BEGUN = Deed("Began", added(*RECORDS))
TAKEN = ("H1", "H2", "SC1.1", "H1.R1", "H1.M1", "H1.M2")
ASSIGNED = {"SC1.1": ("H1a",), "H1.R1": ("H1a",), "H1.M1": ("H1b",)}


def split(assigned: dict[str, tuple[str, ...]], *keys: str) -> Deed:
    found = proposal(keys, HANGING, assigned)
    return split_hypothesis(BOOK, H1, [part(each) for each in keys], HANGING, found, taken=TAKEN)


def test_everything_goes_where_its_codes_go() -> None:
    found = proposal(("H1a", "H1b"), HANGING, ASSIGNED)
    assert found["n1"] == ("H1a",)
    assert found["n2"] == ("H1b",)
    assert found["n3"] == ("H1a", "H1b")
    assert found["K1"] == ("H1a",)
    assert found["S1"] == ("H1a", "H1b")
    assert found["k1"] == ("H1b",)
    assert found["k2"] == ("H1a", "H1b")
    assert found["n1-n2"] == ("H1a", "H1b")
    assert found["n2-n3"] == ("H1b",)
    assert [each.id for each in parted(HANGING, found)] == ["n1-n2"]


def test_what_is_said_comes_before_what_is_proposed() -> None:
    found = proposal(("H1a", "H1b"), HANGING, {**ASSIGNED, "n1": ("H1a", "H1b"), "k2": ("H1b",)})
    assert (found["n1"], found["k2"]) == (("H1a", "H1b"), ("H1b",))
    assert found["n1-n2"] == ("H1b",)
    assert parted(HANGING, found) == ()


def test_a_split_says_what_it_was(making: ModuleType) -> None:
    deed = split(ASSIGNED, "H1a", "H1b")
    assert deed.sentence == "Split H1 Klare roller into H1a Del H1a and H1b Del H1b"
    tables = making.tables_after(BEGUN, deed)
    codes = {each.key: each for each in making.stored(tables, Code)}
    assert (codes["H1"].retired, codes["H1"].note) == (True, "kort; split into H1a, H1b")
    assert (codes["H1a"].position, codes["H1a"].label) == (0, Bilingual("Del H1a", "Del H1a"))
    assert [codes[key].parent_id for key in ("SC1.1", "H1.R1", "H1.M1", "H1.M2")] == [
        "H1a",
        "H1a",
        "H1b",
        "H1.M1",
    ]
    nodes = {each.key: each.hypotheses for each in making.stored(tables, Node)}
    assert nodes == {
        "n1": ("H1a",), "n2": ("H1b",), "n3": ("H1a", "H1b"), "K1": ("H2", "H1a"), "S1": ("H1a", "H1b"),
    }  # fmt: skip
    assert [each.hypotheses for each in making.stored(tables, Configuration)] == [
        ("h2", "H1b"),
        ("H1a", "H1b"),
    ]
    assert making.stored(tables, Codebook)[0].version == "1.1+1"


@given(st.data())
def test_nothing_is_lost_and_nothing_stands_twice(making: ModuleType, data: st.DataObject) -> None:
    keys = tuple(f"H1{letter}" for letter in "abcd"[: data.draw(st.integers(2, 4))])
    one, several = (
        st.sampled_from(keys).map(lambda key: (key,)),
        st.lists(st.sampled_from(keys), max_size=3, unique=True),
    )
    assigned = {each.id: data.draw(one) for each in CODES}
    for each in (*BOXES, *OVERALL, *CONFIGURATIONS):
        chosen = data.draw(several)
        if chosen:
            assigned[each.id] = tuple(key for key in keys if key in chosen)
    deed = split(assigned, *keys)
    before, after = making.tables_after(BEGUN), making.tables_after(BEGUN, deed)
    assert {name: set(rows) - set(keys) for name, rows in after.items()} == {
        name: set(rows) for name, rows in before.items()
    }
    codes = {each.id: each for each in making.stored(after, Code)}
    assert {each.key for each in codes.values()} == {*TAKEN, *keys}
    for each in CODES:
        assert codes[each.id] == replace(each, parent_id=assigned[each.id][0])
    assert codes["H1.M2"] == NESTED
    for record, old, new in (
        (Node, "H1", set(keys)),
        (TheoryLink, "H1", set(keys)),
        (Configuration, "h1", set(keys)),
    ):
        for was, now in zip(making.stored(before, record), making.stored(after, record), strict=True):
            assert replace(now, hypotheses=()) == replace(was, hypotheses=())
            assert old not in now.hypotheses
            assert new & set(now.hypotheses)
            assert [each for each in now.hypotheses if each not in new] == [
                each for each in was.hypotheses if each != old
            ]
            assert len(set(now.hypotheses)) == len(now.hypotheses)
    back = Deed("Undid", turned_round(deed.changes))
    assert making.tables_after(BEGUN, deed, back) == before


def test_every_code_needs_exactly_one_part() -> None:
    with pytest.raises(Misuse, match=r"1 code of it has no part yet: H1\.M1"):
        split({key: parts for key, parts in ASSIGNED.items() if key != "H1.M1"}, "H1a", "H1b")
    with pytest.raises(Misuse, match="one part only"):
        split({**ASSIGNED, "H1.M1": ("H1a", "H1b")}, "H1a", "H1b")
    with pytest.raises(Misuse, match="none of the parts"):
        split({**ASSIGNED, "k1": ("H9",)}, "H1a", "H1b")


def test_what_cannot_be_split() -> None:
    found = proposal(("H1a", "H1b"), HANGING, ASSIGNED)
    parts = [part("H1a"), part("H1b")]
    with pytest.raises(Misuse, match="two hypotheses"):
        split_hypothesis(BOOK, H1, parts[:1], HANGING, found, taken=TAKEN)
    with pytest.raises(Misuse, match="no hypothesis"):
        split_hypothesis(BOOK, CODES[1], parts, HANGING, found, taken=TAKEN)
    with pytest.raises(Misuse, match="retired"):
        split_hypothesis(BOOK, replace(H1, retired=True), parts, HANGING, found, taken=TAKEN)
    for keys in (("H2", "H1b"), ("H1a", "h1A")):
        with pytest.raises(Misuse, match="already"):
            split_hypothesis(BOOK, H1, [part(each) for each in keys], HANGING, found, taken=TAKEN)
