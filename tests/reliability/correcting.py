"""A program that gives a transcript a corrected text and says so once it is written.

correcting.py PROJECT
"""

from __future__ import annotations

import hashlib
import os
import sys
from dataclasses import replace
from pathlib import Path

from rcoder.domain.actions.correcting import Correction, Refound, correct
from rcoder.domain.codebook import Code, Codebook
from rcoder.domain.coding import Coder, Coding
from rcoder.domain.journal import Entry, added
from rcoder.domain.transcript import Speaker, Transcript, Turn
from rcoder.domain.words import Bilingual, Verdict
from rcoder.store import create_store, open_store

LINE = "Mette: Det gik godt, fordi hun lyttede på mig.\n"
COUNT = 400
BEFORE, AFTER = LINE * COUNT, f"Line: Hej.\n{LINE * COUNT}"
STEP = len(AFTER) - len(BEFORE)
AT = "2026-01-01T12:00:00Z"


def checksum(text):
    return hashlib.sha256(text.encode()).hexdigest()


def transcript(text, revision=1):
    turns = tuple(
        Turn(start + 7, start + len(LINE) - 1, "s1")
        for start in range(len(text) - len(BEFORE), len(text), len(LINE))
    )
    return Transcript(
        "t1",
        "Mette",
        "da",
        checksum(text),
        len(text),
        "m.txt",
        f"{revision}",
        "txt",
        turns=turns,
        revision=revision,
    )


def codings():
    return [
        Coding(f"k{number}", "t1", number * len(LINE) + 7, number * len(LINE) + 20, "h1", coder)
        for number, coder in zip(range(COUNT), ["anna", "bo"] * COUNT, strict=False)
    ]


def make(path: Path) -> None:
    rows = added(
        Coder("anna", "Anna"), Coder("bo", "Bo"), Codebook("b1", "b", "1", Bilingual("Kodebog", "Codebook")), Code("h1", "b1", "H1"),
        transcript(BEFORE), Speaker("s1", "t1", "Mette"), *codings(),
    )  # fmt: skip
    with create_store(path) as store:
        store.write(Entry("grund", "anna", AT, "lagde grunden", rows), {checksum(BEFORE): BEFORE})


def deed():
    """Every passage further on, every tenth of them lost."""
    refound = [
        Refound(each, each, Verdict.LOST)
        if number % 10 == 0
        else Refound(each, replace(each, start=each.start + STEP, end=each.end + STEP, revision=2), None)
        for number, each in enumerate(codings())
    ]
    voices = (Speaker("s1", "t1", "Mette"),)
    return correct(Correction(transcript(BEFORE), transcript(AFTER, 2), voices, voices, tuple(refound)))


def write(path: Path) -> int:
    with open_store(path) as store:
        made = deed()
        return store.write(
            Entry("rettet", "anna", AT, made.sentence, made.changes), {checksum(AFTER): AFTER}
        ).seq


if __name__ == "__main__":
    os.write(sys.stdout.fileno(), b"%d\n" % write(Path(sys.argv[1])))
