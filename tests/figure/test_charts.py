"""Charts as drawings: every number on its part, told apart without colour, hostile names inert."""

from __future__ import annotations

from lxml import etree

from rcoder.domain.chart import Bar, Chart, Charted, Part
from rcoder.figure.charts import FILLS, draw_chart

SVG = "{http://www.w3.org/2000/svg}"
PARTS = (
    Part("supports", "●", "støtter"),
    Part("contradicts", "○", "taler imod"),
    Part("refines", "△", "forfiner"),
)


def made(*bars: Bar) -> Chart:
    return Chart(
        Charted.ROLES, "da", "Belæg efter rolle", "Hvem?", PARTS, bars, "passager", ("Note.",), "Kilde"
    )


def drawn(chart: Chart) -> etree._Element:
    return etree.fromstring(draw_chart(chart).encode())


def test_every_number_stands_on_its_part_and_what_it_is_of_beside() -> None:
    words = "".join(drawn(made(Bar("b", "borger", (14, 3, 8), "●4 af 5 sager", "…", "H1"))).itertext())
    for each in ("14", "3", "8", "●4 af 5 sager", "H1", "Kilde", "Note."):
        assert each in words


def test_parts_differ_in_grey() -> None:
    assert all(len(set(fills)) == len(fills) for fills in FILLS.values())
    assert all(any(fill.startswith("url") for fill in fills) for fills in FILLS.values())


def test_a_bar_that_is_blank_says_why_and_has_no_length() -> None:
    tree = drawn(made(Bar("b", "borger", (0, 0, 0), "", "…", "H1", blank="intet interview")))
    bar = tree.find(f".//{SVG}g[@class='bar']")
    assert bar is not None
    assert bar.find(f"{SVG}rect") is None
    assert "intet interview" in "".join(bar.itertext())


def test_longer_bars_are_drawn_longer_and_none_leaves_the_page() -> None:
    tree = drawn(made(*(Bar(str(n), str(n), (n * 9, 1, 0), f"af {n}", "…", "H1") for n in range(1, 8))))
    width = float(tree.attrib["width"])
    bars = tree.iterfind(f".//{SVG}g[@class='bar']")
    rights = [
        max(float(r.attrib["x"]) + float(r.attrib["width"]) for r in bar.iterfind(f"{SVG}rect"))
        for bar in bars
    ]
    assert rights == sorted(rights)
    assert max(rights) < width


def test_hostile_names_stay_words() -> None:
    hostile = '<script>alert(1)</script>\u202e"><svg onload=x>'
    chart = made(Bar("b", hostile, (1, 0, 0), hostile, hostile, hostile))
    tree = drawn(chart)
    assert not list(tree.iter(f"{SVG}script"))
    assert "\u202e" not in draw_chart(chart)
