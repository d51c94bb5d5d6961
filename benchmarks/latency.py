"""Start-up and key-to-paint latency of the coding screen, beside a bare Textual program in the same run.

    python benchmarks/latency.py [--rounds N] [--codings N] [--ttylat FILE] [--json FILE]

Builds a project with a made-up transcript of 84 kB and 300 codings through `rcoder.project` (and as many further codings
in other transcripts as --codings says), then runs ttylat turn about on a bare Textual program and on rcoder, and prints
JSON: milliseconds, and ratios to the bare program. Goals: design/performance.md, 1 to 5.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from rcoder.domain.codebook import Code, Codebook, CodebookContents
from rcoder.domain.coding import Coding
from rcoder.domain.ids import new_id
from rcoder.domain.journal import Deed, added
from rcoder.domain.transcript import Transcript
from rcoder.domain.words import Bilingual, Kind
from rcoder.project import Project, create_project

sys.path.insert(0, str(Path(__file__).parent))

import large

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


CHARACTERS_A_WORD = 6.0
"""Of the made-up interviews."""


def add_codings(project: Project, transcript: Transcript, codes: list[Code], count: int, seed: int) -> None:
    """Codes `count` passages, many of them overlapping, in one entry."""
    rng = random.Random(seed)  # noqa: S311 - made-up codings
    codings = []
    for _ in range(count):
        start = rng.randrange(max(1, transcript.characters - 400))
        code = rng.choice(codes)
        end = min(transcript.characters, start + rng.randint(20, 400))
        codings.append(Coding(new_id(), transcript.id, start, end, code.id, project.coder_id, kind=code.kind))
    project.do(Deed(f"Coded {count} passages of {transcript.title}", added(*codings)))


def build(place: Path, codings: int, size: int) -> None:
    """A project whose first transcript has 300 codings, and further transcripts with the rest."""
    book = Codebook(new_id(), "bench", "1.0", Bilingual("Målebog", "Benchmark"))
    codes = [
        Code(
            new_id(),
            book.id,
            f"H{1 + n // 25}.{'CRMO'[n % 4]}{n}",
            position=n,
            kind=list(Kind)[n % 4],
            label=Bilingual(f"Kode {n}"),
        )
        for n in range(150)
    ]
    with create_project(
        str(place), "Benchmark", CodebookContents(book, tuple(codes)), coder="Bench"
    ) as project:
        first = large.add_interview(project, 0, round(size / CHARACTERS_A_WORD))
        add_codings(project, first, codes, 300, 1)
        done, number = 300, 0
        while done < codings:
            number += 1
            more = large.add_interview(project, number, 1000)
            count = min(500, codings - done)
            add_codings(project, more, codes, count, number + 1)
            done += count


def measure(folder: Path, ttylat: Path, rounds: int, codings: int) -> dict[str, Any]:
    """Runs ttylat turn about and gives its report with ratios."""
    (folder / "bare.py").write_text(BARE, encoding="utf-8")
    usual, long = folder / "usual.rcoder", folder / "long.rcoder"
    build(usual, codings, 84_000)
    build(long, 300, 2_100_000)
    env = {"RCODER_STATE": str(folder), "TEXTUAL_ANIMATIONS": "none", "COLORTERM": "truecolor"}
    command = [sys.executable, "-m", "rcoder", "open", "--coder", "Bench"]
    shared = {"rows": 40, "cols": 120, "probe": "down", "setup": "wait:1.5", "env": env}
    moves = "down*50 shift+right*50 esc*1 ctrl+down*20 pgdn*10"
    spec = [
        {
            "name": "bare",
            "cmd": [sys.executable, str(folder / "bare.py")],
            "ready": "Codebook",
            "keys": "x*80",
            "hold": "x:150:30",
            **shared,
        },
        {
            "name": "rcoder",
            "cmd": [*command, str(usual)],
            "ready": "Codebook",
            "keys": f"{moves} " + "down*1 1*1 down*1 2*1 down*1 3*1 down*1 4*1 x*1 u*3 " * 3,
            "hold": "shift+right:150:30",
            **shared,
        },
        {
            "name": "rcoder 2.1 MB",
            "cmd": [*command, str(long)],
            "ready": "Codebook",
            "keys": moves,
            "hold": "shift+right:150:30",
            **shared,
        },
    ]
    (folder / "spec.json").write_text(json.dumps(spec), encoding="utf-8")
    report = folder / "report.json"
    subprocess.run(
        [
            sys.executable,
            str(ttylat),
            "compare",
            str(folder / "spec.json"),
            "--rounds",
            str(rounds),
            "--json",
            str(report),
        ],
        check=True,
        stdout=sys.stderr,
    )
    found: dict[str, Any] = json.loads(report.read_text(encoding="utf-8"))
    return found


def summary(found: dict[str, Any]) -> dict[str, Any]:
    """Medians and 95th percentiles in milliseconds, and their ratio to the bare program's."""
    bare = found["bare"]
    key = bare["keys"]["x"]["done"]["p50"]
    return {
        name: {
            "start": {
                part: {
                    "ms": round(each["start"][part]["p50"], 1),
                    "ratio": round(each["start"][part]["p50"] / bare["start"][part]["p50"], 2),
                }
                for part in ("first_paint", "usable")
            },
            "keys": {
                pressed: {
                    "n": got["n"],
                    "ms": round(got["done"]["p50"], 2),
                    "p95": round(got["done"]["p95"], 2),
                    "ratio": round(got["done"]["p50"] / key, 2),
                }
                for pressed, got in each["keys"].items()
            },
            "held": {
                "frames": min(held["frames"] / held["keys"] for held in each["hold"]),
                "lag": round(max(held["lag"] for held in each["hold"]), 1),
            },
        }
        for name, each in found.items()
    }


def main() -> None:
    """Measures and prints JSON."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--codings", type=int, default=100_000)
    shared = Path(os.environ.get("RCODER_SHARED", Path(__file__).resolve().parents[2] / "shared"))
    parser.add_argument("--ttylat", type=Path, default=shared / "tools" / "ttylat.py")
    parser.add_argument("--json", type=Path, default=None)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        found = measure(Path(folder), chosen.ttylat, chosen.rounds, chosen.codings)
    words = json.dumps(summary(found), indent=1)
    if chosen.json:
        chosen.json.write_text(words, encoding="utf-8")
    print(words)


if __name__ == "__main__":
    main()
