"""How the codebook looks; renew with --snapshot-update, and look at the pictures."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from opening import SIZES, steps
from rcoder.domain.codebook import CodebookContents
from rcoder.domain.transcript import Span
from rcoder.project import create_project
from rcoder.project.codebook_work import Wanted, add_code, add_hypothesis, retire
from rcoder.project.coding import CodingFlags, code_passage
from rcoder.project.importing import Bringing, import_files
from rcoder.ui.app import RcoderApp
from rcoder.ui.themes import LIGHT


@pytest.fixture
def study(tmp_path: Path, contents: CodebookContents, interview_file: Path) -> str:
    """A study with a hypothesis of its own, a retired code, and two codings."""
    place = str(tmp_path / "kodebog.rcoder")
    with create_project(place, "Prøve", contents, coder="Anne") as project:
        list(import_files(project, [Bringing(interview_file, case="Sag 01", roles=("borger",))]))
        code_passage(project, "interview.txt", Span(70, 90), "H1.M1", CodingFlags())
        code_passage(project, "interview.txt", Span(100, 120), "H1", CodingFlags())
        project.do(
            add_hypothesis(project, Wanted({"label.da": "Sidemandsoplæring", "label.en": "Peer training"}))
        )
        project.do(add_code(project, "H2", Wanted({"label.da": "En kollega har tid"}), condition=True))
        project.do(retire(project, "H1.O1"))
    return place


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("theme", ["", LIGHT.name], ids=["dark", "light"])
def test_the_codebook(
    study: str, snap_compare: Callable[..., bool], size: tuple[int, int], theme: str
) -> None:
    keys = ("B", "right", "down", "down", "down", "down")
    assert snap_compare(RcoderApp(study, "Anne"), terminal_size=size, run_before=steps(*keys, theme=theme))


@pytest.mark.parametrize("size", SIZES)
def test_an_entry_with_the_keys(study: str, snap_compare: Callable[..., bool], size: tuple[int, int]) -> None:
    keys = ("B", "right", "down", "down", "down", "down", "tab", "down", "down")
    assert snap_compare(RcoderApp(study, "Anne"), terminal_size=size, run_before=steps(*keys))


@pytest.mark.parametrize("size", SIZES)
def test_the_form_of_a_text(study: str, snap_compare: Callable[..., bool], size: tuple[int, int]) -> None:
    keys = ("B", "right", "down", "down", "down", "down", "tab", "down", "down", "enter")
    assert snap_compare(RcoderApp(study, "Anne"), terminal_size=size, run_before=steps(*keys))


@pytest.mark.parametrize("size", SIZES)
def test_a_split_under_way(study: str, snap_compare: Callable[..., bool], size: tuple[int, int]) -> None:
    names = ("tab", *"Aftaler", "ctrl+s", "tab", *"Faa", "ctrl+s")
    keys = ("B", "s", *names, "1", "2", "1", "2")
    assert snap_compare(RcoderApp(study, "Anne"), terminal_size=size, run_before=steps(*keys))


def test_its_summary(study: str, snap_compare: Callable[..., bool]) -> None:
    names = ("tab", *"Aftaler", "ctrl+s", "tab", *"Faa", "ctrl+s")
    keys = ("B", "s", *names, "1", "2", "1", "2", "2", "ctrl+s")
    assert snap_compare(RcoderApp(study, "Anne"), terminal_size=(80, 24), run_before=steps(*keys))


@pytest.mark.parametrize("size", SIZES)
def test_the_passages_of_a_code(study: str, snap_compare: Callable[..., bool], size: tuple[int, int]) -> None:
    assert snap_compare(RcoderApp(study, "Anne"), terminal_size=size, run_before=steps("B", "enter"))
