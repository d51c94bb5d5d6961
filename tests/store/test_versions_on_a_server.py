"""Versions of the theory in a project on PostgreSQL: saved, listed, read back and compared as in a file."""

from __future__ import annotations

from pathlib import Path

from rcoder.domain.actions.coding import attach
from rcoder.domain.actions.configuring import begin
from rcoder.domain.actions.reviewing import give_status
from rcoder.domain.codebook import CodebookContents
from rcoder.domain.configuration import Configuration, Element, Evidence, Grounding, Link, Place
from rcoder.domain.ids import new_id
from rcoder.domain.theory_difference import About, Sort
from rcoder.domain.transcript import Span
from rcoder.domain.words import Claim, Kind, MemoKind, Stance, Status, Subject
from rcoder.project import create_project
from rcoder.project.coding import CodingFlags, code_passage
from rcoder.project.importing import Bringing, import_files
from rcoder.project.memos import add_memo
from rcoder.project.version_reasons import course, window
from rcoder.project.versions import difference, save, stand, version_lines


def test_a_version_is_saved_and_compared(
    fresh_database: str, contents: CodebookContents, interview_file: Path
) -> None:
    with create_project(fresh_database, "Prøve", contents, coder="Anne") as project:
        list(
            import_files(project, [Bringing(interview_file, title="Mette", case="Sag 01", roles=("borger",))])
        )
        coding, _ = code_passage(project, "Mette", Span(70, 95), "H1.R1", CodingFlags())
        own = Configuration(new_id(), "K01", project.coder_id, "Fast", hypotheses=(project.code("H1").id,))
        codes = [project.code("H1.R1"), project.code("H1.M1")]
        elements = [Element(new_id(), code.label.da, code.id) for code in codes]
        places = [
            Place(new_id(), own.id, each.id, kind, number)
            for number, (each, kind) in enumerate(zip(elements, (Kind.RESOURCE, Kind.REASONING), strict=True))
        ]
        link = Link(new_id(), own.id, elements[0].id, elements[1].id)
        project.do(
            begin(own, elements, places, [Grounding(new_id(), elements[0].id, coding.id)], [link]),
            why="Ét nummer.",
        )
        save(project, "Første", "fordi")
        transcript = project.transcript("Mette")
        evidence = Evidence(
            new_id(), Claim.LINK, link.id, transcript.id, 70, 95, Stance.SUPPORTS, project.coder_id
        )
        project.do(attach(evidence, "K01", transcript), why="Hun siger det selv.")
        project.do(give_status(project.configurations()[0], Status.ACCEPTED, project.coder_id))
        add_memo(
            project, Subject.CONFIGURATION, "K01", kind=MemoKind.THEORETICAL, title="", text="Det holder."
        )
        assert [each.key for each in version_lines(project)] == ["0", "1", "now"]
        assert "1 configuration, 0 of 1 accepted" in version_lines(project)[1].held.en
        assert "1 of 1 accepted" in version_lines(project)[2].held.en
        assert stand(project, "1").sources.configurations[0].links == (link,)
        (found,) = difference(project, "1", "now").of(About.ARROW, Sort.CHANGED)
        assert {each.what.value for each in found.turns} == {"state", "supports"}
        assert [each.words for each in found.reasons] == ["Hun siger det selv.", "Det holder."]
        assert len(course(project, found, window(project, "1", "now"))) >= 2
        assert difference(project, "0", "1").count(About.CONFIGURATION)[Sort.NEW] == 1
