"""The styles of a Word document: built on Word's own, so that whoever takes it over can restyle it in one place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rcoder.exchange.documents.word_parts import barred, speak

if TYPE_CHECKING:
    from docx.document import Document
    from docx.styles.style import ParagraphStyle

QUOTE, BESIDE, SOURCE = "Quotation", "Beside", "Source"
FACE = "Calibri"
_INK, _SOFT = "1B2A3A", "4D5661"


def set_up(made: Document, language: str) -> None:
    """Page, language and styles."""
    from docx.shared import Mm

    page = made.sections[0]
    page.page_width, page.page_height = Mm(210), Mm(297)
    page.left_margin = page.right_margin = Mm(22)
    page.top_margin, page.bottom_margin = Mm(22), Mm(24)
    speak(made, language)
    _own(made, "Normal", 10.5)
    for level, size in ((1, 17.0), (2, 13.0), (3, 11.0)):
        _own(made, f"Heading {level}", size, ink=_INK, bold=True)
    _own(made, "Title", 24, ink=_INK, bold=True)
    _own(made, "Subtitle", 13, ink=_SOFT)
    _own(made, "Caption", 9, ink=_SOFT, bold=True)
    _own(made, "TOC Heading", 15, ink=_INK, bold=True)
    _contents(made)
    quote = _added(made, QUOTE, 10.5)
    quote.paragraph_format.left_indent = Mm(6)
    quote.paragraph_format.keep_together = True
    barred(quote)
    _added(made, BESIDE, 8.5, ink=_SOFT)
    _added(made, SOURCE, 7.5, ink=_SOFT)


def _contents(made: Document) -> None:
    """The styles of the contents, which are not in the file that python-docx begins with."""
    from docx.shared import Mm

    for level in (1, 2):
        style = _added(made, f"TOC {level}", 10.5)
        style.font.bold = level == 1
        style.paragraph_format.left_indent = Mm(6 * (level - 1))


def _added(made: Document, name: str, size: float, ink: str = "") -> ParagraphStyle:
    from docx.enum.style import WD_STYLE_TYPE

    style: Any = made.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    style.base_style = made.styles["Normal"]
    style.quick_style = True
    return _own(made, name, size, ink=ink)


def _own(
    made: Document, name: str, size: float, *, ink: str = "", bold: bool | None = None
) -> ParagraphStyle:
    """A style in our face and size."""
    from docx.shared import Pt, RGBColor

    style: Any = made.styles[name]
    style.font.name, style.font.size, style.font.italic = FACE, Pt(size), False
    _faces(style)
    if bold is not None:
        style.font.bold = bold
    if ink:
        style.font.color.rgb = RGBColor.from_string(ink)
    return style  # type: ignore[no-any-return] # python-docx types styles by their base


def _faces(style: Any) -> None:
    """Names the face for letters of every script, where Word's own style names a theme's."""
    from docx.oxml.ns import qn

    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for each in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{each}"), None)
    for each in ("ascii", "hAnsi", "cs"):
        fonts.set(qn(f"w:{each}"), FACE)
    properties = style.element.get_or_add_pPr()
    if style.name in {"Title", "Subtitle"}:
        for border in properties.xpath("w:pBdr"):
            properties.remove(border)
