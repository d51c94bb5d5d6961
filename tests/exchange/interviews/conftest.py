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
