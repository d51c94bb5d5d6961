"""Deeds on the study itself."""

from __future__ import annotations

from types import ModuleType

from hypothesis import given
from hypothesis import strategies as st

from rcoder.domain.actions import studying as deeds
from rcoder.domain.case import Case
from rcoder.domain.codebook import Code, Codebook, CodebookContents
from rcoder.domain.coding import Coder
from rcoder.domain.study import Study
from rcoder.domain.transcript import Speaker
from rcoder.domain.words import Bilingual


def test_a_study_begins_with_its_first_coder_and_its_codebook(making: ModuleType) -> None:
    contents = making.codebook([making.code("H1.M1")], [making.node("M1")])
    deed = deeds.begin_study(Study("s", "Studie"), Coder("anne", "Anne"), contents)
    tables = [change.table for change in deed.changes]
    assert tables[:3] == ["study", "coders", "codebooks"]
    assert (tables.count("codes"), tables.count("theories"), tables.count("nodes")) == (3, 3, 1)
    assert len(deeds.begin_study(Study("s", "Studie"), Coder("anne", "Anne")).changes) == 2


@given(st.permutations(range(6)))
def test_parents_come_before_children_whatever_the_order_of_the_file(order: list[int]) -> None:
    codes = tuple(
        Code(str(number), "b", str(number), parent_id=str(number - 1) if number else None, position=position)
        for position, number in enumerate(order)
    )
    found = deeds.codebook_rows(CodebookContents(Codebook("b", "b", "1", Bilingual()), codes))
    assert [change.id for change in found] == ["b", "0", "1", "2", "3", "4", "5"]


def test_a_circle_of_parents_does_no_harm_to_bringing_a_codebook_in() -> None:
    codes = (Code("0", "b", "0", parent_id="1"), Code("1", "b", "1", parent_id="0"))
    found = deeds.codebook_rows(CodebookContents(Codebook("b", "b", "1", Bilingual()), codes))
    assert len(found) == 3


def test_nodes_of_the_overall_theory_come_before_those_that_roll_up_to_them(making: ModuleType) -> None:
    nodes = [making.node("H1.n1", "H1", rolls_up_to="M1", position=0), making.node("M1", position=1)]
    found = [
        change.id for change in deeds.codebook_rows(making.codebook(nodes=nodes)) if change.table == "nodes"
    ]
    assert found == ["M1", "H1.n1"]


def test_a_transcript_comes_in_after_its_case_and_before_its_speakers(making: ModuleType) -> None:
    case = deeds.case_changes(None, Case("a", "Sag A"))
    deed = deeds.bring_in(making.transcript(), [Speaker("s", "t1", "Borger")], case)
    assert [change.table for change in deed.changes] == ["cases", "transcripts", "speakers"]
    assert deed.sentence == "Imported t1.txt as t1"


def test_a_case_is_added_brought_up_to_date_or_left(making: ModuleType) -> None:
    before, after = Case("a", "Sag A"), Case("a", "Sag A", "Nørreby")
    assert [change.before for change in deeds.case_changes(None, after)] == [None]
    assert len(deeds.case_changes(before, after)) == 1
    assert deeds.case_changes(after, after) == ()


def test_a_coder_joins_and_releases_a_layer_and_hides_it_again() -> None:
    coder = Coder("anne", "Anne")
    assert deeds.join(coder).sentence == "Anne joined the study"
    (shown,) = deeds.release(coder).changes
    assert shown.after is not None
    assert shown.after["released"] is True
    hidden = deeds.release(Coder("anne", "Anne", released=True), released=False)
    assert hidden.sentence == "Hid the layer of Anne"
    assert hidden.changes[0].after == shown.before
