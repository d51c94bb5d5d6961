"""A manifest that is written is read back the same, and no spreadsheet runs it."""

from __future__ import annotations

import csv
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rcoder.domain.errors import BadCodebook
from rcoder.exchange.manifest_rows import HEADINGS, known_heading
from rcoder.exchange.manifest_voices import read_labels, read_voices, write_labels, write_voices, write_words
from rcoder.exchange.manifest_writing import NO_NAME, holds, left_out, write_manifest
from rcoder.exchange.manifests import OWN, ManifestLine, read_manifest
from rcoder.exchange.neutral import neutral, plain_again

Write = Callable[[str, str], Path]
NASTY = st.text(alphabet="aæ=+-@'?\";,:\n \t1", max_size=8)


@given(st.one_of(NASTY, st.text(max_size=8)))
def test_what_is_guarded_is_read_back_as_it_was(text: str) -> None:
    assert plain_again(neutral(text)) == text
    assert neutral(text)[:1] not in ("=", "+", "-", "@")
    assert neutral(text) != "?"


@pytest.mark.parametrize("text", ["tis", "'tis", "a=b", "-", "=1", "'=1", "''", "?", "'?", "??"])
def test_only_what_needs_a_guard_gets_one(text: str) -> None:
    assert (neutral(text) != text) == (text in {"-", "=1", "'=1", "''", "?", "'?"})


@given(
    st.dictionaries(
        NASTY, st.lists(NASTY.filter(bool), unique=True, max_size=3).map(tuple), min_size=1, max_size=3
    )
)
def test_what_is_said_of_each_voice_is_read_back(of_each: dict[str, tuple[str, ...]]) -> None:
    said = read_voices(write_voices(of_each))
    assert said.fault == ""
    assert said.of_each == of_each


@given(st.lists(NASTY.filter(bool), unique=True, max_size=4))
def test_words_of_all_and_labels_are_read_back(words: list[str]) -> None:
    assert read_voices(write_words(words)).of_all == tuple(words)
    assert read_labels(write_labels(words)) == tuple(words)


@pytest.mark.parametrize(
    ("text", "of_all"),
    [("mentor; borger,mentor", ("mentor", "borger")), ("", ()), (";;", ()), ("a\nb", ("a", "b"))],
)
def test_roles_of_every_respondent(text: str, of_all: tuple[str, ...]) -> None:
    assert read_voices(text).of_all == of_all


def test_roles_of_each_respondent() -> None:
    said = read_voices('METTE = borger; "Holm, Lene" = mentor, vagt;\nLars "Lasse" = ?; OLE =')
    assert said.of_each == {
        "METTE": ("borger",), "Holm, Lene": ("mentor", "vagt"), 'Lars "Lasse"': ("?",), "OLE": (),
    }  # fmt: skip


@pytest.mark.parametrize("text", ["borger; METTE = mentor", "A = B = c", "METTE = a; METTE = b"])
def test_a_cell_that_says_it_both_ways_is_a_fault(written: Write, text: str) -> None:
    assert read_voices(text).fault
    with pytest.raises(BadCodebook):
        read_manifest(written("m.csv", f'file;roles\na.txt;"{text}"\n'))


def test_a_question_mark_is_unknown_and_no_text(written: Write) -> None:
    (line,) = read_manifest(
        written("m.csv", "file,case,roles,person,date,alder,interview:sted\na.txt,?,?,?,?,?,?\n")
    )
    assert line.unknown == {"case", "roles", "person", "date", "alder", f"{OWN}sted"}
    assert (line.case, line.roles, line.person, line.date, line.attributes, line.own) == (
        "",
        (),
        "",
        "",
        {},
        {},
    )


def test_a_column_may_hold_what_is_said_of_the_interview_itself(written: Write) -> None:
    rows = "file,case,interview:sted,alder\na.txt,Sag 01,hjemme,40\nb.txt,Sag 01,ude,40\n"
    first, second = read_manifest(written("m.csv", rows))
    assert (first.own, second.own, first.attributes) == ({"sted": "hjemme"}, {"sted": "ude"}, {"alder": "40"})


def test_a_file_may_stand_twice_where_ids_tell_the_interviews_apart(written: Write) -> None:
    lines = read_manifest(written("m.csv", "file,transcript_id\na.txt,1\na.txt,2\n"))
    assert [each.transcript_id for each in lines] == ["1", "2"]


def test_a_name_that_no_cell_can_hold_is_replaced_by_an_id(written: Write) -> None:
    line = ManifestLine("a\x1b.txt", 2, title="A\x07", case="Sag", transcript_id="x")
    (read,) = read_manifest(written("m.csv", write_manifest([line])))
    assert read == replace(line, file=NO_NAME, title="")


def test_what_a_heading_would_mean_otherwise_is_left_out() -> None:
    line = ManifestLine(
        "a.txt", 2, attributes={"titel": "x", "": "y", "a\nb": "z", "interview:k": "w", "ok": "v"}
    )
    assert left_out([line]) == ("titel", "", "a\nb", "interview:k")
    assert "ok" in write_manifest([line])


def _line(draw: Any, number: int) -> ManifestLine:
    word = (
        st.one_of(NASTY, st.text(max_size=5)).map(str.strip).filter(lambda each: holds(each) and each != "?")
    )
    key = word.filter(
        lambda each: each and "\n" not in each and known_heading(each) is None and not each.startswith(OWN)
    )
    roles = draw(st.lists(word.filter(bool), unique=True, max_size=2).map(tuple))
    of_each = {} if roles else draw(st.dictionaries(word, st.just(("borger",)), max_size=2))
    return ManifestLine(
        file=f"{number}.txt",
        line=number + 2,
        title=draw(word),
        roles=roles,
        roles_of=of_each,
        municipality=draw(word),
        outcome_group=draw(word),
        date=draw(st.sampled_from(["", "2025-12-24"])),
        wave=draw(word),
        language=draw(st.sampled_from(["", "da", "en"])),
        interviewer=draw(word.filter(lambda each: not set(each) & set(';"\n'))),
        attributes=draw(st.dictionaries(key, word.filter(bool), max_size=2)),
        own=draw(st.dictionaries(key, word.filter(bool), max_size=2)),
        person_of=dict.fromkeys(draw(st.sets(word, max_size=2)), "x, y"),
    )


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_the_lines_written_are_the_lines_read(tmp_path: Path, data: st.DataObject) -> None:
    lines = [_line(data.draw, number) for number in range(data.draw(st.integers(1, 3)))]
    file = tmp_path / "m.csv"
    file.write_text(write_manifest(lines), encoding="utf-8", newline="\n")
    read = read_manifest(file)
    assert [replace(each, line=0) for each in read] == [replace(each, line=0) for each in lines]
    with file.open(encoding="utf-8-sig", newline="") as written:
        cells = [cell for row in csv.reader(written, delimiter=";") for cell in row]
    assert not any(cell.startswith(("=", "+", "-", "@")) for cell in cells)


def test_every_column_we_write_is_one_we_know() -> None:
    headings = write_manifest([]).strip("\ufeff\r\n").split(";")
    assert set(headings) <= set(HEADINGS)
