"""What is worked out from a text and its turns, and stored beside codings, evidence and excerpts; never in the journal."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from sqlalchemy import Connection, Select, bindparam, delete, select, update

from rcoder.domain.errors import RcoderError, Stale
from rcoder.domain.journal import Entry
from rcoder.domain.records import Row
from rcoder.store import tables
from rcoder.store.putting import put
from rcoder.store.spoken import index, indexed, said_in


@dataclass(frozen=True, slots=True)
class Ground:
    """What passages of one transcript are cut from."""

    title: str
    text: str
    starts: tuple[int, ...]
    """Where each turn starts."""
    ends: tuple[int, ...]
    speakers: tuple[str | None, ...]

    def beside(self, start: int, end: int) -> Row:
        """Quote, turn and speaker of a span. Raises RcoderError where it is empty or outside the text."""
        if not 0 <= start < end <= len(self.text):
            raise RcoderError(
                f"The span {start} to {end} is no passage of {self.title}, which has {len(self.text)} characters; "
                "nothing was written.",
                "Choose at least one character inside the text.",
            )
        turn = self._turn(start, end)
        return {
            "quote": self.text[start:end],
            "turn": turn,
            "speaker_id": None if turn is None else self.speakers[turn],
        }

    def _turn(self, start: int, end: int) -> int | None:
        """The turn that has most of a span, the first of equals; None where no turn has any of it."""
        found, most = None, 0
        turn = max(bisect_right(self.starts, start) - 1, 0)
        while turn < len(self.starts) and self.starts[turn] < end:
            shared = min(end, self.ends[turn]) - max(start, self.starts[turn])
            if shared > most:
                found, most = turn, shared
            turn += 1
        return found


class Deriving:
    """Fills the derived columns and the table of turns for one transaction."""

    TABLES: ClassVar[frozenset[str]] = frozenset({"codings", "evidence", "excerpts"})
    COLUMNS: ClassVar[frozenset[str]] = frozenset({"quote", "turn", "speaker_id"})

    def __init__(self, text_of: Callable[[Connection, str], str]) -> None:
        self._text_of = text_of
        self._grounds: dict[tuple[str, int], Ground] = {}
        self._coming: dict[str, Row] = {}
        self._earlier: dict[tuple[str, int], Row] = {}
        self._moved: set[str] = set()
        self._reread: set[str] = set()
        """Transcripts of whose earlier texts something is changed, such as who speaks."""
        self._spoken: set[str] = set()
        self._fresh: set[str] = set()
        """Transcripts that come in and that nothing is stored of yet."""
        self._asking: dict[str, bool] = {}
        """Whether a speaker who comes in is an interviewer, by id."""
        self._connection: Connection | None = None

    def prepare(self, connection: Connection, entries: Sequence[Entry]) -> None:
        """Note which transcripts these entries bring or change."""
        self._connection = connection
        for change in (each for entry in entries for each in entry.changes):
            if change.table == "transcripts":
                seen = change.id in self._moved
                (self._fresh.discard if seen or change.before else self._fresh.add)(change.id)
                self._moved.add(change.id)
                if change.after is None:
                    self._coming.pop(change.id, None)
                else:
                    self._coming[change.id] = change.after
            elif change.table == "revisions" and change.after is not None:
                self._earlier[change.after["transcript_id"], change.after["number"]] = change.after
                self._reread.add(change.after["transcript_id"])
            elif change.table == "speakers":
                self._spoken.update(row["transcript_id"] for row in (change.before, change.after) if row)
                self._asking[change.id] = bool(change.after and change.after["interviewer"])

    def beside(self, row: Row) -> Row:
        """The derived columns of a coding, piece of evidence or excerpt.

        Raises Stale where the transcript has no such revision, and RcoderError where the span lies outside its text.
        """
        return self._ground(row["transcript_id"], row["revision"]).beside(row["start"], row["end"])

    def finish(self, connection: Connection) -> None:
        """Bring the derived rows of every transcript that was touched up to date."""
        for transcript_id in sorted(self._moved | self._spoken):
            coming = self._coming.get(transcript_id)
            if transcript_id in self._fresh:
                interviewers = {each for each, asking in self._asking.items() if asking}
                _put_turns(connection, transcript_id, coming["turns"] if coming else [], interviewers)
                index(connection, transcript_id, None, said_in(coming), self._text_of)
                continue
            before = indexed(connection, transcript_id)
            _write_turns(connection, transcript_id)
            if transcript_id in self._moved:
                index(connection, transcript_id, before, said_in(coming), self._text_of)
        for transcript_id in sorted(((self._moved - self._fresh) & self._coming.keys()) | self._reread):
            self._write_passages(connection, transcript_id)

    def _ground(self, transcript_id: str, revision: int) -> Ground:
        found = self._grounds.get((transcript_id, revision))
        if found is None:
            found = self._find_ground(transcript_id, revision)
            self._grounds[transcript_id, revision] = found
        return found

    def _find_ground(self, transcript_id: str, revision: int) -> Ground:
        connection = self._connection
        if connection is None:
            raise RuntimeError("prepare comes first")
        transcript = self._coming.get(transcript_id) or _row(connection, _TRANSCRIPT, id=transcript_id)
        if transcript is None:
            raise Stale("The transcript is not there any more; nothing was written.")
        text: Row | None = transcript
        if transcript["revision"] != revision:
            text = self._earlier.get((transcript_id, revision)) or _row(
                connection, _REVISION, id=transcript_id, number=revision
            )
        if text is None:
            raise Stale(
                f"{transcript['title']} has passages in its revision {revision}, which this would take away; "
                "nothing was written.",
                "Remove those passages first, or leave the corrected text as it is.",
            )
        spoken = [(turn["start"], turn["end"], turn["speaker_id"]) for turn in text["turns"]]
        return _ground(transcript["title"], self._text_of(connection, text["checksum"]), spoken)

    def _write_passages(self, connection: Connection, transcript_id: str) -> None:
        for name in sorted(self.TABLES):
            table = tables.metadata.tables[name]
            rows = connection.execute(
                select(table.c.id, table.c.start, table.c.end, table.c.revision).where(
                    table.c.transcript_id == transcript_id
                )
            ).all()
            values = [
                {"key": each.id, **self._ground(transcript_id, each.revision).beside(each.start, each.end)}
                for each in rows
            ]
            if values:
                connection.execute(
                    update(table)
                    .where(table.c.id == bindparam("key"))
                    .values({column: bindparam(column) for column in self.COLUMNS}),
                    values,
                )


_TRANSCRIPT = select(
    tables.transcripts.c.title,
    tables.transcripts.c.checksum,
    tables.transcripts.c.turns,
    tables.transcripts.c.revision,
).where(tables.transcripts.c.id == bindparam("id"))
_REVISION = select(tables.revisions.c.checksum, tables.revisions.c.turns).where(
    tables.revisions.c.transcript_id == bindparam("id"), tables.revisions.c.number == bindparam("number")
)


def _row(connection: Connection, asked: Select[Any], **about: object) -> Row | None:
    from rcoder.store.reading import unpacked

    found = connection.execute(asked, about).mappings().first()
    return None if found is None else {**found, "turns": unpacked(found["turns"] or "[]")}


def _ground(title: str, text: str, turns: Iterable[tuple[int, int, str | None]]) -> Ground:
    spoken = tuple(turns)
    starts, ends = tuple(each[0] for each in spoken), tuple(each[1] for each in spoken)
    return Ground(title, text, starts, ends, tuple(each[2] for each in spoken))


def _write_turns(connection: Connection, transcript_id: str) -> None:
    from rcoder.store.reading import unpacked

    connection.execute(delete(tables.turns).where(tables.turns.c.transcript_id == transcript_id))
    stored = connection.execute(
        select(tables.transcripts.c.turns).where(tables.transcripts.c.id == transcript_id)
    ).scalar_one_or_none()
    if stored:
        interviewers = set(connection.execute(_INTERVIEWERS, {"id": transcript_id}).scalars())
        _put_turns(connection, transcript_id, unpacked(stored), interviewers)


def _put_turns(
    connection: Connection, transcript_id: str, turns: Sequence[Row], interviewers: set[str]
) -> None:
    put(
        connection,
        "turns",
        [
            {
                "transcript_id": transcript_id,
                "position": position,
                "start": turn["start"],
                "end": turn["end"],
                "speaker_id": turn["speaker_id"],
                "interviewer": turn["speaker_id"] in interviewers,
                "time": turn["time"],
            }
            for position, turn in enumerate(turns)
        ],
    )


_INTERVIEWERS = select(tables.speakers.c.id).where(
    tables.speakers.c.transcript_id == bindparam("id"), tables.speakers.c.interviewer
)
