"""The words of one Word paragraph: what a reader of the document sees, run by run.

An own walker, since `Paragraph.text` of python-docx drops tracked insertions, content controls and smart tags.
"""

from __future__ import annotations

from collections import Counter

from rcoder.exchange.interviews.archive import Element

_WORD = (
    "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}",
    "{http://purl.oclc.org/ooxml/wordprocessingml/main}",
)
_SKIPPED = frozenset({
    "del", "moveFrom", "delText", "delInstrText", "instrText", "rPr", "pPr", "tblPr", "trPr", "tcPr",
    "sdtPr", "sdtEndPr", "sectPr", "footnoteReference", "endnoteReference", "commentReference",
    "annotationRef", "ruby_rt", "rt", "Fallback", "proofErr",
})  # fmt: skip
_LITERAL = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_WINGDINGS = {
    0x4A: "☺",
    0x4B: "😐",
    0x4C: "☹",
    0xDF: "←",
    0xE0: "→",
    0xE1: "↑",
    0xE2: "↓",
    0xFC: "✓",
    0xFB: "✗",
    0xA7: "▪",
}
_SYMBOL = {0xAE: "→", 0xAC: "←", 0xB7: "·", 0xB3: "≥", 0xA3: "≤", 0xB1: "±", 0xB4: "×"}
UNKNOWN_SYMBOL = "▯"
_STRONG = frozenset({"Strong", "Strk", "Sterk", "Stark"})
"""Names of the style for strong words in English, Danish, Norwegian and Swedish."""
_LONGEST_LEAD = 80


def local(element: Element) -> str:
    """Name of the element without its namespace; "" for comments and processing instructions."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def attribute(element: Element, name: str) -> str | None:
    """A `w:` attribute of the element."""
    for space in _WORD:
        value = element.get(space + name)
        if value is not None:
            return str(value)
    return None


def is_on(element: Element | None) -> bool:
    """Whether a property that may be switched off stands and is not."""
    return element is not None and attribute(element, "val") not in {"0", "false", "off"}


def child(element: Element, *path: str) -> Element | None:
    """The descendant at `path`, by local names."""
    found: Element | None = element
    for name in path:
        found = None if found is None else next((each for each in found if local(each) == name), None)
    return found


def symbol(font: str, code: int) -> str:
    """The sign at a place of a font of signs."""
    table = {"symbol": _SYMBOL, "wingdings": _WINGDINGS}.get(font.casefold(), {})
    return table.get(code, UNKNOWN_SYMBOL)


def _is_bold(run: Element) -> bool:
    style = child(run, "rPr", "rStyle")
    return is_on(child(run, "rPr", "b")) or (style is not None and attribute(style, "val") in _STRONG)


class Runs:
    """Collects words over one document; fields may run on from paragraph to paragraph."""

    def __init__(self) -> None:
        self.left_out: Counter[str] = Counter()
        self.boxes: list[Element] = []
        """Text boxes met in the paragraph, to be read after it."""
        self._fields: list[bool] = []
        """Open fields, innermost last: whether their result has begun."""

    def text(self, paragraph: Element) -> str:
        """The words of the paragraph."""
        self._fields = [True for _ in self._fields]
        pieces: list[str] = []
        self._walk(paragraph, pieces)
        return "".join(pieces)

    def bold_lead(self, paragraph: Element) -> str:
        """The words in bold that a paragraph opens with, where others follow: a speaker's name as a rule."""
        runs = [each for each in paragraph if local(each) == "r" and not self._is_hidden(each)]
        pieces: list[str] = []
        for run in runs:
            words = "".join(each.text or "" for each in run if local(each) == "t")
            if words.strip() and not _is_bold(run):
                return "".join(pieces)
            if any(local(each) in _LITERAL for each in run) or sum(map(len, pieces)) > _LONGEST_LEAD:
                return ""
            pieces.append(words)
        return ""

    def _walk(self, element: Element, pieces: list[str]) -> None:
        for each in element:
            name = local(each)
            if name in {"del", "moveFrom"}:
                self.left_out["deleted"] += 1
            elif name in {"footnoteReference", "endnoteReference", "commentReference"}:
                self.left_out[name.removesuffix("Reference")] += 1
            elif name == "txbxContent":
                self.boxes.append(each)
            elif name == "r" and self._is_hidden(each):
                self.left_out["hidden"] += 1
            elif name == "ins":
                self.left_out["inserted"] += 1
                self._walk(each, pieces)
            elif name == "fldChar":
                self._field(attribute(each, "fldCharType"))
            elif name == "sdt" and is_on(child(each, "sdtPr", "showingPlcHdr")):
                continue
            elif name not in _SKIPPED:
                self._leaf(each, name, pieces)

    def _leaf(self, element: Element, name: str, pieces: list[str]) -> None:
        if not all(self._fields) and name in {"t", "sym", *_LITERAL}:
            return
        if name == "t":
            pieces.append(element.text or "")
        elif name == "sym":
            pieces.append(self._symbol(element))
        elif name in _LITERAL:
            pieces.append(_LITERAL[name])
        elif name == "AlternateContent":
            choice = next((each for each in element if local(each) == "Choice"), None)
            if choice is not None:
                self._walk(choice, pieces)
        elif name not in {"tabs", "softHyphen"}:
            self._walk(element, pieces)

    def _field(self, kind: str | None) -> None:
        if kind == "begin":
            self._fields.append(False)
        elif kind == "separate" and self._fields:
            self._fields[-1] = True
        elif kind == "end" and self._fields:
            self._fields.pop()

    @staticmethod
    def _is_hidden(run: Element) -> bool:
        return is_on(child(run, "rPr", "vanish"))

    def _symbol(self, element: Element) -> str:
        try:
            code = int(attribute(element, "char") or "", 16)
        except ValueError:
            code = 0
        font = attribute(element, "font") or ""
        if not 0xF000 <= code <= 0xF0FF:
            return chr(code) if 0x20 <= code < 0xD800 or 0xFA00 <= code <= 0x10FFFF else UNKNOWN_SYMBOL
        sign = symbol(font, code - 0xF000)
        self.left_out["symbol"] += sign == UNKNOWN_SYMBOL
        return sign
