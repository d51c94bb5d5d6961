"""The tables: one for each record with its fields as columns, and those that serve them."""

from __future__ import annotations

from typing import Any

from sqlalchemy import (
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    PrimaryKeyConstraint,
    String,
    Table,
    text,
)

from rcoder.store.column_types import Changes, Json, Seq, Words

metadata = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    }
)


def _id() -> Column[str]:
    return Column("id", Words, primary_key=True)


def _words(name: str, *, null: bool = False) -> Column[Any]:
    return Column(name, Words, nullable=null)


def _ref(name: str, table: str, *, null: bool = False, key: str = "id") -> Column[Any]:
    parent = ForeignKey(f"{table}.{key}", deferrable=True, initially="DEFERRED")
    return Column(name, Words, parent, nullable=null)


def _whole(name: str, *, null: bool = False) -> Column[Any]:
    return Column(name, Integer, nullable=null)


def _flag(name: str) -> Column[Any]:
    return Column(name, Boolean(create_constraint=False), nullable=False)


def _json(name: str) -> Column[Any]:
    return Column(name, Json, nullable=False)


def _derived() -> tuple[Column[Any], ...]:
    """Worked out from text and turns by the store; never in the journal, never compared."""
    return _words("quote"), _whole("turn", null=True), _words("speaker_id", null=True)


def _revision() -> Column[Any]:
    return Column("revision", Integer, nullable=False, server_default=text("1"))


def _since(name: str, value: str) -> Column[Any]:
    """A column that came with a later schema, and what rows from before have in it."""
    return Column(name, Words, nullable=False, server_default=text(f"'{value}'"))


study = Table(
    "study", metadata,
    _id(), _words("title"), _words("codebook_id"), _words("language"), _since("rendering", "resource_reasoning"),
    _since("rendering_reason", ""),
)  # fmt: skip

coders = Table("coders", metadata, _id(), _words("name"), _flag("released"))

cases = Table(
    "cases", metadata,
    _id(), _words("name"), _words("municipality"), _words("outcome_group"), _json("attributes"),
)  # fmt: skip

attributes = Table(
    "attributes", metadata,
    _id(), _words("key"), _words("about"), _words("type"), _json("label"), _json("definition"), _json("unit"),
    _json("choices"), _whole("position"), _words("origin"),
)  # fmt: skip

case_groups = Table("case_groups", metadata, _id(), _json("name"), _json("criteria"), _whole("position"))

codebooks = Table(
    "codebooks", metadata,
    _id(), _words("key"), _words("version"), _json("title"), _json("description"), _words("source"),
    _words("licence"),
)  # fmt: skip

codes = Table(
    "codes", metadata,
    _id(), _ref("codebook_id", "codebooks"), _words("key"), _words("category"),
    _ref("parent_id", "codes", null=True), _whole("position"), _words("kind", null=True), _words("sign"),
    _json("label"), _json("title"), _json("definition"), _json("use"), _json("avoid"), _json("example"),
    _json("aliases"), _json("cues"), _json("actors"), _words("horizon", null=True), _words("basis"),
    _words("section"), _words("note"), _flag("retired"),
)  # fmt: skip

theories = Table(
    "theories", metadata,
    _id(), _ref("codebook_id", "codebooks"), _words("key"), _words("hypothesis"), _json("title"),
    _json("note"), _words("basis"), _whole("position"),
)  # fmt: skip

nodes = Table(
    "nodes", metadata,
    _id(), _ref("theory_id", "theories"), _words("key"), _words("column"), _json("label"),
    _json("hypotheses"), _json("codes"), _ref("rolls_up_to", "nodes", null=True), _whole("position"),
)  # fmt: skip

theory_links = Table(
    "theory_links", metadata,
    _id(), _ref("theory_id", "theories"), _ref("source_id", "nodes"), _ref("target_id", "nodes"),
    _words("effect"), _json("hypotheses"), _words("basis"), _words("section"), _json("note"),
    _whole("position"),
)  # fmt: skip

texts = Table("texts", metadata, Column("checksum", Words, primary_key=True), _words("text"))

annotated = Table(
    "annotations", metadata,
    Column("checksum", Words, ForeignKey("texts.checksum", deferrable=True, initially="DEFERRED"), primary_key=True),
    _words("pipeline"), _json("sentences"), Column("lemmas", LargeBinary, nullable=False),
)  # fmt: skip

transcripts = Table(
    "transcripts", metadata,
    _id(), _words("title"), _words("language"), _ref("checksum", "texts", key="checksum"),
    _whole("characters"), _words("source"), _words("source_checksum"), _words("format"),
    _ref("case_id", "cases", null=True), _words("date"), _words("wave"), _json("attributes"), _json("notes"),
    _json("turns"), _whole("revision"),
)  # fmt: skip

speakers = Table(
    "speakers", metadata,
    _id(), _ref("transcript_id", "transcripts"), _words("name"), _json("roles"), _flag("interviewer"),
    _whole("position"), _words("person"),
)  # fmt: skip

