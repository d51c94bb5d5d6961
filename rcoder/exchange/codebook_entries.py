"""The parts of a codebook's pages: a code, a theory, the attributes, and what comes from where."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from rcoder.domain.case import Attribute
from rcoder.domain.codebook import Code, CodebookContents, Node, Theory, TheoryLink
from rcoder.domain.terms import letter, say
from rcoder.domain.words import Bilingual, Category, Kind
from rcoder.exchange.codebook_shape import OVERALL
from rcoder.exchange.markdown import anchor, escaped, link, table

_ID = re.compile(r"[^\W_][\w.-]*")
NOTHING = "–"
"""What stands in a cell without anything in it."""


@dataclass(frozen=True, slots=True)
class Pages:
    """On which page each code stands, seen from one of them."""

    places: Mapping[str, str]
    """The page of each code, support condition and hypothesis, by key."""
    here: str = ""

    def at(self, page: str) -> Pages:
        """The same, seen from another page."""
        return replace(self, here=page)

    def of(self, key: str) -> str:
        """The page that a code stands on, "" for no such code."""
        return self.places.get(key, "")

    def to(self, page: str) -> str:
        """The way to a page; "" for the one that one is on."""
        return "" if page == self.here else posixpath.relpath(page, posixpath.dirname(self.here) or ".")

    def link(self, key: str) -> str:
        """A code's key that leads to it."""
        return link(escaped(key), self.to(self.places[key]), key) if key in self.places else escaped(key)

    def linked(self, text: str) -> str:
        """A text whose codes lead to where they stand; a key without a digit may be an ordinary word and does not."""
        words, found, last = " ".join(text.split()), [], 0
        for match in _ID.finditer(words):
            key = match[0].rstrip(".-")
            if key in self.places and any(map(str.isdigit, key)):
                found += [escaped_part(words[last : match.start()], first=not last), self.link(key)]
                last = match.start() + len(key)
        return "".join((*found, escaped_part(words[last:], first=not last)))


def escaped_part(text: str, *, first: bool) -> str:
    """A part of a text, escaped, with the blanks round it; what begins a list does so only where it is `first`."""
    if not text.strip():
        return " " if text and not first else ""
    before = " " if text[0] == " " and not first else ""
    after = " " if text[-1] == " " else ""
    return f"{before}{escaped(text)}{after}"


def code_lines(code: Code, book: CodebookContents, pages: Pages, *, headed: bool = True) -> list[str]:
    """A code, support condition or hypothesis: what it is, when to use it and when not, and where it comes from."""
    lines: list[str] = []
    if headed:
        level = "###" if code.parent_id else "##"
        lines += [anchor(code.key), "", f"{level} {escaped(code.key)} {escaped(code.label.da)}", ""]
        lines += [f"*{escaped(code.label.en)}*", ""]
    facts = _facts(code, book)
    lines += [facts, ""] if facts else []
    rows = (
        ("", code.title),
        ("What", code.definition),
        ("Use", code.use),
        ("Not", code.avoid),
        ("Like", _quoted(code.example)),
    )
    told = [
        (f"**{name}**" if name else "", *(pages.linked(words) or NOTHING for words in (said.da, said.en)))
        for name, said in rows
        if said != Bilingual()
    ]
    lines += table(("", "Dansk", "English"), told)
    if code.aliases:
        lines += [f"**Also called:** {'; '.join(map(escaped, code.aliases))}", ""]
    return [*lines, *_origin(code, pages)]


def _quoted(said: Bilingual) -> Bilingual:
    return Bilingual(*(f"“{words}”" if words else "" for words in (said.da, said.en)))


def _facts(code: Code, book: CodebookContents) -> str:
    """Category, kind, sign, horizon, actors and node in one line."""
    if code.category is Category.HYPOTHESIS:
        return ""
    kind = f"**{letter(code.kind)}** {say(code.kind, 'en')}" if code.kind else ""
    minus = (
        "" if code.sign == "+" else "− bad, or speaks against" if code.kind is Kind.OUTCOME else "− barrier"
    )
    facts = (
        "support condition" if code.category is Category.CONDITION else "",
        kind,
        minus,
        f"{say(code.horizon, 'en')} term" if code.horizon else "",
        ", ".join(map(escaped, code.actors)),
        _node(code, book),
        "retired" if code.retired else "",
    )
    return " · ".join(each for each in facts if each)


