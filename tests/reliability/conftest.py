from __future__ import annotations

import importlib.util
import os
from pathlib import Path
from types import ModuleType

import pytest

HERE = Path(__file__).parent


@pytest.fixture(scope="session")
def acknowledge() -> ModuleType:
    """The program that acknowledges each entry, as a module."""
    spec = importlib.util.spec_from_file_location("acknowledge", HERE / "acknowledge.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def powercut() -> Path:
    """The tool that builds what a power cut would leave."""
    shared = Path(os.environ.get("RCODER_SHARED", Path(__file__).parents[2].parent / "shared"))
    path = shared / "tools" / "powercut.py"
    if not path.exists():
        pytest.skip(f"{path} is not there")
    return path
