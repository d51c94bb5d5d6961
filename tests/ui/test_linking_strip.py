"""The strip of linked coding without a screen: its words, and what a key makes of them."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from rcoder.domain.codebook import Code
from rcoder.domain.coding import Coding
from rcoder.domain.configuration import Assembled, Configuration, Element, Link, Place
from rcoder.domain.errors import Misuse
from rcoder.domain.transcript import Span, Transcript
from rcoder.domain.words import Bilingual, Category, Effect, Kind, Polarity
from rcoder.project.linking import Near
from rcoder.ui.linking import proposal
from rcoder.ui.linking.proposal import Proposal
from rcoder.ui.linking.rows import bearing_words, help_on, rows
from rcoder.ui.offer import Offer

TRANSCRIPT = Transcript("t1", "Sag 01", "da", "x", 400, "a.txt", "x", "txt", case_id="sag-1")
KINDS = {"C": Kind.CONTEXT, "R": Kind.RESOURCE, "M": Kind.REASONING, "O": Kind.OUTCOME}
CODES = {"H1": Code("H1", "book", "H1", Category.HYPOTHESIS, label=Bilingual("H1"))} | {
    key: Code(key, "book", key, parent_id="H1", kind=KINDS[key[0]], sign=key[1].replace("1", "+"), label=Bilingual(f"navn {key}"))
    for key in ("C1", "R1", "R-", "M1", "O1")
}  # fmt: skip


def coded(key: str, start: int, **flags: Any) -> Coding:
    """A coding of ten characters with a code."""
    return Coding(f"{key}@{start}", "t1", start, start + 10, key, "anne", CODES[key].kind, **flags)


def offered(*codings: Coding) -> Offer:
    """The codings of a passage."""
    return Offer(TRANSCRIPT, Span(0, 10), "ord", codings)


def k07() -> Assembled:
    """K07: C1 on R1 → M1."""
    own = Configuration("k7", "K07", "jonas", hypotheses=("H1",))
    elements = {key: Element(key, f"navn {key}", key) for key in ("C1", "R1", "M1")}
    places = tuple(Place(f"p{key}", "k7", key, KINDS[key[0]], n) for n, key in enumerate(elements))
    links = (Link("C1on", "k7", "C1", "R1M1", Effect.CONDITIONS), Link("R1M1", "k7", "R1", "M1"))
    return Assembled(own, places, elements, links)


def _proposal(*codings: Coding) -> Proposal:
    return proposal.proposed(offered(*codings), CODES, "da", "anne")


def _text(row: tuple[Any, ...]) -> str:
    return "".join(words for token in row for words, _ in token.pieces)


def test_the_strip_reads_as_a_chain() -> None:
    shown = rows(_proposal(coded("C1", 0), coded("R-", 20), coded("M1", 40)), 120)
    assert _text(shown[1]).strip() == "C C1 navn C1 on R− R- navn R- ⊣ M M1 navn M1  (no O)"


def test_a_kind_that_only_a_support_condition_has_is_said_why_it_is_missing() -> None:
    codes = CODES | {"SC2": Code("SC2", "book", "SC2", Category.CONDITION, kind=Kind.RESOURCE)}
    codes |= {"SC3": replace(codes["SC2"], id="SC3", key="SC3")}
    two = [
        Coding(key, "t1", 20, 30, key, "anne", kind) for key, kind in (("SC2", Kind.RESOURCE), ("SC3", None))
    ]
    shown = proposal.proposed(offered(two[0], coded("M1", 40)), codes, "da", "anne")
    assert _text(rows(shown, 120)[1]).strip() == "M M1 navn M1  (no C, O; no R: SC2 is a support condition)"
    both = proposal.proposed(offered(*two, coded("R1", 0)), codes, "da", "anne")
    assert _text(rows(both, 120)[1]).endswith("(no C, M, O)")
    only = _text(rows(proposal.proposed(offered(*two), codes, "da", "anne"), 120)[1])
    assert only.strip() == "Nothing is tied. SC2 and SC3 are support conditions"


@pytest.mark.parametrize("width", [60, 80, 120])
def test_the_chain_takes_two_lines_at_most(width: int) -> None:
    codes = {
        key: replace(code, label=Bilingual("et meget langt navn på noget " * 2))
        for key, code in CODES.items()
    }
    codings = [coded(key, place * 20) for place, key in enumerate(["C1", "R1", "M1", "O1"])]
    shown = rows(proposal.proposed(offered(*codings), codes, "da", "anne"), width)
    assert len(shown) == 7
    assert all(len(_text(row)) <= width for row in shown[1:3])
    assert all(key in _text(shown[1]) + _text(shown[2]) for key in ("C1", "R1", "M1", "O1"))


def test_others_codings_are_counted_and_used_only_when_chosen() -> None:
    theirs = replace(coded("M1", 20), id="x", coder_id="jonas")
    assert [each.key for each in _proposal(coded("R1", 0), theirs).draft.parts] == ["R1"]
    chosen = proposal.proposed(offered(coded("R1", 0), theirs), CODES, "da", "anne", with_others=True)
    assert [each.key for each in chosen.draft.parts] == ["R1", "M1"]
    assert (chosen.others, _proposal(theirs).others) == (1, 1)


@pytest.mark.parametrize(
    ("told", "word"),
    [
        ({Kind.RESOURCE: Polarity.ABSENT, Kind.REASONING: Polarity.ABSENT}, "supports"),
        ({Kind.RESOURCE: Polarity.PRESENT, Kind.REASONING: Polarity.ABSENT}, "contradicts, or refines"),
        ({Kind.RESOURCE: Polarity.ABSENT, Kind.OUTCOME: Polarity.PRESENT}, "rival"),
        ({Kind.RESOURCE: Polarity.ABSENT}, "tests nothing"),
        ({Kind.RESOURCE: Polarity.PRESENT, Kind.REASONING: Polarity.PRESENT}, ""),
    ],
)
def test_the_help_says_how_such_a_passage_mostly_bears(told: dict[Kind, Polarity], word: str) -> None:
    assert word in bearing_words(told)
    assert bool(bearing_words(told)) == bool(word)


def test_a_counterfactual_is_said_to_support() -> None:
    assert help_on(_proposal(coded("R1", 0, counterfactual=True))) == "A counterfactual: it supports."


@pytest.mark.parametrize(
    ("selection", "stretch"),
    [
        (None, Span(0, 100)),
        (Span(20, 30), Span(0, 100)),
        (Span(22, 28), Span(0, 100)),
        (Span(0, 35), Span(0, 35)),
        (Span(60, 140), Span(60, 140)),
    ],
)
def test_what_was_coded_last_and_is_still_selected_stands_for_its_turn(
    selection: Span | None, stretch: Span
) -> None:
    own = [coded("R1", 0), coded("M1", 20)]
    assert proposal.told_in(selection, Span(0, 100), own) == stretch


def test_nine_configurations_fit_in_eighty_cells() -> None:
    near = tuple(Near(replace(k07(), configuration=Configuration(f"k{n}", f"K{n:02}", "anne", hypotheses=("H1",))), n, 0) for n in range(9))  # fmt: skip
    shown = replace(_proposal(coded("R1", 0)), known=near)
    assert all(f"{digit} K0{digit - 1}" in _text(rows(shown, 80)[5]) for digit in range(1, 10))
    assert len(_text(rows(shown, 80)[5])) <= 80
    assert "CRM·" in _text(rows(shown, 200)[5])
    with pytest.raises(Misuse, match="No configuration has the digit 0"):
        proposal.into(shown, 0)


def test_a_digit_shows_its_links_and_n_goes_back_to_a_new_one() -> None:
    shown = replace(_proposal(coded("R1", 0), coded("O1", 20)), known=(Near(k07(), 0, 1),))
    chosen = proposal.into(shown, 1)
    text = "\n".join(_text(row) for row in rows(chosen, 120))
    assert "C navn C1 · " in text
    assert "● R1 → M1" in text
    assert "+O O1 navn O1" in text
    assert "(no" not in text
    with pytest.raises(Misuse, match="a link that is there already"):
        proposal.turned(chosen)
    marked = proposal.tied(proposal.gone(chosen, 1))
    assert len(marked.marked) == 2
    new = next(each.id for each in chosen.draft.parts if not each.known)
    assert proposal.turned(proposal.at(chosen, new)).draft.turned
    assert proposal.anew(chosen).into is None
    assert [each.known for each in proposal.anew(chosen).draft.parts] == [False, False]
