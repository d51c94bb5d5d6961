"""The layout crosses no more often than Graphviz dot does with the same columns."""

from __future__ import annotations

import importlib
import sys
from pathlib import Path
from types import ModuleType

import figure_geometry as geometry
import figure_theories as theories
import pytest

from rcoder.figure.sheet import crossings, lay_out

BENCHMARKS = Path(__file__).parents[2] / "benchmarks"


@pytest.fixture(scope="module")
def meters() -> dict[str, ModuleType]:
    pytest.importorskip("pygraphviz", reason="Graphviz is a development extra")
    if not BENCHMARKS.is_dir():
        pytest.skip("the benchmarks are not beside the tests")
    sys.path.insert(0, str(BENCHMARKS))
    try:
        return {name: importlib.import_module(name) for name in ("crossed", "dot_drawing", "made_theories")}
    finally:
        sys.path.remove(str(BENCHMARKS))


@pytest.mark.parametrize("name", ["jobfirst", "20", "100"])
def test_arrows_cross_no_more_often_than_dots(meters: dict[str, ModuleType], name: str) -> None:
    theory = (
        theories.jobfirst(evidence=False, new=False)
        if name == "jobfirst"
        else meters["made_theories"].made_theory(int(name))
    )
    dots = [
        meters["crossed"].crossings(meters["dot_drawing"].dot_drawing(theory, bands=bands)[0])
        for bands in (False, True)
    ]
    assert crossings(lay_out(theory)) <= min(dots)


def test_crossings_are_counted_as_they_are_drawn() -> None:
    for theory in (theories.jobfirst(), theories.mini()):
        sheet = lay_out(theory)
        assert crossings(sheet) == geometry.crossings(sheet)
