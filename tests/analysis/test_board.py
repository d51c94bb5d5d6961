"""The board in order: every interview in its cell, every gap a gap, every count with what it is of."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from rcoder.analysis.board import arrange, held_sentences, known_of, role_sentence, row_sentence
from rcoder.analysis.groups import sort_cases
from rcoder.domain.board import Held, Mark, Order, RoleTotal, Whole, Whose
from rcoder.domain.case import Attribute, Case, Criterion, Group
from rcoder.domain.roles import role_name
from rcoder.domain.words import AttributeType, Bilingual, Relation

YEARS = Attribute("a", "aar", type=AttributeType.NUMBER, label=Bilingual("År ledig"), unit=Bilingual("år"))
CASES = (
    Case("c1", "Sag 1", "Nordby", "with_hours", {"aar": "6"}),
    Case("c2", "Sag 2", "Åby", "without_hours", {"aar": "2"}),
    Case("c3", "Sag 3"),
)
LONG = Group("g", Bilingual("Lang"), (Criterion("aar", Relation.AT_LEAST, "5"),))


def held(name: str, case: str | None, *roles: str, **more: object) -> Held:
    return Held(name, name, case, roles, **more)  # type: ignore[arg-type] # fields by name


WHOLE = Whole(
    CASES,
    (
        held("t1", "c1", "borger", finished=True, finished_by=("Anne", "Bo"), own_codings=2, codings=5, turns=9),
        held("t2", "c1", "mentor", "virksomhedskonsulent", finished_by=("Bo",), codings=1, turns=4, own_uncoded=4),
        held("t3", "c2", "Mentor", turns=7, own_uncoded=7, uncoded=7),
        held("t4", None, "projektleder"),
        held("t5", "c2"),
    ),
    (YEARS,),
)  # fmt: skip


def test_columns_are_the_roles_that_cases_have_in_the_programmes_order() -> None:
    assert arrange(WHOLE).roles == ("borger", "virksomhedskonsulent", "mentor", "")


def test_an_interview_in_two_roles_stands_in_both_columns_and_counts_once_as_interview() -> None:
    board = arrange(WHOLE)
    first = board.rows[0]
    assert first.cells["mentor"] == first.cells["virksomhedskonsulent"]
    assert len(first.interviews) == 2
    assert len(board.interviews) == 5


def test_a_role_without_interview_is_missing_from_the_row() -> None:
    board = arrange(WHOLE)
    assert "borger" not in board.rows[1].cells
    assert dict(board.rows[2].cells) == {}
    assert board.totals["borger"] == RoleTotal("borger", 1, 3, 1, 1, 1)
    assert board.totals["mentor"] == RoleTotal("mentor", 2, 3, 2, 0, 1)


def test_interviews_without_a_case_stand_apart() -> None:
    assert [each.id for each in arrange(WHOLE).apart] == ["t4"]


def test_a_group_leaves_its_cases_and_those_of_which_it_is_not_known() -> None:
    count = sort_cases(CASES, LONG, (YEARS,))
    board = arrange(WHOLE, group=count)
    assert [row.case.id for row in board.rows] == ["c1"]
    assert [row.case.id for row in board.unsure] == ["c3"]
    assert board.apart == ()
    assert board.totals["mentor"].of == 1


def test_rows_go_by_what_is_asked_with_the_unknown_last() -> None:
    def names(order: Order) -> list[str]:
        return [row.case.id for row in arrange(WHOLE, order=order).rows]

    assert names(Order.NAME) == ["c1", "c2", "c3"]
    assert names(Order.OUTCOME_GROUP) == ["c1", "c2", "c3"]
    assert names(Order.LEFT) == ["c2", "c1", "c3"]
    turned = Whole((CASES[2], Case("c4", "Sag 0", "Åby"), CASES[0]), ())
    assert [row.case.id for row in arrange(turned, order=Order.MUNICIPALITY).rows] == ["c1", "c4", "c3"]


def test_counts_are_said_with_their_denominators() -> None:
    board = arrange(WHOLE)
    said = role_sentence(board.totals["mentor"], "mentor")
    assert said == (
        "2 of 3 cases have a mentor interview; 0 of 2 interviews coded to the end by you (1 by anybody in sight)"
    )
    assert role_sentence(RoleTotal("mentor", 0, 1, 0, 0, 0), "mentor") == "0 of 1 case has a mentor interview"
    names = {role: role_name(role) for role in board.roles}
    assert row_sentence(board.rows[1], board.roles, names) == (
        "1 of 3 roles interviewed; no interview: borger, virksomhedskonsulent"
    )


def test_progress_is_said_of_the_asker_and_of_what_is_in_sight() -> None:
    first, _, third, *_ = WHOLE.interviews
    assert held_sentences(first) == (
        "coded to the end by Anne, Bo",
        "2 codings of yours (5 in sight)",
        "0 of 9 turns of respondents uncoded by you",
    )
    assert held_sentences(third)[0] == "not coded to the end"
    doubtful = held("t", None, doubts=2, turns=3, own_uncoded=3, uncoded=1)
    assert held_sentences(doubtful)[1:] == (
        "2 doubtful passages",
        "0 codings of yours",
        "3 of 3 turns of respondents uncoded by you (1 by nobody in sight)",
    )


def test_the_mark_is_the_askers_or_anybodys_in_sight() -> None:
    second = WHOLE.interviews[1]
    assert second.mark(Whose.MINE) is Mark.UNTOUCHED
    assert second.mark(Whose.SEEN) is Mark.DONE
    assert WHOLE.interviews[0].mark(Whose.MINE) is Mark.DONE


def test_who_has_done_nothing_is_shown_what_is_in_sight() -> None:
    assert WHOLE.whose is Whose.MINE
    assert Whole((), (held("t", None, codings=1),)).whose is Whose.SEEN
    assert Whole((), (held("t", None),)).whose is Whose.MINE


def test_what_is_known_of_a_case_leaves_out_what_is_not() -> None:
    assert known_of(CASES[0], (YEARS,)) == "År ledig: 6 år"
    assert known_of(CASES[2], (YEARS,)) == ""


def test_a_group_is_called_by_name_or_value() -> None:
    counts = (sort_cases(CASES, LONG, (YEARS,)),)
    whole = Whole(CASES, (), (YEARS,), counts)
    assert whole.group_called("LANG") is counts[0]
    assert whole.group_called("") is None


interviews = st.builds(
    lambda number, case, roles, finished: Held(
        str(number), f"T{number}", case, tuple(roles), finished=finished
    ),
    st.integers(0, 10**6),
    st.sampled_from([None, "c1", "c2", "c3", "gone"]),
    st.lists(st.sampled_from(["borger", "Mentor", "mentor", "åben rolle"]), max_size=2, unique=True),
    st.booleans(),
)


@given(st.lists(interviews, max_size=12, unique_by=lambda held: held.id), st.sampled_from(Order))
def test_every_interview_of_a_case_is_on_the_board_and_no_count_passes_its_denominator(
    found: list[Held], order: Order
) -> None:
    board = arrange(Whole(CASES, tuple(found)), order=order)
    on_board = {each.id for each in board.interviews}
    assert on_board == {each.id for each in found if each.case_id != "gone"}
    for role, total in board.totals.items():
        assert 0 <= total.cases <= total.of == len(CASES)
        assert total.finished <= total.interviews
        assert total.cases == sum(role in row.cells for row in board.rows)
