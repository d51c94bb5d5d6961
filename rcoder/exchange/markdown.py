"""Text from people as Markdown that shows it as it is: escaped, in tables and as links."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from html import escape
from urllib.parse import quote

from rcoder.exchange.office import clean

_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", "|": "&#124;"}
_MARKS = frozenset("\\`*_{}[]#~$!")
_ALONE = re.compile(r"[-+=]|\d{1,9}[.)](?=\s|$)")
"""What begins a list, a rule or a heading where it stands first."""


def escaped(text: str) -> str:
    """A text on one line that Markdown shows as it is, without control characters; runs of blanks become one."""
    words = " ".join(clean(text).split())
    plain = "".join(_ENTITIES.get(char, f"\\{char}" if char in _MARKS else char) for char in words)
    found = _ALONE.match(plain)
    if found is None:
        return plain
    return f"{plain[: found.end() - 1]}\\{plain[found.end() - 1 :]}"


def link(words: str, target: str, anchor: str = "") -> str:
    """A link; `words` are Markdown already. `target` is a file beside this one, "" for this one."""
    place = quote(target) + (f"#{quote(anchor)}" if anchor else "")
    return f"[{words}]({place})"


def anchor(name: str) -> str:
    """A place that `link` leads to."""
    return f'<a id="{escape(name)}"></a>'


def table(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> list[str]:
    """A table of cells that are Markdown already, and an empty line after it; nothing where there are no rows."""
    lines = [_row(each) for each in rows]
    if not lines:
        return []
    return [_row(headings), "|" + "---|" * len(headings), *lines, ""]


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"
