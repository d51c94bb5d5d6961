"""The types of columns that SQLite and PostgreSQL keep alike."""

from __future__ import annotations

from typing import Any

from sqlalchemy import BigInteger, Dialect, Integer, Text
from sqlalchemy.dialects.postgresql import JSONB, TEXT
from sqlalchemy.types import TypeDecorator, TypeEngine

from rcoder.store.columns import canonical

Words = Text().with_variant(TEXT(collation="C"), "postgresql")
"""Text that both databases compare and order by code point."""

Seq = BigInteger().with_variant(Integer, "sqlite")


class Json(TypeDecorator[Any]):
    """Lists and mappings as canonical JSON text, so that equality works alike on both databases."""

    impl = Words
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect) -> str | None:  # noqa: ARG002  # SQLAlchemy's signature
        """Write the value in its one form."""
        return None if value is None else canonical(value)


class Changes(TypeDecorator[Any]):
    """The changes of an entry: canonical JSON text on SQLite, JSONB on PostgreSQL."""

    impl = Text
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """Use the column type of the database."""
        return dialect.type_descriptor(JSONB() if dialect.name == "postgresql" else Text())

    def process_bind_param(self, value: Any, dialect: Dialect) -> Any:
        """Hand PostgreSQL the list, SQLite its text."""
        return value if dialect.name == "postgresql" else canonical(value)
