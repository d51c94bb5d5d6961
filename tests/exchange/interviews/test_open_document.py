"""OpenDocument texts: what a reader of the document sees, and tables as transcripts."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from contextlib import suppress

import pytest

from rcoder.domain.errors import Unreadable
from rcoder.exchange.interviews import Interview

Read = Callable[..., Interview]
Said = Callable[[Interview], list[tuple[str | None, str]]]

BOLD = '<style:style style:name="T1" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>'
HIDDEN = '<style:style style:name="T2" style:family="text"><style:text-properties text:display="none"/></style:style>'


def p(words: str) -> str:
    return f"<text:p>{words}</text:p>"


def table(*rows: tuple[str, ...]) -> str:
    cells = ("".join(f"<table:table-cell>{p(cell)}</table:table-cell>" for cell in row) for row in rows)
    return (
        f"<table:table>{''.join(f'<table:table-row>{row}</table:table-row>' for row in cells)}</table:table>"
    )


def test_paragraphs_are_lines_and_labels_are_found_in_them(open_text: Read, who_says_what: Said) -> None:
    interview = open_text(p("Interviewer: Hvad så?") + p("Bo: Ikke noget.") + p("Interviewer: Nå."))
    assert interview.text == "Interviewer: Hvad så?\nBo: Ikke noget.\nInterviewer: Nå.\n"
    assert who_says_what(interview)[1] == ("Bo", "Ikke noget.")
    assert interview.format == "odt"


def test_blanks_of_the_file_are_one_and_those_of_the_text_all(open_text: Read) -> None:
    assert open_text(p('\n  en \n to<text:s text:c="3"/>tre<text:tab/>fire<text:line-break/>fem')).text == (
        "en to   tre\tfire\nfem\n"
    )


def test_deleted_words_go_and_inserted_ones_stay(open_text: Read) -> None:
    changes = (
        "<text:tracked-changes><text:changed-region><text:deletion/></text:changed-region>"
        f"<text:changed-region><text:insertion/>{p('SLETTET')}</text:changed-region></text:tracked-changes>"
    )
    interview = open_text(changes + p("a<text:change-start/>b<text:change-end/>c<text:change/>"))
    assert interview.text == "abc\n"
    assert interview.notes == ("1 tracked insertion(s) were kept.", "1 tracked deletion(s) were left out.")


def test_notes_comments_and_hidden_words_go_and_are_counted(open_text: Read) -> None:
    body = p(
        'a<text:note text:note-class="footnote"><text:note-body><text:p>FOD</text:p></text:note-body></text:note>b'
        "<office:annotation><text:p>KOMMENTAR</text:p></office:annotation>c<office:annotation-end/>"
        '<text:span text:style-name="T2">SKJULT</text:span>d<text:soft-page-break/>e'
    )
    interview = open_text(body, HIDDEN)
    assert interview.text == "abcde\n"
    assert len(interview.notes) == 3


def test_lists_sections_headings_and_boxes_are_read_in_their_place(open_text: Read) -> None:
    body = (
        "<text:h>Interview</text:h><text:section><text:list><text:list-item>"
        + p("et")
        + "</text:list-item></text:list>"
        "</text:section>"
        + p("to<draw:frame><draw:text-box>" + p("boks") + "</draw:text-box></draw:frame>")
        + p("tre")
    )
    assert open_text(body).text == "Interview\net\nto\nboks\ntre\n"


def test_a_table_of_speaker_and_words_is_turns(open_text: Read, who_says_what: Said) -> None:
    rows = (
        ("Tid", "Taler", "Tekst"),
        ("0:05", "I", "Hvad så med dig?"),
        ("0:09", "B", "Ikke noget."),
        ("0:12", "I", "Nå."),
    )
    interview = open_text(table(*rows))
    assert interview.text.endswith("0:09\tB: Ikke noget.\n0:12\tI: Nå.\n")
    assert who_says_what(interview) == [("I", "Hvad så med dig?"), ("B", "Ikke noget."), ("I", "Nå.")]
    assert [turn.time for turn in interview.turns] == [5.0, 9.0, 12.0]


def test_a_name_in_bold_without_a_colon_is_a_label(open_text: Read, who_says_what: Said) -> None:
    def line(name: str, words: str) -> str:
        return p(f'<text:span text:style-name="T1">{name}</text:span> {words}')

    interview = open_text(
        line("Lene", "Hvad?") + line("Bo", "Intet.") + line("Lene", "Nå.") + line("Bo", "Ja."), BOLD
    )
    assert who_says_what(interview)[:2] == [("Lene", "Hvad?"), ("Bo", "Intet.")]


def test_what_stands_over_and_under_each_page_is_left_out_and_said(
    read: Read, odt_bytes: Callable[..., bytes]
) -> None:
    content = io.BytesIO(odt_bytes(p("a")))
    styles = "<d><master-styles><master-page><header><p>HOVED</p></header></master-page></master-styles></d>"
    with zipfile.ZipFile(content, "a") as archive:
        archive.writestr("styles.xml", styles)
    interview = read(content.getvalue(), "a.odt")
    assert interview.text == "a\n"
    assert interview.notes == ("Headers and footers were left out.",)


@pytest.mark.parametrize("name", ["a.odt", "a.txt", "a.doc", "a"])
def test_it_is_known_by_its_bytes(read: Read, odt_bytes: Callable[..., bytes], name: str) -> None:
    assert read(odt_bytes(p("B1: Hej.")), name).format == "odt"


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (p("a") * 3 + "<text:p>", "content.xml is no XML"),
        ("<text:list><text:list-item>" * 60 + p("a") + "</text:list-item></text:list>" * 60, "too deeply"),
        (
            "<table:table><table:table-row><table:table-cell>" * 60
            + "</table:table-cell></table:table-row></table:table>" * 60,
            "too deeply",
        ),
        (p("a" * 40_000_000), "unpacks to far more"),
        ("<text:span>" * 5000 + "</text:span>" * 5000, "content.xml is no XML"),
        (p("&egen;"), "content.xml is no XML"),
        (p(""), "empty"),
    ],
    ids=lambda value: str(value)[:20],
)
def test_bad_texts_are_refused_with_the_reason(open_text: Read, body: str, reason: str) -> None:
    with pytest.raises(Unreadable, match=rf"^interview\.odt.*{reason}") as refused:
        open_text(body)
    assert refused.value.hint


def test_a_document_type_is_refused_but_not_in_the_list_of_parts(
    read: Read, odt_bytes: Callable[..., bytes]
) -> None:
    whole = io.BytesIO(odt_bytes(p("B1: Hej.")))
    with zipfile.ZipFile(whole, "a") as archive:
        archive.writestr("META-INF/manifest.xml", '<!DOCTYPE manifest PUBLIC "x" "Manifest.dtd"><x/>')
    assert read(whole.getvalue(), "a.odt").text == "B1: Hej.\n"
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("content.xml", '<!DOCTYPE x [<!ENTITY a "ha">]><x>&a;</x>')
    with pytest.raises(Unreadable, match=r"declares a document type in content\.xml"):
        read(stream.getvalue(), "a.odt")


def test_a_password_is_said(read: Read, odt_bytes: Callable[..., bytes]) -> None:
    whole = io.BytesIO(odt_bytes(p("a")))
    with zipfile.ZipFile(whole, "a") as archive:
        archive.writestr("META-INF/manifest.xml", "<m><e><manifest:encryption-data/></e></m>")
    with pytest.raises(Unreadable, match="password"):
        read(whole.getvalue(), "a.odt")


def test_a_spreadsheet_is_called_one(read: Read) -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("content.xml", "<d><body><spreadsheet/></body></d>")
    with pytest.raises(Unreadable, match="a spreadsheet of OpenDocument"):
        read(stream.getvalue(), "a.odt")


def test_a_truncated_text_is_refused(read: Read, odt_bytes: Callable[..., bytes]) -> None:
    whole = odt_bytes(p("B1: Hej med dig.") * 50)
    for end in range(0, len(whole), 41):
        with pytest.raises(Unreadable, match=r"^a\.odt"):
            read(whole[:end], "a.odt")
    for at in range(4, len(whole) - 60, 17):
        with suppress(Unreadable):
            assert "Hej" in read(whole[:at] + whole[at + 60 :], "a.odt").text
