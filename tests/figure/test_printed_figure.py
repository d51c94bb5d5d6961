"""PDF and PNG of a drawing: one fitted page with its words as text, and pixels for print."""

from __future__ import annotations

import io
import re
import shutil
import struct
import subprocess
import zlib
from dataclasses import replace
from functools import cache
from pathlib import Path

import figure_theories as theories
import pytest
from pypdf import PdfReader
from pypdf.generic import DictionaryObject

from rcoder.domain.words import Bilingual
from rcoder.figure import draw_svg
from rcoder.figure.paper import EDGE, SIZES, fitted
from rcoder.figure.pdf import draw_pdf
from rcoder.figure.png import DOTS, draw_png

NAMES = ("full", "mini", "hostile")
MILLIMETRES = 25.4 / 72


@cache
def drawn(name: str) -> str:
    """The drawing called so."""
    if name == "mini":
        return draw_svg(theories.mini(), language="en")
    if name == "hostile":
        return draw_svg(theories.hostile(), source=theories.HOSTILE)
    return draw_svg(theories.jobfirst(), source="Prøvestudie · version 2")


def read(pdf: bytes) -> PdfReader:
    return PdfReader(io.BytesIO(pdf))


def records(pdf: bytes) -> list[DictionaryObject]:
    """Every dictionary and stream in the file."""
    reader = read(pdf)
    numbers = {number for generation in reader.xref.values() for number in generation} | set(
        reader.xref_objStm
    )
    found = (reader.get_object(number) for number in sorted(numbers) if number)
    return [each for each in found if isinstance(each, DictionaryObject)]


def words_of(pdf: bytes, folder: Path) -> str:
    """The text as a reader selects it, line ends as blanks."""
    if shutil.which("pdftotext") is None:
        pytest.skip("pdftotext is not installed")
    file = folder / "figure.pdf"
    file.write_bytes(pdf)
    told = subprocess.run(["pdftotext", "-raw", str(file), "-"], capture_output=True, check=True)
    return " ".join(told.stdout.decode().split())


@pytest.mark.parametrize("paper", list(SIZES))
@pytest.mark.parametrize("name", NAMES)
def test_a_figure_is_one_page_of_the_paper_asked_for(name: str, paper: str) -> None:
    pages = read(draw_pdf(drawn(name), paper=paper)).pages
    assert len(pages) == 1
    size = sorted(float(side) * MILLIMETRES for side in (pages[0].mediabox.width, pages[0].mediabox.height))
    assert size == pytest.approx(sorted(SIZES[paper]), abs=0.1)


def test_the_page_is_turned_the_way_that_makes_the_figure_larger() -> None:
    wide, tall = ('<svg x="" width="2000" height="500">', '<svg x="" width="500" height="2000">')
    assert fitted(wide).width > fitted(wide).height
    assert fitted(tall).width < fitted(tall).height
    for each in (wide, tall):
        sheet = fitted(each)
        assert sheet.drawn_width <= sheet.width - 2 * EDGE + 1e-6
        assert sheet.drawn_height <= sheet.height - 2 * EDGE + 1e-6


def test_a_small_figure_is_not_blown_up() -> None:
    assert fitted('<svg width="300" height="200">').points == pytest.approx(0.75)


def test_the_words_can_be_selected_and_searched_with_danish_letters(tmp_path: Path) -> None:
    said = words_of(draw_pdf(drawn("full")), tmp_path)
    for sought in (
        "Prøvestudie",
        "Tør udfordre egne grænser",
        "Kerneelementer",
        "●9 · 3/4+1",
        "Kilde: Prøvestudie",
    ):
        assert sought in said


def test_only_our_fonts_are_used_and_they_are_within() -> None:
    fonts = [each for each in records(draw_pdf(drawn("full"))) if each.get("/Type") == "/FontDescriptor"]
    assert {str(each["/FontName"]).split("+")[1] for each in fonts} <= {
        "DejaVuSans",
        "DejaVuSans-Bold",
        "DejaVuSans-Oblique",
    }
    assert fonts
    assert all("/FontFile2" in each or "/FontFile3" in each for each in fonts)


