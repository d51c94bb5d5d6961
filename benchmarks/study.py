"""The studies of design/performance.md §1 that the goals are measured on; made once and kept in a folder.

python benchmarks/study.py FOLDER [INTERVIEWS]      makes them
"""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator
from pathlib import Path

from rcoder.domain.actions.coding import code_passage
from rcoder.domain.actions.studying import bring_in, case_changes, join
from rcoder.domain.case import Case
from rcoder.domain.codebook import Code
from rcoder.domain.coding import Coder, Coding
from rcoder.domain.ids import named_id
from rcoder.domain.journal import Deed
from rcoder.domain.transcript import Speaker, Transcript, Turn
from rcoder.domain.words import Category
from rcoder.project import Project, coder_id, create_project
from rcoder.project.door import checksum
from rcoder.project.sentences import find_sentences
from rcoder.project.starting import codebook_named

sys.path.insert(0, str(Path(__file__).parent))

import speech

CODER = "Meter"
USUAL = 84_000
"""Characters of the interview that opens first."""
LONG = 2_100_000
WORDS = 10_000
"""Of every other interview."""
CHARACTERS_A_WORD = 8.6
"""Of the made-up talk, labels and line ends with it."""
OPENED = 300
"""Codings of the interview that opens first."""
LABELS = ("INTERVIEWER: ", "BORGER: ")


def add(project: Project, talk: speech.Speech, number: int, words: int) -> Transcript:
    """Brings in a made-up interview, five to a case."""
    text = talk.interview(number, words)
    identity = named_id("measured", str(number))
    voices = {label: named_id(identity, label) for label in LABELS}
    turns, at = [], 0
    for line in text.split("\n"):
        label = next((each for each in LABELS if line.startswith(each)), None)
        if label is not None:
            turns.append(Turn(at + len(label), at + len(line), voices[label]))
        at += len(line) + 1
    case = Case(named_id("measured case", str(number // 5)), f"Sag {number // 5:03}")
    speakers = [
        Speaker(voices[LABELS[0]], identity, "INTERVIEWER", (), True, 0),
        Speaker(voices[LABELS[1]], identity, "BORGER", ("borger",), False, 1),
    ]
    transcript = Transcript(
        id=identity, title=f"Interview {number:04}", language="da", checksum=checksum(text), characters=len(text),
        source=f"{number}.txt", source_checksum=checksum(text), format="txt", case_id=case.id, turns=tuple(turns),
    )  # fmt: skip
    project.do(
        bring_in(transcript, speakers, case_changes(None, case) if number % 5 == 0 else ()), texts=[text]
    )
    return transcript


def codings(project: Project, transcripts: list[Transcript], count: int) -> Iterator[tuple[str, Deed]]:
    """Deeds of codings, a few codes given often and most seldom; the first interview has OPENED of them."""
    chance = random.Random(1)  # noqa: S311 - made-up places
    codes: list[Code] = [each for each in project.codes().values() if each.category is Category.CODE]
    coder = coder_id(CODER)
    for number in range(count):
        rest = (number - OPENED) % max(1, len(transcripts) - 1) + 1
        transcript = transcripts[0 if number < OPENED or len(transcripts) == 1 else rest]
        code = codes[min(int(chance.expovariate(0.04)), len(codes) - 1)]
        turn = chance.choice(transcript.turns)
        start = chance.randrange(turn.start, max(turn.start + 1, turn.end - 60))
        end = min(turn.end, start + chance.randint(20, 200))
        coding = Coding(
            named_id("measured coding", str(number)), transcript.id, start, max(end, start + 1), code.id, coder, code.kind
        )  # fmt: skip
        yield coder, code_passage(coding, code, transcript)


def make(place: Path, interviews: int, count: int, first: int = USUAL, words: int = WORDS) -> Path:
    """A study whose first interview is of so many characters, where it is not there yet."""
    if place.exists():
        return place
    talk, begun = speech.Speech(), place.with_suffix(".begun.rcoder")
    begun.unlink(missing_ok=True)
    with create_project(str(begun), "Measured", codebook_named("jobfirst"), coder="Builder") as project:
        project.tell([("", join(Coder(coder_id(CODER), CODER)))])
        transcripts = [add(project, talk, 0, round(first / CHARACTERS_A_WORD))]
        transcripts += [add(project, talk, number, words) for number in range(1, interviews)]
        told = list(codings(project, transcripts, count))
        for begin in range(0, len(told), 5000):
            project.tell(told[begin : begin + 5000])
        for _ in find_sentences(project):
            pass
    begun.replace(place)
    return place


def studies(folder: Path, interviews: int = 1000) -> dict[str, Path]:
    """The large study, the same with few codings, and one that opens with a text of 2.1 MB."""
    folder.mkdir(parents=True, exist_ok=True)
    many = 100 * interviews
    return {
        "large": make(folder / f"large-{interviews}.rcoder", interviews, many),
        "small": make(folder / "small.rcoder", 8, 500),
        "long": make(folder / "long.rcoder", 8, 500, first=LONG),
    }


if __name__ == "__main__":
    print(studies(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 1000))
