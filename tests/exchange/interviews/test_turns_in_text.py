"""Labels and turns in texts that keep them: txt, md and docx."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from rcoder.exchange.interviews import Interview

Read = Callable[..., Interview]
Said = Callable[[Interview], list[tuple[str | None, str]]]
Asking = Callable[[Interview], list[str]]


def test_labels_in_capitals_begin_turns_and_are_no_part_of_them(read: Read, who_says_what: Said) -> None:
    interview = read(
        "INTERVIEWER: Hvordan gik det?\n\nP1: Det gik fint.\n\nINTERVIEWER: Hvorfor?\n\nP1: Fordi.\n"
    )
    assert who_says_what(interview) == [
        ("INTERVIEWER", "Hvordan gik det?"),
        ("P1", "Det gik fint."),
        ("INTERVIEWER", "Hvorfor?"),
        ("P1", "Fordi."),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "Klokken 10:30 gik jeg hjem.",
        "10:30 gik jeg hjem.",
        "Kl. 10:00 kom hun.",
        "Aalborg: det var dér, jeg boede.",
        "Sagen er: jeg kunne ikke mere.",
        "Jeg sagde: nu er det nok.",
        "Så siger hun: hvad med dig?",
        "http://www.kk.dk er siden.",
        "https://www.kk.dk: siden.",
        "Det eneste punkt på dagsordenen er:",
        "Mandag: møde. Tirsdag: fri.",
        "Problemet: der var ingen tid.",
        "Ja: det gjorde jeg.",
        "Fx: en kop kaffe.",
        "Uge 12: praktik.",
        "Forholdet var 2:1 hele vejen.",
        "C:\\Dokumenter\\fil.txt lå der.",
        "Ja :) det var godt.",
        "Og så kom det vigtigste: tilliden.",
        "Resultatet: jeg fik job.",
    ],
)
@pytest.mark.parametrize(
    "labels", [("INTERVIEWER", "P1"), ("Interviewer", "Borger"), ("I", "B"), ("Jonas", "Kirsten")]
)
def test_a_time_a_place_or_a_sentence_with_a_colon_is_no_speaker(
    read: Read, who_says_what: Said, line: str, labels: tuple[str, str]
) -> None:
    one, other = labels
    text = f"{one}: Hvordan gik det?\n\n{other}: Det gik.\n\n{line}\n\n{one}: Hvorfor?\n\n{other}: Fordi.\n"
    assert who_says_what(read(text)) == [
        (one, "Hvordan gik det?"),
        (other, f"Det gik.\n\n{line}"),
        (one, "Hvorfor?"),
        (other, "Fordi."),
    ]


def test_a_place_that_opens_a_line_twice_is_still_no_speaker(read: Read, who_says_what: Said) -> None:
    interview = read("I: Hvor?\nB: To steder.\nAalborg: i ti år.\nAalborg: og igen.\nI: Og nu?\nB: Her.\n")
    assert [name for name, _ in who_says_what(interview)] == ["I", "B", "I", "B"]


def test_speech_on_the_lines_after_the_label_goes_on_until_the_next(read: Read, who_says_what: Said) -> None:
    interview = read(
        "Anna Sørensen:\nHej med dig.\n\nDet var godt.\n\nBo Hansen:\nHej.\n\nAnna Sørensen:\nFarvel.\n"
    )
    assert who_says_what(interview) == [
        ("Anna Sørensen", "Hej med dig.\n\nDet var godt."),
        ("Bo Hansen", "Hej."),
        ("Anna Sørensen", "Farvel."),
    ]


def test_a_title_with_a_name_in_brackets_is_a_label_even_once(read: Read, who_says_what: Said) -> None:
    interview = read(
        "Formanden (Søren Gade):\nMødet er åbnet.\n\nI dag er der følgende anmeldelser:\n\n"
        "Justitsministeren (Peter Hummelgaard):\n\nLovforslag nr. L 29.\n\nFormanden (Søren Gade):\nTak.\n"
    )
    assert who_says_what(interview) == [
        ("Formanden (Søren Gade)", "Mødet er åbnet.\n\nI dag er der følgende anmeldelser:"),
        ("Justitsministeren (Peter Hummelgaard)", "Lovforslag nr. L 29."),
        ("Formanden (Søren Gade)", "Tak."),
    ]


def test_two_people_who_speak_once_each_are_two_turns(read: Read, who_says_what: Said) -> None:
    assert who_says_what(read("Anna: Hej med dig.\nBo: Hej Anna.\n")) == [
        ("Anna", "Hej med dig."),
        ("Bo", "Hej Anna."),
    ]


def test_someone_who_speaks_once_among_roles_is_heard(read: Read, who_says_what: Said) -> None:
    interview = read(
        "Interviewer: Hvordan gik det?\nBorger: Fint.\nMentor: Ja, rigtig godt.\nInterviewer: Tak.\n"
    )
    assert [name for name, _ in who_says_what(interview)] == [
        "Interviewer",
        "Borger",
        "Mentor",
        "Interviewer",
    ]


def test_otter_sets_name_and_time_on_a_line_above_the_words(read: Read, who_says_what: Said) -> None:
    interview = read("Jonas Rosland  0:21  \nHello everyone.\n\nJack Breen  1:02:03  \nHi.\n", "otter.txt")
    assert who_says_what(interview) == [("Jonas Rosland", "Hello everyone."), ("Jack Breen", "Hi.")]
    assert [turn.time for turn in interview.turns] == [21.0, 3723.0]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("[00:00:05] Anna: ", "[00:01:02] Bo: "),
        ("(00:00:05) Anna: ", "(00:01:02) Bo: "),
        ("00:00:05 Anna: ", "00:01:02 Bo: "),
        ("Anna [00:00:05]: ", "Bo [00:01:02]: "),
        ("Anna (00:05): ", "Bo (01:02): "),
        ("Anna: [00:00:05] ", "Bo: [00:01:02] "),
        ("**Anna:** [00:00:05] ", "**Bo:** [00:01:02] "),
        ("[00:00:05] **Anna:** ", "[00:01:02] **Bo:** "),
        ("Anna (00:05):\n", "Bo (01:02):\n"),
        ("Anna (00:05)\n", "Bo (01:02)\n"),
        ("00:00:05 Anna\n", "00:01:02 Bo\n"),
        ("[00:00:05.120] - Anna\n", "[00:01:02.000] - Bo\n"),
        ("[Anna] 00:00:05\n", "[Bo] 00:01:02\n"),
        ("Anna   0:05\n", "Bo   1:02\n"),
        ("0:0:5.120 --> 0:0:9.0\nAnna\n", "0:1:2.0 --> 0:1:9.0\nBo\n"),
        ("00:00:05\nAnna:\n", "00:01:02\nBo:\n"),
        ("### Anna (0:05)\n", "### Bo (1:02)\n"),
        ("Anna | 00:05\n", "Bo | 01:02\n"),
    ],
)
def test_stamps_beside_labels_become_times(read: Read, who_says_what: Said, first: str, second: str) -> None:
    interview = read(f"{first}Hej med dig.\n\n{second}Hej igen.\n\n{first}Farvel så.\n\n{second}Farvel.\n")
    assert who_says_what(interview) == [
        ("Anna", "Hej med dig."),
        ("Bo", "Hej igen."),
        ("Anna", "Farvel så."),
        ("Bo", "Farvel."),
    ]
    assert [round(turn.time or 0) for turn in interview.turns] == [5, 62, 5, 62]


def test_headings_of_markdown_name_speakers_and_other_headings_do_not(
    read: Read, who_says_what: Said
) -> None:
    interview = read(
        "# Interview 3\n\n## Detaljer\n\nOptaget i marts.\n\n### Interviewer\n\nHvad skete der?\n\n### Borger\n\n"
        "Ikke noget.\n\n## Tema 2\n\n### Interviewer\n\nOg så?\n",
        "interview.md",
    )
    assert who_says_what(interview) == [
        ("Interviewer", "Hvad skete der?"),
        ("Borger", "Ikke noget."),
        ("Interviewer", "Og så?"),
    ]


@pytest.mark.parametrize(
    "label",
    [
        "**{}:** ",
        "**{}**: ",
        "__{}:__ ",
        "*{}:* ",
        "- **{}:** ",
        "**{}**\n",
        "**{}**\n\n",
        "## {}:\n",
        "> {}: ",
        "[{}]: ",
    ],
)
def test_bold_labels_are_names_without_their_stars(read: Read, who_says_what: Said, label: str) -> None:
    interviewer, borger = label.format("Interviewer"), label.format("Borger 2")
    interview = read(
        f"{interviewer}Hvad så?\n\n{borger}Ikke **noget**.\n\n{interviewer}Nå.\n", "interview.md"
    )
    assert who_says_what(interview) == [
        ("Interviewer", "Hvad så?"),
        ("Borger 2", "Ikke **noget**."),
        ("Interviewer", "Nå."),
    ]


def test_whisper_lines_are_turns_with_times_and_nobody_named(read: Read, who_says_what: Said) -> None:
    interview = read(
        "[00:43.810 --> 00:47.850]  Hello everyone.\n[00:48.350 --> 00:54.570]  I'm here with Rick.\n"
    )
    assert who_says_what(interview) == [(None, "Hello everyone."), (None, "I'm here with Rick.")]
    assert [turn.time for turn in interview.turns] == [43.81, 48.35]


def test_facts_at_the_top_are_no_turn_and_name_the_interviewer(
    read: Read, who_says_what: Said, asking: Asking
) -> None:
    interview = read(
        "Interview med borger 3\nDato: 12.3.2024\nSted: Aalborg\nInterviewer: Anna Holm\nInformant: B3\n\n"
        "Anna Holm: Hvordan gik det?\nB3: Fint.\nAnna Holm: Godt.\n"
    )
    assert who_says_what(interview) == [
        ("Anna Holm", "Hvordan gik det?"),
        ("B3", "Fint."),
        ("Anna Holm", "Godt."),
    ]
    assert asking(interview) == ["Anna Holm"]


def test_facts_without_a_blank_line_after_them_end_with_the_last_fact(
    read: Read, who_says_what: Said
) -> None:
    interview = read(
        "Dato: 12.3.2024\nVarighed: 45 min\nInterviewer: Hvordan gik det?\nB3: Fint.\nInterviewer: Godt.\n"
    )
    assert who_says_what(interview)[0] == ("Interviewer", "Hvordan gik det?")


def test_roles_and_names_at_the_top_are_facts(read: Read, who_says_what: Said) -> None:
    interview = read(
        "Interviewer: Anna Holm\nBorger: Bo Jensen\n\nInterviewer: Hvad så?\nBorger: Ikke noget.\n"
    )
    assert who_says_what(interview) == [("Interviewer", "Hvad så?"), ("Borger", "Ikke noget.")]


def test_text_without_speakers_is_a_turn_per_paragraph(read: Read, who_says_what: Said) -> None:
    interview = read("Først kom jeg til jobcentret.\nDer var lang kø.\n\nSå gik jeg hjem.\n")
    assert who_says_what(interview) == [
        (None, "Først kom jeg til jobcentret.\nDer var lang kø."),
        (None, "Så gik jeg hjem."),
    ]
    assert interview.speakers == ()


def test_text_without_speakers_and_blank_lines_is_a_turn_per_line(read: Read, who_says_what: Said) -> None:
    interview = read("Først kom jeg.\nSå gik jeg.\n")
    assert [name for name, _ in who_says_what(interview)] == [None, None]


def test_a_code_at_the_top_of_a_file_is_its_speaker(read: Read, who_says_what: Said) -> None:
    interview = read("aal_uio_02:\nhan gjekk sjølv han .\nhadde du # ale den ?\n")
    assert who_says_what(interview) == [("aal_uio_02", "han gjekk sjølv han .\nhadde du # ale den ?")]


def test_the_same_voice_written_in_two_ways_is_one_speaker(read: Read) -> None:
    interview = read("Interviewer: Hej?\nB: Ja.\nINTERVIEWER: Nå?\nB: Nej.\ninterviewer:  Tak.\n")
    assert [speaker.name for speaker in interview.speakers] == ["Interviewer", "B"]
    assert len(interview.turns) == 5


def test_stamps_at_the_edges_of_a_turn_are_no_part_of_it(read: Read, who_says_what: Said) -> None:
    interview = read(
        "I: Hvad så? #00:00:15-2#\n\nB: Ikke noget [uhørligt] kl. 10:30. [00:00:40]\n\nI: Nå. #00:00:50-1#\n"
    )
    assert who_says_what(interview) == [
        ("I", "Hvad så?"),
        ("B", "Ikke noget [uhørligt] kl. 10:30."),
        ("I", "Nå."),
    ]
    assert [turn.time for turn in interview.turns] == [None, 15.2, 40.0]


def test_a_time_at_the_end_of_a_sentence_is_said(read: Read, who_says_what: Said) -> None:
    assert who_says_what(read("I: Hvornår?\nB: Mødet var 10:30\nI: Nå.\n"))[1] == ("B", "Mødet var 10:30")


def test_names_alone_on_their_lines_are_labels_when_nothing_else_is(read: Read, who_says_what: Said) -> None:
    interview = read("INTERVIEWER\nHvad så?\n\nBORGER\nIkke noget.\n\nINTERVIEWER\nNå.\n")
    assert who_says_what(interview) == [
        ("INTERVIEWER", "Hvad så?"),
        ("BORGER", "Ikke noget."),
        ("INTERVIEWER", "Nå."),
    ]


def test_labels_with_a_tab_and_no_colon_are_labels(read: Read, who_says_what: Said) -> None:
    interview = read("I\tHvad så?\nB1\tIkke noget.\nI\tNå.\nB1\tNej.\n")
    assert who_says_what(interview)[:2] == [("I", "Hvad så?"), ("B1", "Ikke noget.")]


def test_a_label_without_words_is_no_turn(read: Read, who_says_what: Said) -> None:
    assert who_says_what(read("I: Hvad så?\nB:\nI: Er du der?\nB: Ja.\n")) == [
        ("I", "Hvad så?"),
        ("I", "Er du der?"),
        ("B", "Ja."),
    ]


@pytest.mark.parametrize(
    "label",
    ["Interviewer", "INTERVIEWER", "interviewer", "I", "Int", "Int.", "Forsker", "Spørger", "Q", "Interviewer 1", "Intervjuer",
     "Anna (interviewer)", "Interviewer Anna", "Moderator", "Researcher", "IV", "Int1", "Interviewer (Anna Holm)", "Spørgsmål"],
)  # fmt: skip
def test_the_interviewer_is_known_by_the_label(read: Read, asking: Asking, label: str) -> None:
    assert asking(read(f"{label}: Hvad så?\nBorger: Ikke noget.\n{label}: Nå.\nBorger: Nej.\n")) == [label]


@pytest.mark.parametrize(
    "label", ["Interviewperson", "IP", "Interviewede", "Interviewee", "Informant", "Anna"]
)
def test_the_interviewee_is_no_interviewer(read: Read, asking: Asking, label: str) -> None:
    assert asking(read(f"{label}: Hvad så?\nBorger: Ikke noget.\n{label}: Nå.\nBorger: Nej.\n")) == []


def test_the_interviewer_may_be_given_by_name(read: Read, asking: Asking) -> None:
    text = "Anna Holm: Hvad så?\nBo: Ikke noget.\nAnna Holm: Nå.\nBo: Nej.\n"
    assert asking(read(text, interviewer="anna holm")) == ["Anna Holm"]
    assert asking(read(text, interviewer="Anna")) == ["Anna Holm"]
    missing = read(text, interviewer="Carl")
    assert asking(missing) == []
    assert any("Carl" in note for note in missing.notes)


def test_turns_stand_in_order_and_never_overlap(read: Read) -> None:
    interview = read("[00:01] A: et.\nB: to. [00:02]\n\nA:\n\nB: tre\n10:30\n\n# fire\nA: fem: seks.\n")
    edges = [edge for turn in interview.turns for edge in (turn.start, turn.end)]
    assert edges == sorted(edges)
    assert all(
        interview.text[turn.start : turn.end].strip() == interview.text[turn.start : turn.end]
        for turn in interview.turns
    )


def test_teams_puts_the_family_name_first_and_tells_of_itself(word: Read, who_says_what: Said) -> None:
    lines = [
        "Anna Holm startede transskriptionen", "Anna Holm   0:03", "Går det?", "Hansen, Bo   0:09", "Ja.", "Anna Holm   0:12", "Godt.",
        "Anna Holm stoppede transskriptionen",
    ]  # fmt: skip
    body = "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in lines)
    assert who_says_what(word(body)) == [
        ("Anna Holm", "Går det?"),
        ("Hansen, Bo", "Ja."),
        ("Anna Holm", "Godt."),
    ]


def test_a_key_to_the_labels_at_the_top_is_no_turn(read: Read, who_says_what: Said) -> None:
    interview = read(
        "Transskription af interview 4\nBorger, kvinde, 45 år\n\nI: Interviewer\nB: Borger\n\nI: Går det?\nB: Ja.\nI: Nå.\nB: Nej.\n"
    )
    assert who_says_what(interview)[:2] == [("I", "Går det?"), ("B", "Ja.")]
    assert len(interview.turns) == 4


def test_numbers_and_spans_above_a_turn_are_its_time(read: Read, who_says_what: Said) -> None:
    interview = read(
        "1\n0:00,0 - 0:05,3\nInterviewer: Hej\n2\n0:05,3 - 0:09,0\nBorger: Hej\n3\n0:09,0 - 0:12,0\nInterviewer: Ja\n"
    )
    assert who_says_what(interview) == [("Interviewer", "Hej"), ("Borger", "Hej"), ("Interviewer", "Ja")]
    assert [turn.time for turn in interview.turns] == [0.0, 5.3, 9.0]


def test_a_role_in_a_paragraph_of_even_lines_is_no_label(read: Read, who_says_what: Said) -> None:
    speech = "Det var min mentor. Hun sagde det helt klart, og jeg tænkte bare det her:\nMentor: hun er god."
    interview = read(f"Interviewer: Hvem hjalp dig?\nBorger: {speech}\nInterviewer: Ja.\nBorger: Ja.\n")
    assert who_says_what(interview)[1] == ("Borger", speech)
