"""Voices put right: turns change hands and never their words, and undo gives everything back."""

from __future__ import annotations

from dataclasses import replace
from types import ModuleType
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rcoder.domain.actions import speaking
from rcoder.domain.actions.speaking import Voices, turn_places
from rcoder.domain.errors import Misuse, RcoderError, Unchanged
from rcoder.domain.journal import Deed, added, turned_round
from rcoder.domain.transcript import Revision, Speaker, Transcript, Turn


def voices(
    turns: str = "IMIMM",
    *,
    earlier: str = "",
    speakers: tuple[Speaker, ...] = (),
) -> Voices:
    """An interview whose turns are each said by the voice of that letter; I asks."""

    def said(letters: str) -> tuple[Turn, ...]:
        return tuple(Turn(10 * place, 10 * place + 5, letter) for place, letter in enumerate(letters))

    known = speakers or (
        Speaker("I", "t", "INTERVIEWER", interviewer=True),
        Speaker("M", "t", "METTE", roles=("borger",), position=1),
        Speaker("H", "t", "Henrik", roles=("mentor",), position=2, person="Henrik Holm"),
    )
    transcript = Transcript("t", "Sag 01", "da", "0", 1000, "a.txt", "0", "txt", turns=said(turns))
    revision = Revision("r", "t", 1, "0", 1000, "a.txt", "0", "txt", turns=said(earlier))
    return Voices(transcript, known, (revision,) if earlier else ())


def one(found: Voices, name: str) -> Speaker:
    return next(each for each in found.speakers if each.id == name)


def records(found: Voices) -> tuple[Any, ...]:
    return (found.transcript, *found.revisions, *found.speakers)


def after(making: ModuleType, found: Voices, *deeds: Deed) -> Voices:
    """The voices as the deeds leave them."""
    tables = making.tables_after(Deed("Began", added(*records(found))), *deeds)
    speakers = sorted(making.stored(tables, Speaker), key=lambda each: (each.position, each.id))
    (transcript,) = making.stored(tables, Transcript)
    return Voices(transcript, tuple(speakers), tuple(making.stored(tables, Revision)))


def letters(turns: tuple[Turn, ...]) -> str:
    return "".join(turn.speaker_id or "-" for turn in turns)


def test_a_voice_gets_another_name(making: ModuleType) -> None:
    found = voices()
    deed = speaking.rename(found, one(found, "M"), "  Mette   Holm ")
    assert deed.sentence == "Renamed METTE in Sag 01 to Mette Holm"
    assert one(after(making, found, deed), "M").name == "Mette Holm"


@pytest.mark.parametrize(
    ("name", "words"), [("", "needs a name"), (" \n", "needs a name"), ("henrik", "Merge the two")]
)
def test_a_voice_is_not_called_nothing_or_like_another(name: str, words: str) -> None:
    found = voices()
    with pytest.raises(Misuse, match=words):
        speaking.rename(found, one(found, "M"), name)


def test_what_is_so_already_is_no_deed() -> None:
    found = voices()
    with pytest.raises(Unchanged):
        speaking.rename(found, one(found, "M"), "METTE")
    with pytest.raises(Unchanged):
        speaking.give_roles(found, one(found, "M"), ["borger"])
    with pytest.raises(Unchanged):
        speaking.appoint(found, {"I"})


def test_letter_case_of_a_name_can_be_changed(making: ModuleType) -> None:
    found = voices()
    assert one(after(making, found, speaking.rename(found, one(found, "M"), "Mette")), "M").name == "Mette"


def test_merging_unites_turns_and_roles_in_earlier_texts_too(making: ModuleType) -> None:
    found = voices("IMIHM", earlier="IHHM")
    deed = speaking.merge(found, one(found, "H"), one(found, "M"))
    assert deed.sentence == "Merged Henrik into METTE in Sag 01: 1 turn"
    left = after(making, found, deed)
    assert letters(left.transcript.turns) == "IMIMM"
    assert letters(left.revisions[0].turns) == "IMMM"
    assert [each.id for each in left.speakers] == ["I", "M"]
    assert one(left, "M").roles == ("borger", "mentor")
    assert one(left, "M").person == "Henrik Holm"


