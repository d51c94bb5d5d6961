"""The commands on a theory: the same to whoever works beside hidden layers, and nothing that people wrote steers a terminal."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random

import pytest

from playing import with_hidden_work
from rcoder.domain.matrix import Question
from rcoder.project import Project

Run = Callable[..., tuple[int, str, str]]
BARE = ("info", "transcripts", "codings", "configurations", "chains", "alike", "prompts", "conditions", "review", "comments",
        "tray", "cases", "framework", "memos", "rechecks", "quotes", "codebook list", "exhibit list", "theory list")  # fmt: skip
OF_ONE = ("chains", "prompts", "review", "history", "strength", "rivals", "comments", "configuration")
OF_CODE = ("absence", "history", "retrieve")


def commands(numbers: list[str], cases: list[str]) -> Iterator[tuple[str, ...]]:
    """Every command that tells of a theory, with the project left out."""
    for each in BARE:
        yield tuple(each.split())
    for question in Question:
        yield "matrix", question.value
    for of in ("codes", "configurations", "conditions"):
        yield "matrix", "groups", "--of", of, "--split", "outcome group"
    for each in numbers:
        for command in OF_ONE:
            yield command, each
    for each in ("H1", "H1.R1", "SC1.1"):
        for command in OF_CODE:
            yield command, each
    for each in cases:
        yield "conditions", "--case", each
        yield "framework", "--case", each
        yield "profile", each
    yield "chains", "--members"
    yield "theory", "diff", "0", "now"


def called(run: Run, place: str, command: tuple[str, ...], *more: str) -> tuple[int, str, str]:
    """A command with the project where it belongs."""
    words = 2 if command[0] in ("exhibit", "theory", "codebook") else 1
    return run(*command[:words], place, *command[words:], *more)


def beside(text: str) -> str:
    """What it says, without the place of the study and the digest of the whole."""
    return re.sub(r'[^\s\'"]*(study|alone)\.rcoder|"(status_)?digest": "\w*"', "", text)


@pytest.mark.parametrize("seed", [5])
def test_commands_say_the_same_beside_hidden_work(
    run: Run, new_project: Callable[..., Project], tmp_path: Path, seed: int
) -> None:
    with_them, alone = with_hidden_work(new_project, tmp_path, Random(seed))  # noqa: S311 - no secret
    listed = json.loads(run("configurations", alone, "--coder", "Jonas", "--json")[1])
    numbers = sorted(set(re.findall(r'"(K\d+)"', json.dumps(listed))))
    wrong = []
    for command in commands(numbers, ["Sag 01", "Sag 02"]):
        one, other = (
            called(run, place, command, "--coder", "Jonas", "--json") for place in (with_them, alone)
        )
        assert other[0] in (0, 1), (command, other)
        if [beside(each) for each in one[1:]] != [beside(each) for each in other[1:]]:
            wrong.append(command)
        said = called(run, with_them, command, "--coder", "Jonas")
        assert not re.search("hemmeligt|Traceback", said[1] + said[2]), command
    assert not wrong
