"""Configurations out of passages, what is said of them, and the lines they are shown in."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from benches import (
    CODES,
    FULL,
    MANAGER,
    bench,
    coding,
    evidence,
    offer,
    passage,
)
from rcoder.domain.configuration import Element, Grounding
from rcoder.domain.words import (
    Activation,
    Kind,
    Polarity,
    Scope,
    Stance,
)
from rcoder.project.bench import CaseProgress
from rcoder.ui.configuring import making
from rcoder.ui.configuring.bench import box_words, link_name, passages_words, place_names, tally_words
from rcoder.ui.configuring.rows import about, lines

# -- out of passages -------------------------------------------------------------------------------------------------


def test_codings_of_one_code_by_two_coders_are_one_element_with_two_passages() -> None:
    found = making.drawn([coding("a", "M1"), coding("b", "M1")], CODES, "da")
    assert [(each.element.wording, each.codings) for each in found] == [("M1 på dansk", ("a", "b"))]


def test_the_kind_of_the_coding_comes_before_that_of_its_code() -> None:
    found = making.drawn([coding("a", "M1", kind=Kind.OUTCOME), coding("b", "R1")], CODES, "da")
    assert [each.kind for each in found] == [Kind.RESOURCE, Kind.OUTCOME]


@pytest.mark.parametrize(("polarity", "words"), [(Polarity.ABSENT, "fraværende"), (Polarity.WEAK, "svag")])
def test_what_is_said_to_be_absent_is_worded_so_and_meets_nothing_in_a_box(
    polarity: Polarity, words: str
) -> None:
    found = making.drawn([coding("a", "M1", polarity=polarity)], CODES, "da")[0].element
    assert found.wording == f"M1 på dansk ({words})"
    finder = bench(FULL).finder()
    assert finder is not None
    assert finder.settled(found) is None


def test_a_barrier_gives_a_negative_outcome() -> None:
    assert making.drawn([coding("a", "O1")], CODES, "da")[0].element.sign == "-"


def test_conditions_and_hypotheses_give_hypotheses_and_no_elements() -> None:
    codings = [coding("a", "SC1.1"), coding("b", "H1")]
    assert making.drawn(codings, CODES, "da") == ()
    assert making.hypotheses_of(codings, CODES) == ("H1",)


def test_a_passage_tied_to_another_case_gives_that_case() -> None:
    made, _ = making.begun(
        offer(coding("a", "M1", case_id="sag-2")), CODES, "da", number="K01", coder_id="anne"
    )
    assert made.case_id == "sag-2"


def test_a_passage_of_someone_without_a_case_is_about_the_general() -> None:
    assert making.usual_scope(offer(transcript=MANAGER)) is Scope.GENERAL
    assert (
        making.usual_scope(offer(coding("a", "M1", case_id="sag-2"), transcript=MANAGER)) is Scope.THIS_CASE
    )


def test_extending_puts_new_elements_last() -> None:
    deed = making.extended(FULL, offer(coding("a", "M1"), coding("b", "R1")), CODES, "da")
    places = [change.after for change in deed.changes if change.table == "places"]
    assert [each["position"] for each in places if each] == [5, 6]


# -- what is said ----------------------------------------------------------------------------------------------------


def test_elements_are_called_by_letter_and_number_within_their_kind() -> None:
    assert list(place_names(FULL).values()) == ["C1", "R1", "M1", "M2", "O1"]


def test_a_condition_is_called_by_the_link_it_is_on() -> None:
    assert [link_name(FULL, link) for link in FULL.links] == ["R1 → M1", "C1 on R1 → M1"]


def test_cases_are_counted_with_the_cases_coded_to_the_end_beside_them() -> None:
    made = replace(FULL, evidence=(evidence("a", "l"), evidence("b", "l", Stance.CONTRADICTS)))
    passages = (
        passage("a", stance=Stance.SUPPORTS),
        passage("b", 20, stance=Stance.CONTRADICTS, case_id="sag-3", case="Sag 03"),
    )
    progress = CaseProgress(frozenset({"sag-1", "sag-2"}), frozenset({"sag-3"}))
    said = tally_words(bench(made, *passages, progress=progress), "l")
    assert said == "supports 1 (1 of 2 cases) · contradicts 1 (0 of 2 cases, 1 case not yet coded to the end)"


def test_normative_talk_is_listed_and_not_counted() -> None:
    made = replace(FULL, evidence=(evidence("a", "l"),))
    said = tally_words(bench(made, passage("a", stance=Stance.SUPPORTS, scope=Scope.NORMATIVE)), "l")
    assert said == "supports 0 (1 listed, not counted)"


def test_overlapping_codings_of_two_coders_are_one_passage() -> None:
    made = replace(FULL, groundings=(Grounding("g", "m", "a"), Grounding("h", "m", "b")))
    assert passages_words(bench(made, passage("a"), passage("b", 2)), "m") == "1 passage, 2 codings"
    assert passages_words(bench(made, passage("a"), passage("b", 20)), "m") == "2 passages"


def test_a_box_is_a_question_until_wording_or_a_person_settles_it() -> None:
    shown = bench(FULL)
    assert box_words(shown, Element("m", "noget andet", "M1")) == "box? Tryg"
    assert box_words(shown, Element("m", "Tryg", "M1")) == "box Tryg"
    assert box_words(shown, Element("m", "noget andet", "M1", node_id="M")) == "box Tryg"
    assert box_words(shown, Element("m", "noget andet", "M1", new=True)) == "a box of its own"


# -- lines -----------------------------------------------------------------------------------------------------------


@given(st.text(max_size=300), st.text(max_size=60), st.integers(60, 130))
def test_no_line_is_wider_than_its_pane(words: str, title: str, width: int) -> None:
    made = replace(
        FULL,
        configuration=replace(FULL.configuration, because=words, title=title, memo=words),
        elements={
            **FULL.elements,
            "m": Element("m", words or "?", "M1", actor="borger", activation=Activation.WEAK),
        },
        groundings=(Grounding("g", "m", "a"),),
        evidence=(evidence("b", "l"), evidence("c", "d")),
    )
    shown = bench(
        made, passage("a", text=words), passage("b", text=words, memo=words), passage("c", text=words)
    )
    for line in lines(shown, width):
        text = "".join(piece for piece, _ in line.pieces)
        beside = cell_len(line.right) + 2 if line.right else 1
        if line.id != "title":
            assert 2 * line.depth + 2 * line.folds + cell_len(text) + beside <= width


def test_lines_have_names_of_their_own() -> None:
    made = replace(FULL, groundings=(Grounding("g", "m", "a"),), evidence=(evidence("b", "l"),))
    ids = [line.id for line in lines(bench(made, passage("a"), passage("b")), 80)]
    assert len(ids) == len(set(ids))


def test_what_a_line_is_about_is_in_its_name() -> None:
    assert about("ground:p-m:g") == ("ground", "g")
    assert about("because") == ("because", "")


def test_a_context_is_shown_under_the_link_it_conditions() -> None:
    shown = [(line.id, line.depth) for line in lines(bench(FULL), 80) if line.id in ("link:l", "link:d")]
    assert shown == [("link:l", 0), ("link:d", 1)]
