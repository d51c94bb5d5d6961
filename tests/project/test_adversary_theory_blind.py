"""A study, and the same with two coders' hidden work on a theory: whoever works beside them is given the same answers."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from random import Random
from typing import Any

import pytest

from asking import asked
from playing import EVERYTHING, OF_LAYER, Player, interviews
from rcoder.project import Project, open_project

HIDDEN = (*OF_LAYER, "commented", "saved", "finished", "undone", "redone")


def make(new_project: Callable[..., Project], folder: Path, random: Random, *, reviewed: bool) -> tuple[str, str]:
    """Where Jonas and Carl have worked, and the same with Anne's and Bo's hidden work."""
    deeds = [each for each in EVERYTHING if reviewed or each != "reviewed"]
    with new_project(coder="Jonas") as jonas, ExitStack() as open_:
        interviews(jonas, folder)
        carl = open_.enter_context(open_project(jonas.location, coder="Carl"))
        others = [open_.enter_context(open_project(jonas.location, coder=each)) for each in ("Anne", "Bo")]
        for each in (carl, *others):
            each._join()
        players = [Player(jonas, random), Player(carl, random)]
        for each in players:
            each.play(("released",))
            each.play(("coded",))
            each.play(("begun",))
        for _ in range(70):
            random.choice(players).play(deeds)
        alone = Path(jonas.location).with_name("alone.rcoder")
        open_.close()
        jonas.close()
        shutil.copy(jonas.location, alone)
        with ExitStack() as again:
            hidden = [Player(again.enter_context(open_project(jonas.location, coder=each)), random, f"hemmeligt {each}", apart=True) for each in ("Anne", "Bo")]
            for each in hidden:
                each.play(("begun",))
            for _ in range(100):
                random.choice(hidden).play(HIDDEN)
        return jonas.location, str(alone)


def told(answer: Any) -> str:
    """An answer as text, without what is made anew each time."""
    return re.sub(r"0x[0-9a-f]+|[^\s'\"]*(study|alone)\.rcoder|(?<= digest=)'[0-9a-f]*'", "", repr(answer))


@pytest.mark.parametrize("seed", range(int(os.environ.get("ADV_SEEDS", "2"))))
@pytest.mark.parametrize("who", ["Jonas", "Carl"])
def test_whoever_works_beside_a_hidden_layer_is_given_the_same_answers(
    new_project: Callable[..., Project], tmp_path: Path, seed: int, who: str
) -> None:
    with_them, alone = make(new_project, tmp_path, Random(seed), reviewed=False)  # noqa: S311 - no secret
    found = []
    for location in (with_them, alone):
        with open_project(location, coder=who) as project:
            found.append({name: told(answer) for name, answer in asked(project)})
    differing = {name: found[0].get(name) for name in found[1] if found[0].get(name) != found[1][name]}
    if "ADV_TELL" in os.environ:
        for name in differing:
            one, other = found[0].get(name, ""), found[1][name]
            at = next((n for n, (a, b) in enumerate(zip(one, other)) if a != b), 0)
            print(name, "\n   ", one[max(0, at-200):at+200], "\n   ", other[max(0, at-200):at+200])
    assert sorted(differing) == []
    assert "hemmeligt" not in repr(found[0])
