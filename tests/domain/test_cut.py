"""What a change theory is narrowed to: read as people write it, and said as a figure says it."""

from __future__ import annotations

from dataclasses import replace
from typing import TypeVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rcoder.domain.cut import STANCES, STATES, Cut, cut_options, cut_words, read_cut
from rcoder.domain.errors import Misuse
from rcoder.domain.theory import ArrowState
from rcoder.domain.words import Bilingual, Horizon, Stance

T = TypeVar("T")


@pytest.mark.parametrize(
    ("options", "cut"),
    [
        ({}, Cut()),
        ({"only": "h3, H5"}, Cut(hypotheses=("H3", "H5"))),
        ({"only": "H3 og H5 and H3"}, Cut(hypotheses=("H3", "H5"))),
        ({"horizon": "short,lang"}, Cut(horizons=(Horizon.SHORT, Horizon.LONG))),
        ({"horizon": "mellemlang sigt"}, Cut(horizons=(Horizon.MEDIUM,))),
        ({"role": "Borger; personlig jobformidler"}, Cut(roles=("borger", "personlig jobformidler"))),
        ({"group": " ledighed_aar  >= 5 "}, Cut(group="ledighed_aar >= 5")),
        ({"group": "outside Lang ledighed"}, Cut(group="Lang ledighed", outside=True)),
        ({"group": "Uden for  med timer"}, Cut(group="med timer", outside=True)),
        ({"group": "uden timer"}, Cut(group="uden timer")),
        ({"group": "outside"}, Cut(group="outside")),
        ({"stance": "taler imod, refines"}, Cut(stances=(Stance.CONTRADICTS, Stance.REFINES))),
        ({"least": "2"}, Cut(least_passages=2)),
        ({"least": "2 passager og 3 sager"}, Cut(least_passages=2, least_cases=3)),
        ({"least": "1 case"}, Cut(least_cases=1)),
        ({"status": "accepted, kladde"}, Cut(states=(ArrowState.ACCEPTED, ArrowState.DRAFT))),
        ({"status": "ikke belagt"}, Cut(states=(ArrowState.INITIAL,))),
        ({"evidence": "only"}, Cut(evidence=True)),
        ({"evidence": "all", "role": ""}, Cut()),
    ],
)
def test_a_cut_is_read_as_people_write_it(options: dict[str, str], cut: Cut) -> None:
    assert read_cut(options) == cut


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        ({"horizon": "snart"}, "There is no horizon called snart. There is short, medium, long."),
        ({"stance": "new"}, "There is no stance called new. There is supports, contradicts, refines."),
        ({"status": "elsewhere"}, "There is no status called elsewhere. There is accepted, draft, initial."),
        ({"least": "0"}, '“0” is no least of evidence. Write it as "2", "2 passages" or "3 cases".'),
        ({"least": "mange"}, '“mange” is no least of evidence. Write it as "2", "2 passages" or "3 cases".'),
        ({"evidence": "some"}, "Evidence is asked for as only or all, not some. Write --evidence only."),
    ],
)
def test_what_has_no_meaning_is_refused_in_a_sentence(options: dict[str, str], sentence: str) -> None:
    with pytest.raises(Misuse) as refused:
        read_cut(options)
    assert str(refused.value) == sentence


@pytest.mark.parametrize(
    ("cut", "danish", "english"),
    [
        (Cut(), "", ""),
        (Cut(hypotheses=("H3", "H5", "H6")), "kun H3, H5 og H6", "only H3, H5 and H6"),
        (
            Cut(horizons=(Horizon.SHORT, Horizon.MEDIUM)),
            "kun det, der fører til resultater på kort sigt og mellemlang sigt",
            "only what leads to results of short term and medium term",
        ),
        (
            Cut(roles=("borger", "mentor"), least_passages=2),
            "kun hvad borger og mentor siger; mindst 2 passager",
            "only what is said by citizen and mentor; at least 2 passages",
        ),
        (Cut(group="g"), "kun sager i gruppen “g”", "only cases in the group “g”"),
        (Cut(group="g", outside=True), "kun sager uden for gruppen “g”", "only cases outside the group “g”"),
        (
            Cut(stances=(Stance.SUPPORTS, Stance.CONTRADICTS)),
            "kun pile med passager, der støtter eller taler imod",
            "only arrows with passages that support or contradict",
        ),
        (
            Cut(states=(ArrowState.ACCEPTED, ArrowState.DRAFT), least_cases=1),
            "mindst 1 sag, der er kodet til ende; kun pile med tilstanden godkendt eller kladde",
            "at least 1 case coded to the end; only arrows that are accepted or draft",
        ),
        (Cut(evidence=True), "kun pile med belæg, der tæller", "only arrows with evidence that counts"),
    ],
)
def test_a_figure_says_what_it_is_narrowed_to(cut: Cut, danish: str, english: str) -> None:
    assert cut_words(cut, "da") == danish
    assert cut_words(cut, "en") == english


def test_a_group_is_called_what_the_study_calls_it() -> None:
    name = Bilingual("Lang ledighed", "Long unemployment")
    assert cut_words(Cut(group="lang"), "en", name) == "only cases in the group “Long unemployment”"


def test_a_cut_says_whether_it_counts_anew() -> None:
    assert Cut(roles=("borger",)).recounts
    assert Cut(group="g").recounts
    assert not Cut(stances=(Stance.SUPPORTS,), least_passages=2, hypotheses=("H1",)).recounts
    assert Cut(outside=True).empty


def some(of: tuple[T, ...]) -> st.SearchStrategy[tuple[T, ...]]:
    return st.lists(st.sampled_from(of), unique=True).map(tuple)


@given(
    st.builds(
        Cut,
        hypotheses=some(("H1", "H3", "H12")),
        horizons=some(tuple(Horizon)),
        roles=some(("borger", "personlig jobformidler")),
        group=st.sampled_from(("", "Lang ledighed, fem år eller mere", "uden timer", "ledighed_aar >= 5")),
        outside=st.booleans(),
        stances=some(STANCES),
        least_passages=st.integers(0, 4),
        least_cases=st.integers(0, 4),
        states=some(tuple(STATES)),
        evidence=st.booleans(),
    )
)
def test_a_cut_written_as_options_is_read_as_the_same_cut(cut: Cut) -> None:
    written = cut_options(cut)
    assert all(written.values())
    assert read_cut(written) == (cut if cut.group else replace(cut, outside=False))
