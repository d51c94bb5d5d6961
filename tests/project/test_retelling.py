"""A study file's excerpts and the memos on them, told into a project."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from rcoder.domain.errors import BadCodebook
from rcoder.domain.transcript import Span
from rcoder.domain.words import MemoKind, Subject
from rcoder.exchange.studies import read_study
from rcoder.project import Project, open_project
from rcoder.project.excerpts import excerpts_in, marks, quotes
from rcoder.project.importing import Bringing, import_files
from rcoder.project.memos import memo_lines
from rcoder.project.retelling import retell

STUDY = """\
rcoder: study 1
title: {{da: Prøve, en: Sample}}
codebook: {codebook}
manifest: manifest.csv
coders:
  - {{name: Anne, released: "yes"}}
  - {{name: Bo}}
codings:
  - {{id: a1, transcript: interview.txt, coder: Anne, quote: "det var jo rart", code: H1.M1}}
excerpts:
  - id: q1
    transcript: interview.txt
    coder: Anne
    quote: "så vidste jeg, hvem jeg skulle ringe til"
    edited: "så vidste jeg, hvem jeg skulle ringe til [Henrik]"
    translation: "then I knew whom to ring [Henrik]"
    mark: "yes"
  - {{id: q2, transcript: interview.txt, coder: Bo, quote: "Ja, det første halve år.", edited: "Ja, det første halve år."}}
  - id: q3
    transcript: interview.txt
    coder: Anne
    quote: "Da skiftede de hele tiden."
    edited: "Da  skiftede de hele tiden."
    translation: "Sie wechselten ständig."
    language: de
  - {{id: r1, transcript: interview.txt, coder: Anne, quote: "jeg", occurrence: "3", mark: "yes"}}
  - {{id: p1, transcript: interview.txt, coder: Anne, quote: "når det gik skidt"}}
memos:
  - {{id: me1, coder: Bo, kind: method, about: passage, of: p1, text: "Hvornår?"}}
  - {{id: me2, coder: Anne, kind: reflexive, about: passage, of: p1, title: Skidt, text: "Mit ord.", links: [q1, a1]}}
  - {{id: me3, coder: Anne, about: passage, of: q1, text: "Navnet er sat ind."}}
"""


@pytest.fixture
def written(tmp_path: Path, new_project: Callable[..., Project], interview_file: Path) -> Path:
    with new_project(coder="Anne") as project:
        list(import_files(project, [Bringing(interview_file, title="Mette", case="Sag 01")]))
        contents = project.codebook()
    assert contents is not None
    file = tmp_path / "study.yaml"
    file.write_text(STUDY.format(codebook=contents.codebook.key), encoding="utf-8")
    return file


@pytest.fixture
def anne(written: Path) -> Iterator[Project]:
    place = str(written.with_name("study.rcoder"))
    with open_project(place, coder="Anne") as project:
        retell(project, read_study(written), written)
        yield project


@pytest.fixture
def bo(anne: Project) -> Iterator[Project]:
    with open_project(anne.location, coder="Bo") as project:
        yield project


def test_quotations_are_kept_as_the_file_says(anne: Project, bo: Project) -> None:
    kept = {each.excerpt.start: each for each in (*quotes(anne), *quotes(bo))}
    text = anne.text(anne.transcript("Mette"))
    said = [kept[start].excerpt.span.of(text) for start in sorted(kept)]
    assert said == [
        "så vidste jeg, hvem jeg skulle ringe til",
        "Ja, det første halve år.",
        "Da skiftede de hele tiden.",
    ]
    first, second, third = (kept[start].excerpt for start in sorted(kept))
    assert first.edited == "så vidste jeg, hvem jeg skulle ringe til [Henrik]"
    assert (first.translation, first.language, first.mark) == (
        "then I knew whom to ring [Henrik]",
        "en",
        True,
    )
    assert (second.edited, second.translation, second.mark) == ("Ja, det første halve år.", "", False)
    assert (third.edited, third.translation, third.language) == ("", "Sie wechselten ständig.", "de")
    assert not any(each.check for each in kept.values())


def test_a_mark_stands_on_the_occurrence_that_is_named(anne: Project) -> None:
    text = anne.text(anne.transcript("Mette"))
    at = text.index("jeg", text.index("hvem jeg") + len("hvem jeg"))
    (_, mark) = marks(anne)
    assert mark.excerpt.span == Span(at, at + 3)
    assert (mark.excerpt.edited, mark.excerpt.translation) == ("", "")


def test_memos_on_passages_name_the_words_and_what_they_point_at(anne: Project) -> None:
    lines = [each for each in memo_lines(anne) if each.memo.about is Subject.PASSAGE]
    own = {each.memo.title: each for each in lines}
    assert set(own) == {"Skidt", ""}
    assert own["Skidt"].memo.kind is MemoKind.REFLEXIVE
    by_id = {each.id: each for each in excerpts_in(anne, anne.transcript("Mette").id)}
    text = anne.text(anne.transcript("Mette"))
    assert by_id[own["Skidt"].memo.about_id].span.of(text) == "når det gik skidt"
    quotation, coding = own["Skidt"].memo.links
    assert by_id[quotation].edited.endswith("[Henrik]")
    assert [each.coding.id for each in anne.coding_lines()] == [coding]
    assert len(own["Skidt"].points_at) == 2


def test_words_kept_for_a_memo_alone_are_kept_with_the_coders_own_first_memo_on_them(anne: Project) -> None:
    told = anne.store.entries()
    (entry,) = [each for each in told if "memo Skidt" in each.sentence]
    assert entry.coder_id == anne.coder_id
    assert [change.table for change in entry.changes] == ["excerpts", "memos"]
    rows = [change.id for each in told for change in each.changes if change.table == "excerpts"]
    assert len(rows) == len(set(rows)) == 5


def test_each_excerpt_is_in_its_coders_layer(anne: Project, bo: Project) -> None:
    assert {each.excerpt.coder_id for each in quotes(anne)} == {anne.coder_id}
    layers = {each.coder_id for each in excerpts_in(bo, bo.transcript("Mette").id)}
    assert layers == {anne.coder_id, bo.coder_id}
    assert not marks(bo)


def test_a_quotation_that_is_not_said_is_named_and_nothing_is_written(written: Path) -> None:
    words = written.read_text(encoding="utf-8")
    assert words.count('"når det gik skidt"') == 1
    written.write_text(words.replace('"når det gik skidt"', '"når det gik godt"'), encoding="utf-8")
    with open_project(str(written.with_name("study.rcoder")), coder="Anne") as project:
        before = len(project.store.entries())
        with pytest.raises(BadCodebook) as raised:
            retell(project, read_study(written), written)
        assert [each.line for each in raised.value.findings] == [27]
        assert "når det gik godt" in raised.value.findings[0].sentence
        assert len(project.store.entries()) == before
