"""The same interview in another format, with other labels and other line ends: every passage is found, none is in doubt."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest

from rcoder.analysis.anchoring import Anchoring
from rcoder.domain.transcript import Span
from rcoder.exchange.interviews import Interview, read_interview
from rcoder.language.comparison import compare
from rcoder.project import Project
from rcoder.project.coding import CodingFlags, code_passage
from rcoder.project.importing import Bringing, import_files
from rcoder.project.reimporting import Wanted, reimport

WORD = re.compile(r"\w+")
FILES = (
    "da_utf8_bom_crlf.txt", "da_latin1.txt", "da_nbsp.txt", "da_nfd.txt", "da_utf16le_bom.txt", "da_paragraphs.docx",
    "da_paragraphs.odt", "da_paragraphs.rtf",
)  # fmt: skip


def read(folder: Path, name: str) -> Interview:
    return read_interview(folder / "transcripts" / "encodings" / name, language="da")


def spans(text: str, count: int) -> list[Span]:
    random, places = Random(7), [found.span() for found in WORD.finditer(text)]  # noqa: S311 - nothing is secret
    firsts = [(random.randrange(len(places) - 40), random.choice((0, 2, 11, 39))) for _ in range(count)]
    return [Span(places[first][0], places[first + more][1]) for first, more in firsts]


def words(text: str) -> list[str]:
    return WORD.findall(text.casefold())


@pytest.mark.parametrize("name", FILES)
def test_the_same_text_in_another_file_casts_no_doubt(shared: Path, name: str) -> None:
    before, after = read(shared, "da_utf8.txt"), read(shared, name)
    turns = tuple([Span(turn.start, turn.end) for turn in each.turns] for each in (before, after))
    anchoring = Anchoring(before.text, after.text, compare(before.text, after.text), (turns[0], turns[1]))
    for span in spans(before.text, 100):
        found = anchoring.anchor(span)
        assert found.verdict is None
        assert found.span is not None
        assert words(found.span.of(after.text)) == words(span.of(before.text))


LABELLED = {
    "bold.md": "**Interviewer:** {0}\n\n**Borger 1:** {1}\n\n**Interviewer:** {2}\n\n**Borger 1:** {3}\n",
    "stamped.txt": "[00:00:01] I: {0}\n[00:00:05] B: {1}\n[00:00:31] I: {2}\n[00:00:38] B: {3}\n",
    "captions.vtt": "WEBVTT\n\n00:01.000 --> 00:04.000\n<v I>{0}\n\n00:05.000 --> 00:30.000\n<v Mette>{1}\n\n"
    "00:31.000 --> 00:36.000\n<v I>{2}\n\n00:38.000 --> 00:50.000\n<v Mette>{3}\n",
}


@pytest.mark.parametrize("name", LABELLED)
def test_other_labels_and_another_format_keep_speakers_and_passages(
    new_project: Callable[..., Project], interview_file: Path, name: str
) -> None:
    text = interview_file.read_text(encoding="utf-8")
    turns = [line.partition(": ")[2] for line in text.splitlines() if line]
    file = interview_file.with_name(name)
    file.write_text(LABELLED[name].format(*turns), encoding="utf-8")
    with new_project() as project:
        list(import_files(project, [Bringing(interview_file, title="Mette", roles=("borger",))]))
        asked, answered = project.speakers(project.transcript("Mette").id).values()
        for passage in (turns[1], turns[3][:20], f"{turns[2]}\n\nMETTE: {turns[3]}"):
            start = text.index(passage)
            code_passage(project, "Mette", Span(start, start + len(passage)), "H1.M1", CodingFlags())
        found = reimport(project, "Mette", Wanted(file))
        assert (found.found, found.moved, found.changed, found.lost) == (3, (), (), ())
        after = project.speakers(project.transcript("Mette").id)
        assert [(each.id, each.roles, each.interviewer) for each in after.values()] == [
            (asked.id, (), True),
            (answered.id, ("borger",), False),
        ]
        assert {line.passage.speaker for line in project.coding_lines()} <= {
            after[answered.id].name,
            after[asked.id].name,
        }
