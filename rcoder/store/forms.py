"""The forms that words have in the texts, each with its lemma: what a question for a word's other forms is answered by.

They are derived with the lemmas of a text and are not taken back with it: a form that nobody says any more finds nothing.
"""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, select, text

from rcoder.store import tables
from rcoder.store.columns import unpacked_lemmas

BATCH = 200
"""Texts whose lemmas are read at a time."""
_INSERT = "INSERT INTO forms (lemma, form) VALUES ({}, {}) ON CONFLICT DO NOTHING"


def put_forms(connection: Connection, words: str, lemmas: Iterable[tuple[int, int, str]]) -> None:
    """Keep the forms of a text's words: (start, end, lemma) of each, in code points."""
    _put(connection, {(lemma.lower(), words[start:end].lower()) for start, end, lemma in lemmas})


def _put(connection: Connection, found: set[tuple[str, str]]) -> None:
    if not found:
        return
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql(_INSERT.format("?", "?"), sorted(found))
    else:
        rows = [{"lemma": lemma, "form": form} for lemma, form in sorted(found)]
        connection.execute(text(_INSERT.format(":lemma", ":form")), rows)


def put_all(connection: Connection) -> None:
    """Keep the forms of every text whose lemmas are stored; for a project that has none."""
    known = connection.execute(select(tables.annotated.c.checksum)).scalars().all()
    for first in range(0, len(known), BATCH):
        rows = connection.execute(
            select(tables.texts.c.text, tables.annotated.c.lemmas)
            .join(tables.annotated, tables.annotated.c.checksum == tables.texts.c.checksum)
            .where(tables.texts.c.checksum.in_(known[first : first + BATCH]))
        ).all()
        found: set[tuple[str, str]] = set()
        for words, lemmas in rows:
            found |= {
                (lemma.lower(), words[start:end].lower()) for start, end, lemma in unpacked_lemmas(lemmas)
            }
        _put(connection, found)
