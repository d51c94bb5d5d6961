"""Which backups are kept: the newest of 24 hours, 7 days and 4 weeks in which there are any."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as some

from rcoder.analysis.thinning import DAYS, HOURS, WEEKS, kept

START = datetime(2026, 1, 1, tzinfo=UTC)
MINUTES = some.integers(0, 90 * 24 * 60).map(lambda minutes: START + timedelta(minutes=minutes))
TIMES = some.lists(MINUTES, max_size=80)


def hours(times: list[datetime]) -> list[tuple[object, ...]]:
    return sorted({(at.date(), at.hour) for at in times})


def test_of_nothing_nothing_is_kept() -> None:
    assert kept([]) == frozenset()


def test_a_day_of_backups_every_ten_minutes_leaves_the_last_of_each_hour() -> None:
    times = [START + timedelta(minutes=10 * number) for number in range(24 * 6)]
    assert kept(times) == {START + timedelta(hours=hour, minutes=50) for hour in range(24)}


def test_a_year_of_backups_every_hour_leaves_thirty_five_at_most() -> None:
    times = [START + timedelta(hours=number) for number in range(365 * 24)]
    left = kept(times)
    assert HOURS + DAYS + WEEKS - 5 <= len(left) <= HOURS + DAYS + WEEKS
    assert max(times) - min(left) < timedelta(weeks=WEEKS)


def test_a_study_left_alone_for_years_keeps_what_it_has() -> None:
    times = [START - timedelta(days=400 * number) for number in range(WEEKS)]
    assert kept(times) == set(times)


@given(TIMES)
def test_what_is_kept_is_some_of_what_there_was_and_the_newest_with_it(times: list[datetime]) -> None:
    left = kept(times)
    assert left <= set(times)
    assert len(left) <= HOURS + DAYS + WEEKS
    if times:
        assert max(times) in left


@given(TIMES)
def test_each_of_the_latest_hours_keeps_its_newest(times: list[datetime]) -> None:
    left = kept(times)
    for hour in hours(times)[-HOURS:]:
        assert max(at for at in times if (at.date(), at.hour) == hour) in left


@given(TIMES)
def test_each_of_the_latest_days_and_weeks_keeps_its_newest(times: list[datetime]) -> None:
    left = kept(times)
    for day in sorted({at.date() for at in times})[-DAYS:]:
        assert max(at for at in times if at.date() == day) in left
    for week in sorted({at.isocalendar()[:2] for at in times})[-WEEKS:]:
        assert max(at for at in times if at.isocalendar()[:2] == week) in left


@given(TIMES)
def test_what_is_kept_is_the_newest_of_an_hour_a_day_or_a_week(times: list[datetime]) -> None:
    for at in kept(times):
        later = [each for each in times if each > at]
        assert not any((each.date(), each.hour) == (at.date(), at.hour) for each in later)


@given(TIMES)
def test_thinning_twice_is_thinning_once(times: list[datetime]) -> None:
    assert kept(kept(times)) == kept(times)


@given(TIMES)
def test_thinning_after_each_backup_is_thinning_at_the_end(times: list[datetime]) -> None:
    left: frozenset[datetime] = frozenset()
    for at in sorted(times):
        left = kept([*left, at])
    assert left == kept(times)


@given(TIMES)
def test_the_zone_a_time_is_written_in_is_of_no_account(times: list[datetime]) -> None:
    from datetime import timezone

    elsewhere = [at.astimezone(timezone(timedelta(hours=9))) for at in times]
    assert kept(elsewhere) == kept(times)
