"""Tables as text: Whisper's times and words, and speaker beside words."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from rcoder.domain.errors import Unreadable
from rcoder.exchange.interviews import Interview

Read = Callable[..., Interview]
Said = Callable[[Interview], list[tuple[str | None, str]]]


def test_whisper_counts_in_milliseconds_and_sets_no_quotes(read: Read, who_says_what: Said) -> None:
    interview = read(
        'start\tend\ttext\n1200\t3400\tHan sagde "kom\n3400\t5000\tbare" til mig.\n9000\t9500\tJa.\n', "a.tsv"
    )
    assert interview.text == 'Han sagde "kom bare" til mig.\nJa.'
    assert [turn.time for turn in interview.turns] == [1.2, 9.0]
    assert who_says_what(interview)[1] == (None, "Ja.")


def test_a_column_of_speakers_beside_the_times_is_used(read: Read, who_says_what: Said) -> None:
    interview = read(
        "start;end;speaker;text\n0.5;1.5;Lene;Hvad så?\n1.5;2;Lene;Nå?\n2;3;Bo;Intet.\n", "a.csv"
    )
    assert who_says_what(interview) == [("Lene", "Hvad så? Nå?"), ("Bo", "Intet.")]
    assert [turn.time for turn in interview.turns] == [0.5, 2.0]


def test_whole_seconds_are_told_from_milliseconds(read: Read) -> None:
    slow = "start,end,text\n" + "".join(
        f"{5 * n},{5 * n + 4},Det var en lang dag på jobcentret {n}.\n" for n in range(9)
    )
    assert [turn.time for turn in read(slow, "a.csv").turns][-1] <= 40.0
    fast = "start,end,text\n" + "".join(
        f"{5000 * n},{5000 * n + 400},Det var en lang dag {n}.\n" for n in range(9)
    )
    assert [turn.time for turn in read(fast, "a.csv").turns] == [5.0 * n for n in range(9)]


def test_names_in_the_words_of_cues_are_told_apart(read: Read, who_says_what: Said) -> None:
    content = "start\tend\ttext\n0\t900\t[SPEAKER_00]: Hej.\n900\t1900\t[SPEAKER_01]: Ja.\n1900\t2900\t[SPEAKER_00]: Nå.\n"
    assert [name for name, _ in who_says_what(read(content, "a.tsv"))] == [
        "SPEAKER_00",
        "SPEAKER_01",
        "SPEAKER_00",
    ]


@pytest.mark.parametrize(
    ("sign", "name"), [(";", "a.csv"), (",", "a.csv"), ("\t", "a.tsv"), ("\t", "a.csv"), (";", "a.tsv")]
)
@pytest.mark.parametrize("heading", [True, False])
def test_speaker_and_words_are_turns(
    read: Read, who_says_what: Said, sign: str, name: str, heading: bool
) -> None:
    rows = [("Interviewer", "Hvad så med dig"), ("Åse", "Ikke noget som helst."), ("Interviewer", "Nå da.")]
    lines = [sign.join(row) for row in ([("Taler", "Udsagn"), *rows] if heading else rows)]
    interview = read("\n".join(lines) + "\n", name)
    assert who_says_what(interview) == rows
    assert "Åse: Ikke noget som helst.\n" in interview.text
    assert interview.speakers[0].interviewer


def test_a_column_of_times_beside_speaker_and_words_is_used(read: Read, who_says_what: Said) -> None:
    interview = read(
        "Tid;Taler;Tekst\n00:00:05;I;Hvad så med dig?\n00:01:02;B;Ikke noget.\n00:01:09;I;Nå.\n", "a.csv"
    )
    assert who_says_what(interview)[1] == ("B", "Ikke noget.")
    assert [turn.time for turn in interview.turns] == [5.0, 62.0, 69.0]


def test_times_and_words_alone_are_turns_without_names(read: Read) -> None:
    interview = read("0:05\tDet var en lang dag.\n0:09\tJa.\n0:30\tMeget lang.\n", "a.tsv")
    assert interview.text.split() == ["Det", "var", "en", "lang", "dag.", "Ja.", "Meget", "lang."]
    assert interview.turns[0].time == 5.0


def test_excel_quotes_are_read_and_windows_letters_too(read: Read, who_says_what: Said) -> None:
    content = 'Taler;Tekst\r\nLene;"Hvad så; ""hvad""\nså?"\r\nBo;Køre, ja tak.\r\nLene;Nå.\r\n'.encode(
        "cp1252"
    )
    assert who_says_what(read(content, "a.csv"))[0] == ("Lene", 'Hvad så; "hvad"\nså?')


def test_quotes_that_are_none_are_letters_where_tabs_part_the_columns(
    read: Read, who_says_what: Said
) -> None:
    interview = read('Lene\t"Hvad" sagde han så\nBo\t"Intet jeg ved af\nLene\tNå da.\n', "a.tsv")
    assert who_says_what(interview)[1] == ("Bo", '"Intet jeg ved af')
    assert any("letters" in note for note in interview.notes)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("", "empty"),
        ("tekst", "no column that says who"),
        ("navn;alder;by\nBo;31;Odense\nLis;44;Vejle\n", "no column that says who"),
        ('Taler;Tekst\nLene;"Hvad så?\nBo;Intet.\n', "row 2.*quotation mark"),
        (";" * 60 + "\n", "line 1.*no table"),
        ("Lene;" + "x" * 200_000, "row 1|line 1"),
        ("a;b\n" * 200_000, "lines"),
    ],
    ids=lambda value: str(value)[:20],
)
def test_bad_tables_are_refused_with_the_place(read: Read, content: str, reason: str) -> None:
    with pytest.raises(Unreadable, match=rf"^a\.csv.*(?:{reason})") as refused:
        read(content, "a.csv")
    assert refused.value.hint
