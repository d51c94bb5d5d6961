"""The store: the present in tables, everything done in one journal, and one way to write."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from importlib import import_module
from typing import TYPE_CHECKING, Any, Protocol, Self

from rcoder.domain.errors import Damaged, NotFound, ReadOnly
from rcoder.domain.journal import Change, Entry
from rcoder.domain.times import now
from rcoder.domain.transcript import Annotation, Span
from rcoder.store import undoing
from rcoder.store.columns import unpacked_lemmas
from rcoder.store.eras import brought_up
from rcoder.store.faults import FOR_READING, RESTORE, Dangling
from rcoder.store.reading import Reader, SqliteReader

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

    from sqlalchemy import Connection

    from rcoder.store.columns import Packed

KEPT_TEXTS = 8
ENTRY = "seq, id, coder_id, at, sentence, why, undoes, schema, CAST(changes AS TEXT) AS changes"
"""Columns of an entry, as `entry_of` takes them."""


_TEXTS = """
    SELECT title, checksum FROM transcripts UNION
    SELECT t.title || ', revision ' || CAST(r.number AS TEXT), r.checksum
    FROM transcripts t JOIN revisions r ON r.transcript_id = t.id ORDER BY title
"""
"""Every text of every transcript, the earlier ones of those that were corrected too."""


class Writer(Protocol):
    """The writing side of one database."""

    def transaction(self) -> AbstractContextManager[Connection]:
        """A transaction that is durable when the block ends."""

    def close(self) -> None:
        """Let go of the database."""


class Store:
    """One project's storage, in a file or on a PostgreSQL server. It belongs to one thread at a time.

    `reader` asks questions (see `Reader`); nothing but `write` and `write_many` changes a record.
    """

    def __init__(
        self, location: str, reader: Reader, writer: Any, shared: str = "", read_only: str = ""
    ) -> None:
        self.location = location
        """The file's path, or the server's address without its password."""
        self.shared = shared
        """What is wrong with the place, in words ("a synchronised folder (Dropbox)"), "" for nothing."""
        self.read_only = read_only
        """Why nothing can be changed, in words ("its folder may not be written to"), "" where it can."""
        self.reader = reader
        self._make_writer = writer
        self._writer: Writer | None = None
        self._texts: dict[str, str] = {}

    @property
    def notice(self) -> str:
        """That nothing can be changed and why, in a sentence; "" where it can."""
        if not self.read_only:
            return ""
        return f"{self.location} is open for reading only, since {self.read_only}: nothing can be changed."

    # Writing

    def warm(self) -> None:
        """Import SQLAlchemy and open the writing side, so that the first write does not wait for it."""
        if self._writer is None and not self.read_only:
            import_module("rcoder.store.writing")
            self._writer = self._make_writer()

    def write(
        self, entry: Entry, texts: Mapping[str, str] | None = None, annotations: Sequence[Annotation] = ()
    ) -> Entry:
        """Apply the entry's changes and put it in the journal, in one durable transaction.

        Args:
            entry: what was done; its `seq` is set aside.
            texts: texts by checksum (SHA-256 of UTF-8, hexadecimal) that the changes need; known ones are left.
            annotations: sentences and lemmas of texts; they replace those stored for the same text.

        Returns:
            The entry with its `seq`.

        Raises:
            Stale: a row is not as it was before, is there already, or is still used. Nothing was written.
            ReadOnly: the project may only be read.
            RcoderError: a passage lies outside its text, or the disk refuses. Nothing was written.
        """
        return self.write_many([entry], texts, annotations)[0]

    def write_many(
        self,
        entries: Iterable[Entry],
        texts: Mapping[str, str] | None = None,
        annotations: Sequence[Annotation] = (),
    ) -> list[Entry]:
        """Write several entries in order in one transaction: all or none; for loading in bulk. See `write`."""
        from rcoder.store.deriving import Deriving
        from rcoder.store.writing import apply

        given, coming = list(entries), texts or {}

        def text_of(connection: Connection, checksum: str) -> str:
            return coming[checksum] if checksum in coming else self._text_within(connection, checksum)

        try:
            with self._transaction() as connection:
                return apply(connection, given, coming, annotations, Deriving(text_of))
        except Dangling as dangling:
            raise dangling.as_stale(given) from dangling

    def log(self, coder_id: str, what: str, about: str = "") -> None:
        """Note an activity (a reading mark, an export) in the log that undo never touches."""
        from sqlalchemy import insert

        from rcoder.store.tables import activity

        at = now()
        with self._transaction() as connection:
            connection.execute(
                insert(activity), {"at": at, "coder_id": coder_id, "what": what, "about": about}
            )

    def _transaction(self) -> AbstractContextManager[Connection]:
        if self.read_only:
            raise ReadOnly(self.notice, FOR_READING)
        self.warm()
        if self._writer is None:
            raise RuntimeError("the writing side did not open")
        return self._writer.transaction()

    # The journal

    def entries(self, after: int = 0, coder_id: str | None = None, limit: int | None = None) -> list[Entry]:
        """Entries with a greater `seq`, in order, of one coder or of all, brought up to this schema."""
        sql = f"SELECT {ENTRY} FROM entries WHERE seq > :after"  # noqa: S608  # columns only
        params: dict[str, Any] = {"after": after}
        if coder_id is not None:
            sql += " AND coder_id = :coder_id"
            params["coder_id"] = coder_id
        sql += " ORDER BY seq"
        if limit is not None:
            sql += " LIMIT :limit"
            params["limit"] = limit
        return [entry_of(row) for row in self.reader.rows(sql, **params)]

    def entry(self, id: str) -> Entry:  # noqa: A002  # records call it id
        """One entry. Raises NotFound."""
        row = self.reader.one(f"SELECT {ENTRY} FROM entries WHERE id = :id", id=id)  # noqa: S608  # columns only
        if row is None:
            raise NotFound(f"There is no entry {id} in the journal.")
        return entry_of(row)

    def latest(self) -> int:
        """The `seq` of the latest entry, 0 for an empty journal; cheap enough to ask every second."""
        row = self.reader.one("SELECT COALESCE(MAX(seq), 0) AS seq FROM entries")
        return int(row["seq"]) if row else 0

    def undo_candidate(self, coder_id: str) -> Entry | None:
        """The coder's latest deed that still holds; an undo of it has `undoes` = its id."""
        found = undoing.undo_candidate(self.reader, coder_id)
        return self.entry(found) if found else None

    def redo_candidate(self, coder_id: str) -> Entry | None:
        """The coder's latest undo that still holds, unless they have done a deed since; a redo `undoes` it."""
        found = undoing.redo_candidate(self.reader, coder_id)
        return self.entry(found) if found else None

    # Texts

    def text(self, checksum: str) -> str:
        """A text by its checksum. Raises Damaged, naming the transcript, where it is missing or not as it was."""
        kept = self._texts.get(checksum)
        if kept is not None:
            return kept
        row = self.reader.one("SELECT text FROM texts WHERE checksum = :checksum", checksum=checksum)
        return self._keep(checksum, row["text"] if row else None)

    def annotate(self, annotations: Sequence[Packed]) -> None:
        """Keep sentences and lemmas of texts in a transaction of their own; they are derived, and in no journal.

        They replace those stored for the same text; a text that is not there is passed over.
        """
        from rcoder.store.writing import store_packed

        with self._transaction() as connection:
            store_packed(connection, annotations)

    def sentences(self, checksum: str) -> tuple[Span, ...] | None:
        """The sentences of a text, None where none are stored."""
        row = self.reader.one(
            "SELECT sentences FROM annotations WHERE checksum = :checksum", checksum=checksum
        )
        return None if row is None else tuple(Span(*each) for each in json.loads(row["sentences"]))

    def annotation(self, checksum: str) -> Annotation | None:
        """Sentences and lemmas of a text, None where none are stored."""
        row = self.reader.one("SELECT * FROM annotations WHERE checksum = :checksum", checksum=checksum)
        if row is None:
            return None
        sentences = tuple(Span(start, end) for start, end in json.loads(row["sentences"]))
        return Annotation(checksum, row["pipeline"], sentences, unpacked_lemmas(row["lemmas"]))

    def verify(self) -> list[str]:
        """Titles of the transcripts whose stored text is missing or no longer has its checksum.

        Raises Damaged where SQLite's own check finds the file's pages out of order (it does not see changed words).
        """
        from rcoder.store.checking import has_checksum

        self._check_pages()
        damaged: list[str] = []
        sound: dict[str, bool] = {}
        for row in self.reader.rows(_TEXTS):
            checksum = row["checksum"]
            if checksum not in sound:
                sound[checksum] = has_checksum(self.reader, checksum)
            if not sound[checksum]:
                damaged.append(row["title"])
        return damaged

    def _check_pages(self) -> None:
        if not isinstance(self.reader, SqliteReader):
            return
        found = [row["quick_check"] for row in self.reader.rows("PRAGMA quick_check(1)")]
        if found != ["ok"]:
            raise Damaged(
                f"{self.location} is damaged on the disk, so nothing is read from it or written to it.",
                RESTORE,
            )

    def _text_within(self, connection: Connection, checksum: str) -> str:
        """A text as the open transaction sees it."""
        kept = self._texts.get(checksum)
        if kept is not None:
            return kept
        from sqlalchemy import select

        from rcoder.store.tables import texts

        return self._keep(
            checksum,
            connection.execute(select(texts.c.text).where(texts.c.checksum == checksum)).scalar_one_or_none(),
        )

    def _keep(self, checksum: str, text: str | None) -> str:
        if text is None or not is_sound(text, checksum):
            rows = self.reader.rows(
                "SELECT title FROM transcripts WHERE checksum = :checksum", checksum=checksum
            )
            from rcoder.store.checking import versions_of

            titles = ", ".join(row["title"] for row in rows) or versions_of(self.reader, checksum) or checksum
            raise Damaged(
                f"The text of {titles} in {self.location} is damaged: it no longer has its checksum.",
                RESTORE,
            )
        while len(self._texts) >= KEPT_TEXTS:
            del self._texts[next(iter(self._texts))]
        self._texts[checksum] = text
        return text

    def close(self) -> None:
        """Close both sides; what is written stays written."""
        self.reader.close()
        if self._writer is not None:
            self._writer.close()
            self._writer = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def is_sound(text: str, checksum: str) -> bool:
    """Whether a text has this checksum; one with half characters never has."""
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest() == checksum


def entry_of(row: dict[str, Any]) -> Entry:
    """An entry from its row, brought up to this schema."""
    changes = tuple(
        Change(each["table"], each["id"], each["before"], each["after"])
        for each in json.loads(row["changes"])
    )
    return brought_up(
        Entry(
            row["id"], row["coder_id"], row["at"], row["sentence"], changes, row["why"], row["undoes"],
            row["schema"], row["seq"],
        )
    )  # fmt: skip
