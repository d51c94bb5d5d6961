from __future__ import annotations

import importlib.util
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType

import pytest

from rcoder.store import create_store

HERE = Path(__file__).parent
NOBODY = 65534

Work = Callable[[], object]


def _module(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, HERE / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def acknowledge() -> ModuleType:
    """The program that acknowledges each entry, as a module."""
    return _module("acknowledge")


@pytest.fixture(scope="session")
def powercut() -> Path:
    """The tool that builds what a power cut would leave."""
    shared = Path(os.environ.get("RCODER_SHARED", Path(__file__).parents[2].parent / "shared"))
    path = shared / "tools" / "powercut.py"
    if not path.exists():
        pytest.skip(f"{path} is not there")
    return path


@pytest.fixture
def project(tmp_path: Path, acknowledge: ModuleType) -> Path:
    """A project with one interview and nothing coded."""
    path = tmp_path / "x.rcoder"
    with create_store(path) as store:
        store.write(acknowledge.foundation(), {acknowledge.CHECKSUM: acknowledge.TEXT})
    return path


@pytest.fixture
def in_a_child() -> Callable[[Work], str]:
    """Runs work in a child of its own; gives what it returns, or what it raised, as text."""
    return run_in_a_child


def run_in_a_child(work: Work) -> str:
    here, there = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(here)
        try:
            found = work()
        except BaseException as error:  # noqa: BLE001  # the parent judges what came
            found = f"{type(error).__name__}: {error}"
        os.write(there, str(found).encode())
        os._exit(0)
    os.close(there)
    with os.fdopen(here, "rb") as pipe:
        said = pipe.read().decode()
    os.waitpid(child, 0)
    return said


@pytest.fixture
def as_nobody() -> Callable[[Work], str]:
    """Runs work in a child of somebody without rights: whoever is root may do anything."""

    def run(work: Work) -> str:
        def dropped() -> object:
            if os.geteuid() == 0:
                os.setgroups([])
                os.setgid(NOBODY)
                os.setuid(NOBODY)
            return work()

        return run_in_a_child(dropped)

    return run


@pytest.fixture
def reachable() -> Iterator[Path]:
    """A folder that somebody without rights can reach (pytest's own is closed to others)."""
    folder = Path(tempfile.mkdtemp(prefix="rcoder"))
    folder.chmod(0o755)
    yield folder
    for each in (folder, *folder.rglob("*")):
        each.chmod(0o755)
    shutil.rmtree(folder)
