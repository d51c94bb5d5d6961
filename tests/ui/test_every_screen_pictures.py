"""Every screen has a picture in both sizes; renew with --snapshot-update, and look at the pictures."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
import re
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.screen import Screen

from opening import SIZES, front, settle, steps
from rcoder.ui import screens
from rcoder.ui.app import RcoderApp
from shots import FOLDER, SHOTS, correct, looked_at

HERE = Path(__file__).parent
ELSEWHERE = {
    "CaseProfileScreen": "test_case_profile/test_it_looks_so[page-",
    "TurningPointScreen": "test_case_profile/test_it_looks_so[turning-",
    "FrameworkScreen": "test_framework/test_it_looks_so[matrix-",
    "FrameReadingScreen": "test_framework/test_it_looks_so[reading-",
    "SummaryScreen": "test_framework/test_it_looks_so[writing-",
    "ReviewScreen": "test_review/test_it_looks_so[queue-",
    "ReadingScreen": "test_review/test_it_looks_so[reading-",
    "CommentsScreen": "test_review/test_it_looks_so[comments-",
    "HistoryScreen": "test_review/test_it_looks_so[course-",
    "AlikeScreen": "test_consolidating/test_it_looks_so[alike-",
    "ChainsScreen": "test_chains/test_the_chains_look_so",
    "MeetingScreen": "test_consolidating/test_it_looks_so[meeting-",
    "AboutInterviewScreen": "test_desk_pictures/test_it_looks_so[about an interview-",
    "CodebookScreen": "test_codebook_pictures/test_the_codebook",
    "ConfigurationsScreen": "test_configurations/test_the_screen_looks_as_it_did",
    "CodePassagesScreen": "test_codebook_pictures/test_the_passages_of_a_code",
    "CodeMenuScreen": "test_flow_pictures/test_the_menu",
    "CodingScreen": "test_pictures/test_the_coding_screen",
    "FindScreen": "test_find/test_the_hits",
    "FlagsScreen": "test_flow_pictures/test_the_flags",
    "HelpScreen": "test_desk_pictures/test_it_looks_so[help",
    "HintsScreen": "test_hint_pictures/test_suggestions[window",
    "LinkingScreen": "test_linking_pictures/test_a_configuration_comes_about",
    "MarksScreen": "test_keeping_pictures/test_it_looks_so[marks",
    "MemoScreen": "test_keeping_pictures/test_it_looks_so[memo-",
    "MemosScreen": "test_memos/test_the_screen_of_memos_looks_so",
    "NewCodeScreen": "test_flow_pictures/test_a_new_code",
    "PickerScreen": "test_pictures/test_the_picker",
    "QuotingScreen": "test_keeping_pictures/test_it_looks_so[quotation",
    "RechecksScreen": "test_recheck_pictures/test_the_passages",
    "RetrieveScreen": "test_retrieving/test_the_screen",
    "SaidScreen": "test_calm_pictures/test_what_was_said",
    "SplitScreen": "test_codebook_pictures/test_a_split_under_way",
    "ThemesScreen": "test_calm_pictures/test_the_themes",
    "WelcomeScreen": "test_desk_pictures/test_the_welcome_has_its_three_doors",
    "WordsScreen": "test_codebook_pictures/test_the_form_of_a_text",
}
"""Screens whose pictures are taken by other tests, and how the names of these pictures begin."""


@pytest.fixture(autouse=True)
def _one_place_and_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing in a picture tells where, when or on which machine it was taken."""

    async def looked(*_: Any) -> tuple[list[dict[str, object]], str]:
        return looked_at(), ""

    monkeypatch.setattr("rcoder.ui.screens.incoming.looked_at", looked)
    monkeypatch.setattr("rcoder.domain.times.clock", lambda: datetime(2026, 11, 22, 12, tzinfo=UTC))
    monkeypatch.setattr("rcoder.ui.screens.backups.local", lambda at: at[:16].replace("T", " "))
    monkeypatch.chdir(tmp_path)
    (FOLDER / "bølge 2").mkdir(parents=True)
    for name, size in {"Sag 07 borger.txt": 7300, "Sag 08 mentor.docx": 24_000, "tom.txt": 0}.items():
        (FOLDER / name).write_bytes(b" " * size)


@pytest.fixture
def corrected(study: str) -> str:
    """The small study, its first interview corrected."""
    return correct(study)


@pytest.mark.parametrize("size", SIZES, ids=["80x24", "120x40"])
@pytest.mark.parametrize("name", SHOTS)
def test_it_looks_so(
    name: str, size: tuple[int, int], request: pytest.FixtureRequest, snap_compare: Callable[..., bool]
) -> None:
    shot = SHOTS[name]
    study = request.getfixturevalue(shot.study)

    async def before(pilot: Pilot[None]) -> None:
        assert isinstance(pilot.app, RcoderApp)
        await settle(pilot)
        if shot.opens is not None:
            await shot.opens(pilot)
        await steps(*shot.keys)(pilot)
        front(pilot.app, shot.screen)

    app = RcoderApp(study, "Tester" if shot.study == "configured" else "Anne")
    assert snap_compare(app, terminal_size=size, run_before=before)


# -- none is forgotten -------------------------------------------------------------------------------------------------


def opened() -> Iterator[str]:
    """The names of all screens and windows that are opened: those that are called, and those nothing is made of."""
    modules = [
        importlib.import_module(f"{screens.__name__}.{each.name}")
        for each in pkgutil.iter_modules(screens.__path__)
    ]
    classes = {
        each
        for module in modules
        for each in vars(module).values()
        if inspect.isclass(each) and issubclass(each, Screen) and each.__module__ == module.__name__
    }
    calls = "\n".join(inspect.getsource(module) for module in modules)
    for each in classes:
        is_base = any(each in other.__bases__ for other in classes)
        if not is_base or re.search(rf"(?<!class )\b{each.__name__}\(", calls):
            yield each.__name__


def sizes(pictures: str) -> set[tuple[int, int]]:
    """Columns and rows of the pictures whose names begin so, by the cells of 12.2 × 24.4 they are drawn in."""
    folder, _, name = pictures.partition("/")
    found = [file for file in (HERE / "__snapshots__" / folder).glob("*.svg") if file.stem.startswith(name)]
    boxes = [re.search(r'viewBox="0 0 (\S+) (\S+)"', file.read_text(encoding="utf-8")) for file in found]
    return {
        (round((float(box[1]) - 18) / 12.2), round((float(box[2]) - 50) / 24.4))
        for box in boxes
        if box is not None
    }


def taken() -> dict[str, str]:
    """Every screen of which a picture is declared."""
    own = {
        shot.screen.__name__: f"{Path(__file__).stem}/test_it_looks_so[{name}-"
        for name, shot in reversed(SHOTS.items())
    }
    return {**own, **ELSEWHERE}


@pytest.mark.parametrize("name", sorted(opened()))
def test_every_screen_has_a_picture_in_both_sizes(name: str) -> None:
    pictures = taken().get(name)
    assert pictures, (
        f"{name} has no picture: declare one in SHOTS (shots.py), or in ELSEWHERE where a test takes it"
    )
    assert set(SIZES) <= sizes(pictures), f"{name}: {pictures} is there in {sizes(pictures)} only"
    module, _, test = pictures.partition("/")
    source = (HERE / f"{module}.py").read_text(encoding="utf-8")
    assert f"def {test.partition('[')[0]}(" in source, f"{pictures} is there, but no test takes it any more"


def test_no_screen_is_declared_that_is_not_there() -> None:
    assert set(ELSEWHERE) <= set(opened())
