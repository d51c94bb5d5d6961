"""What of a web page is shown: hidden parts, bold words, and what word processors put beside the words."""

from __future__ import annotations

import re

from rcoder.exchange.interviews.archive import Element

UNSEEN = frozenset([
    "script", "style", "head", "template", "noscript", "title", "svg", "math", "iframe", "frame",
    "frameset", "object", "embed", "applet", "audio", "video", "canvas", "map", "select", "datalist",
    "textarea", "input", "meta", "link", "base", "param", "source", "track", "rt", "rp", "colgroup", "col",
])  # fmt: skip
"""Elements whose content is no text of the page."""
BLOCKS = frozenset([
    "address", "article", "aside", "blockquote", "body", "center", "dd", "details", "dialog", "dir", "div",
    "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6",
    "header", "hgroup", "hr", "html", "legend", "li", "main", "menu", "nav", "ol", "p", "pre", "search",
    "section", "summary", "ul", "caption",
])  # fmt: skip
"""Elements that stand on lines of their own."""

_CLASS = re.compile(r"(?:[a-z]+[0-9]?)?\.([\w-]+)", re.IGNORECASE)
_HIDDEN = re.compile(
    r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all)\b", re.IGNORECASE
)
_WEIGHT = re.compile(r"(?:^|;)\s*font-weight\s*:\s*(?P<weight>\w+)", re.IGNORECASE)
_NOTED = re.compile(
    r"mso-(?P<list>endnote|footnote|comment)-(?:id|reference)|mso-element:(?:\s*)(?P<element>[\w-]+)",
    re.IGNORECASE,
)
_ELEMENTS = {
    "footnote-list": "", "footnote": "", "endnote-list": "", "endnote": "", "comment-list": "", "comment": "",
    "header": "edge", "footer": "edge",
}  # fmt: skip
_CALL = re.compile(r"(?P<kind>ftnt|cmnt)_ref\d+|(?P<other>sd(?:foot|end)note)\d+anc|_(?P<word>ftn|edn)ref\d+")
_BODY = re.compile(r"(?:ftnt|cmnt)\d+|sd(?:foot|end)note\d+sym|_(?:ftn|edn)\d+")
_KINDS = {
    "ftnt": "footnote",
    "cmnt": "comment",
    "sdfootnote": "footnote",
    "sdendnote": "endnote",
    "ftn": "footnote",
    "edn": "endnote",
}
_LONGEST_SHEET = 500_000
_LONGEST_SELECTOR = 1_000


class Look:
    """What the page's own styles say, and what each element says of itself."""

    def __init__(self, root: Element) -> None:
        self._hidden: set[str] = set()
        self._weights: dict[str, bool] = {}
        for style in root.iter("style"):
            self._learn(str(style.text or ""))
        self._bodies = {id(body): body for anchor in root.iter("a") if (body := _body_of(anchor)) is not None}

    def _learn(self, sheet: str) -> None:
        for rule in sheet[:_LONGEST_SHEET].split("}"):
            selectors, _, body = rule.rpartition("{")
            if len(selectors) > _LONGEST_SELECTOR:
                continue
            names = [found[1] for part in selectors.split(",") if (found := _CLASS.fullmatch(part.strip()))]
            if _HIDDEN.search(body):
                self._hidden.update(names)
            if weight := _WEIGHT.search(body):
                self._weights.update(dict.fromkeys(names, _is_heavy(weight["weight"])))

    def unseen(self, element: Element, name: str) -> str | None:
        """Why the element is left out: "" for what is never said, else a kind that is counted; None where it is shown."""
        if name in UNSEEN or id(element) in self._bodies or _is_notes(element, name):
            return ""
        if name == "del":
            return "deleted"
        return self._called(element, name) or self._styled(element, name)

    @staticmethod
    def _called(element: Element, name: str) -> str | None:
        """The kind of note that the element calls, or the edge of a page that it is."""
        found = _CALL.fullmatch(element.get("id") or element.get("name") or "") if name == "a" else None
        if found:
            return _KINDS[found["kind"] or found["other"] or found["word"]]
        classes = (element.get("class") or "").split()
        if name == "a" and "msocomanchor" in classes:
            return "comment"
        if name == "a" and ("footnote-ref" in classes or element.get("role") == "doc-noteref"):
            return "footnote"
        return "edge" if name == "div" and element.get("title") in {"header", "footer"} else None

    def _styled(self, element: Element, name: str) -> str | None:
        style, classes = element.get("style") or "", (element.get("class") or "").split()
        if "mso-" in style and (noted := self._noted(style)) is not None:
            return noted
        if "msocomtxt" in classes and name == "div":
            return ""
        if element.get("hidden") is None and not _HIDDEN.search(style) and self._hidden.isdisjoint(classes):
            return None
        return "hidden" if _first_words(element) else ""

    @staticmethod
    def _noted(style: str) -> str | None:
        if style.replace(" ", "").lower() == "mso-list:ignore":
            return ""
        found = _NOTED.search(style)
        if found is None:
            return None
        if found["element"]:
            return _ELEMENTS.get(found["element"].lower())
        return found["list"].lower()

    def bold(self, element: Element, name: str) -> bool | None:
        """Whether the element makes its words bold; None where it leaves them as they are."""
        if weight := _WEIGHT.search(element.get("style") or ""):
            return _is_heavy(weight["weight"])
        for each in (element.get("class") or "").split():
            if each in self._weights:
                return self._weights[each]
        return True if name in {"b", "strong"} else None


def _is_heavy(weight: str) -> bool:
    return weight.lower() in {"bold", "bolder"} or (
        weight.isascii() and weight.isdigit() and int(weight) >= 600
    )


def _body_of(anchor: Element) -> Element | None:
    """The block of the note that an anchor opens, as Google Docs, LibreOffice and Word write them."""
    if not _BODY.fullmatch(anchor.get("id") or anchor.get("name") or ""):
        return None
    paragraph = None
    for parent in anchor.iterancestors():
        if parent.tag == "div":
            return parent if _first_words(parent) == _first_words(anchor) else paragraph
        if parent.tag in {"body", "td"}:
            return paragraph
        if parent.tag in {"p", "li"} and paragraph is None:
            paragraph = parent
    return paragraph


def _is_notes(element: Element, name: str) -> bool:
    """Whether it is the list of footnotes that Pandoc writes."""
    roles = {"doc-endnotes", "doc-footnote"}
    return name in {"section", "div", "aside"} and (
        element.get("role") in roles or "footnotes" in (element.get("class") or "").split()
    )


def _first_words(element: Element) -> str:
    return next((words.strip() for words in element.itertext() if words.strip()), "")