def test_an_interviewer_gets_no_role_by_a_merge(making: ModuleType) -> None:
    found = voices("IMIH")
    left = after(making, found, speaking.merge(found, one(found, "H"), one(found, "I")))
    assert (one(left, "I").roles, one(left, "I").interviewer) == ((), True)


def test_a_voice_is_not_merged_with_itself() -> None:
    found = voices()
    with pytest.raises(Misuse, match="one speaker already"):
        speaking.merge(found, one(found, "M"), one(found, "M"))


def test_splitting_gives_the_turns_named_to_a_new_voice(making: ModuleType) -> None:
    found = voices("IMIMMIM")
    new = Speaker("N", "t", "Niels", position=9)
    deed = speaking.split(found, one(found, "M"), {3, 4}, new)
    assert deed.sentence == "Gave turns 4–5 of METTE in Sag 01 to Niels"
    left = after(making, found, deed)
    assert letters(left.transcript.turns) == "IMINNIM"
    assert [(each.id, each.position) for each in left.speakers] == [("I", 0), ("M", 1), ("N", 2), ("H", 3)]
    assert one(left, "N").roles == ()


def test_turns_go_to_a_voice_that_is_there(making: ModuleType) -> None:
    found = voices("IMIMH")
    deed = speaking.split(found, one(found, "M"), {3}, one(found, "I"))
    assert deed.sentence == "Gave turn 4 of METTE in Sag 01 to INTERVIEWER"
    assert letters(after(making, found, deed).transcript.turns) == "IMIIH"


@pytest.mark.parametrize(
    ("turns", "words"),
    [
        (set(), "No turns"),
        ({0}, "does not speak in turn 1"),
        ({1, 99}, "does not speak in turn 100"),
        ({1, 3, 4}, "all the turns of METTE"),
    ],
)
def test_a_split_that_makes_no_sense_is_refused(turns: set[int], words: str) -> None:
    found = voices("IMIMM")
    with pytest.raises(Misuse, match=words):
        speaking.split(found, one(found, "M"), turns, Speaker("N", "t", "Niels"))


def test_the_wrong_interviewer_is_put_right_by_one_deed_and_back_by_another(making: ModuleType) -> None:
    wrong = (
        Speaker("A", "t", "SPEAKER_00", interviewer=True),
        Speaker("B", "t", "SPEAKER_01", roles=("borger",), position=1),
    )
    found = voices("ABAB", speakers=wrong)
    right = after(making, found, speaking.appoint(found, {"B"}))
    assert [(each.interviewer, each.roles) for each in right.speakers] == [(False, ("borger",)), (True, ())]
    back = after(making, right, speaking.appoint(right, {"A"}))
    assert back.speakers == found.speakers


def test_there_may_be_several_interviewers_or_nobody(making: ModuleType) -> None:
    found = voices("IMH")
    deed = speaking.appoint(found, {"I", "H"})
    assert deed.sentence == "Said that INTERVIEWER and Henrik are the interviewers in Sag 01"
    assert [each.id for each in after(making, found, deed).respondents] == ["M"]
    nobody = speaking.appoint(found, set())
    assert nobody.sentence == "Said that nobody is the interviewer in Sag 01"


def test_roles_are_each_once_and_an_interviewer_has_none(making: ModuleType) -> None:
    found = voices()
    deed = speaking.give_roles(found, one(found, "M"), [" mentor ", "Mentor", "", "leder"])
    assert deed.sentence == "Gave METTE in Sag 01 the roles mentor and leder"
    assert one(after(making, found, deed), "M").roles == ("mentor", "leder")
    with pytest.raises(Misuse, match="Take the mark off"):
        speaking.give_roles(found, one(found, "I"), ["borger"])


