"""Made one and split again at random: no passage is lost in the figure or the comparison, and none counts twice."""

from __future__ import annotations

import itertools
import os
from collections.abc import Callable, Iterable
from pathlib import Path
from random import Random

import pytest

from playing import Player, interviews
from rcoder.domain.matrix import Ask
from rcoder.domain.theory import ChangeTheory, Witness
from rcoder.domain.words import Stance
from rcoder.project import Project
from rcoder.project.matrices.asking import behind, matrix


def words_of(witnesses: Iterable[Witness]) -> set[tuple[str, object, str, int]]:
    """Every code point that stands there, with its stance and what it counts as."""
    return {
        (each.transcript_id, each.stance, each.counts, place)
        for each in witnesses
        for place in range(each.start, each.end)
    }


def passages(theory: ChangeTheory) -> dict[str, object]:
    """The words in the figure: on arrows, in boxes, and on configurations as a whole."""
    arrows = [*theory.arrows, *(arrow for box in theory.boxes for arrow in box.inner)]
    return {
        "arrows": words_of(each for arrow in arrows for each in arrow.witnesses),
        "boxes": words_of(each for box in theory.boxes for each in box.witnesses),
        "whole": words_of(each for own in theory.whole for each in own.witnesses),
    }


def once(theory: ChangeTheory) -> None:
    """No two stretches of one stance, case and text on one arrow overlap, and no more count than there are."""
    for arrow in theory.arrows:
        places = sorted(
            (each.transcript_id, str(each.stance), str(each.case_id), each.start, each.end)
            for each in arrow.witnesses
        )
        for one, other in itertools.pairwise(places):
            assert one[:3] != other[:3] or one[4] <= other[3], arrow.id
        counted = [
            each for each in arrow.witnesses if each.stance is Stance.SUPPORTS and each.counts != "listed"
        ]
        assert arrow.supports.passages == len(counted)


def compared(project: Project) -> set[str]:
    """Ids of the passages behind the cells of the evidence matrix."""
    ask = Ask()
    found = matrix(project, ask)
    return {
        one.id
        for row in found.rows
        for column in found.columns
        for _, own in behind(project, ask, row, column)
        for one in own
    }


@pytest.mark.parametrize("seed", range(int(os.environ.get("ADV_SEEDS", "4"))))
def test_consolidating_and_splitting_at_random_loses_no_passage(
    new_project: Callable[..., Project], tmp_path: Path, seed: int
) -> None:
    with new_project(coder="Anne") as anne:
        interviews(anne, tmp_path)
        player = Player(anne, Random(seed))  # noqa: S311 - no secret
        for deed in (
            "coded",
            "coded",
            "released",
            *("begun",) * 6,
            *("attached",) * 20,
            *("extended", "grounded") * 3,
        ):
            player.play((deed,))
        before, there = passages(anne.theory()), compared(anne)
        assert before["arrows"]
        done = 0
        for _ in range(14):
            done += bool(player.play(("consolidated", "consolidated", "split")))
            theory = anne.theory()
            once(theory)
            assert passages(theory) == before
            assert compared(anne) == there
        assert done >= 2
