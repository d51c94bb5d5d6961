"""PDF files: lines become paragraphs and turns, and what stands on every page is none of the interview."""

from __future__ import annotations

import textwrap
from collections.abc import Callable

import pytest

from rcoder.domain.errors import Unreadable
from rcoder.exchange.interviews import Interview

Read = Callable[..., Interview]
Said = Callable[[Interview], list[tuple[str | None, str]]]

TALK = [
    ("INTERVIEWER", "Vil du ikke starte med at fortælle lidt om, hvordan det var, inden du kom med i det her?"),
    ("METTE", "Jo. Altså, øh, jeg havde jo gået hjemme i seks et halvt år, tror jeg. Det begyndte med, at de lukkede vaskeriet ude på plejehjemmet, der var jeg i mange år, og så blev jeg skilt, og så kom det med angsten for alvor."),
    ("INTERVIEWER", "Hvad gjorde det ved dig?"),
    ("METTE", "Man holder op med at sige noget. Det gør man altså. Man siger bare, det går fint, og så er man ude igen på ti minutter, og bussen gik kun hver time, så der stod man."),
    ("INTERVIEWER", "Og så mødte du Henrik?"),
    ("METTE", "Ja. Og det første, han sagde, det var sådan set bare, at det var ham."),
]  # fmt: skip


def wrapped(width: int = 70, between: str = "") -> list[str]:
    """The talk in lines, with `between` a blank line or nothing between paragraphs."""
    lines: list[str] = []
    for name, words in TALK:
        lines += textwrap.wrap(f"{name}: {words}", width, break_on_hyphens=False)
        lines += [between] if between else []
    return lines


@pytest.mark.parametrize("width", [50, 70, 85])
def test_lines_are_joined_into_turns(printed: Read, who_says_what: Said, width: int) -> None:
    interview = printed(wrapped(width))
    assert who_says_what(interview) == TALK
    assert interview.text == "".join(f"{name}: {words}\n" for name, words in TALK)
    assert any("joined into 6 paragraphs" in note for note in interview.notes)


def test_paragraphs_without_labels_are_told_by_the_gap_between_them(
    read: Read, pdf_bytes: Callable[..., bytes]
) -> None:
    lines, y = [], 780.0
    for _, words in TALK:
        for line in textwrap.wrap(words, 60):
            lines.append((50.0, y, line))
            y -= 13
        y -= 7
    assert read(pdf_bytes([lines]), "a.pdf").text.splitlines() == [words for _, words in TALK]


def test_paragraphs_without_gaps_are_told_by_their_first_line(
    read: Read, pdf_bytes: Callable[..., bytes]
) -> None:
    lines, y = [], 780.0
    for _, words in TALK:
        for number, line in enumerate(
            textwrap.wrap(f"   {words}", 60, drop_whitespace=True, initial_indent="   ")
        ):
            lines.append((50.0 + 18 * (number == 0), y, line.strip()))
            y -= 13
    assert read(pdf_bytes([lines]), "a.pdf").text.splitlines() == [words for _, words in TALK]


def paged(
    body: list[str], head: str = "", foot: str = "", on_page: int = 7
) -> list[list[tuple[float, float, str]]]:
    """Lines in pages with a line above and one below."""
    pages = []
    for number, start in enumerate(range(0, len(body), on_page), 1):
        lines = [(50.0, 740.0 - 14 * at, line) for at, line in enumerate(body[start : start + on_page])]
        edges = [(50.0, 800.0, head.format(number)), (280.0, 30.0, foot.format(number))]
        pages.append(lines + [edge for edge in edges if edge[2]])
    return pages


