"""Files with any bytes changed are read or refused in a sentence, and what is read keeps its promises."""

from __future__ import annotations

import io
import re
import tempfile
import zipfile
from collections import Counter
from itertools import pairwise
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from rcoder.domain.errors import Unreadable
from rcoder.exchange.interviews import Interview, read_interview
from rcoder.exchange.interviews.clean import Cleaner
from rcoder.exchange.interviews.document import Document
from rcoder.exchange.interviews.pdf.lines import sheet_of
from rcoder.exchange.interviews.pdf.paragraphs import paragraphs

TALK = [
    ("Interviewer", "Hvad så med dig?"),
    ("Åse", "Ikke noget – slet ikke."),
    ("Interviewer", "Nå."),
    ("Åse", "Ja."),
] * 3
ROWS = "".join(f"<tr><td>{name}</td><td>{words}</td></tr>" for name, words in TALK)
FILES = {
    "rtf": (
        r"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0\fcharset0 A;}}"
        + "".join(
            rf"\trowd\pard\intbl {name}\cell {{\b x\b0 }}\u230?{words}\cell\row" for name, words in TALK
        )
        + r"\pard{\v skjult}{\footnote fod}slut\par}"
    ),
    "html": f"<html><head><style>.a{{display:none}}</style></head><body><p>Hej</p><table>{ROWS}</table></body></html>",
    "tsv": "start\tend\ttext\n"
    + "".join(f"{n * 900}\t{n * 900 + 800}\t{words}\n" for n, (_, words) in enumerate(TALK)),
    "csv": "Taler;Tekst\n" + "".join(f'{name};"{words}"\n' for name, words in TALK),
    "vtt": "WEBVTT\n\n"
    + "".join(
        f"00:0{n % 9}:00.000 --> 00:0{n % 9}:09.000\n<v {name}>{words}\n\n"
        for n, (name, words) in enumerate(TALK)
    ),
}
PIECES = [
    b"{",
    b"}",
    b"\\",
    b"<",
    b">",
    b"<table>",
    b"</td>",
    b"\t",
    b'"',
    b"\n",
    b"\x00",
    b"&#0;",
    b"\\cell ",
    b"\\u-1 ",
    b"\xe6",
    b"\xff",
]
CHANGES = st.lists(
    st.tuples(st.integers(0, 5_000), st.integers(0, 40), st.one_of(st.sampled_from(PIECES), st.binary(max_size=6))), min_size=1, max_size=6
)  # fmt: skip
CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")


def changed(content: bytes, changes: list[tuple[int, int, bytes]]) -> bytes:
    for at, lost, piece in changes:
        place = at % (len(content) + 1)
        content = content[:place] + piece + content[place + lost :]
    return content


def read(content: bytes, ending: str) -> Interview | Unreadable:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"a.{ending}"
        path.write_bytes(content)
        try:
            return read_interview(path)
        except Unreadable as refused:
            return refused


def check(content: bytes, ending: str) -> None:
    """It is read with turns in their places, or refused in a sentence that names it."""
    found = read(content, ending)
    if isinstance(found, Unreadable):
        assert str(found).startswith(f"a.{ending}")
        assert found.hint
        return
    assert all(0 <= turn.start < turn.end <= len(found.text) for turn in found.turns)
    assert all(one.end <= other.start for one, other in pairwise(found.turns))
    assert CONTROL.search(found.text) is None


@given(st.sampled_from(sorted(FILES)), CHANGES)
@settings(max_examples=150, deadline=None)
def test_a_changed_text_file_is_read_or_refused(ending: str, changes: list[tuple[int, int, bytes]]) -> None:
    check(changed(FILES[ending].encode(), changes), ending)


@given(CHANGES, st.booleans())
@settings(max_examples=60, deadline=None)
def test_a_changed_open_document_is_read_or_refused(
    changes: list[tuple[int, int, bytes]], inside: bool
) -> None:
    body = "".join(
        f"<text:p>{name}: <text:span>{words}</text:span><text:s/></text:p>" for name, words in TALK
    )
    content = (
        f'<o:d xmlns:o="urn:o" xmlns:text="urn:t"><o:body><o:text>{body}</o:text></o:body></o:d>'.encode()
    )
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("content.xml", changed(content, changes) if inside else content)
    check(stream.getvalue() if inside else changed(stream.getvalue(), changes), "odt")


RUN = st.tuples(
    st.floats(0, 500), st.floats(0, 90), st.floats(0, 800), st.sampled_from([8.0, 10.0, 24.0]),
    st.text("abcåø:- 12", min_size=1, max_size=20), st.booleans(), st.booleans(), st.booleans(),
).map(lambda run: [run[0], run[0] + run[1], *run[2:]])  # fmt: skip


@given(st.lists(st.lists(RUN, max_size=25), min_size=1, max_size=3))
@settings(max_examples=80, deadline=None)
def test_no_letter_of_a_page_is_lost_or_made_up(pages: list[list[list[object]]]) -> None:
    sheets = [sheet_of(number, {"runs": runs}) for number, runs in enumerate(pages)]
    document = Document()
    lines = [sheet.lines for sheet in sheets]
    paragraphs(lines, document, Cleaner("a.pdf"))
    made = Counter("".join(document.lines))
    shown = Counter("".join(piece.text for page in lines for line in page for piece in line.pieces))
    assert {letter: made[letter] for letter in "abcåø"} == {letter: shown[letter] for letter in "abcåø"}
