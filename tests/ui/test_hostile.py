"""Nothing from people steers the terminal: every screen with a hostile project, looking at the bytes on a pty."""

from __future__ import annotations

import os
import re
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from rcoder.domain.actions.coding import code_passage
from rcoder.domain.actions.configuring import begin
from rcoder.domain.actions.studying import bring_in
from rcoder.domain.case import Case
from rcoder.domain.codebook import Code, Codebook, CodebookContents
from rcoder.domain.coding import Coding
from rcoder.domain.configuration import Configuration, Element, Place
from rcoder.domain.excerpt import Excerpt
from rcoder.domain.journal import Deed, added
from rcoder.domain.memo import Memo
from rcoder.domain.transcript import Annotation, Span, Speaker, Transcript, Turn
from rcoder.domain.words import Bilingual, Category, Kind, Subject
from rcoder.project import create_project
from rcoder.project.door import checksum

pty = pytest.importorskip("pty")

OURS = re.compile(
    rb"\x1b\[[0-9;:?<>=!$ ]*[a-zA-Z]"  # CSI: colours, cursor, modes
    rb"|\x1b\]22;[a-z-]*\x07"  # the mouse pointer's shape
    rb"|\x1b[=>78()][0AB]?"
    rb"|\x1bP\+q[0-9a-fA-F]*\x1b\\"
    rb"|\x1b_G[^\x1b]*\x1b\\"
)
"""The sequences that Textual itself writes."""


NASTY = (
    "[laughs] [/b] [@click=app.quit]x[/] [red]"
    "\x1b]0;title\x07\x1b]52;c;aGVq\x07\x1b[2J\x1b]8;;http://x\x1b\\\x9b31m\x85\x08\x7f\u202e\u2066\u200b\ufeff\u200d\u2028"
)
"""What somebody might have in a name."""


def make_hostile(place: Path) -> str:
    """A study in which every name, label, memo and word is hostile."""
    book = Codebook("b", "nasty", "1.0", Bilingual(f"Bog {NASTY}", NASTY))
    rows = (
        ("H1", Category.HYPOTHESIS, None, None),
        ("H1.M1", Category.CODE, "H1", Kind.REASONING),
        ("H1.R1", Category.CODE, "H1", Kind.RESOURCE),
    )
    both = Bilingual(f"Tryg {NASTY}", NASTY)
    codes = tuple(
        Code(key, "b", f"{key}{NASTY}", category, parent, index, kind, label=both, title=both, definition=both, use=both,
             avoid=both, example=both, aliases=(NASTY,), actors=(NASTY,))
        for index, (key, category, parent, kind) in enumerate(rows)
    )  # fmt: skip
    with create_project(
        str(place), f"Studie {NASTY}", CodebookContents(book, codes), coder=f"Anne {NASTY}"
    ) as project:
        case, other = Case("k", f"Sag {NASTY}", outcome_group=NASTY), Case("l", f"Anden {NASTY}")
        for number in (1, 2):
            words = f"Jeg [laughs] sagde {NASTY} og gik. Så var det {number}."
            text = f"M{NASTY}: {words}"
            start = len(text) - len(words)
            digest = checksum(text)
            transcript = Transcript(
                f"t{number}", f"{number} {NASTY}", "da", digest, len(text), f"f{NASTY}.txt", digest, "txt", "k",
                turns=(Turn(start, len(text), f"s{number}"),),
            )  # fmt: skip
            speaker = Speaker(f"s{number}", f"t{number}", f"M{NASTY}", (f"borger {NASTY}",))
            cases = added(case, other) if number == 1 else ()
            project.do(
                bring_in(transcript, [speaker], cases),
                texts=[text],
                annotations=[Annotation(digest, "test", (Span(start, start + 8), Span(start, len(text))))],
            )
            coding = Coding(
                f"c{number}", transcript.id, start, len(text), "H1.M1", project.coder_id, Kind.REASONING,
                actor=NASTY, case_id="l", memo=NASTY,
            )  # fmt: skip
            project.do(code_passage(coding, codes[1], transcript))
            excerpt = Excerpt(
                f"x{number}",
                project.coder_id,
                transcript.id,
                start,
                len(text),
                1,
                NASTY,
                NASTY,
                NASTY,
                mark=True,
            )
            memos = [
                Memo(
                    f"{about}{number}",
                    project.coder_id,
                    about,
                    about_id,
                    title=NASTY,
                    text=f"# {NASTY}",
                    links=("c1",),
                )
                for about, about_id in ((Subject.PASSAGE, excerpt.id), (Subject.INTERVIEW, transcript.id))
            ]
            project.do(Deed("Kept", added(excerpt, *memos)))
        configuration = Configuration(
            "f", "K01", project.coder_id, f"Titel {NASTY}", ("H1",), because=NASTY, memo=NASTY
        )
        element = Element("e", f"ord {NASTY}", "H1.M1", actor=NASTY)
        project.do(begin(configuration, [element], [Place("p", "f", "e", Kind.REASONING)]))
    return str(place)