@pytest.mark.parametrize(
    ("head", "foot"),
    [
        ("Interview 3 – fortroligt", "Side {}"),
        ("Interview 3 – fortroligt", ""),
        ("Bilag {}", "- {} -"),
        ("", "{}"),
        ("", "{}/3"),
        ("", "Side {} af 3"),
        ("", ""),
    ],
)
def test_running_heads_and_page_numbers_are_left_out_and_said(
    read: Read, pdf_bytes: Callable[..., bytes], who_says_what: Said, head: str, foot: str
) -> None:
    interview = read(pdf_bytes(paged(wrapped(60), head, foot)), "a.pdf")
    assert who_says_what(interview) == TALK
    assert any("page numbers were left out" in note for note in interview.notes) == bool(head or foot)


def test_a_page_alone_may_have_a_number(read: Read, pdf_bytes: Callable[..., bytes]) -> None:
    lines = [(50.0, 740.0 - 14 * at, line) for at, line in enumerate(wrapped(60))]
    assert read(pdf_bytes([[*lines, (280.0, 30.0, "1")]]), "a.pdf").text.endswith("ham.\n")


def test_what_is_said_at_the_top_of_pages_is_no_running_head(
    read: Read, pdf_bytes: Callable[..., bytes]
) -> None:
    pages = [
        [(50.0, 740.0, "I: Ja."), (50.0, 726.0, f"B: Det var nummer {number}."), (50.0, 712.0, "I: Nå.")]
        for number in range(3)
    ]
    assert read(pdf_bytes(pages), "a.pdf").text.count("I: Ja.") == 3


@pytest.mark.parametrize("every", [1, 5])
def test_line_numbers_in_the_margin_are_left_out(
    read: Read, pdf_bytes: Callable[..., bytes], who_says_what: Said, every: int
) -> None:
    lines: list[tuple[float, float, str]] = []
    for number, line in enumerate([*wrapped(50), "METTE: Ja.", "INTERVIEWER: Ja."], 1):
        y = 780.0 - 14 * number
        lines += [(80.0, y, line), *([(40.0, y, str(number))] if number % every == 0 else [])]
    interview = read(pdf_bytes([lines]), "a.pdf")
    assert who_says_what(interview)[:6] == TALK
    assert any("line number" in note for note in interview.notes)


def test_a_sentence_goes_on_from_page_to_page(
    read: Read, pdf_bytes: Callable[..., bytes], who_says_what: Said
) -> None:
    for on_page in range(2, 9):
        assert who_says_what(read(pdf_bytes(paged(wrapped(60), on_page=on_page)), "a.pdf")) == TALK


def test_two_columns_are_read_one_after_the_other(
    read: Read, pdf_bytes: Callable[..., bytes], who_says_what: Said
) -> None:
    lines = wrapped(36)
    half = (len(lines) + 1) // 2
    page = [(50.0, 780.0, "Interview med Mette, som er med i hele forløbet fra maj til oktober")]
    page += [(50.0, 750.0 - 14 * at, line) for at, line in enumerate(lines[:half])]
    page += [(300.0, 753.0 - 14 * at, line) for at, line in enumerate(lines[half:])]
    interview = read(pdf_bytes([page]), "a.pdf")
    assert who_says_what(interview) == TALK
    assert any("two columns" in note for note in interview.notes)


@pytest.mark.parametrize("where", ["top", "middle"])
def test_a_column_of_speakers_is_put_before_the_words(
    read: Read, pdf_bytes: Callable[..., bytes], who_says_what: Said, where: str
) -> None:
    page, y = [], 780.0
    for name, words in TALK:
        lines = textwrap.wrap(words, 55)
        page += [(160.0, y - 13 * at, line) for at, line in enumerate(lines)]
        page.append((50.0, y if where == "top" else y - 6.5 * (len(lines) - 1), name))
        y -= 13 * len(lines) + 6
    interview = read(pdf_bytes([page]), "a.pdf")
    assert who_says_what(interview) == TALK
    assert any("column of speakers" in note for note in interview.notes)


def test_a_name_in_bold_is_a_label(printed: Read, who_says_what: Said) -> None:
    interview = printed([f"**{name}** {words}" for name, words in TALK if len(words) < 90] * 2)
    assert [name for name, _ in who_says_what(interview)] == [
        name for name, words in TALK if len(words) < 90
    ] * 2