revisions = Table(
    "revisions", metadata,
    _id(), _ref("transcript_id", "transcripts"), _whole("number"), _ref("checksum", "texts", key="checksum"),
    _whole("characters"), _words("source"), _words("source_checksum"), _words("format"), _json("notes"),
    _json("turns"),
)  # fmt: skip

turns = Table(
    "turns", metadata,
    Column("transcript_id", Words, primary_key=True),
    Column("position", Integer, primary_key=True, autoincrement=False),
    _whole("start"), _whole("end"), _words("speaker_id", null=True), _flag("interviewer"),
    Column("time", Float, nullable=True),
)  # fmt: skip

spoken_in = Table(
    "spoken_in", metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("transcript_id", Words, nullable=False, unique=True), _words("checksum"),
)  # fmt: skip
"""Which transcripts the index of words holds, and of which text."""

codings = Table(
    "codings", metadata,
    _id(), _ref("transcript_id", "transcripts"), _whole("start"), _whole("end"), _ref("code_id", "codes"),
    _ref("coder_id", "coders"), _words("kind", null=True), _words("actor"), _words("polarity"),
    _flag("counterfactual"), _words("scope"), _ref("case_id", "cases", null=True), _words("directness"),
    _words("prompting"), _words("memo"), _words("codebook_version"), *_derived(), _revision(),
)  # fmt: skip

finishes = Table(
    "finishes", metadata, _id(), _ref("transcript_id", "transcripts"), _ref("coder_id", "coders")
)  # fmt: skip

doubts = Table(
    "doubts", metadata,
    _id(), _ref("transcript_id", "transcripts"), _whole("revision"), _words("passage_table"), _words("passage_id"),
    _ref("coder_id", "coders"), _words("verdict"), _whole("start"), _whole("end"), _words("decision", null=True),
    _words("decided_by"),
)  # fmt: skip

configurations = Table(
    "configurations", metadata,
    _id(), _words("number"), _ref("coder_id", "coders"), _words("title"), _json("hypotheses"),
    _words("level"), _ref("case_id", "cases", null=True), _ref("core_id", "nodes", null=True),
    _words("because"), _words("status"), _words("status_by"), _words("status_digest"),
    _ref("consolidated_in", "configurations", null=True), _words("memo"),
    Column("conditions", Json, nullable=False, server_default=text("'[]'")),
    _words("superseded_by", null=True),
)  # fmt: skip

elements = Table(
    "elements", metadata,
    _id(), _words("wording"), _ref("code_id", "codes", null=True), _words("actor"),
    _words("activation", null=True), _words("sign"), _words("horizon", null=True),
    _ref("node_id", "nodes", null=True), _flag("new"), _since("directness", "said"),
)  # fmt: skip

places = Table(
    "places", metadata,
    _id(), _ref("configuration_id", "configurations"), _ref("element_id", "elements"), _words("kind"),
    _whole("position"),
)  # fmt: skip

links = Table(
    "links", metadata,
    _id(), _ref("configuration_id", "configurations"), _ref("source_id", "elements"), _words("target_id"),
    _words("effect"), _whole("position"),
)  # fmt: skip

groundings = Table(
    "groundings", metadata, _id(), _ref("element_id", "elements"), _ref("coding_id", "codings")
)  # fmt: skip

evidence = Table(
    "evidence", metadata,
    _id(), _words("claim"), _words("claim_id"), _ref("transcript_id", "transcripts"), _whole("start"),
    _whole("end"), _words("stance"), _ref("coder_id", "coders"), _words("scope"),
    _ref("case_id", "cases", null=True), _words("directness"), _words("prompting"), _words("memo"),
    *_derived(), _revision(),
)  # fmt: skip

judgements = Table(
    "judgements", metadata,
    _id(), _ref("configuration_id", "configurations"), _ref("coder_id", "coders"), _words("words"),
    _words("reason"),
)  # fmt: skip

condition_judgements = Table(
    "condition_judgements", metadata,
    _id(), _ref("condition_id", "codes"), _ref("case_id", "cases"), _ref("coder_id", "coders"),
    _words("state"), _words("reason"), _since("role", ""), _words("followed", null=True),
)  # fmt: skip

memos = Table(
    "memos", metadata,
    _id(), _ref("coder_id", "coders"), _words("about"), _words("about_id"), _words("kind"), _words("title"),
    _words("text"), _json("links"), _words("at"),
)  # fmt: skip

excerpts = Table(
    "excerpts", metadata,
    _id(), _ref("coder_id", "coders"), _ref("transcript_id", "transcripts"), _whole("start"), _whole("end"),
    _revision(), _words("edited"), _words("translation"), _words("language"), _flag("mark"), _words("at"),
    *_derived(),
)  # fmt: skip

rechecks = Table(
    "rechecks", metadata,
    _id(), _words("coding_id"), _ref("coder_id", "coders"), _ref("code_id", "codes"), _words("why"),
    _flag("settled"),
)  # fmt: skip

