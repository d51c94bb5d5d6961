"""Files written whole or not at all."""

from __future__ import annotations

import os
import shutil
from contextlib import suppress
from pathlib import Path

from rcoder.domain.errors import RcoderError


def write_whole(file: Path, text: str) -> None:
    """Writes a text in UTF-8 as `write_bytes_whole` does. Raises RcoderError."""
    write_bytes_whole(file, text.encode(), "Choose another place with --to.")


def write_bytes_whole(file: Path, contents: bytes, way_out: str = "Choose another place.") -> None:
    """Writes a file beside and puts it in place, so that a reader finds the old one or the new one, never half.

    Who may read and write it stays as it was. Raises RcoderError, with the way out.
    """
    beside = file.with_name(f".{file.name}.{os.getpid()}.part")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        there = file.exists()
        beside.touch(mode=0o600 if there else 0o666)
        beside.write_bytes(contents)
        if there:
            shutil.copymode(file, beside)
        beside.replace(file)
    except (OSError, ValueError) as error:
        with suppress(OSError, ValueError):
            beside.unlink()
        reason = getattr(error, "strerror", None) or "it cannot be written"
        raise RcoderError(f"{file}: {reason}.", way_out) from error
