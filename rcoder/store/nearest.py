"""Turns that share the rarest words with a passage, asked of the index of what was said."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rcoder.store.finding import PLACES, make_vocabulary
from rcoder.store.reading import Reader, SqliteReader

RAREST = 12
"""Words that are asked for: with all of a passage's words it would take a hundred times as long (performance.md 2.7)."""
NEAREST = 120
"""Turns that are given at most."""
ENOUGH_TURNS = 1500
"""Turns that the words asked for may be in altogether: every one of them is weighed, at some microseconds each."""
REMEMBERED = 50_000
"""Words whose counts are remembered at most."""
ENOUGH = 2000
"""Turns that are counted for one word on a server; it is common then."""


@dataclass(frozen=True, slots=True)
class Nearest:
    """Turns that are like a passage, and how many turns hold each of its words."""

    turns: tuple[tuple[str, int], ...] = ()
    """Transcript id and position of each, nearest first."""
    rarity: tuple[tuple[str, int], ...] = ()
    """Each word that is said somewhere, with the number of turns that hold it, rarest first."""


class Counted:
    """In how many turns words are, remembered: a common word takes a millisecond to count, and comes again and again."""

    def __init__(self) -> None:
        self._known: dict[str, int] = {}
        self.turns = 0
        """How many turns there are, as they were counted first."""

    def of(self, reader: Reader, words: Sequence[str]) -> dict[str, int]:
        """In how many turns each of these words is; those that nobody says are left out."""
        if not self.turns:
            whole = reader.one("SELECT COUNT(*) AS turns FROM turns")
            self.turns = int(whole["turns"]) if whole else 0
        missing = [word for word in words if word not in self._known]
        if len(self._known) + len(missing) > REMEMBERED:
            self._known.clear()
            missing = list(words)
        if missing:
            if isinstance(reader, SqliteReader):
                found = _counted_sqlite(reader, missing)
            else:
                found = _counted_postgres(reader, missing)
            self._known.update({word: found.get(word, 0) for word in missing})
        return {word: count for word in words if (count := self._known[word])}


def nearest_turns(reader: Reader, words: Sequence[str], counted: Counted | None = None) -> Nearest:
    """The turns nearest to a passage by the rarest of its words (lower case, each once)."""
    if not words:
        return Nearest()
    sqlite = isinstance(reader, SqliteReader)
    counts = (counted or Counted()).of(reader, words)
    known = sorted(counts.items(), key=lambda each: (each[1], each[0]))
    if not known:
        return Nearest()
    asked = _rarest(known)
    rows = (
        reader.rows(_SQLITE, query=" OR ".join(f'"{word}"' for word in asked), limit=NEAREST)
        if sqlite
        else reader.rows(_POSTGRES, query=" | ".join(_lexeme(word) for word in asked), limit=NEAREST)
    )
    return Nearest(tuple((row["transcript_id"], row["position"]) for row in rows), tuple(known))


def _rarest(known: Sequence[tuple[str, int]]) -> list[str]:
    """The rarest words, as many as are in few enough turns together; one in any case."""
    found: list[str] = []
    turns = 0
    for word, count in known[:RAREST]:
        turns += count
        if found and turns > ENOUGH_TURNS:
            break
        found.append(word)
    return found


_SQLITE = f"""SELECT n.transcript_id, s.place % {PLACES} AS position
    FROM (SELECT rowid AS place, rank FROM spoken WHERE spoken MATCH :query ORDER BY rank LIMIT :limit) AS s
    JOIN spoken_in n ON n.number = s.place / {PLACES} ORDER BY s.rank"""  # noqa: S608 - a number of ours
_POSTGRES = """SELECT transcript_id, position FROM spoken, to_tsquery('simple', :query) AS query
    WHERE words @@ query ORDER BY ts_rank(words, query) DESC, transcript_id, position LIMIT :limit"""


def _counted_sqlite(reader: SqliteReader, words: Sequence[str]) -> dict[str, int]:
    make_vocabulary(reader)
    rows = reader.rows("SELECT term, doc FROM temp.said WHERE term IN (:words)", words=list(words))
    return {row["term"]: int(row["doc"]) for row in rows}


def _counted_postgres(reader: Reader, words: Sequence[str]) -> dict[str, int]:
    found: dict[str, int] = {}
    for word in words:
        row = reader.one(
            "SELECT COUNT(*) AS turns FROM (SELECT 1 FROM spoken WHERE words @@ to_tsquery('simple', :word)"
            " LIMIT :enough) AS few",
            word=_lexeme(word),
            enough=ENOUGH,
        )
        if row is not None and row["turns"]:
            found[word] = int(row["turns"])
    return found


def _lexeme(word: str) -> str:
    return "'" + word.replace("\\", "\\\\").replace("'", "''") + "'"
