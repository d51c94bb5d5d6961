"""A document as a zip: its parts read with limits and never extracted, its XML without any document type."""

from __future__ import annotations

import io
import lzma
import re
import struct
import zipfile
import zlib
from dataclasses import dataclass
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

_OTHERS = (
    ("xl/workbook.xml", "an Excel workbook"),
    ("ppt/presentation.xml", "a PowerPoint presentation"),
    ("Index/Document.iwa", "a Pages document"),
    ("index.xml", "a Pages document"),
)
_WAY_OUT = "Save it as .docx or .txt and import that."
_CHUNK = 256 * 1024
_HEAD = 64 * 1024
_BROKEN = (
    zipfile.BadZipFile, zlib.error, lzma.LZMAError, struct.error, EOFError, NotImplementedError, RuntimeError, OSError,
    ValueError, OverflowError,
)  # fmt: skip
"""What zipfile raises for damaged bytes."""
_MAIN = re.compile(r"/officeDocument$")


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of document that is a zip."""

    format: str
    name: str
    """As it is called in a sentence."""
    program: str
    """What writes it."""
    untyped: tuple[str, ...] = ()
    """Parts that may declare a document type, and are not read as XML."""

    @property
    def way_out(self) -> str:
        """What to do with a damaged one."""
        return f"Open it in {self.program} and save it as a new .{self.format}."


WORD = Kind("docx", "Word file", "Word")
OPEN_DOCUMENT = Kind("odt", "OpenDocument file", "LibreOffice", ("META-INF/manifest.xml",))


def kind_of(content: bytes, file: str, suffix: str) -> Kind:
    """Which kind of document a zip is; raises Unreadable where it is another or damaged."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            names = {info.filename.lstrip("/") for info in archive.infolist()}
    except _BROKEN as error:
        kind = OPEN_DOCUMENT if suffix == ".odt" else WORD
        raise Unreadable(f"{file} is a damaged {kind.name}.", kind.way_out) from error
    if "word/document.xml" in names:
        return WORD
    for name, other in _OTHERS:
        if name in names:
            raise Unreadable(f"{file} is {other}, which cannot be read.", _WAY_OUT)
    if "content.xml" in names:
        return OPEN_DOCUMENT
    if "_rels/.rels" in names and Parts(content, file, WORD).related() is not None:
        return WORD
    raise Unreadable(f"{file} is a zip archive, which cannot be read.", _WAY_OUT)


class Parts:
    """The parts of one document."""

    def __init__(self, content: bytes, file: str, kind: Kind) -> None:
        self.file = file
        self.kind = kind
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(content))
            self._infos = {info.filename.lstrip("/"): info for info in self._zip.infolist()}
        except _BROKEN as error:
            raise self._damaged() from error
        self._check()
        self._refuse_types()

    @property
    def names(self) -> frozenset[str]:
        """Names of the parts."""
        return frozenset(self._infos)

    def xml(self, name: str) -> Element:
        """The part as XML."""
        from lxml import etree

        content = self.read(name)
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, collect_ids=False
        )
        try:
            root = etree.fromstring(content, parser)
        except (etree.XMLSyntaxError, ValueError) as error:
            raise self._damaged(f"{name} is no XML") from error
        if root.getroottree().docinfo.internalDTD is not None:
            raise self._typed(name)
        return root

    def related(self) -> str | None:
        """Name of the part that the relations of an Office file call its document, if it is one of Word."""
        if "_rels/.rels" in self._infos:
            others = dict(_OTHERS)
            for relation in self.xml("_rels/.rels").iter("{*}Relationship"):
                target = str(relation.get("Target") or "").lstrip("/")
                if _MAIN.search(str(relation.get("Type") or "")) and target in self._infos:
                    return None if target in others else target
        return "word/document.xml" if "word/document.xml" in self._infos else None

    def _check(self) -> None:
        infos = list(self._infos.values())
        if len(infos) > MEMBERS or sum(info.file_size for info in infos) > TOTAL:
            raise Unreadable(
                f"{self.file} unpacks to far more than {self._article} holds; it was not read.",
                self.kind.way_out,
            )
        if any(info.flag_bits & 1 for info in infos):
            raise Unreadable(
                f"{self.file} is protected by a password.", "Save it without one and import that."
            )

    def _refuse_types(self) -> None:
        for name, info in self._infos.items():
            if not name.endswith((".xml", ".rels")) or name in self.kind.untyped:
                continue
            head = self._head(info).replace(b"\x00", b"").upper()
            if b"<!DOCTYPE" in head:
                raise self._typed(name)

    @property
    def _article(self) -> str:
        return f"{'an' if self.kind.name[0] in 'AEIO' else 'a'} {self.kind.name}"

    def _damaged(self, place: str = "") -> Unreadable:
        where = f": {place}" if place else ""
        return Unreadable(f"{self.file} is a damaged {self.kind.name}{where}.", self.kind.way_out)

    def _typed(self, name: str) -> Unreadable:
        return Unreadable(
            f"{self.file} declares a document type in {name}, which {self.kind.program} never does; it was not read.",
            self.kind.way_out,
        )

    def _head(self, info: zipfile.ZipInfo) -> bytes:
        try:
            with self._zip.open(info) as stream:
                return stream.read(_HEAD)
        except _BROKEN as error:
            raise self._damaged() from error

    def read(self, name: str) -> bytes:
        """The bytes of a part, unpacked within limits."""
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
                            self.kind.way_out,
                        )
                    pieces.append(piece)
        except _BROKEN as error:
            raise self._damaged(f"{name} cannot be unpacked") from error
        return b"".join(pieces)
