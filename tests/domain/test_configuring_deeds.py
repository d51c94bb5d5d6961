"""Deeds on configurations."""

from __future__ import annotations

from dataclasses import replace
from types import ModuleType
from typing import Any

import pytest

from rcoder.domain.actions import configuring as deeds
from rcoder.domain.actions.reviewing import give_status
from rcoder.domain.belongings import Belongings
from rcoder.domain.comment import Comment
from rcoder.domain.configuration import (
    Assembled,
    Configuration,
    Element,
    Grounding,
    Judgement,
    Link,
    Place,
)
from rcoder.domain.errors import Misuse
from rcoder.domain.exhibit import Bearing
from rcoder.domain.journal import Deed
from rcoder.domain.prompt_answer import PromptAnswer
from rcoder.domain.records import from_row
from rcoder.domain.review import digest, standing
from rcoder.domain.rival import Kinship, Rival, Standin
from rcoder.domain.words import Answered, Claim, Effect, Kin, Kind, Stance, Status


def ids(deed: Deed, verb: str) -> set[str]:
    """Ids of what a deed added, removed or changed, as table/id."""
    chosen = {
        "added": lambda each: each.before is None,
        "removed": lambda each: each.after is None,
        "changed": lambda each: each.before is not None and each.after is not None,
    }[verb]
    return {f"{each.table}/{each.id}" for each in deed.changes if chosen(each)}


@pytest.fixture
def found(making: ModuleType) -> Assembled:
    """A context on a link, a condition on that condition, evidence on each, groundings, and evidence on the whole."""
    return making.assembled(
        "K01",
        [("c", "context"), ("d", "context"), ("r", "resource"), ("m", "reasoning"), ("o", "outcome")],
        [
            ("rm", "r", "m"),
            ("mo", "m", "o"),
            ("c-rm", "c", "rm", "conditions"),
            ("d-c", "d", "c-rm", "conditions"),
        ],
        [making.evidence(f"e-{claim}", claim) for claim in ("rm", "mo", "c-rm", "d-c", "K01")],
        [("r", "x1"), ("m", "x2")],
    )


def test_a_configuration_begins_with_what_it_has(making: ModuleType) -> None:
    new = making.assembled(
        "K01", [("r", "resource"), ("m", "reasoning")], [("l", "r", "m")], title="Kendskab"
    )
    deed = deeds.begin(
        new.configuration, new.elements.values(), new.places, [Grounding("g", "r", "x1")], new.links
    )
    assert ids(deed, "added") == {
        "configurations/K01", "elements/r", "elements/m", "places/K01-0", "places/K01-1", "groundings/g", "links/l",
    }  # fmt: skip
    assert deed.sentence == "Began K01 Kendskab"


def test_a_partial_configuration_begins_with_nothing() -> None:
    assert len(deeds.begin(Configuration("K01", "K01", "anne")).changes) == 1


def test_extending_adds_the_element_its_place_and_what_it_rests_on(found: Assembled) -> None:
    deed = deeds.extend(
        found, Element("n", "ny"), Place("p", "K01", "n", Kind.OUTCOME), [Grounding("g", "n", "x")]
    )
    assert ids(deed, "added") == {"elements/n", "places/p", "groundings/g"}
    assert deed.sentence == "Added outcome “ny” to K01"


def test_sharing_adds_a_place_and_leaves_the_element_as_it_is(found: Assembled) -> None:
    deed = deeds.share(found, Element("n", "timer"), Place("p", "K01", "n", Kind.RESOURCE))
    assert ids(deed, "added") == {"places/p"}
    assert deed.sentence == "Shared “timer” with K01 as resource"


def test_an_element_gets_and_loses_passages_to_rest_on(found: Assembled) -> None:
    grounding = Grounding("g", "r", "x9")
    assert ids(deeds.ground(found.elements["r"], [grounding]), "added") == {"groundings/g"}
    assert ids(deeds.unground(found.elements["r"], grounding), "removed") == {"groundings/g"}


def test_rewording_and_another_kind_change_one_row_each(found: Assembled) -> None:
    element = found.elements["r"]
    assert ids(deeds.reword(element, replace(element, wording="ny")), "changed") == {"elements/r"}
    deed = deeds.replace_kind(found, found.places[2], Kind.CONTEXT)
    assert ids(deed, "changed") == {"places/K01-2"}
    assert deed.sentence == "Made “r” a context"


