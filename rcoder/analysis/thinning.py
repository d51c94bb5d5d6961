"""Which of many backups are kept as time goes by."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from datetime import UTC, datetime

HOURS, DAYS, WEEKS = 24, 7, 4


def kept(times: Iterable[datetime]) -> frozenset[datetime]:
    """The newest of each of the latest 24 hours, 7 days and 4 weeks (UTC) in which there are backups at all.

    Periods without backups are not counted, so that a study left alone keeps what it has. Thinning after each backup
    comes to the same as thinning once.
    """
    newest_first = sorted(set(times), reverse=True)
    rules: tuple[tuple[Callable[[datetime], Hashable], int], ...] = (
        (lambda at: (at.date(), at.hour), HOURS),
        (lambda at: at.date(), DAYS),
        (lambda at: at.isocalendar()[:2], WEEKS),
    )
    return frozenset().union(*(_newest_of_each(newest_first, period, count) for period, count in rules))


def _newest_of_each(
    newest_first: list[datetime], period: Callable[[datetime], Hashable], count: int
) -> frozenset[datetime]:
    found: dict[Hashable, datetime] = {}
    for at in newest_first:
        found.setdefault(period(at.astimezone(UTC)), at)
        if len(found) > count:
            found.popitem()
            break
    return frozenset(found.values())
