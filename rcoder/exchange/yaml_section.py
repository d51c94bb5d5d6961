"""A block of keys in a hand-written YAML file, read against what may stand in it.

Every getter gives a usable value and notes what is wrong among the findings, so that one reading finds
every fault. Reading a key twice notes its faults once.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from rcoder.domain.terms import WORDS
from rcoder.domain.words import Bilingual
from rcoder.exchange.findings import Findings, choose, listed, nearest, shown
from rcoder.exchange.yaml_file import YamlList, YamlMap, YamlNode, YamlText

Term = TypeVar("Term", bound=StrEnum)

WORD = re.compile(r"[^\W_][\w.-]*")
"""An id: a letter or digit, then letters, digits, full stops, hyphens and underscores."""

PLAIN_WORD = re.compile(r"[^\W_][\w-]*")
"""An id without full stops, where a full stop joins two ids."""

LONGEST_WORD = 64
"""Code points of the longest id."""

FEW = 8
"""Keys that a sentence still lists."""


@dataclass(frozen=True, slots=True)
class Shape:
    """What a block is called in a sentence, and the keys it must and may have."""

    name: str
    required: tuple[str, ...]
    optional: tuple[str, ...] = ()

    @property
    def keys(self) -> tuple[str, ...]:
        """Every key it may have."""
        return self.required + self.optional


LANGUAGES = Shape("a text in two languages", (), ("da", "en"))


class Section:
    """One block: its keys are checked when it is made, its values as they are asked for."""

    def __init__(self, block: YamlMap, shape: Shape, findings: Findings) -> None:
        self.block = block
        self.shape = shape
        self.line = block.line
        self.column = block.column
        self._findings = findings
        self._check_keys()

    def _check_keys(self) -> None:
        for name, (key, value) in self.block.entries.items():
            if name not in self.shape.keys:
                self._findings.add(key, f"{shown(name)} is no key of {self.shape.name}{self._perhaps(name)}")
            elif is_bare(value):
                self._findings.add(
                    key, f"{shown(name)} has nothing after it: fill it in or take the line out."
                )
        for name in self.shape.required:
            if name not in self.block.entries:
                self._findings.add(
                    self, f"{self.shape.name[:1].upper()}{self.shape.name[1:]} needs {shown(name)}."
                )

    def _perhaps(self, name: str) -> str:
        near = nearest(name, self.shape.keys)
        if near:
            return f'; did you mean "{near}"?'
        return f"; it may have {listed(self.shape.keys)}." if len(self.shape.keys) <= FEW else "."

    def fault(self, key: str, sentence: str) -> None:
        """Note a fault at the value of `key`, or at the block where the key is missing."""
        self._findings.add(self.at(key), sentence)

    def has(self, key: str) -> bool:
        """Whether the key stands in the block."""
        return key in self.block.entries

    def at(self, key: str) -> YamlNode:
        """Where the value of `key` stands; the block itself where the key is missing."""
        pair = self.block.entries.get(key)
        return pair[1] if pair else self.block

    def text(self, key: str, default: str = "") -> str:
        """The text of a key without surrounding blanks; `default` where it is missing."""
        pair = self.block.entries.get(key)
        if pair is None:
            return default
        value = pair[1]
        if not isinstance(value, YamlText):
            self._findings.add(value, f"{shown(key)} is one text, not a list or block.")
            return default
        text = value.text.strip()
        if not text and key in self.shape.required and not value.plain:
            self._findings.add(value, f"{shown(key)} is empty.")
        return text

    def word(self, key: str, allowed: re.Pattern[str] = WORD) -> str:
        """An id: as `text`, and checked for its characters."""
        word = self.text(key)
        if word and (not allowed.fullmatch(word) or len(word) > LONGEST_WORD):
            stops = "" if allowed is PLAIN_WORD else "full stops, "
            rule = f"letters, digits, {stops}hyphens and underscores, {LONGEST_WORD} at most, a letter or digit first"
            self.fault(key, f"{shown(word)} is no id: it takes {rule}.")
        return word

    def bilingual(self, key: str, *, both: bool = False) -> Bilingual:
        """A text in Danish and English; with `both` neither may be missing."""
        pair = self.block.entries.get(key)
        if pair is None:
            return Bilingual()
        value = pair[1]
        if is_bare(value):
            return Bilingual()
        if not isinstance(value, YamlMap):
            self._findings.add(value, f'{shown(key)} is a text in two languages: write {{da: "…", en: "…"}}.')
            return Bilingual()
        said = Section(value, LANGUAGES, self._findings)
        found = Bilingual(said.text("da"), said.text("en"))
        missing = [name for name, text in (("da", found.da), ("en", found.en)) if not text]
        if missing and (both or len(missing) == 2):
            languages = " and ".join({"da": "Danish (da)", "en": "English (en)"}[name] for name in missing)
            self._findings.add(value, f"{shown(key)} has no {languages}.")
        return found

    def term(self, key: str, terms: type[Term], allowed: tuple[Term, ...] = ()) -> Term | None:
        """One of the words of an enumeration (of `allowed`, if given); None where the key is missing or wrong."""
        word = self.text(key)
        if not word:
            return None
        names = {str(term): WORDS[terms][term].da for term in allowed or tuple(terms)}
        found = choose(self.at(key), word, names, key, self._findings)
        return terms(found) if found is not None else None

    def yes(self, key: str) -> bool:
        """Whether a yes-or-no key says yes; a missing one says no."""
        word = self.text(key)
        if not word:
            return False
        return choose(self.at(key), word, {"yes": "ja", "no": "nej"}, key, self._findings) == "yes"

    def count(self, key: str, default: int) -> int:
        """A whole number from 1; `default` where the key is missing or wrong."""
        word = self.text(key)
        if not word:
            return default
        if word.isascii() and word.isdecimal() and len(word) < 10 and int(word) > 0:
            return int(word)
        self.fault(key, f"{shown(word)} is no {key}: it is a whole number from 1.")
        return default

    def one_of(self, key: str, words: tuple[str, ...]) -> str:
        """One of a few plain words; "" where the key is missing or wrong."""
        word = self.text(key)
        return (
            choose(self.at(key), word, {each: each for each in words}, key, self._findings) or ""
            if word
            else ""
        )

    def words(self, key: str) -> tuple[YamlText, ...]:
        """A list of texts in their places, without surrounding blanks; each stands once and says something."""
        pair = self.block.entries.get(key)
        if pair is None or is_bare(pair[1]):
            return ()
        if not isinstance(pair[1], YamlList):
            self._findings.add(pair[1], f"{shown(key)} is a list: write [one, another].")
            return ()
        found: dict[str, YamlText] = {}
        for entry in pair[1].entries:
            self._take_word(key, entry, found)
        return tuple(found.values())

    def _take_word(self, key: str, entry: YamlNode, found: dict[str, YamlText]) -> None:
        if not isinstance(entry, YamlText):
            self._findings.add(entry, f"{shown(key)} is a list of texts; this is a list or block.")
            return
        text = entry.text.strip()
        if not text:
            self._findings.add(entry, f"An empty text in {shown(key)}.")
        elif text in found:
            self._findings.add(entry, f"{shown(text)} stands twice in {shown(key)}.")
        else:
            found[text] = YamlText(text, entry.line, entry.column, entry.plain)

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of texts."""
        return tuple(each.text for each in self.words(key))

    def sections(self, key: str, shape: Shape, other: tuple[str, Shape] | None = None) -> tuple[Section, ...]:
        """A list of blocks of one shape; those that have the key of `other` are of the shape there."""
        pair = self.block.entries.get(key)
        if pair is None or is_bare(pair[1]):
            return ()
        value = pair[1]
        if not isinstance(value, YamlList):
            self._findings.add(value, f'{shown(key)} is a list: begin each of its blocks with "- ".')
            return ()
        if not value.entries:
            self._findings.add(value, f"{shown(key)} is empty: fill it in or take the line out.")
        found = (section_of(entry, _shape_of(entry, shape, other), self._findings) for entry in value.entries)
        return tuple(section for section in found if section is not None)


