"""YAML files that people write by hand, read to a tree in which everything is text and knows its place.

Only the plain part of YAML is read: blocks of keys, lists and text. Aliases, anchors, tags and a second
document are findings, so that no file can grow when it is read or make anything but text
(`trust.md` 5.1). `no`, `1.10`, `12:30`, `010`, `null` and dates stay as they are written.
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rcoder.exchange.findings import BIDI_CONTROLS, LIMIT, Findings, is_plain, read_bounded, shown

LARGEST = 8_000_000
"""Bytes of the largest file that is read."""

DEEPEST = 40
"""How many blocks and lists may stand inside one another."""

MOST = 100_000
"""How many values, blocks and lists one file may hold."""


@dataclass(frozen=True, slots=True)
class YamlText:
    """A single value, as written (NFC), where it begins."""

    text: str
    line: int
    column: int
    plain: bool = True
    """Written without quotation marks."""


@dataclass(frozen=True, slots=True)
class YamlList:
    """A list and where it begins."""

    entries: tuple[YamlNode, ...]
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class YamlMap:
    """A block of keys and where it begins; of a key that stands twice the first is kept."""

    entries: dict[str, tuple[YamlText, YamlNode]]
    """Key as text, to the key in its place and its value."""
    line: int
    column: int


YamlNode = YamlText | YamlList | YamlMap


def read_yaml(path: Path, findings: Findings) -> YamlNode | None:
    """The tree of a YAML file; None where it has none, with the reason among the findings.

    Raises:
        Unreadable: the file is not there or cannot be read.
    """
    before = len(findings)
    source = read_bounded(path, LARGEST, findings)
    return None if len(findings) > before else parse_yaml(source, findings)


def parse_yaml(source: bytes, findings: Findings) -> YamlNode | None:
    """The tree of YAML in UTF-8, with or without byte-order mark; every fault of form goes to `findings`."""
    before = len(findings)
    text = _decoded(source, findings)
    _note_unprintable(text, findings)
    if len(findings) > before:
        return None
    tree = _Growing(findings).tree(text)
    if tree is None and len(findings) == before:
        findings.add_at(1, 1, "The file is empty.")
    return tree


def _decoded(source: bytes, findings: Findings) -> str:
    if source.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        findings.add_at(1, 1, "The file is in UTF-16; save it as UTF-8.")
        return ""
    source = source.removeprefix(codecs.BOM_UTF8)
    try:
        return _one_line_end(source.decode())
    except UnicodeDecodeError as error:
        before = _one_line_end(source[: error.start].decode())
        line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
        findings.add_at(
            line, column, f"The byte 0x{source[error.start]:02x} is not UTF-8; save the file as UTF-8."
        )
        return ""


def _one_line_end(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


_UNPRINTABLE = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufffe\uffff]"
)


def _note_unprintable(text: str, findings: Findings) -> None:
    for number, line in enumerate(text.split("\n"), start=1):
        for match in _UNPRINTABLE.finditer(line):
            kind = "text-direction mark" if match.group() in BIDI_CONTROLS else "control character"
            sentence = f"A {kind} (U+{ord(match.group()):04X}), which cannot be seen; take it out."
            findings.add_at(number, match.start() + 1, sentence)
            if len(findings) > LIMIT:
                return


@dataclass(slots=True)
class _Open:
    """A block or list whose end has not come."""

    line: int
    column: int
    is_map: bool
    entries: list[YamlNode]
    pairs: dict[str, tuple[YamlText, YamlNode]]
    key: YamlText | None = None


class _Growing:
    """A tree while the parser's events come in; a stack of its own, so that depth costs nothing."""

    def __init__(self, findings: Findings) -> None:
        self._findings = findings
        self._open: list[_Open] = []
        self._root: YamlNode | None = None
        self._documents = 0
        self._events = 0

    def tree(self, text: str) -> YamlNode | None:
        """The root of `text`, or None where the form breaks."""
        import yaml

        try:
            for event in _events(text):
                if not self._take(event):
                    return None
        except yaml.MarkedYAMLError as error:
            _note_syntax(error, text, self._findings)
            return None
        except yaml.YAMLError as error:
            self._findings.add_at(1, 1, f"This is not YAML: {error}.")
            return None
        return self._root

    def _take(self, event: Any) -> bool:
        """Put one event in its place; False where reading must stop."""
        import yaml

        place = _Place(event.start_mark.line + 1, event.start_mark.column + 1)
        self._events += 1
        if self._events > MOST:
            self._findings.add(
                place, f"The file holds more than {MOST} values, too many for a file written by hand."
            )
            return False
        self._refuse_machinery(event, place)
        match event:
            case yaml.DocumentStartEvent():
                self._documents += 1
                if self._documents > 1:
                    self._findings.add(place, 'A second document begins here ("---"); a file holds one.')
                    return False
            case yaml.AliasEvent():
                self._put(YamlText("", place.line, place.column, plain=False))
            case yaml.ScalarEvent():
                self._put(self._scalar(event, place))
            case yaml.SequenceStartEvent() | yaml.MappingStartEvent():
                return self._begin(place, is_map=isinstance(event, yaml.MappingStartEvent))
            case yaml.SequenceEndEvent() | yaml.MappingEndEvent():
                self._end()
            case _:
                pass
        return True

    def _refuse_machinery(self, event: Any, place: _Place) -> None:
        import yaml

        if isinstance(event, yaml.AliasEvent):
            self._findings.add(
                place, f"An alias ({shown('*' + str(event.anchor))}) is not read; write the text out."
            )
            return
        if getattr(event, "anchor", None) is not None:
            self._findings.add(
                place, f"An anchor ({shown('&' + str(event.anchor))}) is not read; take it out."
            )
        if getattr(event, "tag", None) is not None:
            self._findings.add(place, f"A tag ({shown(str(event.tag))}) is not read; take it out.")

    def _scalar(self, event: Any, place: _Place) -> YamlText:
        text = unicodedata.normalize("NFC", event.value)
        unseen = next((char for char in text if char not in "\n\t" and not is_plain(char)), None)
        if unseen is not None:
            self._findings.add(
                place, f"The text holds a control character (U+{ord(unseen):04X}); take it out."
            )
        return YamlText(text, place.line, place.column, plain=not event.style)

    def _begin(self, place: _Place, *, is_map: bool) -> bool:
        if len(self._open) >= DEEPEST:
            self._findings.add(place, f"More than {DEEPEST} blocks and lists stand inside one another here.")
            return False
        self._open.append(_Open(place.line, place.column, is_map, [], {}))
        return True

    def _end(self) -> None:
        ended = self._open.pop()
        if ended.is_map:
            self._put(YamlMap(ended.pairs, ended.line, ended.column))
        else:
            self._put(YamlList(tuple(ended.entries), ended.line, ended.column))

    def _put(self, node: YamlNode) -> None:
        if not self._open:
            self._root = node
            return
        into = self._open[-1]
        if not into.is_map:
            into.entries.append(node)
        elif into.key is None:
            into.key = self._as_key(node)
        else:
            key, into.key = into.key, None
            self._put_pair(into.pairs, key, node)

    def _as_key(self, node: YamlNode) -> YamlText:
        if isinstance(node, YamlText):
            return node
        self._findings.add(node, "A key must be a single word.")
        return YamlText("", node.line, node.column)

    def _put_pair(self, pairs: dict[str, tuple[YamlText, YamlNode]], key: YamlText, node: YamlNode) -> None:
        first = pairs.get(key.text)
        if first is None:
            pairs[key.text] = (key, node)
        else:
            self._findings.add(
                key, f"The key {shown(key.text)} stands twice; it is in line {first[0].line} already."
            )


