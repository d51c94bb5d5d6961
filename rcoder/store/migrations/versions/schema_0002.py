"""Revisions of transcripts, doubtful passages, memos, attributes and groups of cases, and an index of words."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import TEXT

from rcoder.store.spoken import index_all, make_index

revision = "0002"
down_revision = "0001"

WORDS = sa.Text().with_variant(TEXT(collation="C"), "postgresql")


def upgrade() -> None:
    """Add the tables, and to every passage the revision that its place counts in."""
    _cases()
    _revisions()
    _memos()
    for table in ("codings", "evidence"):
        op.add_column(table, sa.Column("revision", sa.Integer(), nullable=False, server_default=sa.text("1")))
    _index_of_words()
    op.create_index("ix_revisions_transcript_id", "revisions", ["transcript_id"])
    op.create_index("ix_doubts_transcript_id", "doubts", ["transcript_id"])
    op.create_index("ix_memos_about_id", "memos", ["about_id"])


def _words(*names: str) -> list[sa.Column[str]]:
    return [sa.Column(name, WORDS, nullable=False) for name in names]


def _whole(*names: str) -> list[sa.Column[int]]:
    return [sa.Column(name, sa.Integer(), nullable=False) for name in names]


def _reference(table: str, column: str, parent: str, key: str = "id") -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        [column], [f"{parent}.{key}"], name=f"fk_{table}_{column}", deferrable=True, initially="DEFERRED"
    )


def _cases() -> None:
    op.create_table(
        "attributes",
        *_words("id", "key", "about", "type", "label", "definition", "unit", "choices"),
        *_whole("position"),
        *_words("origin"),
        sa.PrimaryKeyConstraint("id", name="pk_attributes"),
    )
    op.create_table(
        "case_groups",
        *_words("id", "name", "criteria"),
        *_whole("position"),
        sa.PrimaryKeyConstraint("id", name="pk_case_groups"),
    )


def _revisions() -> None:
    op.create_table(
        "revisions",
        *_words("id", "transcript_id"),
        *_whole("number"),
        *_words("checksum"),
        *_whole("characters"),
        *_words("source", "source_checksum", "format", "notes", "turns"),
        sa.PrimaryKeyConstraint("id", name="pk_revisions"),
        _reference("revisions", "transcript_id", "transcripts"),
        _reference("revisions", "checksum", "texts", "checksum"),
    )
    op.create_table(
        "doubts",
        *_words("id", "transcript_id"),
        *_whole("revision"),
        *_words("passage_table", "passage_id", "coder_id", "verdict"),
        *_whole("start", "end"),
        sa.Column("decision", WORDS, nullable=True),
        *_words("decided_by"),
        sa.PrimaryKeyConstraint("id", name="pk_doubts"),
        _reference("doubts", "transcript_id", "transcripts"),
        _reference("doubts", "coder_id", "coders"),
    )


def _memos() -> None:
    op.create_table(
        "memos",
        *_words("id", "coder_id", "about", "about_id", "kind", "title", "text", "links", "at"),
        sa.PrimaryKeyConstraint("id", name="pk_memos"),
        _reference("memos", "coder_id", "coders"),
    )


def _index_of_words() -> None:
    op.create_table(
        "spoken_in",
        *_whole("number"),
        *_words("transcript_id", "checksum"),
        sa.PrimaryKeyConstraint("number", name="pk_spoken_in"),
        sa.UniqueConstraint("transcript_id", name="uq_spoken_in_transcript_id"),
    )
    make_index(op.get_bind())
    index_all(op.get_bind())
