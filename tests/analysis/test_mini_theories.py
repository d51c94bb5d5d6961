"""The mini theory of a hypothesis: its own, that of the boxes that belong to it, or none."""

from __future__ import annotations

from dataclasses import replace

import pytest

from rcoder.analysis.mini_theories import MISSING, belonging, theory_keys, with_theory
from rcoder.analysis.roll_up import Sources, derive
from rcoder.domain.codebook import Code, Codebook, CodebookContents, Node, Theory, TheoryLink
from rcoder.domain.configuration import Assembled, Configuration, Element, Link, Place
from rcoder.domain.errors import NotFound
from rcoder.domain.words import Bilingual, Category, Column, Effect, Kind


def hypothesis(key: str, **fields: object) -> Code:
    return Code(key, "book", key, Category.HYPOTHESIS, label=Bilingual(f"Om {key}", f"On {key}"), **fields)  # type: ignore[arg-type]


def node(key: str, theory: str, *hypotheses: str, **fields: object) -> Node:
    return Node(key, theory, key, Column.MECHANISM, Bilingual(key, key), hypotheses, **fields)  # type: ignore[arg-type]


def link(source: str, target: str, theory: str, *hypotheses: str) -> TheoryLink:
    return TheoryLink(f"{source}-{target}", theory, source, target, Effect.PROMOTES, hypotheses)


SPLIT = CodebookContents(
    Codebook("book", "small", "1.1+1", Bilingual("Lille", "Small")),
    (
        hypothesis("H1", retired=True, note="split into H1a, H1b"),
        hypothesis("H1a"),
        hypothesis("H1b"),
        hypothesis("H2"),
        hypothesis("H7"),
        Code("r", "book", "H1.R1", parent_id="H1a", kind=Kind.RESOURCE, label=Bilingual("r", "r")),
        Code("m", "book", "H1.M1", parent_id="H1b", kind=Kind.REASONING, label=Bilingual("m", "m")),
    ),
    (
        Theory("overall", "book", "overall"),
        Theory("t1", "book", "H1", "H1", Bilingual("Mini", "Mini")),
        Theory("t2", "book", "H2", "H2"),
    ),
    (
        node("K1", "overall", "H1a", codes=("r",)),
        node("M1", "overall", "H1b", codes=("m",)),
        node("n1", "t1", "H1a", "H1b", rolls_up_to="K1", codes=("r",)),
        node("n2", "t1", "H1b", rolls_up_to="M1", codes=("m",)),
        node("n3", "t1", "H1a"),
        node("p1", "t2", "H2"),
    ),
    (link("n1", "n2", "t1", "H1b"), link("n1", "n3", "t1", "H1a"), link("n2", "n3", "t1", "H1a", "H1b")),
)


def test_a_part_is_drawn_from_the_boxes_that_belong_to_it() -> None:
    theory = derive(Sources("Studie", SPLIT, (), {}, {}), "H1b")
    assert [box.id for box in theory.boxes] == ["n1", "n2"]
    assert [(arrow.source, arrow.target) for arrow in theory.arrows] == [("n1", "n2")]
    assert (theory.key, theory.title.da, theory.note) == ("H1b", "H1b Om H1b", Bilingual())


def test_the_configurations_of_a_part_are_drawn_in_its_boxes() -> None:
    elements = {
        each.id: each for each in (Element("e1", "r", "r"), Element("e2", "noget andet", "m", node_id="n2"))
    }
    places = tuple(
        Place(f"p{each}", "k", each, kind) for each, kind in (("e1", Kind.RESOURCE), ("e2", Kind.REASONING))
    )
    own = Assembled(
        Configuration("k", "K01", "anne", hypotheses=("H1a", "H1b")),
        places,
        elements,
        (Link("l", "k", "e1", "e2"),),
    )
    sources = Sources("Studie", SPLIT, (own,), {}, {})
    assert [(each.source, each.target) for each in derive(sources, "H1b").arrows if each.configurations] == [
        ("n1", "n2")
    ]
    assert [(each.source, each.target) for each in derive(sources, "H1a").arrows if each.configurations] == [
        ("n1", "M1")
    ]
    assert [(each.source, each.target) for each in derive(sources).arrows if each.configurations] == [
        ("K1", "M1")
    ]


def test_a_hypothesis_without_boxes_says_what_is_missing() -> None:
    theory = derive(Sources("Studie", SPLIT, (), {}, {}), "H7")
    assert (theory.boxes, theory.arrows, theory.note) == ((), (), MISSING)


def test_the_figure_of_a_retired_hypothesis_says_that_it_is() -> None:
    theory = derive(Sources("Studie", SPLIT, (), {}, {}), "H1")
    assert theory.note == Bilingual(
        "H1 bruges ikke længere: delt i H1a, H1b.", "H1 is retired: split into H1a, H1b."
    )
    assert [box.id for box in theory.boxes] == ["n1", "n2", "n3"]


def test_theories_are_named_in_the_order_of_the_hypotheses() -> None:
    assert theory_keys(SPLIT) == ("overall", "H1a", "H1b", "H2")
    with pytest.raises(NotFound, match=r"overall, H1a, H1b, H2\."):
        derive(Sources("Studie", SPLIT, (), {}, {}), "H9")


def test_a_codebook_is_left_as_it_is_where_the_hypothesis_has_a_theory_of_its_own() -> None:
    assert with_theory(SPLIT, "H2") is SPLIT
    assert with_theory(SPLIT, "overall") is SPLIT
    assert with_theory(SPLIT, "H9") is None
    assert [each.id for each in belonging(SPLIT, "H2")] == ["p1"]
    assert [each.id for each in belonging(SPLIT, "H1a")] == ["n1", "n3"]
    assert belonging(replace(SPLIT, nodes=()), "H1a") == ()
