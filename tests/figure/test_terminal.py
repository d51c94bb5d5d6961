"""The drawing in characters: nothing over anything else, and every arrow from its box to its box."""

from __future__ import annotations

from collections import Counter
from itertools import combinations, pairwise

import figure_theories
from hypothesis import HealthCheck, given, settings

from rcoder.domain.drawn import Area, Drawn
from rcoder.domain.theory import ArrowState, ChangeTheory, Membership
from rcoder.domain.words import Column, Effect, Kind
from rcoder.figure.terminal import draw_round, draw_whole
from rcoder.figure.terminal.labels import fitted, spread, width, wrapped
from terminal_theories import arrow, box, theories, theory

few = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def drawn(found: ChangeTheory) -> Drawn:
    return draw_whole(found, labels="da", words="da")


def overlap(one: Area, other: Area) -> bool:
    return (
        one.x < other.x + other.width
        and other.x < one.x + one.width
        and one.y < other.y + other.height
        and other.y < one.y + one.height
    )


def beside(area: Area, x: int, y: int) -> bool:
    return x in (area.x - 1, area.x + area.width) and area.y < y < area.y + area.height - 1


@few
@given(theories())
def test_no_two_boxes_overlap_and_every_box_is_there(found: ChangeTheory) -> None:
    sheet = drawn(found)
    assert set(sheet.boxes) == {each.id for each in found.boxes}
    assert not any(overlap(one, other) for one, other in combinations(sheet.boxes.values(), 2))


@few
@given(theories())
def test_every_arrow_goes_unbroken_from_the_edge_of_its_box_to_the_edge_of_its_box(
    found: ChangeTheory,
) -> None:
    sheet = drawn(found)
    assert set(sheet.ways) == {each.id for each in found.arrows}
    for each in found.arrows:
        way = sheet.ways[each.id]
        assert all(abs(a.x - b.x) + abs(a.y - b.y) == 1 for a, b in pairwise(way)), each.id
        assert beside(sheet.boxes[each.source], way[0].x, way[0].y)
        assert beside(sheet.boxes[each.target], way[-1].x, way[-1].y)


@few
@given(theories())
def test_no_arrow_runs_through_a_box(found: ChangeTheory) -> None:
    sheet = drawn(found)
    for way in sheet.ways.values():
        assert not any(area.holds(step.x, step.y) for step in way for area in sheet.boxes.values())


@few
@given(theories())
def test_two_arrows_share_a_cell_only_where_one_runs_across_and_the_other_down(found: ChangeTheory) -> None:
    sheet = drawn(found)
    owners = Counter((step.x, step.y) for way in sheet.ways.values() for step in set(way))
    assert max(owners.values(), default=0) <= 2
    shared = {place for place, many in owners.items() if many == 2}
    for way in sheet.ways.values():
        for before, here, after in zip(way, way[1:], way[2:], strict=False):
            if (here.x, here.y) in shared:
                assert before.x == after.x or before.y == after.y, "it turns where another one passes"
    for x, y in shared:
        assert sheet.cells[y][x] in "┼┿╂╋"


@few
@given(theories())
def test_the_sheet_is_a_rectangle_with_an_ink_for_each_cell(found: ChangeTheory) -> None:
    sheet = drawn(found)
    assert {len(row) for row in sheet.cells} == {sheet.width} == {len(row) for row in sheet.inks}
    assert "\x1b" not in "".join(sheet.rows)


@few
@given(theories())
def test_the_same_theory_gives_the_same_drawing(found: ChangeTheory) -> None:
    assert drawn(found) == drawn(found)


@few
@given(theories())
def test_round_a_box_stands_everything_that_leads_to_it_and_that_it_leads_to(found: ChangeTheory) -> None:
    for room in (80, 120):
        for each in found.boxes[:4]:
            sheet = draw_round(found, each.id, room=room, labels="da", words="da")
            own = {arrow.id for arrow in found.arrows if each.id in (arrow.source, arrow.target)}
            assert set(sheet.ways) == own
            assert sheet.width == room
            assert not any(overlap(one, other) for one, other in combinations(sheet.boxes.values(), 2))


