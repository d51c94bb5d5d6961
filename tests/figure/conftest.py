"""The made-up theories and the geometry of faults, found beside the tests (the folder is no package)."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from browser import browser  # noqa: F401 - a fixture for the tests beside it