def test_names_and_times_above_what_is_said_are_labels(printed: Read, who_says_what: Said) -> None:
    lines = []
    for second, (name, words) in enumerate(TALK):
        lines += [f"{name}  0:{second:02}", *textwrap.wrap(words, 60)]
    interview = printed(lines)
    assert who_says_what(interview) == TALK
    assert [turn.time for turn in interview.turns] == [0.0, 1.0, 2.0, 3.0, 4.0, 5.0]


SCAN = b"<</Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8/Length 1>>\nstream\nx\nendstream"


def scanned(pdf_of: Callable[..., bytes], content: bytes = b"q 500 0 0 700 0 0 cm /I Do Q") -> bytes:
    return pdf_of([
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/Contents 4 0 R/Resources<</XObject<</I 5 0 R>>>>>>",
        b"<</Length %d>>\nstream\n" % len(content) + content + b"\nendstream",
        SCAN,
    ])  # fmt: skip


def test_a_scan_is_called_one(read: Read, pdf_of: Callable[..., bytes]) -> None:
    with pytest.raises(
        Unreadable, match=r"^a\.pdf holds pictures of pages and no text; it is a scan\."
    ) as refused:
        read(scanned(pdf_of), "a.pdf")
    assert "OCR" in refused.value.hint


def test_pages_without_text_among_others_are_named(read: Read, pdf_bytes: Callable[..., bytes]) -> None:
    interview = read(pdf_bytes([[(50, 700, "I: Hvad?"), (50, 686, "B: Intet.")], []]), "a.pdf")
    assert "Page 2 holds no text; a picture of text is not read." in interview.notes


def test_letters_that_the_file_does_not_name_are_no_text(read: Read, pdf_bytes: Callable[..., bytes]) -> None:
    whole = pdf_bytes([[(50, 700, "Interviewer: Hvad så?")]]).replace(
        b"/Type1/BaseFont/Courier/Encoding/WinAnsiEncoding>>",
        b"/Type0/BaseFont/Courier/Encoding/Identity-H    >>",
        1,
    )
    with pytest.raises(Unreadable, match="does not say which letters"):
        read(whole, "a.pdf")


def test_an_encrypted_file_says_so(read: Read, pdf_of: Callable[..., bytes]) -> None:
    whole = pdf_of(
        [b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[]/Count 0>>",
         b"<</Filter/Standard/V 1/R 2/P -4/O<" + b"11" * 32 + b">/U<" + b"22" * 32 + b">>>"],
        b"/ID[<00><00>]/Encrypt 3 0 R",
    )  # fmt: skip
    with pytest.raises(Unreadable, match=r"^a\.pdf is encrypted"):
        read(whole, "a.pdf")


@pytest.mark.parametrize("name", ["a.pdf", "a.txt", "a.docx", "a"])
def test_it_is_known_by_its_bytes(read: Read, pdf_bytes: Callable[..., bytes], name: str) -> None:
    assert read(pdf_bytes([[(50, 700, "B1: Hej."), (50, 686, "I: Ja.")]]), name).format == "pdf"


@pytest.mark.parametrize(
    "content",
    [b"%PDF-1.7\n", b"%PDF-1.7\n1 0 obj\n<<", b"%PDF-1.4\n%%EOF", b"%PDF-1.7" + b"<<" * 100_000],
    ids=["head", "cut", "hollow", "nested"],
)
def test_a_damaged_file_is_refused(read: Read, content: bytes) -> None:
    with pytest.raises(Unreadable, match=r"^a\.pdf is a damaged PDF file"):
        read(content, "a.pdf")


def test_plain_text_called_pdf_is_refused(read: Read) -> None:
    with pytest.raises(Unreadable, match=r"^a\.pdf is no PDF file"):
        read("Interviewer: Hej.", "a.pdf")
