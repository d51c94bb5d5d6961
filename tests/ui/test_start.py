"""What is loaded when the first screen is painted."""

from __future__ import annotations

import subprocess
import sys

SCRIPT = """
import asyncio, sys
from rcoder.ui.app import RcoderApp
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
