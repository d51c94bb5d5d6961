"""How quickly and how exactly 300 passages are found again in a corrected text of 60 kB, beside the bare comparison.

python benchmarks/reanchor.py [TEXT]     prints a table; the bare comparison is tokens as integers, Levenshtein's opcodes of
                                         rapidfuzz over them and over the letters of what is replaced
"""

from __future__ import annotations

import os
import re
import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import NamedTuple

from rapidfuzz.distance import Levenshtein

from rcoder.analysis.anchoring import Anchoring
from rcoder.domain.transcript import Span
from rcoder.language.comparison import compare

sys.path.insert(0, str(Path(__file__).parent))

import corrections

SEEDS = 9
ROOT = Path(__file__).parents[1]
TOKEN = re.compile(r"\w+|\s+|.", re.DOTALL)


def bare(before: str, after: str, *, letters: bool = True) -> None:
    """The comparison alone."""
    known: dict[str, int] = {}
    tokens, others = (TOKEN.findall(text) for text in (before, after))
    old, new = ([known.setdefault(each, len(known)) for each in some] for some in (tokens, others))
    opcodes = Levenshtein.opcodes(old, new)
    for each in opcodes if letters else ():
        if each.tag == "replace":
            gone, come = tokens[each.src_start : each.src_end], others[each.dest_start : each.dest_end]
            Levenshtein.opcodes("".join(gone), "".join(come))


def timed(work: Callable[[], object], times: int = 3) -> float:
    """Milliseconds of the processor that some work takes at its best: other programs are at work beside it."""
    taken = []
    for _ in range(times):
        begin = time.process_time()
        work()
        taken.append((time.process_time() - begin) * 1000)
    return min(taken)


class Measured(NamedTuple):
    """Medians in milliseconds, and how many spans with both ends land exactly."""

    bare: float
    without_letters: float
    ours: float
    exact: int
    asked: int


def measure(text: str, kind: Callable[[str, int], corrections.Corrected]) -> Measured:
    """What one kind of correction takes, bare and ours."""
    bares, strict, own, exact, asked = [], [], [], 0, 0
    for seed in range(SEEDS):
        made, spans = kind(text, seed), corrections.passages(text, seed)

        def ours(made: corrections.Corrected = made, spans: list[tuple[int, int]] = spans) -> None:
            anchoring = Anchoring(made.before, made.after, compare(made.before, made.after))
            for start, end in spans:
                anchoring.anchor(Span(start, end))

        bares.append(timed(lambda made=made: bare(made.before, made.after)))
        strict.append(timed(lambda made=made: bare(made.before, made.after, letters=False)))
        own.append(timed(ours))
        anchoring = Anchoring(made.before, made.after, compare(made.before, made.after))
        for start, end in spans:
            if (reference := made.reference(start, end)) is not None:
                asked += 1
                exact += anchoring.anchor(Span(start, end)).span == Span(*reference)
    middle = SEEDS // 2
    one, two, three = (sorted(each)[middle] for each in (bares, strict, own))
    return Measured(one, two, three, exact, asked)


def told(text: str, kind: Callable[[str, int], corrections.Corrected]) -> str:
    """One row of the table."""
    one, two, three, exact, asked = measure(text, kind)
    return (
        f"{one:5.1f} | {two:5.1f} | {three:5.1f} | {three / one:.2f} | {three / two:.2f} | {exact} of {asked}"
    )


def unrelated(words: int) -> str:
    """How long two texts take that have nothing but their words in common, and what memory is at its highest."""
    random = Random(words)  # noqa: S311 - nothing here is secret
    known = (ROOT / "interviews" / "sample" / "sag01-borger.txt").read_text(encoding="utf-8").split()
    before, after = (" ".join(random.choice(known) for _ in range(words)) for _ in range(2))
    taken = timed(lambda: compare(before, after), times=1)
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    return f"two unrelated texts of {words} words: {taken / 1000:.2f} s, {most} MB"


def main(place: Path) -> None:
    """Prints the table."""
    text = place.read_text(encoding="utf-8")
    print(f"{place.name}, {len(text)} characters; medians of {SEEDS}, ms")
    print("kind | bare | bare without letters | ours | ratio | ratio to that without letters | exact")
    for name, kind in corrections.KINDS.items():
        print(f"{name} | {told(text, kind)}", flush=True)
    for words in (10_000, 60_000, 400_000):
        print(unrelated(words), flush=True)


if __name__ == "__main__":
    shared = Path(os.environ.get("RCODER_SHARED", ROOT.parent / "shared"))
    given = [each for each in sys.argv[1:] if each.endswith(".txt")]
    main(Path(given[0]) if given else shared / "transcripts" / "encodings" / "CANONICAL.txt")
