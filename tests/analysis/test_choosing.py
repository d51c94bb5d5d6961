"""Which passages are quoted in a report: spread first, and never the interviewer's words."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from rcoder.analysis.choosing import best, is_readable
from rcoder.domain.theory import Witness
from rcoder.domain.words import Stance

LONG = "det var rart at vide hvem jeg skulle ringe til"


def witness(name: str, case: str = "a", roles: tuple[str, ...] = ("borger",), **fields: object) -> Witness:
    made = Witness(
        transcript_id=name,
        transcript=name,
        start=0,
        end=10,
        text=LONG,
        case_id=case,
        case=case,
        speaker_id=f"s{name}",
        speaker="",
        roles=roles,
        stance=Stance.SUPPORTS,
        counts="case",
        why_listed="",
        coders=("Anne",),
        configurations=("K01",),
        ids=(name,),
    )
    return replace(made, **fields)  # type: ignore[arg-type]


def names(found: tuple[Witness, ...]) -> list[str]:
    return [each.transcript for each in found]


def test_each_case_is_heard_once_before_one_is_heard_twice() -> None:
    found = best([witness("1", "a"), witness("2", "a"), witness("3", "b"), witness("4", "c")], 3)
    assert {each.case_id for each in found} == {"a", "b", "c"}


def test_of_one_case_another_role_group_comes_before_the_same_again() -> None:
    some = [
        witness("1"),
        witness("2"),
        witness("3", roles=("mentor",)),
        witness("4", roles=("sagsbehandler",)),
    ]
    assert names(best(some, 2)) == ["1", "3"]


def test_what_counts_comes_before_what_is_listed_and_a_kept_quotation_before_others() -> None:
    listed = witness("1", counts="listed", why_listed="normative")
    assert names(best([listed, witness("2"), witness("3")], 3, {"3"})) == ["3", "2", "1"]


def test_a_passage_of_readable_length_comes_before_a_shorter_one() -> None:
    assert names(best([witness("1", text="ja"), witness("2")], 2)) == ["2", "1"]
    assert is_readable(witness("2"))
    assert not is_readable(witness("1", text=LONG * 40))


def test_words_of_the_interviewer_and_of_an_earlier_text_are_never_quoted() -> None:
    never = [witness(each, counts="listed", why_listed=each) for each in ("interviewer", "earlier text")]
    assert best(never, 5) == ()


ANY = st.builds(
    witness,
    st.text("abcdef", min_size=1, max_size=3),
    st.sampled_from("abcd"),
    st.sampled_from([("borger",), ("mentor",), ("virksomhed",), ()]),
    counts=st.sampled_from(["case", "listed"]),
)


@given(st.lists(ANY, max_size=12, unique_by=lambda each: each.transcript), st.integers(0, 6))
def test_the_choice_is_spread_and_does_not_depend_on_the_order_given(some: list[Witness], count: int) -> None:
    found = best(some, count)
    assert len(found) == min(count, len(some))
    assert found == best(list(reversed(some)), count)
    heard = len({each.case_id for each in found})
    assert heard == min(count, len({each.case_id for each in some}))
