"""A configuration written out: nothing lost, nothing said twice, in the order of its links."""

from __future__ import annotations

from dataclasses import replace
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rcoder.domain.configuration import Assembled, Configuration, Element, Link, Place
from rcoder.domain.rendering import parts, phrases, sentence
from rcoder.domain.words import Directness, Effect, Horizon, Kind, Rendering

RR = Rendering.RESOURCE_REASONING


def _el(name: str, **fields: object) -> Element:
    return Element(name, name, **fields)  # type: ignore[arg-type]  # fields of an element


def test_an_empty_configuration_is_a_frame_of_ellipses(making: ModuleType) -> None:
    empty = making.assembled("K01")
    assert sentence(empty) == "Når …, og der tilbydes …, så …, fordi …, hvilket fører til …"
    assert sentence(empty, "en") == "When … and … is offered, then …, because …, leading to …"


def test_elements_of_one_kind_are_joined_in_both_languages(making: ModuleType) -> None:
    places = [("a", "context"), ("b", "context"), ("r", "resource"), ("m", "reasoning"), ("o", "outcome")]
    found = making.assembled("K01", places, because="det hænger sammen. ")
    assert (
        sentence(found)
        == "Når a og b, og der tilbydes r, så m, fordi det hænger sammen, hvilket fører til o."
    )
    assert (
        sentence(found, "en")
        == "When a and b and r is offered, then m, because det hænger sammen, leading to o."
    )


@pytest.mark.parametrize(
    ("because", "context"),
    [("Fordi hun spørger", "når hun er ny"), ("because hun spørger", "When hun er ny")],
)
def test_a_word_of_the_frame_that_somebody_wrote_too_is_said_once(
    making: ModuleType, because: str, context: str
) -> None:
    found = making.assembled(
        "K01", [("c", "context"), ("r", "resource"), ("m", "reasoning")], because=because
    )
    elements = {**found.elements, "c": Element("c", context)}
    assert sentence(replace(found, elements=elements)) == (
        "Når hun er ny, og der tilbydes r, så m, fordi hun spørger, hvilket fører til …"
    )


def test_reasonings_are_said_in_the_order_of_their_links_and_not_of_their_rows(making: ModuleType) -> None:
    places = [("r", "resource"), ("later", "reasoning"), ("first", "reasoning"), ("o", "outcome")]
    links = [("1", "r", "first"), ("2", "first", "later"), ("3", "later", "o")]
    found = making.assembled("K01", places, links)
    assert "så first, og så later, fordi …, hvilket fører til o." in sentence(found)


def test_an_outcome_may_lead_to_a_reasoning_and_that_to_a_further_outcome(making: ModuleType) -> None:
    places = [
        ("r", "resource"),
        ("m1", "reasoning"),
        ("m2", "reasoning"),
        ("o1", "outcome"),
        ("o2", "outcome"),
    ]
    links = [("1", "r", "m1"), ("2", "m1", "o1"), ("3", "o1", "m2"), ("4", "m2", "o2")]
    assert sentence(making.assembled("K01", places, links)).endswith(
        "så m1, fordi …, hvilket fører til o1, og så m2, hvilket fører til o2."
    )


def test_a_context_is_said_at_the_one_link_it_conditions(making: ModuleType) -> None:
    places = [("c", "context"), ("r", "resource"), ("m1", "reasoning"), ("m2", "reasoning"), ("o", "outcome")]
    links = [("1", "r", "m1"), ("2", "m1", "m2"), ("3", "m2", "o"), ("4", "c", "3", "conditions")]
    assert sentence(making.assembled("K01", places, links)) == (
        "Når der tilbydes r, så m1, og så m2, fordi …, hvilket, når c, fører til o."
    )


def test_a_context_that_conditions_all_that_the_resource_does_opens_the_sentence(making: ModuleType) -> None:
    places = [("r", "resource"), ("m", "reasoning"), ("o", "outcome"), ("c", "context")]
    links = [("1", "r", "m"), ("2", "m", "o"), ("3", "c", "1", "conditions")]
    assert sentence(making.assembled("K01", places, links)).startswith("Når c, og der tilbydes r, så m")


def test_hindering_and_negative_outcomes_are_said(making: ModuleType) -> None:
    places = [("r", "resource"), ("m1", "reasoning"), ("m2", "reasoning"), ("o", "outcome"), ("p", "outcome")]
    links = [
        ("1", "r", "m1"),
        ("2", "r", "m2"),
        ("3", "m2", "m1", "hinders"),
        ("4", "m1", "o"),
        ("5", "m2", "p", "hinders"),
    ]
    found = making.assembled("K01", places, links, elements={"o": _el("o", sign="-")})
    assert (
        "så m1, men det hæmmes af dette: m2, fordi …, hvilket fører til o (negativt), og hæmmer p."
        in sentence(found)
    )
    assert (
        "then m1, but it is hindered by this: m2, because …, leading to o (negative), and hindering p."
        in sentence(found, "en")
    )


