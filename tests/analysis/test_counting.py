"""What passages count as evidence (decision 7)."""

from __future__ import annotations

from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rcoder.analysis.counting import CaseProgress, case_progress, counts_as, tally, witnesses
from rcoder.domain.passage import Passage
from rcoder.domain.theory import Denominator, Tally
from rcoder.domain.words import Scope, Stance

ALL_CODED = CaseProgress(coded=frozenset("ABC"))


def counted(
    *passages: Passage, progress: CaseProgress = ALL_CODED, stance: Stance = Stance.SUPPORTS
) -> Tally:
    return tally(witnesses([("K01", each) for each in passages]), stance, progress)


def test_overlapping_passages_of_several_coders_count_once(making: ModuleType) -> None:
    one, two, three = (
        making.passage("1", 10, 30, coder_id="anne"),
        making.passage("2", 20, 50, coder_id="bo"),
        making.passage("3", 45, 60, coder_id="cy"),
    )
    (only,) = witnesses([("K01", three), ("K01", one), ("K02", two)])
    assert (only.start, only.end, only.text) == (10, 60, making.TEXT[10:60])
    assert only.coders == ("anne", "bo", "cy")
    assert only.configurations == ("K01", "K02")
    assert counted(one, two, three) == Tally(passages=1, cases=1)


def test_adjacent_passages_are_two(making: ModuleType) -> None:
    one, two = making.passage("1", 10, 20), making.passage("2", 20, 30)
    assert [each.text for each in witnesses([("K01", one), ("K01", two)])] == [one.text, two.text]
    assert counted(one, two) == Tally(passages=2, cases=1)


def test_a_passage_within_another_adds_no_words(making: ModuleType) -> None:
    outer, inner, later = (
        making.passage("1", 10, 40),
        making.passage("2", 12, 20),
        making.passage("3", 39, 44),
    )
    (only,) = witnesses([("K01", inner), ("K01", later), ("K01", outer)])
    assert only.text == making.TEXT[10:44]


def test_the_same_passage_in_several_configurations_counts_once(making: ModuleType) -> None:
    own = making.passage()
    (only,) = witnesses([("K02", own), ("K01", own), ("K02", own)])
    assert only.configurations == ("K01", "K02")


@pytest.mark.parametrize(
    "fields",
    [{"transcript_id": "t2"}, {"case_id": "B", "case": "B"}, {"stance": Stance.CONTRADICTS}],
    ids=["another transcript", "another case", "another stance"],
)
def test_passages_at_the_same_place_stay_apart_with(making: ModuleType, fields: dict[str, object]) -> None:
    assert len(witnesses([("K01", making.passage("1")), ("K01", making.passage("2", **fields))])) == 2


def test_two_passages_of_one_case_are_one_case(making: ModuleType) -> None:
    assert counted(
        making.passage("1"), making.passage("2", transcript_id="t2"), making.passage("3", case_id="B")
    ) == Tally(passages=3, cases=2)


def test_words_that_a_corrected_text_no_longer_has_are_listed_with_their_reason(making: ModuleType) -> None:
    lost = making.passage("1", revision=1, earlier=True)
    assert counts_as(lost) == ("listed", "earlier text")
    assert counted(lost, making.passage("2", 30, 40, revision=2)) == Tally(passages=1, cases=1, listed=1)


def test_places_of_two_texts_do_not_overlap(making: ModuleType) -> None:
    """The same numbers are other words in another text."""
    lost, there = making.passage("1", revision=1, earlier=True), making.passage("2", 12, 18, revision=2)
    found = witnesses([("K01", lost), ("K01", there)])
    assert [(each.revision, each.counts) for each in found] == [(1, "listed"), (2, "case")]


