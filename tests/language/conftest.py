"""The shared files, where they are there."""

from __future__ import annotations

import importlib.util
import os
import sys
from pathlib import Path
from types import ModuleType

import pytest

SHARED = Path(os.environ.get("RCODER_SHARED", Path(__file__).parents[2].parent / "shared"))


@pytest.fixture(scope="session")
def shared() -> Path:
    if not SHARED.is_dir():
        pytest.skip(f"the shared files are not at {SHARED}")
    return SHARED


@pytest.fixture(scope="session")
def corrections() -> ModuleType:
    """Corrected texts made by machine, as the benchmark makes them."""
    path = Path(__file__).parents[2] / "benchmarks" / "corrections.py"
    spec = importlib.util.spec_from_file_location("corrections", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["corrections"] = module
    spec.loader.exec_module(module)
    return module
