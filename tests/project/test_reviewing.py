"""Review on one machine: statuses, what lapses, the queue and its visits."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from rcoder.domain.actions.configuring import drop, edit
from rcoder.domain.errors import Misuse, Stale
from rcoder.domain.words import Status
from rcoder.project import Project, open_project
from rcoder.project.bench import gather
from rcoder.project.comments import answering, commenting_on, conversations, resolving
from rcoder.project.reviewing import QueueLine, Turn, give, giving, look, note_visit, options, queue
from review_study import attached, build, make, rewording


@pytest.fixture
def study(new_project: Callable[..., Project], interview_file: Path) -> str:
    """Anne, released, has made K01 of a resource and a reasoning; Jonas has joined."""
    return build(new_project, interview_file)


@pytest.fixture
def anne(study: str) -> Iterator[Project]:
    with open_project(study, coder="Anne") as project:
        yield project


@pytest.fixture
def jonas(study: str) -> Iterator[Project]:
    with open_project(study, coder="Jonas") as project:
        yield project


def line(project: Project, number: str = "K01") -> QueueLine:
    return next(each for each in queue(project) if each.number == number)


def status(project: Project) -> str:
    return project.configuration("K01").line.status


def test_a_configuration_goes_to_a_supervisor_and_back(anne: Project, jonas: Project) -> None:
    give(anne, "K01", Status.SUBMITTED)
    assert line(jonas).turn is Turn.SUBMITTED
    assert line(anne).turn is Turn.WAITING
    give(jonas, "K01", Status.RETURNED, "Hvad siger mentoren?")
    assert line(anne).turn is Turn.RETURNED
    (said,) = conversations(anne.sight, anne.configuration("K01").assembled.configuration.id)
    assert (said.first.comment.text, said.first.coder, said.open) == ("Hvad siger mentoren?", "Jonas", True)
    give(anne, "K01", Status.SUBMITTED)
    give(jonas, "K01", Status.ACCEPTED)
    assert status(anne) == "accepted"


def test_returning_without_a_reason_or_a_comment_is_refused(anne: Project, jonas: Project) -> None:
    give(anne, "K01", Status.SUBMITTED)
    with pytest.raises(Misuse, match="what is wanted"):
        give(jonas, "K01", Status.RETURNED)
    jonas.do(commenting_on(jonas, "K01", "Se her."))
    give(jonas, "K01", Status.RETURNED)
    assert status(anne) == "returned"


def test_an_unusual_step_is_taken_with_a_reason_which_the_journal_keeps(
    anne: Project, jonas: Project
) -> None:
    jonas.do(commenting_on(jonas, "K01", "Hej."))
    give(anne, "K01", Status.SUBMITTED)
    with pytest.raises(Misuse, match="somebody else"):
        give(anne, "K01", Status.ACCEPTED)
    assert status(anne) == "submitted"
    give(anne, "K01", Status.ACCEPTED, "aftalt på mødet")
    assert anne.journal()[-1].why == "aftalt på mødet"


def test_what_is_given_a_status_is_what_was_seen(anne: Project, jonas: Project) -> None:
    give(anne, "K01", Status.SUBMITTED)
    seen = options(jonas, "K01").digest
    rewording(anne, "hun ringer selv")
    with pytest.raises(Stale):
        jonas.do(giving(jonas, "K01", Status.ACCEPTED, seen=seen))
    assert jonas.do(giving(jonas, "K01", Status.ACCEPTED, seen=options(jonas, "K01").digest))


def test_the_same_status_twice_is_refused_until_it_lapses(anne: Project, jonas: Project) -> None:
    give(anne, "K01", Status.SUBMITTED)
    give(jonas, "K01", Status.ACCEPTED)
    with pytest.raises(Misuse, match="accepted already"):
        give(jonas, "K01", Status.ACCEPTED)
    rewording(anne, "hun ringer selv")
    give(jonas, "K01", Status.ACCEPTED)
    assert status(anne) == "accepted"


def test_an_acceptance_that_lapsed_says_what_changed_and_nothing_else(anne: Project, jonas: Project) -> None:
    give(anne, "K01", Status.SUBMITTED)
    rewording(anne, "hun siger det")
    give(jonas, "K01", Status.ACCEPTED)
    anne.do(edit(anne.configuration("K01").assembled, title="Noget andet"))
    assert look(jonas, "K01").lapsed is None
    rewording(anne, "hun ringer")
    rewording(anne, "hun ringer selv")
    found = look(jonas, "K01").lapsed
    assert found is not None
    assert [each.words for each in found.told] == ["Reworded “hun siger det” as “hun ringer selv”"]
    assert (line(jonas).turn, line(jonas).since) == (Turn.LAPSED, "1 element changed")


def test_what_was_taken_back_is_no_change(anne: Project, jonas: Project) -> None:
    give(anne, "K01", Status.SUBMITTED)
    give(jonas, "K01", Status.ACCEPTED)
    rewording(anne, "hun ringer")
    anne.undo()
    assert status(anne) == "accepted"
    assert look(anne, "K01").lapsed is None


def test_what_a_hidden_layer_changed_is_said_without_its_words(anne: Project, jonas: Project) -> None:
    give(anne, "K01", Status.SUBMITTED)
    give(jonas, "K01", Status.ACCEPTED)
    attached(jonas, "HEMMELIGT")
    found = look(anne, "K01").lapsed
    assert found is not None
    assert (found.told, found.words) == ((), "something in a layer that is not released")
    assert line(anne).since == "something in a layer that is not released"
    assert "HEMMELIGT" in repr(look(jonas, "K01"))


def test_a_visit_is_kept_for_each_coder_and_configuration(anne: Project, jonas: Project) -> None:
    own = make(anne, "Anden")
    assert {each.turn for each in queue(jonas)} == {Turn.UNSEEN}
    assert {each.turn for each in queue(anne)} == {Turn.QUIET}
    first = jonas.configuration("K01").assembled.configuration.id
    jonas.do(commenting_on(jonas, "K01", "Hej."))
    for each in (first, own.id):
        note_visit(jonas, each)
    assert {each.turn for each in queue(jonas)} == {Turn.QUIET}
    rewording(anne, "hun ringer")
    assert (line(jonas).turn, line(jonas).since) == (Turn.CHANGED, "1 element changed")
    assert line(jonas, "K02").turn is Turn.QUIET
    note_visit(jonas, first)
    assert line(jonas).turn is Turn.QUIET


def test_what_one_does_oneself_is_no_news(anne: Project) -> None:
    note_visit(anne, anne.configuration("K01").assembled.configuration.id)
    rewording(anne, "hun ringer")
    assert line(anne).turn is Turn.QUIET


def test_new_comments_of_others_come_before_other_changes(anne: Project, jonas: Project) -> None:
    note_visit(anne, anne.configuration("K01").assembled.configuration.id)
    jonas.do(commenting_on(jonas, "K01", "Hvorfor?"))
    assert (line(anne).turn, line(anne).new_comments, line(anne).open_comments) == (Turn.COMMENTED, 1, 1)
    said = conversations(anne.sight)[0].id
    anne.do(answering(anne, said, "Fordi."))
    anne.do(resolving(anne, said))
    assert line(anne).open_comments == 0


def test_superseded_says_by_which_and_goes_on_without_it_where_that_is_removed(anne: Project) -> None:
    other = make(anne, "Anden")
    give(anne, "K01", Status.SUPERSEDED, "K02 siger det bedre", by="K02")
    own = anne.configuration("K01").assembled.configuration
    assert (own.status, own.superseded_by) == (Status.SUPERSEDED, other.id)
    gone = gather(anne, "K02")
    anne.do(drop(gone.assembled, gone.homes, gone.belongings))
    assert anne.configuration("K01").assembled.configuration.superseded_by is None
    anne.undo()
    assert anne.configuration("K01").assembled.configuration.superseded_by == other.id
    give(anne, "K01", Status.DRAFT, "alligevel ikke")
    assert anne.configuration("K01").assembled.configuration.superseded_by is None
    with pytest.raises(Misuse, match="own place"):
        give(anne, "K01", Status.SUPERSEDED, "x", by="K01")


def test_a_status_is_taken_back(anne: Project) -> None:
    give(anne, "K01", Status.SUBMITTED)
    anne.undo()
    assert status(anne) == "draft"


def test_a_supervisor_who_codes_nothing_works_all_the_same(anne: Project, study: str) -> None:
    give(anne, "K01", Status.SUBMITTED)
    with open_project(study, coder="Vejleder") as project:
        assert line(project).turn is Turn.SUBMITTED
        give(project, "K01", Status.ACCEPTED)
        assert project.overview().codings == 1
    assert status(anne) == "accepted"


def test_a_comment_on_a_passage_that_was_there_before_is_news_to_those_who_see_it(
    anne: Project, jonas: Project
) -> None:
    whole = anne.configuration("K01").assembled
    note_visit(jonas, whole.configuration.id)
    for about, id_ in (("evidence", whole.evidence[0].id), ("grounding", whole.groundings[0].id)):
        anne.do(commenting_on(anne, "K01", "Se her", about, id_))
    assert (line(jonas).turn, line(jonas).new_comments) == (Turn.COMMENTED, 2)
    note_visit(anne, whole.configuration.id)
    hidden = attached(jonas)
    jonas.do(commenting_on(jonas, "K01", "HEMMELIGT", "evidence", hidden.id))
    assert (line(anne).turn, line(anne).new_comments) == (Turn.QUIET, 0)
