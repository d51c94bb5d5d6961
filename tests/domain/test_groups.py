"""Conditions on attributes: written, checked, said; and deeds on groups."""

from __future__ import annotations

from dataclasses import replace

import pytest

from rcoder.domain.actions.grouping import change_group, make_group, remove_group
from rcoder.domain.case import Attribute, Criterion, Group
from rcoder.domain.errors import Misuse
from rcoder.domain.groups import checked, read_criterion, relations_of, say_criterion
from rcoder.domain.roles import in_role_order, role_name, short_names
from rcoder.domain.words import ROLE_GROUPS, AttributeType, Bilingual, Relation, Subject

YEARS = Attribute(
    "1",
    "ledighed_aar",
    type=AttributeType.NUMBER,
    label=Bilingual("Års ledighed", "Years unemployed"),
    unit=Bilingual("år", "years"),
)
CHANGE = Attribute("2", "skift", type=AttributeType.YES_NO)
PLACE = Attribute("3", "sted", Subject.INTERVIEW)
KNOWN = (YEARS, CHANGE, PLACE)


@pytest.mark.parametrize(
    ("text", "criterion"),
    [
        ("ledighed_aar >= 5", Criterion("ledighed_aar", Relation.AT_LEAST, "5")),
        ("ledighed_aar≤5", Criterion("ledighed_aar", Relation.AT_MOST, "5")),
        ("Års ledighed mindst 2,5", Criterion("års_ledighed", Relation.AT_LEAST, "2,5")),
        ("municipality is not Nordby", Criterion("municipality", Relation.IS_NOT, "Nordby")),
        ("kommune er ikke Nordby", Criterion("kommune", Relation.IS_NOT, "Nordby")),
        ("skift = ja", Criterion("skift", Relation.IS, "ja")),
        ("skift != no", Criterion("skift", Relation.IS_NOT, "no")),
    ],
)
def test_a_condition_is_read_as_people_write_it(text: str, criterion: Criterion) -> None:
    assert read_criterion(text) == criterion


@pytest.mark.parametrize("text", ["", "ledighed_aar", "ledighed_aar >=", ">= 5", "ledighed_aar over 5"])
def test_what_is_no_condition_is_refused(text: str) -> None:
    with pytest.raises(Misuse):
        read_criterion(text)


def test_a_checked_condition_has_the_key_and_the_stored_value() -> None:
    assert checked(read_criterion("års ledighed >= 2,50 år"), KNOWN) == Criterion(
        "ledighed_aar", Relation.AT_LEAST, "2.5"
    )
    assert checked(read_criterion("outcome group is med timer"), KNOWN).value == "with_hours"
    assert checked(read_criterion("outcome_group is fleksjob"), KNOWN).value == "fleksjob"


@pytest.mark.parametrize(
    "criterion",
    [
        Criterion("noget", Relation.IS, "x"),
        Criterion("sted", Relation.IS, "x"),
        Criterion("skift", Relation.AT_LEAST, "yes"),
        Criterion("municipality", Relation.AT_MOST, "x"),
        Criterion("ledighed_aar", Relation.IS, "mange"),
        Criterion("ledighed_aar", Relation.IS, "?"),
    ],
)
def test_a_condition_that_fits_no_attribute_is_refused(criterion: Criterion) -> None:
    with pytest.raises(Misuse):
        checked(criterion, KNOWN)


def test_a_condition_is_said_in_words() -> None:
    criterion = Criterion("ledighed_aar", Relation.AT_LEAST, "2.5")
    assert say_criterion(criterion, KNOWN) == "Års ledighed at least 2,5 år"
    assert say_criterion(criterion, KNOWN, "en") == "Years unemployed at least 2.5 years"
    assert say_criterion(Criterion("væk", Relation.IS, "1"), KNOWN) == "væk is 1"


def test_only_numbers_and_dates_are_at_least_something() -> None:
    for kind in AttributeType:
        ordered = kind in (AttributeType.NUMBER, AttributeType.DATE)
        assert (Relation.AT_LEAST in relations_of(Attribute("", "k", type=kind))) is ordered


def test_a_group_has_a_name_of_its_own_and_a_condition() -> None:
    group = Group("g", Bilingual("Lang ledighed"), (Criterion("Års ledighed", Relation.AT_LEAST, "5"),))
    deed = make_group(group, KNOWN, [])
    assert deed.sentence == "Made the group Lang ledighed: Års ledighed at least 5 år"
    assert deed.changes[0].after is not None
    assert deed.changes[0].after["criteria"][0]["attribute"] == "ledighed_aar"
    for wrong in (
        replace(group, name=Bilingual()),
        replace(group, criteria=()),
        replace(group, name=Bilingual("lang LEDIGHED")),
    ):
        with pytest.raises(Misuse):
            make_group(wrong, KNOWN, [Group("h", Bilingual("Lang ledighed"))])


def test_a_group_is_changed_and_removed() -> None:
    before = Group("g", Bilingual("Lang"), (Criterion("ledighed_aar", Relation.AT_LEAST, "5"),))
    after = replace(before, criteria=(Criterion("ledighed_aar", Relation.AT_LEAST, "8"),))
    assert change_group(before, after, KNOWN, [before]).changes[0].before is not None
    with pytest.raises(Misuse):
        change_group(before, before, KNOWN, [before])
    assert remove_group(before).changes[0].after is None


def test_roles_stand_in_the_order_of_the_programmes() -> None:
    roles = ["projektleder", "Mentor", "", "ukendt rolle", "borger", "åben", "sagsbehandler", "mentor"]
    assert in_role_order(roles)[:3] == ("borger", "sagsbehandler", "Mentor")
    assert in_role_order(roles)[-3:] == ("ukendt rolle", "åben", "")


def test_every_shipped_role_has_a_name_in_both_languages_and_a_short_one() -> None:
    assert len(set(short_names(ROLE_GROUPS).values())) == len(ROLE_GROUPS)
    assert role_name("virksomhedskontaktperson", "en") == "company contact"
    assert role_name("noget andet", "en") == "noget andet"
    assert role_name("") == "ingen rolle"


def test_no_two_roles_have_the_same_short_name() -> None:
    given = short_names(["mentor", "Mentor", "mentorat", "M", "en lang rolle", "en lille rolle", ""])
    assert len(set(given.values())) == len(given)
