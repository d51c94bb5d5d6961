"""A study with another's hidden work and the same study without it: a blind coder is given the same answers in both."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from let_go import write_memos, write_passages
from rcoder.domain.actions.coding import attach, finish
from rcoder.domain.actions.configuring import begin
from rcoder.domain.actions.studying import release
from rcoder.domain.coding import Finish
from rcoder.domain.configuration import Configuration, Element, Evidence, Grounding, Link, Place
from rcoder.domain.errors import RcoderError
from rcoder.domain.finding import Search, Unit, Way
from rcoder.domain.journal import Deed
from rcoder.domain.retrieval import Grouping
from rcoder.domain.transcript import Span
from rcoder.domain.words import Claim, Kind, MemoKind, Stance, Subject
from rcoder.project import Project, coder_id, open_project
from rcoder.project.about import about_case, about_interview
from rcoder.project.advising import Adviser, Steps
from rcoder.project.codebook_dividing import divide, read_part
from rcoder.project.codebook_merging import look, merge
from rcoder.project.codebook_splitting import look as look_at_split
from rcoder.project.codebook_use import entries, workbook
from rcoder.project.codebook_work import removal
from rcoder.project.coding import CodingFlags, code_passage
from rcoder.project.coding_found import coding_of_hits, every_hit, own_codings
from rcoder.project.excerpts import Form, excerpts_in, marking, marks, own_excerpt, quotes, quoting
from rcoder.project.excerpts import Place as Words
from rcoder.project.finding import count, find
from rcoder.project.importing import Bringing, import_files
from rcoder.project.linking import near
from rcoder.project.memos import Draft, add_memo, linkable, memo_lines, memos_in, notes, writing_on_passage
from rcoder.project.quotations import quotations
from rcoder.project.rechecks import rechecks, to_look_at
from rcoder.project.retrieval_context import heard, offers
from rcoder.project.retrieval_groups import gathered
from rcoder.project.retrieving import first_of_code, retrieve
from rcoder.project.seen import as_seen
from rcoder.project.suggesting import precedents
from rcoder.project.things import linkable_codings

SECRET = "Annes hemmelige arbejde"  # noqa: S105 - a phrase to look for, no password
QUERIES = (
    "H1*", "H1.R1", "is:coding", "is:evidence", "stance:any", "coder:Anne", "not H1.R1", "H1.R1 and H1.M1", "H1.R1 near/3 H1.M1",
    "is:listed", "role:borger", 'words:"hvem jeg"', "H1.R1 and not H1.M1", "on:K01", "on:H1", "kind:resource",
)  # fmt: skip


@dataclass(frozen=True)
class Studies:
    """Where Anne has worked, hidden, and where she has not."""

    worked: str
    untouched: str


@pytest.fixture
def studies(new_project: Callable[..., Project], interview_file: Path, tmp_path: Path) -> Studies:
    """Jonas has coded a little in both; in one of them Anne has done everything there is to do."""
    with new_project(coder="Jonas") as project:
        list(import_files(project, [Bringing(interview_file, case="Sag 01", roles=("borger",))]))
        code_passage(project, "interview.txt", Span(70, 95), "H1.M1", CodingFlags(memo="min egen"))
        transcript = project.transcript("interview.txt")
        project.do(quoting(project, Words(transcript.id, Span(72, 95), 1), Form("[X]", "mine")))
        worked = Path(project.location)
    with open_project(str(worked), coder="Anne") as anne:
        anne._join()
    untouched = worked.with_name("untouched.rcoder")
    shutil.copy(worked, untouched)
    with open_project(str(worked), coder="Anne") as anne:
        everything(anne)
    return Studies(str(worked), str(untouched))


def everything(anne: Project) -> None:
    """Everything that can be done in a layer: codings, a configuration, evidence, excerpts, memos, rechecks, a finish mark."""
    transcript = anne.transcript("interview.txt")
    place = Words(transcript.id, Span(70, 95), 1)
    coding, _ = code_passage(anne, transcript.id, Span(70, 95), "H1.R1", CodingFlags(memo=SECRET))
    code_passage(anne, transcript.id, Span(70, 95), "H1.M1", CodingFlags(memo=SECRET))
    code_passage(anne, transcript.id, Span(0, 20), "SC1.1", CodingFlags())
    own = Configuration("K", "K01", anne.coder_id, SECRET, (anne.code("H1").id,), case_id=transcript.case_id)
    elements = [Element(f"e{n}", SECRET, anne.code(key).id) for n, key in enumerate(("H1.R1", "H1.M1"))]
    places = [Place(f"p{n}", "K", f"e{n}", kind, n) for n, kind in enumerate((Kind.RESOURCE, Kind.REASONING))]
    anne.do(begin(own, elements, places, [Grounding("g", "e0", coding.id)], [Link("l", "K", "e0", "e1")]))
    for claim, on in ((Claim.LINK, "l"), (Claim.CONFIGURATION, "K"), (Claim.CODE, anne.code("H1").id)):
        evidence = Evidence(
            f"v{claim}", claim, on, transcript.id, 70, 95, Stance.SUPPORTS, anne.coder_id, memo=SECRET
        )
        anne.do(attach(evidence, SECRET, transcript), why=SECRET)
    anne.do(quoting(anne, place, Form(SECRET, SECRET)))
    anne.do(writing_on_passage(anne, place, Draft(title=SECRET, text=SECRET)))
    anne.do(marking(anne, Words(transcript.id, Span(100, 120), 1)))
    for about, of in (
        (Subject.CODING, coding.id),
        (Subject.CODE, "H1.R1"),
        (Subject.CASE, "Sag 01"),
        (Subject.PROJECT, ""),
    ):
        add_memo(anne, about, of, kind=MemoKind.ANALYTIC, title=SECRET, text=SECRET)  # fmt: skip
    anne.do(finish(Finish("f", transcript.id, anne.coder_id), transcript))
    anne.do(coding_of_hits(anne, every_hit(anne, Search("rart")), anne.code("H1.O1").id, Unit.TURN, SECRET))


def answers(project: Project, folder: Path) -> Iterator[tuple[str, Any]]:
    """What a person may ask, by name, with errors as answers."""
    transcript = project.transcript("interview.txt")
    ids = [project.code(key).id for key in ("H1.R1", "H1.M1")]
    text, place = project.text(transcript), (transcript.id, Span(0, 5))
    folder.mkdir()
    asked: dict[str, Callable[[], Any]] = {
        "overview": project.overview,
        "lines": project.transcript_lines,
        "reading": lambda: project.reading(transcript.id),
        "code lines": project.code_lines,
        "recent": project.recent_codes,
        "theory": lambda: (project.theory(), project.theory("H1")),
        "workbook": lambda: (workbook(project), entries(project)),
        "about": lambda: (about_interview(project, transcript.id), about_case(project, transcript.case_id or "")),
        "find": lambda: [find(project, Search("rart", way)) for way in Way],
        "count": lambda: count(project, Search("jeg")),
        "own codings": lambda: own_codings(project, [transcript.id]),
        "near": lambda: near(project, [each.id for each in project.reading(transcript.id).codings], ids, [project.code("H1").id]),
        "precedents": lambda: (precedents(project, text[70:130]), precedents(project, text)),
        "advice": lambda: advice(project, text[60:130], place),
        "memos": lambda: (memo_lines(project), notes(project), memos_in(project, transcript.id)),
        "linkable": lambda: (linkable(project), linkable_codings(project, transcript.id)),
        "excerpts": lambda: (quotes(project), excerpts_in(project, transcript.id), marks(project), quotations(project.sight)),
        "own excerpt": lambda: own_excerpt(project, Words(transcript.id, Span(70, 95), 1)),
        "rechecks": lambda: (rechecks(project), to_look_at(project)),
        "merging": lambda: (look(project, "H1.R1", "H1.M1").words, look(project, "H1.M1", "H1.R1").looked_at),
        "merged": lambda: (merge(project, "H1.R1", "H1.M1").sentence),
        "divided": lambda: divide(project, "H1.R1", [read_part("Ro / Calm")]).sentence,
        "split": lambda: look_at_split(project, "H1"),
        "removal": lambda: removal(project, "H1.R1"),
        "offers": lambda: offers(project),
        "first": lambda: found(project, first_of_code(project, ids[0])),
        "memo file": lambda: write_memos(project, folder / "m.md", memo_lines(project)).read_bytes(),
    }  # fmt: skip
    for query in QUERIES:
        asked[query] = partial(asked_for, project, query)
    for ending in (".csv", ".xlsx", ".md", ".docx"):
        for by in (None, *Grouping):
            file = folder / f"{by}{ending}"
            asked[file.name] = partial(exported, project, file, by)
    for name, question in asked.items():
        try:
            yield name, question()
        except RcoderError as error:
            yield name, (type(error), str(error))


def asked_for(project: Project, query: str) -> Any:
    return found(project, retrieve(project, query))


def exported(project: Project, file: Path, by: Grouping | None) -> Any:
    query = "is:coding or is:evidence"
    return write_passages(project, query, file, by=by, coders=True, memos=True), file.read_bytes()


def advice(project: Project, text: str, place: tuple[str, Span]) -> Any:
    adviser = Adviser(project.codes().values(), "da")
    while not adviser.learn(project):
        pass
    steps = Steps(adviser.advise(project, text, place, 9))
    while not steps.go_on(project):
        pass
    return steps.answer


def found(project: Project, retrieval: Any) -> Any:
    around = [
        heard(project, tuple(retrieval[each] for each in result)) for result in list(retrieval.results)[:3]
    ]
    rows = [retrieval[each] for each in range(len(retrieval.rows))]
    return rows, retrieval.results, retrieval.count, [gathered(retrieval, by) for by in Grouping], around


def told(answer: Any, location: str) -> str:
    """An answer as text, without the place of the study."""
    return re.sub(r"/[^'\" ]*/[ab]/|0x[0-9a-f]+", "", repr(answer).replace(location, ""))


def test_a_blind_coder_is_given_the_same_answers_whether_or_not_another_has_worked(
    studies: Studies, tmp_path: Path
) -> None:
    with (
        open_project(studies.worked, coder="Jonas") as one,
        open_project(studies.untouched, coder="Jonas") as other,
    ):
        without = dict(answers(other, tmp_path / "b"))
        for name, answer in answers(one, tmp_path / "a"):
            assert told(answer, one.location) == told(without[name], other.location), name


def test_a_coder_who_works_apart_learns_nothing_of_a_released_layer(studies: Studies) -> None:
    with open_project(studies.worked, coder="Anne") as anne:
        anne.do(release(next(each for each in anne.coders() if each.id == anne.coder_id)))
    with (
        open_project(studies.worked, coder="Jonas") as jonas,
        open_project(studies.untouched, coder="Jonas") as other,
    ):
        text = jonas.text(jonas.transcript("interview.txt"))
        place = (jonas.transcript("interview.txt").id, Span(0, 5))
        assert precedents(jonas, text[70:130]) == precedents(other, text[70:130])
        assert advice(jonas, text[60:130], place) == advice(other, text[60:130], place)
        jonas.do(release(next(each for each in jonas.coders() if each.id == jonas.coder_id)))
        assert len(precedents(jonas, text[70:130])) > len(precedents(other, text[70:130]))


@pytest.mark.parametrize("undone", [False, True])
def test_what_reaches_the_screen_of_a_merge_or_a_division_is_the_same(
    studies: Studies, *, undone: bool
) -> None:
    shown = []
    for location in (studies.worked, studies.untouched):
        with open_project(location, coder="Jonas") as project:
            deeds: list[Callable[[], Deed]] = [
                lambda: merge(project, "H1.R1", "H1.M1"),
                lambda: divide(project, "H1.M1", [read_part("H1.M7 = Ro / Calm")]),
            ]
            entries_ = [project.do(deed()) for deed in deeds]
            if undone:
                entries_ += [
                    entry for entry in (project.undo(), project.undo(), project.redo()) if entry is not None
                ]
            seen = [as_seen(project, each) for each in entries_]
            shown.append(
                [
                    (each.sentence, each.why, [(c.table, c.before, c.after) for c in each.changes])
                    for each in seen
                ]
            )
    assert shown[0] == shown[1]


def test_an_error_of_a_merge_undone_too_late_tells_nothing_of_who_worked_on(studies: Studies) -> None:
    with (
        open_project(studies.worked, coder="Jonas") as jonas,
        open_project(studies.worked, coder="Anne") as anne,
    ):
        jonas.do(merge(jonas, "H1.R1", "H1.M1"))
        for line in anne.coding_lines():
            if line.coding.coder_id == coder_id("Anne") and line.code == "H1.M1":
                from rcoder.domain.actions.coding import flag

                anne.do(
                    flag(
                        line.coding, anne.transcript("interview.txt"), anne.code("H1.M1"), memo=f"{SECRET} 2"
                    )
                )
        with pytest.raises(RcoderError) as refused:
            jonas.undo()
        assert SECRET not in str(refused.value)
        assert "coding" not in str(refused.value)
