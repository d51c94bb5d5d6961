"""Excerpts, passages to be looked at again, and the forms of words."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import TEXT

from rcoder.store.forms import put_all

revision = "0003"
down_revision = "0002"

WORDS = sa.Text().with_variant(TEXT(collation="C"), "postgresql")


def upgrade() -> None:
    """Add the three tables and fill the forms from the lemmas there are."""
    _excerpts()
    _rechecks()
    op.create_table(
        "forms", *_words("lemma", "form"), sa.PrimaryKeyConstraint("lemma", "form", name="pk_forms")
    )
    op.create_index("ix_excerpts_transcript_id", "excerpts", ["transcript_id"])
    op.create_index("ix_rechecks_coding_id", "rechecks", ["coding_id"])
    op.create_index("ix_forms_form", "forms", ["form"])
    put_all(op.get_bind())


def _words(*names: str) -> list[sa.Column[str]]:
    return [sa.Column(name, WORDS, nullable=False) for name in names]


def _whole(*names: str) -> list[sa.Column[int]]:
    return [sa.Column(name, sa.Integer(), nullable=False) for name in names]


def _reference(table: str, column: str, parent: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        [column], [f"{parent}.id"], name=f"fk_{table}_{column}", deferrable=True, initially="DEFERRED"
    )


def _excerpts() -> None:
    op.create_table(
        "excerpts",
        *_words("id", "coder_id", "transcript_id"),
        *_whole("start", "end"),
        sa.Column("revision", sa.Integer(), nullable=False, server_default=sa.text("1")),
        *_words("edited", "translation", "language"),
        sa.Column("mark", sa.Boolean(), nullable=False),
        *_words("at", "quote"),
        sa.Column("turn", sa.Integer(), nullable=True),
        sa.Column("speaker_id", WORDS, nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_excerpts"),
        _reference("excerpts", "coder_id", "coders"),
        _reference("excerpts", "transcript_id", "transcripts"),
    )


def _rechecks() -> None:
    op.create_table(
        "rechecks",
        *_words("id", "coding_id", "coder_id", "code_id", "why"),
        sa.Column("settled", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_rechecks"),
        _reference("rechecks", "coder_id", "coders"),
        _reference("rechecks", "code_id", "codes"),
    )
