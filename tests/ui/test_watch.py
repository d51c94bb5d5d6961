"""Looking for what others write: at once where they write now and then, at leisure where they write without end."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import Any

from rcoder.ui.watch import EAGER, LONGEST, Watch


class Journal:
    """A project in which others have written, or not, whenever it is asked."""

    def __init__(self, news: Iterator[bool]) -> None:
        self.news = news
        self.asked = 0

    async def ask(self, _: Callable[[Any], Any]) -> tuple[int, bool]:
        self.asked += 1
        return self.asked, next(self.news)


async def looks(watch: Watch, journal: Journal, count: int) -> list[int]:
    """The looks, by number, in which the project was really asked."""
    found = []
    for number in range(count):
        before = journal.asked
        await watch.look(journal)  # type: ignore[arg-type] # as much of a desk as a watch needs
        if journal.asked > before:
            found.append(number)
    return found


async def test_what_comes_now_and_then_is_looked_for_every_time() -> None:
    watch, journal = Watch(0), Journal(iter([True, True, True, False] * 10))
    assert await looks(watch, journal, 20) == list(range(20))
    assert watch.outdated


async def test_somebody_who_writes_without_end_is_followed_ever_more_slowly_but_followed() -> None:
    watch, journal = Watch(0), Journal(iter([True] * 100))
    asked = await looks(watch, journal, 100)
    gaps = [later - earlier for earlier, later in pairwise(asked)]
    assert gaps[:EAGER] == [1] * EAGER
    assert gaps == sorted(gaps)
    assert max(gaps) == LONGEST + 1


async def test_when_they_stop_it_is_looked_for_every_time_again() -> None:
    news = [*[True] * 8, False]
    watch, journal = Watch(0), Journal(iter([*news, True, True, True]))
    while journal.asked < len(news):
        await looks(watch, journal, 1)
    assert await looks(watch, journal, 3) == [0, 1, 2]
