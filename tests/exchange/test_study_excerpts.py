"""Excerpts of a study file, and the memos on them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from rcoder.domain.transcript import Turn
from rcoder.domain.words import Subject
from rcoder.exchange.studies import check_study, read_study
from rcoder.exchange.study_references import check_quotes

GOOD = """\
rcoder: study 1
title: {da: Prøve, en: Sample}
codebook: lille
manifest: manifest.csv
coders:
  - {name: Anne Holm}
  - {name: Jonas Krogh}
codings:
  - {id: a1, transcript: a.txt, coder: Anne Holm, quote: tryg, code: H1.M1}
excerpts:
  - id: q1
    transcript: a.txt
    coder: Anne Holm
    quote: "jeg var så tryg ved det"
    occurrence: "2"
    edited: "[J]eg var … tryg ved [det hele]"
    translation: "I felt safe"
    language: EN-GB
  - {id: r1, transcript: a.txt, coder: Jonas Krogh, quote: nej, mark: "yes"}
  - {id: p1, transcript: a.txt, coder: Anne Holm, quote: nej}
memos:
  - {id: me1, coder: Anne Holm, about: passage, of: p1, text: "Et nej.", links: [q1, a1]}
"""

Write = Callable[[str, str], Path]


def test_excerpts_are_read_as_they_say(written: Write) -> None:
    study = read_study(written("study.yaml", GOOD))
    quotation, mark, passage = study.excerpts
    assert (quotation.id, quotation.quote, quotation.occurrence) == ("q1", "jeg var så tryg ved det", 2)
    assert (quotation.edited, quotation.translation, quotation.language) == (
        "[J]eg var … tryg ved [det hele]", "I felt safe", "en-gb",
    )  # fmt: skip
    assert (mark.coder, mark.mark, mark.edited, mark.language) == ("Jonas Krogh", True, "", "en")
    assert not passage.mark
    (memo,) = study.memos
    assert (memo.about, memo.of, memo.links) == (Subject.PASSAGE, "p1", ("q1", "a1"))


def test_a_study_without_excerpts_has_none(written: Write) -> None:
    beginning, rest = GOOD.split("excerpts:\n")
    assert "memos:" in rest
    assert read_study(written("study.yaml", beginning)).excerpts == ()


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("… tryg ved", "… rolig ved", "16:13: “rolig” is not in the passage in that order"),
        ("[det hele]", "[det hele", "16:13: A bracket is opened or closed alone"),
        ('    translation: "I felt safe"\n', "", "17:15: The language is that of a translation"),
        ("EN-GB", "engelsk!", '18:15: "engelsk!" is no language'),
        ('occurrence: "2"', "occurrence: to", '15:17: "to" is no occurrence'),
        ('mark: "yes"', "mark: måske", '"måske" is no mark: it is yes or no.'),
        (', mark: "yes"', "", "19:5: This is kept for nothing: give it"),
        (', mark: "yes"', ', mark: "no"', "or a memo on it by its coder."),
        ("id: r1, transcript: a.txt, coder: Jonas Krogh", "id: r1, transcript: a.txt, coder: Jonas", 'no coder "Jonas"'),
        ("coder: Jonas Krogh, quote: nej", "coder: Anne Holm, quote: nej", "20:5: These words are kept in line 19"),
        ("id: r1", "id: q1", 'The id "q1" stands twice; an excerpt in line 11 has it already.'),
        ("id: r1, ", "", '19:5: An excerpt needs "id".'),
        ('    quote: "jeg var så tryg ved det"\n', "", '11:5: An excerpt needs "quote".'),
        ('mark: "yes"', 'marked: "yes"', '"marked" is no key of an excerpt; did you mean "mark"?'),
        ("of: p1", "of: p2", 'There is no excerpt "p2"'),
        ("of: p1, ", "", 'A memo about passage says which in "of".'),
        ("me1, coder: Anne Holm", "me1, coder: Jonas Krogh", "20:5: This is kept for nothing"),
        ("links: [q1, a1]", "links: [q9]", 'There is no memo, coding, configuration or excerpt "q9"'),
        ("id: r1", "id: a1", '22:86: "a1" is the id of two things; a link needs an id of its own.'),
    ],
)  # fmt: skip
def test_a_fault_is_named_where_it_stands(written: Write, old: str, new: str, expected: str) -> None:
    assert GOOD.count(old) == 1
    found = check_study(written("study.yaml", GOOD.replace(old, new)))
    said = [f"{each.line}:{each.column}: {each.sentence}" for each in found]
    assert any(expected in each for each in said), said


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("quote: nej, mark", "quote: jo, mark", 'There is no "jo" within one turn of a.txt.'),
        ('occurrence: "2"', 'occurrence: "3"', 'There is no occurrence 3 of "jeg var så tryg ved det"'),
        ("r1, transcript: a.txt", "r1, transcript: b.txt", 'There is no transcript "b.txt"'),
    ],
)
def test_an_excerpt_that_does_not_stand_in_its_transcript_is_named(
    written: Write, old: str, new: str, expected: str
) -> None:
    assert GOOD.count(old) == 1
    text = "nej, jeg var så tryg ved det, jeg var så tryg ved det"
    texts = {"a.txt": (text, (Turn(0, len(text)),))}
    assert check_quotes(read_study(written("study.yaml", GOOD)), texts) == ()
    (found,) = check_quotes(read_study(written("study.yaml", GOOD.replace(old, new))), texts)
    assert expected in found.sentence
