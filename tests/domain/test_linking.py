"""Deeds of linked coding, from records alone."""

from __future__ import annotations

from dataclasses import replace

import pytest

from rcoder.domain.actions.linking import Tying, link_into, link_new, weigh
from rcoder.domain.configuration import Assembled, Configuration, Element, Evidence, Grounding, Link, Place
from rcoder.domain.errors import Misuse
from rcoder.domain.journal import Entry, replay, turned_round
from rcoder.domain.transcript import Transcript
from rcoder.domain.words import Claim, Effect, Kind, Stance

TRANSCRIPT = Transcript("t1", "Sag 01", "da", "x", 200, "a.txt", "x", "txt")
OWN = Configuration("k1", "K01", "anne")


def _tying() -> Tying:
    elements = tuple(Element(each, each) for each in ("c", "r", "m"))
    kinds = (Kind.CONTEXT, Kind.RESOURCE, Kind.REASONING)
    places = tuple(
        Place(f"p{each.id}", "k1", each.id, kind) for each, kind in zip(elements, kinds, strict=True)
    )
    links = (Link("l2", "k1", "c", "l1", Effect.CONDITIONS), Link("l1", "k1", "r", "m"))
    evidence = tuple(
        Evidence(f"e{each.id}", Claim.LINK, each.id, "t1", 10, 40, Stance.SUPPORTS, "anne") for each in links
    )
    return Tying(elements, places, (Grounding("g1", "r", "coding"),), links, evidence)


def test_a_linked_passage_is_one_deed_that_replays_and_is_taken_back_whole() -> None:
    deed = link_new(OWN, _tying(), TRANSCRIPT, "C on R → M")
    done = Entry("1", "anne", "", deed.sentence, deed.changes)
    tables = replay([done])
    assert {name: len(rows) for name, rows in tables.items()} == {
        "configurations": 1, "elements": 3, "places": 3, "groundings": 1, "links": 2, "evidence": 2
    }  # fmt: skip
    undone = Entry("2", "anne", "", "Undid", turned_round(deed.changes))
    assert not any(replay([done, undone]).values())
    assert deed.sentence == "Linked K01 C on R → M"


@pytest.mark.parametrize(
    "link",
    [
        Link("l3", "k1", "r", "nowhere"),
        Link("l3", "k1", "r", "r"),
        Link("l3", "k1", "r", "l1", Effect.CONDITIONS),
        Link("l3", "k1", "c", "m", Effect.CONDITIONS),
        Link("l3", "k1", "r", "m", Effect.HINDERS),
    ],
)
def test_a_link_whose_ends_do_not_belong_together_is_refused(link: Link) -> None:
    tying = _tying()
    with pytest.raises(Misuse):
        link_new(OWN, replace(tying, links=(*tying.links, link)), TRANSCRIPT, "")


@pytest.mark.parametrize(("start", "end"), [(10, 10), (40, 10), (-1, 5), (150, 201)])
def test_evidence_outside_the_text_is_refused(start: int, end: int) -> None:
    tying = _tying()
    outside = replace(tying.evidence[0], start=start, end=end)
    with pytest.raises(Misuse, match="no passage of Sag 01"):
        link_new(OWN, replace(tying, evidence=(outside,)), TRANSCRIPT, "")
    with pytest.raises(Misuse, match="no passage of Sag 01"):
        weigh([outside], "K01", TRANSCRIPT)


def test_bringing_in_ties_new_elements_to_those_that_are_there() -> None:
    first = _tying()
    there = Assembled(OWN, first.places, {each.id: each for each in first.elements}, first.links)
    new = Tying(
        (Element("o", "o"),), (Place("po", "k1", "o", Kind.OUTCOME, 3),), links=(Link("l3", "k1", "m", "o"),)
    )
    after = replace(OWN, hypotheses=("H1",))
    deed = link_into(there, new, TRANSCRIPT, "M → O", after)
    assert [change.table for change in deed.changes] == ["elements", "places", "links", "configurations"]
    with pytest.raises(Misuse, match="in K01 already"):
        link_into(there, Tying(), TRANSCRIPT, "")


def test_weighing_nothing_says_how_to_mark_a_link() -> None:
    with pytest.raises(Misuse, match="No link is marked"):
        weigh([], "K01", TRANSCRIPT)


def test_weighing_says_which_words_bear_on_what() -> None:
    evidence = replace(_tying().evidence[1], stance=Stance.CONTRADICTS)
    assert (
        weigh([evidence], "R1 → M1 of K01", TRANSCRIPT).sentence
        == "Attached Sag 01 10–40 to R1 → M1 of K01: contradicts"
    )
