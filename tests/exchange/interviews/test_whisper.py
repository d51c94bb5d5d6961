"""JSON of Whisper, WhisperX and whisper.cpp."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from rcoder.domain.errors import Unreadable
from rcoder.exchange.interviews import Interview

Read = Callable[..., Interview]
Said = Callable[[Interview], list[tuple[str | None, str]]]


def test_whisper_segments_are_words_with_times(read: Read, who_says_what: Said) -> None:
    segments = [
        {"start": 1.5, "end": 2.0, "text": " Hej."},
        {"start": 2.1, "end": 3, "text": " Går det?"},
        {"start": 9, "end": 10, "text": " Ja."},
    ]
    interview = read(json.dumps({"text": "…", "segments": segments}), "a.json")
    assert who_says_what(interview) == [(None, "Hej. Går det?"), (None, "Ja.")]
    assert [turn.time for turn in interview.turns] == [1.5, 9.0]


def test_whisperx_speakers_are_voices_also_where_only_words_have_them(
    read: Read, who_says_what: Said
) -> None:
    segments = [
        {"start": 0, "end": 1, "text": " Hej.", "speaker": "SPEAKER_01"},
        {"start": 1, "end": 2, "text": " Ja.", "words": [{"word": "Ja.", "speaker": "SPEAKER_00"}]},
        {"start": 2, "end": 3, "text": " Nå."},
    ]
    assert who_says_what(read(json.dumps({"segments": segments}), "a.json")) == [
        ("SPEAKER_01", "Hej."),
        ("SPEAKER_00", "Ja."),
        (None, "Nå."),
    ]


def test_whisper_cpp_counts_milliseconds(read: Read) -> None:
    text = json.dumps({"transcription": [{"offsets": {"from": 1500, "to": 2000}, "text": " Hej."}]})
    interview = read(text, "a.json")
    assert interview.text == "Hej."
    assert interview.turns[0].time == 1.5


def test_a_list_of_segments_and_chunks_are_read(read: Read) -> None:
    assert read(json.dumps([{"start": 0, "end": 1, "text": "Hej."}]), "a.json").text == "Hej."
    assert (
        read(
            json.dumps({"text": "Hej.", "chunks": [{"timestamp": [0.0, None], "text": " Hej."}]}), "a.json"
        ).text
        == "Hej."
    )
    assert read(json.dumps({"text": "Hej."}), "a.json").text == "Hej."


def test_escapes_that_make_control_characters_or_half_letters_do_no_harm(read: Read) -> None:
    interview = read(
        '{"segments": [{"start": 0, "end": 1, "text": "a\\u001b[2J\\ud800b\\u0000", "speaker": "S\\u0007\\n1"}]}',
        "a.json",
    )
    assert interview.text == "a[2J\ufffdb"
    assert interview.speakers[0].name == "S 1"
    assert interview.text.encode()


@pytest.mark.parametrize(
    "content",
    [
        "3",
        '"hej"',
        "null",
        "{}",
        "[]",
        "[1, 2]",
        '{"segments": 3}',
        '{"segments": [{"start": 0, "end": 1}]}',
        '{"segments": [{"start": 0, "end": 1, "text": null}]}',
        '{"segments": [{"start": NaN, "end": 1, "text": "hej"}]}',
        '{"segments": [{"start": 1e999, "end": 1, "text": "hej"}]}',
        '{"segments": [{"start": "0", "end": 1, "text": "hej"}]}',
        '{"segments": [{"start": -1, "end": 1, "text": "hej"}]}',
        '{"segments": [{"start": true, "end": 1, "text": "hej"}]}',
        '{"segments": [{"start": 0, "end": 1, "text": "hej", "speaker": ["a"]}]}',
        '{"segments": [{"start": 0, "end": 1, "text": "hej"}',
        '{"segments": [{"start": ' + "9" * 5000 + ', "end": 1, "text": "hej"}]}',
        "[" * 100_000,
        '{"a":' * 100_000,
        '{"segments": []}',
        '{"segments": [{"start": 0, "end": 1, "text": "  "}]}',
    ],
)
def test_json_that_is_no_transcription_is_refused_in_a_sentence(read: Read, content: str) -> None:
    with pytest.raises(Unreadable, match=r"^bad\.json") as refused:
        read(content, "bad.json")
    assert refused.value.hint
    assert len(str(refused.value)) < 300


def test_a_large_number_that_is_no_time_still_reads_elsewhere(read: Read) -> None:
    assert (
        read('{"segments": [{"start": 0, "end": 1, "text": "hej", "no_speech_prob": NaN}]}', "a.json").text
        == "hej"
    )


def test_whisper_cpp_times_without_offsets_are_read(read: Read) -> None:
    content = (
        '{"transcription": [{"timestamps": {"from": "00:01:02,500", "to": "00:01:04,000"}, "text": " Hej."}]}'
    )
    assert read(content, "a.json").turns[0].time == 62.5


def test_utterances_in_milliseconds_are_read_as_seconds(read: Read) -> None:
    content = '{"utterances": [{"speaker": "A", "text": "Hej.", "start": 2500, "end": 9000}]}'
    assert read(content, "a.json").turns[0].time == 2.5
