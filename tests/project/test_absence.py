"""The names of absence of any code, case by case and role by role, asked of a project."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from condition_study import (
    MENTORS,
    MISSING,
    OF_ANOTHER,
    QUESTION,
    SUPPOSED,
    THERE,
    build,
    code_all,
    finished,
    say,
)
from rcoder.analysis.absence import saying
from rcoder.domain.absence import Saying
from rcoder.domain.coding import Coding
from rcoder.domain.transcript import Span
from rcoder.domain.words import Absence, Polarity, Scope
from rcoder.project import Project, open_project
from rcoder.project.absence import absence_of, account
from rcoder.project.arranging import case_named
from rcoder.project.coding import CodingFlags, code_passage


@pytest.fixture
def project(new_project: Callable[..., Project], tmp_path: Path) -> Iterator[Project]:
    with build(new_project, tmp_path) as found:
        yield found


def names(project: Project, case: str, role: str = "", code: str = "SC1.1") -> tuple[Absence, ...]:
    return absence_of(project, code).account(case_named(project, case).id, role).absences


def test_said_to_be_absent_and_counterfactual_are_named_by_the_role_that_says_them(project: Project) -> None:
    code_all(project)
    assert names(project, "Sag 01", "borger") == (Absence.SAID_ABSENT, Absence.COUNTERFACTUAL)
    assert names(project, "Sag 01", "mentor") == (Absence.SAID_ABSENT,)
    found = account(project, "SC1.1", case_named(project, "Sag 01").id, "borger")
    assert [each.text for each in found.passages(Absence.SAID_ABSENT)] == [MISSING]
    assert [each.text for each in found.passages(Absence.COUNTERFACTUAL)] == [SUPPOSED]


def test_a_question_in_an_interview_coded_to_the_end_is_asked_and_not_mentioned_with_the_question(
    project: Project,
) -> None:
    say(project, "b1", QUESTION)
    finished(project, "b1", "m1")
    assert names(project, "Sag 01", "borger") == (Absence.NOT_MENTIONED,)
    found = account(project, "SC1.1", case_named(project, "Sag 01").id, "borger")
    assert [each.text for each in found.passages(Absence.NOT_MENTIONED)] == [QUESTION]
    assert names(project, "Sag 01", "mentor") == (Absence.NOT_ASKED,)


def test_what_is_not_coded_yet_and_what_has_no_interview_are_two_things(project: Project) -> None:
    assert names(project, "Sag 02", "borger") == (Absence.NOT_YET_CODED,)
    assert names(project, "Sag 02", "mentor") == (Absence.NO_INTERVIEW,)
    assert names(project, "Sag 03") == (Absence.NO_INTERVIEW,)
    finished(project, "b2")
    assert names(project, "Sag 02") == (Absence.NOT_ASKED,)


def test_a_passage_tied_to_another_case_is_about_that_one_whoever_says_it(project: Project) -> None:
    say(project, "m1", OF_ANOTHER, CodingFlags(case="Sag 02", polarity=Polarity.ABSENT))
    assert names(project, "Sag 02") == (Absence.SAID_ABSENT,)
    assert names(project, "Sag 02", "mentor") == (Absence.SAID_ABSENT,)
    assert names(project, "Sag 02", "borger") == (Absence.NOT_YET_CODED,)


def test_what_is_said_of_a_code_under_it_means_that_it_was_spoken_of(project: Project) -> None:
    say(project, "b1", MISSING, CodingFlags(polarity=Polarity.ABSENT))
    assert names(project, "Sag 01", code="H1") == ()
    found = account(project, "H1", case_named(project, "Sag 01").id)
    assert [each.saying for each in found.spoken] == [Saying.BENEATH]


def test_the_database_says_of_every_coding_what_the_rule_says(project: Project) -> None:
    place = project.transcript("b1.txt")
    text = project.text(place)
    wanted: dict[str, Saying] = {}
    for words, interviewer in ((THERE, False), (QUESTION, True)):
        start = text.index(words)
        for number, (polarity, scope) in enumerate((one, other) for one in Polarity for other in Scope):
            flags = CodingFlags(polarity=polarity, scope=scope, counterfactual=bool(number % 2))
            span = Span(start, start + len(words) - number)
            coding, _ = code_passage(project, place.id, span, "SC1.1", flags)
            wanted[coding.id] = saying(
                polarity, scope, counterfactual=flags.counterfactual, interviewer=interviewer, finished=True
            )
    finished(project, "b1")
    found = account(project, "SC1.1", case_named(project, "Sag 01").id)
    assert {each.passage.id: each.saying for each in found.spoken} == wanted
    counts = absence_of(project, "SC1.1").account(case_named(project, "Sag 01").id).heard.counts
    for each in Saying:
        assert counts.get(each, 0) == list(wanted.values()).count(each), each


def test_numbers_and_passages_agree(project: Project) -> None:
    code_all(project)
    found = absence_of(project, "SC1.1")
    for (case_id, role), each in found.accounts.items():
        whole = account(project, "SC1.1", case_id, role)
        assert (whole.heard.counts, whole.absences) == (each.heard.counts, each.absences)
        assert (whole.heard.interviews, whole.heard.unfinished) == (
            each.heard.interviews,
            each.heard.unfinished,
        )


def test_a_hidden_layer_names_no_absence_and_shows_no_passage(project: Project) -> None:
    code_all(project)
    finished(project, "b1", "m1", "b2")
    with open_project(project.location, coder="Jonas") as other:
        assert names(other, "Sag 01") == (Absence.NOT_YET_CODED,)
        assert account(other, "SC1.1", case_named(other, "Sag 01").id).spoken == ()


def test_words_in_an_earlier_text_are_listed_and_name_nothing(project: Project) -> None:
    from rcoder.project.reimporting import Wanted, reimport

    coding: Coding = say(project, "m1", MENTORS, CodingFlags(polarity=Polarity.ABSENT))
    file = Path(project.location).parent / "m1-rettet.txt"
    file.write_text(
        project.text(project.transcript("m1.txt")).replace(f"{MENTORS} ", ""),
        encoding="utf-8",
    )
    reimport(project, "m1.txt", Wanted(file))
    found = account(project, "SC1.1", case_named(project, "Sag 01").id, "mentor")
    assert [(each.saying, each.passage.id) for each in found.spoken] == [(Saying.EARLIER, coding.id)]
    assert found.absences == (Absence.NOT_YET_CODED,)
