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

from rcoder.domain.actions.studying import bring_in
from rcoder.domain.codebook import Code, Codebook, CodebookContents
from rcoder.domain.coding import Coding
from rcoder.domain.ids import new_id
from rcoder.domain.journal import Deed, added
from rcoder.domain.transcript import Annotation, Span, Speaker, Transcript, Turn
from rcoder.domain.words import Bilingual, Kind
from rcoder.project import Project, create_project
from rcoder.project.door import checksum

WORDS = [
    "jeg",
    "det",
    "var",
    "ikke",
    "altid",
    "nemt",
    "men",
    "han",
    "hun",
    "sagde",
    "at",
    "vi",
    "kunne",
    "prøve",
    "igen",
    "og",
    "så",
    "ringede",
    "mentoren",
    "til",
    "virksomheden",
    "hver",
    "uge",
    "fordi",
    "kontaktpersonen",
    "havde",
    "tid",
    "tryghed",
    "arbejde",
    "timer",
    "løn",
    "kollega",
    "chef",
    "møde",
    "mandag",
    "borger",
    "sag",
    "plan",
    "mål",
    "hjælp",
    "støtte",
]

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


def text_of(size: int, seed: int) -> tuple[str, list[Turn], list[Span], list[str]]:
    """A made-up interview of about `size` code points: text, turns, sentences and the turns' speakers."""
    rng = random.Random(seed)  # noqa: S311 - made-up text, the same each time
    pieces: list[str] = []
    turns: list[Turn] = []
    sentences: list[Span] = []
    speakers: list[str] = []
    place = 0
    while place < size:
        name = ("INTERVIEWER", "METTE")[len(turns) % 2]
        label = f"{name}: "
        start = place + len(label)
        words: list[str] = []
        here = start
        for _ in range(1 if name == "INTERVIEWER" else rng.randint(2, 9)):
            sentence = " ".join(rng.choice(WORDS) for _ in range(rng.randint(5, 16))).capitalize() + "."
            sentences.append(Span(here, here + len(sentence)))
            here += len(sentence) + 1
            words.append(sentence)
        body = " ".join(words)
        pieces.append(f"{label}{body}\n")
        turns.append(Turn(start, start + len(body), name))
        speakers.append(name)
        place += len(pieces[-1])
    return "".join(pieces), turns, sentences, speakers


def add_transcript(project: Project, title: str, size: int, seed: int) -> tuple[Transcript, str]:
    """Brings a made-up interview in."""
    text, turns, sentences, _ = text_of(size, seed)
    ids = {name: new_id() for name in ("INTERVIEWER", "METTE")}
    transcript_id, digest = new_id(), checksum(text)
    transcript = Transcript(
        id=transcript_id,
        title=title,
        language="da",
        checksum=digest,
        characters=len(text),
        source=f"{title}.txt",
        source_checksum=digest,
        format="txt",
        turns=tuple(Turn(turn.start, turn.end, ids[turn.speaker_id or ""]) for turn in turns),
    )
    voices = [
        Speaker(ids["INTERVIEWER"], transcript_id, "INTERVIEWER", interviewer=True),
        Speaker(ids["METTE"], transcript_id, "METTE", ("borger",), position=1),
    ]
    annotation = Annotation(digest, "made up", tuple(sentences))
    project.do(bring_in(transcript, voices), texts=[text], annotations=[annotation])
    return transcript, text


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
        first, _ = add_transcript(project, "A first", size, 1)
        add_codings(project, first, codes, 300, 1)
        done, number = 300, 0
        while done < codings:
            number += 1
            more, _ = add_transcript(project, f"B{number:04}", 6000, number + 1)
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
