"""Work that others build on, take away or bring back, and words that would break what they are written into."""

from __future__ import annotations

import errno
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from let_go import write_codebook_file, write_memos, write_passages
from rcoder.domain.actions.coding import attach
from rcoder.domain.actions.configuring import begin, drop
from rcoder.domain.actions.studying import release
from rcoder.domain.configuration import Configuration, Element, Evidence, Link, Place
from rcoder.domain.errors import RcoderError, Stale
from rcoder.domain.ids import new_id
from rcoder.domain.transcript import Span
from rcoder.domain.words import Claim, Kind, Stance
from rcoder.project import Project, open_project
from rcoder.project.codebook_work import Wanted, edit
from rcoder.project.coding import CodingFlags, code_passage
from rcoder.project.excerpts import Form, quoting
from rcoder.project.excerpts import Place as Words
from rcoder.project.importing import Bringing, import_files
from rcoder.project.memos import memo_lines


@pytest.fixture
def study(new_project: Callable[..., Project], interview_file: Path) -> str:
    """An interview, and Anne's released configuration K01 of two elements and a link."""
    with new_project(coder="Anne") as anne:
        list(import_files(anne, [Bringing(interview_file, case="Sag 01", roles=("borger",))]))
        own = Configuration("K", "K01", anne.coder_id)
        elements = [Element("e0", "kontaktperson"), Element("e1", "tryg")]
        places = [
            Place("p0", "K", "e0", Kind.RESOURCE, 0),
            Place("p1", "K", "e1", Kind.REASONING, 1),
        ]
        anne.do(begin(own, elements, places, links=[Link("l", "K", "e0", "e1")]))
        anne.do(release(next(each for each in anne.coders() if each.id == anne.coder_id)))
        return anne.location


@pytest.mark.parametrize(("claim", "claim_id"), [(Claim.LINK, "l"), (Claim.CONFIGURATION, "K")])
def test_evidence_is_not_done_again_on_a_claim_that_is_gone(study: str, claim: Claim, claim_id: str) -> None:
    with open_project(study, coder="Bo") as bo, open_project(study, coder="Anne") as anne:
        transcript = bo.transcript("interview.txt")
        evidence = Evidence(new_id(), claim, claim_id, transcript.id, 70, 90, Stance.SUPPORTS, bo.coder_id)
        deed = attach(evidence, "K01", transcript)
        bo.do(deed)
        bo.undo()
        anne.do(drop(anne.configuration("K01").assembled, anne.element_homes("K")))
        with pytest.raises(Stale, match="no longer there"):
            bo.redo()
        with pytest.raises(Stale, match="no longer there"):
            bo.do(deed)
        assert bo.evidence_in(transcript.id) == ()
        anne.undo()
        bo.redo()
        assert bo.evidence_in(transcript.id) == (evidence,)


@pytest.mark.parametrize("ending", [".csv", ".xlsx", ".md", ".docx"])
@pytest.mark.parametrize("language", ["\x01\x1b[31m", "\ufffe", "<script>", "![x](http://e)", "=1+1"])
def test_any_language_of_a_translation_can_be_exported(
    study: str, tmp_path: Path, language: str, ending: str
) -> None:
    with open_project(study, coder="Anne") as anne:
        transcript = anne.transcript("interview.txt")
        code_passage(anne, transcript.id, Span(70, 95), "H1.M1", CodingFlags())
        anne.do(
            quoting(anne, Words(transcript.id, Span(70, 95), 1), Form(translation="ord", language=language))
        )
        file = tmp_path / f"ud{ending}"
        assert write_passages(anne, "H1.M1", file).results == 1
        if ending == ".md":
            assert not re.search(r"(?<!\\)[<\[]", file.read_text(encoding="utf-8"))


def test_a_disk_that_is_full_leaves_every_file_as_it_was(
    study: str, codebook_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Passages, memos, a codebook and its backup: what was there stays whole, and nothing half written is left."""
    folder = tmp_path / "ud"
    folder.mkdir()
    files = [folder / name for name in ("p.csv", "p.xlsx", "p.md", "p.docx", "m.md", "b.yaml", "b.yaml.bak")]
    for file in files:
        file.write_bytes(codebook_file.read_bytes())

    def half(self: Path, contents: bytes | str, **_: object) -> None:
        with self.open("wb" if isinstance(contents, bytes) else "w") as file:
            file.write(contents[: len(contents) // 2])
        raise OSError(errno.ENOSPC, "No space left on device")

    with open_project(study, coder="Anne") as anne:
        anne.do(edit(anne, "H1.M1", Wanted({"definition.da": "Nyt: # 'ja'"})))
        monkeypatch.setattr(Path, "write_bytes", half)
        monkeypatch.setattr(Path, "write_text", half)
        writes: list[Callable[[], object]] = [
            *(lambda file=file: write_passages(anne, "is:coding", file) for file in files[:4]),
            lambda: write_memos(anne, files[4], memo_lines(anne)),
            lambda: write_codebook_file(anne, files[5]),
            lambda: write_codebook_file(anne, folder / "new.yaml"),
        ]
        for write in writes:
            with pytest.raises(RcoderError, match="No space left"):
                write()
    assert sorted(folder.iterdir()) == sorted(files)
    assert {file.read_bytes() for file in files} == {codebook_file.read_bytes()}
