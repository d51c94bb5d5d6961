"""Small files made up on the spot, and the shared ones where they are there."""

from __future__ import annotations

import io
import os
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from rcoder.exchange.interviews import Interview, read_interview

SHARED = Path(os.environ.get("RCODER_SHARED", Path(__file__).parents[3].parent / "shared"))
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
Said = list[tuple[str | None, str]]


@pytest.fixture(scope="session")
def shared() -> Path:
    if not SHARED.is_dir():
        pytest.skip(f"the shared files are not at {SHARED}")
    return SHARED


@pytest.fixture
def read(tmp_path: Path) -> Callable[..., Interview]:
    """Write a file and read it as an interview."""

    def reader(content: str | bytes, name: str = "interview.txt", **options: str) -> Interview:
        path = tmp_path / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return read_interview(path, **options)

    return reader


@pytest.fixture
def word(read: Callable[..., Interview]) -> Callable[..., Interview]:
    """Read a Word file whose body is the given XML."""

    def reader(body: str, name: str = "interview.docx", **parts: str) -> Interview:
        return read(docx(body, **parts), name)

    return reader


def docx(body: str, **parts: str) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        document = f'<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>'
        archive.writestr("word/document.xml", document)
        for name, content in parts.items():
            archive.writestr(f"word/{name}.xml", content)
    return stream.getvalue()


def said(interview: Interview) -> Said:
    """Who says what, in order."""
    return [
        (
            None if turn.speaker is None else interview.speakers[turn.speaker].name,
            interview.text[turn.start : turn.end],
        )
        for turn in interview.turns
    ]


@pytest.fixture
def who_says_what() -> Callable[[Interview], Said]:
    return said


@pytest.fixture
def docx_bytes() -> Callable[..., bytes]:
    return docx


@pytest.fixture
def asking() -> Callable[[Interview], list[str]]:
    """Names of the interviewers."""
    return lambda interview: [speaker.name for speaker in interview.speakers if speaker.interviewer]


OFFICE = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" '
    'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" '
    'xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"'
)


def odt(body: str, styles: str = "", **parts: str) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr(
            "content.xml",
            f"<office:document-content {OFFICE}><office:automatic-styles>{styles}</office:automatic-styles>"
            f"<office:body><office:text>{body}</office:text></office:body></office:document-content>",
        )
        for name, content in parts.items():
            archive.writestr(f"{name}.xml", content)
    return stream.getvalue()


@pytest.fixture
def odt_bytes() -> Callable[..., bytes]:
    return odt


@pytest.fixture
def open_text(read: Callable[..., Interview]) -> Callable[..., Interview]:
    """Read an OpenDocument text whose body is the given XML."""

    def reader(body: str, styles: str = "", name: str = "interview.odt", **parts: str) -> Interview:
        return read(odt(body, styles, **parts), name)

    return reader


Shown = tuple[float, float, str]
"""Where a line begins, from the left and from below, and its words."""
FONTS = b"""<</F1 <</Type/Font/Subtype/Type1/BaseFont/Courier/Encoding/WinAnsiEncoding>>
/F2 <</Type/Font/Subtype/Type1/BaseFont/Courier-Bold/Encoding/WinAnsiEncoding>>>>"""


def pdf(pages: list[list[Shown]], size: int = 10, objects: tuple[bytes, ...] = ()) -> bytes:
    """A PDF file in Courier, whose letters are all 0.6 ems wide; words between ** are bold."""
    kids = " ".join(f"{4 + 2 * number} 0 R" for number in range(len(pages)))
    made = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Kids[{kids}]/Count {len(pages)}>>".encode(),
        b"<</Font " + FONTS + b">>",
    ]
    for number, page in enumerate(pages):
        content = b"\n".join(_shown(x, y, text, size) for x, y, text in page)
        made.append(
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources 3 0 R/Contents %d 0 R>>"
            % (5 + 2 * number)
        )
        made.append(b"<</Length %d>>\nstream\n" % len(content) + content + b"\nendstream")
    return bound([*made, *objects])


def _shown(x: float, y: float, text: str, size: int) -> bytes:
    pieces = [f"BT 1 0 0 1 {x} {y} Tm".encode()]
    for bold, words in enumerate(text.split("**")):
        escaped = words.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
        pieces.append(b"/F%d %d Tf (%s) Tj" % (1 + bold % 2, size, escaped))
    return b" ".join([*pieces, b"ET"])


def bound(objects: list[bytes], trailer: bytes = b"") -> bytes:
    """Objects as a PDF file, the first of them its root."""
    made, places = bytearray(b"%PDF-1.7\n"), []
    for number, content in enumerate(objects, 1):
        places.append(len(made))
        made += b"%d 0 obj\n" % number + content + b"\nendobj\n"
    table = len(made)
    made += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    made += b"".join(b"%010d 00000 n \n" % place for place in places)
    made += b"trailer <</Size %d/Root 1 0 R%s>>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, trailer, table)
    return bytes(made)


@pytest.fixture
def pdf_bytes() -> Callable[..., bytes]:
    return pdf


@pytest.fixture
def pdf_of() -> Callable[..., bytes]:
    return bound


@pytest.fixture
def printed(read: Callable[..., Interview]) -> Callable[..., Interview]:
    """Read a PDF file with the given lines, from the top of the page, 14 points from one to the next."""

    def reader(*pages: str | list[str], left: float = 50, step: float = 14, **options: str) -> Interview:
        shown = [
            [
                (left, 780 - number * step, line)
                for number, line in enumerate(page if isinstance(page, list) else page.split("\n"))
                if line
            ]
            for page in pages
        ]
        return read(pdf(shown), "interview.pdf", **options)

    return reader
