"""An answer to a prompt stands where a deed only moves the rows that its configuration consists of, whoever gave it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from rcoder.domain.actions.coding import attach
from rcoder.domain.actions.configuring import begin, edit
from rcoder.domain.actions.studying import release
from rcoder.domain.case import Case
from rcoder.domain.configuration import Configuration, Element, Evidence, Grounding, Link, Place
from rcoder.domain.journal import Deed, added
from rcoder.domain.prompt_answer import PromptAnswer
from rcoder.domain.transcript import Span
from rcoder.domain.words import Answered, Claim, Kind, Stance
from rcoder.project import Project, open_project
from rcoder.project.arranging import merge_cases
from rcoder.project.codebook_merging import merge
from rcoder.project.codebook_work import Wanted as NewCode
from rcoder.project.codebook_work import add_code
from rcoder.project.coding import CodingFlags, code_passage
from rcoder.project.importing import Bringing, import_files
from rcoder.project.prompt_kept import digests
from rcoder.project.prompts import answer
from rcoder.project.reimporting import Wanted, reimport

SAID = "for så vidste jeg, hvem jeg skulle ringe til"
AT = ("no_hypothesis", "k", "")


@pytest.fixture
def project(new_project: Callable[..., Project], interview_file: Path) -> Iterator[Project]:
    """Anne's K01 with a reasoning of H1.M2 on a coding of hers, and hidden evidence of Bo's; both have answered a prompt."""
    with new_project(coder="Anne") as anne:
        list(import_files(anne, [Bringing(interview_file, case="Sag 01", roles=("borger",))]))
        anne.do(
            add_code(anne, "H1", NewCode({"label.da": "Ro", "label.en": "Calm"}, {"kind": Kind.REASONING}))
        )
        talk = anne.transcript("interview.txt")
        at = place_of(anne, SAID)
        coding, _ = code_passage(anne, talk.id, at, "H1.M2", CodingFlags())
        code_passage(anne, talk.id, at, "H1.M1", CodingFlags())
        elements = (
            Element("r", "en kontaktperson"),
            Element("m", "ved, hvem hun skal ringe til", anne.code("H1.M2").id, "borger"),
        )
        places = (Place("pr", "k", "r", Kind.RESOURCE), Place("pm", "k", "m", Kind.REASONING, 1))
        own = Configuration("k", "K01", anne.coder_id, because="hun ved, hvem hun kan ringe til")
        anne.do(begin(own, elements, places, [Grounding("g", "m", coding.id)], [Link("l", "k", "r", "m")]))
        anne.do(release(next(each for each in anne.coders() if each.name == "Anne")))
        rest(anne, "own", place_of(anne, "METTE"))
        with open_project(anne.location, coder="Bo") as bo:
            rest(bo, "hidden", at)
            bo.do(answer(bo, AT, Answered.DONE))
        anne.do(answer(anne, AT, Answered.DONE))
        yield anne


def place_of(project: Project, words: str) -> Span:
    text = project.text(project.transcript("interview.txt"))
    return Span(text.index(words), text.index(words) + len(words))


def rest(project: Project, name: str, span: Span) -> None:
    talk = project.transcript("interview.txt")
    case = project.cases()[0].id
    evidence = Evidence(
        name, Claim.LINK, "l", talk.id, span.start, span.end, Stance.SUPPORTS, project.coder_id, case_id=case
    )
    project.do(attach(evidence, "a link", talk))


def holds(project: Project) -> tuple[bool, bool]:
    """Whether Anne's answer and Bo's are of what K01 is, each in their own eyes."""
    with open_project(project.location, coder="Bo") as bo:
        return tuple(_own(who).digest == digests(who.sight, ["k"])["k"] for who in (project, bo))  # type: ignore[return-value]  # two


def _own(project: Project) -> PromptAnswer:
    (found,) = project.sight.records(
        PromptAnswer, "SELECT * FROM prompt_answers WHERE coder_id = :me", me=project.coder_id
    )
    return found


def correct(project: Project, words: str) -> None:
    file = Path(project.location).parent / "rettet.txt"
    file.write_text(words, encoding="utf-8")
    reimport(project, "interview.txt", Wanted(file))


def test_answers_stand_where_a_corrected_text_only_shifts_the_passages(project: Project) -> None:
    text = project.text(project.transcript("interview.txt"))
    correct(project, "METTE: Goddag.\n\n" + text)
    assert holds(project) == (True, True)
    project.undo()
    assert holds(project) == (True, True)


@pytest.mark.parametrize("instead", ["for så turde jeg, hvem jeg kunne ringe til", ""])
def test_an_answer_lapses_where_words_that_its_giver_sees_are_changed_or_gone(
    project: Project, instead: str
) -> None:
    text = project.text(project.transcript("interview.txt"))
    correct(project, text.replace(SAID, instead))
    assert holds(project) == (True, False)


def test_answers_stand_where_the_case_of_the_evidence_is_merged(project: Project) -> None:
    project.do(Deed("case", added(Case("c2", "Sag 02"))))
    deed = merge_cases(project, "Sag 01", "Sag 02")
    assert "answer" not in deed.sentence
    project.do(deed)
    assert {each.case_id for each in project.configuration("K01").assembled.evidence} == {"c2"}
    assert holds(project) == (True, True)
    project.undo()
    assert holds(project) == (True, True)


def test_answers_stand_where_the_code_of_an_element_is_merged_and_its_coding_with_it(
    project: Project,
) -> None:
    before = project.configuration("K01").assembled
    project.do(merge(project, "H1.M2", "H1.M1"))
    after = project.configuration("K01").assembled
    assert after.elements["m"].code_id == project.code("H1.M1").id
    assert after.groundings != before.groundings
    assert holds(project) == (True, True)


def test_an_answer_given_before_an_earlier_change_does_not_come_to_hold_by_a_merge(project: Project) -> None:
    project.do(edit(project.configuration("K01").assembled, because="noget andet"))
    assert holds(project) == (False, False)
    project.do(Deed("case", added(Case("c2", "Sag 02"))))
    project.do(merge_cases(project, "Sag 01", "Sag 02"))
    assert holds(project) == (False, False)
