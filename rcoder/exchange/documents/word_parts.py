"""Parts of a Word document that python-docx has no names for: fields, the language, links, lines and repeated heads."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from docx.document import Document
    from docx.styles.style import ParagraphStyle
    from docx.table import Table
    from docx.text.paragraph import Paragraph

LANGUAGES = {"da": "da-DK", "en": "en-GB"}
_AFTER_BORDERS = (
    "w:shd", "w:tabs", "w:suppressAutoHyphens", "w:kinsoku", "w:wordWrap", "w:overflowPunct", "w:topLinePunct",
    "w:autoSpaceDE", "w:autoSpaceDN", "w:bidi", "w:adjustRightInd", "w:snapToGrid", "w:spacing", "w:ind",
    "w:contextualSpacing", "w:mirrorIndents", "w:suppressOverlap", "w:jc", "w:textDirection", "w:textAlignment",
    "w:textboxTightWrap", "w:outlineLvl", "w:divId", "w:cnfStyle", "w:rPr", "w:sectPr", "w:pPrChange",
)  # fmt: skip
"""What stands after the borders of a paragraph in the order that Word asks for."""


def tag(element: str, /, **values: str) -> Any:
    """An element of Word's by its name, with its attributes."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    found: Any = OxmlElement(element)
    for key, value in values.items():
        found.set(qn(f"w:{key}"), value)
    return found


def speak(made: Document, language: str) -> None:
    """Sets the language of all words, so that spelling and hyphenation are right, and lets long words break."""
    code = LANGUAGES[language]
    defaults: Any = made.styles.element
    for each in defaults.xpath("//w:rPrDefault/w:rPr"):
        for before in each.xpath("w:lang"):
            each.remove(before)
        each.append(tag("w:lang", val=code, eastAsia=code, bidi="ar-SA"))
    settings: Any = made.settings.element
    settings.xpath("w:defaultTabStop")[0].addnext(tag("w:autoHyphenation", val="true"))


def field(paragraph: Paragraph, instruction: str, shown: str) -> None:
    """A field, with what it shows until Word works it out."""
    for kind in ("begin", "instruction", "separate", "shown", "end"):
        run = paragraph.add_run(shown if kind == "shown" else "")
        if kind == "instruction":
            code = tag("w:instrText")
            code.text = f" {instruction} "
            run._r.append(code)  # noqa: SLF001 - python-docx has no public name for it
        elif kind != "shown":
            run._r.append(tag("w:fldChar", fldCharType=kind))  # noqa: SLF001 - see above


def half_field(paragraph: Paragraph, kind: str, instruction: str = "") -> None:
    """The beginning of a field whose contents are whole paragraphs, or its end."""
    run = paragraph.add_run()
    if kind == "begin":
        run._r.append(tag("w:fldChar", fldCharType="begin"))  # noqa: SLF001 - see above
        code = tag("w:instrText")
        code.text = f" {instruction} "
        paragraph.add_run()._r.append(code)  # noqa: SLF001 - see above
        paragraph.add_run()._r.append(tag("w:fldChar", fldCharType="separate"))  # noqa: SLF001 - see above
    else:
        run._r.append(tag("w:fldChar", fldCharType="end"))  # noqa: SLF001 - see above


def link(paragraph: Paragraph, anchor: str, words: str) -> None:
    """Words that lead to a bookmark in the document."""
    run = paragraph.add_run(words)
    found = tag("w:hyperlink", anchor=anchor, history="1")
    run._r.addprevious(found)  # noqa: SLF001 - see above
    found.append(run._r)  # noqa: SLF001 - see above


def bookmark(paragraph: Paragraph, name: str, number: int) -> None:
    """Makes a paragraph the place that links of that name lead to."""
    own: Any = paragraph._p  # noqa: SLF001 - see above
    start = tag("w:bookmarkStart", id=str(number), name=name)
    place = 1 if own.pPr is not None else 0
    own.insert(place, start)
    own.append(tag("w:bookmarkEnd", id=str(number)))


def lined(table: Table) -> None:
    """Thin lines under each row and none between columns."""
    properties: Any = table._tbl.tblPr  # noqa: SLF001 - see above
    borders = tag("w:tblBorders")
    for side, size in (("top", "8"), ("bottom", "6"), ("insideH", "4")):
        borders.append(tag(f"w:{side}", val="single", sz=size, space="0", color="B4BCC6"))
    properties.insert_element_before(borders, "w:shd", "w:tblLayout", "w:tblCellMar", "w:tblLook")


def repeated(table: Table, place: int) -> None:
    """Repeats a row of a table at the top of each page."""
    row: Any = table.rows[place]._tr  # noqa: SLF001 - see above
    row.get_or_add_trPr().append(tag("w:tblHeader"))


def whole_rows(table: Table) -> None:
    """Keeps each row of a table on one page."""
    for row in table.rows:
        properties: Any = row._tr.get_or_add_trPr()  # noqa: SLF001 - see above
        properties.insert(0, tag("w:cantSplit"))


def shaded(table: Table, place: int) -> None:
    """Gives a row of a table a light ground."""
    for cell in table.rows[place].cells:
        own: Any = cell._tc  # noqa: SLF001 - see above
        if not own.get_or_add_tcPr().xpath("w:shd"):
            own.get_or_add_tcPr().append(tag("w:shd", val="clear", color="auto", fill="EEF2F6"))


def barred(style: ParagraphStyle) -> None:
    """A line down the left of every paragraph of a style."""
    properties: Any = style.element.get_or_add_pPr()
    borders = tag("w:pBdr")
    borders.append(tag("w:left", val="single", sz="12", space="8", color="B4BCC6"))
    properties.insert_element_before(borders, *_AFTER_BORDERS)


def described(picture: Any, words: str) -> None:
    """Says what a picture shows, for those who cannot see it."""
    properties = picture._inline.docPr  # noqa: SLF001 - see above
    properties.set("descr", words)
    properties.set("name", "")
