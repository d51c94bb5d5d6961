"""What configurations are tested with: other material, rivals, kinships, comments, answers, summaries, versions."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import TEXT

revision = "0004"
down_revision = "0003"

WORDS = sa.Text().with_variant(TEXT(collation="C"), "postgresql")

TABLES: dict[str, tuple[str, ...]] = {
    "exhibits": ("coder_id>coders", "material", "title", "words", "value", "base", "where", "case_id?>cases"),
    "bearings": ("exhibit_id>exhibits", "claim", "claim_id", "stance", "coder_id>coders", "memo"),
    "rivals": ("configuration_id>configurations", "coder_id>coders", "wording", "fate", "reason",
        "other_id?>configurations", "position#"),
    "kinships": ("configuration_id>configurations", "kin", "other_id>configurations", "coder_id>coders", "reason"),
    "standins": ("element_id>elements", "member_id>elements"),
    "comments": ("configuration_id>configurations", "coder_id>coders", "text", "about", "about_id",
        "reply_to?>comments", "at", "resolved_by", "resolved_at"),
    "prompt_answers": ("prompt", "configuration_id?>configurations", "about_id", "coder_id>coders", "answered",
        "why", "at", "digest"),
    "summaries": ("case_id>cases", "code_id>codes", "coder_id>coders", "text", "at"),
    "turning_points": ("case_id>cases", "coder_id>coders", "wording", "when", "position#", "sign"),
    "theory_versions": ("number#", "name", "reason", "coder_id>coders", "at", "checksum>texts", "codebook"),
}  # fmt: skip
"""Columns beside the id: "?" may be empty, ">" refers to a table, "#" is a whole number."""

INDEXES = (
    ("bearings", "claim_id"),
    ("bearings", "exhibit_id"),
    ("rivals", "configuration_id"),
    ("kinships", "configuration_id"),
    ("kinships", "other_id"),
    ("standins", "element_id"),
    ("standins", "member_id"),
    ("comments", "configuration_id"),
    ("prompt_answers", "configuration_id"),
    ("condition_judgements", "condition_id"),
    ("summaries", "case_id"),
    ("turning_points", "case_id"),
    ("configurations", "consolidated_in"),
)


def upgrade() -> None:
    """Add the tables, and to what is there the columns that came with them."""
    for name, declared in TABLES.items():
        _table(name, declared)
    for table, column, value in (
        ("study", "rendering", "resource_reasoning"),
        ("study", "rendering_reason", ""),
        ("configurations", "conditions", "[]"),
        ("elements", "directness", "said"),
        ("condition_judgements", "role", ""),
    ):
        op.add_column(table, sa.Column(column, WORDS, nullable=False, server_default=sa.text(f"'{value}'")))
    op.add_column("configurations", sa.Column("superseded_by", WORDS, nullable=True))
    op.add_column("condition_judgements", sa.Column("followed", WORDS, nullable=True))
    for table, column in INDEXES:
        op.create_index(f"ix_{table}_{column}", table, [column])


def _table(name: str, declared: tuple[str, ...]) -> None:
    parts: list[sa.Column[Any]] = [sa.Column("id", WORDS, nullable=False)]
    references: list[sa.Constraint] = []
    for each in declared:
        column, _, parent = each.partition(">")
        bare = column.rstrip("?#")
        kind: sa.types.TypeEngine[Any] = sa.Integer() if "#" in column else WORDS
        parts.append(sa.Column(bare, kind, nullable="?" in column))
        if parent:
            key = "checksum" if parent == "texts" else "id"
            references.append(
                sa.ForeignKeyConstraint(
                    [bare],
                    [f"{parent}.{key}"],
                    name=f"fk_{name}_{bare}",
                    deferrable=True,
                    initially="DEFERRED",
                )
            )
    op.create_table(name, *parts, sa.PrimaryKeyConstraint("id", name=f"pk_{name}"), *references)
