"""A blind coder never sees another's work: every question, with a hidden layer in the project."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from cut_questions import cuts
from drawn_questions import drawn_files
from in_characters import in_characters
from printed_questions import documents, tables
from rcoder.domain.actions.coding import attach, finish
from rcoder.domain.actions.configuring import begin
from rcoder.domain.actions.studying import release
from rcoder.domain.coding import Finish
from rcoder.domain.configuration import Configuration, Element, Evidence, Grounding, Link, Place
from rcoder.domain.exhibit import Bearing
from rcoder.domain.ids import new_id
from rcoder.domain.journal import Deed, added
from rcoder.domain.matrix import Ask, Of, Question
from rcoder.domain.prompt_answer import PromptAnswer
from rcoder.domain.recheck import Recheck
from rcoder.domain.retrieval import Grouping
from rcoder.domain.transcript import Doubt, Span
from rcoder.domain.words import (
    Answered,
    Claim,
    ConditionState,
    Kind,
    Material,
    MemoKind,
    Stance,
    Subject,
    Verdict,
)
from rcoder.project import Project, open_project
from rcoder.project.absence import absence_of, account
from rcoder.project.arranging import case_named
from rcoder.project.assembling import assemble
from rcoder.project.attributes import attribute_lines
from rcoder.project.board import whole
from rcoder.project.chains import all_chains, neighbours
from rcoder.project.claims import claims_in_words
from rcoder.project.codebook_merging import look
from rcoder.project.codebook_splitting import look as look_at_split
from rcoder.project.coding import CodingFlags, code_passage
from rcoder.project.coding_found import own_codings
from rcoder.project.comments import conversations, new_comment, open_counts
from rcoder.project.conditions import case_sheet, checklist, passages_behind
from rcoder.project.doubts import doubt_lines
from rcoder.project.evidence import again
from rcoder.project.excerpts import Form, excerpts_in, marking, marks, quotes, quoting
from rcoder.project.excerpts import Place as Place_
from rcoder.project.exhibits import Shown, exhibits, showing, shown_by
from rcoder.project.exhibits import attaching as joining
from rcoder.project.framework import behind as behind_cell
from rcoder.project.framework import framework
from rcoder.project.groups import group_counts
from rcoder.project.history import history_of_arrow, history_of_code, history_of_configuration
from rcoder.project.importing import Bringing, import_files
from rcoder.project.judging import judge, judging, other_passages
from rcoder.project.linking import near
from rcoder.project.matrices.asking import behind, matrix
from rcoder.project.memos import Draft, add_memo, linkable, memo_lines, memos_in, notes, writing_on_passage
from rcoder.project.profiles import profile
from rcoder.project.prompts import prompts_of, survey
from rcoder.project.quotations import quotations
from rcoder.project.rechecks import rechecks, to_look_at
from rcoder.project.resembling import resembling
from rcoder.project.retrieval_groups import gathered
from rcoder.project.retrieving import retrieve
from rcoder.project.reviewing import look as look_since
from rcoder.project.reviewing import note_visit, queue
from rcoder.project.rivals import considered, rivals_of
from rcoder.project.suggesting import precedents, run_through
from rcoder.project.summing_up import summing_up, writing
from rcoder.project.things import linkable_codings
from rcoder.project.tray import putting, tray, tray_count
from rcoder.project.turning_points import setting
from rcoder.project.versions import differences, save, version_lines
from rcoder.project.waiting import waiting

SEEN = (
    "queue",
    "conversations",
    "courses",
    "coding_lines",
    "configuration_lines",
    "configurations",
    "evidence_in",
    "theory",
    "in_characters",
    "journal",
    "prompts",
    "versions",
    "differences",
    "matrices",
    "tables",
)
"""Questions that a coder's own layer is seen in, and a released one."""

EVIDENCE = ("tray", "exhibits", "shown_by", "again")
"""Questions about passages and other material that bear on something."""