def test_nothing_of_the_drawing_becomes_pixels() -> None:
    assert "/Image" not in {each.get("/Subtype") for each in records(draw_pdf(drawn("full")))}


def test_the_pdf_says_its_title_its_language_and_that_it_keeps() -> None:
    made = draw_pdf(drawn("mini"), language="en")
    reader = read(made)
    assert reader.metadata is not None
    assert reader.metadata.title == "H3: Tæt kontakt giver et tilpasset forløb"
    assert reader.trailer["/Root"]["/Lang"] == "en"
    about = reader.trailer["/Root"]["/Metadata"].get_data().decode()
    assert re.search(r"<pdfaid:part>2</pdfaid:part>", about)
    assert re.search(r"<pdfuaid:part>1</pdfuaid:part>", about)


def test_the_figure_is_told_in_words_for_those_who_do_not_see_it() -> None:
    told = [str(each.get("/Alt", "")) for each in records(draw_pdf(drawn("mini"), language="en"))]
    assert any("7 boxes, 6 arrows" in each for each in told)


@pytest.mark.parametrize("name", NAMES)
def test_the_same_drawing_gives_the_same_pdf_and_png(name: str) -> None:
    drawing = drawn(name)
    assert draw_pdf(drawing) == draw_pdf(drawing)
    assert draw_png(drawing) == draw_png(drawing)


def test_hostile_words_stay_words_in_a_pdf(tmp_path: Path) -> None:
    made = draw_pdf(drawn("hostile"))
    assert "<script>alert(1)</script>" in words_of(made, tmp_path)
    assert not re.search(rb"/(JavaScript|JS|Launch|URI|OpenAction|EmbeddedFile)\b", made)


def test_words_of_people_are_never_typst(tmp_path: Path) -> None:
    code = '#panic("x") #read("/etc/passwd") $x$ *b* @a <b> \\ "] )'
    drawing = draw_svg(replace(theories.mini(), title=Bilingual(code), study=code))
    made = draw_pdf(drawing)
    assert read(made).metadata.title == code  # type: ignore[union-attr]  # it has metadata
    assert '#panic("x")' in words_of(made, tmp_path)


# -- PNG -------------------------------------------------------------------------------------------------------------


def chunks(png: bytes) -> dict[str, bytes]:
    assert png.startswith(b"\x89PNG\r\n\x1a\n")
    found, at = {}, 8
    while at < len(png):
        (length,) = struct.unpack(">I", png[at : at + 4])
        kind, inside = png[at + 4 : at + 8], png[at + 8 : at + 8 + length]
        assert struct.unpack(">I", png[at + 8 + length : at + 12 + length])[0] == zlib.crc32(kind + inside)
        found.setdefault(kind.decode(), inside)
        at += 12 + length
    return found


@pytest.mark.parametrize("paper", list(SIZES))
def test_a_png_has_the_size_of_the_paper_at_300_dots_to_the_inch(paper: str) -> None:
    found = chunks(draw_png(drawn("full"), paper=paper))
    width, height = struct.unpack(">II", found["IHDR"][:8])
    sheet = fitted(drawn("full"), paper)
    assert width == pytest.approx(sheet.drawn_width / 25.4 * DOTS, abs=1)
    assert height == pytest.approx(sheet.drawn_height / 25.4 * DOTS, abs=2)
    assert struct.unpack(">IIB", found["pHYs"]) == (11811, 11811, 1)


def _ink(label: str) -> int:
    """Bytes of the picture of a theory whose first box is called so: more words, more to pack."""
    theory = theories.mini()
    boxes = (replace(theory.boxes[0], label=Bilingual(label)), *theory.boxes[1:])
    return len(draw_png(draw_svg(replace(theory, boxes=boxes))))


def test_words_without_a_letter_in_the_font_do_not_vanish_from_a_png() -> None:
    assert _ink("中文中文中文") > _ink(" ") + 500
    assert _ink("🦖🦖🦖🦖") > _ink(" ") + 500
    assert _ink("مرحبا مرحبا") > _ink(" ") + 200
