"""Word files: what a reader of the document sees, and tables as transcripts."""

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


def p(*runs: str, props: str = "") -> str:
    return f"<w:p>{props}{''.join(runs)}</w:p>"


def r(text: str, props: str = "") -> str:
    return f'<w:r><w:rPr>{props}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def table(*rows: tuple[str, ...]) -> str:
    cells = [
        "".join(f"<w:tc>{''.join(p(r(line)) for line in cell.split(chr(10)))}</w:tc>" for cell in row)
        for row in rows
    ]
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl>"


def test_paragraphs_are_lines_and_labels_are_found_in_them(word: Read, who_says_what: Said) -> None:
    interview = word(
        p(r("Interviewer:", "<w:b/>"), r(" Hvad så?"))
        + p(r("B1: Ikke noget."))
        + p()
        + p(r("Interviewer: Nå."))
    )
    assert interview.text == "Interviewer: Hvad så?\nB1: Ikke noget.\n\nInterviewer: Nå.\n"
    assert who_says_what(interview) == [
        ("Interviewer", "Hvad så?"),
        ("B1", "Ikke noget."),
        ("Interviewer", "Nå."),
    ]


def test_tracked_insertions_stay_and_deletions_go(word: Read) -> None:
    interview = word(
        p(r("a"), f"<w:ins>{r('b')}</w:ins>", "<w:del><w:r><w:delText>X</w:delText></w:r></w:del>")
        + p(f"<w:moveFrom>{r('X')}</w:moveFrom>", f"<w:moveTo>{r('c')}</w:moveTo>")
    )
    assert interview.text == "ab\nc\n"
    assert any("insertion" in note for note in interview.notes)
    assert any("deletion" in note for note in interview.notes)


def test_paragraphs_whose_mark_was_deleted_are_one_line(word: Read) -> None:
    deleted = '<w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr>'
    assert word(p(r("et "), props=deleted) + p(r("to")) + p(r("tre"))).text == "et to\ntre\n"


