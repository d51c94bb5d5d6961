"""The HTML figure read back: its tags, scripts, and what each row of its tables says and opens."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any


@dataclass
class Row:
    """A row of a table: its cells, and the headings, lines and passages behind it."""

    link: str = ""
    cells: list[str] = field(default_factory=list)
    headings: list[str] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    passages: dict[str, list[str]] = field(default_factory=dict)
    """Texts of the passages under each heading."""


class Page(HTMLParser):
    """Every start tag, the text of scripts and styles, and the tables' rows."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.scripts: list[str] = []
        self.styles: list[str] = []
        self.rows: list[Row] = []
        self._inside: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        self.tags.append((tag, found))
        self._inside.append(tag)
        if tag in {"script", "style"}:
            (self.scripts if tag == "script" else self.styles).append("")
        elif tag == "tbody":
            self.rows.append(Row())
        elif tag == "a" and self.rows and not self.rows[-1].link:
            self.rows[-1].link = found.get("href") or ""
        elif self.rows and "tbody" in self._inside:
            self._begin(tag, found)

    def _begin(self, tag: str, found: dict[str, str | None]) -> None:
        row = self.rows[-1]
        if tag in {"th", "td"} and "colspan" not in found:
            row.cells.append("")
        elif tag == "h4":
            row.headings.append("")
        elif tag == "q":
            row.passages.setdefault(row.headings[-1], []).append("")
        elif tag in {"p", "li"}:
            row.words.append("")

    def handle_endtag(self, tag: str) -> None:
        while self._inside and self._inside.pop() != tag:
            pass

    def handle_data(self, data: str) -> None:
        inside = self._inside
        if inside and inside[-1] in {"script", "style"}:
            (self.scripts if inside[-1] == "script" else self.styles)[-1] += data
        elif self.rows and "tbody" in inside:
            self._said(data)

    def _said(self, data: str) -> None:
        row, inside = self.rows[-1], self._inside
        if "q" in inside:
            row.passages[row.headings[-1]][-1] += data
        elif "h4" in inside:
            row.headings[-1] += data
        elif "p" in inside or "li" in inside:
            row.words[-1] += data
        elif "summary" not in inside and row.cells:
            row.cells[-1] += data

    @property
    def records(self) -> Any:
        """What the script goes by."""
        return json.loads(self.scripts[0])

    def attribute(self, name: str) -> list[str]:
        """Every value of an attribute."""
        return [found[name] or "" for _, found in self.tags if name in found]
