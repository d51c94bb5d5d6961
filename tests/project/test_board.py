"""The board asked of a project: progress that agrees with the coding screen, in the asker's sight only."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rcoder.domain.actions.coding import code_passage, finish
from rcoder.domain.actions.studying import bring_in, release
from rcoder.domain.case import Case
from rcoder.domain.coding import Coding, Finish
from rcoder.domain.ids import new_id
from rcoder.domain.journal import Deed, added, changed
from rcoder.domain.transcript import Doubt, Revision, Speaker, Transcript, Turn
from rcoder.domain.words import Verdict
from rcoder.project import Project, open_project
from rcoder.project.board import whole
from rcoder.project.door import checksum
from rcoder.ui.screens.seeking import uncoded_turn

TEXT = "A: Et.\nB: To ord.\nA: Tre.\nB: Fire her.\nB2: Fem.\nA: Seks.\nB: Syv nu.\n"


def turns() -> list[tuple[str, int, int]]:
    found, place = [], 0
    for line in TEXT.splitlines():
        name, _, words = line.partition(": ")
        start = place + len(name) + 2
        found.append((name, start, start + len(words)))
        place += len(line) + 1
    return found


def bring(project: Project, title: str = "Prøve", text: str = TEXT) -> Transcript:
    names = {name: f"{title}:{name}" for name, *_ in turns()}
    transcript = Transcript(
        new_id(), title, "da", checksum(text), len(text), f"{title}.txt", checksum(text + title), "txt",
        turns=tuple(Turn(start, end, names[name]) for name, start, end in turns()),
    )  # fmt: skip
    voices = [
        Speaker(own, transcript.id, name, () if name == "A" else ("mentor",), name == "A", place)
        for place, (name, own) in enumerate(names.items())
    ]
    project.do(bring_in(transcript, voices), texts=[text])
    return transcript


def code(project: Project, transcript: Transcript, start: int, end: int) -> Coding:
    own = project.code("H1.M1")
    coding = Coding(new_id(), transcript.id, start, end, own.id, project.coder_id, own.kind)
    project.do(code_passage(coding, own, transcript))
    return coding


def test_turns_are_those_of_respondents_and_a_coding_covers_every_turn_it_touches(
    new_project: Callable[..., Project],
) -> None:
    with new_project() as project:
        transcript = bring(project)
        spoken = turns()
        code(project, transcript, spoken[1][1] + 2, spoken[4][1] + 1)
        (held,) = whole(project).interviews
        assert (held.turns, held.own_uncoded, held.uncoded, held.own_codings) == (4, 1, 1, 1)
        assert held.roles == ("mentor",)


def test_a_coding_that_ends_where_a_turn_begins_does_not_cover_it(
    new_project: Callable[..., Project],
) -> None:
    with new_project() as project:
        transcript = bring(project)
        code(project, transcript, turns()[0][1], turns()[1][1])
        assert whole(project).interviews[0].own_uncoded == 4


def test_a_passage_of_an_earlier_text_covers_nothing_of_the_present_one(
    new_project: Callable[..., Project],
) -> None:
    with new_project() as project:
        transcript = bring(project)
        spoken = turns()
        code(project, transcript, spoken[1][1], spoken[1][2])
        corrected = TEXT.replace("Syv", "Otte")
        revision = Revision(
            new_id(), transcript.id, 1, transcript.checksum, transcript.characters, "a", "b", "txt",
            turns=transcript.turns,
        )  # fmt: skip
        after = replace(transcript, checksum=checksum(corrected), characters=len(corrected), revision=2)
        project.do(Deed("Corrected", (*added(revision), *changed(transcript, after))), texts=[corrected])
        assert whole(project).interviews[0].own_uncoded == 4


def test_a_blind_coder_sees_nobodys_progress_and_a_released_layer_counts(
    new_project: Callable[..., Project],
) -> None:
    with new_project(coder="Anne") as project:
        transcript, spoken = bring(project), turns()
        coding = code(project, transcript, spoken[1][1], spoken[1][2])
        project.do(finish(Finish(new_id(), transcript.id, project.coder_id), transcript))
        doubt = Doubt(
            new_id(), transcript.id, 1, "codings", coding.id, project.coder_id, Verdict.CHANGED, 0, 1
        )
        project.do(Deed("Doubted", added(doubt)))
        place = project.location
        (own,) = whole(project).interviews
    assert (own.finished, own.finished_by, own.own_uncoded, own.doubts) == (True, ("Anne",), 3, 1)
    with open_project(place, coder="Jonas") as project:
        (blind,) = whole(project).interviews
    assert (blind.codings, blind.finished_by, blind.uncoded, blind.doubts) == (0, (), 4, 0)
    with open_project(place, coder="Anne") as project:
        project.do(release(next(each for each in project.coders() if each.name == "Anne")))
    with open_project(place, coder="Jonas") as project:
        (seen,) = whole(project).interviews
    assert (seen.own_codings, seen.codings, seen.finished_by, seen.doubts) == (0, 1, ("Anne",), 1)
    assert (seen.own_uncoded, seen.uncoded) == (4, 3)


def test_a_decided_doubt_is_none(new_project: Callable[..., Project]) -> None:
    with new_project() as project:
        transcript = bring(project)
        coding = code(project, transcript, 3, 5)
        doubt = Doubt(
            new_id(), transcript.id, 1, "codings", coding.id, project.coder_id, Verdict.LOST, 0, 1,
        )  # fmt: skip
        project.do(Deed("Doubted", added(doubt)))
        assert whole(project).interviews[0].doubts == 1
        from rcoder.domain.words import Decision

        project.do(Deed("Decided", changed(doubt, replace(doubt, decision=Decision.KEPT))))
        assert whole(project).interviews[0].doubts == 0


def test_cases_groups_and_outcome_groups_are_on_the_board(new_project: Callable[..., Project]) -> None:
    with new_project() as project:
        project.do(Deed("Cases", added(Case("c", "Sag 1", "Nordby", "with_hours"))))
        found = whole(project)
        assert [each.name for each in found.cases] == ["Sag 1"]
        assert [each.group.name.say() for each in found.usual] == ["with hours"]
        assert found.groups == ()
        assert found.language == "da"


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("board")


spans = st.lists(
    st.tuples(st.integers(0, len(TEXT) - 1), st.integers(1, len(TEXT))).filter(
        lambda pair: pair[0] < pair[1]
    ),
    max_size=5,
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(spans)
def test_the_board_counts_the_turns_that_n_goes_to(
    new_project: Callable[..., Project], coded: list[tuple[int, int]]
) -> None:
    with new_project(f"{new_id()}.rcoder") as project:
        transcript = bring(project)
        for start, end in coded:
            code(project, transcript, start, end)
        reading = project.reading(transcript.id)
        (held,) = whole(project).interviews
        seen, position = 0, -1
        while True:
            found = uncoded_turn(reading, project.coder_id, position, 1)
            if found is None:
                break
            seen, position = seen + 1, found
        assert held.own_uncoded == seen