def test_a_person_is_said_and_taken_back(making: ModuleType) -> None:
    found = voices()
    said = speaking.identify(found, one(found, "M"), " Mette  Holm ")
    left = after(making, found, said)
    assert one(left, "M").person == "Mette Holm"
    assert one(after(making, left, speaking.identify(left, one(left, "M"), "")), "M").person == ""


@pytest.mark.parametrize(
    ("text", "places"),
    [("4", {3}), ("4,8-12", {3, 7, 9, 11}), (" 1 ; 2 – 3,2", {0, 1}), ("2 - 2", {1})],
)
def test_turns_are_named_by_number_and_a_range_means_the_speakers_own(text: str, places: set[int]) -> None:
    assert turn_places(text, 20, range(1, 20, 2)) == places


def test_a_range_without_a_turn_of_the_speaker_is_refused() -> None:
    with pytest.raises(Misuse, match="says nothing in turns 3 to 4"):
        turn_places("3-4", 20, {0})


@pytest.mark.parametrize("text", ["", "0", "21", "5-3", "x", "1--2", "-1", "1-99999999999", "²"])
def test_numbers_that_name_no_turn_are_refused(text: str) -> None:
    with pytest.raises(Misuse, match="numbered from 1 to 20"):
        turn_places(text, 20, range(20))


SPOKEN = st.text("IMH", min_size=1, max_size=12)


@settings(max_examples=200, deadline=None)
@given(SPOKEN, st.text("IMH", max_size=6), st.data())
def test_split_then_merge_gives_the_same_turns(
    making: ModuleType, turns: str, earlier: str, data: st.DataObject
) -> None:
    found = voices(turns, earlier=earlier)
    speaker = one(found, data.draw(st.sampled_from(turns)))
    own = sorted(found.turns_of(speaker))
    some = data.draw(st.sets(st.sampled_from(own), min_size=1))
    new = Speaker("N", "t", "Ny", position=3)
    try:
        first = speaking.split(found, speaker, some, new)
    except Misuse:
        assert len(some) == len(own)
        return
    between = after(making, found, first)
    second = speaking.merge(between, one(between, "N"), one(between, speaker.id))
    end = after(making, found, first, second)
    assert end.transcript == found.transcript
    assert end.revisions == found.revisions
    assert {replace(each, position=0) for each in end.speakers} == {
        replace(each, position=0) for each in found.speakers
    }


@settings(max_examples=200, deadline=None)
@given(SPOKEN, st.text("IMH", max_size=6), st.data())
def test_undo_of_any_deed_on_voices_gives_the_same_tables(
    making: ModuleType, turns: str, earlier: str, data: st.DataObject
) -> None:
    found = voices(turns, earlier=earlier)
    first, second = (one(found, data.draw(st.sampled_from("IMH"))) for _ in range(2))
    some = data.draw(st.sets(st.integers(0, len(turns) - 1)))
    ways = [
        lambda: speaking.rename(found, first, data.draw(st.text(max_size=4))),
        lambda: speaking.merge(found, first, second),
        lambda: speaking.split(
            found, first, some, data.draw(st.sampled_from([second, Speaker("N", "t", "Ny")]))
        ),
        lambda: speaking.appoint(found, data.draw(st.sets(st.sampled_from("IMH")))),
        lambda: speaking.give_roles(found, first, data.draw(st.lists(st.text(max_size=3), max_size=2))),
        lambda: speaking.identify(found, first, data.draw(st.text(max_size=3))),
    ]
    try:
        deed = data.draw(st.sampled_from(ways))()
    except RcoderError:
        return
    undo = Deed("Undid", turned_round(deed.changes))
    began = Deed("Began", added(*records(found)))
    assert making.tables_after(began, deed, undo) == making.tables_after(began)
    assert making.tables_after(began, deed) != making.tables_after(began)
    ends = [(turn.start, turn.end) for turn in after(making, found, deed).transcript.turns]
    assert ends == [(turn.start, turn.end) for turn in found.transcript.turns]