DESK = ("retrieved", "near", "conditions", "judging", "framework", "behind_summaries", "writing", "profile")
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
        project.do(considered(project, configuration.id, wording=SECRET))
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
        project.do(putting(project, transcript.id, Span(100, 120), note=SECRET))
        project.do(showing(project, [Shown(Material.SURVEY, SECRET, SECRET, "68 %", SECRET, SECRET)]))
        exhibit = exhibits(project)[0].exhibit
        for claim_id in (configuration.id, link.id, elements[0].id):
            (assembled,) = assemble(project.sight, [configuration.id])
            project.do(joining(project, exhibit.id, assembled, claim_id, Stance.SUPPORTS))
        for about, about_id in (
            ("configuration", ""),
            ("evidence", evidence.id),
            ("grounding", grounding.id),
        ):
            project.do(Deed(SECRET, added(new_comment(project, configuration.id, SECRET, about, about_id))))
        note_visit(project, configuration.id)
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
        condition = project.code("SC1.1").id
        for key, on, about in (
            ("no_hypothesis", configuration.id, ""),
            ("condition_without_evidence", None, condition),
        ):
            said = PromptAnswer(new_id(), key, on, about, project.coder_id, Answered.DONE, SECRET)
            project.do(Deed(SECRET, added(said)))
        project.do(
            judge(
                project,
                "SC1.1",
                "Sag 01",
                ConditionState.MET,
                reason=SECRET,
                passages={coding.id: Stance.SUPPORTS},
            )
        )
        for key in ("H1", "SC1.1"):
            project.do(summing_up(project, "Sag 01", key, SECRET, [coding.id]))
        project.do(setting(project, "Sag 01", SECRET, when=SECRET, passages=[coding.id]))
        add_memo(
            project,
            Subject.CASE,
            case_named(project, "Sag 01").id,
            kind=MemoKind.ANALYTIC,
            title=SECRET,
            text=SECRET,
        )
        project.do(finish(Finish(new_id(), transcript.id, project.coder_id), transcript))
        save(project, SECRET, SECRET)
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
        "cuts": cuts(project),
        "drawn": drawn_files(project),
        "documents": documents(project),
        "in_characters": in_characters(project),
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
        "conditions": (checklist(project), case_sheet(project, "Sag 01")),
        "judging": (judging(project, "SC1.1", "Sag 01"), other_passages(project, "Sag 01", ())),
        "absence": absence_of(project, "H1.R1").accounts,
        "behind": (
            passages_behind(project, project.code("SC1.1").id),
            account(project, "H1.R1", case_named(project, "Sag 01").id).spoken,
        ),
        "chains": (
            all_chains(project, members=True),
            [neighbours(project, each.number) for each in project.configuration_lines()],
        ),
        "alike": run_through(resembling(project, dismissed=True)),
        "matrices": matrices(project),
        "tables": tables(project),
        "near": near(project, (), [project.code("H1.R1").id], [project.code("H1").id]),
        "tray": (tray(project), tray_count(project.sight)),
        "exhibits": exhibits(project),
        "shown_by": shown_by(
            project.sight, project.sight.records(Bearing, "SELECT * FROM bearings ORDER BY id")
        ),
        "again": again(project.sight, [row["id"] for row in project.sight.rows("SELECT id FROM evidence")]),
        "claims": claims_in_words(
            project, project.sight.records(Evidence, "SELECT * FROM evidence ORDER BY id")
        ),
        "rivals": [
            rivals_of(project, row["id"]) for row in project.sight.rows("SELECT id FROM configurations")
        ],
        "prompts": [
            survey(project),
            [prompts_of(project, each.id) for each in project.configuration_lines()],
        ],
        "versions": version_lines(project),
        "differences": differences(project, "0", "now"),
        "queue": queue(project),
        "conversations": (conversations(project.sight), open_counts(project.sight)),
        "looked": [look_since(project, each.id) for each in project.configuration_lines()],
        "courses": [history_of_configuration(project, each.id) for each in project.configuration_lines()],
        "course_of_code": history_of_code(project, "H1.R1"),
        "courses_of_arrows": [history_of_arrow(project, each.id) for each in theory.arrows],
        "framework": (framework(project, whole=True), framework(project, "H1", whole=True)),
        "behind_summaries": behind_cell(project, "Sag 01", "H1"),
        "writing": writing(project, "Sag 01", "H1"),
        "profile": profile(project, "Sag 01"),
        "precedents": precedents(project, project.text(project.transcript(transcript))[70:130]),
    }


def matrices(project: Project) -> list[Any]:
    """Every comparison, with the passages behind its cells."""
    found: list[Any] = []
    for ask in (
        *map(Ask, Question),
        Ask(Question.GROUPS, of=Of.CONFIGURATIONS),
        Ask(level="all", status="all"),
    ):
        answer = matrix(project, ask)
        found.append(answer)
        found += [
            behind(project, ask, row, column) for row in answer.rows for column in (*answer.columns, None)
        ]
    return found


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
    assert found["behind"] == ((), ())
    assert (found["queue"], found["conversations"]) == ((), ((), {}))
    assert all(not each.judged for each in found["conditions"][0].cells.values())
    assert all(not each.heard.counts for each in found["absence"].values())
    assert (found["retrieved"][0].passages, found["splitting"].coded) == (0, {})
    assert (found["tray"], found["exhibits"], found["shown_by"], found["again"]) == (((), 0), (), {}, {})
    assert set(found["claims"].values()) == {"H1", "the tray"}
    assert (found["behind_summaries"], found["writing"].offered) == ((), ())
    assert all(not each.written and not each.material.any for each in found["framework"][0].cells.values())
    assert (found["profile"].turning, found["profile"].memos, found["profile"].finished) == ((), (), 0)
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
        *EVIDENCE,
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
        *EVIDENCE,
        *DESK,
    ):
        assert SECRET in as_text(found[name]), name
    assert found["theory"].denominator.coded == 1


def test_a_new_number_is_never_one_that_a_hidden_configuration_has(hidden: str) -> None:
    with open_project(hidden, coder="Jonas") as project:
        assert project.next_number() == "K02"