def test_general_experience_counts_respondents_and_no_case(making: ModuleType) -> None:
    general = [
        making.passage("1", 10, 20, scope=Scope.GENERAL, speaker_id="mentor"),
        making.passage("2", 30, 40, scope=Scope.GENERAL, speaker_id="mentor"),
        making.passage("3", 50, 60, scope=Scope.GENERAL, speaker_id="boss"),
    ]
    assert counted(*general) == Tally(passages=3, respondents=2)


def test_one_person_heard_in_two_transcripts_is_one_respondent(making: ModuleType) -> None:
    twice = [
        making.passage("1", scope=Scope.GENERAL, speaker_id="s1", transcript_id="t1", person="Mette"),
        making.passage("2", scope=Scope.GENERAL, speaker_id="s2", transcript_id="t2", person="Mette"),
        making.passage("3", scope=Scope.GENERAL, speaker_id="s3", transcript_id="t3", person="Ole"),
    ]
    assert counted(*twice) == Tally(passages=3, respondents=2)


def test_a_respondent_the_file_does_not_name_is_one_for_each_transcript(making: ModuleType) -> None:
    nameless = [
        making.passage(name, place, place + 5, scope=Scope.GENERAL, speaker_id=None, transcript_id=transcript)
        for name, place, transcript in (("1", 10, "t1"), ("2", 20, "t1"), ("3", 10, "t2"))
    ]
    assert counted(*nameless) == Tally(passages=3, respondents=2)


@pytest.mark.parametrize("scope", [Scope.NORMATIVE, Scope.ANTICIPATED])
def test_normative_and_anticipated_talk_is_listed_and_not_counted(making: ModuleType, scope: Scope) -> None:
    own = making.passage(scope=scope)
    assert counts_as(own) == ("listed", scope.value)
    assert counted(own) == Tally(listed=1)
    assert witnesses([("K01", own)])[0].why_listed == scope.value


@pytest.mark.parametrize("scope", list(Scope))
def test_an_interviewers_words_are_listed_and_never_counted(making: ModuleType, scope: Scope) -> None:
    own = making.passage(scope=scope, interviewer=True)
    assert counts_as(own) == ("listed", "interviewer")
    assert counted(own) == Tally(listed=1)


def test_talk_of_this_case_by_someone_without_a_case_counts_the_respondent(making: ModuleType) -> None:
    assert counted(making.passage(case_id=None)) == Tally(passages=1, respondents=1)


def test_a_passage_tied_to_another_case_counts_that_case(making: ModuleType) -> None:
    (found,) = witnesses([("K01", making.passage(case_id="B"))])
    assert found.case_id == "B"
    progress = CaseProgress(coded=frozenset("A"), not_yet_coded=frozenset("B"))
    assert counted(making.passage(case_id="B"), progress=progress) == Tally(passages=1, cases_not_yet_coded=1)


def test_n_of_n_leaves_out_cases_not_coded_to_the_end_and_says_them_beside_it(making: ModuleType) -> None:
    progress = CaseProgress(frozenset("A"), frozenset("B"), frozenset("C"))
    found = counted(*(making.passage(case, case_id=case) for case in "ABC"), progress=progress)
    assert found == Tally(passages=3, cases=1, cases_not_yet_coded=1, cases_without_interview=1)


def test_words_that_one_coder_calls_this_case_and_another_general_count_the_case_once(
    making: ModuleType,
) -> None:
    this, general = making.passage("1", 10, 30), making.passage("2", 20, 40, scope=Scope.GENERAL)
    assert counted(this, general) == Tally(passages=1, cases=1)


def test_words_taken_together_with_the_question_count_as_the_respondents(making: ModuleType) -> None:
    question = making.passage("1", 5, 30, interviewer=True, speaker_id="asker", speaker="I", roles=())
    answer = making.passage("2", 20, 40)
    (found,) = witnesses([("K01", question), ("K01", answer)])
    assert (found.counts, found.why_listed) == ("case", "")
    assert (found.speaker_id, found.speaker, found.roles) == ("citizen", "Borger", ("borger",))
    assert (found.start, found.end) == (5, 40)