def test_fields_show_their_result_and_not_their_code(word: Read) -> None:
    def mark(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    code = '<w:r><w:instrText> HYPERLINK "x" </w:instrText></w:r>'
    nested = (
        mark("begin")
        + mark("begin")
        + code
        + mark("separate")
        + r("INDRE")
        + mark("end")
        + mark("separate")
        + r("felt")
        + mark("end")
    )
    assert (
        word(p(r("et "), nested, r(" to")) + p("<w:fldSimple>", r("tre"), "</w:fldSimple>")).text
        == "et felt to\ntre\n"
    )


def test_a_field_that_never_ends_hides_no_more_than_its_paragraph(word: Read) -> None:
    assert word(p('<w:r><w:fldChar w:fldCharType="begin"/></w:r>') + p(r("her"))).text == "\nher\n"


def test_hidden_text_goes_and_is_reported(word: Read) -> None:
    interview = word(p(r("SKJULT", "<w:vanish/>"), r("synlig", '<w:vanish w:val="0"/>')))
    assert interview.text == "synlig\n"
    assert any("hidden" in note for note in interview.notes)


def test_breaks_tabs_hyphens_and_symbols_are_letters(word: Read) -> None:
    run = (
        "<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:cr/><w:t>d</w:t><w:noBreakHyphen/><w:t>e</w:t>"
        '<w:softHyphen/><w:t>f</w:t><w:sym w:font="Wingdings" w:char="F0E0"/></w:r>'
    )
    assert word(p(run)).text == "a\tb\nc\nd-ef→\n"


def test_tab_stops_of_a_paragraph_are_no_tabs(word: Read) -> None:
    assert (
        word(p(r("a"), props='<w:pPr><w:tabs><w:tab w:val="left" w:pos="1"/></w:tabs></w:pPr>')).text == "a\n"
    )


def test_links_tags_and_controls_are_read_and_their_placeholders_not(word: Read) -> None:
    control = "<w:sdt><w:sdtPr>{}</w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"
    interview = word(
        p(
            f"<w:hyperlink>{r('a')}</w:hyperlink>",
            f"<w:smartTag>{r('b')}</w:smartTag>",
            control.format("", r("c")),
        )
        + control.format("", p(r("d")))
        + control.format("<w:showingPlcHdr/>", p(r("Klik her")))
    )
    assert interview.text == "abc\nd\n"


def test_a_text_box_is_read_once(word: Read) -> None:
    box = f"<w:txbxContent>{p(r('boks'))}</w:txbxContent>"
    mc = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    interview = word(
        p(
            r("a"),
            f"<w:r><mc:AlternateContent {mc}><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent></w:r>",
        )
    )
    assert interview.text == "a\nboks\n"


def test_headers_footnotes_and_comments_are_left_out_and_said(word: Read) -> None:
    interview = word(
        p(r("a"), '<w:r><w:footnoteReference w:id="1"/></w:r>', '<w:r><w:commentReference w:id="1"/></w:r>'),
        header1="<x>HOVED</x>",
    )
    assert interview.text == "a\n"
    assert len(interview.notes) == 3


def test_a_table_of_speaker_and_words_is_turns(word: Read, who_says_what: Said) -> None:
    interview = word(
        p(r("Interview 3")) + table(("", "Indledning"), ("Interviewer:", "Hvad så?"), ("Bo", "Ikke noget.\nNej."), ("", "Slet ikke."), ("Interviewer", "Nå."), ("Bo", "Ja."))
    )  # fmt: skip
    assert interview.text.startswith(
        "Interview 3\nIndledning\nInterviewer: Hvad så?\nBo: Ikke noget.\nNej.\nSlet ikke.\n"
    )
    assert who_says_what(interview) == [
        ("Interviewer", "Hvad så?"),
        ("Bo", "Ikke noget.\nNej.\nSlet ikke."),
        ("Interviewer", "Nå."),
        ("Bo", "Ja."),
    ]
    assert interview.speakers[0].interviewer


@pytest.mark.parametrize("order", [(0, 1, 2), (1, 0, 2), (0, 2, 1), (1, 2, 0)])
def test_a_table_may_have_a_column_of_times_and_a_row_of_headings(
    word: Read, who_says_what: Said, order: tuple[int, ...]
) -> None:
    rows = [
        ("Tid", "Taler", "Tekst"),
        ("00:00:05", "I", "Hvad så med dig?"),
        ("00:01:02", "B", "Ikke noget."),
        ("00:01:09", "I", "Nå, ikke."),
    ]
    interview = word(table(*(tuple(row[at] for at in order) for row in rows)))
    assert who_says_what(interview) == [("I", "Hvad så med dig?"), ("B", "Ikke noget."), ("I", "Nå, ikke.")]
    assert [turn.time for turn in interview.turns] == [5.0, 62.0, 69.0]


def test_a_table_of_facts_is_no_transcript(word: Read, who_says_what: Said) -> None:
    facts = table(("Dato", "12.3.2024"), ("Sted", "Aalborg"), ("Interviewer", "Anna"))
    interview = word(facts + p(r("Interviewer: Hvad så?")) + p(r("B1: Ikke noget.")))
    assert interview.text.startswith("Dato\t12.3.2024\nSted\tAalborg\n")
    assert who_says_what(interview) == [("Interviewer", "Hvad så?"), ("B1", "Ikke noget.")]


def test_what_follows_a_table_of_turns_belongs_to_none_of_them(word: Read, who_says_what: Said) -> None:
    interview = word(table(("I", "Hvad så?"), ("B", "Nej."), ("I", "Nå.")) + p(r("Optagelsen slutter.")))
    assert who_says_what(interview)[-1] == ("I", "Nå.")


def test_a_word_file_under_another_name_is_read(read: Read, docx_bytes: Callable[..., bytes]) -> None:
    for name in ("a.doc", "a.txt", "a"):
        interview = read(docx_bytes(p(r("B1: Hej."))), name)
        assert (interview.format, interview.text) == ("docx", "B1: Hej.\n")
        assert any("docx" in note for note in interview.notes)


@pytest.mark.parametrize("doctype", ['<!DOCTYPE x [<!ENTITY a "ha">]>', "<!doctype x>"])
def test_a_document_type_in_any_part_is_refused(
    read: Read, docx_bytes: Callable[..., bytes], doctype: str
) -> None:
    with pytest.raises(Unreadable, match="document type"):
        read(docx_bytes(p(r("a")), styles=f"{doctype}<x/>"), "a.docx")


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600, "old Word file"),
        (b"PK\x03\x04 and then nothing", "damaged"),
        (b"just text", "no Word file"),
        (b"", "empty"),
        (b"\x00\x01\x02\x03\x04\x05\x06\x0e\x0f" * 9, "no text"),
    ],
)
def test_what_is_no_word_file_is_refused_with_the_reason(read: Read, content: bytes, reason: str) -> None:
    with pytest.raises(Unreadable, match=f"^a\\.docx.*{reason}"):
        read(content, "a.docx")