exhibits = Table(
    "exhibits", metadata,
    _id(), _ref("coder_id", "coders"), _words("material"), _words("title"), _words("words"), _words("value"),
    _words("base"), _words("where"), _ref("case_id", "cases", null=True),
)  # fmt: skip

bearings = Table(
    "bearings", metadata,
    _id(), _ref("exhibit_id", "exhibits"), _words("claim"), _words("claim_id"), _words("stance"),
    _ref("coder_id", "coders"), _words("memo"),
)  # fmt: skip

rivals = Table(
    "rivals", metadata,
    _id(), _ref("configuration_id", "configurations"), _ref("coder_id", "coders"), _words("wording"),
    _words("fate"), _words("reason"), _ref("other_id", "configurations", null=True), _whole("position"),
)  # fmt: skip

kinships = Table(
    "kinships", metadata,
    _id(), _ref("configuration_id", "configurations"), _words("kin"), _ref("other_id", "configurations"),
    _ref("coder_id", "coders"), _words("reason"),
)  # fmt: skip

standins = Table(
    "standins", metadata, _id(), _ref("element_id", "elements"), _ref("member_id", "elements")
)  # fmt: skip

comments = Table(
    "comments", metadata,
    _id(), _ref("configuration_id", "configurations"), _ref("coder_id", "coders"), _words("text"),
    _words("about"), _words("about_id"), _ref("reply_to", "comments", null=True), _words("at"),
    _words("resolved_by"), _words("resolved_at"),
)  # fmt: skip

prompt_answers = Table(
    "prompt_answers", metadata,
    _id(), _words("prompt"), _ref("configuration_id", "configurations", null=True), _words("about_id"),
    _ref("coder_id", "coders"), _words("answered"), _words("why"), _words("at"), _words("digest"),
)  # fmt: skip

summaries = Table(
    "summaries", metadata,
    _id(), _ref("case_id", "cases"), _ref("code_id", "codes"), _ref("coder_id", "coders"), _words("text"),
    _words("at"),
)  # fmt: skip

turning_points = Table(
    "turning_points", metadata,
    _id(), _ref("case_id", "cases"), _ref("coder_id", "coders"), _words("wording"), _words("when"),
    _whole("position"), _words("sign"),
)  # fmt: skip

theory_versions = Table(
    "theory_versions", metadata,
    _id(), _whole("number"), _words("name"), _words("reason"), _ref("coder_id", "coders"), _words("at"),
    _ref("checksum", "texts", key="checksum"), _words("codebook"),
)  # fmt: skip

forms = Table(
    "forms", metadata,
    Column("lemma", Words, primary_key=True), Column("form", Words, primary_key=True),
)  # fmt: skip
"""Every form that a word has in the texts, in lower case, with its lemma; derived with the lemmas."""

entries = Table(
    "entries", metadata,
    Column("seq", Seq, primary_key=True, autoincrement=False),
    Column("id", Words, nullable=False, unique=True), _words("coder_id"), _words("at"), _words("sentence"),
    _words("why"), _words("undoes", null=True), _whole("schema"), Column("changes", Changes, nullable=False),
)  # fmt: skip

activity = Table(
    "activity", metadata,
    Column("seq", Seq, primary_key=True, autoincrement=True),
    _words("at"), _words("coder_id"), _words("what"), _words("about"),
)  # fmt: skip

alembic_version = Table(
    "alembic_version",
    metadata,
    Column("version_num", String(32), nullable=False),
    PrimaryKeyConstraint("version_num", name="alembic_version_pkc"),
)

INDEXES = (
    Index(None, codings.c.transcript_id, codings.c.start),
    Index(None, codings.c.code_id),
    Index(None, codings.c.coder_id, codings.c.code_id, codings.c.id),
    Index(None, codings.c.transcript_id, codings.c.coder_id),
    Index(None, evidence.c.claim_id),
    Index(None, evidence.c.transcript_id),
    Index(None, places.c.configuration_id),
    Index(None, places.c.element_id),
    Index(None, links.c.configuration_id),
    Index(None, groundings.c.element_id),
    Index(None, groundings.c.coding_id),
    Index(None, speakers.c.transcript_id),
    Index(None, revisions.c.transcript_id),
    Index(None, doubts.c.transcript_id),
    Index(None, memos.c.about_id),
    Index(None, excerpts.c.transcript_id),
    Index(None, rechecks.c.coding_id),
    Index(None, bearings.c.claim_id),
    Index(None, bearings.c.exhibit_id),
    Index(None, rivals.c.configuration_id),
    Index(None, kinships.c.configuration_id),
    Index(None, kinships.c.other_id),
    Index(None, standins.c.element_id),
    Index(None, standins.c.member_id),
    Index(None, comments.c.configuration_id),
    Index(None, prompt_answers.c.configuration_id),
    Index(None, condition_judgements.c.condition_id),
    Index(None, summaries.c.case_id),
    Index(None, turning_points.c.case_id),
    Index(None, configurations.c.consolidated_in),
    Index(None, forms.c.form),
    Index(None, entries.c.undoes),
    Index(None, entries.c.coder_id, entries.c.seq),
)
