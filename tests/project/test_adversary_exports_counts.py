"""Numbers of one study agree with one another, whatever file they stand in and however the cases are cut."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest

from playing import EVERYTHING, Player, interviews
from rcoder.domain.case import Case
from rcoder.domain.cut import Cut
from rcoder.domain.journal import Deed, added, changed
from rcoder.domain.outgoing import Wanted
from rcoder.domain.theory import ChangeTheory, Tally
from rcoder.domain.words import Claim, Stance
from rcoder.project import Project
from rcoder.project.assembling import assemble
from rcoder.project.cutting import theory_cut
from rcoder.project.exports.tables.making import asked

STANCES = (Stance.SUPPORTS, Stance.CONTRADICTS, Stance.REFINES)
SEEDS = range(int(os.environ.get("ADV_SEEDS", "2")))


class OnLinks(Player):
    """Somebody who joins passages to links alone."""

    def claim(self) -> tuple[Claim, str]:
        links = [link.id for each in assemble(self.project.sight) for link in each.links]
        return Claim.LINK, self.pick(links)


def played(project: Project, folder: Path, seed: int) -> None:
    """Four cases of which one has no interview, two with and one without hours, and much said of them."""
    interviews(project, folder)
    project.do(Deed("Case", added(Case("none", "Sag 04"))))
    random = Random(seed)  # noqa: S311 - no secret
    player = Player(project, random)
    for _ in range(25):
        player.play(("coded", "begun", "attached", "attached", "attached", "tied", "finished"))
    for _ in range(40):
        player.play([each for each in EVERYTHING if each not in ("undone", "redone", "released")])
    on_links = OnLinks(project, random)
    for _ in range(60):
        on_links.play(("attached",))
    for case, group in zip(
        project.cases(), ("with_hours", "with_hours", "without_hours", "without_hours"), strict=True
    ):
        project.do(Deed("Group", (*changed(case, replace(case, outcome_group=group)),)))


def counted(theory: ChangeTheory) -> Counter[tuple[str, Stance, str]]:
    """Every number on every arrow that cases add up to."""
    found: Counter[tuple[str, Stance, str]] = Counter()
    for arrow in theory.arrows:
        for stance in STANCES:
            own: Tally = getattr(arrow, stance.value)
            found[arrow.id, stance, "coded"] += own.cases
            found[arrow.id, stance, "not yet"] += own.cases_not_yet_coded
            found[arrow.id, stance, "no interview"] += own.cases_without_interview
    return +found


@pytest.mark.parametrize("seed", SEEDS)
def test_groups_that_share_the_cases_share_their_numbers(
    new_project: Callable[..., Project], tmp_path: Path, seed: int
) -> None:
    with new_project() as project:
        played(project, tmp_path, seed)
        whole = theory_cut(project, "overall", Cut())
        halves = [
            theory_cut(project, "overall", Cut(group=f"outcome_group is {each}"))
            for each in ("with_hours", "without_hours")
        ]
        assert counted(whole)
        assert sum((counted(each) for each in halves), Counter()) == counted(whole)
        parts = [each.denominator for each in halves]
        own = whole.denominator
        assert sum(each.coded for each in parts) == own.coded
        assert sum(each.not_yet_coded for each in parts) == own.not_yet_coded
        assert sum(each.no_interview for each in parts) == own.no_interview


@pytest.mark.parametrize("seed", SEEDS)
def test_quotations_are_there_for_whatever_the_cmo_table_counts(
    new_project: Callable[..., Project], tmp_path: Path, seed: int
) -> None:
    options = {"level": "all", "status": "all"}
    with new_project() as project:
        played(project, tmp_path, seed)
        cmo = asked(project, Wanted("cmo", ".md", "en", options))
        quoted = asked(project, Wanted("quotations", ".md", "en", options))
    assert cmo.numbers is not None
    rows = Counter(
        (row.cells[0].text, row.cells[1].text)
        for row in quoted.rows
        if not row.cells[-1].text.startswith("listed")
    )
    seen = 0
    for row in cmo.numbers.rows:
        number, stance = row.cells[0].text.split()[0], row.cells[1].text
        if row.cells[2].text == "counted":
            count = row.cells[3].number or 0
            assert count <= rows[number, stance]
            assert (count > 0) == (rows[number, stance] > 0)
            seen += bool(count)
    assert seen