def test_states_are_told_by_the_line_and_effects_by_the_head() -> None:
    boxes = [box(0, Column.CORE), box(1, Column.MECHANISM, half=Kind.REASONING)]
    heads = {Effect.PROMOTES: "▶", Effect.HINDERS: "−⊣", Effect.CONDITIONS: "◇"}
    lines = {ArrowState.ACCEPTED: "━", ArrowState.DRAFT: "╌", ArrowState.INITIAL: "·"}
    for effect, tip in heads.items():
        for state, line in lines.items():
            way = drawn(theory(boxes, [arrow(0, 1, effect, state)])).ways[f"b0-b1-{effect}"]
            signs = "".join(step.sign for step in way)
            assert signs.endswith(("●2" if state is not ArrowState.INITIAL else "") + tip)
            assert signs.startswith(line)


def test_what_belongs_to_a_core_element_is_a_thin_line_without_a_head() -> None:
    boxes = [box(0, Column.CORE), box(1, Column.MECHANISM, half=Kind.RESOURCE, new=True)]
    sheet = drawn(theory(boxes, [], (Membership("b0", "b1"),)))
    assert "│─" in "\n".join(sheet.rows) or "──╎" in "\n".join(sheet.rows)
    assert not sheet.ways


def test_an_arrow_that_runs_back_has_points_and_comes_in_from_the_right() -> None:
    boxes = [box(0, Column.CORE), box(1, Column.SHORT), box(2, Column.LONG)]
    sheet = drawn(theory(boxes, [arrow(2, 0), arrow(0, 1), arrow(1, 2)]))
    way = sheet.ways["b2-b0-promotes"]
    assert "◂" in {step.sign for step in way}
    assert "◀" in {step.sign for step in way}
    assert way[-1].x == sheet.boxes["b0"].x + sheet.boxes["b0"].width


def test_contexts_stand_above_the_columns_and_negative_paths_below() -> None:
    sheet = drawn(figure_theories.jobfirst())
    by_column = {each.id: each.column for each in figure_theories.jobfirst().boxes}
    above = max(a.y + a.height for i, a in sheet.boxes.items() if by_column[i] is Column.CONTEXT)
    below = min(a.y for i, a in sheet.boxes.items() if by_column[i] is Column.NEGATIVE)
    middle = [a for i, a in sheet.boxes.items() if by_column[i] not in (Column.CONTEXT, Column.NEGATIVE)]
    assert above <= min(a.y for a in middle)
    assert max(a.y + a.height for a in middle) <= below
    for heading in ("Kontekst", "Kerneelementer", "Mekanismer", "Modvirkende forløb"):
        assert any(heading in row for row in sheet.rows)


def test_a_theory_that_nobody_could_read_whole_says_so() -> None:
    boxes = [box(number, Column.MECHANISM) for number in range(401)]
    sheet = drawn(theory(boxes, []))
    assert not sheet.cells
    assert "401 bokse" in sheet.refused
    assert draw_round(theory(boxes, []), "b7", room=80, labels="da", words="da").boxes.keys() == {"b7"}


def test_what_is_clicked_on_is_the_box_or_the_arrow_or_nothing() -> None:
    sheet = drawn(theory([box(0, Column.CORE), box(1, Column.MECHANISM)], [arrow(0, 1)]))
    area, way = sheet.boxes["b0"], sheet.ways["b0-b1-promotes"]
    assert sheet.at(area.x, area.y) == "b0"
    assert sheet.at(way[1].x, way[1].y) == sheet.at(way[1].x, way[1].y + 1) == "b0-b1-promotes"
    assert sheet.at(area.x, area.y + area.height + 3) == ""


def test_words_are_broken_by_cells_and_wide_characters_take_two() -> None:
    assert width("日本e\u0301") == 5
    assert spread("日e\u0301") == ["日", "", "e\u0301"]
    assert fitted("Klar rollefordeling", 6) == "Klar…"
    assert wrapped("Virksomhedspraktik (13 uger)", 16, 3) == ("Virksomheds-", "praktik (13", "uger)")
    assert all(width(line) <= 9 for line in wrapped("日本語日本語日本語 abc", 9, 5))
    assert wrapped("en to tre fire fem", 5, 2) == ("en to", "tre…")
