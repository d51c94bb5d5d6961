"""Deeds on summaries and turning points."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rcoder.domain.actions.profiling import (
    Joined,
    change_turning_point,
    following_points,
    in_course,
    joined_summaries,
    move_turning_point,
    remove_summary,
    set_turning_point,
    write_summary,
)
from rcoder.domain.configuration import Evidence
from rcoder.domain.errors import Misuse, Unchanged
from rcoder.domain.journal import Change
from rcoder.domain.profile import Summary, TurningPoint
from rcoder.domain.words import Claim, Stance

WRITTEN = Summary("s1", "sag1", "h3", "anne", "Kontakten var tæt.", "2026-11-22T10:00:00Z")
PASSAGE = Evidence("e1", Claim.SUMMARY, "s1", "t1", 4, 20, Stance.SUPPORTS, "anne")
WHERE = "H3 in Sag 01"


def test_a_summary_is_written_with_the_passages_it_rests_on() -> None:
    deed = write_summary(WRITTEN, WHERE, wanted=[replace(PASSAGE, claim_id="")])
    assert deed.sentence == "Summed up H3 in Sag 01"
    rows = {change.table: change.after for change in deed.changes}
    assert rows["evidence"] is not None
    assert (rows["evidence"]["claim"], rows["evidence"]["claim_id"]) == ("summary", "s1")


def test_a_summary_without_words_is_refused() -> None:
    with pytest.raises(Misuse):
        write_summary(replace(WRITTEN, text=" \n"), WHERE)


def test_what_stands_there_already_is_no_deed_unless_it_is_looked_at_again() -> None:
    later = replace(WRITTEN, at="2026-11-23T10:00:00Z")
    joined = Joined((PASSAGE,))
    with pytest.raises(Unchanged):
        write_summary(later, WHERE, WRITTEN, joined, [PASSAGE])
    deed = write_summary(later, WHERE, WRITTEN, joined, [PASSAGE], again=True)
    assert deed.sentence == "Looked at the summary of H3 in Sag 01 again: it stands"
    assert [change.table for change in deed.changes] == ["summaries"]


def test_a_passage_that_is_not_wanted_any_more_is_taken_off() -> None:
    deed = write_summary(replace(WRITTEN, at="later"), WHERE, WRITTEN, Joined((PASSAGE,)), [])
    assert [(change.id, change.after is None) for change in deed.changes] == [("s1", False), ("e1", True)]


def test_a_summary_stays_in_its_cell() -> None:
    with pytest.raises(Misuse):
        write_summary(replace(WRITTEN, case_id="sag2"), WHERE, WRITTEN)


def test_removing_a_summary_names_what_is_joined_to_it() -> None:
    deed = remove_summary(WRITTEN, Joined((PASSAGE,)), WHERE)
    assert [(change.id, change.after) for change in deed.changes] == [("e1", None), ("s1", None)]


def test_two_summaries_of_one_cell_become_one_and_lose_no_word() -> None:
    other = replace(WRITTEN, id="s2", case_id="sag2", text="Den løsnede sig.", at="2026-11-25T10:00:00Z")
    changes, same = joined_summaries([other], [WRITTEN], "Sag 02", case_id="sag1")
    assert same == {"s2": "s1"}
    kept = next(change.after for change in changes if change.id == "s1")
    assert kept is not None
    assert (kept["text"], kept["at"]) == ("Kontakten var tæt.\nSag 02: Den løsnede sig.", other.at)
    assert next(change for change in changes if change.id == "s2").after is None


def test_summaries_of_two_coders_stay_two() -> None:
    other = replace(WRITTEN, id="s2", case_id="sag2", coder_id="jonas")
    changes, same = joined_summaries([other], [WRITTEN], "Sag 02", case_id="sag1")
    assert same == {}
    assert [(change.id, change.after and change.after["case_id"]) for change in changes] == [("s2", "sag1")]


# -- turning points --------------------------------------------------------------------------------------------------


def point(name: str, position: int, coder: str = "anne", case: str = "sag1") -> TurningPoint:
    return TurningPoint(name, case, coder, f"vendepunkt {name}", "uge 6", position, "+")


def test_a_turning_point_needs_words_and_a_sign_that_is_one() -> None:
    for wrong in (replace(point("a", 0), wording=" "), replace(point("a", 0), sign="better")):
        with pytest.raises(Misuse):
            set_turning_point(wrong, "Sag 01")


def test_changing_nothing_of_a_turning_point_is_no_deed() -> None:
    with pytest.raises(Unchanged):
        change_turning_point(point("a", 0), point("a", 0), "Sag 01", Joined())


def test_a_turning_point_moves_and_stops_at_either_end() -> None:
    points = [point("a", 0), point("b", 1), point("c", 2)]
    assert after(points, move_turning_point(points, "c", -1, "Sag 01").changes) == ["a", "c", "b"]
    for name, step in (("a", -1), ("c", 1)):
        with pytest.raises(Unchanged):
            move_turning_point(points, name, step, "Sag 01")


@given(st.lists(st.integers(0, 5), min_size=2, max_size=7), st.data())
def test_a_move_changes_places_with_the_neighbour_alone(positions: list[int], data: st.DataObject) -> None:
    points = [point(f"p{number}", position) for number, position in enumerate(positions)]
    order = [each.id for each in sorted(points, key=in_course)]
    where = data.draw(st.integers(0, len(order) - 2))
    moved = after(points, move_turning_point(points, order[where], 1, "Sag 01").changes)
    order[where], order[where + 1] = order[where + 1], order[where]
    assert moved == order


def test_turning_points_of_a_merged_case_come_after_those_of_the_same_coder() -> None:
    going = [point("x", 0, case="sag2"), point("y", 1, case="sag2"), point("z", 0, "jonas", "sag2")]
    changes = following_points(going, [point("a", 0), point("b", 3)], "sag1")
    told = [
        (change.id, change.after["case_id"], change.after["position"]) for change in changes if change.after
    ]
    assert told == [("x", "sag1", 4), ("z", "sag1", 0), ("y", "sag1", 5)]


def after(points: list[TurningPoint], changes: tuple[Change, ...]) -> list[str]:
    """Ids in order once the changes are made."""
    rows = {change.id: change.after for change in changes if change.after is not None}
    now = [replace(each, position=rows[each.id]["position"]) if each.id in rows else each for each in points]
    return [each.id for each in sorted(now, key=in_course)]
