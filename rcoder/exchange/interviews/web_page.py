"""Web pages (.html): what a reader of the page sees as lines, tables in row order, turns found as in plain text.

Nothing is fetched and nothing is run.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from rcoder.domain.errors import Unreadable
from rcoder.exchange.interviews.archive import Element
from rcoder.exchange.interviews.clean import Cleaner
from rcoder.exchange.interviews.document import Document, bold_lead, check_depth, check_paragraphs, counted
from rcoder.exchange.interviews.files import MEGABYTE
from rcoder.exchange.interviews.records import Speech
from rcoder.exchange.interviews.web_look import BLOCKS, Look

LARGEST = 16 * MEGABYTE
"""Characters of the longest page."""
MOST_TAGS = 1_200_000

_WAY_OUT = "Open it in a browser, copy the interview into a document and import that."
_BLANKS = re.compile(r"[ \t\r\n\f]+")
_REPORTS = {
    "inserted": "{} insertion(s) were kept.",
    "deleted": "{} deletion(s) were left out.",
    "hidden": "{} hidden part(s) were left out.",
    "footnote": "{} footnote(s) were left out.",
    "endnote": "{} endnote(s) were left out.",
    "comment": "{} comment(s) were left out.",
}


def read_page(text: str, file: str, cleaner: Cleaner) -> Speech:
    """Text and turns of a web page."""
    root = _parsed(text, file)
    walker = _Walker(file, cleaner, Look(root))
    walker.walk(root)
    notes = counted(walker.left_out, _REPORTS)
    if walker.left_out["edge"]:
        notes = (*notes, "Headers and footers were left out.")
    return walker.document.speech(file, notes)


def _parsed(text: str, file: str) -> Element:
    from lxml import etree

    if len(text) > LARGEST or text.count("<") > MOST_TAGS:
        raise Unreadable(f"{file} holds more than any interview.", "Check that it is the right file.")
    parser = etree.HTMLParser(
        encoding="utf-8", huge_tree=True, no_network=True, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(text.encode(), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise Unreadable(f"{file} cannot be read as a web page.", _WAY_OUT) from error
    if any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):
        raise Unreadable(f"{file} nests its parts too deeply to be read.", _WAY_OUT)
    if root is None:
        raise Unreadable(f"{file} is empty.", "Check that it is the right file.")
    return root


@dataclass(slots=True)
class _Table:
    outer: Document
    rows: list[list[str]] = field(default_factory=list)
    inside: bool = False
    """A cell is open."""


class _Walker:
    """Walks the page without recursion and fills the document."""

    def __init__(self, file: str, cleaner: Cleaner, look: Look) -> None:
        self.document = Document()
        self.left_out: Counter[str] = Counter()
        self._file = file
        self._cleaner = cleaner
        self._look = look
        self._pieces: list[tuple[str, bool]] = []
        self._bold = [False]
        self._kept = 0
        """Open elements whose blanks are kept."""
        self._tables: list[_Table] = []
        self._count = 0

    def walk(self, root: Element) -> None:
        """Read all that is under `root`."""
        open_elements: list[tuple[Element, Iterator[Element]]] = []
        if self._enter(root):
            open_elements.append((root, iter(root)))
        while open_elements:
            element, inside = open_elements[-1]
            following = next(inside, None)
            if following is None:
                open_elements.pop()
                self._leave(element)
                if open_elements:
                    self._say(element.tail)
            elif self._enter(following):
                open_elements.append((following, iter(following)))
            else:
                self._say(following.tail)
        self._end_block()

    def _enter(self, element: Element) -> bool:
        """Begin an element; False where it is left out with all that is in it."""
        name = element.tag if isinstance(element.tag, str) else "script"
        why = self._look.unseen(element, name)
        if why is not None:
            self.left_out[why] += 1
            return False
        bold = self._look.bold(element, name)
        self._bold.append(self._bold[-1] if bold is None else bold)
        self.left_out["inserted"] += name == "ins"
        if name == "br":
            self._pieces.append(("\n", self._bold[-1]))
        elif name in BLOCKS:
            self._end_block()
        elif name in {"table", "tr", "td", "th"}:
            self._open_table(name)
        self._kept += name == "pre"
        self._say(element.text)
        return True

    def _leave(self, element: Element) -> None:
        name = element.tag
        self._kept -= name == "pre"
        if name in BLOCKS:
            self._end_block(ends=name in {"p", "div"})
        elif name in {"td", "th"}:
            self._end_cell()
        elif name == "table":
            self._end_table()
        self._bold.pop()

    def _open_table(self, name: str) -> None:
        if name == "table":
            self._end_block()
            check_depth(len(self._tables), self._file)
            self._tables.append(_Table(self.document))
        elif not self._tables:
            self._end_block()
        elif name == "tr":
            self._end_cell()
            self._tables[-1].rows.append([])
        else:
            self._end_cell()
            self._end_block()
            self._tables[-1].inside = True
            self.document = Document()

    def _end_cell(self) -> None:
        if not self._tables or not self._tables[-1].inside:
            return
        self._end_block()
        table = self._tables[-1]
        if not table.rows:
            table.rows.append([])
        table.rows[-1].append(self.document.cell())
        table.inside = False
        self.document = table.outer

    def _end_table(self) -> None:
        self._end_cell()
        self._end_block()
        table = self._tables.pop()
        if rows := [row for row in table.rows if row]:
            self.document.table(rows)

    def _say(self, words: str | None) -> None:
        if not words:
            return
        if not self._kept:
            words = _BLANKS.sub(" ", words)
            if words.startswith(" ") and (not self._pieces or self._pieces[-1][0].endswith((" ", "\n"))):
                words = words[1:]
        if words:
            self._pieces.append((words, self._bold[-1]))

    def _end_block(self, *, ends: bool = False) -> None:
        """End the paragraph at hand; one that holds nothing but a blank is a blank line."""
        pieces, self._pieces = self._pieces, []
        self._count += bool(pieces)
        check_paragraphs(self._count, self._file)
        text = self._cleaner.clean("".join(words for words, _ in pieces))
        text = "\n".join(line.strip(" ") for line in text.removesuffix("\n").split("\n"))
        if text.strip("\xa0 \n"):
            self.document.paragraph(text, bold_lead(pieces))
        elif pieces and ends:
            self.document.paragraph("")
