"""The first schema."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB, TEXT

revision = "0001"
down_revision = None

WORDS = sa.Text().with_variant(TEXT(collation="C"), "postgresql")
CHANGES = sa.Text().with_variant(JSONB(), "postgresql")
SEQ = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Make the tables."""
    _study_and_codes()
    _theories()
    _transcripts()
    _codings()
    _configurations()
    _claims()
    _journal()
    _indexes()


def _words(*names: str) -> list[sa.Column[str]]:
    return [sa.Column(name, WORDS, nullable=False) for name in names]


def _reference(table: str, column: str, parent: str, key: str = "id") -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        [column], [f"{parent}.{key}"], name=f"fk_{table}_{column}", deferrable=True, initially="DEFERRED"
    )


def _study_and_codes() -> None:
    op.create_table(
        "study",
        *_words("id", "title", "codebook_id", "language"),
        sa.PrimaryKeyConstraint("id", name="pk_study"),
    )
    op.create_table(
        "coders",
        *_words("id", "name"),
        sa.Column("released", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_coders"),
    )
    op.create_table(
        "cases",
        *_words("id", "name", "municipality", "outcome_group", "attributes"),
        sa.PrimaryKeyConstraint("id", name="pk_cases"),
    )
    op.create_table(
        "codebooks",
        *_words("id", "key", "version", "title", "description", "source", "licence"),
        sa.PrimaryKeyConstraint("id", name="pk_codebooks"),
    )
    op.create_table(
        "codes",
        *_words("id", "codebook_id", "key", "category"),
        sa.Column("parent_id", WORDS, nullable=True),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("kind", WORDS, nullable=True),
        *_words(
            "sign", "label", "title", "definition", "use", "avoid", "example", "aliases", "cues", "actors"
        ),
        sa.Column("horizon", WORDS, nullable=True),
        *_words("basis", "section", "note"),
        sa.Column("retired", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_codes"),
        _reference("codes", "codebook_id", "codebooks"),
        _reference("codes", "parent_id", "codes"),
    )


def _theories() -> None:
    op.create_table(
        "theories",
        *_words("id", "codebook_id", "key", "hypothesis", "title", "note", "basis"),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_theories"),
        _reference("theories", "codebook_id", "codebooks"),
    )
    op.create_table(
        "nodes",
        *_words("id", "theory_id", "key", "column", "label", "hypotheses", "codes"),
        sa.Column("rolls_up_to", WORDS, nullable=True),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_nodes"),
        _reference("nodes", "theory_id", "theories"),
        _reference("nodes", "rolls_up_to", "nodes"),
    )
    op.create_table(
        "theory_links",
        *_words(
            "id", "theory_id", "source_id", "target_id", "effect", "hypotheses", "basis", "section", "note"
        ),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_theory_links"),
        _reference("theory_links", "theory_id", "theories"),
        _reference("theory_links", "source_id", "nodes"),
        _reference("theory_links", "target_id", "nodes"),
    )


def _transcripts() -> None:
    op.create_table(
        "texts",
        *_words("checksum", "text"),
        sa.PrimaryKeyConstraint("checksum", name="pk_texts"),
    )
    op.create_table(
        "annotations",
        *_words("checksum", "pipeline", "sentences"),
        sa.Column("lemmas", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("checksum", name="pk_annotations"),
        _reference("annotations", "checksum", "texts", "checksum"),
    )
    op.create_table(
        "transcripts",
        *_words("id", "title", "language", "checksum"),
        sa.Column("characters", sa.Integer(), nullable=False),
        *_words("source", "source_checksum", "format"),
        sa.Column("case_id", WORDS, nullable=True),
        *_words("date", "wave", "attributes", "notes", "turns"),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_transcripts"),
        _reference("transcripts", "checksum", "texts", "checksum"),
        _reference("transcripts", "case_id", "cases"),
    )
    op.create_table(
        "speakers",
        *_words("id", "transcript_id", "name", "roles"),
        sa.Column("interviewer", sa.Boolean(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        *_words("person"),
        sa.PrimaryKeyConstraint("id", name="pk_speakers"),
        _reference("speakers", "transcript_id", "transcripts"),
    )
    op.create_table(
        "turns",
        *_words("transcript_id"),
        sa.Column("position", sa.Integer(), nullable=False, autoincrement=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("speaker_id", WORDS, nullable=True),
        sa.Column("interviewer", sa.Boolean(), nullable=False),
        sa.Column("time", sa.Float(), nullable=True),
        sa.PrimaryKeyConstraint("transcript_id", "position", name="pk_turns"),
    )


def _codings() -> None:
    op.create_table(
        "codings",
        *_words("id", "transcript_id"),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        *_words("code_id", "coder_id"),
        sa.Column("kind", WORDS, nullable=True),
        *_words("actor", "polarity"),
        sa.Column("counterfactual", sa.Boolean(), nullable=False),
        *_words("scope"),
        sa.Column("case_id", WORDS, nullable=True),
        *_words("directness", "prompting", "memo", "codebook_version", "quote"),
        sa.Column("turn", sa.Integer(), nullable=True),
        sa.Column("speaker_id", WORDS, nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_codings"),
        _reference("codings", "transcript_id", "transcripts"),
        _reference("codings", "code_id", "codes"),
        _reference("codings", "coder_id", "coders"),
        _reference("codings", "case_id", "cases"),
    )
    op.create_table(
        "finishes",
        *_words("id", "transcript_id", "coder_id"),
        sa.PrimaryKeyConstraint("id", name="pk_finishes"),
        _reference("finishes", "transcript_id", "transcripts"),
        _reference("finishes", "coder_id", "coders"),
    )


def _configurations() -> None:
    op.create_table(
        "configurations",
        *_words("id", "number", "coder_id", "title", "hypotheses", "level"),
        sa.Column("case_id", WORDS, nullable=True),
        sa.Column("core_id", WORDS, nullable=True),
        *_words("because", "status", "status_by", "status_digest"),
        sa.Column("consolidated_in", WORDS, nullable=True),
        *_words("memo"),
        sa.PrimaryKeyConstraint("id", name="pk_configurations"),
        _reference("configurations", "coder_id", "coders"),
        _reference("configurations", "case_id", "cases"),
        _reference("configurations", "core_id", "nodes"),
        _reference("configurations", "consolidated_in", "configurations"),
    )
    op.create_table(
        "elements",
        *_words("id", "wording"),
        sa.Column("code_id", WORDS, nullable=True),
        *_words("actor"),
        sa.Column("activation", WORDS, nullable=True),
        *_words("sign"),
        sa.Column("horizon", WORDS, nullable=True),
        sa.Column("node_id", WORDS, nullable=True),
        sa.Column("new", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_elements"),
        _reference("elements", "code_id", "codes"),
        _reference("elements", "node_id", "nodes"),
    )
    op.create_table(
        "places",
        *_words("id", "configuration_id", "element_id", "kind"),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_places"),
        _reference("places", "configuration_id", "configurations"),
        _reference("places", "element_id", "elements"),
    )
    op.create_table(
        "links",
        *_words("id", "configuration_id", "source_id", "target_id", "effect"),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_links"),
        _reference("links", "configuration_id", "configurations"),
        _reference("links", "source_id", "elements"),
    )


def _claims() -> None:
    op.create_table(
        "groundings",
        *_words("id", "element_id", "coding_id"),
        sa.PrimaryKeyConstraint("id", name="pk_groundings"),
        _reference("groundings", "element_id", "elements"),
        _reference("groundings", "coding_id", "codings"),
    )
    op.create_table(
        "evidence",
        *_words("id", "claim", "claim_id", "transcript_id"),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        *_words("stance", "coder_id", "scope"),
        sa.Column("case_id", WORDS, nullable=True),
        *_words("directness", "prompting", "memo", "quote"),
        sa.Column("turn", sa.Integer(), nullable=True),
        sa.Column("speaker_id", WORDS, nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_evidence"),
        _reference("evidence", "transcript_id", "transcripts"),
        _reference("evidence", "coder_id", "coders"),
        _reference("evidence", "case_id", "cases"),
    )
    op.create_table(
        "judgements",
        *_words("id", "configuration_id", "coder_id", "words", "reason"),
        sa.PrimaryKeyConstraint("id", name="pk_judgements"),
        _reference("judgements", "configuration_id", "configurations"),
        _reference("judgements", "coder_id", "coders"),
    )
    op.create_table(
        "condition_judgements",
        *_words("id", "condition_id", "case_id", "coder_id", "state", "reason"),
        sa.PrimaryKeyConstraint("id", name="pk_condition_judgements"),
        _reference("condition_judgements", "condition_id", "codes"),
        _reference("condition_judgements", "case_id", "cases"),
        _reference("condition_judgements", "coder_id", "coders"),
    )


def _journal() -> None:
    op.create_table(
        "entries",
        sa.Column("seq", SEQ, nullable=False, autoincrement=False),
        *_words("id", "coder_id", "at", "sentence", "why"),
        sa.Column("undoes", WORDS, nullable=True),
        sa.Column("schema", sa.Integer(), nullable=False),
        sa.Column("changes", CHANGES, nullable=False),
        sa.PrimaryKeyConstraint("seq", name="pk_entries"),
        sa.UniqueConstraint("id", name="uq_entries_id"),
    )
    op.create_table(
        "activity",
        sa.Column("seq", SEQ, nullable=False, autoincrement=True),
        *_words("at", "coder_id", "what", "about"),
        sa.PrimaryKeyConstraint("seq", name="pk_activity"),
    )


def _indexes() -> None:
    op.create_index("ix_entries_coder_id_seq", "entries", ["coder_id", "seq"])
    op.create_index("ix_entries_undoes", "entries", ["undoes"])
    op.create_index("ix_codings_code_id", "codings", ["code_id"])
    op.create_index("ix_codings_coder_id_code_id_id", "codings", ["coder_id", "code_id", "id"])
    op.create_index("ix_codings_transcript_id_coder_id", "codings", ["transcript_id", "coder_id"])
    op.create_index("ix_codings_transcript_id_start", "codings", ["transcript_id", "start"])
    op.create_index("ix_evidence_claim_id", "evidence", ["claim_id"])
    op.create_index("ix_evidence_transcript_id", "evidence", ["transcript_id"])
    op.create_index("ix_speakers_transcript_id", "speakers", ["transcript_id"])
    op.create_index("ix_groundings_coding_id", "groundings", ["coding_id"])
    op.create_index("ix_groundings_element_id", "groundings", ["element_id"])
    op.create_index("ix_links_configuration_id", "links", ["configuration_id"])
    op.create_index("ix_places_configuration_id", "places", ["configuration_id"])
    op.create_index("ix_places_element_id", "places", ["element_id"])
