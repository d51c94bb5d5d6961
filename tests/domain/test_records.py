"""Records are rows and back."""

from __future__ import annotations

import json
from types import ModuleType
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rcoder.domain.case import Case
from rcoder.domain.coding import Coding
from rcoder.domain.configuration import Configuration
from rcoder.domain.records import from_row, to_row
from rcoder.domain.tables import RECORDS
from rcoder.domain.transcript import Transcript, Turn
from rcoder.domain.words import Kind, Scope, Status


@pytest.mark.parametrize("table", RECORDS)
@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_every_record_comes_back_from_its_row(
    strategies: ModuleType, table: str, data: st.DataObject
) -> None:
    record = data.draw(strategies.record(RECORDS[table]))
    assert from_row(RECORDS[table], to_row(record)) == record


@pytest.mark.parametrize("table", RECORDS)
@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_every_row_survives_json(strategies: ModuleType, table: str, data: st.DataObject) -> None:
    record = data.draw(strategies.record(RECORDS[table]))
    row = to_row(record)
    assert json.loads(json.dumps(row)) == row
    assert from_row(RECORDS[table], json.loads(json.dumps(row))) == record


def test_a_row_holds_plain_values_only() -> None:
    def plain(value: Any) -> bool:
        if isinstance(value, dict):
            return all(type(key) is str and plain(each) for key, each in value.items())
        if isinstance(value, list):
            return all(plain(each) for each in value)
        return type(value) in (str, int, float, bool, type(None))

    record = Transcript(
        "t", "T", "da", "c", 9, "s", "s", "txt", attributes={"by": "Åkær"}, turns=(Turn(0, 9, "s", 1.5),)
    )
    assert plain(to_row(record))
    assert plain(to_row(Coding("x", "t", 0, 1, "c", "anne", kind=Kind.CONTEXT)))


def test_a_column_the_record_does_not_have_is_left_aside() -> None:
    row = to_row(Case("a", "Sag A")) | {"shoe_size": 42}
    assert from_row(Case, row) == Case("a", "Sag A")


def test_a_column_the_row_does_not_have_takes_its_default() -> None:
    row = {"id": "x", "transcript_id": "t", "start": 0, "end": 1, "code_id": "c", "coder_id": "anne"}
    assert from_row(Coding, row).scope is Scope.THIS_CASE


def test_a_flag_stored_as_a_number_is_a_flag_again() -> None:
    row = to_row(Coding("x", "t", 0, 1, "c", "anne", counterfactual=True)) | {"counterfactual": 1}
    assert from_row(Coding, row).counterfactual is True


def test_a_term_nobody_knows_is_refused() -> None:
    row = to_row(Configuration("K01", "K01", "anne", status=Status.DRAFT)) | {"status": "wonderful"}
    with pytest.raises(ValueError, match="wonderful"):
        from_row(Configuration, row)


def test_every_record_has_a_table_of_its_own() -> None:
    assert len({record.table for record in RECORDS.values()}) == len(RECORDS) == 37
    assert all(record.table == table for table, record in RECORDS.items())
