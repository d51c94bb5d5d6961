"""What stands beneath tables fits in a terminal of 80 columns."""

from __future__ import annotations

import pytest
from rich.cells import cell_len

from rcoder.domain.case import Group
from rcoder.domain.difference_words import cases
from rcoder.domain.groups import Belonging, GroupCount, Sorted
from rcoder.domain.theory import Denominator
from rcoder.domain.words import Bilingual
from rcoder.ui.attributing import count_rows
from rcoder.ui.conditioning import signs
from rcoder.ui.screens import absence
from rcoder.ui.versioning.rows import about_row
from rcoder.ui.widgets.strips import Pieces

WIDTHS = [80, 100, 120, 160]


def in_words(row: Pieces) -> str:
    return "".join(words for words, _ in row)


@pytest.mark.parametrize("width", WIDTHS)
def test_the_signs_of_judgements_and_of_what_is_not_said_are_explained_whole(width: int) -> None:
    for rows in (signs.legend(width, 5), signs.legend(width, 30), absence.legend(width)):
        for row in rows:
            assert cell_len(in_words(row)) <= width
    assert in_words(absence.legend(width)[-1]).endswith("▨ no interview")
    assert in_words(signs.legend(width, 5)[-1]).endswith("▨ no interview")


def test_of_how_many_cases_versions_are_is_never_cut() -> None:
    of = Denominator(2, 3, 1)
    name = " − version 1: Efter første gennemlæsning af alle fem sager: "
    narrow = in_words(about_row(name, of, 80))
    assert cell_len(narrow) <= 80
    assert narrow.startswith(" − version 1: Efter første")
    assert narrow.endswith("…: N = 2 cases; 3 not coded; 1 no interview")
    assert in_words(about_row(name, of, 160)) == f"{name}{cases(of, 'en')}"


def test_the_names_of_the_cases_of_a_group_take_the_rows_there_are() -> None:
    group = Group("g", Bilingual("Alle"), ())
    many = tuple(
        Sorted(f"c{n}", f"Sag {n:02}", Belonging.IN if n % 2 else Belonging.OUT, "") for n in range(1, 31)
    )
    rows = count_rows(GroupCount(group, many), 78, 6)
    assert len(rows) <= 6
    assert all(cell_len(in_words(row)) <= 78 for row in rows)
    shown = " ".join(in_words(row) for row in rows)
    assert all(each.case in shown for each in many[:18])
    assert len(count_rows(GroupCount(group, many), 78)) <= 4
