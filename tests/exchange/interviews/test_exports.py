"""What Otter, Teams and Zoom export: who speaks, when, and every word once."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from rcoder.exchange.interviews import Interview

Read = Callable[..., Interview]
Said = Callable[[Interview], list[tuple[str | None, str]]]

GUID = "3f2b9c1e-7c1a-4a2e-9e0d-5d1f2a3b4c5d"


def paragraph(*runs: str) -> str:
    return "<w:p>" + "".join(runs) + "</w:p>"


def run(text: str, *, bold: bool = False, broken: bool = False) -> str:
    look = "<w:rPr><w:b/></w:rPr>" if bold else ""
    return f'<w:r>{look}{"<w:br/>" if broken else ""}<w:t xml:space="preserve">{text}</w:t></w:r>'


def test_teams_captions_put_letters_of_names_as_entities(read: Read, who_says_what: Said) -> None:
    cues = f"{GUID}/1-0\n00:00:05.000 --> 00:00:08.333\n<v &Aring;se S&oslash;rensen (J&#230;gerspris)>Hej, og hvad\nså?</v>\n\n"
    cues += f"{GUID}/2-0\n00:00:09.000 --> 00:00:10.000\n<v Bj&amp;#248;rn &amp;aelig;>Ja.</v>\n"
    assert who_says_what(read(f"WEBVTT\n\n{cues}", "a.vtt")) == [
        ("Åse Sørensen (Jægerspris)", "Hej, og hvad så?"),
        ("Bjørn æ", "Ja."),
    ]


def test_an_utterance_that_others_cut_into_is_put_together(read: Read, who_says_what: Said) -> None:
    order = [
        ("10-0", "A", "Hvad sagde du om"),
        ("11-0", "B", "mm"),
        ("10-1", "A", "praktik- og"),
        ("12-0", "B", "Ja."),
        ("10-2", "A", "jobmuligheder?"),
    ]
    cues = "".join(
        f"{GUID}/{number}\n00:00:{second:02}.000 --> 00:00:{second + 3:02}.000\n<v {voice}>{words}</v>\n\n"
        for second, (number, voice, words) in enumerate(order)
    )
    interview = read(f"WEBVTT\n\n{cues}", "a.vtt")
    assert who_says_what(interview) == [("A", "Hvad sagde du om praktik- og jobmuligheder?"), ("B", "mm Ja.")]
    assert any("utterance that they go on with" in note for note in interview.notes)


def test_a_pause_is_counted_from_the_cue_that_ends_last(read: Read) -> None:
    cues = "00:00:00.000 --> 00:00:10.000\nDet var\n\n00:00:01.000 --> 00:00:02.000\n(hoster)\n\n00:00:10.500 --> 00:00:11.000\nen dag.\n"
    assert len(read(f"WEBVTT\n\n{cues}", "a.vtt").turns) == 1


@pytest.mark.parametrize("layout", ["break", "paragraphs"])
def test_teams_documents_name_the_speaker_above_what_is_said(
    word: Read, who_says_what: Said, layout: str
) -> None:
    said = [
        ("Åse Sørensen", "0:03", "Hej, og velkommen."),
        ("Bo (Ekstern)", "0:08", "Tak: det er godt."),
        ("Åse Sørensen", "1:02:03", "Ja."),
    ]
    body = paragraph(run("Interview om JobFirst", bold=True)) + paragraph(run("den 23. januar 2025, 10.02"))
    body += paragraph(run("Åse Sørensen started transcription"))
    for name, time, words in said:
        if layout == "break":
            body += paragraph(run(name, bold=True), run(f"   {time}"), run(words, broken=True))
        else:
            body += paragraph(run(name, bold=True), run(f"  {time}")) + paragraph(run(words)) + paragraph()
    interview = word(body + paragraph(run("Åse Sørensen stopped transcription")))
    assert who_says_what(interview) == [(name, words) for name, _, words in said]
    assert [turn.time for turn in interview.turns] == [3.0, 8.0, 3723.0]


def test_old_teams_documents_set_a_range_and_a_name_above(word: Read, who_says_what: Said) -> None:
    said = [
        ("0:0:0.0 --> 0:0:3.410", "Åse", "Hej."),
        ("0:0:3.410 --> 0:0:9.0", "Bo", "Det går fint."),
        ("0:0:9.0 --> 0:0:12.0", "Åse", "Godt."),
    ]
    body = "".join(
        paragraph(run(time), run(name, broken=True), run(words, broken=True)) for time, name, words in said
    )
    assert who_says_what(word(body)) == [(name, words) for _, name, words in said]


def test_zoom_goes_on_without_a_name_and_overlaps(read: Read, who_says_what: Said) -> None:
    lines = [
        ("01.000", "04.000", "Mette J&oslash;rgensen: Hej og"),
        ("04.000", "06.000", "velkommen."),
        ("05.500", "06.200", "Bo &amp; Lis: Tak."),
        ("06.100", "08.000", "Mette J&oslash;rgensen: Godt: vi begynder."),
        ("08.000", "09.000", "Bo &amp; Lis: Ja."),
    ]
    cues = "".join(
        f"{n}\n00:00:{start} --> 00:00:{end}\n{words}\n\n" for n, (start, end, words) in enumerate(lines, 1)
    )
    assert who_says_what(read(f"WEBVTT\n\n{cues}", "a.vtt")) == [
        ("Mette Jørgensen", "Hej og velkommen."),
        ("Bo & Lis", "Tak."),
        ("Mette Jørgensen", "Godt: vi begynder."),
        ("Bo & Lis", "Ja."),
    ]


ZOOM = "[Mette] {}:00:12\nHej og velkommen.\n\n[Bo] {}:00:15\nTak. Klokken var 10:30.\n\n[Mette] {}:00:22\nGodt.\n"


def test_zoom_saves_captions_under_names_in_brackets(read: Read, who_says_what: Said) -> None:
    interview = read(ZOOM.format("00", "00", "00"), "meeting_saved_closed_caption.txt")
    assert who_says_what(interview)[1] == ("Bo", "Tak. Klokken var 10:30.")
    assert [turn.time for turn in interview.turns] == [12.0, 15.0, 22.0]


def test_times_of_day_that_zoom_saves_are_counted_from_the_first(read: Read) -> None:
    interview = read(ZOOM.format("23", "23", "00"), "a.txt")
    assert [turn.time for turn in interview.turns] == [0.0, 3.0, 3610.0]
    assert interview.notes == ("Times of day were counted from the first one.",)


def test_other_times_are_left_as_they_are(read: Read) -> None:
    interview = read(
        "Mette  1:00:12\nHej og velkommen.\n\nBo  1:00:15\nTak.\n\nMette  1:00:20\nGodt.\n", "a.txt"
    )
    assert [turn.time for turn in interview.turns] == [3612.0, 3615.0, 3620.0]


def test_otter_writes_names_and_times_above_and_itself_below(read: Read, who_says_what: Said) -> None:
    text = "Jonas R  0:21  \nHello everyone.\n\nUnknown Speaker  0:33  \nHi.\n\nJonas R  0:36  \nAwesome.\n\nTranscribed by https://otter.ai\n"
    for name in ("a.txt", "a.md"):
        interview = read(text, name)
        assert who_says_what(interview) == [
            ("Jonas R", "Hello everyone."),
            ("Unknown Speaker", "Hi."),
            ("Jonas R", "Awesome."),
        ]
        assert [turn.time for turn in interview.turns] == [21.0, 33.0, 36.0]


def test_otter_documents_open_with_words_that_nobody_says(word: Read, who_says_what: Said) -> None:
    lines = [
        "GigaSword",
        "Wed, Feb 16, 2022 10:00AM • 45:12",
        "SUMMARY KEYWORDS",
        "game, studio",
        "SPEAKERS",
        "Jonas R, Jack B",
        "",
    ]
    lines += [
        "Jonas R  00:21",
        "Hello everyone.",
        "",
        "Jack B  00:33",
        "Hi.",
        "",
        "Jonas R  00:36",
        "Awesome.",
    ]
    interview = word("".join(paragraph(run(line)) if line else paragraph() for line in lines))
    assert who_says_what(interview) == [
        ("Jonas R", "Hello everyone."),
        ("Jack B", "Hi."),
        ("Jonas R", "Awesome."),
    ]


def test_a_role_and_a_name_alone_on_their_lines_are_both_labels(read: Read, who_says_what: Said) -> None:
    said = [("Interviewer", "Hvad så?"), ("Grethe", "Ikke noget."), ("Interviewer", "Nå."), ("Grethe", "Ja.")]
    interview = read("\n\n".join(f"{name}\n{words}" for name, words in said), "a.txt")
    assert who_says_what(interview) == said
