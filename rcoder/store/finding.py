"""Turns that hold what is looked for, asked of the index in each database's own words.

A turn's place is the number of its transcript times PLACES plus its position; places are in the order of import.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from rcoder.domain.finding import Query, Term
from rcoder.store.reading import Reader, SqliteReader

if TYPE_CHECKING:
    from collections.abc import Iterable

PLACES = 1 << 16
"""As in spoken.py, which needs SQLAlchemy and so is not imported for reading."""
LAST = 1 << 62
"""Beyond every place."""


@dataclass(frozen=True, slots=True)
class Scope:
    """Where is looked; None for everywhere."""

    numbers: tuple[int, ...] | None = None
    """Numbers of the transcripts in the index."""
    roles: tuple[str, ...] | None = None
    """The roles a speaker may have, each as it is stored."""
    names: tuple[str, ...] | None = None
    interviewers: bool = True
    first: int = 0
    """The first place that counts."""
    last: int = LAST
    """The last place that counts."""

    @property
    def by_speaker(self) -> bool:
        """Whether it matters who speaks."""
        return self.roles is not None or self.names is not None or not self.interviewers


def turns_holding(reader: Reader, query: Query, scope: Scope, limit: int) -> list[dict[str, Any]]:
    """The first `limit` turns that hold what is wanted, with their words, in the order of the index."""
    core, asked = _core(reader, query)
    where, params = _within(scope)
    sql = f"""SELECT s.place, n.transcript_id, n.checksum, u.position, u.start, u."end", u.interviewer,
          v.name AS speaker, v.roles, substr(x.text, u.start + 1, u."end" - u.start) AS words
        {core} {_TURNS} CROSS JOIN texts x LEFT JOIN speakers v ON v.id = u.speaker_id
        WHERE x.checksum = n.checksum AND {_JOINED} AND {where} ORDER BY s.place LIMIT :limit"""
    return reader.rows(sql, limit=limit, **asked, **params)


def turns_by_number(reader: Reader, query: Query, scope: Scope) -> list[dict[str, Any]]:
    """How many turns hold what is wanted, by the number of their transcript."""
    core, asked = _core(reader, query)
    where, params = _within(scope)
    turns = ""
    if scope.by_speaker:
        turns, where = f"{_TURNS} LEFT JOIN speakers v ON v.id = u.speaker_id", f"{_JOINED} AND {where}"
    sql = f"""SELECT s.place / {PLACES} AS number, COUNT(*) AS turns {core} {turns}
        WHERE {where} GROUP BY s.place / {PLACES} ORDER BY number"""
    return reader.rows(sql, **asked, **params)


def turns_within(reader: Reader, number: int, scope: Scope) -> list[dict[str, Any]]:
    """Every turn of one transcript that is in the scope, with its place and without its words."""
    where, params = _within(scope)
    sql = f"""SELECT s.place, n.transcript_id, n.checksum, u.position, u.start, u."end", u.interviewer,
          v.name AS speaker, v.roles
        FROM spoken_in n JOIN (SELECT transcript_id AS id, position AS at, CAST(:base AS BIGINT) + position AS place
          FROM turns) s ON s.id = n.transcript_id JOIN turns u ON u.transcript_id = s.id AND u.position = s.at
        LEFT JOIN speakers v ON v.id = u.speaker_id
        WHERE n.number = :number AND {where} ORDER BY u.position"""  # noqa: S608 - parts of ours
    return reader.rows(sql, number=number, base=number * PLACES, **params)


def positions_holding(reader: Reader, query: Query, number: int, scope: Scope) -> set[int]:
    """Positions of the turns of one transcript that hold what is wanted, whoever speaks."""
    core, asked = _core(reader, query)
    first, last = max(scope.first, number * PLACES), min(scope.last, (number + 1) * PLACES - 1)
    sql = f"SELECT s.place {core} WHERE s.place >= :first AND s.place <= :last"
    return {row["place"] % PLACES for row in reader.rows(sql, first=first, last=last, **asked)}


def numbers_from(reader: Reader, scope: Scope, count: int) -> list[int]:
    """The numbers of the first transcripts that a scope looks through."""
    first = scope.first // PLACES
    if scope.numbers is not None:
        return [each for each in scope.numbers if each >= first][:count]
    sql = "SELECT number FROM spoken_in WHERE number >= :first ORDER BY number LIMIT :count"
    return [row["number"] for row in reader.rows(sql, first=first, count=count)]


def make_vocabulary(reader: SqliteReader) -> None:
    """Make the table `temp.said`, where it is not there: every word of the index, its turns (doc) and times (cnt)."""
    if reader.rows("SELECT name FROM sqlite_temp_master WHERE name = 'said'"):
        return
    reader.rows("PRAGMA query_only=OFF")  # what follows is made in memory, not in the file
    try:
        reader.rows("CREATE VIRTUAL TABLE temp.said USING fts5vocab(main, 'spoken', 'row')")
    finally:
        reader.rows("PRAGMA query_only=ON")


def times_said(reader: Reader, words: Sequence[str]) -> int | None:
    """How often single words are said in all; None where the database does not know without counting."""
    if not isinstance(reader, SqliteReader):
        return None
    make_vocabulary(reader)
    rows = reader.rows(
        "SELECT COALESCE(SUM(cnt), 0) AS times FROM temp.said WHERE term IN (:words)", words=list(words)
    )
    return int(rows[0]["times"])


_TURNS = "CROSS JOIN spoken_in n CROSS JOIN turns u"
_JOINED = (
    f"n.number = s.place / {PLACES} AND u.transcript_id = n.transcript_id AND u.position = s.place % {PLACES}"
)
"""The planner follows the order of CROSS JOIN, so that it can stop at the limit."""


def _core(reader: Reader, query: Query) -> tuple[str, dict[str, Any]]:
    """The places that hold what is wanted, called s, and the parameters."""
    if isinstance(reader, SqliteReader):
        return (
            "FROM (SELECT rowid AS place FROM spoken WHERE spoken MATCH :query) AS s",
            {"query": _match(query)},
        )
    return (
        f"""FROM (SELECT CAST(i.number AS BIGINT) * {PLACES} + w.position AS place
        FROM spoken w JOIN spoken_in i ON i.transcript_id = w.transcript_id
        WHERE w.words @@ to_tsquery('simple', :query)) AS s""",  # noqa: S608 - a number of ours
        {"query": _tsquery(query)},
    )


def _within(scope: Scope) -> tuple[str, dict[str, Any]]:
    """The conditions of a scope on places s, turns u and speakers v."""
    found, params = ["s.place >= :first", "s.place <= :last"], {"first": scope.first, "last": scope.last}
    more: dict[str, Any] = {}
    if scope.numbers is not None:
        numbers = scope.numbers or (-1,)
        params["first"] = max(scope.first, numbers[0] * PLACES)
        params["last"] = min(scope.last, (numbers[-1] + 1) * PLACES - 1)
        found.append(f"s.place / {PLACES} IN (:numbers)")
        more["numbers"] = list(numbers)
    if scope.roles is not None:
        found.append("v.roles IN (:roles)")
        more["roles"] = list(scope.roles)
    if scope.names is not None:
        found.append("v.name IN (:names)")
        more["names"] = list(scope.names)
    if not scope.interviewers:
        found.append("NOT u.interviewer")
    return " AND ".join(found), params | more


def _match(query: Query) -> str:
    wanted = " AND ".join(_any(each.terms) for each in query if not each.absent)
    return " NOT ".join([f"({wanted})", *(_any(each.terms) for each in query if each.absent)])


def _any(terms: Iterable[Term]) -> str:
    return f"({' OR '.join(_phrase(each) for each in terms)})"


def _phrase(term: Term) -> str:
    return (
        f'"{" ".join(word.replace(chr(34), chr(34) * 2) for word in term.words)}"{"*" if term.prefix else ""}'
    )


def _tsquery(query: Query) -> str:
    return " & ".join(
        ("!" if clause.absent else "") + "(" + " | ".join(_followed(each) for each in clause.terms) + ")"
        for clause in query
    )


def _followed(term: Term) -> str:
    words = ["'" + word.replace("\\", "\\\\").replace("'", "''") + "'" for word in term.words]
    return "(" + " <-> ".join(words) + (":*" if term.prefix else "") + ")"
