"""Web pages: what a reader of the page sees, as browsers, Word, LibreOffice and Google Docs write it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from rcoder.domain.errors import Unreadable
from rcoder.exchange.interviews import Interview

Read = Callable[..., Interview]
Said = Callable[[Interview], list[tuple[str | None, str]]]


@pytest.fixture
def page(read: Read) -> Read:
    """Read a page with the given body."""

    def reader(body: str, head: str = '<meta charset="utf-8">', name: str = "interview.html") -> Interview:
        return read(f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>", name)

    return reader


def test_paragraphs_divisions_and_breaks_are_lines(page: Read) -> None:
    body = "<h1>Interview</h1><p>et\n to <b>tre</b></p><div>fire<div>fem</div>seks</div>syv<br>otte<ul><li>ni</ul>"
    assert page(body).text == "Interview\net to tre\nfire\nfem\nseks\nsyv\notte\nni\n"


def test_a_paragraph_of_a_blank_is_a_blank_line_and_one_of_nothing_is_none(page: Read) -> None:
    assert page("<p>et</p><p>&nbsp;</p><p></p><div><br></div><p>to<br></p>").text == "et\n\n\nto\n"


def test_labels_and_turns_are_found(page: Read, who_says_what: Said) -> None:
    interview = page(
        "<p><b>INTERVIEWER:</b> Hvad s&aring;?</p><p><b>METTE:</b> Ikke noget.</p><p><b>INTERVIEWER:</b> N&#229;."
    )
    assert who_says_what(interview) == [
        ("INTERVIEWER", "Hvad så?"),
        ("METTE", "Ikke noget."),
        ("INTERVIEWER", "Nå."),
    ]
    assert interview.speakers[0].interviewer


def test_scripts_styles_and_hidden_parts_are_not_said(page: Read) -> None:
    body = (
        "a<script>x='<p>IKKE</p>'</script><style>p{}</style><template>IKKE</template><p hidden>IKKE</p>"
        '<p style="color: red; display : none">IKKE</p><p class="c1 gemt">IKKE</p><svg><text>IKKE</text></svg>'
        "<!-- IKKE --><noscript>IKKE</noscript><del>IKKE</del><ins>b</ins><hr style='display:none'>"
    )
    interview = page(body, "<title>IKKE</title><style>.gemt, .b {display:none} .c1{color:red}</style>")
    assert interview.text == "ab\n"
    assert interview.notes == (
        "1 insertion(s) were kept.",
        "1 deletion(s) were left out.",
        "3 hidden part(s) were left out.",
    )


def test_blanks_are_kept_where_the_page_keeps_them(page: Read) -> None:
    assert page("<pre>I:  Hej\nB:  Ja</pre><p>a   b</p>").text == "I:  Hej\nB:  Ja\na b\n"


@pytest.mark.parametrize(
    "cell", ["<td>{}</td>", "<td>{}", "<td><p>{}</p></td>", "<td><div><span>{}</span></div></td>"]
)
def test_a_table_of_speaker_and_words_is_turns(page: Read, who_says_what: Said, cell: str) -> None:
    rows = [
        ("Interviewer", "Hvad så med dig?"),
        ("Bo", "Ikke noget som helst."),
        ("Interviewer", "Nå, ikke."),
    ]
    body = "".join(f"<tr>{cell.format(who)}{cell.format(words)}" for who, words in rows)
    interview = page(f"<p>Interview 3</p><table><tbody>{body}</table><p>Slut</p>")
    assert (
        interview.text
        == "Interview 3\nInterviewer: Hvad så med dig?\nBo: Ikke noget som helst.\nInterviewer: Nå, ikke.\nSlut\n"
    )
    assert who_says_what(interview) == rows


def test_a_table_that_only_lays_out_is_its_paragraphs(page: Read, who_says_what: Said) -> None:
    interview = page("<table><tr><td><p>I: Hvad så?</p><p>B: Intet.</p><p>I: Nå.</p></td></tr></table>")
    assert [name for name, _ in who_says_what(interview)] == ["I", "B", "I"]


def test_google_docs_names_in_bold_by_class_and_puts_comments_below(page: Read, who_says_what: Said) -> None:
    head = '<style type="text/css">.c0{font-weight:400}.c2{color:#000;font-weight:700}ol{margin:0}</style>'
    body = (
        '<p class="c1"><span class="c2">Lene</span><span class="c0">&nbsp;Hvad?</span><sup><a href="#cmnt1" id="cmnt_ref1">[a]</a></sup></p>'
        '<p class="c1"><span class="c2">Bo</span><span class="c0"> Intet.</span><sup><a href="#ftnt1" id="ftnt_ref1">[1]</a></sup></p>'
        '<p class="c1"><span class="c2">Lene</span><span class="c0"> Nå.</span></p><p class="c1"><span class="c2">Bo</span> Ja.</p>'
        '<hr><div><p><a href="#ftnt_ref1" id="ftnt1">[1]</a><span>&nbsp;FODNOTE</span></p></div>'
        '<div class="c9"><p><a href="#cmnt_ref1" id="cmnt1">[a]</a><span>KOMMENTAR</span></p></div>'
    )
    interview = page(body, head)
    assert interview.text == "Lene\xa0Hvad?\nBo Intet.\nLene Nå.\nBo Ja.\n"
    assert [name for name, _ in who_says_what(interview)] == ["Lene", "Bo", "Lene", "Bo"]
    assert interview.notes == ("1 footnote(s) were left out.", "1 comment(s) were left out.")


def test_word_writes_notes_lists_and_comments_in_its_own_way(page: Read) -> None:
    body = (
        "<div class=WordSection1><p class=MsoNormal><b>I:</b> Hvad?<a style='mso-footnote-id:ftn1' href='#_ftn1' name='_ftnref1'>[1]</a>"
        "<a class=msocomanchor id='_anchor_1' href='#_msocom_1'>[AB1]</a><o:p></o:p></p>"
        "<p class=MsoListParagraph><span style='mso-list:Ignore'>1.&nbsp;</span><b>B:</b> Intet.</p></div>"
        "<div style='mso-element:footnote-list'><div id=ftn1><p><a name='_ftn1'>[1]</a> NOTE</p></div></div>"
        "<div style='mso-element:comment-list'><div class=msocomtxt>KOMM</div></div><div style='mso-element:header'>HOVED</div>"
    )
    interview = page(body)
    assert interview.text == "I: Hvad?\nB: Intet.\n"
    assert len(interview.notes) == 3


def test_libreoffice_writes_notes_and_headers_in_its_own_way(page: Read) -> None:
    body = (
        '<div title="header"><p>HOVED</p></div><p>a<a class="sdfootnoteanc" name="sdfootnote1anc" href="#x"><sup>1</sup></a>b</p>'
        '<div id="sdfootnote1"><p><a class="sdfootnotesym" name="sdfootnote1sym">1</a>NOTE</p></div>'
    )
    interview = page(body)
    assert interview.text == "ab\n"
    assert interview.notes == ("1 footnote(s) were left out.", "Headers and footers were left out.")


def test_a_page_that_opens_with_a_note_of_its_own_is_not_taken_for_one(page: Read) -> None:
    assert (
        page('<div><p>Interview</p><p>B1: Hej<a id="ftnt1">[1]</a></p><p>B2: Ja.</p></div>').text
        == "Interview\nB2: Ja.\n"
    )


@pytest.mark.parametrize(
    ("head", "encoding", "note"),
    [
        ('<meta charset="utf-8">', "utf-8", None),
        (
            '<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1">',
            "cp1252",
            "as the page says",
        ),
        ("<meta charset=windows-1252>", "cp1252", "as the page says"),
        ("<meta charset=macintosh>", "mac_roman", "as the page says"),
        ("", "utf-8", None),
        ("", "cp1252", "Windows-1252"),
        ('<meta charset="utf-8">', "cp1252", "Windows-1252"),
        ('<meta charset="utf-16">', "utf-8", None),
        ('<meta charset="findes-ikke">', "utf-8", None),
        ('<meta charset="utf-8">', "utf-16", "UTF-16"),
    ],
)
def test_the_encoding_is_as_the_page_says_where_that_fits(
    read: Read, head: str, encoding: str, note: str | None
) -> None:
    content = f"<html><head>{head}</head><body><p>Åse på Ærø – ja</p></body></html>".encode(encoding)
    interview = read(content, "a.htm")
    assert interview.text == "Åse på Ærø – ja\n"
    assert len(interview.notes) == (note is not None)
    assert all(note is not None and note in each for each in interview.notes)


@pytest.mark.parametrize("name", ["a.doc", "a.txt", "a.md", "a.html", "a.htm"])
def test_a_page_under_another_name_is_read(read: Read, name: str) -> None:
    interview = read("<html xmlns:w='x'><body><p>B1: Hej.</p></body></html>", name)
    assert (interview.format, interview.text) == ("html", "B1: Hej.\n")
    assert any("read as .html" in note for note in interview.notes) == (not name.endswith(("html", "htm")))


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        ("<div>" * 5_000 + "hej", "too deeply"),
        ("<table><tr><td>" * 100 + "hej", "too deeply"),
        ("<b>a</b>" * 700_000, "more than any interview"),
        ("<p> </p><script>hej</script>", "empty"),
        ("<br>" * 60_000 + "x" * 10, "lines"),
    ],
    ids=lambda value: str(value)[:20],
)
def test_bad_pages_are_refused_with_the_reason(page: Read, body: str, reason: str) -> None:
    with pytest.raises(Unreadable, match=rf"^interview\.html.*{reason}") as refused:
        page(body)
    assert refused.value.hint


def test_entities_of_the_page_s_own_are_not_told_out(read: Read) -> None:
    content = (
        "<!DOCTYPE html [<!ENTITY a SYSTEM 'file:///etc/hostname'>]><html><body><p>B1: &a;</p></body></html>"
    )
    assert read(content, "a.html").text.endswith("B1: &a;\n")


def test_control_characters_in_entities_are_removed_and_reported(page: Read) -> None:
    interview = page("<p>B1: hej&#27;[2J</p>")
    assert "\x1b" not in interview.text


def test_styles_without_end_take_no_quadratic_time(page: Read) -> None:
    assert page("B1: Hej.", "<style>" + ".a," * 300_000 + "</style>").text == "B1: Hej.\n"
