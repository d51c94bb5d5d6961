"""The language that passages are asked for in: H1.M1 and H2.R1 near:2 H1* not role:mentor.

query   = all { "or" all }
all     = related { ["and"] related }
related = part { ["not"] ("overlapping" | "near:N" | "same-turn") part }
part    = "not" part | "(" query ")" | CODE | CODE* | CODE/ | name:value | name:"more words"
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from rcoder.domain.errors import Misuse
from rcoder.domain.retrieval import All, Node, Not, Query, Related, Relation, Some, Term

NAMES = {
    "kind": "context, resource, reasoning or outcome, or its letter",
    "code": "a passage's own code, H1* with what stands under it",
    "role": "a role or role group of who speaks",
    "case": "the case it is about",
    "group": "a group of cases",
    "outcome": "an outcome group of cases",
    "interview": "title of an interview, its file or its id",
    "coder": "who coded it",
    "speaker": "the voice, as the interview names it",
    "polarity": "present, weak or absent",
    "scope": "this_case, general, normative or anticipated",
    "stance": "supports, contradicts, refines or any: evidence for or against a claim",
    "on": "number of a configuration it belongs to, or key of what it is evidence on",
    "directness": "said or inferred",
    "prompting": "volunteered or prompted",
    "is": "coding, evidence, counterfactual, counted or listed",
    "words": "letters that stand in the passage",
}
"""What a term can begin with, and what follows it."""

_TOKEN = re.compile(
    r'\s*(?:([()])|([a-zæøå-]+):(?:"([^"]*)("?)|([^\s()"]*))|"([^"]*)("?)|([^\s()":]+))', re.IGNORECASE
)
_WAY_OUT = (
    "Write codes and terms such as role:borger with and, or, not, overlapping, near:2, same-turn and ( )."
)
_WORDS = ("and", "or", "not", "overlapping", "same-turn")
_INFIX = ("overlapping", "near", "same-turn")
DEEPEST = 50
"""Parentheses within each other."""
LONGEST = 2000
"""Characters of a query."""


class _Token(NamedTuple):
    what: str
    """"word", "term", "near", "code" or a mark: ( ) or "" at the end."""
    text: str
    value: str
    at: int


def wrong_at(at: int, sentence: str, hint: str = _WAY_OUT) -> Misuse:
    """The error of a query: where, in characters from 1, and what is wrong there."""
    return Misuse(f"Character {at + 1} of the query: {sentence}", hint)


def parse(text: str) -> Query:
    """The query that a text writes. Raises Misuse in one sentence, with the place."""
    if len(text) > LONGEST:
        raise Misuse(f"A query has {LONGEST:,} characters at most; this one has {len(text):,}.")
    tokens = _tokens(text)
    if tokens[0].what == "":
        raise Misuse("The query is empty.", "Give a code such as H1.M1, or a term such as role:borger.")
    reading = _Reading(tokens)
    root = reading.some(0)
    last = reading.here
    if last.what != "":
        raise wrong_at(last.at, f"there is a {last.text} too many.")
    return Query(text, root)


def narrowed(text: str, wanted: Iterable[tuple[str, str]]) -> str:
    """A query with further terms that all must hold, each a name and a value; the text alone where there are none."""
    more = " ".join(f"{name}:{quoted(value)}" for name, value in wanted if value)
    if not more or not text.strip():
        return more or text
    return f"({text.strip()}) {more}" if _needs_parentheses(text) else f"{text.strip()} {more}"


def quoted(value: str) -> str:
    """A value as a query writes it, in quotation marks where it has blanks or marks in it."""
    plain = re.fullmatch(r'[^\s()":]+', value) and value.casefold() not in _WORDS
    return value if plain else f'"{value.replace(chr(34), "")}"'


def _needs_parentheses(text: str) -> bool:
    """Whether a query is not one chain of terms that all must hold."""
    return any(each.what == "word" and each.text == "or" for each in _tokens(text))


def _tokens(text: str) -> list[_Token]:
    found, place = [], 0
    end = len(text.rstrip())
    while place < end:
        match = _TOKEN.match(text, place)
        if match is None:
            at = place + len(text[place:]) - len(text[place:].lstrip())
            raise wrong_at(at, f"{text[at]} has no meaning there.")
        found.append(_token(match))
        place = match.end()
    return [*found, _Token("", "", "", len(text))]


def _token(match: re.Match[str]) -> _Token:
    mark, name, quoted_value, closed, value, code, code_closed, word = match.groups()
    at = match.start() + len(match[0]) - len(match[0].lstrip())
    if mark:
        return _Token(mark, mark, "", at)
    if (quoted_value is not None and not closed) or (code is not None and not code_closed):
        raise wrong_at(at, 'a quotation mark (") is never closed.')
    if name is not None:
        return _named(name.casefold(), value if quoted_value is None else quoted_value, at)
    if code is None and word.casefold() in _WORDS:
        return _Token("word", word.casefold(), "", at)
    return _Token("code", "", _deep(code if code is not None else word, at), at)


def _named(name: str, value: str, at: int) -> _Token:
    if name == "near":
        if not value.isascii() or not value.isdigit() or len(value) > 6:
            raise wrong_at(at, "near: takes a number of turns.", "Write near:2.")
        return _Token("word", "near", value, at)
    if name not in NAMES:
        raise wrong_at(
            at, f"there is no term {name}:.", f"There are {', '.join(f'{each}:' for each in NAMES)}."
        )
    if not value.strip():
        raise wrong_at(at, f"{name}: needs a value.", f"It takes {NAMES[name]}.")
    return _Token("term", name, _deep(value, at) if name == "code" else " ".join(value.split()), at)


def _deep(code: str, at: int) -> str:
    """A code as a term holds it: its key, with * where what stands under it is meant too."""
    key = code.strip()
    plain = key[:-1] if key.endswith(("*", "/")) else key
    if not plain or plain.endswith(("*", "/")):
        raise wrong_at(
            at, f"“{key}” is no code.", "Write H1.M1, or H1* for a code with what stands under it."
        )
    return plain if plain == key else f"{plain}*"


class _Reading:
    """The tokens of a query, read from left to right."""

    def __init__(self, tokens: list[_Token]) -> None:
        self.tokens = tokens
        self.place = 0

    @property
    def here(self) -> _Token:
        return self.tokens[self.place]

    def is_word(self, *words: str) -> bool:
        return self.here.what == "word" and self.here.text in words

    def some(self, depth: int) -> Node:
        parts = [self.all(depth)]
        while self.is_word("or"):
            self.place += 1
            parts.append(self.all(depth))
        return parts[0] if len(parts) == 1 else Some(tuple(parts))

    def all(self, depth: int) -> Node:
        parts = [self.related(depth)]
        while self.here.what not in ("", ")") and not self.is_word("or"):
            if self.is_word("and"):
                self.place += 1
            parts.append(self.related(depth))
        return parts[0] if len(parts) == 1 else All(tuple(parts))

    def related(self, depth: int) -> Node:
        left = self.part(depth)
        while (relation := self.relation()) is not None:
            negated, token = relation
            right = self.part(depth)
            kind = Relation.OVERLAPPING if token.text == "overlapping" else Relation.NEAR
            left = Related(left, right, kind, int(token.value or 0), negated)
        return left

    def relation(self) -> tuple[bool, _Token] | None:
        """Goes past a relation, where one stands here."""
        after = self.tokens[min(self.place + 1, len(self.tokens) - 1)]
        negated = self.is_word("not") and after.what == "word" and after.text in _INFIX
        if not negated and not self.is_word(*_INFIX):
            return None
        token = after if negated else self.here
        self.place += 2 if negated else 1
        return negated, token

    def part(self, depth: int) -> Node:
        token = self.here
        if depth > DEEPEST:
            raise wrong_at(token.at, "there are too many parentheses within each other.")
        if token.what in {"", ")"} or self.is_word("and", "or", *_INFIX):
            what = "the query ends" if token.what == "" else f"{token.text} stands"
            raise wrong_at(token.at, f"{what} where a code or a term is wanted.")
        self.place += 1
        if token.what == "word":
            return Not(self.part(depth + 1))
        if token.what != "(":
            return Term(token.text, token.value, token.at)
        inner = self.some(depth + 1)
        if self.here.what != ")":
            raise wrong_at(token.at, "this parenthesis is never closed.")
        self.place += 1
        return inner


def without(text: str, term: Term) -> str:
    """A query with one of its terms taken out, and a joint that it leaves alone; "" where nothing is left."""
    match = _TOKEN.match(text, term.at)
    if match is None:
        return text
    before, after = text[: term.at].rstrip(), text[match.end() :].lstrip()
    before = re.sub(r"(?:^|\s)and$", "", before, flags=re.IGNORECASE).rstrip()
    if not before:
        after = re.sub(r"^and\s+", "", after, flags=re.IGNORECASE)
    return f"{before} {after}".strip()
