"""Deeds on passages."""

from __future__ import annotations

from types import ModuleType
from typing import Any

import pytest

from rcoder.domain.actions import coding as deeds
from rcoder.domain.coding import Coding, Finish
from rcoder.domain.configuration import Element, Grounding
from rcoder.domain.errors import Misuse
from rcoder.domain.journal import Deed
from rcoder.domain.records import to_row
from rcoder.domain.transcript import Span
from rcoder.domain.words import Kind, Polarity, Scope, Stance

OUTSIDE = [Span(-1, 5), Span(5, 5), Span(6, 5), Span(990, 1001), Span(1000, 1001)]


def touched(deed: Deed) -> list[tuple[str, str, str]]:
    """What a deed does, as (verb, table, id)."""
    return [
        (
            "added" if each.before is None else "removed" if each.after is None else "changed",
            each.table,
            each.id,
        )
        for each in deed.changes
    ]


def test_coding_a_passage_adds_the_coding(making: ModuleType) -> None:
    deed = deeds.code_passage(making.coding(), making.code("H1.M1"), making.transcript())
    assert touched(deed) == [("added", "codings", "x1")]
    assert deed.sentence == "Coded t1 10–20 as H1.M1 H1.M1 mærkat"


@pytest.mark.parametrize("span", OUTSIDE)
def test_a_span_outside_the_text_is_no_passage(making: ModuleType, span: Span) -> None:
    transcript, code, own = making.transcript(), making.code("code"), making.coding()
    with pytest.raises(Misuse, match="is no passage of t1"):
        deeds.code_passage(making.coding(start=span.start, end=span.end), code, transcript)
    with pytest.raises(Misuse, match="is no passage of t1"):
        deeds.respan(own, span, code, transcript)
    with pytest.raises(Misuse, match="is no passage of t1"):
        deeds.attach(making.evidence("e", "l", span.start, span.end), "K01", transcript)


def test_the_whole_text_is_a_passage(making: ModuleType) -> None:
    whole = making.coding(start=0, end=len(making.TEXT))
    assert deeds.code_passage(whole, making.code("code"), making.transcript()).changes


def test_removing_codings_takes_their_groundings_along_and_names_them(making: ModuleType) -> None:
    one, two = making.coding("x1"), making.coding("x2")
    groundings = [Grounding("g1", "e1", "x1"), Grounding("g2", "e2", "x1"), Grounding("g3", "e1", "x3")]
    deed = deeds.uncode([one, two], {"code": making.code("code")}, making.transcript(), groundings)
    assert touched(deed) == [
        ("removed", "groundings", "g1"),
        ("removed", "groundings", "g2"),
        ("removed", "codings", "x1"),
        ("removed", "codings", "x2"),
    ]
    assert deed.sentence == "Removed 2 codings from t1"


def test_removing_one_coding_says_which(making: ModuleType) -> None:
    deed = deeds.uncode([making.coding()], {"code": making.code("code")}, making.transcript(), [])
    assert deed.sentence == "Removed code code mærkat from t1 10–20"


def test_undoing_a_removal_brings_coding_and_groundings_back(making: ModuleType) -> None:
    own, element, grounding = making.coding(), Element("e1", "e1"), Grounding("g1", "e1", "x1")
    before = making.rows_of(own, element, grounding)
    deed = deeds.uncode([own], {"code": making.code("code")}, making.transcript(), [grounding])
    from rcoder.domain.journal import added, turned_round

    begin = Deed("", added(own, element, grounding))
    assert making.tables_after(begin, deed) == making.rows_of(element)
    assert making.tables_after(begin, deed, Deed("", turned_round(deed.changes))) == before


def test_moving_the_ends_changes_the_span_and_nothing_else(making: ModuleType) -> None:
    own = making.coding(memo="husk", scope=Scope.GENERAL)
    (change,) = deeds.respan(own, Span(12, 33), making.code("code"), making.transcript()).changes
    assert change.after == to_row(own) | {"start": 12, "end": 33}


def test_moving_the_ends_to_where_they_are_changes_nothing(making: ModuleType) -> None:
    assert deeds.respan(making.coding(), Span(10, 20), making.code("code"), making.transcript()).changes == ()


@pytest.mark.parametrize(
    "flags",
    [
        {"kind": Kind.OUTCOME},
        {"polarity": Polarity.ABSENT},
        {"counterfactual": True},
        {"scope": Scope.NORMATIVE, "case_id": "B"},
        {"memo": "tvivl", "actor": "mentor"},
        {"code_id": "other"},
    ],
)
def test_flags_are_changed_by_their_names(making: ModuleType, flags: dict[str, Any]) -> None:
    own = making.coding()
    deed = deeds.flag(own, making.transcript(), making.code("code"), **flags)
    assert deed.changes[0].after == to_row(own) | flags
    assert all(name.removesuffix("_id") in deed.sentence for name in flags)


@pytest.mark.parametrize(
    ("flags", "words"),
    [
        ({"counterfactual": True}, "Set counterfactual on"),
        ({"counterfactual": False}, "Set not counterfactual on"),
        ({"case_id": "B"}, "Set another case on"),
        ({"memo": "tvivl"}, "Set a memo on"),
    ],
)
def test_a_flag_is_said_in_words(making: ModuleType, flags: dict[str, Any], words: str) -> None:
    deed = deeds.flag(making.coding(), making.transcript(), making.code("code"), **flags)
    assert deed.sentence.startswith(words)


def test_a_flag_can_be_emptied_and_the_sentence_says_so(making: ModuleType) -> None:
    own = making.coding(kind=Kind.CONTEXT)
    assert "Set kind none on" in deeds.flag(own, making.transcript(), making.code("code"), kind=None).sentence


@pytest.mark.parametrize("name", ["start", "id", "coder_id", "colour"])
def test_a_coding_has_no_other_flags(making: ModuleType, name: str) -> None:
    with pytest.raises(Misuse, match=f"no flag called {name}"):
        deeds.flag(making.coding(), making.transcript(), making.code("code"), **{name: "x"})


def test_every_flag_is_a_field_of_a_coding() -> None:
    assert set(deeds.FLAGS) <= set(Coding.__dataclass_fields__)


def test_coding_to_the_end_is_said_and_taken_back(making: ModuleType) -> None:
    mark = Finish("f1", "t1", "anne")
    assert touched(deeds.finish(mark, making.transcript())) == [("added", "finishes", "f1")]
    assert touched(deeds.unfinish(mark, making.transcript())) == [("removed", "finishes", "f1")]


def test_a_passage_is_attached_changed_and_detached(making: ModuleType) -> None:
    own, transcript = making.evidence("e1", "l1"), making.transcript()
    after = making.evidence("e1", "l1", stance=Stance.CONTRADICTS)
    attached = deeds.attach(own, "K01 r → m", transcript)
    assert touched(attached) == [("added", "evidence", "e1")]
    assert attached.sentence == "Attached t1 10–20 to K01 r → m: supports"
    assert touched(deeds.reattach(own, after, "K01 r → m")) == [("changed", "evidence", "e1")]
    assert touched(deeds.detach(own, "K01 r → m", transcript)) == [("removed", "evidence", "e1")]


def test_a_code_is_named_by_key_and_label(making: ModuleType) -> None:
    assert deeds.named(making.code("H1.M1")) == "H1.M1 H1.M1 mærkat"