def test_what_is_inferred_and_whose_it_is_is_said_where_the_words_do_not(making: ModuleType) -> None:
    own = {
        "m": _el("tør borgeren gå ind", actor="borger"),
        "n": _el("spørger uden at vente", actor="mentor", directness=Directness.INFERRED),
    }
    elements = {
        name: Element(name, each.wording, actor=each.actor, directness=each.directness)
        for name, each in own.items()
    }
    found = making.assembled("K01", [("m", "reasoning"), ("n", "reasoning")], elements=elements)
    assert "så tør borgeren gå ind, og spørger uden at vente (mentor, udledt)," in sentence(found)


def test_a_loop_is_said_once_and_closed(making: ModuleType) -> None:
    places = [("r", "resource"), ("m", "reasoning"), ("n", "reasoning")]
    found = making.assembled("K01", places, [("1", "r", "m"), ("2", "m", "n"), ("3", "n", "m")])
    assert "så m, og så n (virker tilbage), fordi" in sentence(found)


def test_an_element_that_ends_in_its_own_beginning_is_said_in_both_places(making: ModuleType) -> None:
    places = [("x", "resource"), ("m", "reasoning"), ("x", "outcome")]
    found = making.assembled("K01", places, [("1", "x", "m"), ("2", "m", "x")])
    assert sentence(found) == "Når …, og der tilbydes x, så m, fordi …, hvilket fører til x."


@pytest.mark.parametrize(
    ("rendering", "letters"), [(RR, "KRMU"), (Rendering.CMO, "KMU"), (Rendering.ICAMO, "IKAMU")]
)
def test_the_parts_of_a_rendering_are_labelled(
    making: ModuleType, rendering: Rendering, letters: str
) -> None:
    found = making.assembled("K01", [("r", "resource")])
    assert "".join(part.letter for part in parts(found, "da", rendering)) == letters


def test_in_cmo_the_mechanism_is_resource_and_reasoning(making: ModuleType) -> None:
    found = making.assembled("K01", [("m", "reasoning"), ("r", "resource")])
    mechanism = parts(found, "en", Rendering.CMO)[1]
    assert (mechanism.letter, mechanism.label, [line.text for line in mechanism.lines]) == (
        "M",
        "mechanism",
        ["r", "m"],
    )


def test_icamo_names_each_actor_once_and_the_intervention_first(making: ModuleType) -> None:
    elements = {
        name: Element(name, name, actor=actor)
        for name, actor in (("m", "borger"), ("n", "mentor"), ("q", "borger"))
    }
    found = making.assembled(
        "K01",
        [("r", "resource"), ("m", "reasoning"), ("n", "reasoning"), ("q", "reasoning")],
        elements=elements,
    )
    assert [line.words for line in parts(found, "da", Rendering.ICAMO)[2].lines] == ["borger", "mentor"]
    assert sentence(found, "en", Rendering.ICAMO).startswith(
        "The intervention offers r. When …, this happens for borger and mentor: m (borger)"
    )


@st.composite
def configurations(draw: st.DrawFn) -> Assembled:
    """Any configuration: elements in several places, links both ways, conditions on links and on conditions, loops."""
    count = draw(st.integers(1, 5))
    elements = {f"e{index}": Element(f"e{index}", f"‹{index}›") for index in range(count)}
    placed = draw(
        st.lists(
            st.tuples(st.sampled_from(sorted(elements)), st.sampled_from(list(Kind))),
            min_size=1,
            max_size=7,
            unique=True,
        )
    )
    places = [
        Place(f"p{index}", "K", element, kind, draw(st.integers(0, 3)))
        for index, (element, kind) in enumerate(placed)
    ]
    there = sorted({place.element_id for place in places})
    links: list[Link] = []
    for index in range(draw(st.integers(0, 7))):
        effect = draw(st.sampled_from(list(Effect)))
        onto = [link.id for link in links] if effect is Effect.CONDITIONS else there
        if onto:
            links.append(
                Link(
                    f"l{index}",
                    "K",
                    draw(st.sampled_from(there)),
                    draw(st.sampled_from(onto)),
                    effect,
                    draw(st.integers(0, 3)),
                )
            )
    own = {place.element_id: elements[place.element_id] for place in places}
    return Assembled(Configuration("K", "K01", "anne", because="‹because›"), tuple(places), own, tuple(links))


