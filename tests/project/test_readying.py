"""What is worked out beforehand, a few configurations at a time, is what a question finds that asks for all at once."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

import pytest

from rcoder.domain.actions.configuring import begin, edit, reword, share, take_out
from rcoder.domain.actions.reviewing import give_status
from rcoder.domain.configuration import Configuration, Element, Evidence, Grounding, Link, Place
from rcoder.domain.exhibit import Bearing, Exhibit
from rcoder.domain.ids import new_id
from rcoder.domain.journal import Deed, added
from rcoder.domain.review import digest
from rcoder.domain.transcript import Span
from rcoder.domain.words import Claim, Directness, Horizon, Kind, Material, Stance, Status
from rcoder.project import Project
from rcoder.project.assembling import outlines
from rcoder.project.coding import CodingFlags, code_passage
from rcoder.project.digests import digests, unknown
from rcoder.project.importing import Bringing, import_files
from rcoder.project.prompts import survey
from rcoder.project.readying import queued, readied, surveyed
from rcoder.project.reviewing import queue
from rcoder.project.standings import standings
from rcoder.store.tracing import entries_naming

T = TypeVar("T")


@pytest.fixture
def project(new_project: Callable[..., Project], interview_file: Path) -> Iterator[Project]:
    """Twelve accepted configurations, with everything a review judges."""
    with new_project(coder="Anne") as made:
        list(import_files(made, [Bringing(interview_file, case="Sag 01", roles=("borger",))]))
        where = made.transcript("interview.txt").id
        coding, _ = code_passage(made, where, Span(70, 95), "H1.R1", CodingFlags())
        for number in range(1, 13):
            own = f"k{number}"
            parts = (
                Element(f"r{own}", "en aftale", coding.code_id, new=True),
                Element(
                    f"o{own}", "tør ringe", sign="-", horizon=Horizon.SHORT, directness=Directness.INFERRED
                ),
            )
            places = (
                Place(f"pr{own}", own, f"r{own}", Kind.RESOURCE),
                Place(f"po{own}", own, f"o{own}", Kind.OUTCOME, 1),
            )
            link = Link(f"l{own}", own, f"r{own}", f"o{own}")
            made.do(
                begin(
                    Configuration(own, f"K{number:02}", made.coder_id, because="den holder"),
                    parts,
                    places,
                    [Grounding(f"g{own}", f"r{own}", coding.id)],
                    [link],
                )
            )
            exhibit = Exhibit(f"x{own}", made.coder_id, Material.SURVEY, "Survey")
            joined = [
                Evidence(f"e{at}{own}", claim, about, where, 70, 80, Stance.SUPPORTS, made.coder_id)
                for at, (claim, about) in enumerate(
                    ((Claim.LINK, f"l{own}"), (Claim.CONFIGURATION, own), (Claim.ELEMENT, f"o{own}"))
                )
            ]
            bearing = Bearing(f"b{own}", exhibit.id, Claim.CONFIGURATION, own, Stance.REFINES, made.coder_id)
            made.do(Deed("Attached", added(*joined, exhibit, bearing)))
            accept(made, own)
        yield made


def accept(project: Project, own: str) -> None:
    assembled = next(each for each in project.configurations() if each.configuration.id == own)
    project.do(give_status(assembled, Status.ACCEPTED, project.coder_id))


def test_a_digest_of_rows_is_the_digest_of_the_records(project: Project) -> None:
    whole = {each.configuration.id: digest(each) for each in project.configurations()}
    assert {name: digests(project.sight, whole)[name] for name in whole} == whole
    project.sight.kept.clear()
    assert {name: digests(project.sight, [name])[name] for name in whole} == whole


def test_a_digest_follows_what_is_changed_and_others_stay_known(project: Project) -> None:
    list(readied(project))
    element = project.configuration("K02").assembled.elements["rk2"]
    project.do(reword(element, replace(element, wording="en anden aftale")))
    assert unknown(project.sight, ["k1", "k2", "k3"]) == ["k2"]
    stands = standings(project.sight, [each.configuration for each in project.configurations()])
    assert [name for name, each in stands.items() if each.changed_since] == ["k2"]
    project.undo()
    assert not standings(project.sight, [project.configuration("K02").assembled.configuration])[
        "k2"
    ].changed_since


def test_prompts_and_the_queue_in_steps_are_those_asked_for_at_once(project: Project) -> None:
    at_once = survey(project), queue(project)
    project.sight.kept.clear()
    assert (finished(surveyed(project)), finished(queued(project))) == at_once


def test_what_changes_between_two_steps_is_looked_at_again(project: Project) -> None:
    steps = surveyed(project)
    next(steps)
    project.do(edit(project.configuration("K01").assembled, because=""))
    project.do(begin(Configuration(new_id(), "K13", project.coder_id)))
    found = finished(steps)
    project.sight.kept.clear()
    assert found == survey(project)


def test_a_study_without_configurations_has_nothing_to_get_ready(new_project: Callable[..., Project]) -> None:
    with new_project(coder="Anne") as made:
        assert list(readied(made)) == []


def test_entries_are_found_by_what_they_name_however_the_journal_grows(project: Project) -> None:
    reader = project.store.reader
    before = entries_naming(reader, ["k3"])
    assert {change.id for entry in before for change in entry.changes} >= {"k3", "pok3", "lk3"}
    project.do(edit(project.configuration("K03").assembled, title='Ny “titel”, "sagt" sådan'))
    assert len(entries_naming(reader, ["k3"])) == len(before) + 1
    assert entries_naming(reader, ["k3"], after=before[-1].seq)[0].seq > before[-1].seq
    assert all(
        any(change.table == "links" for change in entry.changes)
        for entry in entries_naming(reader, ["k3"], with_table="links")
    )
    assert entries_naming(reader, ["configuration_id", "nothing"]) == []


def finished(steps: Generator[None, None, T]) -> T:
    """What the steps come to."""
    while True:
        try:
            next(steps)
        except StopIteration as end:
            return end.value  # type: ignore[no-any-return]  # it is what the generator returned


def test_outlines_follow_every_deed_as_if_they_were_read_anew(project: Project) -> None:
    sight = project.sight
    outlines(sight)
    element = project.configuration("K02").assembled.elements["rk2"]
    bare = project.configuration("K05").assembled
    deeds = (
        lambda: project.do(reword(element, replace(element, wording="en anden aftale"))),
        lambda: project.do(edit(project.configuration("K03").assembled, title="Ny")),
        lambda: project.do(share(bare, element, Place("shared", "k5", "rk2", Kind.CONTEXT, 9))),
        lambda: project.do(
            take_out(project.configuration("K04").assembled, bench_place(project), elsewhere=False)
        ),
        lambda: project.do(begin(Configuration(new_id(), "K13", project.coder_id))),
        project.undo,
        project.undo,
    )
    for deed in deeds:
        deed()
        followed = outlines(sight)
        sight.kept.pop("outlines")
        assert outlines(sight) == followed


def bench_place(project: Project) -> Place:
    """The last place of K04."""
    return project.configuration("K04").assembled.places[-1]
