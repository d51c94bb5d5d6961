"""A blind coder never sees another's work: every question, with a hidden layer in the project."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from rcoder.domain.actions.coding import attach, finish
from rcoder.domain.actions.configuring import begin
from rcoder.domain.actions.studying import release
from rcoder.domain.coding import Finish
from rcoder.domain.configuration import Configuration, Element, Evidence, Grounding, Link, Place
from rcoder.domain.ids import new_id
from rcoder.domain.journal import Deed, added
from rcoder.domain.recheck import Recheck
from rcoder.domain.retrieval import Grouping
from rcoder.domain.transcript import Doubt, Span
from rcoder.domain.words import Claim, Kind, MemoKind, Stance, Subject, Verdict
from rcoder.project import Project, open_project
from rcoder.project.attributes import attribute_lines
from rcoder.project.board import whole
from rcoder.project.codebook_merging import look
from rcoder.project.codebook_splitting import look as look_at_split
from rcoder.project.coding import CodingFlags, code_passage
from rcoder.project.coding_found import own_codings
from rcoder.project.doubts import doubt_lines
from rcoder.project.excerpts import Form, excerpts_in, marking, marks, quotes, quoting
from rcoder.project.excerpts import Place as Place_
from rcoder.project.groups import group_counts
from rcoder.project.importing import Bringing, import_files
from rcoder.project.linking import near
from rcoder.project.memos import Draft, add_memo, linkable, memo_lines, memos_in, notes, writing_on_passage
from rcoder.project.quotations import quotations
from rcoder.project.rechecks import rechecks, to_look_at
from rcoder.project.retrieval_groups import gathered
from rcoder.project.retrieving import retrieve
from rcoder.project.suggesting import precedents
from rcoder.project.things import linkable_codings
from rcoder.project.waiting import waiting

SEEN = ("coding_lines", "configuration_lines", "configurations", "evidence_in", "theory", "journal")
"""Questions that a coder's own layer is seen in, and a released one."""

DESK = ("retrieved", "near")
"""Questions of the coding desk that show what a layer holds."""

SECRET = "Annes hemmelige arbejde"  # noqa: S105 - a phrase to look for, no password


@pytest.fixture
def hidden(new_project: Callable[..., Project], interview_file: Path) -> str:
    """A project in which Anne, unreleased, has coded, configured, attached evidence and finished a transcript."""
    with new_project(coder="Anne") as project:
        list(import_files(project, [Bringing(interview_file, case="Sag 01", roles=("borger",))]))
        transcript = project.transcript("interview.txt")
        flags = CodingFlags(memo=SECRET)
        coding, _ = code_passage(project, transcript.id, Span(70, 95), "H1.R1", flags)
        configuration = Configuration(new_id(), project.next_number(), project.coder_id, SECRET)
        elements = [Element(new_id(), f"{SECRET} {kind}") for kind in (Kind.RESOURCE, Kind.REASONING)]
        places = [
            Place(new_id(), configuration.id, element.id, kind, position)
            for position, (element, kind) in enumerate(
                zip(elements, (Kind.RESOURCE, Kind.REASONING), strict=True)
            )
        ]
        link = Link(new_id(), configuration.id, elements[0].id, elements[1].id)
        grounding = Grounding(new_id(), elements[0].id, coding.id)
        project.do(begin(configuration, elements, places, [grounding], [link]))
        for claim, claim_id in ((Claim.LINK, link.id), (Claim.CODE, project.code("H1").id)):
            evidence = Evidence(
                new_id(),
                claim,
                claim_id,
                transcript.id,
                70,
                95,
                Stance.SUPPORTS,
                project.coder_id,
                memo=SECRET,
            )
            project.do(attach(evidence, SECRET, transcript), why=SECRET)
        doubt = Doubt(
            new_id(), transcript.id, 2, coding.table, coding.id, project.coder_id, Verdict.CHANGED, 70, 95
        )
        recheck = Recheck(new_id(), coding.id, project.coder_id, coding.code_id, SECRET)
        project.do(Deed(SECRET, added(doubt, recheck)))
        add_memo(project, Subject.INTERVIEW, transcript.id, kind=MemoKind.ANALYTIC, title=SECRET, text=SECRET)
        place = Place_(transcript.id, Span(70, 95), 1)
        project.do(quoting(project, place, Form(SECRET, SECRET)))
        project.do(writing_on_passage(project, place, Draft(title=SECRET, text=SECRET)))
        project.do(marking(project, Place_(transcript.id, Span(100, 120), 1)))
        project.do(finish(Finish(new_id(), transcript.id, project.coder_id), transcript))
        return project.location


