"""What is loaded when the first screen is painted."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest
from textual._compositor import Compositor
from textual.css.stylesheet import Stylesheet

from rcoder.ui.app import RcoderApp
from rcoder.ui.themes import DARK

if TYPE_CHECKING:
    from rich.console import RenderableType

SCRIPT = """
import asyncio, sys
from rcoder.ui.app import RcoderApp
from rcoder.ui.themes import DARK
class Seen(RcoderApp):
    def _painted(self):
        super()._painted()
        heavy = [name for name in ("sqlalchemy", "spacy", "numpy", "yaml", "rapidfuzz", "alembic") if name in sys.modules]
        self.seen = f"loaded: {heavy} {type(self.screen).__name__}"
        self.exit()
app = Seen(sys.argv[1] or None, "Anne")
asyncio.run(app.run_async(headless=True, size=(120, 40)))
print(app.seen)
"""


def loaded(place: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, place], capture_output=True, text=True, check=True, timeout=60
    )
    return next(line for line in done.stdout.splitlines() if line.startswith("loaded:"))


def test_a_project_is_painted_without_sqlalchemy_and_spacy(study: str) -> None:
    assert loaded(study) == "loaded: [] CodingScreen"


def test_the_welcome_is_painted_without_them_too() -> None:
    assert loaded("") == "loaded: [] WelcomeScreen"


async def test_the_start_paints_nothing_in_vain_and_parses_no_style_sheet_again(
    study: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Textual would paint a screen that it throws away, and read every style sheet anew for a theme and for a screen."""
    in_vain: list[str] = []
    painting, parsing = Compositor.render_update, Stylesheet.reparse

    def paint(compositor: Compositor, **options: Any) -> RenderableType | None:
        if app._batch_count:
            in_vain.append("painted")
        return painting(compositor, **options)

    def parse(sheet: Stylesheet) -> None:
        in_vain.append("parsed")
        parsing(sheet)

    monkeypatch.setattr(Compositor, "render_update", paint)
    monkeypatch.setattr(Stylesheet, "reparse", parse)
    app = RcoderApp(study, "Anne")
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        assert in_vain == []
        assert app.get_css_variables()["background"].lower() == DARK.background
