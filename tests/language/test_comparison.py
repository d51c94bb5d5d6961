"""Two texts compared: what they have in common, exactly, and nothing by coincidence."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from rcoder.analysis.anchoring import Anchoring, Block
from rcoder.domain.transcript import Span
from rcoder.language.alignment import DROP, stretches
from rcoder.language.comparison import compare

ROOT = Path(__file__).parents[2]
TALK = """\
INTERVIEWER: Hvordan var det at have den samme hele vejen?

METTE: Jamen det var jo rart, for så vidste jeg, hvem jeg skulle ringe til. Så turde jeg også godt sige det, når det gik skidt.

INTERVIEWER: Var der noget, der var svært?

METTE: Ja, det første halve år. Da skiftede de hele tiden.

INTERVIEWER: Hvad gjorde du så?

METTE: Jeg gik tur med hunden klokken fem om morgenen, for der var der ikke nogen.
"""
texts = st.text(st.sampled_from("ab c.\n?Æø"), max_size=60)
calm = settings(max_examples=60, deadline=None, derandomize=True)


@pytest.fixture(scope="module")
def talk() -> str:
    """An interview of the sample study."""
    return (ROOT / "interviews" / "sample" / "sag01-borger.txt").read_text(encoding="utf-8")


def placed(before: str, after: str, words: str) -> str | None:
    """What stands where some words stood."""
    start = before.index(words)
    found = Anchoring(before, after, compare(before, after)).anchor(Span(start, start + len(words)))
    return found.span.of(after) if found.span else None


def differing(before: str, after: str) -> list[tuple[str, str]]:
    return [
        (before[each.start : each.end], after[each.at : each.till])
        for each in compare(before, after)
        if not each.same
    ]


@given(texts, texts)
@example("", "")
@example("", "ab")
@example("ab", "")
@example("a b", "a\nb")
@example("ß a", "SS a")
def test_the_stretches_are_both_texts_in_order_and_say_the_truth(before: str, after: str) -> None:
    found = compare(before, after)
    assert "".join(before[each.start : each.end] for each in found) == before
    assert "".join(after[each.at : each.till] for each in found) == after
    for one, two in pairwise(found):
        assert (one.end, one.till) == (two.start, two.at)
        assert one.same != two.same
    for each in found:
        assert each.same == (before[each.start : each.end] == after[each.at : each.till]) or not each.same


@given(texts.filter(bool))
def test_a_text_is_wholly_in_common_with_itself(text: str) -> None:
    assert compare(text, text) == (Block(0, len(text), 0, len(text), same=True),)


@calm
@given(data=st.data())
def test_every_passage_whose_ends_survive_lands_exactly(
    data: st.DataObject, corrections: ModuleType, talk: str
) -> None:
    """The reference follows each code point through the edits; it compares nothing."""
    kind = corrections.KINDS[data.draw(st.sampled_from(sorted(corrections.KINDS)))]
    seed = data.draw(st.integers(0, 10_000))
    made = kind(talk, seed)
    anchoring = Anchoring(made.before, made.after, compare(made.before, made.after))
    for start, end in corrections.passages(talk, seed, 100):
        reference = made.reference(start, end)
        if reference is not None:
            assert anchoring.anchor(Span(start, end)).span == Span(*reference)


@calm
@given(st.lists(st.tuples(st.integers(0, 400), st.booleans()), max_size=12), st.data())
def test_single_letters_exchanged_shift_no_end_wherever_it_is(
    edits: list[tuple[int, bool]], data: st.DataObject
) -> None:
    """One letter of a word becomes a mark that stands nowhere else; ends may be inside of words."""
    words = TALK.split(" ")
    for place, late in edits:
        word = words[place % len(words)]
        if len(word) > 3 and word.isalpha():
            middle = len(word) // 2 + late
            words[place % len(words)] = f"{word[:middle]}#{word[middle + 1 :]}"
    after = " ".join(words)
    start = data.draw(st.integers(0, len(TALK) - 1))
    end = data.draw(st.integers(start + 1, len(TALK)))
    if after[start] != "#" and after[end - 1] != "#" and not TALK[start:end].isspace():
        found = Anchoring(TALK, after, compare(TALK, after)).anchor(Span(start, end)).span
        letters = any(
            one == two and one.isalnum() for one, two in zip(TALK[start:end], after[start:end], strict=True)
        )
        assert found == (Span(start, end) if letters else None)


def test_words_are_compared_whole_and_letters_only_of_words_that_are_alike() -> None:
    before = "Så ringede jeg til min sagsbehandler om morgenen."
    assert differing(before, before.replace("sagsbehandler", "sagbehandler")) == [("s", "")]
    assert differing(before, before.replace("sagsbehandler", "[PERSON_3]")) == [
        ("sagsbehandler", "[PERSON_3]")
    ]


def test_another_case_or_another_line_end_parts_no_words() -> None:
    before = "Så ringede jeg til hende.\nHun svarede med det samme, hun sad der."
    after = "så ringede jeg\ntil hende. Hun svarede med det samme, hun sad der."
    assert differing(before, after) == [("S", "s"), (" ", "\n"), ("\n", " ")]


def test_a_paragraph_taken_out_takes_nothing_of_the_next_one_that_begins_alike() -> None:
    first = "METTE: Ja, det første halve år. Da skiftede de hele tiden.\n\n"
    second = "METTE: Ja, det andet år gik bedre, synes jeg selv.\n\n"
    assert differing(TALK + first + second, TALK + second) == [(first, "")]
    assert differing(TALK + second, TALK + first + second) == [("", first)]


def test_a_short_paragraph_between_one_put_in_and_one_taken_out_stays_where_it_was(talk: str) -> None:
    short = "INTERVIEWER: Brugte du det så?\n\n"
    start = talk.index(short)
    end = start + len(short)
    after_it = talk[end : talk.index("\n\n", end) + 2]
    new = "Og der var slet ikke nogen, der sagde noget om, at det også kunne være lørdag og søndag, når nu klokken blev fem.\n\n"
    after = talk.replace(short + after_it, new + short)
    assert placed(talk, after, short.strip()) == short.strip()


def test_a_paragraph_replaced_by_another_has_nothing_in_common_with_it() -> None:
    gone = "METTE: Ja, det første halve år. Da skiftede de hele tiden.\n"
    come = "METTE: Nej, for så fik jeg et andet sted at være, og det var ligesom det.\n"
    assert placed(TALK, TALK.replace(gone, come), "Da skiftede de hele tiden.") is None


def test_new_names_in_an_interview_of_short_turns_lose_no_turn() -> None:
    turns = [
        f"{name}: {words}\n"
        for name, words in zip(["INT", "METTE"] * 30, ["Nå?", "Ja.", "Okay.", "Nej."] * 15, strict=True)
    ]
    before = "".join(turns)
    after = before.replace("INT:", "Interviewer 1:").replace("METTE:", "Borger nummer 2:")
    assert (
        "".join(before[each.start : each.end] for each in compare(before, after) if each.same).count("Okay.")
        == 15
    )


@pytest.mark.parametrize("around", [0, 5])
def test_a_text_ten_times_as_long_holds_every_passage(talk: str, around: int) -> None:
    other = (ROOT / "interviews" / "sample" / "sag03-konsulent.txt").read_text(encoding="utf-8")
    after = other * around + talk + other * (10 - around)
    for words in (
        "Jeg havde fem på et år på et tidspunkt.",
        "Han svarede mandag morgen ti minutter over otte",
        "hunden",
    ):
        assert placed(talk, after, words) == words
    share = Anchoring(talk, after, compare(talk, after)).share()
    assert share == 1


def test_two_interviews_of_one_study_have_next_to_nothing_in_common(talk: str) -> None:
    other = (ROOT / "interviews" / "sample" / "sag03-konsulent.txt").read_text(encoding="utf-8")
    assert Anchoring(talk, other, compare(talk, other)).share() < 0.1


def test_very_long_texts_are_bounded(monkeypatch: pytest.MonkeyPatch, talk: str) -> None:
    """Beyond the bound nothing is in common but sentences that both have once."""
    monkeypatch.setattr("rcoder.language.alignment.MOST", 50)
    after = talk.replace("hunden", "katten")
    found = compare(talk, after)
    assert sum(each.end - each.start for each in found if each.same) > len(talk) * 0.7
    assert (
        placed(talk, after, "Jeg havde fem på et år på et tidspunkt.")
        == "Jeg havde fem på et år på et tidspunkt."
    )


@given(st.lists(st.integers(-9, 9), max_size=40))
def test_stretches_hold_everything_of_worth_and_end_before_much_is_lost(scores: list[int]) -> None:
    found = list(stretches(scores))
    covered = {place for first, last, _ in found for place in range(first, last + 1)}
    assert all(score <= 0 or place in covered for place, score in enumerate(scores))
    for first, last, score in found:
        assert score == sum(scores[first : last + 1]) > 0
        assert all(sum(scores[first:each]) >= 0 for each in range(first, last + 1))
        assert all(sum(scores[each : last + 1]) > 0 for each in range(first, last + 1))
        assert all(
            sum(scores[one:two]) >= -DROP - 9 for one in range(first, last) for two in range(one, last)
        )
    assert all(one[1] < two[0] for one, two in pairwise(found))
