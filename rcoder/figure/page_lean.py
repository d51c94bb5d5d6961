"""A figure's drawing as it stands in a page: without what the page's style and script give, and with short ids."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

_UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
_STYLES = re.compile(r"<style\b[^>]*>.*?</style>", re.DOTALL)
_TOUCH = re.compile(r'<path class="touch"[^>]*/>')
_LINES = re.compile(r'(<path class="(?:line|halo)"[^>]*?) fill="none"')
_WIDTHS = re.compile(
    r' textLength="[^"]*" lengthAdjust="spacingAndGlyphs"(?=[^<>]*>[ -~·–—…æøåÆØÅ●○△−+×»«“”’]*<)'
)
_USUAL = re.compile(r' (?:font-size="10"|fill="#1d242c")(?=[^<>]*>)')
_TEXT = re.compile(r"<text [^>]*>")
_ITEM = re.compile(r'(<g class="(?:arrow|box)"[^>]*>)(?:<title>[^<]*</title>)?')
_BADGE = re.compile(r'<rect [^>]*class="badge"[^>]*>')
_PLAIN = re.compile(r' (?:rx="4"|fill="#ffffff"|stroke-width="1")(?=[ /])')
_UNUSED = re.compile(r' (?:data-(?:arrow|effect|state|hypotheses|new|sort)|tabindex|role|aria-label)="[^"]*"')
_IDS = re.compile(r' (id|data-box|data-source|data-target)="([^"]*)"')


@dataclass(frozen=True, slots=True)
class Names:
    """Short names for the long ids of one page, numbered as they are met."""

    found: dict[str, str] = field(default_factory=dict)

    def short(self, name: str) -> str:
        """`name` with each UUID in it as a number; the full stop keeps it apart from every `slug`."""
        return _UUID.sub(lambda met: self.found.setdefault(met[0], f".{len(self.found)}"), name)

    def lean(self, drawing: str) -> str:
        """The drawing without what the page has anyway.

        That is its style sheet, the wide lines to touch, names, roles and places in the tab order (the script gives them),
        usual ink and size of letters (the style), and the widths of texts whose letters are in the page's font.
        """
        for unneeded in (_STYLES, _TOUCH, _WIDTHS):
            drawing = unneeded.sub("", drawing)
        drawing = _LINES.sub(r"\1", drawing)
        drawing = _TEXT.sub(lambda met: _USUAL.sub("", met[0]), drawing)
        drawing = _BADGE.sub(lambda met: _PLAIN.sub("", met[0]), drawing)
        drawing = _ITEM.sub(lambda met: _UNUSED.sub("", met[1]), drawing)
        return _IDS.sub(lambda met: f' {met[1]}="{self.short(met[2])}"', drawing)
