"""The words of one paragraph of an OpenDocument text, and the styles that make words bold or hidden."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from rcoder.exchange.interviews.archive import Element
from rcoder.exchange.interviews.document import bold_lead
from rcoder.exchange.interviews.word_runs import child, local

_BLANKS = re.compile(r"[ \t\r\n]+")
_SKIPPED = frozenset({
    "soft-page-break", "annotation-end", "ruby-text", "script", "change", "change-start", "change-end",
    "placeholder", "number", "tracked-changes", "toc-mark", "toc-mark-start", "toc-mark-end",
})  # fmt: skip
_BOXES = frozenset({"frame", "g", "custom-shape", "rect", "text-box"})
_MOST_BLANKS = 1000
_DEEPEST_STYLE = 20


def value(element: Element, name: str) -> str:
    """An attribute of the element by its local name; "" where it is not there."""
    for key, text in element.attrib.items():
        if str(key).rpartition("}")[2] == name:
            return str(text)
    return ""


@dataclass(frozen=True, slots=True)
class _Look:
    parent: str
    bold: bool | None
    hidden: bool | None


class Styles:
    """What styles say of words: bold or hidden; the last document's definition of a name holds."""

    def __init__(self, roots: Sequence[Element]) -> None:
        self._looks: dict[tuple[str, str], _Look] = {}
        for root in roots:
            for group in root:
                if local(group) in {"styles", "automatic-styles"}:
                    self._learn(group)

    def _learn(self, group: Element) -> None:
        for style in group:
            if local(style) != "style":
                continue
            words = child(style, "text-properties")
            weight = "" if words is None else value(words, "font-weight")
            display = "" if words is None else value(words, "display")
            section = child(style, "section-properties")
            if section is not None and value(section, "display") == "none":
                display = "none"
            self._looks[value(style, "family"), value(style, "name")] = _Look(
                value(style, "parent-style-name"),
                _is_heavy(weight) if weight else None,
                display == "none" if display else None,
            )

    def _chain(self, family: str, name: str) -> list[_Look]:
        found: list[_Look] = []
        while name and len(found) < _DEEPEST_STYLE and (look := self._looks.get((family, name))):
            found.append(look)
            name = look.parent
        return found

    def bold(self, family: str, name: str) -> bool | None:
        """Whether the style makes words bold; None where it leaves them as they are."""
        return next((look.bold for look in self._chain(family, name) if look.bold is not None), None)

    def hidden(self, family: str, name: str) -> bool:
        """Whether the style hides words."""
        return next((look.hidden for look in self._chain(family, name) if look.hidden is not None), False)

    def hides_paragraph(self, paragraph: Element) -> bool:
        """Whether the paragraph is not shown."""
        return self.hidden("paragraph", value(paragraph, "style-name"))

    def hides_section(self, section: Element) -> bool:
        """Whether the section is not shown."""
        return value(section, "display") == "none" or self.hidden("section", value(section, "style-name"))


def _is_heavy(weight: str) -> bool:
    return weight == "bold" or (weight.isdigit() and int(weight) >= 600)


class Words:
    """Collects words over one document."""

    def __init__(self, styles: Styles) -> None:
        self.styles = styles
        self.left_out: Counter[str] = Counter()
        self.boxes: list[Element] = []
        """Text boxes met in the paragraph, to be read after it."""

    def count_changes(self, changes: Element) -> None:
        """Take note of what was changed with the changes tracked; the deleted words stand there and nowhere else."""
        for region in changes:
            for change in region:
                if local(change) == "deletion":
                    self.left_out["deleted"] += 1
                elif local(change) == "insertion":
                    self.left_out["inserted"] += 1

    def read(self, paragraph: Element) -> tuple[str, str]:
        """The words of the paragraph, and those in bold that it opens with where others follow."""
        pieces: list[tuple[str, bool]] = []
        bold = self.styles.bold("paragraph", value(paragraph, "style-name")) or False
        self._walk(paragraph, bold, pieces)
        text = "".join(words for words, _ in pieces)
        return text, bold_lead(pieces)

    def _walk(self, element: Element, bold: bool, pieces: list[tuple[str, bool]]) -> None:
        self._say(element.text, bold, pieces)
        for each in element:
            self._leaf(each, local(each), bold, pieces)
            self._say(each.tail, bold, pieces)

    def _say(self, words: str | None, bold: bool, pieces: list[tuple[str, bool]]) -> None:
        """Blanks and line ends of the file's own are one space, as the format has it."""
        if not words:
            return
        words = _BLANKS.sub(" ", words)
        if words.startswith(" ") and (not pieces or pieces[-1][0].endswith((" ", "\n"))):
            words = words[1:]
        if words:
            pieces.append((words, bold))

    def _leaf(self, element: Element, name: str, bold: bool, pieces: list[tuple[str, bool]]) -> None:
        if name == "s":
            count = value(element, "c")
            blanks = int(count) if count.isascii() and count.isdigit() and len(count) < 8 else 1
            pieces.append((" " * min(max(blanks, 1), _MOST_BLANKS), bold))
        elif name == "tab":
            pieces.append(("\t", bold))
        elif name == "line-break":
            pieces.append(("\n", bold))
        elif name == "note":
            self.left_out["endnote" if value(element, "note-class") == "endnote" else "footnote"] += 1
        elif name == "annotation":
            self.left_out["comment"] += 1
        elif name in _BOXES:
            self.boxes.append(element)
        elif name in {"hidden-text", "hidden-paragraph"} or self._is_hidden(element, name):
            self.left_out["hidden"] += 1
        elif name and name not in _SKIPPED:
            own = self.styles.bold("text", value(element, "style-name")) if name == "span" else None
            self._walk(element, bold if own is None else own, pieces)

    def _is_hidden(self, element: Element, name: str) -> bool:
        return name == "span" and self.styles.hidden("text", value(element, "style-name"))
