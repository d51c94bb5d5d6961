"""Small studies made through the project, and the app on them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

import board_study
import condition_study
from narrative import configure, narrate
from rcoder.project import Project, open_project
from small_study import make_study


@pytest.fixture(autouse=True)
def _own_state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing of this machine is read or remembered."""
    monkeypatch.setenv("RCODER_STATE", str(tmp_path / "state"))
    monkeypatch.setenv("TEXTUAL_ANIMATIONS", "none")
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setattr("rcoder.ui.hinting.REST", 3600.0)


@pytest.fixture
def study(tmp_path: Path) -> str:
    """A small study, opened by Anne."""
    return make_study(tmp_path / "lille.rcoder")


@pytest.fixture
def reopened(study: str) -> Callable[[], Project]:
    """The study as it is on disk, for Anne."""
    return lambda: open_project(study, coder="Anne")


@pytest.fixture
def cases_study(tmp_path: Path) -> str:
    """A study with gaps, attributes and a group (`board_study.py`), for Anne."""
    return board_study.make(tmp_path / "sager.rcoder")


@pytest.fixture
def narrated(new_project: Callable[..., Project]) -> str:
    """A narrative with every part coded, and no configuration yet (`narrative.py`), for Tester."""
    return narrate(new_project())


@pytest.fixture
def configured(narrated: str) -> str:
    """The narrative with K01."""
    return configure(narrated)


@pytest.fixture
def conditions_study(new_project: Callable[..., Project], tmp_path: Path) -> str:
    """Three cases, support conditions judged by two coders (`condition_study.py`), for Anne."""
    return condition_study.judged(new_project, tmp_path)


@pytest.fixture
def compared_study(tmp_path: Path) -> str:
    """Five cases with passages of every sort, to be compared."""
    from compared import build, fill

    with build(str(tmp_path / "compared.rcoder")) as project:
        fill(project)
        return project.location