@dataclass(frozen=True, slots=True)
class _Place:
    line: int
    column: int


def _events(text: str) -> Iterator[Any]:
    import yaml

    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    return iter(yaml.parse(text, Loader=loader))


def _note_syntax(error: Any, text: str, findings: Findings) -> None:
    mark = error.problem_mark or error.context_mark
    problem = str(error.problem or error.context or "the form is broken")
    if "unexpected end of stream" in problem and error.context_mark is not None:
        mark = error.context_mark
    line, column = (mark.line + 1, mark.column + 1) if mark is not None else (1, 1)
    findings.add_at(line, column, _in_words(problem, str(error.context or ""), _char_at(text, line, column)))


def _char_at(text: str, line: int, column: int) -> str:
    lines = text.splitlines()
    if not 1 <= line <= len(lines):
        return ""
    return lines[line - 1][column - 1 : column]


_SENTENCES = (
    ("unexpected end of stream", "A quotation mark opens here and never closes."),
    (
        "mapping values are not allowed",
        'A colon where no key can stand: put text that holds ": " in quotation marks.',
    ),
    (
        "entries are not allowed",
        'A list cannot begin here: put "- " on a line of its own, or quotation marks round the text.',
    ),
    (
        "could not find expected ':'",
        "A key without a colon before this place, or text without quotation marks.",
    ),
    (
        "did not find expected key",
        "This fits neither the block nor the text before it: look at the indentation and the quotation marks.",
    ),
    (
        "expected <block end>",
        "This fits neither the block nor the text before it: look at the indentation and the quotation marks.",
    ),
    ("',' or '}'", 'A "{" before this place is not closed by "}", or a comma is missing.'),
    ("',' or ']'", 'A "[" before this place is not closed by "]", or a comma is missing.'),
    ("escape character", 'An unknown escape in quotation marks: write a backslash as "\\\\".'),
    ("hexdecimal", 'An unfinished escape in quotation marks: write a backslash as "\\\\".'),
    ("found undefined tag handle", "A tag is not read; take it out."),
)
"""What PyYAML and libyaml say, to what to do about it; the first that matches is used."""


def _in_words(problem: str, context: str, char: str) -> str:
    if "cannot start any token" in problem:
        if char == "\t":
            return "A tab where the line is indented: indent with spaces."
        return f"Text cannot begin with {shown(char)}: put it in quotation marks."
    for part, sentence in _SENTENCES:
        if part in problem:
            return sentence
    return f"This is not YAML: {context + ', ' if context else ''}{problem}."
