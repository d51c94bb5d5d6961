"""A study, and the same with two coders' hidden work on a theory: whoever works beside them is given the same answers."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any

import pytest

from asking import asked
from playing import Player, interviews, with_hidden_work
from rcoder.domain.words import Answered
from rcoder.project import Project, open_project
from rcoder.project.prompts import answer, prompts_of, survey


def told(answer: Any) -> str:
    """An answer as text, without what is made anew each time."""
    return re.sub(r"0x[0-9a-f]+|[^\s'\"]*(study|alone)\.rcoder|(?<= digest=)'[0-9a-f]*'", "", repr(answer))


@pytest.mark.parametrize("seed", range(int(os.environ.get("ADV_SEEDS", "2"))))
@pytest.mark.parametrize("who", ["Jonas", "Carl"])
def test_whoever_works_beside_a_hidden_layer_is_given_the_same_answers(
    new_project: Callable[..., Project], tmp_path: Path, seed: int, who: str
) -> None:
    with_them, alone = with_hidden_work(new_project, tmp_path, Random(seed))  # noqa: S311 - no secret
    found = []
    for location in (with_them, alone):
        with open_project(location, coder=who) as project:
            found.append({name: told(answer) for name, answer in asked(project)})
    differing = {name: found[0].get(name) for name in found[1] if found[0].get(name) != found[1][name]}
    assert sorted(differing) == []
    assert "hemmeligt" not in repr(found[0])


def test_hidden_evidence_asks_no_prompt_again(new_project: Callable[..., Project], tmp_path: Path) -> None:
    with new_project(coder="Jonas") as jonas:
        interviews(jonas, tmp_path)
        player = Player(jonas, Random(1))  # noqa: S311 - no secret
        for deed in ("coded", "released", "begun"):
            assert player.play((deed,)), player.refused
        (line,) = jonas.configuration_lines()
        chosen = prompts_of(jonas, line.id)[0].prompt
        jonas.do(answer(jonas, chosen.at, Answered.DONE, "gjort"))
        before = prompts_of(jonas, line.id), survey(jonas)
        with open_project(jonas.location, coder="Anne") as anne:
            hidden = Player(anne, Random(2), "hemmeligt", apart=True)  # noqa: S311 - no secret
            for _ in range(9):
                hidden.play(("attached",))
        assert (prompts_of(jonas, line.id), survey(jonas)) == before
    with open_project(jonas.location, coder="Jonas") as again:
        assert (prompts_of(again, line.id), survey(again)) == before
