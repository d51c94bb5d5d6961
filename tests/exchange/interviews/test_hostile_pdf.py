"""PDF files made to take time or memory are refused within their limits, and every kind of font is read."""

from __future__ import annotations

import zlib
from collections.abc import Callable

import pytest

from rcoder.domain.errors import Unreadable
from rcoder.exchange.interviews import Interview

Read = Callable[..., Interview]

FONT = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>"
TALK = b"BT /F1 12 Tf 50 700 Td (I: Hej.) Tj 0 -14 Td (B: Ja.) Tj ET\n"


def stream(content: bytes, more: bytes = b"") -> bytes:
    packed = zlib.compress(content)
    head = b"<</Filter/FlateDecode/Length %d%s>>\nstream\n" % (len(packed), more)
    return head + packed + b"\nendstream"


@pytest.fixture
def one_page(pdf_of: Callable[..., bytes]) -> Callable[..., bytes]:
    """A file of one page with the given content."""

    def make(
        content: bytes,
        *more: bytes,
        resources: bytes = b"<</Font<</F1 5 0 R>>>>",
        kids: bytes = b"[3 0 R]",
        font: bytes = FONT,
    ) -> bytes:
        page = (
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources " + resources + b">>"
        )
        tree = b"<</Type/Pages/Kids " + kids + b"/Count %d>>" % kids.count(b"R")
        return pdf_of([b"<</Type/Catalog/Pages 2 0 R>>", tree, page, stream(content), font, *more])

    return make


FORM = b"/Type/XObject/Subtype/Form/BBox[0 0 1 1]/Resources<</Font<</F1 5 0 R>>/XObject<</X 6 0 R>>>>"
WITH_FORM = b"<</Font<</F1 5 0 R>>/XObject<</X 6 0 R>>>>"


def test_a_page_of_two_lines_is_read(read: Read, one_page: Callable[..., bytes]) -> None:
    assert read(one_page(TALK), "a.pdf").text == "I: Hej.\nB: Ja.\n"


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"BT " + b" " * 80_000_000, "page 1 cannot be read"),
        (b"q Q " * 600_000, "page 1 cannot be read"),
        (b"[" * 100_000 + b"]" * 100_000 + b" TJ", "page 1 cannot be read"),
        (b"q " * 1_000 + TALK, "more than any page"),
        (b"/A BMC " * 1_000 + TALK, "more than any page"),
        (b"BT /F1 9 Tf " + b"9 9 Td (ja) Tj " * 12_000 + b"ET", "more than any page"),
    ],
    ids=["bomb", "operators", "arrays", "states", "marks", "pieces"],
)
def test_content_without_end_is_refused(
    read: Read, one_page: Callable[..., bytes], content: bytes, reason: str
) -> None:
    with pytest.raises(Unreadable, match=rf"^a\.pdf.*{reason}") as refused:
        read(one_page(content), "a.pdf")
    assert refused.value.hint


def test_a_form_that_draws_itself_is_refused(read: Read, one_page: Callable[..., bytes]) -> None:
    with pytest.raises(Unreadable, match="more than any page"):
        read(one_page(b"/X Do", stream(TALK + b"/X Do /X Do", FORM), resources=WITH_FORM), "a.pdf")


def test_a_form_drawn_once_is_read(read: Read, one_page: Callable[..., bytes]) -> None:
    assert (
        read(one_page(b"/X Do", stream(TALK, FORM), resources=WITH_FORM), "a.pdf").text == "I: Hej.\nB: Ja.\n"
    )


@pytest.mark.parametrize(
    ("kids", "reason"),
    [
        (b"[2 0 R 3 0 R]", "damaged"),
        (b"[" + b"3 0 R " * 1_600 + b"]", "more pages"),
        (b"[" + b"3 0 R " * 50_000 + b"]", "damaged"),
    ],
    ids=["loop", "many", "too many"],
)
def test_pages_without_end_are_refused(
    read: Read, one_page: Callable[..., bytes], kids: bytes, reason: str
) -> None:
    with pytest.raises(Unreadable, match=reason):
        read(one_page(TALK, kids=kids), "a.pdf")


