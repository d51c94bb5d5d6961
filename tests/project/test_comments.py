"""Conversations on configurations: who sees them, and what becomes of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from rcoder.domain.actions.coding import detach
from rcoder.domain.actions.configuring import drop, take_out
from rcoder.domain.actions.studying import release
from rcoder.domain.errors import Misuse, NotFound, Unchanged
from rcoder.domain.words import Kind
from rcoder.project import Project, open_project
from rcoder.project.bench import gather
from rcoder.project.comments import (
    Conversation,
    answering,
    commenting_on,
    conversations,
    open_counts,
    removing,
    reopening,
    resolving,
    rewording,
)
from review_study import attached, build


@pytest.fixture
def study(new_project: Callable[..., Project], interview_file: Path) -> str:
    return build(new_project, interview_file)


@pytest.fixture
def anne(study: str) -> Iterator[Project]:
    with open_project(study, coder="Anne") as project:
        yield project


@pytest.fixture
def jonas(study: str) -> Iterator[Project]:
    with open_project(study, coder="Jonas") as project:
        yield project


def only(project: Project) -> Conversation:
    (found,) = conversations(project.sight)
    return found


def words(project: Project) -> list[str]:
    return [said.comment.text for each in conversations(project.sight) for said in each.every]


def test_a_comment_is_seen_before_its_writers_layer_is_released(anne: Project, jonas: Project) -> None:
    jonas.do(commenting_on(jonas, "K01", "Hvad med mentoren?"))
    found = only(anne)
    assert (found.number, found.about, found.open, found.first.coder) == ("K01", "the whole", True, "Jonas")
    assert open_counts(anne.sight) == {found.first.comment.configuration_id: 1}


def test_an_answer_opens_a_resolved_conversation_again(anne: Project, jonas: Project) -> None:
    jonas.do(commenting_on(jonas, "K01", "Hvorfor?"))
    anne.do(resolving(anne, only(anne).id))
    assert (only(jonas).open, only(jonas).resolved_by, open_counts(jonas.sight)) == (False, "Anne", {})
    with pytest.raises(Unchanged):
        anne.do(resolving(anne, only(anne).id))
    jonas.do(answering(jonas, only(jonas).id, "Nej, stadig ikke."))
    assert words(anne) == ["Hvorfor?", "Nej, stadig ikke."]
    assert only(anne).open


def test_a_resolved_conversation_stays_and_is_opened_again(anne: Project) -> None:
    anne.do(commenting_on(anne, "K01", "Husk kilden"))
    anne.do(resolving(anne, only(anne).id))
    anne.do(reopening(anne, only(anne).id))
    assert only(anne).open
    with pytest.raises(Unchanged):
        reopening(anne, only(anne).id)


def test_only_its_writer_changes_or_removes_a_comment(anne: Project, jonas: Project) -> None:
    jonas.do(commenting_on(jonas, "K01", "Hvofor?"))
    with pytest.raises(Misuse, match="Jonas's"):
        rewording(anne, only(anne).id, "Noget andet")
    with pytest.raises(Misuse, match="Jonas's"):
        removing(anne, only(anne).id)
    jonas.do(rewording(jonas, only(jonas).id, "Hvorfor?"))
    assert words(anne) == ["Hvorfor?"]
    jonas.do(removing(jonas, only(jonas).id))
    assert words(anne) == []
    jonas.undo()
    assert words(anne) == ["Hvorfor?"]


def test_a_comment_that_somebody_answered_is_not_removed(anne: Project, jonas: Project) -> None:
    jonas.do(commenting_on(jonas, "K01", "Hvorfor?"))
    anne.do(answering(anne, only(anne).id, "Derfor."))
    with pytest.raises(Misuse, match="answered"):
        removing(jonas, only(jonas).id)


def test_words_are_needed(anne: Project) -> None:
    with pytest.raises(Misuse, match="needs words"):
        commenting_on(anne, "K01", "  ")


def test_a_comment_on_a_part_says_which(anne: Project, jonas: Project) -> None:
    whole = anne.configuration("K01").assembled
    element, link, grounding = whole.of_kind(Kind.REASONING)[0], whole.links[0], whole.groundings[0]
    evidence = whole.evidence[0]
    for about, id_ in (
        ("element", element.id),
        ("link", link.id),
        ("grounding", grounding.id),
        ("evidence", evidence.id),
    ):
        jonas.do(commenting_on(jonas, "K01", about, about, id_))
    said = {each.first.comment.text: each.about for each in conversations(anne.sight)}
    assert said["element"] == "“hun tør sige det”"
    assert said["link"] == "“én fast person → hun tør sige det”"
    assert said["grounding"].endswith("(Sag 01 · borger, turn 2)")
    assert said["evidence"].endswith("(Sag 01 · borger, turn 2)")


def test_a_part_that_is_not_there_is_refused(anne: Project) -> None:
    with pytest.raises(NotFound, match="no longer there"):
        commenting_on(anne, "K01", "Her", "element", "nowhere")
    with pytest.raises(NotFound, match="no configuration K77"):
        commenting_on(anne, "K77", "Her")


def test_a_comment_on_a_passage_is_seen_by_those_who_see_the_passage(anne: Project, jonas: Project) -> None:
    evidence = attached(jonas)
    jonas.do(commenting_on(jonas, "K01", "HEMMELIGT", "evidence", evidence.id))
    assert words(anne) == []
    assert open_counts(anne.sight) == {}
    with pytest.raises(NotFound):
        answering(anne, only(jonas).id, "Set")
    assert words(jonas) == ["HEMMELIGT"]
    jonas.do(release(next(each for each in jonas.coders() if each.name == "Jonas")))
    assert words(anne) == ["HEMMELIGT"]


def test_a_comment_on_a_hidden_passage_goes_with_it_and_comes_back(anne: Project, jonas: Project) -> None:
    evidence = attached(jonas)
    jonas.do(commenting_on(jonas, "K01", "HEMMELIGT", "evidence", evidence.id))
    jonas.do(detach(evidence, "K01", jonas.transcript("interview.txt")))
    assert (words(anne), words(jonas)) == ([], [])
    jonas.undo()
    assert (words(anne), words(jonas)) == ([], ["HEMMELIGT"])


def test_what_was_said_of_a_part_stays_on_the_whole_with_a_note(anne: Project, jonas: Project) -> None:
    bench = gather(anne, "K01")
    place = bench.assembled.places[1]
    jonas.do(commenting_on(jonas, "K01", "Er det en reaktion?", "element", place.element_id))
    anne.do(answering(anne, only(anne).id, "Ja."))
    anne.do(take_out(bench.assembled, place, elsewhere=False))
    found = only(jonas)
    assert found.about == "the whole"
    assert words(jonas) == ["[on “hun tør sige det”, since removed] Er det en reaktion?", "Ja."]
    anne.undo()
    assert only(jonas).about == "“hun tør sige det”"
    assert words(jonas) == ["Er det en reaktion?", "Ja."]


def test_removing_a_configuration_takes_its_comments_along_and_brings_them_back(
    anne: Project, jonas: Project
) -> None:
    jonas.do(commenting_on(jonas, "K01", "Hvorfor?"))
    anne.do(answering(anne, only(anne).id, "Derfor."))
    bench = gather(anne, "K01")
    anne.do(drop(bench.assembled, bench.homes, bench.belongings))
    assert words(anne) == []
    anne.undo()
    assert words(anne) == ["Hvorfor?", "Derfor."]


def test_a_hidden_configuration_hides_what_is_said_of_it(
    new_project: Callable[..., Project], interview_file: Path
) -> None:
    from rcoder.project.importing import Bringing, import_files
    from review_study import make

    with new_project("hidden.rcoder", coder="Anne") as anne:
        list(import_files(anne, [Bringing(interview_file)]))
        make(anne, "Skjult")
        anne.do(commenting_on(anne, "K01", "HEMMELIGT"))
        location = anne.location
    with open_project(location, coder="Jonas") as jonas:
        assert words(jonas) == []
        with pytest.raises(NotFound):
            commenting_on(jonas, "K01", "Hej")
