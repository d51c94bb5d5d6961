"""The words of a file about to be written, read back from its bytes, each with its place in it."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from lxml.etree import _Element

Placed = tuple[str, str]
"""A place in the file, in a person's words, and the words there."""

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_BLOCKS = frozenset(
    (
        "p",
        "div",
        "li",
        "td",
        "th",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "text",
        "title",
        "desc",
        "tr",
        "caption",
        "figcaption",
    )
)


_HEADINGS = ("h1", "h2", "h3", "h4", "summary")
_SHORT = 40
"""Characters of a heading that places are named by."""


def words_of_file(contents: bytes, ending: str) -> tuple[Placed, ...]:
    """All words of a text, CSV, Excel, Word, HTML or SVG file that rcoder made."""
    known = {".csv": _rows, ".xlsx": _sheets, ".docx": _paragraphs, ".html": _markup, ".svg": _markup}
    return tuple(known.get(ending.casefold(), _lines)(contents))


def _lines(contents: bytes) -> Iterator[Placed]:
    for number, line in enumerate(contents.decode("utf-8", "replace").splitlines(), start=1):
        if line.strip():
            yield f"line {number}", line.strip()


def _rows(contents: bytes) -> Iterator[Placed]:
    text = contents.decode("utf-8-sig", "replace")
    first = text.partition("\n")[0]
    delimiter = ";" if first.count(";") > first.count(",") else ","
    for number, row in enumerate(csv.reader(io.StringIO(text), delimiter=delimiter), start=1):
        if words := _joined(row):
            yield f"row {number}", words


def _sheets(contents: bytes) -> Iterator[Placed]:
    with zipfile.ZipFile(io.BytesIO(contents)) as archive:
        names = set(archive.namelist())
        shared = []
        if "xl/sharedStrings.xml" in names:
            tree = _tree(archive.read("xl/sharedStrings.xml"))
            shared = ["".join(each.itertext()) for each in tree.iter(f"{_S}si")]
        titles = [each.get("name", "") for each in _tree(archive.read("xl/workbook.xml")).iter(f"{_S}sheet")]
        for place, title in enumerate(titles, start=1):
            if f"xl/worksheets/sheet{place}.xml" not in names:
                continue
            for row in _tree(archive.read(f"xl/worksheets/sheet{place}.xml")).iter(f"{_S}row"):
                if words := _joined(_cell(each, shared) for each in row.iter(f"{_S}c")):
                    yield f"sheet {title}, row {row.get('r')}", words
        if "docProps/core.xml" in names and (
            words := _joined(_tree(archive.read("docProps/core.xml")).itertext())
        ):
            yield "the file's properties", words


def _cell(cell: _Element, shared: list[str]) -> str:
    value = "".join(cell.itertext())
    return shared[int(value)] if cell.get("t") == "s" and value.isdecimal() else value


def _paragraphs(contents: bytes) -> Iterator[Placed]:
    with zipfile.ZipFile(io.BytesIO(contents)) as archive:
        names = archive.namelist()
        for name in sorted(names):
            if not name.startswith("word/") or not name.endswith(".xml") or "/theme/" in name:
                continue
            part = (
                "" if name == "word/document.xml" else f"{name.removeprefix('word/').removesuffix('.xml')}, "
            )
            for number, each in enumerate(_tree(archive.read(name)).iter(f"{_W}p"), start=1):
                if words := "".join(_run(one) for one in each.iter(f"{_W}t", f"{_W}tab", f"{_W}br")).strip():
                    yield f"{part}paragraph {number}", words
        if "docProps/core.xml" in names and (
            words := _joined(_tree(archive.read("docProps/core.xml")).itertext())
        ):
            yield "the file's properties", words


def _run(each: _Element) -> str:
    return each.text or "" if each.tag == f"{_W}t" else " "


def _markup(contents: bytes) -> Iterator[Placed]:
    """Texts of elements, blocks parted, and what attributes such as titles say."""
    from lxml import html

    tree = html.document_fromstring(contents) if contents.strip() else None
    number, heading = 0, ""
    for block in () if tree is None else tree.iter():
        if not isinstance(block.tag, str) or block.tag == "style":
            continue
        own = _joined(
            [*_own_words(block), *(block.get(name, "") for name in ("title", "aria-label", "alt", "content"))]
        )
        if own and block.tag in _HEADINGS:
            number, heading = 0, f"under “{own[:_SHORT]}”, "
        if own:
            number += 1
            yield f"{heading}text {number}", own


def _own_words(block: Any) -> Iterator[str]:
    """The words of a block up to the blocks in it, and what stands between these; none of an element inside a block's line."""
    if not _is_block(block):
        return
    words = [block.text or ""]
    for each in block:
        if _is_block(each):
            words.append(" | ")
        elif isinstance(each.tag, str):
            words.append(_inline(each))
        words.append(each.tail or "")
    yield " ".join("".join(words).split()).strip("| ")


def _inline(element: Any) -> str:
    parts = [element.text or ""]
    for each in element:
        if isinstance(each.tag, str) and not _is_block(each):
            parts.append(_inline(each))
        parts.append(each.tail or "")
    return "".join(parts)


def _is_block(element: Any) -> bool:
    """Whether words in it are read by themselves: whatever is not inside another block's line."""
    tag = element.tag
    if not isinstance(tag, str):
        return False
    if tag in _BLOCKS or tag == "script":
        return True
    parent = element.getparent()
    inside = parent is not None and any(
        isinstance(each.tag, str) and (each.tag in _BLOCKS) for each in element.iterancestors()
    )
    return not inside


def _tree(xml: bytes) -> _Element:
    from lxml import etree

    return etree.fromstring(xml, etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False))


def _joined(cells: Any) -> str:
    return " | ".join(words for each in cells if (words := " ".join(str(each).split())))