def test_each_stance_is_counted_by_itself(making: ModuleType) -> None:
    both = [making.passage("1"), making.passage("2", 30, 40, stance=Stance.CONTRADICTS)]
    for stance in (Stance.SUPPORTS, Stance.CONTRADICTS):
        assert counted(*both, stance=stance) == Tally(passages=1, cases=1)
    assert counted(*both, stance=Stance.REFINES) == Tally()


def test_a_coding_has_no_stance_and_counts_for_none(making: ModuleType) -> None:
    for stance in Stance:
        assert counted(making.passage(stance=None), stance=stance) == Tally()


def test_memos_are_kept_each_once(making: ModuleType) -> None:
    memos = [making.passage(str(number), memo=memo) for number, memo in enumerate(("b", "", "a", "b"))]
    assert witnesses([("K01", each) for each in memos])[0].memos == ("b", "a")


def test_witnesses_stand_by_stance_then_transcript_then_place(making: ModuleType) -> None:
    found = witnesses(
        [
            ("K01", making.passage("1", 10, 20, stance=Stance.REFINES)),
            ("K01", making.passage("2", 50, 60, transcript_id="t2")),
            ("K01", making.passage("3", 90, 95)),
            ("K01", making.passage("4", 30, 40)),
            ("K01", making.passage("5", 10, 20, stance=Stance.CONTRADICTS)),
        ]
    )
    assert [(each.stance, each.transcript, each.start) for each in found] == [
        (Stance.SUPPORTS, "t1", 30),
        (Stance.SUPPORTS, "t1", 90),
        (Stance.SUPPORTS, "t2", 50),
        (Stance.CONTRADICTS, "t1", 10),
        (Stance.REFINES, "t1", 10),
    ]


@given(
    st.lists(
        st.tuples(st.integers(0, 60), st.integers(1, 15), st.sampled_from(["A", "B", None])), max_size=12
    )
)
def test_witnesses_are_the_runs_of_words_that_passages_cover(
    making: ModuleType, places: list[tuple[int, int, str | None]]
) -> None:
    passages = [
        making.passage(str(number), start, start + length, case_id=case)
        for number, (start, length, case) in enumerate(places)
    ]
    found = witnesses([("K01", each) for each in passages])
    for case in ("A", "B", None):
        own = [each for each in passages if each.case_id == case]
        edges = {(place, place + 1) for each in own for place in range(each.start, each.end - 1)}
        covered = {place for each in own for place in range(each.start, each.end)}
        starts = {place for place in covered if (place - 1, place) not in edges}
        runs = [each for each in found if each.case_id == case]
        assert {each.start for each in runs} == starts
        assert {place for each in runs for place in range(each.start, each.end)} == covered
        assert all(each.text == making.TEXT[each.start : each.end] for each in runs)


@given(st.permutations(range(6)))
def test_the_order_passages_come_in_changes_nothing(making: ModuleType, order: list[int]) -> None:
    passages = [
        ("K01", making.passage(str(number), 10 * number, 10 * number + 12, transcript_id=f"t{number % 2}"))
        for number in range(6)
    ]
    assert witnesses([passages[each] for each in order]) == witnesses(passages)


def test_a_case_is_coded_when_its_every_interview_is_coded_to_the_end() -> None:
    transcripts = {"a1": "A", "a2": "A", "b1": "B", "b2": "B", "m": None}
    progress = case_progress("ABC", transcripts, ["a1", "a2", "b1", "m", "gone"])
    assert progress == CaseProgress(frozenset("A"), frozenset("B"), frozenset("C"))
    assert progress.denominator == Denominator(coded=1, not_yet_coded=1, no_interview=1)


def test_every_case_is_in_one_of_the_three_and_only_one() -> None:
    progress = case_progress("ABCD", {"a": "A", "b": "B"}, ["a"])
    three = [progress.coded, progress.not_yet_coded, progress.no_interview]
    assert sorted(case for each in three for case in each) == list("ABCD")
