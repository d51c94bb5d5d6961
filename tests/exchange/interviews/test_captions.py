"""WebVTT and SubRip: words only, cues of a turn joined by a space, turns by a newline."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from rcoder.domain.errors import Unreadable
from rcoder.exchange.interviews import Interview

Read = Callable[..., Interview]
Said = Callable[[Interview], list[tuple[str | None, str]]]


def cue(number: int, text: str, pause: float = 0.0) -> str:
    start = number * 3 + pause
    return f"00:00:{start:06.3f} --> 00:00:{start + 2.9:06.3f}\n{text}\n\n"


def vtt(*texts: str) -> str:
    return "WEBVTT\n\n" + "".join(cue(number, text) for number, text in enumerate(texts))


def srt(*texts: str) -> str:
    return "".join(
        f"{number}\n{cue(number, text).replace('.', ',', 2)}" for number, text in enumerate(texts, 1)
    )


def test_cues_of_one_voice_are_a_turn_joined_by_spaces(read: Read, who_says_what: Said) -> None:
    interview = read(
        vtt("<v Åse Sørensen>Hej med\ndig.</v>", "<v Åse Sørensen>Går det?</v>", "<v Bo>Ja.</v>"), "a.vtt"
    )
    assert interview.text == "Hej med dig. Går det?\nJa."
    assert who_says_what(interview) == [("Åse Sørensen", "Hej med dig. Går det?"), ("Bo", "Ja.")]
    assert [turn.time for turn in interview.turns] == [0.0, 6.0]


def test_names_and_words_with_entities_are_decoded(read: Read, who_says_what: Said) -> None:
    interview = read(vtt("<v S&#248;ren &amp; Bo>R&amp;D &lt;her&gt; &#xE6;ble</v>"), "a.vtt")
    assert who_says_what(interview) == [("Søren & Bo", "R&D <her> æble")]


def test_an_entity_that_is_a_control_character_is_removed_and_reported(read: Read) -> None:
    interview = read(vtt("<v Bo&#27;>hej&#27;[2J</v>"), "a.vtt")
    assert interview.text == "hej[2J"
    assert interview.speakers[0].name == "Bo"
    assert any("ESC" in note for note in interview.notes)


def test_two_voices_in_one_cue_are_two_turns(read: Read, who_says_what: Said) -> None:
    interview = read(vtt("<v Anna>Går det?\n<v Bo>Ja."), "a.vtt")
    assert who_says_what(interview) == [("Anna", "Går det?"), ("Bo", "Ja.")]


def test_tags_go_and_what_only_looks_like_one_stays(read: Read) -> None:
    text = "<c.yellow>Det <i>var</i></c> <00:00:01.500>godt <griner> 2 < 3 <lang da>ja</lang>"
    assert read(vtt(text), "a.vtt").text == "Det var godt <griner> 2 < 3 ja"


def test_notes_styles_regions_headers_and_identifiers_are_not_said(read: Read) -> None:
    interview = read(
        "WEBVTT - Interview\nKind: captions\n\nNOTE en linje\n\nSTYLE\n::cue { color: red }\n\nREGION\nid:fred\n\n"
        "NOTE\nto\nlinjer\n\nintro\n00:01.000 --> 00:02.000 align:start\nHej.\n\n7\n00:02.000 --> 00:03.000\nDer.\n",
        "a.vtt",
    )
    assert interview.text == "Hej. Der."


@pytest.mark.parametrize("arrow", ["->", "—>", "--&gt;"])
def test_a_wrong_arrow_is_read_and_reported(read: Read, arrow: str) -> None:
    interview = read(f"WEBVTT\n\n00:01.000 {arrow} 00:02.000\nHej.\n", "a.vtt")
    assert interview.text == "Hej."
    assert any("arrow" in note for note in interview.notes)


def test_hours_over_99_commas_backwards_times_and_a_cut_last_cue_are_read(read: Read) -> None:
    interview = read(
        "WEBVTT\n\n100:00:00,500 --> 100:00:01,000\nEt.\n\n00:00:05.000 --> 00:00:04.000\nTo.\n\n00:00:14.000 -->\nTre",
        "a.vtt",
    )
    assert interview.text.split() == ["Et.", "To.", "Tre"]
    assert interview.turns[0].time == 360000.5


def test_words_after_a_blank_line_in_a_cue_stay(read: Read) -> None:
    interview = read(
        "1\n00:00:01,000 --> 00:00:02,000\nHej\n\nmed dig\n\n2\n00:00:02,000 --> 00:00:03,000\nJa.\n", "a.srt"
    )
    assert interview.text == "Hej med dig Ja."
    assert any("blank line" in note for note in interview.notes)


def test_cues_without_a_blank_line_between_them_are_two(read: Read) -> None:
    interview = read(
        "1\n00:00:01,000 --> 00:00:02,000\nHej 3\n2\n00:00:02,000 --> 00:00:03,000\n42\n", "a.srt"
    )
    assert interview.text == "Hej 3 42"


def test_zoom_names_the_speaker_in_each_cue_or_once(read: Read, who_says_what: Said) -> None:
    each = read(
        vtt("Anna Holm: Går det", "Anna Holm: godt?", "Bo: Ja.", "Anna Holm: Nå.", "Bo: Ja: det gør."),
        "a.vtt",
    )
    assert who_says_what(each) == [
        ("Anna Holm", "Går det godt?"),
        ("Bo", "Ja."),
        ("Anna Holm", "Nå."),
        ("Bo", "Ja: det gør."),
    ]
    once = read(
        vtt("Anna Holm: Går det", "godt eller hvad?", "Bo: Ja.", "Det gør.", "Anna Holm: Nå.", "Bo: Ja."),
        "a.vtt",
    )
    assert who_says_what(once)[:2] == [("Anna Holm", "Går det godt eller hvad?"), ("Bo", "Ja. Det gør.")]


def test_subrip_labels_are_told_from_sentences(read: Read, who_says_what: Said) -> None:
    interview = read(
        srt(
            "INTERVIEWER: Går det?",
            "BORGER: Ja. Jeg sagde til hende,",
            "og hun sagde: kom bare,",
            "kl. 10:30.",
            "INTERVIEWER: Nå.",
        ),
        "a.srt",
    )
    assert who_says_what(interview) == [
        ("INTERVIEWER", "Går det?"),
        ("BORGER", "Ja. Jeg sagde til hende, og hun sagde: kom bare, kl. 10:30."),
        ("INTERVIEWER", "Nå."),
    ]
    assert interview.speakers[0].interviewer


def test_without_names_a_turn_ends_at_a_pause(read: Read, who_says_what: Said) -> None:
    text = "WEBVTT\n\n" + cue(0, "Hej med dig.") + cue(1, "Går det?") + cue(2, "Ja.", pause=3.0)
    assert who_says_what(read(text, "a.vtt")) == [(None, "Hej med dig. Går det?"), (None, "Ja.")]


def test_without_names_a_turn_ends_with_a_sentence_once_it_is_long(read: Read) -> None:
    interview = read(
        vtt(*["Det var en lang dag på jobcentret, og så gik jeg hjem igen til mig selv."] * 15), "a.vtt"
    )
    assert len(interview.turns) == 3
    assert all(300 <= turn.end - turn.start <= 450 for turn in interview.turns)


def test_offsets_of_turns_are_their_words(read: Read) -> None:
    interview = read(vtt("<v A>🙂 Hej.", "<v B>Ja.", "<v A>Nå."), "a.vtt")
    assert [interview.text[turn.start : turn.end] for turn in interview.turns] == interview.text.split("\n")


def test_a_utf16_subtitle_with_a_bom_and_crlf_is_read(read: Read) -> None:
    assert read(srt("Ærø.", "Ål.").replace("\n", "\r\n").encode("utf-16"), "a.srt").text == "Ærø. Ål."


@pytest.mark.parametrize("content", ["WEBVTT\n\n", "WEBVTT\n\nNOTE intet\n", "bare tekst\n"])
def test_a_caption_file_without_cues_is_refused(read: Read, content: str) -> None:
    with pytest.raises(Unreadable, match=r"a\.vtt"):
        read(content, "a.vtt")


def test_cues_without_words_are_an_empty_file(read: Read) -> None:
    with pytest.raises(Unreadable, match="empty"):
        read("WEBVTT\n\n00:01.000 --> 00:02.000\n\n\n", "a.vtt")


def test_teams_numbers_are_turns_only_where_they_follow_the_voices(read: Read) -> None:
    guid = "3f2b9c1e-7c1a-4a2e-9e0d-5d1f2a3b4c5d"
    voices = ["A", "A", "B", "A", "B", "C", "A", "B", "A", "C"]
    cues = [f"{guid}/{number}-0\n{cue(number, f'<v {voice}>Ja.</v>')}" for number, voice in enumerate(voices)]
    assert len(read("WEBVTT\n\n" + "".join(cues), "a.vtt").turns) == 10
    same = [f"{guid}/{number}-0\n{cue(number, '<v A>Ja.</v>')}" for number in range(9)]
    assert len(read("WEBVTT\n\n" + "".join(same), "a.vtt").turns) == 1


def test_rolling_captions_say_each_line_once(read: Read) -> None:
    rolling = (
        "WEBVTT\n\n00:00.160 --> 00:02.310\n \nhej<00:00:00.400><c> og</c><00:00:00.640><c> velkommen</c>\n\n"
        "00:02.310 --> 00:02.320\nhej og velkommen\n \n\n"
        "00:02.320 --> 00:04.550\nhej og velkommen\ntil<00:00:02.560><c> dette</c>\n\n"
        "00:04.550 --> 00:04.560\ntil dette\n \n\n00:04.560 --> 00:06.000\ntil dette\ninterview\n"
    )
    interview = read(rolling, "a.vtt")
    assert interview.text == "hej og velkommen til dette interview"
    assert "4 line(s) that captions show a second time were left out." in interview.notes


def test_words_said_again_and_again_are_kept(read: Read) -> None:
    content = "WEBVTT\n\n" + "".join(cue(number, "Ja.") for number in range(8))
    assert read(content, "a.vtt").text == " ".join(["Ja."] * 8)


@pytest.mark.parametrize("label", ["[{}]", "({})", "[{}]:"])
def test_voices_in_brackets_are_told_apart(read: Read, label: str) -> None:
    voices = ["SPEAKER_00", "SPEAKER_01", "SPEAKER_00"]
    content = "WEBVTT\n\n" + "".join(
        cue(number, f"{label.format(voice)} Ord {number}.") for number, voice in enumerate(voices)
    )
    interview = read(content, "a.vtt")
    assert interview.text == "Ord 0.\nOrd 1.\nOrd 2."
    assert [speaker.name for speaker in interview.speakers] == ["SPEAKER_00", "SPEAKER_01"]
