"""A Word file as a zip: its parts read with limits and never extracted, its XML without any document type."""

from __future__ import annotations

import io
import lzma
import re
import struct
import zipfile
import zlib
from typing import Any, TypeAlias

from rcoder.domain.errors import Unreadable
from rcoder.exchange.interviews.files import MEGABYTE

Element: TypeAlias = Any
"""An element of lxml, which ships no types."""

MEMBERS = 10_000
TOTAL = 2048 * MEGABYTE
PART = 16 * MEGABYTE
"""Bytes of the largest part that is read."""
RATIO = 200
"""How many times smaller than its content a part over one megabyte may be packed."""

_WAY_OUT = "Open it in Word and save it as a new .docx."
_OTHERS = (
    ("mimetype", "an OpenDocument file"),
    ("content.xml", "an OpenDocument file"),
    ("xl/workbook.xml", "an Excel workbook"),
    ("ppt/presentation.xml", "a PowerPoint presentation"),
    ("Index/Document.iwa", "a Pages document"),
    ("index.xml", "a Pages document"),
)
_CHUNK = 256 * 1024
_HEAD = 64 * 1024
_BROKEN = (
    zipfile.BadZipFile, zlib.error, lzma.LZMAError, struct.error, EOFError, NotImplementedError, RuntimeError, OSError,
    ValueError, OverflowError,
)  # fmt: skip
"""What zipfile raises for damaged bytes."""
_MAIN = re.compile(r"/officeDocument$")


class Parts:
    """The parts of one Word file."""

    def __init__(self, content: bytes, file: str) -> None:
        self.file = file
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(content))
            self._infos = {info.filename.lstrip("/"): info for info in self._zip.infolist()}
        except _BROKEN as error:
            raise Unreadable(f"{file} is a damaged Word file.", _WAY_OUT) from error
        self._check()
        self._refuse_types()

    @property
    def names(self) -> frozenset[str]:
        """Names of the parts."""
        return frozenset(self._infos)

    def main(self) -> Element:
        """The document itself; raises Unreadable where the zip is no Word file."""
        name = self._main_name()
        if name is None:
            kind = next((kind for part, kind in _OTHERS if part in self._infos), "a zip archive")
            raise Unreadable(
                f"{self.file} is {kind}, not a Word file.", "Save it as .docx or .txt and import that."
            )
        return self.xml(name)

    def xml(self, name: str) -> Element:
        """The part as XML."""
        from lxml import etree

        content = self._read(name)
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, collect_ids=False
        )
        try:
            root = etree.fromstring(content, parser)
        except (etree.XMLSyntaxError, ValueError) as error:
            raise Unreadable(f"{self.file} is a damaged Word file: {name} is no XML.", _WAY_OUT) from error
        if root.getroottree().docinfo.internalDTD is not None:
            raise self._typed(name)
        return root

    def _main_name(self) -> str | None:
        if "_rels/.rels" in self._infos:
            for relation in self.xml("_rels/.rels").iter("{*}Relationship"):
                target = str(relation.get("Target") or "").lstrip("/")
                if _MAIN.search(str(relation.get("Type") or "")) and target in self._infos:
                    return None if target in dict(_OTHERS) else target
        return "word/document.xml" if "word/document.xml" in self._infos else None

    def _check(self) -> None:
        infos = list(self._infos.values())
        if len(infos) > MEMBERS or sum(info.file_size for info in infos) > TOTAL:
            raise Unreadable(
                f"{self.file} unpacks to far more than a Word file holds; it was not read.", _WAY_OUT
            )
        if any(info.flag_bits & 1 for info in infos):
            raise Unreadable(
                f"{self.file} is protected by a password.", "Save it without one and import that."
            )

    def _refuse_types(self) -> None:
        for name, info in self._infos.items():
            if not name.endswith((".xml", ".rels")):
                continue
            head = self._head(info).replace(b"\x00", b"").upper()
            if b"<!DOCTYPE" in head:
                raise self._typed(name)

    def _typed(self, name: str) -> Unreadable:
        return Unreadable(
            f"{self.file} declares a document type in {name}, which Word never does; it was not read.",
            _WAY_OUT,
        )

    def _head(self, info: zipfile.ZipInfo) -> bytes:
        try:
            with self._zip.open(info) as stream:
                return stream.read(_HEAD)
        except _BROKEN as error:
            raise Unreadable(f"{self.file} is a damaged Word file.", _WAY_OUT) from error

    def _read(self, name: str) -> bytes:
        info = self._infos[name]
        limit = PART if info.compress_size * RATIO > PART else max(MEGABYTE, info.compress_size * RATIO)
        pieces, total = [], 0
        try:
            with self._zip.open(info) as stream:
                while piece := stream.read(_CHUNK):
                    total += len(piece)
                    if total > limit:
                        raise Unreadable(
                            f"{self.file}: {name} unpacks to far more than an interview holds; it was not read.",
                            _WAY_OUT,
                        )
                    pieces.append(piece)
        except _BROKEN as error:
            raise Unreadable(
                f"{self.file} is a damaged Word file: {name} cannot be unpacked.", _WAY_OUT
            ) from error
        return b"".join(pieces)
