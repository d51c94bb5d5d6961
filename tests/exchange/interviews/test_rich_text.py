"""Rich text as Word, TextEdit, LibreOffice and Google Docs write it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from rcoder.domain.errors import Unreadable
from rcoder.exchange.interviews import Interview

Read = Callable[..., Interview]
Said = Callable[[Interview], list[tuple[str | None, str]]]

WORD = (
    r"{\rtf1\adeflang1025\ansi\ansicpg1252\uc1\deff0{\fonttbl{\f0\froman\fcharset0\fprq2{\*\panose 0202}Times;}"
    r"{\f1\fswiss\fcharset2 Wingdings;}{\f2\fnil\fcharset128 MS Mincho;}{\f3\fswiss\fcharset238 Arial CE;}}"
    r"{\colortbl;\red0\green0\blue0;}{\stylesheet{\ql Normal;}{\*\cs10 Default Paragraph Font;}}"
    r"{\*\listtable{\list\listtemplateid1}}{\info{\author Nogen}{\title Titel}}\paperw11906 "
)
TEXT_EDIT = (
    "{\\rtf1\\ansi\\ansicpg1252\\cocoartf2822\n\\cocoatextscaling0{\\fonttbl\\f0\\fswiss\\fcharset0 Helvetica;}\n"
    "{\\colortbl;\\red255\\green255\\blue255;}\n{\\*\\expandedcolortbl;;}\n\\pard\\tx720\\pardirnatural\n\n\\f0\\fs24 \\cf0 "
)


@pytest.fixture
def rtf(read: Read) -> Read:
    """Read an RTF file with the given body behind Word's preamble."""
    return lambda body, name="interview.rtf", **options: read(WORD + body + "}", name, **options)


def row(*cells: str) -> str:
    inside = "".join(rf"\pard\intbl {cell}\cell" for cell in cells)
    return rf"\trowd\cellx2000\cellx8000 {inside}\row "


def test_letters_are_those_of_the_code_page_and_of_unicode(rtf: Read) -> None:
    assert rtf(
        r"K\'f8re \'c5se \u230?r \u8211 - \u-3905 ?\'80\par"
    ).text == "Køre Åse ær – \uf0bf€\n".replace("\uf0bf", "▯")


def test_a_letter_beyond_the_basic_plane_is_two_units(rtf: Read) -> None:
    interview = rtf(r"\u-10179 ?\u-8704 ?hej \u-10179 ?x\par")
    assert interview.text == "😀hej �x\n"
    assert any("lost" in note for note in interview.notes)


def test_the_font_says_the_code_page(rtf: Read) -> None:
    assert rtf(r"{\f3 \'e8}{\f2 \'82\'a0}\loch\f0\hich\f0\dbch\f2 \'e6\par").text == "čあæ\n"


def test_fallbacks_are_as_long_as_the_file_says(rtf: Read) -> None:
    assert rtf(r"{\uc2\u230 ab}c{\uc0\u230 d}\u8212\emdash e\u230 \par").text == "æcæd—eæ\n"


def test_bytes_in_utf8_are_read_as_such(read: Read) -> None:
    assert read(b"{\\rtf1\\ansi\\ansicpg1252 " + "Åse på Ærø\\par}".encode(), "a.rtf").text == "Åse på Ærø\n"


def test_words_tabs_and_signs_are_letters(rtf: Read) -> None:
    assert rtf(r"a\tab b\line c\~d\_e\-f\{\}\\ \lquote g\rquote\endash\ldblquote h\rdblquote\par").text == (
        "a\tb\nc\xa0d-ef{}\\ ‘g’–“h”\n"
    )


def test_headers_notes_pictures_fields_and_comments_are_not_said(rtf: Read) -> None:
    interview = rtf(
        r"{\header HOVED\par}{\pict\pngblip 89504e47}a{\footnote FOD}{\*\annotation KOMM}"
        r'{\field{\*\fldinst HYPERLINK "x"}{\fldrslt b}}{\*\bkmkstart z}{\*\ukendt IKKE}{\listtext 1.\tab}c\par'
    )
    assert interview.text == "abc\n"
    assert interview.notes == (
        "1 footnote(s) were left out.",
        "1 comment(s) were left out.",
        "Headers and footers were left out.",
    )


def test_deleted_and_hidden_words_go_and_inserted_ones_stay(rtf: Read) -> None:
    interview = rtf(r"a{\deleted SLETTET}{\revised b}{\v SKJULT}c{\v\v0 d}\par")
    assert interview.text == "abcd\n"
    assert len(interview.notes) == 3


def test_of_two_ways_to_write_the_same_the_unicode_one_is_read(rtf: Read) -> None:
    assert rtf(r"{\upr{FORKERT}{\*\ud{rigtig \u230 x}}}\par").text == "rigtig æ\n"


def test_binary_bytes_are_passed_over(read: Read) -> None:
    assert read(WORD.encode() + b"{\\pict\\bin7 }}{{\\x\\}a\\par}", "a.rtf").text == "a\n"


def test_a_table_of_speaker_and_words_is_turns(rtf: Read, who_says_what: Said) -> None:
    body = (
        r"Interview 3\par "
        + row("Interviewer:", r"Hvad s\'e5?")
        + row("Bo", r"Intet.\par Nej.")
        + row("Interviewer", "Nej, slet ikke noget?")
    )
    interview = rtf(body + row("Bo", "Jo.") + r"\pard Slut.\par")
    assert (
        interview.text
        == "Interview 3\nInterviewer: Hvad så?\nBo: Intet.\nNej.\nInterviewer: Nej, slet ikke noget?\nBo: Jo.\nSlut.\n"
    )
    assert who_says_what(interview) == [
        ("Interviewer", "Hvad så?"),
        ("Bo", "Intet.\nNej."),
        ("Interviewer", "Nej, slet ikke noget?"),
        ("Bo", "Jo."),
    ]


