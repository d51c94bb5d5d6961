"""What judgements come to over cases: each case stands in one place, so that the numbers add up."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from rcoder.analysis.conditions import standing, standing_sentence
from rcoder.domain.absence import Heard
from rcoder.domain.board import Whose
from rcoder.domain.conditions import FOLLOWED_SIGNS, LETTERS, SIGNS, Cell, Judged, roles_differ
from rcoder.domain.configuration import ConditionJudgement
from rcoder.domain.words import ConditionState, Followed


def judged(state: ConditionState, *, own: bool = True, role: str = "") -> Judged:
    coder = "anne" if own else "jonas"
    return Judged(ConditionJudgement("j", "SC1", "a", coder, state, role=role), coder, own)


cells = st.lists(
    st.builds(
        lambda number, own, others: Cell(
            "SC1",
            "a",
            heard=Heard(interviews=number),
            judged=(*(judged(each) for each in own), *(judged(each, own=False) for each in others)),
        ),
        st.integers(0, 3),
        st.lists(st.sampled_from(ConditionState), max_size=1),
        st.lists(st.sampled_from(ConditionState), max_size=2),
    ),
    max_size=8,
)


@given(cells, st.sampled_from(Whose))
def test_every_case_stands_in_one_place(drawn: list[Cell], whose: Whose) -> None:
    found = standing(drawn, whose)
    assert sum(found.states.values()) + found.differ + found.not_judged + found.no_interview == len(drawn)
    assert found.met <= found.judged <= found.cases
    assert f"met in {found.met} of {found.judged}" in standing_sentence(found) or not found.judged


def test_every_state_has_a_sign_and_a_letter_of_its_own_in_both_languages() -> None:
    assert len(set(SIGNS.values())) == len(ConditionState)
    for language in ("da", "en"):
        assert len(set(LETTERS[language].values())) == len(ConditionState)
    assert len(set(FOLLOWED_SIGNS.values())) == len(Followed)


def test_roles_differ_only_where_one_coder_judges_them_met_and_not_met() -> None:
    met, not_met = ConditionState.MET, ConditionState.NOT_MET
    mine = judged(met, role="borger")
    assert roles_differ([mine, judged(not_met, role="mentor")])
    assert not roles_differ([mine, judged(not_met, own=False, role="mentor")])
    assert not roles_differ([mine, judged(ConditionState.UNCLEAR, role="mentor")])
    assert not roles_differ([mine, judged(not_met)])
