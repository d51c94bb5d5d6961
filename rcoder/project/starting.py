"""Codebooks to begin a study with."""

from __future__ import annotations

from pathlib import Path

from rcoder.domain.codebook import CodebookContents


def codebook_named(name: str) -> CodebookContents:
    """A codebook by file, or by the name of a shipped one. Raises BadCodebook with every fault, Misuse for no such one."""
    from rcoder.exchange.codebooks import read_codebook
    from rcoder.exchange.shipped import shipped_codebook

    file = Path(name)
    if file.suffix.lower() in (".yaml", ".yml") or file.is_file():
        return read_codebook(file)
    return read_codebook(shipped_codebook(name))


def shipped_codebooks() -> tuple[str, ...]:
    """Names of the codebooks that ship."""
    from rcoder.exchange.shipped import codebooks_folder

    return tuple(sorted(each.stem for each in codebooks_folder().glob("[!.]*.yaml")))


def readable_endings() -> frozenset[str]:
    """Endings of files that interviews can be read from, without dots; .doc among them, as some are others in truth."""
    from rcoder.exchange.interviews.kinds import FORMATS

    return frozenset(each.lstrip(".") for each in FORMATS) | {"doc"}