def _shape_of(node: YamlNode, shape: Shape, other: tuple[str, Shape] | None) -> Shape:
    return other[1] if other and isinstance(node, YamlMap) and other[0] in node.entries else shape


def is_bare(node: YamlNode) -> bool:
    """Whether nothing at all stands after a key."""
    return isinstance(node, YamlText) and node.plain and not node.text


def section_of(node: YamlNode | None, shape: Shape, findings: Findings) -> Section | None:
    """The block at `node`; None and a finding where it is something else."""
    if isinstance(node, YamlMap):
        return Section(node, shape, findings)
    if node is not None:
        findings.add(node, f"{shape.name[:1].upper()}{shape.name[1:]} is a block of keys, each with a colon.")
    return None


def check_format(top: YamlMap, kind: str, version: int, findings: Findings) -> bool:
    """Whether the line `rcoder: KIND VERSION` lets the rest be read; a wrong or missing line is a finding.

    False where the rest would be misread: a file of another kind, or of a newer format.
    """
    pair = top.entries.get("rcoder")
    wanted = f'"rcoder: {kind} {version}"'
    if pair is None:
        findings.add(top, f"The line {wanted} is missing; it says what the file is.")
        return True
    said = pair[1].text.split() if isinstance(pair[1], YamlText) else []
    if said == [kind, str(version)]:
        return True
    if len(said) == 2 and said[0] == kind and said[1].isdecimal() and int(said[1][:9]) > version:
        findings.add(
            pair[1],
            f"The file is of format {said[1][:9]}, newer than this rcoder reads ({version}); update rcoder.",
        )
        return False
    findings.add(pair[1], f"This line must read {wanted}.")
    return not said or nearest(said[0], [kind]) is not None
