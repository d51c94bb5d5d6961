"""What stands in the cells of comparisons, how cases are parted, and what a reader is warned of."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from rcoder.analysis.matrices.cells import (
    Counted,
    cases_cell,
    evidence_cell,
    polarity_cell,
    share_cell,
    stance_signs,
)
from rcoder.analysis.matrices.perspectives import agreement, voice_cell
from rcoder.analysis.matrices.splitting import UNKNOWN, parted_by_group, parted_by_value
from rcoder.analysis.matrices.states import Judged, state_cell
from rcoder.analysis.matrices.warnings import oversampled, small, unfinished
from rcoder.domain.case import Attribute, Case, Criterion, Group
from rcoder.domain.counted import base_words
from rcoder.domain.groups import OUTCOME_GROUP
from rcoder.domain.matrix import Ask, Blank, Cell, Figure, Line, Matrix
from rcoder.domain.retrieval import Base
from rcoder.domain.words import AttributeType, Bilingual, ConditionState, Followed, Relation, Stance

ONE = Counted(passages=1, about_case=1)
LISTED = Counted(listed=1)
YEARS = Attribute("a", "aar", type=AttributeType.NUMBER, label=Bilingual("År"))


def case(number: int, group: str = "", **attributes: str) -> Case:
    return Case(f"c{number}", f"Sag {number}", outcome_group=group, attributes=attributes)


def test_support_and_contradiction_together_are_mixed_and_refining_stands_beside() -> None:
    assert stance_signs({"supports": 1}) == "●"
    assert stance_signs({"contradicts": 1, "refines": 1}) == "○△"
    assert stance_signs({"supports": 1, "contradicts": 1, "refines": 1, "new": 1}) == "◐△✚"
    assert stance_signs({}) == ""


def test_what_is_only_listed_is_not_a_stance() -> None:
    cell = evidence_cell({"supports": LISTED}, of_case=True)
    assert (cell.shown, cell.words) == ("▫", "listed, not counted: 1 passage")
    mixed = evidence_cell({"supports": LISTED, "contradicts": ONE}, of_case=True)
    assert mixed.words == "contradicts: 1 passage; listed, not counted: 1 passage"


@given(st.sets(st.sampled_from(list(Stance)), min_size=1))
def test_every_stance_there_is_has_its_figure(stances: set[Stance]) -> None:
    cell = evidence_cell({each.value: ONE for each in stances}, of_case=True)
    assert len(cell.figures) == len(stances)
    assert all(each.number == 1 for each in cell.figures)


def test_the_names_of_absence_are_not_merged() -> None:
    assert polarity_cell({"absent": ONE}) == Cell("○", (Figure("said to be absent", 1),))
    assert polarity_cell({"absent": ONE, "present": ONE}).shown == "◐"  # type: ignore[union-attr]
    assert polarity_cell({"counterfactual": ONE}).shown == "●"  # type: ignore[union-attr]
    assert polarity_cell({"weak": ONE}).shown == "◌"  # type: ignore[union-attr]
    asked = polarity_cell({"asked": Counted(listed=1, asked=1)})
    assert isinstance(asked, Cell)
    assert (asked.shown, asked.note) == ("?", "not mentioned")
    waiting = polarity_cell({"asked": Counted(listed=1)})
    assert isinstance(waiting, Cell)
    assert (waiting.shown, waiting.note) == ("·", "not yet coded")
    assert polarity_cell({"present": Counted(passages=1, respondents=1)}) is Blank.NOTHING


def test_a_share_is_never_without_what_it_is_of() -> None:
    cell = share_cell(Counted(passages=7, interviews=5, interviews_not_yet=1), 12)
    assert cell.shown == "7 · 5/12+1 42 %"
    assert "5 of 12 interviews coded to the end" in cell.words
    assert share_cell(Counted(passages=1, interviews_not_yet=1), 0).shown == "1 · 0/0+1"


def test_groups_count_cases_of_their_own() -> None:
    signs = {"supports": ("●", "supports"), "contradicts": ("○", "contradicts")}
    found = {"supports": Counted(cases=3, cases_not_yet=1), "contradicts": Counted(cases=1, no_interview=1)}
    cell = cases_cell(found, signs, 8)
    assert cell.shown == "●3/8+1 ○1/8+1"
    assert "supports: 3 of 8 cases coded to the end" in cell.words
    assert "contradicts, without interview: 1 case" in cell.words


def test_voices_agree_differ_or_speak_alone() -> None:
    there, absent = {"present": ONE}, {"absent": ONE}
    assert agreement({"borger": there, "virksomhed": there}).shown == "agree: there"
    assert agreement({"borger": there, "virksomhed": absent}).shown == "differ"
    assert agreement({"borger": there, "virksomhed": absent}).note == "borger: there; virksomhed: absent"
    assert (
        agreement({"borger": {**there, **absent}, "ledelse": absent}).note == "borger: both; ledelse: absent"
    )
    assert agreement({"borger": there, "virksomhed": {"present": LISTED}}).shown == "only borger"
    assert agreement({}).shown == ""
    assert (
        voice_cell({"present": Counted(interviews=2), "absent": Counted(interviews=1)}, 5).shown == "●2 ○1 /5"
    )


def test_a_judgement_stands_before_the_passages_there_are_to_judge_by() -> None:
    met = Judged("Anne", ConditionState.MET, reason="hun siger det", followed=Followed.FOLLOWED)
    not_met = Judged("Bo", ConditionState.NOT_MET)
    mentor = Judged("Anne", ConditionState.NOT_MET, "mentor")
    cell = state_cell([met], {"present": ONE})
    assert cell is not None
    assert cell.shown == "✓"
    assert "Anne judges met, the mechanism followed: hun siger det" in cell.words
    assert state_cell([met, not_met], {}).shown == "⇄"  # type: ignore[union-attr]
    assert state_cell([mentor], {"present": ONE}).shown == "(1)"  # type: ignore[union-attr]
    assert state_cell([], {}) is None


@given(st.lists(st.sampled_from(["", "1", "2", "5", "7", "8", "9", "11", "12"]), max_size=14))
def test_every_case_is_in_one_part_and_the_unknown_stand_apart(values: list[str]) -> None:
    cases = [case(n, aar=value) if value else case(n) for n, value in enumerate(values)]
    parts = parted_by_value(cases, YEARS, "da")
    assert sorted(each for part in parts for each in part.cases) == sorted(each.id for each in cases)
    unknown = [part.cases for part in parts if part.id == UNKNOWN]
    assert unknown == ([{each.id for each in cases if not each.attributes}] if "" in values else [])
    assert len(parts) <= 7


def test_a_group_has_those_in_it_those_out_of_it_and_those_unknown() -> None:
    cases = [case(1, aar="6"), case(2, aar="2"), case(3)]
    group = Group("g", Bilingual("Lang"), (Criterion("aar", Relation.AT_LEAST, "5"),))
    parts = parted_by_group(cases, group, [YEARS], "da")
    assert [(each.name, sorted(each.cases)) for each in parts] == [
        ("Lang", ["c1"]),
        ("not Lang", ["c2"]),
        ("Lang: unknown", ["c3"]),
    ]


def test_outcome_groups_are_said_in_words() -> None:
    parts = parted_by_value([case(1, "with_hours"), case(2, "without_hours")], OUTCOME_GROUP, "da")
    assert [each.name for each in parts] == ["with hours", "without hours"]


def test_successes_that_are_over_sampled_are_said_with_how_many_of_how_many() -> None:
    cases = [case(1, "with_hours"), case(2, "with_hours"), case(3, "without_hours"), case(4)]
    [warning] = oversampled(cases)
    assert "2 of 3 cases with a known outcome are with hours, 1 unknown" in warning
    assert oversampled(cases[1:]) == ()
    assert oversampled([]) == ()


def test_small_groups_and_uncoded_material_are_warned_of() -> None:
    lines = [Line("a", "A", base=Base(cases=2)), Line("b", "B", base=Base(cases=3))]
    assert "A (2)" in small(lines)[0]
    assert "B" not in small(lines)[0].split(":")[1].split(".")[0]
    assert small(lines[1:]) == ()
    assert unfinished(3, 2) == ()
    assert unfinished(1, 2)[0].startswith("2 of 3 interviews")


def test_a_gap_is_a_cell_in_words() -> None:
    rows = (Line("a", "A", blank=Blank.NO_INTERVIEW), Line("b", "B", blank=Blank.NOT_MENTIONED))
    matrix = Matrix(Ask(), "", "", "", rows, (Line("c", "C"),))
    assert [matrix.cell(row, matrix.columns[0]).shown for row in rows] == ["▨", ""]
    assert matrix.words(rows[0], matrix.columns[0]) == "A · C: no interview"
    assert matrix.words(rows[1], matrix.columns[0]) == "B · C: not mentioned"


def test_a_base_is_said_with_what_is_missing() -> None:
    assert base_words(Base(12, 2, 5, 0, 1)) == (
        "12 interviews coded to the end, 2 not yet; 5 cases coded to the end, 1 without interview"
    )
    assert base_words(Base()) == ""
