"""Goals 1 to 7: keys and starts of the program in a real terminal, turn about with a bare Textual program.

The meter is shared/tools/ttylat.py, used as a library.
"""

from __future__ import annotations

import contextlib
import importlib.util
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from types import ModuleType
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))

import speech
import study

BARE = """
from textual.app import App
from textual.widgets import Static
class Bare(App):
    n = 0
    def compose(self):
        yield Static("Codebook", id="line")
    def on_key(self, event):
        self.n += 1
        self.query_one("#line", Static).update(f"Codebook {self.n} " + "x" * (self.n % 40))
Bare().run()
"""
MOVES = ("down", "shift+right", "ctrl+down")
DEEDS = ("1", "2", "x", "u")
"""Two recent codes given, a coding removed, a deed taken back."""
KEYS = "down*40 shift+right*40 esc*1 ctrl+down*15 pgdn*10 " + "down*1 1*1 down*1 2*1 x*1 u*3 " * 4
OPENING = "i*1 " + "down*1 enter*1 wait:0.3 i*1 up*1 enter*1 wait:0.3 i*1 " * 3 + "esc*1"
"""From the list of interviews, which the letter i goes to."""


LONG_KEYS = "down*40 shift+right*40 esc*1 ctrl+down*15 pgdn*10 i*1 down*1 enter*1 wait:0.5 i*1 up*1 enter*1 wait:0.5 esc*1"


SCREENS = {
    "C": "the board of cases",
    "B": "the codebook",
    "g": "configurations",
    "/": "find",
    "Q": "retrieve",
    "M": "memos",
    "A": "about the interview",
    "S": "several interviews",
    "L": "passages to look at again",
}
"""Screens by the key that opens them from an interview."""
OPEN_EACH = " ".join(f"{key}*1 wait:1.5 esc*1 wait:0.7" for key in SCREENS)


def interviews(folder: Path) -> Path:
    """Files to be brought in while keys are pressed."""
    speech.write(40, 5000, folder)
    return folder


def meter(place: Path) -> ModuleType:
    """The meter as a module. Raises FileNotFoundError."""
    spec = importlib.util.spec_from_file_location("ttylat", place)
    if spec is None or spec.loader is None or not place.is_file():
        raise FileNotFoundError(place)
    module = importlib.util.module_from_spec(spec)
    sys.modules["ttylat"] = module
    spec.loader.exec_module(module)
    return module


class Programs:
    """The programs that are started, each with a state folder of its own."""

    def __init__(self, folder: Path, studies: dict[str, Path]) -> None:
        self.folder = folder
        self.studies = studies
        (folder / "bare.py").write_text(BARE, encoding="utf-8")

    def of(self, name: str, keys: str, **more: Any) -> dict[str, Any]:
        """What ttylat runs: the bare program, or rcoder on one of the studies."""
        state = self.folder / f"state-{name}"
        env = {
            "RCODER_STATE": str(state),
            "TEXTUAL_ANIMATIONS": "none",
            "COLORTERM": "truecolor",
            "PYTHONDONTWRITEBYTECODE": "",
        }
        command = [sys.executable, "-m", "rcoder", "open", "--coder", study.CODER]
        cmd = (
            [sys.executable, str(self.folder / "bare.py")]
            if name == "bare"
            else [*command, str(self.studies[name])]
        )
        return {
            "name": name, "cmd": cmd, "ready": "Codebook", "rows": 40, "cols": 120, "probe": "down",
            "setup": "wait:1.5", "env": env, "keys": keys, **more,
        }  # fmt: skip


def run(ttylat: ModuleType, programs: Programs, rounds: int) -> dict[str, Any]:
    """Rows 1 to 5 and 7: every program so many times, turn about."""
    apps = [
        programs.of("bare", "x*80", hold="x:150:30"),
        programs.of("large", f"{KEYS} {OPENING}", hold="shift+right:150:30"),
        programs.of("small", f"{KEYS} {OPENING}", hold="shift+right:150:30"),
        programs.of("long", f"{LONG_KEYS}", hold="shift+right:150:30"),
    ]
    found: dict[str, Any] = ttylat.run_apps(apps, rounds)
    return found


def screens(ttylat: ModuleType, programs: Programs, rounds: int) -> dict[str, Any]:
    """How long each screen takes to open in the large study and in the small one."""
    found: dict[str, Any] = ttylat.run_apps(
        [programs.of(name, OPEN_EACH, quiet_ms=300) for name in ("large", "small")], rounds
    )
    return found


JOBS = {
    "an import": "import {place} {files} --later",
    "sentences and lemmas": "annotate {place}",
    "an export of the change theory": "export theory {place} --out {folder}/theory.html",
    "a check of the whole file": "verify {place}",
    "a search": "find {place} mentor",
}
"""Work of other processes on the same study, by the command line."""


@contextlib.contextmanager
def at_work(job: str, env: dict[str, str]) -> Iterator[None]:
    """Does a job again and again beside what is measured."""
    loop = f"while :; do {sys.executable} -m rcoder {job} >/dev/null 2>&1; done"
    process = subprocess.Popen(["sh", "-c", loop], env={**os.environ, **env}, start_new_session=True)
    try:
        yield
    finally:
        os.killpg(process.pid, 15)
        process.wait()


def beside(ttylat: ModuleType, programs: Programs, files: Path, rounds: int) -> dict[str, dict[str, float]]:
    """Row 6: milliseconds of a move at the median and the 95th percentile, idle and beside each job, turn about."""
    taken: dict[str, list[float]] = {name: [] for name in ("idle", "suggestions", *JOBS)}
    for number in range(rounds):
        for name in taken:
            with tempfile.TemporaryDirectory() as temporary:
                place = Path(temporary) / "busy.rcoder"
                shutil.copy(programs.studies["small"], place)
                app = Programs(programs.folder, {f"busy{number}": place}).of(f"busy{number}", "")
                pause = 0.27 if name == "suggestions" else 0.0
                job = JOBS.get(name, "").format(place=place, files=files, folder=temporary)
                taken[name] += _moves(ttylat, app, job, pause)
    return {
        name: {"p50": median(each), "p95": sorted(each)[round(0.95 * (len(each) - 1))]}
        for name, each in taken.items()
    }


def _moves(ttylat: ModuleType, app: dict[str, Any], job: str, pause: float) -> list[float]:
    """Milliseconds of each of 60 moves; `pause` seconds between two let what waits for rest begin."""
    with ttylat.Term(app["cmd"], app["rows"], app["cols"], app["env"]) as term:
        term.start(app["ready"], None)
        term.settle(2.0)
        with at_work(job, app["env"]) if job else contextlib.nullcontext():
            term.settle(1.0)
            found = []
            for _ in range(60):
                if pause:
                    term.settle(pause)
                answer = term.press(ttylat.key_bytes("down"))
                if not answer.get("miss"):
                    found.append(answer["done"])
    return found
