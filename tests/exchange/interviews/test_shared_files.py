"""The shared real and hostile files come out as their manifests say."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from rcoder.domain.errors import Unreadable
from rcoder.exchange.interviews import Interview, read_interview

Said = Callable[[Interview], list[tuple[str | None, str]]]
ENCODED = [
    "da_utf8.txt",
    "da_utf8_bom_crlf.txt",
    "da_cp1252_crlf.txt",
    "da_latin1.txt",
    "da_utf16le_bom.txt",
    "da_utf16be_nobom.txt",
    "da_nfd.txt",
    "da_double_encoded.txt",
    "da_mixed_utf8_cp1252.txt",
    "da_nbsp.txt",
    "da_paragraphs.docx",
    "da_paragraphs.odt",
    "da_paragraphs.rtf",
]
WHISPER = "Goodboy Galaxy - Rik Nicol"


@pytest.fixture
def encodings(shared: Path) -> Path:
    return shared / "transcripts" / "encodings"


def digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


@pytest.mark.parametrize("name", ENCODED)
def test_every_encoding_gives_the_canonical_text(encodings: Path, name: str) -> None:
    manifest = {entry["file"]: entry for entry in json.loads((encodings / "MANIFEST.json").read_text())}
    assert digest(read_interview(encodings / name).text) == manifest[name]["canonical_sha256"]


def test_macintosh_text_is_refused_until_named(encodings: Path) -> None:
    path = encodings / "da_macroman_cr.txt"
    with pytest.raises(Unreadable, match="--encoding"):
        read_interview(path)
    assert read_interview(path, encoding="mac_roman").text == read_interview(encodings / "da_utf8.txt").text


def test_a_pdf_file_gives_the_canonical_paragraphs(encodings: Path) -> None:
    interview = read_interview(encodings / "da_paragraphs.pdf")
    assert interview.text == (encodings / "CANONICAL_pdf_paragraphs.txt").read_text()
    assert any("page numbers were left out" in note for note in interview.notes)


@pytest.mark.parametrize("ending", ["odt", "rtf", "pdf"])
def test_the_same_paragraphs_have_the_same_turns_in_every_format(encodings: Path, ending: str) -> None:
    word = read_interview(encodings / "da_paragraphs.docx")
    other = read_interview(encodings / f"da_paragraphs.{ending}")
    assert other.turns[:60] == word.turns[:60]
    assert {each.name for each in other.speakers} <= {each.name for each in word.speakers}


def test_a_table_of_a_bureau_has_every_word_in_row_order(encodings: Path) -> None:
    interview = read_interview(encodings / "da_table.docx")
    words = (encodings / "CANONICAL_paragraphs.txt").read_text().split()
    assert interview.text.split() == words[: len(interview.text.split())]
    assert len(interview.turns) == 40
    assert interview.speakers[0].name == "Formanden (Søren Gade)"


@pytest.mark.parametrize(
    ("name", "turns"), [("da_teams_style.vtt", 60), ("da_cp1252.srt", 60), ("da_whisperx_style.json", 58)]
)
def test_subtitles_have_the_expected_turns(
    encodings: Path, who_says_what: Said, name: str, turns: int
) -> None:
    """WhisperX says who, not where one turn of theirs ends and their next begins: 58 of 60."""
    expected = json.loads((encodings / "da_subs.EXPECTED.json").read_text())
    interview = read_interview(encodings / name)
    assert len(interview.turns) == turns
    assert len(interview.speakers) == len(expected["speakers"])
    spoken = who_says_what(interview)
    assert [spoken[0][1], spoken[-1][1]] == [expected["first"][1], expected["last"][1]]
    if not name.endswith("json"):
        assert sorted(speaker.name.casefold() for speaker in interview.speakers) == [
            n.casefold() for n in expected["speakers"]
        ]


def test_subtitles_in_three_formats_hold_the_same_words(encodings: Path) -> None:
    texts = {
        " ".join(read_interview(encodings / n).text.split())
        for n in ("da_teams_style.vtt", "da_cp1252.srt", "da_whisperx_style.json")
    }
    assert len(texts) == 1


def test_one_interview_by_whisper_has_the_same_words_in_every_format(shared: Path) -> None:
    folder = shared / "transcripts" / "whisper"
    segments = [line.split("\t")[2] for line in (folder / f"{WHISPER}.tsv").read_text().splitlines()[1:]]
    assert len(segments) == 753
    words = " ".join(segments).split()
    for suffix in ("json", "srt", "vtt"):
        assert read_interview(folder / f"{WHISPER}.{suffix}").text.split() == words
    table = read_interview(folder / f"{WHISPER}.tsv")
    assert table.text == read_interview(folder / f"{WHISPER}.json").text
    assert [round(turn.time or 0, 2) for turn in table.turns][:3] == [
        round(turn.time or 0, 2) for turn in read_interview(folder / f"{WHISPER}.json").turns
    ][:3]
    text = read_interview(folder / f"{WHISPER}.txt")
    assert len(text.turns) == 753
    assert " ".join(text.text[turn.start : turn.end] for turn in text.turns).split() == words


def test_otter_gives_speakers_times_and_the_interviewer(shared: Path, who_says_what: Said) -> None:
    interview = read_interview(shared / "transcripts" / "otter" / "GigaSword - Interview with Jack Breen.md")
    spoken = who_says_what(interview)
    assert spoken[1] == ("Jack Breen", "Hi everyone. I'm Jack Breen, and I'm making GigaSword.")
    assert interview.turns[0].time == 21.0
    assert [(s.name, s.interviewer) for s in interview.speakers] == [
        ("Jonas Rosland", True),
        ("Jack Breen", False),
        ("Unknown Speaker", False),
    ]


def test_the_same_export_of_otter_as_plain_text_has_the_same_turns(shared: Path, tmp_path: Path) -> None:
    (source,) = (shared / "transcripts" / "otter").glob("*Breen.md")
    copy = tmp_path / "otter.txt"
    copy.write_bytes(source.read_bytes())
    assert read_interview(copy).turns == read_interview(source).turns


def test_norwegian_speech_has_one_speaker(shared: Path) -> None:
    for name, label in (("aal.txt", "aal_uio_02"), ("gol.txt", "gol_uio_01")):
        interview = read_interview(shared / "transcripts" / "norwegian" / name)
        assert [speaker.name for speaker in interview.speakers] == [label]
        assert len(interview.turns) == 1


def test_minutes_of_parliament_have_their_speakers_and_no_others(shared: Path, who_says_what: Said) -> None:
    (path,) = (shared / "transcripts" / "folketing").glob("*.txt")
    interview = read_interview(path)
    assert [name for name, _ in who_says_what(interview)] == [
        "Formanden (Søren Gade)",
        "Formanden (Søren Gade)",
        "Beskæftigelsesministeren (Ane Halsboe-Jørgensen)",
        "Pia Kjærsgaard (DF) m.fl.",
        "Formanden (Søren Gade)",
    ]


def test_malformed_captions_hold_every_spoken_word_once(shared: Path, who_says_what: Said) -> None:
    assert who_says_what(read_interview(shared / "hostile" / "vtt" / "malformed.vtt")) == [
        ("Anna Sørensen", "uden sluttag"),
        ("Bo", "komma i stedet for punktum"),
        ("Anna", "baglæns"),
        (None, "forkert pil"),
        ("Anna", "over hundrede timer & <mere> \u00a0 – karaoke"),
        ("Bo", "to talere i én cue"),
        (None, "tomt navn"),
        ('Kim "K" O\'Neil-Ærø & Søn (A/S)', "navn med tegn"),
        (None, "afkortet"),
    ]


def test_a_tricky_word_file_reads_as_it_looks(shared: Path) -> None:
    text = read_interview(shared / "hostile" / "docx" / "tricky_structure.docx").text
    assert text == (
        "INTERVIEWER: almindelig linje\nP1: delt i runs\nlinje 1\nlinje 2\tefter tab\nsporet: INDSAT\nsynlig\nfelt\n"
        "bindestreg-hårdblød☺\nTALER: i tabel\nlinktekst smarttag indhold\n"
    )


def test_hostile_text_is_read_or_called_empty(shared: Path) -> None:
    folder = shared / "hostile" / "txt"
    for name in ("empty.txt", "only_bom.txt"):
        with pytest.raises(Unreadable, match="empty"):
            read_interview(folder / name)
    assert read_interview(folder / "nul_bytes.txt").text == "P1: fr nul efter\n"
    assert "\x1b" not in read_interview(folder / "ansi_escapes.txt").text
    markup = folder / "rich_markup.txt"
    assert read_interview(markup).text == markup.read_text()
