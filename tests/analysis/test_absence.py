"""The names of absence are never merged (decision 10)."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from types import ModuleType
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rcoder.analysis import absence
from rcoder.analysis.absence import saying
from rcoder.domain.absence import TIED, Heard, Saying
from rcoder.domain.coding import Coding
from rcoder.domain.words import Absence, Polarity, Scope

OPEN: Collection[str] = ()
DONE = ("t1", "t2")


@dataclass(frozen=True, slots=True)
class Said:
    """A coding of the code about the case, and whether it stands on an interviewer's words."""

    coding: Coding
    interviewer: bool = False


@dataclass(frozen=True, slots=True)
class NamedAbsence:
    """One name of absence, and the codings it is tied to."""

    absence: Absence
    codings: tuple[Coding, ...] = ()
    """The words that say so, or the questions that were asked; by transcript and place."""


def absences(
    about: Iterable[Said], interviews: Collection[str], finished: Collection[str]
) -> tuple[NamedAbsence, ...]:
    """Every name of absence that holds for one code in one case, with the codings it is tied to, as `names` has it.

    `about` has the codings of the code about the case, wherever they stand; `interviews` the ids of the case's
    transcripts; `finished` the ids of all transcripts that are coded to the end.
    """
    done = set(finished)
    by_saying: dict[Saying, list[Coding]] = {}
    for each in sorted(about, key=_by_place):
        own = each.coding
        said = saying(
            own.polarity,
            own.scope,
            counterfactual=own.counterfactual,
            interviewer=each.interviewer,
            finished=own.transcript_id in done,
        )
        by_saying.setdefault(said, []).append(own)
    counts = {said: len(codings) for said, codings in by_saying.items()}
    held = set(interviews)
    return tuple(
        NamedAbsence(each, tuple(by_saying.get(TIED[each], ())) if each in TIED else ())
        for each in absence.names(Heard(counts, len(held), len(held - done)))
    )


def _by_place(said: Said) -> tuple[str, int, int, str]:
    own = said.coding
    return own.transcript_id, own.start, own.end, own.id


@pytest.fixture
def said(making: ModuleType) -> Any:
    """Makes a coding on somebody's words."""

    def make(name: str = "x1", *, interviewer: bool = False, **fields: Any) -> Said:
        return Said(making.coding(name, **fields), interviewer)

    return make


def names(found: tuple[NamedAbsence, ...]) -> list[Absence]:
    return [each.absence for each in found]


@pytest.mark.parametrize("polarity", [Polarity.PRESENT, Polarity.WEAK])
@pytest.mark.parametrize("finished", [DONE, OPEN])
def test_what_was_there_is_not_absent(said: Any, polarity: Polarity, finished: Collection[str]) -> None:
    assert absences([said(polarity=polarity)], DONE, finished) == ()


def test_what_is_said_to_be_absent_is_named_with_the_words(said: Any) -> None:
    words = said(polarity=Polarity.ABSENT)
    assert absences([words], DONE, OPEN) == (NamedAbsence(Absence.SAID_ABSENT, (words.coding,)),)


@pytest.mark.parametrize("polarity", list(Polarity))
def test_a_counterfactual_is_a_name_of_its_own_whatever_its_polarity(said: Any, polarity: Polarity) -> None:
    words = said(polarity=polarity, counterfactual=True)
    assert absences([words], DONE, DONE) == (NamedAbsence(Absence.COUNTERFACTUAL, (words.coding,)),)


def test_said_to_be_absent_and_counterfactual_are_both_named_and_kept_apart(said: Any) -> None:
    supposed = said("x1", start=5, counterfactual=True)
    absent = said("x2", start=9, polarity=Polarity.ABSENT)
    assert absences([supposed, absent], DONE, DONE) == (
        NamedAbsence(Absence.SAID_ABSENT, (absent.coding,)),
        NamedAbsence(Absence.COUNTERFACTUAL, (supposed.coding,)),
    )


def test_one_who_says_it_was_there_does_not_silence_one_who_says_it_was_not(said: Any) -> None:
    found = absences([said("x1"), said("x2", start=5, polarity=Polarity.ABSENT)], DONE, DONE)
    assert names(found) == [Absence.SAID_ABSENT]


def test_asked_and_not_mentioned_is_tied_to_the_question(said: Any, making: ModuleType) -> None:
    question = said(interviewer=True, start=100, end=120)
    (found,) = absences([question], DONE, DONE)
    assert found.absence is Absence.NOT_MENTIONED
    assert [each.span.of(making.TEXT) for each in found.codings] == [making.TEXT[100:120]]


def test_every_question_is_kept_by_transcript_and_place(said: Any) -> None:
    questions = [
        said(name, interviewer=True, transcript_id=transcript, start=start, end=start + 5)
        for name, transcript, start in (("x1", "t2", 5), ("x2", "t1", 50), ("x3", "t1", 5))
    ]
    (found,) = absences(questions, DONE, DONE)
    assert [each.id for each in found.codings] == ["x3", "x2", "x1"]


