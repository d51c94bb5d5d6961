"""Fixtures of the domain's tests: strategies and small studies, loaded by path."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest


def _load(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(f"domain_{name}", Path(__file__).parent / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def strategies() -> ModuleType:
    return _load("strategies")


@pytest.fixture(scope="session")
def making() -> ModuleType:
    return _load("making")
