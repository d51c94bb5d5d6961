"""How the passages to look at again look; renew with --snapshot-update, and look at the pictures."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from opening import SIZES, steps
from rcoder.domain.codebook import CodebookContents
from rcoder.domain.transcript import Span
from rcoder.project import create_project
from rcoder.project.codebook_dividing import divide, read_part
from rcoder.project.coding import CodingFlags, code_passage
from rcoder.project.importing import Bringing, import_files
from rcoder.ui.app import RcoderApp
from rcoder.ui.themes import LIGHT


@pytest.fixture
def study(tmp_path: Path, contents: CodebookContents, interview_file: Path) -> str:
    """A study with two passages of a code that was divided."""
    place = str(tmp_path / "kodebog.rcoder")
    with create_project(place, "Prøve", contents, coder="Anne") as project:
        list(import_files(project, [Bringing(interview_file, case="Sag 01", roles=("borger",))]))
        code_passage(project, "interview.txt", Span(70, 120), "H1.M1", CodingFlags())
        code_passage(project, "interview.txt", Span(140, 170), "H1.M1", CodingFlags())
        parts = [read_part("Tør spørge / Dares to ask"), read_part("Tør fejle / Dares to fail")]
        project.do(divide(project, "H1.M1", parts))
    return place


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("theme", ["", LIGHT.name], ids=["dark", "light"])
def test_the_passages(
    study: str, snap_compare: Callable[..., bool], size: tuple[int, int], theme: str
) -> None:
    assert snap_compare(RcoderApp(study, "Anne"), terminal_size=size, run_before=steps("L", theme=theme))


@pytest.mark.parametrize("size", SIZES)
def test_nothing_to_look_at(study: str, snap_compare: Callable[..., bool], size: tuple[int, int]) -> None:
    assert snap_compare(RcoderApp(study, "Anne"), terminal_size=size, run_before=steps("L", "k", "k"))


@pytest.mark.parametrize("size", SIZES)
def test_a_code_being_divided(study: str, snap_compare: Callable[..., bool], size: tuple[int, int]) -> None:
    keys = ("B", "right", "down", "down", "v", *"Ro")
    assert snap_compare(RcoderApp(study, "Anne"), terminal_size=size, run_before=steps(*keys))