def test_a_context_that_conditions_a_link_does_not_get_another_kind(found: Assembled) -> None:
    with pytest.raises(Misuse, match="only a context does"):
        deeds.replace_kind(found, found.places[0], Kind.OUTCOME)
    free = replace(found, links=found.links[:2])
    assert deeds.replace_kind(free, free.places[0], Kind.OUTCOME).sentence == "Made “c” an outcome"


def test_an_element_that_is_a_context_twice_may_stop_being_one_of_them(making: ModuleType) -> None:
    places = [("e", "context"), ("e", "context"), ("r", "resource"), ("m", "reasoning")]
    twice = making.assembled("K01", places, [("rm", "r", "m"), ("e-rm", "e", "rm", "conditions")])
    assert deeds.replace_kind(twice, twice.places[0], Kind.OUTCOME).changes


def test_a_context_taken_out_of_one_of_its_places_takes_the_links_it_conditioned_along(
    making: ModuleType,
) -> None:
    places = [("e", "outcome"), ("e", "context"), ("r", "resource"), ("m", "reasoning")]
    links = [("rm", "r", "m"), ("me", "m", "e"), ("e-rm", "e", "rm", "conditions")]
    twice = making.assembled("K01", places, links)
    assert ids(deeds.take_out(twice, twice.places[1], elsewhere=False), "removed") == {
        "places/K01-1",
        "links/e-rm",
    }
    assert ids(deeds.take_out(twice, twice.places[0], elsewhere=False), "removed") == {"places/K01-0"}


def test_reordering_changes_only_the_places_that_move(found: Assembled) -> None:
    order = [place.id for place in found.places]
    assert deeds.reorder(found, order).changes == ()
    order[0], order[1] = order[1], order[0]
    deed = deeds.reorder(found, order)
    assert {each.id: each.after["position"] for each in deed.changes if each.after} == {
        "K01-0": 1,
        "K01-1": 0,
    }


@pytest.mark.parametrize(
    "order", [[], ["K01-0"], ["K01-0"] * 5, ["K01-0", "K01-1", "K01-2", "K01-3", "K02-4"]]
)
def test_an_order_of_other_places_is_refused(found: Assembled, order: list[str]) -> None:
    with pytest.raises(Misuse, match="other places than K01 has"):
        deeds.reorder(found, order)


def test_taking_an_element_out_takes_its_links_their_conditions_and_all_their_evidence(
    found: Assembled,
) -> None:
    deed = deeds.take_out(found, found.places[2], elsewhere=False)
    assert ids(deed, "removed") == {
        "links/rm", "links/c-rm", "links/d-c", "evidence/e-rm", "evidence/e-c-rm", "evidence/e-d-c",
        "places/K01-2", "groundings/r/x1", "elements/r",
    }  # fmt: skip


def test_taking_a_context_out_leaves_the_link_it_conditioned(found: Assembled) -> None:
    deed = deeds.take_out(found, found.places[0], elsewhere=False)
    assert ids(deed, "removed") == {
        "links/c-rm", "links/d-c", "evidence/e-c-rm", "evidence/e-d-c", "places/K01-0", "elements/c",
    }  # fmt: skip


def test_an_element_that_stands_elsewhere_lives_on_with_what_it_rests_on(found: Assembled) -> None:
    deed = deeds.take_out(found, found.places[3], elsewhere=True)
    gone = ids(deed, "removed")
    assert "places/K01-3" in gone
    assert {"links/rm", "links/mo"} <= gone
    assert not {"elements/m", "groundings/m/x2"} & gone


def test_an_element_in_two_places_keeps_its_links_when_one_place_goes(making: ModuleType) -> None:
    twice = making.assembled(
        "K01", [("e", "outcome"), ("e", "context"), ("m", "reasoning")], [("l", "m", "e")]
    )
    assert ids(deeds.take_out(twice, twice.places[1], elsewhere=False), "removed") == {"places/K01-1"}


def linked(found: Assembled, source: str, target: str, effect: Effect = Effect.PROMOTES) -> Deed:
    return deeds.tie(found, Link("new", "K01", source, target, effect))


