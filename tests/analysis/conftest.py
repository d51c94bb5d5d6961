"""Fixtures of the analysis' tests: the domain's small studies, loaded by path."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest


@pytest.fixture(scope="session")
def making() -> ModuleType:
    path = Path(__file__).parents[1] / "domain" / "making.py"
    spec = importlib.util.spec_from_file_location("analysis_making", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