class Terminal:
    """A program in a pty, with everything it has written."""

    def __init__(self, command: list[str], env: dict[str, str], rows: int, columns: int) -> None:
        self.written = b""
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            os.execvpe(command[0], command, env)  # noqa: S606 - our own program
        import fcntl
        import struct
        import termios

        fcntl.ioctl(self.fd, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        os.set_blocking(self.fd, False)

    def read(self, quiet: float = 0.2, limit: float = 12.0) -> bytes:
        """Reads until nothing has come for a while."""
        import select

        found, deadline = b"", time.monotonic() + limit
        while time.monotonic() < deadline:
            ready, _, _ = select.select([self.fd], [], [], quiet)
            if not ready:
                break
            try:
                found += os.read(self.fd, 65536)
            except OSError:
                break
        self.written += found
        return found

    def press(self, *keys: bytes) -> bytes:
        """Presses keys, one at a time."""
        found = b""
        for key in keys:
            os.write(self.fd, key)
            found += self.read()
        return found

    def close(self) -> None:
        """Ends the program."""
        import contextlib

        with contextlib.suppress(OSError):
            os.write(self.fd, b"\x11")
        self.read()
        with contextlib.suppress(OSError):
            os.close(self.fd)
        os.waitpid(self.pid, 0)


@pytest.fixture
def terminal(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Terminal]:
    location = make_hostile(tmp_path / "hostile.rcoder")
    env = {
        **os.environ, "TERM": "xterm-256color", "COLORTERM": "truecolor", "TEXTUAL_ANIMATIONS": "none",
        "RCODER_STATE": str(tmp_path / "state"),
    }  # fmt: skip
    program = "import sys; from rcoder.ui.start import run; run(sys.argv[1], sys.argv[2])"
    found = Terminal([sys.executable, "-c", program, location, f"Anne {NASTY}"], env, 40, 120)
    found.read(quiet=1.5)
    yield found
    found.close()


ESC, TAB, UP, DOWN, ENTER, F1, CTRL_P = b"\x1b", b"\t", b"\x1b[A", b"\x1b[B", b"\r", b"\x1bOP", b"\x10"

WALK = (
    DOWN, b"c", DOWN, b"tr", ENTER, b"a", b"a", b"a", b"o", ESC,  # picker, flags
    b"T", ESC, b"*", b"\x14", ESC, b"M", DOWN, ENTER, ESC, b"e", ESC, b"l", ESC, b"n", ESC, ESC,  # quotation, marks, memos
    b"m", ENTER, ESC, ESC, b"m", b"a new", ENTER, b"!", b"\x13", b"c", ESC, TAB, TAB, TAB, b"\x1b[C", TAB,  # memo, panes
    b"f", b"u", b"U", b"x", b"u", b"n", b"j", F1, ESC, CTRL_P, b"co", ESC,
    b"A", DOWN, DOWN, DOWN, DOWN, DOWN, b"s", ESC, b"r", ESC, b"p", ESC, b"A", b"m", ESC, ESC, ESC,  # about it
    b"S", b" ", b"c", ESC, ESC,  # several
    b"k", ESC, b"g", DOWN, DOWN, DOWN, ENTER, ESC, ESC, b"i", DOWN, DOWN, ENTER, b"\x0f", ESC, ESC, ESC, ESC,
    b"n", ESC, b"o", ESC, b"w", ESC,
)  # fmt: skip
"""Through every screen and window."""


def test_no_screen_lets_content_steer_the_terminal(terminal: Terminal) -> None:
    for key in WALK:
        terminal.press(key)
    written = terminal.written
    text = OURS.sub(b"", written)
    leaks = re.findall(rb".{0,30}\x1b.{0,30}", text, re.DOTALL)
    assert not leaks
    shown = text.decode("utf-8")
    assert not re.search("[\x00-\x06\x0b\x0c\x0e-\x1a\x1c-\x1f\x7f-\x9f]", shown)
    assert not re.search("[\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]", shown)
    assert b"\x1b]0;" not in written
    assert b"\x1b]52;" not in written
    assert b"\x1b]8;" not in written


def test_square_brackets_are_shown_as_they_are_written(terminal: Terminal) -> None:
    pyte = pytest.importorskip("pyte")
    screen = pyte.Screen(120, 40)
    pyte.ByteStream(screen).feed(re.sub(rb"\x1b\[[<>=][^a-zA-Z]*[a-zA-Z]", b"", terminal.written))
    words = "\n".join(screen.display)
    for sign in ("[laughs]", "[/b]", "[@click=app.quit]", "[red]"):
        assert sign in words
