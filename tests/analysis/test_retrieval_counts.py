"""What retrieved passages come to, beside the counting of everything else in rcoder."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from rcoder.analysis.counting import CaseProgress, tally, witnesses
from rcoder.analysis.retrieval_counts import LISTED, OF_A_CASE, OF_A_RESPONDENT, Fact, Ground, count, ground
from rcoder.domain.passage import Passage
from rcoder.domain.words import Scope, Stance

RANKS = {Scope.THIS_CASE: OF_A_CASE, Scope.GENERAL: OF_A_RESPONDENT, Scope.NORMATIVE: LISTED}


def passage(
    number: int, text: str, start: int, length: int, *, case: str, scope: Scope, coder: str
) -> Passage:
    return Passage(
        id=f"{number:03}",
        transcript_id=text,
        transcript=text,
        start=start,
        end=start + length,
        text="x" * length,
        case_id=case,
        case=case,
        speaker_id=f"voice of {text}",
        speaker="",
        roles=(),
        interviewer=False,
        coder_id=coder,
        coder=coder,
        scope=scope,
        stance=Stance.SUPPORTS,
    )


@st.composite
def passages(draw: st.DrawFn) -> list[Passage]:
    return [
        passage(
            number,
            draw(st.sampled_from(["t1", "t2", "t3"])),
            draw(st.integers(0, 20)),
            draw(st.integers(1, 8)),
            case=draw(st.sampled_from(["c1", "c2", "c3"])),
            scope=draw(st.sampled_from(list(RANKS))),
            coder=draw(st.sampled_from(["Anne", "Jonas"])),
        )
        for number in range(draw(st.integers(0, 10)))
    ]


def fact(each: Passage) -> Fact:
    return Fact(
        each.transcript_id,
        each.revision,
        each.start,
        each.end,
        each.case_id or "",
        RANKS[each.scope],
        each.speaker_id or "",
    )


PROGRESS = CaseProgress(frozenset(("c1",)), frozenset(("c2",)), frozenset(("c3",)))


@settings(max_examples=200, deadline=None)
@given(passages())
def test_retrieved_passages_count_as_evidence_does(known: list[Passage]) -> None:
    of = Ground(frozenset(("t1", "t2")), frozenset(("t3",)), PROGRESS)
    found = count(((place,) for place in range(len(known))), lambda place: fact(known[place]), of)
    told = tally(witnesses(("", each) for each in known), Stance.SUPPORTS, PROGRESS)
    assert (found.passages, found.cases, found.cases_not_yet) == (
        told.passages,
        told.cases,
        told.cases_not_yet_coded,
    )
    assert (found.no_interview, found.listed) == (told.cases_without_interview, told.listed)
    assert found.respondents == told.respondents
    assert found.results == len(known)


def test_passages_shown_together_count_as_little_as_the_least_of_them() -> None:
    facts = [
        Fact("t1", 1, 0, 5, "c1", OF_A_CASE, "v"),
        Fact("t1", 1, 3, 9, "c1", LISTED, "v"),
    ]
    assert count([(0, 1)], facts.__getitem__, Ground()).listed == 1
    assert count([(0, 1), (0,)], facts.__getitem__, Ground()).passages == 1


def test_what_is_counted_of_some_interviews_goes_by_all_interviews_of_their_cases() -> None:
    case_of: dict[str, str | None] = {"t1": "c1", "t2": "c1", "t3": "c2", "t4": None}
    whole = ground(["c1", "c2", "c3"], case_of, ["t1", "t3", "t4"])
    assert (whole.base.interviews, whole.base.cases, whole.base.no_interview) == (3, 1, 1)
    part = whole.within(frozenset(("t1", "t3")), case_of).base
    assert (part.interviews, part.cases, part.cases_not_yet, part.no_interview) == (2, 1, 1, 0)
