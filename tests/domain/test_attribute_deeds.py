"""Deeds on attributes: what is known is converted or named, and nothing disappears unsaid."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rcoder.domain.actions.attributing import (
    Misfits,
    define,
    define_all,
    move,
    redefine,
    say_of,
    undefine,
)
from rcoder.domain.attributes import canonical_value
from rcoder.domain.case import Attribute, Case, Choice, Criterion, Group
from rcoder.domain.errors import Misuse
from rcoder.domain.journal import Deed
from rcoder.domain.transcript import Transcript
from rcoder.domain.words import AttributeType, Bilingual, Relation, Subject

YEARS = Attribute("a1", "ledighed_aar", type=AttributeType.NUMBER, label=Bilingual("Års ledighed"))
CHANGE = Attribute("a2", "skift", type=AttributeType.YES_NO)
LONG = Group("g1", Bilingual("Lang"), (Criterion("ledighed_aar", Relation.AT_LEAST, "5"),))
CHOICES = (Choice("kort", Bilingual("Kort", "Short")), Choice("lang", Bilingual("Lang", "Long")))


def case(name: str, **values: str) -> Case:
    return Case(name, f"Sag {name}", attributes=values)


def values_after(deed: Deed) -> dict[str, dict[str, str]]:
    return {
        change.id: change.after["attributes"]
        for change in deed.changes
        if change.table in ("cases", "transcripts") and change.after
    }


def test_a_new_attribute_takes_over_what_stands_under_its_key_or_label() -> None:
    deed = define(YEARS, (), [case("1", ledighed_aar="6,0"), case("2", **{"Års ledighed": "4"}), case("3")])
    assert values_after(deed) == {"1": {"ledighed_aar": "6"}, "2": {"ledighed_aar": "4"}}


def test_values_that_do_not_fit_a_new_attribute_are_named_and_nothing_is_done() -> None:
    with pytest.raises(Misfits) as refused:
        define(YEARS, (), [case("1", ledighed_aar="6"), case("2", ledighed_aar="mange")])
    assert "Sag 2 “mange”" in refused.value.message
    assert "Sag 1" not in refused.value.message


def test_values_that_do_not_fit_can_become_unknown() -> None:
    records = [case("1", ledighed_aar="6"), case("2", ledighed_aar="mange")]
    deed = define(YEARS, (), records, drop_misfits=True)
    assert values_after(deed) == {"2": {}}


def test_a_change_of_type_converts_by_the_words_of_both_languages() -> None:
    after = replace(CHANGE, type=AttributeType.CHOICE, choices=(Choice("ja"), Choice("nej")))
    deed = redefine(CHANGE, after, [CHANGE], [case("1", skift="yes"), case("2", skift="no"), case("3")])
    assert values_after(deed) == {"1": {"skift": "ja"}, "2": {"skift": "nej"}}


def test_another_key_takes_the_values_and_the_groups_along() -> None:
    after = replace(YEARS, key="aar_ledig")
    deed = redefine(YEARS, after, [YEARS], [case("1", ledighed_aar="6")], [LONG])
    assert values_after(deed) == {"1": {"aar_ledig": "6"}}
    (group,) = [change.after for change in deed.changes if change.table == "case_groups"]
    assert group is not None
    assert group["criteria"] == [{"attribute": "aar_ledig", "relation": "at_least", "value": "5"}]


def test_a_type_that_a_group_cannot_be_made_of_names_the_group() -> None:
    with pytest.raises(Misuse, match="Lang"):
        redefine(YEARS, replace(YEARS, type=AttributeType.TEXT), [YEARS], [], [LONG])


def test_an_attribute_is_removed_with_its_values_unless_a_group_is_made_of_it() -> None:
    records = [case("1", ledighed_aar="6"), case("2", skift="no")]
    with pytest.raises(Misuse, match="Lang"):
        undefine(YEARS, records, [LONG])
    assert values_after(undefine(YEARS, records, [])) == {"1": {}}


def test_an_attribute_of_interviews_leaves_cases_alone() -> None:
    place = Attribute("a3", "sted", Subject.INTERVIEW)
    held = Transcript("t1", "Mette", "da", "", 1, "", "", "txt", attributes={"Sted": " Hjemme "})
    deed = define_all([place, YEARS], (), [case("1", sted="x", ledighed_aar="6,5"), held])
    assert values_after(deed) == {"1": {"sted": "x", "ledighed_aar": "6.5"}, "t1": {"sted": "Hjemme"}}


def test_several_attributes_at_once_change_a_case_once() -> None:
    deed = define_all([YEARS, CHANGE], (), [case("1", ledighed_aar="6,5", skift="nej")])
    assert [change.id for change in deed.changes if change.table == "cases"] == ["1"]
    assert values_after(deed) == {"1": {"ledighed_aar": "6.5", "skift": "no"}}


@pytest.mark.parametrize(
    "attribute",
    [
        Attribute("x", ""),
        Attribute("x", "to ord!"),
        Attribute("x", "Ledighed-AAR"),
        Attribute("x", "municipality"),
        Attribute("x", "valg", type=AttributeType.CHOICE),
        Attribute("x", "valg", type=AttributeType.NUMBER, choices=CHOICES),
        Attribute("x", "valg", type=AttributeType.CHOICE, choices=(Choice("a"), Choice("A"))),
        Attribute("x", "kode", Subject.CODE),
    ],
)
def test_an_attribute_that_is_not_sound_is_refused(attribute: Attribute) -> None:
    with pytest.raises(Misuse):
        define(attribute, [YEARS], [])


def test_what_an_attribute_is_about_stays() -> None:
    with pytest.raises(Misuse):
        redefine(YEARS, replace(YEARS, about=Subject.INTERVIEW), [YEARS], [])


def test_unknown_is_said_of_a_case_and_is_not_no() -> None:
    known = case("1", skift="yes")
    assert values_after(say_of(known, CHANGE, "nej")) == {"1": {"skift": "no"}}
    assert values_after(say_of(known, CHANGE, "?")) == {"1": {}}
    with pytest.raises(Misuse):
        say_of(known, CHANGE, "yes")
    with pytest.raises(Misuse):
        say_of(known, CHANGE, "måske")


def test_attributes_are_put_in_another_order() -> None:
    first, second = YEARS, replace(CHANGE, position=1)
    deed = move([first, second], second, -1)
    assert {change.id: change.after["position"] for change in deed.changes if change.after} == {
        "a1": 1,
        "a2": 0,
    }
    with pytest.raises(Misuse):
        move([first, second], first, -1)


types = st.sampled_from(
    [
        Attribute("a", "k", type=kind, choices=CHOICES if kind is AttributeType.CHOICE else ())
        for kind in AttributeType
    ]
)


@given(
    types,
    types,
    st.lists(st.sampled_from(["6", "2,5", "ja", "nej", "kort", "Lang", "2024-01-02", "x"]), max_size=5),
)
def test_after_any_change_of_type_every_value_fits_or_the_change_was_refused(
    before: Attribute, after: Attribute, written: list[str]
) -> None:
    records = []
    for number, text in enumerate(written):
        try:
            records.append(case(str(number), k=canonical_value(before, text)))
        except Misuse:
            continue
    if before == after:
        return
    try:
        deed, said = redefine(before, after, [before], records), ""
    except Misfits as refused:
        deed, said = redefine(before, after, [before], records, drop_misfits=True), refused.message
    assert not said or any(each.attributes["k"] in said for each in records)
    found = {each.id: dict(each.attributes) for each in records} | values_after(deed)
    for values in found.values():
        if "k" in values:
            assert canonical_value(after, values["k"]) == values["k"] != ""