def answers(project: Project) -> dict[str, Any]:
    """Every question the project answers, by name."""
    transcript = project.transcript("interview.txt").id
    theory = project.theory()
    return {
        "overview": project.overview(),
        "transcript_lines": project.transcript_lines(),
        "reading": project.reading(transcript).codings,
        "code_lines": [(line.code.key, line.codings) for line in project.code_lines()],
        "coding_lines": project.coding_lines(),
        "recent_codes": project.recent_codes(),
        "configuration_lines": project.configuration_lines(),
        "configurations": project.configurations(),
        "evidence_in": project.evidence_in(transcript),
        "finish_mark": project.finish_mark(transcript),
        "theory": theory,
        "mini": project.theory("H1"),
        "journal": project.journal(),
        "board": whole(project),
        "group_counts": group_counts(project),
        "attribute_lines": attribute_lines(project),
        "memos": memo_lines(project),
        "notes": notes(project),
        "linkable": (linkable(project), linkable_codings(project, transcript)),
        "memos_in": memos_in(project, transcript),
        "quotes": quotes(project),
        "excerpts_in": excerpts_in(project, transcript),
        "marks": marks(project),
        "quotations": quotations(project.sight),
        "doubts": doubt_lines(project, kept=True),
        "waiting": waiting(project),
        "rechecks": (rechecks(project), to_look_at(project)),
        "merging": look(project, "H1.R1", "H1.M1").words,
        "splitting": look_at_split(project, "H1").hanging,
        "retrieved": retrieved(project, "is:coding or is:evidence"),
        "own_codings": own_codings(project, [transcript]),
        "near": near(project, (), [project.code("H1.R1").id], [project.code("H1").id]),
        "precedents": precedents(project, project.text(project.transcript(transcript))[70:130]),
    }


def retrieved(project: Project, query: str) -> list[Any]:
    found = retrieve(project, query)
    return [*(found[place] for place in range(len(found.rows))), found.count, gathered(found, Grouping.CODE)]


def as_text(answer: Any) -> str:
    return repr(dataclasses.asdict(answer)) if dataclasses.is_dataclass(answer) else repr(answer)  # type: ignore[arg-type]


def test_no_answer_shows_a_hidden_layer_to_another_coder(hidden: str) -> None:
    with open_project(hidden, coder="Jonas") as project:
        found = answers(project)
    for name, answer in found.items():
        assert SECRET not in as_text(answer), name
    assert found["overview"].codings == 0
    assert found["overview"].configurations == 0
    assert found["transcript_lines"][0].codings == 0
    assert found["transcript_lines"][0].finished_by == ()
    held = found["board"].interviews[0]
    assert (held.codings, held.finished_by, held.uncoded, held.doubts) == (0, (), held.turns, 0)
    assert found["reading"] == ()
    assert all(codings == 0 for _, codings in found["code_lines"])
    assert found["coding_lines"] == ()
    assert found["configuration_lines"] == ()
    assert found["configurations"] == ()
    assert found["evidence_in"] == ()
    assert (found["doubts"], found["waiting"]) == ((), 0)
    assert (found["rechecks"], found["merging"]) == (((), 0), "")
    assert (found["quotes"], found["excerpts_in"], found["marks"], found["quotations"]) == ((), (), (), {})
    assert (found["memos"], found["notes"], found["memos_in"], found["linkable"]) == ((), (), (), ((), ()))
    assert (found["own_codings"], found["near"], found["precedents"]) == ((), (), ())
    assert (found["retrieved"][0].passages, found["splitting"].coded) == (0, {})
    assert found["theory"].denominator.coded == 0
    assert all(not arrow.witnesses for arrow in found["theory"].arrows)
    assert all(not box.new and not box.elements for box in found["theory"].boxes)


def test_the_coder_sees_their_own_layer(hidden: str) -> None:
    with open_project(hidden, coder="Anne") as project:
        found = answers(project)
    for name in (
        *SEEN,
        "memos",
        "notes",
        "linkable",
        "memos_in",
        "quotes",
        "excerpts_in",
        "quotations",
        *DESK,
    ):
        assert SECRET in as_text(found[name]), name
    assert found["theory"].denominator.coded == 1


def test_a_released_layer_is_seen_by_everyone(hidden: str) -> None:
    with open_project(hidden, coder="Anne") as project:
        anne = next(coder for coder in project.coders() if coder.name == "Anne")
        project.do(release(anne))
    with open_project(hidden, coder="Jonas") as project:
        found = answers(project)
    for name in (
        *SEEN,
        "memos",
        "notes",
        "linkable",
        "memos_in",
        "quotes",
        "excerpts_in",
        "quotations",
        *DESK,
    ):
        assert SECRET in as_text(found[name]), name
    assert found["theory"].denominator.coded == 1


def test_a_new_number_is_never_one_that_a_hidden_configuration_has(hidden: str) -> None:
    with open_project(hidden, coder="Jonas") as project:
        assert project.next_number() == "K02"