def _node(code: Code, book: CodebookContents) -> str:
    overall = book.theory(OVERALL)
    if overall is None or code.category is not Category.CODE:
        return ""
    own = (each for each in book.nodes if each.theory_id == overall.id and code.id in each.codes)
    node = next(own, None)
    return f"node {escaped(node.key)} *{escaped(node.label.say('en'))}*" if node else "no node"


def _origin(code: Code, pages: Pages) -> list[str]:
    place = f", {escaped(code.section)}" if code.section else ""
    note = f" **Note:** {pages.linked(code.note)}" if code.note else ""
    return [f"**From:** {say(code.basis, 'en')}{place}.{note}", ""]


# -- theories --------------------------------------------------------------------------------------------------------


def theory_lines(book: CodebookContents, key: str, pages: Pages) -> list[str]:
    """A theory as two tables: its nodes and its links."""
    theory = book.theory(key)
    if theory is None:
        return []
    said = [escaped(words) for words in (theory.note.da, theory.note.en) if words]
    return [
        f"## Theory: {escaped(theory.title.say('en'))}",
        "",
        f"*{escaped(theory.title.da)}* · {say(theory.basis, 'en')}",
        "",
        *(line for words in said for line in (words, "")),
        *_nodes(book, theory, pages),
        *_links(book, theory),
    ]


def _nodes(book: CodebookContents, theory: Theory, pages: Pages) -> list[str]:
    keys = {code.id: code.key for code in book.codes}
    above = {node.id: node.key for node in book.nodes}

    def row(node: Node) -> tuple[str, ...]:
        codes = ", ".join(pages.link(keys[each]) for each in node.codes) or NOTHING
        up = escaped(above.get(node.rolls_up_to or "", "")) or ", ".join(map(pages.link, node.hypotheses))
        return (
            escaped(node.key),
            say(node.column, "en"),
            escaped(node.label.da),
            escaped(node.label.en),
            codes,
            up,
        )

    own = [node for node in book.nodes if node.theory_id == theory.id]
    last = "Hypotheses" if theory.key == OVERALL else "Rolls up to"
    return table(("Node", "Column", "Dansk", "English", "Codes", last), map(row, own))


def _links(book: CodebookContents, theory: Theory) -> list[str]:
    names = {node.id: node for node in book.nodes}

    def end(node_id: str) -> str:
        return f"{escaped(names[node_id].key)} {escaped(names[node_id].label.say('en'))}"

    def row(each: TheoryLink) -> tuple[str, ...]:
        place = escaped(each.section) or NOTHING
        return end(each.source_id), say(each.effect, "en"), end(each.target_id), say(each.basis, "en"), place

    own = [each for each in book.links if each.theory_id == theory.id]
    return table(("From", "", "To", "Basis", "Where"), map(row, own))


# -- attributes and sources ------------------------------------------------------------------------------------------


def attribute_lines(attributes: Sequence[Attribute]) -> list[str]:
    """What a study with the codebook wants to know of each case and interview."""
    rows = [
        (
            f"`{each.key}`",
            say(each.about, "en"),
            _type(each),
            escaped(each.label.da),
            escaped(each.label.en),
            escaped(each.definition.say("en")) or NOTHING,
        )
        for each in attributes
    ]
    headings = ("Key", "Of each", "Type", "Dansk", "English", "What")
    return ["## What is to be known of cases and interviews", "", *table(headings, rows)] if rows else []


def _type(attribute: Attribute) -> str:
    words = say(attribute.type, "en")
    if attribute.choices:
        return (
            f"{words}: {', '.join(escaped(each.label.say('en') or each.value) for each in attribute.choices)}"
        )
    unit = attribute.unit.say("en")
    return f"{words}, {escaped(unit)}" if unit else words


def source_lines(codes: Sequence[Code], pages: Pages) -> list[str]:
    """What comes from where: the codes by section of the source and by how surely they stand there."""
    found: dict[tuple[str, str], list[str]] = {}
    for code in codes:
        found.setdefault((code.section, say(code.basis, "en")), []).append(code.key)
    rows = [
        (escaped(section) or NOTHING, basis, ", ".join(map(pages.link, keys)))
        for (section, basis), keys in sorted(found.items(), key=lambda each: _in_numbers(each[0]))
    ]
    return ["## What comes from where", "", *table(("Where", "Basis", "Codes"), rows)]


def _in_numbers(place: tuple[str, str]) -> tuple[list[tuple[int, str]], str]:
    """§1.5.2 before §1.10."""
    parts = re.split(r"(\d+)", place[0])
    return [(int(part) if part.isdecimal() else -1, part) for part in parts], place[1]
