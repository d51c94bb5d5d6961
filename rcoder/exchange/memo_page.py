"""Memos as one Markdown page: each under its heading, the words as they were written."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rcoder.exchange.markdown import anchor, escaped, link

DEEPEST = 6
_OPENING = re.compile(r"(`{3,})[^`]*$|(~{3,})")
_CLOSING = re.compile(r" {0,3}(`{3,}|~{3,})\s*$")
_HEADING = re.compile(r" {0,3}(#{1,6})(?=\s|$)")
_CODE = re.compile(r"(?<![\\`])(`+)(?!`).*?(?<!`)\1(?!`)")
_FETCHING = re.compile(r"<(?=[A-Za-z/!?])|!(?=\[)")
"""What a page would fetch or run: a tag, a picture."""
_LINKING = re.compile(r"\]([(:])(?!\s*(?:https?://|mailto:|#))", re.IGNORECASE)
"""What makes a link, or names one, that leads elsewhere than to a page, an address or a place on this page."""


@dataclass(frozen=True, slots=True)
class PageMemo:
    """A memo as the page shows it; all words as people wrote them."""

    id: str
    heading: str
    facts: tuple[str, ...]
    """Kind, what it is about, who wrote it and when."""
    text: str
    """Markdown."""
    quoted: str = ""
    """The words it is on, where it is on a passage."""
    links: tuple[tuple[str, str], ...] = ()
    """Id and words of what it points at."""
    linked_from: tuple[tuple[str, str], ...] = ()
    forms: tuple[str, ...] = ()
    """How the words it is on are to be printed: edited forms and translations, each with what it is."""


@dataclass(frozen=True, slots=True)
class PagePart:
    """The memos on one thing."""

    heading: str
    memos: tuple[PageMemo, ...]


def memo_page(title: str, parts: Sequence[PagePart]) -> str:
    """The page; memos that are on it are linked to."""
    known = {each.id for part in parts for each in part.memos}
    lines = [f"# {escaped(title)}", ""]
    for part in parts:
        lines += [f"## {escaped(part.heading)}", ""]
        for memo in part.memos:
            lines += _memo(memo, known)
    return "\n".join(lines).rstrip() + "\n"


def _memo(memo: PageMemo, known: set[str]) -> Iterator[str]:
    yield f"### {anchor(memo.id)}{escaped(memo.heading)}"
    yield ""
    yield f"*{' · '.join(escaped(each) for each in memo.facts if each)}*"
    yield ""
    if memo.quoted:
        yield f"> “{escaped(memo.quoted)}”"
        for form in memo.forms:
            yield ">"
            yield f"> {escaped(form)}"
        yield ""
    if memo.text.strip():
        yield from beneath(memo.text, 3)
        yield ""
    for words, pointed in (("See", memo.links), ("Linked from", memo.linked_from)):
        if pointed:
            named = (
                link(escaped(name), "", each) if each in known else escaped(name) for each, name in pointed
            )
            yield f"{words}: {', '.join(named)}"
            yield ""


def beneath(text: str, depth: int) -> Iterator[str]:
    """Lines of Markdown that stand under a heading of that depth: headings are deeper, tags and pictures are words.

    So are links, but for those to pages (http, https), addresses (mailto) and places on this page. What stands as code
    is left as it is where it is sure to be code; an open block of code is closed.
    """
    fence, sure, ticked = "", True, False
    for line in re.sub(r"\r\n?", "\n", text).strip("\n").split("\n"):
        found = _OPENING.match(line) if sure else None
        if fence:
            yield line
            closing = _CLOSING.match(line)
            if closing and closing[1].startswith(fence):
                fence = ""
        elif found:
            fence, ticked = found[1] or found[2], False
            yield line
        else:
            sure = (
                sure and "```" not in line and "~~~" not in line
            )  # of a list or a quote, which may end before it
            ticked = ticked and bool(line.strip())
            yield _deeper(_harmless(line, code=sure and not ticked), depth)
            ticked = ticked or "`" in _CODE.sub("", line)
    if fence:
        yield fence


def _deeper(line: str, depth: int) -> str:
    found = _HEADING.match(line)
    if found is None:
        return line
    return "#" * min(DEEPEST, depth + len(found[1])) + line[found.end() :]


def _harmless(line: str, *, code: bool) -> str:
    """The line with a stroke before whatever would fetch or run something; `code` within it stays."""
    pieces, place = [], 0
    for each in _CODE.finditer(line) if code else ():
        pieces += [_plain(line[place : each.start()]), each[0]]
        place = each.end()
    return "".join([*pieces, _plain(line[place:])])


def _plain(words: str) -> str:
    return _LINKING.sub(r"]\\\1", _FETCHING.sub(r"\\\g<0>", words))
