"""Worker processes: the order of answers, workers that end, and how much is held at a time.

The work done is `eval`, since a worker must be able to import what it does.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator

import pytest

from rcoder.project.crew import LOST, Crew

SLOW = "sum(range(2_000_000))"
ENDS = "__import__('os')._exit(3)"
FAULTY = "1 / 0"

Hire = Callable[..., Crew[str, object]]


@pytest.fixture
def hire() -> Iterator[Hire]:
    hired: list[Crew[str, object]] = []

    def hire(tasks: Iterator[str] | list[str], **how: int) -> Crew[str, object]:
        hired.append(Crew(eval, tasks, **{"most": 2, "ahead": 4, **how}))
        return hired[-1]

    yield hire
    for each in hired:
        each.__exit__()


def test_answers_come_in_the_order_of_the_tasks_whichever_is_done_first(hire: Hire) -> None:
    tasks = [SLOW, "1", "2", SLOW, "3"]
    answers = list(hire(tasks, eager=True))
    assert answers == [(task, eval(task)) for task in tasks]  # noqa: S307 - sums of ours


def test_no_tasks_give_no_answers(hire: Hire) -> None:
    assert list(hire([])) == []


@pytest.mark.parametrize("depth", [1, 2])
@pytest.mark.parametrize("bad", [ENDS, FAULTY])
def test_a_worker_that_ends_is_lost_with_its_own_task_only(hire: Hire, bad: str, depth: int) -> None:
    tasks = ["0", bad, "2", bad, bad, "5", "6", "7"]
    answers = list(hire(tasks, depth=depth))
    assert [task for task, _ in answers] == tasks
    assert [answer for _, answer in answers] == [0, LOST, 2, LOST, LOST, 5, 6, 7]


@pytest.mark.parametrize("depth", [1, 2])
def test_no_more_tasks_are_taken_than_may_wait(hire: Hire, depth: int) -> None:
    taken = answered = most = 0

    def tasks() -> Iterator[str]:
        nonlocal taken, most
        for number in range(40):
            taken += 1
            most = max(most, taken - answered)
            yield SLOW if number % 7 == 0 else str(number)

    for _ in hire(tasks(), eager=True, ahead=5, depth=depth):
        answered += 1
    assert answered == 40
    assert most <= 6  # the one whose answer was just handed over is counted as waiting


def test_an_answer_larger_than_a_pipe_holds_comes_whole_among_others(hire: Hire) -> None:
    tasks = ["'x' * 3_000_000", "1", "'y' * 3_000_000", "2"]
    assert [len(str(answer)) for _, answer in hire(tasks, depth=2)] == [3_000_000, 1, 3_000_000, 1]


KILLED = """
import os
from rcoder.project.crew import Crew
with Crew(eval, ["1", "2", "3"], most=2, ahead=2, eager=True) as crew:
    for task, answer in crew:
        print(answer, flush=True)
        os.kill(os.getpid(), 9)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="a pipe is held open by whoever inherited it")
def test_workers_end_when_the_process_that_hired_them_is_killed() -> None:
    """The read comes to its end only when every process that has the pipe is gone."""
    child = subprocess.Popen([sys.executable, "-c", KILLED], stdout=subprocess.PIPE)
    assert child.stdout is not None
    assert child.stdout.read() == b"1\n"
    assert child.wait() == -9
