"""Which cases are in a group, which are out, and which are neither because it is not known."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from rcoder.analysis.groups import sort_case, sort_cases, usual_groups
from rcoder.domain.case import Attribute, Case, Criterion, Group
from rcoder.domain.groups import Belonging, criteria_attributes
from rcoder.domain.words import AttributeType, Bilingual, Relation

YEARS = Attribute("1", "aar", type=AttributeType.NUMBER, label=Bilingual("År"), unit=Bilingual("år"))
CHANGE = Attribute("2", "skift", type=AttributeType.YES_NO, label=Bilingual("Skift"))
START = Attribute("3", "start", type=AttributeType.DATE)
KNOWN = criteria_attributes((YEARS, CHANGE, START))


def case(name: str = "1", *, outcome: str = "", **values: str) -> Case:
    return Case(name, f"Sag {name}", "Tranlev", outcome, values)


def group(*criteria: Criterion) -> Group:
    return Group("g", Bilingual("Gruppe"), criteria)


LONG = Criterion("aar", Relation.AT_LEAST, "5")
NO_CHANGE = Criterion("skift", Relation.IS, "no")


def stands(of: Case, *criteria: Criterion) -> tuple[Belonging, str]:
    found = sort_case(of, group(*criteria), KNOWN)
    return found.belonging, found.reason


def test_numbers_are_compared_by_worth_and_dates_by_day() -> None:
    assert stands(case(aar="10"), LONG)[0] is Belonging.IN
    assert stands(case(aar="5"), LONG)[0] is Belonging.IN
    assert stands(case(aar="4.9"), LONG) == (Belonging.OUT, "År: 4,9 år")
    early = Criterion("start", Relation.AT_MOST, "2024-03-05")
    assert stands(case(start="2023-12-31"), early)[0] is Belonging.IN
    assert stands(case(start="2024-03-06"), early)[0] is Belonging.OUT


def test_an_unknown_value_is_neither_in_nor_out() -> None:
    assert stands(case(), NO_CHANGE) == (Belonging.UNKNOWN, "Skift: unknown")
    assert stands(case(), Criterion("skift", Relation.IS_NOT, "yes"))[0] is Belonging.UNKNOWN
    assert stands(case(skift="no"), NO_CHANGE)[0] is Belonging.IN


def test_a_condition_that_fails_puts_a_case_out_whatever_is_unknown() -> None:
    assert stands(case(skift="yes"), LONG, NO_CHANGE) == (Belonging.OUT, "Skift: yes")
    assert stands(case(skift="no"), LONG, NO_CHANGE) == (Belonging.UNKNOWN, "År: unknown")


def test_municipality_and_outcome_group_are_conditions_too() -> None:
    here = Criterion("municipality", Relation.IS, "tranlev")
    hours = Criterion("outcome_group", Relation.IS, "with_hours")
    assert stands(case(outcome="with_hours"), here, hours) == (
        Belonging.IN,
        "municipality: Tranlev; outcome group: with hours",
    )
    assert stands(case(), hours)[0] is Belonging.UNKNOWN


def test_a_value_that_does_not_fit_decides_nothing() -> None:
    assert stands(case(aar="mange"), LONG)[0] is Belonging.UNKNOWN
    assert stands(case(), Criterion("væk", Relation.IS, "1")) == (
        Belonging.UNKNOWN,
        "there is no attribute væk",
    )


def test_a_count_has_its_denominator_and_says_what_is_unknown() -> None:
    cases = [case("1", aar="6"), case("2", aar="2"), case("3"), case("4", aar="9"), case("5", aar="5")]
    count = sort_cases(cases, group(LONG), KNOWN)
    assert count.words == "3 of 5 cases, 1 unknown"
    assert [each.case for each in count.of(Belonging.UNKNOWN)] == ["Sag 3"]
    assert sort_cases(cases[:1], group(LONG), KNOWN).words == "1 of 1 case"
    assert sort_cases([], group(LONG), KNOWN).words == "0 of 0 cases"


def test_each_outcome_group_is_a_group_without_being_made() -> None:
    found = usual_groups([case("1", outcome="with_hours"), case("2", outcome="fleksjob"), case("3")])
    assert [each.name.say() for each in found] == ["fleksjob", "with hours"]


values = st.fixed_dictionaries(
    {},
    optional={
        "aar": st.integers(0, 9).map(str),
        "skift": st.sampled_from(["yes", "no"]),
        "start": st.dates().map(lambda day: day.isoformat()),
    },
)
conditions = st.one_of(
    st.builds(Criterion, st.just("aar"), st.sampled_from(Relation), st.integers(0, 9).map(str)),
    st.builds(
        Criterion,
        st.just("skift"),
        st.sampled_from([Relation.IS, Relation.IS_NOT]),
        st.sampled_from(["yes", "no"]),
    ),
    st.builds(
        Criterion, st.just("start"), st.sampled_from(Relation), st.dates().map(lambda day: day.isoformat())
    ),
)
"""Conditions on each attribute that the cases may or may not have."""


@given(values, st.lists(conditions, min_size=1, max_size=3))
def test_all_conditions_together_are_as_strict_as_the_strictest(
    known: dict[str, str], criteria: list[Criterion]
) -> None:
    alone = [stands(case(**known), each)[0] for each in criteria]
    together = stands(case(**known), *criteria)[0]
    if Belonging.OUT in alone:
        assert together is Belonging.OUT
    else:
        assert together is (Belonging.UNKNOWN if Belonging.UNKNOWN in alone else Belonging.IN)


@given(values, conditions)
def test_a_condition_and_its_opposite_never_hold_together_and_are_unknown_together(
    known: dict[str, str], criterion: Criterion
) -> None:
    of = case(**known)
    same = stands(of, Criterion(criterion.attribute, Relation.IS, criterion.value))[0]
    other = stands(of, Criterion(criterion.attribute, Relation.IS_NOT, criterion.value))[0]
    assert {same, other} in ({Belonging.IN, Belonging.OUT}, {Belonging.UNKNOWN})
    assert (same is Belonging.UNKNOWN) is (criterion.attribute not in known)


@given(st.lists(values, max_size=6), st.lists(conditions, min_size=1, max_size=2))
def test_every_case_stands_in_one_place(known: list[dict[str, str]], criteria: list[Criterion]) -> None:
    cases = [case(str(number), **each) for number, each in enumerate(known)]
    count = sort_cases(cases, group(*criteria), KNOWN)
    assert sorted(each.case_id for each in count.cases) == sorted(each.id for each in cases)
    assert sum(len(count.of(each)) for each in Belonging) == len(cases)
