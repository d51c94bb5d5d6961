"""Configurations that are alike, by what makes them so."""

from __future__ import annotations

from difflib import SequenceMatcher

from hypothesis import given
from hypothesis import strategies as st

from rcoder.analysis.resemblance import resemblances
from rcoder.analysis.steps import run_through
from rcoder.domain.codebook import Code
from rcoder.domain.resemblance import Likened, Likeness, Part, Resemblance
from rcoder.domain.words import Bilingual, Effect, Kind

CODES = {
    each.id: each
    for each in (
        Code("R", "book", "R", label=Bilingual("Kontaktperson")),
        Code("M", "book", "M", label=Bilingual("Tryghed")),
        Code("M1", "book", "M1", parent_id="M", label=Bilingual("Tør ringe")),
        Code("M2", "book", "M2", parent_id="M", label=Bilingual("Tør sige nej")),
    )
}


def alike(one: str, other: str) -> float:
    return SequenceMatcher(None, sorted(one.casefold().split()), sorted(other.casefold().split())).ratio()


def found(*likened: Likened) -> tuple[Resemblance, ...]:
    words = {
        part.wording: frozenset(part.wording.casefold().split()) for each in likened for part in each.parts
    }
    return run_through(resemblances(likened, CODES, words, alike))


def likened(number: str, *parts: tuple[Kind, str, str | None], sign: str = "+", **ids: str) -> Likened:
    own = tuple(
        Part(
            kind,
            ids.get(kind.value, f"{number}{place}"),
            wording,
            code,
            sign if kind is Kind.OUTCOME else "+",
        )
        for place, (kind, wording, code) in enumerate(parts)
    )
    links = {(own[0].element_id, own[1].element_id): Effect.PROMOTES} if len(own) > 1 else {}
    return Likened(number, number, own, links)


def told(each: Resemblance) -> list[tuple[Kind, Likeness]]:
    return [(shared.kind, shared.likeness) for shared in each.shared]


R, M, OUT = Kind.RESOURCE, Kind.REASONING, Kind.OUTCOME


def test_a_shared_element_and_a_shared_code_make_a_group_with_its_reason() -> None:
    (one,) = found(
        likened("K01", (R, "en fast", "R"), (M, "ro", "M"), resource="shared"),
        likened("K02", (R, "en fast", "R"), (M, "tør", "M"), resource="shared"),
        likened("K03", (R, "noget andet", None), (M, "helt andet", None)),
    )
    assert one.members == ("K01", "K02")
    assert told(one) == [(R, Likeness.ELEMENT), (M, Likeness.CODE)]
    assert one.tied


def test_codes_below_one_another_meet_at_the_code_above() -> None:
    (one,) = found(
        likened("K01", (R, "a", "R"), (M, "b", "M1")), likened("K02", (R, "c", "R"), (M, "d", "M2"))
    )
    assert told(one) == [(R, Likeness.CODE), (M, Likeness.ABOVE)]
    assert one.shared[1].words == "M Tryghed"


def test_one_thing_in_common_is_no_resemblance_nor_are_a_context_and_an_outcome() -> None:
    assert (
        found(likened("K01", (R, "a", "R"), (M, "b", None)), likened("K02", (R, "c", "R"), (M, "d", None)))
        == ()
    )
    assert found(*(likened(each, (Kind.CONTEXT, "a", "R"), (OUT, "b", "M")) for each in ("K01", "K02"))) == ()


def test_words_alike_count_and_words_that_deny_them_do_not() -> None:
    first = likened("K01", (R, "hun ringer til ham hver uge", None), (M, "x", "M"))
    again = likened("K02", (R, "hun ringer til ham næsten hver uge", None), (M, "y", "M"))
    never = likened("K03", (R, "hun ringer ikke til ham hver uge", None), (M, "z", "M"))
    (one,) = found(first, again, never)
    assert one.members == ("K01", "K02")
    assert told(one) == [(R, Likeness.WORDING), (M, Likeness.CODE)]


def test_opposite_outcomes_on_one_resource_are_to_be_compared_and_not_merged() -> None:
    (one,) = found(
        likened("K01", (R, "a", "R"), (M, "b", "M"), (OUT, "bedre", None)),
        likened("K02", (R, "c", "R"), (M, "d", "M"), (OUT, "værre", None), sign="-"),
    )
    assert (one.members, one.against) == (("K01",), ("K02",))
    assert told(one) == [(R, Likeness.CODE), (M, Likeness.CODE)]


def test_what_is_absent_is_not_like_what_is_there() -> None:
    assert (
        found(
            likened("K01", (R, "a", "R"), (M, "Tryghed", "M")),
            likened("K02", (R, "c", "R"), (M, "Tryghed (absent)", "M")),
        )
        == ()
    )


parts = st.lists(
    st.tuples(st.sampled_from(list(Kind)), st.sampled_from(["ro", "tør ringe", "tør ikke ringe"]), st.sampled_from([*CODES, None])),
    min_size=1, max_size=4,
)  # fmt: skip


@given(st.lists(parts, min_size=2, max_size=7), st.randoms())
def test_the_order_does_not_matter_and_no_resemblance_is_offered_twice(
    own: list[list[tuple[Kind, str, str | None]]], chance: object
) -> None:
    every = [likened(f"K{number:02}", *each) for number, each in enumerate(own)]
    one = found(*every)
    chance.shuffle(every)  # type: ignore[attr-defined] # it is a Random
    assert found(*every) == one
    assert len({each.key for each in one}) == len(one)
    assert all(len({*each.members, *each.against}) >= 2 for each in one)
