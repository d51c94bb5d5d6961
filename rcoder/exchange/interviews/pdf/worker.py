"""The process that opens a PDF file: pypdf within limits of time and memory, since a file may be made to take both.

Reads the file from standard input and writes one JSON line for the file and one for each page. Whatever pypdf raises
ends the process, and the lines so far tell at which page.
"""

from __future__ import annotations

import json
import logging
import sys
from io import BytesIO
from typing import Any

MOST_PAGES = 1_500
MOST_LETTERS = 3_000_000
"""Letters of all pages."""
MOST_RUNS = 400_000
"""Stretches of text on all pages."""
SECONDS = 8.0
"""Of work for opening a file, and again for its first pages; what other programs do does not count."""
SECONDS_A_PAGE = 0.2
"""More for each page."""
MEMORY = 640 * 1024 * 1024
"""Bytes of address space, where the system can limit it."""
STREAM = 32 * 1024 * 1024
"""Bytes of the largest unpacked stream."""
_LIMITS: dict[str, Any] = {
    "zlib_maximum_output_length": STREAM,
    "lzw_maximum_output_length": STREAM,
    "run_length_maximum_output_length": STREAM,
    "array_based_stream_maximum_output_length": STREAM,
    "maximum_declared_stream_length": STREAM,
    "stream_decoding_work_maximum_length": 4 * STREAM,
    "stream_parsing_work_maximum_count": 1_000_000,
    "page_tree_maximum_entries": 4 * MOST_PAGES,
    "page_tree_maximum_page_entries": 100 * MOST_PAGES,
    "jbig2dec_binary": None,
}


def main() -> None:
    """Read a file and tell what is on its pages."""
    _limit()
    content = sys.stdin.buffer.read()
    from pypdf.errors import DependencyError, FileNotDecryptedError

    try:
        _read(content)
    except MemoryError:
        _tell({"refused": "memory"})
    except (DependencyError, FileNotDecryptedError):
        _tell({"refused": "locked"})


def _limit() -> None:
    logging.disable(logging.CRITICAL)
    try:
        import resource
    except ImportError:  # Windows has no such limits
        return
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _wait(seconds: float) -> None:
    """Let the system end the process when it has worked so many seconds from here, where it can."""
    import signal

    if hasattr(signal, "setitimer"):
        signal.signal(signal.SIGPROF, signal.SIG_DFL)
        signal.setitimer(signal.ITIMER_PROF, seconds)


def _read(content: bytes) -> None:
    from pypdf import PdfReader, apply_configuration

    with apply_configuration(**_LIMITS):
        _wait(SECONDS)
        reader = PdfReader(BytesIO(content), strict=False)
        if reader.is_encrypted and not reader.decrypt(""):
            _tell({"refused": "locked"})
            return
        pages = len(reader.pages)
        if pages > MOST_PAGES:
            _tell({"refused": "pages", "pages": pages})
            return
        _tell({"pages": pages})
        _wait(SECONDS + pages * SECONDS_A_PAGE)
        letters = runs = 0
        for page in reader.pages:
            told = _page(page)
            letters += sum(len(run[4]) for run in told["runs"])
            runs += len(told["runs"])
            if letters > MOST_LETTERS or runs > MOST_RUNS:
                _tell({"refused": "letters"})
                return
            _tell(told)
        _tell({"end": True})


def _page(page: Any) -> dict[str, Any]:
    from pypdf.generic import ContentStream

    from rcoder.exchange.interviews.pdf.content import Page, TooMuch

    shown = Page()
    contents = page.get("/Contents")
    if contents is not None:
        try:
            resources = page.get("/Resources")
            resources = resources.get_object() if resources is not None else {}
            shown.show(ContentStream(contents.get_object(), page.pdf, "bytes"), resources)
        except TooMuch:
            _tell({"refused": "page"})
            raise SystemExit(0) from None
    upright = _upright_turn(shown)
    return {
        "width": _width(page.get("/MediaBox"), lying=upright % 2 == 1),
        "images": shown.images,
        "askew": sum(run.turn != upright and bool(run.text.strip()) for run in shown.runs),
        "runs": [
            [
                *(round(number, 2) for number in (run.x0, run.x1, run.y, run.size)),
                run.text,
                run.bold,
                run.artifact,
                run.apart,
            ]
            for run in shown.runs
            if run.turn == upright
        ],
    }


def _width(box: Any, *, lying: bool) -> float:
    """Points from the left edge of the page, as it is read, to the right one; 0 where the file does not say."""
    box = box.get_object() if box is not None else ()
    if len(box) != 4 or not all(isinstance(edge.get_object(), int | float) for edge in box):
        return 0.0
    x0, y0, x1, y1 = (float(edge.get_object()) for edge in box)
    return round(abs(y1 - y0) if lying else abs(x1 - x0), 2)


def _upright_turn(shown: Any) -> int:
    """The quarter turn that most letters of the page have."""
    weights: dict[int, int] = {}
    for run in shown.runs:
        weights[run.turn] = weights.get(run.turn, 0) + len(run.text.strip())
    return max((turn for turn in weights if turn >= 0), key=lambda turn: weights[turn], default=0)


def _tell(told: dict[str, Any]) -> None:
    sys.stdout.write(json.dumps(told) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