def test_a_table_in_a_cell_stays_in_it(rtf: Read) -> None:
    inner = (
        r"\pard\intbl\itap2 x\nestcell{\nonesttables\par}y\nestcell{\nonesttables\par}{\*\nesttableprops\trowd\nestrow}"
        r"{\nonesttables\par}"
    )
    assert rtf(rf"\trowd {inner}\pard\intbl efter\cell\pard\intbl to\cell\row\pard tre\par").text == (
        "x\ty\nefter\tto\ntre\n"
    )


def test_text_boxes_stand_behind_their_paragraph(rtf: Read) -> None:
    box = r"{\shp{\*\shpinst\shpleft0{\sp{\sn a}{\sv 1}}{\shptxt \pard boks\par}}{\shprslt IKKE}}"
    assert rtf(rf"et {box}to\par tre\par").text == "et to\nboks\ntre\n"


def test_symbols_are_signs_or_are_counted(rtf: Read) -> None:
    interview = rtf(r"a{\f1\'e0}b{\f1\'01\'21}\par")
    assert "→" in interview.text
    assert any("special fonts" in note for note in interview.notes)


def test_textedit_ends_paragraphs_with_a_backslash(read: Read, who_says_what: Said) -> None:
    body = "INTERVIEWER: Hvad s\\'e5?\\\n\\\nMETTE: Ikke noget \\uc0\\u8211  eller jo.\\\n"
    interview = read(TEXT_EDIT + body + "}", "a.rtf")
    assert interview.text == "INTERVIEWER: Hvad så?\n\nMETTE: Ikke noget – eller jo.\n"
    assert len(who_says_what(interview)) == 2


def test_textedit_sets_tables_with_their_depth(read: Read, who_says_what: Said) -> None:
    def line(*cells: str, last: str = "") -> str:
        inside = "".join(
            f"\\pard\\intbl\\itap1\\pardeftab720\n\n\\f0\\fs24 \\cf0 {cell}\\cell \n" for cell in cells
        )
        return f"\\itap1\\trowd \\taflags1 \\cellx4320\n\\cellx8640\n{inside}{last}\\row\n\n"

    body = (
        "Notat.\\\n\n"
        + line("I", "Hvad?")
        + line("B", "Intet.\\\nSlet intet.")
        + line("I", "Nej.", last="\\lastrow")
    )
    interview = read(TEXT_EDIT + body + "\\pard\\pardeftab720\n\\cf0 \\\nSlut.}", "a.rtf")
    assert who_says_what(interview)[1] == ("B", "Intet.\nSlet intet.")
    assert interview.text.endswith("I: Nej.\n\nSlut.\n")


def test_a_name_in_bold_is_a_label(rtf: Read, who_says_what: Said) -> None:
    body = r"{\b Lene} Hvad?\par{\b Bo} Intet.\par\b Lene\b0  N\'e5.\par{\b Bo} Ja.\par"
    assert [name for name, _ in who_says_what(rtf(body))] == ["Lene", "Bo", "Lene", "Bo"]


@pytest.mark.parametrize("name", ["a.doc", "a.docx", "a.txt", "a.rtf", "a"])
def test_rich_text_is_known_whatever_its_name(rtf: Read, name: str) -> None:
    interview = rtf(r"B1: Hej.\par", name)
    assert interview.format == "rtf"
    assert any("read as .rtf" in note for note in interview.notes) == (name != "a.rtf")


def test_a_file_that_ends_in_the_middle_says_so(read: Read) -> None:
    interview = read(WORD + r"B1: Hej med dig.\par{\b Og", "a.rtf")
    assert interview.text == "B1: Hej med dig.\nOg\n"
    assert any("ends in the middle" in note for note in interview.notes)


def test_what_stands_behind_the_last_brace_is_no_text(read: Read) -> None:
    assert read(WORD + r"B1: Hej.\par}" + "\nEFTER", "a.rtf").text == "B1: Hej.\n"


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("{\\rtf1 " + "{" * 100_000 + "hej" + "}" * 100_000 + "}", "nests groups too deeply"),
        ("{\\rtf1 " + "\\b0 " * 2_100_000 + "}", "more than any interview"),
        ("{\\rtf1 " + "ord " * 700_001 + "}", "words"),
        ("{\\rtf1\\par\\par}", "empty"),
        ("{\\rtf1}", "empty"),
        ("Interviewer: Hej.", "no RTF file"),
        ("", "empty"),
    ],
    ids=lambda value: str(value)[:20],
)
def test_bad_files_are_refused_with_the_reason(read: Read, content: str, reason: str) -> None:
    with pytest.raises(Unreadable, match=rf"^a\.rtf.*{reason}") as refused:
        read(content, "a.rtf")
    assert refused.value.hint


def test_cells_and_levels_without_end_take_no_quadratic_time(read: Read) -> None:
    with pytest.raises(Unreadable, match="more paragraphs than any interview"):
        read("{\\rtf1 " + "\\itap40 x\\nestcell\\itap1 y\\cell " * 90_000 + "\\row}", "a.rtf")
