"""What the bytes shown in a font say, and how wide they are.

The one module that reads private names of pypdf (`generic._font`), which is why pypdf is pinned below its next minor
version; a test reads a file in each kind of font.
"""

from __future__ import annotations

from typing import Any

LOST = "\ufffd"
_IDENTITY = frozenset({"/Identity-H", "/Identity-V"})
_THOUSAND = 1000.0


class Letters:
    """One font."""

    def __init__(self, resource: Any) -> None:
        from pypdf.generic._font import Font

        font = Font.from_font_resource(resource)
        self.bold = "bold" in font.name.lower() or "black" in font.name.lower()
        self.wide_codes = isinstance(font.encoding, str)
        """Codes are of two bytes, so that word spacing does not apply."""
        self._codec = font.encoding if isinstance(font.encoding, str) else "latin-1"
        self._letters = font.encoding if isinstance(font.encoding, dict) else {}
        self._font = font
        self._numbered = self.wide_codes and str(resource.get("/Encoding")) in _IDENTITY
        """Codes are numbers of glyphs, which say nothing of letters unless the file does."""
        self._blind = not font.interpretable or (
            self._numbered and all(code == letter for code, letter in font.character_map.items())
        )
        self._known: dict[str, tuple[str, float]] = {}
        self.blank = _width(font.space_width, 250.0) / _THOUSAND
        """Width of a blank, in ems."""

    def read(self, content: bytes) -> list[tuple[str, float]]:
        """Each letter and its width in ems."""
        codes = content.decode(self._codec, "surrogatepass" if len(content) % 2 == 0 else "replace")
        return [self._known.get(code) or self._learn(code) for code in codes]

    def _learn(self, code: str) -> tuple[str, float]:
        font = self._font
        letter = code if self.wide_codes else str(self._letters.get(ord(code), code))
        letter = str(font.character_map.get(letter, letter))
        unsaid = self._numbered and code not in font.character_map
        if self._blind or unsaid or (len(letter) > 1 and letter.startswith("/")) or not letter:
            letter = LOST
        wide = font.space_width if code == font.space_char else font.get_text_width(code)
        found = (letter, max(0.0, _width(wide, 500.0)) / _THOUSAND)
        self._known[code] = found
        return found


def _width(value: object, default: float) -> float:
    return float(value) if isinstance(value, int | float) else default
