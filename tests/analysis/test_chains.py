"""Chains: what leads to what, loops, the longest way and the tree of it."""

from __future__ import annotations

import itertools

from hypothesis import given
from hypothesis import strategies as st

from rcoder.analysis.chains import graph, leads, longest, loops, parts, shared, tree
from rcoder.domain.chain import Lead, Standing
from rcoder.domain.words import Kind

NAMES = [f"K0{number}" for number in range(6)]
standings = st.lists(
    st.builds(
        Standing, st.sampled_from(NAMES), st.sampled_from("abcd"), st.sampled_from(list(Kind)), st.booleans()
    )
)
graphs = st.lists(st.tuples(st.sampled_from(NAMES), st.sampled_from(NAMES))).map(
    lambda pairs: [Lead(one, other, "e", Kind.CONTEXT) for one, other in pairs]
)


def lead(one: str, other: str, element: str = "e") -> Lead:
    return Lead(one, other, element, Kind.CONTEXT)


def test_an_outcome_that_is_context_or_resource_elsewhere_leads_there() -> None:
    found = leads(
        [
            Standing("K1", "o", Kind.OUTCOME), Standing("K2", "o", Kind.CONTEXT), Standing("K3", "o", Kind.RESOURCE),
            Standing("K4", "o", Kind.REASONING, ends=True), Standing("K5", "o", Kind.REASONING),
        ],
        {},
    )  # fmt: skip
    assert [(each.source_id, each.target_id) for each in found] == [
        ("K1", "K2"), ("K1", "K3"), ("K4", "K2"), ("K4", "K3"),
    ]  # fmt: skip


def test_a_member_does_not_lead_to_what_it_is_consolidated_in() -> None:
    both = [Standing("K1", "o", Kind.OUTCOME), Standing("K9", "o", Kind.CONTEXT)]
    assert leads(both, {"K1": "K5", "K5": "K9"}) == ()
    assert (
        shared([Standing("K1", "o", Kind.OUTCOME), Standing("K9", "o", Kind.OUTCOME)], (), {"K1": "K9"}, "K1")
        == ()
    )


@given(standings)
def test_one_leads_to_another_exactly_where_that_follows_from_it(found: list[Standing]) -> None:
    tied = leads(found, {})
    for one in NAMES:
        for other in NAMES:
            leads_to = {each.element_id for each in tied if (each.source_id, each.target_id) == (one, other)}
            expected = {
                a.element_id for a in found for b in found
                if a.configuration_id == one and b.configuration_id == other and a.element_id == b.element_id and a.leaves and b.begins
            }  # fmt: skip
            assert leads_to == expected


@given(standings)
def test_sharing_is_mutual_and_is_no_leading(found: list[Standing]) -> None:
    tied = leads(found, {})
    pairs = {
        (one, b.configuration_id, b.element_id) for one in NAMES for _, b in shared(found, tied, {}, one)
    }
    assert pairs == {(other, one, element) for one, other, element in pairs}
    assert not {(one, other, e) for one, other, e in pairs} & {
        (t.source_id, t.target_id, t.element_id) for t in tied
    }


@given(graphs)
def test_a_tree_always_ends_and_draws_every_configuration_with_what_follows_once(found: list[Lead]) -> None:
    drawn = graph(found, NAMES)
    branches = tree(drawn, found)
    whole = [each for each in branches if not each.loop and not each.shown]
    assert sorted(each.configuration_id for each in whole) == sorted(drawn)
    beginnings = [each for each in branches if not each.depth]
    assert len(branches) == len({(one.source_id, one.target_id) for one in found}) + len(beginnings)


@given(graphs)
def test_every_loop_leads_round_and_every_part_that_does_is_found(found: list[Lead]) -> None:
    drawn = graph(found, NAMES)
    ways = loops(drawn)
    for way in ways:
        for one, other in zip(way, (*way[1:], way[0]), strict=True):
            assert other in drawn[one]
    round_ = [part for part in parts(drawn) if len(part) > 1 or part[0] in drawn[part[0]]]
    assert len(ways) == len(round_)
    assert sorted(each for part in parts(drawn) for each in part) == sorted(drawn)


@given(graphs)
def test_the_longest_way_names_nobody_twice_and_no_edge_is_longer(found: list[Lead]) -> None:
    way = longest(graph(found, NAMES))
    assert len(set(way)) == len(way)
    assert len(way) >= (2 if any(each.source_id != each.target_id for each in found) else len(found[:1]))


def test_a_loop_is_drawn_as_one_and_what_is_met_again_by_name_alone() -> None:
    found = [
        lead("K00", "K01"),
        lead("K01", "K02"),
        lead("K02", "K00"),
        lead("K01", "K03"),
        lead("K02", "K03"),
    ]
    branches = tree(graph(found, NAMES), found)
    assert [(each.configuration_id, each.depth, each.loop, each.shown) for each in branches] == [
        ("K00", 0, False, False), ("K01", 1, False, False), ("K02", 2, False, False), ("K00", 3, True, False),
        ("K03", 3, False, False), ("K03", 2, False, True),
    ]  # fmt: skip
    assert loops(graph(found, NAMES)) == (("K00", "K01", "K02"),)
    assert longest(graph(found, NAMES)) == ("K00", "K01", "K02", "K03")
    assert branches[1].elements == ("e",)


def test_thousands_in_one_chain_are_no_matter() -> None:
    names = [f"K{number:04}" for number in range(3000)]
    found = [lead(one, other) for one, other in itertools.pairwise(names)]
    drawn = graph(found, names)
    assert len(longest(drawn)) == 3000
    assert len(tree(drawn, found)) == 3000