@pytest.mark.parametrize(
    ("source", "target", "effect"),
    [
        ("r", "o", Effect.PROMOTES),
        ("o", "r", Effect.HINDERS),
        ("m", "r", Effect.PROMOTES),
        ("c", "m", Effect.PROMOTES),
        ("c", "mo", Effect.CONDITIONS),
        ("d", "rm", Effect.CONDITIONS),
        ("c", "d-c", Effect.CONDITIONS),
    ],
)
def test_elements_are_tied_to_elements_and_contexts_to_links(
    found: Assembled, source: str, target: str, effect: Effect
) -> None:
    assert ids(linked(found, source, target, effect), "added") == {"links/new"}


@pytest.mark.parametrize(
    ("source", "target", "effect", "words"),
    [
        ("elsewhere", "m", Effect.PROMOTES, "begins at an element of its configuration"),
        ("rm", "m", Effect.PROMOTES, "begins at an element of its configuration"),
        ("r", "elsewhere", Effect.PROMOTES, "goes to another element of the same configuration"),
        ("r", "r", Effect.PROMOTES, "goes to another element"),
        ("c", "rm", Effect.HINDERS, "goes to another element"),
        ("c", "m", Effect.CONDITIONS, "conditions a link, not an element"),
        ("c", "elsewhere", Effect.CONDITIONS, "conditions a link, not an element"),
        ("r", "mo", Effect.CONDITIONS, "Only a context conditions a link"),
        ("r", "m", Effect.PROMOTES, "there already"),
        ("r", "m", Effect.HINDERS, "there already"),
        ("c", "rm", Effect.CONDITIONS, "there already"),
    ],
)
def test_ends_that_do_not_belong_together_are_refused(
    found: Assembled, source: str, target: str, effect: Effect, words: str
) -> None:
    with pytest.raises(Misuse, match=words):
        linked(found, source, target, effect)


def test_an_element_conditions_a_link_where_one_of_its_places_is_a_context(making: ModuleType) -> None:
    places = [("e", "outcome"), ("e", "context"), ("r", "resource"), ("m", "reasoning")]
    twice = making.assembled("K01", places, [("rm", "r", "m")])
    assert linked(twice, "e", "rm", Effect.CONDITIONS).changes


def test_a_link_is_said_in_words_down_to_the_elements(found: Assembled) -> None:
    assert linked(found, "r", "o").sentence == "Linked in K01: r promotes o"
    assert (
        linked(found, "c", "d-c", Effect.CONDITIONS).sentence
        == "Linked in K01: c conditions “d → “c → “r → m”””"
    )


def test_promoting_and_hindering_are_exchanged_and_conditioning_is_not(found: Assembled) -> None:
    deed = deeds.turn(found, found.links[0], Effect.HINDERS)
    assert ids(deed, "changed") == {"links/rm"}
    for link, effect in ((found.links[0], Effect.CONDITIONS), (found.links[2], Effect.PROMOTES)):
        with pytest.raises(Misuse, match="can be exchanged"):
            deeds.turn(found, link, effect)


def test_untying_takes_the_conditions_on_the_link_and_the_evidence_on_both(found: Assembled) -> None:
    assert ids(deeds.untie(found, found.links[0]), "removed") == {
        "links/rm", "links/c-rm", "links/d-c", "evidence/e-rm", "evidence/e-c-rm", "evidence/e-d-c",
    }  # fmt: skip
    assert ids(deeds.untie(found, found.links[3]), "removed") == {"links/d-c", "evidence/e-d-c"}


@pytest.mark.parametrize(
    "fields",
    [
        {"title": "T", "because": "fordi"},
        {"hypotheses": ("H1",)},
        {"core_id": "K1"},
        {"consolidated_in": "K10"},
    ],
)
def test_a_configuration_is_edited_by_field(found: Assembled, fields: dict[str, Any]) -> None:
    deed = deeds.edit(found, **fields)
    (change,) = deed.changes
    assert change.after is not None
    assert from_row(Configuration, change.after) == replace(found.configuration, **fields)


@pytest.mark.parametrize("name", ["status", "status_digest", "number", "coder_id", "colour"])
def test_status_and_number_are_not_edited(found: Assembled, name: str) -> None:
    with pytest.raises(Misuse, match=f"not changed in {name}"):
        deeds.edit(found, **{name: "x"})


def test_a_status_is_given_to_the_configuration_as_it_stands(found: Assembled) -> None:
    deed = give_status(found, Status.ACCEPTED, "eva")
    (change,) = deed.changes
    assert change.after is not None
    accepted = replace(found, configuration=from_row(Configuration, change.after))
    assert accepted.configuration.status_digest == digest(found)
    assert standing(accepted).holds
    assert deed.sentence == "Accepted: K01"


