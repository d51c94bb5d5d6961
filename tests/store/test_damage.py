"""A file whose pages were overwritten is found at opening, before anything is written to it."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from rcoder.domain.errors import RcoderError
from rcoder.store import create_store, open_store
from rcoder.store.store import Store


@pytest.fixture
def file(tmp_path: Path) -> Path:
    place = tmp_path / "study.rcoder"
    create_store(str(place)).close()
    return place


def check(file: Path) -> list[str]:
    store: Store = open_store(str(file))
    try:
        return store.verify()
    finally:
        store.close()


def test_a_sound_file_has_nothing_to_say(file: Path) -> None:
    assert check(file) == []


@pytest.mark.parametrize("seed", range(8))
def test_overwritten_pages_are_found(file: Path, seed: int) -> None:
    held = bytearray(file.read_bytes())
    page = random.Random(seed).randrange(1, len(held) // 4096)  # noqa: S311 - which page is of no account
    held[page * 4096 : (page + 1) * 4096] = bytes(4096)
    file.write_bytes(held)
    with pytest.raises(RcoderError, match=r"study\.rcoder"):
        check(file)