def test_pages_that_hold_more_than_any_interview_are_refused(
    read: Read, one_page: Callable[..., bytes]
) -> None:
    page = b"BT /F1 9 Tf (" + b"ja " * 20_000 + b") Tj ET"
    whole = one_page(page, kids=b"[" + b"3 0 R " * 60 + b"]")
    with pytest.raises(Unreadable, match="more text than any interview"):
        read(whole, "a.pdf")


CMAP = (
    b"/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <0000> <FFFF> endcodespacerange "
    b"3 beginbfchar <0001> <00E5> <0002> <00410073> <0003> <0020> endbfchar endcmap"
)
WIDE = (
    b"<</Type/Font/Subtype/Type0/BaseFont/A/Encoding/Identity-H/ToUnicode 6 0 R/DescendantFonts[<</Type/Font"
    b"/Subtype/CIDFontType2/BaseFont/A/DW 500/W[1[600 1200 300]]/CIDSystemInfo<</Registry(A)/Ordering(I)/Supplement 0>>>>]>>"
)


@pytest.mark.parametrize(
    ("font", "shown", "text"),
    [
        (FONT, b"(B: K\\370re \\305se \\226 ja.)", "B: Køre Åse – ja."),
        (FONT.replace(b"WinAnsi", b"MacRoman"), b"(B: K\\277re.)", "B: Køre."),
        (
            FONT.replace(b"/WinAnsiEncoding", b"<</BaseEncoding/WinAnsiEncoding/Differences[65/aring/fi]>>"),
            b"(P A Bnde)",
            "P å finde",
        ),
        (WIDE, b"<0001000300020001>", "å Aså"),
        (WIDE, b"<00010002000100020001000200090001>", "åAsåAsåAs\ufffdå"),
        (FONT, b"[(de)-20(t) -300(var)]", "det var"),
    ],
    ids=["windows", "macintosh", "differences", "wide", "unnamed", "gaps"],
)
def test_letters_are_those_of_the_font(
    read: Read, one_page: Callable[..., bytes], font: bytes, shown: bytes, text: str
) -> None:
    operator = b" TJ" if shown.startswith(b"[") else b" Tj"
    content = b"BT /F1 12 Tf 50 700 Td " + shown + operator + b" 0 -30 Td " + shown + operator + b" ET"
    lines = read(one_page(content, stream(CMAP), font=font), "a.pdf").text.splitlines()
    assert lines in ([text, text], [f"{text} {text}"])


def test_what_the_file_calls_no_content_is_left_out(read: Read, one_page: Callable[..., bytes]) -> None:
    head = b"/Artifact <</Type/Pagination>> BDC BT /F1 9 Tf 50 800 Td (HOVED) Tj ET EMC "
    instead = b"BT /F1 12 Tf 50 650 Td (I: vi) Tj /Span <</ActualText (rksomhed)>> BDC (rk-) Tj EMC ET"
    assert read(one_page(head + TALK + instead), "a.pdf").text == "I: Hej.\nB: Ja.\nI: virksomhed\n"


def test_text_at_an_angle_is_left_out_and_said(read: Read, one_page: Callable[..., bytes]) -> None:
    askew = b"BT /F1 40 Tf 0.7 0.7 -0.7 0.7 100 100 Tm (UDKAST) Tj ET"
    interview = read(one_page(TALK + askew), "a.pdf")
    assert interview.text == "I: Hej.\nB: Ja.\n"
    assert "1 stretch(es) of text that stand at an angle were left out." in interview.notes


def test_a_page_on_its_side_is_read(read: Read, one_page: Callable[..., bytes]) -> None:
    side = b"BT /F1 12 Tf 0 1 -1 0 100 100 Tm (I: Hej.) Tj 0 1 -1 0 114 100 Tm (B: Ja.) Tj ET"
    assert read(one_page(side), "a.pdf").text == "I: Hej.\nB: Ja.\n"