def test_other_zips_are_named_for_what_they_are(read: Read) -> None:
    for part, kind in (
        ("xl/workbook.xml", "Excel"),
        ("content.xml", "damaged OpenDocument"),
        ("a.bin", "zip"),
    ):
        stream = io.BytesIO()
        with zipfile.ZipFile(stream, "w") as archive:
            archive.writestr(part, "<x/>")
        with pytest.raises(Unreadable, match=kind):
            read(stream.getvalue(), "a.docx")


def test_a_part_that_unpacks_without_end_is_refused(word: Read) -> None:
    with pytest.raises(Unreadable, match="unpacks"):
        word(p(r("a" * 40_000_000)))


def test_tables_nested_without_end_are_refused(word: Read) -> None:
    with pytest.raises(Unreadable, match=r"interview\.docx"):
        word("<w:tbl><w:tr><w:tc>" * 70 + p(r("a")) + "</w:tc></w:tr></w:tbl>" * 70)


def test_a_truncated_word_file_is_refused(read: Read, docx_bytes: Callable[..., bytes]) -> None:
    whole = docx_bytes(p(r("B1: Hej med dig.")) * 50)
    for end in range(0, len(whole), 37):
        with pytest.raises(Unreadable, match=r"^a\.docx"):
            read(whole[:end], "a.docx")


def test_an_empty_document_is_called_empty(word: Read) -> None:
    with pytest.raises(Unreadable, match="empty"):
        word(p())


def test_a_name_in_bold_without_a_colon_is_a_label(word: Read, who_says_what: Said) -> None:
    interview = word(
        p(r("Lene ", "<w:b/>"), r("Hvad så?"))
        + p(r("B", "<w:b/>"), r("o", "<w:b/>"), r("  Ikke noget."))
        + p(r("Lene", '<w:rStyle w:val="Strk"/>'), r(" Nå."))
        + p(r("Bo", "<w:b/>"), r(" Jo, "), r("meget", "<w:b/>"), r("."))
    )
    assert who_says_what(interview) == [
        ("Lene", "Hvad så?"),
        ("Bo", "Ikke noget."),
        ("Lene", "Nå."),
        ("Bo", "Jo, meget."),
    ]


def test_words_in_bold_that_open_a_paragraph_are_no_label(word: Read) -> None:
    body = p(r("Altså", "<w:b/>"), r(" det var svært.")) + p(r("Nej", "<w:b/>"), r(" det var det.")) * 2
    assert word(body).speakers == ()


def test_a_column_of_numbers_with_a_heading_is_no_speaker(word: Read, who_says_what: Said) -> None:
    rows = [
        ("Nr.", "Taler", "Udsagn"),
        ("1", "Lene", "Hvad så du?"),
        ("2", "Bo", "Ikke noget."),
        ("3", "Lene", "Nå da."),
    ]
    assert [name for name, _ in who_says_what(word(table(*rows)))] == ["Lene", "Bo", "Lene"]


def test_a_document_type_behind_a_long_comment_is_refused(read: Read) -> None:
    part = f"<!--{'x' * 100_000}--><!DOCTYPE w [<!ENTITY x SYSTEM 'file:///etc/hostname'>]><w:document xmlns:w='w'/>"
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("word/document.xml", part)
    with pytest.raises(Unreadable, match="declares a document type"):
        read(stream.getvalue(), "a.docx")


@pytest.mark.parametrize("lost", [1, 7, 30, 60, 120, 200])
def test_a_word_file_that_lost_bytes_anywhere_is_refused_or_read(
    read: Read, docx_bytes: Callable[..., bytes], lost: int
) -> None:
    whole = docx_bytes(p(r("I: Hej.")), styles="<x/>")
    for at in range(4, len(whole) - lost, 3):
        with suppress(Unreadable):
            assert "Hej" in read(whole[:at] + whole[at + lost :], "a.docx").text