def test_an_interviewer_who_says_it_is_missing_has_asked_and_not_answered(said: Any) -> None:
    leading = said(interviewer=True, polarity=Polarity.ABSENT, counterfactual=True)
    assert names(absences([leading], DONE, DONE)) == [Absence.NOT_MENTIONED]


def test_an_answer_to_the_question_goes_before_the_question(said: Any) -> None:
    question = said("x1", interviewer=True)
    assert absences([question, said("x2", start=30, end=40)], DONE, DONE) == ()
    answer = said("x2", start=30, end=40, polarity=Polarity.ABSENT)
    assert names(absences([question, answer], DONE, DONE)) == [Absence.SAID_ABSENT]


@pytest.mark.parametrize("scope", [Scope.GENERAL, Scope.NORMATIVE, Scope.ANTICIPATED])
@pytest.mark.parametrize("polarity", list(Polarity))
def test_talk_that_is_not_about_the_case_says_nothing_of_it(
    said: Any, scope: Scope, polarity: Polarity
) -> None:
    assert names(absences([said(scope=scope, polarity=polarity)], DONE, DONE)) == [Absence.NOT_ASKED]


def test_coded_to_the_end_without_a_question_is_not_asked() -> None:
    assert absences([], DONE, DONE) == (NamedAbsence(Absence.NOT_ASKED),)


@pytest.mark.parametrize("finished", [OPEN, ("t1",), ("t1", "t3")])
def test_an_interview_not_coded_to_the_end_is_not_yet_coded(finished: Collection[str]) -> None:
    assert names(absences([], DONE, finished)) == [Absence.NOT_YET_CODED]


def test_a_question_in_an_interview_not_coded_to_the_end_still_waits_for_its_answer(said: Any) -> None:
    question = said(interviewer=True)
    assert absences([question], ("t1",), OPEN) == (NamedAbsence(Absence.NOT_YET_CODED, (question.coding,)),)


def test_a_question_about_the_case_in_anothers_interview_waits_there(said: Any) -> None:
    question = said(interviewer=True, transcript_id="t3", case_id="B")
    assert absences([question], DONE, DONE) == (NamedAbsence(Absence.NOT_YET_CODED, (question.coding,)),)


def test_asked_in_one_interview_and_another_not_yet_coded_are_both_named(said: Any) -> None:
    question = said(interviewer=True, transcript_id="t1")
    assert absences([question], DONE, ("t1",)) == (
        NamedAbsence(Absence.NOT_MENTIONED, (question.coding,)),
        NamedAbsence(Absence.NOT_YET_CODED),
    )


def test_a_case_without_interview_is_not_one_that_was_not_asked() -> None:
    assert absences([], (), DONE) == (NamedAbsence(Absence.NO_INTERVIEW),)


def test_a_case_without_interview_may_be_spoken_of_in_anothers(said: Any) -> None:
    assert absences([said(case_id="B")], (), DONE) == ()
    absent = said(case_id="B", polarity=Polarity.ABSENT)
    assert names(absences([absent], (), DONE)) == [Absence.SAID_ABSENT]
    question = said(case_id="B", interviewer=True)
    assert names(absences([question], (), DONE)) == [Absence.NOT_MENTIONED, Absence.NO_INTERVIEW]


codings = st.lists(
    st.tuples(
        st.sampled_from(["t1", "t2", "t3"]),
        st.booleans(),
        st.sampled_from(Polarity),
        st.booleans(),
        st.sampled_from(Scope),
    ),
    max_size=4,
)
transcripts = st.frozensets(st.sampled_from(["t1", "t2", "t3"]))


@given(codings, transcripts, transcripts)
def test_names_come_once_each_in_the_order_of_the_words(
    making: ModuleType, drawn: list[Any], interviews: frozenset[str], finished: frozenset[str]
) -> None:
    about = [
        Said(
            making.coding(
                str(number), transcript_id=where, polarity=polarity, counterfactual=supposed, scope=scope
            ),
            interviewer,
        )
        for number, (where, interviewer, polarity, supposed, scope) in enumerate(drawn)
    ]
    found = names(absences(about, interviews, finished))
    assert found == [each for each in Absence if each in found]
    spoken = [each for each in about if not each.interviewer and each.coding.scope is Scope.THIS_CASE]
    said_names = {Absence.SAID_ABSENT, Absence.COUNTERFACTUAL}
    assert set(found) <= said_names if spoken else found and not set(found) & said_names
    assert not (Absence.NOT_ASKED in found and len(found) > 1)
    tied = [each.id for named in absences(about, interviews, finished) for each in named.codings]
    assert len(tied) == len(set(tied))
