"""Worker processes that do one thing to many tasks: answers come in the order of the tasks, and few of them wait.

A worker that ends, whatever took it down, is lost with the task it was at; another one goes on with the rest. Workers
end with the process that hired them, also where that is killed.
"""

from __future__ import annotations

import gc
import signal
from collections import deque
from collections.abc import Callable, Generator, Iterable
from contextlib import suppress
from multiprocessing import get_context
from multiprocessing.connection import wait
from typing import TYPE_CHECKING, Any, Generic, Self, TypeVar

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

T = TypeVar("T")
R = TypeVar("R")

_SPAWN = get_context("spawn")
_GONE = (EOFError, BrokenPipeError, ConnectionResetError)


class Lost:
    """The answer of a worker that ended before it gave one."""


LOST = Lost()


class _Worker(Generic[T, R]):
    """One process, and the tasks it was handed and has not answered, oldest first."""

    def __init__(self, work: Callable[[T], R]) -> None:
        self.connection, there = _SPAWN.Pipe()
        self.process = _SPAWN.Process(target=_serve, args=(there, work), daemon=True)
        self.process.start()
        there.close()
        self.tasks: deque[tuple[int, T]] = deque()
        self.answered = 0

    def hand(self, number: int, task: T) -> None:
        self.tasks.append((number, task))
        with suppress(*_GONE):  # it is found to be lost when its answer is asked for
            self.connection.send(task)

    def answer(self) -> tuple[int, T, R | Lost]:
        """Its oldest task and the answer, which is waited for."""
        try:
            found: R | Lost = self.connection.recv()
        except _GONE:
            found = LOST
        self.answered += 1
        return *self.tasks.popleft(), found

    def dismiss(self) -> None:
        self.connection.close()
        self.process.terminate()
        self.process.join()


class Crew(Generic[T, R]):
    """Iterate over it for tasks and their answers, LOST where a worker ended instead; leave it by `with`.

    Args:
        work: what is done to each task; a function of a module, since the processes import it.
        tasks: asked for one at a time, when a worker is to have it.
        most: workers; the first alone until one has to be waited for, or all at once where `eager`.
        ahead: tasks that are at work or answered before their turn, at most, which bounds the memory.
        depth: tasks a worker holds at a time; more than one only where tasks are small enough for a pipe to keep.
    """

    def __init__(
        self,
        work: Callable[[T], R],
        tasks: Iterable[T],
        *,
        most: int,
        ahead: int,
        depth: int = 1,
        eager: bool = False,
    ) -> None:
        self._work, self._most, self._ahead, self._depth = work, most, ahead, depth
        self._tasks = enumerate(tasks)
        self._left: deque[tuple[int, T]] = deque()
        """Tasks of lost workers, to be done before others."""
        self._given = self._next = 0
        """How many tasks were taken, and the number of the answer whose turn it is."""
        self._done: dict[int, tuple[T, R | Lost]] = {}
        self._workers: list[_Worker[T, R]] = []
        self._hire(most if eager else 1)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        for each in self._workers:
            each.dismiss()

    def __iter__(self) -> Generator[tuple[T, R | Lost]]:
        while True:
            self._collect(0)
            self._hand_out()
            if self._next in self._done:
                self._next += 1
                yield self._done.pop(self._next - 1)
            elif self._next == self._given:
                return
            else:
                self._wait()

    def _hand_out(self) -> None:
        while workers := [each for each in self._workers if len(each.tasks) < self._depth]:
            task = self._task()
            if task is None:
                return
            min(workers, key=lambda each: len(each.tasks)).hand(*task)

    def _task(self) -> tuple[int, T] | None:
        """The next task that may be begun."""
        if self._left:
            return self._left.popleft()
        if self._given - self._next >= self._ahead:
            return None
        task = next(self._tasks, None)
        if task is not None:
            self._given += 1
        return task

    def _wait(self) -> None:
        """Wait for an answer; where every worker has shown what it takes, another one helps."""
        if len(self._workers) < self._most and all(each.answered for each in self._workers):
            self._hire(1)
            self._hand_out()
        self._collect(None)

    def _collect(self, seconds: float | None) -> None:
        busy: dict[Any, _Worker[T, R]] = {each.connection: each for each in self._workers if each.tasks}
        for ready in wait(list(busy), seconds):
            worker = busy[ready]
            number, task, answer = worker.answer()
            self._done[number] = task, answer
            if isinstance(answer, Lost):
                self._replace(worker)

    def _replace(self, worker: _Worker[T, R]) -> None:
        """Another one in the place of a lost worker, with what that had not begun."""
        self._left.extend(worker.tasks)
        self._workers.remove(worker)
        worker.dismiss()
        self._hire(1)

    def _hire(self, number: int) -> None:
        self._workers += [_Worker(self._work) for _ in range(number)]


def _serve(connection: Connection[Any, Any], work: Callable[[Any], Any]) -> None:
    """Do tasks until nobody asks any more; an interrupt is for the process that hired this one."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.set_threshold(50_000)  # what is worked out for a task is many small tuples, none of them in a ring
    with connection, suppress(*_GONE):
        while True:
            connection.send(work(connection.recv()))