@given(found=configurations(), rendering=st.sampled_from(Rendering), language=st.sampled_from(("da", "en")))
def test_every_wording_is_said_exactly_as_often_as_it_has_places(
    found: Assembled, rendering: Rendering, language: str
) -> None:
    said = sentence(found, language, rendering)
    listed = "\n".join(line.text for part in parts(found, language, rendering) for line in part.lines)
    for element in found.elements.values():
        places = sum(place.element_id == element.id for place in found.places)
        assert said.count(element.wording) == listed.count(element.wording) == places
    assert said.count("‹because›") == 1
    assert sorted(each.place.id for each in phrases(found, language, rendering) if each.place) == sorted(
        place.id for place in found.places
    )


@given(found=configurations(), data=st.data(), rendering=st.sampled_from(Rendering))
def test_the_words_do_not_depend_on_the_order_of_the_rows(
    found: Assembled, data: st.DataObject, rendering: Rendering
) -> None:
    shuffled = Assembled(
        found.configuration,
        tuple(data.draw(st.permutations(found.places))),
        dict(data.draw(st.permutations(list(found.elements.items())))),
        tuple(data.draw(st.permutations(found.links))),
    )
    assert sentence(shuffled, "da", rendering) == sentence(found, "da", rendering)
    assert parts(shuffled, "en", rendering) == parts(found, "en", rendering)


@given(found=configurations(), rendering=st.sampled_from(Rendering), language=st.sampled_from(("da", "en")))
def test_the_sentence_reads_as_one_line_without_stray_marks(
    found: Assembled, rendering: Rendering, language: str
) -> None:
    said = sentence(found, language, rendering)
    assert not [stray for stray in ("  ", ",,", ", ,", " ,", " .", ":,", "{", "}") if stray in said]
    assert said.endswith((".", "…"))
    assert not said.endswith("….")
    assert said[0].isupper()


GROWN = "større selvværd"


def _with_grown(making: ModuleType, wording: str) -> Assembled:
    """K01 with a context that was worded as an outcome, and goes on to a reasoning."""
    places = [("c", "context"), ("r", "resource"), ("m", "reasoning"), ("o", "outcome")]
    found = making.assembled("K01", places, because="b")
    return replace(found, elements={**found.elements, "c": Element("c", wording, horizon=Horizon.LONG)})


@pytest.mark.parametrize(
    ("rendering", "language", "begins"),
    [
        (RR, "da", f"Når der er kommet {GROWN}, og der tilbydes r"),
        (RR, "en", f"When it has come to {GROWN} and r is offered"),
        (Rendering.CMO, "da", f"I en kontekst, hvor der er kommet {GROWN}, er mekanismen"),
        (Rendering.CMO, "en", f"In a context where it has come to {GROWN}, the mechanism"),
        (Rendering.ICAMO, "da", f"Interventionen tilbyder r. Når der er kommet {GROWN}, sker"),
        (Rendering.ICAMO, "en", f"The intervention offers r. When it has come to {GROWN}, this"),
    ],
)
def test_an_outcome_that_is_a_context_here_is_said_as_what_has_come(
    making: ModuleType, rendering: Rendering, language: str, begins: str
) -> None:
    found = _with_grown(making, GROWN)
    assert sentence(found, language, rendering).startswith(begins)
    (own,) = (
        each for each in phrases(found, language, rendering) if each.place and each.place.element_id == "c"
    )
    assert own.text == GROWN


@pytest.mark.parametrize(
    ("wording", "said"),
    [
        ("hun ringer selv", "hun ringer selv"),
        ("borgeren får tillid til konsulenten", "borgeren får tillid til konsulenten"),
        ("at hun tør", "hun tør"),
        ("når hun er ny", "hun er ny"),
        ("troen på et job", "der er kommet troen på et job"),
        ("samarbejde", "der er kommet samarbejde"),
    ],
)
def test_a_clause_that_is_an_outcome_is_a_context_as_it_is(
    making: ModuleType, wording: str, said: str
) -> None:
    assert sentence(_with_grown(making, wording)).startswith(f"Når {said}, og der tilbydes r")


def test_an_outcome_that_is_a_context_later_on_is_said_as_what_comes(making: ModuleType) -> None:
    places = [("r", "resource"), ("m", "reasoning"), ("c", "context"), ("o", "outcome")]
    links = [("1", "r", "m"), ("2", "m", "c"), ("3", "c", "o")]
    found = making.assembled("K01", places, links)
    found = replace(found, elements={**found.elements, "c": Element("c", GROWN, horizon=Horizon.SHORT)})
    assert f"hvilket gør at der kommer {GROWN}" in sentence(found)
    assert f"so that it comes to {GROWN}" in sentence(found, "en")