def test_a_configuration_goes_from_draft_through_review_to_rejection(found: Assembled) -> None:
    for status in (Status.SUBMITTED, Status.RETURNED, Status.SUBMITTED, Status.ACCEPTED, Status.REJECTED):
        (change,) = give_status(found, status, "eva").changes
        assert change.after is not None
        found = replace(found, configuration=from_row(Configuration, change.after))
        assert (found.configuration.status, found.configuration.status_by) == (status, "eva")


def test_dropping_takes_everything_of_its_own_along(found: Assembled) -> None:
    judgement = Judgement("j", "K01", "eva", "stærk", "to sager")
    gone = ids(deeds.drop(found, (), Belongings((judgement,))), "removed")
    assert gone == {
        "configurations/K01", "judgements/j", "groundings/r/x1", "groundings/m/x2",
        *(f"elements/{each}" for each in found.elements),
        *(f"places/{each.id}" for each in found.places),
        *(f"links/{each.id}" for each in found.links),
        *(f"evidence/{each.id}" for each in found.evidence),
    }  # fmt: skip


def test_dropping_leaves_the_elements_that_stand_elsewhere(found: Assembled) -> None:
    gone = ids(deeds.drop(found, {"m", "o"}), "removed")
    assert not {"elements/m", "elements/o", "groundings/m/x2"} & gone
    assert {"elements/r", "groundings/r/x1", "places/K01-3"} <= gone


def test_dropping_a_consolidated_one_lets_its_members_stand_for_themselves(found: Assembled) -> None:
    member = Configuration("K07", "K07", "anne", consolidated_in="K01")
    deed = deeds.drop(found, (), Belongings(members=(member,)))
    assert ids(deed, "changed") == {"configurations/K07"}
    assert next(each.after for each in deed.changes if each.id == "K07")["consolidated_in"] is None


def test_dropping_takes_what_was_said_of_it_along_and_leaves_what_is_joined_to_elements_elsewhere(
    found: Assembled,
) -> None:
    on_element = replace(found.evidence[0], id="on m", claim=Claim.ELEMENT, claim_id="m")
    figure = Bearing("b", "x", Claim.ELEMENT, "r", Stance.SUPPORTS, "anne")
    whole = replace(found, evidence=(*found.evidence, on_element), bearings=(figure,))
    said = Belongings(
        rivals=(Rival("v", "K01", "anne", "held"),),
        kinships=(Kinship("k", "K02", Kin.CONTRADICTS, "K01", "anne"),),
        comments=(Comment("c", "K01", "eva", "?"), Comment("d", "K01", "anne", "!", reply_to="c")),
        answers=(PromptAnswer("a", "because", "K01", "", "anne", Answered.DONE),),
        standins=(Standin("s", "r", "m"), Standin("t", "x", "m")),
    )
    gone = ids(deeds.drop(whole, {"m"}, said), "removed")
    assert {"rivals/v", "kinships/k", "comments/c", "comments/d", "prompt_answers/a", "standins/s"} <= gone
    assert "bearings/b" in gone
    assert not {"evidence/on m", "standins/t", "elements/m"} & gone


def test_strength_is_judged_in_words_with_a_reason() -> None:
    judgement = Judgement("j", "K01", "eva", "stærk", "to sager")
    assert ids(deeds.judge_strength(judgement, "K01"), "added") == {"judgements/j"}
    after = replace(judgement, words="svag")
    assert ids(deeds.judge_strength(after, "K01", before=judgement), "changed") == {"judgements/j"}


@pytest.mark.parametrize(("words", "reason"), [("", "to sager"), ("stærk", ""), ("stærk", "  ")])
def test_strength_without_words_or_reason_is_refused(words: str, reason: str) -> None:
    with pytest.raises(Misuse, match="needs its words and a reason"):
        deeds.judge_strength(Judgement("j", "K01", "eva", words, reason), "K01")


def test_a_judgement_does_not_take_the_place_of_another_one() -> None:
    with pytest.raises(ValueError, match="cannot become"):
        deeds.judge_strength(
            Judgement("new", "K01", "eva", "svag", "én sag"),
            "K01",
            Judgement("old", "K01", "eva", "stærk", "to"),
        )
