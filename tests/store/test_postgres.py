from __future__ import annotations

import builtins
from threading import Event, Thread

import pytest
from sqlalchemy import create_engine, make_url, text

from rcoder.domain.case import Case
from rcoder.domain.errors import NotAProject, RcoderError
from rcoder.domain.journal import added
from rcoder.store import create_store, is_address, open_store

SECRET = "hemmeligt-kodeord"  # noqa: S105  # not a password of anything


@pytest.fixture
def engine(fresh_database):
    made = create_engine(make_url(fresh_database).set(drivername="postgresql+psycopg"))
    yield made
    made.dispose()


def names(engine):
    with engine.connect() as connection:
        return sorted(
            connection.execute(
                text("SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace")
            ).scalars()
        )


def test_an_empty_database_is_no_project_and_stays_empty(fresh_database, engine):
    with pytest.raises(NotAProject, match="holds no rcoder project"):
        open_store(fresh_database)
    assert names(engine) == []


def test_another_programs_database_is_refused_untouched(fresh_database, engine):
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE rcoder_project (words text)"))
    for door in (open_store, create_store):
        with pytest.raises(NotAProject):
            door(fresh_database)
    assert names(engine) == ["rcoder_project"]


def test_a_project_is_never_made_over_a_project(fresh_database, world):
    with create_store(fresh_database) as store:
        world.build(store)
    with pytest.raises(RcoderError, match="holds an rcoder project already"):
        create_store(fresh_database)
    with open_store(fresh_database) as store:
        assert store.latest() == 1


@pytest.mark.parametrize(
    "address",
    [
        f"postgresql://anna:{SECRET}@127.0.0.1:1/studie",
        f"postgresql+psycopg://anna@127.0.0.1:1/studie?password={SECRET}",
        f"postgresql://anna:{SECRET}@@@:x/studie",
    ],
)
def test_a_server_that_is_away_is_said_without_the_password(address):
    for door in (open_store, create_store):
        with pytest.raises(RcoderError) as caught:
            door(address)
        assert SECRET not in str(caught.value)
        assert "\n" not in str(caught.value)


def test_the_location_shows_no_password(fresh_database):
    url = make_url(fresh_database).set(password=SECRET)
    with create_store(url.render_as_string(hide_password=False)) as store:
        assert SECRET not in store.location
        assert url.database in store.location


def test_without_psycopg_one_sentence_names_what_to_install(monkeypatch):
    real = builtins.__import__

    def without(name, *given, **named):
        if name.startswith("psycopg"):
            raise ImportError(name)
        return real(name, *given, **named)

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(RcoderError, match=r"pip install 'rcoder\[postgres\]'"):
        open_store("postgresql://anna@127.0.0.1:1/studie")


def test_an_address_is_told_from_a_file():
    assert is_address("postgresql://x/y")
    assert is_address("postgresql+psycopg://x/y")
    assert not is_address("studie.rcoder")


def test_a_poller_misses_no_entry_of_a_slower_writer(fresh_database, world):
    """An entry with a greater number is never visible before one with a smaller."""
    create_store(fresh_database).close()
    holding, go_on = Event(), Event()

    def slow():
        with open_store(fresh_database) as store, store._transaction():
            holding.set()
            go_on.wait(10)

    def quick():
        with open_store(fresh_database) as store:
            store.write(world.entry(*added(Case("c1", "Sag"))))

    first = Thread(target=slow)
    first.start()
    assert holding.wait(10)
    second = Thread(target=quick)
    second.start()
    with open_store(fresh_database) as reader:
        waiting = "SELECT COUNT(*) AS waiting FROM pg_locks WHERE locktype = 'advisory' AND NOT granted"
        while reader.reader.one(waiting) == {"waiting": 0}:
            assert reader.latest() == 0
        assert reader.latest() == 0
        go_on.set()
        first.join()
        second.join()
        assert reader.latest() == 1
