"""Errors are sentences."""

from __future__ import annotations

import inspect

import pytest

from rcoder.domain import errors
from rcoder.domain.errors import BadCodebook, Finding, RcoderError

KINDS = [
    each
    for _, each in inspect.getmembers(errors, inspect.isclass)
    if issubclass(each, RcoderError) and each is not BadCodebook
]


@pytest.mark.parametrize("kind", KINDS)
def test_an_error_says_what_happened_and_the_way_out(kind: type[RcoderError]) -> None:
    error = kind("There is no K07.", "See the list.")
    assert str(error) == "There is no K07. See the list."
    assert str(kind("There is no K07.")) == "There is no K07."


def test_a_bad_file_is_said_at_its_first_fault_with_the_number_of_all() -> None:
    findings = (Finding(3, 5, "Two codes are called H1."), Finding(9, 1, "No label."))
    error = BadCodebook("bog.yaml", findings)
    assert str(error) == "bog.yaml:3:5: Two codes are called H1. (2 findings in all)"
    assert error.findings == findings
    assert str(BadCodebook("bog.yaml", findings[:1])) == "bog.yaml:3:5: Two codes are called H1."


def test_findings_sort_by_place() -> None:
    assert min(Finding(2, 1, "b"), Finding(1, 9, "a"), Finding(1, 2, "c")) == Finding(1, 2, "c")
