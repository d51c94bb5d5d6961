"""Storage of a project: SQLite file or PostgreSQL database, one journal; imports nothing heavy until it is needed."""

from __future__ import annotations

from rcoder.store.columns import Packed, canonical, json_columns, packed, records_of
from rcoder.store.doors import create_store, is_address, open_store
from rcoder.store.reading import Reader
from rcoder.store.recognition import recognise
from rcoder.store.store import Store

__all__ = [
    "Packed",
    "Reader",
    "Store",
    "canonical",
    "create_store",
    "is_address",
    "json_columns",
    "open_store",
    "packed",
    "recognise",
    "records_of",
]
