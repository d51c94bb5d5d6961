"""A made-up large study (performance.md §1): 1,000 transcripts, 100,000 codings, for measuring with."""

from __future__ import annotations

import random
import sys
from pathlib import Path

from rcoder.domain.actions.coding import code_passage
from rcoder.domain.actions.studying import bring_in, case_changes, join
from rcoder.domain.case import Case
from rcoder.domain.coding import Coder, Coding
from rcoder.domain.ids import named_id
from rcoder.domain.journal import Deed
from rcoder.domain.transcript import Annotation, Span, Speaker, Transcript, Turn
from rcoder.project import Project, coder_id, create_project
from rcoder.project.door import checksum
from rcoder.project.starting import codebook_named

WORDS = [
    "jeg",
    "det",
    "og",
    "ikke",
    "så",
    "var",
    "hun",
    "han",
    "da",
    "altså",
    "jamen",
    "måske",
    "praktik",
    "timer",
    "kontakt",
    "ringe",
    "turde",
    "fordi",
    "virksomhed",
    "mentor",
    "rart",
    "skidt",
    "morgen",
    "bus",
    "hund",
    "job",
    "arbejde",
    "snakke",
    "spørge",
    "hjælp",
    "tro",
    "mærke",
    "vide",
    "kunne",
    "skulle",
    "ville",
    "hele",
    "tiden",
]


def interview(seed: int, words: int) -> tuple[str, list[tuple[int, int, bool]]]:
    """Text of about so many words, and its turns as (start, end, interviewer)."""
    chance = random.Random(seed)  # noqa: S311 - made-up words
    parts, turns, at, said, interviewer = [], [], 0, 0, True
    while said < words:
        count = chance.randint(5, 15) if interviewer else chance.randint(20, 180)
        speech = " ".join(chance.choice(WORDS) for _ in range(count)).capitalize() + "."
        speech = ". ".join(speech[place : place + 80] for place in range(0, len(speech), 80))
        label = "INTERVIEWER: " if interviewer else "BORGER: "
        turns.append((at + len(label), at + len(label) + len(speech), interviewer))
        parts.append(f"{label}{speech}\n\n")
        at += len(parts[-1])
        said, interviewer = said + count, not interviewer
    return "".join(parts), turns


def build(place: Path, transcripts: int, words: int, codings: int, coder: str = "Meter") -> None:
    """Builds the study, all coded by one coder."""
    with create_project(str(place), "Large", codebook_named("jobfirst"), coder="Builder") as project:
        project.tell([("", join(Coder(coder_id(coder), coder)))])
        for number in range(transcripts):
            add_interview(project, number, words)
        _codings(project, codings, coder_id(coder))


def add_interview(project: Project, number: int, words: int) -> Transcript:
    """Brings a made-up interview in, in cases of five."""
    text, spoken = interview(number, words)
    identity = named_id("large", str(number))
    asker, teller = named_id(identity, "I"), named_id(identity, "B")
    case = Case(named_id("large case", str(number // 5)), f"Sag {number // 5:03}")
    speakers = [
        Speaker(asker, identity, "INTERVIEWER", (), True, 0),
        Speaker(teller, identity, "BORGER", ("borger",), False, 1),
    ]
    transcript = Transcript(
        id=identity,
        title=f"Interview {number:04}",
        language="da",
        checksum=checksum(text),
        characters=len(text),
        source=f"{number}.txt",
        source_checksum=checksum(text),
        format="txt",
        case_id=case.id,
        turns=tuple(Turn(start, end, asker if ours else teller) for start, end, ours in spoken),
    )
    sentences = tuple(
        Span(place, min(place + 82, end)) for start, end, _ in spoken for place in range(start, end, 82)
    )
    cases = case_changes(None, case) if number % 5 == 0 else ()
    project.do(
        bring_in(transcript, speakers, cases),
        texts=[text],
        annotations=[Annotation(transcript.checksum, "made up", sentences)],
    )
    return transcript


def _codings(project: Project, count: int, coder: str) -> None:
    chance = random.Random(1)  # noqa: S311 - made-up places
    codes = list(project.codes().values())
    transcripts = [project.transcript(line.id) for line in project.transcript_lines()]
    told: list[tuple[str, Deed]] = []
    for number in range(count):
        transcript = transcripts[number % len(transcripts)]
        code = codes[min(int(chance.expovariate(0.03)), len(codes) - 1)]
        start = chance.randrange(transcript.characters - 200)
        coding = Coding(
            named_id("large coding", str(number)),
            transcript.id,
            start,
            start + chance.randint(20, 200),
            code.id,
            coder,
            code.kind,
        )
        told.append((coder, code_passage(coding, code, transcript)))
    for begin in range(0, len(told), 5000):
        project.tell(told[begin : begin + 5000])


if __name__ == "__main__":
    build(Path(sys.argv[1]), *(int(each) for each in sys.argv[2:5]))
