"""Transcripts as bureaus and programs lay them out: the same talk, told apart in each."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from rcoder.exchange.interviews import Interview

Read = Callable[..., Interview]
Said = Callable[[Interview], list[tuple[str | None, str]]]
Asking = Callable[[Interview], list[str]]

TALK = [
    ("Lene Holm", "Hvordan kom du i gang?"),
    ("Bo Friis", "Jeg fik et brev. Hun sagde: kom nu."),
    ("Lene Holm", "Og hvad skete der så?"),
    ("Bo Friis", "Så mødte jeg op kl. 10:30. NB: det var vinter."),
]


def laid_out(form: str) -> str:
    """The talk with each turn in that form; turns begin 15 seconds apart, the first at 3."""
    return "".join(
        form.format(
            who=who,
            said=said,
            hms=f"00:00:{at * 15 + 3:02}",
            ms=f"0:{at * 15 + 3:02}",
            dots=f"00.{at * 15 + 3:02}",
            next=f"00:00:{at * 15 + 8:02}",
            n=at + 1,
        )
        for at, (who, said) in enumerate(TALK)
    )


@pytest.mark.parametrize(
    "form",
    [
        "{who}\n{ms}\n{said}\n",
        "{who}\n{ms}\n{said}\n\n",
        "[{hms}]\n{who}: {said}\n",
        "[{hms} - {next}] {who}: {said}\n",
        "[{hms}.00 - {next}.20] {who}\n{said}\n\n",
        "[{dots}] {who}: {said}\n",
        "({dots}) {who}: {said}\n",
        "{who} ({hms}) {said}\n",
        "{who} [{dots}] {said}\n",
        "{hms}\t{who}\t{said}\n",
        "{who}\t{hms}\t{said}\n",
        "{n:>3} [{hms}] {who}: {said}\n",
    ],
)
def test_a_layout_with_times_is_read(read: Read, who_says_what: Said, form: str) -> None:
    interview = read(laid_out(form))
    assert interview.text == laid_out(form)
    assert who_says_what(interview) == TALK
    assert [turn.time for turn in interview.turns] == [3.0, 18.0, 33.0, 48.0]


@pytest.mark.parametrize(
    "form",
    [
        "{who}\t{said}\n",
        "{n:>3} {who}: {said}\n",
        "{n}\t{who}: {said}\n",
        "{n}. {who}: {said}\n",
        "{who}\n{said}\n\n",
        "{who}\n{said}\n",
        "- {who}: {said}\n",
    ],
)
def test_a_layout_without_times_is_read(read: Read, who_says_what: Said, form: str) -> None:
    interview = read(laid_out(form))
    assert interview.text == laid_out(form)
    assert who_says_what(interview) == TALK


@pytest.mark.parametrize(
    "form", ["[{who}] {said}\n", "({who}) {said}\n", "{who} – {said}\n", "{who} - {said}\n"]
)
def test_roles_and_codes_may_stand_in_brackets_or_before_a_dash(
    read: Read, who_says_what: Said, form: str
) -> None:
    for one, other in (("Interviewer", "Borger"), ("SPEAKER_00", "SPEAKER_01"), ("I1", "B2")):
        names = {"Lene Holm": one, "Bo Friis": other}
        text = "".join(form.format(who=names[who], said=said) for who, said in TALK)
        assert who_says_what(read(text)) == [(names[who], said) for who, said in TALK]


def test_numbers_of_lines_inside_a_turn_stay_in_the_text(read: Read, who_says_what: Said) -> None:
    text = "1 I: Fortæl om\n2 det hele.\n3 B: Ja, det\n4 kan jeg godt.\n5 I: Nå?\n6 B: Ja.\n"
    assert who_says_what(read(text)) == [
        ("I", "Fortæl om\n2 det hele."),
        ("B", "Ja, det\n4 kan jeg godt."),
        ("I", "Nå?"),
        ("B", "Ja."),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "2018 startede jeg.\n2019 fik jeg job.\n2020 kom corona.\n2021 stoppede jeg.\n",
        "Aalborg\t12\nOdense\t14\nAalborg\t3\nOdense\t2\n",
        "[Uddrag] Det var en lang dag.\n[Note] Han var træt.\n[Uddrag] Vi gik hjem.\n[Note] Hun var glad.\n",
        "Opstart\nVi mødtes kl. 9.\n\nFormiddag\nGitte viste rundt.\n\nOpstart\nVi spiste.\n\nSlut\nVi gik.\n",
    ],
)
def test_years_tables_notes_and_headings_are_no_speakers(read: Read, text: str) -> None:
    assert read(text).speakers == ()


def test_years_that_open_lines_are_part_of_what_is_said(read: Read, who_says_what: Said) -> None:
    text = "2018 startede jeg.\n2019 fik jeg job.\n2020 kom corona.\n2021 stoppede jeg.\n"
    assert who_says_what(read(text))[0] == (None, "2018 startede jeg.")


def test_a_list_of_points_is_no_row_of_speakers(read: Read, who_says_what: Said) -> None:
    listed = "Tre ting:\n- Mentor: hun var sød\n- Penge: jeg fik løn"
    text = f"I: Hvad var godt?\nR: {listed}\nI: Og skidt?\nR: Intet.\n"
    assert who_says_what(read(text))[1] == ("R", listed)


@pytest.mark.parametrize("name", ["Per", "Begge"])
def test_a_first_name_that_occurs_once_is_a_speaker_where_every_line_has_one(
    read: Read, who_says_what: Said, name: str
) -> None:
    text = f"I: Hvem var der?\nAnna: Vi var to.\nI: Hvem?\n{name}: Det var mig.\nI: Nå.\nAnna: Ja.\n"
    assert (name, "Det var mig.") in who_says_what(read(text))


def test_a_first_name_in_a_long_turn_is_no_speaker(read: Read) -> None:
    text = (
        "I: Hvem var der?\nR: Mange.\nGitte: hun var sød.\nSå var der flere.\nDet var det.\nI: Nå.\nR: Ja.\n"
    )
    assert [speaker.name for speaker in read(text).speakers] == ["I", "R"]


def test_a_name_with_its_part_after_a_comma_is_a_label(read: Read, who_says_what: Said) -> None:
    text = "Lone Friis, VIVE: Hej.\nMette B., mentor: Ja.\nLone Friis, VIVE: Nå?\nMette B., mentor: Jo.\n"
    assert [name for name, _ in who_says_what(read(text))][:2] == ["Lone Friis, VIVE", "Mette B., mentor"]


@pytest.mark.parametrize(
    "heading",
    [
        "Interviewer: LH\nBorger: B7\n\n",
        "LH: Lene Holm, interviewer\nB7: Bo Friis, borger\n\n",
        "LH = interviewer\nB7 = borger\n\n",
        "---\ntitle: Samtale 4\ninterviewer: LH\n---\n\n",
    ],
)
def test_a_key_to_the_labels_is_heading_and_names_the_interviewer(
    read: Read, who_says_what: Said, asking: Asking, heading: str
) -> None:
    interview = read(f"{heading}LH: Er du klar?\nB7: Ja.\nLH: Hvad laver du?\nB7: Intet.\n")
    assert [said for _, said in who_says_what(interview)] == [
        "Er du klar?",
        "Ja.",
        "Hvad laver du?",
        "Intet.",
    ]
    assert asking(interview) == ["LH"]


def test_what_otter_says_of_itself_is_no_speech(read: Read, who_says_what: Said) -> None:
    text = "Lene  0:03\nHej.\n\nBo  0:09\nJa.\n\nLene  0:12\nNå.\n\nTranscribed by https://otter.ai\n"
    assert who_says_what(read(text))[-1] == ("Lene", "Nå.")
