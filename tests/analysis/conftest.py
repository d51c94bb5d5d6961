"""Fixtures of the analysis' tests: the domain's small studies, loaded by path."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

from desks import Desk
from rcoder.domain.configuration import Element
from rcoder.domain.words import Basis, Bilingual, Category, Column


@pytest.fixture(scope="session")
def making() -> ModuleType:
    path = Path(__file__).parents[1] / "domain" / "making.py"
    spec = importlib.util.spec_from_file_location("analysis_making", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def desk(making: ModuleType) -> Desk:
    """Overall: core K, mechanism M, short S, context C; K → M → S initial, and C conditioning at M. H1 has a mini theory."""
    codes = [
        making.code("m", label=Bilingual("m")),
        making.code("s", label=Bilingual("s")),
        making.code("c", label=Bilingual("c")),
        making.code("SC1", category=Category.CONDITION, parent_id="H1"),
    ]
    nodes = [
        making.node("K", column=Column.CORE, position=0),
        making.node("M", codes=("m",), position=1, hypotheses=("H1",)),
        making.node("S", column=Column.SHORT, codes=("s",), position=2),
        making.node("C", column=Column.CONTEXT, codes=("c",), position=3),
        making.node("H1.M", "H1", codes=("m",), rolls_up_to="M"),
        making.node("H1.S", "H1", column=Column.SHORT, codes=("s",), rolls_up_to="S"),
    ]
    links = [
        making.arrow("K", "M", hypotheses=("H1",), section="§1", basis=Basis.INFERRED),
        making.arrow("M", "S"),
        making.arrow("C", "M", "conditions"),
        making.arrow("H1.M", "H1.S", theory="H1"),
    ]
    return Desk(making, making.codebook(codes, nodes, links))


@pytest.fixture
def coded() -> dict[str, Element]:
    """Elements worded as their codes, so that they stand in the boxes M, S and C."""
    return {name: Element(name, name, code_id=name) for name in "msc"}
